"""A sum of money without 元, a rate without %."""

import re
from collections.abc import Iterator

from app.checks.amounts.figures import value
from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_MONEY = regex(
    r"(?:产值|零售额|销售额|交易额|总额|营业额|营收|收入|支出|投资|资金|增加值|贷款|存款|余额|税收|利润|债务|"
    r"生产总值|预算|经费|补贴|补助|奖金|损失|成本|造价|价值)[^。；！？0-9]{0,12}?[0-9][0-9,.]*(?P<number>[万亿])(?=[，。；、）]|的(?!人|户|企业|家庭))"
)
# 资助100—300万，: a range of sums, whose unit both lack.
_SUMS = regex(
    r"(?:资助|补助|补贴|奖励|奖金|投资|资金|经费|年薪|月薪|工资|贷款|造价|费用|预算|注册资本|注册资金|启动费|安家费|购房|[（(]?人民币)[^。；！？0-9]{0,10}[0-9][0-9.]*万?(?:—|～|-|~|至|到)(?P<number>[0-9][0-9.]*[万亿])(?=[，。；、）]|科研|经费|资金|奖金|补贴|补助|资助|不等)"
    r"|(?<![0-9.])(?:[0-9][0-9.]*万?)(?:—|～|-|~|至|到)(?P<other>[0-9][0-9.]*[万亿])(?=(?:科研)?(?:启动)?(?:经费|资金|奖金|补贴|补助|资助|贷款|年薪))"
)
_NO_MONEY = regex(r"人口|户数|账户|开户|用户|客户|会员|人数|人次|亩|吨|株|平方")
_RATE = regex(
    r"(?:[\u4e00-\u9fff]率|占比|比重|比例)(?:[^，。；！？0-9]{0,6}?)(?:达到?|为|升至|提高到|保持在|稳定在|控制在|提升至|降至)"
    r"(?:了)?(?P<number>[0-9]{1,2}(?:\.[0-9]+)?)(?=[，。；、）]|以[内上下])"
)
# 同比增长7.2，
_GROWTH = regex(
    r"(?:同比|环比|较?上年|上年同期|去年同期)(?:实际|名义)?(?:增长|下降|上升|减少|回落|提高)(?:了|约)?(?P<number>[0-9]{1,3}(?:\.[0-9]+)?)(?=[，。；）](?![0-9]))"
)
# 现有养老机构12，床位1560张: a count of things without its measure word.
_HOLDS = (
    "共有|现有|建成|新建|设有|拥有|建有|设立|配备|新增|创建|培育|组建|引进|"
    "认定|查处|查扣|查获|破获|检查|排查|整治|拆除|关停|取缔|改造|购置|投放|"
    "安置|帮扶|走访|慰问|救助|培训|发放|清理|种植|栽植|签约|办理|化解|受理"
)
_COUNT = regex(rf"(?:{_HOLDS})[\u4e00-\u9fff]{{2,10}}(?P<count>[1-9][0-9]*)(?=[，。；])")
# 全镇人口4479，党员136名
_PEOPLE = regex(
    r"(?<![0-9])(?:总人口|常住人口|户籍人口|人口|总户数|党员)(?:约|有|为|达)?(?P<count>[1-9][0-9]{1,5})(?=[，。；])"
)
# 共有党员四十二，: the same in Chinese numerals, and lengths and areas in both.
_HAN = "[一二两三四五六七八九十][一二三四五六七八九十百千万零]+"
_HAN_COUNT = regex(
    rf"(?:{_HOLDS}|计有|实有|饲养|养殖|存栏|出栏|栽种|收到|吸收|招收|招录|录用|捐赠)(?:(?!编号|号码|证号|代码)[\u4e00-\u9fff]){{2,10}}?(?<![第初期月日路比点分几至到、之约近逾])(?P<count>{_HAN})(?=[，。；])"
)
_HAN_PEOPLE = regex(
    rf"(?:总人口|常住人口|户籍人口|人口|总户数|党员|社员)(?:约|有|为|达)?(?P<count>{_HAN})(?=[，。；])"
)
_LONG = regex(
    rf"(?:全长|总长|总长度|全宽|总面积|占地面积|建筑面积|水面面积|耕地面积|播种面积|总库容|全程|总重量|净重|毛重|占地(?!面积))(?:约|为|达到?|是|共)?(?P<count>{_HAN}|[1-9][0-9]*(?:\.[0-9]+)?万?)(?=[，。；])"
)
_COPIES = regex("一式(?P<count>[两二三四五六七八九十]|[2-9])(?=[，。；、（]|由|双方|各执|甲乙)")
_MINUTES = regex(
    rf"(?<![时点第比])(?:{_HAN}|[1-9][0-9]?)(?P<count>分)(?=(?:之内|以内|内)[\u4e00-\u9fff]{{0,6}}?(?:到达|赶到|赶赴|抵达|响应|出动|处置|完成|报告|上报|报送|赶往|恢复|集结|到位|到场|办结|回复|联系))"
)
_HAN_LAST = frozenset([f"{n}{mark}" for n in "一二三四五六七八九十百千万" for mark in "，。；"])
_HAN_END = regex(f"{_HAN}[，。；]")
_OF_AGE = regex(rf"(?<!孕期)(?<!孕周)年满(?:{_HAN}|[1-9][0-9])(?P<count>周)(?=[的以者，。；（、])")
_SQUARE = regex(
    "(?<=[0-9十百千万多余])(?P<count>平方)(?!米|公里|千米|厘米|分米|毫米|[英里公市尺寸根差和数式])"
)
_WITHIN = ("分内", "分以内", "分之内")
_WORDS = (
    (("一式",), _COPIES, "份"),
    (_WITHIN, _MINUTES, "钟"),
    (("年满",), _OF_AGE, "岁"),
    (("平方",), _SQUARE, "米"),
)
_ENDS = regex("[0-9](?:[万亿]?[，。；、）]|以[内上下]|[万亿][科经资奖补启贷年不的])")
_NO_RATE = regex(
    r"效率|频率|汇率|概率|功率|税率|利率|出生率|死亡率|自然增长率|发病率|千分|费率|倍率|曲率|速率|占比.{0,6}比"
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        *(f"{n}{sign}" for n in range(10) for sign in "，。；、）万亿以"),
        *sorted(_HAN_LAST),
        *("一式", "年满", "平方", *_WITHIN),
    ),
    yields_to=("wide_thousands_comma",),
)
def missing_unit(paragraph: Paragraph) -> Iterator[Spot]:
    """数字缺少单位。

    金额写了“万”“亿”却没有“元”，比率只有数字没有“%”，汉字数目后面没有量词，“一式四份”漏了“份”。

    来源：GB/T 15835—2011；公文校对惯例
    Bad: 社会消费品零售总额达到⟦468亿⟧；限额以上增长5%。 -> 社会消费品零售总额达到468亿元；限额以上增长5%。
    Bad: 投资⟦860万⟧的集镇改造项目已经开工。 -> 投资860万元的集镇改造项目已经开工。
    Bad: 每个项目资助20—⟦50万⟧，期限2年；另给80～⟦100万⟧科研启动经费。 -> 每个项目资助20—50万元，期限2年；另给80～100万元科研启动经费。
    Bad: 参保率达到⟦97.6⟧，比上年有所提高。 -> 参保率达到97.6%，比上年有所提高。
    Bad: 快递业务量同比增长⟦7.2⟧，投诉量同步下降。 -> 快递业务量同比增长7.2%，投诉量同步下降。
    Bad: 厂区占地⟦5200⟧，建筑面积为⟦1.6万⟧，两年建成。
    Bad: 全县现有养老机构⟦12⟧，床位1560张。
    Bad: 检查车辆5320台次，查处非法营运车辆⟦63⟧，超限车辆218台。
    Bad: 全镇有村民小组62个，总人口⟦23400⟧，其中农业人口2.1万人。
    Bad: 全村共有党员⟦四十二⟧，种植烤烟⟦三千二百⟧，渠道全长⟦36⟧，需年底前完成。
    Bad: 本协议一式⟦四⟧，双方各执两份。 -> 本协议一式四份，双方各执两份。
    Bad: 接报后三十⟦分⟧内赶到现场。 -> 接报后三十分钟内赶到现场。
    Bad: 招收年满十八⟦周⟧的青年。 -> 招收年满十八周岁的青年。
    Good: 全村共有党员四十二名，渠道全长36公里，一式两联，年满十八周岁，农历腊月二十三，正值十二点十五分内勤交班。
    Good: 同比增长7.2%，同比增长7.2、6.5和5个百分点，环比提高3名，占地5200平方米。
    Good: 十分内疚，最后三十分内场观众起立；引进运二十，培训民警约三百，种植面积占百分之三十，办好第二十，扶持十个，带动百千万。
    Good: 全镇总人口23400人，人口：23400，人口2021年有所增加。
    Good: 零售总额达到468亿元，人口达到36.8万，参保率达到97.6%。
    Good: 投资人账户超过1700万，投资者用户达到300万。
    Good: 投资120万、80万元的两个项目，出生率为8.6，效率为35。
    """
    text = paragraph.text
    yield from _behind(text, paragraph.literals)
    yield from _growth(text)
    if not _ENDS.search(text):
        return
    for found in _MONEY.finditer(text):
        start = found.start("number")
        while start and text[start - 1] in "0123456789.,":
            start -= 1
        end = found.end("number")
        if _NO_MONEY.search(found[0]) or re.match(r"、[0-9.]+[万亿]元", text[end:]):
            continue
        yield Spot(start, end, "金额缺少“元”", text[start:end] + "元")
    for found in _SUMS.finditer(text):
        named = "number" if found["number"] else "other"
        if not _NO_MONEY.search(found[0]):
            yield Spot(*found.span(named), "金额缺少“元”", found[named] + "元")
    for found in _RATE.finditer(text):
        number = found["number"]
        if _NO_RATE.search(text[max(found.start() - 3, 0) : found.end()]) or (
            ("." not in number and float(number) < 20)
            or (float(number) < 5 and "率" not in found[0])
        ):
            continue
        yield Spot(*found.span("number"), "比率缺少“%”", f"{number}%")
    for found in (*_COUNT.finditer(text), *_PEOPLE.finditer(text)):
        yield Spot(*found.span("count"), "数字后面缺少量词或者单位")


def _growth(text: str) -> Iterator[Spot]:
    """Report rates of growth without a percent sign; a whole number may be one of things."""
    for found in _GROWTH.finditer(text):
        number = found["number"]
        if "." in number:
            yield Spot(*found.span("number"), "疑漏“%”", f"{number}%")
        else:
            yield Spot(*found.span("number"), "数字后面缺少“%”或者单位")


def _behind(text: str, literals: set[str]) -> Iterator[Spot]:
    """Report counts, lengths, copies, minutes and ages whose measure or unit is left out."""
    han = not literals.isdisjoint(_HAN_LAST) and _HAN_END.search(text)
    if han:
        for found in (*_HAN_COUNT.finditer(text), *_HAN_PEOPLE.finditer(text)):
            if value(found["count"]):
                yield Spot(*found.span("count"), "数字后面缺少量词或者单位")
    for found in _LONG.finditer(text) if han or _ENDS.search(text) else ():
        if found["count"][0].isascii() or value(found["count"]):
            yield Spot(*found.span("count"), "数字后面缺少单位")
    for words, pattern, right in _WORDS:
        for found in pattern.finditer(text) if not literals.isdisjoint(words) else ():
            yield Spot(*found.span("count"), f"疑漏“{right}”", found["count"] + right)
