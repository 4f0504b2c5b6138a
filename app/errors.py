"""The few kinds of error a user can act on; their text is shown as it stands, in Chinese."""

from __future__ import annotations

from pathlib import Path


class AppError(Exception):
    """Something went wrong that the user can understand and mend; `str()` is the message."""


class UnreadableFile(AppError):
    """A file could not be read: absent, forbidden, damaged or of another kind."""

    def __init__(self, path: Path | str, reason: str) -> None:
        """`reason` says in Chinese what is the matter and what the user can do."""
        super().__init__(f"无法打开“{Path(path).name}”：{reason}")


class UnfitFile(AppError):
    """A file was read, but it is not what can be taken in here."""

    def __init__(self, path: Path | str, reason: str) -> None:
        """`reason` says in Chinese what is the matter and what the user can do."""
        super().__init__(f"无法导入“{Path(path).name}”：{reason}")


class UnwritableFile(AppError):
    """A file could not be written; whatever stood there before is untouched."""

    def __init__(self, path: Path | str, reason: str) -> None:
        """`reason` says in Chinese what is the matter and what the user can do."""
        super().__init__(f"无法保存“{Path(path).name}”：{reason}")
