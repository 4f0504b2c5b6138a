"""The names of offices that seal a document together: in rows of up to three, seals apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from app.document.edits import TextEdit, apply
from app.document.model import Details, Document, Role, block
from app.docx import patch, read, write
from app.docx.joint import SAME_LINE, seats
from app.docx.layout import load
from app.docx.measures import MM, width
from app.docx.official import SEAL, Manner
from app.docx.package import opened
from app.docx.tree import W

NATIONAL = load("gbt9704")
SEALED = Manner(seal=True)
DATE = "2026年3月5日"
SHORT = ("省财政厅", "省教育厅", "省公安厅", "省司法厅", "省民政厅", "省水利厅", "省卫健委")
LONG = "某某省人力资源和社会保障厅"
DIAMETER = NATIONAL.head.seal * MM / NATIONAL.character


def blocks(*names: str):
    signed = [block(name, Role.SIGNATURE) for name in names]
    return (block("特此通知。"), *signed, block(DATE, Role.DATE))


def rows(*names: str) -> list[list[float]]:
    """Return the middles of the names of each row."""
    found: list[list[float]] = []
    for seat in seats(blocks(*names), NATIONAL, SEALED).values():
        if seat.free == SAME_LINE:
            found[-1].append(seat.middle)
        else:
            found.append([seat.middle])
    return found


@pytest.mark.parametrize(
    ("count", "shape"), [(2, [2]), (3, [3]), (4, [3, 1]), (5, [3, 2]), (7, [3, 3, 1])]
)
def test_short_names_stand_three_in_a_row(count, shape):
    assert [len(row) for row in rows(*SHORT[:count])] == shape


def test_long_names_stand_two_in_a_row_and_very_long_ones_alone():
    assert [len(row) for row in rows(LONG, *SHORT[:2])] == [2, 1]
    assert [len(row) for row in rows(LONG + "办公室综合处", *SHORT[:2])] == [1, 1, 1]


@pytest.mark.parametrize("count", range(2, 8))
def test_seals_neither_touch_nor_leave_the_type_area(count):
    for row in rows(*SHORT[:count]):
        assert all(later - one > DIAMETER for one, later in pairwise(row))
        assert row[0] >= DIAMETER / 2
        assert row[-1] <= NATIONAL.grid.characters - DIAMETER / 2


def test_rows_leave_the_height_of_a_seal():
    found = [seat.free for seat in seats(blocks(*SHORT), NATIONAL, SEALED).values()]
    between = [free for free in found[1:] if free != SAME_LINE]
    assert all((free + 1) * NATIONAL.grid.pitch > NATIONAL.head.seal * MM for free in between)


@pytest.mark.parametrize("count", range(2, 8))
def test_the_last_name_stands_above_the_middle_of_the_date_four_characters_in(count):
    assert rows(*SHORT[:count])[-1][-1] == NATIONAL.grid.characters - 4 - width(DATE) / 2


@pytest.mark.parametrize("manner", [Manner(), Manner(stamp=True)])
def test_without_seals_the_names_stand_one_below_the_other(manner):
    assert seats(blocks(*SHORT), NATIONAL, manner) == {}


def test_one_office_alone_has_no_row():
    assert seats(blocks(SHORT[0]), NATIONAL, SEALED) == {}


def frames(content: bytes) -> list[int]:
    """Return where the frames of a written text stand, in twips."""
    root = etree.fromstring(opened(content, "甲.docx").content("word/document.xml"))
    return [int(node.get(f"{{{W}}}x")) for node in root.iter(f"{{{W}}}framePr")]


def test_all_but_the_last_of_a_row_are_frames_and_stay_paragraphs_of_their_own():
    document = Document(blocks(*SHORT[:5]), Details(fields=(("用印", SEAL),)))
    content = write.write(document, NATIONAL)
    assert len(frames(content)) == 3
    assert read.read(content, "甲.docx")[0].blocks == document.blocks


def test_a_saved_text_places_its_names_anew_when_one_changes():
    document = Document(blocks(*SHORT[:3]), Details(fields=(("用印", SEAL),)))
    content = write.write(document, NATIONAL)
    before, _ = read.read(content, "甲.docx")
    made = apply(before, [TextEdit(1, 0, 4, LONG)])
    saved = patch.patch(content, before, made)
    assert frames(saved) == frames(write.write(made, NATIONAL))
    assert read.read(saved, "甲.docx")[0].texts == made.texts
