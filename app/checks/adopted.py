"""The lexicons in force: shipped with the program, or an office's own in place of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.checks.lexicons import data_date
from app.checks.registry import read_anew
from app.errors import UnfitFile, UnwritableFile
from app.lexicons import in_use, own_folder, rows
from app.patterns import regex
from app.text import read_whole

_MONTH = regex(r"\d{4}-(?:0[1-9]|1[0-2])")


def _month(field: str) -> str:
    fits = not field or _MONTH.fullmatch(field)
    return "" if fits else "不是年月，应写成2026-03"


def _days(field: str) -> str:
    try:
        for day in field.split():
            dt.date.fromisoformat(day)
    except ValueError:
        return "不是日期，应写成2026-03-01"
    return ""


def _certainty(field: str) -> str:
    return "" if field in {"H", "M", "L"} else "应是H、M、L之一"


def _count(field: str) -> str:
    return "" if not field or field.isdecimal() else "不是数"


def _members(field: str) -> str:
    parts = field.replace("||", "|").split("|") if field else ()
    return "里有一项是空的" if "" in parts else ""


def _pattern(field: str) -> str:
    try:
        re.compile(field)
    except re.error:
        return "不是正确的正则表达式"
    return ""


def _excuses(field: str) -> str:
    """Words, those behind a `~` being patterns."""
    told = [_pattern(word[1:]) for word in field.split() if word.startswith("~")]
    return next(filter(None, told), "")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the rows of a lexicon must be: its title, how many columns, what is wrong in which."""

    title: str
    columns: int
    faults: Mapping[int, Callable[[str], str]]


_SHAPES = {
    "formulations.tsv": _Shape("提法表", 8, {3: _members, 4: _month, 5: _month, 7: _certainty}),
    "superseded.tsv": _Shape(
        "有时间性的提法", 6, {1: _month, 2: _month, 4: _certainty, 6: _pattern}
    ),
    "misquotes.tsv": _Shape("易误引的提法", 4, {3: _certainty, 4: _pattern}),
    "wordings.tsv": _Shape("标准表述", 3, {1: _month, 2: _certainty}),
    "institutions.tsv": _Shape("机构更名", 4, {1: _month, 4: _pattern}),
    "statutes.txt": _Shape("法律法规名称", 1, {}),
    "documents.txt": _Shape("重要文件名称", 1, {}),
    "effective.tsv": _Shape("施行日期", 3, {1: _days, 2: _certainty}),
    "wrong-words.tsv": _Shape("错别字", 2, {2: _excuses}),
    "confusables.tsv": _Shape("易混词", 2, {2: _pattern, 3: _pattern}),
    "variants.tsv": _Shape("异形词", 2, {}),
    "redundancies.tsv": _Shape("重复与矛盾", 1, {0: _pattern, 4: _pattern}),
    "collocations.tsv": _Shape("动宾搭配", 3, {0: _pattern, 1: _pattern, 4: _count, 5: _pattern}),
    "attributes.tsv": _Shape("定中搭配", 3, {0: _pattern, 1: _pattern, 4: _pattern}),
    "measure-words.tsv": _Shape("量词", 3, {0: _pattern, 2: _pattern}),
    "idioms.txt": _Shape("公文常用成语", 1, {}),
    "phrases.txt": _Shape("固定搭配", 1, {}),
    "known-words.txt": _Shape("公文用词", 1, {}),
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
    """Return the lexicons in force."""
    return tuple([_read(name, shape.title) for name, shape in _SHAPES.items()])


def adopt(path: Path) -> None:
    """Take an updated lexicon file into use; a Checker made from then on goes by it.

    Raises UnfitFile where it is no lexicon of ours: another name or shape, with the line and the
    reason; UnreadableFile where it cannot be read, UnwritableFile where it cannot be kept. What
    was in force stays then.
    """
    shape = _SHAPES.get(path.name)
    if shape is None:
        known = "、".join([f"{shape.title} {name}" for name, shape in _SHAPES.items()])
        raise UnfitFile(path, f"不是词表文件。文件名应为其中之一：{known}。")
    text = read_whole(path)
    wrong = next(_faults(text, shape), "")
    if wrong:
        raise UnfitFile(path, f"{wrong}。请对照原词表的格式修改，现用的词表没有变动。")
    own = own_folder() / path.name
    part = own.with_suffix(".part")
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, "utf-8")
        part.replace(own)
    except OSError as error:
        raise UnwritableFile(own, "请看磁盘是否已满、数据文件夹有没有写入权限") from error
    read_anew()


def remove(name: str) -> None:
    """Go back to the shipped lexicon. Raises UnwritableFile."""
    own = own_folder() / name
    try:
        own.unlink(missing_ok=True)
    except OSError as error:
        raise UnwritableFile(own, "本单位的词表删不掉，请看数据文件夹有没有写入权限") from error
    read_anew()


def path_of(name: str) -> Path:
    """Return the file of a lexicon that is in force, to copy it."""
    return in_use(name)


def _faults(text: str, shape: _Shape) -> Iterator[str]:
    """Yield what keeps a text from being a lexicon of this shape, with the line."""
    entries = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entries += 1
        fields = [field.strip() for field in line.split("\t")]
        yield from [f"第{number}行{fault}" for fault in _wrong(fields, shape)]
    if not entries:
        yield "里面没有一条内容"


def _wrong(fields: list[str], shape: _Shape) -> Iterator[str]:
    """Yield what is wrong with the fields of a row."""
    if len(fields) < shape.columns:
        yield f"只有{len(fields)}列，应有{shape.columns}列"
        return
    if not fields[0]:
        yield "的第1列是空的"
    for column, fault in shape.faults.items():
        if column < len(fields) and (said := fault(fields[column])):
            yield f"的第{column + 1}列“{fields[column]}”{said}"


def _read(name: str, title: str) -> Lexicon:
    own = own_folder() / name
    adopted = None
    if own.is_file():
        adopted = dt.datetime.fromtimestamp(own.stat().st_mtime).date()  # noqa: DTZ006  the user's day
    listed = name.endswith(".txt")  # several words to a line
    entries = sum(len(row[0].split()) if listed else 1 for row in rows(name))
    return Lexicon(name, title, entries, data_date(name), adopted)
