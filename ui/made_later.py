"""Parts of a window that are imported and made when first used, for a quick first paint."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def made_later(module: str, name: str) -> Any:
    """Return an attribute that becomes `module.name(owner)` when it is first asked for."""
    return _MadeLater(module, name)


class _MadeLater:
    """Steps aside once the part is made: the owner's own attribute then hides it."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._class = module, name
        self._attribute = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._attribute = name

    def __get__(self, owner: Any, kind: type | None = None) -> Any:
        if owner is None:
            return self
        part = getattr(import_module(self._module), self._class)(owner)
        owner.__dict__[self._attribute] = part
        return part
