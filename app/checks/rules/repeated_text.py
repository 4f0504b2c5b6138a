"""A sentence or long passage that stands in the document twice."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.repeats import is_formula, is_prose, meant, shared
from app.document.model import HEADINGS, Block, Role
from app.patterns import regex

_SENTENCE = regex(r"[^。！？；\n]{14,}[。！？；]?")
_NUMBER = regex(r"\s*(?:[0-9]+[.．、]|[（(][^）)]{1,3}[）)]|[一二三四五六七八九十]+(?:、|是|要))")
_ITEM = 40  # characters of a point that two lists may share: 免住宿费，标准为每人每年500元
_MORE = 6  # so many characters more than a sentence have clauses that stand twice
_SKIPPED = frozenset((Role.OBJECT, Role.TITLE, Role.PART, Role.SIGNATURE, Role.COPIES))


def sentences(paragraph: Paragraph) -> tuple[int, ...] | None:
    """Return where the longer sentences of a paragraph but formulas begin and end: facts.

    Numbers are no part of them. Their words kept here would be a second copy of the document.
    """
    if paragraph.role in _SKIPPED or not is_prose(paragraph.text):
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
        if len(text) >= 14 and not is_formula(text):
            found += m.end() - len(text), m.end()
    return tuple(found) or None


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
    blocks = reading.document.blocks
    for block, start, end, first in _runs(sorted(twice)):
        where = "本段" if first == block else f"第{first + 1}段"
        alike = shared(blocks, block, first, start, end)
        if alike and end - start < _ITEM:
            continue
        goes_on = blocks[block].text[end : end + 1] == "，"
        hint = (
            goes_on
            or alike
            or meant(blocks, block, first, start, end)
            or _laid_down(blocks[block], blocks[first], end - start)
        )
        severity = Severity.HINT if hint else None
        yield Spot(start, end, f"与{where}的一句重复", block=block, severity=severity)


def _laid_down(one: Block, other: Block, length: int) -> bool:
    """Whether what is laid down in one numbered point is laid down in another of other content."""
    if one is other or one.role is not Role.ITEM or other.role is not Role.ITEM:
        return False
    return length * 4 < max(len(one.text), len(other.text)) * 3


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
