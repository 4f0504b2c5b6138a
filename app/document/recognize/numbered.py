"""Numbered paragraphs: which are parts, headings and items, and which only look it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from app.document.model import Role
from app.document.numbering import Enumerator, Form, from_chinese, leading, places, points
from app.document.recognize.lines import Line
from app.patterns import regex

# What a number makes of a line that stands alone above text of its own.
STANDING = {
    Form.ARABIC: Role.HEADING3,
    Form.DECIMAL: Role.HEADING4,
    Form.ARABIC_PAREN: Role.HEADING3,
    Form.ARABIC_BRACKET: Role.HEADING4,
}
_ANEW = (Role.PART, Role.TITLE, Role.ATTACHMENT_LABEL)
_WORDS = (Form.IS, Form.MUST, Form.FIRST, Form.SIDE, Form.ONE)
_PAIRED = (Form.FIRST, Form.SIDE, Form.ONE)
_DEPTH = {
    Form.CHINESE: 1,
    Form.CHINESE_BRACKET: 2,
    Form.ARABIC: 3,
    Form.ARABIC_BRACKET: 4,
    Form.ARABIC_PAREN: 5,
    Form.CIRCLED: 6,
}
# A number that waits for its text.
_BARE = {
    Form.CHINESE_BRACKET: Role.HEADING2,
    Form.ARABIC: Role.ITEM,
    Form.DECIMAL: Role.ITEM,
    Form.ARABIC_BRACKET: Role.ITEM,
    Form.ARABIC_PAREN: Role.ITEM,
    Form.CIRCLED: Role.ITEM,
    Form.ARTICLE: Role.ITEM,
    Form.ORDINAL: Role.ITEM,
    **dict.fromkeys(_WORDS, Role.ITEM),
}
# 三、四月份, 一、二年级, 三、五天: two numbers of a quantity, not a heading.
_QUANTITY = regex(
    "[一二三四五六七八九十]{1,3}(?:个?(?:月|季度|年级|年|天|日|周|号|楼|级|类|线|期|批|层|岁|成|次|名|人|户|"
    "家|条|件|项|点|里|分|产业|把手|班|组|队|等奖|十))"
)
_PART_GOES_ON = regex("[是为的在将要讲主由从我，,。]|内容|课")
_LONGEST_ALONE = 50
_ASKED = "？?"  # a question stands as a heading above its answer
_LONGEST_PART = 40
_NEAR = 60  # lines that are looked over for the next number
_LONGEST_SAID = 30  # the lead sentence of a heading whose number has no mark: 一 抓学习。每周读书。


def numbered(found: Sequence[Line], settled: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles of the numbered lines; `settled` are the roles already given."""
    roles = _headings(found, settled)
    found = [_bared(line, roles, settled) for line in found]
    last = 0
    for n, line in enumerate(found):
        role = roles.get(line.at) or settled.get(line.at)
        if role is None and line.lead is None and _due(line, last + 1):
            roles[line.at] = Role.ITEM
            last += 1
            continue
        if line.lead is not None and role is not Role.BODY:
            last = _arabic(line.lead, last)
        role = _role(found, n) if role is None else None
        if role is not None:
            roles[line.at] = role
    _mend_standing(found, roles)
    return roles


def _headings(found: Sequence[Line], settled: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles of parts and of headings of the first level."""
    roles: dict[int, Role] = {}
    due = 1
    bare = {line.lead.value for line in found if line.lead is not None and _unmarked(line.lead)}
    for n, line in enumerate(found):
        role = settled.get(line.at)
        if role is None and is_part(line):
            role = roles[line.at] = Role.PART
        elif role is None and _lists_all(found, n):
            continue
        elif role is None and (is_heading(line, due) or _in_row(line, due, bare)):
            role = roles[line.at] = Role.HEADING1
        if role is Role.HEADING1 and line.lead is not None:
            due = line.lead.value + 1
        elif role in _ANEW:
            due = due if role is Role.PART and _runs_on(found, n, due) else 1
    return roles


def _unmarked(lead: Enumerator) -> bool:
    """Tell whether a numeral stands without a mark: 一 before a space, or alone in its line."""
    return lead.form is Form.CHINESE and from_chinese(lead.text) is not None


def _in_row(line: Line, due: int, bare: Container[int]) -> bool:
    """Tell whether a numeral without a mark is the one due and has a neighbour like it in `bare`.

    Alone in its line it sets sections apart.
    """
    lead = line.lead
    if lead is None or not _unmarked(lead) or lead.value != due:
        return False
    return due - 1 in bare or due + 1 in bare


def _bared(line: Line, roles: Mapping[int, Role], settled: Mapping[int, Role]) -> Line:
    """Return a line without its number where that is none: 三、四月份, 第一部分是."""
    if line.lead is None or line.lead.form not in (Form.CHINESE, Form.PART):
        return line
    known = line.at in roles or line.at in settled
    return line if known else replace(line, lead=None, rest=line.text)


def _arabic(lead: Enumerator, last: int) -> int:
    """Return the last number of the form 1. so far; the words and forms below it leave it."""
    if lead.form is Form.ARABIC:
        return lead.value
    return 0 if lead.form in (Form.PART, Form.ARTICLE) else last


def _due(line: Line, value: int) -> bool:
    """Tell whether a paragraph that opens with digits has the number due: 3、3月底前 behind 2、."""
    lead = leading(line.text, sure=True)
    if lead is None or lead.form is not Form.ARABIC:
        return False
    return value > 1 and lead.value == value


def _runs_on(found: Sequence[Line], n: int, expected: int) -> bool:
    """Tell whether the first 一、 after a part continues the numbering of the part before."""
    later = (line.lead for line in found[n + 1 :] if line.lead)
    first = next((lead for lead in later if lead.form is Form.CHINESE), None)
    return first is not None and first.value == expected


def _role(found: Sequence[Line], n: int) -> Role | None:
    """Return the role a line has by its number and its neighbours, None for running text."""
    line = found[n]
    lead = line.lead
    if lead is None:
        return None
    if not line.rest:
        return _BARE.get(lead.form)
    role: Role | None = Role.ITEM
    if lead.form is Form.CHINESE_BRACKET:
        role = None if _lists_all(found, n) else Role.HEADING2
    elif lead.form is Form.DASH and len(lead.text) == 1:
        role = Role.ITEM if _listed(found, n) else None
    elif lead.form in _WORDS or lead.form is Form.ORDINAL:
        role = Role.ITEM if _opens_item(found, n) else None
    elif _in_one(found, n, lead):
        role = None
    elif lead.form in STANDING and _alone(found, n, lead):
        role = STANDING[lead.form]
    return role


def is_part(line: Line) -> bool:
    """Tell whether 第一部分 or 第一章 opens a line of its own and not a sentence."""
    lead = line.lead
    if lead is None or lead.form is not Form.PART or line.sentence:
        return False
    if len(line.text) > _LONGEST_PART or line.text[-1] in "，；、":
        return False
    set_off = line.text.removeprefix(lead.text)[:1].isspace()
    return set_off or not line.rest or _PART_GOES_ON.match(line.rest) is None


def is_heading(line: Line, expected: int) -> bool:
    """Tell whether 一、 and its like opens a heading; `expected` is the number due next."""
    lead = line.lead
    if lead is None or lead.form is not Form.CHINESE:
        return False
    due = lead.value == expected
    if not line.rest:
        return due and len(lead.text) > 1
    if _QUANTITY.match(line.rest) and lead.text.endswith("、"):
        return due and not line.sentence
    if lead.text[-1] in "、.．":
        return True
    if lead.text[-1] in "，,：:。":
        return due or not line.sentence
    said = line.rest.split("。")[0]
    return len(said) <= _LONGEST_SAID and (due or (lead.value > 1 and not line.sentence))


def _opens_item(found: Sequence[Line], n: int) -> bool:
    """Tell whether 一是 or 首先 opens one of a row of paragraphs and not a sentence of its own."""
    lead = found[n].lead
    if lead is None or _in_one(found, n, lead):
        return False
    if lead.form in _PAIRED or lead.value > 1:
        return _continued(found, n, lead) or _preceded(found, n, lead) or _follows(found, n, lead)
    return True


def _follows(found: Sequence[Line], n: int, lead: Enumerator) -> bool:
    """Tell whether 第二个问题， alone in its line goes on behind the （一） of the first."""
    if lead.form is not Form.ORDINAL or found[n].sentence:
        return False
    inside = 1  # the first of the numbers in brackets between
    for line in found[n - 1 : max(n - _NEAR, 0) : -1]:
        if line.lead is None:
            continue
        if line.lead.form is Form.ORDINAL:
            return line.lead.value == lead.value - 1 and inside == 1 and not line.sentence
        if line.lead.form in (Form.PART, Form.CHINESE):
            return False
        if line.lead.form is Form.CHINESE_BRACKET:
            inside = line.lead.value
    return False


def _listed(found: Sequence[Line], n: int) -> bool:
    """Tell whether a bullet is one of a list: another line of the section opens with it."""
    lead = found[n].lead
    near = [*_section(found, n, -1), *_section(found, n, 1)]
    return lead is not None and any(other.text == lead.text for other in near)


def _in_one(found: Sequence[Line], n: int, lead: Enumerator) -> bool:
    """Tell whether a paragraph opens a row of points which it holds as a whole: 一是…；二是…."""
    return _opens_row(found[n], lead) and not _continued(found, n, lead)


def _opens_row(line: Line, lead: Enumerator) -> bool:
    """Tell whether the number of a paragraph is the first of a row of points inside it."""
    own = points(line.text) if lead.value == 1 else ()
    return bool(own) and own[0][0].start == 0 and own[0][0].form is lead.form


def _lists_all(found: Sequence[Line], n: int) -> bool:
    """Tell whether a paragraph opens with 一、 or （一） and holds the row to its end."""
    lead = found[n].lead
    if lead is None or lead.form not in (Form.CHINESE, Form.CHINESE_BRACKET):
        return False
    if not _opens_row(found[n], lead):
        return False
    later = (line.lead for line in found[n + 1 : n + _NEAR] if line.lead is not None)
    again = next((other for other in later if other.form in (lead.form, Form.PART)), None)
    return again is None or again.form is Form.PART or again.value == 1


def _section(found: Sequence[Line], n: int, step: int) -> list[Enumerator]:
    """Return the enumerators of lines of the same section after or before a line."""
    leads: list[Enumerator] = []
    at = n + step
    while 0 <= at < len(found) and abs(at - n) <= _NEAR:
        lead = found[at].lead
        if lead is not None:
            if lead.form in (Form.PART, Form.CHINESE, Form.CHINESE_BRACKET):
                break
            leads.append(lead)
        at += step
    return leads


def _continued(found: Sequence[Line], n: int, lead: Enumerator) -> bool:
    """Tell whether a later paragraph of the section opens with the next number of the series."""
    for other in _section(found, n, 1):
        if other.form is lead.form and other.text.isdigit() is lead.text.isdigit():
            return other.value > lead.value or (lead.form in (Form.ONE, Form.SIDE))
    return False


def _preceded(found: Sequence[Line], n: int, lead: Enumerator) -> bool:
    """Tell whether an earlier paragraph of the section opens with a lower number of the series."""
    for other in _section(found, n, -1):
        if other.form is lead.form:
            return lead.value > 1 and other.value <= lead.value
    return False


def _alone(found: Sequence[Line], n: int, lead: Enumerator) -> bool:
    """Tell whether a 1. or （1） line stands alone above text of its own."""
    line = found[n]
    if (
        (line.ended and line.text[-1] not in _ASKED)
        or line.sentence
        or len(line.text) > _LONGEST_ALONE
        or line.text[-1] in "，、：:,"
    ):
        return False
    if n + 1 >= len(found):
        return False
    below = found[n + 1].lead
    if below is None or below.form in _WORDS or below.form in (Form.ORDINAL, Form.DASH):
        return True
    listed = lead.form is Form.DECIMAL and below.form is Form.ARABIC and below.value == 1
    return listed or _depth(below) > _depth(lead)


def _depth(lead: Enumerator) -> float:
    """Return how deep a number stands by its form; 1.1.1 stands below 1.1, both below 1."""
    if lead.form is Form.DECIMAL:
        return _DEPTH[Form.ARABIC] + len(places(lead.text)) / 10
    return _DEPTH.get(lead.form, 0)


def _mend_standing(found: Sequence[Line], roles: dict[int, Role]) -> None:
    """Make the last of a row an item again where none before it stands above text of its own.

    Three short lines 1. 2. 3. and then a paragraph that closes the section are three items.
    """
    for row in _rows(found):
        *before, last = row
        if not before or roles.get(last.at) not in STANDING.values():
            continue
        if all(roles.get(line.at) is Role.ITEM and not line.sentence for line in before):
            roles[last.at] = Role.ITEM


def _rows(found: Sequence[Line]) -> list[list[Line]]:
    """Return the rows of 1. and （1） lines that follow each other within a section."""
    rows: list[list[Line]] = []
    open_: dict[float, list[Line]] = {}
    for line in found:
        if line.lead is None:
            continue
        depth = _depth(line.lead) or 9
        open_ = {one: row for one, row in open_.items() if one <= depth}
        if line.lead.form not in STANDING:
            continue
        if depth in open_ and line.lead.value > 1:
            open_[depth].append(line)
        else:
            open_[depth] = [line]
            rows.append(open_[depth])
    return rows
