"""、 between short items and the clause that follows them."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.verbs import VERBS
from app.checks.language.words import nominal, sorts
from app.document.model import Role
from app.patterns import regex

_LAST = regex("、[\u4e00-\u9fff]{8}")
_LIST = regex(
    r"(?<![、\u4e00-\u9fff])(?P<one>[\u4e00-\u9fff]{2,4})(?:、[\u4e00-\u9fff]{2,4})+(?P<mark>、)(?P<clause>[\u4e00-\u9fff]{8,})(?=[，。；])"
)
# 完成投资15.6亿元、同比增长12%: behind a number another thing is told.
_COUNT = regex(r"[0-9](?:[%％]|[万亿]?(?:元|人次|人|个|户|亩|吨|件|名|家|项|公里|平方米))\Z")
_TOLD = regex(r"、(?=同比|环比|比上年|较上年|比去年|较去年|占(?!地)|增长|下降|实到|其中|同口径)")
# 严格落实值守制度、确保安全: what comes of the clause before it, or what is done to those it names.
_APART = regex(
    r"、(?:(?P<clause>(?<=[\u4e00-\u9fff]{5}、))(?=(?:确保|从而|以便|进而|坚决(?:杜绝|防止|避免|遏制))[\u4e00-\u9fff]{2})"
    r"|(?<![一二三四五六七八九十0-9]、)(?=其实|但是?(?!丁|求)|所以(?!员工|人员|工作人员|单位)|因此|然而(?!不)|不过(?![夜问关硬线节])|否则|因而)"
    r"|(?P<ban>(?=(?:严禁|禁止|不得|不准)[\u4e00-\u9fff]{2}))"
    r"|(?=(?:严重|直接|极大地?)(?:影响|威胁|制约|危害|损害|妨碍)了?[^，。；、的]{2,12}[，。；])"
    r"|(?<=[\u4e00-\u9fff]{4}、)(?=经[^，。；：、]{0,10}研究(?:决定|同意|，))"
    r"|(?<=》、)(?=(?:明确|建立|成立|完善|落实|规范|细化|强化|健全|组建|开展|形成)了)"
    r"|(?<=[\u4e00-\u9fff]{5}、)(?=(?:努力|着力|积极|大力|共同|切实)(?:营造|形成|构建)[\u4e00-\u9fff“])"
    r"|(?<=施行、)(?=有效期)"
    r"|(?<=[0-9]年、)(?=现有|占地|下设|总投资|共有)"
    r"|(?<=主持、)(?=[^，。；、]{2,20}(?:参加|出席|列席)(?:了|会议|活动|[，。；]))"
    r"|(?:(?<=高度重视、)|(?<=亲自部署、)|(?<=亲自过问、)|(?<=精心组织、)|(?<=周密部署、)|(?<=迅速行动、))(?=成立|召开|多次|第一时间|专题|立即(?!响应)|专门|全体|全校|全院|全镇|全村|全局)"
    r"|(?<=等、)(?=[也还]有?[\u4e00-\u9fff])|(?=组成了?[0-9一二三四五六七八九十两])"
    r"|(?<=的、)(?=停止|取消|责令|予以|给予|一律|应当|追究|依法(?:追究|给予|处))"
    r"|(?<=[志友宾学师员家]们、)(?=大家[好上下])"
    r"|(?<=[\u4e00-\u9fff]{6}、)(?=以(?!以)[\u4e00-\u9fff]{2,5}的(?:眼光|姿态|态度|精神|作风|状态|决心|毅力|勇气|实际行动)[\u4e00-\u9fff]{2}))"
)
# 1.熟悉应急知识、提高自救能力；: a point of two clauses, each with a verb and its object.
_TWO = regex(
    r"\s*[0-9（(一-十]{1,4}[.．、）)](?P<one>[\u4e00-\u9fff]{7,})(?P<mark>、)(?P<other>[\u4e00-\u9fff]{6,})[；。]\s*$"
)
# 开展宣讲活动、并现场答疑: 并 opens another clause.
_AND = regex(
    r"、(?<=[\u4e00-\u9fff0-9”》）].)(?=并(?:取得|获得|现场|及时|积极|认真|将|把|对|在|按|按照|向|由|于|以|结合|开展|组织|进行|完成|制定|建立|报送|上报|填写|提出|落实|做好|通过|根据|要求|形成|督促|印发|主动|严格|逐步|不断|切实|加强|予以|给予|提供|协助|指导|帮助|安排|联系|邀请|发放|配合|负责|参与|参加|召开|举办|成立|编制|编写|登记|公示|公布|张贴|下发|报告|通知|接受|确定|明确|审核|检查|监督|记录|保存|归档)[\u4e00-\u9fff])"
)
# 提高服务水平和办事效率、树立良好形象: two verbs, each with its own object.
_VERB_ANEW = "、(?:树立|打造|推动|促进|确保|实现|构建|形成|营造|激发|带动|防止|杜绝|避免|化解|维护)"
_NEW = regex(_VERB_ANEW)
_ANEW = regex(
    rf"(?:^|[，。；])(?:要|应|须|必须|进一步|全面|不断|切实|着力|大力|努力|积极|有效)*(?P<one>[\u4e00-\u9fff]{{2}})[\u4e00-\u9fff]{{2,16}}和[\u4e00-\u9fff]{{2,10}}(?={_VERB_ANEW})(?P<mark>、)..(?=[\u4e00-\u9fff]{{4,}})(?![^，。；]*[、的])"
)
# 对种粮大户、给予补贴
_GIVEN = regex(
    r"(?:^|(?<=[，。；：]))对(?:(?!给予|予以|进行|实行|[，。；：]).){3,40}?(?P<mark>、)(?=给予|予以)"
)
# 山路出现塌方、村里已设置围挡: a subject of its own behind a clause that is whole.
_SUBJECT = regex(
    r"、(?=(?P<who>[\u4e00-\u9fff]{2,6}?)(?P<does>已经?|立即|依法|随即|马上|应当|应(?![急用对届变])|将(?![军来])|仍|决定(?!的)|必须|尚|拟|[用把被]|存在|无法|不得|可以?(?![靠能持行])|(?:(?![和及与的时后])[^、，。；：！？]){2,8}[后时](?![备勤间]))[^、，。；：！？“”]{3,30}[，。；])"
)
_WHOLE = regex(
    "了(?!解)|^因|^由于|^如果|^鉴于|^虽然?|[已未没被较很](?![有经])|没有|不(?![同断良])|出现|存在(?!的)|发生|困在|无法|较为|十分|强烈$"
)
_BODIES = (
    *"站所局部会队组员户村镇校院厂店社",
    "公司",
    "中心",
    "部门",
    "单位",
    "集体",
    "班子",
    "支部",
)
# 身份核实后、对……: what is done then; 成绩较好、拟给予……
_THEN = regex(
    r"、(?:(?<=[\u4e00-\u9fff]{4}[后时]、)(?<!前后、)(?<!先后、)(?<!小时、)(?=对(?![比口接外内])|将(?!来)|应(?![急用对变])|须|立即|及时|由(?!于)|在|可|要(?!求)|向|再|方可|按|经(?![济营验])|请|与|从)"
    r"|(?:(?<=较[好多大差低高重少强]、)|(?<=[\u4e00-\u9fff]{3}(?:不足|不齐|不全|良好|严重|困难|明显|显著|突出|紧张|强烈|薄弱)、))(?=拟|须|已(?!经)|现(?![有代场行])|请|望|按(?!时)|经(?![济营验常过]))"
    r"|(?=占(?:总|全|其中|应)[^、，。；]{0,10}(?:百分之|[0-9])))"
)
# 根据文件要求、结合本镇实际，
_BASED = regex(
    "(?:根据|按照|依据|遵照)[^，。；、]{2,24}(?P<mark>、)(?=结合[^，。；、]{2,14}(?:实际|情况|特点)[，。])"
)
# 提高安全意识、让大家遵章守纪: who is made to do what comes of it.
_LET = regex(
    r"(?:^|(?<=[，。；：]))(?:(?![让使把])[^，。；：]){4,}?(?P<mark>、)(?=让(?:大家|广大|群众|学生|师生|每一?[个位名]|更多|全体|孩子|干部|党员|职工|村民|居民|市民|家长)(?:(?!的(?:原则|要求|目标|目的|理念))[^，。；、]){3,}[，。；])"
)
# 连日来、我县高温少雨: what opens a sentence is no member of a row.
_OPENS = regex(
    r"(?:^|(?<=[，。；：]))(?:连日来|近日|日前|近年来|今年以来|此外|另外|其中|随后|据悉|据了解|截至目前)(?P<mark>、)(?!特别是|尤其是|今后|长远|昨|其他|[\u4e00-\u9fff]{1,5}、)(?=[\u4e00-\u9fff]{2})"
)
_BANS = regex("严禁|禁止|不得|不准")
_NEAR = 8  # characters of a number's last digit and its unit at most
_HOW = (
    "及时",
    "如实",
    "熟练",
    "认真",
    "严格",
    "全面",
    "定期",
    "主动",
    "积极",
    "切实",
    "依法",
    "按时",
)
_VERB = regex(
    r"(?:着力|大力|全力|积极|加快|不断|持续|切实|有效|努力)?(?:推动|推进|促进|打造|构建|建设|形成|提升|实现|确保|带动|加快|完善|建立|健全|培育|壮大|开展|助力|增强)"
)


@rule(
    group="标点", severity=Severity.HINT, idle=True, triggers=("、",), yields_to=("ordinal_mark",)
)
def pause_before_clause(paragraph: Paragraph) -> Iterator[Spot]:
    """顿号后面另起分句。

    几个短语之间用顿号，后面换成另一个完整的分句时用逗号。

    来源：GB/T 15834—2011 4.4、4.5
    Bad: 延链、补链、强链⟦、⟧推动装备制造产业集群发展。 -> 延链、补链、强链，推动装备制造产业集群发展。
    Bad: 水库周边垃圾堆积⟦、⟧严重影响水质；为表彰先进、树立典型⟦、⟧经研究，授予称号。 -> 水库周边垃圾堆积，严重影响水质；为表彰先进、树立典型，经研究，授予称号。
    Bad: 制定了《巡护办法》⟦、⟧明确了责任。 -> 制定了《巡护办法》，明确了责任。
    Good: 整治乱停乱放、严重影响交通的行为。
    Bad: 完成投资15.6亿元⟦、⟧同比增长12%。 -> 完成投资15.6亿元，同比增长12%。
    Bad: 压实林长、护林员巡查责任⟦、⟧确保火情早发现；严格落实通报制度⟦、⟧坚决防止瞒报。 -> 压实林长、护林员巡查责任，确保火情早发现；严格落实通报制度，坚决防止瞒报。
    Bad: 逾期没有整改的⟦、⟧责令停业整顿，干部下沉社区值守⟦、⟧以饱满的状态服务居民。 -> 逾期没有整改的，责令停业整顿，干部下沉社区值守，以饱满的状态服务居民。
    Bad: item| 1.熟悉仓库消防设施⟦、⟧提高火灾扑救本领； -> 1.熟悉仓库消防设施，提高火灾扑救本领；
    Bad: 分片开展宣讲活动⟦、⟧并现场答疑，改进服务态度和办事流程⟦、⟧树立窗口新形象。 -> 分片开展宣讲活动，并现场答疑，改进服务态度和办事流程，树立窗口新形象。
    Bad: 校舍建于1998年⟦、⟧现有学生900人；会议由副县长主持⟦、⟧各股室负责人参加会议。 -> 校舍建于1998年，现有学生900人；会议由副县长主持，各股室负责人参加会议。
    Bad: 不得私接电线、占用通道⟦、⟧严禁挪用消防器材。 -> 不得私接电线、占用通道，严禁挪用消防器材。
    Bad: 县局高度重视⟦、⟧成立了专班。 -> 县局高度重视，成立了专班。
    Bad: 对带头种粮的大户⟦、⟧给予农机补贴。 -> 对带头种粮的大户，给予农机补贴。
    Bad: 有当了十年老师的赵卫国等⟦、⟧也有刚来的新人；站里挑选骨干⟦、⟧组成了三支小队⟦、⟧并提供夜间服务。 -> 有当了十年老师的赵卫国等，也有刚来的新人；站里挑选骨干，组成了三支小队，并提供夜间服务。
    Bad: 水泵看着没有坏⟦、⟧其实叶轮已经锈死。 -> 水泵看着没有坏，其实叶轮已经锈死。
    Bad: 后山出现了塌方⟦、⟧镇里已安排人员值守；核对身份后⟦、⟧将钥匙交还失主。 -> 后山出现了塌方，镇里已安排人员值守；核对身份后，将钥匙交还失主。
    Bad: 因住户长期不缴水费⟦、⟧供水站决定停止供水；三百人报了名⟦、⟧占全校人数的百分之十。 -> 因住户长期不缴水费，供水站决定停止供水；三百人报了名，占全校人数的百分之十。
    Bad: 根据县里的部署⟦、⟧结合本镇实际，制定方案。 -> 根据县里的部署，结合本镇实际，制定方案。
    Bad: 连日来⟦、⟧全县持续高温；共有示范户86户，其中⟦、⟧种植大户52户。 -> 连日来，全县持续高温；共有示范户86户，其中，种植大户52户。
    Bad: 旨在提高矿工的安全意识⟦、⟧让大家遵章作业。 -> 旨在提高矿工的安全意识，让大家遵章作业。
    Good: 要让党员受教育、让群众得实惠；坚持便民、让群众少跑路的原则。
    Good: 近年来、特别是今年以来，成效明显；此外、其他费用由单位承担；目前、今后一个时期的重点。
    Good: 不得吸烟、不得饮酒，严禁超载、超速。
    Good: 核对入场前、离场后、将要散场时的人数，防止出现溢流、渗漏现象，做到没有死角、村庄应改尽改。
    Good: 对先进集体予以表扬、给予奖励，对种粮大户、合作社给予补贴。
    Good: 合并、并购重组，查封、并处罚款，推进农业和农村改革、推动粮食和蔬菜增产的措施。
    Good: item| 1.推进仓储管理信息化建设、物流园区建设；
    Good: 坚持平战结合、讲求效益、确保安全，以严的标准、以实的作风抓好落实，受到处分的、不合格的予以调整。
    Good: 延链、补链、强链，推动装备制造产业集群发展。
    Good: 打基础、利长远、惠民生。抓重点、补短板、强弱项、推动发展。
    """
    for found in _APART.finditer(paragraph.text):
        item = re.split("[，。；：、]", paragraph.text[: found.start()])[-1]
        if found["ban"] is not None and not _banned(paragraph.text, found.end()):
            continue
        if found["clause"] is not None or not item.startswith("以"):
            said = "后面是另一个分句，用逗号"
            yield Spot(*found.span(), said, "，", severity=Severity.WARNING)
    for found in _TOLD.finditer(paragraph.text):
        if _COUNT.search(paragraph.text, max(found.start() - _NEAR, 0), found.start()):
            said = "后面另说一事，用逗号"
            yield Spot(*found.span(), said, "，")
    yield from _clauses(paragraph)
    yield from _subjects(paragraph.text)
    for found in _LIST.finditer(paragraph.text) if _LAST.search(paragraph.text) else ():
        items = found[0][: found.start("mark") - found.start()].split("、")
        if len({len(item) for item in items}) == 1 and _VERB.match(found["clause"]):
            yield Spot(*found.span("mark"), "后面是另一个分句，用逗号", "，")


def _banned(text: str, at: int) -> bool:
    """Whether another word than the one at a place bans what its clause tells: 不得私接电线、严禁……."""
    clause = re.split("[，。；：！？]", text[max(at - 40, 0) : at])[-1]
    bans = set(_BANS.findall(clause))
    return bool(bans) and text[at : at + 2] not in bans


def _clauses(paragraph: Paragraph) -> Iterator[Spot]:
    """Report the marks between two clauses that each have a verb and its object."""
    for found in _AND.finditer(paragraph.text):
        yield Spot(*found.span(), "“并”前面用逗号", "，", severity=Severity.WARNING)
    for found in _GIVEN.finditer(paragraph.text) if "予" in paragraph.text else ():
        said = "“对……”后面说怎么办，用逗号"
        yield Spot(*found.span("mark"), said, "，", severity=Severity.WARNING)
    for found in _OPENS.finditer(paragraph.text):
        said = "句首的时间词、关联词后面用逗号"
        yield Spot(*found.span("mark"), said, "，", severity=Severity.WARNING)
    for found in _LET.finditer(paragraph.text) if "、让" in paragraph.text else ():
        yield Spot(*found.span("mark"), "“让……”是另一个分句，前面用逗号", "，")
    for found in _BASED.finditer(paragraph.text) if "、结合" in paragraph.text else ():
        said = "“根据……”“结合……”之间用逗号"
        yield Spot(*found.span("mark"), said, "，", severity=Severity.WARNING)
    for found in _ANEW.finditer(paragraph.text) if _NEW.search(paragraph.text) else ():
        if found["one"] in VERBS:
            yield Spot(*found.span("mark"), "两个分句之间用逗号", "，")
    two = _TWO.match(paragraph.text) if paragraph.role is Role.ITEM else None
    if two is not None and two["other"][:2] in VERBS and _led(two["one"]):
        yield Spot(*two.span("mark"), "两个分句之间用逗号", "，")


def _subjects(text: str) -> Iterator[Spot]:
    """Report the marks behind which somebody else does something, or it is told what comes then."""
    seen = set[int]()
    for found in _SUBJECT.finditer(text):
        item = re.split("[，。；：、！？“（]", text[max(found.start() - 40, 0) : found.start()])[-1]
        if len(item) > 6 and _WHOLE.search(item) and _other(item, found["who"], found["does"]):
            seen.add(found.start())
    seen.update(found.start() for found in _THEN.finditer(text))
    for at in sorted(seen):
        yield Spot(at, at + 1, "后面是另一个分句，用逗号", "，")


def _other(item: str, who: str, does: str) -> bool:
    """Whether a member is a clause that is whole, and what follows it has a subject of its own."""
    _, of, named = item.rpartition("的")
    if does in item or (of and all(nominal(sort) for _, sort in sorts(named))):
        return False  # 已发的证书、文凭应交回: what is named in a row
    return who.endswith(_BODIES) or all(nominal(sort) for _, sort in sorts(who))


def _led(clause: str) -> bool:
    """Whether a clause opens with a verb, adverbs in front of it left out."""
    while clause[:2] in _HOW:
        clause = clause[2:]
    return clause[:2] in VERBS and clause[2:4] not in VERBS
