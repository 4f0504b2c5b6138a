"""What stands around the text: title, date line, salutation; closing, signature, date, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.document.model import Role
from app.document.recognize.lines import Line
from app.patterns import regex

_DIGIT = r"[0-9０-９〇○零一二三四五六七八九十XxＸ×Oo]"
_DAY = rf"{_DIGIT}{{2,4}}\s*年\s*{_DIGIT}{{1,3}}\s*月(?:\s*{_DIGIT}{{1,3}}\s*[日号]?)?"
_DATE = regex(rf"{_DAY}|20[0-9]{{2}}\s?[-./．－／]\s?[0-9]{{1,2}}\s?[-./．－／]\s?[0-9]{{1,2}}日?")
_BRACKETED = regex(r"[（(〔\[][^）)〕\]]{1,40}[）)〕\]]")
_ISSUE = regex(
    rf"第\s*{_DIGIT}+\s*(?:期(?=总|[^\u4e00-\u9fff]|$)|号)|〔\s*{_DIGIT}+\s*〕.*号$|[\[（(]{_DIGIT}{{4}}[\]）)].{{0,4}}号$"
)
_CONVENED = regex(r"会议(?:[（(][^）)]{1,20}[）)])?$")  # the name of a meeting, and no more
_SUBTITLE = regex(r"[—－─―]{1,}\s*[^—－─―\s]")
_COPIES = regex(
    r"(?:抄送|抄报|分送|主送|报送|抄发|印发|[报送发]|主题词|共印|印数)\s*[：:]|.*印发$|[（(]?共?印\s*[0-9０-９]+\s*份"
)
_MEETING = regex(
    r"(?:会议)?(?:出席|列席|请假|记录|缺席|参加|参会|主持|地点|时间|议题)(?:人员?|同志|领导|单位)?\s*[：:]"
)
_NOTE = regex(
    r"附\s*(?:件\s*(?:[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]|[0-9]{1,2}\s*[、.．])|[：:])\s*\S"
)
_LABEL = regex(
    r"附\s*件\s*[0-9０-９一二三四五六七八九十]{0,3}\s*[：:]?|附件[0-9０-９]{1,2}[-－—][0-9０-９]{1,2}"
)
_ANNOTATION = regex(
    r"[（(](?:联\s*系|此件|此文|本文|公开|信息公开|依申请|不予公开|来源|注).{0,80}[）)]$"
)
_CONTACT = regex(r"(?:联系人|联系电话|联系方式)\s*[：:]")
_CLOSING = regex(
    r"特此(?:通知|通告|公告|通报|报告|函告|函复|批复|请示|证明|说明|致谢|汇报|申请|声明)|"
    r"(?:妥否|当否|可否|是否妥当|如无不妥).{0,12}请.{0,14}|此复[。.]?$|专此(?:函达|报告|函复|致谢)|"
    r"(?:以上|上述)(?:报告|汇报|请示|意见|情况|发言|述职|函|建议|对照|检查|材料|是我的|，?请).{0,40}|"
    r"请(?:予)?(?:审议|审阅|评议|批示|批复|批准|函复|批评指正)|现提请审议|(?:不妥|不当)之处.{0,20}指正|"
    r"(?:谢谢|感谢)(?:大家|各位|同志们|您|聆听|！|。).{0,6}|散会|"
    r"本(?:通知|意见|办法|决定|规定|方案|细则|条例|制度)自.{2,24}(?:施行|实施|执行|起)|此致|敬礼|"
    r"(?:今天的)?会议到此结束.{0,10}|(?:发言|汇报|述职|讲话|报告)(?:完毕|到此|就到这里).{0,10}|我的(?:讲话|发言|汇报|述职)(?:完了|结束|到此).{0,8}|专此"
)
_PERORATION = regex(
    r"(?:同志们|各位领导|各位代表|各位委员|各位同事|朋友们|各位来宾|同学们|老师们|乡亲们)[，,！!、：:]"
)
_SALUTATION = regex(
    r"^(?:尊敬的|各位|亲爱的|敬爱的)?.{0,24}(?:同志们?|领导|代表|委员|同事|来宾|朋友们?|老师们?|同学们?|"
    r"评委|专家|嘉宾|先生|女士|党员|战友们?|乡亲们?|家长们?|青年们?|主席|书记|省长|市长|县长|区长|局长|"
    r"部长|主任|院长|校长|处长|科长|组织|团)(?:们)?[：:！!]$"
)
_ADDRESS = regex(
    r"(?:人民政府|政府|委员会|委|局|厅|部|办|办公室|单位|部门|机构|公司|企业|院|校|中心|站|所|社区|"
    r"街道|乡镇|镇|村|组织|支部|党组|党委|团体|协会|联合会|联社|指挥部|处|室|司|行|社|队|会|署|"
    r"大学|医院|学校|银行|有关方面|各有关|林场|农场|牧场|茶场|渔场|工厂|煤矿|场馆|园区|集团|支队|大队|中队|馆|科|业主|住户|用户|供应商|投标人|经营户)(?:[（(][^）)]{1,12}[）)])?[：:]$"
)
_ORGAN = regex(
    r"(?:委员会|委|府|局|厅|部|办|室|会|院|校|社|站|所|处|科|组|中心|公司|集团|支队|大队|总队|学校|银行|联|"
    r"署|司|团|党组|支部|党委|工委|指挥部|馆|队|行|宣|镇|乡|街道|村|基地|社区|小学|中学|大学|幼儿园|厂)$"
)
_PERSON = regex(
    r"(?:(?:述职|报告|汇报|讲话|发言|承诺|申请|主持|检查|对照)人\s*[：:]\s*\S{1,12}|[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]?)"
)
_TAIL = (
    (_NOTE, Role.ATTACHMENT_NOTE),
    (_ANNOTATION, Role.ANNOTATION),
    (_CONTACT, Role.ANNOTATION),
    (_COPIES, Role.COPIES),
    (_MEETING, Role.COPIES),
    (_CLOSING, Role.CLOSING),
)
# Who speaks or issues, below a title.
_SPEAKER = regex(
    r"(?:[调课]\w{1,3}组|书记|长|主任|委员|主席|代表|秘书|干事|经理|董事|教授|会员|队员|员|编)\s*(?:\S{1,4}\s?\S{0,2})?$|(?:"
    r"委|府|局|厅|部|办|室|会|院|校|社|站|所|处|科|组|中心|公司|镇|乡|街道|村)\s*$|"
    rf"^[\u4e00-\u9fffXx×]\s*[\u4e00-\u9fffXx×]{{1,2}}$|{_DAY}"
)
_MASTHEAD = regex(rf".{{2,30}}\s{{2,}}(?:{_DAY})$")  # an office and far behind it a date
# A question and its answer, the head of a letter sent by mail.
_NO_TITLE = regex(
    r"(?:[问答QA]|(?:述职|报告|汇报|发言|承诺|[发收寄]件)人|抄\s*送|主\s*题|日\s*期|时\s*间|附件|"
    r"From|To|Cc|Sent|Date|Subject)\s?[：:]"
)
# The kinds of paper whose names are never the heading of a section.
_PAPER = regex(
    "(?:通知|通报|通告|公告|公报|决定|决议|意见|请示|批复|报告|函|纪要|讲话|发言|致辞|主持词|讲话稿|发言提纲|"
    "工作要点|工作总结|工作计划|工作方案|实施方案|活动方案|行动方案|应急预案|实施细则|(?:管理|暂行|实施)办法|"
    "(?:检查|汇报|经验|发言)材料|心得体会|倡议书|承诺书|工作汇报|情况汇报)(?:[（(《][^）)》]{1,20}[）)》])?$"
)
_HEAD = regex("(?<![标购价商判])文件$")  # 某县人民政府文件, not 招标文件
_CLAUSES = regex("[，,]")
_ENDS = "。；，、;,"  # what some write behind a title or the receiving offices
_ENDED_TITLE = regex(
    rf"[^，。；！？：]{{0,30}}关于[^，。；！？：]{{4,60}}的[^，。；！？：]{{1,8}}[{_ENDS}]"
)
_ENDED_ADDRESS = regex(
    rf"各[^，。；！？：]{{1,60}}[{_ENDS}]?|[^，。；！？：]{{2,40}}(?:政府|委|局|厅|办公室|委员会|公司)[{_ENDS}]"
)
_SHORTEST_PAPER = 8
_MOST_ROWS = 4
_MOST_BELOW = 8
_LONGEST_TAIL = 90
_LONGEST_TITLE = 45
_LONGEST_NAME = 40
_LONGEST_ADDRESS = 200
_LONGEST_LIST = 600  # of all offices that a joint notice goes to
_MANY = 8
_CELLS = regex(r"\s{2,}|\u3000")  # between the names of offices that sign together


def is_date(line: Line) -> bool:
    """Tell whether a line is a date and nothing else."""
    return _DATE.fullmatch(line.text) is not None


def is_salutation(line: Line) -> bool:
    """Tell whether a line addresses the hearers or the receiving offices."""
    text = line.text
    longest = _LONGEST_LIST if text.count("、") > _MANY else _LONGEST_ADDRESS
    if line.lead is not None or len(text) > longest or text[-1] not in "：:！!":
        return False
    if len(text) <= 40 and _SALUTATION.match(text):
        return True
    return text[-1] in "：:" and "。" not in text and _ADDRESS.search(text) is not None


def of_meeting(line: Line) -> bool:
    """Tell whether a line says who met, where or when: at the head or the foot of minutes."""
    return names_meeting(line.text)


def names_meeting(text: str) -> bool:
    """Tell whether a text opens as a line of minutes does: 出席：, 列席：, 时间：."""
    return _MEETING.match(text) is not None


def is_contact(line: Line) -> bool:
    """Tell whether a line names whom to ask."""
    return _CONTACT.match(line.text) is not None


def is_label(line: Line) -> bool:
    """Tell whether a line opens an attachment: 附件1 and nothing else."""
    return _LABEL.fullmatch(line.text) is not None


def can_be_title(line: Line) -> bool:
    """Tell whether a line can be a row of a title: short, without number and end mark."""
    text = line.text
    return (
        len(text) <= _LONGEST_TITLE
        and line.lead is None
        and text[-1] not in "。；，、：:;,"
        and not is_salutation(line)
        and not is_date(line)
        and _BRACKETED.fullmatch(text) is None
        and _NO_TITLE.match(text) is None
        and _MASTHEAD.match(text) is None
        and not of_meeting(line)
    )


def heads_paper(found: Sequence[Line], at: int) -> bool:
    """Tell whether a title that can be nothing else stands behind a text that has ended.

    Its rows together name a kind of paper and are long enough to say of what, or a subtitle, or who
    speaks and to whom, stands below it. Behind a text that has not ended, as a form to fill in,
    those who are spoken to must stand below it.
    """
    before = found[at - 1]
    ended = before.ended or _BRACKETED.fullmatch(before.text) is not None
    rows: list[str] = []
    for n, line in enumerate(found[at : at + _MOST_ROWS], at + 1):
        if not can_be_title(line) or line.named:
            break
        rows.append(line.text)
        title = "".join(rows)
        if len(title) >= _SHORTEST_PAPER and not _CLAUSES.search(title) and _PAPER.search(title):
            return ended or _addressed(found, n)
    below = [line.text for line in found[at + 1 : at + 3]]
    dashes = [_SUBTITLE.match(text) is not None for text in below]
    subtitled = dashes == [True, False] and "。" not in below[0]
    return ended and bool(rows) and (subtitled or _spoken(found, at + 1))


def _spoken(found: Sequence[Line], at: int) -> bool:
    """Tell whether the line at a place names who speaks, that below it those spoken to."""
    if at + 1 >= len(found) or not is_salutation(found[at + 1]):
        return False
    text = found[at].text
    return (
        len(text) <= _LONGEST_NAME and text[-1] not in "。；，、：:" and bool(_SPEAKER.search(text))
    )


def _addressed(found: Sequence[Line], at: int) -> bool:
    """Tell whether a salutation stands at a place, or below a date in brackets."""
    below = found[at : at + 2]
    dated = len(below) == 2 and _BRACKETED.fullmatch(below[0].text) is not None
    return any(is_salutation(line) for line in (below if dated else below[:1]))


def front(found: Sequence[Line], start: int, roles: dict[int, Role], *, sure: bool) -> int:
    """Give the lines of a document's head their roles and return the place after it.

    `sure` tells that a document begins here; else a title must name a document kind.
    """
    rows = _rows(found, start, roles)
    below = found[start + len(rows) : start + len(rows) + 1]
    named = any(line.titled for line in rows) or any(
        line.titled and _SUBTITLE.match(line.text) for line in below
    )
    if rows and not sure and not named:
        return start
    return below_title(found, start + _title(rows, roles), roles)


def below_title(found: Sequence[Line], start: int, roles: dict[int, Role]) -> int:
    """Give the lines between title and text their roles and return the place after them."""
    at = start
    while at < len(found) and at - start < _MOST_BELOW:
        line = found[at]
        role = _head_role(line) or _offices(found, at) or _speaker(found, at, roles)
        if role is None or line.at in roles:
            break
        roles[line.at] = role
        at += 1
        if role is Role.SALUTATION:
            break
    return at


def _rows(found: Sequence[Line], start: int, given: Mapping[int, Role]) -> list[Line]:
    """Return the lines that may be rows of the title."""
    rows: list[Line] = []
    for n, line in enumerate(map(_unended, found[start : start + 6]), start):
        if line.at in given or not can_be_title(line):
            break
        if rows and line.bold is not rows[-1].bold:
            break
        if rows and (line.named or _SUBTITLE.match(line.text) or _spoken(found, n)):
            break
        if len(rows) > 1 and line.at - rows[-1].at > 1 and not _more_title(found, line):
            break
        rows.append(line)
    return rows


def _unended(line: Line) -> Line:
    """Return a line that can only be a title without the mark it wrongly ends with."""
    if _ENDED_TITLE.fullmatch(line.text) is None:
        return line
    bare = replace(line, text=line.text[:-1])
    return bare if bare.titled else line


def _more_title(found: Sequence[Line], line: Line) -> bool:
    """Tell whether a row after a gap still belongs to the head: it or the next names a kind."""
    later = [other for other in found if line.at <= other.at <= line.at + 2]
    return any(other.titled for other in later[:2])


def _title(rows: Sequence[Line], roles: dict[int, Role]) -> int:
    """Give the rows their roles and return how many belong to the title."""
    kinds = [n for n, line in enumerate(rows) if line.titled]
    last = max(
        kinds or [n for n, line in enumerate(rows) if _CONVENED.search(line.text)], default=None
    )
    if last is None:
        last = len(rows) - 1
        while last > 0 and rows[last].at - rows[last - 1].at > 1:
            last -= 1
    first = next((n for n, line in enumerate(rows) if line.titled), len(rows))
    issue = next((n for n, line in enumerate(rows[:first]) if _ISSUE.search(line.text)), 0)
    for n, line in enumerate(rows[: last + 1]):
        head = n < issue or _HEAD.search(line.text)
        roles[line.at] = Role.DATE_LINE if head or _ISSUE.search(line.text) else Role.TITLE
    return last + 1


def _head_role(line: Line) -> Role | None:
    """Return the role of a line below the title, None where the text begins."""
    text = line.text
    if is_salutation(line):
        return Role.SALUTATION
    if _SUBTITLE.match(text) and not line.sentence and len(text) <= _LONGEST_NAME:
        return Role.SUBTITLE
    if line.lead is not None or line.sentence or len(text) > _LONGEST_NAME:
        return None
    issued = _BRACKETED.fullmatch(text) or _ISSUE.search(text) or _MASTHEAD.match(text)
    return Role.DATE_LINE if issued or is_date(line) else None


def _offices(found: Sequence[Line], at: int) -> Role | None:
    """Return the role of receiving offices with another mark behind them than a colon, or none.

    The last line may be the beginning of a paragraph being typed.
    """
    text = found[at].text
    named = at + 1 < len(found) and _ENDED_ADDRESS.fullmatch(text) is not None
    return Role.SALUTATION if named and _ADDRESS.search(f"{text.rstrip(_ENDS)}：") else None


def _speaker(found: Sequence[Line], at: int, roles: Mapping[int, Role]) -> Role | None:
    """Return the role of who speaks, named between title and text.

    A line as short as a name is one only where the head goes on below it or a blank line follows,
    behind further names too: else it is the beginning of a paragraph being typed. Below a subtitle
    the text may begin at once.
    """
    for place in range(at, min(at + _MOST_BELOW, len(found) - 1)):
        line, below = found[place], found[place + 1]
        named = line.text
        if line.lead is not None or line.sentence or len(named) > _LONGEST_NAME:
            return None
        if named[-1] in "。；，、：:;,！!" or _CONVENED.search(named):
            return None
        if not _SPEAKER.search(named):
            return None
        known = roles.get(below.at) in (Role.DATE_LINE, Role.SALUTATION)
        subtitled = place > 0 and roles.get(found[place - 1].at) is Role.SUBTITLE
        begins = subtitled and (below.sentence or below.lead is not None)
        if below.at - line.at > 1 or known or begins or is_joint(line) or _head_role(below):
            return Role.DATE_LINE
    return None


def tail_role(line: Line) -> Role | None:
    """Return the role of a line that by its own words stands behind the text, else None."""
    if line.lead is not None or len(line.text) > _LONGEST_TAIL:
        return None
    if is_label(line):
        return Role.ATTACHMENT_LABEL
    if is_date(line):
        return Role.DATE
    return next((role for pattern, role in _TAIL if pattern.match(line.text)), None)


def is_peroration(line: Line) -> bool:
    """Tell whether a paragraph turns to the hearers once more, as the last one of a speech does."""
    return _PERORATION.match(line.text) is not None


def is_signature(line: Line) -> bool:
    """Tell whether a line may be the name of an office or a person below the text."""
    if is_joint(line):
        return True
    text = line.text
    if line.lead is not None or len(text) > _LONGEST_NAME or text[-1] in "。；，、：:;,！!？?":
        return False
    return _ORGAN.search(text) is not None or _PERSON.fullmatch(text) is not None


def is_joint(line: Line) -> bool:
    """Tell whether a line names two or three offices that sign together."""
    cells = _CELLS.split(line.text)
    named = [cell for cell in cells if len(cell) <= _LONGEST_NAME and _ORGAN.search(cell)]
    return line.lead is None and 1 < len(cells) <= 3 and len(named) == len(cells)
