"""An amount for each person or household told in hundreds of millions, a county in square metres."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_N = r"[0-9]+(?:\.[0-9]+)?"
_LINK = r"(?:为|达到?|约|近|超过?|突破|已达|增加到?|提高到|增收|收入|水平|纯|可支配|存款|储蓄|消费|支出|补助|补贴|奖励|年|月|额|由|从){0,6}"
_EACH = regex(
    rf"(?:人均|户均|亩均|每人|每户|每亩|每名[\u4e00-\u9fff]{{2,4}}){_LINK}{_N}(?P<unit>亿元|千万元|百万元)"
)
_AGAIN = regex(
    rf"(?:(?P<per>人|户|亩)均|每(?P<one>人|户|亩))[^，。；0-9]{{0,8}}{_N}万?元(?P<odd>/(?:人|户|亩))"
)
_BODIES = regex(r"人均[0-9]+(?:\.[0-9]+)?[人名](?!次|均|民币)")
_LAND = regex(
    rf"(?:全[省市县区乡镇]|[\u4e00-\u9fff]{{1,3}}[市县区镇乡])(?:总面积|国土面积|区域面积|行政区域面积|辖区面积|幅员面积|建成区面积){_LINK}{_N}(?P<unit>平方米|平方|亩地)(?=[，。；、]|$)"
)
_TOWN = regex(
    rf"(?:总面积|国土面积|区域面积|行政区域面积|幅员面积|建成区面积){_LINK}(?P<number>{_N})(?P<unit>平方米)(?=[，。；、]|$)"
)
_LEAST = 10_000  # a built-up area below so many square metres is no town


@rule(group="数字", severity=Severity.WARNING, idle=True, triggers=("均", "每", "面积"))
def per_head_unit(paragraph: Paragraph) -> Iterator[Spot]:
    """数量级与所说的对象不符。

    人均、户均的数目不会以亿元计，一个县的面积不会以平方米计，多半是单位写错了。

    来源：统计常识；公文校对惯例
    Bad: 农村居民人均可支配收入达到1.8⟦亿元⟧。
    Bad: 茶农人均增收1200元⟦/人⟧。 -> 茶农人均增收1200元。
    Bad: 落实抢险队伍12支360人，⟦人均30人⟧。
    Bad: 带动户均增收2000⟦亿元⟧。
    Bad: 全县总面积1200⟦平方米⟧，辖12个乡镇。
    Bad: 县城建成区面积15.6⟦平方米⟧。
    Good: 人均可支配收入达到1.8万元，全县总面积1200平方公里，总投资1.8亿元。
    Good: 项目总面积1200平方米，楼宇亩均税收120万元，镇建成区面积120000平方米。
    """
    text = paragraph.text
    for found in _EACH.finditer(text):
        yield Spot(*found.span("unit"), f"人均、户均的数目不以“{found['unit']}”计，请核实单位")
    for found in _AGAIN.finditer(text) if "元/" in text else ():
        if found["odd"][1:] == (found["per"] or found["one"]):
            yield Spot(*found.span("odd"), f"前面已说“每{found['odd'][1:]}”，这里重复", "")
    for found in _BODIES.finditer(text) if "人均" in text else ():
        yield Spot(*found.span(), "人均多少人说不通，请核实是每队、每村还是每处")
    places = {found.span("unit") for found in _LAND.finditer(text)}
    for found in _TOWN.finditer(text):
        named = re.search("建成区|国土|行政区|区域|幅员", found[0]) is not None
        if named and float(found["number"]) < _LEAST:
            places.add(found.span("unit"))
    for place in sorted(places):
        yield Spot(*place, "这样大的地方不以平方米计，疑为“平方公里”")
