"""（一）、 with a mark that does not belong."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.numbers import NUMBERED
from app.patterns import regex

_CLOSING = "）)①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_MARKED = regex(
    r"\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[①-⑳⑴-⒇㈠-㈩])([、，,．.：:])(?![（(])"
)
# 分两步：①、清场；②、消毒
_INLINE = regex(r"(?<=[：；。，])[①-⑳⑴-⒇](?P<mark>[、．.])(?=[\u4e00-\u9fff《“])")
_KEPT = regex(r"^\s*(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[①-⑳⑴-⒇㈠-㈩])(?![、，,．.：:])")


@rule(
    group="编号",
    severity=Severity.ERROR,
    triggers=tuple([f"{closing}{mark}" for closing in _CLOSING for mark in "、，,．.：:"]),
    habit=Habit(_KEPT),
)
def bracket_number_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """带括号的序号后不加标点。

    “（一）”“（1）”“①”已有括号或圆圈，之后不再用顿号、逗号等标点。

    来源：GB/T 15834—2011 附录B.3
    Bad: （一）⟦、⟧加强领导 -> （一）加强领导
    Bad: （1）⟦.⟧成立专班。各部门参加。 -> （1）成立专班。各部门参加。
    Bad: ⑵⟦、⟧清点库存 -> ⑵清点库存
    Bad: 需提供：①⟦、⟧户口簿；②⟦、⟧身份证。 -> 需提供：①户口簿；②身份证。
    Good: （一）加强领导
    Good: 见图，①、②号楼已经完工，①户口簿。
    Good: 依照第三条（一）、（二）项规定办理。
    """
    found = _MARKED.match(paragraph.text)
    if found is not None and paragraph.role in NUMBERED:
        yield Spot(*found.span(1), f"带括号的序号后不用“{found[1]}”", "", title=f"删去“{found[1]}”")
    for inline in _INLINE.finditer(paragraph.text):
        mark = inline["mark"]
        said, title = f"带圆圈、括号的序号后不用“{mark}”", f"删去“{mark}”"
        yield Spot(*inline.span("mark"), said, "", title=title)
