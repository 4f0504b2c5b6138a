from __future__ import annotations

import re

from app.checks import lexicons
from app.checks.lexicons import rows
from app.resources import shipped


def test_no_wrong_word_is_listed_twice_or_is_its_own_correction():
    wrong = [row[0] for row in rows("wrong-words.tsv")]
    assert len(wrong) == len(set(wrong))
    assert len(wrong) >= 250
    assert all(row[0] != row[1] for row in rows("wrong-words.tsv"))


def test_what_is_wrong_is_listed_in_one_lexicon():
    wrong = lexicons.wrong_words().keys()
    assert not wrong & lexicons.variants().keys()
    assert not wrong & lexicons.misquotes().keys()
    assert not lexicons.variants().keys() & lexicons.misquotes().keys()


def test_no_redundancy_is_listed_twice():
    listed = [row[0] for row in rows("redundancies.tsv")]
    assert len(listed) == len(set(listed))


def _words(name: str) -> list[str]:
    return [word for row in rows(name) for word in row[0].split()]


def test_no_phrase_is_listed_twice_or_holds_what_another_lexicon_calls_wrong():
    listed = _words("phrases.txt")
    assert len(listed) == len(set(listed))
    assert not lexicons.wrong_words().keys() & set(listed)


def test_every_phrase_and_idiom_is_one_that_is_looked_for():
    assert all(len(phrase) >= 4 and phrase.isalpha() for phrase in _words("phrases.txt"))
    idioms = _words("idioms.txt")
    assert len(idioms) == len(set(idioms))
    assert all(len(idiom) == 4 for idiom in idioms)


def test_no_known_word_is_listed_twice_or_known_as_a_phrase_or_a_member():
    listed = _words("known-words.txt")
    members = {one for f in lexicons.formulations() for group in f.groups for one in group}
    assert len(listed) == len(set(listed))
    assert not set(listed) & (members | set(_words("phrases.txt")))


def test_no_confusable_word_is_listed_twice_in_one_context():
    padded = [[*row, "", ""] for row in rows("confusables.tsv")]
    listed = [(wrong, *row[1:4]) for row in padded for wrong in row[0].split("|")]
    assert len(listed) == len(set(listed))


def test_what_stands_before_a_confusable_word_does_not_look_ahead_at_the_word():
    ahead = re.compile(r"\(\?[=!](?:[^()]|\([^()]*\))*\)+(?:\||$)")  # at the end of a pattern
    assert not [row for row in rows("confusables.tsv") if ahead.search((*row, "", "")[2])]


def test_no_correction_of_a_wrong_word_is_itself_listed_as_wrong():
    entries = lexicons.wrong_words()
    assert not [entry.right for entry in entries.values() if entry.right in entries]


def test_every_context_that_excuses_is_a_pattern_that_compiles():
    for entry in lexicons.wrong_words().values():
        for excuse in entry.excuses:
            re.compile(excuse.removeprefix("~"))
    for table in (lexicons.misquotes(), lexicons.superseded(), lexicons.institutions()):
        for entry in table.values():
            for excuse in entry.excuses:
                re.compile(excuse)


def test_formulations_keep_every_row_with_its_certainty_and_months():
    found = lexicons.formulations()
    assert len([one for one in found if one.id.startswith("F")]) >= 300
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.certainty in ("H", "M", "L")
        for month in (one.since, one.until):
            assert not month or re.fullmatch(r"\d{4}-\d{2}", month)


def test_what_is_misquoted_does_not_stand_in_its_own_correction():
    for wrong, entry in lexicons.misquotes().items():
        assert wrong not in entry.right or entry.excuses, wrong
        assert entry.certainty in ("H", "M", "L")


def test_a_message_names_its_source_and_the_date_of_the_list():
    assert "资料截至" in lexicons.source_of("F154")


def test_every_file_states_its_source_and_licence():
    folder = shipped("resources") / "lexicons"
    table = re.findall(r"(?m)^\| (\S+\.\w+) \|.+\|.+\|$", (folder / "README.md").read_text("utf-8"))
    files = {path.name for path in folder.iterdir()} - {"README.md"}
    assert {name for name in files if not re.search(r"-(?:notice|licence)\.", name)} == set(table)


def test_no_word_of_one_character_is_meant_for_itself_or_told_for_too_little():
    for wrong, right, least in rows("lone-words.tsv"):
        assert wrong != right
        assert len(wrong) == len(right) == 1
        assert int(least) >= 35


def test_every_context_of_a_confusable_word_is_a_pattern():
    for row in rows("confusables.tsv"):
        before, behind = [*row, "", ""][2:4]
        re.compile(f"(?:{before})$")
        re.compile(behind)


def test_contexts_with_groups_of_their_own_are_looked_at_one_by_one():
    digits = lexicons.Confusable("b", "", re.compile("(?P<one>[0-9])(?P=one)"), "")
    letters = lexicons.Confusable("c", "", re.compile("(?P<one>[a-z])(?P=one)"), "")
    words = lexicons.Confusables([digits, letters])
    assert words.behind("a11", 1)
    assert words.meant("a11", 0, 1) is digits
    assert words.meant("azz", 0, 1) is letters
    assert words.meant("a12", 0, 1) is None


def test_the_verb_that_a_collocation_asks_for_does_not_bring_its_object_along():
    """The mend puts the verb in place of the verb: what has the object too would double it."""
    for _, nouns, right, *_ in rows("collocations.tsv"):
        verb = right.split("、")[0]
        for noun in nouns.split("|") if "……" not in verb else ():
            ends = {noun[:2], noun[-2:]} if verb not in noun else set[str]()
            assert not any(end in verb for end in ends), (noun, verb)
