"""Words in a picture: made safe for plotly's pseudo-HTML, wrapped and cut to an estimated width, days in words."""

import math
import re
import unicodedata
from datetime import date
from functools import cache
from typing import Final, Literal

import numpy as np

# Advance widths of a plain sans-serif (thousandths of the size) by groups of letters; what is missing counts as wide.
_WIDTHS: Final = {
    "ijl'|": 222,
    " ft.,:;!/I[]\\": 278,
    "r()-`‘’·": 333,
    '"“”': 360,
    "Jcksvxyz*": 500,
    "abdeghnopqu0123456789LTZ#$?_+=<>~^–": 556,
    "FTZ": 611,
    "ABEKPSVXY&": 667,
    "CDHNRUw": 722,
    "GOQ": 778,
    "mM": 833,
    "W": 944,
    "%": 889,
    "—…": 1000,
}
# Marks that turn or hide the words around them: they change nothing that an honest text needs in one line.
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
Days = Literal["words", "german", "iso"]
"""How days are written: 24 October 2022, 24.10.2022 or 2022-10-24."""
_MONTHS: Final = tuple("January February March April May June July August September October November December".split())


@cache
def _letter_widths() -> dict[str, float]:
    return {letter: width / 1000 for letters, width in _WIDTHS.items() for letter in letters}


def _foreign_width(letter: str) -> float:
    """Letters beyond plain Latin: an accent over another takes no room, East Asian letters and pictographs a whole square and more."""
    if unicodedata.combining(letter):
        return 0.0
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and base in _letter_widths():
        return _letter_widths()[base]
    return 1.1 if unicodedata.east_asian_width(letter) in "WF" else 0.75


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The estimated width in pixels of one line of plain text, rather too wide than too narrow."""
    widths = _letter_widths()
    return sum(widths.get(letter) or _foreign_width(letter) for letter in text) * size * (1.1 if bold else 1.03)


def plain(text: object) -> str:
    """One line of text without control and direction marks; "" for a missing value."""
    return (
        ""
        if text is None or (isinstance(text, float) and math.isnan(text))
        else " ".join(_UNSEEN.sub("", str(text)[:20_000].replace("\n", " ")).split())
    )


def safe(text: str) -> str:
    """Text that plotly draws as it stands: `<b>` is shown, not obeyed, and `%{x}` is no place for a value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "&#37;{")


def cut(text: str, letters: int) -> str:
    """At most so many letters, ended at a word where one ends in the last third, with an ellipsis where something is missing."""
    if len(text) <= letters:
        return text
    head = text[: letters - 1]
    space = letters - 1 if text[letters - 1] == " " else head.rfind(" ")
    return (head[:space] if space > letters * 2 // 3 else head).rstrip(" ,;:.–—-“‘(") + "…"


def fit(text: str, width: float, size: float, bold: bool = False) -> str:
    """The text, cut so that its estimated width is at most `width` pixels; "" if not even a letter and the ellipsis fit."""
    if text_width(text, size, bold) <= width:
        return text
    letters = min(len(text), int(width / (0.2 * size)) + 1)
    while letters > 1:
        shorter = cut(text, letters)
        if text_width(shorter, size, bold) <= width:
            return shorter
        letters -= max(1, int((text_width(shorter, size, bold) - width) / size))
    return ""


def wrap(text: str, width: float, size: float, lines: int = 9, bold: bool = False) -> list[str]:
    """The text in at most `lines` lines of an estimated width of at most `width` pixels; the last is cut if it must be."""
    words, line = text.split(), ""
    done: list[str] = []
    for place, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if text_width(longer, size, bold) <= width:
            line = longer
            continue
        if len(done) == lines - 1:
            return [*done, fit(" ".join([line, *words[place:]]).strip(), width, size, bold)]
        if line:
            done.append(line)
        line = word if text_width(word, size, bold) <= width else fit(word, width, size, bold)
    return [*done, line] if line else done


def card_lines(text: str, letters: int = 60, lines: int = 7) -> str:
    """Text for a hover card: escaped, in lines of at most about `letters` letters, cut after `lines` of them."""
    return "<br>".join(safe(line) for line in wrap(text, letters * 0.52, 1.0, lines))


def figures(start: date, end: date, days: Days) -> str:
    """Days in figures: "24.10.2022", "17.–23.10.2022", "17.10. – 2.11.2022"; "2022-10-24", "2022-10-17 – 2022-10-23"."""
    if days == "iso":
        return f"{start}" if start == end else f"{start} – {end}"
    whole = f"{end.day}.{end.month}.{end.year}"
    if start == end:
        return whole
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}.–{whole}"
    return f"{start.day}.{start.month}.{'' if start.year == end.year else start.year} – {whole}"


def day_words(first: np.datetime64, last: np.datetime64, open_side: int = 0, short: bool = False, days: Days = "words") -> str:
    """Days in words: "24 October 2022", "17–23 October 2022", "October 2022", "on or before 25 October 2022"; or in figures.

    `open_side` −1: no first day is known, +1: no last day; `short` leaves the year out and shortens the month (not of figures).
    """
    start, end = (day.astype("datetime64[D]").item() for day in (first, last))
    if days != "words":
        signs = ("≤ ", "", "≥ ") if short else ("on or before ", "", "on or after ")
        return signs[open_side + 1] + figures(end if open_side else start, end, days)

    def words(day: int, month: int, year: int | None) -> str:
        name = _MONTHS[month - 1][:3] if short else _MONTHS[month - 1]
        return f"{day} {name}" if short or year is None else f"{day} {name} {year}"

    whole = words(end.day, end.month, end.year)
    if open_side:
        if short:
            return ("≤ " if open_side < 0 else "≥ ") + whole
        return ("on or before " if open_side < 0 else "on or after ") + whole
    if start == end:
        return whole
    if (start.year, start.month) == (end.year, end.month):
        next_day = (last.astype("datetime64[D]") + 1).item()
        if start.day == 1 and next_day.day == 1:
            return f"{_MONTHS[end.month - 1][:3]} {end.year}" if short else f"{_MONTHS[end.month - 1]} {end.year}"
        return f"{start.day}–{whole}"
    return f"{words(start.day, start.month, None if start.year == end.year else start.year)} – {whole}"
