"""A sentence or long passage that stands in the document twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import HEADINGS, Role

_SENTENCE = re.compile(r"[^。！？；\n]{14,}[。！？；]?")
_FORMULA = re.compile(
    r"四个意识|四个自信|两个维护|两个确立|习近平|中央|全会精神|总书记|为指导|特此|联系人|联系电话|坚强(?:的)?(?:组织)?保[证障]|人民战争|主题教育"
)
# Rows of a table, running heads of a page, what stands in brackets below an item.
_APART = re.compile(r"\S\s{4,}\S")
_NOTE = re.compile(r"\s*（[^（）]*）[。；]?\s*$")
_NUMBER = re.compile(
    r"\s*(?:[0-9]+[.．、]|[（(][^）)]{1,3}[）)]|[一二三四五六七八九十]+(?:、|是|要))"
)
# What the law says of each offence, in the same words.
_LAID_DOWN = re.compile("责令|罚款|没收|处分|追究.{0,6}责任|依法赔偿|吊销|警告")
_ITEM = 40  # characters of a point that two lists may share: 免住宿费，标准为每人每年500元
_SHORT = 30  # characters of a sentence that may be said of two things in turn
_FAR = 120  # paragraphs between what is hardly of one paper
_MORE = 6  # so many characters more than a sentence have clauses that stand twice
_POINT = re.compile(
    r"\s*(?:[0-9]+[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]+、)\s*"
)
_BRACKETED = re.compile("（[^（）]*）[。；]?")  # 牵头单位 behind each item
_SKIPPED = frozenset((Role.OBJECT, Role.TITLE, Role.PART, Role.SIGNATURE, Role.COPIES))


def sentences(paragraph: Paragraph) -> tuple[int, ...] | None:
    """Return where the longer sentences of a paragraph but formulas begin and end: facts.

    Numbers are no part of them. Their words kept here would be a second copy of the document.
    """
    if paragraph.role in _SKIPPED or not _prose(paragraph.text):
        return None
    opens = 0
    if paragraph.role in HEADINGS:  # what stands behind the heading on its line
        opens = paragraph.text.find("。") + 1
        if not opens:
            return None
    found: list[int] = []
    for m in _SENTENCE.finditer(paragraph.text, opens):
        number = _NUMBER.match(m[0])
        text = m[0][number.end() :] if number else m[0]
        if len(text) >= 14 and not _BRACKETED.fullmatch(text) and not _FORMULA.search(text):
            found += m.end() - len(text), m.end()
    return tuple(found) or None


def _prose(text: str) -> bool:
    """Whether a paragraph is no row of a table, no running head and no note in brackets."""
    spaced = len(text.split()) > 1 and _APART.search(text)
    return not ("\t" in text or spaced or _NOTE.match(text))


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=sentences)
def repeated_text(reading: Reading, *, least: int = 16) -> Iterator[Spot]:
    """语句重复。

    同一句话在文中出现两次（16字以上，固定的套语除外），多半是拼接材料时留下的。两处标题之下各有一列条目，短的条目相同的不算；罚则一类各条相同的话，只作提示。文稿大段与前文相同的，视为模板与范文并列，不逐句提示。

    来源：公文校对惯例
    选项：least 少于几个字的句子不算重复
    Bad:
        深入基层不够，调查研究有时走马观花，掌握第一手资料不多。
        ⟦深入基层不够，调查研究有时走马观花，掌握第一手资料不多。⟧其他方面也有不足。
    Bad:
        为解除队员的后顾之忧，医院建立了“一对一”联系帮扶制度，由各支部与家庭结对。
        你们一定能够平安凯旋。⟦为解除队员的后顾之忧，医院建立了“一对一”联系帮扶制度⟧，到时一起迎接英雄。
    Good:
        1.办好讲座。（牵头单位：县委宣传部，配合单位：县委党校）
        2.办好培训。（牵头单位：县委宣传部，配合单位：县委党校）
    Good:
        一、初中阶段
        （1）免除住宿费，标准为每人每学年500元；
        （2）发放营养餐补助。
        二、高中阶段
        （1）免除住宿费，标准为每人每学年500元；
        （2）发放助学金。
    Good:
        深入基层不够，调查研究有时走马观花。
        联系群众不够，听取意见有时不够耐心。
    """
    seen: dict[str, int] = {}
    twice: list[tuple[int, int, int, int]] = []
    sentences = list(_told(reading))
    for block, text, start, end in sentences:
        if len(text) < least:
            continue
        if text in seen:
            twice.append((block, start, end, seen[text]))
        else:
            seen[text] = block
    told = {(block, start) for block, start, *_ in twice}
    twice += [one for one in _clauses(sentences, least) if one[:2] not in told]
    if len(twice) > 6:
        return
    for block, start, end, first in _runs(sorted(twice)):
        where = "本段" if first == block else f"第{first + 1}段"
        goes_on = reading.document.blocks[block].text[end : end + 1] == "，"
        shared = _shared(reading, block, first, start, end)
        if shared and end - start < _ITEM:
            continue
        # A clause of many points is a formula of theirs.
        often = (
            sum(
                text.endswith(_words(reading, block, start, end)) for text in reading.document.texts
            )
            > 2
        )
        apart = often or block - first > _FAR or _sectioned(reading, first, block, end - start)
        hint = goes_on or shared or apart or _LAID_DOWN.search(_words(reading, block, start, end))
        severity = Severity.HINT if hint else None
        yield Spot(start, end, f"与{where}的一句重复", block=block, severity=severity)


def _runs(twice: Sequence[tuple[int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield repeated sentences, those that follow or cover each other as one."""
    run: tuple[int, int, int, int] | None = None
    for block, start, end, first in twice:
        if run is not None and (run[0], run[3]) == (block, first) and start <= run[2] + 1:
            run = (block, run[1], max(run[2], end), first)
            continue
        if run is not None:
            yield run
        run = (block, start, end, first)
    if run is not None:
        yield run


def _shared(reading: Reading, block: int, first: int, start: int, end: int) -> bool:
    """Whether a sentence is the whole of a point in two lists, each below its own head."""
    blocks = reading.document.blocks
    points = [_POINT.match(one.text) for one in blocks[first : block + 1]]
    one, other = points[0], points[-1]
    if one is None or other is None or start > other.end():
        return False
    if end < len(blocks[block].text.rstrip()):
        return False
    return any(m is not None and not _alike(m[0], other[0]) for m in points[1:-1])


def _sectioned(reading: Reading, first: int, block: int, long: int) -> bool:
    """Whether a heading parts two short sentences: what is said of one village, and of another."""
    between = reading.document.blocks[first + 1 : block]
    return long < _SHORT and any(one.role in HEADINGS for one in between)


def _words(reading: Reading, block: int, start: int, end: int) -> str:
    """Return the words of a place."""
    return reading.document.blocks[block].text[start:end]


def _alike(one: str, other: str) -> bool:
    """Whether two numbers are of one form: 1. and 2., not （一） and 1.."""
    return re.sub("[0-9一二三四五六七八九十]+", "0", one.strip()) == re.sub(
        "[0-9一二三四五六七八九十]+", "0", other.strip()
    )


def _told(reading: Reading) -> Iterator[tuple[int, str, int, int]]:
    """Yield the block of each sentence, its words without the mark, and where it stands."""
    for block, places in reading.present():
        text = reading.document.blocks[block].text
        for start, end in zip(places[::2], places[1::2], strict=True):
            yield block, text[start:end].rstrip("。！？；"), start, end


def _clauses(
    sentences: Sequence[tuple[int, str, int, int]], least: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield where clauses that follow each other stand again, within another sentence.

    That is the block, their place, and the block where they stood first.
    """
    seen: dict[str, tuple[int, int]] = {}
    for block, text, start, _ in sentences:
        first, low, high = -1, -1, -1
        at = 0
        clauses = text.split("，") if len(text) >= least + _MORE else ()
        for one, other in pairwise(clauses):
            end = at + len(one) + 1 + len(other)
            if end - at >= least + _MORE:
                where = seen.setdefault(text[at:end], (block, start))
                if where != (block, start):
                    low = at if low < 0 else low
                    first, high = where[0], end
            at += len(one) + 1
        if low >= 0:
            yield block, start + low, start + high, first
