"""The publication date in a text: where it stands, and what looks like it and isn't."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.publication import find_publication_date, parse_day
from timeline.errors import NoDateError, SourceError

BODY = (
    "The harbour board said on Monday that it had never promised to keep the old ferry running after the spring, and it denied that"
    " its director had told the mayor anything else on 3 March 2020, when the two of them met in the town hall."
)
DAY = date(2022, 10, 25)


@pytest.mark.parametrize(
    "line",
    [
        "By News Desk - October 25 2022",
        "By Lena Marsh, 25 October 2022",
        "25 October 2022, The Balkan Examiner",
        "BY LENA MARSH AND TOM ODELL | OCTOBER 25, 2022",
        "By Lena Marsh, staff writer – Oct. 25, 2022",
        "By Lena Marsh October 25, 2022",
        "Published: 25 October 2022",
        "Published 25 October 2022, 10:30 GMT",
        "Published on Tuesday, October 25th, 2022 at 4:15 p.m.",
        "First published on Tue 25 Oct 2022 06.00 BST",
        "Publication date: 2022-10-25",
        "Posted: 25/10/2022",
        "Date: Tue, 25 Oct 2022 10:00:00 +0000",
        "Load-Date: October 25, 2022",
        "Last updated: 25 October 2022",
        "October 25, 2022",
        "Tuesday 25 October 2022",
        "October 25, 2022 Tuesday",
        "25th of October, 2022",
        "2022-10-25",
        "2022-10-25T09:15:00Z",
        "2022/10/25",
        "25.10.2022",
        "10/25/2022",
        "25-Oct-2022",
        "(October 25, 2022)",
        "25 October 2022 • 5 min read",
        "October 25, 2022 | Updated October 27, 2022",
        "The Harbour Courier | 25 October 2022",
        "Lena Marsh, 25 October 2022",
        "Lena Marsh in Oslo · Tuesday 25 October 2022",
        "Oslo, 25 October 2022",
    ],
)
@pytest.mark.parametrize(
    "layout", ["Board denies promise\n{line}\n\n{body}", "Board denies promise\n\n{line}\n\n{body}\n\n{body}", "{line}\n{body}"]
)
def test_line_in_the_head(line: str, layout: str) -> None:
    assert find_publication_date(layout.format(line=line, body=BODY)).day == DAY


@pytest.mark.parametrize(
    "text",
    [
        f"OSLO, Oct. 25, 2022 (The Ledger) - {BODY}",
        f"OSLO, Norway, October 25, 2022 — {BODY}",
        f"Board denies promise\n\nOSLO (25 October 2022) - {BODY}",
        f"Board denies promise\n\n{BODY}\n\n{BODY}\n\nPublished 25 October 2022",
        f"Board denies promise\nA standfirst that says a little more of it, in a sentence.\nBy Lena Marsh\n25 October 2022\n{BODY}",
        f"Board denies promise\r\nBy Lena Marsh - October 25 2022\r\n\r\n{BODY}",
        f"Published: 24 October 2022\nUpdated: 26 October 2022\n\n{BODY}".replace("24", "25"),
        f"Updated: 26 October 2022\nPublished: 25 October 2022\n\n{BODY}",
    ],
)
def test_elsewhere(text: str) -> None:
    assert find_publication_date(text).day == DAY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Board denies promise\n\n{BODY}",
        f"What happened on 25 October 2022\n\n{BODY}",
        f"The strike of 25 October 2022\n\n{BODY}",
        f"A ferry leaves the harbour of Oslo, 25 October 2022\n\n{BODY}",
        f"FILE - The harbour of Oslo, Norway, Oct. 25, 2022. (AP Photo/Lena Marsh, File)\n\n{BODY}",
        f"(Photo by Lena Marsh, 25 October 2022)\n\n{BODY}",
        "Board denies promise\n\nOn 25 October 2022, the board met.\n\nIt said nothing.",
        "25 October 2022 was the day on which the ferry sank.\n\nThe board denied all blame.",
        f"Published by the Harbour Press\n\n{BODY}",
        f"OSLO, Oct. 25 (The Ledger) - {BODY}",
        f"Posted: 10/11/2022\n\n{BODY}",  # October or November?
        f"Budget 2022\n\n{BODY}",
        f"Board denies promise\n\n{BODY}\n\n{BODY}\n\nCorrection:\n\nOctober 25, 2022\n\nThe ferry is grey.",
        f"Board denies promise\n\n{BODY}\n\n{BODY}\n\nOctober 25, 2022",
        f"Board denies promise\n\n{BODY}\n\nThe ferry was built in Bergen and first sailed on 25 October 2022.",
        "The board has often changed its mind about the ferry since the\nmeeting with the mayor, its director and the two unions on\n"
        "25 October 2022, and the harbour master has changed his as well,\nso that nobody knows any longer what will come of the plan.",
        f"The ferry affair, day by day\n\n3 March 2020\n\n{BODY}\n\n4 March 2020\n\n{BODY}\n\n5 March 2020\n\n{BODY}",
        "",
        "\n\n",
    ],
)
def test_no_date(text: str) -> None:
    with pytest.raises(NoDateError, match="--published"):
        find_publication_date(text)


def test_says_where_it_stands() -> None:
    assert find_publication_date(f"By Lena Marsh - October 25 2022\n\n{BODY}").why == "byline: 'October 25 2022'"


@pytest.mark.parametrize("name", ["2022-10-25-board-denies", "board_20221025", "board-2022.10.25"])
def test_file_name_is_the_last_resort(name: str) -> None:
    assert find_publication_date(BODY, name).day == DAY
    assert find_publication_date(f"Published: 26 October 2022\n\n{BODY}", name).day == date(2022, 10, 26)


@pytest.mark.parametrize("name", ["board-2022", "1234567890-board", "2022-13-45", "20229925"])
def test_numbers_in_file_names(name: str) -> None:
    with pytest.raises(NoDateError):
        find_publication_date(BODY, name)


def test_address_holds_a_day() -> None:
    assert find_publication_date(BODY, url="https://courier.example/world/2022/10/25/board-denies").day == DAY
    with pytest.raises(NoDateError):
        find_publication_date(BODY, url="https://courier.example/2022/10/board-denies")


def test_impossible_date_is_named() -> None:
    with pytest.raises(NoDateError, match=r"'31 February 2022', which is not a day of the calendar"):
        find_publication_date(f"Published: 31 February 2022\n\n{BODY}")


def test_future_date_is_named() -> None:
    future = date.today() + timedelta(days=40)
    with pytest.raises(NoDateError, match="lies in the future"):
        find_publication_date(f"Published: {future.isoformat()}\n\n{BODY}")


def test_impossible_date_gives_way_to_a_possible_one() -> None:
    assert find_publication_date(f"Published: 31 February 2022\n25 October 2022\n\n{BODY}").day == DAY


@pytest.mark.parametrize(
    "text", ["2022-10-25", "25 October 2022", "Oct. 25, 2022", "2022-10-25T10:00:00+02:00", "2022-10-25 10:00:00", "25.10.2022"]
)
def test_parse_day(text: str) -> None:
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("yesterday", "is not a date; write it as YYYY-MM-DD"),
        ("", "is not a date"),
        ("2022-13-45", "not a day of the calendar"),
        ("31 February 2022", "not a day of the calendar"),
        ("2022-02-30", "not a day of the calendar"),
        ("05/06/2022", "two different days"),
        ("2999-01-01", "is not a date"),
        ((date.today() + timedelta(days=3)).isoformat(), "lies in the future"),
    ],
)
def test_parse_day_refuses(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        parse_day(text)


def test_a_given_day_is_not_in_the_future() -> None:
    with pytest.raises(SourceError, match="lies in the future"):
        parse_day(date.today() + timedelta(days=3))
    assert parse_day(date.today() + timedelta(days=1)) > date.today()


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a %d %b %Y", "%A, %B %d, %Y"]))
def test_written_days_are_read_back(day: date, form: str) -> None:
    assert parse_day(day.strftime(form)) == day
    assert find_publication_date(f"Board denies promise\nBy Lena Marsh | {day.strftime(form)}\n\n{BODY}").day == day


@given(st.text(max_size=400))
def test_any_text_gives_a_day_or_no_date(text: str) -> None:
    try:
        found = find_publication_date(text)
    except NoDateError:
        return
    assert found.why
