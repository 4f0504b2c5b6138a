"""The command line: every command on the same core as the window, without Qt."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, Protocol

from app import __version__
from app.errors import AppError

OK, FOUND, UNREADABLE, USAGE = 0, 1, 2, 3


class WrongUsage(AppError):
    """An argument names what does not exist."""


class Window(Protocol):
    """Opens the window on some files and returns the program's exit status."""

    def __call__(self, paths: list[str], /) -> int:
        """Open one window a path, an empty one where there is none."""
        ...


class Pdf(Protocol):
    """Writes a document as PDF in the layout named."""

    def __call__(self, document: Any, layout: str, path: Path, objects: Any, /) -> None:
        """Write the file at `path`, `objects` as formats.objects; raises UnwritableFile."""
        ...


def main(arguments: Sequence[str], *, open_window: Window, write_pdf: Pdf) -> int:
    """Run one command and return its exit status (see the contract in the manual)."""
    commands = _commands(write_pdf)
    try:
        if not arguments or (arguments[0] not in commands and not arguments[0].startswith("-")):
            return open_window(list(arguments))
        options = _parser(commands).parse_args(arguments)
        return commands[options.command].run(options)
    except WrongUsage as error:
        print(f"用法有误：{error}", file=sys.stderr)
        return USAGE
    except AppError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    except BrokenPipeError:
        sys.stderr.close()
        return OK


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


# What argparse says, and how it is said to the user; what stands in brackets goes over.
_FAULTS = (
    ("the following arguments are required: (.*)", "缺少 {}"),
    ("unrecognized arguments: (.*)", "没有“{}”这个参数"),
    ("argument (.*?): expected (?:one|at least one) argument", "{} 后面要有内容"),
    ("argument (.*?): invalid choice: '?(.*?)'? \\(choose from .*", "{}“{}”不存在"),
    ("argument (.*?): ignored explicit argument (.*)", "{} 后面不能有 {}"),
    ("ambiguous option: (.*?) could match (.*)", "“{}”可以是 {}，请写全"),
    ("argument (.*?): (.*)", "{}：{}"),
)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_Formatter)
        self.named = self.add_argument_group("参数")
        self.optional = self.add_argument_group("选项")
        self.optional.add_argument("-h", "--help", action="help", help="显示这个说明")

    def error(self, message: str) -> NoReturn:
        told = ((said, re.fullmatch(fault, message)) for fault, said in _FAULTS)
        said = next((said.format(*found.groups()) for said, found in told if found), message)
        self.exit(USAGE, f"用法有误：{said}\n{self.format_usage()}")


class _Command:
    """One command: what it is for, its arguments, and the function that runs it."""

    def __init__(
        self,
        title: str,
        run: Callable[[argparse.Namespace], int],
        arguments: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self.title, self.run, self.arguments = title, run, arguments


def _parser(commands: Mapping[str, _Command]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="wenheng", description="文衡：离线的中文公文写作助手。不带命令时打开窗口。"
    )
    parser.optional.add_argument(
        "--version", action="version", version=f"wenheng {__version__}", help="显示版本"
    )
    entries = parser.add_subparsers(
        title="命令", dest="command", required=True, metavar="命令", parser_class=_Parser
    )
    for name, command in commands.items():
        entry = entries.add_parser(name, help=command.title, description=command.title)
        for argument, options in command.arguments.items():
            group = entry.optional if argument.startswith("-") else entry.named
            group.add_argument(argument, **options)
    return parser


def _commands(write_pdf: Pdf) -> dict[str, _Command]:
    json_flag = {"action": "store_true", "help": "以 JSON 输出"}
    return {
        "outline": _Command(
            "读出文稿的提纲", _outline, {"file": {"type": Path}, "--json": json_flag}
        ),
        "check": _Command(
            "检查文稿，可给文件和文件夹", _check, _CHECK_ARGUMENTS | {"--json": json_flag}
        ),
        "convert": _Command(
            "转换：txt、docx → docx、pdf、txt",
            lambda options: _convert(options, write_pdf),
            {
                "source": {"type": Path, "metavar": "IN"},
                "target": {"type": Path, "metavar": "OUT"},
                "--layout": {"metavar": "ID", "help": "版式，如 gbt9704"},
            },
        ),
        "new": _Command(
            "按文种起草",
            lambda options: _new(options, write_pdf),
            {
                "kind": {"metavar": "KIND", "help": "文种（代号或名称），见 wenheng kinds"},
                "target": {"type": Path, "metavar": "OUT"},
                "--field": {
                    "action": "append",
                    "default": [],
                    "metavar": "NAME=VALUE",
                    "type": _field,
                },
            },
        ),
        "extract": _Command(
            "把范文变成模板",
            _extract,
            {
                "source": {"type": Path, "metavar": "IN"},
                "target": {"type": Path, "metavar": "OUT"},
            },
        ),
        "kinds": _Command("列出文种", _kinds, {"--json": json_flag}),
        "snippets": _Command(
            "查找常用表述", _snippets, {"query": {"metavar": "QUERY"}, "--json": json_flag}
        ),
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"日期“{text}”不是 YYYY-MM-DD") from None


def _field(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals):
        raise argparse.ArgumentTypeError(f"“{text}”不是 名称=内容")
    return name, value


def _count(text: str) -> int:
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"“{text}”不是正整数")
    return int(text)


_CHECK_ARGUMENTS: dict[str, Mapping[str, Any]] = {
    "paths": {"nargs": "+", "type": Path, "metavar": "PATH"},
    "--kind": {"metavar": "KIND", "help": "文种（代号或名称），不给时自行判断"},
    "--date": {"type": _day, "metavar": "YYYY-MM-DD", "help": "文稿日期，不给时从文稿判断"},
    "--jobs": {"type": _count, "default": 1, "metavar": "N", "help": "同时检查的文件数"},
}


def _outline(options: argparse.Namespace) -> int:
    from app import formats, reports

    document = formats.open_file(options.file).document
    if options.json:
        _print_json(reports.outline(str(options.file), document))
    else:
        _print_lines(reports.outline_lines(document))
    return OK


def _check(options: argparse.Namespace) -> int:
    from app import batch

    kind = None if options.kind is None else _kind_id(options.kind)
    reports = _some(batch.check_files(options.paths, kind, options.date, options.jobs))
    if sys.stderr.isatty():
        reports = _with_progress(reports)
    return _print_checked_json(reports) if options.json else _print_checked(reports)


def _with_progress(reports: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Hand the reports on and say on the terminal how far the work is."""
    for number, report in enumerate(reports, 1):
        print("\r\033[K", end="", file=sys.stderr, flush=True)
        yield report
        print(f"已检查 {number} 个文件", end="", file=sys.stderr, flush=True)
    print("\r\033[K", end="", file=sys.stderr, flush=True)


def _some(reports: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Hand the reports on and say so where there is none."""
    none = True
    for report in reports:
        none = False
        yield report
    if none:
        print("没有找到能检查的文件，文件夹里要有 txt、docx 等文稿。", file=sys.stderr)


def _print_checked_json(reports: Iterable[Mapping[str, Any]]) -> int:
    """Print the files one by one, so that ten thousand of them do not fill the memory."""
    status, separator = OK, ""
    _write('{"files": [')
    for report in reports:
        _write(separator + json.dumps(report, ensure_ascii=False))
        status, separator = max(status, _status(report)), ",\n"
    _write("]}\n")
    return status


def _print_checked(reports: Iterable[Mapping[str, Any]]) -> int:
    from app.reports import finding_line

    status = OK
    for report in reports:
        if report["error"] is not None:
            print(f"{report['file']}：{report['error']}", file=sys.stderr)
        for title in report.get("failed", ()):
            print(f"{report['file']}：检查规则“{title}”出错，没有使用。", file=sys.stderr)
        _print_lines(finding_line(report["file"], finding) for finding in report["findings"])
        status = max(status, _status(report))
    return status


def _status(report: Mapping[str, Any]) -> int:
    if report["error"] is not None:
        return UNREADABLE
    grave = any(finding["severity"] != "hint" for finding in report["findings"])
    return FOUND if grave else OK


def _convert(options: argparse.Namespace, write_pdf: Pdf) -> int:
    from dataclasses import replace

    from app import formats
    from app.docx import layout

    _require_writable(options.target)
    if options.layout is not None:
        _require("版式", options.layout, [known for known, _ in layout.listing()])
    opened = formats.open_file(options.source)
    document = opened.document
    if options.layout is not None:
        document = replace(document, details=replace(document.details, layout=options.layout))
    _print_notes(opened.notes)
    _save(options.target, document, opened.origin, write_pdf, afresh=options.layout is not None)
    return OK


def _new(options: argparse.Namespace, write_pdf: Pdf) -> int:
    from app import kinds

    kind = _kind_id(options.kind)
    _require_writable(options.target)
    document = kinds.draft(kinds.load(kind), dict(options.field))
    _save(options.target, document, None, write_pdf)
    return OK


def _kind_id(given: str) -> str:
    """Return the id of the kind whose id or name is given. Raises WrongUsage."""
    from app import kinds

    listed = kinds.listing()
    known = next((kind.id for kind in listed if given in (kind.id, kind.name)), None)
    if known is None:
        names = "、".join([f"{kind.name}（{kind.id}）" for kind in listed])
        raise WrongUsage(f"没有文种“{given}”，可用的有：{names}")
    return known


def _require(what: str, given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise WrongUsage(f"没有{what}“{given}”，可用的有：{'、'.join(known)}")


def _require_writable(target: Path) -> None:
    if target.suffix.lower() not in {".docx", ".pdf", ".txt"}:
        raise WrongUsage(f"不能写成“{target.name}”，文件名应以 .docx、.pdf 或 .txt 结尾")


def _save(
    target: Path, document: Any, origin: Any, write_pdf: Pdf, *, afresh: bool = False
) -> None:
    from app import formats

    if target.suffix.lower() == ".pdf":
        layout = document.details.layout or formats.NATIONAL
        shown = formats.printed(document, origin)
        write_pdf(shown, layout, target, formats.objects(origin))
    else:
        _print_notes(formats.save_file(target, document, origin, afresh=afresh))


def _extract(options: argparse.Namespace) -> int:
    from app import extract, files, formats

    opened = formats.open_file(options.source)
    files.write(options.target, extract.extract(opened.document).encode())
    return OK


def _kinds(options: argparse.Namespace) -> int:
    from app import kinds

    found = [{"id": kind.id, "name": kind.name, "group": kind.group} for kind in kinds.listing()]
    if options.json:
        _print_json({"kinds": found})
    else:
        _print_lines(f"{kind['id']}\t{kind['name']}\t{kind['group']}" for kind in found)
    return OK


def _snippets(options: argparse.Namespace) -> int:
    from app import snippets

    found = [
        {"id": entry.id, "text": entry.text, "category": entry.category, "title": entry.title}
        for entry in snippets.shipped().search(options.query)
    ]
    if options.json:
        _print_json({"snippets": found})
    else:
        _print_lines(f"{entry['id']}\t{entry['category']}\t{entry['text']}" for entry in found)
    return OK


def _print_notes(notes: Iterable[str]) -> None:
    for note in notes:
        print(note, file=sys.stderr)


def _print_json(value: Mapping[str, Any]) -> None:
    _write(json.dumps(value, ensure_ascii=False) + "\n")


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        _write(line + "\n")


def _write(text: str) -> None:
    """Write UTF-8 whatever the console's own encoding is: scripts read it."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
