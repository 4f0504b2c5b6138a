"""Every shipped entry is fit to be inserted as it stands."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import pytest

from app.checks import Severity, check
from app.document.model import Block, Document, Role, Run
from app.kinds.slots import NAMED
from app.snippets import Place, shipped

SNIPPETS = shipped().listing()
BY_ID = {snippet.id: snippet for snippet in SNIPPETS}
each = pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.id)

ROLES = {
    Place.TITLE: Role.TITLE,
    Place.SALUTATION: Role.SALUTATION,
    Place.HEADING: Role.HEADING1,
    Place.CLOSING: Role.CLOSING,
    Place.SIGNATURE: Role.BODY,
}
# What a rule asks of a whole document cannot be asked of one entry: other parts, other numbers.
WHOLE = {
    "left_placeholder",
    "mixed_placeholders",
    "missing_salutation",
    "missing_closing",
    "missing_date_line",
    "missing_heading",
    "title_parts",
    "title_year",
    "agenda_count",
    "attachments_named",
    "attachment_note",
    "lone_first",
}
# Guesses of a rule at words that are right as they stand in these set phrases.
FALSE_ALARMS = {
    ("likely_slip", words) for words in ("知纪", "亲清", "唯票", "风清气正", "防未病", "审示")
} | {("title_of", "的复函")}
# Same value wherever it stands in one entry.
SHARED_SLOTS = {"单位", "年份", "地区", "姓名", "法规名称", "文种", "活动名称", "事项"}


def bare(text):
    return re.sub(r"[\W_]", "", text)


def test_there_are_enough_entries_and_no_two_are_alike():
    assert len(SNIPPETS) >= 600
    texts = Counter(bare(snippet.text) for snippet in SNIPPETS if not snippet.members)
    assert [text for text, count in texts.items() if count > 1] == []
    titles = Counter((snippet.category, snippet.title) for snippet in SNIPPETS)
    assert [title for title, count in titles.items() if count > 1] == []


@each
def test_an_entry_is_complete(snippet):
    assert snippet.title
    assert snippet.title == snippet.title.strip()
    assert snippet.text == snippet.text.strip()
    assert "/" in snippet.category
    assert snippet.tags or snippet.category.startswith("提法")


@each
def test_slots_are_well_formed_and_each_named_for_one_value(snippet):
    slots = [match["name"] for match in NAMED.finditer(snippet.text)]
    assert NAMED.sub("", snippet.text).count("【") == 0
    assert NAMED.sub("", snippet.text).count("】") == 0
    repeated = {name for name, count in Counter(slots).items() if count > 1}
    assert repeated <= SHARED_SLOTS


@each
def test_punctuation_is_full_width_balanced_and_ends_the_sentence(snippet):
    text = NAMED.sub("甲", snippet.text)
    for left, right in ("“”", "（）", "《》"):
        assert text.count(left) == text.count(right)
    assert re.search(r"[,;:?!()\"' ]", text) is None
    assert re.search(r"[。，、；：][。，、；：]", text) is None
    if snippet.place in (Place.ITEM, Place.BODY) and "排比与比喻" not in snippet.category:
        assert text[-1] in "。：；）》”", text
    if snippet.place is Place.HEADING:
        assert not any(line.endswith(("。", "，", "；")) for line in text.split("\n"))


@each
def test_a_formulation_out_of_date_names_what_stands_in_its_place(snippet):
    if snippet.successor:
        successor = BY_ID[snippet.successor]
        assert snippet.until is not None
        assert successor.since is None or successor.since > snippet.until
    if snippet.members and "、" in snippet.text and "，" not in snippet.text:
        assert "、".join(snippet.members) == snippet.text


@each
def test_the_checks_find_nothing_but_open_slots(snippet):
    role = ROLES.get(snippet.place, Role.BODY)
    blocks = [Block((Run(line),), role, chosen=True) for line in snippet.text.split("\n")]
    day = snippet.until or max(snippet.since or dt.date.min, dt.date(2026, 11, 1))
    found = [
        (finding.check, finding.message)
        for finding in check(Document(tuple(blocks)), date=day)
        if finding.check not in WHOLE and finding.severity is not Severity.HINT
        if not any(name == finding.check and words in snippet.text for name, words in FALSE_ALARMS)
    ]
    assert found == []
