"""Documents of other programs turned into DOCX by LibreOffice, where that is installed.

It runs without a window, with a profile of its own in a temporary folder, forbidden to run macros
and to follow links; nothing is said to it over any connection.
"""

from __future__ import annotations

import os
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

LIMIT = 120.0  # seconds that one document may take
_STEP = 0.1
_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/opt/libreoffice/program/soffice",
)
_ABSENT = (
    "这种文档要由 LibreOffice 转换，这台电脑上没有找到它。"
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


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


def converted(path: Path, *, stopped: Callable[[], bool] = never, limit: float = LIMIT) -> bytes:
    """Return a document as DOCX; asks `stopped` now and then whether to give up.

    Raises UnreadableFile where LibreOffice is absent, fails, takes too long or was stopped.
    """
    office = program()
    if office is None:
        raise UnreadableFile(path.name, _ABSENT)
    with tempfile.TemporaryDirectory(prefix="wenheng-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source{path.suffix.lower()}"
        source.write_bytes(files.read(path))
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
