"""Places where 的 is missing."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_MISSING = regex(
    r"(失去联系)(?=党员(?!管理|工作|排查))|(?:做到|践行|坚决做到)“两个维护”()(?=定力|能力|政治自觉|思想自觉|行动自觉)|在(?:同志们|大家|各级领导|全体干部职工)(?:的)?(大力支持|共同努力)(?=下)(?<!的大力支持)(?<!的共同努力)"
)

_DEGREE = "非常|十分|极其|极为|相当|更为"
_LIKE = "广阔|良好|丰富|深厚|巨大|浓厚|优越|深刻|明显|扎实|坚实|严峻|宝贵|突出|密切|显著|重大|强烈|完善|有利|先进|严重|复杂"
_THING = "前景|市场前景|发展前景|意义|作用|基础|条件|地位|影响|成效|成绩|效果|价值|经验|资源|氛围|环境|关系|贡献|内涵|底蕴|形势|印象|反响|愿望|责任感|后果|损失|问题|机制"
_VERY = regex(
    rf"(?:有|有着|具有|取得|产生|起到|发挥|作出|做出|形成|积累|面临|造成|创造|提供|奠定|引起|存在|建立)(?:了)?(?:{_DEGREE})(?P<odd>{_LIKE})(?={_THING}(?:[，。；、！]|$|和|与))"
)
_PRAISED = regex(
    r"(?:得到|受到|赢得|获得)了[^，。；的]{1,14}(?:领导|专家|群众|各界|用户|客户|师生|学生|家长|职工|居民|村民|观众|评委|媒体|部门|代表|嘉宾)(?P<odd>高度|热烈|一致|广泛|充分|大力|热情)(?=(?:赞扬|评价|肯定|支持|欢迎|好评|称赞|关注|认可|回应)(?:[，。；、！]|$|和|与))"
)
_STRIKING = "翻天覆地|天翻地覆|日新月异|脱胎换骨|前所未有|潜移默化|举世瞩目|沧海桑田|前所未见|史无前例|显而易见"
# 发生了翻天覆地变化
_CHANGED = regex(
    rf"(?:发生|产生|带来|取得|经历)了?(?P<odd>{_STRIKING})(?=变化|改变|变革|成就|成绩|突破)"
)
# 所取得成绩, 情况和存在不足
_GOT = regex(
    "所(?P<odd>取得|做出|作出|形成|积累)(?=(?:成绩|成果|成效|成就|贡献|经验|进步|荣誉)(?:[，。；、]|的|和|与|及|是|给))"
    "|(?:情况|成绩|成效)(?:和|及|与|以及)(?P<lacks>存在)(?=不足|困难)"
)


@rule(
    group="词语",
    severity=Severity.HINT,
    triggers=(
        "失去联系党员",
        "“两个维护”",
        "大力支持下",
        "共同努力下",
        *_DEGREE.split("|"),
        *_STRIKING.split("|"),
        *("所取得", "所做出", "所作出", "所形成", "所积累", "存在不足", "存在困难"),
        *("得到了", "受到了", "赢得了", "获得了"),
    ),
)
def missing_de(paragraph: Paragraph) -> Iterator[Spot]:
    """疑缺“的”。

    修饰语和中心语之间缺少“的”。

    来源：公文语言惯例
    Bad: 对与党组织⟦失去联系党员⟧作出妥善处理
    Bad: 彰显做到⟦“两个维护”定力⟧和能力
    Bad: 在同志们⟦大力支持⟧下，任务完成。
    Bad: 产品具有十分⟦广阔⟧市场前景，得到了与会专家⟦高度⟧评价。 -> 产品具有十分广阔的市场前景，得到了与会专家的高度评价。
    Bad: 肯定了茶场所⟦取得⟧成绩，汇报了管护情况和⟦存在⟧不足。 -> 肯定了茶场所取得的成绩，汇报了管护情况和存在的不足。
    Bad: 村容村貌发生了⟦翻天覆地⟧变化。 -> 村容村貌发生了翻天覆地的变化。
    Good: 具有重要意义，得到专家高度评价，受到了热烈欢迎，取得非常显著的成效，得到了专家的高度评价。
    Good: 对失去联系的党员作出妥善处理，在同志们的大力支持下，提高做到“两个维护”的能力。
    """
    text = paragraph.text
    for found in (*_VERY.finditer(text), *_CHANGED.finditer(text), *_GOT.finditer(text)):
        which = found.lastgroup or 0
        yield Spot(*found.span(which), f"“{found[which]}”后疑缺“的”", f"{found[which]}的")
    for found in _PRAISED.finditer(text):
        yield Spot(*found.span("odd"), f"“{found['odd']}”前疑缺“的”", f"的{found['odd']}")
    for found in _MISSING.finditer(text):
        if found[1]:
            yield Spot(found.start(1), found.end(1) + 2, "“失去联系”后疑缺“的”")
        elif found[3]:
            yield Spot(*found.span(3), f"“{found[3]}”前疑缺“的”")
        else:
            start = text.rfind("“", 0, found.start(2))
            yield Spot(start, found.start(2) + 2, "“两个维护”后疑缺“的”")
