"""、between quoted or titled items that stand side by side."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.habits import once
from app.patterns import regex

_BESIDE = regex(r"(?<=[”》])、?(?=[“《])(?<!）》、)")


def beside(paragraph: Paragraph) -> tuple[tuple[int, ...], int] | None:
    """Return where 、 stands between quoted items, and how often none does: a facts function."""
    found = [match.span() for match in _BESIDE.finditer(paragraph.text)]
    pauses = tuple([start for start, end in found if start < end])
    return (pauses, len(found) - len(pauses)) if found else None


@rule(
    group="标点",
    severity=Severity.WARNING,
    scope="document",
    facts=beside,
    triggers=("”、“", "》、《", "”“", "》《", "”、《", "》、“", "”《", "》“"),
)
def pause_between_quoted(reading: Reading) -> Iterator[Spot]:
    """并列的引号、书名号之间用了顿号。

    标有引号或书名号的并列成分之间通常不用顿号；后面另有成分或夹注的除外。全文大多用顿号的，是写作者的习惯，只作提示。

    来源：GB/T 15834—2011 4.5.3.5
    Bad: 学习《中国共产党章程》⟦、⟧《中国共产党廉洁自律准则》 -> 学习《中国共产党章程》《中国共产党廉洁自律准则》
    Bad: 落实“三会一课”⟦、⟧“主题党日”等制度 -> 落实“三会一课”“主题党日”等制度
    Good: 学习《中国共产党支部工作条例（试行）》（以下简称《条例》）、《中国共产党章程》。
    Good: 增强“四个意识”、坚定“四个自信”、做到“两个维护”。
    """
    found = list(reading.present())
    used = sum(len(pauses) for _, (pauses, _) in found)
    habit = used > sum(bare for _, (_, bare) in found)
    spots = [
        Spot(at, at + 1, "并列的引号、书名号之间不用顿号", "", title="删去顿号", block=block)
        for block, (pauses, _) in found
        for at in pauses
    ]
    yield from once(spots, Severity.HINT) if habit else spots
