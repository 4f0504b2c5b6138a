"""One page for the first day: what the window holds and the keys worth knowing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.dialogs.frame import Frame
from ui.theme import Theme

_STOPS = (
    ("outline", "左边是提纲", "点一条就到那一节；拖动可以调整次序，序号自动跟着变。"),
    ("rename", "中间是正文", "样子和印出来的一样。写完一条按回车，接着给出下一个序号。"),
    ("check-text", "边写边查", "有问题的地方画波浪线，右边说明理由；F8 到下一处，Alt+回车改正。"),
    (
        "snippet",
        "常用表述",
        "Ctrl+J 按汉字、拼音或首字母查找，回车插入；写作时也会提示，按 Tab 采用。",
    ),
    (
        "slot",
        "待填项",
        "还没填的地方写作【单位】这样；Ctrl+F8 到下一处，“要素”里填一次，处处跟着变。",
    ),
    (
        "save",
        "保存、打印",
        "存成按国标排好版的 DOCX，也能导出 PDF；旧版和没保存的内容都留着，不会丢。",
    ),
    ("palette", "找不到命令时", "按 Ctrl+Shift+P，输入名称或拼音首字母；F1 打开使用说明。"),
)


class TourDialog(Frame):
    """Seven lines; stays beside the text and stops nothing."""

    sample_wished = Signal()

    def __init__(self, colors: Theme, parent: QWidget | None) -> None:
        super().__init__("快速入门", parent, 620)
        title = QLabel("用文衡写公文，先认识这几处", self)
        title.setProperty("role", "title")
        self.column.addWidget(title)
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (icon, name, text) in enumerate(_STOPS):
            picture, head, line = QLabel(self), QLabel(name, self), QLabel(text, self)
            picture.setPixmap(theme.pixmap(icon, colors.accent, theme.grown(18), 2.0))
            head.setProperty("role", "caption")
            line.setWordWrap(True)
            for column, label in enumerate((picture, head, line)):
                grid.addWidget(label, row, column, top)
        self.add_scrolled(page).setAccessibleName("快速入门")
        sample = QPushButton("打开样稿试一试", self)
        sample.clicked.connect(self._wish)
        self.add_buttons([sample], [self.closing_button("开始使用")])

    def _wish(self) -> None:
        self.accept()
        self.sample_wished.emit()
