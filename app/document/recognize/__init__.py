"""What each paragraph is, read from the texts alone: their words, places and neighbours."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from app.document.model import SPACES, Document, Role
from app.document.numbering import Form, leading
from app.document.recognize.articles import numbered_by_articles
from app.document.recognize.contents import contents
from app.document.recognize.decimals import numbered_by_decimals
from app.document.recognize.digits import numbered_by_digits
from app.document.recognize.frame import (
    below_title,
    can_be_title,
    front,
    heads_paper,
    is_contact,
    is_date,
    is_joint,
    is_peroration,
    is_signature,
    of_meeting,
    tail_role,
)
from app.document.recognize.lines import Line, joined, lines, read, titled
from app.document.recognize.lost import lost
from app.document.recognize.marked import bold, marked
from app.document.recognize.noise import is_noise, noise
from app.document.recognize.numbered import is_part, numbered
from app.document.recognize.unnumbered import unnumbered

__all__ = ["local_role", "numbered_lines", "recognized", "roles"]

_NONE: Mapping[int, Role] = MappingProxyType({})
_HEAD = (Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.SALUTATION)
_LONGEST_NOTE = 60
_NEAR = 40  # lines that are looked over for the next number
_ROWS = (Role.TITLE, Role.SUBTITLE, Role.DATE_LINE)
_UNREAD = (Role.NOISE, Role.BLANK, Role.OBJECT)
_LAST = (Role.DATE, Role.ANNOTATION, Role.COPIES)
_TAIL = (Role.SIGNATURE, Role.DATE, Role.ATTACHMENT_NOTE, Role.ANNOTATION, Role.COPIES)


def numbered_lines(texts: Sequence[str]) -> Sequence[Line]:
    """Return the lines of the paragraphs that are not blank, with their numbers."""
    found = numbered_by_digits(lines(texts), texts)
    return numbered_by_articles(numbered_by_decimals(found, texts), texts)


def roles(
    texts: Sequence[str],
    chosen: Mapping[int, Role] = _NONE,
    known: Sequence[Line] | None = None,
) -> tuple[Role, ...]:
    """Return the role of each paragraph; those in `chosen` stay as they are and count as seen.

    `known` are the numbered lines of the texts where they have been read before.
    """
    found = numbered_lines(texts) if known is None else known
    given = dict(chosen)
    given.update(dict.fromkeys(noise(found, chosen), Role.NOISE))
    found = [line for line in found if given.get(line.at) not in _UNREAD]
    found, continued = joined(found, texts)
    for at in continued:
        given.setdefault(at, Role.BODY)
    for at, role in marked(found).items():
        given.setdefault(at, role)
    listed = contents(found)
    for at, role in listed.items():
        given.setdefault(at, role)
    _frame(found, given, {at for at, role in listed.items() if role is Role.BODY})
    given.update(numbered(found, given))
    given.update(lost(found, given))
    readers = (bold, unnumbered) if Role.HEADING1 in given.values() else (unnumbered, bold)
    for reader in readers:
        given.update(reader(found, given))
    other = [Role.BODY if text.strip(SPACES) else Role.BLANK for text in texts]
    return tuple([given.get(at, role) for at, role in enumerate(other)])


def recognized(document: Document) -> Document:
    """Return the document with a role for every block the writer has not given one.

    Objects keep their role. A block that has it already is the same object as before.
    """
    kept = {
        at: block.role
        for at, block in enumerate(document.blocks)
        if block.chosen or block.object is not None
    }
    texts = [block.label + block.text for block in document.blocks]
    new = roles(texts, kept)
    if all(block.role is role for block, role in zip(document.blocks, new, strict=True)):
        return document
    blocks = [
        block if block.role is role else block.in_role(role)
        for block, role in zip(document.blocks, new, strict=True)
    ]
    return replace(document, blocks=tuple(blocks))


def _frame(found: Sequence[Line], given: dict[int, Role], listed: Container[int]) -> None:
    """Give the lines around the text of each document in the file their roles.

    The first may stand behind the lines of a table of contents, `listed`.
    """
    chosen = frozenset(given)
    at = _begin(found, given, listed)
    started = False
    while at < len(found):
        line = found[at]
        if line.at in chosen:
            started = started or given[line.at] not in _HEAD
            at = _behind(found, at, given)
        elif is_part(line):
            given[line.at] = Role.PART
            at = _behind(found, at, given)
        elif (end := _head(found, at, given, started=started)) > at:
            at = end
        else:
            at = _tail(found, at, given, started=started)
            started = True
    _end(found, given)


def _begin(found: Sequence[Line], given: dict[int, Role], listed: Container[int]) -> int:
    """Read the head of the first document, which the writer may have begun, and return its end."""
    at = next((n for n, line in enumerate(found) if line.at not in listed), 0)
    if at:
        return front(found, at, given, sure=True)
    if at < len(found) and found[at].hashes:
        return at
    while at < len(found) and given.get(found[at].at) in _HEAD:
        at += 1
    titles = [line for line in found[:at] if given[line.at] is Role.TITLE]
    if at == 0 or (len(titles) == at and not any(line.titled for line in titles)):
        return front(found, at, given, sure=True)
    if given[found[at - 1].at] is Role.SALUTATION:
        return at
    return below_title(found, at, given)


def _head(found: Sequence[Line], at: int, given: dict[int, Role], *, started: bool) -> int:
    """Return the place behind the head of a further document, `at` where none begins here."""
    if not started or found[at].named or not can_be_title(found[at]):
        return at
    after = _tail_follows(given, found, at)
    closed = found[at].titled and given.get(found[at - 1].at) is Role.CLOSING
    paper = at > 0 and heads_paper(found, at)
    apart = after or paper or closed or _stands_apart(found, at) or _restarts(found, at)
    if not apart or tail_role(found[at]) is not None or _signs(found, at):
        return at
    return front(found, at, given, sure=after or paper)


def _tail(found: Sequence[Line], at: int, given: dict[int, Role], *, started: bool) -> int:
    """Give a line behind the text its role and return the place after what it brings along."""
    line = found[at]
    role = tail_role(line)
    if role is Role.ATTACHMENT_NOTE and _signed(found, at, given) and not _lists(found, at):
        role = Role.ATTACHMENT_LABEL
    if role is Role.ATTACHMENT_LABEL and not _signed(found, at, given) and _names(found, at):
        role = Role.ATTACHMENT_NOTE
    if role is None or (role is Role.DATE and not started) or _inside(found, at):
        return at + 1
    given[line.at] = role
    return _behind(found, at, given)


def _inside(found: Sequence[Line], at: int) -> bool:
    """Tell whether 时间： or 联系人： stands within a text: numbers go on before a date."""
    if not (of_meeting(found[at]) or is_contact(found[at])):
        return False
    for line in found[at + 1 : at + _NEAR]:
        if line.lead is not None:
            return True
        if is_date(line) or (line.titled and can_be_title(line)):
            return False
    return False


def _signed(found: Sequence[Line], at: int, given: Mapping[int, Role]) -> bool:
    """Tell whether the document a line stands in is dated above it."""
    for line in reversed(found[:at]):
        if given.get(line.at) in (Role.DATE, Role.TITLE):
            return given[line.at] is Role.DATE
    return False


def _lists(found: Sequence[Line], at: int) -> bool:
    """Tell whether 附件：1. opens a list that the next line goes on with."""
    own = _noted(found[at])
    below = found[at + 1].lead if at + 1 < len(found) else None
    return own is not None and below is not None and below.value == own + 1


def _noted(line: Line) -> int | None:
    """Return the number behind 附件：, also where the name begins with one: 附件：1.64排CT."""
    said = line.text.lstrip("附件 ：:")
    own = leading(said)
    if own is not None:
        return own.value
    return 1 if said.startswith(("1.", "1．")) else None


def _names(found: Sequence[Line], at: int) -> bool:
    """Tell whether 附件： alone in its line stands above 1. and the names of attachments."""
    below = found[at + 1] if at + 1 < len(found) else None
    if below is None or below.lead is None or not found[at].text.endswith(("：", ":")):
        return False
    return below.lead.value == 1 and not below.sentence and len(below.text) <= _LONGEST_NOTE


def _behind(found: Sequence[Line], at: int, given: dict[int, Role]) -> int:
    """Return the place after a line and what it brings along, whose roles it tells."""
    role = given[found[at].at]
    if role is Role.DATE:
        _sign(found, at, given)
    if role is Role.TITLE and found[at].hashes:
        return below_title(found, at + 1, given)
    if role is Role.ATTACHMENT_NOTE:
        return _attachments(found, at + 1, given)
    if role is Role.ATTACHMENT_LABEL or role is Role.PART:
        return front(found, at + 1, given, sure=role is Role.ATTACHMENT_LABEL)
    return at + 1


def _tail_follows(given: Mapping[int, Role], found: Sequence[Line], at: int) -> bool:
    """Tell whether the line before closed a document and no signature is due."""
    if at == 0 or given.get(found[at - 1].at) not in _LAST or of_meeting(found[at - 1]):
        return False
    return not _signs(found, at)


def _signs(found: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a name above a date."""
    for line in found[at : at + 3]:
        if is_date(line):
            return True
        if not is_signature(line):
            return False
    return False


def _restarts(found: Sequence[Line], at: int) -> bool:
    """Tell whether 一、 stands soon below a line that names a document kind, a second time."""
    if not found[at].titled or not found[at - 1].ended:
        return False
    below = [line.lead for line in found[at + 1 : at + 5] if line.lead is not None]
    again = bool(below) and below[0].form is Form.CHINESE and below[0].value == 1
    return again and any(
        line.lead is not None and line.lead.form is Form.CHINESE for line in found[:at]
    )


def _stands_apart(found: Sequence[Line], at: int) -> bool:
    """Tell whether two or more lines are left free, or noise stands, before a line."""
    return at > 0 and found[at].at - found[at - 1].at > 2


def _attachments(found: Sequence[Line], at: int, given: dict[int, Role]) -> int:
    """Give the further lines of an attachment note their role and return the place after them.

    They go on with the number behind 附件：, each a short line.
    """
    own = _noted(found[at - 1])
    due = own + 1 if own is not None else int(not found[at - 1].text.lstrip("附件 ：:"))
    while at < len(found):
        line = found[at]
        if line.at in given or line.lead is None or line.lead.value != due:
            break
        if line.sentence or len(line.text) > _LONGEST_NOTE or line.at - found[at - 1].at > 2:
            break
        given[line.at] = Role.ATTACHMENT_NOTE
        at, due = at + 1, due + 1
    return at


def _sign(found: Sequence[Line], at: int, given: dict[int, Role]) -> None:
    """Give the names above a date the role of a signature: three lines, or rows of offices."""
    for back in range(at - 1, -1, -1):
        line = found[back]
        if line.at in given or not (is_joint(line) or (at - back <= 3 and is_signature(line))):
            break
        given[line.at] = Role.SIGNATURE


def _end(found: Sequence[Line], given: dict[int, Role]) -> None:
    """Find a signature without a date and the last words of a speech at the end of the file."""
    rest = [line for line in found if given.get(line.at) not in (*_TAIL, Role.CLOSING)]
    if not rest or rest[-1].at in given:
        return
    last = rest[-1]
    behind = [line for line in found if line.at > last.at]
    if is_signature(last) and not behind and len(found) > 2 and found[-2].ended:
        given[last.at] = Role.SIGNATURE
        last = found[-2]
    if is_peroration(last) and last.at not in given:
        given[last.at] = Role.CLOSING


def local_role(texts: Sequence[str], index: int, given: Sequence[Role]) -> Role:
    """Return the role of one paragraph from its text and the roles around it, for live typing.

    Costs the same in a long text as in a short one: it reads 24 paragraphs before and after. A row
    of a title stays one while it can; a further row is one once it names a document kind.
    """
    first = max(0, index - 24)
    last = min(len(texts), index + 25)
    line = read(index, texts[index])
    if line is None:
        return Role.BLANK
    if is_noise(line):
        return Role.NOISE
    above = [texts[at] for at in range(first, index) if given[at] is Role.TITLE]
    open_ = not any(titled(text) for text in above)
    if given[index] in _ROWS and can_be_title(line) and (open_ or given[index] is not Role.TITLE):
        return given[index]
    window = texts[first:last]
    kept = {at - first: given[at] for at in range(first, last) if at != index}
    role = roles(window, kept)[index - first]
    doubtful = role is not given[index] and (
        (role is Role.TITLE and bool(above) and not line.titled)
        or (role in (Role.SIGNATURE, Role.DATE) and _typed_on(texts[first:last], index - first))
    )
    return Role.BODY if doubtful else role


def _typed_on(texts: Sequence[str], index: int) -> bool:
    """Tell whether a line may be the beginning of a paragraph at the end of the text.

    A date stands below a name, a name above a date: behind whole sentences both may go on.
    """
    above = next((text.rstrip(SPACES) for text in reversed(texts[:index]) if text.strip()), "")
    below = any(text.strip() for text in texts[index + 1 :])
    return not below and above.endswith(("。", "：", "！"))
