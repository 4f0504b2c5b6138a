"""A full stop within a sentence: 随着经济的发展。人民生活水平不断提高."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.clauses import NUMBER, unmarked
from app.checks.tables import Table, each
from app.document.model import Role

_OPENS = "(?:^|(?<=[。；：]))\\s*"
_S = "[^。；！？：]"
_C = "[^，。；！？：]"
_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "。以及|。以免|。以便|。致使",
        r"[\u4e00-\u9fff”》）](?P<stop>。)(?=以及|以免|以便|致使)",
        "后面的话接着前一句说",
    ),
    (
        "。且",
        r"[\u4e00-\u9fff”》）](?P<stop>。)(?=且(?![说不慢看听战行住莫])[\u4e00-\u9fff]{2})",
        "“且”接着前一句说",
    ),
    (
        "随着",
        rf"{_OPENS}随着{_C}{{4,40}}(?:发展|提高|深入|推进|到来|变化|完善|实施|加快|增加|开展|普及|临近|深化)(?P<stop>。)(?=[\u4e00-\u9fff“])",
        "“随着……”只说了条件",
    ),
    (
        each("", "原因|影响|限制|制约|不足|不够|不高|不到位", "。"),
        rf"{_OPENS}由于{_C}{{2,36}}(?:原因|影响|限制|制约|不足|不够|不高|不到位)(?P<stop>。)(?=[\u4e00-\u9fff“])(?!此外|另外|同时|二是|其次|三是|再次|再加)",
        "“由于……”只说了原因",
    ),
    (
        "。但|。却|。可是",
        rf"{_OPENS}(?:虽然|尽管|虽){_C}{{3,40}}(?P<stop>。)(?=但|却|可是)",
        "“虽然……但是……”是一句话",
    ),
    (
        "。而且|。还能|。并且|。还要|。也为|。更是",
        rf"{_OPENS}(?:[\u4e00-\u9fff，]{{0,12}})(?:不仅|不但|不只){_S}{{3,50}}(?P<stop>。)(?=而且|还能|并且|还要|也为|更是)",
        "“不仅……而且……”是一句话",
    ),
    (
        "。请|。可与|。可拨|。应及|。应立",
        rf"{_OPENS}(?:如有|若有|如需|如遇|如对){_C}{{2,24}}(?P<stop>。)(?=请|可与|可拨|应及时|应立即)",
        "“如……”只说了条件",
    ),
    (
        "的。一律|的。均|的。应|的。将|的。必须|的。不得|的。按|的。由|的。给予|的。予以|的。取消|的。追究",
        rf"{_OPENS}(?:凡是?|对于?|如果?|若){_S}{{4,50}}(?<!是)(?<!(?<!凡)是..)(?<!(?<!凡)是...)(?<!(?<!凡)是....)的(?P<stop>。)(?=一律|均|应(?!当说|该说)|将(?!来)|必须|不得|按(?!理|说)|由(?!此|于)|给予|予以|取消|追究)",
        "“……的”后面才说怎么处理",
    ),
    (
        "下。",
        rf"{_OPENS}在{_S}{{4,50}}(?:领导|支持|帮助|关心|努力|配合|指导|关怀|推动)下(?P<stop>。)(?=[\u4e00-\u9fff“])",
        "“在……下”只说了条件",
    ),
    (
        each("", "要求|规定|精神|部署|安排|通知|意见|通知》|意见》", "。"),
        rf"{_OPENS}(?:根据|按照|依据|遵照){_S}{{4,60}}(?:要求|规定|精神|部署|安排|通知》?|意见》?)(?P<stop>。)(?=结合|现将?|我[局县市区镇乡院校]|经研究|特制定|制定)",
        "“根据……”只说了依据",
    ),
    (
        "。特制|。特此|。特作|。特召",
        rf"{_OPENS}为了?(?!民){_S}{{6,80}}(?P<stop>。)(?=特(?:制定|此通知|作如下|召开))",
        "“为了……”只说了目的",
    ),
    (
        "共有|现有|下辖|设有|拥有",
        r"(?:共有|现有|下辖|设有|拥有)[0-9]+[\u4e00-\u9fff]{2,6}(?P<stop>。)(?=[0-9]+(?:个|名|户|所|家|条|座)[\u4e00-\u9fff]{1,6}。)",
        "后面的数接着前一句说",
    ),
    (
        each("", "活动|学习|培训|努力|检查|整治|走访|调研", "。"),
        rf"{_OPENS}(?:通过|经过){_C}{{2,26}}(?:活动|学习|培训|努力|检查|整治|走访|调研)(?P<stop>。)(?=[\u4e00-\u9fff“])",
        "“通过……”只说了方式",
    ),
)
# What a sentence without any mark only opens with, its stop left out.
_HALF = re.compile(
    rf"{NUMBER}(?:(?P<when>随着|鉴于|假如|倘若|如果(?!说)|一旦|如遇|若遇|如对|若对|如需|尽管|即使(?!是))(?!.*(?:[是请应须将必]|可以|不[得要能会准]|就[会要能])).*"
    r"|(?P<case>如(?![今下此何同上愿说是其果实有])(?!.*(?:[是请应须将必了]|可以)).{4,})"
    r"|(?P<as>按照|本着|依照|遵照|根据|依据)(?!.*(?:[是为请]|进行|开展|制定|实行)).+(?:原则|要求|规定|精神|部署|安排|方针)"
    r"|(?P<at>(?:当)?(?!.*(?:[是了]|必要|准时|及时|按时|实时|不时|临时|同时|小时|瓦时|平时|以来)).{4,}(?:[^小瓦]时|期间|之际)))$"
)
_HALVES = (
    "随着",
    "鉴于",
    "假如",
    "倘若",
    "如",
    "一旦",
    "若遇",
    "若对",
    "尽管",
    "即使",
    "按照",
    "本着",
    "依照",
    "遵照",
    "根据",
    "依据",
    "时。",
    "期间。",
    "之际。",
)
# 九十分以上的为优；八十分以上的为良。其余的为合格。
_GRADED = re.compile(
    r"[的者]为[\u4e00-\u9fff]{1,4}；[^，。；：]+[的者]为[\u4e00-\u9fff]{1,4}(?P<stop>。)(?=[^，。；：]+[的者]为[\u4e00-\u9fff]{1,4}。)"
)
_DOES = re.compile("应(?!急)|须|要|必须|不得|可|请|由|严禁|禁止|将")
# What opens with 并 goes on with what the sentence before it is about.
_GOES_ON = (
    (
        "。并",
        r"[\u4e00-\u9fff”》）](?P<stop>。)(?=并(?![且非不没未存列蒂州])[\u4e00-\u9fff])",
        "后面的话接着前一句说",
    ),
    (
        "。便可|。便能|。便会|。便于",
        r"[\u4e00-\u9fff”》）](?P<stop>。)(?=便(?:可以?|能够?|会|于)[\u4e00-\u9fff])",
        "后面的话接着前一句说",
    ),
    (
        "。旨在|。使得|。以期|。以确|。以保|。以报|。以满|。以适|。以促|。以防|。以避|。以利|。以供",
        r"[\u4e00-\u9fff”》）](?P<stop>。)(?=旨在|使得|以期|以(?:确保|保证|保障|报答|满足|适应|促进|防(?!汛|疫|火|洪|风|空|治)止?|避免|利于?|供)[\u4e00-\u9fff])",
        "后面的话接着前一句说",
    ),
)
_STOPS = Table(_TABLE)
_BEGUN = Table(_GOES_ON)


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*_STOPS.triggers, *_BEGUN.triggers, *_HALVES, "的为", "者为"),
    yields_to=("purpose_stop",),
)
def broken_by_stop(paragraph: Paragraph) -> Iterator[Spot]:
    """一句话没有说完就用了句号。

    “随着……”“由于……”“在……领导下”只说了条件、原因，“虽然……但是……”前后是一句话，中间用逗号，不用句号。

    来源：GB/T 15834—2011 4.1、4.4
    Bad: 老宅年久无人居住⟦。⟧且屋顶已经漏雨。 -> 老宅年久无人居住，且屋顶已经漏雨。
    Bad: 随着旅游业的快速发展⟦。⟧农家乐越办越多。 -> 随着旅游业的快速发展，农家乐越办越多。
    Bad: 由于场地限制⟦。⟧活动改在室外举行。 -> 由于场地限制，活动改在室外举行。
    Bad: 虽然取得了一些成绩⟦。⟧但是差距依然明显。 -> 虽然取得了一些成绩，但是差距依然明显。
    Bad: 如有变动⟦。⟧请及时告知办公室；凡是逾期不报的⟦。⟧一律通报。 -> 如有变动，请及时告知办公室；凡是逾期不报的，一律通报。
    Bad: 在县委的坚强领导下⟦。⟧全县工业稳中有进。 -> 在县委的坚强领导下，全县工业稳中有进。
    Bad: 全队抢修了三天⟦。⟧并加固了堤坝，开通了热线⟦。⟧旨在方便居民报修，多备几台水泵⟦。⟧以保证供水。 -> 全队抢修了三天，并加固了堤坝，开通了热线，旨在方便居民报修，多备几台水泵，以保证供水。
    Bad: 随着雨季来临⟦。⟧山洪和滑坡的风险加大。如遇台风预警⟦。⟧渡船一律停航。 -> 随着雨季来临，山洪和滑坡的风险加大。如遇台风预警，渡船一律停航。
    Bad: 八十分以上的为良好；六十分以上的为合格⟦。⟧不到六十分的为不合格。 -> 八十分以上的为良好；六十分以上的为合格；不到六十分的为不合格。
    Bad: 本着自愿报名的原则⟦。⟧各班推荐两名选手。考生进入考场时⟦。⟧应出示准考证。 -> 本着自愿报名的原则，各班推荐两名选手。考生进入考场时，应出示准考证。
    Good: 坚持公平公开的原则。各班推荐两名选手。如遇下雨请带雨具。考场开放两小时。应届生凭证入场。
    Good: 两个班同时开课。并非人人都要参加。并列的词语用顿号。便利店照常营业。以防汛抗旱为重点。
    Good: 随着旅游业的发展，农家乐越办越多。由于场地限制，活动改在室外举行。
    Good: 对由违章操作造成的后果是严重的。由此可见，培训不能放松。
    Good: 活动改期是由于场地限制。请相互转告。
    Good: 成绩是在县委的领导下取得的。根据安排，现将有关事项通知如下。
    """
    if paragraph.role is Role.OBJECT:
        return
    text, stops = paragraph.text, list(_STOPS.found(paragraph))
    for found, said in stops:
        yield Spot(*found.span("stop"), f"{said}，用逗号", "，")
    for found in _GRADED.finditer(text) if "；" in text else ():
        yield Spot(*found.span("stop"), "并列的分句之间用分号", "；")
    if not paragraph.literals.isdisjoint(_HALVES):
        yield from _halves(text, {found.start("stop") for found, _ in stops})
    for found, said in _BEGUN.found(paragraph):
        hint = Severity.HINT  # newspapers write so for effect
        yield Spot(*found.span("stop"), f"{said}，可用逗号", "，", severity=hint)


def _halves(text: str, seen: set[int]) -> Iterator[Spot]:
    """Report the stops behind what only opens a sentence, but those already seen."""
    last = len(text.rstrip()) - 1
    for start, at in unmarked(text, "。"):
        if at in seen or at >= last:
            continue
        found = _HALF.match(text[start:at])
        if found is not None and (not (found["at"] or found["case"]) or _DOES.match(text, at + 1)):
            said = "这里只说了条件、依据"
            yield Spot(at, at + 1, f"{said}，用逗号", "，")
