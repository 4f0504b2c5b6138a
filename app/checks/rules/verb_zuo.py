"""做出 and 作出: 作出贡献, 作出决定, 作报告."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.tables import Table, each

_MADE = (
    "贡献|决定|部署|安排|承诺|指示|批示|回应|反应|表率|牺牲|规定|说明|解释|判断|评价|处理|处罚|裁决|"
    "判决|选择|让步|答复|响应|反馈|决策|决议|论述|阐述|阐释|保证|结论|回答|调整|评估|批复|表态|处分"
)
_SPOKEN = "发言|报告|讲话|讲解|介绍|点评|总结|说明|批示|部署|表态|动员|回答|辅导报告|专题报告|补充"
_NAMED = (
    "政府工作报告|工作报告|专题报告|主题报告|述职报告|重要讲话|动员讲话|总结讲话|主旨发言|典型发言|表态发言|交流发言|"
    "动员部署|工作部署"
)
_ROWS = Table(
    (
        (
            "做出",
            rf"(?P<odd>做出)了?(?:[^，。；：、]{{0,12}}?的?(?:更大|更多|巨大|重大|突出|积极)?)(?:{_MADE})(?=[，。；：、！”的）和]|$)",
            "作出",
        ),
        (
            each(
                "做了",
                "精彩|重要|专题|典型|经验|交流|表态|工作|全面|详细|深入|系统|简要|热情|补充|主旨|主题|总结|动员|讲话|发言|报告|介绍|点评|部署",
            ),
            rf"(?P<odd>做)了(?:[^，。；：、做]{{0,8}})(?:{_SPOKEN})(?=[，。；：、！”）和]|$)",
            "作",
        ),
        (
            each("做", _NAMED),
            rf"(?P<odd>做)(?=(?:{_NAMED}))",
            "作",
        ),
        (
            each("做的", f"{_SPOKEN}|题为|工作报告"),
            rf"(?P<odd>做)的(?:题为|[^，。；：、做]{{0,6}}(?:{_SPOKEN})(?=[，。；：、！”）和]|$))",
            "作",
        ),
    )
)


@rule(
    group="词语",
    severity=Severity.HINT,
    idle=True,
    triggers=_ROWS.triggers,
    habit=Habit(mixed=True),
    yields_to=("wrong_word", "collocation", "blended_sentence"),
)
def verb_zuo(paragraph: Paragraph) -> Iterator[Spot]:
    """“做”与“作”。

    抽象的事情、书面的说法，公文里习惯用“作”：作出贡献、作出决定、作报告；具体的事情用“做”：做工作、做好事。两种写法都有人用，只作提示。

    来源：《现代汉语词典》“作”“做”的用法；公文写作惯例
    Bad: 全体水管员为抗旱⟦做出⟧了应有的贡献，站长⟦做⟧了专题报告。 -> 全体水管员为抗旱作出了应有的贡献，站长作了专题报告。
    Bad: 站长所⟦做⟧的题为《节水新路》的发言，引起反响。 -> 站长所作的题为《节水新路》的发言，引起反响。
    Bad: 镇长⟦做⟧政府工作报告。 -> 镇长作政府工作报告。
    Good: 作出了应有的贡献，做了大量工作，做出了一盘菜，做好报告的整理。
    """
    for found, right in _ROWS.found(paragraph):
        yield Spot(*found.span("odd"), f"这里习惯用“{right}”", right)
