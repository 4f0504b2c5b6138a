"""Every test keeps to folders of its own, and Qt never looks for a display."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Settings and data of the user who runs the tests are neither read nor written."""
    monkeypatch.setenv("WENHENG_HOME", str(tmp_path_factory.mktemp("home")))
