"""Growth between two numbers that a clause gives, and the rate it says: 800家，比500家增长60%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.amounts.quantities import scaled
from app.patterns import regex

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = (
    r"[万亿]?(?:微克/立方米|毫克/立方米|毫克/升|元/吨|元/人|元/斤|(?:平方公里|平方米|立方米|公里|千米|公顷|人次|元|人|名|个|家|户|件|项|份|篇|条|亩|吨|座|处"
    r"|所|台|套|辆|起|场|次|头|只|张|米|天|分钟|小时|公斤|斤|封|棵|千瓦时|千瓦|种|类|株)(?!/))"
)
_MORE = r"增长|增加|提高|上升|提升|扩大|多|翻"
_LESS = r"下降|减少|降低|缩短|压缩|压减|减|降|少"
_THAN = regex(
    rf"(?P<now>{_NUMBER})(?P<unit>{_UNIT})[^，。；0-9]{{0,4}}，?(?:比|较)(?![^，。；0-9]*[增减多少升降])[^，。；0-9]{{0,4}}(?:20[0-9]{{2}}年(?:底|末)?|上年|去年|同期)?[^，。；0-9]{{0,6}}"
    rf"(?P<was>{_NUMBER})(?P<same>{_UNIT})[，]?(?:的?基础上)?(?P<way>{_MORE}|{_LESS})了?(?P<rate>{_NUMBER})[%％]"
)
_FROM = re.compile(
    rf"(?:由|从)[^，。；0-9]{{0,8}}(?:20[0-9]{{2}}年(?:底|末|初)?)?[^，。；0-9]{{0,4}}(?P<was>{_NUMBER})(?P<same>{_UNIT})?(?P<verb>[^，。；0-9]{{0,4}}?)"
    rf"(?:到|至|为)了?[^，。；0-9]{{0,4}}(?:20[0-9]{{2}}年(?:底|末)?的?)?(?P<now>{_NUMBER})(?P<unit>{_UNIT})，(?P<other>[^，。；0-9]{{0,4}}?)(?P<way>{_MORE}|{_LESS})(?:幅度?)?(?:达到?|为)?了?(?P<rate>{_NUMBER})[%％]"
)
# 今年完成120件，去年完成150件，同比下降20%
_BOTH = regex(
    rf"(?P<now>{_NUMBER})(?P<unit>{_UNIT})，(?:而)?(?:去年|上年)(?:同期)?[^，。；0-9]{{0,6}}(?P<was>{_NUMBER})(?P<same>{_UNIT})，(?:同比|比去年|较上年|比上年)?(?P<way>{_MORE}|{_LESS})了?(?P<rate>{_NUMBER})[%％]"
)
_STEPS = regex(
    rf"(?:由|从)[^，。；0-9]{{0,12}}(?:20[0-9]{{2}}年(?:底|末|初)?的?)?(?P<was>{_NUMBER})(?P<same>{_UNIT})[^，。；0-9]{{0,6}}(?:到|至|为)了?[^，。；0-9]{{0,4}}(?P<now>{_NUMBER})(?P<unit>{_UNIT})，"
    rf"[^，。；0-9]{{0,2}}?(?:净增|增加|新增|减少|下降|净减|增长|压缩|缩短|精简|压减|缩减|提高|提升|上升|降低|扩大|延长)了?(?P<rate>{_NUMBER})(?P<third>{_UNIT})"
)
# 由200亩发展到1200亩，增长了6倍
_FOLD = regex(
    rf"(?:由|从)[^，。；0-9]{{0,12}}(?:20[0-9]{{2}}年(?:底|末|初)?的?)?(?P<was>{_NUMBER})(?P<same>{_UNIT})[^，。；0-9]{{0,8}}(?:到|至|为)了?[^，。；0-9]{{0,8}}"
    rf"(?P<now>{_NUMBER})(?P<unit>{_UNIT})，[^，。；0-9]{{0,6}}?(?:增长|增加|提高|扩大|提升)了?(?:近|约|了)?(?P<times>{_NUMBER})倍(?!的)"
)
# 18起，较上年同期的30起减少11起
_MORE_THAN = regex(
    rf"(?<![比较])(?P<now>{_NUMBER})(?P<unit>{_UNIT})，(?:比|较)[^，。；0-9]{{0,10}}(?:20[0-9]{{2}}年)?[^，。；0-9]{{0,6}}(?P<was>{_NUMBER})(?P<same>{_UNIT})，?"
    rf"(?P<way>净?增加?|多|上升|提高|减少|下降|降低|减|少)了?(?P<rate>{_NUMBER})(?P<third>{_UNIT})"
)
_SHARE = regex(
    rf"(?P<now>{_NUMBER})(?P<unit>{_UNIT})，占[^，。；0-9]{{0,10}}(?P<was>{_NUMBER})(?P<same>{_UNIT})的(?P<rate>{_NUMBER})[%％]"
)
# 覆盖率提高5%，达到62%
_REACHED = regex(
    rf"(?:率|占比|比重|比例)(?:同比|比上年|较上年|比去年)?(?:提高|上升|下降|降低|提升|回落)了?(?P<odd>{_NUMBER}[%％])，(?:达到?|升至|降至|为){_NUMBER}[%％]"
)
_SAME = regex("[比较]|实际|累计|降|升|增")
_NEAR = 0.05  # times
_YEARLY = regex(r"年均|平均|累计|年增|环比")
# 合格率为97.5%，比去年同期提高了1.2%
_LEVEL = regex(
    rf"(?:率|占比|比重|比例|覆盖面)(?:为|达到?|升至|降至|提高到|保持在|稳定在|是)?了?{_NUMBER}[%％]，?(?:同比|环比|(?:比|较)[^，。；0-9]{{0,10}}(?:20[0-9]{{2}}年)?[^，。；0-9]{{0,4}}?)"
    rf"(?:提高|上升|下降|降低|提升|回落|增加|减少|高|低)了?(?P<odd>{_NUMBER}[%％])(?!以上)"
)
# 由31%提高到52%，上升了21%
_STEP = regex(
    rf"(?:由|从)[^，。；0-9]{{0,12}}(?:20[0-9]{{2}}年(?:底|末|初)?的?)?(?P<was>{_NUMBER})[%％][^，。；0-9]{{0,4}}(?:到|至|为)了?[^，。；0-9]{{0,4}}(?:20[0-9]{{2}}年(?:底|末)?的?)?(?P<now>{_NUMBER})[%％]，"
    rf"[^，。；0-9]{{0,4}}?(?:提高|上升|下降|降低|提升|回落|增加|减少|增长|增幅达?|降幅达?)了?(?P<odd>(?P<rate>{_NUMBER})(?P<sign>[%％]|个百分点))"
)


def growths(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the rates of change that contradict the two numbers they are said of, and how."""
    if "%" not in text and "％" not in text:
        return
    for pattern, words in ((_THAN, "比较"), (_FROM, "由从"), (_BOTH, "去上")):
        if words[0] in text or words[1] in text:
            for found in pattern.finditer(text):
                yield from _growth(found)


def _growth(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Check one rate of change against its two numbers, which way it goes included."""
    same = found["same"] or found["unit"]
    if _bare(found["unit"]) != _bare(same) or _YEARLY.search(found[0]):
        return
    now, was = _value(found["now"], found["unit"]), _value(found["was"], same)
    if not was or now == was:
        return
    if found.re is _FROM and found["other"] and not _SAME.search(found["other"]):
        subject = found["other"].strip("数量了")
        if subject and subject not in found.string[: found.start("was")]:
            return  # 由12亩增加到15亩，成本下降5%: something else
    if (now > was) != (re.match(_MORE, found["way"]) is not None):
        yield *found.span("way"), f"按所给数目是{'增加' if now > was else '减少'}"
        return
    said, places = float(found["rate"]), len(found["rate"].partition(".")[2])
    right = abs(now - was) / was * 100
    if abs(right - said) > 0.6 * 10**-places + _slack(found, was):
        at, end = found.span("rate")
        yield at, end + 1, f"按所给数目计算应为{right:.{places}f}%"


def changes_said(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the changes that the numbers before and after contradict, and how."""
    for found in _STEPS.finditer(text) if "由" in text or "从" in text else ():
        if not _bare(found["same"]) == _bare(found["unit"]) == _bare(found["third"]):
            continue
        step = abs(_value(found["now"], found["unit"]) - _value(found["was"], found["same"]))
        said = _value(found["rate"], found["third"])
        if abs(step - said) > 0.001 * step + 1e-6:
            scale = _value("1", found["third"])
            yield *found.span("rate"), f"两数相差{round(step / scale, 4):g}{found['third']}"
    for found in _FOLD.finditer(text) if "倍" in text else ():
        now, was = _value(found["now"], found["unit"]), _value(found["was"], found["same"])
        times = float(found["times"])
        if was and _bare(found["same"]) == _bare(found["unit"]) and abs(now / was - times) < _NEAR:
            said = f"是原来的{found['times']}倍，增长{round(now / was - 1, 1):g}倍"
            yield *found.span("times"), said
    for found in _MORE_THAN.finditer(text) if "，比" in text or "，较" in text else ():
        yield from _more(found)


def _more(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Check a change against the number of now and that of before."""
    if not _bare(found["same"]) == _bare(found["unit"]) == _bare(found["third"]):
        return
    now, was = _value(found["now"], found["unit"]), _value(found["was"], found["same"])
    said, scale = _value(found["rate"], found["third"]), _value("1", found["third"])
    step, less = abs(now - was), found["way"][0] in "减少下降"
    decimals = max(len(found[name].partition(".")[2]) for name in ("now", "was", "rate"))
    if step and less == (now > was):
        yield *found.span("way"), f"按所给数目是{'增加' if now > was else '减少'}"
    elif abs(step - said) > (1.01 * scale * 10**-decimals if decimals else 0.001 * step):
        yield *found.span("rate"), f"两数相差{round(step / scale, 4):g}{found['third']}"


def shares(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the shares that the part before and the whole beside them contradict, and how."""
    for found in _SHARE.finditer(text) if "占" in text else ():
        if _bare(found["unit"]) != _bare(found["same"]):
            continue
        part, whole = _value(found["now"], found["unit"]), _value(found["was"], found["same"])
        said, places = float(found["rate"]), len(found["rate"].partition(".")[2])
        if whole and abs(100 * part / whole - said) > 0.6 * 10**-places + _slack(found, whole):
            at, end = found.span("rate")
            yield at, end + 1, f"按所给数目计算应为{100 * part / whole:.{places}f}%"


def points(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield differences of two rates told in per cent, or told wrong: place, message and mend."""
    for found in _STEP.finditer(text):
        was, now, said = float(found["was"]), float(found["now"]), float(found["rate"])
        step = round(abs(now - was), 2)
        right = f"{step:g}个百分点"
        if found["sign"] == "个百分点":
            if abs(step - said) > 0.051:
                yield *found.span("odd"), f"两个比率之差是{right}", right
        elif abs(step - said) <= 0.051:
            yield *found.span("odd"), "两个比率之差用“百分点”", right
        elif not was or abs(abs(now - was) / was * 100 - said) > 0.6:
            yield *found.span("odd"), f"两个比率之差是{right}", right
    for found in (*_LEVEL.finditer(text), *_REACHED.finditer(text)):
        number = found["odd"].rstrip("%％")
        yield *found.span("odd"), "两个比率之差用“百分点”", f"{number}个百分点"


def _bare(unit: str) -> str:
    return scaled(unit)[1]


def _value(number: str, unit: str) -> float:
    return float(number) * scaled(unit)[0]


def _slack(found: re.Match[str], was: float) -> float:
    """Return how far the rounding of the two numbers can move the rate; whole counts are exact."""
    places = max(len(found[name].partition(".")[2]) for name in ("now", "was"))
    if scaled(found["unit"])[0] == 1 and not places:
        return 0.0
    return 100 * _value(f"{10.0**-places}", found["unit"]) / was
