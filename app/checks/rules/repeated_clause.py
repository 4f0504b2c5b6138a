"""A clause that stands in its sentence twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_SENTENCE = regex(r"[^。！？；\n]+")
# 临近保质期，临近保质期仍…: what ends a clause opens the next, and no new subject stands there.
_GOES_ON = frozenset("仍和后时却未不且但并，、。；")
# 依法行政、文明执法、依法行政: one row names a thing twice.
_ROW = regex(r"[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,12}){2,}")
# 意义十分重大意义: the subject stands behind what is said of it again.
_VERY = regex("十分|非常|很|更加|较为|比较|明显|显著|极其|日益")
_RETURNED = regex(
    rf"(?P<noun>[\u4e00-\u9fff]{{2}})(?:{_VERY.pattern})[\u4e00-\u9fff]{{2}}(?P<back>(?P=noun))(?=[，。；])"
)
# 整改落实工作落实, 健全完善健全: a verb on both sides of two characters.
_SURROUND = (
    "加强|健全|完善|推进|推动|落实|提高|提升|强化|深化|优化|做好|抓好|建立|贯彻|实施|负责|完成|"
    "参加|制定|解决|整改|开展|进一步|切实|给予|予以|进行|加以|作出|提供|采取"
)
_AROUND = regex(
    rf"(?P<verb>{_SURROUND})"
    r"(?!或者|并且|而且|还是|以及|之后|以后|就要|而不|而未|[\u4e00-\u9fff][和与及或])[\u4e00-\u9fff]{2}(?P<twice>(?P=verb))(?![^，。；]*[”》])"
)
# 落实干部落实好干部标准: a verb again before another object.
_VERBS = (
    "落实|完成|加强|开展|推进|提高|做好|抓好|强化|健全|建立|完善|增强|加快|深化|推动|促进|确保|坚持|提升|"
    "优化|扩大|加大|改善|改进|履行|贯彻|召开|制定|扣除|实现|巩固|解决|维护|严格|规范|拓展|拓宽|夯实|压实|保障|保证|营造|发挥|弘扬|遵守"
)
_LED = regex(
    rf"(?P<verb>{_VERBS})"
    r"(?P<between>[\u4e00-\u9fff]{1,4}?)(?P<twice>(?P=verb))"
    r"(?![的地得了着过是情到率度会组办员]|工作|机制|情况|不力|不?到位|不够|方案|措施的|力度)(?=[\u4e00-\u9fff0-9“]{2})"
)
# Both have a verb that stands again soon: few paragraphs do.
_TWICE = regex(rf"({_SURROUND}|{_VERBS})[\u4e00-\u9fff]{{1,4}}\1")
_OPENS = regex("(?:^|[，。；、：])[\u4e00-\u9fff]{0,6}$")
_SHORT = 7  # characters of that at most
# Behind these the second stands for itself: 边推进边落实, 以落实促落实, 谁完成谁负责.
_BETWEEN = regex(
    "[边促再就不又才的了并和与及或而已未没先后来去要在为以是到得地也都等让使靠把将对向给被由有会能可应须]|情况|工作|一次"
)
# 党支部、党支部和有关个人
_PAIR = regex(
    r"(?:^|(?<=[，。；：的对]))(?P<noun>[\u4e00-\u9fff]{2,10})、(?P<back>(?P=noun))(?=，(?!有|无)|[、和与及。；等])"
)
_HAN = regex("[\u4e00-\u9fff]+")
_LISTED = regex("[\u4e00-\u9fff、]+")
_CLAUSE = regex(r"[^，、：]+")
# 按可比价格计算，增长4.0%: how each figure is reckoned is said of each.
_RECKONED = regex("按|其中|同比|比|较|占|不含|扣除|平均")
_MARK = regex("[，、：。！？；\n]")
_CRIMES = frozenset(
    ("组织", "领导", "参加", "制造", "运输", "贩卖", "走私", "买卖", "持有", "包庇")
)
_LONG = 12  # characters of a name in a row at most
_FAR = 40  # characters before a comma within which what follows it may stand
_SKIPPED = frozenset((Role.OBJECT, Role.TITLE))


@rule(group="词语", severity=Severity.WARNING, idle=True)
def repeated_clause(paragraph: Paragraph, *, least: int = 6) -> Iterator[Spot]:
    """同一句里词语重复。

    同一个分句（6字以上）在一句话里出现两次，多半是改稿时留下的。

    来源：公文校对惯例
    选项：least 少于几个字的分句不算重复
    Bad: 拥护“两个确立”，坚决做到“两个维护”，⟦坚决做到“两个维护”⟧，落实制度。
    Bad: 个别食堂采购的食品临近保质期⟦，临近保质期⟧仍未单独存放。 -> 个别食堂采购的食品临近保质期仍未单独存放。
    Bad: 督促企业落实主体责任⟦，落实主体责任⟧不到位的依法处理。 -> 督促企业落实主体责任不到位的依法处理。
    Bad: 建立台账、销号管理⟦，建立台账、销号管理⟧，逐项整改。 -> 建立台账、销号管理，逐项整改。
    Bad: 坚持依法行政、文明执法、公正执法、⟦依法行政⟧。
    Bad: 做好换届工作意义十分重大⟦意义⟧。 -> 做好换届工作意义十分重大。
    Bad: 抓好整改落实工作⟦落实⟧，对积极性高的村给予优先⟦给予⟧支持。
    Bad: 进一步加强组织⟦加强⟧领导，对失职的党支部、⟦党支部⟧和有关个人予以问责。
    Good: 应当整改而不整改的，提升点与提升计划。
    Good: 落实责任、落实防范措施，边推进边落实，以落实促落实，该完成的完成到位。
    Good: 符合条件的小区应建尽建业主委员会，业主委员会组建率达到52%。
    Good: 发挥企业与企业、企业与市场之间的桥梁作用，最高权力机构是代表大会，代表大会的职权另行规定。
    Good: 江山就是人民，人民就是江山；抓落实，落实才有成效。
    Good: 对拒不整改或者整改不到位的企业，依法从严处理。
    Good: 坚决拥护“两个确立”，坚决做到“两个维护”。
    Good: 一手抓疫情防控，一手抓经济发展。
    Good: 全年总产值，按可比价格计算，增长4.0%；增加值，按可比价格计算，增长3.2%，工业增加值，按可比价格计算，增长5.1%。
    Good: 他高声喊：“老支书回来了，老支书回来了。”有了路便有了市场，有了市场，便有了收入。
    Good: 犯组织、领导、参加黑社会性质组织罪、组织、领导、参加恐怖组织罪的，村民申请更正的，应当五日内办理，村民申请更正的，可以口头提出。
    Good: 不得生产、使用、经营国家禁止生产、使用、经营的农药；瞒报、谎报或者授意他人瞒报、谎报的；从国有公司、企业到非国有公司、企业。
    Good: 有人说：前途、前途，有钱就图。
    Good: 甲方负责审核，乙方负责审核。
    """
    if paragraph.role in _SKIPPED:
        return
    for start, end in _again(paragraph.text):
        yield Spot(start, end, "与前一个分句的末尾重复", "")
    if _row_repeats(paragraph.text):
        yield from _rows(paragraph.text)
    for at, end, verb in _verbs(paragraph.text):
        yield Spot(at, end, f"“{verb}”重复")
    for found in _RETURNED.finditer(paragraph.text) if _VERY.search(paragraph.text) else ():
        yield Spot(*found.span("back"), f"前面已有“{found['noun']}”", "")
    yield from _clauses(paragraph.text, least)


def _verbs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the verbs that stand again behind a word or two, each with its place."""
    if not _TWICE.search(text):
        return
    around = {found.start("twice"): found for found in _AROUND.finditer(text)}
    told = 0
    for found in _LED.finditer(text):
        at = found.start()
        if _OPENS.search(text, max(at - _SHORT, told), at):
            told = found.end()
            if not _BETWEEN.search(found["between"]):
                around.setdefault(found.start("twice"), found)
    for found in around.values():
        yield *found.span("twice"), found["verb"]


def _clauses(text: str, least: int) -> Iterator[Spot]:
    """Report the clauses of a sentence that it has before."""
    clauses = [clause.strip() for clause in _MARK.split(text) if len(clause) >= least]
    if len({*clauses}) == len(clauses):
        return
    for sentence in _SENTENCE.finditer(text):
        seen: set[str] = set()
        for clause in _CLAUSE.finditer(sentence[0]):
            words = clause[0].strip()
            if len(words) >= least and words in seen and re.search("[\u4e00-\u9fff]{4}", words):
                start = sentence.start() + clause.start()
                if "、" in (text[start - 1 : start], text[start + len(clause[0]) :][:1]):
                    continue  # the head of a row: 由人民检察院、人民法院收集、调取证据
                if _RECKONED.match(words) or words.endswith("的"):
                    continue  # 公民申请公开的，应当……；公民申请公开的，……: what is laid down of each case
                yield Spot(start, start + len(clause[0]), "与本句前面的分句重复")
            seen.add(words)


def _row_repeats(text: str) -> bool:
    """Whether what opens behind a 、 stands before one."""
    before = ""
    for one, other in pairwise(text.split("、")):
        before += f"{one[-_LONG:]}、"
        if other[:2] in before:
            return True
    return False


def _rows(text: str) -> Iterator[Spot]:
    """Report what stands in a row of like things twice; a verb may precede the first of them."""
    for found in _PAIR.finditer(text):
        yield Spot(*found.span("back"), f"前面已有“{found['noun']}”")
    stretches = [run.span() for run in _LISTED.finditer(text) if run[0].count("、") > 1]
    for row in chain.from_iterable(_ROW.finditer(text, *span) for span in stretches):
        first, *others = row[0].split("、")
        at = row.start() + len(first) + 1
        for place, word in enumerate(others):
            opened = len(word) > 3 and place > 0 and first.endswith(word)
            again = word in others[:place] and _anew(first, others, place)
            crime = word in _CRIMES and "罪" in row[0]  # 组织、领导、参加……组织罪、组织、领导……罪
            if not (crime or again) and (word == first or opened or word in others[:place]):
                yield Spot(at, at + len(word), f"前面已有“{word}”")
            at += len(word) + 1


def _anew(first: str, others: Sequence[str], place: int) -> bool:
    """Whether a row begins anew with what stands before a member: 生产、使用国家禁止生产、使用的."""
    row = (first, *others)
    before, led = row[place], row[row.index(others[place]) - 1]
    return before != led and before[-2:] == led[-2:]


def _called(text: str, start: int, end: int) -> bool:
    """Whether words are said again for effect: in speech, or 便有了市场，有了市场，便有了……."""
    quoted = max(text.rfind(mark, 0, start) for mark in "“‘") > max(
        text.rfind(mark, 0, start) for mark in "”’"
    )
    led = text[start - 1 : start] in tuple("便就才") and text[end : end + 1] == "，"
    return led or (quoted and text[end : end + 1] not in "仍和却未不且但并")


def _again(text: str) -> Iterator[tuple[int, int]]:
    """Yield each comma with the words behind it that are those before it."""
    at = -1
    for one, other in pairwise(text.split("，")):
        at += len(one) + 1
        head = other[:4]
        start = text.find(head, max(at - _FAR, 0), at) if len(head) == 4 and head in one else -1
        while start >= 0:
            end = 2 * at + 1 - start
            said = text[at + 1 : end]
            if (
                said == text[start:at]
                and _LISTED.fullmatch(said)
                and text[end : end + 1] in _GOES_ON
                and not _called(text, start, end)
            ):
                yield at, end
                break
            start = text.find(head, start + 1, at)
