"""Spaces between Chinese characters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import COLUMN, HAN, celled
from app.checks.language.likelihood import language
from app.checks.language.verbs import another
from app.checks.language.words import cut
from app.document.model import HEADINGS, Role
from app.patterns import regex
from app.surnames import ALL_SURNAMES, SURNAMES

_SPACE = regex(
    rf"(?<=[{HAN}，。、；：！？”》）])[ \u3000]+(?=[{HAN}“《（，。、；：！？])|(?<=[{HAN}”）A-Za-z]) +(?=[+＋]（)|(?<=\S)[ \u3000\t]+$"
    rf"|(?<=[，。；！？])[ \u3000]+(?!{COLUMN})(?=[0-9A-Za-z—])|(?<=[“《])[ \u3000]+(?=[{HAN}])|(?<=[{HAN}])[ \u3000]+(?=[”》])|(?<=[{HAN}”》]) +(?=——)|(?<=——) +(?=[{HAN}“《])|(?<=[0-9]) +(?=[%％])|(?<=[0-9][年月]) +(?=[0-9][0-9]?[月日])"
    rf"|(?<=^[0-9]) +(?=[．.、])|(?<=^[0-9][0-9]) +(?=[．.、])|(?<=[（(]) +(?=[{HAN}0-9])|(?<=[{HAN}0-9]) +(?=[）)])|(?<=[0-9]) (?=[0-9](?:分钟|人次|万元|周年))|(?<=[{HAN}]) +(?=（[一二三四五六七八九十]）)"
)
_NUMBER = regex(r"\s*(?:第?[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．，]*|[一-十]是)$")
_POINT = regex("（[一二三四五六七八九十]{1,3}）$")  # （一） 名称；（二） 地址
_PAGE = regex(r"第\s*[0-9]+\s*页$")
_PART = regex(r"^\s*[【〔]?第(?:[一二三四五六七八九十0-9]{1,3}|[nNxX])(?:部分|章|编|篇|节|条)$")
# 县长 陈大用, 眼科 卞小舟，: a name stands behind what the person is or belongs to.
_NAME = regex(
    rf"[{ALL_SURNAMES}][{HAN}]{{1,2}}(?=$|[）)，；、。 \u3000])|[{ALL_SURNAMES}][{HAN}]{{0,2}}(?:先生|女士|同志|老师|同学)"
)
_POSTS = tuple(
    "长任记员师理监工授士官席办科室部组局院处所站厅司队班系会社委中心团校学公医店行厂县市区镇乡村省州人"
)
# 陶国瑞 主任医师；: and what the person is behind the name.
_CALLED = regex(
    rf"(?:(?:^|[ \u3000：；，、（])[{ALL_SURNAMES}][{HAN}]{{1,3}}|[科室部组局院处所站厅司队][ \u3000][{HAN}]{{2,4}})$"
)
_POST = regex(rf"[{HAN}]{{0,10}}[长任记员师理监工授士官席](?=$|[，；、。）])")
# 口腔科 柏小松 副主任医师
_THREE = regex(rf"[{HAN}]{{2,4}}[ \u3000]{_POST.pattern}")
# 组长：吴新 董小游: all behind the label are names.
_NAMES = regex(
    rf"[：:]\s*[{ALL_SURNAMES}][{HAN}]{{1,2}}(?:[ \u3000、]+[{ALL_SURNAMES}][{HAN}]{{1,2}})+\s*[。；]?$"
)
_LABEL = regex(rf"[{HAN}]{{2,6}}[：:]")  # 户名：县种子协会 账号：
# 1、排水系统  排水系统由……: the head of a numbered point, on the line of what is said of it.
_RUN_IN = regex(
    rf"\s*(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]+|(?P<decimal>[0-9]{{1,2}}(?:[.．][0-9]{{1,2}})+))\s*(?P<head>[{HAN}]{{2,12}})$"
)
# 闻汛而动 筑牢防线: a line without marks whose parts are words of their own, as a headline has them.
_PARTED = regex(rf"[{HAN}0-9“”]{{4,16}}(?: +[{HAN}0-9“”]{{4,16}}){{1,2}}")
# 主题：真情暖邻里 和谐进万家: two halves of one length.
_HALVES = regex(
    rf"(?:^[*＊·•●◆▲]?|[：:“《）])(?P<left>[{HAN}]{{3,9}}) (?P<right>[{HAN}]{{3,9}})(?=[：:]?$|[—\-”》（])"
)
# 中共青石县委 青石县人民政府关于……: two who issue a paper together.
_ORGANS = regex(
    rf"(?:委员会|党委|[省市县区旗州]委|办公室|[局厅部院]) +[{HAN}]{{2,12}}(?:人民政府|办公室|委员会|[局厅部院委])(?:关于|印发|$|》)"
)
# （记者 陈大用 实习生 李小明）: who wrote the piece.
_WRITERS = regex(
    rf"（(?:(?:记者|通讯员|实习生|作者|撰稿|供稿|摄影|文|图)[ \u3000：]*)?(?:[{SURNAMES}][{HAN}]{{1,2}}"
    rf"(?:[ \u3000]+|(?=）)))(?:(?:(?:记者|通讯员|实习生|摄影|文|图)[ \u3000：]*)?[{SURNAMES}][{HAN}]{{1,2}}[ \u3000]*)*）$"
)
# 手拉手 心连心 共建美好家园: a slogan of several pieces.
_SLOGAN = regex(rf"(?:^|(?<=[“《：☞ ]))[{HAN}]{{2,8}}(?: [{HAN}]{{2,8}}){{2,}}(?=$|[”》—！ 0-9])")
_NEWS = regex("(?:[本又]刊?讯|[报网台站]讯|日[电讯]|[社网]电|记者)$")  # 又讯 同日下午
# ……占地三亩。气候 属温带季风区……: heads within a paragraph, parted by spaces alone.
_HEAD_WITHIN = regex(rf"[。；][{HAN}]{{2,10}}$")
_SENTENCE = regex(rf"[{HAN}0-9、]{{6,}}")
_WIDE = regex("[ \u3000]{2}|\t")
_STOPPED = regex(f"[{HAN}]{{4}}[，。；]$")  # a clause has ended: no column
_LONG = 24  # characters of a sentence that is no cell of a table
_SAID = 10  # characters of what is said behind a head
_TWO = regex(f"[{HAN}]{{2}}")
_LABELLED = regex(rf"[：；][{HAN}]{{2}}$")  # 星期一：早餐 豆浆；午餐 米饭
_GAP = regex("[ \u3000\t]+")
_ASIDE = regex("（[^（）]*）")
# （通讯员 柴某 文/图）: who wrote, took the picture, sent it in.
_CREDIT = regex(
    r"(?<=[。！])[（(][\u4e00-\u9fff]{2,14}(?:[ \u3000]+[\u4e00-\u9fff]{2,4}){1,3}[）)]\s*$"
    r"|[（(][^（）()。]*(?:通讯员|记者|供稿|撰稿|摄影|编辑|审核|文/|图/)[^（）()。]*[）)]"
)
_DATED = regex(
    rf"(?:[0-9]{{1,2}}[.．、])?[0-9年月日号底初至到—―～\-]+[日号底初] +[{HAN}]{{2,12}}"
)  # 7月19日 某县某镇
_TO_FILL = regex("年[ \u3000]+月|月[ \u3000]+日")
_HALF = 4  # characters of a line of a title
_MARK = regex("[，。；：、！？]")
_SKIPPED = frozenset(
    (
        Role.OBJECT,
        Role.SIGNATURE,
        Role.DATE,
        Role.COPIES,
        Role.DATE_LINE,
        Role.SUBTITLE,
        Role.ANNOTATION,
    )
)


@rule(group="标点", severity=Severity.WARNING, triggers=(" ", "\u3000", "\t"), as_typed=True)
def space_in_text(paragraph: Paragraph) -> Iterator[Spot]:
    """文字之间有空格。

    汉字之间、汉字与标点之间不空格；“第一部分”与标题之间空一个全角空格，两个字的姓名中间可以空格。

    来源：GB/T 9704—2012；排版惯例
    Bad: 全面加强⟦ ⟧组织领导。 -> 全面加强组织领导。
    Bad: 符合条件的居民，须向社区提交书⟦      ⟧面申请，由网格员初审。 -> 符合条件的居民，须向社区提交书面申请，由网格员初审。
    Bad: 开展“⟦ ⟧清洁家园”行动，学习《果树栽培⟦ ⟧》。 -> 开展“清洁家园”行动，学习《果树栽培》。
    Bad: 乡亲们把新收的稻谷晒满了整个晒场，孩子们跟在后面捡稻穗。⟦     ⟧第二天一早，合作社的卡车开进村子，把晒干的稻谷全部运走。 -> 乡亲们把新收的稻谷晒满了整个晒场，孩子们跟在后面捡稻穗。第二天一早，合作社的卡车开进村子，把晒干的稻谷全部运走。
    Bad: 参保率达到98.6⟦ ⟧%。 -> 参保率达到98.6%。
    Bad: part| 第一部分⟦  ⟧工作要点 -> 第一部分　工作要点
    Bad: 已经完成招标。⟦ ⟧5月8日开工建设，推出了新办法——⟦ ⟧“码上办”。 -> 已经完成招标。5月8日开工建设，推出了新办法——“码上办”。
    Bad: 锻炼强健的体魄。⟦ ⟧其中，球类活动每周两次。 -> 锻炼强健的体魄。其中，球类活动每周两次。
    Bad: 座谈会定于3月⟦ ⟧7日召开。 -> 座谈会定于3月7日召开。
    Bad: 县医院（人民路6号）⟦ ⟧：24小时接诊。 -> 县医院（人民路6号）：24小时接诊。
    Good: part| 第一部分　工作要点
    Good: 闻汛而动 筑牢防线 全力打赢防汛硬仗
    Good: 山坡披上了新绿。（记者 陈大用 实习生 李小明）
    Good: 宣读《中共青石县委 青石县人民政府关于表彰先进的决定》。
    Good: 青石县人民政府县长 陈大用
    Good: 主持人：副院长 霍小行；记录人：感染管理科 秦朗
    Good: 周六上午：心内科 郑小宁 主任医师；骨科 陶国瑞 副主任医师。
    Good: 组长：吴小新 董小游
    Good: 还要浇水吗？（青石县 刘先生）
    Good: 户名：青石县种子协会 账号：见附件
    Good: 2、照明设施  路灯沿主干道布置，入夜自动开启。
    Bad: 2、参训人员⟦ ⟧各股室选派一人，要求熟悉业务。 -> 2、参训人员：各股室选派一人，要求熟悉业务。
    Good: 3.2.1 苗期管理 定植后追肥一次，浇足定根水。
    Good: 组员：教务主任  校医  年级组长  班主任
    Good: 举办“手拉手 心连心 共建美好家园”晚会，又讯 同日下午，展览开幕。
    Bad: 境内多丘陵，地势西高东低。气候⟦ ⟧属亚热带季风区，雨量充沛。 -> 境内多丘陵，地势西高东低。气候：属亚热带季风区，雨量充沛。
    Good: 主题：真情暖邻里 和谐进万家
    Good: *互帮互学 共同成长：
    Good: 主任　张　三
    Good: 2  督查督办  4  每月通报一次，推动问题解决。  县水务局 县林业局
    Good: 现场指挥：王明  通讯联络：李华
    Good: 星期一：早餐 豆浆、花卷；午餐 米饭、冬瓜汤
    Good: 王  明  刘建国  张  英（女）  欧阳文
    Good: 二、承办单位：市乒乓球协会  市邮政公司
    Good: 9月5日—9月8日  上午8:30—11:00
    Good: 广场上一片欢腾。（第二党支部 供稿）
    Good: 1.6月3日-6月9日 报名
    Good: 第三条 会员应当遵守章程。
    Good: 自2026年 月 日起施行。
    Good: 印发了《青山为伴 绿水同行 共护家园》的宣传册，本报青岚讯（记者 柴某 田某）昨日，展览开幕。
    Good: 活动圆满结束。（星文 田园）
    Good: 3 漏填运单编号。 10元/票
    Good: 使用WPS Office办公
    """
    text = paragraph.text
    if paragraph.role in _SKIPPED:
        return
    line = text.strip()
    parted = paragraph.role is not Role.PART and (
        _PARTED.fullmatch(line) is not None
        or celled(line)
        or _columned(line)
        or (paragraph.role not in HEADINGS and _spread(line))
        or _DATED.fullmatch(line) is not None
        or _NAMES.search(line) is not None
        or any(len(halves["left"]) == len(halves["right"]) for halves in _HALVES.finditer(line))
    )
    aside = [found.span() for found in _CREDIT.finditer(text)]
    aside += [found.span() for found in _TO_FILL.finditer(text)]
    aside += [found.span() for found in _SLOGAN.finditer(text) if _even(found[0])]
    writers = _WRITERS.search(text)
    end = len(text) if writers is None else writers.start()
    for found in _SPACE.finditer(text, 0, end):
        if parted and found.end() < len(text.rstrip()):
            continue
        if any(low <= found.end() and found.start() <= high for low, high in aside):
            continue
        before, after = text[: found.start()], text[found.end() :]
        if _PART.match(before):
            if "\u3000" not in found[0] and (len(found[0]) > 1 or before.endswith("部分")):
                said, title = "这里空一个全角空格", "改为一个全角空格"
                yield Spot(*found.span(), said, "\u3000", title=title, severity=Severity.HINT)
        elif not after:
            if paragraph.role is not Role.TITLE:
                yield Spot(
                    *found.span(), "段末有多余的空格", "", title="删去空格", severity=Severity.HINT
                )
        elif (after[0] in "，。；：！？" or not _columns(before, after, found[0])) and not (
            _ORGANS.search(before + " " + after) or _NEWS.search(before) or _named(before, after)
        ):
            told = _told(found, before, after)
            # a title in two lines is pasted as one: 深化作风建设 开展……活动的意见
            lines = paragraph.role is Role.TITLE and min(len(before), len(after)) >= _HALF
            lines = lines or _POINT.search(before) is not None
            yield replace(told, severity=Severity.HINT) if lines else told


def _even(line: str) -> bool:
    """Whether the pieces of a line are words of a slogan: none is short, most are of three up."""
    pieces = line.split(" ")
    return sum(len(piece) > 2 for piece in pieces) >= len(pieces) - 1


def _named(before: str, after: str) -> bool:
    """Whether a space parts the lines of a title that is named: 《甲地经验 乙地做法》."""
    sides = re.split('[《“"]', before)[-1], re.split('[》”"]', after)[0]
    inside = len(sides[0]) < len(before) and len(sides[1]) < len(after)
    return inside and all(len(side) >= _HALF and not _MARK.search(side) for side in sides)


def _told(found: re.Match[str], before: str, after: str) -> Spot:
    """Return what is said of a space that is out of place."""
    if _run_in(before, after) is not None:
        return Spot(*found.span(), "小标题与正文之间缺少标点", "：", title="改为冒号")
    if _HEAD_WITHIN.search(before) and _SENTENCE.match(after):
        said = "小标题与正文之间缺少标点"
        return Spot(*found.span(), said, "：", title="改为冒号", severity=Severity.HINT)
    return Spot(*found.span(), "文字之间有空格", "", title="删去空格")


def _columned(line: str) -> bool:
    """Whether pieces of a row stand in a line that has no mark of a sentence.

    They are three or more, or names, or parted widely behind what they are or by numbers.
    """
    label, _, row = line.rpartition("：")
    if any(mark in row for mark in "，。；、！？"):
        return False
    pieces = _GAP.split(row)
    if len(pieces) > 2:
        short = all(len(_ASIDE.sub("", piece)) <= 4 for piece in pieces)
        return short or sum(map(len, pieces)) >= 3 * len(pieces)
    wide = len(pieces) == 2 and all(len(gap) > 1 for gap in _GAP.findall(row))
    return wide and (bool(label) or all(any(map(str.isdecimal, piece)) for piece in pieces))


def _spread(line: str) -> bool:
    """Whether a line without a mark of a sentence is parted widely wherever it is: columns."""
    gaps = _GAP.findall(line)
    if not gaps or any(mark in line for mark in "，。；！？") or _PART.match(_GAP.split(line)[0]):
        return False
    return all(len(gap) > 1 or "\t" in gap for gap in gaps)


def _columns(before: str, after: str, space: str) -> bool:
    """Whether the space parts names or columns: short pieces, or more spaces of the same sort."""
    labelled = _LABEL.match(after) is not None and ("：" in before or ":" in before)
    if labelled or _person(before, after) or _headed(before, after, space):
        return True
    last = re.split(r"[ \u3000，。：；、（）]", before)[-1]
    following = re.split(r"[ \u3000，。：；、（）]", after)[0]
    if len(space) == 1 and _LABELLED.search(before):
        return True
    if _NUMBER.match(before) or _PAGE.search(before):
        return True
    if "\u3000" in space or len(space) > 2:
        goes_on = len(before) > _LONG and len(after) > _LONG and "。" in after
        if _torn(before, after) or (goes_on and _STOPPED.search(before)):
            return False
        return len(last) <= 12 or len(following) <= 4
    return len(last) <= 1 and len(following) <= 2 and not _STOPPED.search(before)


def _person(before: str, after: str) -> bool:
    """Whether the name of a person stands on one side and on the other what the person is."""
    name = _NAME.match(after)
    if name is not None and before.endswith(_POSTS) and name[0] not in language().number:
        return True
    if _THREE.match(after) is not None and before.endswith(_POSTS):
        return True
    return _CALLED.search(before) is not None and _POST.match(after) is not None


def _headed(before: str, after: str, space: str) -> bool:
    """Whether the head of a numbered point stands before the space and its text behind it.

    One space parts them behind a decimal number only: elsewhere a mark is left out.
    """
    head = _run_in(before, after)
    return head is not None and (len(space) > 1 or head["decimal"] is not None)


def _run_in(before: str, after: str) -> re.Match[str] | None:
    """Return the head of a numbered point before a place with a sentence behind it."""
    said = len(after) >= _SAID and any(mark in after for mark in "，。")
    head = _RUN_IN.match(before) if said else None
    return None if head is None or another(head["head"]) else head


def _torn(before: str, after: str) -> bool:
    """Whether a wide space stands within a word of a sentence: 需提交书      面申请。"""
    if _WIDE.search(before) or _WIDE.search(after) or not after.endswith(("。", "；")):
        return False
    left, right = before[-2:], after[:2]
    if "，" not in before or not _TWO.fullmatch(left) or not _TWO.fullmatch(right):
        return False
    return any(start < 2 < end for start, end in cut(left + right))
