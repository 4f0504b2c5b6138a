"""Years, dates, plan periods, anniversaries and yearly ordinals of an old text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.document.numbering import from_chinese, to_chinese
from app.rollover.proposal import Passage, Proposal

_PLANS = ("十二五", "十三五", "十四五", "十五五", "十六五")
_FIRST_PLAN = 2011  # “十二五”
_PLACES = ("开局之年", "第二年", "第三年", "第四年", "收官之年")
_HAN = "〇一二三四五六七八九"

_DATE = re.compile(r"(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日")
_DAY = re.compile(r"(?<![年\d])\d{1,2}月\d{1,2}日")
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)(年?[-—～~至到])((?:19|20)\d\d)(?=[年学])")
_YEAR = re.compile(r"(?<![\d〔])((?:19|20)\d\d)(?=[年全])")
_HAN_YEAR = re.compile(r"二[〇零○][〇零○一二三四五六七八九]{2}(?=年)")
_FACT = re.compile(r"\d(?!\d{0,3}年)|[%％]")
_PLAN = re.compile(
    r"“?(十[二三四五六]五)”?(规划)?(的?)(?:(开局|收官|起步|实施的?第[一二三四五])(之?年))?"
)
_PLAN_BACK = re.compile(r"回顾|总结|评估|时期取得|期间|以来|圆满收官|顺利完成")
_BIRTHDAY = re.compile(
    r"(中国共产党(?:成立|建党)?|建党|新中国成立|中华人民共和国成立|国庆|改革开放|建军|中国人民解放军建军|"
    r"红军长征胜利|长征胜利|中国人民抗日战争.{0,20}胜利|抗战胜利)(\d{2,3}|[一二三四五六七八九十百〇]{2,5})周年"
)
_FOUNDED = (
    ("共产党", 1921),
    ("建党", 1921),
    ("新中国", 1949),
    ("中华人民共和国", 1949),
    ("国庆", 1949),
    ("改革开放", 1978),
    ("长征", 1936),
    ("军", 1927),
    ("抗", 1945),
)
_OTHER_BIRTHDAY = re.compile(r"(?:成立|设立|建立|创立|建成|运行|投产)(\d{1,3})周年")
_SESSION = re.compile(
    r"(十[三四五六])届(全国人大|全国政协|全国人民代表大会)(常委会)?第?([一二三四五])次会议"
)
_DISCIPLINE = re.compile(r"(十[九]|二十|二十一)届中央纪委([二三四五六七])次全会")
_ORDINAL = re.compile(r"第(\d{1,3}|[一二三四五六七八九十]{1,4})(届|次|批|期|轮)")
_RELATIVE = (
    (re.compile(r"今年(?:是|正值|适逢|恰逢)[^。；]{0,40}"), "“今年是……”说的是旧稿那一年"),
    (re.compile(r"明年"), "旧稿的“明年”可能就是新的一年"),
    (re.compile(r"去年|上年(?!度)|过去(?:的)?一年"), "旧稿的“去年”已是前年，事实和数据要换新的"),
    (re.compile(r"前年"), "旧稿的“前年”已隔三年，请核对"),
)


@dataclass(frozen=True, slots=True)
class Move:
    """From which year a text is moved to which."""

    old: int
    new: int

    @property
    def shift(self) -> int:
        """How many years lie between them."""
        return self.new - self.old

    def year(self, year: int) -> int | None:
        """Return what a year near the old one becomes; None where it is a date of history."""
        return year + self.shift if abs(year - self.old) <= 1 else None


def found(passage: Passage, move: Move) -> Iterator[Proposal]:
    """Yield the proposals on years in a passage, the more telling ones first."""
    yield from _plans(passage, move)
    yield from _birthdays(passage, move)
    yield from _sessions(passage, move)
    yield from _dates(passage, move)
    yield from _years(passage, move)
    yield from _relative(passage)
    yield from _ordinals(passage, move)


def plan_of(year: int) -> str | None:
    """Return the five-year plan of a year, as “十四五” without its quotes; None where unknown."""
    at = (year - _FIRST_PLAN) // 5
    return _PLANS[at] if 0 <= at < len(_PLANS) else None


def _plans(passage: Passage, move: Move) -> Iterator[Proposal]:
    old, new = plan_of(move.old), plan_of(move.new)
    for match in _PLAN.finditer(passage.text):
        plan, place = match[1], match[4]
        if old is None or new is None or (not place and "“" not in match[0] and not match[2]):
            continue
        if place:
            reached = _PLACES[(move.new - _FIRST_PLAN) % 5]
            text = f"“{new}”{match[2] or ''}{match[3]}{reached}"
            reason = f"{move.new}年是“{new}”时期的{reached}"
            sure = plan == old and reached in ("开局之年", "收官之年")
            yield passage.propose(match.start(), match.end(), text, reason, certain=sure)
        elif plan == new:
            continue
        elif _PLAN_BACK.search(passage.sentence(match.start())):
            reason = f"这一句像是回顾“{plan}”，不改；若是当前任务，应写“{new}”"
            yield passage.propose(match.start(), match.end(), None, reason)
        else:
            text = match[0].replace(plan, new)
            later = _PLANS.index(plan) > _PLANS.index(new)
            reason = f"{move.new}年属“{new}”时期" + ("；旧稿写的是后一个规划" if later else "")
            sure = (
                plan == old and not later and passage.text[match.end() : match.end() + 2] != "时期"
            )
            yield passage.propose(match.start(), match.end(), text, reason, certain=sure)


def _birthdays(passage: Passage, move: Move) -> Iterator[Proposal]:
    for match in _BIRTHDAY.finditer(passage.text):
        founded = next(year for sign, year in _FOUNDED if sign in match[1])
        count, age = from_chinese(match[2]), move.new - founded
        text = str(age) if match[2].isdecimal() else to_chinese(age)
        right = count == move.old - founded
        reason = f"从{founded}年算起，{move.new}年是{age}周年"
        if not right:
            reason += f"（旧稿的{match[2]}周年与{move.old}年不合，请核对）"
        if age % 5:
            reason += "；逢五逢十才宜单独提及"
        sure = right and age % 5 == 0
        yield passage.propose(match.start(2), match.end(2), text, reason, certain=sure)
    for match in _OTHER_BIRTHDAY.finditer(passage.text):
        age = int(match[1]) + move.shift
        yield passage.propose(
            match.start(1), match.end(1), str(age), f"周年随年份加{move.shift}，请核对"
        )


def _sessions(passage: Passage, move: Move) -> Iterator[Proposal]:
    for match in _SESSION.finditer(passage.text):
        if match[3]:
            reason = "常委会会议一年多次，请核对次数"
            yield passage.propose(match.start(), match.end(), None, reason)
            continue
        then, now = _session(move.old), _session(move.new)
        standing = (from_chinese(match[1]) or 0, from_chinese(match[4]) or 0)
        term, count = (to_chinese(n) for n in now)
        text = f"{term}届{match[2]}{'第' if '第' in match[0] else ''}{count}次会议"
        reason = f"{move.new}年召开的是{term}届{count}次会议"
        yield passage.propose(match.start(), match.end(), text, reason, certain=standing == then)
    for match in _DISCIPLINE.finditer(passage.text):
        if match[1] not in ("十九", "二十"):
            continue
        term, first = ("十九", 2016) if move.new <= 2022 else ("二十", 2021)
        count = move.new - first
        then = move.old - (2016 if match[1] == "十九" else 2021)
        text = f"{term}届中央纪委{to_chinese(count)}次全会"
        reason = f"中央纪委全会每年年初召开，{move.new}年是{term}届{to_chinese(count)}次"
        sure = from_chinese(match[2]) == then and move.new <= 2026
        yield passage.propose(match.start(), match.end(), text, reason, certain=sure)


def _session(year: int) -> tuple[int, int]:
    """Return term and session of the National People's Congress that meets in a year."""
    return 13 + (year - 2018) // 5, (year - 2018) % 5 + 1


def _dates(passage: Passage, move: Move) -> Iterator[Proposal]:
    for match in _DATE.finditer(passage.text):
        year = move.year(int(match[1]))
        if year is not None:
            text = f"{year}年{match[2]}月{match[3]}日"
            reason = "日期只改了年份，月、日请核对"
            yield passage.propose(match.start(), match.end(), text, reason)
    for match in _DAY.finditer(passage.text):
        reason = "旧稿的具体日期，请换成新的"
        yield passage.propose(match.start(), match.end(), None, reason)


def _years(passage: Passage, move: Move) -> Iterator[Proposal]:
    for match in _RANGE.finditer(passage.text):
        first, last = int(match[1]) + move.shift, int(match[3]) + move.shift
        text = f"{first}{match[2]}{last}"
        yield passage.propose(match.start(), match.end(), text, "起止年份顺延，请核对")
    for match in _YEAR.finditer(passage.text):
        year = move.year(int(match[1]))
        if year is None:
            continue
        if passage.in_title(match.start()):
            reason = "文件名称里的年份不改；看看今年有没有新的文件"
            yield passage.propose(match.start(), match.end(), None, reason)
            continue
        sure, reason = True, f"年份由{match[1]}年顺延到{year}年"
        if not passage.heading and _states_facts(passage.sentence(match.start())):
            sure, reason = False, "年份顺延；这一句里的数字和事实是旧的，请核对"
        elif not passage.heading and int(match[1]) < move.old:
            sure, reason = False, "年份顺延；回顾的事实要换成新的，请核对"
        sure = sure and not passage.looks_back(match.start())
        yield passage.propose(match.start(), match.end(), str(year), reason, certain=sure)
    for match in _HAN_YEAR.finditer(passage.text):
        year = move.year(int("".join(str(_HAN.index(c)) for c in _zeros(match[0]))))
        if year is not None:
            text = "".join(_HAN[int(d)] for d in str(year))
            reason = "年份顺延"
            yield passage.propose(match.start(), match.end(), text, reason, certain=True)


def _states_facts(sentence: str) -> bool:
    """Return whether a sentence holds figures of its year.

    Digits in quotes are names, and anniversaries are counted on their own.
    """
    return _FACT.search(re.sub(r"“[^”]*”|\d+周年", "", sentence)) is not None


def _zeros(numeral: str) -> str:
    return re.sub(r"[零○]", "〇", numeral)


def _relative(passage: Passage) -> Iterator[Proposal]:
    for pattern, reason in _RELATIVE:
        for match in pattern.finditer(passage.text):
            yield passage.propose(match.start(), match.end(), None, f"{reason}，请核对")


def _ordinals(passage: Passage, move: Move) -> Iterator[Proposal]:
    for match in _ORDINAL.finditer(passage.text):
        sentence = passage.sentence(match.start())
        count = from_chinese(match[1])
        if count is None or passage.in_title(match.start()) or "代表大会" in sentence:
            continue
        if match[2] == "届" or re.search(r"召开|举办|办好|每年|年度|组织开展", sentence):
            number = count + move.shift
            written = str(number) if match[1].isdecimal() else to_chinese(number)
            text = f"第{written}{match[2]}"
            reason = f"每年一次的，序数加{move.shift}；不是每年一次的不改"
            yield passage.propose(match.start(), match.end(), text, reason)
