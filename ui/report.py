"""The report of the checks as one HTML file that any browser and word processor opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from app import counts, files
from app.document.model import Document
from ui.findings_model import entry

if TYPE_CHECKING:
    from app.checks import Finding

_STYLE = (
    "body{font-family:'Microsoft YaHei','Noto Sans CJK SC',sans-serif;"
    "max-width:52em;margin:2em auto;"
    "color:#24272c;line-height:1.6}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #dcdfe4;padding:6px 8px;text-align:left;vertical-align:top}"
    "th{color:#646b75;font-weight:600}b{color:#d13438}.muted{color:#646b75}"
)


def write(path: Path, name: str, document: Document, findings: Sequence[Finding]) -> None:
    """Write the report. Raises UnwritableFile."""
    files.write(path, html(name, document, findings).encode())


def html(name: str, document: Document, findings: Sequence[Finding]) -> str:
    """Return the report of a document's findings."""
    now = datetime.now()  # noqa: DTZ005  the user's own clock
    counted = Counter(one.severity.label for one in findings)
    figures = "，".join(f"{label} {count}" for label, count in counted.items()) or "没有发现问题"
    rows = "".join(_row(document, number, one) for number, one in enumerate(findings, 1))
    return (
        f"<!doctype html><html lang=zh><meta charset=utf-8><title>检查报告</title>"
        f"<style>{_STYLE}</style><h1>检查报告</h1>"
        f"<p>{escape(name)}，{counts.of_document(document).words} 字<br>"
        f"<span class=muted>{now:%Y年%m月%d日 %H:%M}　{figures}</span></p>"
        "<table><tr><th>序号<th>程度<th>位置<th>原文<th>说明"
        f"{rows}</table></html>"
    )


def _row(document: Document, number: int, finding: Finding) -> str:
    shown = entry(document, finding)
    quoted = f"{escape(shown.before)}<b>{escape(shown.text)}</b>{escape(shown.after)}"
    return (
        f"<tr><td>{number}<td>{finding.severity.label}<td>第 {finding.span.block + 1} 段"
        f"<td>{quoted}<td>{escape(finding.message)}"
    )
