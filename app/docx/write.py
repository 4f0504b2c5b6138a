"""A document as a new DOCX package in a layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from app.document.model import Block, Document, Role, Run, cut, normal, with_text_label
from app.docx import body, details, styles, turning
from app.docx.archive import packed
from app.docx.headwork import foot_xml, head_xml, letter_line, styles_xml
from app.docx.kinsoku import NEVER_FIRST, NEVER_LAST
from app.docx.layout import Layout
from app.docx.markup import escape, quoteattr
from app.docx.official import Format, head, manner
from app.docx.placing import inside, opening
from app.docx.sideways import stretches
from app.docx.tables import Table, table_xml
from app.docx.transplant import transplant

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
Stretches: TypeAlias = Sequence[tuple[int, int]]
_NO_TABLES: Mapping[str, Table] = {}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write(
    document: Document,
    layout: Layout,
    source: bytes | None = None,
    tables: Mapping[str, Table] = _NO_TABLES,
) -> bytes:
    """Return the package of a document, set in a layout with named styles.

    `source` is the package the document was opened from, whose tables and pictures go along;
    `tables` are new ones by the names that object blocks give them.
    """
    taken = transplant(source, document.blocks, layout)
    objects = {name: table_xml(table, layout) for name, table in tables.items()}
    headed = head(document.details) is not None
    turned = stretches(document.blocks, taken.sideways, headed=headed)
    footers = _turned_footers(layout) if turned else {}
    kinds = {**dict.fromkeys(footers, f"{_WORD}.footer+xml"), **taken.types}
    types = "".join([_override(name, kind) for name, kind in kinds.items()])
    more = styles_xml(document.details, layout, opening(document, layout))
    more += turning.style_xml() if turned else ""
    relations = taken.relations + (_TURNED_RELATIONS if turned else "")
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES.replace("</Types>", f"{types}</Types>"),
        "_rels/.rels": _relationships(_PACKAGE),
        "docProps/core.xml": _core(document),
        "docProps/app.xml": _APP,
        "word/document.xml": _document(document, layout, {**taken.objects, **objects}, turned),
        "word/styles.xml": styles.part(layout, more),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _fonts(layout),
        "word/footer1.xml": _footer(layout, "right"),
        "word/footer2.xml": _footer(layout, "left"),
        "word/footer3.xml": _first_footer(document, layout),
        **footers,
        "word/_rels/document.xml.rels": _relationships(_DOCUMENT, relations),
        "customXml/item1.xml": details.part(document),
        "customXml/itemProps1.xml": details.ITEM_PROPERTIES,
        "customXml/_rels/item1.xml.rels": _relationships(_ITEM_RELATIONSHIPS),
    }
    made = {name: text.encode() for name, text in parts.items()}
    return packed({**taken.parts, **made})


def apply_layout(document: Document, layout: Layout, source: bytes | None = None) -> bytes:
    """Return the package of a document with nothing of its own look but bold, italic, underline.

    Automatic numbers become text. `source` is as for `write`.
    """
    return write(bare(document), layout, source)


def bare(document: Document) -> Document:
    """Return a document without looks of its own, its automatic numbers being text."""
    blocks = [with_text_label(block) for block in trimmed(plain(document)).blocks]
    return replace(document, blocks=tuple(blocks))


def plain(document: Document) -> Document:
    """Return a document without faces, sizes, colours and alignments of its own."""
    return replace(document, blocks=tuple([_plain(block) for block in document.blocks]))


def _plain(block: Block) -> Block:
    """Return a block without looks, the same object for the same block: pages are kept by it."""
    if block.align is None and not any(run.font or run.size or run.color for run in block.runs):
        return block
    return _without_looks(block)


@lru_cache(maxsize=8192)
def _without_looks(block: Block) -> Block:
    runs = [Run(run.text, run.bold, run.italic, run.underline) for run in block.runs]
    return replace(block, runs=normal(runs), align=None)


def trimmed(document: Document) -> Document:
    """Return a document without the spaces that were typed around paragraphs to place them."""
    blocks = [
        block if stretch == (0, len(block)) else replace(block, runs=cut(block.runs, *stretch))
        for block, stretch in [(block, inside(block)) for block in document.blocks]
    ]
    return replace(document, blocks=tuple(blocks))


def _document(
    document: Document, layout: Layout, objects: Mapping[str, str], turned: Stretches
) -> str:
    rows = list(body.paragraphs(document.blocks, layout, objects, manner(document.details)))
    references = (
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="even" r:id="rId5"/>'
    )
    first = _is_letter(document) or not layout.number.first
    if first:
        references += '<w:footerReference w:type="first" r:id="rId7"/>'
    upright = f"<w:sectPr>{references}{styles.section(layout, first=first)}</w:sectPr>"
    later = f"<w:sectPr>{references}{styles.section(layout)}</w:sectPr>"
    foot = foot_xml(document.details, layout)
    made, last = turning.sections(rows, turned, layout, (upright, later), open_end=not foot)
    top = head_xml(document.details, layout, opening(document, layout))
    return (
        f'{styles.HEADER}<w:document xmlns:w="{styles.W}" xmlns:r="{_R}"><w:body>'
        f"{top}{made}{foot}{last}</w:body></w:document>"
    )


def _is_letter(document: Document) -> bool:
    found = head(document.details)
    return found is not None and found.format is Format.LETTER


def _first_footer(document: Document, layout: Layout) -> str:
    """The footer of a first page without number; that of a letter has its lower double line."""
    line = letter_line(layout) if _is_letter(document) else ""
    return (
        f'{styles.HEADER}<w:ftr xmlns:w="{styles.W}" xmlns:r="{_R}">{line}'
        '<w:p><w:pPr><w:pStyle w:val="wh-footer"/></w:pPr></w:p></w:ftr>'
    )


def _turned_footers(layout: Layout) -> dict[str, str]:
    """Return the footers of the pages that stand sideways."""
    number = _number(layout)
    return {
        name: turning.number_xml(layout, side, number) for name, side in turning.FOOTERS.items()
    }


def _number(layout: Layout) -> str:
    """Return the runs of the page number."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f"{_label(layout.number.before)}{field}{_label(layout.number.after)}"


def _footer(layout: Layout, side: str) -> str:
    number = layout.number
    inset = round(number.inset * number.size * 20)
    place = f'<w:ind w:{side}Chars="{round(number.inset * 100)}" w:{side}="{inset}"'
    return (
        f'{styles.HEADER}<w:ftr xmlns:w="{styles.W}" xmlns:r="{_R}"><w:p><w:pPr>'
        f'<w:pStyle w:val="wh-footer"/>{place} w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{_number(layout)}</w:p></w:ftr>'
    )


def _label(text: str) -> str:
    return (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _fonts(layout: Layout) -> str:
    faces = {look.face: None for look in layout.roles.values()} | {layout.number.face: None}
    rows: list[str] = []
    for face in faces:
        stand_in = layout.faces.get(face, ())
        alternative = f"<w:altName w:val={quoteattr(stand_in[0])}/>" if stand_in else ""
        rows.append(
            f"<w:font w:name={quoteattr(face)}>{alternative}"
            '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        )
    return f'{styles.HEADER}<w:fonts xmlns:w="{styles.W}">{"".join(rows)}</w:fonts>'


def _core(document: Document) -> str:
    title = next((b.text for b in document.blocks if b.role is Role.TITLE), "")
    return (
        f'{styles.HEADER}<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(' '.join(title.split()))}</dc:title></cp:coreProperties>"
    )


def _override(name: str, kind: str) -> str:
    return f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>"


def _relationships(rows: tuple[tuple[str, str, str], ...], more: str = "") -> str:
    items = [
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in rows
    ]
    root = f'<Relationships xmlns="{_P}/relationships">'
    return f"{styles.HEADER}{root}{''.join(items)}{more}</Relationships>"


_PACKAGE = (
    ("rId1", f"{_R}/officeDocument", "word/document.xml"),
    ("rId2", f"{_P}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", f"{_R}/extended-properties", "docProps/app.xml"),
)
_DOCUMENT = (
    ("rId1", f"{_R}/styles", "styles.xml"),
    ("rId2", f"{_R}/settings", "settings.xml"),
    ("rId3", f"{_R}/fontTable", "fontTable.xml"),
    ("rId4", f"{_R}/footer", "footer1.xml"),
    ("rId5", f"{_R}/footer", "footer2.xml"),
    ("rId7", f"{_R}/footer", "footer3.xml"),
    ("rId6", f"{_R}/customXml", "../customXml/item1.xml"),
)
_TURNED_RELATIONS = "".join(
    [
        f'<Relationship Id="{name}" Type="{_R}/footer" Target="{target}"/>'
        for name, target in turning.RELATIONS
    ]
)
_ITEM_RELATIONSHIPS = (("rId1", f"{_R}/customXmlProps", "itemProps1.xml"),)
_OVERRIDES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "word/footer3.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml/itemProps1.xml": (
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    ),
}
_CONTENT_TYPES = (
    f'{styles.HEADER}<Types xmlns="{_P}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join([_override(name, kind) for name, kind in _OVERRIDES.items()])
    + "</Types>"
)
_APP = (
    f'{styles.HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>文衡</Application></Properties>'
)
# characterSpacingControl: punctuation is not pressed together, so that a line holds 28 characters.
_SETTINGS = (
    f'{styles.HEADER}<w:settings xmlns:w="{styles.W}"><w:zoom w:percent="100"/>'
    "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:drawingGridVerticalSpacing w:val="156"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    f'<w:noLineBreaksAfter w:lang="zh-CN" w:val={quoteattr(NEVER_LAST)}/>'
    f'<w:noLineBreaksBefore w:lang="zh-CN" w:val={quoteattr(NEVER_FIRST)}/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)
