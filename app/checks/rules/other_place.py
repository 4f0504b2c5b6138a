"""The name of another place where a paper speaks of its own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.document.model import Role
from app.patterns import regex

_KINDS = "村|社区|镇|乡|街道"
# 促进了我镇, 美丽乡村, 特色小镇 name no place.
_NAME = "(?![了我全本该各])[\u4e00-\u9fff]{2,4}?(?<![农乡城小强重名古新老旧])"
_BODIES = ("党支部", "党总支", "党委", "党工委", "两委", "村委会", "居委会", "政府")
_MANY = 5  # a paper that speaks so of more places is about all of them
_RARE = 160  # the cost of a word that is hardly one: 和谐社区 names no place either
# What a paper is about: 孙庄村党建工作总结, 石桥镇位于……
_OWN = regex(
    rf"\s*(?:中共)?(?:[\u4e00-\u9fff]{{2,5}}[省市县区])?(?P<name>{_NAME})(?P<kind>{_KINDS})(?![\u4e00-\u9fff]{{0,2}}[与和及、])"
)
_HERE = regex(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=近年来)|(?<=以来))(?P<name>{_NAME})(?P<kind>{_KINDS})(?:党支部|党总支|党委|党工委|“?两委”?|村委会|居委会|政府)(?=在[^，。；]{{2,16}}(?:领导|支持|指导|关心|帮助)下|始终坚持|将(?:继续|进一步|以|按照)|认真贯彻)"
)
_ITS = regex(
    rf"(?:促进|推动|带动|加快|实现)了?(?P<name>{_NAME})(?P<kind>{_KINDS})的?(?=经济|社会|各项|全面|建设|发展|农业|集体)"
)


class _Place(NamedTuple):
    """A name with its kind and where it stands; `own` where the paragraph begins with it."""

    name: str
    kind: str
    start: int
    end: int
    own: bool


def spoken_of(paragraph: Paragraph) -> tuple[_Place, ...] | None:
    """Return the places of which a paragraph speaks as of those that write: a facts function."""
    if paragraph.role in (Role.OBJECT, Role.COPIES):
        return None
    text = paragraph.text
    own = _OWN.match(text)
    found = [_place(own, own=True)] if own else []
    if not paragraph.literals.isdisjoint(_BODIES):
        found += [_place(m, own=False) for m in _HERE.finditer(text)]
    found += [_place(m, own=False) for m in _ITS.finditer(text)]
    return tuple([one for one in found if language().single(one.name) >= _RARE]) or None


@rule(
    group="一致",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=(*_KINDS.split("|"), *_BODIES),
    facts=spoken_of,
)
def other_place(reading: Reading) -> Iterator[Spot]:
    """写的是别处的名称。

    全文写的是一个村、一个镇，这里却以另一个村、镇自称，多半是借用别处的材料没有改全。

    来源：公文校对惯例
    Bad:
        title| 孙家湾村党建工作总结
        孙家湾村位于青岚县东部，全村共有320户。
        近年来，⟦石桥村⟧党支部在镇党委的正确领导下，各项工作有了起色，有力地促进了⟦石桥村⟧经济发展。
    Good:
        title| 孙家湾村党建工作总结
        孙家湾村位于青岚县东部，与石桥村相邻，全村共有320户。
        近年来，孙家湾村党支部在镇党委的正确领导下，促进了孙家湾村经济发展。
        石桥村党支部始终坚持与本村结对。
        有力地促进了我村经济发展，推动美丽乡村建设和新农村建设，带动了全县农村发展。
    Good:
        title| 青岚县2026年村级党建工作总结
        石桥村党支部在镇党委的领导下带头创建，促进了石桥村集体经济发展。
    """
    found = [(block, place) for block, places in reading.present() for place in places]
    named = {place.name + place.kind: place for _, place in found if place.own}
    if len(named) != 1:
        return
    ((known, own),) = named.items()
    others: dict[str, list[Spot]] = {}
    for block, place in found:
        other = place.name + place.kind
        if place.own or place.kind != own.kind or place.name in known or own.name in other:
            continue
        said = f"全文写的是“{known}”，这里写作“{other}”"
        spot = Spot(place.start, place.end, said, block=block)
        others.setdefault(other, []).append(spot)
    if len(others) > _MANY:
        return
    for other, spots in others.items():
        if sum(text.count(other) for text in reading.document.texts) == len(spots):
            yield from spots


def _place(found: re.Match[str], *, own: bool) -> _Place:
    return _Place(found["name"], found["kind"], found.start("name"), found.end("kind"), own)
