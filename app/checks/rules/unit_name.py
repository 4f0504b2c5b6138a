"""Units outside the legal ones, in their colloquial names."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_NAMES = {"平米": "平方米", "立米": "立方米", "公分": "厘米", "公升": "升"}
_FOUND = re.compile(r"(?<=[\d十百千万亿多余])(?:平米|立米|公分|公升)(?!制)")
_SIGNS = {"km²": "平方千米", "m²": "平方米", "m³": "立方米", "㎡": "平方米", "㎞": "千米"}
_SIGN = re.compile(r"(?<=[\d万亿])(?:km²|㎡|m²|m³|㎞)")


@rule(
    group="数字",
    severity=Severity.HINT,
    triggers=("平米", "立米", "公分", "公升", *_SIGNS),
)
def unit_name(paragraph: Paragraph) -> Iterator[Spot]:
    """计量单位不规范。

    公文使用法定计量单位的中文名称，不用俗称和符号。

    来源：GB 3100—1993；GB/T 9704—2012 第10章
    Bad: 建筑面积500⟦平米⟧ -> 建筑面积500平方米
    Bad: 厚度10⟦公分⟧ -> 厚度10厘米
    Bad: 面积36⟦㎡⟧ -> 面积36平方米
    Good: 种植面积300亩，里程20公里
    Good: 社区平米比较，扁平米粒
    """
    for found in _FOUND.finditer(paragraph.text):
        yield Spot(*found.span(), f"“{found[0]}”宜写“{_NAMES[found[0]]}”", _NAMES[found[0]])
    for found in _SIGN.finditer(paragraph.text):
        yield Spot(*found.span(), f"正文中宜写“{_SIGNS[found[0]]}”", _SIGNS[found[0]])
