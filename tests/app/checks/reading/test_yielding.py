"""One error, one finding: which of several at one place are left out."""

from dataclasses import replace

import pytest

from app.checks import check
from app.checks.check import Finding, Fix, Severity
from app.checks.reading import yielding
from app.checks.reading.yielding import told_twice, weaker_of
from app.checks.registry import rules
from app.document.edits import TextEdit
from app.document.model import Span, document
from app.document.recognize import recognized


def _finding(name: str, start: int, end: int, *edits: tuple[int, int, str]) -> Finding:
    mend = tuple([TextEdit(0, *edit) for edit in edits])
    fixes = (Fix("", mend),) if mend else ()
    return Finding(name, Severity.WARNING, Span(0, start, end), "", fixes)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("新建厂房投资5.6亿亿元。", "doubled_character"),
        ("各村参保率达到98%以上%。", "redundant_words"),
        ("会场于2026年3月5日25：30开放。", "invalid_date"),
        ("这名病人已经治癒出院。", "unsimplified_character"),
        ("各村室:", "addressee_colon"),
        ("2023工作总结", "bare_year"),
    ],
)
def test_an_error_is_told_by_one_finding(line: str, told: str):
    found = check(recognized(document(line)))
    assert [one.check for one in found] == [told]


def test_two_mends_that_come_to_the_same_are_one_finding():
    whole = _finding("one", 0, 4, (0, 4, "善始善终"))
    part = _finding("other", 3, 4, (3, 4, "终"))
    assert told_twice([whole, part], "善始善忠") == [part]


def test_of_two_mends_that_come_to_the_same_the_graver_finding_is_told():
    hint = _finding("hint", 0, 2, (0, 2, "提高"))
    error = replace(hint, check="error", severity=Severity.ERROR)
    assert told_twice([hint, error], "题高") == [hint]


def test_findings_apart_or_with_other_mends_are_all_told():
    one, other = _finding("one", 0, 1, (0, 1, "")), _finding("other", 1, 2, (1, 2, ""))
    assert told_twice([one, other], "的的") == []
    assert told_twice([one, _finding("third", 0, 1, (0, 1, "地"))], "的的") == []
    assert told_twice([_finding("one", 0, 1), _finding("other", 0, 1)], "的的") == []


def test_a_finding_yields_to_that_of_a_stronger_rule_only_where_both_stand():
    weak, strong = _finding("weak", 2, 4), _finding("strong", 3, 6)
    giving = {"weak": frozenset({"strong"})}
    assert weaker_of([weak, strong], giving) == [weak]
    assert weaker_of([weak, _finding("strong", 4, 6)], giving) == []


def test_no_two_rules_yield_to_each_other_and_all_they_yield_to_exist():
    yielding = {r.id: r.yields_to for r in rules()}
    for name, stronger in yielding.items():
        for other in stronger:
            assert name not in yielding[other], f"{name}, {other}"


class _Counted(int):
    """A place that counts how often it is compared."""

    compared = 0

    def __lt__(self, other: int) -> bool:
        _Counted.compared += 1
        return int(self) < int(other)

    def __gt__(self, other: int) -> bool:
        _Counted.compared += 1
        return int(self) > int(other)


def _comparisons(many: int) -> int:
    """Return the comparisons of places that many findings of two rules ask for, none meeting."""
    held = [
        replace(
            _finding(name, 0, 0), span=Span(0, _Counted(3 * at + off), _Counted(3 * at + off + 1))
        )
        for at in range(many)
        for off, name in enumerate(("weak", "strong"))
    ]
    _Counted.compared = 0
    assert weaker_of(held, {"weak": frozenset({"strong"})}) == []
    return _Counted.compared


def test_what_yields_is_found_without_holding_each_finding_against_each():
    assert 0 < _comparisons(2_000) < 2.5 * _comparisons(1_000)


def test_only_mends_of_findings_that_meet_are_carried_out(monkeypatch: pytest.MonkeyPatch):
    mended: list[int] = []
    monkeypatch.setattr(yielding, "_mended", lambda found, _: mended.append(found.span.start))
    many = [_finding("one", at, at + 1, (at, at + 1, "")) for at in range(1_000)]
    assert told_twice([*many, _finding("other", 5, 7, (5, 7, ""))], "“" * 1_000) == []
    assert sorted(mended) == [5, 5, 6]
