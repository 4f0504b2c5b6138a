"""The names of statutes and of well-known documents, and which of them a name is meant to be."""

from __future__ import annotations

from functools import lru_cache

from app.checks.lexicons import rows
from app.patterns import regex

_STATE = regex(r"^(?:中华人民共和国|中国共产党)")
_TAIL = regex(
    r"（[^）]*(?:[试施]行|修订|修正|草案|暂行|年|版|一|二|三|四|五|卷)[^）]*）$|第[一二三四五]卷$"
)
_SORT = regex(r"(?:法典|法规?|条例|准则|规定|规则|办法|章程|守则)$")
_QUIET = str.maketrans("", "", " 　“”‘’〈〉")
# Numbers and places make another document of the same pattern.
_OTHER = regex(r"[0-9一二三四五六七八九十〇省市县区镇乡]")
_NATIONAL = regex(
    r"^(?:中共中央|国务院|中华人民共和国|中国共产党|习近平|十[八九]届|二十|党的|论|毛泽东)"
)
_MOST = 3


@lru_cache(maxsize=1024)
def statute_meant(name: str) -> str | None:
    """Return the statute that a name misses by a slip; None where it is right or unlike any."""
    state = _STATE.match(name)
    head = state[0] if state else ""
    tail = _TAIL.search(name)
    bare = name.removeprefix(head)
    bare = bare.removesuffix(tail[0]) if tail else bare
    known, by_length = _statutes()
    if len(bare) < 4 or bare in known or not (head or _SORT.search(bare)):
        return None
    near = [
        one
        for length in range(len(bare) - 2, len(bare) + 3)
        for one in by_length.get(length, ())
        if _slipped(bare, one, state=bool(head))
    ]
    right = _nearest(bare, near)
    regulation = right is not None and right.endswith("条例") and not bare.endswith("条例")
    if regulation and head == "中华人民共和国":
        head = ""  # 中华人民共和国森林防火法: regulations are seldom called by the state
    return f"{head}{right}{tail[0] if tail else ''}" if right else None


def statute_known(name: str) -> bool:
    """Whether a statute is called so, without the state or the party before its name."""
    return name in _statutes()[0]


@lru_cache(maxsize=1024)
def document_meant(name: str) -> str | None:
    """Return the well-known document that a name misses by a slip, None for none."""
    tail = _TAIL.search(name)
    bare = (name.removesuffix(tail[0]) if tail else name).translate(_QUIET)
    known, by_length = _documents()
    if len(bare) < 6 or bare in known or _SORT.search(bare):
        return None
    near = [
        one
        for length in range(len(bare) - _MOST, len(bare) + _MOST + 1)
        for one in by_length.get(length, ())
        if _misquoted(bare, one)
    ]
    right = _nearest(bare, near)
    return right + (tail[0] if tail else "") if right else None


def _nearest(name: str, near: list[str]) -> str | None:
    """Return the one of some names that has most in common with a name, None where two have."""
    ranked = sorted([(-sum(_ends(name, one)), -len(set(name) & set(one)), one) for one in near])
    alone = ranked and (len(ranked) == 1 or ranked[0][:2] < ranked[1][:2])
    return ranked[0][2] if alone else None


def _ends(name: str, right: str) -> tuple[int, int]:
    """Return how many characters of two names are the same at the head and at the tail."""
    most = min(len(name), len(right))
    head = next((at for at in range(most) if name[at] != right[at]), most)
    most -= head
    tail = next((at for at in range(most) if name[-1 - at] != right[-1 - at]), most)
    return head, tail


def _slipped(name: str, right: str, *, state: bool) -> bool:
    """Whether a name differs from a statute in one short stretch."""
    head, tail = _ends(name, right)
    gone, come, same = len(name) - head - tail, len(right) - head - tail, head + tail
    if gone == come:
        sorts = head >= 4 and tail == 0 and _SORT.search(name) and _SORT.search(right)
        if gone == 2 and sorts and (state or head >= 6):
            return True
        # 党纪 for 纪律: what is put in place of a word shares a character with it.
        shared = set(name[head : head + gone]) & set(right[head : head + gone])
        if gone == 2 and state and tail >= 4 and shared:
            return True
        return (
            gone <= (2 if same >= (5 if state else 8) else 1)
            and same >= 4
            and (head > 0 or same >= 6)
        )
    if state and head >= 4 and not tail and _SORT.search(right) and max(gone, come) <= 2:
        return True
    return min(gone, come) == 0 and max(gone, come) <= 2 and head >= 2 and same >= 4


def _misquoted(name: str, right: str) -> bool:
    """Whether a name differs from a document in one stretch that no local paper would change."""
    head, tail = _ends(name, right)
    gone, come = name[head : len(name) - tail], right[head : len(right) - tail]
    same = head + tail
    if max(len(gone), len(come)) > _MOST or same < 0.75 * len(right) or same < 5:
        return False
    if _OTHER.search(gone + come) or head < 2:
        return False
    if _NATIONAL.match(right):
        return bool(come) or len(gone) == 1
    return bool(gone) and bool(come) and tail >= 3


@lru_cache(maxsize=1)
def _statutes() -> tuple[frozenset[str], dict[int, list[str]]]:
    return _by_length([name for row in rows("statutes.txt") for name in row[0].split()])


@lru_cache(maxsize=1)
def _documents() -> tuple[frozenset[str], dict[int, list[str]]]:
    return _by_length([row[0] for row in rows("documents.txt")])


def _by_length(names: list[str]) -> tuple[frozenset[str], dict[int, list[str]]]:
    by_length: dict[int, list[str]] = {}
    for name in dict.fromkeys(names):
        by_length.setdefault(len(name), []).append(name)
    return frozenset(names), by_length
