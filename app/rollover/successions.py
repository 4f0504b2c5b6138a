"""What has been replaced by what: wordings and names, from the lexicons and from a list of our own.

The lexicons are those that the checks go by, the office's own where it has adopted one. The list of
our own holds what they do not: what depends on the sentence, and wordings to put in as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.lexicons import in_use, rows

_OWN, _WORDINGS, _NAMES = "successions.tsv", "superseded.tsv", "institutions.tsv"
_GLOSS = re.compile(r"（[^）]*）$")
_AROUND = 20  # characters on each side in which the context that excuses a wording stands
_FREE = "联银业会界学院校集"  # 旅游局 is no office in 旅游局集..., 工商 none in 工商业
_FORMER = re.compile(r"原[\u4e00-\u9fff]{0,4}$")


@dataclass(frozen=True, slots=True)
class Succession:
    """What took the place of a wording, since when; `new` is None where people must decide.

    It does not speak where `unless` is found: in the sentence, or `near` within some characters.
    """

    old: re.Pattern[str]
    new: str | None
    since: str
    certain: bool
    unless: re.Pattern[str] | None
    note: str
    near: bool = False
    name: bool = False  # of an institution
    literal: str = ""  # what must stand in a text for `old` to be found

    def excused(self, text: str, sentence: str, start: int, end: int) -> bool:
        """Return whether the wording is right where it stands."""
        if self.name and (text[end : end + 1] in tuple(_FREE) or _FORMER.search(text[:start])):
            return True
        around = text[max(start - _AROUND, 0) : end + _AROUND] if self.near else sentence
        return self.unless is not None and self.unless.search(around) is not None


def successions(month: str) -> tuple[Succession, ...]:
    """Return what had been replaced before a month (2026-01), the more telling ones first."""
    stamp = tuple((name, in_use(name).stat().st_mtime_ns) for name in (_OWN, _WORDINGS, _NAMES))
    return _known(month, stamp)


@lru_cache(maxsize=4)
def _known(month: str, stamp: object) -> tuple[Succession, ...]:
    del stamp  # tells the files apart
    own = [one for one in reversed(list(_own())) if one.since <= month]
    listed = {row[0]: row for row in _listed() if row[1] and row[1] < month}
    longest = sorted(listed, key=len, reverse=True)
    return (*own, *(_followed(wording, listed, own) for wording in longest))


def _own() -> Iterator[Succession]:
    for _, old, new, since, sure, unless, note in rows(_OWN):
        excuse = re.compile(unless) if unless else None
        yield Succession(
            re.compile(old), None if new == "-" else new, since, sure == "确定", excuse, note
        )


Listed = tuple[str, str, str, bool, str, bool]  # wording, until, right, certain, excuse, a name


def _listed() -> Iterator[Listed]:
    """Yield the rows of both lexicons in one shape."""
    for row in rows(_WORDINGS):
        wording, _, until, right, certainty, _, excuse = [*row, "", ""][:7]
        yield wording, until, right, certainty == "H", excuse, False
    for row in rows(_NAMES):
        wording, until, right, _, excuse = [*row, "", ""][:5]
        yield wording, until, right, True, excuse, True


def _followed(wording: str, listed: dict[str, Listed], own: Iterable[Succession]) -> Succession:
    """Return the succession of a wording by what holds by now: replaced ones are followed on."""
    _, until, right, certain, excuse, name = listed[wording]
    new = _GLOSS.sub("", right)
    seen = {wording}
    while new in listed and new not in seen:
        seen.add(new)
        new = _GLOSS.sub("", listed[new][2])
        certain = False
    gone = any(one.new is None and one.old.fullmatch(new) for one in own)
    year, month = until.split("-")
    said = f"{year}年{int(month)}月起" + (f"改为“{right}”" if right else "不再作为当前提法")
    return Succession(
        re.compile(re.escape(wording)),
        None if gone or not new else new,
        until,
        certain and new == right and "、" not in right.strip("、"),
        re.compile(excuse) if excuse else None,
        said + ("，现在这一说法也不再用，请按最新部署写" if gone else ""),
        near=True,
        name=name,
        literal=wording,
    )
