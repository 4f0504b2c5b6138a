"""Where names of persons and firms stand in a text, as far as surname and surroundings tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝"
    "龚邵万钱严覃武戴莫孔向汤"
)
# Rarer ones, those of two characters by their first: words far more often than names, they tell a
# name only where something else does.
_RARE = (
    "霍聂岑殷祁费毕褚卫柳喻水窦章云葛奚郎鲁昌凤花俞酆滕邬安常乐时傅皮卞齐康伍元卜平和穆湛禹狄米贝明臧计伏成茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌虞支柯管经房裘缪干解"
    "应宗宣郁单杭洪包诸左吉钮嵇邢裴荣翁荀羊惠甄曲家封芮储靳松井富巫焦巴牧山谷车全班仰仲宫宁仇栾甘厉祖符景詹束幸司韶印宿怀蒲从鄂索籍赖卓蔺屠蒙池乔阴能苍双党翟贡劳申扶堵冉宰雍桑桂"
    "牛寿通边冀浦尚农温庄晏柴阎连习艾鱼容古易慎戈庾衡步都耿满弘国文寇广禄利蔚师巩晁敖冷阚那简饶空沙鞠须丰关查荆红游权盖公欧阳上尉佘苗尤柏戚倪鲍兰岳施华涂辛"
)
ALL_SURNAMES = SURNAMES + _RARE
_NAME = re.compile(
    rf"[{SURNAMES}欧阳][\u4e00-\u9fff]{{1,3}}(?=同志|先生|女士|老师|书记|[县市区镇乡局院校]长|主任|[，、。；）：]|$"
    r"|说|告诉|介绍|表示|指出|报道|带领|主持|陪同|等[0-9]|等同志)"
)
# （记者张传宣）, 、苏雪冰在: behind a mark or an office a surname and two characters.
_BEHIND = re.compile(rf"(?:记者|、|摄影|通讯员)[{SURNAMES}欧阳][\u4e00-\u9fff]{{2}}")

# 鑫隆矿业有限责任公司: what a firm or a house is called.
_FIRM = re.compile(
    r"[\u4e00-\u9fff]{2,6}?(?=(?:股份|集团)?有限(?:责任)?公司|股份公司|集团公司|专业合作社|出版社|事务所|大酒店)"
)

_CALLED_FIRM = ("公司", "合作社", "出版社", "事务所", "大酒店")  # one of these is in all of those


def people(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of what looks like names of persons and firms."""
    found = [match.span() for match in _NAME.finditer(text) if _opens(text, match.start())]
    if any(firm in text for firm in _CALLED_FIRM):
        found += [match.span() for match in _FIRM.finditer(text)]
    return found + [match.span() for match in _BEHIND.finditer(text)]


def within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place stands in one of the stretches, as `people` gives them."""
    return any(start <= at < end for start, end in spans)


def _opens(text: str, at: int) -> bool:
    """Whether a personal name can begin here: behind a mark, a title or at the head."""
    return not at or not text[at - 1].isalnum() or text[at - 1] in "记长任员席副请由"
