"""Approximate numbers written with a mark between the figures."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import to_chinese
from app.patterns import regex

_UNITS = "十|百|千|万|亿|个|名|人|天|年|次|项|家|户|里|公里|米|元|万元|岁|倍|成|分钟|小时|个月|件|辆|块|头|棵|亩|吨"
_NEIGHBOURS = "一、二|二、三|两、三|三、四|四、五|五、六|六、七|七、八|八、九|三、五"
_FOUND = regex(rf"(?<![一二三四五六七八九十百第、（])(?P<pair>{_NEIGHBOURS})(?=(?P<unit>{_UNITS}))")
# 一、二年级 and 三、四年级 are two grades; 一、二级 two levels.
# 分列二、三名: places in a contest, each of them told.
_PLACED = regex("(?:分[列获居]|分别[^，。；]{0,8}|名?列|[夺获]得?|包揽|囊括|并列|前|位居)$")
_NAMED = regex(r"年级|年期|个方面|项任务|家庭|个五年|人称")

# 需要2、3天: neighbours in figures.
_FIGURES = regex(
    r"(?<=[用需要约有花了共隔过每等的前后近来去备派配选带走写讲养栽])(?P<pair>2、3|3、4|4、5|5、6|6、7|7、8|8、9)(?=(?:个(?!月|方面|年级|单位|问题)|[天年人次家户位岁名](?!级|度|制))[\u4e00-\u9fff，。；])"
)


# 10几支: 几 stands with Chinese numerals.
_SOME = regex(
    "(?<![0-9.])(?P<odd>(?P<tens>[1-9])0几)(?=[个名人家户支条件项次年天岁所台辆座万千块元亩吨])"
)
# 数10万: 数 stands with Chinese numerals.
_SEVERAL = regex("(?<=数)(?P<odd>10{1,3})(?=[万亿余多个名人家户支条件项次年天岁所台辆座块元亩吨])")
_POWERS = ("十", "百", "千")


@rule(
    group="数字",
    severity=Severity.WARNING,
    triggers=("0几", "数10", *_NEIGHBOURS.split("|"), *(f"{n}、{n + 1}" for n in range(2, 9))),
)
def approximate_number(paragraph: Paragraph) -> Iterator[Spot]:
    """概数中间用了顿号。

    相邻两个数字连用表示概数，中间不加顿号；加了顿号就成了并列的两个数。

    来源：GB/T 15835—2011 5.2.1；GB/T 15834—2011 4.5.3.4
    Bad: 走访了⟦二、三⟧十户群众 -> 走访了二三十户群众
    Bad: 用⟦三、五⟧天时间完成 -> 用三五天时间完成
    Bad: 每组⟦七、八⟧个人 -> 每组七八个人
    Bad: 路上需要⟦2、3⟧天。
    Bad: 每组选派⟦3、4⟧名队员。
    Bad: 由⟦10几⟧支增加到⟦30几⟧支。 -> 由十几支增加到三十几支。
    Bad: 年薪数⟦10⟧万元，数⟦100⟧名村民赶来。 -> 年薪数十万元，数百名村民赶来。
    Good: 总人数100人，户数10户，数十万元。
    Good: 三班的3、4年级，第2、3天，共有3、4个方面。
    Good: 一、二年级学生参加活动
    Good: 三、四季度经济平稳
    Good: 一、二、三产业融合
    Good: 第三、五项任务
    Good: 县一队夺冠，县二队、镇联队分列二、三名。
    Good: （一、二年期）
    """
    text = paragraph.text
    for found in _FOUND.finditer(text):
        if _NAMED.match(text, found.end()) or not text[: found.start()].strip():
            continue
        if found["unit"] == "名" and _PLACED.search(text, 0, found.start()):
            continue
        pair = found["pair"]
        yield Spot(*found.span("pair"), f"概数“{pair}”中间不用顿号", pair.replace("、", ""))
    for found in _SOME.finditer(text):
        tens = int(found["tens"])
        mend = f"{to_chinese(tens) if tens > 1 else ''}十几"
        yield Spot(*found.span("odd"), f"“几”与汉字数字连用，写作“{mend}”", mend)
    for found in _SEVERAL.finditer(text):
        if found.start() < 2 or text[found.start() - 2] not in "总个人户次多少倍基指系":
            mend = _POWERS[len(found["odd"]) - 2]
            yield Spot(*found.span("odd"), f"“数”与汉字数字连用，写作“数{mend}”", mend)
    for found in _FIGURES.finditer(text):
        hint = Severity.HINT  # they may be two that are told
        yield Spot(*found.span("pair"), "概数用汉字，如“两三天”，中间不用顿号", severity=hint)
