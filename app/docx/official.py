"""Head and foot of an official document (版头、版记), as its fields say them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.document.model import Details

# The fields that make up head and foot; each appears where it is filled.
FIELDS = (
    "公文格式",
    "份号",
    "密级",
    "保密期限",
    "紧急程度",
    "发文机关标志",
    "发文字号",
    "签发人",
    "用印",
    "抄送",
    "印发机关",
    "印发日期",
)


SEAL = "加盖印章"  # what the field 用印 says where a seal will be put on
STAMP = "加盖签名章"  # the same for the stamp of a name, as under an order
_MINUTES = "jiyao"  # the kind of document that is set as minutes are


class Format(StrEnum):
    """The format of an official document; the value is what its field says."""

    GENERAL = "通用"
    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title.

    `corner` holds the rows of the top left corner: copy number, secrecy and its term, urgency. They
    come with whether they are set in 黑体. `signers` has the names of each row. `below` are the
    points that the text needs below it, so that the first page shows some of its body (7.3.3).
    """

    format: Format
    corner: tuple[tuple[str, bool], ...] = ()
    mark: str = ""
    number: str = ""
    signers: tuple[tuple[str, ...], ...] = ()
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Foot:
    """The version block: who gets copies, and who had it printed when."""

    copies: str = ""
    printer: str = ""
    printed: str = ""


def format_of(details: Details) -> Format:
    """Return the format that the details ask for, the general one where none is named."""
    wanted = details.field("公文格式").strip().removesuffix("格式")
    return next((found for found in Format if found.value == wanted), Format.GENERAL)


@dataclass(frozen=True, slots=True)
class Manner:
    """What of a document decides how its text is set.

    `seal` and `stamp` are put on below it; `minutes` name those who attended.
    """

    seal: bool = False
    stamp: bool = False
    minutes: bool = False


ORDINARY = Manner()


def manner(details: Details) -> Manner:
    """Return the manner that the details ask for."""
    put_on = details.field("用印").strip()
    minutes = details.kind == _MINUTES or format_of(details) is Format.MINUTES
    return Manner(put_on == SEAL, put_on == STAMP, minutes)


def head(details: Details, below: float = 0.0) -> Head | None:
    """Return the head of a document, None where no field of it is filled.

    `below` are the points that its text needs on the first page.
    """
    secrecy = details.field("密级").strip()
    term = details.field("保密期限").strip()
    secret = f"{secrecy}★{term}" if secrecy and term and "★" not in secrecy else secrecy
    number = details.field("份号").strip()
    corner = (
        (number.zfill(6) if number.isdecimal() else number, False),
        (secret, True),
        (details.field("紧急程度").strip(), True),
    )
    names = details.field("签发人").replace("、", " ").replace("，", " ").split()
    found = Head(
        format_of(details),
        tuple([row for row in corner if row[0]]),
        details.field("发文机关标志").strip(),
        details.field("发文字号").strip(),
        tuple([tuple(names[at : at + 2]) for at in range(0, len(names), 2)]),
        below,
    )
    empty = not (found.corner or found.mark or found.number or found.signers)
    return None if empty else found


def foot(details: Details) -> Foot | None:
    """Return the version block, None where no field of it is filled.

    The copies end in a full stop and their label goes, the date has 印发 behind it.
    """
    copies = details.field("抄送").strip().removeprefix("抄送").lstrip("：:").strip()
    printed = details.field("印发日期").strip().removesuffix("印发")
    found = Foot(
        f"{copies.rstrip('。')}。" if copies else "",
        details.field("印发机关").strip(),
        f"{printed}印发" if printed else "",
    )
    if format_of(details) is Format.LETTER:  # a letter names only who gets copies
        found = Foot(found.copies)
    return found if found.copies or found.printer or found.printed else None
