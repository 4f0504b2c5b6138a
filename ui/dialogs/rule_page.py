"""The page of one rule: what it asks, why, from where, with examples."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.dialogs.frame import Frame
from ui.theme import Theme

if TYPE_CHECKING:
    from app.checks.check import Example, Rule


class RulePage(Frame):
    """Explains a rule; stays open beside the text."""

    def __init__(self, rule: Rule, colors: Theme, parent: QWidget | None) -> None:
        super().__init__(f"检查说明：{rule.title}", parent, 560, 520)
        self.text = QTextBrowser(self)
        self.text.setHtml(page(rule, colors))
        self.text.setAccessibleName("规则说明")
        self.column.addWidget(self.text)
        self.add_buttons([], [self.closing_button()])


def page(rule: Rule, colors: Theme) -> str:
    """Return the page as HTML."""
    when = "停顿后检查" if rule.idle else "边写边检查"
    kind = f"{rule.group} · {rule.severity.label} · {when}"
    parts = [
        f"<h2>{escape(rule.title)}</h2>",
        f'<p style="color:{colors.muted}">{kind}</p>',
        f"<p>{escape(rule.reason)}</p>",
    ]
    if rule.source:
        parts.append(f"<h3>依据</h3><p>{escape(rule.source)}</p>")
    if rule.options:
        meant = "".join(f"<br>{escape(rule.meanings[n])}：{v}" for n, v in rule.options.items())
        parts.append(f"<h3>选项</h3><p>在“设置 › 检查规则”里可以改，默认是：{meant}</p>")
    if rule.bad:
        parts.append("<h3>会提示</h3>" + "".join(_example(one, colors) for one in rule.bad[:6]))
    if rule.good:
        parts.append("<h3>不提示</h3>" + "".join(_example(one, colors) for one in rule.good[:6]))
    return "".join(parts)


def _example(example: Example, colors: Theme) -> str:
    rows: list[str] = []
    for number, line in enumerate(example.lines):
        shown, at = "", 0
        marks = sorted((m.start, m.end) for m in example.marks if m.block == number)
        for start, end in marks:
            shown += escape(line[at:start])
            flagged = escape(line[start:end]) or "▏"
            shown += f'<span style="color:{colors.error};font-weight:600">{flagged}</span>'
            at = end
        rows.append(shown + escape(line[at:]))
    fixed = ""
    if example.fixed is not None:
        text = "<br>".join(escape(line) for line in example.fixed) or "删去这一行"
        fixed = f'<br><span style="color:{colors.good}">→ {text}</span>'
    return f'<p style="margin:4px 0 4px 12px">{"<br>".join(rows)}{fixed}</p>'
