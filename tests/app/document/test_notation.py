"""The notation writes every paragraph it can express and reads it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from strategies import documents, plain

from app.document.model import Align, Block, Role, Run
from app.document.notation import dump, parse


def test_a_line_gives_role_choice_alignment_and_marks():
    assert parse(r"heading1!<center>| 一、**甲**\n\*乙").blocks == (
        Block(
            (Run("一、"), Run("甲", bold=True), Run("\n*乙")),
            Role.HEADING1,
            chosen=True,
            align=Align.CENTER,
        ),
    )


def test_a_line_outside_the_notation_is_refused():
    with pytest.raises(ValueError, match="not in the notation"):
        parse("甲乙丙")


@given(documents().map(plain))
def test_what_is_written_reads_back(document):
    assert parse(dump(document)) == document
