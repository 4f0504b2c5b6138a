"""A person told by name once, and once with a character of the same sound: 陈晓燕, 陈小燕."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.checks.language.near import near
from app.document.model import Role
from app.patterns import regex
from app.surnames import SURNAMES

_HAN = "[\u4e00-\u9fff]"
_CALLED = (
    "柜员|经理|委员|护士|护士长|医生|医师|校长|院长|行长|厂长|店长|站长|所长|队长|组长|班长|员工|职工|教师|老师|同学|学生|村民|"
    "居民|党员|记者|信访人|申请人|当事人|负责人|联系人|责任人|法人代表|法定代表人|被告人|死者|伤者|患者|书记|主席|局长|"
    "处长|科长|会计|出纳|镇长|乡长|县长|区长|市长|主任"
)
_SUFFIXES = ("同志", "先生", "女士", "书记", "主任", "主席", "常委", "长")
# 当班柜员陈晓燕, 信访人：罗永福: a word for a person introduces them; 高翔同志: one follows.
_LED = regex(rf"：?(?P<name>[{SURNAMES}]{_HAN}{{2}})")
_FOLLOWED = regex(
    rf"(?:(?<!{_HAN})|(?<=[由请报经向和与]))(?P<name>[{SURNAMES}]{_HAN}{{1,2}})(?P<office>副?[县市区镇乡局院校厂科处部]|副|)$"
)
_BEFORE = frozenset("、，。；：　 （对由与和及请报向给为经让员长人理师民记任席")
_BEHIND = frozenset("、，。；）")
_PLACES = frozenset("县市区镇乡局院校厂科处部")  # 副县长: what stands before 长
_PERSONS = frozenset(_CALLED.split("|"))
_NAME = 6  # characters of a name and the beginning of an office
_OFFICE = 7  # characters before a name that are the same where it is of one person
_NEAR = 6  # paragraphs within which a name may stand with characters exchanged
_FULL = 3  # characters of a name with a given name of two
_MOST = 40  # names that are looked for: a list of many holds many that sound alike


def introduced(paragraph: Paragraph) -> tuple[tuple[str, str], ...] | None:
    """Return the names that a paragraph introduces by what they are, with what is before: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found: dict[str, str] = {}
    for literal, start, end in paragraph.hits:
        named = [_LED.match(text, end)] if literal in _PERSONS else []
        if literal in _SUFFIXES and (literal != "长" or text[start - 1 : start] in _PLACES):
            before = _FOLLOWED.search(text, max(start - _NAME, 0), start)
            fits = before is not None and (before["office"] in ("", "副")) == (literal != "长")
            named.append(before if fits else None)
        for m in named:
            if m is not None:
                at = m.start("name")
                found.setdefault(m["name"], text[max(at - _OFFICE, 0) : at])
    return tuple(found.items()) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple(dict.fromkeys((*_CALLED.split("|"), *_SUFFIXES))),
    facts=introduced,
    yields_to=("person_name",),
)
def name_twin(reading: Reading) -> Iterator[Spot]:
    """同一人名写了同音的别字。

    前面是“柜员陈晓燕”，后面成了“陈小燕”，姓相同、名字只差一个同音字，又不在同一段里并列，多半是同一个人写错了字。

    来源：公文校对惯例
    Bad:
        当班柜员陈晓燕发现客户神色慌张，立即报告。
        对⟦陈小燕⟧、赵志刚两名员工予以通报表扬。
    Bad:
        信访人罗永福，男，清河镇村民。
        本意见书一式三份，送达信访人⟦罗永富⟧，我镇存档。
    Bad:
        高翔同志任管网运维部部长，祁连生同志任副部长。
        以上同志中，⟦高祥⟧、祁连生实行任职试用期。
    Bad:
        韩晓峰副县长主持会议。
        进展情况报⟦韩小峰⟧副县长。
    Bad:
        柳沟村党支部书记李德明同志带领群众致富。
        要像柳沟村党支部书记⟦李德民⟧同志那样，扑下身子。
    Bad: 患者周国栋经抢救脱险，目前⟦周栋国⟧病情平稳。
    Good: 患者周国栋、周栋国兄弟二人同时入院；患者李国强入院，李强国医师接诊。
    Good:
        柜员陈晓燕、陈小燕同时在岗。
        对陈晓燕、陈小燕两名员工予以表扬。
    Good:
        编辑方小任参加座谈，记者方小任作了记录。
        方小认为，选题要贴近农户。
    Good:
        村民高新同志反映情况。
        高新、智能、绿色产业加快发展，王小红、李晓红参加。
    """
    texts = reading.document.texts
    first: dict[str, tuple[int, str]] = {}
    for block, names in reading.present():
        for name, office in names:
            first.setdefault(name, (block, office))
    told: set[tuple[int, int]] = set()
    whole = "\n".join(texts) if first else ""
    starts = [*accumulate([len(text) + 1 for text in texts], initial=0)] if first else []
    ends = [starts[min(where + _NEAR, len(texts))] for where, _ in first.values()]
    begins = [starts[max(where - _NEAR, 0)] for where, _ in first.values()]
    for at, name in _turned(whole, dict(zip(first, zip(begins, ends, strict=True), strict=True))):
        block = bisect_right(starts, at) - 1
        start = at - starts[block]
        told.add((block, start))
        yield Spot(start, start + _FULL, f"又写作“{name}”，请核对", block=block)
    for name, (where, office) in list(first.items())[:_MOST]:
        for at, stop in _elsewhere(whole, name, starts[where + 1], office):
            block = bisect_right(starts, at) - 1
            start, end = at - starts[block], stop - starts[block]
            other = whole[at:stop]
            together = any(name in text and other in text for text in texts)
            later = first.get(other, (where, ""))[0] >= where
            rarer = whole.count(other) <= whole.count(name)
            if (block, start) not in told and later and rarer and not together:
                told.add((block, start))
                yield Spot(start, end, f"前面写作“{name}”，请核对", block=block)


def _turned(text: str, names: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield where a name of three characters stands with the last two exchanged, and the name.

    It is looked for between two places for each name.
    """
    for name, (start, end) in names.items():
        other = name[0] + name[:0:-1]
        if len(name) != _FULL or other == name or other in names:
            continue
        if text.find(other, start, end) < 0:
            continue
        if re.search(f"{name}[、和与及，]{other}|{other}[、和与及，]{name}", text):
            continue  # two persons
        for m in re.finditer(other, text[start:end]):
            if not text.startswith(tuple(_PERSONS), start + m.end()):  # 李强国医师: another one
                yield start + m.start(), name


def _elsewhere(text: str, name: str, beyond: int, office: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has, beyond a place, a name that sounds like this one.

    Behind the same office it may sound nearly alike, or look so.
    """
    for at, right, odd in _differing(text, name, beyond):
        end = at + len(name)
        like = near().of(right).replace("|", "")
        held = len(office) == _OFFICE and text.endswith(office, 0, at) and odd in like
        if held or (near().sounds(right, odd) and _opened(text, at, end)):
            yield at, end


def _differing(text: str, name: str, beyond: int) -> Iterator[tuple[int, str, str]]:
    """Yield where a text has, beyond a place, what is a name but for one character, and the two.

    The surname is that of the name. A pattern of each name takes long to compile.
    """
    at = text.find(name[0], beyond)
    while at >= 0:
        behind = at + 1
        other = text[at : at + len(name)]
        differing = [(a, b) for a, b in zip(name, other, strict=False) if a != b]
        if len(other) == len(name) and len(differing) == 1:
            right, odd = differing[0]
            if "\u4e00" <= odd <= "\u9fff":
                yield at, right, odd
                behind = at + len(name)
        at = text.find(name[0], behind)


def _opened(text: str, start: int, end: int) -> bool:
    """Whether a name may stand at a place; one of two characters stands between marks."""
    before, behind = text[start - 1 : start].removesuffix("\n"), text[end : end + 1]
    told = end - start > 2 or (behind in _BEHIND and before in "、，；（")
    if text[end - 1 : end + 1] in language().number:
        return False  # 方小认为, 张涛指出: the last character is one of a verb
    named = told or text.startswith(("同志", "先生", "女士"), end)
    return named and (not before or before in _BEFORE)
