"""The actions of the editor itself, as data: looks, roles, insertions."""

from __future__ import annotations

from collections.abc import Iterable

from app.document.model import Align, Role
from ui.actions.command import Command
from ui.editor.dates import DateForm

SIGNS = ("〔〕", "《》", "【】", "★", "——", "……", "·", "①", "②", "③", "×", "〇")

ROLES: tuple[tuple[Role, str, str], ...] = (
    (Role.BODY, "正文", "Ctrl+Alt+0"),
    (Role.HEADING1, "一级标题（一、）", "Ctrl+Alt+1"),
    (Role.HEADING2, "二级标题（（一））", "Ctrl+Alt+2"),
    (Role.HEADING3, "三级标题（1.）", "Ctrl+Alt+3"),
    (Role.HEADING4, "四级标题（（1））", "Ctrl+Alt+4"),
    (Role.TITLE, "大标题", "Ctrl+Alt+T"),
    (Role.SUBTITLE, "副标题", ""),
    (Role.DATE_LINE, "题下日期", ""),
    (Role.SALUTATION, "称谓、主送机关", ""),
    (Role.PART, "部分", ""),
    (Role.ITEM, "条目", ""),
    (Role.CLOSING, "结束语", ""),
    (Role.ATTACHMENT_NOTE, "附件说明", ""),
    (Role.SIGNATURE, "落款", ""),
    (Role.DATE, "成文日期", ""),
    (Role.ANNOTATION, "附注", ""),
    (Role.COPIES, "抄送", ""),
    (Role.NOISE, "杂质（不计入正文）", ""),
)
ROLE_NAMES = {role: name.partition("（")[0] for role, name, _ in ROLES} | {
    Role.ATTACHMENT_LABEL: "附件标记",
    Role.BLANK: "空行",
    Role.OBJECT: "表格或图片",
}


_TURN = "光标所在的表格在横放的页面上单独成页，再选一次改回竖排"


def editing() -> Iterable[Command]:
    """Yield the actions of the menu 格式."""
    menu = "格式"
    yield Command(
        "bold", "加粗", "format.toggle", menu, 1, "Ctrl+B", "bold", toolbar=3, value="bold"
    )
    yield Command("italic", "倾斜", "format.toggle", menu, 1, "Ctrl+I", "italic", value="italic")
    yield Command(
        "underline",
        "下划线",
        "format.toggle",
        menu,
        1,
        "Ctrl+U",
        "underline",
        toolbar=3,
        value="underline",
    )
    for name, title, keys, align in (
        ("align-left", "左对齐", "Ctrl+L", Align.LEFT),
        ("align-center", "居中", "Ctrl+E", Align.CENTER),
        ("align-right", "右对齐", "Ctrl+R", Align.RIGHT),
    ):
        yield Command(name, title, "format.set_align", menu, 2, keys, name, value=align)
    yield Command("align-role", "按段落类型对齐", "format.align_as_role", menu, 2)
    yield Command("turn-table", "表格横排或竖排", "format.turn_table", menu, 2, tip=_TURN)
    for role, name, keys in ROLES:
        yield Command(
            f"role-{role}", name, "format.set_role", f"{menu}/段落类型", 3, keys, value=role
        )
    yield Command(
        "role-auto", "由程序识别", "format.recognize_role", f"{menu}/段落类型", 3, "Ctrl+Alt+A"
    )


def writing() -> Iterable[Command]:
    """Yield the actions of the menu 编辑 on paragraphs."""
    menu = "编辑/段落"
    yield Command("line-up", "段落上移", "writing.move_line", menu, 4, "Alt+Up", value=-1)
    yield Command("line-down", "段落下移", "writing.move_line", menu, 4, "Alt+Down", value=1)
    yield Command("duplicate-line", "重复本段", "writing.duplicate_line", menu, 4, "Ctrl+D")
    yield Command("join-lines", "与下段合并", "writing.join_lines", menu, 4, "Ctrl+Shift+J")
    yield Command("join-broken", "合并被拆开的行", "writing.join_broken", menu, 4)
    yield Command("select-sentence", "选中本句", "writing.select_sentence", menu, 4, "Ctrl+Alt+S")
    yield Command(
        "select-paragraph", "选中本段", "writing.select_paragraph", menu, 4, "Ctrl+Shift+A"
    )
    yield Command("format-painter", "格式刷", "writing.paint_format", "格式", 4, "Ctrl+Shift+C")
    yield Command(
        "clear-format",
        "清除格式",
        "writing.clear_formatting",
        "格式",
        4,
        "Ctrl+\\",
        "clear-format",
    )


def going() -> Iterable[Command]:
    """Yield the actions of the menu 编辑 that go to a place."""
    run = "places.go_to"
    yield Command("go-to", "转到标题或书签…", run, "编辑", 3, "Ctrl+G", "outline", also="F5")
    yield Command("find-next", "查找下一处", "view.find_on", "编辑", 3, "F3", value=1)
    yield Command("find-previous", "查找上一处", "view.find_on", "编辑", 3, "Shift+F3", value=-1)
    yield Command("go-back", "回到上次改动处", "places.go_back", "编辑", 3, "Shift+F5")
    menu = "编辑/书签"
    toggle = "places.toggle_bookmark"
    yield Command("bookmark", "加上或去掉书签", toggle, menu, 3, "Ctrl+F2", "bookmark")
    for name, title, keys, way in (
        ("next", "下一个书签", "Alt+PgDown", 1),
        ("previous", "上一个书签", "Alt+PgUp", -1),
    ):
        run = "places.go_bookmark"
        yield Command(f"{name}-bookmark", title, run, menu, 3, keys, value=way)


def focusing() -> Iterable[Command]:
    """Yield the actions of the menu 视图 on the text itself."""
    menu = "视图"
    yield Command("focus-paragraph", "只亮本段", "writing.focus_paragraph", menu, 3, checkable=True)
    yield Command("focus-section", "只亮本节", "writing.focus_section", menu, 3, checkable=True)
    yield Command("typewriter", "打字机滚动", "writing.typewriter", menu, 3, checkable=True)


_SNIPPETS = (
    ("save-snippet", "存为常用表述…", "save_selection", "Ctrl+Alt+K", "snippet"),
    ("new-snippet", "新写一条…", "new", "", "new"),
    ("restore-snippet", "恢复刚删除的", "restore", "", "undo"),
    ("harvest-snippets", "从旧文稿采集…", "harvest_asked", "", "extract"),
    ("import-snippets", "导入常用表述…", "import_asked", "", "open"),
    ("export-snippets", "导出常用表述…", "export_asked", "", "save-as"),
)


def inserting() -> Iterable[Command]:
    """Yield the actions of the menu 插入."""
    menu = "插入"
    yield Command("insert-snippet", "常用表述…", "phrases.call", menu, 1, "Alt+/", "snippet")
    for name, title, run, keys, icon in _SNIPPETS:
        yield Command(name, title, f"phrases.{run}", f"{menu}/自己的表述", 1, keys, icon)
    for name, title, keys in (
        ("expand", "展开为完整表述", "Ctrl+Alt+E"),
        ("contract", "收起为简称", ""),
    ):
        yield Command(f"{name}-phrase", title, f"phrases.{name}", menu, 1, keys)
    yield Command(
        "next-slot", "下一个待填项", "writing.next_slot", menu, 2, "Ctrl+F8", "slot", value=1
    )
    yield Command(
        "previous-slot", "上一个待填项", "writing.next_slot", menu, 2, "Ctrl+Shift+F8", value=-1
    )
    yield Command("fill-slots", "填写待填项…", "view.to_fields", menu, 2, "", "fields")
    yield Command("name-slot", "给待填项命名…", "kinds.name_slot", menu, 2, "", "rename")
    for number, form in enumerate(DateForm):
        keys = "Alt+Shift+D" if not number else ""
        yield Command(
            f"date-{number}",
            form.value,
            "writing.insert_date",
            f"{menu}/今天的日期",
            3,
            keys,
            value=form,
        )
    for sign in SIGNS:
        yield Command(
            f"sign-{ord(sign[0]):x}", sign, "writing.insert_text", f"{menu}/公文符号", 3, value=sign
        )
