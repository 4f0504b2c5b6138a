"""Lines that sellers and websites leave in a text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import Splice
from app.document.model import Role
from app.patterns import regex

_SURE = regex(
    r"仅供(?:个人)?学习|禁止外传|严禁外传|用后删除|打击倒卖|倒卖会员|会员(?:群|资料|材料)|扫码关注|关注公众号"
    r"|QQ群|QQ[:：]?\s?[1-9]\d{5,10}|微信[:：]\s?[A-Za-z]\w+|加微信|唯一指定|更多(?:资料|材料|范文)"
    r"|(?:资料|材料|范文)下载|免费(?:下载|领取)|下载(?:地址|链接)[:：]?|本文(?:来源|转自)|文秘(?:网|站)"
    r"|此处隐藏|隐藏部分文章|展开全文|阅读全文|查看全文|继续阅读"
    r"|淘宝店|版权归原作者|侵权.{0,6}删除|(?:整理|编辑)[:：].{0,12}(?:公众号|文库)|百度文库|道客巴巴|豆丁"
)
_WEAK = regex(
    r"会员|免费|咨询|整理|微信|公众号|关注|https?://|www\.|下载|订阅|转载|赠送|倒卖|文库|店铺|购买"
)


@rule(group="待填与杂质", severity=Severity.WARNING, noise=True)
def noise_line(paragraph: Paragraph, *, longest: int = 60) -> Iterator[Spot]:
    """网页栏目、水印和广告行。

    网上复制的材料常夹带栏目、水印、推销和网址，定稿前要删去。推销的列为存疑；来源、发布时间、浏览次数、页码之类随文带来的，只作提示。

    来源：公文校对惯例
    选项：longest 超过几个字的段落不算广告
    Bad: ⟦仅供学习 禁止外传⟧ -> ∅
    Bad: ⟦更多材料关注公众号【笔杆子】⟧ -> ∅
    Bad: noise| ⟦某某文行⟧ -> ∅
    Good: 用好“先锋”微信公众号，做好信息咨询和资料整理工作。
    Good: 免费开放公共文化场馆
    """
    text = paragraph.text
    short = text.strip()
    if not short:
        return
    sold = False
    if len(short) <= longest and short[-1] not in "。；":
        weak = set(_WEAK.findall(short))
        sold = _SURE.search(short) is not None or (len(weak) >= 2 and len(short) <= 30)
    if sold or paragraph.role is Role.NOISE:
        start = len(text) - len(text.lstrip())
        gone = (Splice(0, 1),)
        yield Spot(
            start,
            start + len(short),
            "网页、水印或广告，不属于正文",
            edits=gone,
            title="删去这一行",
            severity=None if sold else Severity.HINT,
        )
