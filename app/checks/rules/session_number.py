"""A session told otherwise than in the title: 四届三次 in the title, 本次四届二次 in the text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_N = "一二三四五六七八九十"
_SESSION = regex(rf"(?P<all>(?:第)?[{_N}]{{1,3}}届(?:第)?[{_N}]{{1,3}}次)")
# 本次四届二次职代会; 您在市政协五届五次会议上提出的提案: it is the one of the title.
_THIS = regex(r"(?:本次|这次|此次|召开的这?次|您们?在?[^，。；]{0,8}|你们?在?[^，。；]{0,8})$")
_RAISED = regex(r"[^，。；]{0,16}提出")

_HEAD = (Role.TITLE, Role.SUBTITLE, Role.DATE_LINE)
Told = tuple[str, int, int, bool]  # the session, its place, whether it must be that of the title


def sessions(paragraph: Paragraph) -> tuple[bool, tuple[Told, ...]] | None:
    """Return whether it is a title line, and the sessions it names: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found: list[Told] = []
    for m in _SESSION.finditer(text):
        before = _THIS.search(text, max(m.start() - 14, 0), m.start())
        this = before is not None and (
            not before[0].startswith(("您", "你")) or _RAISED.match(text, m.end()) is not None
        )
        found.append((m["all"].replace("第", ""), *m.span("all"), this))
    return (paragraph.role in _HEAD, tuple(found)) if found else None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("届",),
    facts=sessions,
)
def session_number(reading: Reading) -> Iterator[Spot]:
    """届次与标题不符。

    标题写“四届三次职代会”，正文的“本次”会议应当是同一届同一次；答复提案、建议，来件所在的会议应当与标题一致。

    来源：公文校对惯例
    Bad:
        title| 在公司四届三次职工代表大会上的工作报告
        各位代表：
        让我们以本次⟦四届二次⟧职代会为新的起点，努力奋斗。
    Bad:
        title| 关于对市政协六届一次会议第137号提案的答复
        您在市政协⟦五届五次⟧会议上提出的提案收悉。
    Good:
        title| 在公司四届三次职工代表大会上的工作报告
        我们完成了四届二次职代会确定的任务，要把本次四届三次职代会精神落到实处。
    Good:
        title| 关于对市政协六届一次会议第137号提案的答复
        您在市政协六届一次会议上提出的提案收悉，您在五届五次会议期间也曾关心此事。
    """
    titled: set[str] = set()
    for block, (is_title, told) in reading.present():
        if is_title:
            titled.update(session for session, *_ in told)
            continue
        for session, start, end, this in told:
            if this and len(titled) == 1 and session not in titled:
                said = f"标题写的是“{next(iter(titled))}”，请核对"
                yield Spot(start, end, said, block=block)
