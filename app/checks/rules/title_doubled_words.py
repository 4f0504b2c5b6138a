"""关于转发《关于…的通知》的通知."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.patterns import regex

_DOUBLED = regex(r"关于(?:转发|印发|批转|贯彻)[^《]*《?[^》]*关于.*的(通知|通报|意见|批复)》?的\1$")


@rule(group="标题", severity=Severity.WARNING, scope="document", facts=title_line)
def title_doubled_words(reading: Reading) -> Iterator[Spot]:
    """标题里“关于”“通知”重叠。

    转发类通知的标题不叠用“关于”和“的通知”，可写作“转发……关于……的通知”。

    来源：公文标题写法惯例
    Bad: title| ⟦关于转发《关于做好防汛工作的通知》的通知⟧
    Good: title| 转发市政府关于做好防汛工作的通知
    Good: title| 关于印发《考核办法》的通知
    """
    for title in titles(reading):
        if _DOUBLED.search(title.text):
            block, line = title.blocks[-1], title.lines[-1]
            start = len(line) - len(line.lstrip())
            yield Spot(start, len(line.rstrip()), "标题里“关于”“通知”重叠", block=block)
