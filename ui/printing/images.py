"""Pictures of an opened file on the page: what can be shown, and how large."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader

from app.docx.objects import Picture

_PIXEL = 0.75  # points; a picture that names no size is shown at 96 dots an inch
_UNKNOWN = 120.0, 60.0  # points; the frame of a picture of which nothing is known
_MOST = 64  # megabytes that one picture may take when it is unpacked


@dataclass(frozen=True, slots=True)
class Image:
    """A picture at its place on the page, in points; nothing in `content` is shown as a frame."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return the size in points in which a picture fits into `width` by `height`."""
    wide, high = picture.width, picture.height
    if wide <= 0 or high <= 0:
        size = pixels(picture.content)
        wide, high = (size.width() * _PIXEL, size.height() * _PIXEL) if size else _UNKNOWN
        if not size and picture.height > 0:  # a line across the page
            wide, high = width, picture.height
    share = min(width / wide, height / high, 1.0)
    return wide * share, high * share


def pixels(content: bytes) -> QSize | None:
    """Return the size of a picture in pixels, None where it cannot be shown."""
    buffer, reader = _reader(content)
    size = reader.size() if content else QSize()
    buffer.close()
    return None if size.isEmpty() else size


@lru_cache(maxsize=16)  # pages are painted again and again while they are looked at
def image(content: bytes) -> QImage | None:
    """Return a picture to paint, None for what Qt cannot show, as the metafiles of Windows."""
    if pixels(content) is None:
        return None
    buffer, reader = _reader(content)
    found = reader.read()
    buffer.close()
    return None if found.isNull() else found


def _reader(content: bytes) -> tuple[QBuffer, QImageReader]:
    """Return a reader of a picture and the buffer that it reads, which must live as long."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MOST)
    return buffer, reader
