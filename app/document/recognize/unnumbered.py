"""Headings of a text that numbers none: short lines, each above a paragraph of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from app.document.ends import common_head
from app.document.model import Role
from app.document.pieces import is_issue
from app.document.recognize.lines import Line
from app.patterns import regex

_BULLETIN = regex("(?:简报|信息|专报|快报|动态|通讯|参考|摘报)(?:[（(].{1,12}[）)])?")
_HEAD_LINES = 6
_ANEW = (Role.PART, Role.TITLE, Role.ATTACHMENT_LABEL, Role.SALUTATION)
_HEAD = (*_ANEW, Role.DATE_LINE, Role.SUBTITLE)
_LONGEST = 24
_LEAST_ROWS = 3
_LEAST_FRAME = 2  # characters
_LONGEST_SECTION = 4
_NO_END = "。；，、：:;,！!…"
_SAID = regex("[问答QA]\\s?[：:]")  # a question and its answer, not a heading
_OFFICE = regex(r"[〔\[（(]|\s")  # below a title: who speaks, or the number of the meeting


def unnumbered(found: Sequence[Line], given: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles of headings without numbers, level by level.

    In a text without headings of the first level two short lines or more, each above a paragraph;
    in any other the sections by which reports end, and a line behind the last of headings that all
    stand alone, where no such line stands between them. In a bulletin, which has an issue number at
    its head, such lines are the titles of its papers, unless all are too short to say of what.
    Within a section of the first level that numbers none below it, such lines are its headings.
    """
    made: dict[int, Role] = {}
    bulletin = _issued(found)
    for piece in _pieces(found, given):
        numbered = any(given.get(found[n].at) is Role.HEADING1 for n in piece)
        rows = [n for n in piece if _stands_alone(found, n, given)]
        papers = bulletin and _papers(found, rows, numbered=numbered)
        if numbered and not papers:
            heads = [n for n in piece if _heads(found[n], given)]
            made.update(dict.fromkeys(_below(found, piece, heads, given), Role.HEADING2))
            rows = _behind(found, rows, heads)
        elif len(rows) < 2 or _repeat(found, rows):
            continue
        role = Role.TITLE if papers else Role.HEADING1
        made.update({found[n].at: role for n in rows})
    return made


def _issued(found: Sequence[Line]) -> bool:
    """Tell whether a file opens with the masthead of a bulletin: its name, an issue number."""
    head = ["".join(line.text.split()) for line in found[:_HEAD_LINES]]
    named = any(_BULLETIN.search(text[-16:]) for text in head if len(text) <= 24)
    return named and any(is_issue(text) for text in head)


def _papers(found: Sequence[Line], rows: Sequence[int], *, numbered: bool) -> bool:
    """Tell whether the short lines of a bulletin are the titles of its papers.

    Where a paper numbers its headings, each of them must stand behind a line left free or behind
    who has written the paper before.
    """
    apart = [n for n in rows if found[n].at - found[n - 1].at > 1 or found[n - 1].text[-1] in "）)"]
    if numbered and (len(apart) < 2 or apart != list(rows)):
        return False
    return any(_titles(found[n]) for n in rows)


def _titles(line: Line) -> bool:
    """Tell whether a line may be the title of a paper: 创建动态 and 【产业发展】 are sections."""
    return len(line.text) > _LONGEST_SECTION and line.text[0] != "【"


def _heads(line: Line, given: Mapping[int, Role]) -> bool:
    """Tell whether a line is a heading of the first level."""
    return given.get(line.at) is Role.HEADING1


def _below(
    found: Sequence[Line], piece: Sequence[int], heads: Sequence[int], given: Mapping[int, Role]
) -> Iterator[int]:
    """Yield the blocks of the short lines that are headings within a section of the first level.

    Three at least, or two of one frame, the first of them right below the heading or below a
    paragraph that leads to them.
    """
    for first, stop in pairwise([*heads, piece[-1] + 1]):
        section = range(first + 1, stop)
        if any(given.get(found[n].at) is Role.HEADING2 for n in section):
            continue
        rows = [n for n in section if _stands_alone(found, n, given, below=first)]
        if not rows or rows[0] > first + 2:
            continue
        if len(rows) >= _LEAST_ROWS or (len(rows) > 1 and _framed(found, rows)):
            yield from [found[n].at for n in rows]


def _framed(found: Sequence[Line], rows: Sequence[int]) -> bool:
    """Tell whether lines all open or all end alike: 关于…方面."""
    first, *others = [found[n].text for n in rows]
    opens = min(common_head(first, text) for text in others)
    ends = min(common_head(first[::-1], text[::-1]) for text in others)
    return max(opens, ends) >= _LEAST_FRAME


def _behind(found: Sequence[Line], rows: Sequence[int], heads: Sequence[int]) -> list[int]:
    """Return those of some short lines behind the last heading that are headings beside it."""
    behind = [n for n in rows if n > heads[-1]]
    alone = len(heads) > 1 and not any(found[n].sentence for n in heads)
    if alone and len(behind) == 1 and len(rows) == 1:
        return behind
    return [n for n in behind if found[n].named]


def _pieces(found: Sequence[Line], given: Mapping[int, Role]) -> list[list[int]]:
    """Return the lines of each document or part, by their places among the lines."""
    pieces: list[list[int]] = [[]]
    for n, line in enumerate(found):
        if given.get(line.at) in _ANEW:
            pieces.append([])
        else:
            pieces[-1].append(n)
    return pieces


def _stands_alone(
    found: Sequence[Line], n: int, given: Mapping[int, Role], below: int = -1
) -> bool:
    """Tell whether a line without a number stands between paragraphs, above one that goes on.

    It may stand right `below` a heading.
    """
    line = found[n]
    if line.at in given or line.lead is not None or len(line.text) > _LONGEST or n == 0:
        return False
    if line.text[-1] in _NO_END or line.text[0] in "（(" or _SAID.match(line.text):
        return False
    if n + 1 >= len(found):
        return False
    before, after = found[n - 1], found[n + 1]
    closed = before.ended or (before.text[0] in "（(" and before.text[-1] in "）)")  # （某乡供稿）
    opens = closed or given.get(before.at) in _HEAD or before.text[-1] in "：:"
    if given.get(before.at) in _HEAD and _OFFICE.search(line.text):
        return False
    text = after.lead is None and after.at not in given and after.sentence
    return (opens or n - 1 == below) and (text or after.lead is not None)


def _repeat(found: Sequence[Line], rows: Sequence[int]) -> bool:
    """Tell whether lines repeat each other, as what a site puts between paragraphs does."""
    return any(count > 1 for count in Counter(found[n].text for n in rows).values())
