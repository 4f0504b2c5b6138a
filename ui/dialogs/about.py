"""What the program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

import app
from ui import theme
from ui.dialogs.frame import Frame
from ui.theme import Theme

_TEXT = (
    "离线的中文公文写作助手：看得见结构，用得上好句，查得出差错，排得成版式。\n\n"
    "文稿只保存在本机，程序不联网。\n\n"
    "按 MIT 许可发布。界面用 Qt（PySide6，LGPL）。"
)


class AboutDialog(Frame):
    """Name, version, licence."""

    def __init__(self, colors: Theme, parent: QWidget | None) -> None:
        super().__init__("关于文衡", parent, 400)
        picture = QLabel(self)
        picture.setPixmap(theme.pixmap("wenheng", colors.accent, 64, 2.0))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        name = QLabel(f"文衡 {app.__version__}", self)
        name.setProperty("role", "title")
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text = QLabel(_TEXT, self)
        text.setWordWrap(True)
        for widget in (picture, name, text):
            self.column.addWidget(widget)
        self.add_buttons([], [self.closing_button()])
