"""Units that formal text no longer uses."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_UNITS = {
    "平米": "平方米",
    "立米": "立方米",
    "公分": "厘米",
    "市斤": "斤",
    "华里": "里",
    "公升": "升",
}
_KM = regex(r"(?<=[0-9])\s*(km²|km2|㎡|m²|m2|㎞|kg|km|cm)(?![A-Za-z0-9])")
_CHINESE = {
    "km²": "平方千米",
    "km2": "平方千米",
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "㎞": "千米",
    "kg": "千克",
    "km": "千米",
    "cm": "厘米",
}
_NUMBERED = regex(r"[0-9万亿余多几百千十]\s*$")


@rule(
    group="数字",
    severity=Severity.HINT,
    triggers=(
        "平米",
        "立米",
        "公分",
        "市斤",
        "华里",
        "公升",
        "㎡",
        "km",
        "m2",
        "m²",
        "kg",
        "cm",
        "㎞",
    ),
)
def unit_name(paragraph: Paragraph) -> Iterator[Spot]:
    """计量单位不规范。

    公文行文用法定计量单位的中文名称：平方米、厘米、千克等；“亩”可以使用。

    来源：GB 3100—1993；《中华人民共和国计量法》
    Bad: 建筑面积500⟦平米⟧ -> 建筑面积500平方米
    Bad: 全长12⟦km⟧ -> 全长12千米
    Good: 建筑面积500平方米，耕地300亩，平米厂房。
    """
    text = paragraph.text
    for unit, start, end in paragraph.hits:
        if unit in _UNITS and _NUMBERED.search(text[:start]):
            yield Spot(start, end, f"“{unit}”应写作“{_UNITS[unit]}”", _UNITS[unit])
    for found in _KM.finditer(text):
        right = _CHINESE[found[1]]
        yield Spot(*found.span(1), f"行文中写作“{right}”", right)
