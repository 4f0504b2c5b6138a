"""A verb that still waits for what it governs when the clause ends."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Wordings, each
from app.patterns import regex

# 没有得到根本。: the word of degree has lost the verb behind it.
_HOW = "根本|根本性|有效|明显|切实|进一步|较大|显著|全面|较好|极大|彻底|大幅|大幅度|逐步|持续|不断|充分|很大|初步"
_CUT = regex(rf"(?P<odd>(?:得到|取得|获得)了?(?:{_HOW})的?)(?=[，。；])|(?P<bare>得以)(?=[，。；])")
# 存在着配合不够积极、反馈不够及时。: what exists is a 问题 or the like.
_NOUN = "问题|现象|情况|不足|短板|情形|差距|弱项|薄弱|困难|隐患|风险|等|倾向|行为|矛盾|缺陷|漏洞|难题|弊端|环节|状况|方面"
_EXISTS = regex(
    rf"(?P<odd>存在着?)(?!于)(?:(?!{_NOUN})[^，。；：！？“”]){{1,40}}不(?:够|太|甚)[\u4e00-\u9fff]{{1,4}}(?=[。；])"
)
_END = "(?=[。；]|$)"
_DEGREE = "(?:更加|十分|非常|极其|极为|特别|较|很)?"
_SORT = "可靠|坚实|有力|有利|良好|坚强|重要|积极|宝贵|丰富|显著|明显|突出|优质|扎实|浓厚|重大|深远"
_GIVES = "提供|奠定|打下|创造|积累|产生|发挥|起到|作出|做出|形成|营造|具有"
_LED = "组长|主任|总指挥|队长|指挥长"
_DOING = "审理|办理|执行|实施|推进|开展|检查|调查|处理|施工|建设|工作|生产|教学|服务|落实|管理"
_HOW_TOLD = "积极|主动|及时|广泛|大力|认真"
_WHO = "群众|村民|居民|党员|职工|学生|社会|企业|家长"
_OPEN = Wordings(
    (
        (
            _GIVES,
            rf"(?:{_GIVES})了?{_DEGREE}(?P<odd>{_SORT}){_END}",
            "“{}”后面的话没有说完，疑有漏字",
            None,
        ),
        (
            each("进行了", "，|。|；"),
            r"(?:深入|前往|赴)[^，。；]{2,30}(?<!如期)(?<!顺利)(?P<odd>进行了)(?=[，。；])",
            "“{}”后面缺动词",
            None,
        ),
        (
            "负责，",
            r"本着[^，。；的]{0,4}对[^，。；]{2,24}(?P<odd>负责)(?=，)(?![^。；]*(?:态度|精神|原则|要求))",
            "“本着”后面缺“的态度”",
            "{}的态度",
        ),
        (
            each("任", _LED) + "|" + each("为", _LED),
            rf"(?:成立|组建)了?(?:由|以)[^，。；：]{{2,30}}?[任为](?P<odd>{_LED})(?=[，。；])(?![^。；]*的)",
            "“成立”后面缺“的领导小组”一类的话",
            None,
        ),
        (
            "过程，",
            rf"在(?:{_DOING})[^，。；：]{{0,14}}(?P<odd>过程)(?=，)",
            "“在……过程”后面缺“中”",
            "{}中",
        ),
        (
            each("", _HOW_TOLD, "向"),
            rf"(?:{_HOW_TOLD})(?P<odd>向(?:广大)?(?:{_WHO})){_END}",
            "“{}”后面缺动词",
            None,
        ),
    )
)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    triggers=("得到", "取得", "获得", "得以", "存在", *_OPEN.triggers),
    yields_to=("lost_frame_word",),
)
def dangling_verb(paragraph: Paragraph) -> Iterator[Spot]:
    """动词后面的话没有说完。

    “得到根本”“取得明显”后面缺中心词，“得以”后面缺动词；“存在……不够……”后面宜有“的问题”“等现象”，只作提示。

    来源：公文语病惯例
    Bad: 人才流失的现象没有⟦得到根本⟧。
    Bad: 服务质量⟦得到了明显⟧，群众比较满意。
    Bad: 历史遗留问题终于⟦得以⟧，群众非常满意。
    Bad: 个别单位⟦存在着⟧配合不够积极、反馈不够及时。
    Bad: 对提升城市形象具有⟦重要⟧。检查组深入三个乡镇⟦进行了⟧，成立由副县长任⟦组长⟧，统筹推进；带头遵守，并积极⟦向群众⟧。
    Bad: 在审理案件⟦过程⟧，充分听取意见；本着对群众安全高度⟦负责⟧，逐一排查。 -> 在审理案件过程中，充分听取意见；本着对群众安全高度负责的态度，逐一排查。
    Good: 本着对历史负责，对人民负责的态度；对设备的检修进行了，效果良好。
    Good: 这项工作具有重要意义，会议如期进行了，成立由局长任组长，股长任副组长的领导小组，本着对群众负责的态度，主动面向社会。
    Good: 人才流失的现象没有得到根本扭转，服务质量得到了明显提高，问题得以解决。
    Good: 个别单位存在着配合不够积极、反馈不够及时的问题；问题依然存在，整改还不够彻底。
    Good: 工作中存在一些不足，调查研究不够深入；措施切实有效，进步明显。
    """
    text = paragraph.text
    yield from _OPEN.spots(paragraph)
    for found in _CUT.finditer(text):
        yield Spot(*found.span(), f"“{found[0]}”后面的话没有说完，疑有漏字")
    for found in _EXISTS.finditer(text):
        said = "“存在”后面疑缺“的问题”一类的词"
        yield Spot(*found.span("odd"), said, severity=Severity.HINT)
