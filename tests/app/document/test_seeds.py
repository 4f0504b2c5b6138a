"""The structure of the private seeds, against trees written by hand from reading them."""

from __future__ import annotations

from pathlib import Path

import pytest
from shared import needs_shared, seed
from trees import hashed, read_text, rows, written

from app.document.model import Role
from app.document.outline import outline

TREES = Path(__file__).parents[2] / "golden" / "seeds"
NAMES = ["work-points-pattern-and-model", "work-points-2021", "speech-at-meeting"]


def _seed(name):
    return read_text(seed(f"{name}.txt").read_text(encoding="utf-8-sig"))


@needs_shared
@pytest.mark.parametrize("name", NAMES)
def test_the_tree_of_a_seed_is_the_one_a_reader_draws(name):
    found = [
        [str(block), kind, str(level), number, *hashed(text)]
        for block, kind, level, number, text in rows(outline(_seed(name)))
    ]
    assert found == written(TREES / f"{name}.tree")


@needs_shared
@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("work-points-2021", [0, 1, 2, 5, *range(38, 46)]),
        ("speech-at-meeting", [0, 1, 2, 3, 4, 6, 7, 8]),
        ("work-points-pattern-and-model", []),
    ],
)
def test_the_sellers_lines_of_a_seed_are_noise(name, blocks):
    read = _seed(name).blocks
    assert [at for at, block in enumerate(read) if block.role is Role.NOISE] == blocks


@needs_shared
def test_the_titles_of_the_seeds_are_found():
    titles = {
        name: [at for at, block in enumerate(_seed(name).blocks) if block.role is Role.TITLE]
        for name in NAMES
    }
    assert titles == {
        "work-points-pattern-and-model": [0, 46, 47],
        "work-points-2021": [3],
        "speech-at-meeting": [15],
    }


@needs_shared
def test_the_last_words_of_the_speech_are_its_closing():
    read = _seed("speech-at-meeting").blocks
    assert [at for at, block in enumerate(read) if block.role is Role.CLOSING] == [61]
