"""What the rules of the document's own kind object to."""

import re
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import papers, title_line
from app.document.model import Role
from app.kinds import Kind, objections, title

_TOLD_ELSEWHERE = frozenset(("closing", "year-in-title", "one-follows", "plan-heading"))

_TITLES = frozenset((Role.TITLE, Role.SUBTITLE))


@rule(
    group="要素",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    facts=title_line,
    yields_to=(
        "request_words",
        "several_matters",
        "title_kind",
        "title_doubled_words",
        "addressee_colon",
        "missing_salutation",
        "missing_closing",
        "doubled_as_follows",
        "title_parts",
    ),
)
def kind_rule(reading: Reading) -> Iterator[Spot]:
    """不合本文种的要求。

    各文种的写法要求写在模板里：请示一文一事、纪要不用第一人称、公告不写主送机关，等等。标题看不出文种、文种也不是选定的，不提示。

    来源：《党政机关公文处理工作条例》；各文种模板
    Bad{kind=jiyao}:
        title| 专题会议纪要
        ⟦我们认为⟧，要加快项目进度。
    Good{kind=jiyao}:
        title| 专题会议纪要
        会议认为，要加快项目进度。
    Good{kind=jiyao}:
        title| 县水利局召开防汛工作专题会议
        我们认为，要加快项目进度。
    """
    if reading.kind is None or not _told(reading, reading.kind):
        return
    own = _own(reading, reading.kind.name)
    for objection in objections(reading.kind, reading.document):
        if objection.rule.id in _TOLD_ELSEWHERE:
            continue
        span = objection.span
        if span.block not in own:
            continue
        severity = Severity(objection.rule.severity)
        yield Spot(
            span.start, span.end, objection.rule.message, block=span.block, severity=severity
        )


def _told(reading: Reading, kind: Kind) -> bool:
    """Whether the kind was chosen, or a line of the title tells it."""
    if reading.document.details.kind:
        return True
    rows = [block.text.strip() for block in reading.document.blocks if block.role in _TITLES]
    said = [title(reading.document), *rows]
    return any(re.search(sign, text) for sign in kind.title_signs for text in said)


def _own(reading: Reading, kind: str) -> range:
    """Return the blocks of the first paper whose title names the kind, where there are several."""
    found = list(papers(reading))
    if len(found) < 2:
        return range(len(reading.document.blocks))
    named = [(one, paper) for one, paper in found if kind in one.text]
    first, paper = (named or found)[0]
    return range(first.blocks[0], paper.stop)
