"""The lexicons in force: shipped with the program, or an office's own in place of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from app.checks.lexicons import data_date, in_use, own_folder, rows

_TITLES = {
    "formulations.tsv": "提法表",
    "superseded.tsv": "有时间性的提法",
    "misquotes.tsv": "易误引的提法",
    "institutions.tsv": "机构更名",
    "statutes.txt": "法律法规名称",
    "wrong-words.tsv": "错别字",
    "confusables.tsv": "易混词",
    "variants.tsv": "异形词",
    "phrases.txt": "固定搭配",
    "known-words.txt": "公文用词",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One lexicon: its file name, its title, how many entries it has.

    `dated` is the month up to which its facts reach, "" where it does not say; `adopted` the day
    on which the office took its own into use, None for the shipped one.
    """

    name: str
    title: str
    entries: int
    dated: str
    adopted: dt.date | None


def listing() -> tuple[Lexicon, ...]:
    """Return the lexicons as they will be in force from the next start on."""
    return tuple([_read(name, title) for name, title in _TITLES.items()])


def remove(name: str) -> None:
    """Go back to the shipped lexicon from the next start on."""
    (own_folder() / name).unlink(missing_ok=True)


def path_of(name: str) -> Path:
    """Return the file of a lexicon that is in force, to copy it."""
    return in_use(name)


def _read(name: str, title: str) -> Lexicon:
    own = own_folder() / name
    adopted = None
    if own.is_file():
        adopted = dt.datetime.fromtimestamp(own.stat().st_mtime).date()  # noqa: DTZ006  the user's day
    return Lexicon(name, title, sum(1 for _ in rows(name)), data_date(name), adopted)
