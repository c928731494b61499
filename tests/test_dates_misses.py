"""What is no expression of time though it looks like one, and what the tagger gets wrong so far."""

from datetime import date

import pytest

from timeline.dates import find_dates

PUBLISHED = date(2022, 10, 25)

NO_DATES = [
    # Names that are months or weekdays
    "May said the plan was sound.",
    "He asked whether Theresa May would stay.",
    "He said that May would go.",
    "Mrs May spoke to April Ryan and June Jones.",
    "August Wilson wrote it.",
    "They flew to Mar-a-Lago.",
    "Jan Peters and Mar Lopez signed it.",
    "The Sunday Telegraph carried it.",
    "The Sun carried it.",
    "USA Today carried it.",
    "Primaries on Super Tuesday matter.",
    "They watched 60 Minutes.",
    "Dec and Ant sang.",
    # Verbs and nouns
    "Troops may march through the pass.",
    "Prices may fall.",
    "They sat down and the sun rose.",
    "We wed in haste.",
    "Her second term began well.",
    "He took second place.",
    "A quarter of voters agreed.",
    "Three quarters of the seats are empty.",
    "Water rose from a spring.",
    "The march for peace drew crowds.",
    "She is person of the year.",
    # Figures
    "A crowd of 1,500 people cheered.",
    "It drew 2000 people.",
    "It cost $1990.",
    "It cost £2000 or so.",
    "See page 1987.",
    "Flight 1914 was late.",
    "Call 555-2019 for seats.",
    "Call +44 20 7946 0958.",
    "The home side won 3-2.",
    "Turn to chapter 12.",
    "100M people use it.",
    "It scored 9.5 points.",
    "He lives at 10 Downing Street.",
    "A 12-year-old boy found it.",
    "The mayor, 52, is a lawyer.",
    "The mayor is 52 years old.",
    "A man in his 30s fled.",
    "Version 2.10.22 is out.",
    "A score of 30/30 won.",
    "The 1080p film is long.",
    "The pass is 1800 metres high.",
    "Room 2010 is empty.",
    "Sales grew 8 percent annually.",
    "The statues of Easter Island are old.",
    "The Weekly Herald carried it.",
    "At the end of the day it matters little.",
    "In today's world it matters little.",
    # Days that no calendar has
    "It is dated 30 February 2022.",
    "It is dated 45/45/2022.",
    "It is dated 2022-13-40.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert [m.text for m in find_dates(text, PUBLISHED)] == []


ONE_DATE = [
    ("May said so in May.", "May"),
    ("Theresa May said so on 3 May.", "3 May"),
    ("Some 2000 people came in 2000.", "2000"),
    ("He fell last fall.", "last fall"),
    ("They march in March.", "March"),
    ("The Sun wrote on Sunday of a moon.", "Sunday"),
    ("She won by 3-2 on Friday.", "Friday"),
    ("Flight 1914 left in 1914.", "1914"),
    ("Super Tuesday fell on 3 March 2020.", "3 March 2020"),
]


@pytest.mark.parametrize(("text", "expression"), ONE_DATE)
def test_the_date_beside_the_near_miss(text: str, expression: str) -> None:
    found = find_dates(text, PUBLISHED)
    assert [m.text for m in found] == [expression]
    assert text.rindex(expression) == found[0].span[0]


KNOWN_FAILURES = [
    # An event as a date
    ("She has been silent since the flood.", [("the flood", "XXXX-XX-XX")]),
    # A day counted from an event
    ("They fled in the days before the vote.", [("the days before the vote", "PXD")]),
    # An ellipsis: "last" of "last year"
    ("Twice as many came this year as last.", [("this year", "2022"), ("last", "2021")]),
    # A business year that isn't the calendar's
    ("In the fiscal year that ended in June sales fell.", [("the fiscal year", "FY2022")]),
    # A weekday of the other year in a retrospect
    ("Looking back at 1998: on the Monday she resigned.", [("1998", "1998"), ("the Monday", "1998-XX-XX")]),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN_FAILURES)
@pytest.mark.xfail(strict=True, reason="not understood yet")
def test_known_failures(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.text, m.value) for m in find_dates(text, PUBLISHED)] == expected
