"""Pages of a PDF as places in the document that they came from; LibreOffice's rendering of ours."""

from __future__ import annotations

import re
import shutil
import subprocess
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from pathlib import Path

import pytest

from app.document.model import Document

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")
needs_poppler = pytest.mark.skipif(PDFTOTEXT is None, reason="poppler is absent")
needs_office = pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice or poppler is absent"
)
Place = tuple[int, int]  # a block and a character of its text that is no space
_GAP, _NO_GAP = 'text-autospace="ideograph-alpha"', 'text-autospace="none"'
_MOST = 100  # files that LibreOffice is given at once
_NUMBER = re.compile(r"—\d+—")


def run(*command: str) -> str:
    """Return what a command prints."""
    done = subprocess.run(  # noqa: S603  fixed programs on files of ours
        command, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def office_pdfs(
    packages: Mapping[str, bytes], folder: Path, *, gaps: bool = True
) -> dict[str, Path]:
    """Return LibreOffice's PDF of each package, by its name.

    It does not read that a paragraph forbids the gap between Chinese and Latin (w:autoSpaceDE), as
    ours do and as Word obeys; `gaps` False forbids it in its own format on the way.
    """
    sources = {name: folder / f"{name}.docx" for name in packages}
    for name, content in packages.items():
        sources[name].write_bytes(content)
    if not gaps:
        _convert(list(sources.values()), "fodt", folder)
        sources = {name: folder / f"{name}.fodt" for name in packages}
        for source in sources.values():
            text = source.read_text("utf-8")
            source.write_text(text.replace(_GAP, _NO_GAP), "utf-8")
    _convert(list(sources.values()), "pdf", folder)
    return {name: folder / f"{name}.pdf" for name in packages}


def _convert(sources: list[Path], kind: str, folder: Path) -> None:
    """Let LibreOffice turn files into another kind; it leaves out what is beyond some hundreds."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--convert-to", kind, "--outdir", str(folder))
    for start in range(0, len(sources), _MOST):
        some = [str(source) for source in sources[start : start + _MOST]]
        run("soffice", profile, *options, *some)


def pages(pdf: Path, *options: str) -> list[str]:
    """Return the text of each page."""
    return run("pdftotext", *options, str(pdf), "-").split("\f")[:-1]


def squeezed(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(text.split())


def line_places(pdf: Path, document: Document) -> list[list[Place]]:
    """Return for each page where in the document each of its lines begins.

    A line that is no text of the document, such as a page number or a row of the head, is left out.
    """
    whole = [squeezed(f"{block.label}{block.text}") for block in document.blocks]
    ends = list(accumulate(map(len, whole)))
    fields = squeezed("".join([value for _, value in document.details.fields]))
    return list(_placed(pages(pdf, "-layout"), "".join(whole), ends, fields))


def _placed(texts: list[str], text: str, ends: list[int], fields: str) -> Iterator[list[Place]]:
    at = 0
    for page in texts:
        found: list[Place] = []
        for row in page.splitlines():
            line = squeezed(row)
            start = text.find(line, at, at + len(line) + 40)
            if not line or (start != at and (_NUMBER.fullmatch(line) or _is_field(row, fields))):
                continue
            if start < 0:
                raise AssertionError(f"not in the document: {line!r}, after {text[at - 20 : at]!r}")
            block = bisect_right(ends, start)
            found.append((block, start - (ends[block - 1] if block else 0)))
            at = start + len(line)
        yield found


def _is_field(row: str, fields: str) -> bool:
    """Tell whether every part of a row comes from the fields of the head and the version block."""
    parts = re.split(r"[\s★]+|抄送：|签发人：|印发$|。$", row)
    return bool(fields) and all(part.lstrip("0") in fields for part in parts)


def openers(lines: list[list[Place]]) -> list[int | None]:
    """Return the block that opens each page, None for a page without text."""
    return [page[0][0] if page else None for page in lines]
