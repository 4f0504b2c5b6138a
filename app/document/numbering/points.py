"""The points inside a paragraph: 一是…二是…, （1）…；（2）… and their like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.document.markdown import VEIL
from app.document.numbering.forms import (
    CIRCLED,
    DEEDS,
    NO_MUST,
    NUMERAL,
    ONE,
    SAID_CIRCLED,
    TOLD,
    Enumerator,
    Form,
    enumerator,
)
from app.patterns import regex

# What opens a point inside a paragraph. Anything may stand before 一是 and 一要 where 二是 follows
# (要一是…，二是…); the other enumerators need a mark or the start of the paragraph before them.
_AFTER_BRACKET = "(?:[、，,．.：:](?![（(第]))?"  # a mark that does not belong there: （一）、
_CITED = "(?![（(、]|[和及至与]第?[（(]|[项款条](?![目件例]))"  # （一）、（二）项, not （1）项目
_LEADS = "到是即"  # 做到（1）…；（2）…
_POINT = regex(
    rf"""(?=[一二三四五六七八九十首其再然最另还（(0-9０-９第⑴-⒇{CIRCLED}])(?:
    (?P<is>(?<![之唯统第万单专合划如十百])(?P<is_n>[一二三四五六七八九十]{{1,3}})是)(?![一二三][，,、；。]|[”’])
  | (?P<must>(?<![之唯统第万单专合划如十百])(?P<must_n>[一二三四五六七八九十]{{1,3}})要)
    (?!{NO_MUST}|[”’])
  | (?P<deed>(?<![之唯统第万单专合划如十百一])(?P<deed_n>[一二三四五六七八九十])[{DEEDS}])
  | (?P<first>(?P<first_n>首先|其次|再(?:其?次|者)|然后(?=，)|最后(?![一的期通关几这那]))
      [，,、：:]?)
  | (?P<one>(?P<one_n>另外?|再|还有|又|){ONE})
  | (?P<side>(?P<side_n>另外?|再|)一方面[，,]?)(?!之词)
  | (?P<circled>(?<!第)(?P<circled_n>[{CIRCLED}])[、.．]?){SAID_CIRCLED}
  | (?P<bracketed>(?P<bracketed_n>[⑴-⒇])[、.．]?)(?!号)
  | (?P<ordinal>(?:^|(?<=[：:；;。，,\s]))第(?P<ordinal_n>[一二三四五六七八九十]{{1,3}})
      (?:{TOLD}?[，,：:]|(?:个|{TOLD})?[才则就还]?是|{TOLD}(?=[（(])|、(?!第?{NUMERAL})))
  | (?P<other>其(?P<other_n>[一二三四五六七八九十])[，,、：:])
  | (?P<arabic_bracket>(?:^|(?<=[：:；;。，,、\s{_LEADS}]))
      [（(](?P<arabic_bracket_n>[0-9０-９]{{1,2}})[)）]{_AFTER_BRACKET}){_CITED}
  | (?P<chinese_bracket>(?:^|(?<=[：:；;。，,\s]))
      [（(]?(?P<chinese_bracket_n>{NUMERAL})[)）]{_AFTER_BRACKET}){_CITED}
  | (?P<arabic>(?:^|(?<=[：:；;。，,\s]))(?P<arabic_n>[0-9０-９]{{1,2}})
      (?:[.．、，,](?![0-9０-９])|、(?![0-9]{{1,2}}[、号和至])|[.．](?=[2２][0０][0-9０-９]{{2}}年)))
  | (?P<arabic_paren>(?:^|(?<=[：:；;。，,、\s]))(?P<arabic_paren_n>[0-9０-９]{{1,2}})[)）])
  | (?P<chinese>(?:^|(?<=[：:；;。，,\s求到是]))(?P<chinese_n>[一二三四五六七八九十]{{1,3}})
      (?:、、|[、，,．.：:]))(?![一二三四五六七八九十])
  | (?P<chinese_space>(?<=[：:；;。])(?P<chinese_space_n>[一二三四五六七八九十]{{1,3}}))
    (?=[ \u3000])
    )""",
    re.VERBOSE,
)
# A cheap look that leaves out the paragraphs without a second point.
_SECOND = regex(
    f"[二三四五六七八九十][是要、，,．.：: \u3000)）{DEEDS}]|其次|再次|再者|"
    "最后|另|一方面|一[个种类条件][就才]?是|[（(][2-9２-９二三四五六七八九十]|"
    "[2-9２-９][.．、，,)）]|[②-⑳⑵-⒇❷-❿]|第[二三四五六七八九十]|其二"
)
# A sentence that opens so leaves the points before it.
_TURN = regex("[。；](?:同时|此外|另外|总之|除此之外|在此基础上|与此同时|会后|下一步|今后)，?")
_CLAUSE = frozenset(f"{VEIL}，,；;。：:、！？!?…—）)”’ \t\u3000\xa0\n")
_LOOSE = (Form.IS, Form.MUST, Form.SIDE, Form.ONE, Form.CHINESE)  # 要求一、…；二、…
_BRACKETS = (Form.ARABIC_BRACKET, Form.CHINESE_BRACKET)
_LONGEST_KEPT = 2000  # characters
_SIGN = regex(f"[{CIRCLED}⑴-⒇]")  # nothing else in a text, so that no mark need stand before


@dataclass(slots=True)
class _Series:
    """Points that belong together while a paragraph is read; `depth` counts the outer ones.

    `sentences` tells that they are sentences of their own, with a 。 between them.
    """

    form: Form
    depth: int
    members: list[Enumerator]
    sentences: bool = False

    def add(self, text: str, point: Enumerator) -> None:
        """Take a further point in."""
        stop = text.find("。", self.members[-1].start, point.start)
        self.sentences = self.sentences or stop >= 0
        self.members.append(point)


def points(text: str, start: int = 0) -> tuple[tuple[Enumerator, int], ...]:
    """Return the points inside a paragraph from `start` on, each with its depth (0 outermost).

    A point alone is none: 一是 without 二是 is not returned. 首先 may be followed by 最后 at once.
    """
    if _SECOND.search(text, start) is None:
        return ()
    return _points(text, start) if len(text) > _LONGEST_KEPT else _kept_points(text, start)


def _points(text: str, start: int) -> tuple[tuple[Enumerator, int], ...]:
    open_: list[_Series] = []
    done: list[_Series] = []
    for found in _POINT.finditer(text, start):
        _place(text, start, enumerator(found), open_, done)
    kept = [one for one in (*done, *open_) if len(one.members) > 1]
    placed = [(one, _depth(one, kept)) for one in kept]
    return tuple(
        sorted(
            ((member, depth) for one, depth in placed for member in one.members),
            key=lambda placed: placed[0].start,
        )
    )


# While typing all paragraphs but one are as before; one very long would be kept at every key.
_kept_points = lru_cache(maxsize=16384)(_points)


def inner(text: str) -> tuple[Enumerator, ...]:
    """Return the points inside a paragraph in their order, the one it opens with included."""
    return tuple(point for point, _ in points(text))


def _place(
    text: str, start: int, point: Enumerator, open_: list[_Series], done: list[_Series]
) -> None:
    """Put a candidate into the series it continues, or open one with it, or leave it out."""
    clause = point.start == start or text[point.start - 1] in _CLAUSE
    clause = clause or (point.form in _BRACKETS and text[point.start - 1] in _LEADS)
    for at in range(len(open_) - 1, -1, -1):
        if _continues(text, open_[at], point, clause=clause):
            done.extend(open_[at + 1 :])
            del open_[at + 1 :]
            open_[at].add(text, _counted(point, open_[at]))
            return
    loose = point.form in _LOOSE or _SIGN.match(point.text) is not None
    if point.value != 1 or not (clause or loose):
        return
    while open_ and _ended(text, open_[-1], point):
        done.append(open_.pop())
    open_.append(_Series(point.form, len(open_), [point]))


def _continues(text: str, series: _Series, point: Enumerator, *, clause: bool) -> bool:
    """Tell whether a candidate goes on with a series: its form, a higher number, a mark before.

    The very next 二是, 二要 or ② needs no mark: 一是抓紧二是从严.
    """
    if series.form is not point.form or not _alike(series.members[0], point):
        return False
    last = series.members[-1].value
    sure = point.text[-1] in "是要" or _SIGN.match(point.text) is not None
    due = sure and point.value == last + 1
    if not clause and not due and text[point.start - 1] not in "和及与并":
        return False
    if point.form in (Form.SIDE, Form.ONE):
        return True
    if point.form is Form.FIRST and series.members[-1].text.startswith("最后"):
        return False
    if point.form is Form.FIRST and point.value == 3:
        return last in (2, 3)
    return point.value > last or (point.value == last > 1)


def _alike(one: Enumerator, other: Enumerator) -> bool:
    """Tell whether two of one form say the same: 一要 and 二要, 一种是 and 另一种是."""
    if one.form is Form.MUST:
        return one.text[-1] == other.text[-1]
    if one.form is Form.ONE:  # by the measure word
        return one.text.split("一")[1][0] == other.text.split("一")[1][0]
    return True


def _counted(point: Enumerator, series: _Series) -> Enumerator:
    """Return a member with its place as value where its word does not tell it."""
    if point.form not in (Form.SIDE, Form.ONE, Form.FIRST):
        return point
    return Enumerator(point.form, len(series.members) + 1, point.text, point.start, point.end)


def _ended(text: str, series: _Series, point: Enumerator) -> bool:
    """Tell whether a series of one sentence is over: another opens in a sentence behind it."""
    members = series.members
    if len(members) < 2:
        return series.form is point.form
    if _TURN.search(text, members[-1].start, point.start) is not None:
        return True
    return not series.sentences and text.find("。", members[-1].start, point.start) >= 0


def _depth(series: _Series, kept: list[_Series]) -> int:
    """Return how many of the kept series hold this one between their members or after the last."""
    return 0 if series.depth == 0 else sum(_holds(one, series) for one in kept if one is not series)


def _holds(outer: _Series, series: _Series) -> bool:
    first = series.members[0].start
    return outer.depth < series.depth and outer.members[0].start < first
