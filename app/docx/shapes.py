"""What the properties of paragraphs and runs say, asked once for all that have the same."""

from __future__ import annotations

from typing import NamedTuple

from app.document.model import Run
from app.docx.headwork import FOOT, HEAD
from app.docx.package import parsed
from app.docx.quick import worded
from app.docx.sheet import Look, Sheet, Style, listed, look
from app.docx.styles import ROW_NAME, TURN_NAME
from app.docx.tree import Element, W, element, value, w

_PSTYLE, _JC, _OUTLINE, _NUM, _RSTYLE = map(w, ("pStyle", "jc", "outlineLvl", "numPr", "rStyle"))
# How the names of our styles begin that are no text: head, version block, ends of sections.
OURS = (HEAD, FOOT, TURN_NAME)


class Shape(NamedTuple):
    """What the properties of a paragraph say.

    `listed` is its list, level and naming style, None where it has no number; `outline` its outline
    level, `align` its own alignment, "" where it has none; `ours` one of our head or version block.
    """

    style: Style
    listed: tuple[str, int, str] | None
    outline: int | None
    align: str
    ours: bool


def shape_of(properties: Element | None, styles: Sheet) -> Shape:
    """Return what the properties of a paragraph say, None standing for no properties."""
    found = {} if properties is None else {child.tag: child for child in properties}
    style_id = value(found.get(_PSTYLE))
    style = styles.style(style_id)
    list_ = None
    if style.numbering is not None or _NUM in found:
        given = element("pPr") if properties is None else properties
        list_ = listed(given, style_id, styles)
    outline = style.outline
    if _OUTLINE in found:
        level = value(found[_OUTLINE])
        outline = int(level) if level.isdecimal() else outline
    return Shape(style, list_, outline, value(found.get(_JC)), style.name.startswith(OURS))


def parts_rows(looks: Element | None, styles: Sheet) -> bool:
    """Tell whether a line break with these properties only parts the rows of our title."""
    style = None if looks is None else looks.find(_RSTYLE)
    return style is not None and styles.style(value(style)).name == ROW_NAME


def as_run(text: str, shown: Look) -> Run:
    """Return a run with what run properties say."""
    return Run(
        text,
        bool(shown.bold),
        bool(shown.italic),
        bool(shown.underline),
        shown.color,
        shown.font,
        shown.size,
    )


class Shapes:
    """What the XML of properties says, read once each; `name` and `part` are for messages."""

    def __init__(self, styles: Sheet, name: str, part: str) -> None:
        """`styles` is the sheet of the text."""
        self._styles, self._name, self._part = styles, name, part
        self._shapes = {"": shape_of(None, styles)}
        bare = Run("")
        self._runs: dict[str, tuple[Run | None, bool]] = {"": (bare, False)}
        self._same = {bare: bare}

    def of(self, own: str) -> Shape:
        """Return what the XML in the properties of a paragraph says; raises UnreadableFile."""
        found = self._shapes.get(own)
        if found is None:
            found = self._shapes[own] = shape_of(self._element("pPr", own), self._styles)
        return found

    def runs(self, held: str) -> tuple[Run, ...]:
        """Return the runs that the XML of those of a paragraph shows; raises UnreadableFile."""
        found = worded(held)
        if len(found) == 1 and not found[0][0]:
            return (Run(found[0][1]),)
        made: list[Run] = []
        last: Run | None = None
        texts: list[str] = []
        for looks, words in found:
            known = self._runs.get(looks)
            like, rows = self._look(looks) if known is None else known
            if like is None or (rows and words == "\n"):
                continue
            if like is not last and last is not None:
                made.append(last.like("".join(texts)))
                texts = []
            last = like
            texts.append(words)
        if last is not None:
            made.append(last.like("".join(texts)))
        return tuple(made)

    def _look(self, looks: str) -> tuple[Run | None, bool]:
        """Return an empty run of a look, the same for equal ones, None for a hidden one."""
        properties = self._element("rPr", looks)
        shown = look(properties, self._styles)
        like = as_run("", shown)
        found = self._runs[looks] = (
            None if shown.hidden else self._same.setdefault(like, like),
            parts_rows(properties, self._styles),
        )
        return found

    def _element(self, tag: str, xml: str) -> Element:
        whole = f'<w:{tag} xmlns:w="{W}">{xml}</w:{tag}>'.encode()
        return parsed(whole, self._name, self._part)
