"""Measure each rule on the drafts of the open exam and write the table of docs/rules.md.

    python tests/bench/rule_report.py [--write] [FOLDER...]

Right is what meets a planted error, beside what stands elsewhere in those drafts, clean what is
found in drafts without errors. Texts of FOLDERs are measured too and printed, never written:
nobody has told right from wrong there.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from check_quality import overlap, placed, tables  # noqa: E402  the checkout is not installed

from app.checks import Checker, Finding, Rule  # noqa: E402  the checkout is not installed
from app.checks.registry import rules  # noqa: E402  the checkout is not installed
from app.document.model import Document, document  # noqa: E402  the checkout is not installed
from app.document.recognize import recognized  # noqa: E402  the checkout is not installed
from app.formats import open_file  # noqa: E402  the checkout is not installed
from app.kinds import guess, load  # noqa: E402  the checkout is not installed

EXAM = ROOT / "tests/golden/quality/open"
PAGE = ROOT / "docs/rules.md"
WHY_OFF = {
    "heading_fragment": "short sentences inside a paragraph are mostly meant as they stand",
    "homonym_abbreviation": "asks which of two meanings is meant: right, yet seldom of use",
    "overused_word": "counts words that the register repeats on purpose: a matter of taste",
    "two_colons": "two colons in a sentence are usual where somebody is quoted",
    "undefined_abbreviation": "cannot know which local abbreviations every reader knows",
}
_HEAD = """# Rules, and which are on

Written by `tests/bench/rule_report.py --write`; a test holds the columns but the figures against
the registry. A rule is on from the start where what it finds in drafts of the usual register is
mostly right; the others wait in 设置 › 检查规则. Hints ask for a look and stand in the list and
under the text in a quiet colour; only errors and warnings count in the figure of health.

Right: findings that meet a planted error. Beside: findings elsewhere in those drafts. Clean:
findings in drafts without errors. All figures are of the open half of our own drafts, every rule
on.
"""


@dataclass
class Figures:
    """What the rules gave in some texts, by rule."""

    right: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    length: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true", help="write docs/rules.md")
    given = parser.parse_args()
    page = page_of(measured())
    if given.write:
        PAGE.write_text(page, "utf-8")
    else:
        print(page)
    for folder in given.folders:
        show(folder)
    return 0


def measured() -> Figures:
    """Return what all rules find in the drafts of the open exam."""
    figures = Figures()
    table, _, dates = tables(EXAM)
    for path in sorted(EXAM.rglob("*.txt")):
        name = path.relative_to(EXAM).as_posix()
        written = recognized(document(*path.read_text("utf-8-sig").split("\n")))
        kind = guess(written)
        found = every().run(written, date=dates.get(name), kind=load(kind) if kind else None)
        sort = name.partition("/")[0]
        figures.length[sort] += sum(map(len, written.texts))
        known = [placed(name, row, written.texts) for row in table.get(name, [])]
        for one in found:
            if sort == "clean":
                figures.clean[one.check] += 1
            elif any(overlap(one, place) for error in known for place in error.places):
                figures.right[one.check] += 1
            else:
                figures.beside[one.check] += 1
    return figures


def every() -> Checker:
    """Return a checker with every rule on."""
    return Checker(on={rule.id: True for rule in rules()})


def page_of(figures: Figures) -> str:
    """Return the page."""
    on = sum(rule.default for rule in rules())
    lengths = ", ".join(f"{sort}: {n:,} characters" for sort, n in sorted(figures.length.items()))
    lines = [_HEAD, f"{len(rules())} rules, {on} of them on. Drafts: {lengths}.", ""]
    lines += ["| rule | title | severity | runs | from the start | right | beside | clean |"]
    lines += ["| --- | --- | --- | --- | --- | --- | --- | --- |"]
    group = ""
    for rule in rules():
        if rule.group != group:
            group = rule.group
            lines.append(f"| **{group}** | | | | | | | |")
        counts = (figures.right, figures.beside, figures.clean)
        lines.append(" ".join([identity(rule), *(f"{c[rule.id]} |" for c in counts)]))
    return "\n".join(lines) + "\n"


def identity(rule: Rule) -> str:
    """Return the columns of a rule that stand in its file."""
    when = "pause" if rule.idle else "typing"
    start = "on" if rule.default else f"off: {WHY_OFF[rule.id]}"
    return f"| `{rule.id}` | {rule.title} | {rule.severity.label} | {when} | {start} |"


def show(folder: Path) -> None:
    """Print what the rules find in the texts of a folder, the busiest first."""
    found: Counter[tuple[str, str]] = Counter()
    length = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in {".txt", ".docx"}:
            written = _opened(path)
            length += sum(map(len, written.texts))
            kind = guess(written)
            findings = every().run(written, kind=load(kind) if kind else None)
            found.update(_sort(one) for one in findings)
    print(f"== {folder}: {length} characters")
    for (check, severity), count in found.most_common():
        print(f"    {count:4}  {severity:8} {check}")


def _opened(path: Path) -> Document:
    from app.errors import AppError

    try:
        return open_file(path).document
    except AppError as error:
        print(error)
        return Document()


def _sort(one: Finding) -> tuple[str, str]:
    return one.check, str(one.severity)


if __name__ == "__main__":
    raise SystemExit(main())
