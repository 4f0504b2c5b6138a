"""Words that stand twice and are no slip."""

from __future__ import annotations

import pytest

from app.checks.language.repeats import is_formula, is_prose, meant, shared
from app.document.model import Role, block

SAID = "组织村民清理沟渠，修补道路。"


def blocks(*texts):
    roles = {"一、东村": Role.HEADING1, "二、西村": Role.HEADING1}
    return [block(text, roles.get(text, Role.BODY)) for text in texts]


@pytest.mark.parametrize(
    "text", ["姓名\t职务", "青石县志     第十二页", "（牵头单位：县水务局）", " （县水务局）。 "]
)
def test_rows_of_a_table_running_heads_and_notes_are_no_prose(text):
    assert not is_prose(text)
    assert is_prose(SAID)


def test_formulas_of_any_paper_may_stand_twice():
    assert is_formula("联系人和联系电话见附件，请及时报送")
    assert is_formula("（责任单位：县水务局）")
    assert not is_formula(SAID)


def test_a_point_may_stand_in_two_lists_below_heads_of_their_own():
    lists = blocks("一、初中", "（1）免住宿费；", "二、高中", "（1）免住宿费；")
    assert shared(lists, 3, 1, 3, 8)
    assert not shared(blocks("（1）免住宿费；", "（2）免住宿费；"), 1, 0, 3, 8)


def test_what_is_said_of_two_villages_or_of_each_offence_is_meant():
    between = blocks("一、东村", SAID, "二、西村", SAID)
    assert meant(between, 3, 1, 0, len(SAID))
    assert not meant(blocks(SAID, SAID), 1, 0, 0, len(SAID))
    assert meant(blocks(SAID, SAID, SAID), 2, 0, 0, len(SAID))
    law = "情节严重的，责令停产停业并依法处理。"
    assert meant(blocks(law, law), 1, 0, 0, len(law))
