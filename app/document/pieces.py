"""Several documents in one file: where each begins, and its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.document.markdown import bare, veiled
from app.document.model import SPACES, Block, Role
from app.patterns import regex

_ISSUE = regex("[（(]?第.{1,6}期")
_CONTENTS = regex(r"\s*(?:本\s*期\s*)?(?:目\s*[录次]|要\s*目|导\s*读|内\s*容)\s*[：:]?\s*")
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.ATTACHMENT_LABEL)
_SILENT = (Role.BLANK, Role.NOISE)
# What stands behind a label 附件1 and is a document, no table or list of names.
_WHOLE = regex(
    "(?:方案|预案|办法|规定|细则|条例|章程|制度|规则|守则|准则|意见|通知|通报|通告|公告|决定|报告|请示|批复|"
    "函|纪要|要点|总结|计划|规划|纲要|安排|讲话|发言|致辞|主持词|述职|汇报|材料|倡议书|公开信)"
    "(?:[（(][^）)]{1,12}[）)])?$"
)


def pieces(blocks: Sequence[Block]) -> Mapping[int, str]:
    """Return the first title row of each document of a file, with the whole title.

    Nothing where the file is one document. The masthead of a bulletin is none of its papers.
    Attachments that are a table or a list of names are no documents; nor is the title that stands
    below 第一部分.
    """
    found: dict[int, str] = {}
    at = 0
    parted = False  # 第一部分 is open: the titles in it are its own
    while at < len(blocks):
        role = blocks[at].role
        if role in _HEAD:
            rows, at = _head(blocks, at)
            titles = [n for n in rows if blocks[n].role is Role.TITLE]
            labelled = any(blocks[n].role is Role.ATTACHMENT_LABEL for n in rows)
            title = "".join([bare(veiled(blocks[n].text)).strip(SPACES) for n in titles])
            masthead = any(is_issue(blocks[n].text) for n in rows)
            whole = not masthead and (not labelled or _WHOLE.search(title))
            if titles and whole and not parted and not _announces(blocks, at):
                found[titles[0]] = title
            continue
        parted = role is Role.PART or (parted and role is not Role.DATE)
        at += 1
    return found if len(found) > 1 else {}


def _announces(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a table of contents or nothing at all stands below a head."""
    return at >= len(blocks) or is_contents(blocks[at].text)


def is_issue(text: str) -> bool:
    """Tell whether a line opens with the number of an issue: 第3期."""
    return _ISSUE.match(text.strip(SPACES)) is not None


def is_contents(text: str) -> bool:
    """Tell whether a line announces a table of contents."""
    return _CONTENTS.fullmatch(text) is not None


def _head(blocks: Sequence[Block], at: int) -> tuple[list[int], int]:
    """Return the rows of the head that begins with a block, and the place behind it."""
    rows: list[int] = []
    issued = False  # a masthead with its issue number has been read, below which a title begins
    while at < len(blocks) and blocks[at].role in (*_HEAD, *_SILENT):
        role = blocks[at].role
        if role is Role.TITLE and issued and blocks[rows[-1]].role is Role.DATE_LINE:
            break
        if role in _HEAD:
            rows.append(at)
            issued = issued or is_issue(blocks[at].text)
        at += 1
    return rows, at
