"""The findings as grouped rows: by kind of rule or by place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.document.model import Document
from ui import moved_numbers

if TYPE_CHECKING:
    from app.checks import Finding

EntryRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_AROUND = 10
_OTHER = {moved_numbers.CHECK: moved_numbers.TITLE}  # found by no rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding and the words around it: before, the flagged text, after."""

    finding: Finding
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that belong together under a title."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def entry(document: Document, found: Finding) -> Entry:
    """Return the row of a finding."""
    span = found.span
    text = document.blocks[span.block].text if span.block < len(document.blocks) else ""
    before = text[max(span.start - _AROUND, 0) : span.start].lstrip()
    after = text[span.end : span.end + 2 * _AROUND]
    flagged = text[span.start : span.end]
    return Entry(found, before, flagged, after.split("\n")[0])


def by_rule(document: Document, findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Return the findings under the titles of their rules, the gravest rules first."""
    if not findings:
        return ()
    from app.checks.registry import rules

    known = {rule.id: rule for rule in rules()}
    order = ["error", "warning", "hint"]
    found: dict[str, list[Entry]] = {}
    for one in findings:
        found.setdefault(one.check, []).append(entry(document, one))
    groups = [
        Group(key, known[key].title if key in known else _OTHER.get(key, key), tuple(entries))
        for key, entries in found.items()
    ]
    return tuple(
        sorted(groups, key=lambda g: min(order.index(e.finding.severity) for e in g.entries))
    )


def by_place(
    document: Document, findings: Sequence[Finding], starts: Sequence[tuple[int, str]]
) -> tuple[Group, ...]:
    """Return the findings under the top sections that hold them; `starts` are (block, title)."""
    groups: list[Group] = []
    bounds = [(0, "开头"), *starts]
    for number, (block, title) in enumerate(bounds):
        end = bounds[number + 1][0] if number + 1 < len(bounds) else len(document.blocks)
        held = tuple(entry(document, one) for one in findings if block <= one.span.block < end)
        if held:
            groups.append(Group(f"{number}:{title}", title, held))
    return tuple(groups)


class FindingsModel(QAbstractItemModel):
    """Two layers: groups, and the findings in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()

    def update(self, groups: tuple[Group, ...]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """Return the finding of an index, None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self.groups[index.internalId() - 1].entries[index.row()]

    def find(self, wanted: Finding) -> QModelIndex:
        """Return the index of a finding, an invalid one where it is not shown."""
        for number, group in enumerate(self.groups):
            for row, one in enumerate(group.entries):
                if one.finding == wanted:
                    return self.createIndex(row, 0, number + 1)
        return _NO_INDEX

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Qt asks for an index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        """Qt asks for the index above."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Qt asks how many rows there are."""
        if not parent.isValid():
            return len(self.groups)
        return 0 if parent.internalId() else len(self.groups[parent.row()].entries)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: ARG002  Qt's signature
        """Qt asks how many columns there are."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks what to show."""
        found = self.entry(index)
        if role == EntryRole:
            return found if found is not None else self.groups[index.row()]
        if found is not None:
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
                return f"{found.finding.severity.label}：{found.text}，{found.finding.message}"
            if role == Qt.ItemDataRole.ToolTipRole:
                return found.finding.message
        elif role == Qt.ItemDataRole.DisplayRole:
            group = self.groups[index.row()]
            return f"{group.title}（{len(group.entries)}）"
        return None
