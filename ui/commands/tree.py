"""The structure: what the menu 提纲 and the tree do to the text, each one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app import formats
from app.document import edits as editing
from app.document import restructure
from app.document.digest import outline_text
from app.document.edits import Edit, Splice, TextEdit
from app.document.model import Block, Document, Role, Run, Span, normal
from app.document.outline import Node, NodeType, outline, walk
from app.errors import AppError

if TYPE_CHECKING:
    from ui.window import Window


class TreeCommands:
    """The menu 提纲."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._pending: tuple[Edit, ...] = ()
        self._known: tuple[tuple[Block, ...], tuple[Node, ...]] | None = None

    def renumber(self) -> None:
        """Number the whole document anew."""
        edits = restructure.renumber(self._document())
        self._apply(edits)
        changed = {edit.block for edit in edits if isinstance(edit, TextEdit)}
        self._window.say(f"已改正 {len(changed)} 处编号。" if changed else "编号没有需要改的。")

    def renumber_asked(self) -> None:
        """Show what numbering the whole document anew would change, then do it."""
        self._ask_numbers(restructure.renumber(self._document()))

    def renumber_section(self) -> None:
        """Show what numbering the chosen sections anew would change, then do it."""
        chosen = self._chosen()
        if chosen:
            first, last = chosen[0], chosen[-1]
            document = self._document()
            parent = self._parent(first)
            start, stop = (parent.block, parent.stop) if parent else (first.block, last.stop)
            self._ask_numbers(restructure.renumber(document, start, stop))

    def _ask_numbers(self, edits: Sequence[Edit]) -> None:
        from ui.dialogs.renumber import RenumberDialog

        if not edits:
            self._window.say("编号没有需要改的。")
            return
        dialog = RenumberDialog(self._document(), edits, self._window)
        dialog.accepted.connect(self.renumber_now)
        self._pending = tuple(edits)
        dialog.open()

    def renumber_now(self) -> None:
        """Put in what the preview showed."""
        edits, self._pending = self._pending, ()
        self._apply(edits)
        self._window.say(f"已改正 {len(edits)} 处编号。按 Ctrl+Z 撤销。")

    def promote(self) -> None:
        """Raise the chosen sections one level."""
        self._each(restructure.promote)

    def demote(self) -> None:
        """Lower the chosen sections one level."""
        self._each(restructure.demote)

    def move_up(self) -> None:
        """Move the chosen sections before the one above."""
        self._step(up=True)

    def move_down(self) -> None:
        """Move the chosen sections behind the one below."""
        self._step(up=False)

    def insert_after(self) -> None:
        """Put an empty section of the same level behind the chosen one and go there."""
        self._insert(restructure.insert_after)

    def insert_child(self) -> None:
        """Put an empty section of the next level into the chosen one and go there."""
        self._insert(restructure.insert_child)

    def remove(self) -> None:
        """Delete the chosen sections; undo brings them back."""
        nodes = self._chosen()
        self._each(restructure.remove)
        if nodes:
            names = "、".join(f"“{node.number}{node.text[:12]}”" for node in nodes[:2])
            self._window.say(f"已删除{names}。按 Ctrl+Z 撤销。")

    def duplicate(self) -> None:
        """Put a copy of the chosen section behind it."""
        self._each(restructure.duplicate)

    def rename(self) -> None:
        """Type a new title in the tree."""
        self._window.outline.rename()

    def renamed(self, node: Node, text: str) -> None:
        """Put a title typed in the tree into the text."""
        current = self._again(node)
        if current is not None:
            self._apply(restructure.rename(self._document(), current, text))

    def dropped(self, nodes: Sequence[Node], parent: Node | None, row: int) -> None:
        """Move dragged sections to where they were dropped, at the level of that place."""
        current = [node for node in map(self._again, nodes) if node is not None]
        target = self._again(parent) if parent is not None else None
        children = target.children if target is not None else self._nodes()
        if current:
            self._apply(_relocated(self._document(), current, target, children, row))
            self._select_all(current)

    def copy(self) -> None:
        """Put the text of the chosen sections on the clipboard."""
        document = self._document()
        texts = [
            document.blocks[block].text
            for node in self._chosen()
            for block in range(node.block, node.stop)
        ]
        QGuiApplication.clipboard().setText("\n".join(texts))
        self._window.say("整节文字已复制。")

    def copy_outline(self) -> None:
        """Put the outline as indented text on the clipboard."""
        QGuiApplication.clipboard().setText(outline_text(self._document()))
        self._window.say("提纲文字已复制。")

    def save_outline(self) -> None:
        """Ask for a name and write the outline as a document of its own."""
        document = self._document()
        shown = [
            Block(normal([Run(f"{node.number}{node.text}")]), document.blocks[node.block].role)
            for node in walk(self._nodes())
            if node.type is not NodeType.POINT
        ]
        titles = [block for block in document.blocks if block.role is Role.TITLE]
        made = Document((*titles, *shown))
        self._save_drawn("提纲", lambda path: formats.save_file(path, made, None))

    def save_tasks(self) -> None:
        """Ask for a name and write the table of tasks drawn from the text."""
        document = self._document()
        self._save_drawn("任务分解表", lambda path: formats.save_tasks(path, document))

    def _save_drawn(self, name: str, save: Callable[[Path], object]) -> None:
        window = self._window
        path = window.workplace.ask.save_file(
            window, f"{name}另存为", window.files.proposed(".docx", f"（{name}）"),
            "Word 文档 (*.docx)",
        )  # fmt: skip
        if path is None:
            return
        try:
            save(path)
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
        else:
            window.say(f"{name}已保存为“{path.name}”。")

    def expand_to(self, level: int) -> None:
        """Unfold the tree to a level."""
        self._window.outline.expand_to(level)

    def _document(self) -> Document:
        return self._window.session.document()

    def _nodes(self) -> tuple[Node, ...]:
        """Return the tree of the text as it stands; the same text is read once."""
        document = self._document()
        if self._known is None or self._known[0] is not document.blocks:
            self._known = (document.blocks, outline(document))
        return self._known[1]

    def _chosen(self) -> list[Node]:
        """Return the nodes meant: those selected in the tree, or the one that holds the caret."""
        window = self._window
        if window.outline.view.hasFocus():
            found = [self._again(node) for node in window.outline.selected()]
            return [node for node in found if node is not None]
        caret = window.editor.caret()
        held = [node for node in walk(self._nodes()) if _holds(node, caret.block, caret.start)]
        return held[-1:]

    def _again(self, node: Node) -> Node | None:
        """Return a node of an older tree in the tree as it is now."""
        known = list(walk(self._nodes()))
        same = [
            n for n in known if (n.type, n.text, n.number) == (node.type, node.text, node.number)
        ]
        return min(same, key=lambda n: abs(n.block - node.block), default=None)

    def _parent(self, node: Node) -> Node | None:
        return next((one for one in walk(self._nodes()) if node in one.children), None)

    def _siblings(self, node: Node) -> Sequence[Node]:
        parent = self._parent(node)
        return parent.children if parent is not None else self._nodes()

    def _each(self, change: Callable[[Document, Node], tuple[Edit, ...]]) -> None:
        """Change the chosen nodes from the last to the first, all as one undo step."""
        document, gathered, chosen = self._document(), list[Edit](), self._chosen()
        for node in reversed(chosen):
            current = _same_text(document, node)
            made = change(document, current) if current is not None else ()
            document = editing.apply(document, made)
            gathered += made
        if gathered:
            self._apply(tuple(gathered))
            self._select_all(chosen)

    def _insert(self, make: Callable[[Document, Node], tuple[Edit, ...]]) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        made = make(self._document(), chosen[-1])
        self._apply(made)
        added = [edit.start for edit in made if isinstance(edit, Splice) and edit.blocks]
        if added:
            self._window.go_to_end_of(added[0])

    def _step(self, *, up: bool) -> None:
        nodes = self._chosen()
        if not nodes:
            return
        siblings = list(self._siblings(nodes[0]))
        places = [siblings.index(node) for node in nodes if node in siblings]
        at = places[0] - 1 if up else places[-1] + 1
        if not 0 <= at < len(siblings):
            return
        document = self._document()
        if nodes[0].type is NodeType.POINT:
            edits = restructure.move_point(document, nodes[0], at)
        else:
            to = siblings[at].block if up else siblings[at].stop
            edits = restructure.move_all(document, nodes, to)
        caret = self._window.editor.caret()
        self._apply(edits)
        self._select_all(nodes)
        self._follow(nodes, caret)

    def _follow(self, nodes: Sequence[Node], caret: Span) -> None:
        """Bring the caret back to the words it stood in, where they have moved."""
        for node in nodes:
            if node.block <= caret.block < node.stop:
                moved = _same_text(self._document(), node)
                if moved is not None:
                    block = moved.block + caret.block - node.block
                    self._window.editor.show_span(Span(block, caret.start, caret.end))

    def _apply(self, edits: Sequence[Edit]) -> None:
        if edits:
            self._window.editor.apply(edits)
            self._window.refresh_outline()

    def _select_all(self, nodes: Sequence[Node]) -> None:
        """Select nodes again after they moved: the texts are the same, the numbers may not be."""
        known = list(walk(self._nodes()))
        places: list[tuple[int, int]] = []
        for node in nodes:
            same = [n for n in known if n.text == node.text and (n.block, n.start) not in places]
            if same:
                found = min(
                    same, key=lambda n: (n.type is not node.type, abs(n.block - node.block))
                )
                places.append((found.block, found.start))
        self._window.outline.select(places)


def _relocated(
    document: Document,
    nodes: Sequence[Node],
    target: Node | None,
    children: Sequence[Node],
    row: int,
) -> tuple[Edit, ...]:
    """Return the edits that bring sections in front of the child `row` of `target`."""
    if any(node.type is NodeType.POINT for node in nodes):
        return ()
    if row < len(children):
        to = children[row].block
    elif children:
        to = children[-1].stop
    else:
        to = target.stop if target is not None else len(document.blocks)
    level = target.level + 1 if target is not None and target.type is not NodeType.PART else 1
    gathered = list(restructure.move_all(document, nodes, to))
    document = editing.apply(document, gathered)
    for node in nodes:
        levelled, document = _levelled(document, node, level)
        gathered += levelled
    return tuple(gathered)


def _levelled(document: Document, node: Node, level: int) -> tuple[list[Edit], Document]:
    """Return the edits that bring a section to a level, and the document after them."""
    gathered: list[Edit] = []
    for _ in range(4):
        current = _same_text(document, node)
        if current is None or current.level == level or current.type is NodeType.ITEM:
            break
        change = restructure.promote if current.level > level else restructure.demote
        made = change(document, current)
        if not made:
            break
        gathered += made
        document = editing.apply(document, made)
    return gathered, document


def _same_text(document: Document, node: Node) -> Node | None:
    known = [n for n in walk(outline(document)) if n.text == node.text]
    return min(known, key=lambda n: abs(n.block - node.block), default=None)


def _holds(node: Node, block: int, offset: int) -> bool:
    if node.type is NodeType.POINT and node.stop <= node.block + 1:
        return node.block == block and node.start <= offset < node.end
    return node.block <= block < node.stop
