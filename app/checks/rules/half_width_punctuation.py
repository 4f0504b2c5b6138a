"""Western marks in Chinese text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.language.han import HAN
from app.patterns import regex

_SIDE = f"{HAN}“”‘’（）《》％"
# The pattern begins with the mark, for which the engine looks fast.
_MARK = regex(
    rf"[,;:?!.](?:(?<=[{_SIDE}].)(?:(?<=[,;?!]) ?(?=[{_SIDE}])|(?<=:)(?:(?= ?[0-9]|[A-Za-z{_SIDE}])| (?=[{HAN}]))"
    rf"|(?<=[,;:?!])(?=\s*$)|(?<=\.)(?=[{HAN}“《]))"
    rf"|(?<=[{HAN}]{{3}}[0-9]\.)(?=\s*$)|(?<=[{HAN}]{{4}}\.)(?=\s*$)|(?<=[{HAN}]{{2}}\.)(?=”)|(?<=[{HAN}]\.)(?=\t|  )|(?<=[0-9][{HAN}]\.)(?=\s*$)|(?<=[%％]\.)(?=\s*$)"
    rf"|(?<=[,;])(?<=[{HAN}] .) (?=[{HAN}])|(?<=[,;])(?<=[0-9] .)(?=[{HAN}])"
    rf"|(?<=[0-9A-Za-z%％].)(?:(?<=[,;?!])(?=[{HAN}“《（])|(?<=[,;]) (?=[{HAN}]))|(?<=[0-9]:)(?=[“《]))"
)
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_SOURCE = regex(r"\s*[\[［〔][0-9]{1,2}[\]］〕]")  # an entry of a bibliography
_LISTED = regex(r"[一二三四五六七八九十]+$")


@rule(
    group="标点",
    severity=Severity.ERROR,
    triggers=tuple(",;:?!."),
    yields_to=(
        "addressee_colon",
        "month_day_mark",
        "heading_end_mark",
        "lone_angle",
        "program_residue",
    ),
    habit=Habit(),
)
def half_width_punctuation(paragraph: Paragraph) -> Iterator[Spot]:
    """中文里用了半角标点。

    中文语句使用全角标点；半角标点排版时只占半个字位，还会与小数点、网址等混淆。全文一直这样写的，只在第一处指出，可以同类全部改正。

    来源：GB/T 15834—2011 第5章
    Bad: 抓好落实⟦.⟧推进工作 -> 抓好落实。推进工作
    Bad: 各县（区）⟦:⟧ -> 各县（区）：
    Bad: 统一部署⟦, ⟧分步实施 -> 统一部署，分步实施
    Bad: 值班电话⟦:⟧ 0731-1234567，附件1⟦:⟧《值班表》，完成率达到98%⟦.⟧ -> 值班电话： 0731-1234567，附件1：《值班表》，完成率达到98%。
    Bad: 增长5%⟦,⟧其中工业增长6% -> 增长5%，其中工业增长6%
    Bad: 车载定位系统在线率达99%⟦, ⟧比上月提高 -> 车载定位系统在线率达99%，比上月提高
    Bad: 工具书只供室内阅览 ⟦; ⟧教师用书另设专架 -> 工具书只供室内阅览 ；教师用书另设专架
    Bad: 培训时间⟦: ⟧下周三上午，急救技能如⟦:⟧CPR等 -> 培训时间：下周三上午，急救技能如：CPR等
    Bad: 开放时间为8:00-11:30 ⟦,⟧节假日照常，每答对一题得2分⟦.⟧ -> 开放时间为8:00-11:30 ，节假日照常，每答对一题得2分。
    Good: 比例为1:3，8:30开会，收入1,234元，增长3.5%。
    Good: 1.加强领导
    Good: 详见http://www.example.cn/a?b=c，或者a.txt。
    Bad: 加强领导，明确责任⟦.⟧ -> 加强领导，明确责任。
    Good: 一.加强领导
    Good: [1]林某某.社区养老服务的三种模式[J].某省社会科学,2021(3):12-15.
    """
    text = paragraph.text
    if _SOURCE.match(text):
        return
    for found in _MARK.finditer(text):
        if found[0] in ".," and _LISTED.fullmatch(text[: found.start()].strip()):
            continue
        mark = found[0].rstrip()
        yield Spot(*found.span(), f"中文语句里的半角“{mark}”", mark.translate(_FULL))
