"""What the rules on rows of words share: the characters of words, and lines that are but rows."""

from __future__ import annotations

import re
from typing import Final

CHARACTER: Final = "[\u4e00-\u9fff]"
_SENT = re.compile(r"\s*(?:抄送|主送|抄报|分送|报|发)[:：]")


def sent_to(text: str) -> bool:
    """Whether a line tells to whom a paper is sent, whose names commas part in groups."""
    return _SENT.match(text) is not None
