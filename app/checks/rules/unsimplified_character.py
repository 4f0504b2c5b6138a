"""Traditional characters, Japanese forms and radicals in a text of simplified characters."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.lexicons import rows

_SIMPLE = {row[0]: row[1] for row in rows("unsimplified.tsv")}
_SYMBOLS = ("\u3000", "\uf900")  # below the one and from the other on stand radicals and the like


@rule(group="词语", severity=Severity.ERROR, triggers=tuple(_SIMPLE))
def unsimplified_character(paragraph: Paragraph) -> Iterator[Spot]:
    """简体文稿里的繁体字、异形部首。

    公文用规范字。从网页、PDF复制的文字常带繁体字、日本字形，或者看似汉字的部首符号，检索、朗读、换字体时都会出错。整段用繁体写的不查。

    来源：《国家通用语言文字法》；《通用规范汉字表》（2013）
    Bad: 改进工作作⟦風⟧，⟦並⟧抓好⟦査⟧改。 -> 改进工作作风，并抓好查改。
    Bad: 做好⟦⼯⟧作总结。 -> 做好工作总结。
    Good: 改进工作作风，并抓好查改，李昇喆、乾坤湾、瞭望塔。
    Good: 本公司謹訂於三月一日舉行開幕典禮，敬請光臨指導。
    """
    hits = paragraph.hits
    if len(hits) > 3 and len(hits) * 5 > len(paragraph.text):
        return
    for written, start, end in hits:
        right = _SIMPLE[written]
        symbol = not _SYMBOLS[0] <= written < _SYMBOLS[1]
        said = (
            f"“{written}”是符号，不是“{right}”字" if symbol else f"“{written}”的规范字是“{right}”"
        )
        yield Spot(start, end, said, right)
