"""The numbers of the text: put in order, counted in another way, and wished lengths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.document import scheme
from app.document.edits import Edit, TextEdit
from app.document.model import Document
from app.document.numbering import Form
from app.document.outline import Node, NodeType
from app.document.restructure import renumber
from app.document.targets import with_target
from ui.commands.changing import change

if TYPE_CHECKING:
    from ui.window import Window

_NONE_CHOSEN = "先在提纲里选一节，或者把光标放到一节里。"
_IN_ORDER = "编号没有需要改的。"


class NumberCommands:
    """Numbers, how they count, and how long sections are to become."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._pending: tuple[Edit, ...] = ()
        self._aimed: tuple[Node, ...] = ()

    def renumber(self) -> None:
        """Number the whole document anew."""
        self._put_in(renumber(self._document()))

    def renumber_asked(self) -> None:
        """Show what numbering the whole document anew would change, then do it."""
        self._ask(renumber(self._document()), "全文")

    def renumber_section(self) -> None:
        """Show what numbering the chosen sections anew would change, then do it."""
        window = self._window
        chosen = window.tree.chosen()
        if not chosen:
            window.say(_NONE_CHOSEN)
            return
        first, last = chosen[0], chosen[-1]
        edits = renumber(self._document(), first.block, max(node.stop for node in chosen))
        name = f"“{first.number}{first.text[:12]}”" + ("等节" if last is not first else "")
        self._ask(edits, name)

    def _ask(self, edits: Sequence[Edit], name: str) -> None:
        from ui.dialogs.renumber import RenumberDialog

        if not edits:
            self._window.say(_IN_ORDER)
            return
        dialog = RenumberDialog(self._document(), edits, name, self._window)
        dialog.accepted.connect(self._renumber_now)
        self._pending = tuple(edits)
        dialog.open()

    def _renumber_now(self) -> None:
        edits, self._pending = self._pending, ()
        self._put_in(edits)

    def _put_in(self, edits: Sequence[Edit]) -> None:
        changed = sum(isinstance(edit, TextEdit) for edit in edits)
        done = change(self._window, edits)
        self._window.say(f"已改正 {changed} 处编号。按 Ctrl+Z 撤销。" if done else _IN_ORDER)

    def ask_scheme(self) -> None:
        """Show how each level is numbered, and change it."""
        from ui.dialogs.scheme import SchemeDialog

        found = scheme.levels(self._document())
        if not found:
            self._window.say("正文里还没有编号。")
            return
        dialog = SchemeDialog(found, self._window)
        dialog.wished.connect(self._use_scheme)
        dialog.open()

    def ask_target(self) -> None:
        """Ask how long the chosen sections are to become."""
        from ui.dialogs.target import TargetDialog

        window = self._window
        chosen = [n for n in window.tree.chosen() if n.type is not NodeType.POINT]
        if not chosen:
            window.say(_NONE_CHOSEN)
            return
        document = self._document()
        length = sum(len(b) for n in chosen for b in document.blocks[n.block : n.stop])
        name = f"“{chosen[0].number}{chosen[0].text[:12]}”"
        name += f"等 {len(chosen)} 节，共" if len(chosen) > 1 else ""
        target = dict(document.details.targets).get(chosen[0].text, 0)
        dialog = TargetDialog(name, length, target, window)
        dialog.wished.connect(self._set_target)
        self._aimed = tuple(chosen)
        dialog.open()

    def _set_target(self, length: int) -> None:
        session = self._window.session
        details = session.details
        for node in self._aimed:
            details = with_target(details, node, length)
        session.set_details(details)
        self._window.following.structure.show()

    def _use_scheme(self, wishes: Mapping[Form, scheme.Wish]) -> None:
        window, before = self._window, self._window.session.details
        undo = window.following.details_undo
        details, edits = scheme.rescheme(self._document(), wishes)
        steps = undo.steps()
        window.session.set_details(details)
        if change(window, edits):
            undo.note(before, steps)
            window.say(f"已改 {len(edits)} 处编号。按 Ctrl+Z 一次撤销。")
        else:
            window.refresh_outline()
            window.say("编号方式已记下，现有序号没有需要改的。")

    def _document(self) -> Document:
        return self._window.session.document()
