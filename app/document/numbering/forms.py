"""Numerals, the forms of enumerators, and the one a paragraph opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from app.document.markdown import VEIL, veiled
from app.patterns import regex


class Form(StrEnum):
    """How a number is written; the value is its name in settings and in JSON."""

    PART = "part"  # 第一部分, 第一章
    ARTICLE = "article"  # 第一条
    CHINESE = "chinese"  # 一、
    CHINESE_BRACKET = "chinese_bracket"  # （一）
    ARABIC = "arabic"  # 1.
    DECIMAL = "decimal"  # 1.1, 2.3.1
    ARABIC_BRACKET = "arabic_bracket"  # （1）
    ARABIC_PAREN = "arabic_paren"  # 1)
    CIRCLED = "circled"  # ①
    ORDINAL = "ordinal"  # 第一，
    IS = "is"  # 一是
    MUST = "must"  # 一要
    FIRST = "first"  # 首先，其次，再次，最后，
    SIDE = "side"  # 一方面，另一方面，
    ONE = "one"  # 一个是，另一个是
    DASH = "dash"  # —— and the bullets of Word


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A number as it stands in a text.

    `value` counts from 1 and is 0 for a dash, which has none; `text` is the number as written with
    its separator and without spaces after it; `start` and `end` are its place in the text read.
    """

    form: Form
    value: int
    text: str
    start: int
    end: int


_CHINESE = "〇一二三四五六七八九"
_VALUES = {**{c: i for i, c in enumerate(_CHINESE)}, "零": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")  # full width → half width
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {
    **{chr(0x3251 + i): i + 21 for i in range(15)},
    **{chr(0x2776 + i): i + 1 for i in range(10)},
}
_BRACKETED = {chr(0x2474 + i): i + 1 for i in range(20)}  # ⑴
_STOPPED = {chr(0x2488 + i): i + 1 for i in range(20)}  # ⒈
_CHINESE_BRACKETED = {chr(0x3220 + i): i + 1 for i in range(10)}  # ㈠
BULLETS = "•●◆■▲►▶➤➢◇○◎▪▫❖✅☑✔✓👉🔹🔸🔺➡"  # list marks of Word and the web
CIRCLED = "①-⑳㉑-㉟❶-❿"
# What shows that ① is cited: ①、②项, ①号.
SAID_CIRCLED = f"(?![号{CIRCLED}]|[、和及至][{CIRCLED}]|[项款条](?![目件例]))"
_FIRST = {"首先": 1, "其次": 2, "再次": 3, "再其次": 3, "再者": 3, "然后": 4, "最后": 5}
# 一靠…；二靠…: verbs that stand in the place of 要 inside a paragraph.
DEEDS = "靠比抓看查学讲促推问谈治转盯练带管防帮评争"
NO_MUST = "[素点害件闻职]|务(?![求必实])"  # behind 要: 一要务, 三要素, not 一要务实
NUMERAL = "[一二三四五六七八九十百〇零]{1,5}"
ARTICLE = "[一二三四五六七八九十百千〇零]{1,8}"  # 第一千二百六十条
# What an ordinal counts aloud: 第一点，第一件事，第一个问题：第一阶段：
TOLD = (
    "(?:[点步项条招关课仗环站种类]|[件桩]事?|阶段|层意思|层次|句话|个?(?:方面|问题|环节|阶段|层面|关键词|字|重点|事|意思|体会|"
    "建议|要求|希望|原因|特点|原则|想法|话题))"
)
ONE = "一[个种类条件][就才]?是(?!非)"  # 一个是…再一个是…, 一种是…还有一种是…
DIGITS = "[0-9０-９]{1,3}"
_OPENING = frozenset("第其首再然最另还又一二三四五六七八九十百零")  # Chinese characters of a number
_HEAD = 120  # characters in which a number stands, the indent before it included

# What is counted behind digits: 3 月, 24 小时 even after a space, 12家企业 without one.
_COUNTED = (
    "年(?![度轻])|月(?!度)|日(?!常)|个(?!别)|名(?![优特])|[万亿千倍元米吨亩岁]|公[里斤顷]|分钟|小时"
)
_COUNTED_CLOSE = (
    f"{_COUNTED}|[号时分秒人户家条件项点次百成类大种级层批轮天周季届期公斤台套辆间栋座处所支片段路区省市县镇"
    "乡村中小多余几位码幅组班股室楼单册篇份章节页行款度比至到]"
)

# What stands behind two ordinals side by side: 第一、二季度, 第一、三产业.
_AFTER_ORDINAL = "季批类产种次个名年阶步期组线梯项条款点部章节届轮层等方卷册页行列排班"
# 第一、第二党支部: two ordinals that count on name two things.
_NEXT_BESIDE = "|".join([f"(?<={one}、)第{two}" for one, two in pairwise("一二三四五六七八九十")])
# One pattern, so that a paragraph is looked at once. Each alternative says in its lookahead what
# running text may not follow: 1.5万元, 2、3号楼, （一）（二）项, 一是一，, 一方面之词.
_LEADING = regex(
    rf"""[\s\u200b\ufeff]*(?:
    (?P<part>第\s?(?P<part_n>{NUMERAL}|{DIGITS})\s?(?:部[分份]|[章编篇节]))
  | (?P<article>第\s?(?P<article_n>{ARTICLE}|[0-9０-９]{{1,4}})\s?条(?:[：:]|(?=\s)))
  | (?P<ordinal>第(?P<ordinal_n>{NUMERAL})(?:{TOLD}?[，,：:]|(?:个|{TOLD})?是|{TOLD}(?=[（(])
      |、(?!{_NEXT_BESIDE}|第?{NUMERAL}[{_AFTER_ORDINAL}、])))
  | (?P<other>其(?P<other_n>[一二三四五六七八九十])[，,、：:])
  | (?P<circled>(?<!第)(?P<circled_n>[{CIRCLED}])[、.．]?){SAID_CIRCLED}
  | (?P<bracketed>(?P<bracketed_n>[⑴-⒇])[、.．]?)(?!号)
  | (?P<stopped>(?P<stopped_n>[⒈-⒛]))
  | (?P<keycap>(?P<keycap_n>[1-9])\ufe0f?\u20e3)
  | (?P<chinese_bracketed>(?P<chinese_bracketed_n>[㈠-㈩])[、.．]?)
  | (?P<chinese_bracket>[（(]?\s?(?P<chinese_bracket_n>{NUMERAL})\s?[)）]
      (?:[、，,．.：:](?![（(]))?)
    (?![、和及至]?第?[（(]{NUMERAL}[)）]|[项款条][^目件例])
  | (?P<arabic_bracket>[（(]\s?(?P<arabic_bracket_n>{DIGITS})\s?[)）](?:[、，,．.：:](?![（(]))?)
    (?![、和及至]?第?[（(]{DIGITS}[)）]|[项款条][^目件例])
  | (?P<arabic_paren>(?P<arabic_paren_n>{DIGITS})\s?[)）][、.．]?)
  | (?P<arabic>(?P<arabic_n>{DIGITS})\s?(?:[.．、](?![0-9０-９])
      |[.．、](?=[2２][0０][0-9０-９]{{2}}年)|[，,](?![0-9０-９])))
  | (?P<is>(?P<is_n>{NUMERAL})是)(?![一二三][，,、；。])
  | (?P<must>(?P<must_n>{NUMERAL})要)(?!{NO_MUST})
  | (?P<first>(?P<first_n>首先|其次|再(?:其?次|者)|然后(?=，)|最后(?![一的期通关几这那]))
      [，,、：:]?)
  | (?P<one>(?P<one_n>另外?|再|还有|又|){ONE})
  | (?P<side>(?P<side_n>另外?|再|)一方面[，,]?)(?!之词)
  | (?![百〇零])(?P<chinese>(?P<chinese_n>{NUMERAL})\s?(?:、、|[、，,．.：:。]|·(?!{NUMERAL})))
      (?!{NUMERAL}、)
  | (?P<chinese_space>(?P<chinese_space_n>{NUMERAL}))(?=[ \u3000\t\xa0]+\S|\s*$)
  | (?P<dash>[—─―－]{{2,}}|-{{2,}})(?=\s*[^—─―－\s-])
  | (?P<bullet>[{BULLETS}]|[·*+–-](?=[ \t\u3000\xa0]))(?=\s*[^\s{BULLETS}·*+–-])
    )""",
    re.VERBOSE,
)
# A number before a text that opens with digits: a number only where the row of paragraphs says so.
_BEFORE_DIGITS = regex(
    r"[\s\u200b\ufeff]*"
    rf"(?P<arabic>(?P<arabic_n>{DIGITS})(?:、(?=[0-9０-９])|[.．](?=[0-9０-９]{{1,2}}月)))"
)
# 1 加强学习, 1加强学习: digits without a mark, a number only where the row of paragraphs says so.
_UNMARKED = regex(
    rf"""[\s\u200b\ufeff]*(?P<arabic>(?P<arabic_n>0?[1-9][0-9]?|[０-９]{{1,2}}))
    (?:(?=[ \t\u3000\xa0{VEIL}]+(?!{_COUNTED})(?:20[0-9]{{2}}年|[0-9]{{1,2}}月|[^\s0-9０-９]))
      |(?=[\u4e00-\u9fff“《])(?!{_COUNTED_CLOSE}))""",
    re.VERBOSE,
)
# 1.1 总则, 2.3.1供应商: a number only where the row of paragraphs says so, never 1.5万元, 3.2%.
_MEASURED = (
    "[万亿千百元米倍吨亩岁%％‰℃折版至到～~—-]|年(?!度)|月(?!度)|日(?!常)|度(?!夏)|升(?!级)|克(?!服)|"
    "个(?![别人])|平方|公[里斤顷]|小时|分钟"
)
_DECIMAL = regex(
    rf"""[\s\u200b\ufeff]*
    (?P<decimal>(?:[0-9０-９]{{1,2}}[.．]){{1,4}}(?P<decimal_n>[0-9０-９]{{1,2}})[.．、]?)
    (?=[ \t\u3000\xa0{VEIL}]+(?!{_MEASURED})
        (?:20[0-9]{{2}}[年.．/-]|[0-9]{{1,6}}[\u4e00-\u9fff]|[^\s0-9０-９])
      |(?!{_MEASURED})[\u4e00-\u9fff“《（]|\s*$)""",
    re.VERBOSE,
)
# 第一条为规范管理: an article only where the row of paragraphs says so, never 第三条规定.
_ARTICLE = regex(
    rf"[\s\u200b\ufeff]*(?P<article>第\s?(?P<article_n>{ARTICLE}|[0-9０-９]{{1,4}})\s?条)"
    "(?=[\u4e00-\u9fff“《])(?!规定|明确|指出|[的款第和与至及所线之])"
)
_SAME = {
    "bracketed": Form.ARABIC_BRACKET,
    "stopped": Form.ARABIC,
    "keycap": Form.ARABIC,
    "chinese_bracketed": Form.CHINESE_BRACKET,
    "chinese_space": Form.CHINESE,
    "other": Form.ORDINAL,
    "deed": Form.MUST,
    "bullet": Form.DASH,
}
_FORMS = {**{str(form): form for form in Form}, **_SAME}
SIGNS = (_CIRCLED, _BRACKETED, _STOPPED, _CHINESE_BRACKETED)
_KNOWN = {
    **{sign: n for signs in SIGNS for sign, n in signs.items()},
    **{numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)},
}


def to_chinese(number: int) -> str:
    """Return a number from 0 to 9999 in Chinese numerals; 〇 for 0, as in years and lists."""
    if number < 10:
        return _CHINESE[number]
    said, unit = "", 1000
    names = {1000: "千", 100: "百", 10: "十", 1: ""}
    rest = number
    while unit:
        digit, rest = divmod(rest, unit)
        if digit:
            said += _CHINESE[digit] + names[unit]
        elif said and rest and not said.endswith("零"):
            said += "零"
        unit //= 10
    return said.removeprefix("一") if 10 <= number < 20 else said


def from_chinese(numeral: str) -> int | None:
    """Return the value of a Chinese, Arabic or full-width numeral, None where it is none."""
    plain = numeral.strip().translate(PLAIN_DIGITS)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if not plain or any(c not in _VALUES and c not in _UNITS for c in plain):
        return None
    if not any(c in _UNITS for c in plain):
        return int("".join(str(_VALUES[c]) for c in plain))
    total = digit = 0
    for c in plain:
        if c in _UNITS:
            total += (digit or 1) * _UNITS[c]
            digit = 0
        else:
            digit = _VALUES[c]
    return total + digit


def leading(text: str, *, sure: bool = False) -> Enumerator | None:
    """Return the enumerator a paragraph opens with, None where it opens with none.

    Judges by the text alone: what the neighbours say about it is for `app.document.recognize`.
    `sure` tells that the paragraph is known to be numbered: then 3、3月底前 and 1.5月底前 have the
    numbers 3、 and 1. too, 1 加强学习 has the number 1, 1.1 总则 has 1.1, and 第一条为 has 第一条.
    """
    if "\u4e00" <= text[:1] <= "\u9fff" and text[0] not in _OPENING:
        return None
    head = text[:_HEAD]
    head = text if len(head) < len(text) and not head.strip() else head
    return _leading(head) or (_unmarked(head) if sure else None)


# The same paragraphs are looked at again after every key.
@lru_cache(maxsize=16384)
def _leading(text: str) -> Enumerator | None:
    found = _LEADING.match(veiled(text))
    return None if found is None else enumerator(found)


@lru_cache(maxsize=16384)
def _unmarked(text: str) -> Enumerator | None:
    """Return the number of a text that is a number only where the row of paragraphs says so."""
    text = veiled(text)
    found = _BEFORE_DIGITS.match(text)
    if found is not None and found["arabic"][-1] == "、" and _counts_on(found, text):
        found = None
    found = found or _UNMARKED.match(text)
    if found is None and ("." in text or "．" in text):  # else it need not be compiled
        found = _DECIMAL.match(text)
    if found is None and "条" in text:
        found = _ARTICLE.match(text)
    return None if found is None else enumerator(found)


def places(decimal: str) -> tuple[int, ...]:
    """Return the numbers of a decimal number in order: 2, 3 and 1 of 2.3.1."""
    return tuple([int(n) for n in re.findall(r"[0-9]+", decimal.translate(PLAIN_DIGITS))])


def _counts_on(found: re.Match[str], text: str) -> bool:
    """Tell whether a number and the digits behind it are neighbours: 2、3号楼."""
    after = re.match(r"[0-9０-９]+", text[found.end() :])
    return after is not None and int(after[0]) == int(found["arabic_n"]) + 1


def enumerator(found: re.Match[str]) -> Enumerator:
    """Return the enumerator of a match; the last group closed is the outer one."""
    name = str(found.lastgroup)
    form = _FORMS[name]
    number = "" if form is Form.DASH else found[f"{name}_n"]
    return Enumerator(form, _value(form, number), found[name], found.start(name), found.end(name))


def _value(form: Form, number: str) -> int:
    """Return the value of the numeral of an enumerator of this form."""
    if form is Form.DASH:
        return 0
    if form is Form.FIRST:
        return _FIRST[number]
    if form in (Form.ONE, Form.SIDE):
        return 2 if number else 1
    known = _KNOWN.get(number)
    return (from_chinese(number) or 0) if known is None else known
