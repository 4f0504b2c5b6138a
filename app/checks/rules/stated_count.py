"""Counts that what is named beside them contradicts: titles listed, sessions, work done."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.document.numbering import from_chinese
from app.patterns import regex

_N = r"[0-9]{1,3}|[两二三四五六七八九十]{1,3}"
_TITLES = regex(
    rf"(?P<list>(?:《[^《》]+》(?:（[^（）]*）)?[、和及与]?){{2,}})(?P<open>等)?(?P<claim>(?P<n>{_N})(?:本|部(?!门|委|长)|份|个|项|篇|件|册))"
)
_QUOTED = regex(
    rf"(?P<list>(?:“(?![0-9一两二三四五六七八九十])[^“”]{{2,20}}”[、和及与]?){{2,}})(?P<open>等)?(?P<claim>(?P<n>{_N})(?:个|项|大|条|种|类|支|家|处))(?!百|千|万|亿|[以之]|月|小时)"
)
_INSIDE = regex(
    rf"“(?P<list>[^“”、]{{1,8}}(?:、[^“”、]{{1,8}}){{1,8}})”(?P<claim>(?P<n>{_N})(?:(?:个|项|大|条|种)(?:环节|方面|步骤|阶段|字|关口|关键|要素|原则|机制|体系|行动|工程|要求|标准|重点|维度|层面)|[进促化治创包联帮讲](?=活动|工作|行动|机制|工程)))"
)
_HELD = regex(
    rf"(?:已经?|已连续|先后|连续|累计)(?:成功)?(?:连续)?(?:举办|召开|举行)(?:了)?(?P<claim>(?P<n>{_N})届)"
)
_NOW = regex(
    r"(?:拟|将|定于|计划|决定|筹备|即将)[^。；]{0,30}?(?:举办|召开|举行)[^。；]{0,6}?第(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})届"
)
_UNIT = r"(?:张|封|本|株|棵|头|只|吨|公斤|斤|亩|个|项|件|条|户|人|名|家|处|套|份|起|座|台|次|批|宗|栋|亩|公里|辆)"
_DONE = regex(
    rf"(?P<whole_word>计划(?:改造|实施|建设|新建|开工|整治|安排|培训|完成)?|列入计划|应到|发现|查摆|排查出?|反馈|收到|发出|印发|寄出|征集到?|抽检|梳理|申报|报名|发放|摸排|交办|受理|发出|领取|安排|涉及|梳理出|查找)(?:各类|问题|隐患|意见建议|意见|建议|线索|项目|问卷|案件|信访件|会员|代表|选票|表决票|调查表|意见表|表格|函件|借条|图书){{0,2}}"
    rf"(?P<whole>[0-9]+)(?P<unit>{_UNIT})[^。；0-9]{{0,12}}?[，、][^。；0-9]{{0,6}}?"
    rf"(?P<part_word>已?开工建设|已?开工|实到|已?整改|立行立改|已?办结|已?采纳|合格|回收|收回|已?竣工|已?完成整改|已?销号|已?化解|已?核查|已?解决|吸收采纳|办理|化解|完成)(?:到位|完成|问卷|意见|建议|选票|表决票|调查表|意见表|有效票){{0,2}}"
    rf"(?P<part>[0-9]+)(?P<same>{_UNIT})"
)
_MORE = regex(r"超额|超过计划|超计划|超出|以上|累计|新增|另|不少于|至少|左右|约")

_OTHER = frozenset("》”届")  # literals of what is no work done


@rule(
    group="一致",
    severity=Severity.WARNING,
    idle=True,
    triggers=("》", "”", "届", "已", "实到", "整改", "合格", "收回", "回收", "采纳", "完成"),
)
def stated_count(paragraph: Paragraph) -> Iterator[Spot]:
    """数量与所列、所述的情况不符。

    书名、名称列了几个就应当说几个（有“等”字的，不应少于所列）；本届与已办的届数、完成数与总数应当相符。

    来源：公文校对惯例
    Bad: 认真研读《甲》《乙》《丙》《丁》等⟦三本⟧指定材料。
    Bad: 修订《考勤办法》《会议制度》⟦3项⟧制度。
    Bad: 打造“春风行动”“金秋助学”“冬日送暖”⟦四个⟧品牌。
    Bad: 围绕人才“引、育、用、留”⟦五个环节⟧发力。
    Bad: 我市已成功举办⟦7届⟧茶文化节，今年拟举办第七届茶文化节。
    Bad: 2025年计划改造28个，目前已开工建设⟦29个⟧。
    Bad: 收到意见建议32条，采纳⟦35条⟧。
    Bad: 开展“进机关、进校园、进家庭”⟦四进⟧活动。
    Bad: 应到45人，实到⟦47人⟧。
    Bad: 查摆问题12个，已整改⟦13个⟧。
    Bad: 发出问卷二百份，收回⟦二百一十份⟧。
    Good: 发出问卷二百份，收回一百九十份。
    Good: 认真研读《甲》《乙》《丙》等四本指定材料，修订《考勤办法》《会议制度》2项制度。
    Good: 我市已成功举办六届茶文化节，今年拟举办第七届茶文化节。
    Good: 计划改造28个，已开工建设20个；计划完成10个，超额完成，实际完成12个。
    Good: 打造“一中心”“两平台”“三机制”，“春风行动”“金秋助学”等10个品牌。
    Good: 落实“四个意识”“四个自信”两个方面要求，收到意见32条，采纳28条。
    Good: 落实“六稳”“六保”12项任务，推进“一网通办”“一网统管”三项改革。
    Good: 围绕人才“引、育、用、留”四个环节发力。
    Good: 应到45人，实到43人；发现问题12个，整改完成12个。
    """
    text = paragraph.text
    for pattern, item in ((_TITLES, "《"), (_QUOTED, "“")):
        for found in pattern.finditer(text) if text.count(item) > 1 else ():
            listed, claimed = found["list"].count(item), from_chinese(found["n"]) or 0
            if claimed < listed or (claimed > listed and not found["open"]):
                yield Spot(*found.span("claim"), f"前面列出{listed}个")
    for found in _INSIDE.finditer(text) if "“" in text else ():
        listed = found["list"].count("、") + 1
        if from_chinese(found["n"]) != listed:
            yield Spot(*found.span("claim"), f"前面列出{listed}个")
    if "届" in text:
        yield from _sessions(text)
    if not paragraph.literals <= _OTHER:
        yield from _done(paragraph)


def _done(paragraph: Paragraph) -> Iterator[Spot]:
    """Report more done than there was to do."""
    shifted = paragraph.figures
    text = shifted.text
    for found in _DONE.finditer(text):
        whole, part = int(found["whole"]), int(found["part"])
        low = clause_start(text, found.start())
        said = text[low : found.end() + 4]
        if part > whole and found["unit"] == found["same"] and not _MORE.search(said):
            place = shifted.span(found.start("part"), found.end("same"))
            yield Spot(*place, f"多于前面的{whole}{found['unit']}，请核实")


def _sessions(text: str) -> Iterator[Spot]:
    """Report a number of sessions held that does not lead up to the one that is to be held."""
    held, now = list(_HELD.finditer(text)), list(_NOW.finditer(text))
    if len(held) == 1 and now and len({from_chinese(found["n"]) for found in now}) == 1:
        coming, claimed = from_chinese(now[0]["n"]) or 0, from_chinese(held[0]["n"]) or 0
        if claimed != coming - 1:
            said = f"将要举办的是第{coming}届，此前应是{coming - 1}届"
            yield Spot(*held[0].span("claim"), said)
