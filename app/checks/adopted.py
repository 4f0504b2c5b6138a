"""The lexicons in force: shipped with the program, or an office's own in place of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.checks.lexicons import data_date
from app.checks.registry import read_anew
from app.errors import UnreadableFile, UnwritableFile
from app.lexicons import in_use, own_folder, rows

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the rows of a lexicon must be: its title, how many columns, what stands in which.

    `excuses` tells that the third column holds words, those behind a `~` being patterns.
    """

    title: str
    columns: int
    patterns: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    certainty: int | None = None
    excuses: bool = False


_SHAPES = {
    "formulations.tsv": _Shape("提法表", 8, months=(4, 5), certainty=7),
    "superseded.tsv": _Shape("有时间性的提法", 6, patterns=(6,), months=(1, 2), certainty=4),
    "misquotes.tsv": _Shape("易误引的提法", 4, patterns=(4,), certainty=3),
    "wordings.tsv": _Shape("标准表述", 3, months=(1,), certainty=2),
    "institutions.tsv": _Shape("机构更名", 4, patterns=(4,), months=(1,)),
    "statutes.txt": _Shape("法律法规名称", 1),
    "documents.txt": _Shape("重要文件名称", 1),
    "effective.tsv": _Shape("施行日期", 3, certainty=2),
    "wrong-words.tsv": _Shape("错别字", 2, excuses=True),
    "confusables.tsv": _Shape("易混词", 2, patterns=(2, 3)),
    "variants.tsv": _Shape("异形词", 2),
    "redundancies.tsv": _Shape("重复与矛盾", 1, patterns=(4,)),
    "collocations.tsv": _Shape("动宾搭配", 3, patterns=(5,)),
    "attributes.tsv": _Shape("定中搭配", 3, patterns=(4,)),
    "measure-words.tsv": _Shape("量词", 3),
    "idioms.txt": _Shape("公文常用成语", 1),
    "phrases.txt": _Shape("固定搭配", 1),
    "known-words.txt": _Shape("公文用词", 1),
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

    Raises UnreadableFile where it is no lexicon of ours: another name, encoding or shape, with
    the line and the reason; UnwritableFile where it cannot be kept. What was in force stays then.
    """
    shape = _SHAPES.get(path.name)
    if shape is None:
        known = "、".join(_SHAPES)
        raise UnreadableFile(path, f"不是词表文件，文件名应为{known}之一")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, "不是UTF-8编码，请另存为UTF-8编码的文本") from error
    except OSError as error:
        raise UnreadableFile(path, "读不出来，请看文件还在不在、有没有读取权限") from error
    wrong = next(_faults(text, shape), "")
    if wrong:
        raise UnreadableFile(path, f"{wrong}。请对照原词表的格式修改，现用的词表没有变动")
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
        fault = f"只有{len(fields)}列，应有{shape.columns}列"
        if len(fields) >= shape.columns:
            fault = _fault(fields, shape)
        if fault:
            yield f"第{number}行{fault}"
    if not entries:
        yield "里面没有一条内容"


def _fault(fields: list[str], shape: _Shape) -> str:
    """Return what is wrong with the fields of a row, "" for nothing."""
    if not fields[0]:
        return "的第1列是空的"
    for column in shape.months:
        if fields[column] and not _MONTH.fullmatch(fields[column]):
            return f"的第{column + 1}列“{fields[column]}”不是年月，应写成2026-03"
    if shape.certainty is not None and fields[shape.certainty] not in {"H", "M", "L"}:
        return f"的第{shape.certainty + 1}列“{fields[shape.certainty]}”应是H、M、L之一"
    for pattern in _patterns(fields, shape):
        try:
            re.compile(pattern)
        except re.error:
            return f"里的“{pattern}”不是正确的正则表达式"
    return ""


def _patterns(fields: list[str], shape: _Shape) -> Iterator[str]:
    """Yield the regular expressions of a row."""
    yield from [fields[column] for column in shape.patterns if column < len(fields)]
    if shape.excuses and len(fields) > 2:
        yield from [word[1:] for word in fields[2].split() if word.startswith("~")]


def _read(name: str, title: str) -> Lexicon:
    own = own_folder() / name
    adopted = None
    if own.is_file():
        adopted = dt.datetime.fromtimestamp(own.stat().st_mtime).date()  # noqa: DTZ006  the user's day
    listed = name.endswith(".txt")  # several words to a line
    entries = sum(len(row[0].split()) if listed else 1 for row in rows(name))
    return Lexicon(name, title, entries, data_date(name), adopted)
