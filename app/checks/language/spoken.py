"""Paragraphs that tell of people or speak to them: words stand freely there, unlike in offices."""

from app.patterns import regex

_SPOKEN = regex(
    "(?<![其利排])他(?![人国用项乡日])|[她你您咱俺]|(?<![酒网茶])吧|[吗啊呀嘛哟哩啦](?=[，。！？”…]|$)|(?<!毛)呢(?=[，。！？”…]|$)"
)


def spoken(text: str) -> bool:
    """Whether a paragraph tells of somebody or speaks to him: what is unusual is no slip there."""
    return _SPOKEN.search(text) is not None
