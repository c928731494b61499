"""What a rule is: a pattern over word classes, and a function that reads what it matched."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from timeline.dates.periods import UNIT_KIND, Period
from timeline.dates.words import Vocabulary, Words

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Days = tuple[date | None, date | None]

# Pieces that many patterns share. "early", "the end of", "mid-"; a month; a day of the month; a year; a pointing word; a number.
MACROS = {
    "LEAD": "(?P<lead>(the|of)? very? (BOUND|tail hyphen? end"
    "|(EARLY|LATER|LATE|latter|MID) hyphen? (part|days|weeks|months|half|years|stages)"
    "|(first|second|latter|last) half) of|the? (EARLY|LATE|MID|EARLIER|LATER) (hyphen|dash|in|of|on)?|sometime in?)?",
    "MON": "(?P<month>MONTH|MABBR stop?)",
    "DAY": "(?P<day>DAY|ORD)(?! hyphen? (quarter|half|UNIT)|percent|SCALE|DECIMAL)",
    "YEAR": "(?P<year>YEAR|apostrophe YY|(CENTWORD hyphen? (TENS hyphen? SMALL|TENS|TEEN)"
    "|two thousand (and? (SMALL|TEEN|TENS hyphen? SMALL))?))",
    "WEEKDAY": "(?P<weekday>WEEKDAY|DAYABBR stop?)",
    "REL": "(?P<rel>this past|this coming|this|LAST|NEXT|PAST|the? (NEXT|COMING|PREV)|the FOLLOWING|that|CURRENT)",
    "N": "(?P<n>(half A|A half|A FEW|A? COUPLE of?|A? DOZEN|(A|SMALL|NUM) SCALE|TENS hyphen? SMALL|NUMWORD|TENS|TEEN|NUM|FEW|another|A)"
    "(NUM slash NUM|and A half)?)",
    "ABOUT": "(?P<about>NEARLY|around|more than|less than|no more than|at least|at most|up to)?",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means. `period` is the date it speaks of, for later expressions that point back to it."""

    type: TimexType
    value: str
    mod: str | None = None
    days: Days = (None, None)
    period: Period | None = None
    explicit: bool = False
    anchor: str = "publication"
    why: str = ""
    confidence: float = 1.0
    focus: bool = True
    # The other day of "3 and 5 March": it stands behind the match's group "link".
    second: "Reading | None" = None


@dataclass(slots=True)
class Context:
    """What is known while one text is read from its beginning: the publication day and the last dates spoken of."""

    published: date
    outlook: Callable[[int], int]
    day_first: bool | None = None
    focus: Period | None = None
    focus_text: str = ""
    day: Period | None = None
    day_text: str = ""
    reported: Period | None = None
    reported_text: str = "publication"
    # Where the last date spoken of ends, and whether its year was said.
    focus_end: int = -1
    focus_year_said: bool = False
    spoken: dict[str, Period] = field(default_factory=dict)

    def note(self, reading: Reading, text: str, end: int) -> None:
        """Remember the date just spoken of."""
        if reading.period is None or not reading.focus:
            return
        self.focus_end, self.focus_year_said = end, reading.why == "written out"
        self.focus, self.focus_text = reading.period, text
        self.spoken[reading.period.kind] = reading.period
        if reading.period.kind == "day":
            self.day, self.day_text = reading.period, text
        if reading.period.kind == "quarter":
            self.reported, self.reported_text = reading.period, text


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: groups by name, as text or as the lexicon's values."""

    words: Words
    vocabulary: Vocabulary
    found: re.Match[str]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.words.starts[self.found.start()]

    @property
    def text(self) -> str:
        """The matched text."""
        return self.words.text[self.start : self.words.ends[self.found.end() - 1]]

    def tokens(self, group: str) -> list[str]:
        """The group's tokens in small letters; empty where it took no part."""
        if group not in self.found.re.groupindex:
            return []
        start, end = self.found.span(group)
        return [self.words.lower(i) for i in range(start, end)] if start >= 0 else []

    def has(self, group: str) -> bool:
        """Whether the group took part."""
        return bool(self.tokens(group))

    def value(self, group: str, *classes: str) -> str:
        """The lexicon's value of the group's first token that has one in these classes."""
        return next((v for token in self.tokens(group) if (v := self.vocabulary.value(token, *classes))), "")

    def before(self, steps: int = 1) -> str:
        """A token before the match in small letters."""
        index = self.found.start() - steps
        return self.words.lower(index) if index >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """A token after the match in small letters."""
        return self.words.lower(self.found.end() - 1 + steps)


Reader = Callable[[Match, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`example` shows a text that the pattern takes whole; `rank` decides between matches of one length (higher wins)."""

    name: str
    pattern: str
    read: Reader
    example: str
    rank: int = 0

    @property
    def expanded(self) -> str:
        """The pattern with its macros written out."""
        pattern = self.pattern
        for name, macro in MACROS.items():
            pattern = pattern.replace("{" + name + "}", macro)
        return pattern


def dated(period: Period, mod: str | None = None, **more: object) -> Reading:
    """A DATE reading of a period; START, MID and END narrow its days."""
    days: Days = period.part(mod) if mod in ("START", "MID", "END") else (period.first, period.last)
    return Reading("DATE", period.value, mod, days, period, **more)  # type: ignore[arg-type]


BEFORE_WORDS = frozenset(("last", "past", "previous", "preceding", "prior"))
AFTER_WORDS = frozenset(("next", "coming", "upcoming", "forthcoming", "following", "subsequent", "ensuing"))


def calendar_mod(mod: str | None) -> str | None:
    """ "earlier" and "later" before a whole period mean its START and END."""
    return {"BEFORE": "START", "AFTER": "END"}.get(mod or "", mod)


def lead_mod(match: Match) -> str | None:
    """The modifier that words before a date give: "early" START, "the end of" END."""
    words = match.tokens("lead")
    if "half" in words:
        return None
    if "latter" in words:
        return "END"
    return match.value("lead", "EARLY", "LATE", "MID", "BOUND", "EARLIER", "LATER") or None


def whole_to(period: Period, mod: str | None, published: date) -> Days:
    """Days of "earlier/later this month": up to the day before publication, or from the day after it."""
    if mod == "BEFORE" and period.first < published <= period.last:
        return period.first, published - timedelta(days=1)
    if mod == "AFTER" and period.first <= published < period.last:
        return published + timedelta(days=1), period.last
    return period.part({"BEFORE": "START", "AFTER": "END"}.get(mod or "", mod or ""))


def unit_of(token: str, vocabulary: Vocabulary) -> str:
    """The unit code of a word: "weeks" W, "hour" TH, "weekend" WE."""
    return vocabulary.value(token, "UNIT", "UNITS", "WEEKEND")


def kind_of(unit: str) -> Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"] | None:
    """The kind of period that a unit counts; None for units of the clock."""
    return UNIT_KIND.get(unit)
