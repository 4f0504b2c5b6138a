"""A paragraph of running text that ends in a comma, in nothing, or unlike those beside it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, zip_longest
from typing import NamedTuple

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.han import COLUMN, celled
from app.document.edits import TextEdit
from app.document.ladder import LADDER
from app.document.model import Role
from app.document.numbering import Form, leading
from app.patterns import regex

_BARE = regex(r"[\u4e00-\u9fff]|(?<![。！？…，；])”")
_BARE_ITEM = regex("[%％》]|）(?<![。！？；…，]）)")
# 本办法自印发之日起施行: nothing but a sentence ends so.
_CLOSING = regex("自[^，。；：]{2,16}起(?:正式)?(?:施行|执行|实施|生效|试行)$")
_ASIDE = regex("[。！？；]（[^（）]*）$")  # what is said behind a whole sentence
_ASIDES = regex("（[^（）]*）")
_TEXT = frozenset((Role.BODY, Role.ITEM, Role.CLOSING))
_RUNNING = frozenset((*_TEXT, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4))
_STOPS = tuple("。；：！？")
# Characters of what is a sentence, of two clauses, of a point that is more than a name.
_SENTENCE, _CLAUSES, _ITEM = 30, 16, 10
_LEVELS = (Form.PART, Form.ARTICLE, *LADDER[:-1])  # ① stands below all of them
_LEADS = ("如下；", "决定；", "以下；")  # what stands below is led up to
_NAMED = regex("[^，。：]{0,12}：")  # 联系人：张某
_SIGNED = regex(
    "[—―─－]{2,}[^，。；：]{1,8}$|[长任师理员监席记][ \u3000][\u4e00-\u9fff]{2,3}$"
)  # ——编者; 站长 王明
_CREDIT = ("）", "摄")  # 会场一角。（王明摄）
_GAP = regex(f"(?<=\\S)   |(?<=[。）]) {COLUMN}")  # between the columns of a table


class _End(NamedTuple):
    """How a paragraph ends: its last mark ("" for none) at (start, end), its number.

    `inside` are the marks within it, each twice at most; `long` where it is long enough to be a
    sentence, `closing` where its last words are those of one.
    """

    block: int
    mark: str
    start: int
    end: int
    form: Form | None = None
    value: int = 0
    inside: str = ""
    long: bool = False
    text: bool = False
    closing: bool = False


def ending(paragraph: Paragraph) -> tuple[object, ...] | None:
    """Return what an _End has beside its block, None for an empty line: a facts function."""
    text = paragraph.wide
    if paragraph.role is Role.BLANK or not text.strip():
        return None
    end = len(text.rstrip())
    last = text[end - 1 : end]
    if paragraph.role not in _RUNNING:
        return "?", 0, 0
    found = leading(text)
    begin = found.end if found else 0
    words = text[begin:].strip() if " " in text or "\t" in text else ""
    parted = celled(words) or _GAP.search(words)
    signed = _SIGNED.search(text, max(end - 12, 0), end)
    named = (found is None or last == "）") and last not in "，、," and _NAMED.match(text)
    if named or parted or signed:
        return "?", 0, 0
    bare = _BARE.match(text, end - 1) is not None
    # Those of 李兰（女，回族） part no clauses.
    commas = (_ASIDES.sub("", text) if bare and "（" in text else text).count("，", 0, end - 1)
    stops = text.count("。", 0, end - 1)
    marks = "，" * min(commas, 2) + "。" * min(stops, 2)
    marks += "；" * min(text.count("；", 0, end - 1), 2)
    least = _ITEM if found or stops else _CLAUSES if commas else _SENTENCE
    long = end - (found.end if found else 0) >= least
    if (found or stops) and not bare and _BARE_ITEM.match(text, end - 1):
        bare = _ASIDE.search(text, 0, end) is None
    mark = "" if bare else last
    stop = len(text) if last in "，、," else end
    number = (found.form, found.value) if found else (None, 0)
    # One that is closed as any other is told nothing about: its place would make it another fact
    # at every key.
    alone = found is not None and (mark == "；" or not marks.strip("，"))
    place = (end - 1, stop) if alone or mark not in _STOPS else (0, 0)
    closing = bare and _CLOSING.search(text, max(end - 30, 0), end) is not None
    running = paragraph.role in _TEXT or stops > 0  # a heading that goes on as text is text
    return _shared(mark, *place, *number, marks, long, running, closing)


@lru_cache(maxsize=1000)
def _shared(*fact: object) -> tuple[object, ...]:
    """Return the one fact that stands for all equal ones: every paragraph has one."""
    return fact


@rule(
    group="标点",
    severity=Severity.WARNING,
    scope="document",
    facts=ending,
    yields_to=("as_follows_mark",),
)
def paragraph_end_mark(reading: Reading) -> Iterator[Spot]:
    """段末标点不当。

    一段话说完应当用句号。段末是逗号、顿号，或者别的各段、各项都有标点而这里没有，多半是误写或漏写；同一列分项，末尾的标点应当一致，最后一项用句号。

    来源：GB/T 15834—2011 4.1、4.6
    Bad:
        body| 地点：镇政府三楼会议室⟦，⟧
        body| 请各村按时派人参加会议，不得缺席。
    Bad: heading1| 二、研究人事工作。会议要求提高业务水平⟦，⟧
    Bad:
        item| 1.印发表彰先进集体的决定⟦，⟧
        item| 2.印发表彰先进个人的决定。
    Bad:
        各部门要加强组织领导。要压实责任，建立工作台账，逐项抓好落实。要严格督查考核，及时通报情况，对工作不力的严肃问责追⟦责⟧ -> 各部门要加强组织领导。要压实责任，建立工作台账，逐项抓好落实。要严格督查考核，及时通报情况，对工作不力的严肃问责追责。
        下一段另起一行，内容完整。
    Bad:
        雨季来临以前，全体队员分成三组，沿河堤逐段查看，登记险情十一处。
        查看结束以后，队员们连夜整理记录，画出险情分布图，报送镇防汛办公⟦室⟧ -> 查看结束以后，队员们连夜整理记录，画出险情分布图，报送镇防汛办公室。
    Bad:
        item| （一）道路方面：村内主干道已硬化，入户路正在铺设。
        item| （二）水利方面：村内有山塘两口及排水渠三⟦条⟧ -> （二）水利方面：村内有山塘两口及排水渠三条。
        item| （三）用电方面：变压器已经扩容，线路已经改造。
        item| （四）通信方面：基站两座，宽带入户九成。
    Bad:
        item| 1.公布评选办法和评选名额；
        item| 2.科室推荐并填写推荐表格；
        item| 3.评选小组逐份审核材⟦料⟧ -> 3.评选小组逐份审核材料；
        item| 4.张榜公示三个工作日。
    Bad:
        item| (1)检查蓄水池水位,按时记录;
        item| (2)清理进水口的杂物和淤⟦泥⟧ -> (2)清理进水口的杂物和淤泥；
        item| (3)保持值班电话畅通;
        item| (4)发现险情立即上报。
    Bad:
        item| 1.保管仓库钥匙，登记出入库情况；
        item| 2.清点库存，按月核对账目⟦。⟧ -> 2.清点库存，按月核对账目；
        item| 3.检查消防器材，保持通道畅通；
        item| 4.办理领导交办的事项⟦；⟧ -> 4.办理领导交办的事项。
        附则另行规定。
    Bad:
        第五条 理事会行使下列职权：
        item| （一）召集会员大会；
        item| （二）聘任工作人员；
        item| （三）审定年度经费预算；
        item| （四）理事会授权的其他事项⟦；⟧ -> （四）理事会授权的其他事项。
        第六条 理事会每半年开会一次。
    Bad:
        body| 报名时交下列材料：
        body| 学校章程；
        body| 场地使用证明；
        body| 教职工名册⟦；⟧ -> 教职工名册。
        （二）材料不全的，当场一次告知。
    Bad:
        item| ①送医下乡：县医院组织专家到镇卫生院坐诊，现场解答疑问。疾控中心派人到各村讲授防病知⟦识⟧ -> ①送医下乡：县医院组织专家到镇卫生院坐诊，现场解答疑问。疾控中心派人到各村讲授防病知识。
        item| ②送戏下乡：县剧团演出两场
        item| ③送书下乡：县图书馆赠书三百册
        item| ④送技下乡：县农技站举办讲座
    Bad:
        item| 1.带队老师持名单签到；
        item| 2.按号就座，保持安静⟦；⟧ -> 2.按号就座，保持安静。
        散场安排
        item| 1.后排先走；
        item| 2.出口处设专人引导⟦；⟧ -> 2.出口处设专人引导。
        散场以后
        item| 1.清点人数。
        item| 2.打扫场地。
    Bad:
        item| 第一条 会员按年缴费，逾期不缴的视为退会。
        item| 第二条 会员大会每年召开一次，由理事会召集。
        item| 第三条 会员有违反本章程的行为，经理事会表决，予以除⟦名⟧ -> 第三条 会员有违反本章程的行为，经理事会表决，予以除名。
        item| 第四条 本会经费来自会费，不得挪作他用。
        item| 第五条 本会每年公布账目，接受会员监督。
        item| 第六条 本章程自通过之日起施行，由理事会解释。
        item| 第七条 本会终止以前，须清理债权债务。
    Bad:
        第九条
        body| 本办法由保卫处负责解释，自印发之日起施⟦行⟧ -> 本办法由保卫处负责解释，自印发之日起施行。
    Good:
        各部门要加强组织领导。要压实责任，逐项抓好落实。
        特此通知
    Good:
        会上通过了理事名单，名单上的人都到会同大家见了面，并合影留念。
        理事：李兰（女，回族）、王进（满族）、陈明、赵立、孙小梅（女，苗族）、周同、吴健、郑直
    Good:
        现将有关事项通知如下：
        一、时间
    Good:
        本栏目从今天起开办。欢迎各村来稿，来稿请写明联系方式。稿件一经采用，即付稿酬。——编者
        下面是第一篇来稿，讲的是修渠的事。
    Good:
        item| 1.会议时间；
        item| 2.会议地点；
        item| 3.参会人员范围
        item| （1）各县区分管负责人；
        item| （2）市直各部门负责人。
    Bad:
        heading1| 一、派人到现场指导。
        heading1| 二、提供打捞船一艘。
        heading1| 三、共同开展宣⟦传⟧ -> 三、共同开展宣传。
    Good:
        heading1| 一、派人到现场指导。
        进度另行商定。
        heading1| 二、提供打捞船一艘。
        heading1| 三、共同开展宣传
    Bad:
        item| 1.通报去年情况。
        item| 2.安排今年工作⟦；⟧ -> 2.安排今年工作。
        item| 3.县领导讲话。
    Good:
        item| 1.加强组织领导，成立专班。
        item| 2.明确责任分工。逐项落实。
        item| 3.强化督导检查；
    """
    found = [_End(block, *fact) for block, fact in reading.present()]
    blocks = reading.document.blocks
    for at, one in enumerate(found):
        last = at == len(found) - 1 or found[at + 1].block != one.block + 1
        if one.mark in tuple("，、,") and one.text:
            goes_on = not last and blocks[one.block + 1].role is Role.BODY
            severity = Severity.HINT if goes_on else None
            said = "段末不应是逗号、顿号"
            yield Spot(one.start, one.end, said, block=one.block, severity=severity)
    told = set[int]()
    yield from _last_of_plain(found, reading)
    for row, behind in _rows(found):
        for spot in _beside(row, behind):
            told.add(spot.block)
            yield spot
    for one, severity in _open(found):
        if one.block not in told and not blocks[one.block].text.endswith(_CREDIT, 0, one.end):
            yield _closed(one, "段末没有标点", "。", severity)


def _last_of_plain(found: Sequence[_End], reading: Reading) -> Iterator[Spot]:
    """Report what ends a list without numbers in a semicolon: a point or no text follows it."""
    run, last = 0, -1
    for one, after in zip_longest(found, islice(found, 1, None)):
        if one.mark != "；" or one.form is not None or not one.text:
            continue
        text = reading.document.blocks[one.block].text.rstrip()
        if text.endswith(_LEADS):
            continue
        run = run + 1 if last == one.block - 1 else 1
        last = one.block
        parted = after is not None and after.form is Form.CHINESE and not after.text
        if after is None or parted or (run > 2 and (after.form is not None or not after.text)):
            said, hint = "最后一项末尾用句号", Severity.HINT
            yield Spot(len(text) - 1, len(text), said, "。", block=one.block, severity=hint)


def _rows(found: Sequence[_End]) -> Iterator[tuple[list[_End], Sequence[_End]]]:
    """Yield the runs of paragraphs whose numbers go up, and the two that stand behind each."""
    row: list[_End] = []
    for at, one in enumerate(found):
        if row and (one.form is not row[-1].form or one.value <= row[-1].value):
            if len(row) > 1:
                yield row, found[at : at + 2]
            row = []
        if one.form is not None:
            row.append(one)
    if len(row) > 1:
        yield row, ()


def _below(form: Form | None, other: Form | None) -> bool:
    """Whether what has a number may belong to what has another: nothing of a higher level does."""
    if form in _LEVELS and other in _LEVELS:
        return _LEVELS.index(form) >= _LEVELS.index(other)
    return form is not None


def _goes_on(last: _End, after: _End) -> bool:
    """Whether what stands behind a row belongs to its last point, or is a line of no number."""
    return _below(after.form, last.form) or (after.form is None and not after.mark)


def _beside(row: Sequence[_End], behind: Sequence[_End]) -> Iterator[Spot]:
    """Report points of one row that end otherwise than all the others."""
    # The next row may begin below a line of its own.
    anew = any((one.form, one.value) == (row[0].form, row[0].value) for one in behind)
    goes_on = not anew and bool(behind) and _goes_on(row[-1], behind[0])
    marks = [one.mark for one in row]
    bare = [one for one in row if not one.mark]
    semicolons, stops = marks.count("；"), marks.count("。")
    closed = len(row) - len(bare)
    next_to = row[-1].block - row[0].block == len(row) - 1
    few = len(bare) == 1 or 0 < len(bare) * 2 < len(row)
    stopped = sum(mark in _STOPS for mark in marks if mark)
    many = len(row) > 3 and stopped >= max(closed - 1, 3)
    alike = stops == closed > 1 and next_to
    if few and (many or alike or (stops == closed == 2 and "，" in bare[0].inside)):
        hint = None if many and len(bare) == 1 else Severity.HINT
        for one in bare:
            if (one.long or alike or (many and semicolons > 2)) and not (
                one is row[-1] and goes_on
            ):
                right = "；" if semicolons > stops and one is not row[-1] else "。"
                yield _closed(one, "其他各项末尾都有标点，这一项没有", right, hint)
    *middle, last = row
    if next_to and semicolons == 1 and stops == closed - 1 > 1 and last.mark == "。":
        for one in [one for one in middle if one.mark == "；" and "；" not in one.inside]:
            said, hint = "其他各项末尾用句号，这一项用了分号", Severity.HINT
            yield Spot(one.start, one.end, said, "。", block=one.block, severity=hint)
    if semicolons < 2 or semicolons + stops < closed:
        return
    odd = [one for one in middle if one.mark == "。"]
    for one in odd if len(odd) <= len(middle) // 3 else ():
        if "。" not in one.inside and "；" not in one.inside:
            said = "其他各项末尾用分号，这一项用了句号"
            hint = Severity.HINT
            yield Spot(one.start, one.end, said, "；", block=one.block, severity=hint)
    if last.mark == "；" and not goes_on and (anew or semicolons > 2):
        said, hint = "最后一项末尾用句号", Severity.HINT
        yield Spot(last.start, last.end, said, "。", block=last.block, severity=hint)


def _open(found: Sequence[_End]) -> Iterator[tuple[_End, Severity | None]]:
    """Yield the paragraphs of running text that end in nothing where another line follows.

    The severity is that of the rule (None) but where several of them end so.
    """
    sentences = [one for one in found if one.form is None and one.long and one.text]
    closed = sum(bool(one.mark) for one in sentences)
    alone = closed > 2 and closed == len(sentences) - 1
    few = closed > 2 and (len(sentences) - closed) * 4 <= len(sentences)
    some = closed * 2 >= len(sentences) or len(sentences) == 1
    points = Counter(one.form for one in found if one.form is not None and one.long)
    ended = Counter(one.form for one in found if one.form is not None and one.long and one.mark)
    most = {form for form, count in points.items() if count > 4 and 5 * ended[form] >= 4 * count}
    for at, one in enumerate(found):
        if one.mark:
            continue
        if one.closing:
            yield one, None
            continue
        if at == len(found) - 1 or found[at + 1].block != one.block + 1:
            last = one.text and one.long and (one.form is None or "；；" in one.inside)
            if last and some and ("。" in one.inside or "，，" in one.inside):
                yield one, Severity.HINT
            continue
        sole = few and one.form is None and one.text and one.inside
        if one.long and one.inside.count("。") > 1:
            yield one, None
        elif (
            one.form is not None
            and one.long
            and "，" in one.inside
            and ("。" in one.inside or one.form in most)
        ):
            yield one, Severity.HINT
        elif one.long and one.form is None and one.text and some and _goes(one, found[at + 1]):
            yield one, None if sole and alone and "。" in one.inside else Severity.HINT
        elif one.long and sole:
            # One that has no full stop inside either may be a lead or a list of names.
            yield one, None if alone and "。" in one.inside else Severity.HINT


def _goes(one: _End, after: _End) -> bool:
    """Whether a paragraph of sentences ends without a stop before another one."""
    return ("。" in one.inside or "，，" in one.inside) and after.text and after.long


def _closed(one: _End, said: str, mark: str, severity: Severity | None = None) -> Spot:
    """Return the spot of a paragraph without a mark at its end, mended by one."""
    edit = TextEdit(one.block, one.end, one.end, mark)
    return Spot(
        one.start,
        one.end,
        said,
        edits=(edit,),
        title=f"加上“{mark}”",
        block=one.block,
        severity=severity,
    )
