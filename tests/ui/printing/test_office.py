"""Our pages and those that LibreOffice makes of our DOCX: as many, opened by the same lines."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from rendering import Place, line_places, needs_office, office_pdfs, openers
from shared import SHARED, needs_shared, seed

from app import formats
from app.document.model import Block, Details, Document, Role
from app.document.model import block as paragraph
from app.docx import write
from app.docx.layout import load
from ui.printing.pdf import write_pdf

LAYOUT = load("gbt9704")
SAMPLES = sorted((Path(__file__).parents[3] / "resources" / "samples").glob("*.txt"))
# A part of them; tests/bench/pages.py compares all, and docs/pages.md says what differs and why.
DRAFTS = sorted((Path(__file__).parents[2] / "golden/structure/open").glob("*.txt"))[::3]
SEEDS = ("speech-at-meeting", "work-points-2021", "work-points-pattern-and-model")
COMMON = (Role.BODY,) * 8 + (Role.ITEM,) * 3 + (Role.HEADING1, Role.HEADING2) * 2
ROLES = (*COMMON, *[role for role in Role if role is not Role.OBJECT])
pytestmark = needs_office


def made_up(number: int) -> Document:
    """Return a document of all roles, without Latin letters: only they may break otherwise."""
    chance = random.Random(number)  # noqa: S311  a document of the same number is the same
    blocks: list[Block] = []
    for _ in range(chance.randint(20, 60)):
        role = chance.choice(ROLES)
        long = role in {Role.BODY, Role.ITEM}
        parts = [
            "".join(
                chance.choices(
                    "国家工作要点抓好落实推进改革发展稳定坚持学习", k=chance.randint(2, 12)
                )
            )
            + chance.choice("，，、；。。：“”（）《》")
            for _ in range(chance.randint(1, 20 if long else 4))
        ]
        blocks.append(Block((), role) if role is Role.BLANK else paragraph("".join(parts), role))
    return Document(tuple(blocks))


SENTENCE = (
    "各单位要对照年初确定的目标任务，一项一项梳理，一件一件销号，做到底数清、责任明、措施实。"
)
HEADS = {
    "full": {
        "份号": "12", "密级": "机密", "保密期限": "一年", "紧急程度": "特急",
        "发文机关标志": "清河县人民政府文件", "发文字号": "清政发〔二〇二六〕三号",
        "抄送": "县委各部门，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院",
        "印发机关": "清河县人民政府办公室",
    },
    "signed": {"发文机关标志": "清河县人民政府文件", "签发人": "王建国、李明、张卫东"},
    "letter": {"公文格式": "信函", "发文机关标志": "清河县人民政府", "抄送": "县委办公室"},
    "order": {"公文格式": "命令", "发文机关标志": "清河县人民政府令", "发文字号": "第三号"},
    "minutes": {"公文格式": "纪要", "发文机关标志": "清河县人民政府常务会议纪要"},
    "joint": {
        "份号": "12", "密级": "机密", "紧急程度": "特急", "签发人": "王建国、李明、张卫东",
        "发文机关标志": "清河县财政局、清河县教育局、清河县公安局、清河县民政局、清河县水务局文件",
        "发文字号": "清财发〔二〇二六〕三号",
    },
    "long": {"发文机关标志": "清河县人民政府农业农村和水利局安全生产委员会办公室文件"},
}  # fmt: skip


def official(name: str, length: int) -> Document:
    """Return a notice with so many paragraphs and the fields of a head."""
    blocks = (
        paragraph("关于做好年度重点工作的通知", Role.TITLE),
        *[paragraph(SENTENCE * 3) for _ in range(length)],
        paragraph("清河县人民政府办公室", Role.SIGNATURE),
    )
    return Document(blocks, Details(fields=tuple(HEADS[name].items())))


OFFICES = ("省财政厅", "省教育厅", "省公安厅", "省司法厅")


def closed(lines: int, offices: int, fields: Mapping[str, str]) -> Document:
    """Return a text of so many lines that so many offices sign."""
    blocks = [
        *[paragraph("国" * 26) for _ in range(lines - 1)],
        paragraph("特此通知。", Role.CLOSING),
        *[paragraph(name, Role.SIGNATURE) for name in OFFICES[:offices]],
        paragraph("二〇二六年三月五日", Role.DATE),
    ]
    return Document(tuple(blocks), Details(fields=tuple(fields.items())))


FOOT = {"抄送": "县委办公室", "印发机关": "清河县人民政府办公室"}
CLOSED = {
    f"{offices}-{lines}-{name}": closed(lines, offices, fields)
    for offices in (1, 4)
    for lines in (10, 13, 17, 18, 19, 20, 21, 22)
    for name, fields in {"plain": {}, "sealed": {"用印": "加盖印章"}, "foot": FOOT}.items()
}
del CLOSED["1-18-foot"]  # a version block that one row is missing for: see docs/pages.md


def widened(document: Document) -> Document:
    """Return a document with a character for each letter, digit and half-width mark."""
    wide = dict.fromkeys(range(0x21, 0x7F), "甲")
    blocks = [
        replace(one, runs=tuple([replace(run, text=run.text.translate(wide)) for run in one.runs]))
        for one in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def texts() -> dict[str, Document]:
    """Return every document to compare, by name."""
    found = {path.stem: formats.open_file(path).document for path in SAMPLES}
    found |= {str(number): made_up(number) for number in range(3)}
    found |= {f"{name}-{length}": official(name, length) for name in HEADS for length in (8, 10)}
    found |= CLOSED
    if SHARED.is_dir():
        found |= {name: formats.open_file(seed(f"{name}.txt")).document for name in SEEDS}
    return found


@pytest.fixture(scope="module")
def pages(qapp, tmp_path_factory):
    """Return for each text the places of the lines of our pages and of LibreOffice's."""
    del qapp
    folder, documents = tmp_path_factory.mktemp("office"), texts()
    packages = {name: write.write(write.trimmed(made), LAYOUT) for name, made in documents.items()}
    theirs = office_pdfs(packages, folder)
    found: dict[str, tuple[list[list[Place]], list[list[Place]]]] = {}
    for name, document in documents.items():
        write_pdf(document, LAYOUT, folder / "ours.pdf")
        ours = line_places(folder / "ours.pdf", document)
        found[name] = ours, line_places(theirs[name], document)
    return found


@pytest.fixture(scope="module")
def drafts(qapp, tmp_path_factory):
    """Return for each draft the blocks that open our pages and LibreOffice's.

    Letters and digits become characters: LibreOffice sets what follows them otherwise.
    """
    del qapp
    folder = tmp_path_factory.mktemp("drafts")
    documents = {path.stem: widened(formats.open_file(path).document) for path in DRAFTS}
    packages = {name: write.write(write.trimmed(made), LAYOUT) for name, made in documents.items()}
    theirs = office_pdfs(packages, folder)
    found: dict[str, tuple[list[int | None], list[int | None]]] = {}
    for name, document in documents.items():
        write_pdf(document, LAYOUT, folder / "ours.pdf")
        ours = openers(line_places(folder / "ours.pdf", document))
        found[name] = ours, openers(line_places(theirs[name], document))
    return found


@pytest.mark.parametrize("name", [path.stem for path in DRAFTS])
def test_a_draft_of_characters_alone_has_the_same_pages(name, drafts):
    ours, theirs = drafts[name]
    assert ours == theirs


@pytest.mark.parametrize("name", [path.stem for path in SAMPLES])
def test_a_sample_has_the_same_pages(name, pages):
    ours, theirs = pages[name]
    assert openers(ours) == openers(theirs)


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_has_the_same_pages(name, pages):
    ours, theirs = pages[name]
    assert openers(ours) == openers(theirs)


@pytest.mark.parametrize("number", range(3))
def test_every_line_of_a_chinese_text_breaks_alike(number, pages):
    ours, theirs = pages[str(number)]
    assert ours == theirs


@pytest.mark.parametrize("length", [8, 10])
@pytest.mark.parametrize("name", HEADS)
def test_head_and_version_block_take_the_same_room(name, length, pages):
    ours, theirs = pages[f"{name}-{length}"]
    assert openers(ours) == openers(theirs)
    assert [len(page) for page in ours] == [len(page) for page in theirs]


@pytest.mark.parametrize("name", CLOSED)
def test_a_signature_stands_on_the_same_page_below_a_line_of_text(name, pages):
    ours, theirs = pages[name]
    assert openers(ours) == openers(theirs)
    last = [block for block, _ in ours[-1] or ours[-2]]
    roles = [CLOSED[name].blocks[at].role for at in last]
    assert roles[0] in {Role.BODY, Role.CLOSING}
