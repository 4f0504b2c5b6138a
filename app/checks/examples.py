"""The docstring of a rule, read into what the user is shown and what the tests run.

```
标题一行

为什么：一段或几段。

来源：标准与条款
选项：most 最多几个字
Bad: 推进⟦。。⟧完成 -> 推进。完成
Good: 推进……完成
Bad{2021-03-01 kind=tongzhi most=30}:
    title| 第一行
    ⟦三⟧、第二行 -> 二、第二行
```
An example is one line, or the indented lines below its label; `role| ` chooses a role. ⟦⟧ marks
what the rule finds; ` -> ` stands before what the line becomes, ∅ where the line goes.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from inspect import cleandoc
from itertools import takewhile

from app.document.model import Role, Span
from app.patterns import regex

_LABEL = regex(r"(?P<sort>Bad|Good)(?:\{(?P<setting>[^}]*)\})?:\s?(?P<text>.*)")
_ROLE = regex(r"(?P<role>[a-z_0-9]+)\| ?(?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must find fault with (`marks` not empty) or must leave alone.

    `lines` are the paragraphs, roles chosen where given; `marks` the stretches to find; `fixed`
    the paragraphs after all mends, None where the rule offers none; `options` those to run with;
    with `left` the marks are places that a renewal has left to the writer.
    """

    lines: tuple[str, ...]
    roles: tuple[Role | None, ...]
    marks: tuple[Span, ...] = ()
    fixed: tuple[str, ...] | None = None
    date: dt.date | None = None
    kind: str | None = None
    options: tuple[tuple[str, int], ...] = ()
    left: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What a docstring tells the user of a rule, but for its examples."""

    title: str
    reason: str
    source: str
    options: dict[str, str]


@dataclass(slots=True)
class _Gathered:
    sort: str
    setting: str
    lines: list[str] = field(default_factory=list[str])


def read(docstring: str) -> Shown:
    """Return what a rule's docstring says before its examples."""
    title, *rest = cleandoc(docstring).split("\n")
    reason: list[str] = []
    source = ""
    options: dict[str, str] = {}
    for line in takewhile(lambda line: _LABEL.match(line) is None, rest):
        if line.startswith("来源："):
            source = line.removeprefix("来源：")
        elif line.startswith("选项："):
            name, _, meaning = line.removeprefix("选项：").partition(" ")
            options[name] = meaning
        elif line.strip():
            reason.append(line.strip())
    return Shown(title.rstrip("。"), "".join(reason), source, options)


def examples(docstring: str) -> tuple[Example, ...]:
    """Return the examples of a rule's docstring; ValueError where one is malformed."""
    gathered: list[_Gathered] = []
    for line in cleandoc(docstring).split("\n"):
        label = _LABEL.match(line)
        if label is not None:
            gathered.append(_Gathered(label["sort"], label["setting"] or ""))
            if label["text"]:
                gathered[-1].lines.append(label["text"])
        elif gathered and line.startswith("    "):
            gathered[-1].lines.append(line[4:])
    return tuple([_example(one) for one in gathered])


def _example(gathered: _Gathered) -> Example:
    lines: list[str] = []
    roles: list[Role | None] = []
    marks: list[Span] = []
    fixed: list[str] = []
    mended = False
    for block, line in enumerate(gathered.lines):
        chosen = _ROLE.fullmatch(line)
        roles.append(Role(chosen["role"]) if chosen else None)
        before, arrow, after = (chosen["text"] if chosen else line).partition(" -> ")
        text, spans = _unmarked(before, block)
        lines.append(text)
        marks.extend(spans)
        mended = mended or bool(arrow)
        if after != "∅":
            fixed.append(after if arrow else text)
    if (gathered.sort == "Bad") != bool(marks):
        raise ValueError(f"an example marked wrongly: {gathered.lines}")
    after_all = tuple(fixed) if mended else None
    made = Example(tuple(lines), tuple(roles), tuple(marks), after_all)
    return _set(made, gathered.setting)


def _unmarked(line: str, block: int) -> tuple[str, list[Span]]:
    """Return the line without its ⟦⟧ and the stretches they enclosed."""
    spans: list[Span] = []
    text = ""
    for piece in re.split(r"(⟦.*?⟧)", line):
        if piece.startswith("⟦"):
            spans.append(Span(block, len(text), len(text) + len(piece) - 2))
            text += piece[1:-1]
        else:
            text += piece
    return text, spans


def _set(example: Example, setting: str) -> Example:
    """Return the example with what stands in its braces: a date, a kind, options, `left`."""
    for word in setting.split():
        name, given, value = word.partition("=")
        if word == "left":
            example = replace(example, left=True)
        elif not given:
            example = replace(example, date=dt.date.fromisoformat(word))
        elif name == "kind":
            example = replace(example, kind=value)
        else:
            example = replace(example, options=(*example.options, (name, int(value))))
    return example
