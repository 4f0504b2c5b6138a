"""Words that stand in the wrong order."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table
from app.patterns import regex

_DOES = (
    "提升|提高|增强|推动|推进|促进|改善|加强|解决|完成|发挥|激发|落实|实现|开展|学习|保障|维护|遏制|防范|化解|"
    "缓解|降低|减少|优化|完善|强化|带动|调动|满足|巩固|扩大|规范|杜绝|消除|推广|提振|夯实|深化"
)
# Adverbs that only stand before a verb.
_ONLY = "大力|切实|进一步|逐步|着力|全力|大幅|大幅度|稳步|不断"
_HOW = (
    f"{_ONLY}|有效|积极|认真|显著|明显|充分|深入|全面|圆满|成功|有力|极大|及时|持续|严格|坚决|扎实"
)
_ORGAN = (
    "[省市县区镇乡]委(?:、?[省市县区镇乡]政府)?|[省市县区]政府|[省市县区]人民政府|党中央(?:、?国务院)?|国务院|上级|"
    "[省市县区]纪委|[省市县区]局|总书记|党委政府|党工委|局党组|集团公司"
)
_SAID = (
    "统一部署|工作部署|决策部署|部署要求|部署|工作要求|要求|统一安排|工作安排|安排|决定|指示|精神"
)
# Two verbs whose order is settled, turned round.
_SETTLED = {
    "健全建立": "建立健全",
    "执行贯彻": "贯彻执行",
    "落实贯彻": "贯彻落实",
    "谋划统筹": "统筹谋划",
    "推进统筹": "统筹推进",
    "化解防范": "防范化解",
    "开来继往": "继往开来",
    "实干真抓": "真抓实干",
    "务实求真": "求真务实",
    "落实狠抓": "狠抓落实",
    "减排节能": "节能减排",
    "救灾抗洪": "抗洪救灾",
    "抢险抗洪": "抗洪抢险",
    "引资招商": "招商引资",
    "返贫规模性": "规模性返贫",
    "服务便民中心": "便民服务中心",
    "振兴乡村全面": "乡村全面振兴",
    "乡村推进振兴": "推进乡村振兴",
    "发展高质量": "高质量发展",
    "从严全面治党": "全面从严治党",
    "易地搬迁扶贫": "易地扶贫搬迁",
    "易地搬迁脱贫": "易地扶贫搬迁",
    "发扬和继承": "继承和发扬",
    "发扬与继承": "继承与发扬",
    "解决和发现": "发现和解决",
    "解决并发现": "发现并解决",
    "讨论并听取": "听取并讨论",
    "讨论和听取": "听取和讨论",
    "实施和制定": "制定和实施",
    "落实和制定": "制定和落实",
    "整改和排查": "排查和整改",
    "执行和制定": "制定和执行",
    "推广和总结": "总结和推广",
}
# The first of them may also end one phrase and begin the next.
_MEETS = frozenset(("发展高质量", "落实狠抓"))
_LATE = regex(rf"(?P<how>{_HOW})(?P<done>了)(?P<does>{_DOES})(?!的)")
_AGAINST = regex(
    rf"(?:按照|根据|遵照|依据|依照|贯彻|落实)(?P<said>{_SAID})(?P<organ>{_ORGAN})(?=[，、；。])"
)
# Literals, pattern, what is said of the stretch `odd`, what stands in its place.
_TURNED = Table(
    (
        (  # 说明了秸秆禁烧重大的意义
            "阐明|阐述|说明|讲清|认识|理解|把握|领会|明确|揭示|懂得",
            r"(?:阐明|阐述|说明|讲清|认识|理解|把握|领会|明确|揭示|懂得)(?:了|到)?(?!.{0,14}[是有一以])[\u4e00-\u9fff]{2,12}(?<![的最更加极其十分非常而且])(?P<odd>(?P<how>重大|重要|深远|深刻|现实|特殊|极端)的(?P<noun>意义|内涵|价值|影响))(?=[，。；、])",
            ("“的”的位置不当", "的{how}{noun}"),
        ),
        (  # 进行讨论认真
            "进行",
            r"进行了?(?P<odd>(?P<does>讨论|研究|学习|检查|部署|交流|审议|分析|总结|排查|调研|宣传|整改|核实)(?P<how>认真|深入|热烈|全面|充分|仔细|严肃|细致|广泛|详细))(?=[，。；])",
            ("“{how}”应当放在前面", "{how}{does}"),
        ),
        (  # 取得成效明显
            "取得",
            r"(?<!所)取得了?(?P<odd>(?P<noun>成效|成绩|效果|进展|进步|突破|成果)(?P<how>明显|显著|突出|良好|喜人))(?=[，。；])(?!，[^，。；]{0,10}的)",
            ("“{how}”应当放在前面", "{how}{noun}"),
        ),
        (  # 为不仅我县……，更为邻县……
            "|".join(f"{how}不仅" for how in "为对给使让把将从在"),
            "(?P<odd>(?P<how>[为对给使让把将从在])不仅)(?=[^。；！？]{2,40}[，；](?:而且|更|还|也|又)(?:要|能|将|可以)?(?P=how))",
            ("“不仅”应当放在“{how}”前面", "不仅{how}"),
        ),
        (  # 一定把要群众的事办好
            "把要|把应当|把必须",
            "(?P<odd>把(?P<how>要(?![点求害素领件闻务义道塞隘约职略强紧])|应当|必须))(?=[\u4e00-\u9fff]{2})",
            ("“{how}”应当放在“把”前面", "{how}把"),
        ),
        (  # 今年是又一个丰收年
            "是又",
            "(?<=[年天])(?P<odd>是又)(?=一[个次场年批项轮]|我们)",
            ("“又”应当放在“是”前面", "又是"),
        ),
        (  # 非常感到满意
            "感到",
            "(?P<odd>(?P<how>非常|十分|特别|极其|无比)感到)(?=满意|高兴|荣幸|自豪|惭愧|遗憾|骄傲|欣慰|激动|惊讶|内疚|痛心|光荣|幸福|温暖)",
            ("“{how}”应当放在“感到”后面", "感到{how}"),
        ),
    )
)
_BEHIND = regex(rf"(?P<does>{_DOES}|做好|抓好|加快|打造|建设)(?P<how>{_ONLY})(?=[，。；])")


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=(
        "了",
        "照",
        "根据",
        "依据",
        "贯彻",
        "落实",
        *_ONLY.split("|"),
        *_SETTLED,
        *_TURNED.triggers,
    ),
    yields_to=("near_miss_phrase", "formulation_members", "formulation_misquote", "likely_slip"),
)
def word_order(paragraph: Paragraph) -> Iterator[Spot]:
    """词序不当。

    “了”放在动词后面，“切实、进一步”之类放在动词前面；“建立健全”“贯彻落实”一类并用的动词次序是约定的。

    来源：《现代汉语词典》；公文校对惯例
    Bad: ⟦有效了提升⟧群众的获得感。 -> 有效提升了群众的获得感。
    Bad: 按照⟦部署县委⟧，开展专项整治。 -> 按照县委部署，开展专项整治。
    Bad: 安全生产责任要⟦落实进一步⟧。 -> 安全生产责任要进一步落实。
    Bad: ⟦健全建立⟧长效机制，坚决防止⟦返贫规模性⟧。 -> 建立健全长效机制，坚决防止规模性返贫。
    Bad: 反复说明了秸秆禁烧⟦重大的意义⟧，与会人员进行⟦讨论认真⟧。 -> 反复说明了秸秆禁烧的重大意义，与会人员进行认真讨论。
    Bad: 群众⟦非常感到⟧满意，要⟦发扬和继承⟧优良传统。 -> 群众感到非常满意，要继承和发扬优良传统。
    Bad: 清淤工作取得⟦成效明显⟧。 -> 清淤工作取得明显成效。
    Bad: 图书室⟦为不仅⟧学生提供了书籍，更为教师备课提供了资料。 -> 图书室不仅为学生提供了书籍，更为教师备课提供了资料。
    Bad: 一定⟦把要⟧老人的事办好，今年⟦是又⟧一个丰收年。 -> 一定要把老人的事办好，今年又是一个丰收年。
    Good: 把要点记牢，把要求讲清，天气是又闷又热。
    Good: 对取得成绩显著，群众公认的单位给予表彰，专班所取得成绩显著。
    Good: 领会这座城市丰富而深刻的内涵，准确把握。
    Good: 深刻认识到主题教育的重大意义，深刻认识这是一项十分重大的任务，对方案进行研究，认真听取意见。
    Good: 有效提升了获得感，按照部署，县委成立专班；推动工作不断加强，取得了明显成效。
    Good: 工作进一步落实，推动进一步发展；为了解决问题，全面了解情况。
    """
    text = paragraph.text
    hits = paragraph.literals
    for found in _LATE.finditer(text) if "了" in hits else ():
        if text[found.start("done") : found.end("done") + 1] != "了解":
            mend = f"{found['how']}{found['does']}了"
            yield Spot(found.start(), found.end("does"), "“了”的位置不当", mend)
    for found in _AGAINST.finditer(text):
        mend = found["organ"] + found["said"]
        yield Spot(found.start("said"), found.end(), "词序颠倒", mend)
    for found in _BEHIND.finditer(text):
        said = f"“{found['how']}”应当放在“{found['does']}”前面"
        yield Spot(*found.span(), said, found["how"] + found["does"])
    for found, (said, right) in _TURNED.found(paragraph):
        named = found.groupdict()
        yield Spot(*found.span("odd"), said.format(**named), right.format(**named))
    for literal, start, end in paragraph.hits:
        right = _SETTLED.get(literal)
        if right is None or not {start, end} <= paragraph.bounds | {0}:
            continue
        severity = Severity.HINT if literal in _MEETS else None
        yield Spot(start, end, f"一般作“{right}”", right, severity=severity)
