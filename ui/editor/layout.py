"""The layout of the page: paragraphs below each other, only what is looked at laid out in full.

Qt's own layout moves all later paragraphs at each key and does not zoom first-line indents. This
one keeps a height per paragraph; those not yet seen have an estimate, which for Chinese text, where
every character is as wide as it is high, is nearly always right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
)

from ui.editor import look
from ui.editor.adornments import (
    draw_frame,
    draw_label,
    draw_mark,
)
from ui.editor.bookmark_ribbon import draw_bookmark
from ui.editor.drawn_object import Art, DrawnObject, Gallery
from ui.editor.formats import has_bookmark, is_object, label_of, object_of, read_block, units
from ui.editor.lines import Selection, first_indent, line_at, stretches, title_rows, without_preedit

MARGIN = 40.0  # pixels at 96 dpi between the edge of the page and the text
Mark = tuple[int, int, int]  # a block, a character of its text, a row of a table
_AT_ONCE = 60  # changed paragraphs up to this number are laid out at once
_PADDING = 6.0  # pixels at 96 dpi around an object
_DIMMED = 0.32


class PageLayout(QAbstractTextDocumentLayout):
    """Lays out one text document in a column of 28 characters.

    `lit` is the range of blocks that focus mode leaves lit, None to light all; `gallery` shows
    tables and pictures as printed, None leaves their text in a frame.
    """

    def __init__(self, text: QTextDocument) -> None:
        super().__init__(text)
        self._room_below = 0.0
        self.lit: range | None = None
        self.gallery: Gallery | None = None
        self._marks: list[Mark] = []
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._sound = 0  # how many of the tops are right
        self._shapes: dict[int, tuple[float, float, float]] = {}  # by block format
        self._characters = 0  # of the text that was laid out last
        self._told = QSizeF()
        self._scale = 1.0
        self._device = look.device(self._scale)
        self.touched: Sequence[int] = ()  # blocks in order, where a change touches these alone
        self._size_timer = QTimer(self)
        self._size_timer.setSingleShot(True)
        self._size_timer.setInterval(0)
        self._size_timer.timeout.connect(self._tell_size)
        self.setProperty("cursorWidth", 1)
        self._measure()

    @property
    def width(self) -> float:
        """The width of the page with its margins, in pixels."""
        return self._column + 2 * self._margin

    @property
    def scale(self) -> float:
        """The zoom, 1 being the size of print at 96 dpi."""
        return self._scale

    def set_room_below(self, pixels: float) -> None:
        """Leave room below the last paragraph, so that it can stand in the middle of the screen."""
        self._room_below = pixels
        self._tell_size()

    def show_objects(self, gallery: Gallery) -> None:
        """Show tables and pictures as `gallery` finds them, no longer their text in a frame."""
        self.gallery = gallery
        self._change(0, self.document().characterCount())

    def set_marks(self, marks: Sequence[Mark]) -> bool:
        """Mark with which blocks, characters and rows of tables printed pages begin, from page 2.

        Return whether they differ from those before.
        """
        differ = self._marks != list(marks)
        self._marks = list(marks)
        return differ

    def set_scale(self, scale: float) -> None:
        """Lay everything out for a zoom, 1 being the size of print at 96 dpi."""
        if scale != self._scale:
            self._scale = scale
            self._device = look.device(scale)
            self._measure()
            self._change(0, self.document().characterCount())

    def _measure(self) -> None:
        self.setPaintDevice(self._device)
        self._margin = MARGIN * self._scale
        self._column = look.column_width(self._device) + 1
        self._em = self._column / look.COLUMN

    # What Qt calls.

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Lay out anew what changed and tell what must be painted again."""
        before, self._characters = self._characters, self.document().characterCount()
        if self.touched:
            self._change_some(self.touched)
        elif removed or before != self._characters:
            self._change(start, added)  # else another size of the page, on which nothing hangs here

    def _change(self, start: int, added: int) -> None:
        text = self.document()
        count = text.blockCount()
        end = min(start + added, max(text.characterCount() - 1, 0))
        first = text.findBlock(min(start, end))
        number, stop = first.blockNumber(), text.findBlock(end).blockNumber() + 1
        more = count - len(self._heights)
        if more:  # until the pages are counted anew the marks go along with the text
            self._marks = [
                (at + more * (at >= stop - more), char, row) for at, char, row in self._marks
            ]
        old_stop = max(stop - more, number)
        old = self._heights[number:old_stop]
        whole = stop - number > _AT_ONCE
        new: list[float] = []
        block = first
        for _ in range(number, stop):
            block.clearLayout()
            new.append(self._estimate(block) if whole else self._lay_out(block))
            block = block.next()
        self._heights[number:old_stop] = new
        if len(self._heights) != count:  # a range Qt got wrong
            self._heights = [self._estimate(text.findBlockByNumber(n)) for n in range(count)]
            number, whole, self._sound = 0, True, 0
        if new != old:
            self._sound = min(self._sound, number)
        top, height = self._top(number), sum(new)
        if whole or height != sum(old):
            self._repaint(QRectF(0, top, self.width, 1e9))
            self._tell_size()
        else:
            self._repaint(QRectF(0, top, self.width, height))

    def _change_some(self, numbers: Sequence[int]) -> None:
        """Lay out anew some paragraphs that stand apart."""
        top, before = self._top(numbers[0]), self._heights[:]
        measured = self._lay_out if len(numbers) <= _AT_ONCE else self._estimate
        for block in map(self.document().findBlockByNumber, numbers):
            block.clearLayout()
            self._heights[block.blockNumber()] = measured(block)
        self._repaint(QRectF(0, top, self.width, 1e9))
        if self._heights != before:
            self._sound = min(self._sound, numbers[0])
            self._tell_size()

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the paragraphs that the clip shows."""
        clip = context.clip
        top, bottom = (clip.top(), clip.bottom()) if clip.isValid() else (0.0, 1e9)
        number = self._at(top)
        selections = [
            (s.cursor.selectionStart(), s.cursor.selectionEnd(), QTextCharFormat(s.format))
            for s in context.selections
        ]
        painter.setPen(QPen(context.palette.color(QPalette.ColorRole.Text)))
        block = self.document().findBlockByNumber(number)
        y = self._top(number)
        while block.isValid() and y < bottom and number < len(self._heights):
            self._ensure(block, number)
            dim = self.lit is not None and number not in self.lit
            painter.setOpacity(_DIMMED if dim else 1.0)
            self._draw_block(painter, context, block, y, selections)
            y += self._heights[number]
            number += 1
            block = block.next()
        painter.setOpacity(1.0)

    def hitTest(  # pyright: ignore[reportIncompatibleMethodOverride]  Qt calls it with a QPointF
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """Return the position nearest to a point, -1 where an exact one is asked and is not."""
        number = self._at(point.y())
        block = self.document().findBlockByNumber(number)
        if not block.isValid() or number >= len(self._heights):
            return 0  # asked in the middle of a change
        self._ensure(block, number)
        layout = block.layout()
        y = point.y() - self._top(number)
        x = point.x() - self._margin
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        if exact and not (0 <= y < self._heights[number] and x >= 0):
            return -1
        drawn = self._drawn(block, point.y() - y)
        if drawn is not None and 0 <= x < self._column:
            return drawn.position_at(point)
        line = line_at(layout, y)
        if line is None:
            return block.position()
        if exact and x > line.x() + line.naturalTextWidth():
            return -1
        offset = int(line.xToCursor(x))  # pyright: ignore[reportArgumentType]  an int without edge
        return block.position() + min(without_preedit(layout, offset), block.length() - 1)

    def pageCount(self) -> int:
        """Return that all is one page."""
        return 1

    def documentSize(self) -> QSizeF:
        """Return the size of the page, from estimates where nothing was seen yet."""
        return QSizeF(self.width, self._top(len(self._heights)) + self._margin + self._room_below)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """Return the whole page: there are no frames."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a paragraph stands, laying it out if need be."""
        if not block.isValid():
            return QRectF()
        number = block.blockNumber()
        if number >= len(self._heights):
            return QRectF()
        self._ensure(block, number)
        return QRectF(self._margin, self._top(number), self._column, self._heights[number])

    # Heights and places.

    def top_of(self, number: int) -> float:
        """Return where a paragraph begins, in pixels from the top of the page."""
        return self._top(number)

    def line_of(self, number: int, offset: int) -> float:
        """Return where the line begins in which a character stands, in pixels from the top."""
        block = self.document().findBlockByNumber(number)
        self._ensure(block, number)
        drawn = self._drawn(block, self._top(number))
        if drawn is not None:
            return drawn.line_of(offset)
        line = block.layout().lineForTextPosition(units(block.text(), offset))
        return self._top(number) + line.y()

    def block_at(self, y: float) -> int:
        """Return the number of the paragraph at a height."""
        return self._at(y)

    def _top(self, number: int) -> float:
        if number > self._sound or len(self._tops) != len(self._heights) + 1:
            start = min(self._sound, len(self._tops) - 1)
            base = self._tops[start] if start else self._margin
            self._tops[start:] = accumulate(self._heights[start:], initial=base)
            self._sound = len(self._heights)
        return self._tops[number] if number else self._margin

    def _at(self, y: float) -> int:
        self._top(len(self._heights))
        return min(max(bisect_right(self._tops, y) - 1, 0), max(len(self._heights) - 1, 0))

    def _ensure(self, block: QTextBlock, number: int) -> None:
        if number >= len(self._heights) or not block.isValid() or block.layout().lineCount():
            return
        height = self._lay_out(block)
        if height != self._heights[number]:
            self._heights[number] = height
            self._sound = min(self._sound, number)
            self._size_timer.start()

    def _repaint(self, area: QRectF) -> None:
        update = self.update[QRectF]  # pyright: ignore[reportIndexIssue]  picks the overload
        update.emit(area)

    def _tell_size(self) -> None:
        size = self.documentSize()
        if size != self._told:
            self._told = size
            self.documentSizeChanged.emit(size)

    def _estimate(self, block: QTextBlock) -> float:
        known = self._shapes.get(block.blockFormatIndex())
        if known is None:  # few formats, many blocks
            shape, padding = block.blockFormat(), _PADDING * is_object(block)
            known = shape.textIndent() / look.PIXELS / look.SIZE, shape.lineHeight(), padding
            self._shapes[block.blockFormatIndex()] = known
        indent, line, padding = known
        lines = max(-(-int(block.length() - 1 + indent) // look.COLUMN), 1)
        return (lines * line + padding * 2) * self._scale

    def _padding(self, block: QTextBlock) -> float:
        return _PADDING * self._scale if is_object(block) else 0.0

    def _lay_out(self, block: QTextBlock) -> float:
        """Break a paragraph into lines and return its height."""
        shape = block.blockFormat()
        layout = block.layout()
        layout.setTextOption(look.wrapping(shape.alignment(), self._em))
        pitch = shape.lineHeight() * self._scale
        width = self._column - shape.rightMargin() * self._scale
        indent = first_indent(block) * self._scale
        y, rows = self._padding(block), iter(title_rows(block))
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            row = next(rows, 0)
            if row:
                line.setNumColumns(row, width)
            else:
                line.setLineWidth(max(width - indent, self._em))
            height = line.height()
            step = max(pitch, height) if pitch else height
            line.setPosition(QPointF(indent, y + (step - height) / 2))
            y += step
            indent = 0.0
            line = layout.createLine()
        layout.endLayout()
        art = self._art(block)
        if art is not None:
            y = self._padding(block) + art.height * self._column / art.width
        return y + self._padding(block)

    def _draw_block(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        y: float,
        selections: list[Selection],
    ) -> None:
        layout = block.layout()
        start, length = block.position(), block.length()
        at = QPointF(self._margin, y)
        self._draw_marks(painter, context, block, y)
        if is_object(block):
            drawn, inset = self._drawn(block, y), self._padding(block)
            if drawn is not None:
                drawn.draw(painter, context, selections, inset)
                return
            size = QSizeF(self._column + 2 * inset, self._heights[block.blockNumber()] - 2)
            frame = QRectF(QPointF(self._margin - inset, y + 1), size)
            draw_frame(painter, frame, context.palette)
        label = label_of(block)
        if label:
            draw_label(painter, layout, at, label, self._em)
        if has_bookmark(block):
            ribbon = context.palette.color(QPalette.ColorRole.Link)
            draw_bookmark(painter, layout, at, self._em, ribbon)
        layout.draw(painter, at, stretches(selections, start, length), context.clip)
        cursor = context.cursorPosition
        if start <= cursor < start + length:
            layout.drawCursor(painter, at, cursor - start, 1)
        elif cursor < -1 and layout.preeditAreaText():
            layout.drawCursor(painter, at, layout.preeditAreaPosition() - (cursor + 2), 1)

    def _drawn(self, block: QTextBlock, y: float) -> DrawnObject | None:
        """Return the object that a paragraph is shown as, which begins at a height."""
        art = self._art(block)
        if art is None:
            return None
        height, inset = self._heights[block.blockNumber()], self._padding(block)
        area = QRectF(self._margin, y + inset, self._column, height - 2 * inset)
        return DrawnObject(block, art, area)

    def _draw_marks(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        block: QTextBlock,
        y: float,
    ) -> None:
        """Paint where printed pages begin in a paragraph or table."""
        number, layout = block.blockNumber(), block.layout()
        at = bisect_left(self._marks, (number, 0, 0))
        while at < len(self._marks) and self._marks[at][0] == number:
            _, char, row = self._marks[at]
            drawn, top = self._drawn(block, y), y
            if drawn is not None and row:
                top = drawn.row(row)
            elif char and drawn is None:
                top += layout.lineForTextPosition(units(block.text(), char)).y()
            edge = QLineF(self._margin, top, self._margin + self._column, top)
            draw_mark(painter, at + 2, edge, self._margin, context.palette)
            at += 1

    def _art(self, block: QTextBlock) -> Art | None:
        name = object_of(block)
        return self.gallery(name, read_block(block)) if name and self.gallery else None
