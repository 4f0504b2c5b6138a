"""Totals, parts and percentages that do not agree."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.sums import claims


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        "其中",
        "包括",
        "分别",
        "占",
        "率",
        "比例",
        "比重",
        "总",
        "其余",
        "剩余",
        "余下",
        "还有",
        "尚有",
        "中",
        "（",
        "下降",
        "减少",
        "增长",
        "增加",
        "均",
        "第一产业",
    ),
)
def sum_of_parts(paragraph: Paragraph) -> Iterator[Spot]:
    """分项之和与总数不符。

    “共A，其中B、C”各分项合计应等于（或不超过）总数；完成数不应大于总数；百分比应与给出的数目相符。

    来源：公文校对惯例
    Bad: 改造提升⟦1.3万亩，其中旱地0.5万亩、水田0.6⟧万亩。
    Bad: 共有学生800人，其中寄宿生500人，占比⟦65.2%⟧。
    Bad: 发放问卷500份，收回482份，回收率⟦94.6%⟧。
    Bad: 26项任务已完成21项，其余⟦6⟧项正在推进。
    Bad: 先后选派⟦23名医务人员（医生9名、护士19⟧名）驰援。
    Bad: 发生事故6起，比去年同期减少2起，下降⟦33.3%⟧。
    Bad: 现有教学班61个，在校学生3233人，平均班额⟦63⟧人。
    Bad: 总投资⟦1.06亿元，其中上级资金2600万元、区级配套8200⟧万元。
    Good: 选派28名医务人员（医生9名、护士19名）驰援，发生事故6起，减少2起，下降25%。
    Good: 现有教学班61个，在校学生3233人，平均班额53人。
    Good: 认为“减轻”的412人，占70.1%；认为“有所减轻”的147人，占25.0%；认为“没有变化”的29人，占4.9%。
    Good: 办学规模54个班，其中小学36个班、初中18个班，可提供学位2520个。
    Good: 全村分红18.6万元，32户脱贫户户均增收4100元。
    Good: 改造提升1.1万亩，其中旱地0.5万亩、水田0.6万亩。
    Good: 共有学生800人，其中寄宿生500人，占62.5%。
    Good: 75个问题完成71个，736个问题完成690个。
    Good: 全年查处案件30件，其中重大案件3件。
    """
    for start, end, said in claims(paragraph.text):
        yield Spot(start, end, said)
