"""Writing, opening and saving DOCX beside their floors, as ratios of the same run.

Opened are a file of ours, one as Word writes it after much editing (paragraphs in many runs with
looks, revision ids and marks of the spelling), and one of tracked changes, which are accepted.
Beside them stand python-docx, which writes the same text paragraph by paragraph, and LibreOffice
without a window, where it is installed, which opens the file and writes it (its start included).

Run: python tests/bench/docx_speed.py [PARAGRAPHS]
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import docx
from lxml import etree

from app import office
from app.document.edits import TextEdit, apply
from app.document.model import Document, Role, block
from app.docx import layout, patch, read, review, write

WORDS = (
    "今年以来 各级 各部门 认真贯彻落实 决策部署 统筹推进 各项工作 取得 明显成效 坚持 问题导向 "
    "强化 责任担当 优化 营商环境 推动 高质量发展 持续 改善民生 深入开展 专项整治 加快 项目建设 "
    "完善 工作机制 提升 服务水平 加强 队伍建设 严守 纪律规矩 防范 化解风险 巩固 拓展成果"
)
_WORDS = WORDS.split()


def sample(count: int) -> Document:
    """Return a document of `count` paragraphs with headings as a report has them."""
    blocks = [block("关于年度工作情况的报告", Role.TITLE)]
    for at in range(1, count):
        if at % 20 == 1:
            blocks.append(block(f"第{at}项重点工作推进情况", Role.HEADING1))
        else:
            blocks.append(block(text(at), Role.BODY))
    return Document(tuple(blocks))


def text(seed: int) -> str:
    """Return a paragraph of 60 to 220 characters that is the same for the same seed."""
    pick = random.Random(seed)  # noqa: S311  a text, no secret
    clauses = ["".join(pick.choices(_WORDS, k=4)) for _ in range(4 + seed % 10)]
    return "，".join(clauses) + "。"


def median(call: Callable[[], object], times: int = 5) -> float:
    """Return the median time of a call in milliseconds."""
    taken: list[float] = []
    for _ in range(times):
        gc.collect()
        begin = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of parts: the floor of writing."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def as_word_writes(package: bytes, count: int) -> bytes:
    """Return a package with the same number of paragraphs as Word writes them."""
    rows = "".join(map(_edited, range(count)))
    return _with_body(package, rows)


def tracked(package: bytes, count: int) -> bytes:
    """Return a package with one paragraph of so many insertions and as many deletions."""
    by = 'w:author="甲" w:date="2026-03-05T14:20:00Z"'
    changes = [
        f'<w:ins w:id="{2 * at}" {by}><w:r><w:t>新</w:t></w:r></w:ins>'
        f'<w:del w:id="{2 * at + 1}" {by}><w:r><w:delText>旧</w:delText></w:r></w:del>'
        for at in range(count)
    ]
    return _with_body(package, f"<w:p>{''.join(changes)}</w:p>")


def _edited(at: int) -> str:
    pick, words, rest = random.Random(at), "", text(at)  # noqa: S311  a text, no secret
    while rest:
        size = pick.randint(2, 18)
        hint = ' w:hint="eastAsia"' if pick.random() < 0.6 else ""
        bold = "<w:b/>" if pick.random() < 0.08 else ""
        words += (
            f'<w:r w:rsidRPr="00{pick.randint(0, 40):06X}"><w:rPr><w:rFonts{hint} w:ascii="仿宋"'
            f' w:eastAsia="仿宋_GB2312"/>{bold}<w:sz w:val="32"/></w:rPr>'
            f"<w:t>{rest[:size]}</w:t></w:r>"
        )
        words += '<w:proofErr w:type="gramStart"/>' if pick.random() < 0.1 else ""
        rest = rest[size:]
    looks = '<w:spacing w:line="560" w:lineRule="exact"/><w:rPr><w:sz w:val="32"/></w:rPr>'
    return f'<w:p w:rsidR="00A1" w:rsidRDefault="00B2"><w:pPr>{looks}</w:pPr>{words}</w:p>'


def _with_body(package: bytes, rows: str) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head, _, rest = parts[_TEXT].decode().partition("<w:body>")
    end = rest[rest.rindex("<w:sectPr>") :]
    return zipped({**parts, _TEXT: f"{head}<w:body>{rows}{end}".encode()})


def parse_time(package: bytes) -> float:
    """Return the median time in which lxml reads the text of a package."""
    return median(lambda: etree.fromstring(zipfile.ZipFile(BytesIO(package)).read(_TEXT)))


def by_python_docx(document: Document) -> None:
    """Write the same text with python-docx, paragraph by paragraph."""
    made = docx.Document()
    for found in document.blocks:
        made.add_paragraph().add_run(found.text)
    made.save(BytesIO())


def by_libreoffice(package: bytes) -> None:
    """Open a package with LibreOffice and write it again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "甲.docx"
        path.write_bytes(package)
        office.converted(path)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    document, national = sample(count), layout.load("gbt9704")
    package = write.write(document, national)
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    opened, _ = read.read(package, "甲.docx")
    changed = apply(opened, [TextEdit(count // 2, 2, 4, "改动")])
    floor = median(lambda: zipped(parts))
    words, changes = as_word_writes(package, count // 3), tracked(package, count)
    full, _ = read.read(changes, "甲.docx")
    keys = [key for one in review.review(changes).revisions for key in one.keys]
    rows = [
        ("write", median(lambda: write.write(document, national)), floor, "zip"),
        ("open", median(lambda: read.read(package, "甲.docx")), parse_time(package), _PARSE),
        ("open, Word's", median(lambda: read.read(words, "甲.docx")), parse_time(words), _PARSE),
        (
            f"accept {len(keys)}",
            median(lambda: review.decide(changes, full, keys, accept=True), 1),
            parse_time(changes),
            _PARSE,
        ),
        ("save one change", median(lambda: patch.patch(package, opened, changed)), floor, "zip"),
        ("python-docx write", median(lambda: by_python_docx(document), 1), floor, "zip"),
    ]
    if office.program() is not None:
        taken = median(lambda: by_libreoffice(package), 1)
        rows.append(("LibreOffice, both", taken, floor, "zip"))
    characters = sum(len(text) for text in document.texts)
    sys.stdout.write(f"{count} paragraphs, {characters} characters\n")
    for name, taken, base, of in rows:
        sys.stdout.write(
            f"{name:<18} {taken:8.0f} ms  {taken / base:6.2f} x {of} ({base:.0f} ms)\n"
        )
    allowed = 1.5 * floor + 0.01 * count
    sys.stdout.write(f"write goal: 1.5 x zip + 10 us a paragraph = {allowed:.0f} ms\n")


_TEXT, _PARSE = "word/document.xml", "unzip and lxml parse"

if __name__ == "__main__":
    main()
