"""The composition root of the window: makes everything, installs the error hook, runs Qt."""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from app import settings
from app.document.model import Document
from app.errors import AppError
from app.settings import Folders
from ui import input_method, theme
from ui.dialogs.ask import Ask, Option
from ui.greeting import Greeting
from ui.window import Window
from ui.wording import Wording
from ui.workplace import Workplace

_LOG = logging.getLogger("wenheng")
_MISSING = 4  # exit status where Qt cannot start
_SWITCH = 0.0005  # seconds a key waits for a worker in Python, several times; Python has 0.005

# What Qt's xcb plug-in loads, and the Debian package that holds it.
_XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
}


def open_window(paths: list[str]) -> int:
    """Open a window for each file, or the start page, and run until the last one is closed."""
    obstacle = obstacles()
    if obstacle:
        print(obstacle, file=sys.stderr)  # noqa: T201  there is no window to tell it in
        return _MISSING
    input_method.choose()
    application = make_application()
    workplace = make_workplace(application)
    hook = ErrorHook(workplace)
    hook.install()
    open_first(workplace, [Path(path) for path in paths])
    Greeting(workplace)
    try:
        return application.exec()
    finally:
        hook.remove()
        workplace.collector.stop()


def write_pdf(document: Document, layout: str, path: Path, objects: Mapping[str, Any]) -> None:
    """Write the pages of a document as PDF, without a window. Raises UnwritableFile.

    `objects` are its tables and pictures, as formats.objects gives them.
    """
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        make_application()
    from ui.printing.pdf import write_pdf as write

    write(document, layout, path, objects)


def make_application() -> QApplication:
    """Return the application, its buttons and dialogs in Chinese."""
    sys.setswitchinterval(_SWITCH)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("wenheng")
    application.setApplicationDisplayName("文衡")
    application.setDesktopFileName("wenheng")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    application.installTranslator(Wording(application))
    return application


def make_workplace(application: QApplication, folders: Folders | None = None) -> Workplace:
    """Return what the windows share, the application dressed in its theme."""
    place = Workplace(folders or settings.folders(), Ask())
    logging.basicConfig(
        filename=place.folders.log, level=logging.WARNING, encoding="utf-8", force=True,
        format="%(asctime)s %(levelname)s %(message)s",
    )  # fmt: skip
    place.dress(application)
    application.setWindowIcon(theme.mark())
    return place


def make_window(workplace: Workplace) -> Window:
    """Return a blank window, for scripts too."""
    return workplace.new_window()


def open_first(workplace: Workplace, paths: list[Path]) -> None:
    """Open the windows that the start asks for: files, the last session, or the start page."""
    window = workplace.new_window()
    remembered = [Path(name) for name in workplace.memory.session]
    restored = workplace.settings.restore and not paths
    wanted = paths or ([path for path in remembered if path.is_file()] if restored else [])
    if wanted:
        window.show()
        for path in wanted:
            window.files.open_file(path)
            shown = workplace.window_of(path) if restored else None
            if shown is not None:
                shown.trail.back()
        QTimer.singleShot(400, window.opening, window.opening.offer_recovery)
    if window.blank:
        window.show_start_page()
        window.show()


def obstacles() -> str:
    """Return what keeps a window from being shown and what to do, "" where nothing does."""
    if sys.platform != "linux":
        return ""
    screens = {"DISPLAY": "xcb", "WAYLAND_DISPLAY": "wayland"}
    given = [plugin for name, plugin in screens.items() if os.environ.get(name)]
    wanted = os.environ.get("QT_QPA_PLATFORM") or next(iter(given), "")
    if not wanted:
        return (
            "没有图形桌面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），打不开窗口。请在桌面里启动；"
            "不用窗口时可用命令行：wenheng --help"
        )
    missing = missing_packages() if wanted.startswith("xcb") else ()
    return (
        f"缺少 Qt 需要的系统库。请执行：sudo apt-get install {' '.join(missing)}" if missing else ""
    )


def missing_packages() -> tuple[str, ...]:
    """Return the Debian packages that Qt's xcb plug-in lacks."""
    import ctypes

    missing: list[str] = []
    for library, package in _XCB.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return tuple(missing)


class ErrorHook:
    """Catches what nobody caught: keeps every text, writes it down, and offers to go on."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._before = sys.excepthook
        self._asking = False

    def install(self) -> None:
        """Take the place of Python's own hook."""
        self._before = sys.excepthook
        sys.excepthook = self

    def remove(self) -> None:
        """Give the place back."""
        sys.excepthook = self._before

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Python calls this with what was raised."""
        if issubclass(kind, KeyboardInterrupt):
            self._workplace.quit()
            return
        if isinstance(error, AppError):
            self._workplace.ask.tell_error(QApplication.activeWindow(), error)
            return
        _LOG.error("".join(traceback.format_exception(kind, error, trace)))
        for window in self._workplace.windows:
            try:
                window.session.record()
                window.session.finish_writing()
            except Exception:  # noqa: BLE001  the next window's text is to be kept all the same
                _LOG.exception("no recovery copy at %s", time.strftime("%H:%M:%S"))
        if not self._asking:
            self._ask()

    def _ask(self) -> None:
        self._asking = True
        try:
            text = (
                "文稿已另存了恢复副本，不会丢失。可以继续工作；建议先保存，再重新打开程序。\n"
                f"详情记在 {self._workplace.folders.log}"
            )
            options = [Option("on", "继续工作", default=True), Option("quit", "退出程序")]
            parent = QApplication.activeWindow()
            if self._workplace.ask.choose(parent, "程序出了点问题", text, options) == "quit":
                self._workplace.quit()
        finally:
            self._asking = False
