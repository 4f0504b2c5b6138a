"""Where pages break, and that it is found again quickly after an edit with the same result."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document.model import Align, Block, Document, Role, Run
from app.document.model import block as paragraph
from app.docx.layout import load
from app.docx.titles import title_rows
from ui.printing.paging import Pager, Start, page_of
from ui.printing.typeset import pages

LAYOUT = load("gbt9704")
pytestmark = pytest.mark.usefixtures("qapp")


def begun(pager: Pager, document: Document) -> tuple[Start, ...]:
    pager.put(document)
    return pager.begun()


def starts(*blocks: Block) -> list[tuple[int, int]]:
    found = begun(Pager(LAYOUT), Document(blocks))
    return [(start.block, start.char) for start in found]


def body(lines: int) -> Block:
    """Return a paragraph of so many full lines."""
    return paragraph("国" * (lines * 28 - 2))


def test_a_page_holds_22_lines():
    assert starts(body(22)) == [(0, 0)]
    assert starts(body(23)) == [(0, 0), (0, 22 * 28 - 2)]
    assert starts(body(22), body(1)) == [(0, 0), (1, 0)]


def test_an_empty_document_is_one_page():
    assert starts() == [(0, 0)]


def test_a_heading_stays_with_the_line_that_follows():
    heading = paragraph("一、抓学习", Role.HEADING1)
    assert starts(body(21), heading, body(3)) == [(0, 0), (1, 0)]
    assert starts(body(20), heading, body(3)) == [(0, 0), (2, 26)]
    second = paragraph("（一）学理论", Role.HEADING2)
    assert starts(body(20), heading, second, body(3)) == [(0, 0), (1, 0)]


def test_a_run_in_heading_may_begin_on_the_last_line():
    run_in = paragraph("（一）抓学习。" + "国" * 60, Role.HEADING2)
    assert starts(body(21), run_in) == [(0, 0), (1, 26)]


def test_an_attachment_begins_a_page():
    label = paragraph("附件1", Role.ATTACHMENT_LABEL)
    assert starts(body(1), label, label) == [(0, 0), (1, 0), (2, 0)]
    assert starts(label) == [(0, 0)]


def test_the_space_above_a_signature_is_not_carried_over_to_the_next_page():
    signature = paragraph("清河县人民政府", Role.SIGNATURE)
    found = pages(Document((body(22), signature, body(21))), LAYOUT)
    assert [page.first for page in found] == [0, 1]


def test_a_number_of_the_files_own_list_takes_room_but_is_no_text():
    block = Block((Run("国" * 60),), label="（一）")
    assert starts(body(21), block) == [(0, 0), (1, 23)]


def test_a_table_is_parted_between_rows():
    rows = "\n".join(["项目\t金额"] * 80)
    table = Block((Run(rows),), Role.OBJECT, object="table1")
    found = pages(Document((table,)), LAYOUT)
    texts = ["".join([piece.text for piece in page.pieces]) for page in found]
    assert sum([text.count("项目") for text in texts]) == 80
    assert len(found) == 3
    assert all(page.rules for page in found)


KINDS = st.sampled_from(
    (Role.BODY, Role.HEADING1, Role.SIGNATURE, Role.DATE, Role.TITLE, Role.BLANK, Role.ITEM)
)
BLOCKS = st.builds(
    lambda text, times, role: paragraph(text * times, role),
    st.sampled_from(("国", "家，", "《条例》", "2026年", "A b")),
    st.integers(0, 300),
    KINDS,
)


@settings(deadline=None, max_examples=40)
@given(st.lists(BLOCKS, max_size=12), st.lists(st.tuples(st.integers(0, 20), BLOCKS), max_size=4))
def test_pages_after_edits_are_those_of_the_document_set_anew(blocks, changes):
    pager = Pager(LAYOUT)
    current = list(blocks)
    assert begun(pager, Document(tuple(current))) == begun(Pager(LAYOUT), Document(tuple(current)))
    for place, block in changes:
        at = place % (len(current) + 1)
        if place % 3 == 0 and at < len(current):
            del current[at]
        elif place % 3 == 1 and at < len(current):
            current[at] = block
        else:
            current.insert(at, block)
        document = Document(tuple(current))
        assert begun(pager, document) == begun(Pager(LAYOUT), document)


def test_marks_in_a_paragraph_change_its_lines():
    pager = Pager(LAYOUT)
    document = Document((paragraph("国" * 640),))
    assert begun(pager, document) == (Start(0, 0), Start(0, 614))
    larger = replace(document.blocks[0], runs=(Run("国" * 640, size=22),))
    assert len(begun(pager, Document((larger,)))) == 2
    assert begun(pager, Document((larger,)))[1].char < 614


def test_every_line_lies_in_the_type_area_but_hanging_marks():
    left, right = 28 * 72 / 25.4, 184 * 72 / 25.4
    text = "坚持把工作做细做实，把力量用在基层一线，推动各项任务落地见效。" * 10
    page = pages(Document((paragraph(text),)), LAYOUT)[0]
    for piece in page.pieces[:-1]:
        assert piece.x >= left - 0.01
        wide = len(piece.text.rstrip("，。")) * (16 + piece.step)
        assert piece.x + wide <= right + 0.5


def test_alignment_of_a_block_wins_over_its_role():
    centred = replace(paragraph("国家"), align=Align.CENTER)
    page = pages(Document((centred,)), LAYOUT)[0]
    assert page.pieces[0].x > 200


def test_a_tab_reaches_to_the_next_stop():
    page = pages(Document((paragraph("一二三四\t国家\t工作"),)), LAYOUT)[0]
    left = 28 * 72 / 25.4
    places = {piece.text: piece.x - left for piece in page.pieces}
    assert places["国家"] == pytest.approx(105)
    assert places["工作"] == pytest.approx(147)


def test_the_page_of_a_character_is_found_from_where_pages_begin():
    found = begun(Pager(LAYOUT), Document((body(30), body(3))))
    assert page_of(found, 0, 0) == 1
    assert page_of(found, 0, 22 * 28 - 3) == 1
    assert page_of(found, 0, 22 * 28 - 2) == 2
    assert page_of(found, 1, 5) == 2


def test_a_row_higher_than_a_page_is_parted_and_nothing_of_it_lost():
    table = Block((Run("项目\t" + "国" * 3000),), Role.OBJECT, object="table1")
    found = pages(Document((table,)), LAYOUT)
    assert len(found) > 1
    bottom = (37 + 225) * 72 / 25.4
    for page in found:
        assert all(piece.y < bottom for piece in page.pieces if "国" in piece.text)
    texts = "".join([piece.text for page in found for piece in page.pieces])
    assert texts.count("国") == 3000


def test_a_picture_is_a_frame_that_says_so():
    picture = Block((), Role.OBJECT, object="picture1")
    page = pages(Document((picture,)), LAYOUT)[0]
    assert "〔图片〕" in [piece.text for piece in page.pieces]
    assert page.rules


def test_a_long_title_is_printed_in_the_rows_of_the_file():
    title = "清河县人民政府关于进一步做好2026年度重点工作督查落实的通知"
    page = pages(Document((paragraph(title, Role.TITLE),)), LAYOUT)[0]
    rows = dict[float, str]()
    for piece in page.pieces:
        if piece.style.size == 22:
            rows[piece.y] = rows.get(piece.y, "") + piece.text
    places = (0, *title_rows(title, LAYOUT), len(title))
    assert list(rows.values()) == [title[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize("lines", range(15, 24))
def test_a_signature_stays_with_its_date(lines):
    signed = paragraph("某县人民政府", Role.SIGNATURE), paragraph("2026年3月5日", Role.DATE)
    assert (lines + 1, 0) not in starts(*[body(1)] * lines, *signed)


def test_only_the_lead_of_a_run_in_heading_is_bold_where_a_layout_has_its_heading_so():
    bold = replace(LAYOUT.roles[Role.HEADING2], bold=True)
    layout = replace(LAYOUT, roles={**LAYOUT.roles, Role.HEADING2: bold})
    made = pages(Document((paragraph("（一）要抓紧。一项一项落实。", Role.HEADING2),)), layout)[0]
    marks = {piece.text: piece.style.bold for piece in made.pieces if "—" not in piece.text}
    assert marks == {"（一）要抓紧。": True, "一项一项落实。": False}
