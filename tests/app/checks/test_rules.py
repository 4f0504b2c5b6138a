"""Every rule keeps what its docstring promises."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app import kinds
from app.checks import Checker, Rule
from app.checks.check import GROUPS
from app.checks.examples import Example
from app.checks.registry import rules
from app.document import edits, model
from app.document.recognize import recognized
from app.rollover import Proposal
from app.rollover.undecided import noted

EXAMPLES = [(rule, example) for rule in rules() for example in rule.examples]


def written(example: Example) -> model.Document:
    """Return the document of an example, its roles chosen or recognized."""
    blocks = [
        replace(model.block(line, role or model.Role.BODY), chosen=role is not None)
        for line, role in zip(example.lines, example.roles, strict=True)
    ]
    made = recognized(model.Document(tuple(blocks)))
    if not example.left:
        return made
    left = [
        Proposal(span, made.slice(span), None, "请核对", certain=False) for span in example.marks
    ]
    return replace(made, details=replace(made.details, undecided=noted(made, left)))


def kind_of(example: Example):
    return kinds.load(example.kind) if example.kind else None


def found_by(rule: Rule, example: Example):
    checker = Checker([rule], on={rule.id: True}, options={rule.id: dict(example.options)})
    found = checker.run(written(example), date=example.date, kind=kind_of(example))
    assert not checker.failures
    return found


def label(case: tuple[Rule, Example]) -> str:
    return f"{case[0].id}-{case[1].lines[0][:16]}"


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.id)
def test_a_rule_says_what_it_is_and_gives_bad_and_good_examples(rule):
    assert rule.title
    assert not re.search("[A-Za-z]{4,}", rule.title)
    assert rule.reason
    assert rule.source
    assert rule.bad
    assert rule.good
    assert rule.group in GROUPS


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.id)
def test_a_rule_tells_the_meaning_of_each_of_its_options(rule):
    assert rule.meanings.keys() == rule.options.keys()
    assert all(isinstance(value, int) for value in rule.options.values())


def test_a_rule_stands_in_the_file_of_its_name():
    folder = Path(__file__).parents[3] / "app/checks/rules"
    names = {path.stem for path in folder.glob("[a-z]*.py")}
    assert names == {rule.id for rule in rules()}


@pytest.mark.parametrize("case", EXAMPLES, ids=label)
def test_a_rule_finds_what_its_examples_mark_and_nothing_else(case):
    rule, example = case
    found = {(f.span.block, f.span.start, f.span.end) for f in found_by(rule, example)}
    assert found == {(m.block, m.start, m.end) for m in example.marks}


@pytest.mark.parametrize("case", [c for c in EXAMPLES if c[1].fixed is not None], ids=label)
def test_the_fix_of_a_rule_gives_the_text_its_example_states(case):
    rule, example = case
    document = written(example)
    for _ in range(20):
        checker = Checker([rule], on={rule.id: True})
        mendable = [
            f for f in checker.run(document, date=example.date, kind=kind_of(example)) if f.fixes
        ]
        if not mendable:
            break
        document = edits.apply(document, mendable[0].fixes[0].edits)
    assert document.texts == example.fixed


@pytest.mark.parametrize(
    "case", [c for c in EXAMPLES if c[1].fixed is None and c[1].marks], ids=label
)
def test_a_rule_offers_no_fix_that_its_example_does_not_state(case):
    assert not any(found.fixes for found in found_by(*case))
