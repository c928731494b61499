"""Dates as a whole: reasoning, explicitness, notations, use of the parse, and properties that must always hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.articles import Article
from timeline.dates import DateMention, find_dates
from timeline.dates.periods import Period, easter, period_edtf
from timeline.language import parse_articles

PUBLISHED = date(2022, 10, 25)


def one(text: str, published: date = PUBLISHED) -> DateMention:
    (mention,) = find_dates(text, published)
    return mention


def parsed_dates(text: str, url: str = "", publisher: str = "") -> list[DateMention]:
    (parsed,) = parse_articles([Article("a", text, "", PUBLISHED, publisher, url)])
    return find_dates(text, PUBLISHED, parsed)


REASONING = [
    ("She spoke last week.", "'last week' + published Tue 25 Oct 2022 → 17–23 Oct 2022 (-1 week)"),
    ("She spoke on 24 October 2021.", "'24 October 2021' → 24 Oct 2021 (written out)"),
    ("They must answer by Monday.", "'by Monday' + published Tue 25 Oct 2022 → until 31 Oct 2022 (the verb looks ahead)"),
    ("They talked for three days.", "'three days': a length of time"),
]


@pytest.mark.parametrize(("text", "reasoning"), REASONING)
def test_reasoning_reads_as_a_sentence(text: str, reasoning: str) -> None:
    assert one(text).reasoning == reasoning


EXPLICIT = [
    ("She spoke on 24 October.", True),
    ("She spoke in early September.", True),
    ("She spoke in 2019.", True),
    ("She spoke on Monday.", False),
    ("She spoke last week.", False),
    ("She spoke three days ago.", False),
    ("She spoke this morning.", False),
]


@pytest.mark.parametrize(("text", "explicit"), EXPLICIT)
def test_explicit_where_the_words_give_a_calendar_date(text: str, explicit: bool) -> None:
    assert one(text).explicit is explicit


EDTF = [
    ("She spoke on 24 October.", "2022-10-24"),
    ("She spoke in May 2019.", "2019-05"),
    ("She spoke in 2019.", "2019"),
    ("She spoke in the 1980s.", "198X"),
    ("A road was laid in the 19th century.", "18XX"),
    ("She spoke last week.", "2022-10-17/2022-10-23"),
    ("She was given until Thursday.", "../2022-10-27"),
    ("She spoke about two years ago.", "2020~"),
    ("They talked for three days.", ""),
]


@pytest.mark.parametrize(("text", "expected"), EDTF)
def test_edtf(text: str, expected: str) -> None:
    assert one(text).edtf == expected


def test_modifiers() -> None:
    assert one("It rose in early September.").mod == "START"
    assert one("It rose in mid-September.").mod == "MID"
    assert one("It rose at the end of 2021.").mod == "END"
    assert one("It lasted more than four hours.").mod == "MORE_THAN"
    assert one("It rose about two years ago.").mod == "APPROX"


def test_an_ambiguous_date_in_figures_keeps_both_readings() -> None:
    mention = one("The log says 04/03/2022.")
    assert (mention.first, mention.last) == (date(2022, 3, 4), date(2022, 4, 3))
    assert mention.confidence < 0.5
    assert "4 March 2022" in mention.reasoning
    assert "3 April 2022" in mention.reasoning


def test_another_date_of_the_article_tells_the_order() -> None:
    assert find_dates("From 25/02/2022 to 04/03/2022 it rained.", PUBLISHED)[1].value == "2022-03-04"
    assert find_dates("From 02/25/2022 to 04/03/2022 it rained.", PUBLISHED)[1].value == "2022-04-03"


def test_the_outlet_tells_the_order() -> None:
    text = "The log of the harbour says 04/03/2022, the keeper told us."
    assert parsed_dates(text, url="https://news.example.co.uk/1")[0].value == "2022-03-04"
    assert parsed_dates(text, publisher="herald.example.us")[0].value == "2022-04-03"
    assert parsed_dates(text)[0].confidence < 0.5


TENSES = [
    ("The cabinet, which has been at odds over the budget, will meet again on Wednesday.", "2022-10-26"),
    ("The cabinet, which will be at odds over the budget, met on Wednesday.", "2022-10-19"),
    ("The cabinet has agreed to vote on the budget on Thursday.", "2022-10-27"),
    ("Ministers failed to agree on the budget on Thursday.", "2022-10-20"),
    ("A vote on the budget is due on Thursday.", "2022-10-27"),
    ("She said Thursday that the budget will pass.", "2022-10-20"),
    ("The state said on Thursday it would appeal.", "2022-10-20"),
    ("The deadline was extended until Thursday.", "2022-10-27"),
    ("The mayor will boycott Thursday's vote.", "2022-10-27"),
    ("The mayor will appeal Thursday's ruling.", "2022-10-20"),
    ("The mayor is raising doubts about Thursday's debate.", "2022-10-20"),
    ("If the mayor were to win on Thursday, taxes would rise.", "2022-10-27"),
]


@pytest.mark.parametrize(("text", "value"), TENSES)
def test_the_governing_verb_decides_where_the_parse_is_there(text: str, value: str) -> None:
    assert [m.value for m in parsed_dates(text)] == [value]


def test_headlines_and_bylines_have_mentions_too() -> None:
    text = "Council votes on Monday\nBy News Desk - October 25 2022\n\nThe council rejected the plan, it said yesterday."
    assert [m.text for m in parsed_dates(text)] == ["Monday", "October 25 2022", "yesterday"]


# Ordinary articles, written here: every mention must have this value, none may be missing or too many.
FLOOR = [
    (
        "The harbour council said on Monday that it would not decide before the end of the month. Talks began in early September and "
        "were broken off twice last month. The yard, founded in 1952, has built a ship every two years since the late 1980s.",
        ["2022-10-24", "2022-10", "2022-09", "2022-09", "1952", "P2Y", "198"],
    ),
    (
        "Two days after the storm of 3 October the mayor called for an inquiry, which is to report by December. "
        "A year ago he had turned down a similar plea; this time he promised an answer within two weeks.",
        ["P2D", "2022-10-03", "2022-12", "2021", "P2W"],
    ),
    (
        "In June 2021 the union won a 5 percent rise. The following month it asked for more. It has met the firm every Friday since, and "
        "talks resume at 9 a.m. tomorrow.",
        ["2021-06", "2021-07", "XXXX-WXX-5", "2022-10-26T09:00"],
    ),
]


@pytest.mark.parametrize(("text", "values"), FLOOR)
def test_values_in_running_text(text: str, values: list[str]) -> None:
    assert [m.value for m in find_dates(text, PUBLISHED)] == values


WORDS = (
    "Monday Tuesday last next this week month year day days two 3 24 31 1990 2022 May March in on of the early late end since until ago "
    "earlier later quarter third Q4 a.m. noon every , . - – ' 's / 04/03/2022 2022-02-30 10:35 yesterday morning decades half and to "
    "thousand twenty between from said will \n\n Christmas 1980s 99999999999999999999 ½ ² 24th hundred"
).split(" ")
PHRASES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@settings(max_examples=150, deadline=None)
@given(PHRASES | st.text(max_size=40), st.dates())
def test_it_never_raises_and_mentions_are_in_order(text: str, published: date) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert mention.span[0] >= end
        assert mention.text == text[slice(*mention.span)] != ""
        assert mention.value
        assert mention.reasoning
        end = mention.span[1]


@settings(max_examples=150, deadline=None)
@given(PHRASES, DAYS)
def test_an_interval_never_ends_before_it_starts(text: str, published: date) -> None:
    for mention in find_dates(text, published):
        if mention.first and mention.last:
            assert mention.first <= mention.last, mention


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["on Monday", "last Friday", "last week", "yesterday", "three days ago", "two weeks ago"]), DAYS, st.integers(1, 60))
def test_whole_weeks_shift_days_by_as_much(expression: str, published: date, weeks: int) -> None:
    by = timedelta(weeks=weeks)
    early, late = one(f"She spoke {expression}.", published), one(f"She spoke {expression}.", published + by)
    assert early.first and early.last
    assert (late.first, late.last) == (early.first + by, early.last + by)


@pytest.mark.parametrize(
    "piece", ["1", "12 ", "May ", "three-", "the end of ", "12:30 ", "1990-", "1a", " ", "\n \n", "'", "between 3 and "]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    import time

    def seconds(size: int) -> float:
        start = time.process_time()
        find_dates(piece * (size // len(piece)), PUBLISHED)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 16 * max(seconds(20_000), 0.01)


def test_nothing_found_is_an_empty_list() -> None:
    assert find_dates("", PUBLISHED) == []
    assert find_dates("Nothing to see here.", PUBLISHED) == []


def test_periods() -> None:
    assert Period.of("week", PUBLISHED).value == "2022-W43"
    assert Period.of("weekend", PUBLISHED).value == "2022-W43-WE"
    assert Period.of("season", date(2022, 1, 5)) == Period.season(2021, "WI")
    assert Period.month(2022, 2).last == date(2022, 2, 28)
    assert Period("day", date(2024, 2, 29)).move(-1).first == date(2023, 2, 28)
    assert Period.quarter(2022, 1).shift(-1) == Period.quarter(2021, 4)
    assert easter(2022) == date(2022, 4, 17)
    assert period_edtf(date(2022, 10, 1), date(2022, 10, 31)) == "2022-10"
    assert period_edtf(None, date(2022, 10, 31)) == "../2022-10-31"
