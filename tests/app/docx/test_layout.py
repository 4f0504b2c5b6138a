from __future__ import annotations

import tomllib

import pytest

from app.document.model import Role
from app.docx import layout
from app.docx.measures import margins, twips
from app.errors import AppError
from app.resources import shipped

NATIONAL = layout.load("gbt9704")


def test_every_layout_file_is_whole():
    listed = layout.listing()
    assert listed[0][0] == "gbt9704"
    for name, title in listed:
        assert layout.load(name).id == name
        assert title


def test_the_national_margins_are_those_of_the_standard_in_twips():
    assert margins(NATIONAL) == {
        "top": 2098,
        "right": 1474,
        "bottom": 1984,
        "left": 1588,
        "header": 851,
        "footer": 1453,
        "gutter": 0,
    }
    assert twips(NATIONAL.grid.pitch) == 579


def test_an_unknown_layout_names_the_known_ones():
    with pytest.raises(AppError, match="gbt9704"):
        layout.load("没有的")


def test_a_layout_that_misses_a_role_is_refused():
    path = shipped("resources") / "layouts" / "gbt9704.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    del table["roles"]["body"]
    with pytest.raises(ValueError, match="body"):
        layout.parse(table)


def test_title_rows_hang_together_and_the_text_follows_one_line_below():
    assert NATIONAL.gap(Role.TITLE, Role.DATE_LINE) == 0
    assert NATIONAL.gap(Role.TITLE, Role.SALUTATION) == 1
    assert NATIONAL.gap(Role.TITLE, Role.BLANK) == 0
    assert NATIONAL.gap(Role.BODY, Role.SIGNATURE) == 1
    assert NATIONAL.gap(None, Role.TITLE) == 0
