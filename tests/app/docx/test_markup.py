"""Text written into XML comes back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.docx.markup import escape, quoteattr
from app.docx.tree import parse

CHARACTERS = st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="￾￿").filter(
    lambda char: char >= " " or char in "\t\n"
)


@given(st.text(CHARACTERS), st.text(CHARACTERS))
def test_text_and_attribute_values_are_read_back_unchanged(text, value):
    element = parse(f"<a b={quoteattr(value)}>{escape(text)}</a>".encode())
    assert (element.text or "", element.get("b")) == (text, value)
