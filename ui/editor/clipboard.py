"""What goes to the clipboard and comes from it: plain text, HTML with looks, our own blocks."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QTextBlock, QTextCursor, QTextDocument

from app.document.model import HEADINGS, Align, Block, Document, Role, Run, clean, cut, normal
from app.document.numbering import leading
from app.patterns import regex
from ui.editor.bridge import Bridge
from ui.editor.formats import points
from ui.editor.look import FACES, FANG, LOOKS, lead_end

OWN = "application/x-wenheng-blocks"
_PARAGRAPHS = regex("\r\n|[\r\n\x0c\x85\u2029]")
_HTML_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_LEVELS = {role: level for level, role in enumerate(HEADINGS, 1)}


def selection(bridge: Bridge, cursor: QTextCursor) -> Document:
    """Return what a cursor selects; blocks selected in part are cut."""
    first, start = bridge.place(cursor.selectionStart())
    last, end = bridge.place(cursor.selectionEnd())
    blocks: list[Block] = []
    for number in range(first, last + 1):
        block = bridge.block(number)
        at = start if number == first else 0
        stop = end if number == last else len(block)
        runs = cut(block.runs, at, stop)
        whole = at == 0 and stop == len(block)
        keeps = whole or not block.object
        blocks.append(replace(block, runs=runs) if keeps else Block(runs))
    return Document(tuple(blocks))


def mime(document: Document) -> QMimeData:
    """Return a document as clipboard content for every program, ours losing nothing."""
    found = QMimeData()
    found.setText("\n".join([block.label + block.text for block in document.blocks]))
    found.setHtml(html(document))
    copied = [asdict(replace(block, bookmark=False)) for block in document.blocks]
    written = json.dumps(copied, ensure_ascii=False, default=sorted)
    found.setData(OWN, QByteArray(written.encode()))
    return found


def html(document: Document) -> str:
    """Return HTML that Word and WPS paste with the faces and measures of the roles."""
    body = "\n".join(
        [_table(b) if b.object and "\t" in b.text else _paragraph(b) for b in document.blocks]
    )
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'


def _escaped(text: str) -> str:
    from html import escape  # with the names of all signs: not before something is copied

    return escape(text)


def _table(block: Block) -> str:
    """Return a table of an opened file as one: its text has a line a row, a tab between cells."""
    look = LOOKS[block.role]
    style = f"font-family:'{FACES[FANG][0]}';font-size:{look.size:g}pt"
    rows = [
        "".join([f'<td style="{style}">{_escaped(cell)}</td>' for cell in row.split("\t")])
        for row in block.text.split("\n")
    ]
    body = "".join([f"<tr>{row}</tr>" for row in rows])
    return f'<table border="1" style="border-collapse:collapse">{body}</table>'


def _paragraph(block: Block) -> str:
    look = LOOKS[block.role]
    align = _HTML_ALIGN.get(block.align or look.align, "justify")
    style = [
        "margin:0",
        f"text-align:{align}",
        f"line-height:{look.line}pt",
        "mso-line-height-rule:exactly",
    ]
    if align in ("justify", "left") and look.indent:
        style += [f"text-indent:{look.indent * look.size:g}pt"]
        style += [f"mso-char-indent-count:{look.indent:.1f}"]
    if block.align is None and look.right:
        style.append(f"margin-right:{look.right * look.size:g}pt")
    if block.role in _LEVELS:
        style.append(f"mso-outline-level:{_LEVELS[block.role]}")
    end = lead_end(block.role, block.text)
    text = _escaped(block.label)
    for lead, start, stop in ((True, 0, end), (False, end, len(block))):
        for run in cut(block.runs, start, stop):
            text += _span(block.role, run, lead=lead)
    return f'<p class="MsoNormal" style="{";".join(style)}">{text or "&nbsp;"}</p>'


def _span(role: Role, run: Run, *, lead: bool) -> str:
    look = LOOKS[role]
    face = run.font or (look.face if lead or not look.run_in else FANG)
    family = FACES.get(face, (face,))[0]
    style = [
        f"font-family:'{family}'",
        f"mso-fareast-font-family:'{family}'",
        f"font-size:{run.size or look.size:g}pt",
    ]
    if run.color:
        style.append(f"color:#{run.color}")
    text = _escaped(run.text).replace("\n", "<br>")
    for on, tag in ((run.bold, "b"), (run.italic, "i"), (run.underline, "u")):
        text = f"<{tag}>{text}</{tag}>" if on else text
    return f'<span style="{";".join(style)}">{text}</span>'


def release() -> None:
    """Leave plain text in the clipboard when the program ends, where Qt does not write it out.

    Content made in Python must not outlive it: Qt would fall over it while going down.
    """
    board = QGuiApplication.clipboard()
    if board.ownsClipboard() and sys.platform != "win32":
        board.setText(board.text())


def own(found: QMimeData) -> tuple[Block, ...] | None:
    """Return the blocks that our own program copied, None where the content is another's."""
    if not found.hasFormat(OWN):
        return None
    written = json.loads(bytes(found.data(OWN).data()).decode())
    return tuple([_block(entry) for entry in written])


def _block(entry: dict[str, object]) -> Block:
    runs = entry["runs"]
    fields = {**entry, "runs": tuple([Run(**run) for run in runs])}  # pyright: ignore[reportGeneralTypeIssues]  as written by asdict
    block = Block(**fields)  # pyright: ignore[reportArgumentType]  as written by asdict
    return replace(
        block,
        role=Role(block.role),
        align=Align(block.align) if block.align else None,
        decided=frozenset(block.decided),
    )


def plain(text: str) -> tuple[Block, ...]:
    """Return one body paragraph a line, nothing cleaned but what no paragraph can hold."""
    lines = _PARAGRAPHS.split(text)
    return tuple([Block(normal([Run(clean(line))])) for line in lines])


class _Scratch(QTextDocument):
    """A text document that never loads what its HTML names."""

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Return nothing: pictures of pasted pages are not fetched."""
        return QByteArray()


def foreign(source: str) -> tuple[Block, ...]:
    """Return the paragraphs of another program's HTML: text, bold, italic, underline, headings.

    A row of a table becomes one paragraph, its cells apart by tabs, by several behind a cell that
    reaches over several columns, the paragraphs of a cell by spaces; a number that the page draws
    before a list entry becomes text.
    """
    text = _Scratch()
    text.setUndoRedoEnabled(False)
    text.setHtml(source)
    blocks: list[Block] = []
    before: tuple[object, int, int] | None = None
    block = text.firstBlock()
    while block.isValid():
        cell = _cell(block)
        value = _foreign_block(block)
        if cell is not None and before is not None and cell[:2] == before[:2]:
            between = Run(" " if cell == before else "\t" * max(cell[2] - before[2], 1))
            blocks[-1] = replace(blocks[-1], runs=normal((*blocks[-1].runs, between, *value.runs)))
        else:
            blocks.append(value)
        before = cell
        block = block.next()
    return _titled(blocks)


def _titled(blocks: list[Block]) -> tuple[Block, ...]:
    """Return blocks whose first, where it is a heading without number, is the title of them all."""
    for at, one in enumerate(blocks):
        if one.text.strip():
            if one.role is Role.HEADING1 and leading(one.text) is None:
                blocks[at] = replace(one, role=Role.TITLE)
            break
    return tuple(blocks)


def _cell(block: QTextBlock) -> tuple[object, int, int] | None:
    """Return the table, row and column a block lies in, None outside tables."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    if table is None:
        return None
    cell = table.cellAt(cursor)
    return table.firstPosition(), cell.row(), cell.column()


def _foreign_block(block: QTextBlock) -> Block:
    text = block.text()
    wide = block.length() != len(text) + 1
    runs: list[Run] = []
    heading = block.blockFormat().headingLevel()
    for part in block.textFormats():
        start, end = part.start, part.start + part.length
        if wide:
            start, end = points(text, start), points(text, end)
        shape = part.format
        link = shape.isAnchor() or bool(shape.anchorHref())
        runs.append(
            Run(
                text[start:end].replace("\u2028", "\n"),
                bold=shape.fontWeight() >= 600 and not heading,
                italic=shape.fontItalic(),
                underline=shape.fontUnderline() and not link,
            )
        )
    listed = block.textList()
    number = listed.itemText(block) if listed is not None else ""
    if number[:-1] and number[-1] in ".)":  # a bullet is a mark alone
        runs.insert(0, Run(number))
    role = HEADINGS[min(heading, 4) - 1] if heading else Role.BODY
    return Block(normal(runs), role, chosen=bool(heading))
