from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.edits import Splice, apply
from app.document.model import Block, Document, Role, Run
from app.document.notation import dump, parse
from app.document.numbering import Form, write
from app.document.shifting import number_of, shifted

FORMS = {
    Form.CHINESE: Role.HEADING1,
    Form.CHINESE_BRACKET: Role.HEADING2,
    Form.ARABIC: Role.ITEM,
    Form.ARABIC_BRACKET: Role.ITEM,
    Form.CIRCLED: Role.ITEM,
    Form.IS: Role.ITEM,
    Form.ORDINAL: Role.ITEM,
}


def changed(before, start, stop, new="", *, anew=False):
    """Return the text after a change with what follows from it, in the notation."""
    document = parse(before)
    blocks = parse(new).blocks
    later = shifted(document.blocks, start, stop, blocks, anew=anew)
    return dump(apply(document, (Splice(start, stop, blocks), *later)))


def kept(before, start, stop, new=""):
    """Tell whether nothing but the change itself is made."""
    document = parse(before)
    return shifted(document.blocks, start, stop, parse(new).blocks) == ()


ROWS = [
    ("heading1| 一、甲\nbody| 文\nheading1| 二、乙", "heading1| 二、新", "heading1| 三、乙"),
    (
        "heading2| （一）甲\nbody| 文\nheading2| （二）乙",
        "heading2| （二）新",
        "heading2| （三）乙",
    ),
    ("item| 1.甲\nbody| 文\nitem| 2.乙", "item| 2.新", "item| 3.乙"),
    ("heading3| 1．甲\nbody| 文\nitem| 2．乙。丙", "heading3| 2．新", "item| 3．乙。丙"),
    ("item| 一是甲\nbody| 文\nitem| 二是乙", "item| 二是新", "item| 三是乙"),
    ("item| ⑴甲\nbody| 文\nitem| ⑵乙", "item| ⑵新", "item| ⑶乙"),
    ("item| ①甲\nbody| 文\nitem| ②乙", "item| ②新", "item| ③乙"),
    ("item| 第九条 甲\nbody| 文\nitem| 第十条 乙", "item| 第十条 新", "item| 第十一条 乙"),
    ("part| 第一章 甲\nbody| 文\npart| 第二章 乙", "part| 第二章 新", "part| 第三章 乙"),
    ("item| 首先，甲\nbody| 文\nitem| 其次，乙", "item| 其次，新", "item| 再次，乙"),
    ("item| 首先，甲\nbody| 文\nitem| 最后，乙", "item| 其次，新", "item| 最后，乙"),
    ("item| 1.1 甲\nbody| 文\nitem| 1.2 乙", "item| 1.2 新", "item| 1.3 乙"),
    ("item| **1.甲**乙\nbody| 文\nitem| **2.丙**丁", "item| 2.新", "item| **3.丙**丁"),
]


@pytest.mark.parametrize(("before", "new", "last"), ROWS)
def test_what_comes_into_a_row_shifts_the_later_numbers_and_what_goes_shifts_them_back(
    before, new, last
):
    after = changed(before, 2, 2, new)
    lines = before.split("\n")
    assert after == "\n".join([*lines[:2], new, last])
    assert changed(after, 2, 3) == before


def test_a_row_that_runs_through_the_sections_is_shifted_to_its_end():
    text = (
        "heading1| 一、甲\nitem| 1.子\nitem| 2.丑\nheading1| 二、乙\nitem| 3.寅\nitem| 4.卯\n"
        "heading1| 三、丙\nitem| 5.辰"
    )
    assert changed(text, 2, 2, "item| 2.新") == (
        "heading1| 一、甲\nitem| 1.子\nitem| 2.新\nitem| 3.丑\nheading1| 二、乙\nitem| 4.寅\n"
        "item| 5.卯\nheading1| 三、丙\nitem| 6.辰"
    )


def test_a_row_that_begins_anew_in_each_section_is_shifted_in_its_own_only():
    text = (
        "heading1| 一、甲\nheading2| （一）子\nheading2| （二）丑\nheading1| 二、乙\n"
        "heading2| （一）寅\nheading2| （二）卯"
    )
    assert changed(text, 2, 2, "heading2| （二）新") == (
        "heading1| 一、甲\nheading2| （一）子\nheading2| （二）新\nheading2| （三）丑\n"
        "heading1| 二、乙\nheading2| （一）寅\nheading2| （二）卯"
    )
    assert kept(text, 3, 3, "heading2| （三）新")


def test_the_row_of_another_list_below_the_same_heading_stays():
    text = "item| 1.甲\nitem| 2.乙\nbody| 文。\nitem| 1.丙\nitem| 2.丁"
    assert kept(text, 2, 2, "item| 3.新")
    assert kept(text, 0, 0, "item| 1.新")


@pytest.mark.parametrize(
    "text",
    [
        "item| 1.甲\nitem| 2.乙\nitem| 2.丙\nitem| 3.丁",
        "item| 1.甲\nitem| 2.乙\nitem| 4.丙\nitem| 5.丁",
        "item| 1.甲\nitem| 3.乙\nitem| 2.丙",
        "item| 1.甲\nitem| 4.乙\nitem| 5.丙",
    ],
)
def test_a_row_with_doubles_gaps_or_numbers_out_of_order_is_left_alone(text):
    count = text.count("\n") + 1
    for at in range(1, count):
        above = number_of(parse(text).blocks[at - 1]).value
        assert kept(text, at, at, f"item| {above + 1}.新")
    for at in range(count):
        assert kept(text, at, at + 1)


def test_a_fault_in_another_section_keeps_no_row_from_being_shifted():
    text = "heading1| 一、甲\nitem| 1.子\nitem| 2.丑\nheading1| 二、乙\nitem| 1.寅\nitem| 3.卯"
    assert changed(text, 2, 2, "item| 2.新").startswith(
        "heading1| 一、甲\nitem| 1.子\nitem| 2.新\nitem| 3.丑\n"
    )


def test_a_number_that_does_not_fit_shifts_nothing():
    text = "item| 1.甲\nitem| 2.乙\nitem| 3.丙"
    assert kept(text, 1, 1, "item| 5.新")
    assert kept(text, 1, 2, "item| 9.乙")


def test_the_first_of_a_row_goes_and_the_next_takes_its_number():
    text = "heading1| 一、甲\nitem| 1.子\nheading1| 二、乙\nitem| 1.寅\nitem| 2.卯\nitem| 3.辰"
    assert changed(text, 3, 4).endswith("heading1| 二、乙\nitem| 1.卯\nitem| 2.辰")


def test_sections_that_grow_together_count_on():
    text = (
        "heading1| 一、甲\nitem| 1.子\nheading1| 二、乙\nitem| 1.寅\nitem| 2.卯\nheading1| 三、丙"
    )
    assert changed(text, 2, 4) == "heading1| 一、甲\nitem| 1.子\nitem| 2.卯\nheading1| 二、丙"


def test_an_excerpt_that_begins_in_the_middle_goes_on_beginning_there():
    text = "heading1| 三、甲\nheading1| 四、乙\nheading1| 五、丙"
    assert changed(text, 0, 1) == "heading1| 三、乙\nheading1| 四、丙"


def test_the_decimal_numbers_of_a_shifted_section_go_along():
    text = "item| 1. 甲\nitem| 1.1 子\nitem| 2. 乙\nitem| 2.1 丑\nitem| 2.1.1 寅\nitem| 2.2 卯"
    assert changed(text, 2, 2, "item| 2. 新").split("\n")[3:] == [
        "item| 3. 乙",
        "item| 3.1 丑",
        "item| 3.1.1 寅",
        "item| 3.2 卯",
    ]
    assert changed(text, 3, 4).split("\n")[3:] == ["item| 2.1.1 寅", "item| 2.1 卯"]


def test_another_document_in_the_file_is_never_reached():
    text = "heading1| 一、甲\nheading1| 二、乙\ntitle| 关于三\nheading1| 三、丙"
    assert "heading1| 三、丙" in changed(text, 1, 1, "heading1| 二、新")


def test_numbers_that_the_list_of_the_file_shows_are_no_text_and_stay():
    blocks = tuple([Block((Run("甲"),), Role.ITEM, label=f"{n}.") for n in (1, 2, 3)])
    assert shifted(blocks, 1, 1, (Block((Run("2.新"),), Role.ITEM),)) == ()


def test_what_changes_places_within_a_row_takes_the_numbers_of_its_place():
    text = "item| 1.甲\nitem| 2.乙\nitem| 3.丙"
    assert changed(text, 0, 2, "item| 2.乙\nitem| 1.甲", anew=True) == (
        "item| 1.乙\nitem| 2.甲\nitem| 3.丙"
    )
    assert changed(text, 2, 2, "item| 2.乙", anew=True).split("\n")[2:] == [
        "item| 3.乙",
        "item| 4.丙",
    ]


@st.composite
def drafts(draw):
    """Return a draft whose every row is in order, with each level below the one before."""
    forms = draw(st.lists(st.sampled_from([*FORMS]), min_size=1, max_size=3, unique=True))
    forms.sort(key=[*FORMS].index)
    through = draw(st.booleans())
    blocks, counts = [], dict.fromkeys(forms, 0)
    for _ in range(draw(st.integers(1, 14))):
        if draw(st.integers(0, 3)) == 0:
            blocks.append(Block((Run("正文。"),)))
            continue
        depth = draw(st.integers(0, len(forms) - 1))
        form = forms[depth]
        counts[form] += 1
        if not through:
            counts.update(dict.fromkeys(forms[depth + 1 :], 0))
        text = f"{write(form, counts[form])}{draw(st.sampled_from(['抓好落实。', '加强领导']))}"
        blocks.append(Block((Run(text),), FORMS[form]))
    return tuple(blocks)


@given(drafts(), st.data())
def test_numbers_come_and_go_and_the_rows_stay_in_order(blocks, data):
    numbered = [at for at, block in enumerate(blocks) if number_of(block)]
    if not numbered:
        return
    at = data.draw(st.sampled_from(numbered))
    found = number_of(blocks[at])
    new = Block((Run(f"{write(found.form, found.value + 1)}新增。"),), blocks[at].role)
    place = Splice(at + 1, at + 1, (new,))
    later = shifted(blocks, at + 1, at + 1, (new,))
    after = apply(Document(blocks), (place, *later)).blocks
    assert [words(one) for one in after if one.text != new.text] == [words(one) for one in blocks]
    others = [one for one in blocks if not same(one, found.form)]
    assert [one for one in after if not same(one, found.form)] == others
    back = shifted(after, at + 1, at + 2, ())
    assert apply(Document(after), (Splice(at + 1, at + 2), *back)).blocks == blocks


def same(block, form):
    number = number_of(block)
    return number is not None and number.form is form


def words(block):
    number = number_of(block)
    return block.text[number.end if number else 0 :], block.role


def test_a_heading_joined_to_the_title_shifts_the_later_ones():
    text = "title| 关于工作的通知\nheading1| 一、甲\nheading1| 二、乙"
    assert changed(text, 0, 2, "title| 关于工作的通知一、甲").endswith("heading1| 一、乙")


def test_all_articles_of_the_longest_law_follow_one_that_goes():
    row = [
        Block((Run(write(Form.ARTICLE, at, "第一条") + "　文"),), Role.ITEM)
        for at in range(1, 1261)
    ]
    later = shifted(row, 2, 3, ())
    law = apply(Document(tuple(row)), (Splice(2, 3, ()), *later))
    assert [number_of(block).value for block in law.blocks] == [*range(1, 1260)]
