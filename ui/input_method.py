"""Which input method runs on Linux, what Qt needs to reach it, and what to say where none works."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_IBUS, _FCITX5, _FCITX4 = "ibus-daemon", "fcitx5", "fcitx"
_SHIPPED = {"ibus", "compose", "none", "simple", "virtualkeyboard"}  # plug-ins the wheels carry
_BUS = "请安装 dbus-user-session，注销后重新登录。"
_INSTALL = "请安装 fcitx5 和 fcitx5-chinese-addons，注销后重新登录，再打开文衡。"


def running(processes: Path = Path("/proc")) -> frozenset[str]:
    """Return the names of the input methods that the user runs, by the table of processes."""
    found: set[str] = set()
    for process in processes.glob("[0-9]*"):
        try:
            name = (process / "comm").read_text("utf-8").strip()
            if name in (_IBUS, _FCITX5, _FCITX4) and process.stat().st_uid == os.getuid():
                found.add(name)
        except OSError:  # it has ended meanwhile
            continue
    return frozenset(found)


def settings_for(asked: str, runs: frozenset[str]) -> dict[str, str]:
    """Return the variables that let Qt reach the input method that runs.

    `asked` is what QT_IM_MODULE says. The wheels carry a plug-in for ibus and none for fcitx;
    fcitx5 answers for ibus over the session bus.
    """
    if asked in _SHIPPED - {"ibus"} or (asked == "ibus" and not runs):
        return {}
    if _IBUS in runs and (asked == "ibus" or _FCITX5 not in runs):
        return {"QT_IM_MODULE": "ibus"}
    if _FCITX5 in runs or asked:
        return {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}
    return {}


def choose() -> None:
    """Let Qt reach the input method that runs; to be called before the application is made."""
    if sys.platform == "linux":
        os.environ.update(settings_for(os.environ.get("QT_IM_MODULE", ""), running()))


def warning(platform: str, environment: Mapping[str, str], runs: frozenset[str]) -> str:
    """Return one line that says why no Chinese can be typed and what to do, "" where it can.

    `platform` is Qt's; on Wayland the desktop brings what is typed.
    """
    if platform != "xcb" or environment.get("QT_IM_MODULE", "") in _SHIPPED - {"ibus"}:
        return ""
    if _IBUS in runs:
        return ""
    if _FCITX5 in runs:
        return "" if _has_bus(environment) else f"连不上输入法：没有会话总线（D-Bus）。{_BUS}"
    if _FCITX4 in runs:
        return f"正在运行的 fcitx 4 不能在文衡里输入汉字。{_INSTALL}"
    return f"没有找到正在运行的中文输入法，现在打不出汉字。{_INSTALL}"


def _has_bus(environment: Mapping[str, str]) -> bool:
    """Tell whether the session has the bus over which fcitx5 is reached."""
    folder = environment.get("XDG_RUNTIME_DIR")
    named = bool(environment.get("DBUS_SESSION_BUS_ADDRESS"))
    return named or (folder is not None and (Path(folder) / "bus").exists())
