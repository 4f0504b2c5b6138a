"""全市 in a county paper."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.document.model import Role
from app.patterns import regex

_LEVELS = {"省": 4, "市": 3, "县": 2, "区": 2, "旗": 2, "镇": 1, "乡": 1, "街道": 1}
_OWN = regex(r"(?:全|我)(省|市|县|区|旗|镇|乡|街道)(?![直级委政人常])")
_TITLE = regex(
    r"(?:全|我|[\u4e00-\u9fffXxＸ×]{1,3})(省|市|县|区|旗|镇|乡|街道)(?!场|域|别|分|政协|长|容)"
    r"|^(省|市|县|区|镇)(?=[\u4e00-\u9fff]{2,10}(?:局|委|办|中心|院|党组|政府|会))(?!场|域|容|民)"
)
# What a unit itself does reaches over its own ground.
_OWN_DEED = regex(r"(?:为|给|使|让|惠及|覆盖|辐射|服务|组织|发动|动员|带动)$")
_HIGHER = regex(
    r"(?:省|市|上级|国家|中央)[^，。；]{0,12}(?:会议|召开|部署|要求|强调|指出|通报|排名|评为|表彰|授予|安排|统一|下达|推广)|全[省市县区]第|位居|位列|排名|排(?:在)?第|前列|全[省市](?:先进|优秀|第|首|率先|试点|示范|唯一|平均|推广|领先|范围)|召开|参加|统考|联考|荣获|获评|获得|被评|列为|争创|争先|进入全|走在全|居全|在全[省市]|(?:传达|转发|转达|宣读|通报)了?全"
)
_RANKS = regex("第[0-9一二三四五六七八九十]|首|唯一")  # 我省第3个, 我市首家
# 促进全校乃至全区、全市的发展: one level after another.
_ROW = regex("(?:[全我][国省市县区旗镇乡校]、|乃至|以至|甚至)$")
_ROW_BEHIND = regex("(?:、|乃至|以至|甚至)[全我]?[国省市县区旗镇乡]")
# 青石县……全县: whose ground 全县 is has just been told by its name.
_NAMED = regex(
    r"[\u4e00-\u9fff](?<![全我各本该个每两])[\u4e00-\u9fff](?<!贫困|百强|示范|试点|先进|重点|兄弟|我们|他们|你们|这个|那个|一个)"
    r"(?P<unit>自治区|地区|新区|(?<![社园景学库小山灾片校牧林矿厂城辖选街战军禁误盲商郊老])区"
    r"|(?<![城超集夜菜门上])市|(?<![城乡村小])镇|(?<![城家下返故水侨同])乡|[省县旗]|街道)(?!镇|级|域|别|分|长|容|场|委|政府|直|医院)"
)
_FAR = 6  # paragraphs before in which the name may stand


def levels(paragraph: Paragraph) -> tuple[bool, tuple[tuple[str, int, int], ...]] | None:
    """Return where 全市, 我县 and the like stand, and whether it is a title line: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    pattern = _TITLE if paragraph.role is Role.TITLE else _OWN
    text = paragraph.text
    matches = pattern.finditer(text)
    if paragraph.role is not Role.TITLE and "《" in text:  # a document's title is another's
        matches = (
            m for m in matches if text.rfind("《", 0, m.start()) <= text.rfind("》", 0, m.start())
        )
    found = tuple([(m[m.lastindex or 1], *m.span()) for m in matches])
    return (paragraph.role is Role.TITLE, found) if found else None


@rule(
    group="一致",
    severity=Severity.WARNING,
    idle=True,
    scope="document",
    triggers=("省", "市", "县", "区", "旗", "镇", "乡", "街道"),
    facts=levels,
)
def unit_level(reading: Reading) -> Iterator[Spot]:
    """层级称谓与本单位不符。

    县的文稿写成“全市”、市的文稿写成“我县”，多半是借用别处材料没有改全。说上级会议、部署、排名的，以及高出两级以上的（县的文稿说“全省”，多半真是说全省），不在此列。

    来源：公文校对惯例
    Bad:
        title| 2026年全县组织工作要点
        2026年，全县组织工作要抓好三件事，带动全县党建。
        使⟦全市⟧基层党组织更加坚强，推动全县发展。
    Bad:
        title| 区交通运输局党委党史学习教育工作总结
        1至11月，全区完成投资21.7亿元。
        开展“送清凉”活动，为⟦全市⟧2300余名货车司机送去慰问品。
    Good:
        title| 区交通运输局党委党史学习教育工作总结
        1至11月，全区完成投资21.7亿元，增速居全市第一。
        在全市推进会上作经验交流。
    Good:
        title| 2026年全镇秸秆禁烧工作总结
        全镇落实禁烧责任，全镇没有火点。
        根据《我区秸秆禁烧实施方案》，镇长传达了全县禁烧工作会精神。
    Good:
        title| 2026年全县组织工作要点
        全县要认真贯彻全市组织工作会议精神，工作走在全市前列。
        全县各级党组织要抓好落实。
    Good:
        title| 2026年全县卫生工作总结
        全县完成改厕三千户，我县通过了考核。
        县城成为我省第16个省级卫生县城。
    Good:
        title| 2026年全区教育工作总结
        全区新建学校两所，全区学位增加，为全区乃至全市、全省的发展出力。
    Good: 全市上下齐心协力，全县各级都要参加。
    Good:
        title| 全市乡村旅游发展情况的报告
        全市接待游客增长一成，全市新增民宿120家。
        地处库区的青石县起步较早。
        三年来，全县建成精品线路5条。
    Bad:
        title| 江南市社区工作情况的报告
        全市新建社区食堂12个，全市城镇社区覆盖率达到九成。
        今年建成景区书屋3个，让⟦全区⟧居民就近读书，全市推广。
        全市安排资金，全市统一标准。
    Good:
        title| 2026年全镇茶叶工作总结
        全镇茶园面积稳步扩大，全镇茶农收入增加。
        两个产品入选全省区域公用品牌名录。
    """
    counts: dict[str, int] = {}
    owns: list[tuple[int, str, int, int]] = []
    titled: set[str] = set()
    for block, (is_title, found) in reading.present():
        for unit, start, end in found:
            if is_title:
                titled.add(unit)
            else:
                counts[unit] = counts.get(unit, 0) + 1
                owns.append((block, unit, start, end))
    usual = max(counts, key=lambda unit: counts[unit], default="")
    if len(titled) == 1:
        yield from _against_title(reading, next(iter(titled)), owns, counts)
    if counts.get(usual, 0) < 2 or (titled and usual not in titled):
        return
    for block, unit, start, end in owns:
        text = reading.document.blocks[block].text
        if _LEVELS[unit] == _LEVELS[usual] and unit != usual and unit in "县区旗镇乡":
            continue
        if (
            unit == usual
            or counts[unit] * 3 > counts[usual]
            or _excused(text, start, end, unit, usual)
            or _named(reading, block, start, unit, usual)
        ):
            continue
        said = f"全文写的是“{text[start : start + 1]}{usual}”，这里写作“{text[start:end]}”"
        yield Spot(start, end, said, block=block)


def _against_title(
    reading: Reading, titled: str, owns: list[tuple[int, str, int, int]], counts: dict[str, int]
) -> Iterator[Spot]:
    """Report 我县 in a paper whose title says 市, and 全县 in one whose title says 区."""
    if counts.get(titled, 0) >= 2 and len(counts) == 2 and max(counts.values()) >= 3:
        return
    for block, unit, start, end in owns:
        text = reading.document.blocks[block].text
        below = _LEVELS[unit] < _LEVELS[titled] and text[start] == "我"
        beside = _LEVELS[unit] == _LEVELS[titled] and unit != titled and counts.get(titled)
        said = f"标题写的是“{titled}”，这里写作“{text[start:end]}”"
        if _named(reading, block, start, unit, titled):
            continue
        if (below or beside) and counts[unit] <= counts.get(titled, 0) + 1:
            yield Spot(start, end, said, block=block)
        elif (
            _LEVELS[unit] == _LEVELS[titled] + 1
            and text[start] == "全"
            and counts[unit] == 1
            and counts.get(titled)
            and _OWN_DEED.search(text[:start])
            and not _excused(text, start, end, unit, titled)
        ):
            yield Spot(start, end, said, block=block, severity=Severity.HINT)


def _excused(text: str, start: int, end: int, unit: str, usual: str) -> bool:
    """Whether a higher unit acts or ranks here, or a lower one is one of several."""
    clause = text[max(start - 16, 0) : end + 16]
    low = clause_start(text, start)
    if _LEVELS[unit] > _LEVELS[usual] and _RANKS.match(text, end):
        return True
    if _ROW.search(text, 0, start) or _ROW_BEHIND.match(text, end):
        return True
    if _LEVELS[unit] > _LEVELS[usual] + 1:
        return text[start] == "全"
    if _LEVELS[unit] > _LEVELS[usual]:
        return text[start] == "全" and _HIGHER.search(text[low : end + 16]) is not None
    return text[start] == "全" and re.search("各|每个|该|其中", clause) is not None


def _named(reading: Reading, block: int, start: int, unit: str, usual: str) -> bool:
    """Whether a unit of another level is named just before, whose ground 全县 then is."""
    blocks = reading.document.blocks
    text = blocks[block].text
    if text[start] != "全":
        return False
    above = _LEVELS[unit] > _LEVELS[usual]  # a higher one is named in the same paragraph
    before = () if above else reversed(blocks[max(block - _FAR, 0) : block])
    texts = [text[:start], *[one.text for one in before]]
    return any(found["unit"].endswith(unit) for one in texts for found in _NAMED.finditer(one))
