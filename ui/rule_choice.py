"""Which rules are on and with which options, as the settings keep it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from app.settings import Settings

if TYPE_CHECKING:
    from app.checks import Rule


def is_on(chosen: Settings, rule: Rule) -> bool:
    """Return whether a rule runs."""
    return rule.id in chosen.rules_on or (rule.default and rule.id not in chosen.rules_off)


def switched(chosen: Settings, rules: Iterable[Rule], *, on: bool) -> dict[str, Any]:
    """Return the settings to change so that some rules are on or off."""
    off, also = dict.fromkeys(chosen.rules_off), dict.fromkeys(chosen.rules_on)
    for rule in rules:
        off.pop(rule.id, None)
        also.pop(rule.id, None)
        if on is not rule.default:
            (also if on else off)[rule.id] = None
    return {"rules_off": tuple(off), "rules_on": tuple(also)}


def options_of(chosen: Settings, rule: Rule) -> dict[str, int]:
    """Return the options of a rule with their values, changed or not."""
    changed = {name: value for known, name, value in chosen.rule_options if known == rule.id}
    return {**rule.options, **{n: v for n, v in changed.items() if n in rule.options}}


def with_option(chosen: Settings, rule: Rule, name: str, value: int) -> dict[str, Any]:
    """Return the settings to change so that an option of a rule has a value."""
    kept = [one for one in chosen.rule_options if one[:2] != (rule.id, name)]
    if value != rule.options[name]:
        kept.append((rule.id, name, value))
    return {"rule_options": tuple(kept)}


def as_shipped(chosen: Settings, rule: Rule) -> dict[str, Any]:
    """Return the settings to change so that a rule is as it was shipped."""
    kept = [one for one in chosen.rule_options if one[0] != rule.id]
    return {**switched(chosen, [rule], on=rule.default), "rule_options": tuple(kept)}


def is_changed(chosen: Settings, rule: Rule) -> bool:
    """Return whether a rule is other than it was shipped."""
    return is_on(chosen, rule) is not rule.default or any(
        known == rule.id for known, _, _ in chosen.rule_options
    )
