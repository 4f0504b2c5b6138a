"""Drafts of many kinds and habits, with trees drawn by somebody else: each is read right."""

from __future__ import annotations

from pathlib import Path

import pytest
from exam import drafts, examine

OPEN = Path(__file__).parents[2] / "golden" / "structure" / "open"


@pytest.mark.parametrize("draft", drafts(OPEN), ids=lambda path: path.stem)
def test_the_tree_of_a_draft_is_the_one_a_reader_draws(draft):
    mark = examine(draft)
    assert (mark.missing, mark.extra) == ((), ())
