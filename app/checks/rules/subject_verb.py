"""Subjects with verbs that do not go with them."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_DEGREE = "(?:得到|得以|持续|不断|逐步|明显|显著|进一步|稳步|大幅|日益|更加|有效|切实|有所)"
_WRONG = (
    ("结构", "提升|提高|增强|增长|扩大|加大", "优化", "升级|层次|水平"),
    ("规模", "提高|增强|加强|增多", "扩大", ""),
    ("差距", "降低|减少|减小|减弱", "缩小", ""),
    ("步伐", "提高|增强|加大|扩大|提升", "加快", ""),
    ("力度", "提高|增强|加快|提升|扩大", "加大", ""),
    ("水平", "增加|增强|加大|扩大|加强|加快", "提高", ""),
    ("质量", "增加|增强|加大|扩大|加强", "提高", "重量"),
    ("素质", "增加|加大|扩大|增多|加快", "提高", ""),
    ("效率", "增加|增强|加大|扩大|加强", "提高", ""),
    ("意识", "加大|扩大|增长|增加|加快", "增强", ""),
    ("负担", "降低|缩小|减弱", "减轻", ""),
    ("成本", "缩小|减弱|减轻", "降低", ""),
    ("环境", "增强|增加|加大|扩大", "优化", ""),
    ("作风", "提高|增强|增加|加大|扩大", "转变", ""),
    ("条件", "提高|增强|增加|加大|扩大|提升", "改善", ""),
    ("面貌", "提高|增强|提升|增加|改进", "改观", ""),
    ("覆盖面", "提高|提升|增强|增加", "扩大", ""),
    ("影响力", "加大|增加|加快", "增强", ""),
    ("满意度", "加大|增加|增强|扩大", "提高", ""),
    ("凝聚力", "提高|加大|增加|扩大", "增强", ""),
)
_RULES = tuple(
    [
        (
            noun,
            right,
            excuse,
            re.compile(rf"{noun}{_DEGREE}{{1,2}}(?P<verb>{verbs})(?=[，。；、！]|了)"),
        )
        for noun, verbs, right, excuse in _WRONG
    ]
)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple([noun for noun, *_ in _WRONG]),
)
def subject_verb(paragraph: Paragraph) -> Iterator[Spot]:
    """主谓搭配不当。

    “结构”用“优化”，“规模”用“扩大”，“差距”用“缩小”，“条件”用“改善”；主语和谓语的搭配是约定的。

    来源：《现代汉语词典》；公文语言惯例
    Bad: 投资结构持续⟦提升⟧。 -> 投资结构持续优化。
    Bad: 城乡差距逐步⟦降低⟧，办学条件明显⟦提高⟧。 -> 城乡差距逐步缩小，办学条件明显改善。
    Good: 投资结构持续优化，管理水平不断提高，差距逐步缩小，产业结构升级加快。
    Good: 结构质量持续提升，服务意识进一步增强。
    """
    text = paragraph.text
    for noun, right, excuse, pattern in _RULES:
        if noun in text:
            for found in pattern.finditer(text):
                if excuse and re.search(excuse, text[max(found.start() - 3, 0) : found.end()]):
                    continue
                said = f"“{noun}”与“{found['verb']}”搭配不当，一般用“{right}”"
                yield Spot(*found.span("verb"), said, right)
