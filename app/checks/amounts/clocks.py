"""Hours said of the time between two times of the day: 8时30分开始，11时结束，历时3个半小时."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.language.han import clause_start
from app.document.numbering import from_chinese
from app.patterns import regex

_N = r"[0-9]+(?:\.5)?|[一两二三四五六七八九十]{1,2}"


def _time(name: str) -> str:
    """Return the pattern of a time of the day whose groups end in a name."""
    return (
        rf"(?P<half{name}>上午|下午|早上|早晨|清晨|中午|傍晚|晚上|当晚|晚)?(?P<hour{name}>[0-9]{{1,2}})"
        rf"(?:[时点](?:(?P<minute{name}>[0-9]{{1,2}})分?|(?P<mid{name}>半)|整|正)?|[:：](?P<after{name}>[0-9]{{2}}))"
    )


_SPAN = regex(
    rf"(?<![0-9:：]){_time('1')}[^，。；、0-9]{{0,6}}(?:至|到|—|－|～|~|-|，)[^。；、0-9]{{0,6}}?{_time('2')}[^。；0-9]{{0,12}}?"
    rf"(?:历时|为期|共计?|持续|用时|时长|长达|耗时|历经)了?(?:(?P<n>{_N})个?(?P<more>半)?(?:小时|钟头)(?:(?P<and>[0-9]{{1,2}})分钟?)?|(?P<minutes>[0-9]+)分钟)(?!左右|以上)"
)
_TIME_OF_DAY = regex("[0-9][时点][0-9半至到—－～]|[0-9][:：][0-9]{2}|[至到—－～][0-9]{1,2}[时点]")
_LATE = frozenset(("下午", "傍晚", "晚上", "当晚", "晚"))
_OTHER_DAY = regex("次日|翌日|第二天|隔天|凌晨|每|休息|累计|分别")
_HOUR, _NOON, _DAY = 60, 720, 1440  # minutes
_LONG = 270  # minutes behind which there was a break


def hours(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the lengths of time that the two times of the day before them do not give."""
    if "小时" not in text and "分钟" not in text and "钟头" not in text:
        return
    for found in _SPAN.finditer(text):
        start = found.start()
        # Another time earlier in the sentence is counted in.
        another = _TIME_OF_DAY.search(text, clause_start(text, start, "。；！？"), start)
        if another or _OTHER_DAY.search(found[0]):
            continue
        first = _minutes(found, "1")
        said = _said(found)
        if first is None or said is None:
            continue
        lasts = [last for last in _lasts(found, first) if last is not None]
        lengths = [(last - first) % _DAY for last in lasts]
        if not lengths or any(abs(length - said) <= 1 for length in lengths):
            continue
        length = min(lengths)
        broken = length > _LONG or first < _NOON < first + length
        if length and not (said < length and broken):
            at = found.start("n") if found["n"] else found.start("minutes")
            yield at, found.end(), f"起止时刻之间是{_shown(length)}"


def _minutes(found: re.Match[str], name: str) -> int | None:
    """Return a time of the day in minutes, None for what is none."""
    hour = int(found[f"hour{name}"])
    minute = int(found[f"minute{name}"] or found[f"after{name}"] or 30 * bool(found[f"mid{name}"]))
    late = found[f"half{name}"] in _LATE and hour < 12
    return (hour + 12 * late) * _HOUR + minute if hour <= 24 and minute < _HOUR else None


def _lasts(found: re.Match[str], first: int) -> tuple[int | None, ...]:
    """Return what the second time may be: that of the afternoon too where it does not say."""
    last = _minutes(found, "2")
    if last is None or found["half2"] or last >= _NOON or last > first:
        return (last,)
    return last, last + _NOON


def _said(found: re.Match[str]) -> float | None:
    """Return the minutes said, None where they are no number."""
    if found["minutes"]:
        return float(found["minutes"])
    number = float(found["n"]) if found["n"][0].isdecimal() else from_chinese(found["n"])
    if number is None:
        return None
    return number * _HOUR + 30 * bool(found["more"]) + int(found["and"] or 0)


def _shown(minutes: int) -> str:
    """Return a length of time in words."""
    whole, rest = divmod(minutes, _HOUR)
    return (f"{whole}小时" if whole else "") + (f"{rest}分钟" if rest else "")
