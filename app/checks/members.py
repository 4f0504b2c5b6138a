"""The members of numbered formulations in a text: in order, out of it, one missing or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.checks.check import Hit
from app.checks.lexicons import Formulation, formulations
from app.patterns import regex

_JOINT = regex(r"[、，,；;]?[“”]?[、，,；;和与及]?[“”]?(?:上|的|之)?[、，,]?")
_MARK = regex(r"[”“]?[、，,；;]+[“”]?")
_AND = regex(r"[”“]?[、，,；;和与及]{1,2}[“”]?")
_HAN = regex(r"[\u4e00-\u9fffA-Za-z]+")


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one formulation in their order, and the formulation."""

    entry: Formulation
    members: tuple[str, ...]

    @property
    def least(self) -> int:
        """Of how many right members a chain is meant as the formulation."""
        members = self.members
        return len(members) - 1 if len(members) > 3 and min(map(len, members)) > 2 else len(members)

    def holds(self, month: str) -> bool:
        """Whether the formulation was current in a month."""
        entry = self.entry
        return (not entry.since or entry.since <= month) and (
            not entry.until or month <= entry.until
        )


@dataclass(frozen=True, slots=True)
class Chain:
    """Members of a group that stand one after the other with nothing but joints between."""

    group: Group
    hits: tuple[Hit, ...]

    @property
    def start(self) -> int:
        """Where the first member begins."""
        return self.hits[0][1]

    @property
    def end(self) -> int:
        """Where the last member ends."""
        return self.hits[-1][2]

    @property
    def order(self) -> list[int]:
        """The places of the members in their group."""
        return [self.group.members.index(member) for member, _, _ in self.hits]

    @property
    def exact(self) -> bool:
        """Whether the whole formulation stands there in order."""
        return self.order == list(range(len(self.group.members)))


@dataclass(frozen=True, slots=True)
class Odd:
    """What stands where a member should: its place in the text, and the member."""

    group: Group
    start: int
    end: int
    right: str


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """Return the groups of all formulations."""
    return tuple([Group(one, members) for one in formulations() for members in one.groups])


@lru_cache(maxsize=1)
def owners() -> dict[str, tuple[int, ...]]:
    """Return member → the numbers of the groups it belongs to."""
    found: dict[str, list[int]] = {}
    for number, group in enumerate(groups()):
        for member in group.members:
            found.setdefault(member, []).append(number)
    return {member: tuple(numbers) for member, numbers in found.items()}


def chains(text: str, hits: Iterable[Hit]) -> list[Chain]:
    """Return the runs of members of one formulation, where all of them but one stand there."""
    hit_in: dict[int, list[Hit]] = {}
    groups_of = owners()
    for hit in hits:
        for number in groups_of[hit[0]]:
            hit_in.setdefault(number, []).append(hit)
    found: list[Chain] = []
    known = groups()
    for number, own in hit_in.items():
        group = known[number]
        if len(own) >= len(group.members) - 1:  # fewer are not meant as the formulation
            found += [Chain(group, tuple(run)) for run in _runs(text, own)]
    return found


def _runs(text: str, hits: list[Hit]) -> Iterator[list[Hit]]:
    run: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one[1], -one[2])):
        if run and hit[2] <= run[-1][2]:
            continue  # a member inside a longer one
        joined = run and hit[1] >= run[-1][2] and _JOINT.fullmatch(text[run[-1][2] : hit[1]])
        if run and (not joined or hit[0] in [member for member, _, _ in run]):
            yield run
            run = []
        run.append(hit)
    if run:
        yield run


def replaced(text: str, found: list[Chain]) -> Iterator[Odd]:
    """Yield what stands for a member where all the others stand in their places."""
    by_group: dict[int, list[Chain]] = {}
    for chain in found:
        by_group.setdefault(id(chain.group), []).append(chain)
    for own in by_group.values():
        members = own[0].group.members
        if len(members) < 3 or min(map(len, members)) < 2:
            continue
        for at, chain in enumerate(own):
            behind = own[at + 1] if at + 1 < len(own) else None
            odd = _inside(text, chain, behind) or _at_edge(text, chain)
            if odd is not None and odd.right not in text[odd.start : odd.end + 1]:
                yield odd


def _inside(text: str, one: Chain, other: Chain | None) -> Odd | None:
    """Return what stands between two chains that need one member between them to be whole."""
    members = one.group.members
    if other is None or [*one.order, *other.order] != [
        n for n in range(len(members)) if n != len(one.hits)
    ]:
        return None
    right = members[len(one.hits)]
    between = text[one.end : other.start]
    opening, closing = _MARK.match(between), re.search(r"[”“]?[、，,；;和与及][“”]?$", between)
    if opening is None or closing is None or closing.start() <= opening.end():
        return None
    written = between[opening.end() : closing.start()]
    if not _HAN.fullmatch(written) or abs(len(written) - len(right)) > 3:
        return None
    if len(members) == 3 and not _like(written, right):
        return None
    start = one.end + opening.end()
    return Odd(one.group, start, start + len(written), right)


def _at_edge(text: str, chain: Chain) -> Odd | None:
    """Return what stands in place of the last or the first member of a chain short of it."""
    members = chain.group.members
    number = len(members)
    if chain.order == list(range(number - 1)):
        joint, right = _AND.match(text, chain.end), members[-1]
        if joint is None:
            return None
        start = joint.end()
        for length in (len(right), len(right) + 1, len(right) - 1):
            written = text[start : start + length]
            if len(written) == length and _stands(
                written, right, text[start + length : start + length + 1], members
            ):
                return Odd(chain.group, start, start + length, right)
    if chain.order == list(range(1, number)):
        joint, right = re.search(r"[、，,；;][“”]?$", text[: chain.start]), members[0]
        if joint is None:
            return None
        end = joint.start()
        for length in (len(right), len(right) + 1, len(right) - 1):
            written = text[max(end - length, 0) : end]
            if _stands(written, right, text[end - length - 1 : end - length], members):
                return Odd(chain.group, end - length, end, right)
    return None


def _stands(written: str, right: str, beside: str, members: tuple[str, ...]) -> bool:
    """Whether a stretch at the edge of a chain is a member gone wrong rather than other words.

    Where it ends at a mark, it need be less like the member.
    """
    if not _HAN.fullmatch(written) or written[0] in "等和与及以为":
        return False
    ends = beside in tuple("的等之及和与") or not _HAN.match(beside)
    if ends and len(members) > 3 and len(written) == len(right) and len(right) > 2:
        return bool(set(written) & set(right))
    framed = len(right) == 3 and written[0] == right[0] and written[-1] == right[-1]
    return _like(written, right) and (ends or framed or len(written) == len(right) > 3)


def _like(written: str, right: str) -> bool:
    """Whether at least half of a member stands in what is written, in place or turned round."""
    same = sum(a == b for a, b in zip(written, right, strict=False))
    same = max(same, sum(a == b for a, b in zip(written[::-1], right[::-1], strict=False)))
    if sorted(written) == sorted(right):
        return True
    return 2 * same >= len(right) if len(right) > 3 else same == len(right) - 1
