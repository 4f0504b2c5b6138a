"""How each role looks on the page: one row a role, the faces behind it, and the formats made of it.

Measures are those of GB/T 9704-2012 in points; zoom scales the device, never the formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from app.document.model import Align, Role, Run

LINE = 28.95  # points from line to line: 22 of them fill the type area
SIZE = 16.0  # 三号
COLUMN = 28  # characters a full line holds
DPI = 96
PIXELS = DPI / 72  # block formats measure in pixels of a 96 dpi device
_METER = 0.0254

SONG, HEI, KAI, FANG = "小标宋", "黑体", "楷体", "仿宋"

FACES: dict[str, tuple[str, ...]] = {
    SONG: ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "华文中宋", "STZhongsong"),
    HEI: ("黑体", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
    KAI: ("楷体", "楷体_GB2312", "KaiTi", "STKaiti", "AR PL UKai CN"),
    FANG: ("仿宋_GB2312", "仿宋", "FangSong", "STFangsong"),
}
_NOISE = "#8a9099"  # readable on a light and on a dark page
LAST_RESORT = ("Noto Serif CJK SC", "Source Han Serif SC", "宋体", "SimSun", "Noto Sans CJK SC")

_ALIGNED = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}


@dataclass(frozen=True, slots=True)
class EditorColors:
    """The colours of the editor as #rrggbb; `ground` lies around the page."""

    page: str
    ground: str
    text: str
    muted: str
    accent: str
    error: str
    warning: str
    hint: str
    slot: str
    hit: str
    selection: str
    selection_text: str


LIGHT = EditorColors(
    page="#ffffff",
    ground="#eceef1",
    text="#1d1f23",
    muted="#8a9099",
    accent="#2f6fb2",
    error="#d13438",
    warning="#c77700",
    hint="#3b82c4",
    slot="#fff1c2",
    hit="#c8ead0",
    selection="#bcd7f5",
    selection_text="#1d1f23",
)
DARK = EditorColors(
    page="#1f2227",
    ground="#16181c",
    text="#dcdfe4",
    muted="#7d8590",
    accent="#6aa9ec",
    error="#f2777a",
    warning="#e5a54b",
    hint="#6cb2eb",
    slot="#4d4220",
    hit="#2b5238",
    selection="#2f4f78",
    selection_text="#ffffff",
)


@dataclass(frozen=True, slots=True)
class RoleLook:
    """The look of one role; `indent` and `right` in characters, sizes in points.

    `run_in` tells that only the lead sentence has the face, the rest that of the body.
    """

    face: str = FANG
    size: float = SIZE
    align: Align = Align.JUSTIFY
    indent: int = 2
    right: int = 0
    line: float = LINE
    run_in: bool = False


LOOKS: dict[Role, RoleLook] = {
    Role.TITLE: RoleLook(SONG, 22, Align.CENTER, 0, line=36),
    Role.SUBTITLE: RoleLook(KAI, SIZE, Align.CENTER, 0),
    Role.DATE_LINE: RoleLook(KAI, SIZE, Align.CENTER, 0),
    Role.SALUTATION: RoleLook(indent=0),
    Role.PART: RoleLook(HEI, SIZE, Align.CENTER, 0),
    Role.HEADING1: RoleLook(HEI, run_in=True),
    Role.HEADING2: RoleLook(KAI, run_in=True),
    Role.HEADING3: RoleLook(),
    Role.HEADING4: RoleLook(),
    Role.ITEM: RoleLook(),
    Role.BODY: RoleLook(),
    Role.CLOSING: RoleLook(),
    Role.SIGNATURE: RoleLook(align=Align.RIGHT, indent=0, right=2),
    Role.DATE: RoleLook(align=Align.RIGHT, indent=0, right=4),
    Role.ATTACHMENT_NOTE: RoleLook(),
    Role.ATTACHMENT_LABEL: RoleLook(HEI, indent=0),
    Role.ANNOTATION: RoleLook(),
    Role.COPIES: RoleLook(size=14, indent=1, line=25),
    Role.NOISE: RoleLook(HEI, 10.5, Align.LEFT, 0, line=20),
    Role.BLANK: RoleLook(),
    Role.OBJECT: RoleLook(FANG, 12, Align.LEFT, 0, line=20),
}


def lead_end(role: Role, text: str) -> int:
    """Return where the part of `text` that has the face of its role ends, in code points."""
    stop = text.find("。") + 1 if LOOKS[role].run_in else 0
    return stop or len(text)


@cache
def families(face: str) -> tuple[str, ...]:
    """Return the installed families that stand in for a face, best first, never none.

    `face` is a key of FACES or any family name.
    """
    wanted = (*FACES.get(face, (face, *FACES[FANG])), *LAST_RESORT)
    return tuple([name for name in wanted if QFontDatabase.hasFamily(name)]) or (face,)


def substitute(face: str) -> bool:
    """Tell whether none of the families meant for the face is installed."""
    return families(face)[0] not in FACES.get(face, (face,))


def label_width(label: str) -> float:
    """Return the room a painted label takes, in characters of the text beside it."""
    return sum([1.0 if ord(sign) > 0x2000 else 0.5 for sign in label]) + 0.5 * label[
        -1:
    ].isascii() * bool(label)


def device(scale: float) -> QImage:
    """Return a device whose resolution makes a point as large as the zoom asks."""
    made = QImage(1, 1, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(round(DPI * scale / _METER))
    made.setDotsPerMeterY(round(DPI * scale / _METER))
    return made


def column_width(device: QImage) -> float:
    """Return how wide a full line of body text is on a device, in its pixels."""
    font = char_format(Role.BODY, Run(""), lead=False).font()
    line = QTextLayout("国" * COLUMN, font, device)
    line.beginLayout()
    line.createLine().setLineWidth(1e6)
    line.endLayout()
    return line.lineAt(0).naturalTextWidth()


def wrapping(alignment: Qt.AlignmentFlag, em: float) -> QTextOption:
    """Return how a paragraph is broken into lines; `em` is the width of a character."""
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(4 * em)
    return option


def block_format(role: Role, align: Align | None, label: str = "") -> QTextBlockFormat:
    """Return the paragraph format of a role, with an alignment of its own or None for the role's.

    `label` makes room before the text for a number that is painted there.
    """
    look = LOOKS[role]
    shape = QTextBlockFormat()
    shape.setAlignment(_ALIGNED[align or look.align])
    if align in (None, Align.JUSTIFY, Align.LEFT):
        shape.setTextIndent((look.indent + label_width(label)) * look.size * PIXELS)
    if align is None and look.right:
        shape.setRightMargin(look.right * look.size * PIXELS)
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    shape.setLineHeight(look.line * PIXELS, fixed)
    return shape


def char_format(role: Role, run: Run, *, lead: bool) -> QTextCharFormat:
    """Return the character format of a run in a role; `lead` as lead_end tells it."""
    look = LOOKS[role]
    face = run.font or (look.face if lead or not look.run_in else FANG)
    shape = QTextCharFormat()
    shape.setFontFamilies(list(families(face)))
    shape.setFontPointSize(run.size or look.size)
    if run.bold or (face == SONG and substitute(face)):
        shape.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        shape.setFontItalic(True)
    if run.underline:
        shape.setFontUnderline(True)
    if run.color and run.color not in ("000000", "auto"):
        shape.setForeground(QColor(f"#{run.color}"))
    elif role is Role.NOISE:
        shape.setForeground(QColor(_NOISE))
    return shape
