"""The telephone number of another service than the sentence asks for."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_CALL = regex(r"拨打(?:[^，。；0-9]{0,8}?)“?(?P<number>110|119|120|122)(?![0-9])”?(?![、和或及/])")
_NEEDS = regex(
    r"(?P<fire>火灾|起火|着火|失火|火情|火警|明火|浓烟|燃烧|灭火)"
    r"|(?P<ill>受伤|伤情|伤员|伤者|急救|救护车|昏迷|休克|晕倒|晕厥|骨折|溺水|心脏病|食物中毒|中毒|突发疾病|病情)"
    r"|(?P<crash>交通事故|车祸)"
)
_NUMBERS = {"fire": "119", "ill": "120", "crash": "122"}
_NAMES = {"110": "报警", "119": "火警", "120": "急救", "122": "交通事故报警"}
_FAR = 60  # characters before the number in which it is told what it is called for


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=("拨打",))
def emergency_number(paragraph: Paragraph) -> Iterator[Spot]:
    """报警、急救电话号码不对。

    火警是119，医疗急救是120，交通事故报警是122（各地多可由110转接，不提示）。前文说的是受伤救护，却写拨打119，多半是写错了号码。

    来源：应急预案编写惯例；全国统一的特服号码
    Bad: 骨折、昏迷等严重伤情由校医现场急救，同时拨打⟦119⟧。 -> 骨折、昏迷等严重伤情由校医现场急救，同时拨打120。
    Bad: 发生火灾的，立即切断电源，拨打⟦120⟧报警。 -> 发生火灾的，立即切断电源，拨打119报警。
    Good: 发生火灾立即拨打119，有人受伤的同时拨打120急救电话，遇交通事故拨打110或122。
    Good: 起火后先疏散，有人员受伤的拨打120。发生事故及时拨打110、119、120。
    """
    text = paragraph.text
    for found in _CALL.finditer(text):
        needs = list(_NEEDS.finditer(text, max(found.start() - _FAR, 0), found.start()))
        if not needs:
            continue
        kinds = {str(need.lastgroup) for need in needs}
        right, said = _NUMBERS[str(needs[-1].lastgroup)], found["number"]
        fits = said == "110" or any(_NUMBERS[kind] == said for kind in kinds)
        if not fits:
            message = f"{said}是{_NAMES[said]}电话，这里应是{right}"
            yield Spot(*found.span("number"), message, right)
