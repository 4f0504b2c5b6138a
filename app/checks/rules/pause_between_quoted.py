"""、between quoted or titled items that stand side by side."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_PAUSE = re.compile(r"(?<=[”》])、(?=[“《])")


@rule(group="标点", severity=Severity.WARNING, triggers=("”、“", "》、《"))
def pause_between_quoted(paragraph: Paragraph) -> Iterator[Spot]:
    """并列的引号、书名号之间用了顿号。

    标有引号或书名号的并列成分之间通常不用顿号；后面另有成分或夹注的除外。

    来源：GB/T 15834—2011 4.5.3.5
    Bad: 学习《中国共产党章程》⟦、⟧《中国共产党廉洁自律准则》 -> 学习《中国共产党章程》《中国共产党廉洁自律准则》
    Bad: 落实“三会一课”⟦、⟧“主题党日”等制度 -> 落实“三会一课”“主题党日”等制度
    Good: 学习《中国共产党支部工作条例（试行）》（以下简称《条例》）、《中国共产党章程》。
    Good: 增强“四个意识”、坚定“四个自信”、做到“两个维护”。
    """
    for found in _PAUSE.finditer(paragraph.text):
        if paragraph.text[max(found.start() - 2, 0) : found.start()] == "）》":
            continue
        yield Spot(*found.span(), "并列的引号、书名号之间不用顿号", "", title="删去顿号")
