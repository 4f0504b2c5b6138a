"""The private test input beside the checkout; tests that use it skip where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the private test input is absent"
)


def seed(name: str) -> Path:
    """Return the path of a real text."""
    return SHARED / "seeds" / name
