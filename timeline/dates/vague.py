"""Now, lately and some day: TIMEX3's PRESENT_REF, PAST_REF and FUTURE_REF."""

from timeline.dates.amounts import length
from timeline.dates.rules import Context, Days, Match, Reader, Reading, Rule, unit_of


def _recent_units(match: Match, context: Context) -> Reading | None:
    unit = unit_of(match.tokens("unit")[-1], match.vocabulary)
    days: Days = (None, context.published)
    if unit == "Y":
        return Reading("DATE", "PAST_REF", None, days, why="up to publication, with no beginning")
    return Reading("DURATION", length(None, unit), None, days, why="up to publication, with no beginning")


def _one_day(match: Match, context: Context) -> Reading | None:
    """ "will one day be": some time to come; elsewhere it is a length ("for one day")."""
    if match.before() in ("for", "in", "within", "than", "only", "just", "lasted", "every") or context.outlook(match.start) <= 0:
        return Reading("DURATION", "P1D", why="a length of time")
    return Reading("DATE", "FUTURE_REF", None, (context.published, None), why="some time after publication")


def _ref(value: str, why: str) -> Reader:
    """A reader for words that name no days."""

    def read(match: Match, context: Context) -> Reading | None:
        published = context.published
        days: Days = {"PRESENT_REF": (published, published), "PAST_REF": (None, published)}.get(value, (published, None))
        return Reading("DATE", value, None, days, why=why)

    return read


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule("recent_units", "(the? very? )? recent (?P<unit>UNITS)", _recent_units, "recent weeks"),
        Rule(
            "now",
            "NOW(?! hyphen)|(the|this) present time|this moment|these days",
            _ref("PRESENT_REF", "the time of publication"),
            "currently",
        ),
        Rule(
            "recent",
            "(more|most)? RECENT(?! as)|the past(?! ({N}|CALUNIT|UNITS|SEASON|SEASONS|MONTH|WEEKDAY|PERIOD|ORD|FEW))",
            _ref("PAST_REF", "some time before publication"),
            "recently",
        ),
        Rule("one_day", "one day(?! before|after|EARLIER|LATER|ago|in|of|only|stop|comma|A|hyphen)", _one_day, "one day"),
        Rule("later_date", "a LATER (date|time|stage|point)", _ref("FUTURE_REF", "some time after publication"), "a later date"),
        Rule(
            "soon",
            "SOON(?! as|after|before|hyphen)|the near? future(?! of)|the (near|short|long) term",
            _ref("FUTURE_REF", "some time after publication"),
            "the future",
        ),
    )
