"""Lines that a web page sets around a text: its data sheet, the way there, offers, the time."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from app.document.recognize.frame import is_date, is_signature
from app.document.recognize.lines import Line
from app.patterns import regex

_HEAD_LINES = 40
_MOST_ROWS = 3  # rows of a title
_LONGEST_REST = 12  # what a site adds to the title: a date, its name
_LEAST_TITLE = 6
_LONGEST_VALUE = 40
_LONGEST_OFFER = 240
_MARKS = "•·●▪-* \u3000"

# Names of the rows of a data sheet that only sites have, and those it shares with papers.
_OWN = (
    "(?:信息)?索引号?|文件名称|信息名称|主题分类|组配分类|体裁分类|发文机构|发布机构|发布单位|信息来源|内容概述|公开方式|公开形式|"
    "公开时限|公开日期|公开范围|有效性|时效性|效力状态|生成日期|发布日期|发布时间|更新时间|浏览次数|阅读次数|访问量"
)
_SHARED = (
    "发文日期|成文日期|发文字号|公文文号|文号|标题|名称|来源|作者|主题词|关键词|"
    "责任编辑|编辑|文章来源|信息提供"
)
_ROW = regex(rf"(?:(?P<own>{_OWN})|(?P<shared>{_SHARED}))[\]】]?\s*(?:[：:|｜]|$)")
_SPACED = regex(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff \u3000]{1,4}[：:])")  # 来 源：
# Two of them in one line: 来源：… 发布时间：…
_BYLINE = regex(
    r"(?:时间|日期|来源|作者|编辑|浏览|阅读|点击|访问|字体|字号|责编|审核)(?:次数|量)?\s*[：:]"
)
_WORDS = regex("[\u4e00-\u9fff]{3}|[A-Za-z]{3}")
_CLOCK = r"[0-9]{1,2}[：:][0-9]{2}(?:[：:][0-9]{2})?"
_DAY = r"(?:20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[./][0-9]{1,2}[./]20[0-9]{2})"
_STAMP = regex(
    rf"{_DAY}(?:\s+{_CLOCK})?|20[0-9]{{2}}年[0-9]{{1,2}}月[0-9]{{1,2}}日\s*{_CLOCK}|"
    rf"{_DAY}\s*(?:来源|作者|编辑|阅读|浏览)\s*[：:].{{0,60}}|"
    rf"[^，。；]{{0,20}}{_DAY}\s+{_CLOCK}[^，。；]{{0,40}}|"
    rf"[^，。；：:\s0-9]{{0,12}}{_DAY}[^，。；：:0-9]{{0,16}}"
)
_TODAY = regex(
    r"\S{2,24}(?:政府|网|网站|平台|委员会|局|厅)\s+(?:今天是)?20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日\s*(?:星期|周).?|"
    r"今天是.{0,4}20[0-9]{2}年.{0,24}"
)
_WAY = regex(
    r"(?:网站)?首页\s*[>＞»/|—-].*|(?:无障碍|长者|适老|关怀)(?:版|模式|浏览)?(?:[\s|｜/].*)?|"
    r"(?:简体|繁体|English)(?:\s*[|｜/]\s*\S{1,8})+|\S{0,40}\.(?:docx?|pdf|pptx?|xlsx?|wps)\s*(?:VIP|vip)?|"
    r"(?:相关|热门|最新|精彩|为您)(?:推荐|阅读|文章|信息|链接|附件下载)|猜你(?:喜欢|想看)|大家(?:都|正)?在看|换一[换批]|"
    r"阅读全文|查看更多|展开全文|点击(?:查看|展开).{0,8}|微信(?:订阅号|公众号|扫一扫)|公众号|二维码|扫一扫.{0,16}|"
    r"网站编辑|(?:(?:举报|收藏|点赞|打印|关闭|分享|纠错)(?:本页|窗口|页面)?(?:[\s|｜]+|$))+|【?(?:打印|关闭|大|中|小)[】\s\]]*(?:[【\[](?:打印|关闭|大|中|小)[】\]]\s*)+|"
    r"(?:上|下)一[篇条页](?:\s*[：:].*)?|约?\s*[0-9.]+千字|约?\s*[0-9]+页|[（(]?(?:想)?.{0,16}(?:登陆|登录|注册)后(?:下载|查看|阅读).{0,4}"
)
_LABEL = regex(r"标\s*题\s*[：:]\s*")
# Whole sentences: 本站为您整理了…，供大家参考。
_OFFER = regex(
    r"(?:本站|小编|网友|编辑|频道|网)[^，。]{0,10}(?:为|给|跟|和)(?:你|您|大家)[^，。]{0,10}"
    r"(?:整理|收集|搜集|分享|准备|带来|提供)|"
    r"(?:希望|但愿)[^，。]{0,4}(?:能|对|可以)[^，。]{0,6}(?:你|您|大家)[^，。]{0,14}(?:帮助|参考|借鉴)|"
    r"下面(?:我|小编)?就?(?:给|为|跟)(?:大家|您|你).{0,12}(?:讲一讲|分享|介绍).{0,24}(?:看一看|吧|参考)"
)


def of_sites(found: Sequence[Line], noise: AbstractSet[int]) -> set[int]:
    """Return the places of the lines that the web page a text was copied from has added.

    `noise` are those that are it by their own text. The headlines are still to be found.
    """
    adding = {line.at for line in found if _adds(line)}
    added = {*noise, *adding.difference(_days(found)), *_sheet(found)}
    return added.union(_marked(found, added))


def _days(found: Sequence[Line]) -> Iterator[int]:
    """Yield the dates of papers: they stand below a text, or below a name that does."""
    started = False
    for above, line in pairwise(found):
        if is_date(line) and (above.ended or (started and is_signature(above))):
            yield line.at
        started = started or above.ended


def _adds(line: Line) -> bool:
    text = line.text
    if len(text) > 4 * _LONGEST_VALUE:
        return len(text) <= _LONGEST_OFFER and _OFFER.search(text) is not None
    if _OFFER.search(text) or _STAMP.fullmatch(text) or _WAY.fullmatch(text):
        return True
    if line.sentence:
        return False
    return _TODAY.fullmatch(text) is not None or len(_BYLINE.findall(text)) > 1


def _sheet(found: Sequence[Line]) -> set[int]:
    """Return the rows of a data sheet above the text: those it shares count beside its own."""
    rows: dict[int, bool] = {}
    for line in found[:_HEAD_LINES]:
        row = _ROW.match(_SPACED.sub("", line.text.lstrip(_MARKS)))
        if row is not None and len(line.text) <= 2 * _LONGEST_VALUE:
            rows[line.at] = row["own"] is not None
    if sum(rows.values()) < 2:
        return set()
    first, last = min(rows), max(rows)
    values = {
        line.at
        for line in found
        if first < line.at < last
        and not line.sentence
        and not line.titled
        and len(line.text) <= _LONGEST_VALUE
    }
    return values | set(rows)


def _marked(found: Sequence[Line], added: Container[int]) -> Iterator[int]:
    """Yield the short marked lines that follow a line of the site: • 约11页.

    Behind a page number or a rule they are entries of the text.
    """
    inside = False
    for line in found[:_HEAD_LINES]:
        marked = line.text[0] in _MARKS and len(line.text) <= _LONGEST_VALUE and not line.ended
        said = line.at in added and _WORDS.search(line.text) is not None
        inside = said or (inside and marked)
        if inside and line.at not in added:
            yield line.at


def headlines(found: Sequence[Line], added: Container[int]) -> Iterator[int]:
    """Yield the headlines of the site: the title, set once more below what the site has added."""
    for n, line in enumerate(found[:_HEAD_LINES]):
        window = found[n + 1 : n + 1 + _HEAD_LINES]
        if line.at in added or not window:
            continue
        if window[0].at not in added and _LABEL.match(line.text) is None:
            continue
        below = [other for other in window if other.at not in added]
        if any(_same(line.text, below[:count]) for count in range(1, _MOST_ROWS + 1)):
            yield line.at


def _same(headline: str, rows: Sequence[Line]) -> bool:
    """Tell whether a headline is a title set in rows, with little behind it."""
    headline = "".join(_LABEL.sub("", headline).split())
    title = "".join("".join([row.text for row in rows]).split())
    if len(title) < _LEAST_TITLE or not headline.startswith(title):
        return False
    return len(headline) - len(title) <= _LONGEST_REST
