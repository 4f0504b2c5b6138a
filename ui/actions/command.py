"""What an action is, and the menus they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    `run` names a method, reached from the window by attribute names; a checkable one is called
    with the new state, one with a `value` with that. `menu` is "" for an action that only the
    palette and its key reach; a `menu` with a slash stands in a submenu. `group` separates a menu
    by lines.
    """

    id: str
    title: str
    run: str
    menu: str = ""
    group: int = 0
    keys: str = ""
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    toolbar: int = 0  # 0: not there; else its group
    needs: str = "document"  # "" for what works without one too
    value: Any = None  # what the method is called with
    also: str = ""  # a second key, the one of other programs; not to be changed

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Its keys, the one that menus show first; none where it has none."""
        return tuple(dict.fromkeys(keys for keys in (self.keys, self.also) if keys))


MENUS = {  # and the letter that opens each together with Alt, as in other programs
    "文件": "F", "编辑": "E", "格式": "O", "提纲": "T", "插入": "I", "检查": "C", "视图": "V",
    "帮助": "H",
}  # fmt: skip
