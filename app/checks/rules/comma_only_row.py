"""A row of names that commas alone part: 对教室，食堂，宿舍等场所进行消毒."""

import re
from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language import language
from app.checks.people import SURNAMES
from app.checks.rows import CHARACTER as _H
from app.checks.verbs import VERBS, another
from app.checks.words import nominal, sorts
from app.document.model import Role

# What a row of short names ends in where nothing behind it tells that it is one.
_NAMES = (
    "水平|能力|素质|质量|意识|作风|责任|制度|机制|体系|建设|管理|教育|活动|方法|措施|条件|环境|设施|设备|场所|部位|标准|目标|任务|思想|精神|态度|纪律|思路|办法|方案|计划|内容|效率|效益|"
    "力度|程度|观念|理念|本领|知识|技能|修养|素养|道德|品德|形象|文化|经济|产业|市场|技术|政策|法规|法律|资料|数据|档案|信息|资金|经费|人员|队伍|干部|群众|党员|职工|学生|教师|单位|"
    "部门|企业|社区|学校|医院|商场|车站|宾馆|食堂|宿舍|餐厅|商店|超市|市场|工地|道路|桥梁|河道|水库|农田|林地"
)
# The patterns begin with the comma, for which the engine looks fast.
# 水，电，气
_SINGLE = re.compile(
    rf"，(?<={_H}，)(?P<row>(?:(?![的是有为在他她它你我对好不也就都又还将并且而但或即均如若经由从把被使让再先后可应须能要会该此其故因则请望特现今昨明爹娘爸妈哥姐男女]){_H}，)+)(?={_H})"
)
# 教学楼，宿舍楼，食堂等
_CLOSED = re.compile(rf"，(?P<row>{_H}{{1,6}}(?:，{_H}{{1,6}})*)(?:等|以及|[和与及])")
_LED = re.compile(r"(?<![针应面绝相不反核校])对(?![于照比])")
# 思想素质，业务能力，服务水平。
_ENDED = re.compile(
    rf"，(?={_H}{{2,6}}，)(?<=(?:{_NAMES})，)(?P<row>{_H}{{0,4}}(?:{_NAMES})(?:，{_H}{{0,4}}(?:{_NAMES}))+)(?=[。；])"
)
# 公开，公平，公正
_TWO = re.compile(rf"，(?<={_H}{{2}}，)(?P<row>(?:{_H}{{2}}，)+)(?P<last>{_H}{{2,8}})")
# 会议制度，考勤制度，值班制度。
_ALIKE = re.compile(
    rf"，(?<=(?P<of>{_H}{{2}})，)(?P<row>{_H}{{2}}(?P=of)(?:，{_H}{{2}}(?P=of))+)(?=[。；])"
)
_QUOTED = re.compile(
    rf"“(?P<left>{_H}{{4}}[，、])(?P<row>{_H}{{4}}(?:[，、]{_H}{{4}}){{1,2}})(?=”)"
)
# 张明，李志强，王芳
_ONE = rf"[{SURNAMES}]{_H}{{1,2}}"
_PEOPLE = re.compile(
    rf"，(?P<row>(?:{_ONE}，)+)(?P<last>{_ONE})(?=[。；）的]|等|同[志学]|[老教]师|家长|代表|组成|参加|[四五六七八九十]人|$)"
)
_CALLED = re.compile(f"(?:{_ONE})$")
_BEFORE = re.compile(f"{_H}+$")
_WINDOW = 12  # characters before a row in which what leads it stands
_CONTENT = frozenset("nvaj")
_PLACES = tuple("楼室堂馆所站店厂区园场院校桥")
# 经调查，; 连日来，: how or when what follows is so.
_ASIDE = re.compile("^[经据按依由因从至]|(?:来|后|时|前|初|末|底|间|起|说|称)$|^[男女]$|族$")
_HOW = ("到位", "有力", "有序", "有效", "有方", "顺利", "圆满", "显著", "良好", "扎实", "规范")
_SERVED = frozenset(("群众", "人民", "百姓", "职工", "基层", "企业", "社会", "学生"))  # 依靠群众
_RULED = re.compile(f"{_H}{{0,4}}的(?:原则|方针|要求|标准|目标|精神|作风)")


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=("，",),
    yields_to=("list_comma", "row_comma", "mixed_row"),
)
def comma_only_row(paragraph: Paragraph) -> Iterator[Spot]:
    """一列名称全用逗号隔开。

    “对A、B、C等场所进行检查”，A、B、C是同一层的并列词，中间用顿号；引号里一列四字词的标点要一致。

    来源：GB/T 15834—2011 4.5
    Bad: 对教室⟦，食堂，⟧宿舍等场所进行消毒。 -> 对教室、食堂、宿舍等场所进行消毒。
    Bad: 做好水⟦，电，⟧气的检修。 -> 做好水、电、气的检修。
    Bad: 不断提高政治素质⟦，业务能力，⟧管理水平。 -> 不断提高政治素质、业务能力、管理水平。
    Bad: 落实“安全第一⟦，⟧预防为主、综合治理”的方针。 -> 落实“安全第一、预防为主、综合治理”的方针。
    Bad: 坚持公开⟦，公平，⟧公正的原则，完善值班制度⟦，巡查制度，⟧考勤制度。 -> 坚持公开、公平、公正的原则，完善值班制度、巡查制度、考勤制度。
    Bad: 参加人员有马晓春⟦，陈志远，⟧许文娟。 -> 参加人员有马晓春、陈志远、许文娟。
    Good: 褚小川，男，道路与桥梁专业；马晓春，女，汉族，党员；马上就办，高度重视，严格落实。
    Good: 这次演练车辆调度到位，物资供应有力，医护人员和志愿者配合默契。
    Good: 李某，女，本科学历；做到领导到位，组织到位，措施到位。
    Good: 首先，其次，最后，这三步不能少；建立制度，完善制度，落实制度。
    Good: 对教室消毒，打扫食堂，整理宿舍等工作都已完成；好，对，就这么办。
    Good: 提高政治素质，增强业务能力，改进服务作风；落实“安全第一、预防为主、综合治理”的方针。
    Good: 他没有多想，说，先救人要紧；参会的同志在小组会上，指出，数据还要核实。
    Good: 受地形影响，连日来，山区和库区雨量偏大；送检的样品，经检测，颜色及含水量不合格。
    Good: 村干部带头面向群众，服务群众，依靠群众。大家喊着加油，加油，加油向前。
    Good: 树立“坚持为民、服务为本，依法办事、廉洁高效”的形象。
    """
    if paragraph.role is Role.OBJECT:
        return
    rows = [found.span("row") for found in _rows(paragraph.text)]
    told = 0
    for start, end in sorted(rows):
        at = start - 1
        if at >= told:
            told = paragraph.text.rfind("，", at, end) + 1
            fix = paragraph.text[at:told].replace("，", "、")
            yield Spot(at, told, "同一层并列的名称之间用顿号", fix)


def _rows(text: str) -> Iterator[re.Match[str]]:
    """Yield the rows that commas part, a comma before each."""
    yield from (found for found in _SINGLE.finditer(text) if _singles(found["row"]))
    for found in _CLOSED.finditer(text):
        row, left = found["row"].split("，"), _left(found)
        led = len(row) > 1 or (found[0].endswith("等") and _LED.search(left))
        grouped = text.endswith("、", 0, found.start() - len(left))  # 各军种、兵种，……
        if led and len(left) > 1 and not grouped and _things(left, row):
            yield found
    for found in _ENDED.finditer(text):
        if not any(_acts(one) for one in found["row"].split("，")):
            yield found
    yield from (found for found in _TWO.finditer(text) if _words(found))
    for found in _ALIKE.finditer(text):
        left = _left(found)
        named = not another(left[-4:-2]) and found["of"] not in _SERVED
        if len(left) > 4 and named and _noun(*sorts(found["of"])[-1]):
            yield found
    yield from (found for found in _PEOPLE.finditer(text) if _people(found))
    for found in _QUOTED.finditer(text):
        if _mixed(found["left"] + found["row"]):
            yield found


def _singles(row: str) -> bool:
    """Whether all members of a row, each a character, are nouns: 水，电，气."""
    return all(_noun(*sorts(one)[0]) for one in row.strip("，").split("，"))


def _left(found: re.Match[str]) -> str:
    """Return the characters before a row, back to a mark."""
    at = found.start()
    before = _BEFORE.search(found.string, max(at - _WINDOW, 0), at)
    return before[0] if before else ""


def _noun(word: str, sort: str) -> bool:
    """Whether a word is the name of a thing; that of a place may look like a person's."""
    if sort.startswith("nr"):
        return word.endswith(_PLACES)
    return nominal(sort) or sort == "l"


def _name(item: str) -> bool:
    """Whether all words of an item are nouns, so that no clause begins with it."""
    if another(item) or item[:2] in VERBS or _ASIDE.search(item) or item.endswith(_HOW):
        return False
    words = sorts(item)
    return all(_noun(*word) for word in words) and (len(words) < 2 or words[0][1] != "vn")


def _things(left: str, row: Sequence[str]) -> bool:
    """Whether what stands before a row and its members are names of things."""
    return all(_name(one) for one in row) and "包括" not in left and _noun(*sorts(left)[-1])


def _acts(item: str) -> bool:
    """Whether an item is a clause: 调派人员, which 培训制度 is not."""
    (_, sort), *others = sorts(item)
    if sort == "vn" and others and item[:2] not in VERBS:
        return True
    return another(item[:2]) or sort in {"v", "d", "r", "p", "c", "t"}


def _words(found: re.Match[str]) -> bool:
    """Whether all members are words of two characters and of one sort."""
    row = [sorts(one) for one in found["row"].strip("，").split("，")]
    before, behind = sorts(_left(found))[-1], sorts(found["last"])[0]
    if any(len(one) > 1 for one in row) or len(before[0]) != 2 or len(behind[0]) != 2:
        return False
    kinds = {sort[0] for _, sort in (behind, *[one[0] for one in row])}
    if "v" in kinds and not _RULED.match(found.string, found.end("row") + 2):
        return False
    return len(kinds) == 1 and kinds <= _CONTENT and before[1][0] in _CONTENT


def _people(found: re.Match[str]) -> bool:
    """Whether all members are names of persons, which no list of words has."""
    row = found["row"].split("，")[:-1]
    known = language().number
    return _CALLED.search(_left(found)) is not None and not any(
        one in known for one in (*row, found["last"])
    )


def _mixed(row: str) -> bool:
    """Whether both marks stand in a row and part no groups of one size."""
    groups = {group.count("、") for group in row.split("，")}
    return "、" in row and "，" in row and len(groups) > 1
