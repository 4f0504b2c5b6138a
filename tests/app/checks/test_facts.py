"""What the rules of the whole document are told of a paragraph: as little as changes seldom."""

from collections.abc import Callable
from typing import Any

import pytest

from app.checks.check import Paragraph
from app.checks.rules.heading_end_mark import ended
from app.checks.rules.paragraph_end_mark import ending
from app.document.model import Role

_HEADED = "（一）加强组织领导。各部门要压实责任，建立工作台账，逐项抓好落实，按月通报进展情况。"
_PLAIN = "各部门要压实责任，建立工作台账，逐项抓好落实。按月通报进展情况，严肃追责问责。"


@pytest.mark.parametrize(
    ("facts", "text", "role"),
    [
        (ending, _PLAIN, Role.BODY),
        (ending, _HEADED, Role.HEADING2),
        (ended, _HEADED, Role.HEADING2),
    ],
)
def test_a_word_more_in_the_text_of_a_paragraph_that_ends_well_is_no_new_fact(
    facts: Callable[[Paragraph], Any], text: str, role: Role
):
    longer = text.replace("压实责任", "切实压实责任")
    assert facts(Paragraph(text, role)) == facts(Paragraph(longer, role))
