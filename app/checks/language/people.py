"""Where names of persons and firms stand in a text, as far as surname and surroundings tell."""

from __future__ import annotations

from collections.abc import Iterable

from app.patterns import regex
from app.surnames import SURNAMES

_POST = "[局县市镇乡区院校所站处科部会组队]长|主任|书记|主席|经理|教授|委员"
_NAME = regex(
    rf"[{SURNAMES}欧阳][\u4e00-\u9fff]{{1,3}}(?=同志|先生|女士|老师|{_POST}|[，、。；）：]|$"
    r"|说|告诉|介绍|表示|指出|报道|带领|主持|陪同|等[0-9]|等同志)"
)
# （记者张传宣）, 、苏雪冰在: behind a mark or an office a surname and two characters.
_BEHIND = regex(rf"(?:记者|、|摄影|通讯员)[{SURNAMES}欧阳][\u4e00-\u9fff]{{2}}")
# 副局长王继伟对……: behind an office, before what a person does.
_ACTING = regex(
    rf"(?:{_POST})(?P<name>[{SURNAMES}欧阳][\u4e00-\u9fff]{{1,2}})"
    "(?=[对在就向为作出参到率代宣致讲介及和与赴带传于主陪等]|强调|指出|要求|一行|亲自|深入|热情|莅临)"
)

# 鑫隆矿业有限责任公司: what a firm or a house is called.
_FIRM = regex(
    r"[\u4e00-\u9fff]{2,6}?(?=(?:股份|集团)?有限(?:责任)?公司|股份公司|集团公司|专业合作社|出版社|事务所|大酒店)"
)

# 王小明 and no more, and 石桥镇 which begins as a name does
_WHOLE = regex(
    rf"(?!周[一二三四五六日末边围期])(?:[{SURNAMES}]|欧阳|上官|司马|诸葛|皇甫|尉迟|公孙)[\u4e00-\u9fff]{{1,2}}"
)
_PLACE = regex("[区县市镇乡村局办部院校厂司站所组委省州街社班队店矿家园路厅处科室]$")

_CALLED_FIRM = ("公司", "合作社", "出版社", "事务所", "大酒店")  # one of these is in all of those


def people(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of what looks like names of persons and firms."""
    found = [match.span() for match in _NAME.finditer(text) if _opens(text, match.start())]
    if any(firm in text for firm in _CALLED_FIRM):
        found += [match.span() for match in _FIRM.finditer(text)]
    found += [match.span("name") for match in _ACTING.finditer(text)]
    return found + [match.span() for match in _BEHIND.finditer(text)]


def within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place stands in one of the stretches, as `people` gives them."""
    return any(start <= at < end for start, end in spans)


def personal(word: str) -> bool:
    """Whether a word looks like one personal name and no name of a place or an office."""
    return _WHOLE.fullmatch(word) is not None and not ends_as_place(word)


def ends_as_place(word: str) -> bool:
    """Whether a word ends as the names of places and offices do: 石桥镇, 高家园."""
    return _PLACE.search(word) is not None


def _opens(text: str, at: int) -> bool:
    """Whether a personal name can begin here: behind a mark, a title or at the head."""
    return not at or not text[at - 1].isalnum() or text[at - 1] in "记长任员席副请由"
