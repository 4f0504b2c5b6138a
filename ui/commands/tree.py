"""The structure: what the menu 提纲 and the tree do to the text, each one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.document import restructure, sections
from app.document.edits import Splice
from app.document.model import Block, Document, Span
from app.document.outline import Node, NodeType, walk
from app.document.recognize import recognized
from app.document.sections import Gap
from ui.commands.changing import change
from ui.editor import clipboard
from ui.editor.cleaning import cleaned
from ui.editor.foreign import shown
from ui.editor.writing import NOT_HIGHER, NOT_LOWER
from ui.outline.model import outermost

if TYPE_CHECKING:
    from ui.window import Window

_NO_PLACE = "不能放在这里。"
_NONE_CHOSEN = "先在提纲里选一条，或者把光标放到一节里。"


class TreeCommands:
    """The sections of the text: moved, levelled, put in, taken out, copied."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def promote(self) -> None:
        """Raise the chosen sections one level."""
        self._each(restructure.promote, NOT_HIGHER)

    def demote(self) -> None:
        """Lower the chosen sections one level."""
        self._each(restructure.demote, NOT_LOWER, forwards=True)

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
        nodes = self.chosen()
        points = any(node.type is NodeType.POINT for node in nodes)
        if points:
            edits = sections.each(self._document(), nodes, restructure.remove)
        else:
            edits = restructure.remove_all(self._document(), nodes)
        if change(self._window, edits):
            names = "、".join(f"“{node.number}{node.text[:12]}”" for node in nodes[:2])
            more = f"等 {len(nodes)} 节" if len(nodes) > 2 else ""
            self._window.say(f"已删除{names}{more}。按 Ctrl+Z 撤销。")
        elif not nodes:
            self._window.say(_NONE_CHOSEN)

    def duplicate(self) -> None:
        """Put a copy of each chosen section behind it."""
        self._each(restructure.duplicate, _NONE_CHOSEN)

    def rename(self) -> None:
        """Type a new title in the tree."""
        panel, nodes = self._window.outline, self.chosen()
        if not nodes:
            self._window.say(_NONE_CHOSEN)
            return
        if not panel.view.hasFocus():
            self._window.left.setVisible(True)
            panel.select([(nodes[0].block, nodes[0].start)])
        panel.rename()

    def renamed(self, node: Node, text: str) -> None:
        """Put a title typed in the tree into the text."""
        for current in self._again([node]):
            change(self._window, restructure.rename(self._document(), current, text), (current,))

    def dropped(self, nodes: Sequence[Node], gap: Gap) -> None:
        """Move dragged sections to where they were dropped, at the level of that place."""
        self._to(self._again(nodes), self._now(gap))
        self._show_selected()

    def brought(self, blocks: Sequence[Block], gap: Gap) -> None:
        """Put sections of another window where they were dropped."""
        self._paste(blocks, self._now(gap))

    def copy(self) -> None:
        """Put the chosen sections on the clipboard, with their looks."""
        nodes = self.chosen()
        if nodes:
            taken = Document(sections.copied(self._document(), nodes))
            QGuiApplication.clipboard().setMimeData(clipboard.mime(taken))
            self._window.say(f"已复制 {len(nodes)} 节。在提纲里按 Ctrl+V 粘贴。")
        else:
            self._window.say(_NONE_CHOSEN)

    def cut(self) -> None:
        """Take the chosen sections out and put them on the clipboard."""
        self.copy()
        if self.chosen():
            self.remove()

    def paste(self) -> None:
        """Put the sections of the clipboard behind the chosen one, at its level."""
        nodes = self._tree()
        above = self._section()
        gap = Gap(None, len(nodes)) if above is None else sections.gap_behind(nodes, above)
        self._paste(_held(), gap)

    def paste_child(self) -> None:
        """Put the sections of the clipboard into the chosen one, at the end."""
        above = self._section()
        if above is None:
            self.paste()
        else:
            blocks = _held()
            self._paste(blocks, Gap(above, len(above.children)))

    def chosen(self) -> list[Node]:
        """Return the nodes meant: those selected in the tree, or the one that holds the caret."""
        window, tree = self._window, self._tree()
        if window.outline.view.hasFocus():
            return window.outline.selected()
        caret = window.editor.caret()
        held = [node for node in walk(tree) if _holds(node, caret.block, caret.start)]
        return held[-1:]

    def _document(self) -> Document:
        return self._window.session.document()

    def _tree(self) -> tuple[Node, ...]:
        return self._window.following.structure.tree

    def _section(self) -> Node | None:
        """Return the last chosen node, or for a point the section that holds it."""
        nodes = self.chosen()
        if not nodes:
            return None
        around = [one for one in walk(self._tree()) if nodes[-1] in walk([one])]
        return next((n for n in reversed(around) if n.type is not NodeType.POINT), None)

    def _again(self, nodes: Iterable[Node]) -> list[Node]:
        """Return nodes of an older tree in the tree as it is now, those that are gone left out."""
        known: dict[tuple[str, str, str], list[Node]] = {}
        for one in walk(self._tree()):
            known.setdefault((one.type, one.text, one.number), []).append(one)
        found: list[Node] = []
        for node in nodes:
            same = known.get((node.type, node.text, node.number), [])
            found += sorted(same, key=lambda one: abs(one.block - node.block))[:1]
        return found

    def _now(self, gap: Gap) -> Gap:
        return gap if gap.parent is None else replace(gap, parent=self._again([gap.parent])[0])

    def _each(self, make: sections.Change, refusal: str, *, forwards: bool = False) -> None:
        """Change the chosen nodes, all as one undo step."""
        nodes = self.chosen()
        edits = sections.each(self._document(), nodes, make, forwards=forwards)
        if not change(self._window, edits, nodes):
            self._window.say(refusal if nodes else _NONE_CHOSEN)

    def _insert(self, make: sections.Change) -> None:
        nodes = self.chosen()
        if not nodes:
            self._window.say(_NONE_CHOSEN)
            return
        made = make(self._document(), nodes[-1])
        change(self._window, made)
        added = [edit.start for edit in made if isinstance(edit, Splice) and edit.blocks]
        if added:
            self._window.go_to_end_of(added[0])

    def _step(self, *, up: bool) -> None:
        nodes, tree = self.chosen(), self._tree()
        if not nodes:
            self._window.say(_NONE_CHOSEN)
            return
        parent = next((one for one in walk(tree) if nodes[0] in one.children), None)
        siblings = tree if parent is None else parent.children
        together = [node for node in nodes if node in siblings]
        places = [siblings.index(node) for node in together]
        row = places[0] - 1 if up else places[-1] + 2
        if not 0 <= row <= len(siblings):
            self._window.say("已经是这一级的第一条。" if up else "已经是这一级的最后一条。")
            return
        self._to(together, Gap(parent, row))

    def _to(self, nodes: Sequence[Node], gap: Gap) -> None:
        if not change(
            self._window, sections.relocated(self._document(), self._tree(), nodes, gap), nodes
        ):
            self._window.say(_NO_PLACE)

    def _show_selected(self) -> None:
        """Show in the text what has just come to another place, unless the caret came with it."""
        editor, nodes = self._window.editor, self._window.outline.selected()
        caret = editor.caret()
        if nodes and not any(_holds(node, caret.block, caret.start) for node in nodes):
            editor.show_span(Span(nodes[0].block, nodes[0].start, nodes[0].start))

    def _paste(self, blocks: Sequence[Block], gap: Gap) -> None:
        """Put copied blocks into a gap, and select the sections they bring."""
        if not blocks:
            self._window.say("剪贴板里没有可以粘贴的文字。")
            return
        edits = sections.pasted(self._document(), self._tree(), blocks, gap)
        change(self._window, edits)
        at = next(edit.start for edit in edits if isinstance(edit, Splice))
        new = [n for n in walk(self._tree()) if at <= n.block < at + len(blocks)]
        self._window.outline.select([(node.block, node.start) for node in outermost(new)])
        self._show_selected()
        self._window.say("已粘贴，序号按新位置编排。按 Ctrl+Z 撤销。")


def _held() -> tuple[Block, ...]:
    """Return what the clipboard holds as paragraphs with roles, nothing where it holds no text."""
    content = QGuiApplication.clipboard().mimeData() or QMimeData()  # Qt has none for an empty one
    ours = clipboard.own(content)
    if ours is not None:
        return ours
    if content.hasHtml():
        blocks = clipboard.foreign(shown(content.html()).html)
    else:
        blocks = clipboard.plain(content.text())
    tidy = [block for block in cleaned(blocks) if block.text.strip()]
    return recognized(Document(tuple(tidy))).blocks


def _holds(node: Node, block: int, offset: int) -> bool:
    if node.type is NodeType.POINT and node.stop <= node.block + 1:
        return node.block == block and node.start <= offset < node.end
    return node.block <= block < node.stop
