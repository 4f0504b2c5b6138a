"""Head and version block of an official document as XML, in styles of their own.

The styles tell these paragraphs from the text: they are made anew from the fields on each writing
and are no blocks of the document.
"""

from __future__ import annotations

import math

from app.document.model import Details, Role
from app.docx.layout import Layout
from app.docx.markup import escape, quoteattr
from app.docx.masthead import Mark, drop, mark_of, spare
from app.docx.measures import MM, half_points, millimetres, twips, width
from app.docx.official import Foot, Format, Head, foot, format_of, head

HEAD, FOOT = "公文版头", "公文版记"  # how the names of their styles begin
_NONE = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_CENTER, _LEFT = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
_EIGHTHS = 8 * MM  # borders are measured in eighths of a point
_DOUBLE = 24  # the red double lines of a letter
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_TAB = "<w:r><w:tab/></w:r>"
_THICK = 4.0  # points that a double line takes


def styles_xml(details: Details, layout: Layout, below: float = 0.0) -> str:
    """Return the styles that head and version block of a document use, "" where it has none.

    `below` are the points that its text needs on the first page.
    """
    made = ""
    found = head(details, below)
    if found is not None:
        pitch = twips(layout.grid.pitch)
        rows = [("corner", "行", _spacing(pitch), _LEFT, "")]
        rows += [("strong", "密级", _spacing(pitch), _LEFT, _face(layout.head.strong, latin=True))]
        rows += [("number", "文号", _spacing(pitch), _CENTER, "")]
        rows += [("mark", "标志", *_mark_style(found, layout))]
        made += "".join([_style(f"head-{name}", HEAD + row, *rest) for name, row, *rest in rows])
        made += _character("head-names", f"{HEAD}签发人", _face(layout.head.names))
    if foot(details) is not None:
        half = half_points(layout.head.small)
        size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        made += _style("foot-row", FOOT, _spacing(twips(layout.grid.pitch)), _LEFT, size)
    return made


def head_xml(details: Details, layout: Layout, below: float = 0.0) -> str:
    """Return the paragraphs of the head, "" where no field of it is filled; `below` likewise."""
    found = head(details, below)
    if found is None:
        return ""
    if found.format is Format.LETTER:
        return "".join(_letter(found, layout))
    rows = [_paragraph(_kind(strong), _run(text)) for text, strong in found.corner]
    if found.mark:
        rows += _mark_rows(found, layout)
    free = spare(found, layout) * layout.grid.pitch
    gap = free - mark_of(found, layout).margin if found.mark else 0
    if found.format is Format.ORDER:
        if found.number:
            space = _spacing(twips(layout.grid.pitch), gap, 2 * layout.grid.pitch)
            rows.append(_paragraph("head-number", _run(found.number), space))
    elif found.mark or found.number or found.signers:
        rows += _number_rows(found, layout, gap, free)
    return "".join(rows)


def foot_xml(details: Details, layout: Layout) -> str:
    """Return the version block at the foot of the last page, "" where it is empty.

    It is made of frames, one for the text and one for each line: LibreOffice sets neither tables as
    wide as the page nor frames with several borders at the foot. Their places are counted from the
    rows that the copies take. The small paragraph behind them is what they are anchored to. All of
    it takes as many lines of the page as it has rows.
    """
    found = foot(details)
    if found is None:
        return ""
    bottom, copies = millimetres(layout.page.type_height), _copies_rows(found, layout)
    rows = copies + bool(found.printer or found.printed)
    high = twips(layout.grid.pitch) - math.ceil(3 * _HAIR / rows)  # two lines and the anchor
    top = bottom - rows * high - 2 * _HAIR
    text = _version(found, layout, top + _HAIR, high)
    end = _paragraph("foot-row", "", _spacing(_HAIR))
    if format_of(details) is Format.LETTER:  # it has no lines
        return text + end
    made = _line(layout, top, layout.head.thick) + text
    if 0 < copies < rows:
        made += _line(layout, top + copies * high, layout.head.thin)
    made += _line(layout, bottom - _HAIR, layout.head.thick)
    return made + end


_HAIR = 20  # the height in twips of a paragraph that is but a line


def _copies_rows(found: Foot, layout: Layout) -> int:
    """Return how many rows the copies take."""
    line = layout.page.type_width * MM / (layout.head.small + layout.grid.spacing)
    rest = width(f"抄送：{found.copies}") - (line - 2)
    return (1 + max(math.ceil(rest / (line - 5)), 0)) if found.copies else 0


def letter_line(layout: Layout) -> str:
    """Return the paragraph with the lower double line of a letter, for the first page's footer."""
    at = millimetres(layout.page.height - layout.head.letter_foot) - _HAIR
    border = _border("bottom", "thinThickSmallGap", _DOUBLE, layout.head.color, 0)
    return _paragraph("footer", "", _framed(layout, at) + border + _spacing(_HAIR) + _NONE)


def _mark_style(found: Head, layout: Layout) -> tuple[str, str, str]:
    """Return spacing, alignment and type of the mark: its upper edge where the format has it."""
    mark = mark_of(found, layout)
    letter = found.format is Format.LETTER
    above = 0.0 if letter else _above_mark(found, mark, layout)
    half = half_points(mark.size)
    looks = f'{_face(layout.head.face)}<w:color w:val="{layout.head.color}"/>'
    looks += f'<w:spacing w:val="0"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return _spacing(twips(mark.line), above), _CENTER, looks


def _above_mark(found: Head, mark: Mark, layout: Layout) -> float:
    """Return the points free above the mark, so that its upper edge is where the format has it."""
    corner = len(found.corner) * layout.grid.pitch
    return max(drop(found, layout) - corner - mark.margin, 0)


def _mark_rows(found: Head, layout: Layout) -> list[str]:
    """Return the rows of the mark; 文件 beside several has a frame, counted from the page's top."""
    mark = mark_of(found, layout)
    if len(mark.rows) == 1:
        return [_paragraph("head-mark", _run(mark.rows[0][0]))]
    above, line = _above_mark(found, mark, layout), twips(mark.line)
    place = f'<w:ind w:left="{twips(mark.left)}" w:firstLineChars="0" w:firstLine="0"/>{_LEFT}'
    rows: list[str] = []
    if mark.paper:
        top = len(found.corner) * layout.grid.pitch + above + mark.paper_top
        frame = _placed(mark.paper_left, top, mark.size * len(mark.paper) + layout.character)
        rows.append(_paragraph("head-mark", _run(mark.paper), f"{frame}{_spacing(line)}{_LEFT}"))
    for at, (name, step) in enumerate(mark.rows):
        space = "" if not at else _spacing(line)
        spread = f'<w:spacing w:val="{twips(step)}"/>'
        runs = _run(name[:-1], looks=spread) + _run(name[-1:])
        rows.append(_paragraph("head-mark", runs, space + place))
    return rows


def _placed(left: float, top: float, wide: float) -> str:
    """Return the frame of a paragraph at a place in the type area; all in points."""
    return (
        f'<w:framePr w:w="{twips(wide)}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
        f' w:x="{twips(left)}" w:y="{twips(top)}"/>'
    )


def _letter(found: Head, layout: Layout) -> list[str]:
    """A letter: mark and red double line across the page, number right, corner left below it.

    The line has a frame of its own, which also keeps the rows below at 7/8 of a character: as the
    lower border of the mark LibreOffice sets it twice as far away.
    """
    mark = mark_of(found, layout)
    top = millimetres(layout.head.letter) - twips(mark.margin)
    rows = [_paragraph("head-mark", _run(mark.rows[0][0]), _framed(layout, top))]
    size = layout.roles[Role.BODY].size
    at = top + twips(mark.line - mark.margin) + millimetres(layout.head.line)
    frame = _framed(layout, at - _HAIR)
    border = _border("bottom", "thickThinSmallGap", _DOUBLE, layout.head.color, 0)
    rows.append(_paragraph("head-corner", "", frame + border + _spacing(_HAIR)))
    free = twips(size * 7 / 8 - (layout.grid.pitch - size) / 2)
    frame = _framed(layout, at + twips(_THICK))
    rows.append(_paragraph("head-corner", "", frame + _spacing(free)))
    edge = twips(layout.page.type_width * MM)
    corner = found.corner or (("", False),)
    for at, (text, strong) in enumerate(corner):
        last = at == len(corner) - 1
        space = _spacing(twips(layout.grid.pitch), 0, 2 * layout.grid.pitch if last else 0)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
        number = _TAB + _run(found.number, "head-plain") if not at else ""
        rows.append(_paragraph(_kind(strong), _run(text) + number, tabs + space))
    return rows


def _kind(strong: bool) -> str:  # noqa: FBT001  it is the row's own flag
    return "head-strong" if strong else "head-corner"


def _number_rows(found: Head, layout: Layout, above: float, below: float) -> list[str]:
    """The number of the document, with the signers on its right, and the red line below it.

    `above` and `below` are the points left free around them.
    """
    pitch, size = layout.grid.pitch, round(layout.head.thick * _EIGHTHS)
    rows: list[str] = []
    names = found.signers or ((),)
    for at, row in enumerate(names):
        last = at == len(names) - 1
        place = (
            _border("bottom", "single", size, layout.head.color, above_line(layout)) if last else ""
        )
        place += _tabs(found, layout) + '<w:snapToGrid w:val="0"/>'
        free = below - size / 8 if last else 0  # what programs count double is the red line
        place += _spacing(twips(pitch), 0 if at else above, free)
        text = _run(found.number) if last else ""
        if found.signers:
            place += _LEFT
            text = _TAB + text + _TAB + (_TAB if at else _run("签发人："))
            text += _run("　".join(row), "head-names")
        rows.append(_paragraph("head-number", text, place))
    return rows


def above_line(layout: Layout) -> int:
    """Return the points between the number's line and the red line; borders count whole ones."""
    size = layout.roles[Role.BODY].size
    return max(round(layout.head.line * MM - (layout.grid.pitch - size) / 2), 0)


def _tabs(found: Head, layout: Layout) -> str:
    """Where the number stands, one character in, and where the signers' label and names begin.

    Stops, for an indent would shorten the red line.
    """
    if not found.signers:
        return ""
    widest = max(width("　".join(row)) for row in found.signers)
    name = round(layout.page.type_width * MM * 20 - (widest + 1) * layout.character * 20)
    label = round(name - 4 * layout.character * 20)
    stops = [f'<w:tab w:val="left" w:pos="{at}"/>' for at in (twips(layout.character), label, name)]
    return f"<w:tabs>{''.join(stops)}</w:tabs>"


def _version(found: Foot, layout: Layout, top: int, high: int) -> str:
    """Return the rows of a version block, each `high`, the first one `top`; in twips."""
    wide, inset = millimetres(layout.page.type_width), twips(layout.head.small)
    made, frame = "", _in_margin(layout, top)
    if found.copies:
        hang = 3 * inset
        place = (
            f'{_spacing(high)}<w:ind w:left="{inset + hang}" w:right="{inset}" w:hangingChars="300"'
        )
        place += f' w:hanging="{hang}"/>'
        made += _paragraph("foot-row", _run(f"抄送：{found.copies}"), frame + place)
    if found.printer or found.printed:
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{wide - inset}"/></w:tabs>'
        place = f'{_spacing(high)}<w:ind w:left="{inset}" w:right="0"{_NONE[6:]}'
        text = _run(found.printer) + _TAB + _run(found.printed)
        made += _paragraph("foot-row", text, frame + tabs + place)
    return made


def _line(layout: Layout, top: int, mm: float) -> str:
    border = _border("bottom", "single", round(mm * _EIGHTHS), "000000", 0)
    return _paragraph("foot-row", "", _in_margin(layout, top) + border + _spacing(_HAIR))


def _in_margin(layout: Layout, top: int) -> str:
    """Return the frame of a row as wide as the type area, `top` twips below its upper edge."""
    wide = millimetres(layout.page.type_width)
    return (
        f'<w:framePr w:w="{wide}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
        f' w:xAlign="left" w:y="{top}"/>'
    )


def _framed(layout: Layout, top: int) -> str:
    wide = millimetres(layout.head.letter_width)
    return (
        f'<w:framePr w:w="{wide}" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="page"'
        f' w:xAlign="center" w:y="{top}"/>'
    )


def _border(side: str, kind: str, eighths: int, color: str, space: float) -> str:
    return (
        f'<w:pBdr><w:{side} w:val="{kind}" w:sz="{eighths}" w:space="{round(space)}"'
        f' w:color="{color}"/></w:pBdr>'
    )


def _spacing(line: int, before: float = 0, after: float = 0) -> str:
    return (
        f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" w:line="{line}"'
        ' w:lineRule="exact"/>'
    )


def _face(name: str, *, latin: bool = False) -> str:
    """Return the face of Chinese characters, with `latin` that of letters and digits too."""
    narrow = f" w:ascii={quoteattr(name)} w:hAnsi={quoteattr(name)}" if latin else ""
    return f'<w:rFonts w:hint="eastAsia"{narrow} w:eastAsia={quoteattr(name)}/>'


def _style(style: str, name: str, spacing: str, align: str, looks: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="wh-{style}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="wh-body"/>'
        f'<w:pPr><w:snapToGrid w:val="0"/>{spacing}{_NONE}{align}</w:pPr>'
        f"<w:rPr>{looks}</w:rPr></w:style>"
    )


def _character(style: str, name: str, looks: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="wh-{style}">'
        f'<w:name w:val="{name}"/><w:rPr>{looks}</w:rPr></w:style>'
    )


def _run(text: str, style: str = "", looks: str = "") -> str:
    if not text:
        return ""
    looks = (f'<w:rStyle w:val="wh-{style}"/>' if style else _HINT) + looks
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(style: str, runs: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="wh-{style}"/>{properties}</w:pPr>{runs}</w:p>'
