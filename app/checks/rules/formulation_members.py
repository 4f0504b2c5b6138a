"""The members of a formulation out of order, one of them missing or another in its place."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import source_of
from app.checks.lookback import titled
from app.checks.members import Chain, Odd, chains, owners, replaced


@rule(group="提法", severity=Severity.ERROR, idle=True, triggers=tuple(owners()))
def formulation_members(paragraph: Paragraph) -> Iterator[Spot]:
    """提法成员次序颠倒、遗漏或者写错。

    “四个意识”“四个自信”等提法的成员和次序是固定的。文稿日期之前还没有的提法不作比较。

    来源：提法表（resources/lexicons/formulations.tsv）
    Bad: 一体推进⟦不想腐、不敢腐、不能腐⟧ -> 一体推进不敢腐、不能腐、不想腐
    Bad: 增强⟦政治意识、核心意识、大局意识、看齐意识⟧ -> 增强政治意识、大局意识、核心意识、看齐意识
    Bad: 坚定⟦道路自信、理论自信、文化自信⟧
    Bad: 坚定道路自信、理论自信、⟦体制自信⟧、文化自信 -> 坚定道路自信、理论自信、制度自信、文化自信
    Bad: 做到上下同心、尽锐出战、⟦精准扶贫⟧、开拓创新、攻坚克难、不负人民。 -> 做到上下同心、尽锐出战、精准务实、开拓创新、攻坚克难、不负人民。
    Bad: 坚持节水优先、空间均衡、系统治理、⟦两手用力⟧，推进水利建设。 -> 坚持节水优先、空间均衡、系统治理、两手发力，推进水利建设。
    Bad: 落实党政同责、一岗双责、齐抓共管、⟦失职问责⟧ -> 落实党政同责、一岗双责、齐抓共管、失职追责
    Bad: 做好⟦科学金融⟧、绿色金融、普惠金融、养老金融、数字金融五篇大文章 -> 做好科技金融、绿色金融、普惠金融、养老金融、数字金融五篇大文章
    Bad: 锤炼脚力、眼力、脑力、⟦笔头⟧，写出好稿子。 -> 锤炼脚力、眼力、脑力、笔力，写出好稿子。
    Bad: 一体推进不敢腐、不能腐、⟦不愿腐⟧机制 -> 一体推进不敢腐、不能腐、不想腐机制
    Bad: 做有理想、敢担当、能吃苦、⟦肯奉献⟧的新时代好青年 -> 做有理想、敢担当、能吃苦、肯奋斗的新时代好青年
    Bad: 弘扬⟦热爱劳动、崇尚劳动、辛勤劳动、诚实劳动⟧的精神 -> 弘扬崇尚劳动、热爱劳动、辛勤劳动、诚实劳动的精神
    Bad{2016-05-09}: 做到讲政治、有信念，讲规矩、有纪律，讲道德、有品行，讲奉献、⟦有贡献⟧。 -> 做到讲政治、有信念，讲规矩、有纪律，讲道德、有品行，讲奉献、有作为。
    Bad{2020-05-09}: 以⟦马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观⟧为指导
    Good{2016-05-09}: 以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观为指导
    Good: 增强政治意识、大局意识、核心意识、看齐意识，坚定道路自信、理论自信、制度自信、文化自信。
    Good: 统筹经济建设、政治建设，加强作风建设、组织建设和廉政建设。
    Good: 统筹经济建设、政治建设、文化建设、社会建设和党的建设。
    Good: 形式主义、官僚主义是党和人民的大敌。
    Good: 纠治形式主义、官僚主义、享乐主义和个人主义。
    Good: 党员干部要加强党史、改革开放史学习。
    Good: 建设信念坚定、执法为民、敢于担当、清正廉洁的政法队伍。
    Good: 特别能吃苦、特别能战斗、特别能忍耐、特别能团结、特别能奉献；特别能吃苦、特别能战斗、特别能攻关、特别能奉献。
    Good: 推进产业振兴、人才振兴、文化振兴、生态振兴、组织振兴等各项工作。
    Good: 学纪、知纪、明纪、守纪，富强、民主、文明、和谐、美丽。
    """
    text = paragraph.text
    month = f"{paragraph.date.year}-{paragraph.date.month:02}"
    found = [one for one in chains(text, paragraph.hits) if _holds(one, month)]
    exact = [one for one in found if one.exact]
    judged = [_judged(text, chain) for chain in found if not _within(chain, exact)]
    judged += [_wrong(text, odd) for odd in replaced(text, found) if not _within(odd, exact)]
    told: list[Spot] = []
    for spot in sorted([one for one in judged if one is not None], key=_rank):
        clear = not any(spot.start < other.end and other.start < spot.end for other in told)
        if clear and not titled(text, spot.start, spot.end):
            told.append(spot)
    yield from told


def _holds(one: Chain, month: str) -> bool:
    """Whether a formulation held in a month, or came up in its year: few papers tell the month."""
    return one.group.holds(month) or one.group.entry.since[:4] == month[:4]


def _rank(spot: Spot) -> tuple[bool, int]:
    """Return the order in which findings of one place are preferred: sure and long ones first."""
    return spot.severity is Severity.HINT, spot.start - spot.end


def _judged(text: str, chain: Chain) -> Spot | None:
    """Return what is wrong with members in the wrong order, or with a list short of one."""
    group, order = chain.group, chain.order
    members = group.members
    if not group.least <= len(order) <= len(members):
        return None
    sure = group.entry.certainty == "H"
    source = source_of(group.entry.id)
    if len(order) == len(members):
        if order == sorted(order):
            return None
        said = f"次序应为“{'、'.join(members)}”{source}"
        right = _ordered(text, chain) if sure else None
        severity = None if sure else Severity.HINT
        return Spot(chain.start, chain.end, said, right, severity=severity)
    if order != sorted(order) or not _whole(text, chain):
        return None
    missing = next(member for at, member in enumerate(members) if at not in order)
    said = f"缺少“{missing}”：完整的是“{'、'.join(members)}”{source}"
    severity = Severity.WARNING if sure else Severity.HINT
    return Spot(chain.start, chain.end, said, severity=severity)


def _wrong(text: str, odd: Odd) -> Spot:
    """Return what is said of words in place of a member."""
    entry = odd.group.entry
    sure = entry.certainty == "H"
    members = "、".join(odd.group.members)
    said = f"“{text[odd.start : odd.end]}”应为“{odd.right}”：完整的是“{members}”"
    severity = Severity.WARNING if sure else Severity.HINT
    right = odd.right if sure else None
    return Spot(odd.start, odd.end, said + source_of(entry.id), right, severity=severity)


def _within(one: Chain | Odd, exact: list[Chain]) -> bool:
    """Whether a place lies inside a formulation that stands there word for word, or meets one.

    A short formulation may be part of a long one that is wrong.
    """
    return any(
        whole.group is not one.group
        and (
            (whole.start <= one.start and one.end <= whole.end)
            or (len(whole.hits) > 3 and whole.start < one.end and one.start < whole.end)
        )
        for whole in exact
    )


def _whole(text: str, chain: Chain) -> bool:
    """Whether nothing goes on with the list before or after it."""
    start, end = chain.start, chain.end
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    sort = chain.group.members[0][-2:]
    near = text[max(start - 12, 0) : start] + text[end : end + 12]
    return before not in tuple("、和与及") and after not in tuple("、和与及等") and sort not in near


def _ordered(text: str, chain: Chain) -> str:
    """Return the chain with its members in order and its joints in place."""
    out = ""
    for at, (_, _, end) in enumerate(chain.hits):
        joint = text[end : chain.hits[at + 1][1]] if at + 1 < len(chain.hits) else ""
        out += chain.group.members[at] + joint
    return out
