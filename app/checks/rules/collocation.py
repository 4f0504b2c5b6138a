"""Verbs with objects that do not take them."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.collocations import clash, verbs
from app.checks.tables import Table

# An object that two verbs share, and predicates that say what the object is not.
_BLENDS = Table(
    (
        (
            "侵犯",
            r"(?P<odd>侵犯)(?:了)?(?:[\u4e00-\u9fff]{2})?群众利益",
            ("“侵犯……利益”一般用“侵害”", "侵害"),
        ),
        (
            "领导核心作用",
            r"领导核心作用更加(?P<odd>坚强)",
            ("“作用……坚强”搭配不当，一般用“突出”", "突出"),
        ),
        ("效率低", r"(?P<odd>提升)[^，。；]{0,6}效率低", ("“提升……效率低”搭配不当", None)),
        ("达到", r"达到(?P<odd>[^，。；]{0,8}的效果明显)", ("“达到……效果明显”搭配不当", None)),
        (
            "常怀",
            r"常怀[^，。；]{2,8}之心(?P<odd>和[\u4e00-\u9fff]{2,4})(?=[，。；])",
            ("“常怀”只与“……之心”搭配", None),
        ),
        (
            "凝聚力",
            r"(?P<odd>凝聚)[^，。；]{0,14}(?<!增强)(?<!提高)(?<!提升)凝聚力",
            ("“凝聚……凝聚力”搭配不当，一般用“增强”", "增强"),
        ),
        ("年久", r"年久(?P<odd>未修|失休|失维)", ("固定的说法是“年久失修”", "失修")),
    )
)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple({*verbs(), *_BLENDS.triggers}),
)
def collocation(paragraph: Paragraph) -> Iterator[Spot]:
    """动宾搭配不当。

    “力度”用“加大”，“活力”用“激发”，“步伐”用“加快”，“意识”用“增强”，“任务”用“完成”，“职责”用“履行”；动词与宾语的搭配是约定的。

    来源：《现代汉语词典》；词表 resources/lexicons/collocations.tsv
    Bad: ⟦加强⟧对干部的教育培训力度 -> 加大对干部的教育培训力度
    Bad: ⟦加强⟧对村干部和后备干部的培训力度 -> 加大对村干部和后备干部的培训力度
    Bad: ⟦激活⟧本土人才活力 -> 激发本土人才活力
    Bad: ⟦提高⟧组织工作服务发展的新水平
    Bad: ⟦实现⟧全年造林任务，⟦执行⟧好河长职责。 -> 完成全年造林任务，履行好河长职责。
    Bad: 认真⟦采取⟧代表意见，⟦改善⟧干部作风。 -> 认真采纳代表意见，改进干部作风。
    Bad: ⟦凝聚⟧党组织的凝聚力和战斗力。 -> 增强党组织的凝聚力和战斗力。
    Bad: 消防设施年久⟦未修⟧。 -> 消防设施年久失修。
    Good: 加强教育培训，加大执法力度，激发市场活力。
    Good: 增强党员干部贯彻落实方针政策的能力，以自觉规范上水平。
    Good: 加强组织领导和加大投入力度，提高办事效率，加快改革步伐。
    Good: 开展观摩会、培训班、知识竞赛等活动，达到凝聚共识、鼓舞士气的目的。
    Good: 加大重点项目推进工作力度，完善工作推进机制，实现目标任务。
    Good: 完成搬迁任务的工作目标，开展宣传贯彻条例的活动，采取组织培训、开展服务等措施，作出创造性的贡献，加大力度见成效。
    Good: 加大调整和优化结构的力度，加强文明建设将产生影响，丰富了对历史的认识，构筑工作机制。
    Good: 提升治理体系和治理能力现代化水平，推动综合治理水平提升，完善素质教育体系，采取发函方式征求意见。
    """
    text = paragraph.text
    for verb, start, _ in paragraph.hits:
        told = clash(text, verb, start)
        if told is not None:
            said = f"“{verb}……{told.noun}”搭配不当，一般用“{told.right}”"
            severity = Severity.HINT if told.mild else None
            yield Spot(start, told.end, said, told.fix or None, severity=severity)
    for found, (said, fix) in _BLENDS.found(paragraph):
        # 侵犯利益 is said as well.
        yield Spot(*found.span("odd"), said, fix, severity=Severity.HINT if fix == "侵害" else None)
