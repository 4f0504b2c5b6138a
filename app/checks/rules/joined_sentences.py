"""Two sentences or clauses with nothing between them: 秧苗长势良好农机站建议……."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.checks.language.rows import CHARACTER as _H
from app.checks.language.words import sorts
from app.checks.tables import Table, each
from app.document.model import Role
from app.patterns import regex

_D = "[^，。；！？：、“”（）《》]"
_N = "0-9０-９一二三四五六七八九十百千万"
_GOES_ON = "(?!标志|资金|[的地得并且而但以后等和与或也即则时中前来者之于为在、了])"
_WHOM = "长势|效果|反响|秩序|运行|成效|进展|情况|状况|质量|气氛|手续|证件|态势|信誉|治安|由来|表示|生长|身体|收成|销路|供应|交通"
_WELL = "良好|显著|热烈|已久|井然|齐全|充足|完好|平稳|顺利|较好|满意|有序|明显|畅通"
_PREDICATES = "|".join([each(whom, _WELL) for whom in _WHOM.split("|")])
_DONE = "建成投产|竣工投产|投入使用|竣工通车|建成通车|全面完工|如期完工|圆满结束|落下帷幕|拉开帷幕|拉开序幕|合影留念|投入运营|投入运行|顺利通车|圆满成功|供不应求|名列前茅"
_AT_ONCE = "急忙|随即|连忙|立即|当即|立刻|赶紧|迅速"
_UNITS = "户|人|名|亩|平方米|公顷|平方公里|公里|万元|元|吨"
_NEXT = (
    "常住|户籍|总人口|总面积|辖区有|辖区共|辖区现|辖有|建筑面积|占地|其中|耕地面积|承担着|承担常|承担了|"
    "实现销售|实现收入|实现产值|实现利润|实现营业|实现总|带动就业|带动农户|带动周边|带动群众"
)
_PENAL = "取消|扣除|扣发|给予|视为|责令|罚款"
_MEETING = "演练|活动|培训|比赛|讲座|检查|座谈会|会议|宣讲|竞赛"
_NAMES = "结果|情况|时间|地点|方案|名单|意见"
_TO = "于|由|须|应|要|将|为|请|报"
# A mark is wanted at `at`, or where the match begins; where `noun` is told a noun must open what follows.
_KINDS = Table(
    (
        (_PREDICATES, rf"(?:{_WHOM})(?:{_WELL})(?P<at>){_GOES_ON}(?={_H}{{4}})", "noun"),
        (_DONE, rf"(?:{_DONE})(?P<at>){_GOES_ON}(?!仪式|典礼|大会|以来)(?={_H}{{4}})", "noun"),
        (
            _AT_ONCE,
            rf"(?:发现|看到|得知|听到|听说|接到){_D}{{6,20}}(?<![后时并即便都就员人们警士要应须可能])(?P<at>)(?={_AT_ONCE})(?!立即停|迅速(?:发|增|上|的))",
            None,
        ),
        (
            each("重视", "立即|迅速|第一时间|及时|专门|多次|专题|马上|当即"),
            r"(?:高度|十分|非常|极为)重视(?P<at>)(?=立即|迅速|第一时间|及时|专门|多次|专题|马上|当即)",
            None,
        ),
        (
            _NEXT,
            rf"[{_N}](?:余|多|万)?(?:{_UNITS})(?<!二元)(?P<at>)(?={_NEXT})(?!其中[的之]|常住[农户人居村][^，。0-9]{{0,3}}[，。、])",
            Severity.WARNING,
        ),
        (
            each("", _PENAL),
            rf"[{_N}](?:次|场|天|分钟|小时|门|学时)(?:及?以上)?(?P<at>)(?!(?<=一次)扣)(?=(?:{_PENAL}){_H}{{2}})",
            None,
        ),
        (
            each("", _MEETING, "全")
            + "|"
            + each("", _MEETING, "共")
            + "|"
            + each("", _MEETING, "来自"),
            rf"(?<=了)[一两][次场堂期]{_D}{{2,12}}(?:{_MEETING})(?P<at>)(?=全[院校镇县村体乡局区市厂]{_H}|共有|共计|来自)",
            None,
        ),
        (
            "请",
            rf"请(?<={_H}{{4}}请)(?<![邀申提报聘延敬恳现特烦约有务敦吁谨商并且还须需可应要先再宴者员生们人长位均]请)(?!求|示|假|教|柬|战|客|缨|愿){_H}{{2,10}}(?:于|务必|认真|及时|抓紧|按时|准时|尽快|遵照|按照|前往|着装|着正装)",
            None,
        ),
        (
            "至此，|与此同时，|届时，|综上所述，",
            rf"(?:至此|与此同时|届时|综上所述)，(?:(?<=(?:完成|结束|完毕|满意|落幕|闭幕|竣工)至此，)|(?<={_H}(?<!几乎)(?<![但而])与此同时，)|(?<={_H}(?<![换一本])届时，)|(?<={_H}综上所述，))",
            None,
        ),
        (
            each("", "名|个|人|项|户|件|份|元|亩|吨|天|次", "上述"),
            rf"[{_N}][名个人项户件份元亩吨天次](?P<at>)(?=上述{_H}{{2}})",
            None,
        ),
        (
            "|".join([each(name, _TO) for name in _NAMES.split("|")]),
            rf"(?P<of>{_H}{{2}})(?P<at>)(?=(?P=of)(?:{_NAMES})(?:{_TO}))",
            None,
        ),
        (
            "建于|成立于|创办于|设立于|创立于",
            r"(?:建|成立|创办|设立|创立)于(?:[0-9０-９一二三四五六七八九○〇]{4}年(?:[0-9０-９一二三四五六七八九十]{1,3}月)?|[\u4e00-\u9fff]{1,4}(?:代|年间|时期|初期|中期|末期|初年|末年))(?P<at>)(?=位于|占地|面阔|面积|建筑面积|现有|坐落|总[面建投占]|是|属|由)",
            Severity.WARNING,
        ),
        (
            each("", "参会|与会|参训|参赛", "人员请"),
            rf"(?:参会|与会|参训|参赛)人员请(?<={_H}{{8}}.)(?<!求.....)(?<!全体.....)(?<!各位.....)",
            None,
        ),
        (
            "日如果|日如您|日如有|日如需",
            r"[0-9]日(?P<at>)(?=如果|如您|如有|如需)",
            None,
        ),
        (
            each("如有", "特殊|疑问|需要|变动|不妥|问题|违反|异议|变化|遗漏"),
            rf"如有(?<={_H}{{6}}如有)(?<![时后是者员人假比]如有)(?:特殊|疑问|需要|变动|不妥|问题|违反|异议|变化|遗漏)",
            None,
        ),
    )
)
_TEXT = regex("[，。；]")
_SINCE = regex(rf"[{_N}]+(?:年|个?月|天|周|日|多|余)")
_TITLES = frozenset((Role.TITLE, Role.SUBTITLE, Role.OBJECT, Role.HEADING1, Role.HEADING2))


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=_KINDS.triggers,
    yields_to=("missing_comma",),
)
def joined_sentences(paragraph: Paragraph) -> Iterator[Spot]:
    """两句话连在一起，中间没有标点。

    前一句的意思已经完整，后面另起主语或者另说一事，中间要有逗号或者句号；数字和单位说完一项、接着说下一项的也一样。

    来源：GB/T 15834—2011 4.1、4.4
    Bad: 秧苗普遍长势良⟦好⟧农机站建议下周开始追肥。 -> 秧苗普遍长势良好，农机站建议下周开始追肥。
    Bad: 新桥竣工通⟦车⟧村民出行方便多了。 -> 新桥竣工通车，村民出行方便多了。
    Bad: 护林员发现山脚冒起浓⟦烟⟧立即拨打了报警电话，镇里高度重⟦视⟧迅速派人。 -> 护林员发现山脚冒起浓烟，立即拨打了报警电话，镇里高度重视，迅速派人。
    Bad: 全村312⟦户⟧常住人口980人，合作社种茶四百⟦亩⟧带动农户九十家。 -> 全村312户，常住人口980人，合作社种茶四百亩，带动农户九十家。
    Bad: 缺考三⟦次⟧取消评优资格，学校组织了一次防震演⟦练⟧全校师生都参加了。 -> 缺考三次，取消评优资格，学校组织了一次防震演练，全校师生都参加了。
    Bad: 站房始建于1976⟦年⟧占地两亩，清淤全部完⟦成⟧至此，工程收尾。 -> 站房始建于1976年，占地两亩，清淤全部完成，至此，工程收尾。
    Bad: 报名截止到5月7⟦日⟧如果人数不够再延期。 -> 报名截止到5月7日，如果人数不够再延期。
    Bad: 门卫共有六⟦名⟧上述人员均已培训，请大家抓紧时间讨⟦论⟧讨论意见于周三前报送。 -> 门卫共有六名，上述人员均已培训，请大家抓紧时间讨论，讨论意见于周三前报送。
    Good: 浇花踩踏草坪的，一次扣除积分五分。
    Good: 保持良好作风，长势良好的秧苗，新桥竣工通车仪式，截至此，两次上述会议。
    Good: 各部门高度重视认真细致的工作，接到报警后立即出动；缺考三次者取消资格；特邀请各村按时参加。
    """
    text = paragraph.text
    if paragraph.role in _TITLES or not _TEXT.search(text):
        return
    for found, how in _KINDS.found(paragraph):
        at = found.start("at" if "at" in found.re.groupindex else 0)
        if how == "noun" and not _anew(found):
            continue
        severity = how if isinstance(how, Severity) else None
        yield replace(lacking("，", at, at, "两句话之间疑漏标点"), severity=severity)


def _anew(found: re.Match[str]) -> bool:
    """Whether a noun, or a number of things, opens what follows."""
    text, at = found.string, found.start("at")
    if _SINCE.match(text, at):
        return False
    (word, sort), *_ = sorts(text[at : at + 10])
    return sort[0] in "ntm" or sort == "j" or word in {"我们", "大家", "各位", "各村"}
