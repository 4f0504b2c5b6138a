"""A unit told twice: ￥5000元, 20元/每人, 25℃度, 5kg公斤."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_TWICE = (
    (regex(r"(?<=/)每(?=[\u4e00-\u9fff])"), "“/”就是“每”", ""),
    (regex("(?<=℃)(?:度|摄氏度)|(?<=[0-9])度(?=℃)"), "“℃”已经是摄氏度", ""),
    (
        regex(
            r"(?<=[0-9])(?:(?:m2|m²|㎡)平方米|(?:m3|m³)立方米|(?:kg|KG|㎏)(?:公斤|千克)|(?:km|KM|㎞)(?:公里|千米)(?!/)|(?:cm|㎝)厘米|(?:mm|㎜)毫米|(?:kW|KW|kw)千瓦|(?:hm2|hm²)公顷|(?<![A-Za-z])t吨)"
        ),
        "符号与汉字的单位重复，留一个",
        None,
    ),
    (regex(r"(?<=[0-9])(?P<unit>[人名户元个次件亩家])(?=余(?P=unit))"), "单位重复", ""),
    (regex(r"[￥¥](?=[0-9][0-9,.，]*[万亿]?元)"), "“￥”与“元”重复，留一个", ""),
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        "/每",
        *(f"{unit}余{unit}" for unit in "人名户元个次件亩家"),
        "℃度",
        "度℃",
        "℃摄",
        "￥",
        "¥",
        "平方米",
        "立方米",
        "公斤",
        "千克",
        "公里",
        "千米",
        "厘米",
        "毫米",
        "千瓦",
        "公顷",
        "t吨",
    ),
    yields_to=("unit_symbol", "unit_name"),
)
def doubled_unit(paragraph: Paragraph) -> Iterator[Spot]:
    """单位说了两次。

    “20元/每人”的斜线就是“每”，“￥5000元”的符号就是“元”，“25℃”已经是摄氏度，单位只写一次。

    来源：GB/T 15835—2011；GB 3101—1993；公文校对惯例
    Bad: 参加会议的共计180⟦人⟧余人。 -> 参加会议的共计180余人。
    Bad: 工时费20元/⟦每⟧人，室温控制在25℃⟦度⟧。 -> 工时费20元/人，室温控制在25℃。
    Bad: 气温35⟦度⟧℃ -> 气温35℃
    Bad: 预付定金⟦￥⟧5000元，余款⟦￥⟧1.2万元。 -> 预付定金5000元，余款1.2万元。
    Bad: 晒场面积800⟦m2平方米⟧，每袋装50⟦kg公斤⟧。
    Good: 工时费20元/人，室温控制在25℃，定金5000元，金额￥5000，每袋50kg。
    Good: 参观/每日一次，时速60km/h。
    """
    for pattern, said, right in _TWICE:
        for found in pattern.finditer(paragraph.text):
            before = paragraph.text[max(found.start() - 4, 0) : found.start()]
            if found[0] == "每" and not re.search("[元斤吨克米次个户人只件份分]/$", before):
                continue
            yield Spot(*found.span(), said, right)
