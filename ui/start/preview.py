"""A document as a small page of HTML, for previews that need no editor."""

from __future__ import annotations

import re
from html import escape

from app.document.model import Document, Role
from ui.theme import Theme

_SLOT = re.compile(r"【[^【】\n]*】")
_LOOKS = {
    Role.TITLE: "text-align:center;font-size:15pt;font-weight:600;margin:2px 0 6px 0",
    Role.SUBTITLE: "text-align:center;margin:0",
    Role.DATE_LINE: "text-align:center;margin:0 0 6px 0",
    Role.SALUTATION: "margin:2px 0",
    Role.PART: "text-align:center;font-weight:600;margin:6px 0 2px 0",
    Role.HEADING1: "font-weight:600;margin:6px 0 2px 0;text-indent:24px",
    Role.HEADING2: "font-weight:600;margin:4px 0 2px 0;text-indent:24px",
    Role.SIGNATURE: "text-align:right;margin:4px 0 0 0",
    Role.DATE: "text-align:right;margin:0",
}
_BODY = "margin:2px 0;text-indent:24px"


def as_html(document: Document, colors: Theme) -> str:
    """Return the paragraphs with the looks of their roles, slots tinted in the accent colour."""
    shown = f'<span style="color:{colors.accent}">\\g<0></span>'
    rows = [
        f'<p style="{_LOOKS.get(block.role, _BODY)}">'
        f"{_SLOT.sub(shown, escape(block.text)).replace(chr(10), '<br>') or '&nbsp;'}</p>"
        for block in document.blocks
    ]
    return "".join(rows)
