"""What is said beside the list of findings."""

from __future__ import annotations

ALL_HIDDEN = "筛选之后问题都没有显示：点上面的图标，选择显示哪些。"
IN_TABLE = "表格里的字请用 Word 打开原文件改"


def health(words: int, errors: int, warnings: int) -> str:
    """Return how many places ask for work in a thousand characters, "" for a short text."""
    if words < 200:
        return ""
    if not errors + warnings:
        return "没有差错和存疑"
    return f"差错和存疑平均每千字 {(errors + warnings) * 1000 / words:.1f} 处"


def short(title: str) -> str:
    """Return the title of a mend, cut to what a button has room for."""
    return title if len(title) <= 14 else f"{title[:13]}…"


def escaped(text: str) -> str:
    """Return plain text as rich text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
