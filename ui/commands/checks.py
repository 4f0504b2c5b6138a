"""Findings: going through them, mending, putting aside, explaining."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.document.edits import Edit, TextEdit
from app.document.model import Span
from ui import moved_numbers
from ui.commands.aside import PuttingAside
from ui.findings.model import mendable
from ui.findings.words import ALL_HIDDEN, IN_TABLE

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from app.checks import Finding, Fix
    from ui.window import Window

_NONE_HERE = "光标处没有问题。按 F8 到下一个问题。"


class CheckCommands:
    """The menu 检查."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._aside = PuttingAside(window)
        self._asked = False  # whether the user waits for the end of a check
        window.checking.found.connect(self._tell_end)
        window.findings.advanced.connect(self._look_at)

    def run(self) -> None:
        """Check the whole document now and tell what came of it."""
        self._window.details.refresh()  # a kind told later would make the answer out of date
        self._window.say("正在检查…")
        self._asked = True
        self._window.checking.run()
        self._window.view.to_findings()

    def _tell_end(self, *_: object) -> None:
        window = self._window
        if not self._asked or not window.checking.current:
            return
        from app.checks import Severity

        self._asked = False
        counted = Counter(one.severity for one in window.shown_findings)
        told = "，".join(f"{one.label} {counted[one]} 处" for one in Severity if counted[one])
        window.say(f"检查完毕：{told}。按 F8 逐处查看。" if told else "检查完毕，没有发现问题。")

    def next(self) -> None:
        """Go to the next finding behind the caret, round at the end."""
        self._step(forward=True)

    def previous(self) -> None:
        """Go to the finding before the caret, round at the start."""
        self._step(forward=False)

    def go(self, finding: Finding) -> None:
        """Show a finding in the text and in the list."""
        self._look_at(finding)
        self._window.findings.select(finding)
        self._window.findings.offer_undo("")
        self._window.say("")  # what was said of another

    def show_menu(self, finding: Finding, place: QPoint) -> None:
        """Show what can be done with a finding, at a place of the screen."""
        from PySide6.QtWidgets import QMenu

        from ui.text_menu import add_finding

        menu = QMenu(self._window)
        add_finding(menu, self._window, finding)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def fix_here(self) -> None:
        """Mend the finding at the caret, or the one selected in the list."""
        finding = self.here()
        if finding is None:
            self._say_none()
        elif self._window.editor.bridge.block(finding.span.block).object is not None:
            self._window.say(f"{IN_TABLE}：{finding.message}")
        elif not finding.fixes:
            self._window.say(f"这一处没有现成的改法：{finding.message}")
        else:
            self.fix(finding, finding.fixes[0])

    def _say_none(self) -> None:
        """Say that there is nothing at the caret, or nothing at all."""
        window = self._window
        clean = window.checking.current and not window.shown_findings
        window.say("没有发现问题。" if clean else _NONE_HERE)

    def fix(self, finding: Finding, fix: Fix) -> None:
        """Put a mend in where the finding stands by now."""
        window = self._window
        edits = self._moved(finding, fix)
        if edits is None:
            window.say("文字已经变了，正在重新检查。")
            window.checking.run()
            return
        window.editor.apply(edits)
        window.say(f"{fix.title}。按 Ctrl+Z 撤销。")

    def fix_all_of_rule(self, rule: str = "") -> None:
        """Show all mends of one rule, and put in those that are accepted."""
        from ui.dialogs.fix_all import FixAllDialog

        window = self._window
        finding = self.here() or window.findings.current()
        wanted = rule or (finding.check if finding else "")
        window.checking.wait(3000)
        same = mendable(wanted, window.shown_findings)
        if not same:
            window.say("没有可以成批改正的问题。")
            return
        dialog = FixAllDialog(window.session.document(), same, window)
        dialog.accepted_fixes.connect(self._fix_many)
        dialog.open()

    def ignore_here(self) -> None:
        """Put the finding at the caret aside."""
        finding = self.here()
        if finding is None:
            self._say_none()
        else:
            self.ignore(finding, "here")

    def ignore(self, finding: Finding, reach: str) -> None:
        """Put a finding aside: this place, this wording, this rule; here, or for good."""
        self._aside.put(finding, reach)

    def show_ignored(self) -> None:
        """List what was put aside, to take it back."""
        self._aside.show()

    def explain_here(self) -> None:
        """Explain the rule of the finding at the caret."""
        finding = self.here() or self._window.findings.current()
        if finding is None:
            self._say_none()
        else:
            self.explain(finding.check)

    def explain(self, rule: str) -> None:
        """Show the page of a rule."""
        from app.checks.registry import rules
        from ui.dialogs.rule_page import RulePage

        if rule == moved_numbers.CHECK:
            self._window.workplace.ask.tell(self._window, moved_numbers.TITLE, moved_numbers.REASON)
        known = next((one for one in rules() if one.id == rule), None)
        if known is not None:
            RulePage(known, self._window.workplace.colors, self._window).show()

    def show_lexicons(self) -> None:
        """Show the lexicons in force, to take in an updated one."""
        from ui.dialogs.lexicons import LexiconsDialog

        dialog = LexiconsDialog(self._window.workplace.ask, self._window)
        dialog.changed.connect(self._check_anew)
        dialog.open()

    def ask_date(self) -> None:
        """Ask by which date the formulations of this document are to be judged."""
        from app.checks.dates import decided
        from ui.dialogs.check_date import CheckDateDialog

        dialog = CheckDateDialog(*decided(self._window.session.document()), self._window)
        dialog.wished.connect(self._judge_by)
        dialog.open()

    def _judge_by(self, day: str) -> None:
        from app.checks.dates import CHOSEN

        window = self._window
        before = window.session.details.field(CHOSEN)
        window.editor.bridge.steps.take(partial(self._set_day, day), partial(self._set_day, before))

    def _set_day(self, day: str) -> None:
        from app.checks.dates import CHOSEN, decided, judging

        window = self._window
        window.session.set_details(window.session.details.with_field(CHOSEN, day))
        window.checking.run()
        window.say(f"{judging(*decided(window.session.document()))}。按 Ctrl+Z 撤销。")

    def save_report(self) -> None:
        """Ask for a name and write the report of the checks."""
        from app.errors import AppError
        from ui import report

        window = self._window
        window.checking.wait(5000)
        beside = window.session.path.parent if window.session.path else Path.home()
        proposed = beside / f"{Path(window.session.name).stem}（检查报告）.docx"
        path = window.workplace.ask.save_file(window, "检查报告", proposed, report.KINDS)
        if path is None:
            return
        try:
            path = report.write(path, window.session.name, window.session.document(),
                                window.shown_findings)  # fmt: skip
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
        else:
            window.say(f"检查报告已保存为“{path.name}”。")

    def here(self) -> Finding | None:
        """Return the finding at the caret, or the one selected in the list when that has focus.

        Of several, the one that was last gone to, else the shortest.
        """
        window = self._window
        current = window.findings.current()
        if window.findings.isAncestorOf(window.focusWidget()):
            return current
        caret = window.editor.caret()
        held: list[tuple[int, Finding]] = []
        for finding in window.shown_findings:
            span = window.editor.underlines.current_span(finding) or finding.span
            if span.block == caret.block and span.start <= caret.start <= span.end:
                if finding is current:
                    return finding
                held.append((span.end - span.start, finding))
        return min(held, key=_length)[1] if held else None

    def _look_at(self, finding: Finding) -> None:
        editor = self._window.editor
        editor.show_span(editor.underlines.current_span(finding) or finding.span)

    def _check_anew(self) -> None:
        """Check the documents of all windows by the lexicons now in force."""
        for window in self._window.workplace.windows:
            window.checking.renew()

    def _step(self, *, forward: bool) -> None:
        window = self._window
        placed = [(self._place(one), one) for one in window.findings.visible()]
        placed.sort(key=_place)
        if not placed:
            none = "没有发现问题。" if window.checking.current else window.checking.awaited
            window.say(ALL_HIDDEN if window.shown_findings else none)
            return
        caret = window.editor.caret()
        at = (caret.block, caret.start)
        places = [place for place, _ in placed]
        shown = [one for _, one in placed]
        current = window.findings.current()
        if current in shown and places[shown.index(current)] == at:
            step = shown.index(current) + (1 if forward else -1)
        elif forward:
            step = sum(place < at for place in places)
        else:
            step = sum(place < at for place in places) - 1
        rounds, number = divmod(step, len(shown))
        self.go(shown[number])
        if not window.right.isHidden():
            window.tabs.setCurrentWidget(window.findings)
        turn = {1: "从头再来：", -1: "从尾再来："}.get(rounds, "")
        told = shown[number].message.split("\n")[0]
        window.say(f"{turn}第 {number + 1} 个问题，共 {len(shown)} 个：{told}")

    def _place(self, finding: Finding) -> tuple[int, int]:
        span = self._window.editor.underlines.current_span(finding) or finding.span
        return span.block, span.start

    def _moved(self, finding: Finding, fix: Fix) -> tuple[Edit, ...] | None:
        """Return the edits of a mend where its text stands now, None where that is unclear."""
        window = self._window
        if window.checking.turn_of_findings == window.checking.turn:
            return fix.edits
        span = window.editor.underlines.current_span(finding)
        return None if span is None else shifted(fix.edits, finding.span, span)

    def _fix_many(self, fixes: list[tuple[Finding, Fix]]) -> None:
        from app.checks.mending import together

        moved = [self._moved(finding, fix) for finding, fix in fixes]
        taken, edits = together([one for one in moved if one])
        if not taken:
            self._window.say("没有可以成批改正的问题。")
            return
        self._window.editor.apply(edits)
        left = len(fixes) - len(taken)
        more = f"另有 {left} 处和这些连在一起，要再改一次。" if left else ""
        self._window.say(f"已改正 {len(taken)} 处。{more}按 Ctrl+Z 一次撤销。")


def shifted(edits: tuple[Edit, ...], old: Span, new: Span) -> tuple[Edit, ...] | None:
    """Return edits of one block moved with a finding; None where they reach beyond its block."""
    moved: list[Edit] = []
    for edit in edits:
        if not isinstance(edit, TextEdit) or edit.block != old.block:
            return None
        step = new.start - old.start
        moved.append(TextEdit(new.block, edit.start + step, edit.end + step, edit.text))
    return tuple(moved) if new.end - new.start == old.end - old.start else None


def _length(entry: tuple[int, Finding]) -> int:
    return entry[0]


def _place(entry: tuple[tuple[int, int], Finding]) -> tuple[int, int]:
    return entry[0]
