"""Text → Words: every token gets one character for the classes it belongs to, so that patterns run over a short string.

A pattern such as "(?P<month>MONTH) (?P<day>DAY) comma? (?P<year>YEAR)" names classes in capitals (lexicon/dates.csv and
the number classes below) and single words in small letters; it is compiled to a regex over the class string.
Running time is linear: one pass to split the text, and patterns of bounded length over one character a token.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import entries

# A blank line, a date or time in figures, a number, a word, a clitic, any other character.
_TOKEN = re.compile(
    r"\n[^\S\n]*\n"
    r"|\d{4}[-/.]\d\d[-/.]\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?![\d/])|\d{1,2}-\d{1,2}-\d{4}(?!\d)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|(?>\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th|s)?(?!(?![ap]m\b)[^\W\d_])"
    r"|\d+"
    r"|[ap]\.m\.?|[AP]\.M\.?"
    r"|[^\W\d_]+"
    r"|['’]s\b|\S"
)
_PUNCTUATION = {",": "comma", ".": "stop", "/": "slash", "(": "paren", ")": "close_paren", "%": "percent", ":": "colon"}
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text: `classes` has one character a token, `starts` and `ends` their offsets."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]

    def __getitem__(self, index: int) -> str:
        """The token's text; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def lower(self, index: int) -> str:
        """The token's text in small letters; empty outside the text."""
        return self[index].lower()

    def at(self, offset: int) -> int:
        """The index of the token that begins at or after an offset."""
        return bisect_left(self.starts, offset)


class Vocabulary:
    """Which token belongs to which classes, and the regexes over them."""

    def __init__(self, literals: frozenset[str]) -> None:
        self.values: dict[tuple[str, str], str] = {}
        classes: dict[str, set[str]] = {}
        for row in entries("dates"):
            word = row["word"]
            self.values[word, row["class"]] = row["value"]
            forms = {word.capitalize(), word.upper()} | (set() if row["case"] == "capital" else {word})
            for form in forms:
                classes.setdefault(form, set()).add(row["class"])
        for row in entries("dates_timezones"):
            classes.setdefault(row["word"], set()).add("ZONE")
        for row in entries("dates_foreign_months"):
            for form in {row["word"], row["word"].capitalize()}:
                classes.setdefault(form, set()).add("FMONTH")
        for word in literals:
            for form in {word, word.capitalize(), word.upper()}:
                classes.setdefault(form, set()).add("=" + word)
        self._chars: dict[frozenset[str], str] = {}
        self._table = {form: self._char(frozenset(names)) for form, names in classes.items()}
        for mark, name in _PUNCTUATION.items():
            self._table[mark] = self._char(frozenset({name}))
        for mark in ("'", "’", "‘", "`"):
            self._table[mark] = self._char(frozenset({"apostrophe"}))
        for mark in ("'s", "’s"):
            self._table[mark] = self._char(frozenset({"poss"}))
        for form in ("a.m.", "a.m", "A.M.", "A.M", "am", "AM"):
            self._table[form] = self._char(frozenset({"AMPM", "AM"}))
        for form in ("p.m.", "p.m", "P.M.", "P.M", "pm", "PM"):
            self._table[form] = self._char(frozenset({"AMPM", "PM"}))
        self._other = self._char(frozenset({"other"}))
        self._break = self._char(frozenset({"break"}))
        self._hyphen = self._char(frozenset({"hyphen"}))
        self._dash = self._char(frozenset({"dash"}))
        self._iso = self._char(frozenset({"ISO"}))
        self._slashed = self._char(frozenset({"SLASHED"}))
        self._clock = self._char(frozenset({"CLOCK"}))
        self._numbers = {name: self._char(frozenset(names.split())) for name, names in _NUMBER_CLASSES.items()}

    def _char(self, names: frozenset[str]) -> str:
        return self._chars.setdefault(names, chr(0x100 + len(self._chars)))

    def value(self, word: str, *classes: str) -> str:
        """The lexicon's value for a word in the first of the classes that has it; empty if none."""
        return next((found for name in classes if (found := self.values.get((word.lower(), name))) is not None), "")

    def chars(self, *names: str) -> str:
        """The characters of all tokens in one of these classes."""
        return "".join(char for signature, char in self._chars.items() if signature & set(names))

    def _class_set(self, name: str) -> str:
        chars = self.chars(name)
        if not chars:
            raise ValueError(f"no word belongs to the class {name!r}")
        return f"[{chars}]"

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A regex over class strings."""
        return re.compile(_NAME.sub(lambda m: m[0] if m[1] else self._class_set(_class_of(m[2])), pattern).replace(" ", ""))

    def words(self, text: str) -> Words:
        """Split a text into tokens with their classes."""
        table, other, classes, starts, ends = self._table, self._other, [], [], []
        for token in _TOKEN.finditer(text):
            word = token[0]
            char = table.get(word)
            if char is None:
                char = self._unlisted(word, token, text) if not word[0].isalpha() else other
            classes.append(char)
            start, end = token.span()
            starts.append(start)
            ends.append(end)
        return Words(text, "".join(classes), starts, ends)

    def _unlisted(self, word: str, token: re.Match[str], text: str) -> str:
        if word[0].isdigit():
            return self._number(word)
        if word[0] == "\n":
            return self._break
        if word in "-–‑—−":
            before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
            return self._hyphen if before.isalnum() and (after.isalnum() or after in "'’") and after else self._dash
        return self._other

    def _number(self, word: str) -> str:
        if len(word) >= 10 and word[4] in "-/." and word[:4].isdecimal():
            return self._iso
        if len(word) > 12 or not word.isascii():
            return self._numbers["big" if len(word) > 12 else "other"] if word.isdecimal() else self._other
        if ":" in word:
            return self._clock
        if not word.isdecimal():
            return self._mixed_number(word)
        number = int(word)
        if len(word) <= 2:
            name = "hour" if number <= 24 else "day" if number <= 31 else "two"
            if number == 0:
                name = "zero"
            return self._numbers[name]
        return self._numbers["year" if len(word) == 4 and 1000 <= number <= 2199 else "big"]

    def _mixed_number(self, word: str) -> str:
        if ordinal := _ORDINAL.fullmatch(word):
            return self._numbers["ordinal" if 1 <= int(ordinal[1]) <= 31 else "century"]
        if word[-1] == "s":
            return self._numbers["decade"] if word[:-1].isdecimal() and len(word) in (3, 5) and word[-2] == "0" else self._other
        if word.count("/") == 2 or word.count(".") == 2 or word.count("-") == 2:
            return self._slashed
        return self._numbers["decimal"] if word[-1].isdigit() else self._other


_NUMBER_CLASSES = {
    "zero": "NUM YY",
    "hour": "NUM DAY YY HOUR",
    "day": "NUM DAY YY",
    "two": "NUM YY",
    "year": "NUM YEAR",
    "big": "NUM",
    "other": "other",
    "decimal": "NUM DECIMAL",
    "ordinal": "ORD ORDDAY",
    "century": "ORD",
    "decade": "DECADE",
}
# A group's opening is kept; names in capitals are classes, in small letters words or marks.
_NAME = re.compile(r"(\(\?P<\w+>|\(\?[:=!]|\(\?<[=!])|([A-Za-z_]+)")
_MARKS = frozenset({*_PUNCTUATION.values(), "apostrophe", "poss", "break", "hyphen", "dash", "other"})


def _class_of(name: str) -> str:
    return name if name.isupper() or name in _MARKS else "=" + name


@cache
def vocabulary(patterns: tuple[str, ...]) -> Vocabulary:
    """The vocabulary that knows the words of these patterns."""
    return Vocabulary(frozenset(_literals(patterns)))


def _literals(patterns: Iterable[str]) -> Iterable[str]:
    for pattern in patterns:
        for match in _NAME.finditer(pattern):
            if not match[1] and not match[2].isupper() and match[2] not in _MARKS:
                yield match[2]
