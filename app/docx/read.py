"""An opened DOCX as a document: texts, looks and roles, and notes on what is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.document.model import HEADINGS, Align, Block, Document, Role, Run, joined
from app.document.recognize import numbered_lines
from app.document.recognize import roles as recognize
from app.docx import attach, details, legacy
from app.docx.body import ALIGNMENTS
from app.docx.fields import Fields
from app.docx.layout import NATIONAL, load
from app.docx.package import OLE, is_protected
from app.docx.pieces import PICTURES, is_text, pieces
from app.docx.revisions import TAGS as REVISION_TAGS
from app.docx.revisions import is_copy
from app.docx.scan import Row, Text, parsed, rows
from app.docx.sheet import role_names
from app.docx.tree import w

# What stands beside the text and is listed there.
_BESIDE = (
    (REVISION_TAGS, "处修订"),
    ((w("commentReference"),), "条批注"),
    ((w("footnoteReference"),), "条脚注"),
    ((w("endnoteReference"),), "条尾注"),
    ((w("txbxContent"),), "个文本框"),
)


def read(content: bytes, name: str) -> tuple[Document, tuple[str, ...]]:
    """Return the document in a package and notes in Chinese on what of it is not shown.

    A binary document (.doc, .wps) gives its text; saving cannot build on it.
    Raises UnreadableFile, with what the user can do, where the package is damaged, hostile,
    protected or something else.
    """
    if content.startswith(OLE) and not is_protected(content):
        return legacy.read(content, name)
    text = parsed(content, name, whole=False)
    return document_of(text), notes(text)


def document_of(text: Text) -> Document:
    """Return the document that a parsed text shows."""
    kept = carried(text)
    found = rows(text)
    known = role_names()
    body = Role.BODY
    styled = [
        Role.OBJECT if named else known.get(style.name, body) for _, style, _, named, *_ in found
    ]
    texts = [row.text for row in found]
    if kept.seal and kept.seal == details.seal_of(texts, styled):
        chosen = {block for block, _, _ in kept.chosen}
        made = [
            Block(runs, role, at in chosen, ALIGNMENTS.get(align), label, named)
            for at, ((runs, _, label, named, _, align, _), role) in enumerate(
                zip(found, styled, strict=True)
            )
        ]
    else:
        made = _with_roles(found, details.choices(kept, texts), known)
    for at in details.marked(kept, texts):
        made[at] = replace(made[at], bookmark=True)
    for at in [at for at, row in enumerate(found) if row.unseen]:
        made[at] = replace(made[at], unseen=True)
    return Document(tuple(made), kept.details)


def notes(text: Text) -> tuple[str, ...]:
    """Return in Chinese what the text holds that it does not show but keeps on saving."""
    said: list[str] = []
    listed = _beside(text)
    if listed:
        said.append(f"文件带有{'、'.join(listed)}，不在正文里，保存时原样保留。")
    pictures = _pictures(text)
    if pictures:
        said.append(f"文字中间的{pictures}张图片没有显示，保存时原样保留。")
    if text.chunks:
        said.append(
            f"文件里嵌有{len(text.chunks)}份网页或别的文档，这里显示它们的文字和表格；"
            "没有改动的保存时原样保留，改了的成为普通段落。"
        )
    embedded = sum(1 for _ in text.root.iter(*_EMBEDDED))
    if embedded:
        said.append(
            f"文件里嵌有{embedded}份别的文档，内容没有显示，保存时原样保留；"
            "要看到它们，请在 Word 中打开，另存一份再试。"
        )
    return tuple(said)


_EMBEDDED = (w("altChunk"), w("subDoc"))


def left_behind(content: bytes) -> str:
    """Return in Chinese what of a package does not go along into a layout, "" for nothing.

    Raises UnreadableFile.
    """
    text = parsed(content, "原文件", whole=False)
    pictures = _pictures(text)
    return "、".join([*_beside(text), *([f"{pictures}张文字中间的图片"] if pictures else [])])


def _beside(text: Text) -> list[str]:
    """Return how many of each kind stand beside a text, in Chinese."""
    nodes = [(list(text.root.iter(*tags)), label) for tags, label in _BESIDE]
    counts = [(sum(not is_copy(node) for node in found), label) for found, label in nodes]
    return [f"{count}{label}" for count, label in counts if count]


def _pictures(text: Text) -> int:
    """Return how many pictures stand in paragraphs of text."""
    count = 0
    for node in text.root.iter(*PICTURES):
        paragraph = next(node.iterancestors(w("p")), None)
        nested = next(node.iterancestors(*PICTURES, w("txbxContent"), w("tbl")), None)
        holds = next(node.iter(w("txbxContent")), None) is not None
        if paragraph is None or nested is not None or holds or is_text(node):
            continue
        count += any(piece.text.strip() for piece in pieces(paragraph, Fields()))
    return count


def carried(text: Text) -> details.Carried:
    """Return what the details part of a package holds, nothing where it has none."""
    part = attach.place(text.package, text.part)
    return details.Carried() if part is None else details.carried(text.package.xml(part))


def _without_usual(found: Sequence[Row]) -> list[Block]:
    """Return the blocks without the face, size and colour that most of their text has.

    What the bulk of the paragraphs of one style looks like is the look of their role, not a
    writer's emphasis.
    """
    usual: dict[str, Counter[tuple[str | None, float | None, str | None]]] = {}
    for row in found:
        counter = usual.setdefault(row.style.name, Counter())
        for run in row.runs:
            counter[run.font, run.size, run.color] += len(run.text)
    made: list[Block] = []
    for row in found:
        common = usual[row.style.name].most_common(1)
        look = common[0][0] if common else _NO_LOOK
        runs = row.runs if look == _NO_LOOK else joined([_apart(run, *look) for run in row.runs])
        made.append(Block(runs, label=row.label, object=row.object))
    return made


_NO_LOOK = (None, None, None)


def _apart(run: Run, font: str | None, size: float | None, color: str | None) -> Run:
    """Return a run without what it has in common with the bulk of the text."""
    return Run(  # many thousands in a long text: five times as fast as `replace`
        run.text,
        run.bold,
        run.italic,
        run.underline,
        None if run.color == color else run.color,
        None if run.font == font else run.font,
        None if run.size == size else run.size,
    )


def _with_roles(
    found: Sequence[Row],
    chosen: Mapping[int, Role],
    known: Mapping[str, Role],
) -> list[Block]:
    """Return the blocks with roles: the writer's choice, then styles, then the text itself."""
    plain = _without_usual(found)
    texts = [block.label + block.text for block in plain]
    objects = {at: Role.OBJECT for at, block in enumerate(plain) if block.object}
    settled = {**chosen, **objects}
    lines = numbered_lines(texts)
    first = recognize(texts, settled, lines)
    styled = _styled(found, first, known)
    settled = {**styled, **settled}
    roles = recognize(texts, settled, lines) if styled else first
    usual = load(NATIONAL).roles
    return [
        Block(
            block.runs,
            role,
            at in settled and at not in objects,
            _align(row, usual[role].align),
            block.label,
            block.object,
        )
        for at, (block, row, role) in enumerate(zip(plain, found, roles, strict=True))
    ]


def _styled(
    found: Sequence[Row], first: Sequence[Role], known: Mapping[str, Role]
) -> dict[int, Role]:
    """Return the roles that styles and outline levels give where the text says otherwise."""
    given: dict[int, Role] = {}
    for at, row in enumerate(found):
        if row.object or not row.text.strip():
            continue
        role = known.get(row.style.name)
        if row.style.name.startswith("toc "):  # its lines repeat the headings
            given[at] = Role.BODY
            continue
        if row.outline is not None and row.outline < len(HEADINGS) and role not in _OUTLINED:
            role = HEADINGS[row.outline]
        # A number written in the text tells the level better than the style it was given.
        numbered = role in HEADINGS and first[at] in _OUTLINED
        if role is not None and role not in _COMMON and role is not first[at] and not numbered:
            given[at] = role
    return given


_OUTLINED = frozenset({*HEADINGS, Role.PART})
_COMMON = frozenset({Role.BODY, Role.ITEM, Role.BLANK, Role.DATE})


def _align(row: Row, usual: Align) -> Align | None:
    """Return the alignment where it differs from what the role asks for.

    Ragged and justified text are not told apart, for few mean the difference.
    """
    align = ALIGNMENTS.get(row.align or row.style.align, Align.LEFT)
    if row.object or not row.runs:
        return None
    return None if _SIDE.get(align, align) == _SIDE.get(usual, usual) else align


_SIDE = {Align.LEFT: Align.JUSTIFY}
