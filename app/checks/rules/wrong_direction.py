"""A rise told of a number that fell, a fall of one that rose: 由95%下降到98%."""

from collections.abc import Iterator

from app.checks.amounts.quantities import scaled
from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_N = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = "[万亿]?(?:平方公里|平方米|立方米|公里|公顷|个百分点|人次|[%％]|元|人|个|家|户|件|项|份|条|亩|吨|座|所|台|辆|起|场|头|只|张|米|天|小时|分钟|公斤|斤|岁|度|℃)"
_FELL = "下降|减少|降低|缩短|压缩|压减|精简|缩减|回落|降"
_ROSE = "提高|增加|上升|提升|增长|扩大|延长|升|增"
_TOLD = regex(
    rf"(?:由|从)(?![第前])[^，。；0-9第]{{0,14}}(?:20[0-9]{{2}}年(?:底|末|初)?的?)?[^，。；0-9第]{{0,6}}(?P<was>{_N})(?P<unit>{_UNIT})"
    rf"[^，。；0-9由从]{{0,6}}?(?P<odd>(?:{_FELL}|{_ROSE}))了?(?:到|至|为)了?(?:20[0-9]{{2}}年(?:底|末)?的?)?(?P<now>{_N})(?P<same>{_UNIT})"
)

_ENDS = (("was", "unit"), ("now", "same"))


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(
        [
            f"{way}{to}"
            for way in (*_FELL.split("|"), *_ROSE.split("|"))
            for to in ("到", "至", "为", "了")
        ]
    ),
)
def wrong_direction(paragraph: Paragraph) -> Iterator[Spot]:
    """增减的方向与数目不符。

    “由……下降到……”后面的数应当比前面的小，“由……提高到……”后面的数应当比前面的大；方向反了，多半是两个数写颠倒了，或者动词用错了。

    来源：数字使用常识
    Bad: 发病率由5%⟦下降⟧到8%。
    Bad: 年产量从100吨⟦提高⟧到80吨。
    Bad: 贷款余额由1.2亿元⟦增加⟧到9000万元。
    Good: 发病率由8%下降到5%，贷款余额由9000万元增加到1.2亿元，名次由第8位上升到第5位。
    Good: 从5人抽调一半，工期由30天提高到每天两班，由3家减少2家。
    """
    for found in _TOLD.finditer(paragraph.figures.text):
        scale, unit = scaled(found["unit"])
        other, same = scaled(found["same"])
        was, now = float(found["was"]) * scale, float(found["now"]) * other
        fell = found["odd"] in _FELL.split("|")
        if unit == same and was != now and fell == (now > was):
            first, last = (f"{found[one]}{found[two]}" for one, two in _ENDS)
            said = f"从{first}到{last}不是“{found['odd']}”，请核对"
            yield from paragraph.placed([Spot(*found.span("odd"), said)])
