"""The ordinary paragraphs of a text taken out of its XML before a parser builds a tree of it.

Most paragraphs of a long text are runs of words with nothing in them but their looks; read this way
they cost a fraction. What is left in the XML keeps one empty paragraph with a mark for each stretch
taken out.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TypeAlias

from app.docx.tree import W

MARK = "wenheng-plain"  # the attribute that names a stretch: its first paragraph and how many
_NAMESPACE = f'xmlns:w="{W}"'

# The names of attributes stand in the one order in which programs write them, so that none can
# stand twice.
_VALUE = r'="[^"<>&]*"'
_IDS = f"(?: w14:paraId{_VALUE})?(?: w14:textId{_VALUE})?"
_SAVINGS = "".join([f"(?: w:rsid{name}{_VALUE})?" for name in ("R", "RPr", "RDefault", "P")])
_EMPTY = rf"<w:(?!ins|del|move)\w+(?: w:\w+{_VALUE})*/>"  # a property, no tracked change
_WITHIN = f"<w:rPr>(?:{_EMPTY})*</w:rPr>|<w:(?P<list>numPr|tabs|pBdr)>(?:{_EMPTY})*</w:(?P=list)>"
_CHARACTERS = "[ -%'-;=-~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffb\U00010000-\U0010fffd]"
_WORDS = f"{_CHARACTERS}*(?:&(?:amp|lt|gt|quot|apos);{_CHARACTERS}*)*"
_HELD = (
    f'<w:t(?: xml:space="preserve")?>{_WORDS}</w:t>'
    "|<w:(?:tab|br|cr|lastRenderedPageBreak|softHyphen|noBreakHyphen)/>"
)
_RUN = (
    f"<w:r(?: w:rsidR{_VALUE})?(?: w:rsidRPr{_VALUE})?>"
    f"(?:<w:rPr>(?:{_EMPTY})*</w:rPr>)?(?:{_HELD})*</w:r>"
)
_BESIDE = (
    f'<w:proofErr w:type="[a-zA-Z]+"/>|<w:bookmarkStart w:id{_VALUE} w:name{_VALUE}/>'
    f"|<w:bookmarkEnd w:id{_VALUE}/>"
)
_BARE = '<w:r><w:t xml:space="preserve">'
_OPEN, _CLOSE, _BETWEEN = f"<w:p>{_BARE}", "</w:t></w:r></w:p>", f"</w:t></w:r></w:p><w:p>{_BARE}"
_TOKEN = re.compile(
    f"(?P<bare>(?:{_OPEN}{_CHARACTERS}+{_CLOSE})+)"  # no possessive group: Python 3.11.2 errs in it
    f"|<w:p{_IDS}{_SAVINGS}(?:/>|>(?:<w:pPr>(?P<own>(?:{_EMPTY}|{_WITHIN})*)</w:pPr>)?"
    f"(?P<runs>(?:{_RUN}|{_BESIDE})*)</w:p>)"
    "|<w:(?P<inner>tbl|txbxContent)[ >]"
)
_INNER = re.compile("<(/?)w:(?:tbl|txbxContent)[ >]")
# Nearly every run holds looks and words; what another holds is found piece by piece.
_PIECE = re.compile(
    "<w:r(?: [^<>]*)?>(?:<w:rPr>((?:<[^<>]*/>)*)</w:rPr>)?<w:t( [^>]*)?>([^<]*)</w:t></w:r>"
    "|<w:rPr>(.*?)</w:rPr>|<w:t( [^>]*)?>([^<]*)</w:t>|<w:(tab|br|cr|softH|noB)[^<>]*/>|(</w:r>)"
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "softH": "\u00ad", "noB": "\u2011"}
_DECLARATION = re.compile(
    rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?(?:encoding=[\"']([\w-]+)[\"'])?[^>]*?\?>\s*"
)


# An ordinary paragraph: its words where it is nothing else, as most are, or the XML of its
# properties and of what its runs hold, "" for none.
Plain: TypeAlias = str | tuple[str, str]


def shortened(content: bytes) -> tuple[bytes, list[Plain]] | None:
    """Return the XML without its ordinary paragraphs, and these; None where it is unusual.

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
    at = begin = 0
    found = _TOKEN.search(text)
    while found is not None:
        bare, own, _, runs, inner = found.groups()
        start, end = found.span()
        if inner is not None:
            end = _behind(text, end)
        else:
            if start != at:
                marks.append(_mark(begin, len(plain)))
                left.append(text[at:start])
                begin = len(plain)
            at = end
            if bare is None:
                plain.append((own or "", runs or ""))
            else:
                plain += bare[len(_OPEN) : -len(_CLOSE)].split(_BETWEEN)
        found = _TOKEN.search(text, end)
    marks.append(_mark(begin, len(plain)))
    left.append(text[at:])
    if not plain or MARK.encode() in content:
        return None
    rest = "".join([piece for pair in zip(marks, left, strict=True) for piece in pair])
    return (rest.encode(), plain) if _is_usual(rest, content) else None


def worded(runs: str) -> list[tuple[str, str]]:
    """Return what the runs of an ordinary paragraph hold: the XML of the looks, and the text."""
    alone = runs[len(_BARE) : -len("</w:t></w:r>")]  # often one run, with nothing but its words
    if alone and runs.startswith(_BARE) and "<" not in alone and "&" not in alone:
        return [("", alone)]
    found: list[tuple[str, str]] = []
    looks = ""
    for of_run, kept, whole, own, space, words, sign, end in _PIECE.findall(runs):
        said = _said(whole, kept) if whole else _said(words, space)
        if said:
            found.append((of_run if whole else looks, said))
        elif sign:
            found.append((looks, _SIGNS[sign]))
        elif own:
            looks = own
        elif end:
            looks = ""
    return found


def _said(words: str, space: str) -> str:
    """Return what the XML of words says, the blanks around them where they are to be kept."""
    words = words if space else words.strip(" ")
    return unescape(words) if "&" in words else words


def _behind(text: str, at: int) -> int:
    """Return where the table or text box ends that has begun before a place."""
    depth = 1
    for found in _INNER.finditer(text, at):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(text)


def _mark(begin: int, end: int) -> str:
    return f'<w:p {MARK}="{begin} {end}"/>' if end > begin else ""


def _is_usual(rest: str, content: bytes) -> bool:
    """Tell whether what stands around the plain paragraphs hides none of them from a plain look.

    A comment, an entity or another meaning of the prefix could.
    """
    declared = rest.count("xmlns:w=")
    if not declared or rest.count(_NAMESPACE) != declared or "<!" in rest or rest.count("<?") > 1:
        return False
    return "xmlns:w14=" in rest or b" w14:" not in content
