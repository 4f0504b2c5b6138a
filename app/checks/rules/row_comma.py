"""A comma between the members of a row that a word before or behind it holds together."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.rows import CHARACTER as _H
from app.checks.language.rows import sent_to
from app.checks.language.verbs import VERBS, another
from app.checks.language.words import nominal, sorts
from app.checks.slips.set_phrases import is_set_phrase
from app.checks.tables import Table, each
from app.document.model import Role
from app.patterns import regex
from app.surnames import SURNAMES

_LEVELS = "级类档期批组队班层线营连"
_ENDS = "史税费款证卡票学炎病色型厂矿店馆园校厅团联社处室科系"
_BODIES = "团委|党委|学校|学院|社团|社团联|学生会|委员会|协会|学会|商会|妇联|工会|部门|单位|中心|机构|公司|企业|政府|法院|检察院|办公室|处|科|室|局|厅|院|所|站"
_HEADS = "包括|涵盖|用于|分为|交与|交给|告知"
_TAKES = "遵守|违反|携带|出示|具备|具有"
_GOODS = "为害|危害|提供|配备|购置|种植|养殖|清理|清洗|喷施|收集|赠送|发放|购买|采购|填写|提交|上传|出具|佩戴|穿戴|设有|建有|配有|拥有|开设|送上|送去|送来"
_POSTS = "书记|主任|支书|组长|局长|所长|站长|校长|园长|院长|经理"
_UNITS = "万元|亿元|元|万亩|亩|公里|吨|个|台|人|户|件|套|名|辆|头|只|平方米|处|座|条|起|次|口"
_LAWS = "宪法|法律|法规|规章|党章|章程|制度"
_ACTS = (
    "编号|整理|归档|装订|解散|注销|撤销|取消|登记|备案|上报|审核|审批|核实|汇总|公示|公布|修改|补充|完善|清理|整改|处罚|处理|通报|批评|教育|"
    "关闭|拆除|搬迁|没收|查封|扣押|回收|销毁|更换|维修|保养|验收|发放|分类|统计|评估|存档|入库|封存|移交|转发|张贴|消毒|消杀|清洗|检修"
)
_HELP = "领导|指导|支持|帮助|关心|关怀|配合|努力|监督|组织|协助|推动"
_SHOWN = "坚定|发扬|弘扬|秉承|具有|具备|展现|展示|表达|体现|营造|创造|打造|树立|培养|保持|呈现|感受|享受|度过|提供|塑造|传递|构建|形成|充满|举办|开展|推出"
_KEPT = "精神|作风|传统|理念|风气|品质|意识|原则|美德|品格|情操|风尚"
_FAULTS = "问题|现象|倾向|情况|弊端|做法|思想|行为|作风"
_WISH = "身体健康|工作顺利|阖家幸福|万事如意|家庭幸福|节日快乐|新年快乐|事业有成|学业有成|学习进步|幸福安康|阖家欢乐|合家欢乐|吉祥如意|事业兴旺|事业发达|中秋快乐|心想事成|生活愉快|工作愉快|青春永驻|平安健康|平安顺遂|龙年大吉|新春愉快|新春快乐|春节愉快|春节快乐|健康长寿|身心愉快|步步高升|生意兴隆|前程似锦"
_GUISES = "方式|形式|身份|名义|姿态|责任感|紧迫感|使命感|态度|精神|劲头|决心|干劲|状态|方法|办法|手段|作风|魄力|勇气|毅力|热情|心态"
_JOBS = (
    "收购|仓储|加工|销售|生产|运输|招聘|培训|管理|采购|保管|发放|登记|统计|审核|维修|保养|维护|检查|监督|组织|策划|宣传|接待|设计|施工|"
    "验收|种植|养殖|包装|配送|收集|整理|归档|编写|编辑|印刷|分发|汇总|上报|清洗|消毒|安装|调试|研发|推广|测试|审批|监测|评估|救治|护理"
)
_PERSONS = "党员|代表|干部|群众|学生|教师|师生|家长|领导|负责人|职工|员"
_SIDES = "环节|方面|阶段|部门|科目|步骤|程序|领域|岗位|课程|症状|不适|工序|流程"
_MANY = "三四五六七八九十3456789"
_COUNTED = "大|个|座|家|处|所|名|位|条|项|镇|乡|村|县|区|类|种|部|省|市|门|款|本|支|台|点"
_CALLED = f"[{SURNAMES}]{_H}{{1,2}}"
# Literals, pattern with the mark and what stands behind it.
_ROWS = Table(
    (
        (  # 一级，二级，三级
            each("", "|".join(_LEVELS), "，"),
            rf"[一二三四五六七八](?P<of>[{_LEVELS}])(?P<mark>，)(?=(?P<next>[二三四五六七八九](?P=of))(?:，[三四五六七八九](?P=of)|{_H}{{0,2}}[。；、和及与]))",
            None,
        ),
        (  # 既往史，过敏史和传染病史
            each("", "|".join(_ENDS), "，"),
            rf"(?P<of>[{_ENDS}])(?P<mark>，)(?=(?P<next>{_H}{{1,6}}(?P=of))(?:，{_H}{{1,6}}(?P=of))*(?:和|及|以及|与){_H}{{1,7}}(?P=of)(?:[，。；、]|$))",
            None,
        ),
        (  # 学校，团委，社团联，社团的形象
            each("", _BODIES, "，"),
            rf"(?:{_BODIES})(?P<mark>，|、(?={_H}{{0,5}}(?:{_BODIES})，))(?=(?P<next>(?!{_H}*(?:各|由|对|向|与)){_H}{{0,5}}(?:{_BODIES}))(?P<second>[，、]){_H}{{0,5}}(?:{_BODIES})(?:，{_H}{{0,5}}(?:{_BODIES}))*(?:[。；]|的{_H}{{2}}))",
            None,
        ),
        (  # 如训练，例会等
            "，如|：如|（如|（包括|例如|比如|诸如",
            rf"(?:[，：（]如|（包括|例如|比如|诸如){_H}{{2,8}}(?P<mark>，)(?P<next>{_H}{{2,8}})等(?=[，。；）]|{_H}{{2,4}}[，。；）])",
            None,
        ),
        (  # 包括理论学习，业务培训和实践活动。
            _HEADS,
            rf"(?:{_HEADS})了?(?:(?!为|是|等|后|时|前){_H}){{2,12}}(?P<mark>，)(?P<next>{_H}{{2,10}})(?:和|及(?!时)|以及|与){_H}{{2,12}}(?=[。；])",
            None,
        ),
        (  # 具备专业知识，工作经验和资格证书。
            _TAKES,
            rf"(?:{_TAKES})了?(?:(?!为|是|等|后|时|前){_H}){{2,10}}(?P<mark>，)(?P<next>{_H}{{2,10}})(?:和|及(?!时)|以及|与)(?P<last>{_H}{{2,12}})(?=[。；])",
            None,
        ),
        (  # 配备灭火毯，手电筒和急救包。
            _GOODS,
            rf"(?:{_GOODS})了?(?:(?!为|是|等|后|时|前){_H}){{1,6}}(?P<mark>，)(?P<next>(?!确认|造成|引起|导致|方便|以便|便于){_H}{{2,5}})(?:和|及(?!时)|以及|与(?!否))(?P<tail>{_H}{{2,6}})(?=[。；])",
            None,
        ),
        (  # 遵守宪法，各项法规和校规
            each("", _LAWS, "，"),
            rf"(?<!根据)(?<!依照)(?<!按照)(?<!依据)(?:{_LAWS})(?P<mark>，)(?P<next>(?:各项|各种|有关|相关|其他|国家|学校|单位)?{_H}{{0,6}}(?:法律|法规|规章|制度|规定|纪律|条例|章程|政策))(?=[和及与、])",
            None,
        ),
        (  # 将其解散，注销。
            each("，", _ACTS),
            rf"(?:将|把|予以|进行|加以|给予|按{_H}{{1,6}}顺序)(?:(?![，。；：、]).){{0,10}}(?:{_ACTS})(?P<mark>，)(?P<next>{_ACTS})(?=[，。；])",
            None,
        ),
        (  # 在局党委的正确领导，各部门的大力支持下
            each("", _HELP, "，"),
            rf"(?:^|(?<=[，。；]))在{_H}{{2,14}}(?:{_HELP})(?P<mark>，)(?P<next>(?![在您你我他她本它]){_H}{{2,16}}(?:{_HELP}))下",
            None,
        ),
        (  # 在法律，校规许可的范围内
            "范围内|范围之内",
            rf"在{_H}{{2,8}}(?P<mark>，)(?P<next>{_H}{{2,14}})的(?=范围之?内)",
            None,
        ),
        (  # 发扬廉洁自律，艰苦奋斗精神
            _KEPT,
            rf"(?<!才)(?:发扬|弘扬|继承|传承|树立|倡导|秉承|秉持|培养)了?{_H}{{4}}(?P<mark>，)(?P<next>{_H}{{4}})(?=的?(?:体育|优良|革命|敬业|奋斗)?(?:{_KEPT}))",
            None,
        ),
        (  # 展现了英姿飒爽，敢打敢拼的风采
            each("", _SHOWN) + "|这个|那个|一个",
            rf"(?:(?:{_SHOWN})[出了着过]?|[这那一]个)[^，。；：、“”为是以使让把]{{0,8}}?(?P<left>{_H}{{4}})(?P<mark>，)(?P<next>(?!{_SHOWN}){_H}{{4}})(?=的(?![是便却则]){_H}{{2}})",
            None,
        ),
        (  # 解决浅尝辄止，浮于表面、脱离实际的问题
            _FAULTS,
            rf"(?:解决|克服|纠正|防止|杜绝|摒弃|避免|整治)(?:(?![，。；：、]).){{0,12}}{_H}{{4}}(?P<mark>，)(?P<next>{_H}{{4}})(?=、{_H}{{4}}的?等?(?:{_FAULTS}))",
            None,
        ),
        (  # 救生衣6万元、发电机12万元，水泵10万元。
            each("", _UNITS, "，"),
            rf"{_H}{{2,8}}[0-9.]+(?P<unit>{_UNITS})、{_H}{{2,8}}[0-9.]+(?P=unit)(?P<mark>，)(?P<next>(?!其中|合计|共计?|总计?|比|同比|平均|人均|累计){_H}{{2,8}})[0-9.]+(?P=unit)(?=[。；])",
            None,
        ),
        (  # 286户，1120人的出行问题
            "户，",
            r"[0-9]户(?P<mark>，)(?P<next>[0-9]+人)(?=的)",
            None,
        ),
        (  # 各村党支部书记，主任，
            "|".join([each("", _POSTS, mark) for mark in "，、"]),
            rf"(?:各|全体){_H}{{2,8}}(?:{_POSTS})(?P<mark>[，、])(?P<next>(?:{_POSTS}|文书|会计))(?P<second>[，、])(?={_H}{{2,12}}(?:参加|出席|列席|负责人|到会))",
            None,
        ),
        (  # 各股室，各站所要
            "，各",
            rf"(?<=各)(?:[^，。；：、]{{1,6}})(?:、[^，。；：、]{{1,6}})?(?P<mark>，)(?P<next>各{_H}{{1,8}}?)(?=要(?!求)|应|须|必须|务必|加强|认真|严格|按照|结合)",
            None,
        ),
        (  # 卞青同志，村主任秦朗同志和
            "同志，",
            rf"{_CALLED}同志(?P<mark>，)(?P<next>{_H}{{4,16}}同志)(?=[和及与、])",
            None,
        ),
        (  # 祝大家身体健康，工作顺利、阖家幸福
            each("", _WISH, "，"),
            rf"(?P<mark>，)(?<=(?:{_WISH})，)(?P<next>{_WISH})(?:(?=、)|(?=[。！]|$)(?<=、{_H}{{4}}，{_H}{{4}}))",
            None,
        ),
        (  # 县委常委，副县长王明主持会议
            each("委", "常委|副书记", "，"),
            rf"(?:^|(?<=[，。；：由]))(?:{_H}{{1,3}})?[省市县区州旗]委(?:常委|副书记)(?P<mark>，)(?=(?P<next>(?:常务)?(?:副?[省市县区州旗]长|组织部部?长|宣传部部?长|统战部部?长|秘书长|政法委书记))(?:[{SURNAMES}]{_H}{{1,2}})(?:同志)?(?:出席|参加|主持|作|讲|致|一行|在|强调|指出|率|到|对|表示))",
            None,
        ),
        (  # 42%、8.8%，18.4%和25.3%
            each("", "%|％|元|亩|人|户|吨|个|家|件|公里|平方米", "，"),
            r"[0-9.](?<![0-9.].)[0-9.]*(?P<of>[%％]|[万亿]?[元亩人户吨个家件]|公里|平方米)(?:、[0-9.]+(?P=of))+(?P<mark>，)(?=(?P<next>[0-9.]+(?P=of))(?:[和及与、][0-9.]+(?P=of))+(?:[，。；]|$))",
            None,
        ),
        (
            each("", "%|％|元|亩|人|户|吨|个|家|件|公里|平方米", "，"),
            r"[0-9.](?<![0-9.、].)[0-9.]*(?P<of>[%％]|[万亿]?[元亩人户吨个家件]|公里|平方米)(?P<mark>，)(?=(?P<next>[0-9.]+(?P=of))(?:、[0-9.]+(?P=of))*[和及与、][0-9.]+(?P=of)(?:[，。；]|$))",
            None,
        ),
        (  # 以师傅，同乡或者顾客的身份
            _GUISES,
            rf"(?:^|(?<=[，。；：“]|[\u4e00-\u9fff]))以(?![下上前后及内外来]|{_H}[带促代养换治保补育强])(?:(?![为是以使让把对在]){_H}){{2,10}}(?:、(?:(?![为是以]){_H}){{2,8}})*(?<!形式)(?<!方式)(?<!精神)(?<!态度)(?<!身份)(?<!名义)(?P<mark>，)(?P<next>(?!更)(?:(?![为是以使]){_H}){{2,12}})的(?=(?:{_GUISES})(?![资世文支力产面]))",
            None,
        ),
        (  # 带领陈建华，许文娟两位老师
            "两位|三位|四位|五位|六位|两人|三人|两名|三名|四名|五名|六名|等同志|等老师|等领导|等代表|等专家",
            rf"{_CALLED}(?P<mark>，)(?P<next>{_CALLED})(?:等?[两三四五六][位名](?=[同老代学教专村党])|[两三四五]位|[两三]名|[两三]人(?=[，。；参获荣入组共])|等(?=同志|老师|领导|代表|专家))",
            None,
        ),
        (  # 茶叶的收购，加工和销售
            each("，", _JOBS),
            rf"的(?:{_H}{{2}}、)*(?:{_JOBS})(?P<mark>，)(?P<next>{_JOBS})(?=[、和与及](?:{_JOBS})(?:[，。；、和]|等|工作))",
            None,
        ),
        (  # 做有理想，有抱负的青年
            "，有",
            rf"(?:做|争当|培养|造就|成为|一[批支名个位])有(?![的关所些利效力序待望人时工管类子]){_H}{{2}}(?P<mark>，)(?=(?P<next>有{_H}{{2}}))(?=有{_H}{{2}}(?:的|[，、]))",
            None,
        ),
        (  # 健康，快乐成长
            each("，", "健康|快乐|幸福|平安|活泼|茁壮|开心|愉快"),
            rf"(?<!{_H}身心)(?:健康|快乐|幸福|平安|活泼|开心|愉快|安全)(?P<mark>，)(?P<next>健康|快乐|幸福|平安|活泼|茁壮|开心|愉快)(?=地?(?:成长|生活|度过|长大)(?!的))",
            None,
        ),
        (  # 动员村干部、护林员，民兵上山
            each("", _PERSONS, "，"),
            rf"、{_H}{{0,4}}(?:{_PERSONS})(?P<mark>，)(?P<next>(?!全体|广大|请|让){_H}{{0,4}}(?:{_PERSONS}))(?=入户|进村|上门|下沉|轮流|分组|组成|逐户|挨户|[和与及等])",
            None,
        ),
        (  # 村组干部，党员代表以及部分群众参加
            each("", _PERSONS, "，"),
            rf"(?:{_PERSONS})(?P<mark>，)(?P<next>(?!全体|广大|请|让){_H}{{0,4}}(?:{_PERSONS}))(?=(?:以及|[及和与]){_H}{{0,6}}(?:{_PERSONS})(?:[。，；]|参加|等))",
            None,
        ),
        (  # 出现头痛，乏力、咳嗽等症状; 播种、施肥，灌溉、收割各个环节
            f"{each('等', _SIDES)}|{each('各', _SIDES)}|{each('各个', _SIDES)}|{each('各项', _SIDES)}",
            rf"(?:(?:出现|伴有|没有|[有无]){_H}{{2,4}}|、{_H}{{2,4}})(?P<mark>，)(?P<next>{_H}{{2,4}})(?:、{_H}{{2,4}})+(?:等|各[个项]?)(?=(?:{_SIDES}))",
            None,
        ),
        (  # “松，竹，梅”
            "“",
            rf"(?<=“{_H})(?P<mark>，)(?P<next>{_H})(?=，{_H}[”，])",
            None,
        ),
    )
)

# 东坝、柳湾、石门，白鹤四座水库: as many as are counted.
_NUMBERED = frozenset([n + unit for n in _MANY for unit in _COUNTED.split("|")])
_SUM = regex(
    rf"，(?P<next>{_H}{{1,8}}?)(?<![前第后])(?P<n>[{_MANY}])(?:{_COUNTED})(?!以上|以下|人员?[，。]|[分月])"
)


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*_ROWS.triggers, *sorted(_NUMBERED)),
    yields_to=("summed_row",),
)
def row_comma(paragraph: Paragraph) -> Iterator[Spot]:
    """并列的词语之间用了逗号。

    “包括……和……”“如……等”“在……的领导、……的支持下”把几个并列的词语管在一句里，词语之间用顿号；逗号会让人以为另起一句。

    来源：GB/T 15834—2011 4.4、4.5
    Bad: 全部车间按风险分为一级⟦，⟧二级⟦，⟧三级。 -> 全部车间按风险分为一级、二级、三级。
    Bad: 材料报财务科⟦，⟧后勤办公室⟦，⟧纪检监察室。 -> 材料报财务科、后勤办公室、纪检监察室。
    Bad: 不得泄露客户的交易史⟦，⟧借贷史和婚姻史。 -> 不得泄露客户的交易史、借贷史和婚姻史。
    Bad: 兴趣类活动，如剪纸⟦，⟧合唱等，由工会安排。 -> 兴趣类活动，如剪纸、合唱等，由工会安排。
    Bad: 培训内容包括礼仪规范⟦，⟧急救常识和电脑操作。 -> 培训内容包括礼仪规范、急救常识和电脑操作。
    Bad: 每户配备灭火毯⟦，⟧手电筒和急救包。 -> 每户配备灭火毯、手电筒和急救包。
    Good: 主办方提供场地，食宿和交通自理；发放树苗，村组和农户负责栽种。
    Bad: 自觉遵守法律⟦，⟧各项规章和村规民约。 -> 自觉遵守法律、各项规章和村规民约。
    Bad: 逾期不取的卷宗，将其登记⟦，⟧封存。 -> 逾期不取的卷宗，将其登记、封存。
    Bad: 在镇党委的坚强领导⟦，⟧各村的大力支持下，修通了水渠。 -> 在镇党委的坚强领导、各村的大力支持下，修通了水渠。
    Bad: 弘扬求真务实⟦，⟧真抓实干的作风，克服得过且过⟦，⟧拈轻怕重、推诿扯皮的思想。 -> 弘扬求真务实、真抓实干的作风，克服得过且过、拈轻怕重、推诿扯皮的思想。
    Bad: 祝各位身体健康⟦，⟧工作顺利、阖家幸福！ -> 祝各位身体健康、工作顺利、阖家幸福！
    Bad: 三个村分别占35%、28%⟦，⟧21%和16%，以代购⟦，⟧中介或者亲友的名义行骗。 -> 三个村分别占35%、28%、21%和16%，以代购、中介或者亲友的名义行骗。
    Bad: 会议由县委常委⟦，⟧常务副县长王建明同志主持。 -> 会议由县委常委、常务副县长王建明同志主持。
    Bad: 以集中学、分组学⟦，⟧自学的形式学习。 -> 以集中学、分组学、自学的形式学习。
    Bad: 已建成北沟、南岭⟦，⟧西坡三座塘坝，负责茶叶的采购⟦，⟧加工和销售。 -> 已建成北沟、南岭、西坡三座塘坝，负责茶叶的采购、加工和销售。
    Bad: 会上表扬了何建华⟦，⟧许文娟两位老师，希望大家做有志气⟦，⟧有担当的青年。 -> 会上表扬了何建华、许文娟两位老师，希望大家做有志气、有担当的青年。
    Bad: 到场的有全体村干部⟦，⟧护林员以及部分群众代表。 -> 到场的有全体村干部、护林员以及部分群众代表。
    Bad: 让孩子们平安⟦，⟧快乐成长，动员护林员、村干部⟦，⟧民兵代表上门宣传。 -> 让孩子们平安、快乐成长，动员护林员、村干部、民兵代表上门宣传。
    Bad: 服药后出现头痛⟦，⟧乏力、恶心等症状，抓好播种、施肥⟦，⟧灌溉、收割各个环节。 -> 服药后出现头痛、乏力、恶心等症状，抓好播种、施肥、灌溉、收割各个环节。
    Bad: 在这个秋高气爽⟦，⟧天高云淡的时节，充分展现了民兵英姿飒爽⟦，⟧敢打敢拼的风采。 -> 在这个秋高气爽、天高云淡的时节，充分展现了民兵英姿飒爽、敢打敢拼的风采。
    Bad: 新建水窖12口、塘坝3口⟦，⟧蓄水池2口；救生衣6万元、发电机12万元⟦，⟧水泵10万元。 -> 新建水窖12口、塘坝3口、蓄水池2口；救生衣6万元、发电机12万元、水泵10万元。
    Good: 采茶1200公斤，其中春茶800公斤、夏茶300公斤、秋茶100公斤；职工86人、党员40人，青年46人不在内。
    Bad: 解决了286户⟦，⟧1120人的饮水问题。 -> 解决了286户、1120人的饮水问题。
    Bad: 各村党支部书记⟦，⟧主任⟦，⟧镇直各单位负责人参加会议。 -> 各村党支部书记、主任、镇直各单位负责人参加会议。
    Bad: 各股室⟦，⟧各站所要分工负责，坚定服务基层⟦，⟧担当作为的信念。 -> 各股室、各站所要分工负责，坚定服务基层、担当作为的信念。
    Good: 体现新的思想和理念，教学改革的创新更受关注；做一个热心的向导，创造美好的回忆；这个制度比较好，适合本县的情况。
    Good: 检查了北沟、南岭，三座塘坝都很安全；有的平安，快乐成长的更多；慰问老党员、老干部，党员干部参加了活动。
    Good: 以诗朗诵的形式，展现了青年的精神风采。
    Good: 以实际行动，积极争取的态度可嘉；以点带面，逐步推开的办法好。
    Good: 健全各项管理制度，特别是考核制度和奖励制度；分为一级，二级另行安排；提交申请，审核和公示；一期已经完工，二期正在建设。
    Good: 祝各位身体健康，工作顺利，阖家幸福！在县委的领导下，在各部门的支持下，工程竣工。
    Good: 抄送：市委办公室，市政府办公室，市财政局。
    Good: 骨干普遍具有本科以上学历，职工大都具有高中和职高文化。
    Good: 将材料交齐，登记人员核对；具有专业知识，爱护公物和设备；根据宪法，制定法律和规章。
    """
    text, seen = paragraph.text, set[int]()
    if paragraph.role is Role.OBJECT or sent_to(text):
        return
    if "、" in text and not paragraph.literals.isdisjoint(_NUMBERED):
        seen.update(_counted(text))
    for found, _ in _ROWS.found(paragraph):
        if "left" in found.groupdict() and not (_led(text, found) and _fourfold(found["next"])):
            continue
        if not another(found["next"]) and not _acts(found) and not _singled(found["next"]):
            marks = [name for name in ("mark", "second") if name in found.groupdict()]
            seen.update(found.start(mark) for mark in marks if found[mark] == "，")
    for at in sorted(seen):
        yield Spot(at, at + 1, "并列的词语之间用顿号", "、")


def _counted(text: str) -> Iterator[int]:
    """Yield the one comma in a row of as many members as the number behind it says."""
    for found in _SUM.finditer(text):
        at = found.start()
        left = re.split("[，。；：！？“”（）]", text[max(at - 60, 0) : at])[-1]
        items = left.split("、")
        said = found["n"]
        number = int(said) if said.isdigit() else "一二三四五六七八九十".index(said) + 1
        if len(items) < 2 or len(items) + 1 != number or another(found["next"]):
            continue
        short = len(items[1]) <= 3 and len(found["next"]) <= 3
        if short or all(
            nominal(sort) for one in (items[1], found["next"]) for _, sort in sorts(one)
        ):
            yield at


def _led(text: str, found: re.Match[str]) -> bool:
    """Whether what stands on the left is such a phrase too, or a verb and its object: 立足岗位."""
    left, at = found["left"], found.start("left")
    return _fourfold(left) or (left[:2] in VERBS and text[at - 1] != "的")


def _fourfold(words: str) -> bool:
    """Whether four characters are a set phrase, or say of a thing how it is: 精益求精, 特色鲜明."""
    told = sorts(words)
    kinds = [sort[0] for _, sort in told]
    if len(told) == 1:
        return told[0][1] != "n" or is_set_phrase(words)
    paired = [len(word) for word, _ in told] == [2, 2] and kinds[1] != "n"
    return paired and kinds != ["v", "a"]


def _singled(words: str) -> bool:
    """Whether words single out what they name: 各项制度，特别是考核制度和奖励制度."""
    return words.startswith(("特别是", "尤其是", "主要是", "甚至", "包括", "例如", "比如"))


def _acts(found: re.Match[str]) -> bool:
    """Whether what stands behind the comma names an act, so that it may be a clause."""
    named = found.groupdict()
    (_, first), *others = sorts(named["next"])
    if first[0] == "n" and any(sort == "v" for _, sort in others):
        return True  # 工人大都具有中专文化
    if first == "r":
        return not named["next"].startswith(("各", "其他", "本"))
    last = named.get("last")
    if named.get("tail") and any(sort[0] == "v" for _, sort in sorts(named["tail"])):
        return True  # 提供场地，食宿和交通自理
    return last is not None and any(sorts(one)[0][1][0] in "vd" for one in (named["next"], last))
