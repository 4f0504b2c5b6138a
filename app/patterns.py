"""Regular expressions that are compiled when they are first used, not when a module is imported.

Compiling those that read documents takes longer than all else in the imports of the first window,
and a start page, or a text that needs few of them, does without most.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; holds its methods as its own from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        self.match, self.fullmatch, self.search = (
            compiled.match,
            compiled.fullmatch,
            compiled.search,
        )
        self.findall, self.finditer = compiled.findall, compiled.finditer
        self.sub, self.subn, self.split = compiled.sub, compiled.subn, compiled.split
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, or what stands for it; a mistake raises when it is used."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
