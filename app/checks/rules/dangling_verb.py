"""A verb that still waits for what it governs when the clause ends."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

# 没有得到根本。: the word of degree has lost the verb behind it.
_HOW = "根本|根本性|有效|明显|切实|进一步|较大|显著|全面|较好|极大|彻底|大幅|大幅度|逐步|持续|不断|充分|很大|初步"
_CUT = re.compile(
    rf"(?P<odd>(?:得到|取得|获得)了?(?:{_HOW})的?)(?=[，。；])|(?P<bare>得以)(?=[，。；])"
)
# 存在着配合不够积极、反馈不够及时。: what exists is a 问题 or the like.
_NOUN = "问题|现象|情况|不足|短板|情形|差距|弱项|薄弱|困难|隐患|风险|等|倾向|行为|矛盾|缺陷|漏洞|难题|弊端|环节|状况|方面"
_EXISTS = re.compile(
    rf"(?P<odd>存在着?)(?!于)(?:(?!{_NOUN})[^，。；：！？“”]){{1,40}}不(?:够|太|甚)[\u4e00-\u9fff]{{1,4}}(?=[。；])"
)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=("得到", "取得", "获得", "得以", "存在"),
)
def dangling_verb(paragraph: Paragraph) -> Iterator[Spot]:
    """动词后面的话没有说完。

    “得到根本”“取得明显”后面缺中心词，“得以”后面缺动词；“存在……不够……”后面宜有“的问题”“等现象”，只作提示。

    来源：公文语病惯例
    Bad: 人才流失的现象没有⟦得到根本⟧。
    Bad: 服务质量⟦得到了明显⟧，群众比较满意。
    Bad: 历史遗留问题终于⟦得以⟧，群众非常满意。
    Bad: 个别单位⟦存在着⟧配合不够积极、反馈不够及时。
    Good: 人才流失的现象没有得到根本扭转，服务质量得到了明显提高，问题得以解决。
    Good: 个别单位存在着配合不够积极、反馈不够及时的问题；问题依然存在，整改还不够彻底。
    Good: 工作中存在一些不足，调查研究不够深入；措施切实有效，进步明显。
    """
    text = paragraph.text
    for found in _CUT.finditer(text):
        yield Spot(*found.span(), f"“{found[0]}”后面的话没有说完，疑有漏字")
    for found in _EXISTS.finditer(text):
        said = "“存在”后面疑缺“的问题”一类的词"
        yield Spot(*found.span("odd"), said, severity=Severity.HINT)
