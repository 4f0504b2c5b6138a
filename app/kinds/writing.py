"""A Kind written as the text of a template file, such that reading it gives the kind again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from app.document import notation
from app.document.model import Document
from app.kinds.model import Field, Kind, KindRule, Listed, Part, Place, Variant

_SENTENCE_BREAK = 100
_ABOUT = (
    "# 文种模板，用记事本就能修改；放进用户数据文件夹下的 kinds 文件夹，新建文稿时即可选用。",
    "# fields 是要填的要素，parts 是应有的部分，rules 是检查，variants 是起始文字。",
    "# 起始文字每行写“段落类型| 文字”，【名】是待填项；写错的项，打开时会指出在第几行。",
)


def write(kind: Kind) -> str:
    """Return the TOML text of a kind."""
    numbering = ", ".join(f"{form} = {_text(rule)}" for form, rule in kind.numbering)
    lines = [
        *_ABOUT,
        _pair("id", kind.id),
        _pair("name", kind.name),
        _pair("group", kind.group),
        f"order = {kind.order}",
        f"title_signs = {_list([sign.pattern for sign in kind.title_signs])}",
        f"text_signs = {_list([sign.pattern for sign in kind.text_signs])}",
        _pair("when", kind.when),
        _pair("title", kind.title),
        f"levels = {_list(kind.levels)}",
        f"numbering = {{ {numbering} }}",
        f"length = [{kind.length[0]}, {kind.length[1]}]",
        f"openings = {_list(kind.openings)}",
        f"transitions = {_list(kind.transitions)}",
        f"closings = {_list(kind.closings)}",
        f"headings = {_list(kind.headings)}",
    ]
    minor = [field for field in kind.fields if not field.asked]
    tables = [
        *(("[[fields]]", tuple(_field(field))) for field in kind.fields if field.asked),
        ("[slots]", tuple(_pair(json.dumps(f.name, ensure_ascii=False), f.hint) for f in minor)),
        *(("[[parts]]", tuple(_part(part))) for part in kind.parts),
        *(("[[rules]]", tuple(_rule(rule))) for rule in kind.rules),
        *(("[[lists]]", tuple(_listed(listed))) for listed in kind.lists),
        *(("[[variants]]", tuple(_variant(variant))) for variant in kind.variants),
    ]
    for header, entries in tables:
        if entries:
            lines += ["", header, *entries]
    return "\n".join(lines) + "\n"


def _field(field: Field) -> Iterator[str]:
    yield _pair("name", field.name)
    yield _pair("hint", field.hint)
    if field.default:
        yield _pair("default", field.default)
    if field.choices:
        yield f"choices = {_list(field.choices)}"
    if field.follows:
        yield _pair("follows", f"{field.follows[0]}{field.follows[1]:+d}")
    if field.keep:
        yield "keep = true"


def _part(part: Part) -> Iterator[str]:
    yield _pair("id", part.id)
    yield _pair("name", part.name)
    yield _pair("need", part.need)
    if part.free:
        yield "free = true"
    if part.count:
        yield f"count = [{part.count[0]}, {part.count[1]}]"
    yield f"roles = {_list(part.roles)}"
    if part.pattern:
        yield _pair("pattern", part.pattern.pattern)
    if part.place is not Place.ANY:
        yield _pair("place", part.place)
    if part.if_title:
        yield _pair("if_title", part.if_title.pattern)
    yield _pair("hint", part.hint)


def _rule(rule: KindRule) -> Iterator[str]:
    yield _pair("id", rule.id)
    yield _pair("severity", rule.severity)
    yield _pair("must_not" if rule.most == 0 else "must", rule.pattern.pattern)
    if rule.most:
        yield f"at_most = {rule.most}"
    if rule.least and (rule.least > 1 or rule.most):
        yield f"at_least = {rule.least}"
    if rule.roles:
        yield f"roles = {_list(rule.roles)}"
    if rule.place is not Place.ANY:
        yield _pair("place", rule.place)
    for key, pattern in (
        ("unless", rule.unless),
        ("if_title", rule.if_title),
        ("if_text", rule.if_text),
    ):
        if pattern:
            yield _pair(key, pattern.pattern)
    yield _pair("message", rule.message)


def _listed(listed: Listed) -> Iterator[str]:
    yield _pair("id", listed.id)
    yield _pair("name", listed.name)
    yield _pair("source", listed.source)
    yield _pair("if_title", listed.if_title.pattern)
    yield f"roles = {_list(listed.roles)}"
    yield f"values = {_list(listed.values)}"


def _variant(variant: Variant) -> Iterator[str]:
    yield _pair("id", variant.id)
    yield _pair("name", variant.name)
    yield _pair("hint", variant.hint)
    skeleton = notation.dump(Document(variant.blocks))
    if "'''" in skeleton:
        yield _pair("skeleton", skeleton)
    else:
        yield f"skeleton = '''\n{skeleton}\n'''"


def _pair(key: str, value: str) -> str:
    return f"{key} = {_text(value)}"


def _text(value: str) -> str:
    return json.dumps(str(value), ensure_ascii=False)


def _list(values: Sequence[str]) -> str:
    items = [_text(value) for value in values]
    line = f"[{', '.join(items)}]"
    if len(line) <= _SENTENCE_BREAK:
        return line
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
