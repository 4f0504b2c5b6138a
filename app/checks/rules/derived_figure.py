"""A figure that the two it comes from contradict: differences, means, shares more."""

import re
from collections.abc import Callable, Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table, each
from app.document.numbering import from_chinese
from app.patterns import regex

_N = r"[0-9]+(?:\.[0-9]+)?"
_UNIT = r"[万亿]?(?:元|人|名|个|家|户|件|项|份|篇|条|亩|吨|座|处|所|台|套|辆|起|场|次|头|只|米|天|公里|平方米|立方米|千瓦时|公斤|克|岁|分)"
_BETWEEN = "[^，。；：0-9]"
_RISE, _FALL = "增长|增加|上升|提高|提升|扩大", "下降|减少|降低|缩短|压缩|压减|缩小"
_TELLS = "(?:同比|环比|比上年|较上年|比去年|较去年|实际|累计)?"
# 由0.32吨标准煤降至0.29吨标准煤，增长9.4%
_VERGES = "|".join(
    [
        each("", "降|下降|减少|降低|压缩|缩短|压减|增加|增长|提高|提升|上升|扩大|增|升", to)
        for to in "到至为"
    ]
)
_DONE = "整改|办结|销号|解决|采纳|答复|回复|化解|兑现|发放|完成"
_TURNED = regex(
    rf"[由从][^。；：]{{1,24}}?(?:(?P<falls>降|下降|降低|减少|压缩|缩短|压减)|(?P<rises>增加|增长|提高|提升|上升|扩大|增|升))(?:到|至|为)了?"
    rf"(?P<now>{_N})[^，。；0-9]{{0,10}}，{_TELLS}(?:(?P<rose>{_RISE})|(?P<fell>{_FALL}))了?(?=[0-9])"
)
# 采购价每公斤7.2元，市场均价每公斤6元，高出12%
_ABOVE = regex(
    rf"(?P<a>{_N})(?P<unit>{_UNIT})，{_BETWEEN}{{1,16}}(?P<b>{_N})(?P=unit)，{_BETWEEN}{{0,8}}?(?P<way>高出|高于|超出|低于|多出)[^，。；0-9]{{0,10}}?(?P<rate>{_N})[%％]"
)
# 占用0.38亩。你主张占地0.6亩，与实测面积相差0.32亩
_APART = regex(
    rf"(?P<a>{_N})(?P<unit>{_UNIT})[^；：0-9]{{1,24}}?(?P<b>{_N})(?P=unit)[^。；：0-9]{{1,16}}?(?:相差|差额为?|差距为?|高出|短少|短缺)了?(?:达)?(?P<d>{_N})(?P=unit)"
)
# 营业收入18.6亿元……按在岗职工2318人计算，人均营业收入8.02万元
_HEADS = regex(
    rf"(?P<all>{_N})(?P<scale>[万亿]?)元[^。；]{{1,50}}?(?P<heads>{_N})(?P<many>万?)[名人户](?P<by>计算|测算|计)?[^。；0-9]{{0,14}}?[人户]均[^，。；0-9]{{0,8}}(?P<mean>{_N})(?P<of>万?)元"
)
# 每年228元给予补偿，2019年至2021年三年合计648元
_YEARLY = regex(
    rf"每年[^，。；0-9]{{0,6}}(?P<m>{_N})(?P<unit>{_UNIT})[^。；0-9]{{0,12}}，[^。；0-9]{{0,8}}(?P<from>20[0-9]{{2}})年?(?:至|到|—|－|～|-)(?P<to>20[0-9]{{2}})年[^。；0-9]{{0,6}}?(?:合计|共计|共|累计){_BETWEEN}{{0,6}}(?P<k>{_N})(?P=unit)"
)
# 上半年……完成年度计划的52%，超时间进度12个百分点
_PACE = regex(
    rf"(?:(?P<quarter>一季度|上半年|前三季度)|(?<!至)(?:前|1(?:月)?(?:至|到|—|－|～|-))(?P<months>1[0-2]|[2-9])个?月)[^。；]{{1,50}}?(?:占|完成|达到?)(?:全年|年度|年初?)[^，。；0-9]{{0,10}}的?(?P<done>{_N})[%％]，"
    rf"[^，。；0-9]{{0,4}}?(?:(?P<ahead>超(?:过|出|前)?|快于|高于|领先)|低于|慢于|落后(?:于)?|滞后(?:于)?)(?:序时|时间|时序)进度(?P<by>{_N})个百分点"
)
# 排查安全隐患417处，已全部整改完毕，整改率98.6%
_ALL = regex(
    rf"(?:已经?|均已|现已)?(?:全部|悉数)(?P<does>{_DONE})(?:到位|完毕|完成|处理)?，(?P=does)(?:完成|到位)?率(?:为|达到?)?(?P<rate>[0-9]{{1,2}}(?:\.[0-9]+)?)[%％]"
)
# 分两年拨付，第一年60%，第二年30%
_SHARES = regex(
    r"分(?:两|二|三|2|3)(?:年|期|次|批)[^。；]{0,14}[，：](?P<one>第一|首)(?P<of>年|期|次|批)[^，。；0-9]{0,8}(?P<a>[0-9]{1,2})[%％]，第二(?P=of)[^，。；0-9]{0,8}(?P<b>[0-9]{1,2})[%％](?:，第三(?P=of)[^，。；0-9]{0,8}(?P<c>[0-9]{1,2})[%％])?(?=[。；，])"
)
# 开设36个教学班，按每班45人计算，可提供学位1820个
_TIMES = regex(
    rf"(?P<n>{_N})个?[\u4e00-\u9fff]{{0,3}}?(?P<of>班|户|村|镇|所|校|站|点|台|套|亩|株|棵|名|人)，按(?:照)?(?:标准)?每个?(?P=of)[^，。；0-9]{{0,4}}(?P<m>{_N})(?P<unit>万?(?:人|名|元|个|斤|公斤))(?:计算|测算|计)?，[^。；，0-9]{{0,12}}?(?P<k>{_N})(?P<same>万?(?:人|名|元|个|斤|公斤))"
)
# CT主机980万元，机房改造45元，配套设备35万元
_SMALL = regex(
    rf"{_N}万元，[\u4e00-\u9fff]{{2,12}}(?P<odd>[1-9][0-9]{{0,2}})元，[\u4e00-\u9fffA-Z、（）]{{2,24}}{_N}万元"
)
# 长20米、宽15米，占地350平方米
_SIDES = regex(
    rf"长(?:度|约)?(?:为|是)?(?P<a>{_N})米[，、]?(?:平均)?宽(?:度)?(?:为|是)?(?P<b>{_N})米[，、]?(?:占地面积|占地|总面积|面积)(?:为|是|共|达到?)?(?P<k>{_N})平方米(?![左余以])"
)
# 上半场以一比零领先，下半场再进两球且未失球，最终以三比零获胜
_GOALS = "[0-9零一二两三四五六七八九十]"
_HALVES = regex(
    rf"(?P<lead>半场)[^。；0-9]{{0,8}}?以(?P<a>{_GOALS})比(?P<b>{_GOALS})(?:暂时)?(?:领先|落后|战平|战成平手)[^。；]{{0,10}}?下半场[^。；，0-9]{{0,8}}?(?:再|又|连|各|独)?(?:进|入|攻入|打入|踢进|攻进)(?P<c>{_GOALS})球"
    rf"(?P<shut>[^。；0-9]{{0,6}}?(?:未失球|未丢球|没有失球|零失球|零封))?[^。；]{{0,8}}?(?:最终|终场|全场|最后)[^。；，]{{0,4}}以(?P<d>{_GOALS})比(?P<e>{_GOALS})"
)
_QUARTERS = {"一季度": 3, "上半年": 6, "前三季度": 9}
_SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}


def _turned(found: re.Match[str]) -> Iterator[Spot]:
    """Report a fall told as a rise, and a rise told as a fall."""
    if found["falls"] and found["rose"]:
        yield Spot(*found.span("rose"), "前面说的是下降，这里说成了增加")
    elif found["rises"] and found["fell"]:
        yield Spot(*found.span("fell"), "前面说的是增加，这里说成了下降")


def _above(found: re.Match[str]) -> Iterator[Spot]:
    """Report a share more or less that the two figures do not give, whichever is the whole."""
    one, other, said = float(found["a"]), float(found["b"]), float(found["rate"])
    if not one or not other:
        return
    places = len(found["rate"].partition(".")[2])
    rates = [100 * abs(one - other) / whole for whole in (other, one)]
    if all(abs(rate - said) > 0.6 * 10**-places + 0.4 for rate in rates):
        start, end = found.span("rate")
        yield Spot(start, end + 1, f"按所给数目计算应为{rates[0]:.{places}f}%")


def _apart(found: re.Match[str]) -> Iterator[Spot]:
    """Report a difference that is not that of the two figures before it, yet near to it."""
    one, other, said = float(found["a"]), float(found["b"]), float(found["d"])
    right = abs(one - other)
    if 0.3 * right < said < 3 * right and abs(right - said) > 0.001 * right + 1e-9:
        yield Spot(*found.span("d"), f"两数相差{round(right, 4):g}{found['unit']}")


def _per_head(found: re.Match[str]) -> Iterator[Spot]:
    """Report a mean whose point stands wrong, or any wrong one said to be reckoned so."""
    heads = float(found["heads"]) * _SCALES[found["many"]]
    if not heads:
        return
    right = float(found["all"]) * _SCALES[found["scale"]] / heads / _SCALES[found["of"]]
    ratio = float(found["mean"]) / right if right else 1.0
    shifted = any(abs(ratio * power - 1) < 0.02 for power in (0.01, 0.1, 10, 100, 10_000))
    if shifted or (found["by"] and abs(ratio - 1) > 0.03):
        yield Spot(*found.span("mean"), f"按所给数目计算应为{right:.4g}{found['of']}元")


def _yearly(found: re.Match[str]) -> Iterator[Spot]:
    """Report a sum of several years that is not so many times that of one."""
    years = int(found["to"]) - int(found["from"]) + 1
    right = years * float(found["m"])
    if years > 1 and abs(right - float(found["k"])) > 0.001 * right:
        yield Spot(*found.span("k"), f"{years}年合计应为{round(right, 2):g}{found['unit']}")


def _all(found: re.Match[str]) -> Iterator[Spot]:
    """Report a rate below a hundred of what is said to be done altogether."""
    start, end = found.span("rate")
    yield Spot(start, end + 1, f"前面说全部{found['does']}，应为100%")


def _parts(found: re.Match[str]) -> Iterator[Spot]:
    """Report the parts of a payment that are not the whole."""
    added = int(found["a"]) + int(found["b"]) + int(found["c"] or 0)
    if added != 100:
        last = "c" if found["c"] else "b"
        start = found.string.rindex("第", 0, found.start(last))
        yield Spot(start, found.end(last) + 1, f"各次合计{added}%，不是100%")


def _times(found: re.Match[str]) -> Iterator[Spot]:
    """Report a product that its factors do not give."""
    right = float(found["n"]) * float(found["m"])
    alike = found["unit"] == found["same"] or {found["unit"], found["same"]} == {"人", "个"}
    if alike and abs(right - float(found["k"])) > 0.01 * right:
        yield Spot(*found.span("k"), f"按所给数目计算应为{right:g}")


def _small(found: re.Match[str]) -> Iterator[Spot]:
    """Report a sum in 元 in the midst of those in 万元."""
    if not re.search("[每均]", found[0]):
        yield Spot(*found.span("odd"), "前后都是“万元”，这里疑缺“万”")


def _pace(found: re.Match[str]) -> Iterator[Spot]:
    """Report how far something is ahead of the calendar where the months give another figure."""
    months = int(found["months"] or 0) or _QUARTERS[found["quarter"]]
    ahead = float(found["done"]) - 100 * months / 12
    right = ahead if found["ahead"] else -ahead
    if abs(right - float(found["by"])) > 0.6:
        if right <= 0:
            yield Spot(
                *found.span("by"), f"{months}个月的时间进度是{100 * months / 12:.1f}%，请核对"
            )
        else:
            yield Spot(*found.span("by"), f"按{months}个月计算应为{round(right, 1):g}个百分点")


def _sides(found: re.Match[str]) -> Iterator[Spot]:
    """Report an area that length and width do not give, nor several of that size."""
    right, told = float(found["a"]) * float(found["b"]), float(found["k"])
    times = told / right if right else 0.0
    whole = times > 1.9 and abs(times - round(times)) < 0.01
    if 0.5 < times < 3 and not whole and abs(times - 1) > 0.02:
        yield Spot(*found.span("k"), f"长宽相乘应为{right:g}平方米")


def _halves(found: re.Match[str]) -> Iterator[Spot]:
    """Report an end score that the first half and the goals of the second do not give."""
    first, against, more, last, others = [from_chinese(found[name]) or 0 for name in "abcde"]
    if last != first + more:
        yield Spot(*found.span("d"), f"{first}球加{more}球是{first + more}球")
    elif others < against or (found["shut"] and others != against):
        yield Spot(*found.span("e"), f"上半场已失{against}球，请核对")


_KINDS: Table[Callable[[re.Match[str]], Iterator[Spot]]] = Table(
    [
        (_VERGES, _TURNED, _turned),
        ("高出|高于|超出|低于|多出", _ABOVE, _above),
        ("相差|差额|差距|高出|短少|短缺", _APART, _apart),
        ("人均|户均", _HEADS, _per_head),
        ("每年", _YEARLY, _yearly),
        ("时间进度|序时进度|时序进度", _PACE, _pace),
        (each("部", _DONE) + "|悉数", _ALL, _all),
        ("第二年|第二期|第二次|第二批", _SHARES, _parts),
        ("，按", _TIMES, _times),
        ("万元，", _SMALL, _small),
        ("米宽|米，宽|米、宽|米平均宽|米，平均宽|米、平均宽", _SIDES, _sides),
        ("半场", _HALVES, _halves),
    ]
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=_KINDS.triggers,
    yields_to=("sum_of_parts",),
)
def derived_figure(paragraph: Paragraph) -> Iterator[Spot]:
    """推算出来的数不符。

    高出百分之几、相差多少、人均多少、几年合计多少、比时间进度快多少，都可以由前面的数推算，应当相符；由高降到低，后面不能说增长。

    来源：算术；公文校对惯例
    Bad: 采购价每公斤7.2元，市场均价每公斤6元，高出⟦12%⟧。
    Bad: 实测面积0.38亩。你主张占地0.6亩，与实测面积相差⟦0.32⟧亩。
    Bad: 实现营业收入18.6亿元；按职工2318人计算，人均8万元；利润1.2亿元，按职工2318人计算，人均利润⟦51.8⟧万元。
    Bad: 每年228元给予补偿，2019年至2021年三年合计⟦648⟧元。
    Bad: 上半年生产原煤286万吨，完成年度计划的52%，超时间进度⟦12⟧个百分点。
    Bad: 能耗由0.32吨标准煤降至0.29吨标准煤，⟦增长⟧9.4%；入园企业从45家增加到60家，同比⟦下降⟧33.3%。
    Bad: 排查隐患417处，已全部整改完毕，整改率⟦98.6%⟧；补助分两年拨付，第一年60%，⟦第二年30%⟧。
    Bad: 开设36个教学班，按每班45人计算，可提供学位⟦1820⟧个；CT主机980万元，机房改造⟦45⟧元，配套设备35万元。
    Good: 排查隐患417处，已全部整改完毕，整改率100%；补助分两年拨付，第一年60%，第二年40%。
    Good: 开设36个教学班，按每班45人计算，可提供学位1620个；奖金总额3万元，每人发放500元，共需经费6万元。
    Good: 采购价每公斤7.2元，市场均价每公斤6元，高出20%；主张占地0.6亩，与实测的0.38亩相差0.22亩。
    Good: 实现营业收入18.6亿元，按职工2318人计算，人均营业收入80.2万元。
    Good: 每年228元给予补偿，2019年至2021年三年合计684元，上半年完成全年计划的52%，超时间进度2个百分点。
    Good: 能耗由0.32吨标准煤降至0.29吨标准煤，下降9.4%；发案由12件下降到8件，群众满意度提高3个百分点。
    Bad: 晒场长30米、宽12米，占地⟦480⟧平方米；上半场以一比零领先，下半场再进两球且未失球，最终以⟦二⟧比零获胜。
    Good: 晒场长30米、宽12米，占地360平方米；两间教室长9米、宽6米，面积108平方米；展厅长30米、宽12米，建筑面积700平方米。
    Good: 上半场以一比零领先，下半场再进两球，最终以三比一获胜。
    Good: 全县实现税收12亿元，新增就业3200人，居民人均可支配收入3.2万元。
    """
    for found, judged in _KINDS.found(paragraph, paragraph.figures.text):
        yield from paragraph.placed(judged(found))
