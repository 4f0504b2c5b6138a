"""A share of a whole that is said to be above a hundred per cent, a growth below nought."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

# Shares that cannot be more than all there is; 完成率 and 增长率 can.
_SHARES = (
    "满意|覆盖|合格|知晓|参与|办结|整改|回收|出勤|到会|参会|入户|普及|达标|受理|答复|回复|回访|按时办结|销号|化解|就业|"
    "参保|参合|参训|入园|毕业|入学|巩固|调解成功|成功|优良|优秀|通过|收看|绿化|森林覆盖|利用|综合利用|无害化处理|处理|收集|收治|治愈|"
    "检出|抽检合格|普查|登记|签约|开工|竣工|投产|持证|在岗|履约|安装|接种|建档|入库|参学|签订|公开|执行|结案|破案|录用"
)
_VERB = (
    "为|达到?|约为?|在|均达到?|分别为|分别达到?|提高到|提升到|上升到|已达|保持在|稳定在|高达|：|:"
)
_OVER = regex(
    rf"(?<!毛)(?:{_SHARES})率(?:{_VERB})?(?:[0-9.]+[%％][、和])*(?P<rate>1[0-9]{{2}}(?:\.[0-9]+)?|[2-9][0-9]{{2}}(?:\.[0-9]+)?)[%％](?!以上的?增)"
)
_AT_LEAST = regex(rf"(?<!毛)(?:{_SHARES})率(?:{_VERB})?了?(?:超过)?100[%％](?P<odd>以上)")
_ABOVE = regex(r"[1-9][0-9]{2}(?:\.[0-9]+)?[%％]")
_SHARE_OF = regex(
    r"占(?!比?重?上年|去年|计划|任务|年度|目标|预算|同期|全年)[^，。；、0-9]{1,12}的(?P<rate>1[0-9]{2}(?:\.[0-9]+)?|[2-9][0-9]{2}(?:\.[0-9]+)?)[%％]"
)
_SIGNED = regex(
    r"(?:增长|增加|提高|上升|下降|减少|降低|回落)了?(?P<sign>[-－−])(?=[0-9.]+(?:[%％]|个百分点))"
)

# 参与率达到60%提升以上: a verb left behind the number.
_LEFT = regex(r"[0-9][%％](?P<odd>提升|提高|增长|增加|下降|上升)(?=以上|左右)")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=("率", "占", "以上", "左右", "-", "－", "−"),
)
def rate_limit(paragraph: Paragraph) -> Iterator[Spot]:
    """比率超出可能的范围。

    满意率、覆盖率、合格率一类是部分占全体的比率，不会超过100%；“增长”“下降”后面的数字不带负号，负增长写作“下降3.2%”。完成率、增长率可以超过100%，不在此列。

    来源：统计常识；公文校对惯例
    Bad: 群众满意率达到⟦102%⟧。
    Bad: 覆盖率、合格率先不说，参保率为⟦105.3%⟧。
    Bad: 全县规模以上工业增加值同比增长⟦-⟧3.2%。
    Bad: 网上参与率达到60%⟦提升⟧以上。
    Bad: 60岁以上老年人占常住人口的⟦120%⟧。
    Bad: 家长满意率达到100%⟦以上⟧。 -> 家长满意率达到100%。
    Good: 小学毛入学率105.8%，任务完成率达到112%，满意率达到100%，营业收入增长率为120%，占年度任务的105%。
    Good: 下降3.2%，增长8%，气温降到-5℃，同比增速为-1.2%，占计划的110%。
    """
    text = paragraph.text
    rates = (_OVER, _SHARE_OF) if _ABOVE.search(text) else ()
    for found in (found for pattern in rates for found in pattern.finditer(text)):
        if float(found["rate"]) > 100:
            start, end = found.span("rate")
            yield Spot(start, end + 1, "部分占全体的比率不会超过100%")
    for found in _AT_LEAST.finditer(text):
        yield Spot(*found.span("odd"), "部分占全体的比率不会超过100%", "")
    for found in _LEFT.finditer(text):
        yield Spot(*found.span("odd"), f"“{found['odd']}”的位置不对，宜放在数字前面或者删去")
    for found in _SIGNED.finditer(text):
        said = f"“{found[0][:2]}”后面不用负号，请核实是增是减"
        yield Spot(*found.span("sign"), said)
