"""Whether the children of WordprocessingML elements stand in the order of the schema."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RULES = Path(__file__).with_suffix(".txt")


@cache
def orders() -> dict[str, tuple[frozenset[str], ...]]:
    """Return for each element its children in order, those of one place together."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for line in _RULES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, rest = line.partition(":")
            places = re.findall(r"\(([^)]*)\)|(\S+)", rest)
            found[name] = tuple(frozenset((many or one).split()) for many, one in places)
    return found


def faults(root: etree._Element, *, strict: bool = False) -> list[str]:
    """Return the children that stand where the schema has no place for them.

    Programs are lenient with run properties in any order; `strict` is not.
    """
    found: list[str] = []
    for parent in root.iter(f"{W}*"):
        name = etree.QName(parent).localname
        places = orders().get(name)
        if strict and name == "rPr" and not _is_mark(parent):
            places = orders()["rPr.written"]
        if places is not None:
            found += [f"{name}/{child}" for child in _misplaced(parent, places)]
    return found


def package_faults(raw: bytes, *, strict: bool = False) -> list[str]:
    """Return the faults of every WordprocessingML part of a package."""
    found: list[str] = []
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                found += [f"{name}: {fault}" for fault in faults(root, strict=strict)]
    return found


def _is_mark(properties: etree._Element) -> bool:
    return any(etree.QName(c).localname in {"ins", "del", "moveFrom", "moveTo"} for c in properties)


def _misplaced(parent: etree._Element, places: tuple[frozenset[str], ...]) -> list[str]:
    wrong: list[str] = []
    at = 0
    for child in parent.iterchildren(f"{W}*"):
        name = etree.QName(child).localname
        here = next((n for n in range(at, len(places)) if name in places[n]), None)
        if here is not None:
            at = here
            continue
        later = [n for n, place in enumerate(places) if "*" in place]
        if later and not any(name in place for place in places):
            at = max(at, later[0])
        else:
            wrong.append(name)
    return wrong
