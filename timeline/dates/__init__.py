"""Text, publication date → DateMentions: temporal expressions found and resolved to days, TIMEX3 and EDTF."""

from timeline.dates.finding import find_dates
from timeline.dates.mention import DateMention, TimexType

__all__ = ["DateMention", "TimexType", "find_dates"]
