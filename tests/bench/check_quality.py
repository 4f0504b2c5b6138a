"""Score the checks on folders of texts whose errors are known.

    python tests/bench/check_quality.py [--verbose] [FOLDER...]

The open exam, and the private seeds where they are present, are scored where no folder is named.
A folder holds `errors.tsv` (file, line, quote, correction, class, confidence, note) and the texts,
with `dates.tsv` (file, date) where known; or texts alone, for which the table stands beside it as
`../domain/seed-errors.tsv`, with `seed-noise.tsv` for whole lines. A known error is hit by a
finding that overlaps its quote, squarely hit by one that overlaps the differing characters. A
false alarm is an error or warning that overlaps no known error.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checks import Checker, Finding, Severity
from app.document.model import Document, document
from app.document.recognize import recognized
from app.kinds import guess, load

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Known:
    """A row of the table with its place: (block, start, end) of the quote and of what differs."""

    file: str
    line: int
    quote: str
    correction: str
    sort: str
    confidence: str
    places: tuple[tuple[int, int, int], ...]
    exact: tuple[tuple[int, int, int], ...]


@dataclass
class Score:
    """What one folder gave."""

    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    exact: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    findings: Counter[Severity] = field(default_factory=Counter)
    alarms: list[tuple[str, Finding, str]] = field(default_factory=list)
    missed: list[Known] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)
    length: int = 0


def main() -> int:
    """Print the scores of the folders named on the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--rule", action="append", help="run these rules only")
    given = parser.parse_args()
    usual = [ROOT / "tests/golden/quality/open", ROOT.parent / "shared/seeds"]
    for folder in given.folders or [folder for folder in usual if folder.is_dir()]:
        show(folder, scored(folder, given.rule), verbose=given.verbose)
    return 0


def scored(folder: Path, only: list[str] | None = None) -> Score:
    """Return the score of one folder."""
    table, noise, dates = tables(folder)
    score = Score()
    for path in sorted(folder.rglob("*.txt")):
        name = path.relative_to(folder).as_posix()
        texts = path.read_text("utf-8-sig").split("\n")
        score.length += sum(map(len, texts))
        written = recognized(document(*texts))
        checker = Checker()
        if only:
            checker = Checker([r for r in checker.rules if r.id in only])
        kind = guess(written)
        found = checker.run(written, date=dates.get(name), kind=load(kind) if kind else None)
        if checker.failures:
            print("rules that failed:", checker.failures)
        judge(score, name, written, found, table.get(name, []), noise.get(name, set()))
    return score


def judge(  # noqa: PLR0917  the table's rows and the findings of one text
    score: Score,
    name: str,
    written: Document,
    found: tuple[Finding, ...],
    rows: list[dict[str, str]],
    noise: set[int],
) -> None:
    """Add one text to a score."""
    known = [placed(name, row, written.texts) for row in rows]
    for one in known:
        key = (one.sort, one.confidence)
        score.rows[key] += 1
        hit = any(overlap(f, place) for f in found for place in one.places)
        score.hits[key] += hit
        score.exact[key] += any(overlap(f, place) for f in found for place in one.exact)
        if not hit:
            score.missed.append(one)
    for f in found:
        score.findings[f.severity] += 1
        if f.severity is Severity.HINT or f.span.block in noise:
            continue
        if not any(overlap(f, place) for one in known for place in one.places):
            text = written.texts[f.span.block]
            around = (
                text[max(f.span.start - 12, 0) : f.span.start]
                + f"⟦{text[f.span.start : f.span.end]}⟧"
                + text[f.span.end : f.span.end + 12]
            )
            score.alarms.append((name, f, around))
            score.rules[f.check] += 1


def overlap(found: Finding, place: tuple[int, int, int]) -> bool:
    """Whether a finding and a place share a character, or touch where one of them is empty."""
    block, start, end = place
    if found.span.block != block:
        return False
    if start == end or found.span.start == found.span.end:
        return found.span.start <= end and start <= found.span.end
    return found.span.start < end and start < found.span.end


def placed(name: str, row: dict[str, str], texts: tuple[str, ...]) -> Known:
    """Return a row with the places of its quote and of the characters that differ."""
    line = int(row["line"]) - 1
    quote, right = row["quote"].replace("\\n", "\n"), row["correction"].replace("\\n", "\n")
    joined = "\n".join(texts[line:])
    at = joined.find(quote)
    if at < 0:
        at, quote = 0, texts[line]
    changes = SequenceMatcher(None, quote, right, autojunk=False).get_opcodes()
    differing = [(i, j) for sort, i, j, _, _ in changes if sort != "equal"]
    if right.startswith("（") and right.endswith("）") and not quote.startswith("（"):
        differing = [(0, len(quote))]
    return Known(
        name,
        line + 1,
        quote,
        right,
        row["class"],
        row["confidence"],
        tuple(places(texts, line, at, at + len(quote))),
        tuple(p for i, j in differing for p in places(texts, line, at + i, at + j)),
    )


def places(texts: tuple[str, ...], line: int, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return a stretch counted from the start of a line as places of single blocks."""
    found: list[tuple[int, int, int]] = []
    at = 0
    for block in range(line, len(texts)):
        length = len(texts[block])
        if at <= end and start <= at + length:
            found.append((block, max(start - at, 0), min(end - at, length)))
        at += length + 1
        if at > end:
            break
    return found


def tables(
    folder: Path,
) -> tuple[dict[str, list[dict[str, str]]], dict[str, set[int]], dict[str, dt.date]]:
    """Return the known errors, the noise lines (0-based) and the dates of a folder, by file."""
    table: dict[str, list[dict[str, str]]] = defaultdict(list)
    noise: dict[str, set[int]] = defaultdict(set)
    beside = folder.parent / "domain"
    own = (folder / "errors.tsv").exists()
    for row in rows(folder / "errors.tsv" if own else beside / "seed-errors.tsv"):
        table[row["file"]].append(row)
    if not own:
        for row in rows(beside / "seed-noise.tsv"):
            noise[row["file"]].add(int(row["line"]) - 1)
    dates = {r["file"]: dt.date.fromisoformat(r["date"]) for r in rows(folder / "dates.tsv")}
    return table, noise, dates


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a tab-separated file, none where it is absent."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def show(folder: Path, score: Score, *, verbose: bool) -> None:
    """Print a score."""
    print(f"== {folder}: {score.length} characters")
    for confidence in sorted({c for _, c in score.rows}):
        keys = [k for k in score.rows if k[1] == confidence]
        all_, hit, exact = (sum(c[k] for k in keys) for c in (score.rows, score.hits, score.exact))
        print(f"  {confidence}: {hit} of {all_} hit ({hit / all_:.0%}), {exact} squarely")
        for key in sorted(keys, key=lambda k: -score.rows[k]):
            print(f"      {score.hits[key]:3} / {score.rows[key]:3}  {key[0]}")
    counts = ", ".join(f"{s.value} {score.findings[s]}" for s in Severity)
    rate = len(score.alarms) * 10_000 / max(score.length, 1)
    print(f"  findings: {counts}")
    print(f"  errors and warnings on no known error: {len(score.alarms)} ({rate:.1f} per 10,000)")
    for rule, count in score.rules.most_common():
        print(f"      {count:3}  {rule}")
    if verbose:
        for one in score.missed:
            place = f"{one.confidence} {one.sort} {one.file}:{one.line}"
            print(f"  - {place} {one.quote!r} → {one.correction!r}")
        for name, f, around in score.alarms:
            print(
                f"  + {f.severity.value} {f.check} {name}:{f.span.block + 1} {around!r} {f.message}"
            )


if __name__ == "__main__":
    raise SystemExit(main())
