"""The title of a document, over however many lines, for the rules about titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.check import Paragraph, Reading
from app.document.model import Role


@dataclass(frozen=True, slots=True)
class Title:
    """The lines of one title: their blocks and texts."""

    blocks: tuple[int, ...]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The title in one piece, spaces at the joints taken out."""
        return "".join([line.strip() for line in self.lines])


def title_line(paragraph: Paragraph) -> str | None:
    """Return the text of a title line, None for any other paragraph: a facts function."""
    return paragraph.text if paragraph.role is Role.TITLE and paragraph.text.strip() else None


def titles(reading: Reading) -> Iterator[Title]:
    """Yield the titles of a rule whose facts function is `title_line`: one, or one a part."""
    blocks: list[int] = []
    lines: list[str] = []
    for block, line in reading.present():
        if blocks and block - blocks[-1] > 2:
            yield Title(tuple(blocks), tuple(lines))
            blocks, lines = [], []
        blocks.append(block)
        lines.append(line)
    if blocks:
        yield Title(tuple(blocks), tuple(lines))


def papers(reading: Reading) -> Iterator[tuple[Title, range]]:
    """Yield each title with the blocks of its paper: those behind it, up to the next title."""
    found = list(titles(reading))
    stops = [*(title.blocks[0] for title in found[1:]), len(reading.document.blocks)]
    for title, stop in zip(found, stops, strict=False):  # without a title no paper
        yield title, range(title.blocks[-1] + 1, stop)
