"""What the checks find in drafts whose errors are known, so that a new rule cannot spoil it."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from shared import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[3]
EXAM = ROOT / "tests/golden/quality/open"


@pytest.fixture(scope="module")
def bench():
    spec = spec_from_file_location("check_quality", ROOT / "tests/bench/check_quality.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["check_quality"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["check_quality"]


def share(score, confidence):
    rows = sum(n for (_, c), n in score.rows.items() if c == confidence)
    return sum(n for (_, c), n in score.hits.items() if c == confidence) / rows


@pytest.mark.skipif(not EXAM.is_dir(), reason="the exam is absent")
def test_most_plain_errors_are_found_and_few_false_alarms_given(bench):
    score = bench.scored(EXAM)
    assert share(score, "H") >= 0.85
    assert len(score.alarms) * 10_000 / score.length < 1.5


@needs_shared
def test_the_real_texts_give_their_errors_and_hardly_a_false_alarm(bench):
    score = bench.scored(SHARED / "seeds")
    assert share(score, "H") >= 0.8
    assert share(score, "M") >= 0.5
    assert len(score.alarms) <= 3
