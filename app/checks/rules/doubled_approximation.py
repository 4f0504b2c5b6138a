"""Two words of approximation on one number."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_BEFORE = "近|约有|大约有|大概有|约|差不多|大约|约为|大概|将近|接近|几乎|不足|超过|达到近|逾|超"
_NUMBER = r"(?:\d[\d,.]*[万亿千百]?|[一二三四五六七八九十百千万亿两]+)"
_UNIT = (
    r"(?:[%％]|[万亿]?元|人次|场次|平方公里|公里|平方米|立方米|公顷|亩地?|吨|公斤|个月|个百分点|个工作日|个小时|个课时|个学时|个|人|名|户|家|次|天|年|项|件|米|岁|"
    r"倍|成半?|分钟|小时|所|条|处|座|场|期|篇|册|套|台|辆|本|课时|学时|学分|周|轮|堂|节课|节|字|份|支|张|部|株|头|只|厘米|毫米|款|斤|克|箱|袋|棵|筐|桶)?"
)
_FOUND = regex(
    rf"(?P<before>{_BEFORE})(?P<number>{_NUMBER})"
    rf"(?:(?P<more>余|多)(?!样|种形式|数|元化|年来|方|措并举)|{_UNIT}(?P<around>左右|上下))"
)

# 3000多余人, 1.2万余名左右, 不足六成以上; 不足往年同期的60%左右.
_MORE = regex(
    rf"(?:约近|近约|大约近|约有近){_NUMBER}|{_NUMBER}(?:多余|余多)(?=[\u4e00-\u9fff])|{_NUMBER}[余多][万亿]?{_UNIT[:-1]}{{1}}(?:左右|上下|以上|以下|多(?=[，。；]))"
    rf"|(?:不足|不到|近|接近|将近|最多|至多|大约|(?<![公相预节制签合条违契履])约){_NUMBER}{_UNIT}以上|(?:超过|高于|突破){_NUMBER}{_UNIT}以下"
    rf"|(?:至少|最少|不少于|不低于|不小于){_NUMBER}{_UNIT}(?:以下|以内|左右|上下|以上)"
    rf"|(?:不超过|不高于|不多于|不大于){_NUMBER}{_UNIT}(?:以上|左右|以下|以内)|(?:超过|高于|突破|大于){_NUMBER}{_UNIT}以上"
    rf"|(?<![公相预节制签合条违契履])约[在需]{_NUMBER}{_UNIT}(?:左右|上下)"
    rf"|至少(?:在|有|要|建成|达到|完成){_NUMBER}{_UNIT}以上"
    rf"|{_NUMBER}{_UNIT}(?:(?:以上|以下|以内|左右|上下)[多余](?![方次])|(?:以上|以下)(?:左右|上下)|(?:左右|上下)(?:以上|以下)|(?:以上|以下)[约近])"
    rf"|(?:共计|总计|合计){_NUMBER}{_UNIT}(?:左右|上下)|仅{_NUMBER}{_UNIT}之多"
    rf"|(?:不足|不到|大约|约占|约有|约为|将近)[\u4e00-\u9fff]{{1,8}}?{_NUMBER}{_UNIT}(?:左右|上下)"
)
# The two words that each of those has, without the number between: for these the engine looks fast.
_TWO = regex(
    "约近|近约|约有近|多余|余多|[余多][^，。；]{0,12}?(?:左右|上下|以上|以下|多)"
    "|约[在需][^，。；]*?(?:左右|上下)|(?:不足|不到|近|接近|最多|至多|约|超过|高于|突破|大于|至少|最少|不少于|不低于|不小于|不高于|不多于|不大于|共计|总计|合计)"
    "[^，。；]*?(?:以上|以下|以内|左右|上下)"
    "|(?:以上|以下|以内|左右|上下)[多余约近左右上下以]|仅[^，。；]*?之多"
)
_LED = ("约有近", "约近", "近约")  # the number stands behind these
_NUMERAL = regex("[0-9二三四五六七八九十百千万亿两]")
# 数十余家, 几十多年: 数 and 几 are rough already.
_SOME = regex(
    "(?<![0-9十第])[数几](?:[十百千]万?|万)(?P<odd>[余多])(?![样种元方]|年来[多])(?=[\u4e00-\u9fff])"
)
# 最多12人以内
_MOST = regex(
    rf"(?:最高|最多|至多|最长|最大)(?:不超过|可达|为|是)?(?=[0-9一二三四五六七八九十两]){_NUMBER}{_UNIT}(?P<odd>以内|之内)"
)
_NEAR = 8  # characters between a number and the word behind it
# 26余个: what is told to the last one leaves nothing over; 26余万元 and 26余公里 may.
_ODD = regex(
    r"[0-9](?<![0-9.].)[0-9]*(?<=[1-9][1-9])(?P<odd>[余多])(?=[个名家户件项次场条起处份篇期座所台辆套支批宗本册张]|人次|人(?!民))"
)
# 15.5多万元: what is left over is less than a tenth.
_TENTH = regex(r"[0-9]\.[0-9]++(?P<odd>(?P<more>[多余])(?P<unit>[万亿]))(?=[元亩吨人])")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*_LED, "余", "多", "左右", "上下", "以上", "以下", "以内", "之多"),
)
def doubled_approximation(paragraph: Paragraph) -> Iterator[Spot]:
    """约数重复。

    “近、约”与“余、多、左右”都表示约数，用一个就够；“近百余”自相矛盾。

    来源：GB/T 15835—2011 5.2；语法常识
    Bad: 举办活动⟦近100余⟧场
    Bad: 需要⟦约50天左右⟧
    Bad: ⟦超过200多⟧家企业
    Bad: 带动就业⟦3000多余⟧人
    Bad: 人才总量达到⟦1.2万余名左右⟧
    Bad: 准确率⟦不足六成以上⟧
    Bad: 订单⟦不足往年同期的60%左右⟧
    Bad: 办理时限压缩⟦六成半以上多⟧
    Bad: 每周⟦至少3次以内⟧，人均增收⟦大约2000元以上⟧
    Bad: 参加宴请的⟦共计26人左右⟧
    Bad: ⟦不低于60%以上⟧的资金用于产业发展
    Bad: 引进资金⟦4600余万元以上⟧，印发手册⟦不少于3万本以上⟧，公示⟦不少于5个工作日以上⟧。
    Bad: ⟦约有近百⟧人参加
    Bad: 每亩收⟦1000多斤左右⟧。
    Bad: 督办解决问题26⟦余⟧个 -> 督办解决问题26个
    Bad: 带动数百⟦余⟧户，窖藏几十⟦多⟧年，每桌最多12人⟦以内⟧。 -> 带动数百户，窖藏几十年，每桌最多12人。
    Bad: 筹资15.5⟦多万⟧元 -> 筹资15.5万多元
    Good: 解决问题260余个，投入26余万元，修路26多公里，35岁以上15人，25多万人次，参加人员160余人。
    Good: 走访数十家，数百多样，最高气温30度，最低30米以内的近地，数百种
    Good: 举办活动近100场，参加3000余人，共计26人
    Good: 需要50天左右
    Good: 约占三成，多数来自农村
    Good: 近三年多方筹措
    Good: 有着近百年的历史，左右两侧
    """
    text = paragraph.text
    if not paragraph.literals.isdisjoint(("余", "多")):
        for found in _SOME.finditer(text):
            yield Spot(*found.span("odd"), "“数十”“几十”已是约数，不用“余、多”", "")
    near = (_NUMERAL.search(text, max(start - _NEAR, 0), start) for _, start, _ in paragraph.hits)
    if not any(near) and paragraph.literals.isdisjoint(_LED):
        return
    for found in _MORE.finditer(text) if _TWO.search(text) else ():
        yield Spot(*found.span(), "约数重复或者矛盾，留一个")
    for found in _MOST.finditer(text) if "以内" in text or "之内" in text else ():
        yield Spot(*found.span("odd"), "与“最高”“最多”重复", "")
    for found in _ODD.finditer(text):
        yield Spot(*found.span("odd"), "前面是确数，不用“余、多”", "")
    for found in _TENTH.finditer(text):
        mend = f"{found['unit']}{found['more']}"
        yield Spot(*found.span("odd"), f"小数后面用“{mend}”", mend)
    for found in _FOUND.finditer(text):
        if _MORE.search(found[0]):
            continue
        second = found["more"] or found["around"]
        said = f"“{found['before']}”与“{second}”都表示约数，留一个"
        yield Spot(*found.span(), said)
