"""A character behind a number that sounds like the unit that was meant."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.near import near
from app.patterns import regex

_MEANT = "元人亩吨户个名家件次项米天年月日台辆条处所册份头只株级倍座场期岁公里斤套张"
# What may well stand between a number and a mark.
_RIGHT = (
    f"{_MEANT}万亿千百十余多强内外前后上下起止整半来间中底初末旬周季晚早者型式制化率比分股票卡枪门口队连营团师旅军县市省镇"
    "乡村区道弯等流星部届层楼室号款章节页版集卷批类种样组排栋幢井盏根支枚块片颗粒滴杯瓶箱袋包桶车船架艘列班课位员代辈轮遍趟回步"
    "基闸泵井点线面段两钱升时秒度成折字克瓦伏安赫帕兆吉匹柱炷具副幅双对串束捆丛棵眼孔窝群伙帮拨宗桩起例本篇首句话声眼拳脚刀针剂粒丸"
    "封桌讲盾金银铜席桶罐坛缸筐篮盆锅碗盘瓢勺箸幕折曲调拍铢"
)
# Nothing of the kind is counted by the ten thousand.
_PLACES = frozenset("校院厅局厂店馆站园路街巷弄屋房亭塔桥渠坝库塘沟湖江河山岭峰海岛港码")
_FOUND = regex(
    rf"[0-9](?:(?<![A-Za-z第〔].)(?P<scale>[万亿]?)(?P<odd>[\u4e00-\u9fff])(?<![{_RIGHT}])(?=[，。；、）])|(?P<turned>元[万亿])(?=[，。；、）用]))"
)


@rule(group="数字", severity=Severity.WARNING, idle=True)
def unit_slip(paragraph: Paragraph) -> Iterator[Spot]:
    """单位疑为别字。

    数字后面的字不是单位，却与一个单位同音，多半是输入时选错了；“180元万”是“180万元”颠倒了。

    来源：公文校对惯例；同音字表 resources/lexicons/near-characters.txt
    Bad: 总投资2500万⟦园⟧，受益群众320⟦明⟧。 -> 总投资2500万元，受益群众320名。
    Bad: 自筹资金180⟦元万⟧。 -> 自筹资金180万元。
    Good: 总投资2500万元，受益群众320名，增长3成，位列全市前10强，3月5日上午，第12中。
    """
    text = paragraph.text
    for found in _FOUND.finditer(text):
        if found["turned"]:
            mend = found["turned"][::-1]
            yield Spot(*found.span("turned"), f"疑为“{mend}”", mend)
            continue
        odd = found["odd"]
        if odd in _PLACES and not found["scale"]:
            continue
        units = [unit for unit in _MEANT if near().sounds(odd, unit)]
        if units:
            said = f"“{odd}”疑为单位“{units[0]}”"
            yield Spot(*found.span("odd"), said, units[0])
