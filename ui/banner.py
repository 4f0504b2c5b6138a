"""A line above the text that tells something without stopping the writing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui import theme
from ui.theme import Theme


class Banner(QFrame):
    """Shows one message with up to one action; hidden where there is none."""

    def __init__(self, colors: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._run: Callable[[], object] | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._act)
        self._close = QToolButton(self)
        self._close.setAccessibleName("关闭提示")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        for part in (self.button, self._close):  # a click leaves the writer where he is
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        self.set_theme(colors)
        self.hide()

    @property
    def text(self) -> str:
        """What is told, "" where nothing is."""
        return "" if self.isHidden() else self._label.text()

    def set_theme(self, colors: Theme) -> None:
        """Draw in other colours."""
        self._close.setIcon(theme.icon("close", colors.muted))

    def tell(self, text: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Tell `text`; the button `action` runs `run` and puts the message away."""
        self._label.setText(text)
        self._run = run
        self.button.setText(action)
        self.button.setVisible(run is not None)
        self.show()

    def _act(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()
