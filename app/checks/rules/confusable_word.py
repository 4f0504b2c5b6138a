"""A word where the words around it ask for another of like sound."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import confusables

_WORDS = confusables()


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(_WORDS),
    yields_to=("wrong_word", "formulation_misquote"),
)
def confusable_word(paragraph: Paragraph) -> Iterator[Spot]:
    """同音近音词误用。

    两个都是词，但只有一个能和前后的词语搭配：维护的是“权益”而不是“权宜”，数据开放的是“接口”而不是“借口”。只在前后文都对得上词表的地方提示。

    来源：《现代汉语词典》；词表 resources/lexicons/confusables.tsv
    Bad: 切实维护农民的合法⟦权宜⟧，严防纠纷。 -> 切实维护农民的合法权益，严防纠纷。
    Bad: 请贵局开放数据⟦借口⟧。 -> 请贵局开放数据接口。
    Bad: ⟦截止⟧目前，已完成投资2亿元。 -> 截至目前，已完成投资2亿元。
    Bad: 保障公民的合法⟦权力⟧和人身安全。 -> 保障公民的合法权利和人身安全。
    Bad: 全体队员正在集中⟦修整⟧。 -> 全体队员正在集中休整。
    Bad: 对拒不⟦旅行⟧生效裁判的被执行人，依法查封、⟦扣压⟧涉案财物。 -> 对拒不履行生效裁判的被执行人，依法查封、扣押涉案财物。
    Bad: 免去其主任职务，⟦不在⟧担任检测员；⟦修善⟧养护道班房5处。 -> 免去其主任职务，不再担任检测员；修缮养护道班房5处。
    Bad: 培训费用⟦有⟧主办单位统一承担，请⟦与⟧8月1日前报名，主体工程⟦以⟧全部完成。 -> 培训费用由主办单位统一承担，请于8月1日前报名，主体工程已全部完成。
    Bad: 办理时限⟦有⟧10天缩短到3天，成立⟦有⟧镇长任组长的领导小组，全县⟦以⟧建成站点20个，人才⟦即⟧懂技术又懂管理。 -> 办理时限由10天缩短到3天，成立由镇长任组长的领导小组，全县已建成站点20个，人才既懂技术又懂管理。
    Bad: 定期⟦像⟧居民公布账目，时限缩短⟦致⟧3天，迟到不⟦记入⟧总分。 -> 定期向居民公布账目，时限缩短至3天，迟到不计入总分。
    Good: 费用有专项资金保障，有县领导分别带队，像往常一样报告，不少与会人员发言，改善与邻村的关系，以全部完成任务为目标。
    Good: 该项目不在执行范围，设备不在使用中，本人不在承担单位；不在执行公务时，不在纳入统计的单位；修善积德，旅行社依法经营，扣压弹簧，配备戒具。
    Good: 维护农民的合法权益，依法行使权力，报名截止时间为3月1日。
    Good: 不找借口，不讲条件。采取权宜之计。
    Good: 一触即发，经济关系正在逐步建立，公开曝光，以引起警惕，桩基与支护分包，交纳保证金，办理旅行手续，基础巩固，发奋图强。
    Good: 群众反应强烈，及时反映群众诉求。
    Good: 集中修整道路，推进项目实施，完善附属设施。
    """
    text = paragraph.text
    for wrong, start, end in paragraph.hits:
        words = _WORDS[wrong]
        if words.behind(text, end) and (entry := words.meant(text, start, end)) is not None:
            said = f"“{wrong}”疑为“{entry.right}”" + (f"：{entry.why}" if entry.why else "")
            yield Spot(start, end, said, entry.right)
