"""A comma among the marks of a row of like words: 思想建设，组织建设、作风建设."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.rows import CHARACTER as _H
from app.checks.language.verbs import VERBS, another
from app.checks.language.words import nominal, sorts
from app.checks.tables import Table, each
from app.document.model import Role
from app.patterns import regex

# The patterns begin with a mark, for which the engine looks fast.
# 思想建设，组织建设、作风建设: the same word ends both, and the row goes on with its own mark.
_SUFFIX = regex(
    rf"(?P<mark>，)(?<=(?P<of>{_H}{{2}})，)(?P<next>{_H}{{2}}|{_H}{{4}})(?P=of)(?=、{_H}|和{_H}{{2,6}}(?P=of)(?![也都均皆亦是则却将要应同]))"
)
# 农村治理、城市治理，源头治理，综合治理: a row that went on with commas.
_GOES_ON = regex(rf"(?P<mark>，)(?<={_H}，)(?P<next>{_H}{{2}})(?P<of>{_H}{{2}})(?=[，。；、])")
# 本轮改革的总体目标，阶段任务和保障措施
_FOURS = regex(rf"(?P<mark>，)(?<=的{_H}{{4}}，)(?P<next>{_H}{{4}})(?=和{_H}{{4}}[。；])")
# 完善的制度，有力的措施和过硬的队伍
_OF = regex(
    rf"(?P<mark>，)(?<={_H}{{2}}的{_H}{{2}}，)(?P<next>{_H}{{2}}的{_H}{{2}})(?=和{_H}{{2,4}}的{_H}{{2,3}}[，。；])"
)
# Each with a mark or word without which there is none.
_ROWS = (("，", _SUFFIX), ("和", _FOURS), ("和", _OF))
# 食堂、宿舍，实验室和图书馆。 Nouns before and behind, up to the end of the clause.
_NOUNS = regex(
    rf"、(?P<left>{_H}{{2,8}})(?P<mark>，)(?P<row>{_H}{{2,8}}?(?:、{_H}{{2,8}}?)*)(?:以及|[和与及]|(?<![一二三四五六特头上中下同平高初优])等)(?P<tail>{_H}{{0,12}})(?=[，。；）])"
)
_MEANS = "通过|采取|利用|运用|采用|借助"
_HARMED = "损害|维护|保护|侵犯|侵害|保障|危害"
_BANNED = "严禁|禁止|杜绝|防止|避免|整治|查处|打击|纠正|制止|克服"
_TRIED = "下功夫|做文章|见实效|求突破|用力"
_KINDS = "性|力|度|感|化|率"
_SORTS = "会|员|部|科|室|局|组|站|所|队|制|法|表|书|费|品|业|类|性|率|力|感|权"
# What stands behind the row tells that all of it is of one layer, or its members that they are of one sort.
_CLOSED = Table(
    (
        (  # 座谈会、推进会，现场会和总结会: three of one sort
            each("", _SORTS, "，"),
            rf"、{_H}{{1,7}}(?P<of>{_SORTS})(?P<mark>，)(?P<next>{_H}{{2,7}}(?P=of))(?=(?:、|和|及){_H}{{1,7}}(?P=of)(?:[，。；、]|等))",
            None,
        ),
        (  # 有计划，有步骤地推进
            "，有|，分",
            rf"(?P<mark>，)(?=[有分])(?<=(?P<of>[有分])(?![关的所些利效力序待望人时工管类子]){_H}{{2}}，)(?P<next>(?P=of){_H}{{2}})(?=、(?P=of)|(?:，(?P=of){_H}{{2}})*地(?![方区点位处段带域域市县级]))",
            None,
        ),
        (  # 凝聚力，战斗力、创造力
            "性，|力，|度，|感，",
            rf"(?P<mark>，)(?<=(?P<of>[性力度感])，)(?P<next>{_H}{{1,3}}(?P=of))(?=、{_H}{{1,3}}(?P=of)(?:[，。；、和与及]|$))",
            None,
        ),
        (
            each("", _KINDS, "，"),
            rf"(?<=[的高强进求重出有])(?P<one>{_H}{{1,3}}(?P<of>{_KINDS}))(?P<mark>，)(?P<next>{_H}{{1,3}}(?P=of))(?=[和与及、]{_H}{{1,3}}(?P=of))",
            None,
        ),
        (
            _MEANS,
            rf"(?:{_MEANS})(?!{_H}{{0,6}}为){_H}{{2,8}}(?P<mark>，)(?P<next>{_H}{{2,8}})等(?:多种)?(?:形式|方式|办法|方法|手段|途径|措施|渠道|载体|平台)",
            None,
        ),
        (
            "组成|构成",
            rf"由(?![于此]|{_H}{{0,12}}(?:[任为]|牵头|负责|领导|主[管持办]|带队|组织|抽调)){_H}{{2,12}}(?P<mark>，)(?P<next>{_H}{{2,16}})[和及与]{_H}{{2,16}}(?:组成|构成)(?=[，。；的])",
            None,
        ),
        (
            _HARMED,
            rf"(?:{_HARMED})了?{_H}{{2,3}}(?P<mark>，)(?P<next>{_H}{{2,3}})的(?:合法)?(?:权益|利益|权利|形象|名誉|声誉|安全|隐私)",
            None,
        ),
        (
            "接受|听取|争取|配合|支持",
            rf"(?:接受|听取|争取|配合|支持){_H}{{2,20}}的{_H}{{2}}(?P<mark>，)(?P<next>{_H}{{2}})(?=[。；])",
            None,
        ),
        (
            _BANNED,
            rf"(?:{_BANNED}){_H}{{2,14}}(?P<mark>，)(?P<next>{_H}{{2,14}})等{_H}{{0,4}}(?:行为|现象|问题|情况)",
            None,
        ),
        (
            "|".join([each(on, _TRIED) for on in ("上", "上狠", "上多")]),
            rf"在(?P<one>{_H}{{2,4}}(?<![上中里下]))(?P<mark>，)(?P<next>{_H}{{2,4}})(?:，{_H}{{2,4}})?上(?:狠|多)?(?:{_TRIED})",
            None,
        ),
        (
            each("时", "予以|实行|一律|优先|一票|不得|要|应|给予"),
            rf"(?:^|(?<=[，。；]))在(?P<one>{_H}{{2,5}}(?<![里中上时下后前间日月年]))(?P<mark>，)(?P<next>(?!在){_H}{{2,6}})时(?=予以|实行|一律|优先|一票|不得|要|应|给予)",
            None,
        ),
        (
            "注意|注重|讲究|掌握|熟悉|明确|规范|完善|改进|优化|介绍|汇报|通报|布置",
            rf"(?:注意|注重|讲究|掌握|熟悉|明确|规范|完善|改进|优化|介绍|汇报|通报|布置)(?P<of>(?!组织){_H}{{2}}){_H}{{2}}(?P<mark>，)(?P<next>(?P=of)(?:(?![要是有不很得就也都已能会可应须]){_H}){{2}})(?=[，。；])",
            None,
        ),
        (
            each("的", "严肃|给予|予以|一律|按|依法|依规"),
            rf"对{_H}{{2,8}}、{_H}{{2,8}}(?P<mark>，)(?P<next>{_H}{{2,6}})的(?=严肃|给予|予以|一律|按|依法|依规)",
            None,
        ),
        (
            "，各",
            rf"(?:^|(?<=[。；]))各{_H}{{1,4}}(?P<mark>，)(?P<next>各{_H}{{1,4}}?)(?=[要应需须按对找在于]|必须|务必|根据|结合|严格|认真|切实|围绕|立即|全面)",
            None,
        ),
    )
)
# 每月5，15，25日, 周五，六: numbers with one unit.
_NUMBERED = regex("，(?<=[0-9一二三四五六日]，)[0-9一二三四五六日]")
_DAYS = regex(
    r"(?<![0-9.．:：，,])[0-9]{1,2}(?:，[0-9]{1,2})+(?=[日号条款项栋楼室页班组月])"
    r"|(?:周|星期)[一二三四五六日](?:，[一二三四五六日])+(?!年级|[一二三四五六日个名项十百月是])"
)
# 对象为各科室负责人，班主任及教师代表; 用电线路，应急通道等。
_WHAT = "人员|对象|范围|内容|单位|成员"
_SUMMED = Table(
    (
        (
            "|".join([each("", _WHAT, is_) for is_ in ("为", "是", "包括", "有")]),
            rf"(?:{_WHAT})(?:为|是|包括|有){_H}{{2,12}}(?P<mark>，)(?P<next>{_H}{{2,10}}?)[及和与]{_H}{{2,12}}(?=[。；])",
            None,
        ),
        (
            "等。|等；",
            rf"、{_H}{{2,8}}(?P<mark>，)(?P<next>{_H}{{2,8}})等(?=[。；])",
            None,
        ),
    )
)
# 学习、宣传，贯彻、执行各项规定: four verbs with one object.
_FOUR_VERBS = regex(
    rf"、(?P<two>{_H}{{2}})(?P<mark>，)(?P<three>{_H}{{2}})、(?P<four>{_H}{{2}})(?={_H})"
)
_BESIDE = frozenset(("uj", "m", "q", "f"))  # beside a noun: 的, 三, 个, 以上


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=("，", *_CLOSED.triggers, *_SUMMED.triggers),
    yields_to=("summed_row",),
)
def list_comma(paragraph: Paragraph) -> Iterator[Spot]:
    """一列并列词里夹了逗号。

    “思想建设、组织建设、作风建设”是同一层的并列，中间都用顿号，不能忽而逗号忽而顿号；并列的后一项另有动词的是另一个分句，用逗号不错。

    来源：GB/T 15834—2011 4.4、4.5
    Bad: 抓好园区道路建设⟦，⟧管网建设、厂房建设。 -> 抓好园区道路建设、管网建设、厂房建设。
    Bad: 推进农村治理、城市治理⟦，⟧源头治理⟦，⟧综合治理。 -> 推进农村治理、城市治理、源头治理、综合治理。
    Bad: 召开座谈会、推进会⟦，⟧现场会和总结会。 -> 召开座谈会、推进会、现场会和总结会。
    Bad: 明确本轮改革的总体目标⟦，⟧阶段任务和保障措施。 -> 明确本轮改革的总体目标、阶段任务和保障措施。
    Bad: 要有完善的制度⟦，⟧有力的措施和过硬的队伍，在各个社区有组织⟦，⟧有重点地推开。 -> 要有完善的制度、有力的措施和过硬的队伍，在各个社区有组织、有重点地推开。
    Bad: 提高预算的完整性⟦，⟧准确性和约束性，采取夜校⟦，⟧板报等形式宣传。 -> 提高预算的完整性、准确性和约束性，采取夜校、板报等形式宣传。
    Bad: 代表团由专家⟦，⟧企业代表和基层干部组成，听取用户的意见⟦，⟧诉求。 -> 代表团由专家、企业代表和基层干部组成，听取用户的意见、诉求。
    Bad: 不得侵害集体⟦，⟧他人的利益，杜绝酒后上岗⟦，⟧违章用火等危险行为。 -> 不得侵害集体、他人的利益，杜绝酒后上岗、违章用火等危险行为。
    Bad: 各车间⟦，⟧各班组要逐项自查，认真学习、宣传⟦，⟧贯彻、执行各项规定。 -> 各车间、各班组要逐项自查，认真学习、宣传、贯彻、执行各项规定。
    Bad: 重点检查食堂、宿舍⟦，⟧实验室和图书馆，增强班子的凝聚力⟦，⟧战斗力、创造力。 -> 重点检查食堂、宿舍、实验室和图书馆，增强班子的凝聚力、战斗力、创造力。
    Bad: 每月5⟦，⟧15⟦，⟧25日开放，周五⟦，⟧六晚上增开一场。 -> 每月5、15、25日开放，周五、六晚上增开一场。
    Bad: 在严谨⟦，⟧细致上下功夫，注意谈话方法⟦，⟧谈话技巧。 -> 在严谨、细致上下功夫，注意谈话方法、谈话技巧。
    Bad: 在评选先进⟦，⟧评定职称时予以优先。 -> 在评选先进、评定职称时予以优先。
    Bad: 参会人员为各股室负责人⟦，⟧村主任及党员代表；检查灶具、管线⟦，⟧仓库等。 -> 参会人员为各股室负责人、村主任及党员代表；检查灶具、管线、仓库等。
    Bad: 对迟到、早退⟦，⟧旷工的严肃处理。 -> 对迟到、早退、旷工的严肃处理。
    Good: 参会人员为股室负责人，请假及替会须报告；检查灶具、管线，清理通道等。
    Good: 人口3，000人，每周五，六年级学生轮值，注意工作方法，工作要细，在求真上，务实上下功夫。
    Good: 检查食堂、宿舍，教师和学生都很满意，走访学校、企业，送去书籍和文具。
    Good: 由局长任组长，办公室和财务科组成专班，通过走访，开展座谈等形式听取意见，提高工作主动性，增强责任性和自觉性。
    Good: 打击违法占地，加强巡查等问题整改，各地区，各部门，各单位要落实责任，防止反弹，及时处置异常等情况。
    Good: 加强思想建设，推进组织建设、作风建设，抓好党的思想建设、组织建设，制度建设成效明显。
    Good: 召开党委会、座谈会，讨论实施方案和工作方案，明确下一步的工作思路，细化时间节点和具体措施。
    Good: 既有眼前利益，长远利益和整体利益也要兼顾；有的厂家知法犯法，故意瞒报和长期拖欠。
    Good: 乘坐高铁、动车二等座，轮船三等舱，大巴普通座。
    Good: 更有甚者，有少数地方至今没有动工。
    Good: 在座的同志中，有领导，有专家；要有计划地推进，有力保障，包括自然灾害，气象灾害，地质灾害和森林灾害。
    """
    if paragraph.role is Role.OBJECT:
        return
    text = paragraph.text
    seen = set(_summed(paragraph))
    if "、" in text:
        seen.update((*_going_on(text), *_between_nouns(text), *_four_verbs(text)))
    for at in sorted(seen):
        yield Spot(at, at + 1, "同一层并列的词语之间用顿号", "、")
    for found in _DAYS.finditer(text) if _NUMBERED.search(text) else ():
        for at in range(*found.span()):
            if text[at] == "，":
                yield Spot(at, at + 1, "同一单位的数字之间用顿号", "、")
    rows = [found for mark, row in _ROWS if mark in text for found in row.finditer(text)]
    for found in (*rows, *(closed for closed, _ in _CLOSED.found(paragraph))):
        at = found.start("mark")
        if at in seen or another(found["next"]) or _commas(text, found) or _clause(found["next"]):
            continue
        seen.add(at)
        yield Spot(at, at + 1, "同一层并列的词语之间用顿号", "、")


def _between_nouns(text: str) -> Iterator[int]:
    """Yield the commas in rows of nouns that are parted by 、 and closed by 和 or 等."""
    for found in _NOUNS.finditer(text):
        row, left = found["row"].replace("、", ""), sorts(found["left"])
        if another(found["row"].partition("、")[0]) or not _noun(left[-1][1]):
            continue
        if any(sort[0] in "vdpc" and sort != "vn" for _, sort in left):
            continue
        behind = sorts(row)
        if behind[0][1][0] not in "njb" or behind[0][1] == "b":
            continue
        if all(_noun(sort) for _, sort in (*behind, *sorts(found["tail"]))):
            yield found.start("mark")


def _four_verbs(text: str) -> Iterator[int]:
    """Yield the commas between four verbs of one object."""
    for found in _FOUR_VERBS.finditer(text):
        one = text[max(found.start() - 2, 0) : found.start()]
        if {one, found["two"], found["three"], found["four"]} <= VERBS:
            yield found.start("mark")


def _summed(paragraph: Paragraph) -> Iterator[int]:
    """Yield the commas in rows that 等 or 及 closes."""
    for found, _ in _SUMMED.found(paragraph):
        item = sorts(found["next"])
        if all(_noun(sort) for _, sort in item) and item[0][1][0] in "njb":
            yield found.start("mark")


def _noun(sort: str) -> bool:
    """Whether a part of speech is that of a noun or of what stands before one."""
    return nominal(sort) or sort in _BESIDE


def _clause(words: str) -> bool:
    """Whether words begin with how something is done: 故意偷排."""
    first, *others = [sort for _, sort in sorts(words)]
    return first == "d" and any(sort == "v" for sort in others)


def _commas(text: str, found: re.Match[str]) -> bool:
    """Whether the row is told apart by commas before the place too."""
    of = found.groupdict().get("of") or ""
    head, mark, _ = text[: found.start("mark")].rpartition("，")
    return bool(mark and of) and head.endswith(of)


def _going_on(text: str) -> Iterator[int]:
    """Yield the commas with which a row of four characters each goes on that began with 、."""
    row = ""
    for found in _GOES_ON.finditer(text):
        of, at = found["of"], found.start("mark")
        begun = text[at - 2 : at] == of and (text[at - 5 : at - 4] == "、" or row == f"{of}{at}")
        row = f"{of}{found.end()}" if begun else ""
        if begun and not another(found["next"]):
            yield at
