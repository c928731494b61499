"""Periods: stretches of the calendar (day, week, month, quarter …) with their days, TIMEX3 value and neighbours."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from timeline.edtf import edtf

Kind = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
UNIT_KIND: dict[str, Kind] = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "WE": "weekend",
}


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: `first` is its first day, the kind says how long it is."""

    kind: Kind
    first: date

    @classmethod
    def of(cls, kind: Kind, day: date) -> "Period":
        """The period of a kind that holds a day (a weekend: the one of its ISO week; winter begins in December)."""
        match kind:
            case "day":
                return cls(kind, day)
            case "week":
                return cls(kind, day - timedelta(days=day.weekday()))
            case "weekend":
                return cls(kind, day + timedelta(days=5 - day.weekday()))
            case "month":
                return cls(kind, day.replace(day=1))
            case "quarter" | "half":
                length = _MONTHS[kind]
                return cls(kind, date(day.year, (day.month - 1) // length * length + 1, 1))
            case "season":
                return cls(kind, _add_months(day, -(day.month % 3)))
            case "year":
                return cls(kind, date(day.year, 1, 1))
            case "decade":
                return cls(kind, date(day.year // 10 * 10 or 1, 1, 1))
            case "century":
                return cls(kind, date(day.year // 100 * 100 or 1, 1, 1))

    @classmethod
    def year(cls, year: int) -> "Period":
        """A calendar year."""
        return cls("year", date(year, 1, 1))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """A calendar month."""
        return cls("month", date(year, month, 1))

    @classmethod
    def quarter(cls, year: int, number: int) -> "Period":
        """A calendar quarter, 1 to 4."""
        return cls("quarter", date(year, 3 * number - 2, 1))

    @classmethod
    def season(cls, year: int, code: str) -> "Period":
        """A season by its TIMEX3 code (SP, SU, FA, WI); winter runs into the following year."""
        return cls("season", date(year, SEASONS[code], 1))

    @property
    def last(self) -> date:
        """Its last day."""
        match self.kind:
            case "day":
                return self.first
            case "week":
                return self.first + timedelta(days=6)
            case "weekend":
                return self.first + timedelta(days=1)
            case "decade" if self.first.year < 10:
                return date(9, 12, 31)
            case "century" if self.first.year < 100:
                return date(99, 12, 31)
            case "decade":
                return date(self.first.year + 9, 12, 31)
            case "century":
                return date(self.first.year + 99, 12, 31)
            case _:
                end = self.first.year * 12 + self.first.month - 2 + _MONTHS[self.kind]
                year, month = divmod(end, 12)
                return date(year, month + 1, calendar.monthrange(year, month + 1)[1])

    @property
    def value(self) -> str:
        """The TIMEX3 value: 2022-10-24, 2022-W42, 2022-W42-WE, 2022-10, 2022-Q3, 2022-H1, 2022-SU, 2022, 202, 20."""
        first = self.first
        iso = first.isocalendar()
        match self.kind:
            case "day":
                return first.isoformat()
            case "week":
                return f"{iso.year:04}-W{iso.week:02}"
            case "weekend":
                return f"{iso.year:04}-W{iso.week:02}-WE"
            case "month":
                return f"{first.year:04}-{first.month:02}"
            case "quarter":
                return f"{first.year:04}-Q{(first.month + 2) // 3}"
            case "half":
                return f"{first.year:04}-H{1 if first.month == 1 else 2}"
            case "season":
                return f"{first.year:04}-{next((code for code, month in SEASONS.items() if month == first.month), 'WI')}"
            case "year":
                return f"{first.year:04}"
            case "decade":
                return f"{first.year // 10:03}"
            case "century":
                return f"{first.year // 100:02}"

    def shift(self, steps: int) -> "Period":
        """The period so many steps of its own length later (earlier, if negative)."""
        match self.kind:
            case "day":
                return Period(self.kind, self.first + timedelta(days=steps))
            case "week" | "weekend":
                return Period(self.kind, self.first + timedelta(weeks=steps))
            case _:
                return Period(self.kind, _add_months(self.first, steps * _MONTHS[self.kind]))

    def move(self, years: int) -> "Period":
        """The same period of another year: the third quarter of 2021 for that of 2022."""
        if self.kind == "day":
            last = calendar.monthrange(self.first.year + years, self.first.month)[1]
            return Period("day", date(self.first.year + years, self.first.month, min(self.first.day, last)))
        if self.kind in ("week", "weekend"):
            return Period.of(self.kind, self.first + timedelta(days=365 * years + years // 4))
        return Period.of(self.kind, _add_months(self.first, 12 * years)) if self.kind != "season" else self.shift(4 * years)

    def part(self, mod: str) -> tuple[date, date]:
        """The days of its START, MID or END: a third of it, for months the days 1–10, 11–20, 21–last."""
        first, last = self.first, self.last
        if self.kind == "month":
            cuts = first.replace(day=10), first.replace(day=20)
        elif self.kind in ("quarter", "half", "season", "year", "decade", "century"):
            months = _MONTHS[self.kind]
            cuts = (
                _add_months(first, months // 3) - timedelta(days=1),
                _add_months(first, months - months // 3) - timedelta(days=1),
            )
        else:
            third = (last - first).days // 3
            cuts = first + timedelta(days=third), last - timedelta(days=third + 1) if third else first
        match mod:
            case "START":
                return first, cuts[0]
            case "MID":
                return min(cuts[0] + timedelta(days=1), last), cuts[1]
            case "END":
                return min(cuts[1] + timedelta(days=1), last), last
        return first, last


def period_edtf(first: date | None, last: date | None) -> str:
    """The shortest EDTF string of a day interval: 2022-10-24, 2022-10, 2022, 202X, 20XX, else both ends; ".." for an open end."""
    if first and last and first.day == 1 and (last + timedelta(days=1) if last < date.max else date.min).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months == 1:
            return f"{first:%Y-%m}"
        if first.month == 1 and months == 12:
            return f"{first.year:04}"
        if first.month == 1 and months == 120 and first.year % 10 == 0:
            return f"{first.year // 10:03}X"
        if first.month == 1 and months == 1200 and first.year % 100 == 0:
            return f"{first.year // 100:02}XX"
    return edtf(first, last)


def spoken(first: date | None, last: date | None) -> str:
    """A day interval for reading: "24 Oct 2022", "17–23 Oct 2022", "until 25 Oct 2022"."""
    if first is None and last is None:
        return "no known days"
    if first is None or last is None:
        return f"until {_spoken_day(last)}" if last else f"from {_spoken_day(first)}"
    if first == last:
        return _spoken_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_spoken_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%b} – {_spoken_day(last)}"
    return f"{_spoken_day(first)} – {_spoken_day(last)}"


def _spoken_day(day: date | None) -> str:
    return f"{day.day} {day:%b} {day.year}" if day else ""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * j) // 433
    month = (h + j - 7 * m + 90) // 25
    return date(year, month, (h + j - 7 * m + 33 * month + 19) % 32)
