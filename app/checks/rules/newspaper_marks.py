"""The name of a newspaper without book-title marks: 河州晚报头版刊登."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_PAPERS = "日报|晚报|早报|晨报|商报|都市报|青年报"
_NAME = regex(
    rf"(?:^|(?<=[，。；：、日月在被获登]))(?P<name>(?![在被是由])[\u4e00-\u9fff]{{2,3}}(?:{_PAPERS}))(?!社)"
    r"(?=[\u4e00-\u9fff]{0,4}(?:头版|头条|整版|第?[0-9一二三四五六]+版|刊登|刊发|刊载|登载|以《|以“|报道了))"
)


@rule(group="标点", severity=Severity.HINT, idle=True, triggers=tuple(_PAPERS.split("|")))
def newspaper_marks(paragraph: Paragraph) -> Iterator[Spot]:
    """报刊名称没有加书名号。

    说到报纸、刊物登载了什么，报刊名用书名号；说报社这个单位的不用。

    来源：GB/T 15834—2011 4.15
    Bad: 4月27日⟦河州晚报⟧头版刊登了我县的做法。 -> 4月27日《河州晚报》头版刊登了我县的做法。
    Good: 4月27日《河州晚报》头版刊登了我县的做法，河州日报社记者前来采访。
    """
    for found in _NAME.finditer(paragraph.text):
        start, end = found.span("name")
        yield Spot(start, end, "报刊名用书名号", f"《{found['name']}》")
