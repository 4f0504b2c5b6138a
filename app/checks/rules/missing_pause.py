"""Two members of a row that run into each other: 主动性自觉性."""

import re
from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.checks.language.likelihood import language
from app.checks.language.words import cut, shape
from app.checks.tables import Table
from app.document.model import Role
from app.patterns import regex
from app.surnames import ALL_SURNAMES

_ROW = regex("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]++(?:、[\u4e00-\u9fff]++){2,}")
# The patterns begin with the last character of the first member, which is one of few.
# 增强自觉性坚定性
_KIND = regex(
    "(?P<of>[性力度感观])(?:(?<=[的高强进求重出、][\u4e00-\u9fff]{2}.))(?P<at>)[\u4e00-\u9fff]{2}(?P=of)(?=[、和及与。，；]|$)"
)
# 行业性专业性组织, 持久战攻坚战: no word of grammar stands between the two.
_PLAIN = regex(
    "(?P<of>[性战])(?<=[\u4e00-\u9fff]{2}.)(?<![女急慢同异个共男两]性)(?P<at>)(?![略机])(?:(?![和与及或的即决发])[\u4e00-\u9fff]){2}(?P=of)(?![质别格能命略])"
)
# 获得感幸福感安全感: newer papers of the centre leave the marks out.
_THREE = regex(
    "(?P<of>[性力感观])(?:(?<=[\u4e00-\u9fff]{2}.)(?=[\u4e00-\u9fff]{2}(?P=of)[\u4e00-\u9fff]{2}(?P=of))"
    "|(?<=[\u4e00-\u9fff]{2}(?P=of)[\u4e00-\u9fff]{2}.)(?=[\u4e00-\u9fff]{2}(?P=of)))"
)
# 年级组教研组工作
_BODY = regex(
    "(?P<of>[组局厅科处室])(?<=[\u4e00-\u9fff]{2}.)(?<!办事处)(?<!代表处)(?<!联络处)(?<!管理处)(?<!调查组)(?<!工作组)(?<!领导组)(?P<at>)(?![组办内外中里等和与及或])[\u4e00-\u9fff]{2}(?P=of)(?!织|长|员|别|部|所|室|级|面|方|理|分)"
)
# 党组书记局长: two posts of one person.
_POSTS = regex(
    "(?P<of>(?:党组|党委|党工委|党支部|党总支|总支|支部|[省市县区旗州镇乡]委)(?:副?书记|委员|成员))(?P<at>)"
    "(?=(?:副?(?:省长|市长|县长|区长|旗长|州长|镇长|乡长|局长|厅长|处长|院长|校长|馆长|站长|所长|台长|行长|会长|主席|董事长|总经理|总裁|理事长|检察长|关长|队长|主任))"
    "(?!办公室|会议|助理|信箱|负责制|办公会|秘书|科员))"
)
# 中秋节国庆节慰问
_DAYS = "春节|元宵节|清明节|劳动节|青年节|儿童节|端午节|建军节|教师节|中秋节|国庆节|重阳节|妇女节"
_FESTIVALS = regex(f"(?:{_DAYS})(?P<at>)(?={_DAYS})")
_PLACES = (
    "号楼",
    "号院",
    "号线",
    "号门",
    "号库",
    "号井",
    "号桥",
    "栋",
    "幢",
    "单元",
    "班",
    "组",
    "车间",
    "支队",
    "中队",
    "大队",
    "楼",
)
# 40周岁以下教龄3年以上: two conditions.
_BOUNDS = regex(
    "[0-9一二三四五六七八九十]{1,4}(?:周岁|岁|年|分|名|人|万元)以[上下内](?P<at>)(?=(?:教龄|工龄|党龄|从业|任职|工作经[历验]|学历|身高|注册资[本金]|连续工作|年龄)[^，。；、]{0,6}[0-9一二三四五六七八九十]{1,4}[^，。；、]{1,3}以[上下])"
)
# 1号楼2号楼3号楼
_NUMBERED = regex(
    rf"(?<![0-9#＃])[0-9]{{1,2}}(?P<of>{'|'.join(_PLACES)})(?P<at>)(?=[0-9]{{1,2}}(?P=of)(?!长))"
)
_GRADED = ("等奖", "等功", "年级")
# 设一二三等奖
_GRADES = regex(
    f"(?<![第零〇一二三四五六七八九十百千初高小])(?P<grades>一二三?|二三四?|三四五?|四五)(?={'|'.join(_GRADED)})"
)
# 对家乡的爱对亲人的情
_FOR = regex(
    r"对(?<![针反面相绝核校]对)[\u4e00-\u9fff]{2,5}的[\u4e00-\u9fff]{1,2}(?P<at>)(?=对[\u4e00-\u9fff]{2,5}的[\u4e00-\u9fff]{1,2}(?:[，。；！]|$))"
)
# 事前事中、事后
_EARLY = regex(r"前(?<=(?P<one>[\u4e00-\u9fff])前)(?P<at>)(?=(?P=one)中、(?P=one)后)")
_LATE = regex(r"前、(?<=(?P<one>[\u4e00-\u9fff])前、)(?P=one)中(?P<at>)(?=(?P=one)后)")
# 暑假7月8月
_MONTHS = regex("(?<![0-9年./])[0-9]{1,2}月(?P<at>)(?=(?:1[0-2]|[1-9])月(?![0-9]))")
# 党中央国务院印发: in a headline they may stand without a mark.
_HIGHEST = regex("(?:党|中共)中央(?P<at>)(?=国务院[^。]*[，。])")
# 所思、所想所盼
_WISHED = "思想盼忧需求急愿惑悟感获见闻"
# 看病难看病贵
_TROUBLES = regex("(?P<what>[\u4e00-\u9fff]{2})难(?P<at>)(?=(?P=what)贵)")
_LAST_WISH = regex(rf"、所[{_WISHED}](?P<at>)(?=所[{_WISHED}](?:[，。；]|$))")
_FIRST_WISH = regex(rf"所[{_WISHED}](?P<at>)(?=所[{_WISHED}]、所[{_WISHED}])")
# Literals, pattern, whether the two must be whole words.
_PAIRS = Table(
    (
        ("|".join("性力度感观"), _KIND, False),
        ("|".join("性战"), _PLAIN, False),
        ("|".join("组局厅科处室"), _BODY, True),
        (_DAYS, _FESTIVALS, False),
        ("|".join([n + place for n in "0123456789" for place in _PLACES]), _NUMBERED, False),
        ("书记|委员|成员", _POSTS, False),
        ("对", _FOR, False),
        ("中、", _EARLY, False),
        ("前、", _LATE, False),
        ("|".join([f"月{n}" for n in range(1, 10)]), _MONTHS, False),
        ("中央国务院", _HIGHEST, False),
        ("以上|以下|以内", _BOUNDS, False),
        ("难", _TROUBLES, False),
        ("、所", _LAST_WISH, False),
        ("、所", _FIRST_WISH, False),
    )
)
_LEAST, _MOST = 4, 12  # characters of two members in one


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=("、", *_GRADED, *_PAIRS.triggers),
)
def missing_pause(paragraph: Paragraph) -> Iterator[Spot]:
    """并列词语之间漏了顿号。

    一列并列的词语，别处都用顿号隔开，只有两个连在一起；或者两个同类的名称紧挨着，多半是漏了顿号。

    来源：GB/T 15834—2011 4.5
    Bad: 增强工作的计划⟦性主⟧动性，提高执行⟦力公⟧信力。 -> 增强工作的计划性、主动性，提高执行力、公信力。
    Bad: 成立行业⟦性专⟧业性调解组织5个，打好防汛持久⟦战攻⟧坚战。 -> 成立行业性、专业性调解组织5个，打好防汛持久战、攻坚战。
    Bad: 树立正确的世界观、权力⟦观事⟧业观。 -> 树立正确的世界观、权力观、事业观。
    Bad: 群众拥有获得⟦感幸⟧福⟦感安⟧全感。 -> 群众拥有获得感、幸福感、安全感。
    Bad: 组织进机关、进学⟦校进⟧企业、进社区活动。 -> 组织进机关、进学校、进企业、进社区活动。
    Bad: 由教务⟦处总⟧务处负责落实。 -> 由教务处、总务处负责落实。
    Bad: 会议由县水利局党组书⟦记局⟧长王明主持。 -> 会议由县水利局党组书记、局长王明主持。
    Bad: 做好中秋⟦节国⟧庆节慰问工作。 -> 做好中秋节、国庆节慰问工作。
    Bad: 停气涉及3号⟦楼4⟧号⟦楼5⟧号楼。 -> 停气涉及3号楼、4号楼、5号楼。
    Bad: 落实事⟦前事⟧中、事后监管，做好产前、产⟦中产⟧后服务。 -> 落实事前、事中、事后监管，做好产前、产中、产后服务。
    Bad: 评出⟦一二三⟧等奖若干名。 -> 评出一、二、三等奖若干名。
    Bad: 表达了对家乡的⟦爱对⟧亲人的情。 -> 表达了对家乡的爱、对亲人的情。
    Bad: 暑假（7⟦月8⟧月）不放假。 -> 暑假（7月、8月）不放假。
    Bad: 落实党中⟦央国⟧务院关于防汛的部署，压实责任。 -> 落实党中央、国务院关于防汛的部署，压实责任。
    Bad: 年龄在45周岁以⟦下工⟧龄8年以上的班长可以报名。 -> 年龄在45周岁以下、工龄8年以上的班长可以报名。
    Bad: 了解村民所思、所⟦想所⟧盼，解决所⟦急所⟧忧、所需，缓解看病⟦难看⟧病贵。 -> 了解村民所思、所想、所盼，解决所急、所忧、所需，缓解看病难、看病贵。
    Good: 材料送保卫处卞青处，一等奖、二等奖，针对家庭的困难对策，第一二级联动。
    Good: 平津战役两大战略决战，抵押权人有权请求，开拓性探索性质的工作，兼顾显性和隐性支出。
    Good: 三年级5班6名学生，住3号楼4单元2楼，2组3号。
    Good: 做好元旦春节期间的工作，中秋国庆假期值班，春节节前慰问。
    Good: 党组书记、局长王明，县委书记办公会，乡党委委员武装部长，支部书记主任科员。
    Good: 增强计划性、主动性，进机关、进学校、进企业，社会组织党组织，由教务处、总务处负责。
    Good: 由市作家书画协会、市作家书画杂志、市群众文化中心承办；驻省城办事处总务处，厨房、起居室与休息室相邻。
    Good: 坚持一人一档、一户一策一表、一月一评，市委、市人大常委会、市政府、市政协。
    """
    if paragraph.role is Role.OBJECT:
        return
    text = paragraph.text
    for found in () if paragraph.literals.isdisjoint(_GRADED) else _GRADES.finditer(text):
        yield Spot(*found.span("grades"), "各项之间疑漏顿号", "、".join(found["grades"]))
    found = [pair for pair, whole in _PAIRS.found(paragraph) if not whole or _whole(pair)]
    places = {pair.start("at") for pair in found}
    for row in _ROW.finditer(text) if text.count("、") > 1 else ():
        places.update(row.start() + at for at in _joined(row[0].split("、")))
    for at in sorted(places):
        yield lacking("、", at, at + 1, "两项之间疑漏顿号")
    for three in () if paragraph.literals.isdisjoint("性力感观") else _THREE.finditer(text):
        if three.end() not in places:
            said = "三项之间可用顿号"
            yield lacking("、", three.end(), three.end() + 1, said, severity=Severity.HINT)


def _whole(found: re.Match[str]) -> bool:
    """Whether two names of bodies are whole words or made of whole words."""
    text, at = found.string, found.start("at")
    start = found.start() - 2
    low, high = max(start - 8, 0), found.end() + 8
    if text[at] in ALL_SURNAMES and text[at : at + 2] not in language().number:
        return False  # 保卫处卞青处长
    bounds = {low + begins for begins, _ in cut(text[low:high])}
    return {start, at, found.end()} <= bounds


def _joined(items: Sequence[str]) -> Iterator[int]:
    """Yield where in a row an inner member falls into two that are like the others."""
    at = len(items[0]) + 1
    for place, item in enumerate(items[1:-1], 1):
        half = len(item) // 2
        if _LEAST <= len(item) == 2 * half <= _MOST:
            inner = [one for other, one in enumerate(items[1:-1], 1) if other != place]
            edges = [items[0][-half:], items[-1][:half]]
            like = [one for one in (*inner, *edges) if len(one) == half]
            if like and all(len(one) == half for one in inner):
                one, two = item[:half], item[half:]
                if one != two and one[0] != "一" and _alike(one, two, like, whole=bool(inner)):
                    yield at + half
        at += len(item) + 1


def _alike(one: str, two: str, like: Sequence[str], *, whole: bool) -> bool:
    """Whether both halves are like all the other members, of which one is `whole` or none."""
    row = (one, two, *like)
    if len({member[-1] for member in row}) == 1 or len({member[0] for member in row}) == 1:
        return True
    if len(one) < 4 or len(like) < 2 or not whole:
        return False
    shapes = {shape(member) for member in row}
    return len(shapes) == 1 and len(shapes.pop()) > 1
