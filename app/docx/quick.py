"""The plain paragraphs of a text taken out of its XML before a parser builds a tree of it.

Most paragraphs of a long text are one run without looks; read this way they cost a fraction. What
is left in the XML keeps one empty paragraph with a mark for each stretch taken out.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from app.docx.tree import W

MARK = "wenheng-plain"  # the attribute that names a stretch: its first paragraph and how many
_NAMESPACE = f'xmlns:w="{W}"'
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
    declared = _DECLARATION.match(content)
    if declared and (declared[1] or b"utf-8").lower() != b"utf-8":
        return None
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return None
    plain: list[Plain] = []
    left: list[str] = []
    marks: list[str] = []  # behind each of `left`, what stands for the paragraphs there
    at = begin = depth = 0
    for found in _TOKEN.finditer(text):
        style, space, words, closing = found.groups()
        if words is None:
            depth += -1 if closing else 1
        elif not depth:
            start = found.start()
            if start != at:
                marks.append(_mark(begin, len(plain)))
                left.append(text[at:start])
                begin = len(plain)
            at = found.end()
            plain.append((style or "", words if space else words.strip(" ")))
    marks.append(_mark(begin, len(plain)))
    left.append(text[at:])
    if not plain or not _is_usual("".join(left)):
        return None
    return "".join(
        [piece for pair in zip(marks, left, strict=True) for piece in pair]
    ).encode(), plain


def _mark(begin: int, end: int) -> str:
    return f'<w:p {MARK}="{begin} {end}"/>' if end > begin else ""


def _is_usual(rest: str) -> bool:
    """Tell whether what stands around the plain paragraphs hides none of them from a plain look.

    A comment, an entity or another meaning of the prefix could.
    """
    if rest.count("xmlns:w=") != 1 or _NAMESPACE not in rest or MARK in rest:
        return False
    return "<!" not in rest and rest.count("<?") <= 1
