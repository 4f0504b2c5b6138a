"""The report of the checks for the file: a DOCX, or a page that any browser opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from app import counts, files
from app.document.model import ENDING, HEADINGS, Document, Role, block
from ui.actions.writing import ROLE_NAMES
from ui.findings.model import entry
from ui.findings.words import health

if TYPE_CHECKING:
    from app.checks import Finding

KINDS = "Word 文档 (*.docx);;网页 (*.html)"
_HEAD = ("序号", "程度", "位置", "原文", "说明")
_SHARES = (5, 5, 12, 18, 16)
_SECTION = 14  # characters of a heading that tells the place
_QUOTED = 40  # characters of a long sentence that are quoted
_STYLE = (
    "body{font-family:'Microsoft YaHei','Noto Sans CJK SC',sans-serif;"
    "max-width:52em;margin:2em auto;"
    "color:#24272c;line-height:1.6}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #dcdfe4;padding:6px 8px;text-align:left;vertical-align:top}"
    "th{color:#646b75;font-weight:600}b{color:#d13438}.muted{color:#646b75}"
)


def write(path: Path, name: str, document: Document, findings: Sequence[Finding]) -> Path:
    """Write the report of a document's findings and return its file; HTML where the name asks.

    Raises UnwritableFile.
    """
    if path.suffix.lower() in {".html", ".htm"}:
        files.write(path, _html(name, document, findings).encode())
        return path
    from app import formats

    path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
    about = [block(line) for line in (*_about(name, document, findings), *_legend(findings))]
    above = (block("检查报告", Role.TITLE), block("", Role.BLANK), *about)
    rows = [
        (*cells, f"{before}〔{text}〕{after}", "\n".join(said))
        for *cells, (before, text, after), said in _rows(document, findings)
    ]
    formats.save_table(path, above, (_HEAD, *rows), _SHARES)
    return path


def _legend(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return how the table of a DOCX shows which words are meant."""
    return ("“原文”一栏，问题所在的字用〔〕括起，括号不是原文",) if findings else ()


def _about(name: str, document: Document, findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return what the report is about, when it was made, by which date, and the figures."""
    from app.checks import Severity
    from app.checks.dates import decided, judging

    now = datetime.now()  # noqa: DTZ005  the user's own clock
    counted = Counter(one.severity for one in findings)
    figures = "，".join([f"{sort.label}{counted[sort]}处" for sort in Severity if counted[sort]])
    words = counts.of_document(document).words
    share = health(words, counted[Severity.ERROR], counted[Severity.WARNING]) if findings else ""
    day, teller = decided(document)
    judged = f"{judging(day, teller)}（{teller}）"
    figures = "；".join(filter(None, (figures or "没有发现问题", share)))
    return f"{name}，{words}字", f"{now:%Y年%m月%d日 %H:%M}", judged, figures


def _rows(
    document: Document, findings: Sequence[Finding]
) -> list[tuple[str, str, str, tuple[str, str, str], tuple[str, ...]]]:
    """Return number, severity, place, the words around and in it, and what is said of each.

    The last tells how to mend it too, where that is known.
    """
    return [
        (
            str(number),
            one.severity.label,
            _place(document, one.span.block),
            _quoted(document, one),
            (one.message, *[f"建议：{fix.title}" for fix in one.fixes[:1]]),
        )
        for number, one in enumerate(sorted(findings, key=_order), 1)
    ]


def _quoted(document: Document, one: Finding) -> tuple[str, str, str]:
    """Return the words before, in and behind a finding, with … where more stands there."""
    shown, text = entry(document, one), document.blocks[one.span.block].text
    before = shown.before if text.lstrip().startswith(shown.before) else f"…{shown.before}"
    after = shown.after if text.endswith(shown.after) else f"{shown.after}…"
    return before, _short(shown.text), after


def _order(one: Finding) -> tuple[int, int]:
    return one.span.block, one.span.start


def _place(document: Document, at: int) -> str:
    """Return the heading above a block, or what it is at the end; and which paragraph it is."""
    above = (document.blocks[number] for number in range(at, -1, -1))
    heading = next((one.text.strip() for one in above if one.role in HEADINGS), "")
    if document.blocks[at].role in ENDING:
        heading = ROLE_NAMES[document.blocks[at].role]
    lead = heading.partition("。")[0]
    short = f"{lead[:_SECTION]}…" if len(lead) > _SECTION else lead
    which = f"第{at + 1}段" if document.blocks[at].object is None else f"第{at + 1}段，表格"
    return f"{short}（{which}）" if short else which


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED // 2]}……{text[-_QUOTED // 2 :]}"


def _html(name: str, document: Document, findings: Sequence[Finding]) -> str:
    about, *others = map(escape, _about(name, document, findings))
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}" for cell in cells)
        + f"<td>{escape(before)}<b>{escape(text)}</b>{escape(after)}"
        + f"<td>{'<br>'.join(map(escape, said))}"
        for *cells, (before, text, after), said in _rows(document, findings)
    )
    return (
        f"<!doctype html><html lang=zh><meta charset=utf-8><title>检查报告</title>"
        f"<style>{_STYLE}</style><h1>检查报告</h1>"
        f"<p>{about}<br><span class=muted>{'　'.join(others)}</span></p>"
        f"<table><tr>{''.join(f'<th>{title}' for title in _HEAD)}{rows}</table></html>"
    )
