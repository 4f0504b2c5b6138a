from __future__ import annotations

import shutil
import subprocess

import pytest

from app.document.model import Document, Role, block
from app.docx import layout, write

OFFICE, TO_TEXT = shutil.which("soffice"), shutil.which("pdftotext")
needs_office = pytest.mark.skipif(
    not (OFFICE and TO_TEXT), reason="LibreOffice or pdftotext is absent"
)
MM = 72 / 25.4


def rendered(document: Document, folder) -> list[list[tuple[str, float, float, float, float]]]:
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


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    blocks = [block("关于工作的报告", Role.TITLE)]
    blocks += [block("国" * (28 * 3 - 2)) for _ in range(24)]
    return rendered(Document(tuple(blocks)), tmp_path_factory.mktemp("pages"))


@needs_office
def test_a_full_page_has_22_lines_of_28_characters(pages):
    full = pages[1]
    lines = [word for word in full if "国" in word[0]]
    assert len(lines) == 22
    assert max(len(word[0]) for word in lines) == 28
    assert sum(len(word[0]) for word in lines) == 22 * 28 - 2 * sum(len(w[0]) == 26 for w in lines)


@needs_office
def test_the_type_area_stands_where_the_standard_has_it(pages):
    lines = [word for word in pages[1] if "国" in word[0]]
    assert min(word[1] for word in lines) == pytest.approx(28 * MM, abs=1.5)
    assert max(word[3] for word in lines) == pytest.approx((210 - 26) * MM, abs=3)
    assert min(word[2] for word in lines) >= 37 * MM - 6
    assert max(word[4] for word in lines) <= (297 - 35) * MM + 8


@needs_office
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(pages):
    for number, page in enumerate(pages, 1):
        foot = [word for word in page if word[2] > (297 - 35) * MM]
        assert "".join(word[0] for word in foot) == f"—{number}—"
        if number % 2:
            assert foot[-1][3] == pytest.approx((210 - 26) * MM - 14, abs=3)
        else:
            assert foot[0][1] == pytest.approx(28 * MM + 14, abs=3)
