"""Qt's own Chinese translation in the words of Chinese desktops, with what it leaves in English."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

# Found by asking every dialog of Qt's that the program may show: of files, printers and pages.
_LACKING = {
    "&Look in:": "查找范围(&L)：",
    "Files of &type:": "文件类型(&T)：",
    "Drive": "驱动器",
    "Folder": "文件夹",
    "Page &order:": "页面顺序(&O)：",
    "Pages &per sheet:": "每张页数(&P)：",
    "Page &Set:": "页码范围(&S)：",
}
# What Qt says otherwise than Windows, Kylin and UOS do, by the part of Qt and its English.
_USUAL = {
    "QFileSystemModel": {"Size": "大小", "Computer": "此电脑", "My Computer": "此电脑"},
    "QFileDialog": {
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
            "%1\n找不到这个文件夹。\n请核对文件夹的名称。",
        "%1\nFile not found.\nPlease verify the correct file name was given.":
            "%1\n找不到这个文件。\n请核对文件名。",
        "%1 already exists.\nDo you want to replace it?": "%1 已存在。\n要替换它吗？",
        "'%1' is write protected.\nDo you want to delete it anyway?":
            "“%1”是只读的。\n仍要删除吗？",
        "Are you sure you want to delete '%1'?": "确定要删除“%1”吗？",
        "Change to detail view mode": "显示详细信息",
        "Change to list view mode": "显示列表",
        "Could not delete directory.": "无法删除文件夹。",
        "Create a New Folder": "新建文件夹",
        "Detail View": "详细信息",
        "Directories": "文件夹",
        "Directory:": "文件夹：",
        "File &name:": "文件名(&N)：",
        "Find Directory": "查找文件夹",
        "Go to the parent directory": "上一级文件夹",
        "List View": "列表",
        "List of places and bookmarks": "常用位置",
        "My Computer": "此电脑",
        "Parent Directory": "上一级文件夹",
    },
    "QLineEdit": {"&Undo": "撤销(&U)"},
    "QWidgetTextControl": {"&Undo": "撤销(&U)"},
    "QPageSetupWidget": {
        "Margins": "页边距",
        "Points (pt)": "磅 (pt)",
        "Reverse landscape": "横向（倒转）",
        "Reverse portrait": "纵向（倒转）",
    },
    "QPrintDialog": {
        "%1 already exists.\nDo you want to overwrite it?": "%1 已存在。\n要替换它吗？",
        "%1 is a directory.\nPlease choose a different file name.":
            "%1 是一个文件夹。\n请另起一个文件名。",
        "File %1 is not writable.\nPlease choose a different file name.":
            "文件 %1 不能写入。\n请另起一个文件名。",
        "Print To File ...": "打印到文件…",
    },
    "QPrintSettingsOutput": {
        "Grayscale": "灰度",
        "Long side binding": "长边翻转",
        "Pages": "页码",
        "Pages from": "页码从",
        "Reverse": "逆序打印",
        "Selection": "选中的内容",
        "Short side binding": "短边翻转",
    },
}  # fmt: skip


class Wording(QTranslator):
    """The translation of Qt, corrected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def isEmpty(self) -> bool:
        """Qt asks no translation that says it is empty; ours has words where Qt's is not there."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the Chinese of a text, the text itself where there is none."""
        usual = _USUAL.get(context, {}).get(sourceText)
        if usual:
            return usual
        shipped = super().translate(context, sourceText, disambiguation, n)
        return shipped or _LACKING.get(sourceText, sourceText)
