"""A list summed up as N aspects that names another number of them."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese

_SUMMED = re.compile(
    r"(?:要?在|抓住|把握|统筹|明确|按照|围绕|聚焦|从|突出|抓好|紧扣|包括|：|，)(?P<items>[^。；：，]*?[^。；：，、]、[^。；：，]+?)(?P<open>等?)(?P<claim>(?P<n>[三四五六七八九十]|[0-9]{1,2})(?:个|大)?(?:方面|重点|环节|类别|关键|要素|领域|类|重点任务))"
)


@rule(
    group="一致",
    severity=Severity.HINT,
    idle=True,
    triggers=("方面", "重点", "环节", "类别", "要素", "领域", "关键"),
)
def listed_count(paragraph: Paragraph) -> Iterator[Spot]:
    """列举的项数与概括的数字不符。

    “甲、乙、丙三个环节”应列出三项。有“等”字的可以是举例，只作提示。

    来源：公文校对惯例
    Bad: 抓住如实填报、深入核查⟦三个环节⟧，从严管理。
    Bad: 要在强化理论武装、建强组织、选好干部、聚好人才等⟦八个方面⟧聚力用劲。
    Good: 抓住如实填报、深入核查、结果处理三个环节，从严管理。
    Good: 要在强化理论武装、建强组织、选好干部等三个方面聚力用劲。
    """
    for found in _SUMMED.finditer(paragraph.text):
        items = [item for item in _split(found["items"]) if item]
        claimed = from_chinese(found["n"]) or 0
        last = items[-1] if items else ""
        count = len(items) + len(
            re.findall(r"(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})", last)
        )
        if claimed not in (len(items), count) and len(items) >= 2 and claimed > 2:
            said = f"列出{len(items)}项，概括为{found['claim']}"
            yield Spot(*found.span("claim"), said)


def _split(text: str) -> list[str]:
    """Return the items of a list, those marks between quotation marks left alone."""
    return re.split("、", re.sub(r"“[^”]*”|《[^》]*》|（[^）]*）", "引", text))
