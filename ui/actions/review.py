"""The actions on changes and comments of an opened file and on clean copies of it, as data."""

from __future__ import annotations

from collections.abc import Iterable

from app.formats import Cleaning
from ui.actions.command import Command


def reviewing() -> Iterable[Command]:
    """Yield the actions of the menu 检查 on changes and comments."""
    menu = "检查/修订与批注"
    yield Command("to-review", "转到修订与批注", "review.to_panel", menu, 5, "Ctrl+Shift+5")
    yield Command("next-revision", "下一处修订或批注", "review.step", menu, 5, "Ctrl+F7", value=1)
    yield Command(
        "previous-revision", "上一处修订或批注", "review.step", menu, 5, "Ctrl+Shift+F7", value=-1
    )
    yield Command(
        "accept-revision", "接受这处修订", "review.decide_here", menu, 5, "Ctrl+F9", value=True
    )
    yield Command(
        "refuse-revision",
        "拒绝这处修订",
        "review.decide_here",
        menu,
        5,
        "Ctrl+Shift+F9",
        value=False,
    )
    yield Command("accept-revisions", "接受全部修订", "review.decide_all", menu, 5, value=True)
    yield Command("refuse-revisions", "拒绝全部修订", "review.decide_all", menu, 5, value=False)


def delivering() -> Iterable[Command]:
    """Yield the actions of the menu 文件 on copies to pass on."""
    menu = "文件"
    yield Command(
        "save-nameless",
        "清除个人信息后另存…",
        "delivery.save_clean",
        menu,
        2,
        tip="另存一份，去掉作者、单位和修订、批注的署名",
        value=Cleaning.NAMES,
    )
    yield Command(
        "save-bare",
        "去掉文衡附加信息后另存…",
        "delivery.save_clean",
        menu,
        2,
        tip="另存一份，去掉文衡记在文件里的文种、要素等",
        value=Cleaning.DETAILS,
    )
