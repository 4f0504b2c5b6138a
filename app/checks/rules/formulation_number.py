"""“五个意识”: a well-known name with another number or another word of count."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import formulations, source_of
from app.checks.lookback import titled
from app.patterns import regex

# Words that hardly stand in a name of another number; 责任, 清单 and the like do.
_TELLING = frozenset(
    [
        "意识",
        "自信",
        "维护",
        "确立",
        "全面",
        "伟大",
        "服从",
        "考验",
        "危险",
        "形态",
        "不摘",
        "毫不动摇",
        "务必",
        "认同",
        "面向",
        "最严",
        "一百年",
        "不愁",
        "个一律",
        "精准",
    ]
)
_NAME = regex(r"“([一两三四五六七八九十])(个|大|种)([\u4e00-\u9fff]{2,4})”")
_KNOWN: dict[str, dict[str, str]] = {}  # what is counted → number and count word → the entry
for _entry in formulations():
    for _number, _count, _key in _NAME.findall(_entry.name):
        if _key in _TELLING:
            _KNOWN.setdefault(_key, {})[_number + _count] = _entry.id
for _key, _also in (("最严", "四个"), ("务必", "三个"), ("认同", "四个"), ("认同", "五个")):
    _KNOWN.setdefault(_key, {}).setdefault(_also, "")


@rule(
    group="提法",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple([f"{key}”" for key in _KNOWN]),
    yields_to=("formulation_misquote", "superseded_formulation", "near_miss_phrase"),
)
def formulation_number(paragraph: Paragraph) -> Iterator[Spot]:
    """提法的数目或者量词有误。

    “四个意识”“两个维护”“四种形态”等的数目、量词是固定的。

    来源：提法表（resources/lexicons/formulations.tsv）
    Bad: 增强⟦“五个意识”⟧ -> 增强“四个意识”
    Bad: 做到⟦“三个维护”⟧ -> 做到“两个维护”
    Bad: 运用好监督执纪⟦“四个形态”⟧ -> 运用好监督执纪“四种形态”
    Bad: 协调推进⟦“五个全面”⟧战略布局 -> 协调推进“四个全面”战略布局
    Bad: 经受⟦“三大考验”⟧ -> 经受“四大考验”
    Good: 增强“四个意识”、坚定“四个自信”、做到“两个维护”，经受“四大考验”。
    Good: 落实“四个责任”，做到“三个务必”“两个务必”，增进“五个认同”。
    Good: 树立“五种意识”。
    Good: 坚定“三个自信”，学习《“五个意识”论》。
    """
    for found in _NAME.finditer(paragraph.text):
        known = _KNOWN.get(found[3])
        if known is None or found[1] + found[2] in known:
            continue
        if all(found[1] != name[0] and found[2] != name[1] for name in known):
            continue  # “五种意识” is another thing
        if titled(paragraph.text, *found.span()):
            continue
        names = [f"“{name}{found[3]}”" for name in known]
        source = source_of(next(iter(known.values())))
        sole = names[0] if len(names) == 1 else None
        yield Spot(*found.span(), f"应为{'或者'.join(names)}{source}", sole)
