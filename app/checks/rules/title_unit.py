"""A title that names another office than the text."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_OFFICE = regex(
    r"(?P<level>[省市县区州盟旗镇乡])(?P<office>[\u4e00-\u9fff]{2,8}?(?:局|委员会|办公室|管理处|研究院|中心|厅))(?=党组|党委|领导班子|班子|机关党委|党支部)"
)


def offices(paragraph: Paragraph) -> tuple[bool, tuple[tuple[str, int, int], ...]] | None:
    """Return whether it is a title line, and the offices whose party group is named: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    found = [
        (m["office"], m.start("office"), m.end("office")) for m in _OFFICE.finditer(paragraph.text)
    ]
    return (paragraph.role is Role.TITLE, tuple(found)) if found else None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("党组", "班子", "党委", "党支部"),
    facts=offices,
)
def title_unit(reading: Reading) -> Iterator[Spot]:
    """标题与正文的单位不同。

    标题写的是一个单位的党组（党委、班子），正文只说另一个单位，多半是借用别处的材料没有改全。

    来源：公文校对惯例
    Bad:
        title| 市⟦水利局⟧党组班子2025年度民主生活会对照检查材料
        根据通知要求，市城市管理局党组深入学习。
        市城市管理局党组召开了座谈会。
    Good:
        title| 市水利局党组班子2025年度民主生活会对照检查材料
        根据通知要求，市水利局党组深入学习。
        市城市管理局党组介绍了经验。
    """
    titled: list[tuple[int, str, int, int]] = []
    named: Counter[str] = Counter()
    for block, (is_title, found) in reading.present():
        if is_title:
            titled += [(block, *one) for one in found]
        else:
            named.update(office for office, _, _ in found)
    offices_of_title = {office for _, office, _, _ in titled}
    if len(offices_of_title) != 1 or len(named) != 1:
        return
    other = next(iter(named))
    block, office, start, end = titled[0]
    whole = "\n".join(b.text for b in reading.document.blocks[block + 1 :])
    if other != office and office not in whole:
        yield Spot(start, end, f"正文写的是“{other}”", block=block)
