"""Expressions of time and what they mean: (text, what is found, its type, value and days), all written here.

Published on Tuesday 25 October 2022 unless the table says otherwise.
"""

from datetime import date

import pytest

from timeline.dates import find_dates
from timeline.dates.finding import all_rules

PUBLISHED = date(2022, 10, 25)


def found(text: str, published: date = PUBLISHED) -> list[tuple[str, str, str, str]]:
    """Text, type, value and days of every mention; days as "first last", "-" for an open end, "" for none."""
    return [(m.text, m.type, m.value, "" if not m.days_known else f"{m.first or '-'} {m.last or '-'}") for m in find_dates(text, published)]


def check(text: str, *expected: tuple[str, str, str, str]) -> None:
    assert found(text) == list(expected)


CALENDAR = [
    ("The treaty was signed on 24 October 2022.", "24 October 2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The treaty was signed on October 24, 2022.", "October 24, 2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The treaty was signed on Monday, Oct. 24, 2022.", "Monday, Oct. 24, 2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The treaty was signed on Monday 24th October.", "Monday 24th October", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The treaty was signed on the 24th of October.", "the 24th of October", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The minister resigned on 3 March.", "3 March", "2022-03-03", "2022-03-03 2022-03-03"),
    ("The minister resigned on Dec. 12.", "Dec. 12", "2021-12-12", "2021-12-12 2021-12-12"),
    ("The court will sit on 12 December.", "12 December", "2022-12-12", "2022-12-12 2022-12-12"),
    ("Their talks ended in September.", "September", "2022-09", "2022-09-01 2022-09-30"),
    ("Their talks ended in December.", "December", "2021-12", "2021-12-01 2021-12-31"),
    ("The talks will resume in December.", "December", "2022-12", "2022-12-01 2022-12-31"),
    ("The talks will resume in March.", "March", "2023-03", "2023-03-01 2023-03-31"),
    ("They agreed in June to share the costs.", "June", "2022-06", "2022-06-01 2022-06-30"),
    ("They fell out in May 2019.", "May 2019", "2019-05", "2019-05-01 2019-05-31"),
    ("Prices rose in early September.", "early September", "2022-09", "2022-09-01 2022-09-10"),
    ("Prices rose in mid-September.", "mid-September", "2022-09", "2022-09-11 2022-09-20"),
    ("Prices rose in late September.", "late September", "2022-09", "2022-09-21 2022-09-30"),
    ("Prices rose at the end of September 2021.", "the end of September 2021", "2021-09", "2021-09-21 2021-09-30"),
    ("She left last June.", "last June", "2022-06", "2022-06-01 2022-06-30"),
    ("She left last November.", "last November", "2021-11", "2021-11-01 2021-11-30"),
    ("She leaves next November.", "next November", "2022-11", "2022-11-01 2022-11-30"),
    ("She left in July last year.", "July last year", "2021-07", "2021-07-01 2021-07-31"),
    ("The firm was founded in 1952.", "1952", "1952", "1952-01-01 1952-12-31"),
    ("The plant closed in early 1990.", "early 1990", "1990", "1990-01-01 1990-04-30"),
    ("The plant closed in the late 1980s.", "the late 1980s", "198", "1986-09-01 1989-12-31"),
    ("The plant closed in the 1980s.", "the 1980s", "198", "1980-01-01 1989-12-31"),
    ("A canal was dug in the 19th century.", "the 19th century", "18", "1800-01-01 1899-12-31"),
    ("He was sworn in during nineteen ninety-six.", "nineteen ninety-six", "1996", "1996-01-01 1996-12-31"),
    ("Snow fell last winter.", "last winter", "2021-WI", "2021-12-01 2022-02-28"),
    ("The vote comes next spring.", "next spring", "2023-SP", "2023-03-01 2023-05-31"),
    ("The bridge opened in the summer of 2018.", "the summer of 2018", "2018-SU", "2018-06-01 2018-08-31"),
    ("Sales fell in the third quarter.", "the third quarter", "2022-Q3", "2022-07-01 2022-09-30"),
    ("Sales fell in the second quarter of 2019.", "the second quarter of 2019", "2019-Q2", "2019-04-01 2019-06-30"),
    ("Sales fell in Q4 2020.", "Q4 2020", "2020-Q4", "2020-10-01 2020-12-31"),
    ("Its third-quarter loss grew.", "third-quarter", "2022-Q3", "2022-07-01 2022-09-30"),
    ("Sales fell in the first half of 2021.", "the first half of 2021", "2021-H1", "2021-01-01 2021-06-30"),
    ("They dined on Christmas Eve.", "Christmas Eve", "2021-12-24", "2021-12-24 2021-12-24"),
    ("They will dine on Christmas Eve.", "Christmas Eve", "2022-12-24", "2022-12-24 2022-12-24"),
    ("They dined on Good Friday 2019.", "Good Friday 2019", "2019-04-19", "2019-04-19 2019-04-19"),
    ("The log says 2022-10-24.", "2022-10-24", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The log says 24/10/2022.", "24/10/2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The log says 10/24/2022.", "10/24/2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The log says 24.10.2022.", "24.10.2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("The log says 24-Oct-2022.", "24-Oct-2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("Der Brief vom 24. Oktober 2022 ist echt.", "24. Oktober 2022", "2022-10-24", "2022-10-24 2022-10-24"),
    ("La lettre du 3 août 2021 est authentique.", "3 août 2021", "2021-08-03", "2021-08-03 2021-08-03"),
    ("La carta del 5 de enero de 2020 es auténtica.", "5 de enero de 2020", "2020-01-05", "2020-01-05 2020-01-05"),
    ("The strike began in the second week of October.", "the second week of October", "2022-W41", "2022-10-08 2022-10-14"),
    ("They met in the week of March 7.", "the week of March 7", "2022-W10", "2022-03-07 2022-03-13"),
    ("The court sat on the first Monday of October 2021.", "the first Monday of October 2021", "2021-10-04", "2021-10-04 2021-10-04"),
    ("The law dates from 2014–16.", "2014–16", "2014/2016", "2014-01-01 2016-12-31"),
    ("The fair ran on March 3-5.", "March 3-5", "2022-03-03/2022-03-05", "2022-03-03 2022-03-05"),
    ("The September 11 attacks changed the law.", "September 11", "2001-09-11", "2001-09-11 2001-09-11"),
]


@pytest.mark.parametrize(("text", "expression", "value", "days"), CALENDAR)
def test_calendar_dates(text: str, expression: str, value: str, days: str) -> None:
    check(text, (expression, "DATE", value, days))


RELATIVE = [
    ("She spoke on Monday.", "Monday", "2022-10-24", "2022-10-24 2022-10-24"),
    ("She spoke on Tuesday.", "Tuesday", "2022-10-25", "2022-10-25 2022-10-25"),
    ("She spoke on Wednesday.", "Wednesday", "2022-10-19", "2022-10-19 2022-10-19"),
    ("She will speak on Wednesday.", "Wednesday", "2022-10-26", "2022-10-26 2022-10-26"),
    ("She plans to speak on Wednesday.", "Wednesday", "2022-10-26", "2022-10-26 2022-10-26"),
    ("The vote is scheduled for Friday.", "Friday", "2022-10-28", "2022-10-28 2022-10-28"),
    ("She spoke last Tuesday.", "last Tuesday", "2022-10-18", "2022-10-18 2022-10-18"),
    ("She will speak next Friday.", "next Friday", "2022-11-04", "2022-11-04 2022-11-04"),
    ("She will speak this Friday.", "this Friday", "2022-10-28", "2022-10-28 2022-10-28"),
    ("She will speak this coming Monday.", "this coming Monday", "2022-10-31", "2022-10-31 2022-10-31"),
    ("She spoke on Friday of last week.", "Friday of last week", "2022-10-21", "2022-10-21 2022-10-21"),
    ("They must answer by Monday.", "Monday", "2022-10-31", "- 2022-10-31"),
    ("They were given until Friday.", "Friday", "2022-10-28", "- 2022-10-28"),
    ("She spoke yesterday.", "yesterday", "2022-10-24", "2022-10-24 2022-10-24"),
    ("She will speak tomorrow.", "tomorrow", "2022-10-26", "2022-10-26 2022-10-26"),
    ("She spoke the day before yesterday.", "the day before yesterday", "2022-10-23", "2022-10-23 2022-10-23"),
    ("She spoke last week.", "last week", "2022-W42", "2022-10-17 2022-10-23"),
    ("She will speak next week.", "next week", "2022-W44", "2022-10-31 2022-11-06"),
    ("She spoke earlier this week.", "earlier this week", "2022-W43", "2022-10-24 2022-10-24"),
    ("The bridge will open later this year.", "later this year", "2022-Q4", "2022-10-26 2022-12-31"),
    ("She spoke earlier this month.", "earlier this month", "2022-10", "2022-10-01 2022-10-24"),
    ("She will speak later this month.", "later this month", "2022-10", "2022-10-26 2022-10-31"),
    ("She spoke last month.", "last month", "2022-09", "2022-09-01 2022-09-30"),
    ("She spoke last year.", "last year", "2021", "2021-01-01 2021-12-31"),
    ("She left at the end of the financial year.", "the end of the financial year", "FY2022", ""),
    ("She spoke last weekend.", "last weekend", "2022-W42-WE", "2022-10-22 2022-10-23"),
    ("She spoke over the weekend.", "the weekend", "2022-W42-WE", "2022-10-22 2022-10-23"),
    ("She will leave at the end of the year.", "the end of the year", "2022", "2022-09-01 2022-12-31"),
    ("She will leave early next year.", "early next year", "2023", "2023-01-01 2023-04-30"),
    ("She spoke three days ago.", "three days ago", "2022-10-22", "2022-10-22 2022-10-22"),
    ("She spoke a week ago.", "a week ago", "2022-W42", "2022-10-17 2022-10-23"),
    ("She spoke two months ago.", "two months ago", "2022-08", "2022-08-01 2022-08-31"),
    ("She spoke two years ago.", "two years ago", "2020", "2020-01-01 2020-12-31"),
    ("She spoke a decade ago.", "a decade ago", "2012", "2012-01-01 2012-12-31"),
    ("She spoke more than a year ago.", "more than a year ago", "2021", "- 2021-10-25"),
    ("She spoke a few days ago.", "a few days ago", "PAST_REF", "- 2022-10-24"),
    ("She spoke a fortnight ago.", "a fortnight ago", "2022-W41", "2022-10-10 2022-10-16"),
    ("She spoke a year and a half ago.", "a year and a half ago", "2021-04", "2021-04-01 2021-04-30"),
    ("She spoke 40 or 50 years ago.", "40 or 50 years ago", "1982", "1972-01-01 1982-12-31"),
    ("She spoke the week before last.", "the week before last", "2022-W41", "2022-10-10 2022-10-16"),
    ("She will speak a week on Monday.", "a week on Monday", "2022-11-07", "2022-11-07 2022-11-07"),
    ("She spoke a year ago today.", "a year ago today", "2021-10-25", "2021-10-25 2021-10-25"),
    ("She spoke on the 24th.", "the 24th", "2022-10-24", "2022-10-24 2022-10-24"),
    ("It was put off to mid-December.", "mid-December", "2022-12", "2022-12-11 2022-12-20"),
    ("She will speak two weeks from now.", "two weeks from now", "2022-W45", "2022-11-07 2022-11-13"),
    ("Since early September she has kept silent.", "early September", "2022-09", "2022-09-01 2022-10-25"),
    ("Since Monday schools stay shut.", "Monday", "2022-10-24", "2022-10-24 2022-10-25"),
    ("She lost the 8 November vote.", "8 November", "2022-11-08", "2022-11-08 2022-11-08"),
    ("She has kept silent since February.", "February", "2022-02", "2022-02-01 2022-10-25"),
    ("She now disagrees.", "now", "PRESENT_REF", "2022-10-25 2022-10-25"),
    ("She is currently abroad.", "currently", "PRESENT_REF", "2022-10-25 2022-10-25"),
    ("She recently disagreed.", "recently", "PAST_REF", "- 2022-10-25"),
    ("She will soon disagree.", "soon", "FUTURE_REF", "2022-10-25 -"),
    ("She may disagree in the near future.", "the near future", "FUTURE_REF", "2022-10-25 -"),
]


@pytest.mark.parametrize(("text", "expression", "value", "days"), RELATIVE)
def test_dates_that_need_the_publication_date(text: str, expression: str, value: str, days: str) -> None:
    check(text, (expression, "DATE", value, days))


ANAPHORA = [
    ("The pact was signed on 3 March 2020. The next day she resigned.", "The next day", "2020-03-04"),
    ("The pact was signed on 3 March 2020. Two days later she resigned.", "Two days later", "2020-03-05"),
    ("The pact was signed on 3 March 2020. A day earlier she had resigned.", "A day earlier", "2020-03-02"),
    ("The pact was signed on 3 March 2020. That day she resigned.", "That day", "2020-03-03"),
    ("The pact was signed on 3 March 2020. The following week she resigned.", "The following week", "2020-W11"),
    ("The pact was signed in March 2020. A month earlier she had resigned.", "A month earlier", "2020-02"),
    ("The pact was signed in March 2020. The following month she resigned.", "The following month", "2020-04"),
    ("The pact was signed in 1998. Two years later she resigned.", "Two years later", "2000"),
    ("The pact was signed in 1998. Later that year she resigned.", "Later that year", "1998"),
    ("The pact was signed in 1998. She has kept silent since then.", "then", "1998"),
    ("Profit rose in the third quarter from a loss a year earlier.", "a year earlier", "2021-Q3"),
    ("Profit rose in the second quarter. In the year-earlier quarter it fell.", "the year-earlier quarter", "2021-Q2"),
    ("The index closed on Friday 14 October, down from the previous Friday.", "the previous Friday", "2022-10-07"),
]


@pytest.mark.parametrize(("text", "expression", "value"), ANAPHORA)
def test_dates_that_point_back(text: str, expression: str, value: str) -> None:
    mention = find_dates(text, PUBLISHED)[-1]
    assert (mention.text, mention.value) == (expression, value)
    assert mention.anchor != "publication"
    assert mention.anchor in mention.reasoning


def test_that_evening_is_the_day_last_spoken_of() -> None:
    assert found("They met on 3 March 2020. That evening they dined.")[-1] == (
        "That evening",
        "TIME",
        "2020-03-03TEV",
        "2020-03-03 2020-03-03",
    )


TIMES = [
    ("They met on Monday night.", "Monday night", "2022-10-24TNI"),
    ("They met this morning.", "this morning", "2022-10-25TMO"),
    ("They met last night.", "last night", "2022-10-24TNI"),
    ("They met yesterday evening.", "yesterday evening", "2022-10-24TEV"),
    ("They meet at 10:35 a.m. today.", "10:35 a.m. today", "2022-10-25T10:35"),
    ("They met at 5 p.m. on the pier.", "5 p.m.", "2022-10-25T17:00"),
    ("They met at 5 p.m. EST Monday.", "5 p.m. EST Monday", "2022-10-24T17:00"),
    ("They met at 10.15pm.", "10.15pm", "2022-10-25T22:15"),
    ("They met at 9pm.", "9pm", "2022-10-25T21:00"),
    ("They met at 18:00 UTC.", "18:00 UTC", "2022-10-25T18:00Z"),
    ("They met at noon Thursday.", "noon Thursday", "2022-10-20T12:00"),
    ("They met on 3 March at 07:15.", "07:15", "2022-03-03T07:15"),
    ("They met at seven o'clock in the evening.", "seven o'clock in the evening", "2022-10-25T19:00"),
    ("The note is stamped 2022-10-24T08:30Z.", "2022-10-24T08:30Z", "2022-10-24T08:30Z"),
]


@pytest.mark.parametrize(("text", "expression", "value"), TIMES)
def test_times_of_the_day(text: str, expression: str, value: str) -> None:
    mention = find_dates(text, PUBLISHED)[-1]
    assert (mention.text, mention.type, mention.value) == (expression, "TIME", value)


LENGTHS = [
    ("They talked for three days.", "three days", "P3D"),
    ("They talked for six straight days.", "six straight days", "P6D"),
    ("They talked for 90 minutes.", "90 minutes", "PT90M"),
    ("They talked for two and a half years.", "two and a half years", "P2Y6M"),
    ("They talked for 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
    ("They talked for a minute and a half.", "a minute and a half", "PT1M30S"),
    ("They talked for twenty-one years.", "twenty-one years", "P21Y"),
    ("They talked for two decades.", "two decades", "P20Y"),
    ("They talked for several weeks.", "several weeks", "PXW"),
    ("They talked for a couple of hours.", "a couple of hours", "PT2H"),
    ("They talked for more than four hours.", "more than four hours", "PT4H"),
    ("They talked for nearly two months.", "nearly two months", "P2M"),
    ("A two-year truce held.", "two-year", "P2Y"),
    ("A day-long siege ended.", "day-long", "P1D"),
    ("Sales doubled over the past 18 months.", "the past 18 months", "P18M"),
    ("Sales doubled in the first nine months.", "the first nine months", "P9M"),
    ("They waited for weeks.", "weeks", "PXW"),
    ("Many tried in the past months.", "the past months", "PXM"),
]


@pytest.mark.parametrize(("text", "expression", "value"), LENGTHS)
def test_lengths(text: str, expression: str, value: str) -> None:
    assert [m[:3] for m in found(text)] == [(expression, "DURATION", value)]


SETS = [
    ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
    ("They meet every two weeks.", "every two weeks", "P2W"),
    ("They meet every morning.", "every morning", "XXXX-XX-XXTMO"),
    ("They meet each July.", "each July", "XXXX-07"),
    ("They meet annually.", "annually", "P1Y"),
    ("They meet daily.", "daily", "P1D"),
    ("They hold an annual meeting of elders.", None, None),
    ("They hold an annual feast.", "annual", "P1Y"),
    ("They meet on the first Monday of each month.", "the first Monday of each month", "XXXX-WXX-1"),
    ("They meet on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
    ("It costs 300 million a year.", "a year", "P1Y"),
]


@pytest.mark.parametrize(("text", "expression", "value"), SETS)
def test_repetitions(text: str, expression: str | None, value: str | None) -> None:
    assert [m[:3] for m in found(text)] == ([(expression, "SET", value)] if expression else [])


def test_ends_of_a_range_have_the_days_of_the_whole() -> None:
    check(
        "Between 3 and 5 March they met.",
        ("3", "DATE", "2022-03-03", "2022-03-03 2022-03-05"),
        ("5 March", "DATE", "2022-03-05", "2022-03-03 2022-03-05"),
    )
    check(
        "They met from Monday to Wednesday.",
        ("Monday", "DATE", "2022-10-17", "2022-10-17 2022-10-19"),
        ("Wednesday", "DATE", "2022-10-19", "2022-10-17 2022-10-19"),
    )
    check(
        "Between 1 January and 26 September thefts rose.",
        ("1 January", "DATE", "2022-01-01", "2022-01-01 2022-09-26"),
        ("26 September", "DATE", "2022-09-26", "2022-01-01 2022-09-26"),
    )
    check(
        "They met from June to August.",
        ("June", "DATE", "2022-06", "2022-06-01 2022-08-31"),
        ("August", "DATE", "2022-08", "2022-06-01 2022-08-31"),
    )


def test_a_time_takes_the_day_behind_it() -> None:
    check(
        "They met at 4 p.m. (1400 GMT) on Thursday.",
        ("4 p.m.", "TIME", "2022-10-20T16:00", "2022-10-20 2022-10-20"),
        ("Thursday", "DATE", "2022-10-20", "2022-10-20 2022-10-20"),
    )


def test_a_date_beside_another_has_its_year() -> None:
    check(
        "They met on Nov 1, 2021 and Nov 2.",
        ("Nov 1, 2021", "DATE", "2021-11-01", "2021-11-01 2021-11-01"),
        ("Nov 2", "DATE", "2021-11-02", "2021-11-02 2021-11-02"),
    )


def test_this_winter_began_last_year_in_february() -> None:
    assert found("Snow fell this winter.", date(2016, 2, 1))[0][2:] == ("2015-WI", "2015-12-01 2016-02-29")


def test_days_in_a_list_are_each_a_date() -> None:
    check(
        "They met on April 24 and 25.",
        ("April 24", "DATE", "2022-04-24", "2022-04-24 2022-04-24"),
        ("25", "DATE", "2022-04-25", "2022-04-25 2022-04-25"),
    )


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_takes_its_example(rule) -> None:  # type: ignore[no-untyped-def]
    from timeline.dates.finding import compiled

    known, patterns = compiled()
    pattern = next(pattern for other, pattern in patterns if other is rule)
    assert pattern.match(known.words(rule.example).classes), rule.expanded


def test_a_date_seen_from_the_plan() -> None:
    ferry = "The ferry sailed on 11 October, three days later than planned."
    assert [mention[2] for mention in found(ferry)] == ["2022-10-11", "2022-10-11"]
    assert [mention[2] for mention in found("The ferry sailed three days later than planned.")] == ["P3D"]


def test_later_this_year_in_spring_is_the_year() -> None:
    assert found("The bridge will open later this year.", date(2022, 3, 8)) == [
        ("later this year", "DATE", "2022", "2022-03-09 2022-12-31")
    ]
