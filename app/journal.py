"""Recovery copies: each changed document, saved or not, as one file that survives a crash."""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.document.model import Align, Block, Details, Document, Role, Run, normal
from app.files import Lock, locked, replace_bytes
from app.turns import step

SUFFIX = ".recovery.json"
_VERSION = 1
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_NONE = '"blocks": []'


@dataclass(frozen=True, slots=True)
class Copy:
    """A recovery copy that no running program owns; `path` is None for a draft never saved."""

    file: Path
    name: str
    path: Path | None
    when: float  # seconds since the epoch
    document: Document


class Journal:
    """The recovery copy of one open document; nothing is written before the first `record`."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when the first copy is written."""
        self._folder = folder
        self._file = folder / f"{os.urandom(16).hex()}{SUFFIX}"
        self._lock: Lock | None = None

    @property
    def file(self) -> Path:
        """Where the copy stands, or will."""
        return self._file

    def record(self, document: Document, name: str, path: Path | None) -> None:
        """Write the copy of the document as it is now; may run in a worker. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = Lock(self._file)
        content = {
            "version": _VERSION,
            "name": name,
            "path": str(path) if path else None,
            "when": time.time(),
            "document": to_json(replace(document, blocks=())),
        }
        rows: list[str] = []
        for block in document.blocks:  # one call for all would stop keys
            step()
            rows.append(_ENCODE(_block_to_json(block)))
        text = _ENCODE(content).replace(_NONE, f"{_NONE[:-1]}{', '.join(rows)}]", 1)
        replace_bytes(self._file, text.encode())

    def forget(self) -> None:
        """Remove the copy: the document was saved or given up."""
        self._file.unlink(missing_ok=True)
        self.leave()

    def leave(self) -> None:
        """Keep the copy for the next start, which will offer it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def orphans(folder: Path) -> tuple[Copy, ...]:
    """Return the copies left behind by programs that ended without closing, newest first.

    A copy that cannot be read stays where it is, under a name that is no longer offered.
    """
    found: list[Copy] = []
    for file in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        if not locked(file):
            copy = _read(file)
            if copy is not None:
                found.append(copy)
    return tuple(sorted(found, key=lambda copy: -copy.when))


def discard(copy: Copy) -> None:
    """Remove a recovery copy the user does not want, or has taken over."""
    copy.file.unlink(missing_ok=True)


def to_json(document: Document) -> dict[str, Any]:
    """Return a document as plain JSON values; `from_json` gives it back unchanged."""
    details = document.details
    return {
        "blocks": [_block_to_json(block) for block in document.blocks],
        "kind": details.kind,
        "fields": [list(pair) for pair in details.fields],
        "numbering": [list(pair) for pair in details.numbering],
        "ignored": sorted(details.ignored),
        "layout": details.layout,
        "targets": [list(pair) for pair in details.targets],
        "filled": [list(place) for place in details.filled],
        "undecided": [list(place) for place in details.undecided],
    }


def from_json(value: dict[str, Any]) -> Document:
    """Return the document; raises ValueError, KeyError or TypeError where it is none."""
    details = Details(
        kind=value["kind"],
        fields=tuple((str(name), str(text)) for name, text in value["fields"]),
        numbering=tuple((str(form), str(way)) for form, way in value["numbering"]),
        ignored=frozenset(str(key) for key in value["ignored"]),
        layout=value["layout"],
        targets=tuple((str(title), int(length)) for title, length in value.get("targets", ())),
        filled=tuple((str(n), str(b), str(a)) for n, b, a in value.get("filled", ())),
        undecided=tuple(
            (str(words), str(reason), str(before), str(after), str(new))
            for words, reason, before, after, new in value.get("undecided", ())
        ),
    )
    return Document(tuple([_block_from_json(block) for block in value["blocks"]]), details)


def _block_to_json(block: Block) -> dict[str, Any]:
    kept: dict[str, Any] = {"role": str(block.role), "runs": [_run_to_json(r) for r in block.runs]}
    if block.chosen:
        kept["chosen"] = True
    if block.align is not None:
        kept["align"] = str(block.align)
    if block.label:
        kept["label"] = block.label
    if block.object is not None:
        kept["object"] = block.object
    if block.decided:
        kept["decided"] = sorted(block.decided)
    if block.bookmark:
        kept["bookmark"] = True
    if block.across is not None:
        kept["across"] = block.across
    if block.unseen:
        kept["unseen"] = True
    return kept


def _run_to_json(run: Run) -> Any:
    if run == Run(run.text):
        return run.text
    return [run.text, run.bold, run.italic, run.underline, run.color, run.font, run.size]


def _block_from_json(value: dict[str, Any]) -> Block:
    align = value.get("align")
    runs = [Run(r) if isinstance(r, str) else Run(*r) for r in value["runs"]]
    return Block(
        normal(runs),
        Role(value["role"]),
        chosen=bool(value.get("chosen")),
        align=Align(align) if align else None,
        label=value.get("label", ""),
        object=value.get("object"),
        decided=frozenset(map(str, value.get("decided", ()))),
        bookmark=bool(value.get("bookmark")),
        across=None if value.get("across") is None else bool(value["across"]),
        unseen=bool(value.get("unseen")),
    )


def _read(file: Path) -> Copy | None:
    try:
        value: Any = json.loads(file.read_bytes())
        path = Path(value["path"]) if value["path"] else None
        document = from_json(value["document"])
        return Copy(file, str(value["name"]), path, float(value["when"]), document)
    except OSError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        with contextlib.suppress(OSError):
            file.rename(file.with_suffix(".damaged"))
        return None
