"""The exported PDF: what stands on its pages, and what is found and copied from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdf
import pytest
from rendering import needs_poppler, run, squeezed
from rendering import pages as page_texts

from app.document.model import Align, Block, Document, Role, Run
from app.document.model import block as paragraph
from app.errors import AppError
from ui.printing.pdf import write_pdf

SENTENCE = "坚持把工作做细做实，把力量用在基层一线，推动各项任务落地见效。"
BODY = tuple([paragraph(SENTENCE * 40) for _ in range(3)])
pytestmark = pytest.mark.usefixtures("qapp")


def written(tmp_path: Path, *blocks: Block) -> Path:
    path = tmp_path / "成品.pdf"
    write_pdf(Document(blocks), "gbt9704", path)
    return path


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


@needs_poppler
def test_a_full_page_has_22_lines_of_28_characters(tmp_path):
    second = lines(page_texts(written(tmp_path, *BODY), "-layout")[1])
    assert len(second) == 22 + 1  # and the page number
    full = [line for line in second[:-1] if len(line.rstrip("，。")) == 28]
    assert len(full) >= 10
    assert max(len(line.rstrip("，。")) for line in second[:-1]) == 28


@needs_poppler
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(tmp_path):
    marked = run("pdftotext", "-bbox", str(written(tmp_path, *BODY)), "-")
    words = re.findall(r'<word xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>—<', marked)
    dashes = [(float(left), float(right)) for left, right in words]
    first, second = dashes[:2], dashes[2:4]
    type_area = (28 * 72 / 25.4, 184 * 72 / 25.4)
    assert max(right for _, right in first) == pytest.approx(type_area[1] - 14, abs=1.5)
    assert min(left for left, _ in second) == pytest.approx(type_area[0] + 14, abs=1.5)


@needs_poppler
def test_the_text_found_in_the_file_is_the_text_written(tmp_path):
    texts = (
        "工作要点、一心一意、人民日报、革命、龙门、马力、长风、金山、青年、高龄、面貌",
        "“十四五”规划——《决定》……2026年3月5日，增长6.5％，A类，x²，·，①②③，℃",
        "㎡与〇、二〇二六年、玥喆堃𠮷𬭚、（一）〔2026〕3号★机密",
    )
    path = written(tmp_path, *[paragraph(text) for text in texts])
    assert squeezed(page_texts(path)[0]).replace("—1—", "") == squeezed("".join(texts))
    with path.open("rb") as file:
        read = pypdf.PdfReader(file).pages[0].extract_text()
    assert squeezed(read).replace("—1—", "") == squeezed("".join(texts))


@needs_poppler
def test_no_radical_stands_for_a_character(tmp_path):
    common = "".join([char for char in map(chr, range(0x4E00, 0x9FA6)) if _in_gb2312(char)])
    path = written(tmp_path, *[paragraph(common[at : at + 500]) for at in range(0, 6700, 500)])
    found = "".join(page_texts(path))
    assert [char for char in found if 0x2E80 <= ord(char) <= 0x2FDF] == []
    assert set(common) <= set(found)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is absent")
def test_every_font_is_embedded(tmp_path):
    path = written(tmp_path, paragraph("标题", Role.TITLE), paragraph("正文2026abc"))
    rows = run("pdffonts", str(path)).splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)


@needs_poppler
def test_every_block_is_printed_noise_too(tmp_path):
    path = written(
        tmp_path,
        paragraph("更多材料请加群", Role.NOISE),
        paragraph("关于抓好落实的通知", Role.TITLE),
        Block((Run("正文"),), label="（一）"),
        paragraph("附件", Role.ATTACHMENT_LABEL),
    )
    text = squeezed("".join(page_texts(path)))
    for wanted in ("更多材料请加群", "关于抓好落实的通知", "（一）正文", "附件"):
        assert wanted in text


@needs_poppler
def test_an_attachment_begins_a_page(tmp_path):
    path = written(tmp_path, paragraph("正文"), paragraph("附件1", Role.ATTACHMENT_LABEL))
    first, second = page_texts(path)
    assert "附件1" not in first
    assert lines(second)[0] == "附件1"


def test_an_empty_document_is_one_page(tmp_path):
    with written(tmp_path).open("rb") as file:
        assert len(pypdf.PdfReader(file).pages) == 1


def test_a_folder_that_is_not_there_is_named_and_nothing_is_left(tmp_path):
    with pytest.raises(AppError, match=r"成品\.pdf"):
        write_pdf(Document(), "gbt9704", tmp_path / "没有" / "成品.pdf")
    assert list(tmp_path.iterdir()) == []


def test_alignment_and_bold_are_kept(tmp_path):
    block = Block((Run("居中"), Run("加粗", bold=True)), align=Align.CENTER)
    with written(tmp_path, block).open("rb") as file:
        assert "居中加粗" in squeezed(pypdf.PdfReader(file).pages[0].extract_text())


def test_radicals_in_the_text_do_not_spread_to_the_characters_they_look_like(tmp_path):
    path = written(tmp_path, paragraph("⼯作与工作"))
    with path.open("rb") as file:
        assert "工作与工作" in squeezed(pypdf.PdfReader(file).pages[0].extract_text())


def titles(entries, depth=0):
    found = []
    for entry in entries:
        if isinstance(entry, list):
            found += titles(entry, depth + 1)
        else:
            found.append((depth, str(entry.title)))
    return found


OUTLINED = (
    paragraph("关于抓好落实的", Role.TITLE),
    paragraph("工作要点", Role.TITLE),
    paragraph("一、抓学习", Role.HEADING1),
    paragraph("（一）学理论。" + SENTENCE * 30, Role.HEADING2),
    paragraph("1.学原文。" + SENTENCE, Role.ITEM),
    paragraph("二、抓落实", Role.HEADING1),
    paragraph(SENTENCE),
    paragraph("附件1", Role.ATTACHMENT_LABEL),
)


def test_bookmarks_follow_the_outline(tmp_path):
    with written(tmp_path, *OUTLINED).open("rb") as file:
        read = pypdf.PdfReader(file)
        assert titles(read.outline) == [
            (0, "一、抓学习"),
            (1, "（一）学理论"),
            (2, "1.学原文"),
            (0, "二、抓落实"),
            (0, "附件1"),
        ]
        marks = {str(mark.title): mark for mark in read.outline if not isinstance(mark, list)}
        assert read.get_destination_page_number(marks["二、抓落实"]) == 1
        assert read.get_destination_page_number(marks["附件1"]) == 2
        assert marks["附件1"].top == pytest.approx((297 - 37) * 72 / 25.4, abs=1)


def test_the_files_properties_name_the_title_and_nobody(tmp_path):
    with written(tmp_path, *OUTLINED).open("rb") as file:
        read = pypdf.PdfReader(file)
        assert read.metadata.title == "关于抓好落实的工作要点"
        assert not read.metadata.author
        assert read.trailer["/Root"]["/Lang"] == "zh-CN"


def test_a_file_without_title_is_named_by_its_name(tmp_path):
    with written(tmp_path, paragraph("正文")).open("rb") as file:
        assert pypdf.PdfReader(file).metadata.title == "成品"


def test_a_title_beyond_the_basic_plane_stays(tmp_path):
    with written(tmp_path, paragraph("一、表彰𠮷某同志", Role.HEADING1)).open("rb") as file:
        assert titles(pypdf.PdfReader(file).outline) == [(0, "一、表彰𠮷某同志")]


@pytest.mark.parametrize("text", ["工人一二三", "𠮷", "——", "长"])
def test_a_short_text_is_found_too(tmp_path, text):
    path = written(tmp_path, paragraph(text))
    with path.open("rb") as file:
        assert text in squeezed(pypdf.PdfReader(file).pages[0].extract_text())
