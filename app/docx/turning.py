"""Pages of a new package that stand sideways: the ends of their sections, their page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from app.docx.layout import Layout
from app.docx.measures import MM
from app.docx.sideways import turned
from app.docx.styles import HEADER, TURN, TURN_NAME, W, section

_END = 14  # twips; the paragraph that ends a section is as low as Word sets any
_V = "urn:schemas-microsoft-com:vml"
_REFERENCES = (
    '<w:footerReference w:type="default" r:id="rIdTurned1"/>'
    '<w:footerReference w:type="even" r:id="rIdTurned2"/>'
)
FOOTERS = {"word/footer4.xml": "right", "word/footer5.xml": "left"}
RELATIONS = (("rIdTurned1", "footer4.xml"), ("rIdTurned2", "footer5.xml"))


def style_xml() -> str:
    """Return the style of the paragraphs that end sections, which are no text."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{TURN}">'
        f'<w:name w:val="{TURN_NAME}"/><w:basedOn w:val="wh-body"/><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{_END}" w:lineRule="exact"/></w:pPr>'
        "</w:style>"
    )


def sections(
    rows: Sequence[str],
    stretches: Sequence[tuple[int, int]],
    layout: Layout,
    upright: tuple[str, str],
    *,
    open_end: bool,
) -> tuple[str, str]:
    """Return the rows of a body with their sections ended, and the properties of the last one.

    `upright` has those of the first upright section and of the others. `open_end` tells that
    nothing upright follows the rows.
    """
    first, later = upright
    across = f"<w:sectPr>{_REFERENCES}{_across(layout)}</w:sectPr>"
    made = list(rows)
    ending = first
    for start, stop in stretches:
        if start:
            made[start] = _end(ending) + made[start]
        ending = later
        if stop == len(rows) and open_end:
            return "".join(made), across
        made[stop - 1] += _end(across)
    return "".join(made), ending


def number_xml(layout: Layout, side: str, text: str) -> str:
    """Return the footer of sideways pages: the number where the sheet held upright has it.

    `text` are the runs of the number, `side` where it stands there.
    """
    page, number = layout.page, layout.number
    inset = number.inset * number.size
    middle = (page.height - page.top - page.type_height - number.below) * MM
    top = page.left * MM + (inset if side == "left" else 0.0)
    place = (
        f"position:absolute;margin-left:{middle - number.size / 2:.2f}pt;margin-top:{top:.2f}pt;"
        f"width:{number.size:g}pt;height:{page.type_width * MM - inset:.2f}pt;z-index:1;"
        "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    )
    shown = f'<w:p><w:pPr><w:pStyle w:val="wh-footer"/><w:jc w:val="{side}"/></w:pPr>{text}</w:p>'
    return (
        f'{HEADER}<w:ftr xmlns:w="{W}" xmlns:v="{_V}"><w:p><w:pPr><w:pStyle w:val="wh-footer"/>'
        f'</w:pPr><w:r><w:pict><v:rect style="{place}" filled="f" stroked="f">'
        f'<v:textbox style="layout-flow:vertical" inset="0,0,0,0"><w:txbxContent>{shown}'
        "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p></w:ftr>"
    )


def _across(layout: Layout) -> str:
    return section(turned(layout)).replace("<w:pgSz ", '<w:pgSz w:orient="landscape" ')


def _end(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{TURN}"/>{properties}</w:pPr></w:p>'
