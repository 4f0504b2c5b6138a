"""The blocks of a live document, their texts and roles, as sequences that read what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from app.document.model import Block, Role
from ui.editor.bridge import Bridge

_ABOVE = (Role.TITLE, Role.SUBTITLE, Role.NOISE, Role.BLANK)


def can_open(bridge: Bridge, number: int, text: str) -> bool:
    """Tell whether a title can stand there while it is typed: above all else, and not short."""
    above = [bridge.block(at).role for at in range(min(number, 9))]
    could = len(text) > 3 and "。" not in text and number < 9
    return could and all(role in _ABOVE for role in above)


class Blocks(Sequence[Block]):
    """All blocks, read only where looked at; some may be given in place of what stands there."""

    def __init__(self, bridge: Bridge, instead: Mapping[int, Block]) -> None:
        self._bridge = bridge
        self._instead = instead

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._bridge)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> list[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | list[Block]:
        """Return a block, or several."""
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            found = self._bridge.some(start, stop)
            for number, block in self._instead.items():
                if start <= number < stop:
                    found[number - start] = block
            return found[::step]
        return self._instead.get(at) or self._bridge.block(at)


class Texts(Sequence[str]):
    """The texts of all blocks with their labels, read only where looked at; one is replaced."""

    def __init__(self, bridge: Bridge, index: int, text: str) -> None:
        self._bridge = bridge
        self._index = index
        self._text = text

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._bridge)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """Return the text of a block, or of several."""
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        block = self._bridge.block(at)
        return block.label + (self._text if at == self._index else block.text)


class Roles(Sequence[Role]):
    """The roles of all blocks, read only where looked at."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._bridge)

    @overload
    def __getitem__(self, at: int) -> Role: ...
    @overload
    def __getitem__(self, at: slice) -> list[Role]: ...
    def __getitem__(self, at: int | slice) -> Role | list[Role]:
        """Return the role of a block, or of several."""
        if isinstance(at, slice):
            return [self._bridge.block(number).role for number in range(*at.indices(len(self)))]
        return self._bridge.block(at).role

    def __iter__(self) -> Iterator[Role]:
        """Yield the role of every block."""
        return (self[number] for number in range(len(self)))
