"""Where the files shipped with the program lie, and the office's own that stand beside them."""

from __future__ import annotations

import os
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


def own(folder: str) -> Path:
    """Return where the office's own files of a kind lie; it need not exist."""
    home = os.environ.get("WENHENG_HOME")  # as app.settings has it
    if home:
        return Path(home) / "data" / folder
    import platformdirs

    return Path(platformdirs.user_data_dir("wenheng", appauthor=False)) / folder
