"""Settings as declarations, and the folders in which the program keeps what is the user's.

A setting is one field of `Settings`: its default, title, help, page and choices stand together, and
the preferences dialog is built from them.
"""

from __future__ import annotations

import dataclasses
import json
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

Value = TypeVar("Value")

# Lets a portable installation and every test keep the user's files in a folder of its own.
HOME_VARIABLE = "WENHENG_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the user's own files lie; both folders exist once `folders()` has returned them."""

    settings: Path
    data: Path

    @property
    def recovery(self) -> Path:
        """Recovery copies of changed documents."""
        return self.data / "recovery"

    @property
    def backups(self) -> Path:
        """Earlier versions of saved files."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """What went wrong, for a report."""
        return self.data / "log.txt"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the user sees of a setting.

    `choices` are (value, title) pairs; `least` and `most` bound a number, in `unit`; with `folder`
    a text names a folder.
    """

    title: str
    help: str
    page: str
    choices: tuple[tuple[Any, str], ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    folder: bool = False


def setting(*, default: Value, shown: Setting) -> Value:
    """Return a dataclass field that carries its declaration."""
    return field(default=default, metadata={"setting": shown})


_LOOK, _WRITE, _CHECK, _FILES = "外观", "写作", "检查", "文件"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice the user can make, with its default."""

    theme: str = setting(
        default="light",
        shown=Setting(
            "界面颜色",
            "浅色适合白天办公；深色适合夜间；高对比适合视力不便时使用。",
            _LOOK,
            (("light", "浅色"), ("dark", "深色"), ("contrast", "高对比")),
        ),
    )
    zoom: int = setting(
        default=100,
        shown=Setting("文稿缩放", "打开文稿时的显示比例。", _LOOK, least=50, most=300, unit="%"),
    )
    scale: int = setting(
        default=100,
        shown=Setting(
            "界面字号", "菜单、面板和按钮文字的大小。", _LOOK, least=80, most=200, unit="%"
        ),
    )
    follow_caret: bool = setting(
        default=True, shown=Setting("提纲跟随光标", "光标移到哪一节，提纲就选中哪一条。", _LOOK)
    )
    page_marks: bool = setting(
        default=True,
        shown=Setting("标出打印分页", "在稿纸上用虚线和页码标出打印时从哪里换页。", _LOOK),
    )
    lock_tree: bool = setting(
        default=False,
        shown=Setting("锁定提纲拖放", "打开后不能用鼠标拖动提纲条目，防止误操作。", _LOOK),
    )
    restore: bool = setting(
        default=False,
        shown=Setting("启动时打开上次的文稿", "没有指定文件时，打开上次退出时开着的文稿。", _FILES),
    )
    backups: int = setting(
        default=20,
        shown=Setting(
            "保留旧版份数",
            "每次保存前把旧版留一份，每个文件最多留多少份。",
            _FILES,
            least=0,
            most=200,
            unit="份",
        ),
    )
    recovery: int = setting(
        default=2,
        shown=Setting(
            "恢复副本间隔", "文稿改动后最迟多久留一份恢复副本。", _FILES, least=1, most=5, unit="秒"
        ),
    )
    recent: int = setting(
        default=12,
        shown=Setting(
            "最近文件数", "“最近打开”里列出多少个文件。", _FILES, least=0, most=50, unit="个"
        ),
    )
    checking: bool = setting(
        default=True, shown=Setting("写作时检查", "关闭后只在按 F7 时检查。", _CHECK)
    )
    quiet: int = setting(
        default=300,
        shown=Setting(
            "停顿多久后检查",
            "停止输入这么久以后开始检查。",
            _CHECK,
            least=100,
            most=3000,
            unit="毫秒",
        ),
    )
    underlines: bool = setting(
        default=True, shown=Setting("在文中标出问题", "在有问题的文字下面画波浪线。", _CHECK)
    )
    rules_off: tuple[str, ...] = ()
    rules_on: tuple[str, ...] = ()  # of those that are off by default
    rule_options: tuple[tuple[str, str, int], ...] = ()  # rule, option, value
    ignored_always: tuple[str, ...] = ()
    speech: int = setting(
        default=220,
        shown=Setting(
            "讲话语速", "估算讲话用时：每分钟念多少字。", _WRITE, least=120, most=400, unit="字/分"
        ),
    )
    completion: bool = setting(
        default=True,
        shown=Setting("写作时提示常用表述", "停顿时列出能接着写的表述，按 Tab 采用。", _WRITE),
    )
    shared_snippets: str = setting(
        default="",
        shown=Setting(
            "共享的常用表述文件夹",
            "单位网络上存放 .toml 表述文件的文件夹，只读；连不上时照常使用本机的。",
            _WRITE,
            folder=True,
        ),
    )
    quotes: bool = setting(
        default=True,
        shown=Setting("自动用中文引号", "输入英文引号时，按位置换成左引号或右引号。", _WRITE),
    )
    pairs: bool = setting(
        default=True,
        shown=Setting("括号成对输入", "输入左边的引号、书名号、括号时，自动补上右边的。", _WRITE),
    )
    doubled: bool = setting(
        default=True,
        shown=Setting("省略号、破折号一次输入", "输入一个…或—时，自动写成……或——。", _WRITE),
    )
    wide: bool = setting(
        default=False,
        shown=Setting("标点自动用全角", "汉字后面输入半角标点时，换成全角；数字中间不换。", _WRITE),
    )
    shift_numbers: bool = setting(
        default=True,
        shown=Setting(
            "后面的序号跟着变",
            "在中间增删一条时，后面的序号随之改写；原来就有重号、跳号的不动。",
            _WRITE,
        ),
    )
    section_target: int = setting(
        default=0,
        shown=Setting(
            "每节参考字数",
            "提纲中提示超过或不足，0 表示不提示。",
            _WRITE,
            least=0,
            most=20000,
            unit="字",
        ),
    )
    shortcuts: tuple[tuple[str, str], ...] = ()


def folders() -> Folders:
    """Return the user's folders, made where they were absent."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        found = Folders(Path(home) / "settings", Path(home) / "data")
    else:
        import platformdirs

        found = Folders(
            Path(platformdirs.user_config_dir("wenheng", appauthor=False)),
            Path(platformdirs.user_data_dir("wenheng", appauthor=False)),
        )
    found.settings.mkdir(parents=True, exist_ok=True)
    found.data.mkdir(parents=True, exist_ok=True)
    return found


def declared() -> tuple[tuple[str, Setting, Any], ...]:
    """Return (name, declaration, default) of each setting that has a page in the preferences."""
    return tuple(
        (item.name, item.metadata["setting"], item.default)
        for item in dataclasses.fields(Settings)
        if "setting" in item.metadata
    )


def load(shape: type[Value], path: Path) -> Value:
    """Return the value of a flat dataclass kept as JSON at `path`.

    A member that is absent, of another type or out of its bounds takes its default; a file that is
    no JSON is set aside under a name with the time, and the defaults are returned.
    """
    try:
        read: Any = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return shape()
    except (OSError, ValueError):
        _set_aside(path)
        return shape()
    if not isinstance(read, dict):
        return shape()
    kept = cast("dict[str, Any]", read)
    accepted: dict[str, Any] = {}
    for item in dataclasses.fields(cast("Any", shape)):
        value = _fitting(item.default, item.metadata.get("setting"), kept.get(item.name))
        if value is not None:
            accepted[item.name] = value
    return shape(**accepted)


def store(value: Any, path: Path) -> None:
    """Write a flat dataclass as JSON, so that a crash leaves the old file or the new one."""
    from app.files import replace_bytes

    text = json.dumps(dataclasses.asdict(value), ensure_ascii=False, indent=1)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(path, text.encode())


def _fitting(default: Any, shown: Setting | None, value: Any) -> Any:
    kind: type[Any] = default.__class__
    if kind is tuple:
        return _tuples(cast("list[Any]", value)) if isinstance(value, list) else None
    if value.__class__ is not kind:
        return None
    if shown is not None:
        if shown.choices and value not in [choice for choice, _ in shown.choices]:
            return None
        if shown.most:
            return min(max(value, shown.least), shown.most)
    return value


def _tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple(map(_tupled, values))


def _tupled(value: Any) -> Any:
    return _tuples(cast("list[Any]", value)) if isinstance(value, list) else value


def _set_aside(path: Path) -> None:
    if path.exists():
        path.rename(path.with_name(f"{path.name}.{int(time.time())}.damaged"))
