"""The layout of the document changed: what it keeps of the text, and what stays behind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app import formats
from ui.dialogs.ask import Option

if TYPE_CHECKING:
    from ui.window import Window


def choose(window: Window, layout: str | None) -> None:
    """Take a layout, None for that of the opened file; the text follows in the same undo step."""
    session = window.session
    before = session.details
    if layout == before.layout:
        return
    origin = session.origin
    foreign = isinstance(origin, formats.DocxOrigin) and origin.opened.details.layout != layout
    if layout is None or not foreign:
        session.set_details(replace(before, layout=layout))
        return
    if not _agreed(window):
        return
    undo = window.following.details_undo
    steps = undo.steps()
    window.editor.apply(formats.relaid(session.document()))
    session.set_details(replace(before, layout=layout))
    undo.note(before, steps)
    window.say("已换版式：原文件的字体、对齐和空格缩进不再保留，按 Ctrl+Z 撤销。")


def _agreed(window: Window) -> bool:
    """Ask whether to go on where the file holds what the new layout leaves behind."""
    left = formats.left_behind(window.session.origin)
    if not left:
        return True
    options = [
        Option("change", "换版式", default=True),
        Option("cancel", "取消"),
    ]
    text = f"换版式后保存的文件里没有这{left}；要留着，请先另存一份原文件。"
    return window.workplace.ask.choose(window, f"文件带有{left}", text, options) == "change"
