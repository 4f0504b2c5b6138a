"""From the text of a template file to a Kind; whatever is wrong in it is told with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from app.document import notation
from app.document.model import Block, Role
from app.document.numbering import Form
from app.kinds.model import Field, Kind, KindRule, Listed, Need, Part, Place, Variant
from app.kinds.source import Table, parse

COUNTINGS = ("restart", "through")
SEVERITIES = ("error", "warning", "hint")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FOLLOWS = re.compile(r"(.+?)([+-]\d+)")


def read(path: Path, text: str) -> Kind:
    """Return the kind that a template describes; raises BrokenKind where it cannot be used."""
    top = parse(path, text)
    length = top.pair("length")
    if length is None:
        raise top.fault("", "文件开头缺少“length”（常用篇幅，如 [2000, 5000]）。")
    tables = {key: top.tables(key) for key in ("fields", "parts", "rules", "variants", "lists")}
    kind = Kind(
        id=top.choice("id", _identifier),
        name=top.string("name"),
        group=top.string("group"),
        order=top.number("order", 1000),
        when=top.string("when"),
        title=top.string("title"),
        title_signs=_patterns(top, "title_signs"),
        text_signs=_patterns(top, "text_signs"),
        levels=top.strings("levels"),
        numbering=_numbering(top),
        length=length,
        openings=top.strings("openings"),
        transitions=top.strings("transitions"),
        closings=top.strings("closings"),
        headings=top.strings("headings"),
        fields=(*map(_field, tables["fields"]), *_minor(top.mapping("slots"))),
        parts=tuple(map(_part, tables["parts"])),
        rules=tuple(map(_rule, tables["rules"])),
        variants=tuple(map(_variant, tables["variants"])),
        path=path,
        lists=tuple(map(_listed, tables["lists"])),
    )
    top.done()
    if not kind.variants:
        raise top.fault("", "没有写 [[variants]]，新建文稿时没有起始文字。")
    for key, named in (
        ("parts", kind.parts),
        ("rules", kind.rules),
        ("variants", kind.variants),
        ("lists", kind.lists),
    ):
        _distinct(tables[key], "id", [entry.id for entry in named])
    _distinct(tables["fields"], "name", [field.name for field in kind.fields])
    return kind


def _distinct(tables: Sequence[Table], key: str, values: Sequence[str]) -> None:
    """Refuse a value that stood before; those beyond the tables repeat one of theirs or nothing."""
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value in seen:
            table = tables[min(number, len(tables) - 1)]
            raise table.fault(key, f"“{value}”写了两次。")
        seen.add(value)


def _numbering(table: Table) -> tuple[tuple[str, str], ...]:
    scheme = table.mapping("numbering")
    for form, counting in scheme.items():
        if form not in set(Form) or counting not in COUNTINGS:
            raise table.fault("numbering", f"“numbering”不能写“{form} = {counting}”。")
    return tuple(scheme.items())


def _identifier(value: str) -> str:
    if _ID.fullmatch(value) is None:
        raise ValueError(value)
    return value


def _patterns(table: Table, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(table.compiled(key, value) for value in table.strings(key))


def _field(table: Table) -> Field:
    follows = table.string("follows", "")
    tied = _FOLLOWS.fullmatch(follows)
    if follows and tied is None:
        raise table.fault("follows", "“follows”应当写成“年份+1”的样子。")
    field = Field(
        name=table.string("name"),
        hint=table.string("hint", ""),
        default=table.string("default", ""),
        choices=table.strings("choices"),
        follows=(tied[1], int(tied[2])) if tied else None,
        keep=table.flag("keep"),
    )
    table.done()
    return field


def _minor(hints: dict[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name, hint, asked=False) for name, hint in hints.items())


def _part(table: Table) -> Part:
    roles = _roles(table)
    if not roles:
        raise table.fault("roles", "“roles”要写明这一部分是哪些段落类型。")
    part = Part(
        id=table.choice("id", _identifier),
        name=table.string("name"),
        need=table.choice("need", Need),
        roles=roles,
        hint=table.string("hint"),
        pattern=table.pattern("pattern"),
        place=table.choice("place", Place, "any"),
        count=table.pair("count"),
        if_title=table.pattern("if_title"),
        free=table.flag("free"),
    )
    table.done()
    return part


def _rule(table: Table) -> KindRule:
    must, must_not = table.pattern("must"), table.pattern("must_not")
    pattern = must or must_not
    if pattern is None or (must and must_not):
        raise table.fault("", "每条 [[rules]] 要写“must”或“must_not”，只写其中一项。")
    at_most = table.number("at_most", -1)
    rule = KindRule(
        id=table.choice("id", _identifier),
        severity=table.choice("severity", _severity),
        message=table.string("message"),
        pattern=pattern,
        least=table.number("at_least", 0 if at_most >= 0 else 1) if must else 0,
        most=0 if must_not else at_most if at_most >= 0 else None,
        roles=_roles(table),
        place=table.choice("place", Place, "any"),
        unless=table.pattern("unless"),
        if_title=table.pattern("if_title"),
        if_text=table.pattern("if_text"),
    )
    table.done()
    return rule


def _listed(table: Table) -> Listed:
    pattern, roles, values = table.pattern("if_title"), _roles(table), table.strings("values")
    if pattern is None or not roles or not values:
        raise table.fault("", "每条 [[lists]] 要写明“if_title”“roles”和“values”。")
    listed = Listed(
        id=table.choice("id", _identifier),
        name=table.string("name"),
        source=table.string("source"),
        if_title=pattern,
        roles=roles,
        values=values,
    )
    table.done()
    return listed


def _severity(value: str) -> str:
    if value not in SEVERITIES:
        raise ValueError(value)
    return value


def _roles(table: Table) -> tuple[Role, ...]:
    values = table.strings("roles")
    for value in values:
        if value not in set(Role):
            raise table.fault("roles", f"没有“{value}”这种段落类型。")
    return tuple(Role(value) for value in values)


def _variant(table: Table) -> Variant:
    skeleton = table.string("skeleton")
    variant = Variant(
        id=table.choice("id", _identifier),
        name=table.string("name"),
        hint=table.string("hint", ""),
        blocks=_blocks(table, skeleton),
    )
    table.done()
    return variant


def _blocks(table: Table, skeleton: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for line in skeleton.splitlines():
        try:
            blocks.extend(notation.parse(line).blocks)
        except ValueError as error:
            reason = f"起始文字中“{line.strip()[:20]}”一行不合格式，应为“段落类型| 文字”。"
            raise table.fault("skeleton", reason) from error
    if not blocks:
        raise table.fault("skeleton", "起始文字是空的。")
    return tuple(blocks)
