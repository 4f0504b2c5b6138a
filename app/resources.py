"""Where the files shipped with the program lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """Return the shipped top-level folder `folder` ("resources" or "templates").

    The wheel carries it inside `app`, a checkout beside it. Raises FileNotFoundError when the
    installation is incomplete.
    """
    for candidate in (_PACKAGE / "shipped" / folder, _PACKAGE.parent / folder):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"shipped folder {folder!r} is missing")
