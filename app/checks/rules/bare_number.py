"""The number of a point with nothing, a space or a colon behind it: 2 不系安全带的，记3分。"""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.habits import many
from app.document.model import Role
from app.patterns import regex

_NUMBER = regex(
    "\\s*(?P<number>[1-9][0-9]?)(?P<gap>[ \u3000]{0,2}|[:：]|[.．、](?![0-9])\\s*)(?=[\u4e00-\u9fff“《])"
)
_NEAR = 6  # paragraphs between two points
_ROW = 3  # points in a row that are told though none of them has its mark
_SENTENCE = regex("[，。；：]")
_UNITS = regex(
    "[年月日号元人个户名项次周天时分秒岁米吨亩％%楼栋幢室班级组队届辆支位部台套架座所家处条件种类款章节期批轮"
    "排院门路区国等点度成倍寸里斤克公千万亿十百大小星好段层篇本册场站线井口头只株棵袋箱瓶张]"
)
_WIDE = regex("\t|\\S[ \u3000]{2,}\\S")


def numbered(paragraph: Paragraph) -> tuple[int, int, int] | None:
    """Return the number that opens a point and what stands where its mark belongs: a facts function.

    The place is (0, 0) where a mark stands there.
    """
    if paragraph.role in (Role.TITLE, Role.OBJECT, Role.DATE, Role.SIGNATURE):
        return None
    found = _NUMBER.match(paragraph.text)
    if found is None or _UNITS.match(paragraph.text, found.end()):
        return None
    number, gap = int(found["number"]), found["gap"]
    if gap[:1] in tuple(".．、"):
        return number, 0, 0
    text = paragraph.text[found.end() :]
    if gap not in (":", "：") and (not _SENTENCE.search(text) or _WIDE.search(text)):
        return None
    return number, found.end("number"), found.end()


@rule(
    group="编号",
    severity=Severity.WARNING,
    scope="document",
    facts=numbered,
)
def bare_number(reading: Reading) -> Iterator[Spot]:
    """序号后面缺标点。

    阿拉伯数字的序号后面用“.”，不能不加标点、只空一格，也不用冒号；前后各项的序号相连，才认作序号。

    来源：GB/T 9704—2012 7.3.3
    Bad:
        1⟦ ⟧严禁酒后驾驶，违者记12分。 -> 1.严禁酒后驾驶，违者记12分。
        2⟦ ⟧驾车须系安全带，副驾驶同样如此。 -> 2.驾车须系安全带，副驾驶同样如此。
    Bad:
        1.报名条件：应届毕业生。
        2⟦  ⟧报名时间：6月1日至5日。 -> 2.报名时间：6月1日至5日。
    Bad:
        1.按时签到，佩戴标志。
        ⟦2服⟧从安排，不擅自离开。 -> 2.服从安排，不擅自离开。
    Bad:
        ⟦1按⟧时签到，佩戴标志。 -> 1.按时签到，佩戴标志。
        ⟦2服⟧从安排，不擅自离开。 -> 2.服从安排，不擅自离开。
        ⟦3爱⟧护设备，人走灯熄。 -> 3.爱护设备，人走灯熄。
    Bad:
        下列物品不得带入：
        1⟦:⟧易燃液体 -> 1.易燃液体
        2⟦:⟧放射性物品 -> 2.放射性物品
    Good:
        1.报名条件：应届毕业生。
        2.报名时间：6月1日至5日。
    Good:
        1.组织两批义诊。
        2名医生参加，3名护士协助。
    Good:
        3:张明获胜。
        6：李华获胜。
    Good:
        1 张明 男 32岁
        2 李华 女 41岁
    Good:
        1等奖两名，奖金三千元。
        2等奖三名，奖金两千元。
        3等奖五名，奖金一千元。
    Good: 3 月5日，召开会议。
    Good:
        1 范围
        2 术语和定义
    """
    yield from many([*_bare(list(reading.present()))])


def _bare(found: Sequence[tuple[int, tuple[int, int, int]]]) -> Iterator[Spot]:
    """Report the numbers that have no mark, each of a row or beside one of the next number."""
    rows = _rows(found)
    for place, (block, (number, start, end)) in enumerate(found):
        if not end:
            continue
        beside = (*found[max(place - 1, 0) : place], *found[place + 1 : place + 2])
        if block in rows or any(
            other - number == (1 if at > block else -1)
            and abs(at - block) <= _NEAR
            and (start < end or not marked)  # nothing at all: a number beside it has its mark
            for at, (other, _, marked) in beside
        ):
            yield Spot(start, end, "序号后面缺“.”", ".", block=block)


def _rows(found: Sequence[tuple[int, tuple[int, int, int]]]) -> frozenset[int]:
    """Return the paragraphs of rows 1, 2, 3… whose numbers have nothing behind them."""
    rows: list[list[int]] = []
    for block, (number, start, end) in found:
        if not 0 < start == end:
            continue
        if number == 1:
            rows.append([block])
        elif rows and len(rows[-1]) == number - 1 and rows[-1][-1] == block - 1:
            rows[-1].append(block)
    return frozenset([block for row in rows if len(row) >= _ROW for block in row])
