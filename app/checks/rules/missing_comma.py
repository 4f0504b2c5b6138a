"""Two clauses without a mark between them: 切实加强教育大力提倡节约."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.checks.language.words import sorts
from app.checks.tables import Table, each
from app.document.model import Role
from app.patterns import regex

_HOW = "切实|大力|进一步|不断|着力|积极|有效|全面|认真|努力|坚决|严格|充分|持续|广泛|深入"
_AGAIN = "大力|切实|着力|努力|认真|坚决|不断|进一步|广泛|严格"
_CLAUSES = regex(
    rf"(?:^|(?<=[，。；：]))(?:{_HOW})(?![的把将使让对与同从])[\u4e00-\u9fff]{{2}}"
    rf"(?:(?!把|将|与|同|使|让|的是|了|关于|以|为|被|来|要|并|而|后|在|对|从|向|由)[\u4e00-\u9fff]){{2,12}}"
    rf"(?P<at>)(?P<again>{_AGAIN})(?P<verb>[\u4e00-\u9fff]{{2}})(?=[\u4e00-\u9fff]{{2}})"
)
_HEADS = (
    "指导思想|组织领导|工作目标|总体要求|工作原则|活动目的|工作要求|保障措施|工作措施|总体目标|工作步骤|活动宗旨|目的意义|目标任务|组织机构|"
    "活动意义"
)
_KINDS = Table(
    (
        (  # 二、组织领导为做好救援工作，成立领导小组。
            each("、", _HEADS),
            rf"^\s*[一二三四五六七八九十]{{1,3}}、(?:{_HEADS})(?P<at>)(?=(?:为(?!主)|以|坚持|成立|根据|按照|认真|切实|通过(?!率)|进一步|贯彻|一切|紧紧|高举|深入|全面|各)[^，。；：]{{4,}}[，。].*。)",
            "。",
        ),
        (_AGAIN, _CLAUSES, "，"),
        (
            each("计算", "比|同比|增长") + "|" + each("折算", "比|同比|增长"),
            "按[^，。；]{0,3}价(?:格)?(?:计算|折算)(?P<at>)(?:比上年|比去年|同比|增长)",
            "，",
        ),
        (
            "现将",
            "(?:^|(?<=[。；]))(?:为了?|根据|按照|经|由于|鉴于)[^，。；：]{6,40}(?<![并特兹故还,;])(?P<at>)现将(?=[^，。；]{2,24}(?:如下|给你们|于后))",
            "，",
        ),
        (
            "结合",
            "(?:^|(?<=[。；：]))(?:根据|按照|依据)[^，。；：]{2,60}?(?:》|要求|精神|规定|部署|安排|通知|意见)(?P<at>)结合(?=(?:我|本|工作|当前|学校|单位|公司|全)[^，。；：]{0,10}(?:实际|情况|特点)，)",
            "，",
        ),
        (
            "现对|现就",
            r"(?:^|(?<=[，。；]))(?:根据|按照|依据|结合|为)[^，。；：]{6,40}(?:需求|需要|要求|实际|情况|规定|精神|安排|部署|计划|决定|研究)(?P<at>)(?=现[对就](?!实|有|状|是|能|要))",
            "，",
        ),
        (  # 播种3356亩其中玉米3065亩
            "其中",
            r"[0-9](?:[万亿]?(?:人次|平方米|公里|公顷|[元个人户亩吨项家件名所座台辆头只]))(?P<at>)其中(?=[^，。；、]{1,12}?[0-9])",
            "，",
        ),
        (  # 在居民的支持下活动发放了传单
            each("", "支持|帮助|领导|指导|关心|关怀|带领|鼓励|配合|努力|推动", "下"),
            r"(?:^|(?<=[，。；]))(?:现|今天)?在[^，。；、]{2,20}(?:支持|帮助|领导|指导|关心|关怀|带领|鼓励|配合|努力|推动)下(?P<at>)(?=(?:同学|老师|大家|学生|活动|全[体村县市镇乡校队区]|孩子|群众|村民|我[们局县市村镇校院]|志愿者|各村|各校|双方)[^，。；：]{3,})",
            "，",
        ),
        (
            "以上所述",
            "(?<=[\u4e00-\u9fff])(?<!除)(?<!综合)(?<!如)(?<!根据)(?<!据)(?P<at>)以上所述(?=[\u4e00-\u9fff]{2})",
            "。",
        ),
    )
)
_LETS = regex("组织|动员|号召|引导|发动|督促|要求|鼓励|指导|教育|带领|帮助|协助|促使|提醒|敦促")
_SUBJECTS = frozenset(
    ("我们", "大家", "部门", "干部", "群众", "党员", "组织", "单位", "企业", "人员", "职工", "师生")
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=_KINDS.triggers)
def missing_comma(paragraph: Paragraph) -> Iterator[Spot]:
    """两个分句之间漏了逗号。

    “切实加强……”已经带了宾语，后面又起一个“大力提倡……”，是两个分句，中间要用逗号断开；标题里的除外。

    来源：GB/T 15834—2011 4.4
    Bad: 进一步改进服务作⟦风大⟧力推行承诺制度，方便群众办事。 -> 进一步改进服务作风，大力推行承诺制度，方便群众办事。
    Bad: 工业增加值按可比价计⟦算比⟧上年增长6.1%。 -> 工业增加值按可比价计算，比上年增长6.1%。
    Bad: 为落实全县防汛会议精⟦神现⟧将有关事项通知如下： -> 为落实全县防汛会议精神，现将有关事项通知如下：
    Bad: 根据市局防汛工作会议精⟦神结⟧合我站实际，制定本方案。 -> 根据市局防汛工作会议精神，结合我站实际，制定本方案。
    Bad: 根据水库运行的实际需⟦要现⟧对值班人员作如下调整。 -> 根据水库运行的实际需要，现对值班人员作如下调整。
    Bad: 二、组织领⟦导为⟧做好抢险工作，成立领导小组。组长由站长担任。 -> 二、组织领导。为做好抢险工作，成立领导小组。组长由站长担任。
    Bad: 全镇播种8200⟦亩其⟧中小麦7600亩。在村民的支持⟦下活⟧动发放了三百份传单。 -> 全镇播种8200亩，其中小麦7600亩。在村民的支持下，活动发放了三百份传单。
    Good: 在家长的支持下全员参与，现有12人其中的一人，成绩是在大家的努力下取得的。
    Good: 二、组织领导为先
    Good: 关于进一步加强组织领导切实做好防汛工作的通知
    Good: 及时传达，积极组织护林人员认真学习防火规定。
    Good: 努力把工作不断推向前进，积极动员党员干部大力支持，确保质量不断提高。
    Good: 进一步改进服务作风，大力推行承诺制度，按可比价计算，比上年增长6.1%。
    """
    text = paragraph.text
    if paragraph.role in (Role.OBJECT, Role.TITLE, Role.SUBTITLE):
        return
    for found, mark in _KINDS.found(paragraph):
        if "again" in found.groupdict() and ("关于" in text[:12] or not _two_acts(found)):
            continue
        at = found.start("at")
        yield lacking(mark, at, at + 1, "两个分句之间疑漏标点")


def _two_acts(found: re.Match[str]) -> bool:
    """Whether a noun closes the first clause and a verb opens the second."""
    word, sort = sorts(found.string[found.start() : found.start("at")])[-1]
    if _LETS.search(found.string, found.start(), found.start("at")):
        return False  # 积极组织人员认真学习: those organised do it
    closed = sort[0] == "n" or sort in {"vn", "j"}
    return closed and word not in _SUBJECTS and sorts(found["verb"])[0][1][0] == "v"
