"""What is put aside stays aside: one place of many alike, and after the text around it changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks import Checker, keys
from app.checks.aside import told
from app.document.edits import Splice, TextEdit, apply
from app.document.model import block, document

ROW = "责任单位：县气侯站；完成时限：长期坚持。"


def without(written, *found):
    """Put findings aside, each at its place only."""
    ignored = written.details.ignored.union(keys(one, written)[0] for one in found)
    return replace(written, details=replace(written.details, ignored=ignored))


def wrong_words(written):
    return [one for one in Checker().run(written) if one.check == "wrong_word"]


def test_of_places_that_look_alike_one_is_put_aside():
    written = document(ROW, ROW, ROW)
    found = wrong_words(written)
    left = wrong_words(without(written, found[1]))
    assert [one.span.block for one in left] == [0, 2]
    assert wrong_words(without(written, *found)) == []


@pytest.mark.parametrize(
    "edit",
    [
        TextEdit(2, 0, 0, "同志们，"),
        TextEdit(2, 5, 5, "本"),
        TextEdit(2, len(ROW), len(ROW), "各站照办。"),
        TextEdit(2, 9, 13, "："),
        Splice(0, 0, (block("第一段。"), block("第二段。"), block("第三段。"))),
        Splice(0, 1, ()),
    ],
)
def test_a_place_stays_aside_when_the_text_around_it_changes(edit):
    written = document("前言。", "责任人：县气侯局长。", ROW, "主管：气侯科。")
    found = wrong_words(written)
    kept = apply(without(written, found[1]), [edit])
    assert len(wrong_words(kept)) == len(found) - 1
    assert "长期" not in "".join(kept.blocks[one.span.block].text for one in wrong_words(kept))


def test_the_same_word_elsewhere_is_told():
    written = document("责任单位：县气侯站；完成时限：长期坚持。")
    aside = without(written, *wrong_words(written))
    other = apply(aside, [TextEdit(0, 0, len(ROW), "近年来全球的气侯变化很大。")])
    assert len(wrong_words(other)) == 1


def test_a_key_tells_what_it_puts_aside():
    written = document(ROW)
    here, wording, rule = keys(wrong_words(written)[0], written)
    assert told(here) == ("wrong_word", "@", "…责任单位：县〔气侯〕站；完成时限：长…")
    assert told(wording) == ("wrong_word", "=", "气侯")
    assert told(rule) == ("wrong_word", "", "")
