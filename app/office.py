"""Documents of other programs turned into DOCX by LibreOffice, where that is installed.

It runs without a window, with a profile of its own in a temporary folder, forbidden to run macros
and to follow links; nothing is said to it over any connection.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app import files
from app.errors import UnreadableFile

HEAD = 4096  # bytes that tell what a document is
LIMIT = 120.0  # seconds that one document may take
_STEP = 0.1
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
)
_ABSENT = (
    "{}要由 LibreOffice 转换，这台电脑上没有找到它。"
    "请在 WPS、Word 或 LibreOffice 中另存为 .docx 再打开。"
)
_FAILED = "LibreOffice 没能转换这份文档，文件可能已损坏。请在原来的程序中另存为 .docx 再打开。"
_SLOW = "LibreOffice 转换超时，已经停止。请在原来的程序中另存为 .docx 再打开。"
_SAFE = (
    ("Security/Scripting", "MacroSecurityLevel", "3"),
    ("Security/Scripting", "DisableMacrosExecution", "true"),
    ("Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Security/Scripting", "DisableActiveContent", "true"),
)


def program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


# How documents of other programs begin that bear the suffix of a Word document, the suffix by which
# LibreOffice knows them, and what they are called.
_DISGUISES = (
    (re.compile(rb"\s*\{\\rtf"), ".rtf", "RTF 文档"),
    (re.compile(rb"PK.{28}mimetypeapplication/vnd\.oasis\.", re.DOTALL), ".odt", "ODT 文档"),
    (re.compile(rb"MIME-Version:", re.IGNORECASE), ".mht", "网页文档"),
    (re.compile(rb"(?s).{0,2000}<w:wordDocument[\s>]"), ".xml", "Word 2003 的 XML 文档"),
    (re.compile(rb"(?si).{0,2000}<html[\s>]"), ".html", "网页文档"),
)


def disguise(head: bytes) -> tuple[str, str] | None:
    """Return suffix and Chinese name of another program's document by how it begins."""
    return next(((suffix, name) for begun, suffix, name in _DISGUISES if begun.match(head)), None)


_READ_HERE = frozenset({".rtf", ".mht", ".html"})  # of which words and tables are read without it


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


def converted(path: Path, *, stopped: Callable[[], bool] = never, limit: float = LIMIT) -> bytes:
    """Return a document as DOCX; asks `stopped` now and then whether to give up.

    What it is tells its content before its name: Word opens RTF and pages of the web under `.doc`.
    Of some kinds words and tables are read where LibreOffice is absent. Raises UnreadableFile where
    it is and is needed, fails, takes too long or was stopped.
    """
    content = files.read(path)
    suffix, called = disguise(content[:HEAD]) or (path.suffix.lower(), "")
    office = program()
    if office is None and suffix in _READ_HERE:
        from app.docx.foreign import packaged

        made = packaged(content)
        if made is not None:
            return made
    if office is None:
        told = f"文件内容其实是{called}，" if called else "这种文档"
        raise UnreadableFile(path.name, _ABSENT.format(told))
    if suffix == ".mht":
        from app.docx.web import page

        suffix, content = ".html", page(content) or content
    with tempfile.TemporaryDirectory(prefix="wenheng-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source{suffix}"
        source.write_bytes(content)
        _write_profile(folder / "profile")
        command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out")]
        _run([*command, str(source)], path.name, stopped, limit)
        made = folder / "out" / "source.docx"
        if not made.is_file():
            raise UnreadableFile(path.name, _FAILED)
        return made.read_bytes()


def _run(command: list[str], name: str, stopped: Callable[[], bool], limit: float) -> None:
    """Run a command in a group of its own, which ends with it."""
    group = sys.platform != "win32"
    try:
        process = subprocess.Popen(  # noqa: S603  the installed program and our own copy of the file
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=group,
        )
    except OSError as error:
        raise UnreadableFile(name, _FAILED) from error
    end = time.monotonic() + limit
    try:
        while process.poll() is None:
            if stopped():
                raise UnreadableFile(name, "已经停止转换。")
            if time.monotonic() > end:
                raise UnreadableFile(name, _SLOW)
            time.sleep(_STEP)
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(profile: Path) -> None:
    """Write the settings of a profile in which nothing of a document is run or fetched."""
    rows = "".join(
        f'<item oor:path="/org.openoffice.Office.Common/{place}"><prop oor:name="{name}"'
        f' oor:op="fuse"><value>{value}</value></prop></item>'
        for place, name, value in _SAFE
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items'
        f' xmlns:oor="http://openoffice.org/2001/registry">{rows}</oor:items>',
        encoding="utf-8",
    )
