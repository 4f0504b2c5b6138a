"""为了加强管理，确保安全。根据……制定本办法: a full stop behind what is only the purpose."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.verbs import another
from app.patterns import regex

_PURPOSE = regex(
    r"\s*为了?(?P<said>[^。；：]{8,160})(?P<stop>。)"
    r"(?=(?:依据|根据|按照|结合|依照|遵照|现|特|经)[^。]{0,160}(?:(?:制定|制订|修订|拟定|出台|作出)(?:了?(?:本|如下|以下))|通知如下|公告如下|通告如下|提出(?:如下|以下)))"
)
_S = "[^。；：！？]"
# 为了加强管理，保障安全。我公司开展了……: all that is said before the stop are aims.
_AIMS = (
    "提高|提升|增强|促进|推动|推进|保障|确保|保证|维护|营造|激发|弘扬|丰富|加强|深化|规范|树立|展示|展现|扩大|强化|巩固|改善|满足|"
    "汲取|吸取|培养|发扬|传承|贯彻|落实|宣传|普及|鼓励|激励|表彰|方便|优化|完善|健全|防止|避免|杜绝|减少|预防|愉悦|引导|充分发挥|发挥|调动|凝聚|活跃|构建|创造|实现"
)
_HOW = "(?:进一步|切实|更好地?|有效|全面|深入|不断|扎实|着力|大力|充分|积极|广泛|认真|持续)*"
_AIM = regex(rf"{_HOW}(?:为了?|更为了?|也为了?)?{_HOW}(?:{_AIMS})")
_ALONE = regex(
    rf"(?:^\s*(?:（[^（）]{{1,20}}）)?|(?<=[。；：]))(?:[^，。；：\s]{{4,10}}，(?=为))?(?:为了?|[^，。；：\s]{{2,12}}为了)(?P<said>(?!此|主|期|例|民|人){_S}{{6,140}})(?P<stop>。)(?=[0-9\u4e00-\u9fff“][^。]{{8}})"
)
# 5月8日，镇里组织……, 经研究……: what was done for it is told from here.
_NEXT = regex(
    r"(?:(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|近日|日前|经[\u4e00-\u9fff]{0,6}(?:研究|同意|批准)|[\u4e00-\u9fff]{2,12}(?:现面向|面向全|于[0-9]{4}年|组织召开|组织开展|举办了|召开了|开展了))"
)
# What tells that the sentence is whole: somebody has done something.
_WHOLE = regex(
    "了(?!解)|决定|已经?|正在|特制|(?<![\u4e00-\u9fff])我[们局县市区镇乡村校院司]|是|必须|[0-9一二三四五六七八九十两百千万][处个座条项次名户场家所台]"
)

# 使职工受到教育, 统一标准, 同时为客商搭建平台
_MADE = regex(
    "使|让|统一|同时|更好|更加|帮助|掌握|熟悉|了解|学习|回顾|缅怀|纪念|庆祝|迎接|铭记|喜迎|感受|体验|检验|夯实|牢固|补足|搭建|按时|方便|尽量|锻炼|培育|提供|拉近|缓解|加快|助力"
)
# 切实做好开学工作，经研究决定: a further aim behind the stop, and then what is done.
_FURTHER = regex(
    rf"{_HOW}(?:做好|抓好|防范|遏制|防止|{_AIMS})[^。；：！？]{{4,60}}，(?:现就|现将|现对|根据|按照|经[^，]{{0,12}}(?:研究|同意|批准)|特制定|特通知|结合|决定)"
)
_SHORTEST = 10  # characters of aims that only another mark ends
_DONE = regex("了(?!解)|决定|已经?|正在|特制|必须")


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=("为",))
def purpose_stop(paragraph: Paragraph) -> Iterator[Spot]:
    """只说了目的，就用了句号。

    “为了……”只说目的，话还没有说完，后面接“根据……制定本办法”，中间用逗号。

    来源：GB/T 15834—2011 4.1、4.4
    Bad: 为加强档案管理，确保档案安全⟦。⟧根据有关法律法规，结合实际，制定本办法。 -> 为加强档案管理，确保档案安全，根据有关法律法规，结合实际，制定本办法。
    Bad: 为了规范食堂管理，保障师生饮食安全⟦。⟧现将有关事项通知如下： -> 为了规范食堂管理，保障师生饮食安全，现将有关事项通知如下：
    Bad: 为了活跃职工文化生活，增强队伍凝聚力⟦。⟧厂工会举办了第三届拔河比赛。 -> 为了活跃职工文化生活，增强队伍凝聚力，厂工会举办了第三届拔河比赛。
    Bad: 去年雨水偏多。为深入落实防汛责任，提高应急能力⟦。⟧经研究，决定组织一次演练。 -> 去年雨水偏多。为深入落实防汛责任，提高应急能力，经研究，决定组织一次演练。
    Bad: （王小林）为进一步掌握操作规程，统一标准，确保按时完成普查任务⟦。⟧6月3日，林场组织了一次培训。 -> （王小林）为进一步掌握操作规程，统一标准，确保按时完成普查任务，6月3日，林场组织了一次培训。
    Bad: 为进一步规范野外用火管理⟦。⟧有效防范森林火灾，现就有关事项通知如下： -> 为进一步规范野外用火管理，有效防范森林火灾，现就有关事项通知如下：
    Bad: 为加强我县茶园管护工作，有效防范病虫灾害⟦。⟧根据省厅要求，结合实际，制定本方案。 -> 为加强我县茶园管护工作，有效防范病虫灾害，根据省厅要求，结合实际，制定本方案。
    Good: 为加强管理，每周召开例会，总结工作，提出要求。6月8日，召开了第一次例会。
    Good: 为提高应急能力，镇里组织了一次演练。演练分三步。为加强管理，实行挂牌上岗。群众反映很好。
    Good: 为规范考勤，完善考核办法，严格执行制度。为实现共同理想争先创优。同时，抓好后进。为乡村振兴贡献力量。为建设美丽家园添砖加瓦。
    Good: 为加强档案管理，确保档案安全，根据有关法律法规，制定本办法。
    Good: 为加强档案管理，县档案局开展了专项检查。根据检查结果，制定本办法。
    Good: 为民服务是我们的宗旨，大家要时刻牢记在心。根据要求，制定如下措施。
    """
    text = paragraph.text
    found = _PURPOSE.match(text)
    if found is not None and not _WHOLE.search(found["said"]):
        first, *clauses = found["said"].removeprefix("进一步").split("，")
        plain = [_plain(clause) for clause in (first, *clauses)]
        if all(another(clause) or _AIM.match(clause) for clause in plain):
            yield Spot(*found.span("stop"), "目的还没有说完，用逗号", "，")
            return
    for alone in _ALONE.finditer(text):
        clauses = alone["said"].split("，")
        follows = _NEXT.match(text, alone.end()) is not None
        further = alone.start() == 0 and _FURTHER.match(text, alone.end()) is not None
        if (
            ((len(clauses) > 1 and len(alone["said"]) > _SHORTEST) or further)
            and not _DONE.search(alone["said"])
            and all(_AIM.match(one) or (follows and _aims(one)) for one in clauses)
        ):
            yield Spot(*alone.span("stop"), "目的还没有说完，用逗号", "，")


def _aims(clause: str) -> bool:
    """Whether a clause tells what is to be better, or who is made to do something."""
    return _MADE.match(_plain(clause)) is not None


def _plain(clause: str) -> str:
    """Return a clause without the adverbs in front of its verb."""
    return re.sub(
        "^(?:(?:进一步|切实|更好地|有效|全面|深入|深刻|充分|积极|认真|不断|扎实|着力)地?)+",
        "",
        clause,
    )
