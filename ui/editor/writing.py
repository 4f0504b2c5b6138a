"""What a writer does with whole sentences and paragraphs; each is one undo step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor

from app.document.edits import AlignEdit, Edit, MarkEdit, RoleEdit, Splice, look_at
from app.document.model import Align, Block, Document, Role, Run, Span, cut, normal
from app.document.outline import outline, walk
from app.document.restructure import demote, promote
from app.patterns import regex
from ui.editor.editor import Editor

_SENTENCE = regex("[^。！？!?；;\n]*[。！？!?；;\n]*[”’」』）]*")
SIGNS = "〔〕★—…·①②③④⑤⑥⑦⑧⑨⑩《》〈〉「」【】℃％‰㎡№§→"
NOT_HIGHER = "已经是最高一级，不能再升。"
NOT_LOWER = "前面没有同级的条目，不能降到它下面。"


def move_blocks(editor: Editor, way: int) -> None:
    """Move the selected paragraphs over the one above (-1) or below (1); the caret goes along."""
    blocks = editor.snapshot().blocks
    chosen = editor.selected_blocks()
    first, stop = chosen.start, chosen.stop
    over = first - 1 if way < 0 else stop
    if not 0 <= over < len(blocks):
        return
    moved, other = blocks[first:stop], (blocks[over],)
    start = min(first, over)
    new = (*moved, *other) if way < 0 else (*other, *moved)
    anchor, caret = _ends(editor)
    _put(editor, Splice(start, start + len(new), new), anew=True)
    _select(editor, (anchor[0] + way, anchor[1]), (caret[0] + way, caret[1]))


def duplicate(editor: Editor) -> None:
    """Put a copy of the selected paragraphs below them, the caret in the copy."""
    chosen = editor.selected_blocks()
    copied = editor.snapshot().blocks[chosen.start : chosen.stop]
    copies = tuple([replace(block, bookmark=False) for block in copied])
    anchor, caret = _ends(editor)
    _put(editor, Splice(chosen.stop, chosen.stop, copies), anew=True)
    _select(editor, (anchor[0] + len(copies), anchor[1]), (caret[0] + len(copies), caret[1]))


def join(editor: Editor) -> None:
    """Make the selected paragraphs one, or that of the caret and the next."""
    blocks = editor.snapshot().blocks
    chosen = editor.selected_blocks()
    stop = max(chosen.stop, chosen.start + 2)
    taken = blocks[chosen.start : stop]
    if len(taken) < 2 or any(block.object for block in taken):
        return
    lead = next((block for block in taken if block.text.strip()), taken[0])
    runs = normal([run for block in taken for run in block.runs])
    _put(editor, Splice(chosen.start, stop, (replace(lead, runs=runs),)))
    seam = len(taken[0])
    _select(editor, (chosen.start, seam), (chosen.start, seam))


def sentence(editor: Editor) -> Span:
    """Return the sentence the caret is in, its closing mark included."""
    caret = editor.caret()
    text = editor.bridge.block(caret.block).text
    for found in _SENTENCE.finditer(text):
        if found.start() <= caret.start < found.end():
            return Span(caret.block, found.start(), found.end())
    last = [found for found in _SENTENCE.finditer(text) if found.group()]
    return Span(caret.block, last[-1].start(), last[-1].end()) if last else caret


def select_sentence(editor: Editor) -> None:
    """Select the sentence the caret is in."""
    span = sentence(editor)
    _select(editor, (span.block, span.start), (span.block, span.end))


def select_paragraph(editor: Editor) -> None:
    """Select the text of the paragraph the caret is in."""
    number = editor.caret().block
    _select(editor, (number, 0), (number, len(editor.bridge.block(number))))


def go_to_slot(editor: Editor, way: int) -> bool:
    """Select the next (1) or previous (-1) place still to fill, round at the end; False for none.

    A caret that stands before a place without having it selected has that place ahead.
    """
    caret, count = editor.caret(), len(editor.bridge)
    for step in range(count + 1):
        number = (caret.block + way * step) % count
        spans = slot_spans(editor.bridge.block(number))
        if step == 0:
            spans = [span for span in spans if _lies(span, caret, way)]
        if spans:
            start, end = spans[0] if way > 0 else spans[-1]
            editor.show_span(Span(number, start, end))
            return True
    return False


def slot_spans(block: Block) -> list[tuple[int, int]]:
    """Return where a paragraph has places to fill, as start and end."""
    from app.kinds.slots import slots

    return [(slot.span.start, slot.span.end) for slot in slots(Document((block,)))]


def _lies(span: tuple[int, int], caret: Span, way: int) -> bool:
    """Tell whether a place lies ahead of the selection, or behind it where `way` is back."""
    if way > 0:
        return span[0] > caret.start or (span[0] == caret.start == caret.end)
    return span[0] < caret.start


def change_level(editor: Editor, number: int, way: int) -> None:
    """Lower (1) or raise (-1) a numbered paragraph with what belongs to it; numbers follow.

    The writer is told where it can go no further.
    """
    document = editor.snapshot()
    node = next((one for one in walk(outline(document)) if one.block == number), None)
    edits = () if node is None else (demote if way > 0 else promote)(document, node)
    if edits:
        editor.keys.shifts.foresee()
        editor.apply(edits)
    else:
        editor.told.emit(NOT_LOWER if way > 0 else NOT_HIGHER)


def clear_formatting(editor: Editor) -> None:
    """Take marks, colours, faces, sizes and own alignment off the selection or the paragraph."""
    stretches = editor.selected_stretches() or [_whole(editor, editor.caret().block)]
    edits: list[Edit] = []
    for span in stretches:
        block = editor.bridge.block(span.block)
        if block.object is None:
            edits.append(Splice(span.block, span.block + 1, (_bare(block, span),)))
    editor.apply(edits)


def _bare(block: Block, span: Span) -> Block:
    middle = [Run(run.text) for run in cut(block.runs, span.start, span.end)]
    before, after = cut(block.runs, 0, span.start), cut(block.runs, span.end, len(block))
    whole = span.end - span.start == len(block)
    align = None if whole else block.align
    return replace(block, runs=normal((*before, *middle, *after)), align=align)


def _whole(editor: Editor, number: int) -> Span:
    return Span(number, 0, len(editor.bridge.block(number)))


def _put(editor: Editor, splice: Splice, *, anew: bool = False) -> None:
    """Put paragraphs in place of others; the numbers of a row that was in order follow.

    `anew` gives those put in the numbers of their place too.
    """
    later = editor.keys.shifts.at(splice.start, splice.end, splice.blocks, anew=anew)
    editor.apply([splice, *later])


def _ends(editor: Editor) -> tuple[tuple[int, int], tuple[int, int]]:
    cursor = editor.textCursor()
    place = editor.bridge.place
    return place(cursor.anchor()), place(cursor.position())


def _select(editor: Editor, anchor: tuple[int, int], caret: tuple[int, int]) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.bridge.position(*anchor))
    cursor.setPosition(editor.bridge.position(*caret), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


class FormatPainter(QObject):
    """Takes the look of one place and gives it to what is selected with the mouse next."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._taken: tuple[Run, Role, bool, Align | None] | None = None
        self._given = QTimer(self)
        self._given.setSingleShot(True)
        self._given.setInterval(0)
        self._given.timeout.connect(self.give)

    @property
    def armed(self) -> bool:
        """Whether a look was taken and waits to be given."""
        return self._taken is not None

    def take(self) -> None:
        """Take the look at the caret; the next selection made with the mouse gets it, Esc drops it.

        A click that selects nothing leaves it waiting.
        """
        span = self._editor.caret()
        block = self._editor.bridge.block(span.block)
        run = look_at(block, span.start, span.end)
        self._taken = (run, block.role, block.chosen, block.align)
        self._editor.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self._editor.viewport().installEventFilter(self)
        self._editor.installEventFilter(self)

    def give(self) -> None:
        """Give the look to the selection; a selection of whole paragraphs gets the role too."""
        if self._taken is None or not self._editor.textCursor().hasSelection():
            return
        run, role, chosen, align = self._taken
        edits: list[Edit] = []
        for number in self._editor.selected_blocks():
            block = self._editor.bridge.block(number)
            spans = [s for s in self._editor.selected_stretches() if s.block == number]
            if block.object or not spans:
                continue
            span = spans[0]
            edits.append(
                MarkEdit(number, span.start, span.end, run.bold, run.italic, run.underline)
            )
            if span.end - span.start == len(block):
                edits += [RoleEdit(number, role, chosen=chosen or role is not block.role)]
                edits += [AlignEdit(number, align)]
        self.stop()
        self._editor.apply(edits)

    def stop(self) -> None:
        """Forget the look."""
        self._taken = None
        self._editor.viewport().removeEventFilter(self)
        self._editor.removeEventFilter(self)
        self._editor.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the look when the mouse lets go of a selection; Esc drops it."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._given.start()  # after Qt has finished the selection
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.stop()
        return super().eventFilter(watched, event)
