"""The same character or word typed twice."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.commonness import commonness
from app.checks.language.han import MARKS, clause_start
from app.checks.language.likelihood import language
from app.checks.language.spoken import spoken
from app.checks.language.words import Word, cut, pieces
from app.checks.reading.passages import Suspect
from app.checks.slips.doubles import echoes, inside, likely, saved
from app.patterns import regex
from app.surnames import ALL_SURNAMES, SURNAMES

# Two of a kind that the words before them tell to be one.
_AFTER = regex(
    "(?<=[0-9])(?P<unit>万万|亿亿|元元|份份|项项|件件|名名|台台|套套|座座|亩亩|吨吨|个个)(?=[元多余人亩吨，。；、])|(?:(?<=[今去近前往来当本])(?P<year>年年)(?=以来|来(?!年)|度)|(?<=[0-9])(?P<yearly>年年)(?=组织|工作(?!会)|民主|党员|党建|[上下]半年|第[一二三四]季|度(?!报告|股东|权益|财务|审计|业绩|募集|分红|利润)))"
    "|(?:投入|深入|落实|贯彻|融入|纳入|转移|集中|认识|感受|体会|意识|注意|了解|提高|增加|上升|下降|延伸|覆盖|扩大|达|做)(?P<reach>到到)(?![位岗达场期货站来底家手])"
    "|(?P<well>(?<=[做抓办管用守])好好(?=[\u4e00-\u9fff]{2})(?!好|[事人]))"
    "|(?P<step>(?<=进一)步步|(?<=半)年年(?![报度均末终底初会])"
    "|(?<=[想作动治织风施间量度础议则体题践法理])上上(?![下级海报门任岗网线市台升交传游年月周半了])|(?<=[取获显])得得(?![到知出分]))"
    "|第[一二三四五六七八九十百0-9]{1,5}(?P<nth>次次|届届|期期|批批|章章(?!名)|条条|款款|项项)"
    "|(?P<organ>[局厅院]{2})(?=牵头|负责|会同|联合|印发|组织|开展|配合|要(?!求)|[，。、；])"
)
_SAID_AFTER = frozenset("万亿元份项件名台套座亩吨个年到好步上得次届期批章条款局厅院")
# Words of grammar that never stand twice, but where one of them belongs to another word.
_PLAIN = regex(
    "(?<=[校县市区镇乡村局院厂部班家])里里(?!外)|(?<![需主重首简提摘纪扼紧必])要要(?![求素点闻害件道领目么职隘塞])|(?<=[共现仍])有有(?=[0-9一二三四五六七八九十])|"
    "与与|及及(?!时)|被被(?!子)|也也|(?<![首成古故])都都(?!市|江)|不不|于于|向向|(?<![事理缘])由由|使使|并并(?!联|列|购|行|轨|网|非|未|不)"
    "|(?<![实存所正现])在在(?![建校职编岗册场读任线外])|(?<![可所予加难足得])以以(?![及来])|各各(?!自)|更更(?![新换改替])"
    "|(?<![温暖平柔总谐随])和和(?![气美睦平谐顺解田县服约会声])"
    "|(?<=[区围期年月日县市省镇乡村校院厂域])内内(?![容部外涝阁科需在存心设含务地蒙环侧壁政战行生江河海勤审控陆参查置嵌定幕衣向销联乡页伤脏分功贸湖塘循卷企资径墙廓芯胆涵退疚讧奸应耗因源驱])"
    "|(?<=[程习设期展])中中(?![国央心小学医药西华共年等层部午秋途型级原断标介文间枢式欧美东方])|(?<=[之以今])后后(?![勤备续期来者台面方果半天年三两])"
    "|(?<![一反面针结应校核绝相敌派配])对对(?![联方外口手标策照接子象付抗比立])"
)
_SAID_PLAIN = frozenset("里要有与及被也都不于向由使并在以各更和对内中后")
_SAID = _SAID_PLAIN | _SAID_AFTER  # what is told by patterns of its own alone
# 以营利为目的的组织, 脚踏实地地干, 对工作作了部署.
_TWO_WORDS = regex(
    "[目标]的的|[交押本奖租佣税罚资定]金金额|[类别额记名]股股[东票]|税税[目率款额]|险险种|关关衔|规划划[为定入]|物资资[助敌]|事由由|[实喜]地地|产产[前中后]|管管[道线网]|农农[办发函规]|[分院会]所所在|军军以上|平等等[^，。；、]|[理缘]由由|工作作[了过出如一]|主要要|[上中少大名]将将|军军[部级]|(?:会会|校校|班班)[讲抓]|会会议|班班(?:干部|委|长|级)|会会[徽章员费址旗歌标籍刊长龄务训]|[委事]会会议|会会[是有对在不给让使被把更也就]|[东华中]软软件|了了解(?!决)|组组织(?!组织)|[Ee]网网友|红旗旗不湿|街街道|[街道马公铁]路路面|(?:县县|市市|镇镇|乡乡|村村)(?:[情域志史容貌长委直级属区民口]|政府|机关|党委|人大)|校校[情史歌训]|[主前历连]任任[组副总执委常兼秘县市镇乡局院校]|楼楼[道梯顶长]|耕地地力|[中蒙藏苗西]医医[师生院术务疗学]|车车[主辆位]|船船[主员长]"
)
_ADVERBS = regex(
    "立即|必须|应当|继续|尽快|共同|分别|已经|仍然|首要|具体|一律|务必|统一|严厉|深刻|高度|全力|迅速|密切|认真|积极|切实|深入|扎实|全面|充分|不断|严格|坚决|及时|持续|大力|有效|主动|广泛|统筹|进一步|逐步|稳步|加强|落实|推进|提高|开展|做好|抓好|强化|完善|深化|建立|健全|提升|推动|确保|坚持|贯彻|优化|增强|突出|聚焦|围绕|扩大|加大|加快|促进|保障|实现|根据|按照|通过|为了|对于|关于|以及"
)
_DONE_TWICE = regex(r"([\u4e00-\u9fff]{2})了(?P<again>\1)(?=[，。；])")
_FIRM = regex("[\u4e00-\u9fff]{0,6}(?:有限|公司|集团|酒店|商行)")  # 江苏苏丰食品有限公司
# 仇珊珊: given names that are doubled.
_GIVEN = regex(
    "([珊莉丽婷媛倩莹颖琳琪薇蕾芳磊鑫晶佳茜璐娟燕玲楠婧娜莎妮晴蓉艳萍芬雯慧洁菲菁瑶妍涵彤嫣佩])\\1(?![\u4e00-\u9fff]{2,}公司)"
)
_BODY = regex("(?:经济|社会|党|基层|群团|国际|工会|自治|志愿|行业|民间|金融)$")
_NAMED = 2  # characters that tell what sort of organisation it is
_NEAR = 4  # characters of a foreign name to its dot
_SINGLE = regex(r"([\u4e00-\u9fff])\1")
_PAIR = regex(r"([\u4e00-\u9fff]{2,5})\1(?!\1)")
# Characters that begin a phrase of their own after a word that ends in them: 创新新局面.
_FREE = frozenset(
    "新全大高好老小多少重中主总副正各每要再更又也都就把被让使由因为以在于从向往到后前上下里外内人一二三四五六七八九十百千万亿和与及是对不有没能可应来去出入市县区省国家部长"
)
_WORDS = regex(
    r"研究研究(?!部署|决定|解决|同意|制定|落实|推进|提出)|讨论讨论(?!通过|决定)|商量商量|考虑考虑|学习学习(?!贯彻|领会|宣传|教育|掌握|习近平|党)|了解了解|意思意思|[黑红绿蓝黄白紫灰青墨翠]{4}|看一看|一个一个|一步一步|一件一件|沸沸扬扬|([很最极老].)\1|(.着)\2|那么那么|提醒提醒|鼓励鼓励|如何如何|活动活动|热闹热闹|细长细长|怎样怎样|多少多少|非常非常|许多许多|一点一点|一遍一遍|一次一次|谢谢谢谢|太多太多|尝试尝试|锻炼锻炼|宣传宣传|好好"
    r"|学院学院楼|见识见识|比较比较|鉴定鉴定|照顾照顾|体验体验|感受感受|参谋参谋|指点指点|放松放松|请教请教|打听打听|切磋切磋|琢磨琢磨|休息休息|收拾收拾|盘点盘点|([雪笔通冰火滚漆乌碧金煞喷崭].)\3"
)
# One verb said twice before its object: 红红脸、治治病.
_SOFTLY = regex(
    "钉钉|充充[电值]|治治病|度度假|镀镀金|把把[脉关]|洗洗澡|照照镜|扯扯袖|咬咬耳|提提醒|敲敲警|松松绑|聊聊天|谈谈心|散散步|说说话|帮帮忙|见见面|握握手|"
    "亮亮相|打打气|鼓鼓劲|算算账|跑跑腿|扫扫地|交交心|开开会|出出[汗力主]|红红脸|排排[毒队]|"
    "弯弯腰|补补课|踩踩[水点]|润润[嗓喉]|享享[清福]|装装样|歇歇[脚气]|伸伸手|动动[手脑口笔]|搭搭手|串串门|走走[亲访]|拉拉[手家]|摸摸底|湿湿脚"
)
# 巷巷有人管, 账账相符: each of them, at the head of a clause.
_ALL = regex(
    r"(?:^|(?<=做到)|(?<=[，。；、：“现保求]))([\u4e00-\u9fff])\1"
    r"(?:相[符连通等]|有[\u4e00-\u9fff]{1,3}(?=[，。；、”]|$)|通(?=[，。；、”公油电网硬]|$)|见效|过关|达标|落实|清零|都|皆)"
)
# 年年, 家家 and the like: each of them.
_EACH = frozenset("年天人家户村月周处事时层件项条根样种代步节句字面门岁趟")
_CALLED = regex(
    rf"(?:^|[、，：；。（“ 　]|任命|免去|聘任|提名|推荐|同志|委托|[由请给对向与和长员任记师官人表生])[{SURNAMES}]$"
)
_TITLED = regex(
    "[，、。；：（） 　]|$|同志|女|男|等|为|任|担任|兼任|的|到|在|与|和|诉|老师|先生|说|介绍"
)
_HOLDS = regex("总书记|主席|总理|书记|主任|[局处院校部会站队科县市厅省镇乡区]长")
_LED = 4  # characters before a name of two that tell it to be one
_TWO = 2  # characters of one that stands twice
_SAVED, _FREELY = 95, 110  # what the text must gain without one of the two
_OFFICES = tuple("长委员工务属级内外际上中下直辖区市县")


@rule(
    group="词语",
    severity=Severity.ERROR,
    idle=True,
    seek=echoes,
    yields_to=("wrong_word",),
)
def doubled_character(paragraph: Paragraph) -> Iterator[Spot]:
    """字词重复。

    输入时多打了一个相同的字或词。叠词（天天、人人、仅仅）和“县县通”之类不在此列；讲述人和事、有对话的段落叠词多，只作提示。

    来源：公文校对惯例
    Bad: 推动经济社⟦会会⟧高质量发展 -> 推动经济社会高质量发展
    Bad: 管好⟦的的⟧人
    Bad: 净化社交圈、朋友⟦圈圈⟧。 -> 净化社交圈、朋友圈。
    Bad: 案件都⟦是是⟧从一顿饭开始的 -> 案件都是从一顿饭开始的
    Bad: 3月底之⟦前前⟧完成任务 -> 3月底之前完成任务
    Bad: 会议每⟦季度季度⟧召开一次 -> 会议每季度召开一次
    Bad: ⟦技技⟧能培训，⟦持持⟧续用力。 -> 技能培训，持续用力。
    Bad: 保障生命⟦安全安全⟧。 -> 保障生命安全。
    Bad: 会议审议通过了⟦通过⟧。 -> 会议审议通过了。
    Bad: 建设工业互⟦联联⟧网 -> 建设工业互联网
    Bad: 由技术⟦人员人员⟧自行研制 -> 由技术人员自行研制
    Bad: 加强⟦组织组织⟧领导 -> 加强组织领导
    Bad: 完成投资12.3⟦亿亿⟧元，今⟦年年⟧以来，要认识⟦到到⟧重要性。 -> 完成投资12.3亿元，今年以来，要认识到重要性。
    Bad: 对单位⟦和和⟧个人问责，各部门要⟦密切密切⟧配合，在思想⟦上上⟧重视。 -> 对单位和个人问责，各部门要密切配合，在思想上重视。
    Bad: 积极⟦开展开展⟧志愿服务，认真做⟦好好⟧信访工作，各单位⟦要要⟧切实加强领导。 -> 积极开展志愿服务，认真做好信访工作，各单位要切实加强领导。
    Bad: 在园区⟦内内⟧开展排查，在施工过程⟦中中⟧发现裂缝。 -> 在园区内开展排查，在施工过程中发现裂缝。
    Bad: 在实践中⟦提提⟧高本领，⟦集集⟧中整治一批问题。 -> 在实践中提高本领，集中整治一批问题。
    Bad: 镇党委⟦委员委员⟧、副镇长到会。 -> 镇党委委员、副镇长到会。
    Good: 由集体经济组织组织开展，延长农业生产产前、产后服务，各班班干部，申请延期的事由由本人说明。
    Good: 强强联合，让群众心里暖暖的，各村村情不同。
    Good: 学习中中学教师交流了体会，会后后勤组留下，一年内内涝两次。
    Good: 可以以此为例，和和气气，反对对外扩张，实在在理，在在建项目上发力，上上下下。
    Bad: 与2015年相比⟦增增⟧长1.7倍，落实⟦帮帮⟧扶措施。 -> 与2015年相比增长1.7倍，落实帮扶措施。
    Good: 敲敲警钟，翻翻材料，批批检测，一桩桩实事，机关事务管理局局务会议，常委会会议。
    Good: 不以营利为目的的机构，2024年年底，今年年初，每年年来三次。
    Good: 红红脸、出出汗、治治病，谈谈心、把把脉。
    Good: 出席：罗建华、谢敏、汪洋洋，保险标的的保险价值，类别股股东，吨税税目税率表。
    Good: 天天学习，人人参与，仅仅如此，县县通高速，研究研究再定。
    Good: 用钉钉打卡，由局办公室主任任组长。
    Good: 在水利工程学院学院楼三层开会。
    Good: 双桥圩圩堤加固工程。
    Good: 路面雪亮雪亮的，看见垃圾弯弯腰，省局直接管理的航道的航道保护范围由省局划定。
    Good: 预交金金额不足的及时续交，3月底之前前往调研，会议之后后勤组留下，大是大非面前不含糊。
    Good: 哪条渠年年清年年堵，一门门课程听下来，件件有着落。
    Good: 做到账实相符、账账相符，实现巷巷有人管、事事有回应，确保段段达标、厂厂过关。
    Good: 现就有关工作作如下安排，柳溪镇镇情简介，运动会会是什么样子，主要要依靠群众，根据根据地的经验，岁岁平安，学生余果果，召开党委会会议。
    Good: 传达学习习总书记讲话，秘书处处长主持，秘书处处理文件，群众的难处处处留心。
    Good: 学生代表黄涛涛在会上发言，把颗颗爱心化作绿色。
    Good: 石镇镇召开会议，石镇镇全体干部参加。
    Good: 蒙医医师4名，中医医院2所。
    Good: 机动车车主登记，渔船船员培训。
    Good: 调整开发组组织结构，e网网友发帖，管理上上了一个台阶，手把红旗旗不湿。
    Good: 踏踏实实、清清白白做人，村村通、户户通，组织部部长，党员员工，市委委员，提高效率率先完成。
    Good: 清河镇镇政府召开会议，印发本会会章，学生代表赵晴晴发言。
    Good: 审计厅厅长，县委书记记录，宣传部部务会，要在在建项目上发力，发展中中医药。
    """
    spots = [*_doubled(paragraph)]
    told = bool(spots) and spoken(paragraph.text)
    for spot in spots:
        named = _FIRM.match(paragraph.text, spot.end) or _opens(paragraph.text, spot)
        yield replace(spot, severity=Severity.HINT if told or named else spot.severity)


def _opens(text: str, spot: Spot) -> bool:
    """Whether words said twice open what is quoted, as a rhyme does: “石磨石磨圆又圆”."""
    return spot.end - spot.start > _TWO and text[spot.start - 1 : spot.start] == "“"


def _doubled(paragraph: Paragraph) -> Iterator[Spot]:
    """Yield what stands twice."""
    text = paragraph.text
    suspects: Sequence[Suspect] = paragraph.suspects
    doubles = {text[one.start] for one in suspects if one.end - one.start == _TWO}
    longer = any(one.end - one.start > _TWO for one in suspects)
    found = _PAIR.search(text) if longer else None
    while found is not None:
        twice = not _meant_twice(text, found) and (
            _sure(text, found.start(), found.end())
            or _behind(text, found)
            or _ADVERBS.fullmatch(found[1])
        )
        if twice:
            yield Spot(*found.span(), f"“{found[1]}”重复", found[1])
        # 市委常委常委: not 委常 stands twice.
        found = _PAIR.search(text, found.end() if twice else found.start() + 1)
    for found in _DONE_TWICE.finditer(text) if longer and "了" in text else ():
        yield Spot(*found.span("again"), f"“{found[1]}”重复", "")
    if not doubles:
        return
    for found in _AFTER.finditer(text) if doubles & _SAID_AFTER else ():
        doubled = found[found.lastgroup or 0]
        if doubled[0] == doubled[1]:
            yield Spot(*found.span(found.lastgroup or 0), f"“{doubled[0]}”重复", doubled[0])
    for found in _PLAIN.finditer(text) if doubles & _SAID_PLAIN else ():
        yield Spot(*found.span(), f"“{found[0][0]}”重复", found[0][0])
    yield from _singles(text)


def _meant_twice(text: str, found: re.Match[str]) -> bool:
    """Whether words that stand twice may do so, or the second opens a longer name."""
    start, end = found.span()
    if _WORDS.match(text, start) or found[1][0] in "一两每" or _row(found[1]):
        return True
    if found[1] == "组织" and _BODY.search(text, max(start - _NAMED, 0), start):
        return True  # 集体经济组织组织开展
    if found[1][0] == "的" and text[end : end + 1].isalnum():
        return True  # 直接管理的航道的航道保护范围
    return text[end - len(found[1]) : end + 1] in language().number  # 根据根据地的情况


def _singles(text: str) -> Iterator[Spot]:
    """Report single characters that stand twice."""
    for found in _SINGLE.finditer(text):
        if _meant(text, found):
            continue
        if found[1] == "的":
            yield Spot(*found.span(), f"“{found[1]}”重复")
            continue
        behind = text[found.end() : found.end() + 1]
        if found[1] in _EACH and behind and behind not in "，。；、！？）":
            continue
        if found[1] in _FREE:
            if _left_over(text, found.start(), behind) or saved(text, found.start()) >= _FREELY:
                yield Spot(*found.span(), f"“{found[1]}”重复", found[1])
            elif found[1] not in _SAID and likely(text, found.start()):
                yield _doubtful(found)
            continue
        whole = behind in "，。；、！？）" and _ends_word(text, found.start())
        if (
            whole
            or _accident(text, found.start())
            or _ahead(text, found)
            or saved(text, found.start()) >= _SAVED
        ):
            yield Spot(*found.span(), f"“{found[1]}”重复", found[1])
        elif inside(text, found.start()) or likely(text, found.start()):
            yield _doubtful(found)


def _doubtful(found: re.Match[str]) -> Spot:
    """Return what may be said twice or not."""
    return Spot(*found.span(), f"“{found[1]}”疑有重复", found[1], severity=Severity.HINT)


def _meant(text: str, found: re.Match[str]) -> bool:
    """Whether two like characters are told elsewhere, or belong to twins or to two words."""
    start, end = found.span()
    if "·" in text[max(start - _NEAR, 0) : end + _NEAR]:
        return True  # a foreign name: the dot parts its words
    if (
        _TITLED.match(text, end) and _CALLED.search(text, max(start - _LED, 0), start)
    ) or _GIVEN.match(text, start):
        return True  # 高明、汪洋洋: a name
    if found[1] in ALL_SURNAMES and _HOLDS.match(text, end):
        return True  # 学习习总书记讲话
    if found[1] in "镇乡村区县市" and text.count(text[start - 1 : end]) > 1:
        return True  # 集镇镇: a place whose name ends like what it is, each time
    twin = _SINGLE.match(text, start - 2) if start > 1 else None  # 愉愉快快
    return (
        twin is not None
        or found[1] not in language().number  # 双桥圩圩堤: rare ones stand in names
        or text[end : end + 1] == found[1]
        or text[start - 1 : start] == "一"
        or _SINGLE.match(text, end) is not None
        or _PLAIN.match(text, start) is not None
        or _SOFTLY.match(text, start) is not None
        or _ALL.match(text, start) is not None
        or _TWO_WORDS.match(text, start) is not None
        or _TWO_WORDS.match(text, max(start - 1, 0)) is not None
    )


def _ends_word(text: str, start: int) -> bool:
    """Whether a word of three or more characters ends with the first of the two."""
    words = language().number
    return any(start >= size - 1 and text[start - size + 1 : start + 1] in words for size in (3, 4))


def _left_over(text: str, start: int, behind: str) -> bool:
    """Whether the second of two is no beginning of a word, the first being the end of one."""
    doubled = text[start]
    if doubled == "是":
        return behind != "非" and text[start - 1 : start] in tuple("都也就还正仍均即")
    before = [(low, high) for low, high in _around(text, start, pieces) if high == start + 1]
    if not before or before[0][1] - before[0][0] < 2:
        return False
    if behind in "，。；、！？）" or not behind:
        return doubled not in "人家"
    return doubled in "前后内外" and commonness(doubled + behind) == 0 and len(behind) == 1


def _behind(text: str, found: re.Match[str]) -> bool:
    """Whether a repeated word ends a longer one and then stands alone: 生命安全安全。"""
    start, end = found.span()
    middle = (start + end) // 2
    words = pieces(text)
    longer = any(high == middle and low < start for low, high in words)
    alone = text[end : end + 1] in tuple("，。；、！") or found[1] == "人员"
    return longer and (middle, end) in words and alone


def _ahead(text: str, found: re.Match[str]) -> bool:
    """Whether the first of two like characters is left over before the word that they begin."""
    start = found.start()
    known = language().number
    if found[0] in known or (start and text[start - 1 : start + 1] in known) or found[1] == "了":
        return False
    if _SOFTLY.match(text, start):
        return False
    if text[found.end() : found.end() + 1] in _OFFICES or text.startswith("主任", found.end()):
        return False
    words = _around(text, start, pieces)
    longer = any(low == start + 1 and high - low > 1 for low, high in words)
    return longer and (start, start + 1) in words


def _row(word: str) -> bool:
    """Whether a repeated stretch is itself made of twins."""
    return len(set(word)) == 1


def _sure(text: str, start: int, end: int) -> bool:
    """Whether the repeated word stands on its own, no longer word reaching across."""
    words = pieces(text)
    middle = (start + end) // 2
    inside = {at for low, high in words for at in range(low + 1, high)}
    # 每季度季度: the word before may have taken the first of the two into it.
    opened = start not in inside or (text[start - 1] in "每各" and (start - 1, middle) in words)
    return opened and middle not in inside and end not in inside


def _around(text: str, at: int, cut: Callable[[str], list[Word]]) -> list[Word]:
    """Return the words between the marks around a place: no word reaches across one."""
    start = clause_start(text, at, MARKS)
    ends = [end for mark in MARKS if (end := text.find(mark, at)) >= 0]
    return [(start + low, start + high) for low, high in cut(text[start : min(ends, default=None)])]


def _accident(text: str, start: int) -> bool:
    """Whether the second of two like characters is left over: the word before it ends with it."""
    words = _around(text, start, cut)
    before = next(((low, high) for low, high in words if high == start + 1), None)
    after = next(((low, high) for low, high in words if low == start + 1), None)
    return (
        before is not None
        and after is not None
        and before[1] - before[0] >= 2
        and after[1] - after[0] == 1
        and text[after[1] : after[1] + 1] not in _OFFICES
    )
