"""第一、加强领导: an ordinal with the mark of a plain number."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import DIGITS
from app.document.model import HEADINGS, Role
from app.patterns import regex

_ORDINAL = regex(
    rf"(?:^\s*|(?<=[。；，：]))(?P<said>[第其][{DIGITS}])(?P<mark>、)(?![第其{DIGITS}])(?=[\u4e00-\u9fff]{{3}})"
)
_WORDS = ("首先", "其次", "再次", "最后", "同时", "此外", "另外", "因此", "但是", "所以", "总之")
# 首先、要统一思想
_JOINS = regex(
    rf"(?:^\s*|(?<=[。；]))(?P<said>{'|'.join(_WORDS)})(?P<mark>、)(?!其次|再次|最后)(?=[\u4e00-\u9fff]{{3}})"
)


@rule(
    group="编号",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(
        [f"{of}{digit}、" for of in "第其" for digit in DIGITS] + [f"{word}、" for word in _WORDS]
    ),
    habit=Habit(regex(f"[第其][{DIGITS}]，")),
)
def ordinal_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """“第一”“其一”后用了顿号。

    “第一”“其一”“首先”是句子里的词，后面用逗号；只有“一”“二”这样的序号后面才用顿号。

    来源：GB/T 15834—2011 附录B.3
    Bad: 第一⟦、⟧压实责任。第二⟦、⟧加强巡查。 -> 第一，压实责任。第二，加强巡查。
    Bad: 首先⟦、⟧要统一思想。 -> 首先，要统一思想。
    Good: 第一，压实责任。第二，加强巡查。
    Good: 第一、第二产业都有增长，第一、二季度的投资，其一、其二都不成立。
    """
    if paragraph.role is Role.OBJECT:
        return
    severity = Severity.HINT if paragraph.role in HEADINGS else None
    for found in (*_ORDINAL.finditer(paragraph.text), *_JOINS.finditer(paragraph.text)):
        said = f"“{found['said']}”后面用逗号"
        yield Spot(*found.span("mark"), said, "，", severity=severity)
