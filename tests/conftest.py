"""Every test keeps to folders of its own, and Qt never looks for a display."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes tells of the machine, which may be busy, not of the code.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Every run tries the same examples; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("steady", settings.get_profile("search"), derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Settings and data of the user who runs the tests are neither read nor written."""
    monkeypatch.setenv("WENHENG_HOME", str(tmp_path_factory.mktemp("home")))
