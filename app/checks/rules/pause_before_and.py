"""、 directly before 和 及 与 或 等, or before what all that are named do."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_WRONG = regex(
    r"、(和(?![谐平睦气蔼解为风田静龙]|林(?:格尔|县|市|[，、。；]|$)|县(?!委|政府|直|人大|政协|[\u4e00-\u9fff]{1,8}局))|及(?!时|早|格|第|物|笄)|与(?!会|时|众|人为|民|日|其|[^，。；、]{2,16}(?:联系(?!人|方式|电话)|交往|协作|来往|往来|竞争|接轨|配套|相关|结合|共存|联合|合作|衔接|适应|同步|融合|对接|产生|发生|沟通|交流|争吵|相处|接触|见面|联动|互动|挂钩|协调|比|要求|距离|关系|贴心|连心|同心|相连))|或(?!者|许|多或)|等(?![第不级待额候价效距高于次号量我你]|各(?!项|类|种|个|级|方面|部门)|同(?!志)))"
)
_NUMBER = regex("^[ \u3000]*[0-9]{1,3}$")  # 8、与上级的联系: the mark of an item's number
# 和 as a surname.
_NAME = regex(
    r"和[\u4e00-\u9fff]{1,2}(?:同志|先生|女士|老师|（(?:[男女]|[\u4e00-\u9fff]{1,4}族)|(?<=[\u4e00-\u9fff]、..)、|(?<=[\u4e00-\u9fff]、...)、)"
)
# 组织讲座、与居民座谈、发放传单: with whom something is done, in a row that goes on.
_WITH = regex("与[^，。；、]+(?:、|(?:密切|有关|相关|一致|无关|相符)的)")
_ALONG = regex("与[^，。；、]{2,24}$")  # 与前者、与后者都一致
# 各部门、各单位、要落实责任: what all of them are to do.
_ALL = regex(
    "(?<=各)[\u4e00-\u9fff]{1,4}(、)(?=(?:要(?![求素件点道闻领塞])|须|必须|应当|务必|均要)[\u4e00-\u9fff])"
)
# 院长、共同朗读: what all of them do.
_TOGETHER = regex(
    r"(?<=[长任记员师生家志])(、)(?=(?:共同|一起|一同)(?:朗读|参加|出席|观看|参观|学习|宣誓|重温|见证|启动|揭牌|合影|植树|研究|探讨|诵读|聆听))"
)
# 这家公司、是我镇的企业
_IS = regex("(?<=[\u4e00-\u9fff”》）])、(?=是(?![否非与和]|不是))")

# 以绿色、环保、为主题: the row of what 以 takes ends before 为.
_THEME = regex(
    "(?<![可所足得难予加给用何借是])以(?![下上前后及内外])[^，。；：]{2,40}?(、)为(?=主题|主线|主(?:[，。；、的]|要)|中心|核心|重点|目标|宗旨|契机|依托|抓手|载体|指导|基础|内容|代表|导向|原则)"
)
_AS_WELL = regex("(?<=[\u4e00-\u9fff”》）])(、)(?=以及[\u4e00-\u9fff“《])")

# Each with the mark as its first group; behind long members newspapers keep that before 以及.
_PLAIN = (
    (_THEME, "“为”前不用顿号", None),
    (_AS_WELL, "“以及”前不用顿号", Severity.HINT),
    (_TOGETHER, "后面是大家一起做的事，不用顿号", None),
    (_ALL, "主语后面不用顿号", None),
)

# 语文、数学、体育、美术、四个教研组: the number of those named stands behind a mark.
_NUMBERED = regex(
    "(?<![\u4e00-\u9fff、])(?P<row>(?:[\u4e00-\u9fff]{1,8}、){2,}[\u4e00-\u9fff]{1,8})(?P<mark>、)(?P<n>[三四五六七八九]|十[一二三四五六]?)[个类种名家大]"
)


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=(
        *("、和", "、及", "、与", "、或", "、等"),
        "、是",
        "、以及",
        "、为",
        *(f"、{number}" for number in "三四五六七八九十"),
        *("、要", "、须", "、必须", "、应当", "、务必", "、均要", "、共同", "、一起", "、一同"),
    ),
)
def pause_before_and(paragraph: Paragraph) -> Iterator[Spot]:
    """并列成分的末尾多用顿号。

    并列成分最后用了“和”“及”“与”“或”，前面不再用顿号；“等”前也不用顿号；后面接着说大家“要”怎样、“共同”做什么的，也不用。

    来源：GB/T 15834—2011 4.5、附录B.1
    Bad: 贯彻重要指示精神⟦、⟧和党中央决策部署 -> 贯彻重要指示精神和党中央决策部署
    Bad: 由村民独资、集资⟦、⟧或多人合股兴办。 -> 由村民独资、集资或多人合股兴办。
    Bad: 县粮食储备公司⟦、⟧是我镇的重点企业。 -> 县粮食储备公司是我镇的重点企业。
    Good: 做让领导放心、与基层贴心的干部。
    Good: 队员们或清淤、或运沙、或加固堤脚。
    Good: 既是方向、是目标，也是动力；党委是核心、是关键；要分清是权利、是义务，弄清事实、是非。
    Bad: 走访学校、医院⟦、⟧等单位 -> 走访学校、医院等单位
    Bad: 带动餐饮、住宿⟦、⟧等各类服务业发展。 -> 带动餐饮、住宿等各类服务业发展。
    Bad: 听取县财政局⟦、⟧和县审计局的汇报 -> 听取县财政局和县审计局的汇报
    Bad: 各支部书记、委员⟦、⟧共同重温入党誓词。 -> 各支部书记、委员共同重温入党誓词。
    Bad: 各部门、各单位⟦、⟧要落实责任。 -> 各部门、各单位要落实责任。
    Bad: 活动以节约、环保⟦、⟧为主题。 -> 活动以节约、环保为主题。
    Good: 以“惠民、为主责”的理念办事，以服务群众、为民解忧为宗旨。
    Bad: 讲解病害识别、用药时机⟦、⟧以及安全间隔期。 -> 讲解病害识别、用药时机以及安全间隔期。
    Bad: 由农业、水利⟦、⟧和林业部门牵头，分语文、数学、体育、美术⟦、⟧四个组评课。 -> 由农业、水利和林业部门牵头，分语文、数学、体育、美术四个组评课。
    Good: 请何小兰同志、和明霞同志上台领奖。
    Good: 贯彻重要指示精神，以及党中央决策部署，走访学校、医院，以及企业。
    Good: 坚持自由、平等、和谐、与会代表一致认为、及时、等级评定。
    Good: 代表有罗兰（壮族）、和秀英（纳西族）、白玲（白族），另有三人：罗松、和顺、白小云；开展讲座、与居民座谈、发放传单等活动。
    Good: 考核标准、等第评定标准。
    Good: 外出务工人员增多、与外界联系增多等新情况。
    Good: 这与乡村发展的需要、与群众的期盼是一致的。
    Good: 8、与外单位的联系由办公室负责。
    Good: 填写姓名、职业、与本人关系等内容。
    """
    for found in _WRONG.finditer(paragraph.text):
        at = found.start()
        if _NAME.match(paragraph.text, found.start(1)) or _NUMBER.search(paragraph.text[:at]):
            continue
        if found[1] == "或" and "或" in paragraph.text[_clause(paragraph.text, at) : at]:
            continue  # 或清淤、或运沙
        if found[1] == "与" and (
            _WITH.match(paragraph.text, at + 1) or _ALONG.search(paragraph.text[:at])
        ):
            continue
        yield Spot(at, at + 1, f"“{found[1]}”前不用顿号", "", title="删去顿号")
    for pattern, said, severity in _PLAIN:
        for found in pattern.finditer(paragraph.text):
            title = "删去顿号"
            yield Spot(*found.span(1), said, "", title=title, severity=severity)
    yield from _numbered(paragraph.text)
    for found in _IS.finditer(paragraph.text):
        low, at = _clause(paragraph.text, found.start()), found.start()
        if "是" not in paragraph.text[low:at] and "、是" not in paragraph.text[at + 2 : at + 30]:
            yield Spot(at, at + 1, "主语后面不用顿号", "", title="删去顿号")


def _numbered(text: str) -> Iterator[Spot]:
    """Report the mark between a row and its number."""
    for found in _NUMBERED.finditer(text):
        if from_chinese(found["n"]) == found["row"].count("、") + 1:
            yield Spot(*found.span("mark"), "数目前不用顿号", "", title="删去顿号")


def _clause(text: str, at: int) -> int:
    """Return where the sentence around a place begins."""
    return max(text.rfind(mark, 0, at) for mark in "。；：！？") + 1
