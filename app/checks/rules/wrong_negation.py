"""A negation too many."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_DENIES = "前面的词已含否定，这里的否定多余"
_TURNED = "否定重复，意思反了"
_HAN = "[\u4e00-\u9fff]"
_DONE = "落实|完成|到位|整改|解决|建立|形成|开展|执行|履行|达到|实现|发挥|按时|按规定|及时|有效|严格|充分"
_HAPPENS = "发生|出现|产生|泄露|流失|反弹|蔓延|遗漏|脱节|走过场|返贫"
_TABLE: tuple[tuple[str, str, bool], ...] = (
    # 防止事故不再发生: what follows 不 is what must not happen.
    (
        f"(?:防止|避免|谨防|严防|杜绝|以免|以防|免得)[^，。；！？]{{0,12}}?(?P<odd>不(?!再)|没有|未)(?={_HAPPENS})",
        _DENIES,
        True,
    ),
    ("(?:防止|避免|谨防|严防|杜绝|以免|免得)[^，。；！？]{0,12}?(?P<odd>不再)", _DENIES, True),
    ("(?:严禁|禁止)[^，。；！？不]{2,14}(?P<odd>不得|不准|不许)", _DENIES, True),
    (
        f"(?:切忌|严禁|禁止|杜绝)(?P<odd>不要|不得|不准|不许|不可|不能|勿)(?={_HAN})",
        _DENIES,
        True,
    ),
    (
        f"(?:(?:还|仍|尚|也|都|得|依然|仍然)不够|不太|不甚|不十分|不很)(?P<odd>不)(?={_HAN})(?!不[足同容是得说起])",
        _TURNED,
        True,
    ),
    (
        "不够(?P<odd>不)(?=到位|深入|扎实|充分|及时|全面|严格|细致|彻底|具体|明确|规范)",
        _TURNED,
        True,
    ),
    (f"(?:尚未|未能|没能|没有能够|未曾|还没)(?P<odd>不)(?={_DONE})", _TURNED, True),
    ("(?:毋庸|无需|不容|无可|毋须)(?P<odd>不)(?=置疑|讳言|质疑|否认)", _TURNED, True),
    ("难免(?P<odd>不)(?=[会出有犯])", "“难免”后不用“不”", True),
    ("无时无刻(?P<odd>都?在|都|地|总)", "“无时无刻”须与“不”连用（无时无刻不……）", False),
    ("(?P<odd>缺乏)[^，。；、的]{1,6}不足(?=[，。；、])", "“缺乏……”与“……不足”杂糅，留一个", False),
    (
        "(?:不能|不可|不容|无法)否认[^，。；]{0,16}?(?P<odd>不)(?=是[^，。；]{1,20}的?[。；])",
        _TURNED,
        False,
    ),
)
_RULES = tuple([(re.compile(pattern), said, sure) for pattern, said, sure in _TABLE])


@rule(
    group="词语",
    severity=Severity.WARNING,
    triggers=(
        *("防止", "避免", "谨防", "严防", "杜绝", "以免", "以防", "免得", "切忌", "严禁", "禁止"),
        *("不够不", "不太不", "不甚不", "不十分不", "不很不", "未不", "未能不", "没能不", "能够不"),
        *("未曾不", "还没不", "毋庸不", "无需不", "不容不", "无可不", "毋须不", "否认", "难免不"),
        *("无时无刻", "缺乏"),
    ),
)
def wrong_negation(paragraph: Paragraph) -> Iterator[Spot]:
    """否定不当。

    “防止、避免、切忌、严禁”本身含有否定，后面再说“不”，意思就反了；“无时无刻”要与“不”连用；“不够不到位”之类否定多了一层。

    来源：《现代汉语词典》；公文语病惯例
    Bad: 切实防止安全事故⟦不再⟧发生。 -> 切实防止安全事故发生。
    Bad: 严禁⟦不得⟧擅自离岗。 -> 严禁擅自离岗。
    Bad: 分类指导还不够⟦不⟧到位。 -> 分类指导还不够到位。
    Bad: 党员干部无时无刻⟦都⟧牵挂着群众。
    Bad: 至今尚未⟦不⟧落实到位。 -> 至今尚未落实到位。
    Bad: 干部⟦缺乏⟧经验不足。
    Good: 防止事故发生，杜绝不作为、慢作为，避免不必要的损失，防止不合格产品流入市场。
    Good: 对不到位、不落实的，严禁不按规定处置。无时无刻不牵挂着群众。
    Good: 担当不够不敢为的干部，学习不够、了解不深。
    Good: 做得还不够，不少人不满意；不能不看到差距，毋庸讳言，不可否认。缺乏经验，能力不足。
    """
    for pattern, said, sure in _RULES:
        for found in pattern.finditer(paragraph.text):
            yield Spot(*found.span("odd"), said, "" if sure else None)
