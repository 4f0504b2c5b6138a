"""A character that the words around it make unlikely, and one like it that they expect."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.checks.language.near import near
from app.checks.language.people import people, within
from app.checks.language.rows import said_alike
from app.checks.language.spoken import spoken
from app.checks.reading.passages import told
from app.checks.slips.characters import Slip, ends_name, slips
from app.document.model import Role
from app.patterns import regex
from app.surnames import SURNAMES

# The code before the year of a document number is made of initials, no word.
_YEAR = r"[〔\[（(【]\d{4}[〕\]）)】]"
_YEARED, _NUMBER = regex(_YEAR), regex(f"[\u4e00-\u9fff]{{1,8}}(?={_YEAR})")
_BY = regex("[，。；：\\s]?经")  # ，经局党组研究: by whom a clause begins
_ALIKE = frozenset(("至到", "到至", "作做", "是十"))  # of these one is as good as the other
_SURE = 150
_SURE_SPOKEN = 250
# Any verb takes these behind it, met with it before or not: 堆出, 转遍, 围满.
_COMPLEMENTS = frozenset("到出起满尽进来遍断倒入上下去回过开成走住掉")
_FREELY = 60  # what a verb before one must be surer
_USUAL, _RARE = 155, 165  # what words cost that are often meant, seldom meant


def suspected(paragraph: Paragraph) -> tuple[Slip, ...] | None:
    """Return what looks like a slip: a facts function."""
    if paragraph.role in (Role.OBJECT, Role.SIGNATURE, Role.COPIES):
        return None
    text = paragraph.text
    found: Sequence[Slip] = paragraph.suspects
    known = language().number  # what is a word itself must be a surer slip
    numbers = _NUMBER.finditer(text) if _YEARED.search(text) else ()
    apart = [match.span() for match in numbers]
    apart += people(text)
    return (
        tuple(
            [
                slip
                for slip in found
                if slip.wrong + slip.right not in _ALIKE
                and (slip.certainty >= _SURE or _stretch(text, slip) not in known)
                and not within(slip.start, apart)
                and text[slip.end : slip.end + 1] != "“"
                and not (
                    ends_name(slip) and "\u4e00" <= text[slip.start - 1 : slip.start] <= "\u9fff"
                )
                and not _joined(text, slip)
                and not _BY.fullmatch(text, max(slip.start - 1, 0), slip.end)
                and not (_free(slip) and not near().sounds(slip.wrong, slip.right))
            ]
        )
        or None
    )


@rule(
    group="词语",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    seek=slips,
    facts=suspected,
    yields_to=(
        "wrong_word",
        "confusable_word",
        "near_miss_phrase",
        "idiom_slip",
        "formulation_misquote",
        "doubled_character",
        "dropped_institution",
        "variant_word",
    ),
)
def likely_slip(reading: Reading) -> Iterator[Spot]:
    """疑似别字。

    这个字和前后的字很少连用，换成读音或者字形相近的另一个字却是常用词，多半是输入时选错了。同样的写法在文中反复出现时视为专门用语，不再提示；讲述人和事、有对话的段落用词自由，多半只作提示。

    来源：词语搭配统计（resources/lexicons/README.md）；公文校对惯例
    Bad: 大力表彰先⟦近⟧，鞭策后进。
    Bad: 坚持以居家为基⟦楚⟧、社区为依托。
    Bad: 消除食品安全⟦引⟧患。
    Bad: 大力提⟦侣⟧节约用电，坚决⟦悍⟧卫国家安全。
    Bad: 召开专⟦韪⟧会议，启⟦劢⟧应急预案，实现合作共⟦羸⟧。
    Bad: 恢复公⟦周⟧昔日的辉煌。
    Good: 大力表彰先进，夯实基础，消除隐患。
    Good: 造成了不良影响。经局党组研究，经县农业局同意，决定通报批评。
    Good: 现批复如下（双政复〔2025〕11号）。
    Good: 发展种（养殖）植业，加强党务、团务管理，工作人员跑遍了全县，开餐时再改，视作自动退会。
    Good: 推动提质增效，开展铸魂育人，用好微信公众号。
    Good: 参加的有冯婧、郜明、祁菡三名同志，办公地点在邗江路。
    Good: 以我镇为试点，围绕“一镇一业”抓好引才工作。
    """
    found = [(block, slip) for block, slips_ in reading.present() for slip in slips_]
    if not found:
        return
    written = {_written(reading, block, slip) for block, slip in found}
    seen = told(written, reading.document.texts)
    for block, slip in found:
        if seen[_written(reading, block, slip)] == 1:
            said = f"“{slip.wrong}”疑为“{slip.right}”（{slip.word}）"
            least = _SURE_SPOKEN if spoken(reading.document.blocks[block].text) else _SURE
            severity = None if slip.certainty >= least + _doubt(slip) else Severity.HINT
            yield Spot(slip.start, slip.end, said, block=block, severity=severity)


def _doubt(slip: Slip) -> int:
    """Return how much surer than others a slip must be for what its word is."""
    cost = language().single(slip.word)
    if len(slip.word) == 2:
        return max(cost - _USUAL, 0) + (_FREELY if _free(slip) else 0)
    named = len(slip.word) == 3 and slip.place > 0 and slip.word[0] in SURNAMES
    return 999 if named and cost >= _RARE else 0  # 张宪忠: someone known is not meant


def _free(slip: Slip) -> bool:
    """Whether the word meant is a verb with what any verb takes behind it."""
    return len(slip.word) == 2 and slip.place == 0 and slip.word[1] in _COMPLEMENTS


def _joined(text: str, slip: Slip) -> bool:
    """Whether a character goes with one before a bracket or with a row: 种（养殖）植业, 党务、团务."""
    if slip.place == 0 and said_alike(text, slip.start):
        return True
    opened = text.rfind("（", 0, slip.start) if text[slip.start - 1 : slip.start] == "）" else -1
    return opened > 0 and text[opened - 1] + slip.wrong in language().number


def _written(reading: Reading, block: int, slip: Slip) -> str:
    return _stretch(reading.document.blocks[block].text, slip)


def _stretch(text: str, slip: Slip) -> str:
    """Return what stands where the word of a slip is meant."""
    start = slip.start - slip.place
    return text[start : start + len(slip.word)]
