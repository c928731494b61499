"""Near misses: matches that are no dates ("May said", "troops may march", "1,500 people", "Super Tuesday", "in his 30s")."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from timeline.dates.groups import group
from timeline.dates.rules import Match

_NAMED_MONTH = re.compile(r"\b([A-Z][a-z]+|Mrs?\.?|Ms\.?) (May|March|April|June|August)\b(?! \d)")
_NO_NAME = frozenset(
    "In By Since Until Last Next Early Late Mid This From During Through After Before On Every Each For And Of The To".split()
)


@lru_cache(maxsize=8)
def _people(text: str) -> frozenset[str]:
    """Months that are somebody's name in a text ("Theresa May")."""
    return frozenset(m[2].lower() for m in _NAMED_MONTH.finditer(text) if m[1] not in _NO_NAME)


def near_miss(rule: str, match: Match) -> bool:
    """Whether a match of a rule is no date after all."""
    check = _checks().get(rule)
    return check is not None and check(match)


def _month(match: Match) -> bool:
    """ "May said", "troops march", "Mar-a-Lago", "June Jones"."""
    if match.has("lead") or match.has("yearrel"):
        return False
    word, before, after = match.words[match.found.start("month")], match.before(), match.after()
    if match.has("rel") and word[0].isupper():
        return match.tokens("rel") == ["that"]
    name = bool(match.vocabulary.value(word, "NAMELIKE"))
    short = not match.vocabulary.value(word, "MONTH")
    if not word[0].isupper():
        return name or before not in group("month_before")
    if after in ("-", "–") and short:
        return True
    if not name and not short:
        return _name_follows(match) and before not in group("month_before")
    if before in ("a", "an"):
        return not match.words[match.found.end()][:1].islower()
    if word.lower() in _people(match.words.text) or match.before() == "that":
        return before not in group("month_sure")
    if after in group("says") or (after in ("'s", "’s") and before not in group("month_sure")):
        return before not in group("month_sure") or word.lower() == "may"
    if before == "the":
        return after in ("for", "on", "of", "to", "against") or _name_follows(match)
    return before not in group("month_before") or before == "," or _name_follows(match)


def _name_follows(match: Match) -> bool:
    """A capitalised word right behind: "June Jones"."""
    index = match.found.end()
    follower = match.words[index]
    joined = index < len(match.words.starts) and match.words.starts[index] - match.words.ends[index - 1] == 1
    return joined and follower[:1].isupper() and follower[1:].islower() and not match.vocabulary.value(follower, "WEEKDAY", "DAYABBR")


def _year(match: Match) -> bool:
    """ "2000 people", "Flight 1987", "$1990", "1914-1918" within other figures."""
    first = match.found.start("year")
    token, before, after = match.words[first], match.before(), match.after()
    if match.has("lead") or match.has("to"):
        return before in group("not_year_before")
    if not token.isdecimal():
        if token in ("'", "’", "‘", "`"):
            return before not in group("year_before") or (before in ("the", "'", "of") and after != "")
        return before not in group("year_before") and token.lower() != "nineteen"
    if match.found.end() - match.found.start() > 1:
        return before in group("not_year_before") and first == match.found.start()
    glued = first > 0 and match.words.starts[first] == match.words.ends[first - 1]
    if (
        before in group("not_year_before")
        or after in group("counted")
        or after in ("%", "/", ":")
        or (before in ("/", ".", ":") and glued)
        or (before in ("-", "–") and glued and match.before(2).isdecimal())
    ):
        return True
    if after in ("-", "–") and match.words.starts[match.found.end()] == match.words.ends[match.found.end() - 1]:
        return match.words[match.found.end() + 1].isdecimal()
    year, index = int(token), match.found.end()
    if before in ("'s", "’s") and match.words[index][:1].isupper():
        return True
    if not 1700 <= year <= 2100 or match.vocabulary.value(after, "SCALE") or after == "billion":
        return before not in ("in", "since", "year", "until", "by", "from")
    counts = after.isalpha() and after.endswith("s") and after not in ("was", "is", "has", "as", "elections", "olympics")
    return before not in group("year_before") and counts


def _season(match: Match) -> bool:
    """ "prices fall", "a spring in his step", "the Winter Olympics"."""
    word = match.words[match.found.start("season")]
    if word[0].isupper() and _name_follows(match) and not match.has("rel"):
        return True
    if match.has("year") or match.has("lead") or match.has("rel") or match.has("yearrel"):
        return word.lower() == "fall" and match.tokens("rel") in (["that"], [])
    if match.before() in ("in", "by", "since", "until", "during", "through", "of", "from"):
        return False
    return word.lower() != "summer" or match.before() in ("a", "an")


def _quarter(match: Match) -> bool:
    if match.tokens("unit") == ["half"]:
        return not (match.has("year") or match.has("yearrel") or match.has("lead"))
    return match.after() in ("final", "finals") or match.tokens("day")[0] in ("last", "latter")


def _weekday(match: Match) -> bool:
    """ "Sat down", "the Sun", "Super Tuesday", "Sunday Telegraph"."""
    word = match.words[match.found.start("weekday")]
    if match.vocabulary.value(word, "DAYABBR"):
        return match.has("rel") or match.before() not in ("on", "until", "by", "since", "late", "early") or _name_follows(match)
    follower = match.words[match.found.end()]
    if match.has("part") and match.words[match.found.end() - 1][0].isupper() and _name_follows(match):
        return True
    if match.before() in group("named_day") and match.words[match.found.start() - 1][0].isupper():
        return True
    return follower[:1].isupper() and match.after() in group("papers") | {"night"} and _name_follows(match)


def _bare(match: Match) -> bool:
    if match.has("over") or match.has("ahead"):
        return False
    if match.before() == "of" and match.before(2) == "matter":
        return True
    return match.before() not in ("for", "in", "within", "of", "over", "take", "took", "several", "many", "after", "lasted", "recent")


def _duration(match: Match) -> bool:
    """Ages, prices, capacities, titles: "52 years old", "$5 a second", "60 Minutes"."""
    tokens, unit = match.tokens("n"), match.tokens("unit")[-1]
    if match.before() in ("$", "£", "€", ".", "aged"):
        return True
    if tokens == ["a"] and unit == "day" and match.after() in group("of_a_day"):
        return True
    if unit == "century" and match.before() in ("made", "scored", "hit", "struck"):  # cricket
        return True
    if tokens == ["a"] and {"fiscal", "calendar", "financial"} & set(match.text.lower().split()):
        return True
    if match.text.lower() in ("24 hours", "seven days", "7 days") and match.after() in ("a", "per"):
        return True
    if match.text.lower() in ("a day", "a week") and match.before() in ("hours", "days") and match.before(2) in ("24", "seven", "7"):
        return True
    if match.after() == "of" and match.after(2) in group("recorded") and unit in ("hours", "minutes", "hour"):
        return True
    if "old" in match.tokens("age") or (unit in ("quarters", "quarter") and match.after() in ("of", "majority")) or _title(match):
        return True
    if unit in ("second", "quarter") and tokens and tokens[0] in ("a", "an", "one", "another", "half"):
        return True
    return match.after() in ("old", "olds") or (match.after() in ("-", "–") and match.after(2) in ("old", "olds"))


def _title(match: Match) -> bool:
    """A unit with a capital inside a text is a name: "60 Minutes", "This Week", "USA Today"."""
    name = "unit" if match.has("unit") else "day"
    word = match.words[match.found.end(name) - 1]
    return word[0].isupper() and word[1:].islower()


def _today(match: Match) -> bool:
    if match.after() in ("'s", "’s") and match.after(2) in group("generic"):
        return True
    if match.before() == "of" and match.before(2) in group("generic"):
        return True
    before = match.words[match.found.start() - 1] if match.found.start() else ""
    glued = match.found.start() and match.start - match.words.ends[match.found.start() - 1] == 1
    return bool(_title(match) and glued and before[:1].isupper() and before.lower() not in ("on", "until", "by", "but", "and"))


def in_dateline(match: Match) -> bool:
    """The day in an agency's dateline: "LAGOS, May 3 (Agency) --". It says when the article was filed."""
    place = match.words[match.found.start() - 2] if match.found.start() > 1 else ""
    return len(place) > 2 and place.isupper() and match.before() == "," and match.after() == "("


def _often(match: Match) -> bool:
    """A newspaper ("the daily Granma"), a figure ("annual rate"), a feast ("the annual March for Peace")."""
    word = match.tokens("often")[0]
    if word == "daily" and match.before() in ("average", "communist", "party", "state", "leading"):
        return True
    if word == "annually" and (match.before() in ("%", "percent", "million", "billion") or match.before(2)[:1].isdigit()):
        return True  # a rate: "grew 8 percent annually"
    named = match.words[match.found.end()][:1].isupper() and (word in ("daily", "annual") or match.text[0].isupper())
    return named or match.after() in group("figure") or word == "quarterly"


def _this_part(match: Match) -> bool:
    return match.tokens("rel") == ["the"] and match.after() in ("of", "before", "after", "the", "that", "when", "shift", "sky", "session")


def _the_year(match: Match) -> bool:
    """ "person of the year", "this time of the year"."""
    word = match.words[match.found.end() - 1]
    return word[0].isupper() or (match.before() == "of" and match.before(2) in group("award"))


def _the_quarter(match: Match) -> bool:
    """ "quarter-to-quarter", "the quarter of voters who"."""
    return match.after() in ("-", "–", "of")


def _decade(match: Match) -> bool:
    """ "in his 30s" is an age."""
    tokens = match.tokens("decade")
    return len(tokens) == 1 and (len(tokens[0]) == 3 or not tokens[0][0].isdigit()) and not match.text.lower().startswith("the")


def _holiday(match: Match) -> bool:
    """ "Easter Island", "A Christmas Carol"."""
    return not match.has("week") and not match.has("year") and _name_follows(match)


def _end_of_day(match: Match) -> bool:
    """ "at the end of the day" is an idiom."""
    return match.tokens("unit") == ["day"] and match.before() not in ("by", "until", "before", "till")


def _slashed(match: Match) -> bool:
    """A version or a page, not a date: "version 2.10.22"."""
    more = match.after() == "." and match.after(2).isdigit()  # an internet address
    return more or match.before() in group("not_year_before")


def _clock(match: Match) -> bool:
    """ "Psalm 12:5"."""
    return match.before() in group("not_year_before")


def _noon(match: Match) -> bool:
    return match.before() == "high" or (match.text[0].isupper() and _name_follows(match))


@cache
def _checks() -> dict[str, Callable[[Match], bool]]:
    return {
        "month": _month,
        "year": _year,
        "season": _season,
        "quarter": _quarter,
        "weekday": _weekday,
        "weekday_plain": _weekday,
        "bare": _bare,
        "pointed_bare": _bare_pointed,
        "duration": _duration,
        "pointed_duration": _duration,
        "adjective": _duration,
        "unit": _title,
        "today": _today,
        "the_year": _the_year,
        "often": _often,
        "this_part": _this_part,
        "noon": _noon,
        "holiday": _holiday,
        "the_quarter": _the_quarter,
        "the_unit": _end_of_day,
        "end_of_unit": _end_of_day,
        "slashed": _slashed,
        "clock": _clock,
        "decade": _decade,
        "decade_part": _decade,
    }


def _bare_pointed(match: Match) -> bool:
    """ "the next level" is none, nor is a title: "The First Days"."""
    return match.has("unit") and _title(match)
