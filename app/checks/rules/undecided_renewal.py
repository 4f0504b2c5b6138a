"""Places that the renewal of last year's text has left to the writer."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule


@rule(group="待填与杂质", severity=Severity.WARNING, scope="document", idle=True)
def undecided_renewal(reading: Reading) -> Iterator[Spot]:
    """旧稿翻新还没有定下来。

    用“旧稿翻新”把旧稿改成新的一年以后，程序拿不准、您也还没有定的地方（“去年”“今年是……”、具体日期、已经结束的活动等）在这里逐处标出。改了文字就不再标；看过不用改的，忽略即可。

    来源：本程序的旧稿翻新
    Bad{left}: ⟦去年⟧完成投资3亿元。
    Bad{left}: 一要按时报送，于⟦3月5日⟧前报县委办公室。
    Good: 去年完成投资3亿元。
    """
    if not reading.document.details.undecided:
        return
    from app.rollover.undecided import standing

    for span, reason, new in standing(reading.document):
        said = f"还没有定下来：{reason}"
        yield Spot(span.start, span.end, said, fix=new or None, block=span.block)
