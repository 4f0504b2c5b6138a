"""A unit or a percent sign whose number was never filled in."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import NUMERALS
from app.checks.tables import Table, each
from app.patterns import regex

_UNIT = "(?:[万亿]?元|万?[亩吨]|万?公里|万千米|万平方米|[万亿]千瓦时|万?人次|个百分点)"
# What is never said of an amount without its number: 上万亩, 达亿元 and 近万人 are.
_AMOUNT = regex(
    "(?:约|共计|合计|总计|分别为|稳定在|同比(?:增长|下降|增加|减少)|较?上年(?:增长|下降|增加|减少))了?"
    f"(?P<odd>{_UNIT}|(?<=共计)人(?=参加|参会|[，。；]))(?!以上|以下|左右|户|村|镇|级)"
)
_PERCENT = regex(
    f'(?<![0-9０-９{NUMERALS}零千万两半XxＸ×_＿○〇*＊）)】〕〉》”"（(/、%％±，：； \u3000])(?P<odd>[%％])'
)
# 医院等个单位, 培训名学员: a measure word whose number is gone, with what it counts.
_THINGS = {
    "个": "行政村|自然村|社区|乡镇|镇|单位|部门|项目|支部|党支部|工作日|方面|街道|点位|企业|教学班|村",
    "家": "企业|单位|合作社|医院|规上|门店|机构|商户|银行",
    "名": "党员|学员|干部|群众|教师|学生|同志|代表|志愿者|职工|医务",
    "项": "工作|任务|措施|活动|制度|改革|指标|举措|政策",
    "户": "群众|农户|贫困户|困难群众|脱贫户",
    "场": "活动|培训|宣讲|招聘会|演出|次",
    "件": "提案|建议|案件|实事",
    "所": "学校|中小学|幼儿园",
    "份": "问卷|资料|宣传",
}
_ONES = "|".join([f"{unit}(?={things})" for unit, things in _THINGS.items()])
_COUNTED = regex(
    "(?:等|共有?|共计|合计|下?辖|现有|涉及|覆盖|走访|慰问|新建|建成|签约|引进|整治|举办|召开|发放|培训|检查|选派|受理|培育|新增|办结|累计)了?"
    rf"(?P<odd>(?!个镇[静定]|个村庄|(?<=等)项|项工作日)(?:{_ONES}))"
)
# 会议于年11月30日召开, 召开年教育工作会议
_BEFORE_YEAR = "召开|举办|对|就|做好|印发|总结|部署"
_YEAR = regex(
    f"(?:^|(?<=[，。；、：（(自于至从\\s])|{_BEFORE_YEAR})(?P<odd>年)"
    "(?=(?:1[0-2]|[1-9])月(?:[0-9]|份|底|初|末|[上中下]旬|至))"
)
_YEAR_OF = regex(
    f"(?:{_BEFORE_YEAR})(?P<odd>年)"
    "(?=教育|财政|经济|安全|党建|农业|综治|如何|工作(?!餐|量|制|日)|第[一二三四]季度|全[国省市县区镇乡校])"
)
# 男职工41人，占比；
_SHARE = regex("(?<=[人名个户家项件])，(?P<odd>仅?占比?|比重为)(?=[；，。、]|$)")
_PAVED = regex(
    "(?:硬化|新建|改造|绿化|铺设|整治|新增|维修|拆除)(?P<odd>万(?:平方米|公里))(?=[，。；、]|$)"
)
# 2018年1月上午
_HALF_DAYS = "上午|下午|晚上|中午"
_NO_DAY = regex(rf"(?:19|20)[0-9]{{2}}年(?:1[0-2]|0?[1-9])(?P<odd>月)(?={_HALF_DAYS})")
_KINDS = Table(
    (
        ("，仅占|，占|，比重为", _SHARE, "后面没有数字"),
        ("万平方米|万公里", _PAVED, "前面没有数字"),
        ("约|共计|合计|总计|分别为|稳定在|同比|上年", _AMOUNT, "前面没有数字"),
        ("%|％", _PERCENT, "前面没有数字"),
        (
            "|".join([each(unit, things) for unit, things in _THINGS.items()]),
            _COUNTED,
            "前面没有数字",
        ),
        (each("年", "1|2|3|4|5|6|7|8|9"), _YEAR, "前面没有年份"),
        (
            each("年", "教育|财政|经济|安全|党建|农业|综治|如何|工作|第|全"),
            _YEAR_OF,
            "前面没有年份",
        ),
        (each("月", _HALF_DAYS), _NO_DAY, "后面没有日子"),
    )
)


@rule(
    group="待填与杂质",
    severity=Severity.WARNING,
    idle=True,
    triggers=_KINDS.triggers,
    yields_to=("redundant_words",),
)
def missing_number(paragraph: Paragraph) -> Iterator[Spot]:
    """数字漏填。

    单位或百分号前面没有数字，多半是等着填数或者复制时丢了。“超万亩”“达亿元”“近万人”自成数量，不在此列。

    来源：公文校对惯例
    Bad: 实现税收约⟦亿元⟧，同比增长⟦%⟧。
    Bad: 播种面积稳定在⟦万亩⟧，其中粮食⟦%⟧。
    Bad: 女职工12人，⟦占⟧；道路硬化⟦万平方米⟧。
    Good: 新建万平方米以上厂房三座，改造万平方米老旧小区。
    Bad: 学校、医院等⟦个⟧单位参加，累计培训⟦名⟧学员。
    Bad: 市政府于⟦年⟧11月30日召开会议。
    Bad: 镇里召开⟦年⟧教育工作会议，共计⟦人⟧参加。
    Bad: 支部于2018年1⟦月⟧上午开展活动。
    Good: 召开年会，对年轻干部加强培养，对年度工作作了总结。
    Good: 学校、医院等12个单位参加，等家庭困难学生，等项工作，等名牌企业，跨年1月举行。
    Good: 实现税收约3亿元，同比增长5%，面积稳定在万亩以上，产值达亿元。
    Good: 村前有一条长约千米的水渠。
    Good: 式中K为压实度，%；增减（±%）。
    Good: 单位：亿元、%。增幅（%）一栏，增长X%、【增幅】%，增长百分之五，建成约万亩级基地。
    """
    for found, lacks in _KINDS.found(paragraph):
        yield Spot(*found.span("odd"), f"“{found['odd']}”{lacks}")
