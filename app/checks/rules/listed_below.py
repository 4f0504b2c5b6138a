"""先进个人（8名）: a number in a heading that the names in the lines below contradict."""

from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.people import personal
from app.document.model import HEADINGS, Role
from app.document.numbering import from_chinese, leading
from app.patterns import regex

_HEAD = regex(
    r"[^，。；]{2,30}（(?P<said>共?计?(?P<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[名人个家户位所项件篇])）"
    r"(?:[：:](?P<row>.*)|\s*)"
)
_SPACED = regex(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_PARTED = regex(r"[、，,\s]+")
_MEMBER = regex(r"(?P<name>[\u4e00-\u9fff·×]{2,16})(?:（[^（）]{1,10}）)?")
_ENDED = (*HEADINGS, Role.PART, Role.TITLE, Role.ATTACHMENT_LABEL, Role.SIGNATURE, Role.DATE)

_LEAST, _LONGEST = 2, 400  # members of a list, characters of a row of them

Told = tuple[str, int, int, tuple[str, ...]]


def told(paragraph: Paragraph) -> Told | None:
    """Return the number a line states, its place, and the members the line names: a facts function.

    The number is "" in a line that only names members.
    """
    text = paragraph.text
    if paragraph.role is Role.OBJECT or not text.strip():
        return None
    head = _HEAD.fullmatch(text.strip()) if "（" in text else None
    if head is not None:
        row = head["row"] or ""
        members = _members(row)
        start = text.index("（" + head["said"]) + 1
        named = not row.strip() or bool(members)
        return (head["n"], start, start + len(head["said"]), members) if named else None
    if any(mark in text for mark in "；：？！") or len(text) > _LONGEST:
        return None
    found = leading(text)
    members = _members(text[found.end :] if found else text)
    return ("", 0, 0, members) if members else None


def _members(row: str) -> tuple[str, ...]:
    """Return the members that a line names, none where it is anything else than a row of names."""
    row = _SPACED.sub(r"\1\2", row.strip())
    words = _PARTED.split(row.rstrip("。") if "、" in row else row)
    found = [_MEMBER.fullmatch(word) for word in words]
    return tuple(one["name"] for one in found if one) if all(found) else ()


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=told)
def listed_below(reading: Reading) -> Iterator[Spot]:
    """标题所说的数目与下面所列的不符。

    “先进个人（8名）”下面列出的名字应当正好是8个。名单一行一个、用顿号或者空格隔开的都算；名单后面还有别的话、单位与人名混排的不判断。

    来源：公文校对惯例
    Bad:
        一、先进集体（⟦3个⟧）
        清河镇　石桥镇
        二、先进个人（⟦四名⟧）
        王小明、李　强、赵小红
    Bad:
        志愿者（⟦共2人⟧）：张小明、李小红、王小刚
    Good:
        一、先进集体（2个）
        清河镇　石桥镇
        二、先进个人（3名）
        王小明、李　强（女）
        赵小红
        三、入围人员（2名）
        县教育局　王小明
        县民政局　李小红
        四、先进科室（5个）
        名单另行公布。
        五、参会人员（12人）
    """
    found = dict(reading.present())
    blocks = reading.document.blocks
    heads = [block for block, (number, *_) in found.items() if number]
    for head, after in pairwise([*heads, len(blocks)]):
        rows = [found[head][3]] if found[head][3] else []
        below = head + 1
        while below < after and below in found and blocks[below].role not in _ENDED:
            rows.append(found[below][3])
            below += 1
        while below < len(blocks) and blocks[below].role is Role.BLANK:
            below += 1
        whole = below >= len(blocks) or below >= after or blocks[below].role in _ENDED
        members = [name for row in rows for name in row]
        said = from_chinese(found[head][0]) or 0
        persons = sum(map(personal, members))
        if not whole or len(members) < _LEAST or persons not in {0, len(members)}:
            continue
        if said not in {len(members), len(rows)} and not members[-1].endswith("等"):
            _, start, end, _ = found[head]
            yield Spot(start, end, f"下面列出{len(members)}个，请核对", block=head)
