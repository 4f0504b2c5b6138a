"""What the rules of the whole document are told of a paragraph: as little as changes seldom."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from app.checks import Checker
from app.checks.check import Paragraph
from app.checks.rules.heading_end_mark import ended
from app.checks.rules.near_twin import running
from app.checks.rules.paragraph_end_mark import ending
from app.checks.rules.repeated_text import sentences
from app.checks.rules.unbalanced_quotes import alone
from app.document.model import Role, document

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


@pytest.mark.parametrize("facts", [running, sentences])
def test_no_words_are_kept_a_second_time(facts: Callable[[Paragraph], Any]):
    assert not any(isinstance(part, str) for part in _parts(facts(Paragraph(_PLAIN))))


def _parts(fact: object) -> tuple[object, ...]:
    return fact if isinstance(fact, tuple) else (fact,)


def test_equal_ends_of_paragraphs_are_one_fact():
    others = _PLAIN.replace("按月", "按季")
    assert ending(Paragraph(_PLAIN)) is ending(Paragraph(others))


def test_a_check_leaves_nothing_with_the_texts_it_read():
    texts = [f"{_PLAIN}第{number}次会议" for number in range(3)]
    sizes = [sys.getsizeof(text) for text in texts]
    Checker().run(document(*texts))
    assert [sys.getsizeof(text) for text in texts] == sizes


def test_a_paragraph_that_opens_with_a_mark_says_so_and_no_more():
    said = [f"“{_PLAIN}”", f"“{_PLAIN}再次强调”"]
    facts = [
        alone(Paragraph(text, hits=[("“", 0, 1), ("”", len(text) - 1, len(text))])) for text in said
    ]
    assert facts == [(True, ())] * 2
