"""Headings and the leads of items with their siblings, for the rules about headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.checks.check import Paragraph, Reading
from app.document.model import HEADINGS, Role
from app.document.numbering import Form, leading
from app.patterns import regex


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or lead sentence without its number; `alone` where no text follows it.

    `first` where its number is the first of a row.
    """

    block: int
    level: int
    text: str
    start: int
    end: int
    alone: bool
    first: bool


_LEVELS = {role: at + 1 for at, role in enumerate(HEADINGS)}
_STOCK = regex(
    r".{0,6}(?:问题|不足|打算|方向|事项|要求|建议)(?:[和及与].{2,8})?|.{0,12}整改.{0,8}情况"
)
_LEAD = regex(r"[^。！？；]*[。！？；]?")


def heading(paragraph: Paragraph) -> tuple[int, str, int, int, bool, bool] | None:
    """Return what a Heading has beside its block, for a numbered lead too: a facts function."""
    role = paragraph.role
    if role not in _LEVELS and role is not Role.ITEM and role is not Role.PART:
        return None
    text = paragraph.text
    found = leading(text)
    start = found.end if found else 0
    while text[start : start + 1].isspace():
        start += 1
    lead = _LEAD.match(text, start)
    end = lead.end() if lead else len(text)
    alone = not text[end:].strip()
    said = text[start:end].rstrip("。！？；：， ")
    if not said:
        return None
    level = _LEVELS.get(role, 0) or (0 if role is Role.PART else 5)
    if role is Role.ITEM and found is not None:
        level = 6 if found.form in (Form.IS, Form.MUST) else 5
    first = found is not None and found.value == 1
    return level, said, start, start + len(said), alone, first


def headings(reading: Reading) -> list[Heading]:
    """Return the headings and leads of a rule whose facts function is `heading`, made once."""

    def make(_: object) -> Any:
        return [Heading(block, *fact) for block, fact in reading.present()]

    return reading.once("headings", make)


def siblings(reading: Reading) -> list[list[Heading]]:
    """Return the groups of headings of one level below one parent, made once for a run."""

    def make(_: object) -> Any:
        groups: list[list[Heading]] = []
        open_: dict[int, list[Heading]] = {}
        for one in headings(reading):
            for deeper in [level for level in open_ if level > one.level]:
                del open_[deeper]
            if one.level not in open_:
                open_[one.level] = []
                groups.append(open_[one.level])
            open_[one.level].append(one)
        return groups

    return reading.once("siblings", make)


def stock(text: str) -> bool:
    """Whether a heading is one of those that read the same in every paper: 存在的问题, 其他事项."""
    return _STOCK.fullmatch(text) is not None


def levels(reading: Reading) -> dict[int, list[Heading]]:
    """Return the headings that stand alone, by level."""
    found: dict[int, list[Heading]] = {}
    for one in headings(reading):
        if one.alone and one.level <= 4:
            found.setdefault(one.level, []).append(one)
    return found
