"""The lists of formulations agree: what one of them holds right no rule calls wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from app.checks import Checker, Severity
from app.checks.document_names import document_meant, statute_meant
from app.checks.lexicons import formulations, misquotes, rows
from app.checks.registry import rules
from app.checks.wordings import wordings
from app.document import model

DAY = dt.date(2026, 3, 20)
CHECKED = (
    "formulation_members",
    "formulation_misquote",
    "formulation_number",
    "formulation_wording",
    "near_miss_phrase",
)


def current() -> list[str]:
    """Return what is right on the day: wordings, members in a row, and what misquotes stand for."""
    texts = [one.text for one in wordings()]
    texts += [
        "、".join(group)
        for entry in formulations()
        if entry.certainty == "H" and not entry.until
        for group in entry.groups
    ]
    texts += [entry.right for entry in misquotes().values() if entry.certainty == "H"]
    return list(dict.fromkeys(texts))


@pytest.fixture(scope="module")
def checker():
    return Checker([rule for rule in rules() if rule.id in CHECKED])


def test_what_one_list_holds_right_no_rule_calls_wrong(checker):
    blocks = tuple([model.block(f"{text}。", model.Role.BODY) for text in current()])
    found = checker.run(model.Document(blocks), date=DAY)
    wrong = [
        (blocks[one.span.block].text, one.check, one.message)
        for one in found
        if one.severity is not Severity.HINT
    ]
    assert not wrong


def test_a_known_name_is_not_taken_for_another():
    names = [row[0] for row in rows("documents.txt")]
    names += [name for row in rows("statutes.txt") for name in row[0].split()]
    assert [name for name in names if statute_meant(name) or document_meant(name)] == []
