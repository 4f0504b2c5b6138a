"""What a single paragraph says about itself: its text, its indent, its number, its ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.document.markdown import AROUND, bare, depth, is_bold, is_sign, veiled
from app.document.model import SPACES
from app.document.numbering import Enumerator, Form, leading
from app.document.wrapping import paragraphs, wrapped
from app.patterns import regex

_SENTENCE_END = frozenset("。！？!?…；;")
_CLOSERS = "”’」』）)】》"
# A row of a table of contents: 一、总体要求……3, and one of a table: 一、税收收入  5000  51.2%
_ROW = regex(
    r"(?:[.．…·]{3,}|…{2}|(?:\s?[.．·]\s?){4,}|\t\s*)\s*[0-9０-９]{1,3}$|(?:\s+-?[0-9][0-9.,]*[%％]?){2}$"
)
_LAST_OF_ROW = frozenset("0123456789０１２３４５６７８９%％")
_KINDS = (
    "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|要点|总结|计划|打算|"
    "安排|规划|纲要|方案|预案|办法|规定|细则|条例|章程|制度|规则|守则|准则|讲话|讲话稿|发言|发言稿|"
    "致辞|致词|主持词|主持稿|述职|汇报|材料|提纲|体会|感悟|心得|简报|信息|专报|快报|倡议书|公开信|"
    "承诺书|责任书|建议|思路|做法|经验|范文|模板|模式|说明|清单|名单|台账|讲稿|党课|情况|综述|"
    "启示|思考|摘要|分工|简介|须知|手册|目录|回执|登记表|统计表|一览表|分解表|申请表|标准|议程|规程"
)
# Sections that reports end with: headings even where only those before them are numbered.
_SECTION = regex(
    "(?:当前|目前)?存在的?(?:主要|突出)?(?:困难|问题|不足)(?:(?:和|及|与)(?:困难|问题|不足|原因|建议))?|"
    "下一?步(?:的)?(?:工作)?(?:打算|安排|计划|措施|思路|重点|建议|要求)|"
    "(?:今后|明年|20[0-9]{2}年)的?(?:工作)?(?:打算|安排|计划|思路|重点)|"
    "基本情况|工作情况|主要做法|工作成效|主要(?:做法|工作)(?:和|及|与)成效|总体要求|指导思想|工作(?:目标|步骤|重点)|"
    "(?:目标|主要|重点)任务|进度安排|实施步骤|"
    "(?:工作|对策|几点)?(?:建议|启示|体会)|努力方向(?:和改进措施)?|保障措施|(?:有关|工作)要求|组织领导"
)
_LONGEST_END = 60  # characters at the end of a title that may name its kind
_TITLE_END = regex(
    rf"(?:{_KINDS})(?:的?(?:通知|函|批复|报告))?(?:[（(《〈][^）)》〉]{{1,20}}[）)》〉])?[》”]?$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as recognition looks at it.

    `text` is stripped, also of the marks of Markdown; `indent` counts the space before it in
    half-width columns; `lead` is its enumerator with places in the unstripped text, `rest` what
    follows the enumerator. `hashes` counts the # of a heading of Markdown, `bold` tells that the
    whole line is bold by its marks.
    """

    at: int
    text: str
    indent: int
    lead: Enumerator | None
    rest: str
    hashes: int = 0
    bold: bool = False

    @property
    def ended(self) -> bool:
        """True where the paragraph ends as a sentence does."""
        bare = self.text.rstrip(_CLOSERS)
        return bool(bare) and bare[-1] in _SENTENCE_END

    @property
    def sentence(self) -> bool:
        """True where the paragraph holds a full stop: it is text, not a line of its own."""
        return "。" in self.text

    @property
    def titled(self) -> bool:
        """True where the line ends with the name of a document kind."""
        return titled(self.text)

    @property
    def named(self) -> bool:
        """True where the line is the name of a section by which reports end."""
        return _SECTION.fullmatch(self.text) is not None


def titled(text: str) -> bool:
    """Tell whether a text ends with the name of a document kind, spaced out or not: 通　知."""
    return _TITLE_END.search("".join(text[-_LONGEST_END:].split())) is not None


def read(at: int, text: str, *, sure: bool = False) -> Line | None:
    """Return the line of a paragraph, None where it is blank; `sure` tells that it is numbered."""
    stripped = text.strip(SPACES)
    if not stripped:
        return None
    if "#" in text or "**" in text or is_sign(stripped[0]):
        return _read_marked(at, text, sure=sure)
    before = text[: text.index(stripped[0])]
    lead = _lead(text, stripped, sure=sure)
    rest = text[lead.end :].strip(SPACES) if lead else stripped
    return Line(at, stripped, len(before) + before.count("\u3000"), lead, rest)


def numbered_as(form: Form, line: Line, texts: Sequence[str]) -> tuple[Line, Enumerator] | None:
    """Return a line and its number of a form, also one that only its row can tell to be one."""
    one = line if line.lead is not None else read(line.at, texts[line.at], sure=True)
    if one is None or one.lead is None or one.lead.form is not form:
        return None
    return one, one.lead


def _read_marked(at: int, text: str, *, sure: bool) -> Line | None:
    """Return the line of a paragraph that may have marks of Markdown."""
    veil = veiled(text)
    stripped = veil.strip(AROUND)
    if not stripped:
        return None
    before = bare(veil[: veil.index(stripped[0])])
    lead = _lead(text, stripped, sure=sure)
    rest = veil[lead.end :].strip(AROUND) if lead else stripped
    bold = is_bold(text.strip(SPACES))
    indent = len(before) + before.count("\u3000")
    return Line(at, bare(stripped), indent, lead, bare(rest), depth(text), bold)


def _lead(text: str, stripped: str, *, sure: bool) -> Enumerator | None:
    """Return the number of a paragraph, None for a row of a table or of a table of contents."""
    if stripped[-1] in _LAST_OF_ROW and _ROW.search(stripped) is not None:
        return None
    return None if stripped.count("\t") > 1 else leading(text, sure=sure)


def lines(texts: Iterable[str]) -> list[Line]:
    """Return the lines that are not blank, in order."""
    read_ = [read(at, text) for at, text in enumerate(texts)]
    return [line for line in read_ if line is not None]


def joined(found: Sequence[Line], texts: Sequence[str]) -> tuple[list[Line], frozenset[int]]:
    """Return the lines with each broken paragraph as one, and the blocks of their further lines."""
    blank = {at for at, text in enumerate(texts) if not text.strip(SPACES)}
    broken = wrapped([(line.at, texts[line.at]) for line in found], blank)
    sure = {line.at for line in found if line.hashes or (line.lead and _in_digits(line.lead))}
    continued = {at: before for at, before in broken.items() if at not in sure}
    if not continued:
        return list(found), frozenset()
    whole = paragraphs(continued)
    kept: list[Line] = []
    for line in found:
        if line.at in whole:
            rest = "".join([texts[at].strip(SPACES) for at in whole[line.at][1:]])
            kept.append(replace(line, text=line.text + rest, rest=line.rest + rest))
        elif line.at not in continued:
            kept.append(line)
    return kept, frozenset(continued)


def _in_digits(lead: Enumerator) -> bool:
    """Tell whether a number is one by its row of paragraphs only: 1 加强学习, 1.1 总则."""
    return lead.form is Form.DECIMAL or lead.text.isdigit()
