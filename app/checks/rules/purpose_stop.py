"""为了加强管理，确保安全。根据……制定本办法: a full stop behind what is only the purpose."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.verbs import another

_PURPOSE = re.compile(
    r"\s*为了?(?P<said>[^。；：]{12,160})(?P<stop>。)"
    r"(?=(?:依据|根据|按照|结合|依照|遵照|现|特|经)[^。]{0,160}(?:(?:制定|制订|修订|拟定|出台|作出)(?:了?(?:本|如下|以下))|通知如下|公告如下|通告如下|提出(?:如下|以下)))"
)
# What tells that the sentence is whole: somebody has done something.
_WHOLE = re.compile(
    "了(?!解)|决定|已经?|正在|特制|我[们局县市区镇乡村校院司]|是|必须|[0-9一二三四五六七八九十两百千万][处个座条项次名户场家所台]"
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=("为",))
def purpose_stop(paragraph: Paragraph) -> Iterator[Spot]:
    """只说了目的，就用了句号。

    “为了……”只说目的，话还没有说完，后面接“根据……制定本办法”，中间用逗号。

    来源：GB/T 15834—2011 4.1、4.4
    Bad: 为加强档案管理，确保档案安全⟦。⟧根据有关法律法规，结合实际，制定本办法。 -> 为加强档案管理，确保档案安全，根据有关法律法规，结合实际，制定本办法。
    Bad: 为了规范食堂管理，保障师生饮食安全⟦。⟧现将有关事项通知如下： -> 为了规范食堂管理，保障师生饮食安全，现将有关事项通知如下：
    Good: 为加强档案管理，确保档案安全，根据有关法律法规，制定本办法。
    Good: 为加强档案管理，县档案局开展了专项检查。根据检查结果，制定本办法。
    Good: 为民服务是我们的宗旨，大家要时刻牢记在心。根据要求，制定如下措施。
    """
    found = _PURPOSE.match(paragraph.text)
    if found is None or _WHOLE.search(found["said"]):
        return
    first, *clauses = found["said"].removeprefix("进一步").split("，")
    if all(another(_plain(clause)) for clause in (first, *clauses)):
        yield Spot(*found.span("stop"), "目的还没有说完，用逗号", "，")


def _plain(clause: str) -> str:
    """Return a clause without the adverbs in front of its verb."""
    return re.sub("^(?:(?:进一步|切实|更好地|有效|全面|深入|不断|扎实|着力)地?)+", "", clause)
