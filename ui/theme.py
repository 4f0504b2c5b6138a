"""The colours, the style sheet, the fonts and the icons of the interface."""

from __future__ import annotations

import string
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import shipped

if TYPE_CHECKING:
    from ui.editor.look import EditorColors

# The first that is installed is taken: Windows, Kylin and UOS, macOS, other Linux.
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "SimSun",
)
_POINTS = 9.5


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; `accent` is the only one that is not a calm grey or a severity."""

    name: str
    dark: bool
    ground: str  # menus, toolbar, status bar
    surface: str  # panels and fields
    raised: str  # menus and tips above the rest
    desk: str  # what the page lies on
    page: str  # the paper
    ink: str  # the text on the paper
    border: str
    text: str
    muted: str
    faint: str
    hover: str
    pressed: str
    chosen: str
    scroll: str
    accent: str
    accent_hover: str
    accent_text: str
    selection: str
    selection_text: str
    banner: str
    error: str
    warning: str
    hint: str
    good: str


LIGHT = Theme(
    name="light", dark=False,
    ground="#f4f5f7", surface="#ffffff", raised="#ffffff", desk="#eceef1", page="#ffffff",
    ink="#1d1f23", border="#dcdfe4", text="#24272c", muted="#646b75", faint="#a3a9b2",
    hover="#edf0f3", pressed="#e0e4e9", chosen="#e1ecf7", scroll="#c6cbd2",
    accent="#2f6fb2", accent_hover="#3b7fc6", accent_text="#ffffff",
    selection="#bcd7f5", selection_text="#1d1f23", banner="#fdf5e0",
    error="#d13438", warning="#c77700", hint="#3b82c4", good="#3f8a4d",
)  # fmt: skip
DARK = Theme(
    name="dark", dark=True,
    ground="#202329", surface="#26292f", raised="#2d3138", desk="#16181c", page="#1f2227",
    ink="#dcdfe4", border="#3a3f47", text="#dcdfe4", muted="#9aa1ac", faint="#656c76",
    hover="#31353c", pressed="#3b4048", chosen="#2b3f56", scroll="#4d535c",
    accent="#6aa9ec", accent_hover="#84b9f0", accent_text="#14171b",
    selection="#2f4f78", selection_text="#ffffff", banner="#3a3524",
    error="#f2777a", warning="#e5a54b", hint="#6cb2eb", good="#7abf85",
)  # fmt: skip
CONTRAST = Theme(
    name="contrast", dark=True,
    ground="#000000", surface="#000000", raised="#000000", desk="#000000", page="#000000",
    ink="#ffffff", border="#ffffff", text="#ffffff", muted="#ffffff", faint="#b0b0b0",
    hover="#333333", pressed="#4d4d4d", chosen="#00407a", scroll="#ffffff",
    accent="#ffd500", accent_hover="#ffe45c", accent_text="#000000",
    selection="#ffd500", selection_text="#000000", banner="#1f1f00",
    error="#ff7b72", warning="#ffd500", hint="#6ecbff", good="#7dff8a",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def palette(theme: Theme) -> QPalette:
    """Return the palette that Fusion draws with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.border,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(theme.faint))
    return made


def stylesheet(theme: Theme, scale: int) -> str:
    """Return the style sheet of a theme; `scale` is the size of the interface in percent."""
    sheet = (shipped("resources") / "theme" / "style.qss").read_text("utf-8")
    base = 13 * scale / 100
    values = {key: str(value) for key, value in asdict(theme).items()}
    values["box"] = f"{16 * max(scale, 100) / 100:.0f}"
    values["line"] = f"{18 * max(scale, 100) / 100:.0f}"  # of letters, in fields and buttons
    values["ring"] = theme.text if theme.selection == theme.accent else theme.selection
    values |= {"large": f"{base * 1.25:.0f}", "huge": f"{base * 1.7:.0f}"}
    pictures = {
        "arrow": "down",
        "arrow_up": "up",
        "tick": "tick",
        "branch_open": "down",
        "branch_closed": "right",
        "back": "left",
    }
    for key, name in pictures.items():
        values[key] = _picture(name, theme).as_posix()
    return string.Template(sheet).substitute(values)


def font(scale: int) -> QFont:
    """Return the font of the interface."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(_POINTS * scale / 100)
    return made


def grown(pixels: int) -> int:
    """Return a measure for the usual size of letters as one for the size the user has chosen."""
    chosen = QGuiApplication.font().pointSizeF()
    return round(pixels * max(chosen / _POINTS, 1.0))


@lru_cache(maxsize=512)
def icon(name: str, color: str, disabled: str = "") -> QIcon:
    """Return a shipped drawing in a colour, crisp at the usual size and at twice it."""
    made = QIcon()
    for size in (20, 40):
        made.addPixmap(pixmap(name, color, size))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=1024)
def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return a shipped drawing in a colour, `size` logical pixels wide."""
    drawing = _drawing(name).replace("currentColor", color)
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def editor_colors(theme: Theme) -> EditorColors:
    """Return the colours of the page and its marks."""
    from ui.editor.look import DARK as DARK_PAGE
    from ui.editor.look import LIGHT as LIGHT_PAGE

    return replace(
        DARK_PAGE if theme.dark else LIGHT_PAGE,
        page=theme.page, ground=theme.desk, text=theme.ink, muted=theme.muted,
        accent=theme.accent, error=theme.error, warning=theme.warning, hint=theme.hint,
        selection=theme.selection, selection_text=theme.selection_text,
    )  # fmt: skip


def mark() -> QIcon:
    """Return the mark of the program."""
    return icon("wenheng", LIGHT.accent)


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return (shipped("resources") / "icons" / f"{name}.svg").read_text("utf-8")


def _picture(name: str, theme: Theme) -> Path:
    """Return the file of a drawing in the muted colour, for the style sheet, which needs a file."""
    return shipped("resources") / "theme" / f"{name}-{theme.name}.svg"
