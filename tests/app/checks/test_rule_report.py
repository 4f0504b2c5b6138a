"""The page about the rules tells the truth about which are on."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from app.checks.registry import rules

ROOT = Path(__file__).resolve().parents[3]
MEND = "run: python tests/bench/rule_report.py --write"


@pytest.fixture(scope="module")
def report():
    before = list(sys.path)
    path = ROOT / "tests/bench/rule_report.py"
    spec = spec_from_file_location("rule_report", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["rule_report"] = module
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = before
    for name in ("rule_report", "check_quality"):
        sys.modules.pop(name, None)


def test_the_page_has_a_line_for_each_rule_as_it_is(report):
    lines = report.PAGE.read_text("utf-8").splitlines()
    listed = [line for line in lines if line.startswith("| `")]
    assert len(listed) == len(rules()), MEND
    for rule, line in zip(rules(), listed, strict=True):
        assert line.startswith(report.identity(rule)), MEND


def test_every_rule_that_is_off_has_its_reason_and_no_other(report):
    assert set(report.WHY_OFF) == {rule.id for rule in rules() if not rule.default}
