"""What Qt's own Chinese translation leaves in English, in Chinese."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

# Found by asking every dialog of Qt's that the program may show: of files, printers and pages.
_WORDS = {
    "&Look in:": "查找范围(&L)：",
    "Files of &type:": "文件类型(&T)：",
    "Drive": "驱动器",
    "Folder": "文件夹",
    "Page &order:": "页面顺序(&O)：",
    "Pages &per sheet:": "每张页数(&P)：",
    "Page &Set:": "页码范围(&S)：",
}


class Wording(QTranslator):
    """Installed before Qt's own translation it is asked only for what that one lacks."""

    def isEmpty(self) -> bool:
        """Qt asks no translation that says it is empty."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the Chinese of a text, the text itself where there is none."""
        del context, disambiguation, n
        return _WORDS.get(sourceText, sourceText)
