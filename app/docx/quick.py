"""The plain paragraphs of a text taken out of its XML before a parser builds a tree of it.

Most paragraphs of a long text are one run without looks; read this way they cost a fraction. What
is left in the XML keeps one empty paragraph with a mark for each stretch taken out.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from app.docx.tree import W

MARK = "wenheng-plain"  # the attribute that names a stretch: its first paragraph and how many
_NAMESPACE = f'xmlns:w="{W}"'.encode()
_CHARACTERS = "[ -%'-;=-~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffb\U00010000-\U0010fffd]"
_TOKEN = re.compile(
    '<w:p>(?:<w:pPr><w:pStyle w:val="([^"<>&]*)"/></w:pPr>)?'
    '<w:r>(?:<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>)?'
    f'<w:t( xml:space="preserve")?>({_CHARACTERS}+)</w:t></w:r></w:p>'
    "|<(/?)w:(?:tbl|txbxContent)[ >]"
)
_DECLARATION = re.compile(
    rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?(?:encoding=[\"']([\w-]+)[\"'])?[^>]*?\?>\s*"
)


# A plain paragraph: the id of its style, "" for the default one, and its text.
Plain: TypeAlias = tuple[str, str]


def shortened(content: bytes) -> tuple[bytes, list[Plain]] | None:
    """Return the XML without its plain paragraphs, and these; None where it is written unusually.

    Paragraphs in tables and text boxes stay in the XML.
    """
    text = _text(content)
    if text is None:
        return None
    plain: list[Plain] = []
    left: list[str] = []
    at = begin = depth = 0
    for found in _TOKEN.finditer(text):
        style, space, words, closing = found.groups()
        if words is None:
            depth += -1 if closing else 1
        elif not depth:
            if found.start() != at:
                _mark(left, begin, len(plain))
                left.append(text[at : found.start()])
                begin = len(plain)
            at = found.end()
            plain.append((style or "", words if space else words.strip(" ")))
    if not plain:
        return None
    _mark(left, begin, len(plain))
    left.append(text[at:])
    return "".join(left).encode(), plain


def _mark(left: list[str], begin: int, end: int) -> None:
    if end > begin:
        left.append(f'<w:p {MARK}="{begin} {end}"/>')


def _text(content: bytes) -> str | None:
    """Return XML as text where it is in UTF-8 and hides nothing from a plain look."""
    if content.count(b"xmlns:w=") != 1 or content.count(b"<?") > 1 or b"<!" in content:
        return None
    if _NAMESPACE not in content or MARK.encode() in content:
        return None
    declared = _DECLARATION.match(content)
    if declared and (declared[1] or b"utf-8").lower() != b"utf-8":
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
