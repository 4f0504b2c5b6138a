"""Other lines where a dash belongs."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.patterns import regex

_BOX = regex(r"[─━―﹘－]+(?![─━])")
_DOUBLE = regex(
    r"(?<=[\u4e00-\u9fff”》，。])-{2,}(?=[\u4e00-\u9fff“《])|(?<=[\u4e00-\u9fff”》])-{3,}(?=[0-9])|(?<![\u4e00-\u9fff0-9])-{2,}(?=[\u4e00-\u9fff])"
)
# 项目-全自动空调控制器: neither a compound of two names nor a path of pages.
_SINGLE = regex(
    r"(?<=[\u4e00-\u9fff]{4})-(?=[\u4e00-\u9fff]{5})(?![\u4e00-\u9fff]{5,8}(?:线|路|段|航线|高速|铁路|隧道|管道|综合征|定律|方程)(?![\u4e00-\u9fff]))"
)
# 圆了一个梦—让山区通上电
_HALF = regex(
    r"(?<=[\u4e00-\u9fff]{4})(?P<odd>—)(?=(?:让|把|使得|这就是|那就是|就是|不是|而是|为了|不仅|只有|我们|他们)[\u4e00-\u9fff]{3})"
)
# 陇海铁路徐州——郑州段
_ROUTE = regex(
    r"(?:高速公路|高速|铁路|高铁|公路|国道|省道|航线|城际|乘坐?|往返|开通|恢复)[\u4e00-\u9fff]{2,4}(?P<odd>——)[\u4e00-\u9fff]{2,4}(?=[区航]?段(?!时|落)|区间|的?(?:航班|列车|班车|客车|班列|高铁|航线|客运))"
)
# 病房−他们的家: a minus, or a hyphen of another script.
_MINUS = regex(r"(?<=[\u4e00-\u9fff]{2})[−‐‑‒](?=[\u4e00-\u9fff]{2})")
# 0571—6655432
_PHONE = regex("(?<![0-9])0[1-9][0-9]{1,2}(?P<odd>[—–－]+)(?=[1-9][0-9]{6,7}(?![0-9]))")
_AMOUNT = regex("[0-9][年月日号时分点岁%％]?$")  # the mark behind it is one of range_mark
_MODEL = regex("[A-Za-zＡ-Ｚａ-ｚ]－[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_TABLE = regex(r"^[\s─━┌┐└┘├┤┬┴┼│|+-]+$")


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=("─", "━", "―", "﹘", "－", "-", "—", *"−‐‑‒"),
    habit=Habit(regex("——")),
)
def dash_form(paragraph: Paragraph) -> Iterator[Spot]:
    """破折号、连接号用了别的符号。

    破折号占两个字（——），连接号用“—”“-”“～”；不用制表线“─”、两个短横“--”代替。

    来源：GB/T 15834—2011 4.10、4.13
    Bad: 孩子们回到了曾经的家⟦−⟧县福利院。 -> 孩子们回到了曾经的家——县福利院。
    Bad: 值班电话0571⟦—⟧6655432 -> 值班电话0571-6655432
    Bad: 采用“总⟦──⟧分”结构
    Bad: 重要举措⟦--⟧改革创新 -> 重要举措——改革创新
    Bad: 承担了省重点课题⟦-⟧无人机喷洒技术的试验。 -> 承担了省重点课题——无人机喷洒技术的试验。
    Bad: 竞赛的宗旨只有一条⟦—⟧不是争名次。 -> 竞赛的宗旨只有一条——不是争名次。
    Bad: 往返徐州⟦——⟧连云港的列车停运两天。 -> 往返徐州—连云港的列车停运两天。
    Good: 沿江铁路武汉—荆州段，要害路段——荆江段，产学研—让利区，修建了一条铁路——京九铁路。
    Good: 打开首页-政务公开-办事指南，乘坐青石-白水线，格林-巴利综合征，010-6655。
    Good: ＤＷＦ－260型电子秤，GDF－95型报警器。
    Good: 依次点击“首页”－“登录”。
    Good: 冷库保持在－18℃以下，环比为－０．３％。
    Good: 重要举措——改革创新，2025—2026年，010-12345678。
    """
    text = paragraph.text
    if _TABLE.match(text):
        return
    for found in _DOUBLE.finditer(text):
        yield Spot(*found.span(), "破折号应写作“——”", "——")
    if "—" in text:
        yield from _of_wrong_length(text)
    for found in _PHONE.finditer(text):
        said = "区号和号码之间用短横线“-”"
        yield Spot(*found.span("odd"), said, "-", severity=Severity.HINT)
    yield from _of_hyphens(paragraph)
    for found in _BOX.finditer(text):
        if text[found.end() : found.end() + 1].isdigit() and (
            found[0] == "－" or _AMOUNT.search(text, 0, found.start())  # a minus, or a range
        ):
            continue
        if found[0] == "－" and _MODEL.match(text, max(found.start() - 1, 0)):
            continue
        if text[found.start() - 1 : found.end() + 1] == "”－“":  # 点击“首页”－“登录”
            continue
        yield Spot(*found.span(), "这是制表线或别的横线，不是破折号")


def _of_hyphens(paragraph: Paragraph) -> Iterator[Spot]:
    """Report a hyphen, or a sign of its kind, that stands for the dash."""
    text = paragraph.text
    for found in _SINGLE.finditer(text) if text.count("-") == 1 else ():
        said = "解释说明用破折号“——”，不用短横线"
        yield Spot(*found.span(), said, "——", severity=Severity.HINT)
    for found in _MINUS.finditer(text) if not paragraph.literals.isdisjoint("−‐‑‒") else ():
        said = f"“{found[0]}”是负号一类的符号，不是破折号"
        yield Spot(*found.span(), said, "——", severity=Severity.HINT)


def _of_wrong_length(text: str) -> Iterator[Spot]:
    """Report half of the dash before an explanation, and the dash between two places."""
    for found in _HALF.finditer(text):
        yield Spot(*found.span("odd"), "破折号占两个字（——）", "——")
    for found in _ROUTE.finditer(text):
        yield Spot(*found.span("odd"), "起止地点之间用连接号“—”", "—")
