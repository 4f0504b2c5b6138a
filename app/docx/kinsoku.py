"""Marks that must not stand at the start or at the end of a line: GB/T 15834-2011, 5.1.

Word and LibreOffice follow them where a file says them, so that lines break alike everywhere.
"""

from __future__ import annotations

NEVER_FIRST = "，。、；：？！）》」』】〕〉〗”’～·,.;:?!)]}′"
NEVER_LAST = "（《「『【〔〈〖“‘([{￥"
