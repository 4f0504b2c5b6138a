"""A verb that stands again before the object: 落实责任落实防范措施."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_VERBS = (
    "落实|完成|加强|开展|推进|提高|做好|抓好|强化|健全|建立|完善|增强|加快|深化|推动|促进|确保|坚持|提升|"
    "优化|扩大|加大|改善|改进|履行|贯彻|召开|组织|制定|扣除|实现|巩固|解决|维护|严格|规范|拓展|拓宽|夯实|压实|保障|保证|营造|发挥|弘扬|遵守"
)
_AGAIN = re.compile(
    rf"(?:^|(?<=[，。；、：]))(?P<lead>[\u4e00-\u9fff]{{0,6}}?)(?P<verb>{_VERBS})"
    rf"(?P<between>[\u4e00-\u9fff]{{1,4}}?)(?P<again>(?P=verb))(?P<behind>[\u4e00-\u9fff0-9“]{{2,}})"
)
# Behind these the second stands for itself: 边推进边落实, 以落实促落实, 谁完成谁负责.
_BETWEEN = re.compile(
    r"[边促再就不又才的了并和与及或而已未没先后来去要在为以是到得地也都等让使靠把将对向给被由有会能可应须]|情况|工作|之后|以后|一次"
)
_BEHIND = re.compile(
    r"[的地得了着过是情到率度]|工作|机制|情况|不力|不到位|到位|不够|方案|措施的|力度"
)


@rule(group="词语", severity=Severity.WARNING, idle=True, triggers=tuple(_VERBS.split("|")))
def repeated_verb(paragraph: Paragraph) -> Iterator[Spot]:
    """动词重复。

    同一个动词隔着一两个词又写了一遍，多半是改稿时没有删净：“落实责任落实防范措施”应为“落实防范措施”或者“落实责任、落实防范措施”。

    来源：公文校对惯例
    Bad: ⟦落实责任落实⟧安全防范措施。
    Bad: 进一步⟦加强组织加强⟧领导。
    Good: 落实责任、落实防范措施，边推进边落实，以落实促落实，该完成的完成到位。
    Good: 推进项目建设，推进产业发展，加强组织领导。
    """
    text = paragraph.text
    for found in _AGAIN.finditer(text):
        if _BETWEEN.search(found["between"]) or _BEHIND.match(found["behind"]):
            continue
        yield Spot(
            found.start("verb"),
            found.end("again"),
            f"“{found['verb']}”重复，疑为改稿时没有删净",
        )
