"""Generated drafts, written as plain text and read again, give the tree they were made of."""

from __future__ import annotations

from drafts import drafts
from hypothesis import given, settings
from trees import read_text

from app.document.outline import outline, walk
from app.document.recognize import recognized


@given(drafts())
@settings(max_examples=300, deadline=None)
def test_a_draft_written_as_text_is_read_as_the_tree_it_was_made_of(draft):
    text, rows = draft
    nodes = walk(outline(read_text(text)))
    assert [(str(n.type), n.level, n.number, n.text) for n in nodes] == rows


@given(drafts())
@settings(max_examples=50, deadline=None)
def test_reading_again_what_was_read_changes_nothing(draft):
    read = read_text(draft[0])
    assert recognized(read) is read
