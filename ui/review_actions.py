"""The actions on tracked changes and comments of an opened file, as data."""

from __future__ import annotations

from collections.abc import Iterable

from ui.actions import Command


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
