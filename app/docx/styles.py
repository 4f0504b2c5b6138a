"""The styles part of a new package: one paragraph style a role, one lead style a heading."""

from __future__ import annotations

from app.document.model import Align, Role
from app.docx.layout import Layout, Look
from app.docx.markup import quoteattr
from app.docx.measures import half_points, margins, millimetres, number, twips
from app.docx.placing import Indent

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BUILT_IN = frozenset(
    {"Normal", "Title", "Subtitle", "Salutation", "heading 1", "heading 2", "heading 3"}
    | {"heading 4", "footer", "header"}
)
_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
ROW, ROW_NAME = "wh-row", "公文题行"  # the character style of breaks that only part title rows
ATTENDED, ATTENDED_NAME = "wh-attended", "公文人员标识"  # that of 出席：, 请假：, 列席： in minutes
ATTENDING, ATTENDING_NAME = "wh-attending", "公文出席人员"  # that of their paragraphs: the body's
TURN, TURN_NAME = "wh-turn", "公文横排"  # that of the paragraphs that end sections of pages turned
RUN_IN = "段"  # what a run-in heading's style adds to the name of the heading's


def style_id(role: Role) -> str:
    """Return the id of a role's paragraph style."""
    return f"wh-{role.value}"


def lead_id(role: Role) -> str:
    """Return the id of the character style for the lead of a run-in heading."""
    return f"wh-lead-{role.value}"


def run_in_id(role: Role) -> str:
    """Return the id of the paragraph style of a run-in heading."""
    return f"wh-run-in-{role.value}"


def part(layout: Layout, more: str = "") -> str:
    """Return the text of `styles.xml`; `more` are further styles."""
    styles: list[str] = [_defaults(), _normal(layout)]
    for role, look in layout.roles.items():
        if role is not Role.BODY:
            styles.append(_paragraph(layout, role, look))
        if look.lead:
            styles += _run_in(layout, role, look)
    strong = f"<w:rPr>{_face(layout.head.strong)}</w:rPr>"
    styles += [_style("paragraph", ATTENDING, ATTENDING_NAME, _ON_BODY, "")]
    styles += [_style("character", ATTENDED, ATTENDED_NAME, "<w:qFormat/>", strong)]
    styles += [_style("character", ROW, ROW_NAME, "", ""), _footer(layout), more, _TABLE]
    return f'{HEADER}<w:styles xmlns:w="{W}">{"".join(styles)}</w:styles>'


def jc(align: Align) -> str:
    """Return the `w:jc` element of an alignment."""
    return f'<w:jc w:val="{_JC[align]}"/>'


def indent(layout: Layout, look: Look, place: Indent | None = None) -> str:
    """Return the `w:ind` element of a look; zero is said, for it is inherited otherwise.

    `place` overrides what the look says. Characters are those of the body.
    """
    place = place or Indent(look.indent, look.left, look.right)
    if place.beside:  # its frame says where it stands
        return _AT_EDGE
    if place.first < 0:
        left, hanging = _chars(layout, place.left), _chars(layout, -place.first)
        return f'<w:ind w:left="{left}" w:firstLineChars="0" w:hanging="{hanging}"/>'
    sides = ""
    usual = {"left": look.left, "right": look.right}
    for name, value in (("left", place.left), ("right", place.right)):
        if value or usual[name]:
            sides += f' w:{name}Chars="{round(value * 100)}" w:{name}="{_chars(layout, value)}"'
    first = twips(place.first * look.size)
    return f'<w:ind{sides} w:firstLineChars="{round(place.first * 100)}" w:firstLine="{first}"/>'


def frame(layout: Layout, look: Look, place: Indent) -> str:
    """Return the `w:framePr` element of a paragraph that stands in the line of the next one."""
    x = _chars(layout, place.left)
    wide = _chars(layout, layout.grid.characters - place.right) - x
    high = twips(look.line - _LOWER)
    return (
        f'<w:framePr w:w="{wide}" w:h="{high}" w:hRule="exact" w:wrap="around" w:vAnchor="text"'
        f' w:hAnchor="margin" w:x="{x}" w:y="1"/>'
    )


def spacing(layout: Layout, look: Look, before: float, after: float) -> str:
    """Return the `w:spacing` element: space before and after in lines, line distance in points."""
    pitch = layout.grid.pitch
    line = f'w:line="{twips(look.line)}" w:lineRule="exact"' if look.line else _AUTO
    return (
        f'<w:spacing w:beforeLines="{round(before * 100)}" w:before="{twips(before * pitch)}"'
        f' w:afterLines="{round(after * 100)}" w:after="{twips(after * pitch)}" {line}/>'
    )


_AT_EDGE = (
    '<w:ind w:leftChars="0" w:left="0" w:rightChars="0" w:right="0"'
    ' w:firstLineChars="0" w:firstLine="0"/>'
)
_ON_BODY = '<w:basedOn w:val="wh-body"/><w:next w:val="wh-body"/><w:qFormat/>'
_LOWER = 1.0  # points that a frame is lower than its line, so as not to reach into the next one
_AUTO = 'w:line="240" w:lineRule="auto"'
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="wh-table"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _chars(layout: Layout, count: float) -> int:
    return twips(count * layout.character)


def _defaults() -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal(layout: Layout) -> str:
    look = layout.roles[Role.BODY]
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="wh-body">'
        f"<w:name w:val={quoteattr(look.style)}/><w:qFormat/>"
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f"{spacing(layout, look, look.before, look.after)}{indent(layout, look)}"
        f"{jc(look.align)}</w:pPr>"
        f"<w:rPr>{_face(look.face, layout.latin)}{_bold(look)}"
        f'<w:spacing w:val="{twips(layout.grid.spacing)}"/>{_size(look.size)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )


def _paragraph(layout: Layout, role: Role, look: Look) -> str:
    return _style(
        "paragraph",
        style_id(role),
        look.style,
        f'<w:basedOn w:val="wh-body"/>{_next(role)}<w:qFormat/>',
        f"<w:pPr>{_properties(layout, look)}</w:pPr><w:rPr>{_type(layout, look)}</w:rPr>",
    )


def _run_in(layout: Layout, role: Role, look: Look) -> list[str]:
    body = layout.roles[Role.BODY]
    level = f'<w:pPr><w:outlineLvl w:val="{look.outline}"/></w:pPr>' if _outlined(look) else ""
    return [
        _style(
            "paragraph",
            run_in_id(role),
            look.style + RUN_IN,
            _ON_BODY,
            level,
        ),
        _style(
            "character",
            lead_id(role),
            look.lead,
            "<w:qFormat/>",
            f"<w:rPr>{_face(look.face)}{_bold(look)}"
            f"{_size(look.size) if look.size != body.size else ''}</w:rPr>",
        ),
    ]


def _properties(layout: Layout, look: Look) -> str:
    outline = f'<w:outlineLvl w:val="{look.outline}"/>' if _outlined(look) else ""
    keep = "<w:keepNext/>" if _outlined(look) or look.keep else ""
    page = "<w:pageBreakBefore/>" if look.new_page else ""
    grid = "" if look.line == layout.grid.pitch else '<w:snapToGrid w:val="0"/>'
    return (
        f"{keep}{page}{grid}{spacing(layout, look, look.before, look.after)}"
        f"{indent(layout, look)}{jc(look.align)}{outline}"
    )


def _type(layout: Layout, look: Look) -> str:
    body = layout.roles[Role.BODY]
    face = _face(look.face, look.latin or None) if look.face != body.face else ""
    return f"{face}{_bold(look)}{_size(look.size) if look.size != body.size else ''}"


def _footer(layout: Layout) -> str:
    look = layout.number
    line = twips(look.size)
    return _style(
        "paragraph",
        "wh-footer",
        "footer",
        '<w:basedOn w:val="wh-body"/>',
        '<w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
        f'<w:rPr>{_face(look.face, look.face)}<w:spacing w:val="0"/>{_size(look.size)}</w:rPr>',
    )


def _style(kind: str, style: str, name: str, links: str, properties: str) -> str:
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style}"><w:name w:val={quoteattr(name)}/>'
        f"{links}{properties}</w:style>"
    )


def _next(role: Role) -> str:
    follows = role.value if role in {Role.ITEM, Role.COPIES, Role.NOISE} else "body"
    return f'<w:next w:val="wh-{follows}"/>'


def _face(face: str, latin: str | None = None) -> str:
    names = f" w:eastAsia={quoteattr(face)}"
    if latin is not None:
        names = f" w:ascii={quoteattr(latin)} w:hAnsi={quoteattr(latin)}{names}"
        names += f" w:cs={quoteattr(latin)}"
    return f'<w:rFonts w:hint="eastAsia"{names}/>'


def _bold(look: Look) -> str:
    return "<w:b/><w:bCs/>" if look.bold else ""


def _size(points: float) -> str:
    size = number(half_points(points))
    return f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _outlined(look: Look) -> bool:
    return look.outline is not None


_REST = 20  # twips that lines may leave of a page


def section(layout: Layout, *, first: bool = False) -> str:
    """Return the page measures of a `w:sectPr`: size, margins, grid.

    `first` tells that the first page has a footer of its own. A page whose height is no whole
    number of lines has no grid of them: LibreOffice would begin lower by half of what is left.
    """
    sides = " ".join([f'w:{name}="{value}"' for name, value in margins(layout).items()])
    size = f'w:w="{millimetres(layout.page.width)}" w:h="{millimetres(layout.page.height)}"'
    title = "<w:titlePg/>" if first else ""
    pitch = twips(layout.grid.pitch)
    grid = 'w:type="lines" ' if millimetres(layout.page.type_height) % pitch < _REST else ""
    return (
        f'<w:pgSz {size}/><w:pgMar {sides}/><w:cols w:space="425"/>{title}'
        f'<w:docGrid {grid}w:linePitch="{pitch}"/>'
    )
