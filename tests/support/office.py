"""Documents rendered by LibreOffice, for tests that look at the pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app.document.model import Document
from app.docx import layout, write

OFFICE, TO_TEXT = shutil.which("soffice"), shutil.which("pdftotext")
needs_office = pytest.mark.skipif(
    not (OFFICE and TO_TEXT), reason="LibreOffice or pdftotext is absent"
)
MM = 72 / 25.4


def rendered(
    document: Document, folder: Path
) -> list[list[tuple[str, float, float, float, float]]]:
    """Return the words of each page with their boxes in points."""
    path = folder / "甲.docx"
    path.write_bytes(write.write(document, layout.load("gbt9704")))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, str(path)], check=True, capture_output=True, timeout=200)  # noqa: S603  our own file
    boxes = subprocess.run(  # noqa: S603  our own file
        [TO_TEXT, "-bbox", str(path.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout.decode()
    pages = []
    for line in boxes.splitlines():
        if "<page " in line:
            pages.append([])
        elif "<word " in line:
            values = line.split('"')
            box = [float(values[i]) for i in (1, 3, 5, 7)]
            pages[-1].append((line.split(">")[1].split("<")[0], *box))
    return pages
