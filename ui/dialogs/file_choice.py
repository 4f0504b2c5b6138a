"""The dialog that asks for files: the desktop's own, or Qt's with room and the usual places.

The program brings no plug-in of the Chinese Linux desktops, so there Qt's own is what is seen.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QSplitter, QTreeView, QWidget

from ui import theme
from ui.dialogs.frame import room_for

_WIDTH, _HEIGHT, _SIDE = 820, 480, 140  # pixels at 100 %
_COLUMNS = 290, 90, 120, 150  # name, size, kind, date
_PLACES = (
    QStandardPaths.StandardLocation.HomeLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
)


def file_dialog(
    parent: QWidget | None, title: str, at: Path, kinds: str, mode: QFileDialog.FileMode
) -> QFileDialog:
    """Return a dialog that begins in the folder `at`, or proposes the file `at` where saving.

    `kinds` are the kinds to choose from, as Qt writes them, "" for folders. A name to save under
    takes the suffix of the kind chosen.
    """
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setSupportedSchemes(["file"])
    if kinds:
        dialog.setNameFilters(kinds.split(";;"))
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(at.parent))
        dialog.selectFile(at.name)
        dialog.filterSelected.connect(partial(_take_suffix, dialog))
    else:
        dialog.setDirectory(str(at))
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    splitter = dialog.findChild(QSplitter, "splitter")
    if splitter is not None:  # Qt's own
        _give_room(dialog, splitter)
    return dialog


def asked(dialog: QFileDialog) -> list[Path]:
    """Show the dialog and return what was chosen, nothing where it was put away."""
    taken = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles() if taken else []
    dialog.deleteLater()
    return [Path(name) for name in names]


def _give_room(dialog: QFileDialog, splitter: QSplitter) -> None:
    places = [QStandardPaths.writableLocation(place) for place in _PLACES]
    standing = dict.fromkeys(place for place in places if Path(place).is_dir())
    computer = QUrl("file:")
    dialog.setSidebarUrls([computer, *map(QUrl.fromLocalFile, standing)])
    dialog.resize(QSize(theme.grown(_WIDTH), theme.grown(_HEIGHT)).boundedTo(room_for(dialog)))
    splitter.setSizes([theme.grown(_SIDE), theme.grown(_WIDTH - _SIDE)])
    names = dialog.findChild(QTreeView, "treeView")
    if names is not None:
        for column, width in enumerate(_COLUMNS):
            names.header().resizeSection(column, theme.grown(width))


def _take_suffix(dialog: QFileDialog, kind: str) -> None:
    """Give the name the first suffix of a kind, written as in “网页 (*.html)”."""
    _, found, suffix = kind.partition("(*.")
    named = dialog.selectedFiles()
    if found and named and Path(named[0]).suffix:
        dialog.selectFile(Path(named[0]).with_suffix(f".{suffix.rstrip(')').split()[0]}").name)
