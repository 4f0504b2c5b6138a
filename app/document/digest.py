"""What can be drawn from a structure tree: the outline as text, the table of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.document.model import Document, Role
from app.document.outline import Node, NodeType, outline

HEAD = ("序号", "任务", "措施", "牵头单位", "完成时限")
_LEAD = re.compile(r"(?:牵头|责任|主办)(?:单位|部门|科室|处室|股室)\s*[：:]\s*([^；;，,。）)]+)")
_DUE = re.compile(r"(?:完成时限|完成时间|时间要求|办结时限|时限)\s*[：:]\s*([^；;，,。）)]+)")
_NOTE = re.compile(r"[（(](?:[^（()）]*(?:单位|部门|时限|时间|科室)\s*[：:][^（()）]*)[）)]")
_TEXTS = (Role.BODY, Role.ITEM, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the table of tasks; `lead` and `due` are "" where the text does not say them."""

    number: int
    task: str
    measures: tuple[str, ...]
    lead: str
    due: str

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """The row as the cells of a table, in the order of `HEAD`."""
        return str(self.number), self.task, "\n".join(self.measures), self.lead, self.due


def outline_text(document: Document, *, points: bool = True) -> str:
    """Return the outline as lines, each level set in by two characters; the title stands first.

    `points` tells whether the points inside paragraphs are listed too.
    """
    title: list[str] = []
    for block in document.blocks:
        if block.role is Role.TITLE:
            title.append(block.text.strip())
        elif title and block.role not in (Role.NOISE, Role.BLANK):
            break
    return "\n".join((*title, *_lines(outline(document), points=points)))


def tasks(document: Document) -> tuple[Task, ...]:
    """Return the rows of the table of tasks: the sections of the second level, else the first.

    Measures are the sections and points inside one, else the sentences behind its lead sentence.
    """
    found = [node for top in _tops(outline(document)) for node in _leaves(top)]
    return tuple([_task(document, n, node) for n, node in enumerate(found, 1)])


def _lines(nodes: Sequence[Node], depth: int = 0, *, points: bool) -> Iterator[str]:
    for node in nodes:
        if node.type is NodeType.POINT and not points:
            continue
        yield f"{'　　' * depth}{node.number}{_gap(node)}{node.text}"
        yield from _lines(node.children, depth + 1, points=points)


def _gap(node: Node) -> str:
    """Return the space between a number without a mark and its text: 第一部分　回顾."""
    bare = node.type is NodeType.PART or (
        node.number and node.number[-1] in "一二三四五六七八九十章节条"
    )
    return "　" if bare else ""


def _tops(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the nodes of the first level below the parts."""
    for node in nodes:
        if node.type is NodeType.PART:
            yield from node.children
        else:
            yield node


def _leaves(top: Node) -> Iterator[Node]:
    """Yield the sections that are tasks: those inside a top section, or it itself."""
    inside = [node for node in top.children if node.type is not NodeType.POINT]
    if not inside and top.type is not NodeType.POINT:
        yield top
    yield from inside


def _task(document: Document, number: int, node: Node) -> Task:
    text = "".join(
        [
            block.text.strip()
            for block in document.blocks[node.block : node.stop]
            if block.role in _TEXTS
        ]
    )
    lead, due = _LEAD.search(text), _DUE.search(text)
    inside = tuple([child.text.rstrip("；;，,") for child in node.children])
    said = _NOTE.sub("", node.text)
    return Task(
        number,
        said,
        inside or _sentences(text, node),
        lead[1].strip() if lead else "",
        due[1].strip() if due else "",
    )


def _sentences(text: str, node: Node) -> tuple[str, ...]:
    """Return the sentences of a section behind its lead sentence."""
    rest = _NOTE.sub("", text[len(node.number) + len(node.text) :])
    return tuple([f"{one.strip()}。" for one in rest.split("。") if one.strip("；;，, 　")])
