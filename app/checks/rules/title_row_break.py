"""A title broken into rows where a word may not be torn."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.patterns import regex

_BEGINS = regex(r"\s*(?:的(?!确)|和|与|及|、|，)")
_ENDS = regex(r"(?:、|《|（|第|关于)\s*$")


@rule(group="标题", severity=Severity.WARNING, scope="document", facts=title_line)
def title_row_break(reading: Reading) -> Iterator[Spot]:
    """标题分行不当。

    多行标题回行要词意完整：下一行不以“的”“和”“、”开头，上一行不以“关于”“第”“《”结尾。

    来源：GB/T 9704—2012 7.3.1
    Bad:
        title| 关于做好2026年春季森林草原防火工作
        title| ⟦的⟧通知
    Good:
        title| 关于做好2026年春季
        title| 森林草原防火工作的通知
    """
    for title in titles(reading):
        for at, (line, block) in enumerate(zip(title.lines, title.blocks, strict=True)):
            begins = _BEGINS.match(line) if at else None
            if begins is not None:
                yield Spot(*begins.span(), "标题换行把词语拆开了", block=block)
            ends = _ENDS.search(line) if at < len(title.lines) - 1 else None
            if ends is not None:
                yield Spot(*ends.span(), "标题换行把词语拆开了", block=block)
