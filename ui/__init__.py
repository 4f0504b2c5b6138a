"""The window: everything that needs Qt."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  it puts an import of its own in place of Python's

# PySide's import reads the source of each module, to see whether it may use snake case for Qt's
# names: 40 ms at the start, and Python keeps the lines, 7 MB. Here none does.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
