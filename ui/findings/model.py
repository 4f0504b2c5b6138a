"""The findings as grouped rows: by kind of rule or by place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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
_ORDER = ("error", "warning", "hint")  # the gravest first
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
    findings: tuple[Finding, ...]


def entry(document: Document, found: Finding) -> Entry:
    """Return the row of a finding."""
    span = found.span
    text = document.blocks[span.block].text if span.block < len(document.blocks) else ""
    before = text[max(span.start - _AROUND, 0) : span.start].lstrip().split("\n")[-1]
    after = text[span.end : span.end + 2 * _AROUND].split("\n")[0]
    flagged = text[span.start : span.end]
    return Entry(found, _celled(before), _celled(flagged), _celled(after))


def _celled(text: str) -> str:
    """Return a row of a table with a line where one cell ends and the next begins."""
    return text.replace("\t", " │ ")


def mendable(rule: str, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of a rule that can be mended."""
    return [one for one in findings if one.check == rule and one.fixes]


def mends_offered(finding: Finding, findings: Sequence[Finding]) -> str:
    """Return by what words all mends of a finding's rule are offered, "" where there are no more.

    A finding without a mend is not one of those that would be mended.
    """
    count = len(mendable(finding.check, findings))
    if finding.fixes:
        return f"同类 {count} 处全部改正…" if count > 1 else ""
    return f"同类另有 {count} 处可以改正…" if count else ""


def by_rule(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """Return the findings under the titles of their rules, the gravest rules first."""
    if not findings:
        return ()
    from app.checks.registry import rules

    known = {rule.id: rule for rule in rules()}
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.check, []).append(one)
    groups = [
        Group(key, known[key].title if key in known else _OTHER.get(key, key), tuple(held))
        for key, held in found.items()
    ]
    return tuple(sorted(groups, key=_gravity))


def _gravity(group: Group) -> int:
    """Return the place among the severities of the gravest finding of a group."""
    held = {one.severity for one in group.findings}
    return next((at for at, one in enumerate(_ORDER) if one in held), len(_ORDER))


def by_place(findings: Sequence[Finding], starts: Sequence[tuple[int, str]]) -> tuple[Group, ...]:
    """Return the findings under the sections that hold them; `starts` are (block, title)."""
    bounds = [(0, "开头"), *starts]
    blocks = [block for block, _ in bounds]
    held: list[list[Finding]] = [[] for _ in bounds]
    for one in findings:
        held[bisect_right(blocks, one.span.block) - 1].append(one)
    return tuple(
        Group(f"{number}:{title}", title, tuple(some))
        for number, ((_, title), some) in enumerate(zip(bounds, held, strict=True))
        if some
    )


def moved(kept: Finding, before: Sequence[Group], after: Sequence[Group]) -> Finding | None:
    """Return what a finding has become after a change of the text, None where it is gone.

    It may stand in another paragraph by now: it is known by its place among those that say the
    same.
    """
    old, new = (
        [
            one
            for group in groups
            for one in group.findings
            if (one.check, one.message) == (kept.check, kept.message)
        ]
        for groups in (before, after)
    )
    if len(new) == len(old) and kept in old:
        return new[old.index(kept)]
    return kept if len(new) > len(old) and kept in new else None


class FindingsModel(QAbstractItemModel):
    """Two layers: groups, and the findings in them, in the words of `document`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.groups: tuple[Group, ...] = ()

    def update(self, groups: tuple[Group, ...]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()

    def finding(self, index: Index) -> Finding | None:
        """Return the finding of an index, None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self.groups[index.internalId() - 1].findings[index.row()]

    def find(self, wanted: Finding) -> QModelIndex:
        """Return the index of a finding, an invalid one where it is not shown."""
        for number, group in enumerate(self.groups):
            if wanted in group.findings:
                return self.createIndex(group.findings.index(wanted), 0, number + 1)
        return _NO_INDEX

    def following(self, before: Sequence[Group], gone: QModelIndex) -> Finding | None:
        """Return what stands by now where a finding of the groups before was; None where nothing.

        `gone` was its index: only its rows are read.
        """
        if not self.groups:
            return None
        number, row = gone.internalId() - 1, gone.row()
        keys = [group.key for group in self.groups]
        key = before[number].key
        at = keys.index(key) if key in keys else number - 1
        if key in keys and row < len(self.groups[at].findings):
            return self.groups[at].findings[row]
        return self.groups[(at + 1) % len(keys)].findings[0]

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
        return 0 if parent.internalId() else len(self.groups[parent.row()].findings)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: ARG002  Qt's signature
        """Qt asks how many columns there are."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks what to show."""
        found = self.finding(index)
        if found is None:
            return self._of_group(self.groups[index.row()], role)
        if role == EntryRole:
            return entry(self.document, found)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = entry(self.document, found).text
            return f"{found.severity.label}：{words}，{found.message}"
        return found.message if role == Qt.ItemDataRole.ToolTipRole else None

    @staticmethod
    def _of_group(group: Group, role: int) -> object:
        if role == EntryRole:
            return group
        return (
            f"{group.title}（{len(group.findings)}）"
            if role == Qt.ItemDataRole.DisplayRole
            else None
        )
