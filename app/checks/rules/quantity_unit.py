"""A quantity in a unit that it cannot have: 雨量80厘米, 面积3公里."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table
from app.patterns import regex

_NUMBER = r"[0-9][0-9.万亿余多至到—～－-]*"
_SAID = r"(?:普遍|一般|局地|最大|累计|总|约|近|超过?|突破|为|达到?|可达|有|是|共|增加到?|扩大到|提高到|稳定在|超|在|至|到|了){0,4}"
_AREA = "平方公里|平方千米|平方米|公顷"
# What is measured → units of another kind, and those to put in their place where that is certain.
_KINDS = (
    (
        "降雨量|降水量|雨量|雨强|小时雨强|降雨",
        "厘米|分米|公里|千米|毫升|平方毫米|平方米|级",
        "毫米",
        "厘米",
    ),
    ("面积", "(?:公里|千米|米|吨|元|人|立方米)", "", ""),
    ("全长|总长|长度|里程|总里程", f"{_AREA}|立方米|吨|亩", "", ""),
    ("库容|蓄水量|供水量|用水量|储水量", f"{_AREA}|公里|千米|亩|毫米", "", ""),
    ("用电量|发电量|上网电量|售电量", "千瓦(?!时|·时)|兆瓦(?!时)", "", ""),
    ("装机容量|装机规模|装机", "千瓦时|千瓦·时|度", "", ""),
    ("气温|温度", "级|毫米|米|%", "", ""),
    ("风力", "毫米|度|摄氏度|米(?!/)", "", ""),
    ("播种面积|种植面积|耕地面积|造林面积", "公斤|斤|吨|株|公里", "", ""),
    (
        "产值|营业收入|财政收入|总投资|固定资产投资|销售额|零售额",
        "人次?|吨|亩|户|家|件|平方米",
        "",
        "",
    ),
    ("(?:相距|海拔|海拔高度|距离[^，。；0-9]{0,8})", "平方公里|平方米|立方米|亩|吨", "", ""),
    (
        "(?<![增成延拉生助校局市县镇乡院部厅处科书行船团班组首])[长宽厚深]",
        "平方公里|平方米|立方米|亩|吨|公斤",
        "",
        "",
    ),
    ("重量|净重|总重|载重", "公里|米|亩|元", "", ""),
    ("时速|车速", "米(?!/)|度|平方公里", "", ""),
    ("(?:常住|户籍|总|农业|服务)人口", "亩|元|公里|吨|平方公里", "", ""),
    ("农作物(?:受灾|成灾|绝收)(?:面积)?", "人|户|元|公里", "", ""),
    ("日处理(?:能力|规模|污水|垃圾){0,2}|处理能力", "元|人|亩", "", ""),
    ("货物周转量|货运周转量", "吨(?!公里|·公里|千米)", "吨公里", "吨"),
    ("旅客周转量|客运周转量", "人次?(?!公里|·公里|千米)", "人公里", "人"),
    ("粮食产量|粮食总产量", "元|亩|公顷|公里|立方米", "", ""),
)
_DIGIT = regex("[0-9]")
_SHORT = regex(r"[0-9][0-9.]*[万亿]?(?P<unit>平方|立方)(?=[，。；、）]|$)")
_TWICE = regex(r"[0-9](?P<scale>亿万)(?=[元亩吨人])")
_MONEY = regex(
    r"(?P<all>(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>[万亿])人民币元?)|(?P<twice>[0-9]+(?:\.[0-9]+)?[万亿]?元(?:人民币)?元)"
)


# The literals of those nouns that are patterns.
_TOLD_BY = {
    "距离[^，。；0-9]": "相距|海拔|距离",
    "[长宽厚深]": "长|宽|厚|深",
    "人口": "人口",
    "农作物": "农作物",
    "处理": "处理",
}
_UNITS = Table(
    (
        next((told for part, told in _TOLD_BY.items() if part in noun), noun.strip("(?:)")),
        rf"(?:{noun}){_SAID}{_NUMBER}(?P<unit>{wrong})",
        (right, only),
    )
    for noun, wrong, right, only in _KINDS
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*_UNITS.triggers, "人民币", "平方", "立方", "亿万", "元元"),
    yields_to=("doubled_character",),
)
def quantity_unit(paragraph: Paragraph) -> Iterator[Spot]:
    """计量单位与所说的量不符。

    雨量用毫米，面积用平方米、亩，库容用立方米，电量用千瓦时而装机容量用千瓦；金额写作“4200万元”或者“人民币4200万元”。

    来源：GB 3100—1993；气象、水利、电力行业用语；公文校对惯例
    Bad: 最大小时雨强可达50至80⟦厘米⟧。 -> 最大小时雨强可达50至80毫米。
    Bad: 累计降雨量达156⟦厘米⟧。 -> 累计降雨量达156毫米。
    Bad: 绿化面积达到3.5⟦公里⟧。
    Bad: 道路全长12.6⟦平方米⟧。
    Bad: 水库总库容1200万⟦平方米⟧。
    Bad: 全社会用电量35.6亿⟦千瓦⟧。
    Bad: 光伏装机容量达到120万⟦千瓦时⟧。
    Bad: 固定资产投资完成额先不计，财政收入达到12.5亿⟦人⟧。
    Bad: 累计交易额突破⟦4200万人民币元⟧。 -> 累计交易额突破4200万元。
    Bad: 距离县城15⟦平方公里⟧，常住人口12.5万⟦亩⟧，路面宽6⟦平方米⟧。
    Good: 距离县城15公里，常住人口12.5万人，路面宽6米，同比增长5吨，日处理能力2万吨。
    Bad: 落实资金⟦300万元元⟧。
    Bad: 建成高标准厂房15.6万⟦平方⟧。 -> 建成高标准厂房15.6万平方米。
    Bad: 总投资12.6⟦亿万⟧元。
    Bad: 完成旅客周转量2.1亿人公里、货物周转量6.3亿⟦吨⟧。 -> 完成旅客周转量2.1亿人公里、货物周转量6.3亿吨公里。
    Good: 雨强可达50至80毫米，积雪深度8厘米，绿化面积3.5万平方米，全长12.6公里。
    Good: 总库容1200万立方米，用电量35.6亿千瓦时，装机容量120万千瓦，面积1.2万亩。
    Good: 交易额突破4200万元，注册资本人民币500万元，捐赠20万元人民币。
    Good: 气温下降8至10℃，风力6级，投资项目12家，收入农户300户。
    """
    text = paragraph.text
    if not _DIGIT.search(text):
        return
    for found, (right, only) in _UNITS.found(paragraph):
        behind = text[found.end() : found.end() + 1]
        if behind and behind in "左右高长宽深线以内外远处":
            continue
        said = f"“{found['unit']}”不是这里应有的单位"
        mend = right if right and found["unit"] == only else None
        yield Spot(*found.span("unit"), said, mend)
    literals = paragraph.literals
    for found in _SHORT.finditer(text) if literals & {"平方", "立方"} else ():
        yield Spot(*found.span("unit"), "单位没有写全", f"{found['unit']}米")
    for found in _TWICE.finditer(text) if "亿万" in literals else ():
        yield Spot(*found.span("scale"), "“亿”“万”连用，数量有误")
    for found in _MONEY.finditer(text) if literals & {"人民币", "元元"} else ():
        if found["all"]:
            mend = f"{found['number']}{found['scale']}元"
            yield Spot(*found.span(), f"应写作“{mend}”或者“人民币{mend}”", mend)
        else:
            yield Spot(*found.span(), "“元”重复")
