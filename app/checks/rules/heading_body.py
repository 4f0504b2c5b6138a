"""A heading about one matter, and a body that never names it."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_LEAD = regex(
    r"\s*(?:[0-9]{1,2}[.．]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是])\s*(?P<lead>[^。]{6,40})。(?P<body>.{20,})",
    re.DOTALL,
)
_UNITS = regex(r"村（社区）“两委”|(?:区|县|市|乡镇|镇)委(?=换届)")


@rule(group="一致", severity=Severity.HINT, idle=True, triggers=("“两委”", "委换届"))
def heading_body(paragraph: Paragraph) -> Iterator[Spot]:
    """小标题与内容不符。

    小标题说的是一个对象，正文却只字未提，说的是另一个。

    来源：公文校对惯例
    Bad: 6.⟦做好村（社区）“两委”换届工作⟧。按照统一部署，全力做好区委换届工作，严肃换届纪律，确保风清气正。
    Good: 6.做好村（社区）“两委”换届工作。选优配强“两委”班子，严肃换届纪律，确保风清气正。
    """
    found = _LEAD.match(paragraph.text)
    if found is None or paragraph.role is Role.OBJECT:
        return
    named = {unit[0] for unit in _UNITS.finditer(found["lead"])}
    told = {unit[0] for unit in _UNITS.finditer(found["body"])}
    if (
        named
        and told
        and not named & told
        and not re.search("“两委”|村（社区）|换届选举", found["body"])
    ):
        yield Spot(
            *found.span("lead"), f"小标题说的是“{'、'.join(named)}”，正文说的是“{'、'.join(told)}”"
        )
