"""Symbols of units in letters of the wrong size: KG, KV, mw."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_RIGHT = {
    wrong: right
    for right, several in {
        "km": "KM Km",
        "cm": "CM Cm",
        "mm": "MM Mm",
        "kg": "KG Kg",
        "kV": "KV Kv kv",
        "kW": "KW Kw kw",
        "MW": "mw Mw",
        "kVA": "KVA Kva kva",
        "MVA": "mva Mva",
        "kW·h": "KWH Kwh KWh kwh",
        "kPa": "KPA Kpa KPa kpa",
        "MPa": "MPA Mpa mpa",
        "Hz": "HZ hz",
        "MHz": "MHZ Mhz mhz",
        "kN": "KN Kn",
        "mL": "ML Ml",
        "mg": "MG Mg",
    }.items()
    for wrong in several.split()
}
_FOUND = regex(rf"(?<=[0-9]) ?({'|'.join(sorted(_RIGHT, key=len, reverse=True))})(?![A-Za-z0-9])")

# 667m。施用: what a scanner makes of the square of a square metre.
_SQUARE = regex("(?<=667)(?P<space> ?)m(?P<mark>[。.])(?=[\u4e00-\u9fff])")


_DEGREE = regex("(?<=[0-9])(?P<odd>C°|°c|c°)(?![A-Za-z])")  # 8C°

_TIMES = regex(r"(?<=[0-9米])(?P<mark>\*)(?=[0-9])")  # 5米*3米


@rule(
    group="数字",
    severity=Severity.WARNING,
    triggers=(*_RIGHT, "m。", "m.", "*", "C°", "°c", "c°"),
    yields_to=("unit_name",),
)
def unit_symbol(paragraph: Paragraph) -> Iterator[Spot]:
    """单位符号的大小写不对。

    单位符号的大小写有规定：千写作小写的k，兆写作大写的M，来自人名的单位首字母大写，如kV、kW、MPa、Hz。

    来源：GB 3100—1993 6.2.2
    Bad: 新建35⟦KV⟧变电站1座，装机20⟦mw⟧。 -> 新建35kV变电站1座，装机20MW。
    Bad: 管道工作压力1.6⟦Mpa⟧，水泵功率15⟦KW⟧。 -> 管道工作压力1.6MPa，水泵功率15kW。
    Bad: 每667m⟦。⟧追施尿素8公斤。 -> 每667m²追施尿素8公斤。
    Bad: 宣传栏宽5米⟦*⟧3米。 -> 宣传栏宽5米×3米。
    Bad: 烘房升到60⟦C°⟧，水温保持20⟦°c⟧。 -> 烘房升到60℃，水温保持20℃。
    Good: 渠长660m。水深2m。
    Good: 新建110kV变电站1座，装机20MW，课桌40张（规格KM），型号DN300。
    """
    for found in _FOUND.finditer(paragraph.text):
        right = _RIGHT[found[1]]
        yield Spot(*found.span(1), f"“{found[1]}”应写作“{right}”", right)
    for found in _DEGREE.finditer(paragraph.text):
        yield Spot(*found.span("odd"), "摄氏度写作“℃”", "℃")
    for found in _TIMES.finditer(paragraph.text):
        yield Spot(*found.span("mark"), "相乘用“×”", "×")
    for found in _SQUARE.finditer(paragraph.text):
        yield Spot(*found.span("mark"), "面积单位“m²”误作“m。”", "²")
