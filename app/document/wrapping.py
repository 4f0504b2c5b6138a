"""Paragraphs broken into lines of one width, as text from a PDF or an e-mail is: found, joined."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.document.edits import Edit, Splice
from app.document.model import Block, Document, Role, Run, cut, normal
from app.document.numbering import Enumerator, Form, leading, points
from app.patterns import regex
from app.turns import step

_SPACES = " \t\u3000\xa0\u200b\ufeff"
_ENDS = frozenset("。！？!?…；;：:")
_CLOSERS = "”’」』）)】》"
_WIDEST = 65  # characters; a longer line is a whole paragraph
_NARROWEST = 24  # columns
_SLACK = 5  # columns a full line may lack: two characters moved to the next line
_SET_IN = 4  # columns by which the first line of a paragraph is set in
_LEAST = 3  # full lines that end in mid-sentence before a text counts as wrapped
_SHARE = 0.4  # of the lines that end in mid-sentence are full ones, at least, in a wrapped text
_MOST_LINES = 60  # lines of a paragraph in which a row of points is looked for
_WORD = regex(r"[0-9A-Za-z.,%+/-]+")
_LATIN = regex(r"[A-Za-z0-9.,][A-Za-z]|[A-Za-z][A-Za-z0-9]")
_HEAD = regex(
    rf"[{_SPACES}]*(?:第[一二三四五六七八九十]{{1,3}}[部章]|[一二三四五六七八九十]{{1,3}}[、，．.])"
)
_SUBTITLE = regex(rf"[{_SPACES}]*[—─―－]{{2}}[^，。；]*$")  # ——在全县工作会议上
_REMARK = regex("[（(][^）)]*[）)]")  # a line all in brackets is whole
_ABOUT = regex(r"\s*[^，。；：:\s]{1,12}[：:]")
_AFTERWORD = regex("[。！？；][（(][^（()）]*[）)]$")  # 。（责任单位：…）
_HEADS = (Form.PART, Form.CHINESE)
_CONTINUED = (
    Role.BODY, Role.ITEM, Role.CLOSING, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4,
)  # fmt: skip


def wrapped(
    placed: Sequence[tuple[int, str]], blank: Container[int], *, by_width: bool = False
) -> dict[int, int]:
    """Return the lines that go on with the paragraph of the line before, each with that line.

    `placed` are the lines that are neither `blank` nor noise, each with its place in the document.
    A blank line parts two lines, unless noise stands there too, the foot of a page, or unless one
    stands behind nearly every line.
    A text, or one section of it pasted from elsewhere, is wrapped where several lines break in
    mid-sentence at one width; in any other only a line goes on that breaks off at a comma behind a
    whole sentence, or before its next point. Those are left out where only `by_width` counts.
    """
    parted: set[int] = set()
    if not _spaced(placed):
        parted = {at for (before, _), (at, _) in pairwise(placed) if not _near(blank, before, at)}
    if any(text.startswith("#") for _, text in placed):  # headings of Markdown stand for themselves
        parted |= {at for (_, a), (at, b) in pairwise(placed) if "#" in (a[:1], b[:1])}
    found = _by_width(placed, parted, sure=by_width)
    for section in _sections(placed):
        if not any(at in found for at, _ in section):
            found.update(_by_width(section, parted, sure=by_width))
    return found if by_width else {**_broken(placed, parted), **found}


@dataclass(slots=True)
class _Lines:
    """The lines of a paragraph read so far, without the space around them."""

    lines: list[str]
    stopped: bool  # one of them holds a full stop

    def add(self, line: str) -> None:
        """Take one more line in."""
        self.lines.append(line)
        self.stopped = self.stopped or "。" in line

    @property
    def text(self) -> str:
        """The last lines as one: what stands further up opens no point any more."""
        return "".join(self.lines[-_MOST_LINES:])


def _begun(bare: str) -> _Lines:
    """Return a paragraph of one line."""
    return _Lines([bare], "。" in bare)


def _broken(placed: Sequence[tuple[int, str]], parted: Container[int]) -> dict[int, int]:
    """Return the lines behind one that by its own words is not at its end."""
    found: dict[int, int] = {}
    said: dict[int, _Lines] = {}  # the paragraph up to a line
    for (at, text), (after, below) in pairwise(placed):
        step()
        bare = text.rstrip(_SPACES)
        if after in parted or not bare.endswith(("，", "、", "；")):
            continue
        if _indent(below) > _indent(text):
            continue
        whole = said.pop(at, None) or _begun(bare)
        comma = bare[-1] != "；" and "。" in text and leading(below) is None
        if comma or _next_point(whole.text, below):
            found[after] = at
            whole.add(below.strip(_SPACES))
            said[after] = whole
    return found


def _set_in(placed: Sequence[tuple[int, str]]) -> bool:
    """Tell whether the paragraphs of a text are set in: most lines behind a full stop are."""
    below = [
        after for (_, text), (_, after) in pairwise(placed) if text.rstrip(_SPACES).endswith("。")
    ]
    indented = sum(1 for text in below if 1 <= _indent(text) <= 8)
    return indented >= 2 and 2 * indented > len(below)


def _sections(placed: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Return the lines of each section of the first level that has lines enough to be judged."""
    found: list[list[tuple[int, str]]] = [[]]
    for at, text in placed:
        step()
        if _HEAD.match(text):
            found.append([])
        found[-1].append((at, text))
    return [one for one in found if len(one) > _LEAST] if len(found) > 1 else []


def _by_width(
    placed: Sequence[tuple[int, str]], parted: Container[int], *, sure: bool
) -> dict[int, int]:
    """Return the lines that go on with a line as wide as the text; `sure`, as several lines are."""
    short = {at: text for at, text in placed if len(text) <= _WIDEST}
    if len(short) < _LEAST + 1 or len(placed) - len(short) > len(placed) // 8:
        return {}
    widths = {at: _columns(text) for at, text in short.items()}
    indented = _set_in(placed)
    width = _width([(widths[at], text) for at, text in short.items() if widths[at] >= _NARROWEST])
    if width is None and not sure:
        width = _widest(placed, widths, indented=indented)
    if width is None:
        return {}
    found: dict[int, int] = {}
    said: dict[int, _Lines] = {}  # the paragraph up to a line
    for (at, text), (after, below) in pairwise(placed):
        step()
        if at not in widths or after in parted:
            continue
        whole = said.pop(at, None) or _begun(text.rstrip(_SPACES))
        lost = _SET_IN if len(whole.lines) == 1 and _unset(text) else 0
        broken = _full(widths[at] + lost, width, below) or (indented and _cut_off(text, below))
        if broken and _goes_on(text, below, whole, indented=indented):
            found[after] = at
            whole.add(below.strip(_SPACES))
            said[after] = whole
    return found


def joints(blocks: Sequence[Block], *, by_width: bool = False) -> dict[int, int]:
    """Return the blocks that go on with the paragraph of an earlier block, each with that block.

    Only body text goes on; noise and blank lines at the foot of a page may stand between. With
    `by_width` only where the text is wrapped, not at a comma that ends a paragraph by mistake.
    """
    placed = [
        (at, block.text)
        for at, block in enumerate(blocks)
        if block.role not in (Role.BLANK, Role.NOISE) and block.object is None
    ]
    blank = {at for at, block in enumerate(blocks) if block.role is Role.BLANK}
    return {
        at: before
        for at, before in wrapped(placed, blank, by_width=by_width).items()
        if blocks[at].role is Role.BODY and blocks[before].role in _CONTINUED
    }


def paragraphs(continued: Mapping[int, int]) -> dict[int, list[int]]:
    """Return the lines of each paragraph of several lines, by its first line."""
    found: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    for at, before in sorted(continued.items()):
        first[at] = first.get(before, before)
        found.setdefault(first[at], [first[at]]).append(at)
    return found


def join_lines(document: Document) -> tuple[Edit, ...]:
    """Return the edits that make one block of each paragraph broken into lines.

    Blank lines and noise between the lines of one paragraph (the foot of a page) go with them.
    """
    found = paragraphs(joints(document.blocks))
    return tuple(
        Splice(first, lines[-1] + 1, (joined([document.blocks[at] for at in lines]),))
        for first, lines in sorted(found.items(), reverse=True)
    )


def join_paragraph(document: Document, at: int) -> tuple[Splice, ...]:
    """Return the edit that makes one block of the paragraph a broken line belongs to."""
    for first, lines in paragraphs(joints(document.blocks)).items():
        if at in lines:
            row = [document.blocks[one] for one in lines]
            return (Splice(first, lines[-1] + 1, (joined(row),)),)
    return ()


def join_title(document: Document, at: int) -> tuple[Splice, ...]:
    """Return the edit that makes one block of the rows of a title from one on."""
    row: list[Block] = []
    for block in document.blocks[at:]:
        if block.role is not Role.TITLE:
            break
        row.append(block)
    return (Splice(at, at + len(row), (joined(row),)),) if len(row) > 1 else ()


def joined(lines: Sequence[Block]) -> Block:
    """Return one block of several: the role of the first, the runs of all without the breaks."""
    runs: list[Run] = []
    for block, (between, start, end) in zip(
        lines, joins([block.text for block in lines]), strict=True
    ):
        pieces = cut(block.runs, start, end)
        if between and pieces:
            runs.append(pieces[0].like(between))
        runs.extend(pieces)
    return replace(lines[0], runs=normal(runs))


def joins(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield for each line of a paragraph what comes before it and the stretch of it that stays.

    A space comes between Latin words only.
    """
    before = ""
    for n, line in enumerate(lines):
        start = len(line) - len(line.lstrip(_SPACES)) if n else 0
        end = len(line.rstrip(_SPACES)) if n < len(lines) - 1 else len(line)
        latin = _LATIN.fullmatch(before[-1:] + line[start : start + 1]) is not None
        yield " " if latin else "", start, end
        before = line[start:end]


def _spaced(placed: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a blank line stands behind nearly every line, so that none parts paragraphs."""
    gaps = [after - at > 1 for (at, _), (after, _) in pairwise(placed)]
    return len(gaps) >= 2 * _LEAST and sum(gaps) >= 0.8 * len(gaps)


def _near(blank: Container[int], before: int, at: int) -> bool:
    """Tell whether two lines stand next to each other but for noise and the space around it."""
    between = range(before + 1, at)
    return not between or any(one not in blank for one in between)


def _columns(text: str) -> int:
    """Return the width of a line in half-width columns; a Chinese character takes two."""
    return len(text.rstrip(_SPACES).encode("gbk", "replace"))


def _width(lines: Sequence[tuple[int, str]]) -> int | None:
    """Return the width at which the text breaks, None where it is not wrapped."""
    broken = sorted((w for w, text in lines if _breaks_off(text)), reverse=True)
    allowed = max(1, len(lines) // 12)
    for n, width in enumerate(broken):
        if sum(1 for w, _ in lines if w > width) > allowed:
            return None
        full = [w for w in broken[n:] if w >= width - _SLACK]
        if len(full) >= max(_LEAST, _SHARE * len(broken)):
            return width
    return None


def _widest(
    placed: Sequence[tuple[int, str]], widths: Mapping[int, int], *, indented: bool
) -> int | None:
    """Return the width of the widest lines of a text, None where none is broken there.

    They stop in mid-sentence above a line that is not set in, in a text that is not either behind
    a whole sentence or one point of several.
    """
    width = max(widths.values())
    broken = any(
        widths.get(at, 0) >= width - _SLACK
        and _breaks_off(text)
        and not _indent(below)
        and (indented or ((("。" in text) or "；" in text) and _plain(below)))
        for (at, text), (_, below) in pairwise(placed)
    )
    return width if broken and width >= _NARROWEST else None


def _plain(text: str) -> bool:
    """Tell whether a line opens neither with a number nor, as 会议内容：, with its matter."""
    return leading(text) is None and _ABOUT.match(text) is None


def _breaks_off(text: str) -> bool:
    """Tell whether a line stops in mid-sentence and is no heading of its own."""
    bare = text.strip(_SPACES)
    if _REMARK.fullmatch(bare):
        return False
    if _ended(bare):
        return False
    lead = leading(bare)
    said = bare[lead.end :] if lead else bare
    return any(mark in said for mark in "，。、；")


def _ended(bare: str) -> bool:
    """Tell whether a line ends where a sentence does, a remark in brackets behind it or not."""
    return bare.rstrip(_CLOSERS)[-1:] in _ENDS or _AFTERWORD.search(bare) is not None


def _full(columns: int, width: int, below: str) -> bool:
    """Tell whether the first word of the next line would not have fitted into this one."""
    word = _WORD.match(below.strip(_SPACES))
    return columns >= width - _SLACK - (len(word[0]) if word else 0)


def _goes_on(text: str, below: str, whole: _Lines, *, indented: bool) -> bool:
    """Tell whether a line can be the next of the same paragraph, `whole` up to the break."""
    bare = text.rstrip(_SPACES)
    begins = _indent(below) or (len(whole.lines) == 1 and _titles(bare))
    if _SUBTITLE.match(bare) or (indented and begins):
        return False
    if not _ended(bare):
        lead = leading(below)
        if lead is None or _in_word(bare, lead) or _next_point(whole.text, below):
            return True
        if _counts_on(whole.lines[0], lead) or (lead.form in _HEADS and not indented):
            return False
        return indented or whole.stopped
    if bare[-1:] == "；" and _next_point(whole.text, below):
        return True
    lead = leading(below)
    heads = lead is not None and (lead.form in _HEADS or "。" not in below)
    return indented and ("。" in bare or (bare[-1] == "；" and lead is None)) and not heads


def _counts_on(first: str, lead: Enumerator) -> bool:
    """Tell whether a line opens with the number after that of a paragraph's `first` line."""
    above = leading(first)
    if above is None or above.form is not lead.form or lead.form in (Form.IS, Form.MUST):
        return False
    return lead.value == above.value + 1


def _unset(text: str) -> bool:
    """Tell whether a line that breaks off may have lost the space by which it was set in."""
    return not _indent(text) and leading(text) is None and _breaks_off(text)


def _cut_off(text: str, below: str) -> bool:
    """Tell whether a line of several clauses stops in mid-sentence above plain text."""
    if _columns(text) < _NARROWEST or not _breaks_off(text) or leading(below) is not None:
        return False
    return "。" in text or leading(text) is None


def _titles(bare: str) -> bool:
    """Tell whether a line not set in, in a text whose paragraphs are, begins none of them."""
    return not _indent(bare) and "。" not in bare and leading(bare) is None


def _in_word(bare: str, lead: Enumerator) -> bool:
    """Tell whether the line breaks inside a word that looks like a number: 统｜一要求."""
    if bare[-1] == "第":
        return True
    word = lead.form in (Form.IS, Form.MUST) and lead.value == 1
    return word and bare[-1] not in "，、" and (leading(bare) is None or "。" in bare)


def _next_point(text: str, below: str) -> bool:
    """Tell whether a line opens with the next point of a row inside the paragraph before."""
    bare = text.strip(_SPACES)
    row = [point for point, _ in points(bare + below.strip(_SPACES))]
    forms = {point.form for point in row if point.start == len(bare)}
    return any(point.form in forms and 0 < point.start < len(bare) for point in row)


def _indent(text: str) -> int:
    """Return how many columns a line is set in."""
    before = text[: len(text) - len(text.lstrip(_SPACES))]
    return len(before) + before.count("\u3000")
