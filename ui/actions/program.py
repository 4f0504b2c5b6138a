"""The actions that any program has, and those on checks and views, as data."""

from __future__ import annotations

from collections.abc import Iterable

from ui.actions.command import Command
from ui.actions.review import delivering


def files() -> Iterable[Command]:
    """Yield the actions on files."""
    menu = "文件"
    yield Command(
        "new",
        "新建文稿…",
        "files.new",
        menu,
        1,
        "Ctrl+N",
        "new",
        "按文种新建一份文稿",
        toolbar=1,
        needs="",
    )
    yield Command(
        "open",
        "打开…",
        "files.open",
        menu,
        1,
        "Ctrl+O",
        "open",
        "打开 TXT 或 DOCX 文件",
        toolbar=1,
        needs="",
    )
    yield Command("save", "保存", "files.save", menu, 2, "Ctrl+S", "save", "保存文稿", toolbar=1)
    yield Command(
        "save-as", "另存为…", "files.save_as_asked", menu, 2, "Ctrl+Shift+S", "save-as", also="F12"
    )
    yield Command("save-copy", "保存副本…", "files.save_copy", menu, 2)
    yield Command("versions", "查看旧版…", "versions.show", menu, 2, icon="recent")
    yield Command(
        "compare",
        "比较版本…",
        "versions.compare",
        menu,
        2,
        "Ctrl+Alt+D",
        "split",
        "和保存的文件、旧版或别的文件逐段逐词比较",
    )


def output() -> Iterable[Command]:
    """Yield what comes of a text: PDF, print, the renewed, the template."""
    menu = "文件"
    yield from delivering()
    yield Command(
        "export-pdf",
        "导出 PDF…",
        "printing.export_pdf_asked",
        menu,
        3,
        icon="pdf",
        tip="按版式导出 PDF",
        toolbar=1,
    )
    yield Command(
        "official",
        "版头和版记…",
        "printing.ask_official",
        menu,
        3,
        tip="填写发文机关标志、发文字号、抄送、印发等，选择是否用印",
    )
    yield Command(
        "layout", "版式…", "details.choose_layout", menu, 3, tip="选择保存和打印时采用的版式"
    )
    yield Command("preview", "打印预览", "printing.preview", menu, 3, "Ctrl+Shift+V", icon="report")
    yield Command("print", "打印…", "printing.print", menu, 3, "Ctrl+P", "print", toolbar=1)
    yield Command(
        "rollover",
        "旧稿翻新…",
        "kinds.roll_over",
        menu,
        4,
        icon="rollover",
        tip="把去年的文稿改成今年的，逐条确认",
    )
    yield Command(
        "extract",
        "提取模板…",
        "kinds.extract_template",
        menu,
        4,
        icon="extract",
        tip="留下标题和起首句，具体内容变成待填项",
    )
    yield Command(
        "preferences", "设置…", "help.show_preferences", menu, 5, "Ctrl+,", "settings", needs=""
    )
    yield Command("close", "关闭", "close", menu, 6, "Ctrl+W", "close", needs="")
    yield Command("quit", "退出文衡", "files.quit", menu, 6, "Ctrl+Q", needs="")


def edits() -> Iterable[Command]:
    """Yield the actions of any editor."""
    menu = "编辑"
    yield Command("undo", "撤销", "editor.undo", menu, 1, "Ctrl+Z", "undo", toolbar=2)
    yield Command("redo", "重做", "editor.redo", menu, 1, "Ctrl+Y", "redo", toolbar=2)
    yield Command("cut", "剪切", "editor.cut", menu, 2, "Ctrl+X", "cut")
    yield Command("copy", "复制", "editor.copy", menu, 2, "Ctrl+C", "copy")
    yield Command("paste", "粘贴", "editor.paste", menu, 2, "Ctrl+V", "paste")
    yield Command("paste-plain", "只粘贴文字", "editor.paste_plain", menu, 2, "Ctrl+Alt+V")
    yield Command("select-all", "全选", "editor.selectAll", menu, 2, "Ctrl+A")
    yield Command("find", "查找…", "view.find", menu, 3, "Ctrl+F", "find", toolbar=2)
    yield Command("replace", "替换…", "view.replace", menu, 3, "Ctrl+H")


def checks() -> Iterable[Command]:
    """Yield the actions of the menu 检查 on findings."""
    menu = "检查"
    yield Command(
        "check-now",
        "检查全文",
        "checks.run",
        menu,
        1,
        "F7",
        "check-text",
        "检查全文，列出全部问题",
        toolbar=4,
    )
    yield Command("next-finding", "下一个问题", "checks.next", menu, 1, "F8", "next")
    yield Command(
        "previous-finding", "上一个问题", "checks.previous", menu, 1, "Shift+F8", "previous"
    )
    yield Command("quick-fix", "改正当前问题", "checks.fix_here", menu, 2, "Alt+Return", "fix")
    yield Command("fix-rule", "同类问题全部改正…", "checks.fix_all_of_rule", menu, 2, "", "fix")
    yield Command(
        "ignore-here", "忽略当前问题", "checks.ignore_here", menu, 3, "Ctrl+Alt+I", "ignore"
    )
    yield Command("ignored", "已忽略的问题…", "checks.show_ignored", menu, 3)
    yield Command("explain", "这条规则的说明", "checks.explain_here", menu, 3, "Ctrl+F1", "help")
    yield Command(
        "lexicons",
        "提法和词表数据…",
        "checks.show_lexicons",
        menu,
        4,
        tip="查看检查所依据的数据，导入本单位更新的提法",
    )
    yield Command("report", "检查报告…", "checks.save_report", menu, 4, "", "report")


def views() -> Iterable[Command]:
    """Yield the actions on panels and where the keys go."""
    menu = "视图"
    yield Command(
        "show-outline",
        "提纲面板",
        "view.show_outline",
        menu,
        1,
        "Ctrl+1",
        "panel-left",
        checkable=True,
        needs="",
    )
    yield Command(
        "show-side",
        "右侧面板",
        "view.show_side",
        menu,
        1,
        "Ctrl+2",
        "panel-right",
        checkable=True,
        needs="",
    )
    places = f"{menu}/转到"
    yield Command("to-findings", "转到问题", "view.to_findings", places, 1, "Ctrl+Shift+1")
    yield Command("to-snippets", "转到常用表述", "view.to_snippets", places, 1, "Ctrl+J", "snippet")
    yield Command("to-fields", "转到要素", "view.to_fields", places, 1, "Ctrl+Shift+3", "fields")
    yield Command("to-guide", "转到写作提示", "kinds.show_guide", places, 1, "Ctrl+Shift+4")
    yield Command("to-outline", "转到提纲", "view.to_outline", places, 1, "Ctrl+Shift+O", "outline")
    yield Command("to-editor", "转到正文", "view.to_editor", places, 1, "Ctrl+Shift+E")
    yield Command("next-place", "到下一个面板", "view.move_on", places, 1, "F6", value=1)
    yield Command("previous-place", "到上一个面板", "view.move_on", places, 1, "Shift+F6", value=-1)


def looks() -> Iterable[Command]:
    """Yield the actions on size and place of the page."""
    menu = "视图"
    yield Command("zoom-in", "放大", "view.zoom", menu, 2, "Ctrl++", "zoom-in", value=1)
    yield Command("zoom-out", "缩小", "view.zoom", menu, 2, "Ctrl+-", "zoom-out", value=-1)
    yield Command("zoom-100", "实际大小", "view.zoom", menu, 2, "Ctrl+0", value=0)
    yield Command("zoom-fit", "适合宽度", "view.fit_width", menu, 2, "Ctrl+9")
    yield Command(
        "focus",
        "专注写作",
        "alone.set_focus_mode",
        menu,
        3,
        "F9",
        "focus",
        "收起面板和工具栏，只留正文",
        checkable=True,
    )
    yield Command(
        "full-screen",
        "全屏",
        "alone.set_full_screen",
        menu,
        3,
        "F11",
        "full-screen",
        checkable=True,
        needs="",
    )
    yield Command(
        "split-same",
        "拆分窗口",
        "opening.split",
        menu,
        3,
        icon="split",
        tip="同时看同一文稿的两处",
        checkable=True,
    )
    yield Command(
        "split",
        "对照窗口…",
        "view.show_beside",
        menu,
        3,
        "",
        "split",
        "在旁边打开另一份文稿对照着写",
    )


def colors() -> Iterable[Command]:
    """Yield the actions on colours, and the counts."""
    menu = "视图"
    yield Command(
        "dark", "深色界面", "view.set_dark", menu, 4, "", "theme", checkable=True, needs=""
    )
    yield Command("contrast", "高对比界面", "view.set_contrast", menu, 4, checkable=True, needs="")
    yield Command("counts", "字数统计…", "view.show_counts", menu, 5, "Ctrl+Shift+G")


def helping() -> Iterable[Command]:
    """Yield the actions of the menu 帮助."""
    menu = "帮助"
    yield Command("manual", "使用说明", "help.show_manual", menu, 1, "F1", "help", needs="")
    yield Command(
        "palette",
        "查找命令…",
        "help.show_palette",
        menu,
        1,
        "Ctrl+Shift+P",
        "palette",
        "按名称或拼音首字母找到任何命令",
        needs="",
    )
    yield Command("tour", "快速入门", "help.show_tour", menu, 1, needs="")
    yield Command("shortcuts", "快捷键…", "help.show_shortcuts", menu, 1, needs="")
    yield Command("about", "关于文衡", "help.show_about", menu, 2, icon="about", needs="")
