from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from office import OFFICE, needs_office
from wordml import p, package, r

from app.document.model import Document, Role, block
from app.docx import layout, patch, read, write
from app.errors import UnreadableFile

BLOCKS = (
    block("关于开展检查的通知", Role.TITLE),
    block("各科室：", Role.SALUTATION),
    block("一、总体要求", Role.HEADING1),
    block("坚持“严”的基调，English words，2026年完成。"),
    block("二、工作安排", Role.HEADING1),
    block("抓好落实。"),
)


@pytest.fixture(scope="module")
def binary(tmp_path_factory) -> bytes:
    raw = write.write(Document(BLOCKS), layout.load("gbt9704"))
    return in_binary(raw, tmp_path_factory.mktemp("doc"))


def in_binary(raw: bytes, folder: Path) -> bytes:
    """Return a .doc file as LibreOffice writes it."""
    path = folder / "甲.docx"
    path.write_bytes(raw)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "doc", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=200)  # noqa: S603  our own file
    return path.with_suffix(".doc").read_bytes()


@needs_office
def test_a_binary_document_gives_its_text_and_roles(binary):
    document, notes = read.read(binary, "甲.doc")
    assert document.texts == tuple(found.text for found in BLOCKS)
    assert [b.role for b in document.blocks] == [b.role for b in BLOCKS]
    assert "只读出文字" in notes[0]


@needs_office
def test_a_word_with_its_reading_which_is_a_field_there_is_read(tmp_path):
    reading = "<w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
    word = "<w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase>"
    raw = package(p(r("先"), f"<w:r><w:ruby>{reading}{word}</w:ruby></w:r>", r("音")))
    assert read.read(in_binary(raw, tmp_path), "甲.doc")[0].texts == ("先拼音",)


@needs_office
def test_saving_a_binary_document_makes_a_new_package(binary):
    document, _ = read.read(binary, "甲.doc")
    assert read.read(patch.patch(binary, document, document), "甲.docx")[0] == document


@needs_office
@pytest.mark.parametrize("at", range(0, 4096, 97))
def test_damage_gives_a_text_or_a_message(binary, at):
    for size in (at, len(binary) - at):
        with suppress(UnreadableFile):
            read.read(binary[:size], "断.doc")
    flipped = bytearray(binary)
    for step in range(at, len(binary), 1531):
        flipped[step] ^= 0x55
    with suppress(UnreadableFile):
        read.read(bytes(flipped), "翻.doc")


def test_an_ole_file_that_is_no_document_says_so():
    with pytest.raises(UnreadableFile, match=r"表\.doc"):
        read.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "表.doc")
