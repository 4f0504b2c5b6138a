"""The actions of the menu 提纲, as data: sections, numbers, what is drawn from the outline."""

from __future__ import annotations

from collections.abc import Iterable

from ui.actions.command import Command

_MENU = "提纲"
# id, title, what it runs, group, keys, icon
_SECTIONS = (
    ("node-up", "上移", "tree.move_up", 2, "Alt+Shift+Up", "move-up"),
    ("node-down", "下移", "tree.move_down", 2, "Alt+Shift+Down", "move-down"),
    ("promote", "升级", "tree.promote", 2, "Alt+Shift+Left", "promote"),
    ("demote", "降级", "tree.demote", 2, "Alt+Shift+Right", "demote"),
    ("insert-after", "在后面插入同级", "tree.insert_after", 3, "Ctrl+Alt+Return", "insert-after"),
    ("insert-child", "插入下级", "tree.insert_child", 3, "Ctrl+Alt+Shift+Return", "insert-child"),
    ("rename", "改标题", "tree.rename", 3, "F2", "rename"),
    ("duplicate", "复制一份", "tree.duplicate", 3, "Ctrl+Alt+Shift+D", "duplicate"),
    ("delete-node", "删除整节", "tree.remove", 3, "Ctrl+Shift+Del", "delete"),
    ("cut-node", "剪切整节", "tree.cut", 4, "", "cut"),
    ("copy-node", "复制整节", "tree.copy", 4, "", "copy"),
    ("paste-node", "粘贴为同级", "tree.paste", 4, "", "paste"),
    ("paste-child", "粘贴为下级", "tree.paste_child", 4, "", "paste"),
    ("target", "目标字数…", "numbers.ask_target", 5, "Ctrl+Alt+G", ""),
    ("numbering", "编号方式…", "numbers.ask_scheme", 5, "Ctrl+Alt+R", ""),
    ("copy-outline", "复制提纲文字", "drawn.copy_outline", 6, "", "outline"),
    ("save-outline", "提纲另存为…", "drawn.save_outline", 6, "", "document"),
    ("save-tasks", "任务分解表另存为…", "drawn.save_tasks", 6, "", "document"),
    ("filter-outline", "筛选提纲", "view.filter_outline", 7, "Ctrl+Alt+F", "filter"),
)

_GIVEN = 6  # the group of what hands the tree on


def structuring() -> Iterable[Command]:
    """Yield the actions of the menu 提纲."""
    yield Command(
        "renumber",
        "全文重新编号…",
        "numbers.renumber_asked",
        _MENU,
        1,
        "Ctrl+Shift+R",
        "renumber",
        "按提纲把序号改成连续的",
        toolbar=4,
    )
    yield Command("renumber-section", "本节重新编号…", "numbers.renumber_section", _MENU, 1)
    for name, title, run, group, keys, icon in _SECTIONS:
        menu = f"{_MENU}/导出" if group == _GIVEN else _MENU
        yield Command(name, title, run, menu, group, keys, icon)
    yield Command(
        "lock-tree",
        "锁定拖动",
        "view.lock_tree",
        _MENU,
        7,
        "Ctrl+Alt+L",
        "lock",
        "不让鼠标拖动提纲条目，防止误操作",
        checkable=True,
        needs="",
    )
    for level in range(1, 5):
        yield Command(
            f"expand-{level}",
            f"展开到第 {level} 级",
            "view.expand_outline",
            f"{_MENU}/展开",
            7,
            f"Alt+Shift+{level}",
            value=level,
        )
    yield Command(
        "collapse-all",
        "全部折叠",
        "view.expand_outline",
        f"{_MENU}/展开",
        7,
        "",
        "collapse",
        value=0,
    )
