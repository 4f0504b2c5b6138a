"""Hypothesis strategies for documents in normal form and edits that fit them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from app.document.edits import AlignEdit, Edit, MarkEdit, RoleEdit, Splice, TextEdit
from app.document.model import Align, Block, Document, Role, Run, clean, normal

CHARACTERS = st.one_of(
    st.sampled_from(
        "一二三四五六七八九十是要，。、；：（）“”《》0123456789.【】X—…年月日县委\n\t 　\xa0*/_\\"
    ),
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("𠮷😀🇨🇳"),
)
TEXTS = st.text(CHARACTERS, max_size=24).map(clean)
RUNS = st.builds(
    Run,
    text=TEXTS,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    color=st.sampled_from([None, "FF0000"]),
    font=st.sampled_from([None, "楷体"]),
    size=st.sampled_from([None, 16.0, 10.5]),
)
PARAGRAPHS = st.builds(
    Block,
    runs=st.lists(RUNS, max_size=4).map(normal),
    role=st.sampled_from([role for role in Role if role is not Role.OBJECT]),
    chosen=st.booleans(),
    align=st.sampled_from([None, *Align]),
)


def documents(min_size: int = 1, max_size: int = 6) -> st.SearchStrategy[Document]:
    """Return documents of paragraphs in normal form."""
    blocks = st.lists(PARAGRAPHS, min_size=min_size, max_size=max_size)
    return blocks.map(lambda found: Document(tuple(found)))


def plain(document: Document) -> Document:
    """Return the document without colours, faces and sizes, which the notation leaves out."""
    blocks = [
        replace(b, runs=normal(replace(r, color=None, font=None, size=None) for r in b.runs))
        for b in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


@st.composite
def edits_of(draw: st.DrawFn, document: Document) -> Edit:
    """Return one edit that fits the document."""
    count = len(document.blocks)
    if draw(st.booleans()) and draw(st.booleans()):
        start = draw(st.integers(0, count))
        end = draw(st.integers(start, count))
        least = 1 if end - start == count else 0
        return Splice(start, end, tuple(draw(st.lists(PARAGRAPHS, min_size=least, max_size=3))))
    at = draw(st.integers(0, count - 1))
    start = draw(st.integers(0, len(document.blocks[at])))
    end = draw(st.integers(start, len(document.blocks[at])))
    marks = st.sampled_from([None, True, False])
    return draw(
        st.one_of(
            st.builds(TextEdit, st.just(at), st.just(start), st.just(end), TEXTS),
            st.builds(RoleEdit, st.just(at), st.sampled_from([Role.BODY, Role.HEADING1])),
            st.builds(AlignEdit, st.just(at), st.sampled_from([None, *Align])),
            st.builds(MarkEdit, st.just(at), st.just(start), st.just(end), marks, marks, marks),
        )
    )
