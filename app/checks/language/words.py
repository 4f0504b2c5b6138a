"""Where the words of a text begin and end; the only place that knows the segmenter.

Several rules ask in turn for the words of some paragraphs: the last answers are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from itertools import accumulate
from typing import Any, TypeAlias

Word: TypeAlias = tuple[int, int]

AT_ONCE = 800  # paragraphs that the rules read at once, at most
KEPT = AT_ONCE + 64  # texts whose words are kept: those paragraphs, and stretches cut by themselves
_NOMINAL = frozenset(("vn", "an", "j", "b", "s", "eng"))


@lru_cache(maxsize=KEPT)
def cut(text: str) -> list[Word]:
    """Return (start, end) of each word of the text, in order and without gaps."""
    return _placed(_segmenter()(text))


@lru_cache(maxsize=KEPT)
def parts(text: str) -> list[str]:
    """Return the words of the text that the dictionary knows; what it does not know falls apart."""
    return [*_dictionary()(text)]


@lru_cache(maxsize=KEPT)
def pieces(text: str) -> list[Word]:
    """Return (start, end) of each of the parts of the text."""
    return _placed(parts(text))


def _placed(words: Iterable[str]) -> list[Word]:
    ends = [*accumulate(map(len, words))]
    return list(zip([0, *ends], ends, strict=False))


def sorts(text: str) -> list[tuple[str, str]]:
    """Return the words of a short text, each with its part of speech: n, v, a, nr and the like."""
    module: Any = _module()
    if module.__name__ == "jieba":
        module = import_module("jieba.posseg")
        return [(pair.word, pair.flag) for pair in module.cut(text)]
    return [*module.tag(text)]


def tagged(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a short text, and of what sort each is as far as models look at it.

    That is the first letter; 的, 地 and 得 are told apart, and 管理 from 管.
    """
    told = sorts(text)
    kinds = [sort if sort == "vn" else sort[: 2 if sort[0] == "u" else 1] for _, sort in told]
    return [word for word, _ in told], kinds


def shape(text: str) -> tuple[tuple[int, str], ...]:
    """Return how long the words of a short text are and of what sort, by its first letter."""
    return tuple([(len(word), sort[0]) for word, sort in sorts(text)])


def nominal(sort: str) -> bool:
    """Whether a part of speech is that of a noun or of what stands for one: 管理, 教育局."""
    return sort[0] == "n" or sort in _NOMINAL


@lru_cache(maxsize=1)
def _segmenter() -> Callable[[str], Iterable[str]]:
    """Return rjieba's cut where it is installed (fifty times as fast), else that of jieba."""
    module: Any = _module()
    return module.cut


@lru_cache(maxsize=1)
def _dictionary() -> Callable[[str], Iterable[str]]:
    """Return the segmenter with no guesses at words it does not know."""
    module: Any = _module()
    if module.__name__ == "jieba":
        return lambda text: module.cut(text, HMM=False)
    return lambda text: module.cut(text, False)  # noqa: FBT003  rjieba names it differently by version


def _module() -> Any:
    try:
        return import_module("rjieba")
    except ImportError:
        module: Any = import_module("jieba")
        module.setLogLevel("WARNING")
        return module
