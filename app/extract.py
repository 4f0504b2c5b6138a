"""A model text becomes a template: its bones stay, its particulars become slots, the rest goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.document.model import HEADINGS, Block, Details, Document, Role, block
from app.document.numbering import to_chinese
from app.document.recognize import recognized
from app.kinds.model import Field, Kind, Need, NothingToExtract, Part, Variant
from app.kinds.particulars import Names, formula, generalised, known_from
from app.kinds.parts import guess, title
from app.kinds.shelf import free_id, load
from app.kinds.slots import NAMED, written
from app.kinds.writing import write

GROUP = "我的文种"
_LEAD = re.compile(r"[^。！？]*[。！？]*")
_SENTENCE = re.compile(r"[^。！？]+[。！？]*")
_LONG = 400  # characters above which an opening paragraph is shortened
_DOUBLED = re.compile(r"([。，；、])\1+")
_OPENING = re.compile(
    r"总(的|体)(要求|思路)|指导思想|为指导|如下[：:。]?$|主要任务是|为.{2,40}(根据|现)"
)
_HINTS = {
    "单位": "发文单位全称或规范简称",
    "年份": "四位数字",
    "日期": "如：2026年3月5日",
    "数量": "只写数字",
    "比例": "如：95%",
    "姓名": "人员姓名",
    "地名": "地区名称",
    "特色工作": "本地工作的名称或口号",
    "指导思想": "如：习近平新时代中国特色社会主义思想",
    "政治要求": "“增强”之后的内容",
    "会议精神": "要贯彻的会议",
    "上级部署": "要落实的上级会议或文件",
    "中心工作": "本级中心工作",
    "工作遵循": "工作的主线或遵循",
    "任务": "“着力”之后的动宾短语",
}
_FOLLOWERS = {"上年": ("年份", -1), "下年": ("年份", 1)}
_KEPT = (Role.SALUTATION, Role.CLOSING, Role.SUBTITLE, Role.ATTACHMENT_NOTE)


def extract(
    document: Document, *, kind: str | None = None, name: str | None = None, own: Path | None = None
) -> str:
    """Return the TOML text of a template drawn from a model text.

    Where the file holds several parts (a pattern and a model), the longest is drawn from. The
    parts and rules are those of the kind the text is recognised as. `kind` and `name` are the id
    and the name of the new kind; both have a default. Raises NothingToExtract for a text that
    has neither title nor headings.
    """
    model = _longest_part(recognized(document))
    base = guess(model, own)
    heading = title(model)
    names = known_from(_title_rows(model), "".join(model.texts))
    blocks = tuple(_bones(model, names))
    if not blocks:
        raise NothingToExtract
    pattern = load(base, own) if base else _plain()
    shown = next((b.text.replace("\n", "") for b in blocks if b.role is Role.TITLE), "")
    made = replace(
        pattern,
        id=kind or free_id(f"own-{pattern.id}", own),
        name=name or f"{pattern.name}（自拟）",
        group=GROUP,
        order=pattern.order + 1000,
        when=f"由“{heading[:40]}”提取的模板。{pattern.when}",
        title=shown,
        fields=tuple(_fields(blocks, pattern)),
        variants=(Variant("extracted", "提取的提纲", "标题和段首句保留，正文待写。", blocks),),
    )
    return write(made)


def _longest_part(document: Document) -> Document:
    """Return the longest of the parts a file is made of, or the document where it has none."""
    blocks = document.blocks
    starts = [n for n, b in enumerate(blocks) if b.role is Role.PART]
    if not starts or not any(b.role is Role.TITLE for b in blocks[starts[0] :]):
        return replace(document, details=Details())
    ends = [*starts[1:], len(blocks)]
    parts = [blocks[a + 1 : b] for a, b in zip(starts, ends, strict=True)]
    longest = max(parts, key=lambda part: sum(len(b) for b in part))
    return Document(longest)


def _title_rows(document: Document) -> str:
    rows: list[str] = []
    for paragraph in document.blocks:
        if paragraph.role is Role.TITLE:
            rows.append(paragraph.text.strip())
        elif rows and paragraph.role is not Role.BLANK:
            break
    return "\n".join(rows)


def _bones(document: Document, names: Names) -> Iterator[Block]:
    """Yield what stays of the text, particulars turned into slots."""
    rows = _title_rows(document)
    if rows:
        yield block(generalised(rows, names), Role.TITLE)
    blocks = document.blocks
    first = next((n for n, b in enumerate(blocks) if b.role in HEADINGS), len(blocks))
    opened = written_for = 0
    for number, paragraph in enumerate(blocks):
        text, role = paragraph.text.strip(), paragraph.role
        if role is Role.DATE_LINE or role is Role.DATE:
            yield block(_dated(text, names), role)
        elif role is Role.SIGNATURE:
            yield block(written("单位") if names.unit else generalised(text, names), role)
        elif role in _KEPT:
            yield block(generalised(text, names), role)
        elif role in HEADINGS or role in (Role.ITEM, Role.PART):
            yield block(_lead(text, role, names), role)
            if role in HEADINGS and _only_text(blocks, number):
                written_for += 1
                yield block(f"【正文{to_chinese(written_for)}】。", Role.BODY)
        elif (
            text and role is Role.BODY and number < first and (not opened or _OPENING.search(text))
        ):
            opened += 1
            yield block(formula(_opening(text), names), role)


def _opening(text: str) -> str:
    """Return an opening paragraph, of a long one the sentences that are a formula or open it."""
    text = _DOUBLED.sub(r"\1", text)
    if len(text) <= _LONG:
        return text
    sentences: list[str] = _SENTENCE.findall(text)
    return "".join(s for n, s in enumerate(sentences) if n == 0 or _OPENING.search(s))


def _lead(text: str, role: Role, names: Names) -> str:
    """Return a heading without its end mark, or the lead sentence of an item with it."""
    lead = _DOUBLED.sub(r"\1", _LEAD.match(text)[0])  # type: ignore[index]  # the pattern matches any text
    if role in HEADINGS and lead == _DOUBLED.sub(r"\1", text):
        lead = lead.rstrip("，、；。")
    return generalised(lead, names)


def _only_text(blocks: tuple[Block, ...], heading: int) -> bool:
    """Return whether a stand-alone heading has nothing below it but body text."""
    below = blocks[heading + 1].role if heading + 1 < len(blocks) else None
    return below is Role.BODY and not re.search(r"。.", blocks[heading].text)


def _dated(text: str, names: Names) -> str:
    """Return a date line with the date as the slot of the document's own date."""
    slotted = generalised(text, names)
    return re.sub(r"【日期[^】]*】|【年份】年[\dXＸ×]+月[\dXＸ×]+日", "【成文日期】", slotted)


def _fields(blocks: tuple[Block, ...], pattern: Kind) -> Iterator[Field]:
    """Yield the fields of the slots in the order of the text, as the kind declares its own."""
    known = {field.name: field for field in pattern.fields}
    found = dict.fromkeys(slot["name"] for b in blocks for slot in NAMED.finditer(b.text))
    for name in found:
        if name in known:
            yield known[name]
            continue
        sort = re.sub(r"[一二三四五六七八九十]+$", "", name)
        follows = _FOLLOWERS.get(name) if "年份" in found else None
        hint = _HINTS.get(sort, "从范文提取的待填内容")
        default = "{year}" if name == "年份" else ""
        asked = name in ("单位", "年份", "成文日期", "上年", "下年")
        yield Field(name, hint, default, follows=follows, asked=asked, keep=name == "单位")


def _plain() -> Kind:
    """Return the kind of a text that no kind fits."""
    parts = (
        Part("title", "标题", Need.REQUIRED, (Role.TITLE,), "写明事由。"),
        Part("section", "正文", Need.OPTIONAL, HEADINGS, "分条叙述。"),
    )
    return Kind(
        id="text",
        name="文稿",
        group=GROUP,
        order=1000,
        when="按范文的提纲起草。",
        title="",
        title_signs=(),
        text_signs=(),
        levels=(),
        numbering=(),
        length=(500, 5000),
        openings=(),
        transitions=(),
        closings=(),
        headings=(),
        fields=(),
        parts=parts,
        rules=(),
        variants=(),
        path=Path("template.toml"),
    )
