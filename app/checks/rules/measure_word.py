"""Measure words that the noun does not take."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.lexicons import rows
from app.patterns import regex

_COUNTS = "一两几三四五六七八九十百0123456789"
_NUMERALS = f"{_COUNTS}二千万零〇"
_POINTED = "这那该"  # 这只优秀的队伍
_NOT_BEFORE = tuple("第初唯统单万专同合")
# A modifier of a few characters, or one that ends in 的 and may be long.
_BETWEEN = (
    r"(?!以[上下内外]|[^，。；的]{2,8}(?:分别|来自|参加|前往|走进|深入|组成|奔赴|参与|进驻|报名|领取))"
    r"(?:[^，。；：！？、（）“”的和与及或在到向对为以从是]{0,10}|"
    r"[^，。；：！？（）]{0,24}?的[^，。；：！？、（）的和与及]{0,6}?)"
)
# Behind the noun: a mark, or a word of grammar, for it must be no part of a longer word.
_AFTER = r"(?=[，。；：！？、）”]|$|[的和与及并在是为将已被把从等都也上中里内])"
_DOES = "实施|开展|进行|推进|启动|完成|采取|打造|着力"
_DOING = regex(_DOES)
_LED: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
_RIGHT: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
_OWN: dict[str, list[str]] = {}  # the nouns that a measure word is right for
for _wrong, _right, _nouns in [row[:3] for row in rows("measure-words.tsv")]:
    _pattern = regex(rf"{_BETWEEN}(?P<noun>{_nouns}){_AFTER}")
    _OWN.setdefault(_right, []).append(_nouns)
    for _word in _wrong.split("|"):
        _RIGHT.setdefault(_word, []).append((_right, _pattern))
        if _right == "起":
            continue  # 纠纷217件 is said too
        # 种植树木3000颗: the number behind the noun.
        _led = regex(rf"(?:{_nouns})(?:共|约|达)?[0-9.]+[万余]*{_word}(?=[，。；、）]|$)")
        _LED.setdefault(_word, []).append((_right, _led))
# 两条河道的治理任务, 两条河道开展清淤工程: the noun of a measure word may stand nearer.
_FITS = {
    word: regex(
        f"[^，。；：！？、的]{{0,4}}?(?:{'|'.join(nouns)})(?:[^，。；：！？]{{0,3}}的|{_DOES})"
    )
    for word, nouns in _OWN.items()
}
_AMOUNT = regex(
    "(?:产值|收入|产量|总量|规模|投资|效益|利润|人均|数量|总值|税收|能力|业绩|指标|销量|销售额)[^，。；]*$"
)
_BOTH = (
    "件起",
    "起件",
    "个家",
    "家个",
    "个名",
    "名个",
    "户家",
    "家户",
    "次场",
    "份件",
    "件份",
    "人次人",
    "人次多人",
    "人次余人",
    "个支",
    "支个",
    "条个",
    "个项",
    "项个",
    "台辆",
    "辆台",
    "处个",
    "座处",
    "所个",
)
_PAIR = regex(
    f"(?<=[0-9])(?:{'|'.join(_BOTH)})(?=[，。；、的]|以上|左右)"
    "|(?<=[0-9一两三四五六七八九十])(?:个支(?=过硬|专业|队伍|政治|高素)|台辆|辆台)"
)
_FOLD = regex(
    r"(?P<turn>翻(?:了)?[一两二三四几]翻)(?=[，。；、！]|$|以上|多)|(?P<time>番(?:了)?[一两二三四几]番)"
)

_STAFF = "教职工|教职员工|职工|员工|党员|干部|群众|学生|师生|老师|志愿者|队员|会员|家长|居民|村民|学员|医护人员|工作人员|企业代表|村民代表|职工代表|学生代表"
# 100余人教职工: people are counted by 名.
_PEOPLE = regex(
    rf"(?<=[0-9十百千多余])(?P<man>人)(?:{_STAFF})(?=[，。；、共和与及等参出到欢]|代表[，。；、共和与及等参出到齐])"
)
# 产值翻了10倍: 翻 goes with 番.
_TIMES = regex("翻(?:了)?[0-9.一二两三四五六七八九十百千几]+(?:多|余)?倍")

# 签约人数54名
_HEADS = regex(
    r"(?:人数|总人口|人口数)(?:共|为|达|约|达到|共计|计|有|约为){0,2}[0-9.]+(?:余|多)?(?P<one>名|个|位)(?=[，。；、）]|$)"
)


# 全县50名之外的学校: a rank.
_RANKED = ("之外", "以外", "之内", "以内", "开外")
_ANOTHER = regex(f"[{_COUNTS}][个名位支项条]")


@rule(
    group="词语",
    severity=Severity.WARNING,
    triggers=(
        *[f"{n}{wrong}" for wrong in _RIGHT for n in f"{_COUNTS}{_POINTED}"],
        "翻",
        "番",
        *_BOTH,
        *(f"人{one}" for one in _STAFF.split("|")),
    ),
)
def measure_word(paragraph: Paragraph) -> Iterator[Spot]:
    """量词误用。

    队伍论“支”，画卷论“幅”，担子论“副”，热土论“片”，文章论“篇”，事故论“起”；成倍增长是“翻番”。

    来源：《现代汉语词典》；词表 resources/lexicons/measure-words.tsv
    Bad: 打造一⟦只⟧政治过硬、作风优良的铁军。 -> 打造一支政治过硬、作风优良的铁军。
    Bad: 绘就一⟦副⟧和美乡村的新画卷。 -> 绘就一幅和美乡村的新画卷。
    Bad: 抓获3⟦位⟧犯罪嫌疑人。 -> 抓获3名犯罪嫌疑人。
    Bad: 产值⟦翻一翻⟧。 -> 产值翻一番。
    Bad: 化解矛盾纠纷1326⟦件起⟧。 -> 化解矛盾纠纷1326件。
    Bad: 全院120余⟦人⟧教职工参加体检。 -> 全院120余名教职工参加体检。
    Bad: 年销量⟦翻了5倍⟧。
    Bad: 当天签约人数54⟦名⟧。 -> 当天签约人数54人。
    Good: 参加体检的教职工120余人，随行3人党员占多数，30人代表公司参赛，利润增长5倍，来了20人学生会干部。
    Good: 打造一支铁军，养了两只羊，挑起一副重担，描绘一幅画卷，干出一番事业。
    Bad: 购置消防车5⟦台辆⟧。 -> 购置消防车5台。
    Bad: 种植树木3000⟦颗⟧，新建公路5⟦座⟧。 -> 种植树木3000棵，新建公路5条。
    Good: 18名选手分别来自全县多个部门，表扬吸纳残疾人5名以上的企业。
    Bad: 走来这⟦只⟧优秀的队伍，掌声响起。 -> 走来这支优秀的队伍，掌声响起。
    Good: 完成两条河道的治理任务，修通3条公路的配套工程，对两条河道实施清淤工程。
    Good: 位列全县50名之外的学校，一个优秀的团队须有一支过硬的服务队伍。
    Good: 第二十一条军人荣誉，查办案件12件涉案人员35名。
    Good: 作为一个支队长，作为一名国有企业的经营者。
    Good: 一家企业与大学合作，一位民警受伤，产值翻两番，唯一只有队伍。
    """
    text = paragraph.text
    both = not paragraph.literals.isdisjoint(_BOTH)
    pairs = [*_PAIR.finditer(text)] if both else ()
    doubled = {found.start() for found in pairs}
    for written, start, end in paragraph.hits:
        if doubled & {start + 1, start + 2} or text[:start].rstrip(_NUMERALS)[-1:] in _NOT_BEFORE:
            continue
        yield from _counted(text, written[1:], start, end)
    for found in pairs:
        yield Spot(*found.span(), "两个量词重复，留一个", found[0][0])
    for found in _TIMES.finditer(text) if "翻" in text else ():
        said = "“翻”与“番”相配，成倍增加说“增长……倍”"
        yield Spot(*found.span(), said, severity=Severity.HINT)
    for found in _HEADS.finditer(text) if "人" in text else ():
        yield Spot(*found.span("one"), "人数论“人”", "人", severity=Severity.HINT)
    for found in _PEOPLE.finditer(text) if "人" in text else ():
        yield Spot(*found.span("man"), "后面的人论“名”", "名")
    for found in _FOLD.finditer(text) if "翻" in text or "番" in text else ():
        if _AMOUNT.search(text[: found.start()]):
            yield Spot(*found.span(), "成倍增长写作“翻番”", f"翻{found[0][1:-1]}番")


def _counted(text: str, word: str, start: int, end: int) -> Iterator[Spot]:
    """Report a measure word that ends at `end` where the noun it counts takes another."""
    fits = _FITS.get(word)
    if (fits is not None and fits.match(text, end)) or text.startswith(_RANKED, end):
        return
    for right, pattern in _RIGHT.get(word, ()):
        found = pattern.match(text, end)
        if found is None:
            continue
        between = text[end : found.start("noun")]
        if _DOING.search(between) or _ANOTHER.search(between):
            continue  # 5条高压线着力打造廉洁工程, 一个团队须有一支队伍
        # 一名企业的经营者: what is counted stands behind the noun.
        if word not in "名位" or text[found.end() : found.end() + 1] != "的":
            said = f"“{found['noun']}”的量词一般用“{right}”"
            yield Spot(start + 1, end, said, right)
            break
    for right, pattern in _LED.get(word, ()):
        found = pattern.search(text, max(start - 12, 0), end + 1)
        if found is not None and found.end() == end:
            yield Spot(start + 1, end, f"这里的量词一般用“{right}”", right)
            break
