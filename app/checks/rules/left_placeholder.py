"""Places still to be filled in."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.habits import once
from app.checks.language.han import HAN
from app.document.model import Block, Role
from app.patterns import regex
from app.surnames import SURNAMES

_LATER = "待编|待写|待完善"
_NOTE = "TO" + "DO"  # what a writer notes in English; in one piece it would be a note of ours
_PLACES = regex(
    r"(?<![A-Za-z0-9Ａ-Ｚａ-ｚ０-９+＋-])[XxＸ]{2,}(?![A-Za-z0-9+＋]|\.[A-Za-z]{3,4}(?![A-Za-z]))"
    rf"|(?<![A-Za-z0-9Ａ-Ｚａ-ｚ０-９+＋-])[XＸ](?=[{HAN}“”（）《》、，。]|$)(?!光|刀|片|射线|轴|染色体|型|线|形|级|代表|为|值)"
    r"|(?<=20)[0-9]?[XxＸ×]{1,2}(?=[年〕]|[0-9]{1,2}月)|(?<=[年月])x{1,2}(?=[月日])|(?<![A-Za-z0-9])x(?=月[0-9x])|(?<=第)[nN](?=[条章项届次])"
    rf"|(?<!(?<![：\s])[{SURNAMES}])(?<!×)×{{2,}}|(?<!×)×{{2,}}+(?=[年月日号公单县市区镇乡村局部元])"
    r"|(?<![0-9A-Za-z）)米])×(?=[县市区省乡镇村局委部月日年人名个家户项次亩元％%同])"
    r"|(?<![一二三四五六七八九])[○〇Ｏ]{2,}+(?![一二三四五六七八九年])|[＊*]{2,}|_{2,}|＿{2,}|（[ 　\xa0]+）|(?<=[年月])[ 　]{2,}(?=[月日])|(?<=年)[ 　](?=月[ 　]+日)|(?<=月)[ 　](?=日)"
    rf"|【(?!来源|[0-9.年月日/-]+】)[^】，。；：、+]{{1,12}}】|(?<![{SURNAMES}])某某+|(?<=[{SURNAMES}])某某+(?=[年月日公单县市区镇乡村局部])|〔[ 　]+〕"
    r"|(?<![A-Za-z0-9_])_(?=[县市区省镇乡村局年月日])|(?<=[0-9])_(?=[年月日])|(?:^|(?<=[\s：]))年[ 　]+月[ 　]+日|(?:(?<=[：（(于从自至到—－~～-])|^)[ 　]*月[ 　]+日(?![\u4e00-\u9fff])|\.{3,}(?=[县市区镇乡村])"
    rf"|(?<![A-Za-z])TBD(?![A-Za-z])|待定(?=[，。；、）]|$)|待补充|(?:^|(?<=[【（：]))(?:{_LATER})(?=[】）]|\s*$)|{_NOTE}|blabla\w*|待补(?=[，。；、）]|$)|待核(?=[，。；、）]|$)|待填写?(?=[，。；、）]|$)|待核实|待查(?=[，。；、）]|$)"
    r"|[（(【]?(?:单击|点击)(?:此处|这里)(?:输入|添加|编辑|填写|插入)[^，。）)】]{0,10}[）)】]?|[（(【]?此处(?:填写|输入|插入|添加|补充)[^，。）)】]{0,10}[）)】]?"
)
# 【案例一】某村……: what follows is a case; in 例如，【案例一】。 one is still to be put in.
_LABEL = regex(
    "【(?:编者按|按语|摘要|关键词|导语|点评|导读|重点|问题|案例|解读|备注|免责声明|声明|须知|温馨提示|提示|提醒|公告|公示|预告|注意|本[站报网刊台校院]讯)(?P<more>[^】]*)】"
)
# “1+X”……“X”即素质拓展: the letter is a name that the text explains.
_EXPLAINED = regex(r"”(?:即|是|指|为|就是|代表|表示)")
PLACE_TRIGGERS = (
    *"XxＸ×【",
    *(a + b for a in "○〇Ｏ" for b in "○〇Ｏ"),
    *(a + b for a in "＊*" for b in "＊*"),
    *("_", "＿＿", "...", "某某", "〔 ", "〔　", "（ ", "（　", "（\xa0"),
    "TBD",
    "此处",
    "这里",
    "待定",
    "待补",
    "待核",
    "待填",
    "待查",
    *_LATER.split("|"),
    _NOTE,
    "blabla",
    "第n",
    "第N",
    "年 ",
    "月 ",
    "年　",
    "月　",
)


# Who speaks or signs, and when: no heading that stands in brackets.
_SIGNED = frozenset({Role.DATE_LINE, Role.SIGNATURE, Role.DATE})
_ALIKE = 4  # places of one wording that are told once
_BLANK = frozenset("_＿")
_FORM = regex(
    r"\s*[^，。；：]{0,16}(?:回\s*执|申请表|报名表|登记表|确认单|承诺书|申请书|协议书?|合同书?)\s*$"
)
_FAR = 10  # paragraphs before a blank in which the head of the form may stand
_OPEN_DATE = regex(r"年\s+月\s+日")
_SIGNED_BY = regex(r"签[名字章]|盖章|公章|（章）|意见")
_WITHHELD = regex(f"[{SURNAMES}]某")  # names are withheld, and so are those of places
# 【公路养护】全年投入……: the head of an entry.
_HEAD = regex(r"\s*【[^】]{1,12}】(?=：?[^【】]{5,}$|：[^【】]+$)")
# 点击【我的订单】, 文件命名为“××学校报名表”: what a button is called, how others are to call theirs.
_CALLED = regex(
    "(?:关注|选择|点击|单击|进入|打开|搜索)[“‘]?$|(?:命名为|命名格式为|标题为|格式为)[“：:]?[^”，。；]*$"
)
_BUTTONS = regex(
    "】[^【】，。；]{0,8}(?:[-—→>＞]|点击?|选择?)[^【】，。；]{0,8}【|(?:点|按下?|点选)【"
)
_UNWRITTEN = regex(f"{_LATER}|待补|待定|{_NOTE}|blabla")
_NEAR = 24  # characters before a place in which it is told so
# 活动取得实效。【县水利局】: who sent it in.
_SENDER = regex("(?<=[。！])【[^】]*(?:[局所院站办委会厅部处室镇乡]|街道|中心|学校|公司)】$")
# 尚有一席待定: how things stand, not what the writer has still to put in.
_OPEN_YET = regex("[尚仍还][^，。；：]{0,8}$")
# 送某某领导: someone or other; behind a label or a unit it is a name that is still to be put in.
_ANYONE = regex(
    "某某(?!同[志学]|先生|女士|[县市区镇乡村省局]|街道|社区|学[校院]|有限|公司|单位|[支党]部)"
)


def places(paragraph: Paragraph) -> tuple[tuple[int, int], ...] | None:
    """Return where something is still to be filled in: a facts function."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    whole = text.strip()
    headed = whole.startswith("【") and whole.endswith("】") and paragraph.role not in _SIGNED
    if headed and not _UNWRITTEN.search(whole):
        return None
    buttons = _BUTTONS.search(text) is not None  # 【我的课程】-【展开】
    found = [
        one.span() for one in _PLACES.finditer(text) if not (buttons and one[0].startswith("【"))
    ]
    kept = [
        one
        for one in found
        if not _EXPLAINED.match(text, one[1])
        and not _SENDER.match(text, one[0])
        and not _labels(text, *one)
        and not _yet(text, *one)
        and not _CALLED.search(text, max(one[0] - _NEAR, 0), one[0])
    ]
    return tuple(kept) or None


def _yet(text: str, start: int, end: int) -> bool:
    """Tell whether a text says that something is not decided yet."""
    return text[start:end] == "待定" and _OPEN_YET.search(text, 0, start) is not None


def _labels(text: str, start: int, end: int) -> bool:
    """Tell whether what stands in brackets names what follows it."""
    label = _LABEL.match(text, start)
    before = text[:start].rstrip(" \u3000\t")
    if label is None or not label["more"] or not before or before[-1] == "\n":
        return label is not None
    return before[-1] in "。！？" and "\u4e00" <= text[end : end + 1] <= "\u9fff"


@rule(
    group="待填与杂质",
    severity=Severity.WARNING,
    scope="document",
    triggers=PLACE_TRIGGERS,
    facts=places,
    yields_to=("document_number",),
)
def left_placeholder(reading: Reading, *, many: int = 10) -> Iterator[Spot]:
    """还有待填的地方。

    “XX”“××”“【单位】”“某某”、空括号、下划线等占位符定稿前要全部填好。标题里就有占位符，或者占位符很多（many）时，多半是范文或者正在起草，只作提示；同一个占位符有四处以上的，只在第一处指出；泛指的“某某领导”，表格、回执里待签署的空白，隐去人名（张某某）的文稿里的“××”，也只作提示。

    来源：公文校对惯例
    选项：many 占位符达到几处就视为范文，只作提示
    Bad: 定于⟦X⟧月⟦X⟧日在⟦XX⟧县召开会议。
    Bad: 由【责任单位：县委组织部】负责，联系人⟦【联系人】⟧，电话⟦____⟧。
    Bad: 会议由⟦××⟧县委主持，时间20⟦XX⟧年，地点⟦（  ）⟧。
    Bad: 根据县政发〔20⟦xx⟧〕8号文件，20⟦2x⟧年⟦x⟧月起实行。
    Bad: ⟦_⟧县⟦_⟧镇人民政府，⟦....⟧乡
    Bad: date| ⟦年 月 日⟧
    Bad: 自2026年⟦ ⟧月⟦ ⟧日起施行。
    Bad: 第一阶段（⟦ 月 日⟧—⟦ 月 日⟧），时间：⟦月 日⟧。
    Bad:
        signature| ⟦【单位】⟧
        date| ⟦【成文日期】⟧
    Good: 【2026.3.17】护林员招募开始报名。
    Good: 【本站讯】县护林队昨天进山巡查。
    Good: 【免责声明】参加活动的人员自行承担途中风险。
    Good: 关于王某某、李某某反映的问题，张某某已经说明。
    Bad: 参加人员：⟦某某⟧同志，人数⟦待定⟧。
    Good: 登录后点【我的报名】-【查询】，核对信息。
    Good: 引进伽玛刀、X刀，面积5×3米，放大10×，做X光检查，推行“1+N+X”模式，A×B。
    Good: 实行“1+X”模式：“1”即作业辅导，“X”即素质拓展，“X”代表特色课程。
    Good:
        【概况】全年完成交通固定资产投资，比上年增长一成。
        【公路养护】全年投入养护资金，修补路面，更换护栏和标志。
        【安全生产】全年组织安全检查，整改隐患，没有发生责任事故。
    Bad: 还存在⟦【问题一】⟧、⟦【问题二】⟧等不足，例如，⟦【案例一】⟧。
    Good: 【案例一】某村两户因宅基地起了争执，网格员当天上门调解。【案例二】某社区停车难，物业划出了车位。
    Good: 关注【柳溪发布】公众号，点击【我的订单】，报名表命名为“××学校报名表”。
    Good: 某些单位、某种程度、某一时期、某县一名干部。
    Good: 四支队伍已经出线，尚有一席待定；经理周××、会计林××被追究责任，二○○○年，ＭＭＸ芯片。
    Good:
        【危害】叶片发黄，长势变弱。
        【分布】南方各茶区都有。
        【防治】清除病叶，及时排水，发病初期喷药。
    Good: 二〇二六年，SUXX型号，XL码。
    """
    found = [(block, span) for block, spans in reading.present() for span in spans]
    texts = reading.document.blocks
    heads = [one for one in found if _heads(texts[one[0]].text, one[1])]
    if len(heads) > 2:  # a year-book, whose entries have such heads
        found = [one for one in found if one not in heads]
    unnamed = any(texts[block].role is Role.TITLE for block, _ in found)
    severity = Severity.HINT if unnamed or len(found) >= many else None
    withheld = severity is None and any(_WITHHELD.search(one.text) for one in texts if found)
    spots: dict[str, list[Spot]] = {}
    for block, (start, end) in found:
        written = texts[block].text[start:end].strip()
        said = f"“{written}”还没有填" if written else "这里还没有填"
        meant = (
            _by_hand(written, texts[block].text)
            or (set(written) <= _BLANK and _form(texts, block))
            or (withheld and set(written) == {"×"})
            or (
                _ANYONE.match(texts[block].text, start)
                and texts[block].text[start - 1 : start] not in ("：", ":")
            )
        )
        hint = Severity.HINT if meant else severity
        spots.setdefault(written, []).append(Spot(start, end, said, block=block, severity=hint))
    for alike in spots.values():
        yield from once(alike) if len(alike) >= _ALIKE else alike


def _by_hand(written: str, text: str) -> bool:
    """Whether a date is left open in a form, to be written beside a signature or a seal."""
    return _OPEN_DATE.fullmatch(written) is not None and _SIGNED_BY.search(text) is not None


def _form(blocks: Sequence[Block], block: int) -> bool:
    """Whether a blank stands below the head of a form, for those who get the paper to fill in."""
    above = blocks[max(block - _FAR, 0) : block]
    signed = _SIGNED_BY.search(blocks[block].text) is not None
    return signed or any(_FORM.match(one.text) for one in above)


def _heads(text: str, span: tuple[int, int]) -> bool:
    head = _HEAD.match(text)
    return head is not None and head.end() == span[1]
