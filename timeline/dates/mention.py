"""What find_dates yields."""

from dataclasses import dataclass
from datetime import date

from timeline.dates.rules import TimexType
from timeline.spans import Span

__all__ = ["DateMention", "TimexType"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression.

    `type`, `value` and `mod` are TIMEX3's; `first` and `last` the first and last day that it can mean, both inclusive, None = open;
    `days_known` is false for expressions that name no days at all (durations, sets, "now" as PRESENT_REF has the publication day).
    `explicit` is true where the words give a full or partial calendar date ("on 24 October", "early September", "in 2019") and
    false where they need another date ("last week", "Monday"). `anchor` says which: "publication" or the text of an earlier mention.
    `preposition` is the word before the span that bounds it ("since", "until", "by" …), already taken into `first` and `last`.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None
    first: date | None
    last: date | None
    edtf: str
    explicit: bool
    anchor: str
    reasoning: str
    rule: str
    confidence: float = 1.0
    preposition: str = ""

    @property
    def days_known(self) -> bool:
        return self.first is not None or self.last is not None
