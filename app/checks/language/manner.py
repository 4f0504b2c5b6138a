"""的 behind what says how something is done, where the verb behind it has an object of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.language.words import sorts

# Verbs that ask for an object and by which few nouns are called.
_STRICT = (
    "开展|完成|做好|做到|搞好|抓好|办好|干好|履行|贯彻|推进|推动|解决|处理|化解|落实|告诉|督促|协调|参加|"
    "投入到|加入|提高|提升|增强|促进|改善|改进|发挥|完善|优化|执行|维护|保护|保证|确保|掌握|了解|认识到|"
    "意识到|感受到|体会到|体现|反映|展示|展现|表达|传授|帮助|配合|引导|满足|适应|应对|面对|对待|看待|坚持|"
    "坚守|守护|围绕|运用|利用|控制|减少|降低|防止|防范|避免|打击|查处|整治|清理|排查|听取|吸收|吸取|借鉴|融入|"
    "走进|走出|走上|来到|进入|调动|激发|激励|带动|带领|凝聚|动员|发动|弘扬|传承|遵守|遵循|接受|实现|取得|"
    "赢得|打造|构建|建立|健全|树立|承担|克服|扭转|遏制|改变|摆脱|提供|送到|赶到|赶赴|前往|深入到|贯穿|"
    "查出|找出|指出|写出|发现|找到|奉献给|奉献出|邀请|感谢|阐述|到达|抵达|"
    "回答了|感动了|打动了|吸引了|震撼了|鼓舞了|提出|制定|采取|分发|交给|递给|传递给"
)
_LATER = "发展|成长|前进|运行|进行|增长|工作|生活|学习|实施|进步|延续"
_ALONG = "出来|起来|下来|下去|开来|进去|进来|过来|回去"
_DE = re.compile(rf"的(?=(?:{_STRICT})(?P<object>[\u4e00-\u9fff“《][\u4e00-\u9fff]+))")
# 创造性, 毫无保留: words of manner that the dictionary takes for something else.
_KNOWN = re.compile(
    "(?:创造性|毫无保留|诚挚|持续健康|最大限度|保质保量|按时保质|有针对性|又好又快|多快好省)$"
)
_SORTS = frozenset(("d", "ad", "a", "z", "i"))
_STOP = re.compile("[，。；：、！？“”（）]")
# What governs a thing, or says which of several: 采取有效的, 最好的, 这样的.
_HELD = re.compile(
    "(?:得到|没有|有|获得|受到|给予|提供|进行|[作做]出|[作做]了|取得|是|成为|当[做作]|需要|[享感]受|享有|期待|最|[这那]样|"
    "一[个种项些次]|[各多两几这那]种|其他|之间|采取|采用|制定|形成|探索出|找[到出]|建立|具有|具备|缺乏|缺少|对)[^，。；]{0,4}$"
)
_KINDS = (
    "作用|意义|效果|成效|氛围|局面|势头|态势|工作|举措|措施|方法|办法|平台|条件|保障|基础|支撑|环境|途径|过程|关系|"
    "方式|机制|理念|需要|能力|精神|态度|作风|目标|原则|政策|活动|行动|力量|方案|制度|体系|队伍|水平|人员|领导|管理|"
    "生活|形式|服务|影响|状况|情况|程度|程序|经验|监督|支持|宣传|教育|建设|组织|手段|渠道|意识|发展|社会|标准|结果|"
    "功能|思想|计划|行为|意见|建议|责任|功效|时期|时间|阶段|技术|系统|设备|工具|工程|项目|机会|空间|需求|要求|产品|"
    "模式|路径|任务|速度|人才|资金|事业|规律|问题|会议|考试|培训|作品|建筑|信息|资料|材料|文化|依据|日期|对象|单位|部门"
)
_ENDS = "[者率力度性点期地品区法式量]"
# 保护措施, 控制工程: right behind the verb a kind of thing is told by it, whatever follows.
_NAMED = re.compile(
    rf"[的和与及或并是者让使]|(?:{_KINDS})|[\u4e00-\u9fff]{{0,2}}(?:{_KINDS}|{_ENDS})(?![\u4e00-\u9fff]{{3}})"
)
# 开展工作, 解决问题: a verb and its object, never a name of a thing.
_SURE = re.compile(
    "的(?:开展(?:各项|本职|相关|有关)?(?:工作|活动)|解决(?:实际)?问题|完成(?:各项|工作|目标)?任务|处理问题|发现问题|(?:提高|提升)(?:工作|服务|管理|业务|教学|办事)?(?:效率|水平|能力)|投入到工作)(?![\u4e00-\u9fff])"
    "|的(?:认识|感受|体会|意识|了解|领略|领悟|感觉)到"
    "|的(?:邀请到|邀请了)[\u4e00-\u9fff]"
    "|的(?:邀请|感谢|告诉|提醒|帮助|面对)(?:[贵各您你全]|大家|广大)"
)
# 才能持续健康的发展, 毫无保留的奉献出来: the word in front or behind shows that it is done.
_WILL = re.compile("(?:得以|能够?|才能|必将|将|要|会|可以|应该?|必须)$")
_DONE = re.compile(
    rf"的(?:(?P<plain>{_LATER}|开展|推进|完成|提高|提升|传承)(?=[，。；！]|$|下去)"
    "|(?P<did>(?![是就为已还又也都到成给把被只仅])[\u4e00-\u9fff]{2}了(?![解结然断却得])[\u4e00-\u9fff“《])"
    rf"|(?P<along>[\u4e00-\u9fff]{{2}}(?:{_ALONG}))(?=[，。；！]|$|了))"
)
# 攻坚战的动员, 未尽事宜的处理: four characters that name a thing.
_THING = re.compile("[战宜患事人机业国会学]$")
# 血糖控制的一直很平稳: behind the verb it is told how it went, up to the end of the clause.
_HOW_IT_WENT = re.compile(
    "的(?=(?:一直|始终|也|还|都|总体|总是)?(?:很|非常|十分|比较|特别|相当|越来越|不够|不太|不是很|还算|挺|更加|更为)"
    "(?![多少大小]?的)[\u4e00-\u9fff]{1,4}(?<![的多少])(?:[，。；！]|$))"
)
_WISH = frozenset("要能会想该应可所")
_FAR = 10  # characters in front that tell the word before 的


def adverbial_marks(text: str) -> Iterator[int]:
    """Yield the places of 的 between how something is done and a verb with its object."""
    for found in _DE.finditer(text):
        at = found.start()
        before = _before(text, at)
        rest = _STOP.split(text[at + 1 :], maxsplit=1)[0]
        sure = _SURE.match(text, at)
        if not sure and ("的" in rest or _NAMED.match(found["object"])):
            continue
        how = _manner(before)
        if how and not _HELD.search(before.removesuffix(how)):
            yield at
    for found in _DONE.finditer(text):
        before = _before(text, found.start())
        how = _manner(before)
        front = before.removesuffix(how)
        if how and (_WILL.search(front) if found["plain"] else not _HELD.search(front)):
            yield found.start()


def _before(text: str, at: int) -> str:
    """Return what of its clause stands right before a place, as far as words are told by it."""
    return _STOP.split(text[max(at - 2 * _FAR, 0) : at])[-1]


def _manner(before: str) -> str:
    """Return the word at the end of a stretch if it says how something is done, else ""."""
    known = _KNOWN.search(before)
    if known:
        return known[0]
    word, sort = sorts(before)[-1] if before else ("", "")
    plain = sort in _SORTS and len(word) > 1 and word[0] != "最"
    return word if plain and not _THING.search(word) else ""


def result_marks(text: str) -> Iterator[int]:
    """Yield the places of 的 between a verb and how it turned out: 控制的一直很平稳."""
    for found in _HOW_IT_WENT.finditer(text):
        before = _before(text, found.start())
        words = sorts(before) if before else []
        if (
            len(words) > 1
            and words[-1][1] == "v"
            and words[-2][1] not in {"r", "uj", "c"}
            and words[-2][0] not in _WISH
        ):
            yield found.start()
