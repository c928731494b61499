"""Near misses: matches that are no dates ("May said", "troops may march", "1,500 people", "Flight 1987")."""

from timeline.dates.rules import Match

_MONEY = frozenset(
    "$ £ € ¥ # no number page flight boeing airbus room route highway apollo windows version article section chapter channel".split()
)
_BEFORE_YEAR = frozenset(
    "in since by until till from during through throughout of before after between to for early late mid and or - – — ( , fiscal year as until circa about around"
    " the election olympics january february march april may june july august september october november december ; : ' ’ ‘ \" “ than".split()
)
_COUNTED = frozenset(
    "people men women soldiers troops jobs workers shares miles kilometers feet meters dollars euros pounds points barrels tons employees homes"
    " votes percent children students members pages cases deaths rpm watts words years days hours units cars copies gallons metric megawatts"
    " refugees civilians prisoners police officers residents passengers families houses demonstrators protesters megahertz calories acres".split()
)
_BEFORE_MONTH = frozenset(
    "in since by until till from during through throughout of before after between to for early late mid last next this past and or about around"
    " on ( , - – — every each the that previous following coming as".split()
)


def near_miss(rule: str, match: Match) -> bool:
    """Whether a match of a rule is no date after all."""
    check = _CHECKS.get(rule)
    return check is not None and check(match)


def _month(match: Match) -> bool:
    if match.has("lead") or match.has("yearrel"):
        return False
    word = match.words[match.found.start("month")]
    if match.has("rel") and word[0].isupper():
        return False
    if not word[0].isupper():
        return match.before() not in _BEFORE_MONTH or match.vocabulary.value(word, "NAMELIKE") != ""
    namelike = bool(match.vocabulary.value(word, "NAMELIKE")) or not match.vocabulary.value(word, "MONTH")
    if namelike or len(word) <= 3:
        before = match.before()
        if before in ("a", "an") and match.words[match.found.end()][:1].islower():
            return False
        if word.lower() == "may" and match.after() in ("have", "be", "not", "also"):
            return True
        return before not in _BEFORE_MONTH or (before in ("the", ",") and not namelike) or _name_follows(match)
    return _name_follows(match) and match.before() not in _BEFORE_MONTH


def _name_follows(match: Match) -> bool:
    """A capitalised word right behind: "June Jones"."""
    index = match.found.end()
    follower = match.words[index]
    joined = index < len(match.words.starts) and match.words.starts[index] - match.words.ends[index - 1] == 1
    return joined and follower[:1].isupper() and follower[1:].islower() and not match.vocabulary.value(follower, "WEEKDAY")


def _year(match: Match) -> bool:
    first = match.found.start("year")
    token = match.words[first]
    before, after = match.before(), match.after()
    if match.has("lead") or match.has("to"):
        return before in _MONEY
    if not token.isdecimal():
        if token in ("'", "’", "‘", "`"):
            return before not in _BEFORE_YEAR or (before in ("the", "'", "of") and not after == "")
        return before not in _BEFORE_YEAR and token.lower() != "nineteen"
    if match.found.end() - match.found.start() > 1 and match.tokens("year") == [token.lower()]:
        return False
    if (
        before in _MONEY
        or after in _COUNTED
        or after in ("%", "percent", "/", ":")
        or (before in ("/", ".", ":") and match.words.starts[first] == match.words.ends[first - 1])
    ):
        return True
    if after in ("-", "–") and match.words.starts[match.found.end()] == match.words.ends[match.found.end() - 1]:
        return match.words[match.found.end() + 1].isdecimal()
    year = int(token)
    if before in ("'s", "’s") and match.words[match.found.end()][:1].isupper():
        return True
    if not 1700 <= year <= 2100 or after in ("million", "billion", "thousand", "hundred"):
        return before not in ("in", "since", "year", "until", "by", "from") or after in _COUNTED
    return (
        before not in _BEFORE_YEAR
        and after.isalpha()
        and after.endswith("s")
        and after not in ("was", "is", "has", "as", "elections", "olympics")
    )


def _season(match: Match) -> bool:
    if match.has("year") or match.has("lead") or match.has("rel") or match.has("yearrel"):
        return match.tokens("season")[0] == "fall" and match.tokens("rel") in (["that"], [])
    return match.before() not in ("in", "by", "since", "until", "during", "through") and match.tokens("season")[0] != "summer"


def _ordinal_quarter(match: Match) -> bool:
    words = match.tokens("unit")
    if words == ["half"]:
        return not (match.has("year") or match.has("yearrel") or match.has("lead"))
    return match.after() in ("final", "finals") or match.tokens("day")[0] in ("last", "latter")


def _weekday(match: Match) -> bool:
    word = match.words[match.found.start("weekday")]
    if match.has("rel") and match.vocabulary.value(word, "DAYABBR"):
        return True
    if match.vocabulary.value(word, "DAYABBR"):
        return match.before() not in ("on", "until", "by", "last", "next", "since", "late", "early") and not match.has("rel")
    return (
        _name_follows(match)
        and match.after() in ("night", "times", "journal", "mirror", "telegraph", "mail", "herald")
        and match.words[match.found.end()][0].isupper()
    )


def _bare_duration(match: Match) -> bool:
    return match.before() not in ("for", "in", "within", "of", "over", "take", "took", "several", "many", "after", "lasted", "recent")


def _duration(match: Match) -> bool:
    token = match.tokens("n")[0] if match.has("n") else ""
    if match.before() in ("$", "£", "€", "."):
        return True
    unit = match.tokens("unit")[-1]
    if match.after() == "of" and match.after(2) in _RECORDED and match.tokens("unit")[-1] in ("hours", "minutes", "hour"):
        return True
    if "old" in match.tokens("age") or (unit in ("quarters", "quarter") and match.after() in ("of", "majority")) or _title(match, "unit"):
        return True
    if unit in ("second", "quarter") and token in ("a", "an", "one", "another", "half"):
        return True
    return match.after() in ("old", "olds") or (match.after() in ("-", "–") and match.after(2) in ("old", "olds"))


def _title(match: Match, group: str) -> bool:
    """A unit with a capital inside a text is a name: "60 Minutes", "This Week"."""
    word = match.words[match.found.end(group) - 1]
    return word[0].isupper() and word[1:].islower()


def _unit(match: Match) -> bool:
    return _title(match, "unit")


def _often(match: Match) -> bool:
    word, after = match.tokens("often")[0], match.after()
    if (match.words[match.found.end()][:1].isupper() and word in ("daily", "annual")) or match.before() == "average":
        return True
    return after in _FIGURES or word == "quarterly" or match.before() in ("communist", "party", "state", "leading")


def _this_part(match: Match) -> bool:
    return match.tokens("rel") == ["the"] and match.after() in ("of", "before", "after", "shift", "sky", "session")


def _decade(match: Match) -> bool:
    """ "in his 30s" is an age."""
    tokens = match.tokens("decade")
    return len(tokens) == 1 and (len(tokens[0]) == 3 or not tokens[0][0].isdigit()) and not match.text.lower().startswith("the")


def _noon(match: Match) -> bool:
    return match.before() == "high"


_RECORDED = frozenset("video audio music footage talk talktime recording playback battery programming television tape storage".split())
_FIGURES = frozenset(
    "dividend dividends rate rates sales results loss losses earnings revenue report reports yield interest meeting volume turnover income profit"
    " budget deficit growth basis fee fees salary inflation".split()
)
_CHECKS = {
    "unit": _unit,
    "often": _often,
    "this_part": _this_part,
    "noon": _noon,
    "decade": _decade,
    "decade_part": _decade,
    "pointed_duration": _duration,
    "month": _month,
    "year": _year,
    "season": _season,
    "quarter": _ordinal_quarter,
    "weekday": _weekday,
    "weekday_plain": _weekday,
    "bare": _bare_duration,
    "duration": _duration,
    "adjective": _duration,
}
