"""A heading that says what its parent says, or what another heading says."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.headings import Heading, heading, headings

_ENDS = ("", "，", "。", "；")  # what stands behind a clause that is the parent's
_LONG = 40  # characters of a point that is a sentence and no heading
_COLUMN = 4  # characters of the name of a column


@rule(group="标题", severity=Severity.WARNING, scope="document", idle=True, facts=heading)
def heading_repeated(reading: Reading) -> Iterator[Spot]:
    """下级标题与上级标题重复。

    下级标题重复上级标题的主要内容，或者同一上级之下两个标题完全相同，应当改写。

    来源：公文写作惯例
    Bad:
        heading1| 一、提升党组织政治功能和组织功能
        heading2| （一）抓好换届工作
        heading2| （二）实施先锋工程，⟦提升党组织政治功能和组织功能⟧
    Bad:
        heading2| （一）加强组织领导
        heading2| （二）⟦加强组织领导⟧
    Good:
        （一）经理
        1.按时到岗，做好交接班登记；
        2.完成交办的其他工作。
        （二）主管
        1.按时到岗，做好交接班登记；
        2.完成交办的其他工作。
    Good:
        heading1| 六、取保候审、监视居住的适用
        heading2| （一）被采取取保候审、监视居住的适用对象应当遵守规定
    Good:
        heading1| 一、加强领导
        heading2| （一）加强领导机制建设
    """
    above: dict[int, Heading] = {}
    said: dict[int, set[str]] = {}
    for one in headings(reading):
        for deeper in [level for level in above if level > one.level]:
            del above[deeper]
            said.pop(deeper, None)
        parent = max((level for level in above if level < one.level), default=None)
        if parent is not None:
            core = _core(above[parent].text)
            at = one.text.find(core) if len(core) >= 8 else -1
            sentence = len(one.text) > _LONG
            if at >= 0 and not sentence and one.text[at + len(core) :][:1] in _ENDS:
                start = one.start + at
                yield Spot(start, start + len(core), "与上级标题重复", block=one.block)
        if one.first:
            said.pop(one.level, None)
        same = said.setdefault(one.level, set())
        column = not one.start and len(one.text) <= _COLUMN  # 简讯, 图片新闻
        if one.text in same and one.level <= 5 and not column:
            yield Spot(one.start, one.end, "与前面的同级标题相同", block=one.block)
        same.add(one.text)
        above[one.level] = one


def _core(text: str) -> str:
    """Return the last clause of a heading without its opening adverb."""
    core = text.rsplit("，", 1)[-1]
    for word in ("着力", "努力", "切实", "大力", "全面", "扎实", "持续", "不断"):
        core = core.removeprefix(word)
    return core
