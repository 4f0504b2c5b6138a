"""What odd texts cost: the work of a rule grows with the text, not with its square."""

import re
from collections.abc import Callable
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from app.checks import Checker, collocations
from app.checks.check import Paragraph
from app.checks.registry import rules
from app.checks.slips import characters
from app.document.model import document
from app.document.recognize import recognized


class _Looking:
    """A pattern that counts the characters it is given to look at."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.seen = 0

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        stop = len(text) if end is None else min(end, len(text))
        self.seen += stop - start
        return self._pattern.match(text, start, stop)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        stop = len(text) if end is None else min(end, len(text))
        self.seen += stop - start
        return self._pattern.search(text, start, stop)


def _counted(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> list[Any]:
    """Note what a function of a module is called with."""
    calls: list[Any] = []
    plain: Callable[..., Any] = getattr(module, name)

    def counting(*given: Any) -> Any:
        calls.append(given)
        return plain(*given)

    monkeypatch.setattr(module, name, counting)
    return calls


def test_headings_of_one_number_are_rewritten_once_each(monkeypatch: pytest.MonkeyPatch):
    number_gap = import_module("app.checks.rules.number_gap")
    calls = _counted(monkeypatch, number_gap, "rewritten")
    text = recognized(document(*["二、指导思想"] * 500))
    found = Checker([r for r in rules() if r.id == "number_gap"]).run(text)
    assert len(found) == 499
    assert len(calls) < 4 * 500


def test_only_the_slip_that_the_rest_goes_on_from_mends_the_rest():
    lines = ["一、抓学习", "一、抓落实", "四、抓管理", "五、抓督查", "六、抓考核"]
    found = Checker([r for r in rules() if r.id == "number_gap"]).run(recognized(document(*lines)))
    assert [len(f.edits) for one in found for f in one.fixes] == [3]


def _looked_at(monkeypatch: pytest.MonkeyPatch, many: int) -> int:
    """Return the characters looked at for names in a text of many slips without a mark."""
    looking = _Looking(re.compile("[\u4e00-\u9fff]+"))
    monkeypatch.setattr(characters, "_RUN", looking)
    assert len([*characters.slips("大力表彰先近鞭策后进" * many)]) == many
    return looking.seen


def test_a_name_is_looked_for_right_beside_a_slip_only(monkeypatch: pytest.MonkeyPatch):
    assert _looked_at(monkeypatch, 200) < 2.5 * _looked_at(monkeypatch, 100)


def test_the_object_of_a_verb_is_looked_for_near_it_only(monkeypatch: pytest.MonkeyPatch):
    looking = _Looking(re.compile("作用"))
    verb = SimpleNamespace(nouns=looking, pairs=())
    monkeypatch.setattr(collocations, "_pairs", lambda: {"加强": verb})
    text = "加强“安全生产。" * 1_000
    for start in range(0, len(text), 8):
        assert collocations.clash(text, "加强", start) is None
    assert looking.seen <= 500 * 1_000


class _Searched(str):
    """A text that counts the characters in which a mark is looked for."""

    __slots__ = ("seen",)

    def find(self, mark: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        stop = len(self) if end is None else min(end, len(self))
        self.seen += stop - start
        return super().find(mark, start, stop)


def test_opening_marks_are_looked_after_within_their_clause_only():
    text = _Searched("安“" * 1_000 + "安")
    text.seen = 0
    hits = [("“", at, at + 1) for at in range(1, 2_000, 2)]
    alone = import_module("app.checks.rules.unbalanced_quotes").alone
    _, spots = alone(Paragraph(text, hits=hits))
    assert len(spots) == 1_000
    assert text.seen < 400 * 1_000
