"""Random operations, typing, undo and redo: text, tree and numbers always agree."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from tree_window import draft, labels

from app.document.edits import TextEdit
from app.document.numbering import Form, leading
from app.document.outline import NodeType
from app.document.restructure import renumber
from app.document.scheme import Wish

DRAFTS = (
    (
        "清河县2026年工作要点",
        "一、抓学习",
        "（一）抓班子。理论中心组每月学习一次，一是读原著；二是谈体会；三是抓转化。",
        "（二）抓支部。每季度上一次党课。",
        "二、抓项目",
        "（一）抓开工。确保进度。",
        "1.倒排工期。逐月调度。",
        "2.挂图作战。每周通报。",
        "（二）抓竣工。建成一批。",
        "三、抓落实",
        "逐项销号，见第二部分。",
    ),
    (
        "某县工作方案",
        "一、抓学习",
        "1.读原著。每月一次。",
        "2.强培训。每季一次。",
        "",
        "二、抓项目",
        "3.抓开工。确保进度。",
        "4.抓竣工。建成一批。",
        "",
        "三、抓作风",
        "5.转作风。按第3项办理。",
    ),
    (
        "第一部分　回顾",
        "一、成绩",
        "完成任务。",
        "二、问题",
        "第二部分　打算",
        "一、思路",
        "（一）抓重点。盯住不放。",
        "二、举措",
    ),
)
MOVES = ("node-up", "node-down")
CHANGES = ("promote", "demote", "duplicate", "delete-node", "cut-node", "paste-node",
           "paste-child", "insert-after", "insert-child")  # fmt: skip
ROWS = st.lists(st.integers(0, 40), min_size=1, max_size=3)


def words(texts):
    """Return the paragraphs without the numbers they open with."""
    found = ((text, leading(text, sure=True)) for text in texts)
    return sorted(text[lead.end :] if lead else text for text, lead in found)


class Tree(RuleBasedStateMachine):
    """Drives a window; `window` is set by the test."""

    window = None

    @initialize(which=st.integers(0, len(DRAFTS) - 1))
    def open(self, which):
        draft(self.window, *DRAFTS[which])
        QApplication.clipboard().clear()
        self.past, self.future = [], []
        self.now = self.window.editor.snapshot()
        self.first = self.now
        self.look()
        assert self.orderly

    def choose(self, rows):
        known = list(self.window.outline.model.indexes())
        view = self.window.outline.view
        view.setFocus()
        selection = view.selectionModel()
        selection.clear()
        for row in rows if known else ():
            index = known[row % len(known)]
            selection.setCurrentIndex(index, selection.SelectionFlag.Select)
        return [self.window.outline.model.node(i) for i in selection.selectedIndexes()]

    def in_order(self):
        return renumber(self.window.session.document()) == ()

    def look(self):
        """Typing may turn a heading into text or back: operations keep order where they find it."""
        self.orderly = self.in_order()

    def done(self):
        """Take down what a rule did: it was one undo step, or it changed nothing."""
        after = self.window.editor.snapshot()
        if after.blocks != self.now.blocks:
            self.past.append(self.now)
            self.future.clear()
            self.now = after

    @rule(name=st.sampled_from(MOVES), rows=ROWS)
    def move(self, name, rows):
        self.choose(rows)
        self.window.run_command(name)
        assert words(self.window.editor.snapshot().texts) == words(self.now.texts) or any(
            node.type is NodeType.POINT for node in self.window.outline.selected()
        )
        self.done()

    @rule(name=st.sampled_from(CHANGES), rows=ROWS)
    def change(self, name, rows):
        self.choose(rows)
        self.window.run_command(name)
        self.done()

    @rule(rows=ROWS)
    def copy(self, rows):
        self.choose(rows)
        self.window.run_command("copy-node")
        assert self.window.editor.snapshot().blocks == self.now.blocks

    @rule(rows=ROWS, goal=st.integers(-1, 40), row=st.integers(-1, 6))
    def drop(self, rows, goal, row):
        self.choose(rows)
        model = self.window.outline.model
        known = list(model.indexes())
        parent = known[goal % len(known)] if known and goal >= 0 else QModelIndex()
        content = model.mimeData(self.window.outline.view.selectionModel().selectedIndexes())
        place = min(row, model.rowCount(parent))
        model.dropMimeData(content, Qt.DropAction.MoveAction, place, 0, parent)
        model.drag_ended()
        self.done()

    @rule(rows=ROWS, title=st.sampled_from(["抓安全", "抓民生", "抓学习"]))
    def rename(self, rows, title):
        if self.choose(rows):
            index = self.window.outline.view.currentIndex()
            self.window.outline.model.setData(index, title)
        self.done()

    @rule(way=st.sampled_from(["restart", "through"]), form=st.sampled_from(
        [Form.CHINESE, Form.CHINESE_BRACKET, Form.ARABIC]))  # fmt: skip
    def scheme(self, way, form):
        self.window.numbers._use_scheme({form: Wish(way)})  # noqa: SLF001  what the dialog brings
        self.done()

    @rule(block=st.integers(0, 30), text=st.sampled_from(["甲", "乙丙"]))
    def type_at_the_end(self, block, text):
        at = block % len(self.window.editor.bridge)
        end = len(self.window.editor.bridge.block(at))
        self.window.editor.apply([TextEdit(at, end, end, text)])
        self.done()
        self.look()

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        self.window.run_command("undo")
        self.future.append(self.now)
        self.now = self.past.pop()
        assert self.window.editor.snapshot().blocks == self.now.blocks
        self.look()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.window.run_command("redo")
        self.past.append(self.now)
        self.now = self.future.pop()
        assert self.window.editor.snapshot().blocks == self.now.blocks
        self.look()

    @invariant()
    def text_and_tree_agree(self):
        labels(self.window)

    @invariant()
    def numbers_are_in_order(self):
        assert not self.orderly or self.in_order()

    @invariant()
    def what_is_selected_is_in_the_tree(self):
        held = {
            id(n) for n in map(self.window.outline.model.node, self.window.outline.model.indexes())
        }
        assert all(id(node) in held for node in self.window.outline.selected())

    def teardown(self):
        while self.past:
            self.undo()
        assert self.window.editor.snapshot().blocks == self.first.blocks
        labels(self.window)


def test_after_any_chain_of_operations_text_tree_and_numbers_agree(window):
    tester = QAbstractItemModelTester(
        window.outline.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    run_state_machine_as_test(
        type("Driven", (Tree,), {"window": window}),
        settings=settings(
            max_examples=40,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    tester.deleteLater()
