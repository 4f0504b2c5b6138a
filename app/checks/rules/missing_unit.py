"""A sum of money without 元, a rate without %."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_MONEY = re.compile(
    r"(?:产值|零售额|销售额|交易额|总额|营业额|营收|收入|支出|投资|资金|增加值|贷款|存款|余额|税收|利润|债务|"
    r"生产总值|预算|经费|补贴|补助|奖金|损失|成本|造价|价值)[^。；！？0-9]{0,12}?[0-9][0-9,.]*(?P<number>[万亿])(?=[，。；、）])"
)
# 资助100—300万，: a range of sums, whose unit both lack.
_SUMS = re.compile(
    r"(?:资助|补助|补贴|奖励|奖金|投资|资金|经费|年薪|月薪|工资|贷款|造价|费用|预算|注册资本|注册资金|启动费|安家费|购房|[（(]?人民币)[^。；！？0-9]{0,10}[0-9][0-9.]*万?(?:—|～|-|~|至|到)(?P<number>[0-9][0-9.]*[万亿])(?=[，。；、）]|科研|经费|资金|奖金|补贴|补助|资助|不等)"
    r"|(?<![0-9.])(?:[0-9][0-9.]*万?)(?:—|～|-|~|至|到)(?P<other>[0-9][0-9.]*[万亿])(?=(?:科研)?(?:启动)?(?:经费|资金|奖金|补贴|补助|资助|贷款|年薪))"
)
_NO_MONEY = re.compile(r"人口|户数|账户|开户|用户|客户|会员|人数|人次|亩|吨|株|平方")
_RATE = re.compile(
    r"(?:[\u4e00-\u9fff]率|占比|比重|比例)(?:[^，。；！？0-9]{0,6}?)(?:达到?|为|升至|提高到|保持在|稳定在|控制在|提升至|降至)"
    r"(?:了)?(?P<number>[0-9]{1,2}(?:\.[0-9]+)?)(?=[，。；、）]|以[内上下])"
)
# 现有养老机构12，床位1560张: a count of things without its measure word.
_HOLDS = (
    "共有|现有|建成|新建|设有|拥有|建有|设立|配备|新增|创建|培育|组建|引进|"
    "认定|查处|查扣|查获|破获|检查|排查|整治|拆除|关停|取缔|改造|购置|投放|"
    "安置|帮扶|走访|慰问|救助|培训|发放|清理|种植|栽植|签约|办理|化解|受理"
)
_COUNT = re.compile(rf"(?:{_HOLDS})[\u4e00-\u9fff]{{2,10}}(?P<count>[1-9][0-9]*)(?=[，。；])")
# 全镇人口4479，党员136名
_PEOPLE = re.compile(
    r"(?<![0-9])(?:总人口|常住人口|户籍人口|人口|总户数|党员)(?:约|有|为|达)?(?P<count>[1-9][0-9]{1,5})(?=[，。；])"
)
_ENDS = re.compile("[0-9](?:[万亿]?[，。；、）]|以[内上下]|[万亿][科经资奖补启贷年不])")
_NO_RATE = re.compile(
    r"效率|频率|汇率|概率|功率|税率|利率|出生率|死亡率|自然增长率|发病率|千分|费率|倍率|曲率|速率|占比.{0,6}比"
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple([f"{n}{sign}" for n in range(10) for sign in "，。；、）万亿以"]),
    yields_to=("wide_thousands_comma",),
)
def missing_unit(paragraph: Paragraph) -> Iterator[Spot]:
    """数字缺少单位。

    金额写了“万”“亿”却没有“元”，比率只有数字没有“%”。

    来源：GB/T 15835—2011；公文校对惯例
    Bad: 社会消费品零售总额达到⟦468亿⟧；限额以上增长5%。 -> 社会消费品零售总额达到468亿元；限额以上增长5%。
    Bad: 每个项目资助20—⟦50万⟧，期限2年；另给80～⟦100万⟧科研启动经费。 -> 每个项目资助20—50万元，期限2年；另给80～100万元科研启动经费。
    Bad: 参保率达到⟦97.6⟧，比上年有所提高。 -> 参保率达到97.6%，比上年有所提高。
    Bad: 全县现有养老机构⟦12⟧，床位1560张。
    Bad: 检查车辆5320台次，查处非法营运车辆⟦63⟧，超限车辆218台。
    Bad: 全镇有村民小组62个，总人口⟦23400⟧，其中农业人口2.1万人。
    Good: 全镇总人口23400人，人口：23400，人口2021年有所增加。
    Good: 零售总额达到468亿元，人口达到36.8万，参保率达到97.6%。
    Good: 投资人账户超过1700万，投资者用户达到300万。
    Good: 投资120万、80万元的两个项目，出生率为8.6，效率为35。
    """
    text = paragraph.text
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
