"""The layout of the document changed: what it keeps of the text, what stays behind, its tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app import formats
from app.document.edits import Splice
from app.resources import own, shipped
from ui.dialogs.ask import Option

if TYPE_CHECKING:
    from ui.session import Session
    from ui.window import Window


def standing(session: Session) -> str | None:
    """Return the layout that a text stands in, None for that of the opened file."""
    own = isinstance(session.origin, formats.DocxOrigin)  # a text file has no layout
    return session.details.layout or (None if own else formats.NATIONAL)


def choose(window: Window, layout: str | None) -> None:
    """Take a layout, None for that of the opened file; the text follows in the same undo step."""
    session = window.session
    before = session.details
    if layout == standing(session):
        return
    origin = session.origin
    foreign = isinstance(origin, formats.DocxOrigin) and origin.opened.details.layout != layout
    if layout is None or not foreign:
        session.set_details(replace(before, layout=layout))
        return
    if not _agreed(window, "换版式"):
        return
    undo = window.following.details_undo
    steps = undo.steps()
    window.editor.apply(formats.relaid(session.document()))
    session.set_details(replace(before, layout=layout))
    undo.note(before, steps)
    told = "已换版式：原文件的字体、对齐和空格缩进不再保留，按 Ctrl+Z 撤销。"
    window.say(f"{told}{_offered(window)}")


def renew(window: Window) -> None:
    """Read the office's own layouts anew; a text in one that is otherwise by now is set anew."""
    from app.docx.layout import renewed
    from ui.printing import faces

    changed = renewed()
    if not changed:
        return
    faces.forget()
    if window.session.details.layout in changed:
        window.session.lay_anew()
        window.following.count_anew()
        window.say("版式文件改过了：页面已按新的排，保存时写进文件。")


def show_own(window: Window) -> None:
    """Open the folder of the office's own layouts, with one to go by where it is empty."""
    folder = own("layouts")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.glob("*.toml")):
            for sample in (shipped("resources") / "layout-sample").glob("*.toml"):
                (folder / sample.name).write_bytes(sample.read_bytes())
    except OSError as error:
        text = f"文件夹“{folder}”不能写入（{error.strerror}）。"
        window.workplace.ask.tell(window, "本单位的版式打不开", text)
        return
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        window.say("用记事本改好版式文件并保存，再点这里的版式名称就能选它。")
    else:
        text = f"请在文件管理器中打开：{folder}"
        window.workplace.ask.tell(window, "没有打开文件夹的程序", text)


def turn_table(window: Window, at: int | None = None) -> None:
    """Let the table of a block, None for that of the caret, stand sideways, or upright again.

    A text that keeps the layout of its file is asked about first.
    """
    from app.docx.objects import sideways
    from app.docx.sideways import stands_across

    number = window.editor.caret().block if at is None else at
    if not is_table(window, number):
        window.say("先点一下要横排的表格，再选“格式 › 表格横排或竖排”。")
        return
    shown = formats.objects(window.session.origin)
    across = not stands_across(window.editor.bridge.block(number), sideways(shown))
    if not _may_turn(window):
        return
    turned = replace(window.editor.bridge.block(number), across=across)
    window.editor.apply([Splice(number, number + 1, (turned,))])
    way = "横排，连同标题和注单独成页" if across else "竖排"
    window.say(f"保存、打印时表格{way}，按 Ctrl+Z 撤销。")


def is_table(window: Window, number: int) -> bool:
    """Tell whether a block of the text is a table, not a paragraph or a picture."""
    from app.docx.objects import Grid

    name = window.editor.bridge.block(number).object
    return name is not None and isinstance(formats.objects(window.session.origin).get(name), Grid)


def _may_turn(window: Window) -> bool:
    """Tell whether the layout of a text is ours to set its tables in, after asking for it."""
    session = window.session
    if not isinstance(session.origin, formats.DocxOrigin):
        return True
    if session.details.layout is None:
        options = [
            Option("change", "换成国标版式", default=True),
            Option("cancel", "取消"),
        ]
        text = "换成国标版式后，表格才能在这里横排；也可以在 WPS 或 Word 中横排，再打开。"
        title = f"“{session.name}”保留着原文件的版式"
        if window.workplace.ask.choose(window, title, text, options) == "change":
            choose(window, formats.NATIONAL)
        return session.details.layout is not None
    laid = session.origin.opened.details.layout == session.details.layout
    return not laid or _agreed(window, "横排")


def _offered(window: Window) -> str:
    """Return what to do with tables that an upright page is too narrow for, "" without any."""
    from app.docx.layout import load
    from app.docx.objects import crowded

    session = window.session
    layout = load(session.details.layout or formats.NATIONAL)
    count = sum(crowded(shown, layout) for shown in formats.objects(session.origin).values())
    return f"有 {count} 个表格较宽，可用“格式 › 表格横排或竖排”横排。" if count else ""


def _agreed(window: Window, wish: str) -> bool:
    """Ask whether to go on where the file holds what a file made anew leaves behind."""
    left = formats.left_behind(window.session.origin)
    if not left:
        return True
    options = [
        Option("change", wish, default=True),
        Option("cancel", "取消"),
    ]
    text = f"{wish}后保存的文件里没有这{left}；要留着，请先另存一份原文件。"
    return window.workplace.ask.choose(window, f"文件带有{left}", text, options) == "change"
