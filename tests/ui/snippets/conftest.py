"""A draft whose writer looks for common formulations."""

from __future__ import annotations

import pytest

DRAFT = "清河县2026年工作要点\n一、抓学习\n扎实开展学习。\n二、抓落实\n认真推进落实。\n"


@pytest.fixture
def draft(window, tmp_path):
    """A window with a draft, the caret at its end."""
    path = tmp_path / "要点.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    window.go_to_end_of(4)
    return window


@pytest.fixture
def panel(draft):
    """The panel of the common formulations beside that draft."""
    draft.run_command("to-snippets")
    return draft.snippets
