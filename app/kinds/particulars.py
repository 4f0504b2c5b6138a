"""What is particular in a sentence becomes a slot by its sort: names, places, dates, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from app.document.numbering import to_chinese
from app.kinds.slots import NAMED, UNNAMED, written
from app.surnames import NAMING

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[年全])")  # 2021全区 for 2021年全区 is met
# Those that are hardly ever the second half of a word, for names in the middle of a sentence.
_COMMON = "王李张刘陈杨赵黄周吴徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡杜魏苏吕沈姚"
_OFFICE = "同志|书记|副书记|部长|县长|市长|区长|省长|镇长|乡长|主任|局长|厅长|处长|主席|院长|院士"
_AFTER = "|".join(f"(?<={office})" for office in _OFFICE.split("|") if office != "同志")
_SAID = "强调|指出|要求|同志|讲话|主持|出席|作|代表"
_COUNTED = "人次|万人|人|名|个|家|项|次|场|件|元|户|亩|公里|篇|条|期|批|所|处|座|吨|平方米|小时|天"
_PLACE = re.compile(r"(?:中共)?([\u4e00-\u9fff]{2,4}?)(?=[省市县区州旗镇乡]|街道)")
_LEVEL = "全省市县区州镇乡本各该我"

# What is put in place of what, in this order; {0} is the slot.
_SORTS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("日期", re.compile(r"(?:\d{4}|[XＸ×]{2,4})年[\dXＸ×]{1,3}月[\dXＸ×]{1,3}日"), "{0}"),
    ("日期", re.compile(r"(?<!年)(?<!\d)[\dXＸ×]{1,2}月[\dXＸ×]{1,2}日"), "{0}"),
    ("特色工作", re.compile(r"“[^”“]*[0-9XＸ×][^”“]*”"), "“{0}”"),
    ("姓名", re.compile(rf"[{_COMMON}][\u4e00-\u9fff]{{1,2}}(?=同志)"), "{0}"),
    (
        "姓名",
        re.compile(rf"(?<![\u4e00-\u9fff])[{NAMING}][\u4e00-\u9fff]{{1,2}}(?={_OFFICE})"),
        "{0}",
    ),
    ("姓名", re.compile(rf"[XＸ×某]{{1,3}}(?={_OFFICE})"), "{0}"),
    (
        "姓名",
        re.compile(rf"(?:{_AFTER})(?:[{NAMING}][\u4e00-\u9fff]{{1,2}}|[XＸ×某]+)(?={_SAID})"),
        "{0}",
    ),
    ("地名", re.compile(r"[XＸ×某]{1,4}(?=[省市县区州旗镇乡村]|街道)"), "{0}"),
    ("比例", re.compile(r"\d+(?:\.\d+)?(?:[%％]|个百分点)"), "{0}"),
    ("数量", re.compile(rf"(?:\d+(?:\.\d+)?|[XＸ×]+)(?=[万亿千百]?[余多]?(?:{_COUNTED}))"), "{0}"),
    ("内容", UNNAMED, "{0}"),
)
# The set frames of an opening formula: what stands between is the year's, the frame stays.
_FRAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("指导思想", re.compile(r"(坚持以)(.+)(为指导)")),
    ("政治要求", re.compile(r"(增强|树牢)(.+)()")),
    ("会议精神", re.compile(r"((?:深入|全面|认真|坚决)*(?:学习)?贯彻(?:落实)?)(.+)(精神)")),
    ("上级部署", re.compile(r"((?:深入|全面|认真|坚决)*(?:贯彻)?落实)(.+)(部署|要求|安排|决策)")),
    (
        "中心工作",
        re.compile(r"(紧扣|紧紧?围绕|围绕|紧贴|服务)(.+?)(中心工作|工作大局|大局|主线|目标|任务|)"),
    ),
    (
        "工作遵循",
        re.compile(r"(以)(.+)(为(?:遵循|主线|统领|重点|总?抓手|引领|目标|主题|契机|动力|根本))"),
    ),
    ("任务", re.compile(r"(着力|突出|聚焦)(.+)()")),
)
_CLAUSE = re.compile(r"[^，；。：]+|[，；。：]")


@dataclass(frozen=True, slots=True)
class Names:
    """The slots given so far: one name for one value, so that equal values stay one slot.

    `unit`, `place` and `year` are what the title tells of its author: the name of the organ, its
    locality and the year of the text, "" or None where it does not say.
    """

    unit: str = ""
    place: str = ""
    year: int | None = None
    given: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def slot(self, sort: str, value: str) -> str:
        """Return the slot of a value: 【数量】 the first time, 【数量二】 for the next one."""
        if (sort, value) not in self.given:
            count = sum(1 for known, _ in self.given if known == sort) + 1
            self.given[sort, value] = sort if count == 1 else sort + to_chinese(count)
        return written(self.given[sort, value])


def known_from(title: str, text: str = "") -> Names:
    """Return what a title tells: its rows are parted by line breaks.

    A title without a year leaves it to `text`: the year that stands there most often.
    """
    years = [int(year) for year in _YEAR.findall(title) or _commonest(_YEAR.findall(text))]
    unit = ""
    if "\n" in title:
        row = title.split("\n", maxsplit=1)[0].strip()
        unit = "" if _YEAR.search(row) or row.startswith("关于") else row
    elif found := re.match(r"(.{2,24}?(?:委员会|[委府部局办厅院会]))(?=关于|\d{4}年)", title):
        unit = found[1]
    place = _PLACE.match(unit)
    name = place[1] if place and place[1][0] not in _LEVEL else ""
    return Names(unit, name if not UNNAMED.fullmatch(name) else "", years[0] if years else None)


def generalised(text: str, names: Names) -> str:
    """Return a sentence with its particulars turned into slots."""
    if names.unit:
        text = _outside(re.compile(re.escape(names.unit)), lambda _: written("单位"), text)
    if names.place:
        place = re.compile(re.escape(names.place) + "(?=[省市县区州旗镇乡]|街道)")
        text = _outside(place, lambda m: names.slot("地名", m[0]), text)
    for sort, pattern, form in _SORTS[:2]:
        text = _outside(pattern, _putter(sort, form, names), text)
    text = _outside(_YEAR, lambda m: _year(int(m[0]), names), text)
    for sort, pattern, form in _SORTS[2:]:
        text = _outside(pattern, _putter(sort, form, names), text)
    return text


def formula(text: str, names: Names) -> str:
    """Return an opening formula with its frame kept and what stands in it turned into slots."""
    clauses: list[str] = []
    for clause in _CLAUSE.findall(text):
        for sort, frame in _FRAMES:
            if found := frame.fullmatch(clause):
                clauses.append(found[1] + names.slot(sort, found[2]) + found[3])
                break
        else:
            clauses.append(clause)
    return generalised("".join(clauses), names)


def _commonest(years: list[str]) -> list[str]:
    return [year for year, _ in Counter(years).most_common(1)]


def _year(year: int, names: Names) -> str:
    near = {0: "年份", -1: "上年", 1: "下年"}
    offset = None if names.year is None else year - names.year
    if offset in near:
        return written(near[offset])
    return names.slot("年度", str(year))


def _putter(sort: str, form: str, names: Names) -> Callable[[re.Match[str]], str]:
    return lambda match: form.format(names.slot(sort, match[0]))


def _outside(
    pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str
) -> str:
    """Return `text` with the pattern replaced where no slot stands yet."""
    pieces: list[str] = []
    at = 0
    for slot in NAMED.finditer(text):
        pieces += [pattern.sub(replacement, text[at : slot.start()]), slot[0]]
        at = slot.end()
    return "".join([*pieces, pattern.sub(replacement, text[at:])])
