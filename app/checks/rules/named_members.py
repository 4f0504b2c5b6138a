"""A short name whose second half nothing explains: “两保证、一带头”：保证时间，保证质量."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_NAMED = regex(
    r"“[一两二三四五六](?P<one>[\u4e00-\u9fff]{2})、[一两二三四五六](?P<two>[\u4e00-\u9fff]{2})”[^：。；，]{0,6}(?:：|，即|，也就是)(?P<told>[^；。“”]{6,120})[。；]"
)


@rule(
    group="一致",
    severity=Severity.HINT,
    idle=True,
    triggers=tuple(f"、{n}" for n in "一两二三四五六"),
)
def named_members(paragraph: Paragraph) -> Iterator[Spot]:
    """简称里的一项在解释中没有着落。

    “两提高、一降低”后面逐项解释的，“提高”和“降低”都应当写到；只写了一半，多半是漏写或者简称没有改。

    来源：公文校对惯例
    Bad: 切实做到“两保证、⟦一带头⟧”：保证学习时间，保证学习质量，做好笔记。
    Good: 切实做到“两保证、一带头”：保证学习时间，保证学习质量，领导带头发言。
    Good: 落实“两个责任、一个清单”：主体责任，监督责任和问题清单。
    """
    if paragraph.role is Role.OBJECT:
        return
    for found in _NAMED.finditer(paragraph.text):
        one, two = found["one"] in found["told"], found["two"] in found["told"]
        if one != two:
            word = found["two"] if one else found["one"]
            start, end = found.span("two" if one else "one")
            yield Spot(start - 1, end, f"后面没有写到“{word}”")
