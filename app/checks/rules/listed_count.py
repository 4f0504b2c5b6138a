"""A list summed up as N aspects that names another number of them."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_KINDS = (
    "方面|重点|环节|类别|关键|要素|领域|类|重点任务|工作组|小组|工作专班|专班|标准|要求|制度|机制|体系|原则|步骤|阶段|层面|维度|"
    "行动|工程|抓手|清单|平台|品牌|专题|板块|课题|本领|能力|意识|作风|机遇|优势"
)
_SUMMED = regex(
    rf"(?:要?在|建立|健全|构建|打造|推行|实施|成立|下设|设立|分为|抓住|把握|统筹|明确|按照|围绕|聚焦|从|突出|抓好|紧扣|包括|：|，)(?P<items>[^。；：，]*?[^。；：，、]、[^。；：，]+?)(?P<open>等?)的?(?P<quoted>“?)(?P<claim>(?P<n>[三四五六七八九十]|[0-9]{{1,2}})(?:个|大|条|项)?(?:{_KINDS}))"
)
# 举办甲、乙、丙3项活动
_COUNTED = regex(
    r"(?:^|(?<=。)|全[县市区镇乡]|推进|抓好|打造|举办|开展|成立|下设|分为?|听取了?|走访了?|涉及|覆盖|深入|赴|对|由|在|包括|推出|实施|落实|完成|设置|组织|审议了?|研究了?|通过了?|出台|制定|修订|建立|新增|承担|开设|设|：|，)"
    r"(?P<items>[^。；：，、（“0-9]{2,}(?:、[^。；：，、（“0-9]{2,})+?)(?<!等)(?P<open>)(?P<quoted>)(?P<claim>(?P<n>[三四五六七八九十]|[3-9]|1[0-9])(?:大(?:功能区|组团|园区|片区|集群|工程|行动|任务|体系|产业|板块|领域|平台|基地|中心|攻坚战|民生工程|重点工程|支柱产业|特色产业|主导产业|专项行动)|(?=部门|单位|乡镇)(?:部门|单位|乡镇)|个(?:街道|乡镇|镇|村(?!民)|社区|部门|单位|县|县区|科室|股室|小组|组|片区|专班|等次|档次|等级|类别|分会场|会场)|项(?:活动|制度|决议|议案|工作(?!日|任务)|任务|工作任务|措施|内容|议题|议程|举措|业务|指标|课程|赛事|服务|事项|改革|职责|职能|权利)))(?=[，。；、）的]|$|要|均|都|等|开展|进行|试点|主要|联合|参加|召开)"
)
# 学习培训、实践锻炼、考核激励“四个结合”
_QUOTED = regex(
    r"(?P<items>[^。；：，、（）“”0-9]{2,12}(?:、[^。；：，、（）“”0-9]{2,8}){2,})(?<!等)(?<!的)(?P<open>)(?P<quoted>)“(?P<claim>(?P<n>[三四五六七八九十])(?:个|项|大|种|类|条)[\u4e00-\u9fff]{2,4})”"
)
# 梅园、兰园、竹园、菊园3个社区: names that end alike
_ALIKE = regex(
    r"(?P<items>(?:[\u4e00-\u9fff]{1,4}(?P<last>[\u4e00-\u9fff])、)(?:[\u4e00-\u9fff]{1,4}(?P=last)、){1,}[\u4e00-\u9fff]{1,4}(?P=last))(?P<claim>(?P<n>[三四五六七八九十]|[2-9]|1[0-9])个)(?=[\u4e00-\u9fff]{2})"
)
_COUNTED_BEFORE = regex("等[二两三四五六七八九十0-9]")
_GRADES = regex(
    r"(?:分为|设为|划分为|评为|定为)(?P<items>[\u4e00-\u9fff]{2,5}(?:、[\u4e00-\u9fff]{2,5})+和[\u4e00-\u9fff]{2,5})(?P<claim>(?P<n>[三四五六七八九十]|[2-9])个(?:等次|等级|档次|级别|类别|层次|阶段))"
)
_QUOTED_CLAIM = regex("“[三四五六七八九十][个项大种类条]")
_NUMBERED = regex(
    "[三四五六七八九十0-9](?:个|大|条|项)?(?=[方产基攻民支主特重环类关要领工小专标制机体原步阶层维行抓清平品板课本能意作优活任措内议举业指赛服事改职权街乡镇村社部单县科股组片档等级会分])"
)
_CLAUSE = regex("[^。；：，]+")
_NUMBER = regex("[三四五六七八九十0-9]")
_SURE = regex(r"工作组|小组|专班|标准|制度|原则|步骤|阶段")


@rule(
    group="一致",
    severity=Severity.HINT,
    idle=True,
    triggers=tuple(
        [
            f"{n}{of}"
            for n in "三四五六七八九十0123456789"
            for of in (*"个大条项种类", *_KINDS.split("|"), "部门", "单位", "乡镇")
        ]
    ),
    yields_to=(
        "abbreviation_count",
        "formulation_misquote",
    ),
)
def listed_count(paragraph: Paragraph) -> Iterator[Spot]:
    """列举的项数与概括的数字不符。

    “甲、乙、丙三个环节”应列出三项。有“等”字的可以是举例，只作提示。

    来源：公文校对惯例
    Bad: 抓住如实填报、深入核查⟦三个环节⟧，从严管理。
    Bad: 要在强化理论武装、建强组织、选好干部、聚好人才等⟦八个方面⟧聚力用劲。
    Bad: 局领导小组下设医疗救治、疫情监测、物资保障、宣传引导、督导检查⟦四个工作组⟧。
    Bad: 按照组织健全、制度完善、运行规范、活动经常、档案齐备、作用突出的⟦五条标准⟧定级。
    Bad: 将举办开幕式、文旅推介会、非遗展示、特色美食品鉴⟦5项活动⟧。
    Bad: 建立信息共享、联合执法、案件移送“⟦四项机制⟧”。
    Bad: 在东城、西城、南城、北城⟦3个街道⟧开展试点，考核分优秀、良好、合格、不合格⟦三个等次⟧。
    Good: 由县纪委、县委组织部、县委宣传部和县财政局4个部门联合开展，对李家村、王家村等12个村进行督查。
    Good: 举办开幕式、推介会、非遗展示3项活动，组织演讲、征文等5项活动，增强学习本领、改革创新本领等“八个本领”。
    Bad: 坚持学习培训、实践锻炼、考核激励“⟦四个结合⟧”。
    Good: 坚持学习培训、实践锻炼、考核激励“三个结合”，压实主体、属地责任，落实“四个清单”。
    Good: 下设综合协调、医疗救治、物资保障等8个工作组，归集税务、社保等16类信息。
    Bad: 县教育局、县卫健局、县民政局⟦四部门⟧联合印发通知，推进教育、医疗、养老⟦四大工程⟧。
    Bad: 在梅园、兰园、竹园、菊园⟦3个⟧学生社区设立党支部，考核分为优秀、称职、基本称职和不称职⟦三个等次⟧。
    Good: 调研组先后深入梅园、兰园、竹园等四个镇的12个村。
    Good: 在梅园、兰园、竹园、菊园4个学生社区设立党支部，考核分为优秀、称职和不称职三个等次。
    Good: 县教育局、县卫健局、县民政局三部门联合印发通知，推进教育、医疗、养老三大工程。
    Good: 中心下设办公室、学生宿舍管理部、保洁部、客服部四个部门。
    Good: 按照组织健全、制度完善、运行规范的三条标准定级。
    Good: 抓住如实填报、深入核查、结果处理三个环节，从严管理。
    Good: 要在强化理论武装、建强组织、选好干部等三个方面聚力用劲。
    """
    text = paragraph.text
    if "、" not in text:
        return
    told: set[int] = set()
    for found in _claims(text) if _NUMBERED.search(text) else ():
        items = [item for item in _split(found["items"]) if item]
        claimed = from_chinese(found["n"]) or 0
        aspects = "方面" in found["claim"] and not found["n"].isdigit()
        if found["open"] and (found["quoted"] or not aspects) and claimed > len(items):
            continue  # 等8个工作组: more than are named
        if _COUNTED_BEFORE.search(found["items"]):
            continue  # 石桥、北沟等四个镇的12个村
        last = items[-1] if items else ""
        count = len(items) + len(
            re.findall(r"(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})", last)
        )
        if claimed not in (len(items), count) and len(items) >= 2 and claimed > 2:
            said = f"列出{len(items)}项，概括为{found['claim']}"
            severity = (
                Severity.WARNING if _plain(items, found) and abs(claimed - count) == 1 else None
            )
            told.add(found.start("claim"))
            yield Spot(*found.span("claim"), said, severity=severity)
    for found in _QUOTED.finditer(text) if _QUOTED_CLAIM.search(text) else ():
        lengths = [len(item) for item in found["items"].split("、")[1:]]
        listed, claimed = len(lengths) + 1, from_chinese(found["n"]) or 0
        even = max(lengths) - min(lengths) <= 1 and not re.search("[和与及]", found["items"])
        if even and abs(listed - claimed) == 1 and found.start("claim") not in told:
            yield Spot(*found.span("claim"), f"列出{listed}项，概括为{found['claim']}")
    yield from _alike(text, told)


_ROW = regex("[^，。；：（）]*$")


def _claims(text: str) -> Iterator[re.Match[str]]:
    """Yield the rows with their numbers: the clauses that have both are looked through."""
    spans = [
        (clause.start() - 1, clause.end() + 1)
        for clause in _CLAUSE.finditer(text)
        if "、" in clause[0] and _NUMBER.search(clause[0])
    ]
    for pattern in (_SUMMED, _COUNTED):
        for start, end in spans:
            yield from pattern.finditer(text, max(start, 0), end)


def _alike(text: str, told: set[int]) -> Iterator[Spot]:
    """Report the counts of names that end alike, and of grades, but those told already."""
    if "个" not in text:
        return
    for pattern in (_ALIKE, _GRADES):
        for found in pattern.finditer(text):
            listed = len(re.split("[、和]", found["items"]))
            claimed = from_chinese(found["n"]) or 0
            # 设有秘书处、联络部、财务部三个: the row may begin before what ends alike.
            before = _ROW.search(text, 0, found.start())
            longer = listed + before[0].count("、") if before else 0
            if claimed not in (listed, longer) and found.start("claim") not in told:
                yield Spot(
                    *found.span("claim"),
                    f"列出{listed}项，概括为{found['claim']}",
                    severity=Severity.WARNING,
                )


def _plain(items: list[str], found: re.Match[str]) -> bool:
    """Whether the list is made of items of one length, so that their number is beyond doubt."""
    lengths = [len(item) for item in items[1:]]
    return (
        not found["open"]
        and _SURE.search(found["claim"]) is not None
        and len(items) >= 3
        and max(lengths) <= 8
        and max(lengths) - min(lengths) <= 1
        and not re.search("[和与及]", "".join(items))
    )


def _split(text: str) -> list[str]:
    """Return the items of a list, those marks between quotation marks left alone."""
    return re.split("、", re.sub(r"“[^”]*”|《[^》]*》|（[^）]*）", "引", text))
