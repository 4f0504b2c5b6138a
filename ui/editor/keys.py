"""What keys do in a document of roles: Enter, Backspace, Delete, Tab and plain characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.document.edits import RoleEdit, Splice, TextEdit, look_at
from app.document.model import HEADINGS, Block, Role, clean
from app.document.numbering import leading
from ui.editor.bridge import Bridge, is_object
from ui.editor.neighbours import Roles, Texts, can_open
from ui.editor.pairs import NONE, helped, paired
from ui.editor.pressed import deletes, steps, types
from ui.editor.sequence import Shifts, holds_number_only, moves_lead, next_block, rest_of
from ui.editor.words import reach, stepped

LocalRole: TypeAlias = Callable[[Sequence[str], int, Sequence[Role]], Role]

_DECIDED, _LONG = 16, 80  # beyond these characters a key changes no role
_KEEP = QTextCursor.MoveMode.KeepAnchor
_BACK = QTextCursor.MoveOperation.PreviousCharacter
_BACKWARDS = (_BACK, QTextCursor.MoveOperation.PreviousWord)
_LEVELS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Keys:
    """Handles the keys of one editor; everything else is left to Qt."""

    def __init__(
        self,
        edit: QTextEdit,
        bridge: Bridge,
        local_role: LocalRole,
        tab: Callable[[int | None, int], None],
    ) -> None:
        """`tab` is told what Tab (1) or Shift+Tab (-1) is for: a numbered block, None for slots."""
        self._edit = edit
        self._go = tab
        self._bridge = bridge
        self._local_role = local_role
        self._made = ""  # the text that last became a heading by itself
        self._offered = ""  # the number that Enter last put in
        self.pending: bool = False  # marks were set for the next character
        self.helps = NONE  # what is done for the writer while typing
        self.shifts = Shifts(bridge)

    def role_of(self, number: int, text: str) -> Role:
        """Return the role a block would have with this text; a chosen one stays."""
        block = self._bridge.block(number)
        if block.chosen or block.object is not None:
            return block.role
        if not text.strip():
            return Role.BLANK if block.role is Role.BLANK else Role.BODY
        bare = leading(text + "文")
        read = text + "文" if bare is not None and bare.text == text.strip() else text
        role = self._local_role(Texts(self._bridge, number, read), number, Roles(self._bridge))
        early = role is Role.TITLE and not can_open(self._bridge, number, text)
        return Role.BODY if early else role

    def press(self, event: QKeyEvent, insert: Callable[[], None]) -> bool:
        """Handle a key; False leaves it to Qt. `insert` lets Qt insert what the key types."""
        if self._edit.isReadOnly():
            return self._stepped(event)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(plain)
        if event.key() in _LEVELS:
            return self._tab(_LEVELS[Qt.Key(event.key())])
        movement = deletes(event)
        if movement is not None:
            return self._delete(movement)
        if types(event):
            self.type(event.text(), insert)
            return True
        return self._stepped(event) or self._command(event)

    def _stepped(self, event: QKeyEvent) -> bool:
        """Move the caret by a word where the key is for that."""
        step = steps(event)
        if step is not None:
            cursor = self._edit.textCursor()
            cursor.setPosition(stepped(self._bridge, cursor.position(), step[0]), step[1])
            self._edit.setTextCursor(cursor)
        return step is not None

    def _command(self, event: QKeyEvent) -> bool:
        """Do what a standard key asks for in our way, not Qt's."""
        for key, do in (
            (QKeySequence.StandardKey.Undo, self._edit.undo),
            (QKeySequence.StandardKey.Redo, self._edit.redo),
            (QKeySequence.StandardKey.Cut, self._edit.cut),
        ):
            if event.matches(key):
                do()
                return True
        return False

    def type(self, text: str, insert: Callable[[], None]) -> None:
        """Type a text at the caret; `insert` does it Qt's way, which joins keys to one undo step.

        A heading made by typing is a step of its own: undoing it keeps the text, and what is
        typed then is left alone.
        """
        cursor = self._edit.textCursor()
        if self.guarded(cursor):
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        number, offset = self._bridge.place(start)
        last, until = self._bridge.place(end)
        block = self._bridge.block(number)
        after = self._bridge.block(last).text[until:]
        within = block.text[offset:until] if last == number else ""
        plain = block.object is not None or self.helps == NONE
        if not plain and self._helped(text, block.text[:offset], after, within):
            return
        odd = end > start or clean(text) != text or "\n" in text or block.object is not None
        if odd or moves_lead(block, block.text[offset:until] + text):
            self.put(text)
            return
        after = block.text[:offset] + text + after
        if self._declined(block):
            with self._bridge.step():
                self._bridge.apply([RoleEdit(number, block.role)])
                self._native(number, offset, insert)
            return
        again = self._offered.strip()
        fresh = block.text == self._offered and text.startswith(again)
        if again and (fresh or after == self._offered + again):
            self._native(number, offset, insert)  # typed once more by the writer
            self._bridge.apply([TextEdit(number, 0, len(self._offered), "")])
            return
        settled = offset > _DECIDED and len(block) > _LONG and block.role is not Role.TITLE
        role = block.role if settled else self.role_of(number, after)
        later = self.shifts.typed(number, role, after)
        if role is block.role and not later:
            self._native(number, offset, insert)
        elif role in HEADINGS and block.role not in HEADINGS:
            self._native(number, offset, insert)
            self._made = after
            self._bridge.apply([RoleEdit(number, role, chosen=False)])
        else:
            with self._bridge.step():
                self._native(number, offset, insert)
                if role is not block.role:
                    self._bridge.apply([RoleEdit(number, role, chosen=False)])
                if Role.DATE in (role, block.role):
                    self._sign(number)
        self._bridge.follow(later)

    def _sign(self, number: int) -> None:
        """Let the names above a paragraph be its signature where it is a date, and not else."""
        for at in range(number - 1, max(number - 4, -1), -1):
            block = self._bridge.block(at)
            role = self.role_of(at, block.text)
            if role is block.role or Role.SIGNATURE not in (role, block.role):
                return
            self._bridge.apply([RoleEdit(at, role, chosen=False)])

    def _helped(self, text: str, before: str, after: str, selected: str) -> bool:
        """Put in what a help makes of a typed character, and tell whether one did."""
        help_ = helped(self.helps, text, before, after, selected)
        if help_ is None or (not help_.text and self._edit.textCursor().hasSelection()):
            return False
        if help_.over:
            self._move(self._edit.textCursor().position() + 1)
        elif help_.text:
            self.put(help_.text)
            self._move(self._edit.textCursor().position() - help_.back)
        return True

    def put(self, text: str) -> None:
        """Put a text in place of the selection as one undo step; line breaks stay in the block."""
        cursor = self._edit.textCursor()
        if self.guarded(cursor):
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        number, offset = self._bridge.place(start)
        last, until = self._bridge.place(end)
        run = look_at(self._bridge.block(number), offset, until if last == number else offset)
        later = self.shifts.cut(start, end)
        with self._bridge.step():
            if end > start:
                self._bridge.cut(start, end)
            if self._bridge.block(number).object is not None:
                self._bridge.apply([Splice(number, number, (Block(),))])
            shape = self._bridge.typing_format(number, offset, run)
            at = self._bridge.write(start, text, shape)
            self._recognize(number)
        self._bridge.follow(later)
        self._move(at)

    def recognize(self, numbers: Iterable[int]) -> None:
        """Give blocks the roles their texts ask for; part of the step it is called in."""
        for number in sorted(numbers):
            self._recognize(number)

    def remove_selection(self) -> None:
        """Take out the selection as one undo step; objects go as a whole or not at all."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection() or self.guarded(cursor):
            return
        self._cut(cursor.selectionStart(), cursor.selectionEnd())
        self._move(cursor.selectionStart())

    def _cut(self, start: int, end: int) -> None:
        """Take out a stretch as one undo step; the caret, which may not move in a step, stays."""
        later = self.shifts.cut(start, end)
        with self._bridge.step():
            self._bridge.cut(start, end)
            self._recognize(self._bridge.place(start)[0])
        self._bridge.follow(later)

    def guarded(self, cursor: QTextCursor) -> bool:
        """Tell whether a change there would break an object; if so, select the object."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self._bridge.text.findBlock(start)
        headless = block.position() == start
        while block.isValid() and block.position() <= end:
            stop = block.position() + block.length() - 1
            whole = start <= block.position() and stop <= end and start < end
            merely_before = start < end == block.position() and headless
            if is_object(block) and not whole and not merely_before:
                self._select(block.position(), stop)
                return True
            block = block.next()
        return False

    def _native(self, number: int, offset: int, insert: Callable[[], None]) -> None:
        """Let Qt insert, in the format that the place asks for."""
        if not self.pending:
            shape = self._bridge.typing_format(number, offset)
            if self._edit.currentCharFormat() != shape:
                self._edit.setCurrentCharFormat(shape)
        insert()

    def _declined(self, block: Block) -> bool:
        """Tell whether the writer has just undone the making of a heading."""
        return (
            bool(self._made)
            and block.text == self._made
            and block.role not in HEADINGS
            and self._bridge.text.isRedoAvailable()
        )

    def _recognize(self, number: int) -> None:
        """Give a block the role its text asks for; part of the undo step it is called in."""
        block = self._bridge.block(number)
        role = self.role_of(number, block.text)
        if role is not block.role:
            self._bridge.apply([RoleEdit(number, role, chosen=False)])

    def _enter(self, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.put("\n")
            return True
        if modifiers:
            return False
        cursor = self._edit.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end:
            self._move(self._break(start))
        elif not self.guarded(cursor):
            with self._bridge.step():
                self._cut(start, end)
                at = self._break(start)
            self._move(at)
        return True

    def _break(self, position: int) -> int:
        """Start a new paragraph at a position, and return where the caret goes."""
        number, offset = self._bridge.place(position)
        block = self._bridge.block(number)
        if block.object is not None:
            self._bridge.apply([Splice(number + 1, number + 1, (Block(),))])
            return self._bridge.position(number + 1, 0)
        if offset == len(block):
            if not holds_number_only(block):
                return self._continue(number, block, position)
            self._drop_number(number)
            return self._bridge.position(number, 0)
        if offset == 0:
            self._bridge.apply([Splice(number, number, (Block(),))])
            return self._bridge.position(number + 1, 0)
        with self._bridge.step():
            at = self._bridge.split(position, rest_of(block))
            self._recognize(number)
            self._recognize(number + 1)
        return at

    def _continue(self, number: int, block: Block, position: int) -> int:
        """Start what follows a finished paragraph, and return where the caret goes."""
        above = self._bridge.block(number - 1) if number else None
        new = next_block(block, above)
        number += 1
        later = self.shifts.at(number, number, (new,))
        with self._bridge.step():
            at = self._bridge.split(position, Block(label=new.label))
            if new.text:
                self._bridge.apply([TextEdit(number, 0, 0, new.text)])
            if new.role is not Role.BODY:  # last: what is typed next is a step of its own
                self._bridge.apply([RoleEdit(number, new.role, chosen=False)])
        self._bridge.follow(later)
        self._offered = new.text
        return at + len(new.text)

    def _drop_number(self, number: int) -> None:
        """Take away the number that is all the text of a paragraph, or that the file's list shows.

        The later ones follow.
        """
        block = self._bridge.block(number)
        runs = block.runs if block.label else ()
        left = replace(block, runs=runs, role=Role.BODY, chosen=False, label="")
        later = self.shifts.at(number, number + 1, (left,))
        with self._bridge.step():
            self._bridge.apply([Splice(number, number + 1, (left,))])
            self._recognize(number)
        self._bridge.follow(later)

    def _tab(self, way: int) -> bool:
        """Lower or raise a numbered paragraph at its start; elsewhere go through the slots."""
        cursor = self._edit.textCursor()
        number, offset = self._bridge.place(cursor.position())
        block = self._bridge.block(number)
        found = leading(block.text, sure=True)
        at_start = found is not None and offset <= found.end and not cursor.hasSelection()
        numbered = at_start and block.role in (*HEADINGS, Role.ITEM)
        self._go(number if numbered else None, way)
        return True

    def _delete(self, movement: QTextCursor.MoveOperation) -> bool:
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            self.remove_selection()
            return True
        at, offset = self._bridge.place(cursor.position())
        if movement in _BACKWARDS and offset == 0 and self._bridge.block(at).label:
            self._drop_number(at)
            return True
        reach(self._bridge, cursor, movement)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        number, last = self._bridge.place(start)[0], self._bridge.place(end)[0]
        if start == end or self._beside_object(start, end):
            return True
        if last > number:
            self._cut(start, end)
            self._move(start)
            return True
        return self._delete_within(start, end, movement)

    def _delete_within(self, start: int, end: int, movement: QTextCursor.MoveOperation) -> bool:
        """Take out signs of one paragraph; False leaves it to Qt, which joins it to a step."""
        number, offset = self._bridge.place(start)
        until = self._bridge.place(end)[1]
        block = self._bridge.block(number)
        if movement == _BACK and block.text == self._offered and holds_number_only(block):
            self._drop_number(number)
            return True
        both = movement == _BACK and self.helps.pairs and paired(block.text, until)
        end, until = end + both, until + both
        text = block.text[:offset] + block.text[until:]
        role = self.role_of(number, text)
        later = self.shifts.typed(number, role, text)
        native = role is block.role and not moves_lead(block, block.text[offset:until])
        if native and not both and not later:
            return False
        with self._bridge.step():
            self._bridge.cut(start, end)
            self._recognize(number)
        self._bridge.follow(later)
        self._move(start)
        return True

    def _beside_object(self, start: int, end: int) -> bool:
        """Select an object that a deletion would reach into, and tell whether there is one."""
        for position in (start, end):
            block = self._bridge.text.findBlock(position)
            if is_object(block):
                self._select(block.position(), block.position() + block.length() - 1)
                return True
        return False

    def _move(self, position: int) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(position)
        self._edit.setTextCursor(cursor)

    def _select(self, start: int, end: int) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        self._edit.setTextCursor(cursor)
