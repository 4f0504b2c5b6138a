"""Putting findings aside: in the document or for good, taken back by undo or from the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ui import rule_choice
from ui.moved_numbers import CHECK, TITLE

if TYPE_CHECKING:
    from app.checks import Finding, Rule
    from ui.window import Window

Key = tuple[str, str]  # kept in the "document", "always" or as a "rule" switched off; and the key

IGNORE = (
    ("here", "只忽略这一处"),
    ("wording", "本文中都忽略这个写法"),
    ("rule", "本文中不再检查这一类"),
    ("wording-always", "以后都忽略这个写法"),
    ("always", "以后都不检查这一类"),
)
_SAID = {
    "here": "已忽略这一处",
    "wording": "本文中不再提示“{}”",
    "rule": "本文中不再检查“{}”",
    "wording-always": "以后都不再提示“{}”",
    "always": "以后都不再检查“{}”",
}


def ways_to_ignore(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return how far a finding can be put aside, with names; what no rule found not for good."""
    if finding.check != CHECK:
        return IGNORE
    return tuple(way for way in IGNORE if not way[0].endswith("always"))


class PuttingAside:
    """Puts findings aside and takes them back, each as an undo step of its own."""

    def __init__(self, window: Window) -> None:
        self._window = window
        window.findings.undo_wished.connect(window.editor.undo)
        window.editor.edited.connect(partial(window.findings.offer_undo, ""))

    def put(self, finding: Finding, reach: str) -> None:
        """Put a finding aside: this place, this wording, this rule; here, or for good."""
        from app.checks import keys

        window = self._window
        document = window.session.document()
        span = window.editor.underlines.current_span(finding) or finding.span
        here, wording, name = keys(replace(finding, span=span), document)
        rule = next((one for one in _rules() if one.id == name), None)  # none: a moved reference
        title = TITLE if rule is None else rule.title
        key = {
            "here": ("document", here),
            "wording": ("document", wording),
            "rule": ("document", name),
            "wording-always": ("always", wording),
            "always": ("rule", name),
        }[reach]
        whole = reach in {"rule", "always"}
        said = f"{_SAID[reach].format(title if whole else document.slice(span)[:16])}。"
        window.editor.bridge.steps.take(
            partial(self._put, [key], said), partial(self._take_back, [key])
        )

    def show(self) -> None:
        """List what was put aside, to take it back."""
        from ui.dialogs.ignored import IgnoredDialog

        window = self._window
        settings = window.workplace.settings
        dialog = IgnoredDialog(
            window.session.details.ignored, settings.ignored_always, settings.rules_off, window
        )
        dialog.restored.connect(self._restore)
        dialog.open()

    def _restore(self, keys: Sequence[Key]) -> None:
        """Take back what was chosen in the list."""
        self._window.editor.bridge.steps.take(
            partial(self._take_back, keys), partial(self._put, keys, "已重新忽略。")
        )

    def _put(self, keys: Sequence[Key], said: str) -> None:
        self._change(keys, aside=True)
        self._window.findings.offer_undo(said)
        self._window.say(f"{said}按 Ctrl+Z 撤销。")

    def _take_back(self, keys: Sequence[Key]) -> None:
        self._change(keys, aside=False)
        self._window.findings.offer_undo("")
        self._window.say("已恢复提示。")

    def _change(self, keys: Sequence[Key], *, aside: bool) -> None:
        workplace, session = self._window.workplace, self._window.session
        for where, key in keys:
            if where == "document":
                details = session.details
                ignored = details.ignored | {key} if aside else details.ignored - {key}
                session.set_details(replace(details, ignored=ignored))
            elif where == "always":
                kept = [one for one in workplace.settings.ignored_always if one != key]
                workplace.change(ignored_always=(*kept, key) if aside else tuple(kept))
            else:
                rules = [one for one in _rules() if one.id == key]
                workplace.change(**rule_choice.switched(workplace.settings, rules, on=not aside))
        self._window.checking.run()


def _rules() -> tuple[Rule, ...]:
    from app.checks.registry import rules

    return rules()
