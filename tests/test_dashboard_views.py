"""Facets, table, claims, reading list and captions: what each shows of the filtered rows."""

from dataclasses import replace
from datetime import date

import example_dossier
import pytest

from benchmarks.synthetic import synthetic_events
from timeline.columns import Columns as C
from timeline.dashboard.address import read_address
from timeline.dashboard.claims_view import changes_of_position, claim_threads
from timeline.dashboard.corrections import next_to_check, progress_words
from timeline.dashboard.desk import Desk, apart
from timeline.dashboard.facets import facet_data, names_of, publication_days, said_span, span_of_days
from timeline.dashboard.panels import claims_panel
from timeline.dashboard.picture import SIZES, caption, data_hash, file_stem, printed_view
from timeline.dashboard.shown import LIST_MOST, chart_view, counts_words, empty_words, known, overview, reading_list
from timeline.dashboard.table import grid_response
from timeline.dashboard.wording import interval_words, listed, short_interval, shortened
from timeline.dossier import Correction, Dossier
from timeline.errors import TableError
from timeline.filters import filter_events
from timeline.labels import BY_PLACE
from timeline.threads import unanswered

EXAMPLE = example_dossier.dossier()
EVENTS = EXAMPLE.events
NAMES = names_of(EVENTS)


def facet(query: str, name: str) -> dict:
    return next(each for each in facet_data(EVENTS, read_address(query), NAMES) if each["name"] == name)


def values(query: str, name: str) -> dict[str, tuple[int, str]]:
    return {entry["value"]: (entry["count"], entry["state"]) for entry in facet(query, name)["values"]}


def test_facets_count_what_the_other_filters_leave() -> None:
    acts = values("affiliation=Iran&act=deny", "act")
    assert (acts["deny"], acts["confirm"], acts["demand"]) == ((4, "on"), (1, ""), (0, ""))
    assert list(acts)[:3] == ["allege", "deny", "reject"]  # in the order of the labels
    assert "Jake Sullivan" not in values("affiliation=Iran", "actor")


def test_chosen_and_excluded_values_stay_in_sight() -> None:
    assert values("actor=Jake+Sullivan&affiliation=Iran", "actor")["Jake Sullivan"] == (0, "on")
    assert values("not.outlet=Gulf+Ledger", "outlet")["Gulf Ledger"] == (5, "off")
    assert values("actor=Nobody", "actor")["Nobody"] == (0, "on")


def test_actors_stand_under_their_affiliation() -> None:
    actors = facet("", "actor")
    assert [group["value"] for group in actors["groups"]][:2] == ["Iran", "Ukraine"]
    assert {entry["group"] for entry in actors["values"] if entry["value"] == "Nasser Kanaani"} == {"Iran"}
    assert facet("not.affiliation=Iran", "actor")["groups"][0] == {"value": "Iran", "count": 9, "state": "off"}


def test_claims_keep_their_colour_whatever_the_filter() -> None:
    swatches = {entry["value"]: entry["swatch"] for entry in facet("colour=claim&affiliation=Russia", "claim")["values"]}
    assert swatches[example_dossier.DRONES] == 0
    assert swatches[example_dossier.PROBE] == 1
    assert chart_view(read_address("colour=claim"), "light", 900, "", (None, None), NAMES.claims).claims[:2] == (
        example_dossier.DRONES,
        example_dossier.PROBE,
    )


def test_the_days_of_the_table_and_of_publication() -> None:
    assert span_of_days(EVENTS) == ("2022-07-01", "2022-11-06")
    assert said_span(EVENTS) == ("2022-07-31", "2022-11-06")
    assert span_of_days(EVENTS.iloc[:0]) == said_span(EVENTS.iloc[:0]) == ("", "")
    assert publication_days(EVENTS) == ["2022-10-20", "2022-10-22", "2022-10-25", "2022-11-06"]
    assert len(known(EVENTS, date(2022, 10, 20))) == 8


@pytest.mark.parametrize(
    ("model", "first"),
    [
        ([], "Jake Sullivan"),
        ([{"colId": "said", "sort": "desc"}], "Volodymyr Zelensky"),
        ([{"colId": C.ACTOR, "sort": "asc"}], "Amir Saeed Irwani"),
        ([{"colId": C.ACTOR, "sort": "desc"}], "White House"),
        ([{"colId": C.ACT, "sort": "asc"}], "Sergiy Kyslytsya"),
        ([{"colId": C.ACT, "sort": "desc"}], "Nasser Kanaani"),
        ([{"colId": C.CONTENT, "sort": "asc"}], "Hossein Amir-Abdollahian"),
        ([{"colId": C.CONFIDENCE, "sort": "desc"}, {"colId": C.ACTOR, "sort": "asc"}], "Amir Saeed Irwani"),
        ([{"colId": "nonsense", "sort": "asc"}], "Jake Sullivan"),
    ],
)
def test_the_table_sorts_and_cuts(model: list[dict[str, str]], first: str) -> None:
    response = grid_response(EVENTS, {"startRow": 0, "endRow": 5, "sortModel": model})
    assert (len(response["rowData"]), response["rowCount"]) == (5, len(EVENTS))
    assert response["rowData"][0][C.ACTOR] == first


def test_what_is_checked_leaves_the_queue() -> None:
    unsure = EVENTS.assign(**{C.CONFIDENCE: [0.9 - number / 100 for number in range(len(EVENTS))]})
    last, before = (str(EVENTS[C.STATEMENT_ID].iloc[place]) for place in (-1, -2))
    dossier = Dossier("Queue", unsure).corrected(Correction(last, C.CHECKED, "true"))
    model = {"startRow": 0, "endRow": 100, "sortModel": [{"colId": C.CONFIDENCE, "sort": "asc"}]}
    rows = grid_response(dossier.events, model)["rowData"]
    assert (rows[0]["id"], rows[-1]["id"], rows[-1][C.CONFIDENCE]) == (before, last, "✓ checked")
    assert values("checked=no", "checked") == {"no": (len(EVENTS), "on")}
    assert len(filter_events(dossier.events, read_address("checked=yes").wanted)) == 1
    assert progress_words(dossier.events) == f"1 of {len(EVENTS)} checked"


def test_next_to_check_goes_from_the_least_certain_up_and_begins_again() -> None:
    rows = EVENTS.head(4).assign(**{C.CONFIDENCE: [0.9, 0.2, 0.5, 0.2]})
    s1, s2, s3, s4 = rows[C.STATEMENT_ID]
    assert [next_to_check(rows, after) for after in ("", s2, s4, s3, s1, "elsewhere")] == [s2, s4, s3, s1, s2, s2]
    half = rows.assign(**{C.CHECKED: [False, True, False, True]})
    assert [next_to_check(half, after) for after in ("", s2, s3, s1)] == [s3, s3, s1, s3]
    assert next_to_check(rows.assign(**{C.CHECKED: True})) == next_to_check(rows.head(0)) == ""
    assert next_to_check(rows.head(1), s1) == ""


def test_an_empty_table_answers_too() -> None:
    assert grid_response(EVENTS.iloc[:0], {"startRow": 0, "endRow": 100}) == {"rowData": [], "rowCount": 0}


def test_claims_with_their_sides_and_changes_of_position() -> None:
    threads = {thread.claim: thread for thread in claim_threads(EVENTS, unanswered(EVENTS))}
    drones = threads[example_dossier.DRONES]
    assert drones.total == len(EVENTS[EVENTS[C.CLAIM] == example_dossier.DRONES])
    assert drones.affirming[0] == "Jake Sullivan"
    assert "Dmitry Polyanskiy" in drones.refuting
    assert drones.rows[C.SAID_END].is_monotonic_increasing
    (change,), number = changes_of_position(EVENTS)
    assert number == 1
    assert (change.actor, change.earlier[C.STATEMENT_ID], change.later[C.STATEMENT_ID]) == ("Hossein Amir-Abdollahian", "s14", "s20")


def test_what_only_its_place_ties_to_a_claim_puts_nobody_on_a_side() -> None:
    loosely = EVENTS[C.ACTOR] == "Jake Sullivan"
    rows = EVENTS.assign(**{C.CLAIM_WHY: EVENTS[C.CLAIM_WHY].astype(str).mask(loosely, BY_PLACE)})
    drones = {thread.claim: thread for thread in claim_threads(rows, unanswered(rows))}[example_dossier.DRONES]
    assert set(drones.loose[C.ACTOR]) == {"Jake Sullivan"}
    assert "Jake Sullivan" not in {*drones.affirming, *drones.rows[C.ACTOR]}
    assert drones.total == len(drones.rows) + len(drones.loose)


def test_a_large_table_has_few_components_of_claims() -> None:
    rows = synthetic_events(20_000, 60, 300)
    changes, _ = changes_of_position(rows)
    panel = claims_panel(claim_threads(rows, unanswered(rows)), changes)
    assert sum(1 + sum(1 for _ in part._traverse()) for part in panel) < 1500  # the browser needs milliseconds for each


def test_an_answer_that_the_filter_hides_is_still_an_answer() -> None:
    allegations = filter_events(EVENTS, read_address("act=allege").wanted)
    whole = {row[C.STATEMENT_ID] for thread in claim_threads(EVENTS, unanswered(EVENTS)) for _, row in thread.open}
    filtered = {row[C.STATEMENT_ID] for thread in claim_threads(allegations, Desk(EXAMPLE).waiting(None)) for _, row in thread.open}
    assert filtered == whole


def test_the_reading_list_is_in_the_order_of_saying() -> None:
    listing = reading_list(EVENTS, (None, None))
    assert listing["total"] == len(EVENTS)
    words = "1–31 July 2022: Jake Sullivan, national security adviser (United States) alleges: Russia was about to receive combat drones"
    assert listing["items"][0]["text"] == f"{words} from Iran"
    assert {item["id"] for item in reading_list(EVENTS, (date(2022, 7, 1), date(2022, 8, 1)))["items"]} >= {"s08"}
    assert reading_list(EVENTS, (date(2023, 7, 1), date(2023, 8, 1))) == {"items": [], "first": 0, "total": 0}


def test_the_overview_counts_every_dated_statement_once() -> None:
    strip = overview(EVENTS, "2022-07-01", "2022-11-06")
    assert (strip["days"], len(strip["counts"]), sum(strip["counts"])) == (1, 129, len(EVENTS))
    assert (strip["counts"][30], strip["affirm"][30]) == (1, 1)  # in July, at the latest on the 31st
    assert sum(strip["refute"]) == (EVENTS[C.STANCE] == "refute").sum()
    long = overview(EVENTS, "2012-07-01", "2022-11-06")
    assert len(long["counts"]) <= 160
    assert sum(long["counts"]) == len(EVENTS)
    assert overview(EVENTS.iloc[:0], "", "")["counts"] == []


def test_counts_and_empty_words() -> None:
    assert counts_words(EVENTS) == "27 statements by 17 actors in 4 articles, 1 July – 6 November 2022"
    assert counts_words(EVENTS.iloc[:0]) == "0 statements by 0 actors in 0 articles"
    assert empty_words(read_address(""), 0) == "No statements yet. Add articles to begin."
    assert "22 October 2022" in empty_words(read_address("known=2022-10-22"), 9)
    assert "Undo" in empty_words(read_address("act=deny"), 9)


def test_the_caption_names_filter_sources_and_data() -> None:
    address = read_address("act=deny&from=2022-10-17")
    rows = filter_events(EVENTS, address.wanted)
    words = caption(rows, address)
    assert words.startswith("Shown: 7 statements, act: deny; from 2022-10-17. Sources: 3 articles from ")
    assert words.endswith(f"Data {data_hash(rows)}.")
    assert data_hash(rows) != data_hash(EVENTS)
    narrow = caption(rows, read_address("focus=Some+claim"), (date(2022, 10, 17), date(2022, 10, 23)))
    assert "In view: 17–23 October 2022. In colour: Some claim." in narrow
    assert file_stem("Drones & denials", address) == "drones-denials-act-deny-from-2022-10-17"
    assert file_stem("…", read_address("")) == "timeline"
    view = printed_view(rows, "Title", address, (), (None, None), SIZES["slide"])
    assert (view.printed, view.title, view.width, view.dark) == (True, "Title", 1600, False)


@pytest.mark.parametrize(
    ("start", "end", "long", "short"),
    [
        ("2022-10-24", "2022-10-24", "24 October 2022", "24 Oct 2022"),
        ("2022-10-17", "2022-10-23", "17–23 October 2022", "17–23 Oct 2022"),
        ("2022-10-17", "2022-11-02", "17 October – 2 November 2022", "17 Oct – 2 Nov 2022"),
        ("2021-12-30", "2022-01-02", "30 December 2021 – 2 January 2022", "30 Dec 2021 – 2 Jan 2022"),
        (None, "2022-10-25", "on or before 25 October 2022", "≤ 25 Oct 2022"),
        ("2022-10-25", None, "on or after 25 October 2022", "≥ 25 Oct 2022"),
        (None, None, "undated", "undated"),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, long: str, short: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert interval_words(first, last) == long
    assert short_interval(first, last) == short


@pytest.mark.parametrize(
    ("start", "end", "german", "iso", "short"),
    [
        ("2022-10-24", "2022-10-24", "24.10.2022", "2022-10-24", "2022-10-24"),
        ("2022-10-17", "2022-10-23", "17.–23.10.2022", "2022-10-17 – 2022-10-23", "2022-10-17 – 23"),
        ("2022-10-17", "2022-11-02", "17.10. – 2.11.2022", "2022-10-17 – 2022-11-02", "2022-10-17 – 11-02"),
        ("2021-12-30", "2022-01-02", "30.12.2021 – 2.1.2022", "2021-12-30 – 2022-01-02", "2021-12-30 – 2022-01-02"),
        (None, "2022-10-25", "on or before 25.10.2022", "on or before 2022-10-25", "≤ 2022-10-25"),
    ],
)
def test_intervals_in_figures(start: str | None, end: str | None, german: str, iso: str, short: str) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    assert interval_words(first, last, "german") == german
    assert interval_words(first, last, "iso") == iso
    assert short_interval(first, last, "iso") == short


def test_the_reading_list_goes_on_where_it_is_asked_to() -> None:
    events = synthetic_events(400, 20, 90)
    whole = reading_list(events, (None, None))
    assert (whole["first"], len(whole["items"]), whole["total"]) == (0, LIST_MOST, 400)
    later = reading_list(events, (None, None), begin=100)
    assert [item["id"] for item in later["items"][:50]] == [item["id"] for item in whole["items"][100:]]
    around = reading_list(events, (None, None), selected=later["items"][140]["id"])
    assert around["items"][LIST_MOST // 2]["id"] == later["items"][140]["id"]
    assert reading_list(events, (None, None), begin=1000)["first"] == 400 - LIST_MOST


def test_lists_and_cuts() -> None:
    assert shortened("a\u202etxt.exe", 20) == "atxt.exe"
    assert listed([]) == ""
    assert listed(["Iran", "Russia"]) == "Iran and Russia"
    assert listed(["a", "b", "c", "d", "e"], 3) == "a, b and 3 more"
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("x" * 50, 10) == "x" * 9 + "…"


def test_the_desk_filters_once_corrects_and_undoes() -> None:
    saved = []
    desk = Desk(EXAMPLE, save=saved.append)
    wanted = read_address("act=deny").wanted
    assert desk.rows(wanted) is desk.rows(wanted)
    form = ["Nasser Kanaani", "Iran", "2022-10-17", "2022-10-23", "deny", "refute", example_dossier.PROBE]
    assert desk.correct("s18", form) == 1
    assert "s18" in set(desk.rows(wanted)[C.STATEMENT_ID])
    assert desk.correct("s18", form) == 1  # nothing to set, nothing changes
    with pytest.raises(TableError, match="write it as"):
        desk.correct("s18", [*form[:2], "soon", *form[3:]])
    assert desk.undo() == 2
    assert "s18" not in set(desk.rows(wanted)[C.STATEMENT_ID])
    assert [len(dossier.corrections) for dossier in saved] == [1, 0]


def test_the_total_leaves_thoughts_out_unless_they_are_wanted() -> None:
    events = EVENTS.copy()
    events.loc[0, C.IS_STATEMENT] = False
    desk = Desk(Dossier("Test", events))
    assert desk.total(read_address("act=deny").wanted) == len(EVENTS) - 1
    assert desk.total(read_address("act=deny&thoughts=1").wanted) == len(EVENTS)


def test_another_article_of_the_same_name_does_not_take_its_place() -> None:
    first = example_dossier.ARTICLES[0]
    other, third = replace(first, text="Another text"), replace(first, text="A third text")
    names = [article.source_id for article in apart([first, other, third, other], {first.source_id: first})]
    assert names == [first.source_id, f"{first.source_id}-2", f"{first.source_id}-3", f"{first.source_id}-2"]
