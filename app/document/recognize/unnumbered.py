"""Headings of a text that numbers none: short lines, each above a paragraph of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from app.document.model import Role
from app.document.recognize.lines import Line

_ISSUE = re.compile("第.{1,6}期")
_HEAD_LINES = 6
_ANEW = (Role.PART, Role.TITLE, Role.ATTACHMENT_LABEL, Role.SALUTATION)
_HEAD = (*_ANEW, Role.DATE_LINE, Role.SUBTITLE)
_LONGEST = 24
_NO_END = "。；，、：:;,！？!?…”’）)》"
# Sections that reports end with: headings even where only those before them are numbered.
_NAMED = re.compile(
    "(?:当前|目前)?存在的?(?:主要|突出)?(?:困难|问题|不足)(?:(?:和|及|与)(?:困难|问题|不足|原因|建议))?|"
    "下一?步(?:的)?(?:工作)?(?:打算|安排|计划|措施|思路|重点|建议)|(?:今后|明年|20[0-9]{2}年)的?(?:工作)?"
    "(?:打算|安排|计划|思路|重点)|(?:工作|对策|几点)?(?:建议|启示|体会)|努力方向(?:和改进措施)?|保障措施|"
    "(?:有关|工作)要求|组织领导"
)


def unnumbered(found: Sequence[Line], given: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles of headings without numbers, level by level.

    In a text without headings of the first level two short lines or more, each above a paragraph;
    in any other the sections by which reports end. In a bulletin, which has an issue number at its
    head, such lines are the titles of its papers.
    """
    made: dict[int, Role] = {}
    for piece in _pieces(found, given):
        numbered = any(given.get(found[n].at) is Role.HEADING1 for n in piece)
        rows = [n for n in piece if _stands_alone(found, n, given)]
        if numbered:
            last = max(n for n in piece if given.get(found[n].at) is Role.HEADING1)
            rows = [n for n in rows if n > last and _NAMED.fullmatch(found[n].text)]
        elif len(rows) < 2 or _repeat(found, rows):
            continue
        issued = any(_ISSUE.search(line.text) for line in found[:_HEAD_LINES])
        role = Role.TITLE if issued and not numbered else Role.HEADING1
        made.update({found[n].at: role for n in rows})
    return made


def _pieces(found: Sequence[Line], given: Mapping[int, Role]) -> list[list[int]]:
    """Return the lines of each document or part, by their places among the lines."""
    pieces: list[list[int]] = [[]]
    for n, line in enumerate(found):
        if given.get(line.at) in _ANEW:
            pieces.append([])
        else:
            pieces[-1].append(n)
    return pieces


def _stands_alone(found: Sequence[Line], n: int, given: Mapping[int, Role]) -> bool:
    """Tell whether a line without a number stands between paragraphs, above one that goes on."""
    line = found[n]
    if line.at in given or line.lead is not None or len(line.text) > _LONGEST or n == 0:
        return False
    if line.text[-1] in _NO_END or n + 1 >= len(found):
        return False
    before, below = found[n - 1], found[n + 1]
    opens = before.ended or given.get(before.at) in _HEAD or before.text[-1] in "：:"
    text = below.lead is None and below.at not in given and below.sentence
    return opens and (text or (below.lead is not None and below.lead.value == 1))


def _repeat(found: Sequence[Line], rows: Sequence[int]) -> bool:
    """Tell whether lines repeat each other, as what a site puts between paragraphs does."""
    return any(count > 1 for count in Counter(found[n].text for n in rows).values())
