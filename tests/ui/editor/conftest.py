"""What every test of the editor needs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture(autouse=True, scope="session")
def _clipboard_empty_at_the_end():
    """Content made in Python must not outlive it in the clipboard: Qt would fall over it."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
