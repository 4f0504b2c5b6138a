"""Walks through the program without a display: the main job, and the pictures for the manual.

Usage: tour.py run FOLDER · tour.py screenshots FOLDER · tour.py manual FOLDER. The same windows a
user gets, offscreen; `manual` makes the pictures in resources/manual/images.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.checks import Finding
from app.errors import AppError
from app.resources import shipped
from app.settings import Folders
from ui.main import make_application, make_window, make_workplace
from ui.window import Window
from ui.workplace import Workplace

SIZE = 1366, 768  # the screen of many office PCs
SAMPLE = "工作要点样稿.txt"
_COLUMN = 590  # pixels of the manual's column
_PART = 420  # pixels of a panel that a picture of it shows


def main(arguments: list[str]) -> int:
    """Run one of the walks and return the exit status."""
    walks = {"run": main_job, "screenshots": pictures, "manual": manual_pictures}
    if len(arguments) != 2 or arguments[0] not in walks:
        print(__doc__, file=sys.stderr)
        return 3
    folder = Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wenheng-tour-") as home:
        application = make_application()
        workplace = make_workplace(application, Folders(Path(home), Path(home)))
        try:
            walks[arguments[0]](workplace, folder)
        except AppError as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            workplace.quit()
    return 0


def main_job(workplace: Workplace, folder: Path) -> None:
    """Open the sample, check it, insert a snippet, renumber, save as DOCX and PDF, picture it."""
    window = _opened(workplace)
    answers: list[tuple[Finding, ...]] = []
    window.checking.found.connect(answers.append)
    _require(window.wait_for_checks() and answers, "检查没有按时完成")
    window.go_to_end_of(len(window.editor.snapshot().blocks) - 1)
    window.insert_snippet(workplace.library.search("抓好落实")[0])
    window.renumber()
    window.save_as(folder / "sample.docx")
    window.export_pdf(folder / "sample.pdf")
    _require(window.wait_for_checks(), "检查没有按时完成")
    _picture(window, folder / "window.png")
    print(
        f"没有图形界面，已在后台完成一遍主要工作：打开样稿，查出 {len(answers[0])} 处问题，"
        "插入一条常用表述，重新编号，保存。\n"
        f"结果：{folder}/sample.docx、{folder}/sample.pdf、{folder}/window.png"
    )


def pictures(workplace: Workplace, folder: Path) -> None:
    """Picture the window and its parts, light and dark, for the README and the manual."""
    window = _opened(workplace)
    _require(window.wait_for_checks(), "检查没有按时完成")
    _picture(window, folder / "window.png")
    window.run_command("to-snippets")
    _picture(window, folder / "snippets.png")
    window.run_command("to-fields")
    _picture(window, folder / "fields.png")
    window.run_command("to-findings")
    workplace.change(theme="dark")
    _picture(window, folder / "dark.png")
    workplace.change(theme="light")
    blank = make_window(workplace)
    blank.show_start_page()
    blank.resize(*SIZE)
    blank.show()
    _picture(blank, folder / "start.png")
    print(f"图片已写入 {folder}")


def manual_pictures(workplace: Workplace, folder: Path) -> None:
    """Picture the window small, and its parts in their own size, for the manual."""
    window = _opened(workplace)
    _require(window.wait_for_checks(), "检查没有按时完成")
    window.run_command("next-finding")
    _picture(window, folder / "window.png", width=_COLUMN)
    _picture(window.outline, folder / "outline.png", height=_PART)
    for name, command in (
        ("findings", "to-findings"),
        ("snippets", "to-snippets"),
        ("fields", "to-fields"),
    ):
        window.run_command(command)
        _picture(window.tabs, folder / f"{name}.png", height=_PART)
    window.run_command("replace")
    window.find_bar.wanted.setText("工作")
    window.find_bar.by.setText("任务")
    window.find_bar.search()
    _picture(window.find_bar, folder / "find.png", width=_COLUMN)
    window.find_bar.close_bar()
    window.run_command("preferences")
    dialog = window.findChildren(QDialog)[-1]
    _picture(dialog, folder / "preferences.png", width=_COLUMN)
    blank = make_window(workplace)
    blank.show_start_page()
    blank.resize(*SIZE)
    blank.show()
    _picture(blank, folder / "start.png", width=_COLUMN)
    print(f"图片已写入 {folder}")


def _opened(workplace: Workplace) -> Window:
    window = make_window(workplace)
    window.resize(*SIZE)
    window.show()
    window.open_path(shipped("resources") / "samples" / SAMPLE)
    return window


def _picture(widget: QWidget, file: Path, *, width: int = 0, height: int = 0) -> None:
    """Write what a widget shows, scaled to a width or cut off at a height where one is given."""
    for _ in range(5):
        QApplication.processEvents()
    made = widget.grab()
    if height:
        made = made.copy(0, 0, made.width(), min(height, made.height()))
    if width:
        made = made.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    _require(made.save(str(file)), f"图片没有写成：{file}")


def _require(done: object, otherwise: str) -> None:
    if not done:
        raise AppError(otherwise)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
