"""Commas in a row that a number or 等方式 behind it sums up: 发动，实施，总结三个阶段."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.document.model import Role
from app.document.numbering import from_chinese
from app.patterns import regex

_H = "[\u4e00-\u9fff]"
_SORTS = "阶段|步骤|环节|方面|部分|层次|类别|板块|单元|专题|大类|档次|等级|项目|程序|流程"
_COUNTED = regex(f"(?P<n>[两二三四五六七八2-8])(?:个|大|种|项)?(?:{_SORTS})")
_ITEM = regex(f"{_H}{{2,10}}")
_OPENER = regex(
    "(?:分为|分成|分|包括|包含|经过|经历|历经|按照?|从|抓好|抓住|突出|围绕|设置?|开设|涵盖|为|即|是)"
    rf"(?=(?P<first>{_H}{{2,10}})$)"
)
_MEANS = "通过|采取|采用|利用|运用"
_WAYS = "形式|方式|办法|方法|手段|途径|措施|渠道|载体|平台"
_HELD = regex(
    rf"(?:{_MEANS})(?P<row>{_H}{{2,10}}(?:，{_H}{{2,10}}){{2,6}})等(?:多种|各种|一系列)?(?:{_WAYS})"
)
# 分管种植业，农产品安全，农业执法等工作
_CHARGED = regex(
    rf"(?:分管|负责|承担|从事|主抓)[过了]?(?P<row>{_H}{{2,10}}(?:，{_H}{{2,10}}){{1,6}})等(?:项|各项|方面)?(?:工作|业务|任务)"
)
_LEAST = 3  # members of a row that a number sums up
_UNLIKE = 3  # characters by which the members of a row may differ


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(_SORTS.split("|"))
    + tuple(
        [f"等{way}" for way in (*_WAYS.split("|"), "工作", "业务", "任务", "各项", "项工", "方面")]
    ),
)
def summed_row(paragraph: Paragraph) -> Iterator[Spot]:
    """总括前的各项之间用了逗号。

    “……三个阶段”“……等方式”把前面几项总括起来，各项之间用顿号；项数与所说的数相符时才提示。

    来源：GB/T 15834—2011 4.5
    Bad: 行动分为⟦摸排登记，集中整治，巩固提升⟧三个阶段。 -> 行动分为摸排登记、集中整治、巩固提升三个阶段。
    Bad: 通过⟦入户走访，个别座谈，查阅账目⟧等方式核实情况。 -> 通过入户走访、个别座谈、查阅账目等方式核实情况。
    Bad: 先后分管⟦种植业，农产品安全，农业执法⟧等工作。 -> 先后分管种植业、农产品安全、农业执法等工作。
    Good: 行动分为摸排登记、集中整治、巩固提升三个阶段，通过入户走访、个别座谈等方式核实情况。
    Good: 按照方案，行动进入收尾阶段，查漏补缺两个方面都要抓；从严治理，落实三个环节。
    """
    if paragraph.role is Role.OBJECT or "，" not in paragraph.text:
        return
    for found in _COUNTED.finditer(paragraph.text):
        start = clause_start(paragraph.text, found.start(), "。；：！？、”“（）")
        items = paragraph.text[start : found.start()].split("，")
        row = _members(items, from_chinese(found["n"]) or 0)
        if row:
            yield _parted("，".join(row), found.start())
    for pattern in (_HELD, _CHARGED):
        for found in pattern.finditer(paragraph.text):
            yield _parted(found["row"], found.end("row"))


def _parted(row: str, end: int) -> Spot:
    """Return what is wrong with a row that ends at a place."""
    mended = row.replace("，", "、")
    return Spot(end - len(row), end, "并列的各项之间用顿号", mended, title="逗号改为顿号")


def _members(items: list[str], many: int) -> list[str]:
    """Return so many members of a row, the first behind what opens it, nothing where it is none."""
    row = items[-many:]
    opened = _OPENER.search(row[0])
    if opened is None or len(row) != many or many < _LEAST:
        return []
    row = [opened["first"], *row[1:]]
    sizes = [*map(len, row)]
    whole = all(map(_ITEM.fullmatch, row)) and not row[-1].endswith(("以下", "如下"))
    return row if whole and max(sizes) - min(sizes) <= _UNLIKE else []
