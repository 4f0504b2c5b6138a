"""Lines that do not belong to the text: sellers, sites, watermarks, page numbers of a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from app.document.model import Role
from app.document.recognize.lines import Line, titled
from app.document.recognize.sites import headlines, of_sites
from app.patterns import regex

# One of these is enough in a short line.
_STRONG = regex(
    r"仅供(?:学习|参考|交流|内部|个人)|禁止外传|严禁外传|请勿外传|用后删除|阅后即删|请勿转载|转载请注明|"
    r"(?:加|进|交流|会员|资料|范文|官方|客服|免费)(?:QQ|qq)?群|QQ群|"
    r"(?:QQ|qq|微信|VX|vx|V信|加V|加微|客服)(?:号|交流)?\s*[：:]?\s*[A-Za-z0-9_-]{5,}|"
    r"加(?:我)?(?:微信|QQ|qq|v信)|关注(?:微信)?公众号|公众号[：:“].*关注|(?:更多|扫码|欢迎|长按).{0,12}关注|"
    r"倒卖|(?:立享|畅享|开通|加入|办理|本站|网站|星球|终身|年费|充值|成为)(?:.{0,6})(?:会员|VIP|vip)|"
    r"会员(?:资料|材料|专享|下载|价|群)|付费(?:下载|资料)|订阅.{0,4}(?:立享|即享|享)|"
    r"(?:https?://|www\.)\S+|"
    r"(?:免费|公文|范文|材料|资料|文档|模板|PPT|全文|本文|更多|点击|付费|海量).{0,12}下载|下载(?:地址|链接|本文|全文)|"
    r"(?:网友|用户|会员)(?:自行)?上传|如有侵权|侵权.{0,6}删除|版权归|"
    r"(?:获取|获得|领取|索取)(?:的)?(?:更多|完整|全套|全部|\d+篇).{0,16}|"
    r"(?:更多|海量|最新|精品)(?:.{0,6})(?:范文|素材|模板|公文资料|写作资料|文稿资料)|"
    r"全文完|本文(?:来源|由.{1,16}(?:整理|提供|上传|分享))|(?:整理|编辑|搜集|收集)[：:].{0,12}网|"
    r"(?:打印|关闭|收藏)(?:本页|窗口|页面)|返回(?:顶部|首页|列表)|当前位置\s*[：:]|您(?:现在)?的位置|(?:上|下)一篇\s*[：:]|"
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[：:]\s*[0-9]|字(?:体|号)\s*[：:]\s*[\[【(（]?\s*大|网站(?:标识码|地图)|"
    r"(?:会员|客服|咨询)热线|ICP备|[Cc]opy[Rr]ight|©|公网安备|版权所有|分享(?:到|至)\s*[：:]|责任编辑\s*[：:]|发布(?:时间|日期)\s*[：:]|>>|»|"
    r"(?:网|网站|文库)(?:整理|编辑|收集|搜集)?发布|转载(?:须|需|请)|"
    r"百度文库|豆丁|道客巴巴|原创力文档|文库(?:网|下载)|公文网|范文网|秘书网|材料网"
)
# Two of these, or one between lines that are noise.
_WEAK = regex(
    r"会员|免费|咨询|微信|公众号|下载|订阅|关注|分享|平台|转发|资料|素材|客服|代写|扫码|二维码|"
    r"网站|版权|举报|迭代|权益|热点|领取|点击|QQ|qq|VIP|vip|\|"
)
_RULE = regex(r"[\s=＝*＊~～_＿#＃\-－—─━═·•.…☆★◆◇●○■□※]{3,}")
_PAGE = regex(
    r"[-—－─―–·\s]*(?:第\s*)?[0-9０-９]{1,4}\s*(?:页)?[-—－─―–·\s]*|"
    r"(?:\S.{0,30}\s{2,})?第\s*[0-9０-９一二三四五六七八九十]+\s*页"
    r"(?:[\s，,/／（(]*共\s*[0-9０-９一二三四五六七八九十]+\s*页[）)]?)?|"
    r"[0-9]{1,3}\s*[/／]\s*[0-9]{1,3}|(?:Page|PAGE|page)\s*[0-9]+.*"
)
_DECORATED = regex(r"^[=＝*＊~～#＃\-－—─━★☆◆※]{3,}.*[=＝*＊~～#＃\-－—─━★☆◆※]{3,}$")
_WAY = regex("位置|首页")  # the way to a page ends with its title
_TOLD = regex("(?:来源|作者|发布|时间|日期|浏览|点击|阅读|字[号体])")  # of the headline above it
_LONGEST = 80
_HEAD_LINES = 6


def noise(found: Sequence[Line], known: Mapping[int, Role]) -> frozenset[int]:
    """Return the block numbers of the lines that are noise; `known` roles stay as they are."""
    strong = {line.at for line in found if line.at not in known and is_noise(line)}
    strong -= _counted(found)
    strong |= _running_headers(found)
    strong |= {line.at for line in found if known.get(line.at) is Role.NOISE}
    added = of_sites(found, strong)
    more = _between(found, added) | _names(found, added)
    ways = [line.text for line in found[:_HEAD_LINES] if _WAY.search(line.text)]
    more -= {line.at for line in found[:_HEAD_LINES] if any(w.endswith(line.text) for w in ways)}
    more -= _above(found[:_HEAD_LINES], more)
    every = added.union(more, headlines(found, added))
    return frozenset(at for at in every if known.get(at, Role.NOISE) is Role.NOISE)


def _above(head: Sequence[Line], more: set[int]) -> set[int]:
    """Return the headline among lines that stand between noise: that above who wrote it and when.

    There is none where a title stands elsewhere at the head.
    """
    if any(line.titled for line in head):
        return set()
    return {
        line.at
        for line, below in pairwise(head)
        if line.at in more and below.at not in more and _TOLD.search(below.text)
    }


def is_noise(line: Line) -> bool:
    """Tell whether a line is noise by its own text alone."""
    text = line.text
    if len(text) > _LONGEST:
        return False
    if _RULE.fullmatch(text) or _PAGE.fullmatch(text):
        return True
    if _DECORATED.match(text):
        return True
    if line.lead is not None or text.endswith(("。", "；", "，")):
        return False
    if _STRONG.search(text) is not None:
        return True
    return not line.titled and len(set(_WEAK.findall(text))) > 2


def _counted(found: Sequence[Line]) -> set[int]:
    """Return bare numbers that count on from line to line: rows of a table left to fill in."""
    rows: set[int] = set()
    for one, other in pairwise(found):
        if one.text.isdecimal() and other.text.isdecimal() and int(other.text) == int(one.text) + 1:
            rows |= {one.at, other.at}
    return rows


def _between(found: Sequence[Line], strong: set[int]) -> set[int]:
    """Return short lines that stand among noise: between two noise lines with nothing of weight."""
    more: set[int] = set()
    run: list[int] = []
    inside = False
    for line in found:
        if line.at in strong:
            if inside:
                more.update(run)
            run, inside = [], True
        elif line.lead is None and len(line.text) <= 24 and not line.ended and not line.titled:
            run.append(line.at)
        else:
            run, inside = [], False
        if len(run) > 4:
            run, inside = [], False
    return more


def _names(found: Sequence[Line], strong: set[int]) -> set[int]:
    """Return lines that only repeat the name a noise line speaks of: the seller's."""
    said = [line.text for line in found if line.at in strong]
    return {
        line.at
        for line in found
        if 3 <= len(line.text) <= 12
        and line.lead is None
        and line.at not in strong
        and not line.titled
        and any(line.text in text for text in said)
    }


def _running_headers(found: Sequence[Line]) -> set[int]:
    """Return headers repeated on every page: a line, or the title, next to page numbers."""
    pages = [n for n, line in enumerate(found) if _PAGE.fullmatch(line.text)]
    if not pages:
        return set()
    beside = [n + step for n in pages for step in (-1, 1) if 0 <= n + step < len(found)]
    counts = Counter(
        found[n].text for n in beside if len(found[n].text) <= 40 and not found[n].ended
    )
    head = [line.text for line in found[:_HEAD_LINES]]
    titles = {text for text in (*head, *map("".join, pairwise(head))) if titled(text)}
    again = {found[n].at for n in beside if n >= _HEAD_LINES and found[n].text in titles}
    repeated = {text for text, count in counts.items() if count > 1}
    first = next((n for n, line in enumerate(found) if line.text in repeated), None)
    return again | {
        line.at
        for n, line in enumerate(found)
        if line.text in repeated and line.lead is None and (n != first or not line.titled)
    }
