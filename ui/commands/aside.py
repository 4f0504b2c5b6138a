"""Putting findings aside: in the document or for good, taken back by undo or from the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ui import rule_choice
from ui.moved_numbers import CHECK, TITLE

if TYPE_CHECKING:
    from app.checks import Finding, Rule
    from ui.window import Window

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
    """Puts findings aside and takes them back; the last steps are undone before the text is."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._steps: list[Callable[[], None]] = []  # how to take back what was put aside
        window.editor.undo_first = self.undo
        window.findings.undo_wished.connect(self.undo)
        window.editor.edited.connect(self._forget)

    def put(self, finding: Finding, reach: str) -> None:
        """Put a finding aside: this place, this wording, this rule; here, or for good."""
        from app.checks import keys

        window = self._window
        document = window.session.document()
        span = window.editor.underlines.current_span(finding) or finding.span
        here, wording, name = keys(replace(finding, span=span), document)
        rule = next((one for one in _rules() if one.id == name), None)  # none: a moved reference
        title = TITLE if rule is None else rule.title
        written = document.slice(span)[:16]
        if reach == "always" and rule is not None:
            self._switch_off(rule)
        elif reach == "wording-always":
            always = window.workplace.settings.ignored_always
            self._set_always((*always, wording), always)
        else:
            self._put_in_details({"here": here, "wording": wording}.get(reach, name))
        said = _SAID[reach].format(title if reach in {"rule", "always"} else written)
        window.checking.run()
        window.findings.offer_undo(f"{said}。")
        window.say(f"{said}。按 Ctrl+Z 撤销。")

    def undo(self) -> bool:
        """Take back what was put aside last; False where the text has changed since."""
        if not self._steps:
            return False
        self._steps.pop()()
        self._window.checking.run()
        self._window.findings.offer_undo("")
        self._window.say("已恢复提示。")
        return True

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

    def _put_in_details(self, key: str) -> None:
        session = self._window.session
        details = session.details
        session.set_details(replace(details, ignored=details.ignored | {key}))
        self._note(lambda: self._restore("document", key))

    def _set_always(self, now: tuple[str, ...], before: tuple[str, ...]) -> None:
        workplace = self._window.workplace
        workplace.change(ignored_always=tuple(dict.fromkeys(now)))
        self._note(lambda: workplace.change(ignored_always=before))

    def _switch_off(self, rule: Rule) -> None:
        workplace = self._window.workplace
        workplace.change(**rule_choice.switched(workplace.settings, [rule], on=False))
        self._note(lambda: self._restore("rule", rule.id))

    def _note(self, back: Callable[[], None]) -> None:
        self._steps.append(back)

    def _forget(self) -> None:
        """Offer to take back nothing that was put aside before the text changed."""
        if self._steps:
            self._steps = []
            self._window.findings.offer_undo("")

    def _restore(self, reach: str, key: str) -> None:
        workplace, session = self._window.workplace, self._window.session
        if reach == "document":
            details = session.details
            session.set_details(replace(details, ignored=details.ignored - {key}))
        elif reach == "always":
            kept = [one for one in workplace.settings.ignored_always if one != key]
            workplace.change(ignored_always=tuple(kept))
        else:
            rules = [one for one in _rules() if one.id == key]
            workplace.change(**rule_choice.switched(workplace.settings, rules, on=True))


def _rules() -> tuple[Rule, ...]:
    from app.checks.registry import rules

    return rules()
