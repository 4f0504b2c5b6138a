"""Every shipped entry is fit to be inserted as it stands."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from app.checks import Checker, Severity
from app.checks.lexicons import formulations, superseded
from app.document.model import Block, Document, Role, Run
from app.kinds.slots import NAMED
from app.snippets import Place, shipped

SNIPPETS = shipped().listing()
BY_ID = {snippet.id: snippet for snippet in SNIPPETS}
ROLES = {Place.TITLE: Role.TITLE, Place.SALUTATION: Role.SALUTATION, Place.CLOSING: Role.CLOSING}
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
# Where a rule errs on words that are right as they stand in a set phrase.
FALSE_ALARMS = {
    *(("likely_slip", words) for words in ("知纪", "亲清", "唯票", "风清气正", "防未病", "审示")),
    ("likely_slip", "防控体系"),
    ("confusable_word", "纪律检查委员会"),
    ("title_of", "的复函"),
    ("doubled_character", "十五五"),
    ("doubled_character", "一个问题一个问题"),
}
# Slots of one name are filled with one value: these may stand twice in an entry.
SHARED_SLOTS = {"单位", "年份", "地区", "姓名", "法规名称", "文种", "活动名称", "事项"}


def bare(text):
    return re.sub(r"[\W_]", "", text)


def offenders(wrong):
    """Return what is wrong with each entry with which something is."""
    return {snippet.id: what for snippet in SNIPPETS if (what := wrong(snippet))}


def test_there_are_enough_entries_and_no_two_are_alike():
    assert len(SNIPPETS) >= 600
    texts = Counter(bare(snippet.text) for snippet in SNIPPETS if not snippet.members)
    assert [text for text, count in texts.items() if count > 1] == []
    titles = Counter((snippet.category, snippet.title) for snippet in SNIPPETS)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_entry_has_a_title_a_branch_and_tags():
    def wrong(snippet):
        return [
            what
            for what, sound in {
                "title": snippet.title and snippet.title == snippet.title.strip(),
                "text": snippet.text == snippet.text.strip(),
                "category": "/" in snippet.category,
                "tags": snippet.tags or snippet.category.startswith("提法"),
            }.items()
            if not sound
        ]

    assert offenders(wrong) == {}


def test_slots_are_well_formed_and_each_is_named_for_one_value():
    def wrong(snippet):
        names = Counter(match["name"] for match in NAMED.finditer(snippet.text))
        rest = NAMED.sub("", snippet.text)
        broken = ["【】"] if "【" in rest or "】" in rest else []
        return broken + [n for n, count in names.items() if count > 1 and n not in SHARED_SLOTS]

    assert offenders(wrong) == {}


def test_punctuation_is_full_width_balanced_and_ends_the_sentence():
    def wrong(snippet):
        text = NAMED.sub("甲", snippet.text)
        found = [
            pair for pair in ("“”", "（）", "《》") if text.count(pair[0]) != text.count(pair[1])
        ]
        found += re.findall(r"[,;:?!()\"' ]|[。，、；：][。，、；：]", text)
        whole = snippet.place in (Place.ITEM, Place.BODY)
        if whole and "排比与比喻" not in snippet.category and text[-1] not in "。：；）》”":
            found.append(text[-1])
        if snippet.place is Place.HEADING:
            found += re.findall(r"(?m)[。，；]$", text)
        return found

    assert offenders(wrong) == {}


def test_headings_of_one_set_are_equally_long():
    def wrong(snippet):
        lines = NAMED.sub("甲", snippet.text).split("\n")
        whole = snippet.place is Place.HEADING and "【" not in snippet.text
        return whole and len({len(line) for line in lines}) > 1 and lines

    assert offenders(wrong) == {}


def test_a_formulation_out_of_date_names_what_stands_in_its_place():
    def wrong(snippet):
        if not snippet.successor:
            return None
        after = BY_ID.get(snippet.successor)
        sound = after and snippet.until and (after.since is None or after.since > snippet.until)
        return None if sound else snippet.successor

    assert offenders(wrong) == {}


def test_the_members_of_an_abbreviation_are_its_full_form():
    def wrong(snippet):
        return snippet.members and [m for m in snippet.members if m not in snippet.text]

    assert offenders(wrong) == {}


def name_of(title):
    return re.sub(r"[“”]", "", title.split("（")[0])


def test_members_are_those_of_the_lexicon_that_the_checks_go_by():
    known = {}
    for formulation in formulations():
        known.setdefault(name_of(formulation.name), []).extend(formulation.groups)
    longer = {"“四个服从”", "“四下基层”"}  # in the words of the statute and of the full text

    def wrong(snippet):
        groups = known.get(name_of(snippet.title))
        bound = snippet.members and groups and snippet.title not in longer
        return bound and snippet.members not in groups and groups

    assert offenders(wrong) == {}


def test_what_the_checks_hold_for_out_of_date_has_an_end_here_too():
    ended = {wording for wording, dated in superseded().items() if dated.until}

    def wrong(snippet):
        return snippet.until is None and ended & {snippet.title, snippet.text}

    assert offenders(wrong) == {}


def test_the_number_of_an_abbreviation_is_that_of_its_members():
    counts = dict(zip("两三四五六七八九十", range(2, 11), strict=True))
    exempt = {
        "“三严三实”",
        "“三重一大”",
        "“三新一高”",
        "“三会一课”",
        "“四讲四有”",
        "“两代表一委员”",
        "“两优一先”",
    }

    def wrong(snippet):
        number = re.match(r"“?([两三四五六七八九十])", snippet.title)
        if not snippet.members or number is None or snippet.title in exempt:
            return None
        return len(snippet.members) != counts[number[1]] and snippet.title

    assert offenders(wrong) == {}


def test_the_checks_find_nothing_but_open_slots():
    checker = Checker()

    def wrong(snippet):
        role = ROLES.get(snippet.place, Role.BODY)
        if snippet.place is Place.HEADING:
            role = Role.HEADING1
        blocks = [Block((Run(line),), role, chosen=True) for line in snippet.text.split("\n")]
        halves = {"paragraph_end_mark"} if snippet.category.startswith("总体要求成分") else set()
        day = snippet.until or max(snippet.since or dt.date.min, dt.date(2026, 11, 1))
        return [
            (finding.check, finding.message)
            for finding in checker.run(Document(tuple(blocks)), kind=None, date=day, idle=True)
            if finding.check not in WHOLE | halves and finding.severity is not Severity.HINT
            if not any(n == finding.check and words in snippet.text for n, words in FALSE_ALARMS)
        ]

    assert offenders(wrong) == {}
