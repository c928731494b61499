"""The event table: types, checks, and that what is saved comes back the same."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.columns import ALL, CATEGORIES, DAYS, LISTS
from timeline.columns import Columns as C
from timeline.errors import TableError
from timeline.events import FORMATS, empty_events, load_events, save_events, to_json_lines, typed

ROW = {
    C.STATEMENT_ID: "3f2a",
    C.ACTOR: "Anna Orlova",
    C.ACTOR_KIND: "person",
    C.AFFILIATION: "Norland",
    C.SAID_START: "2022-10-17",
    C.SAID_END: "2022-10-23",
    C.SAID_BASIS: "relative",
    C.ACT: "deny",
    C.STANCE: "refute",
    C.CLAIM: "Norland jammed the radar",
    C.CONTENT: "“We jammed nothing,”",
    C.CONTENT_SPANS: [[10, 30], [40, 44]],
    C.IN_REPLY_TO: ["77aa", "77aa.2"],
    C.CONFIDENCE: 0.75,
    C.QUOTATION: "direct",
}


def table(*rows: dict[str, object]) -> pd.DataFrame:
    return typed(pd.DataFrame(list(rows)))


def test_an_empty_table_has_all_columns_and_types() -> None:
    events = empty_events()
    assert tuple(events.columns) == ALL
    assert all(str(events[name].dtype) == "datetime64[s]" for name in DAYS)
    assert all(isinstance(events[name].dtype, pd.CategoricalDtype) for name in CATEGORIES)


def test_missing_columns_get_their_empty_value() -> None:
    events = table({C.ACTOR: "Anna Orlova", C.CONTENT: "no", C.SAID_END: "2022-10-25"})
    row = events.iloc[0]
    assert row[C.ACT] == "state"
    assert row[C.SAID_BASIS] == "publication"
    assert pd.isna(row[C.SAID_START])
    assert row[C.IS_STATEMENT]
    assert row[C.IN_REPLY_TO] == []


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_saved_comes_back(ending: str, tmp_path: Path) -> None:
    events = table(
        ROW, ROW | {C.STATEMENT_ID: "3f2b", C.SAID_START: None, C.CLAIM: "", C.STANCE: "", C.IS_STATEMENT: False, C.IN_REPLY_TO: []}
    )
    save_events(events, tmp_path / f"events{ending}")
    back = load_events(tmp_path / f"events{ending}")
    for name in ALL:
        assert (
            back[name].astype(object).where(back[name].notna(), None).tolist()
            == events[name].astype(object).where(events[name].notna(), None).tolist()
        ), name


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_table_comes_back(ending: str, tmp_path: Path) -> None:
    save_events(empty_events(), tmp_path / f"none{ending}")
    assert load_events(tmp_path / f"none{ending}").empty


@pytest.mark.parametrize("cell", ["=1+1", "+49 30 1234", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "'quoted'", "", "\x07bell"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_runs_as_a_formula(ending: str, cell: str, tmp_path: Path) -> None:
    events = table(ROW | {C.CONTENT: cell, C.ACTOR: cell})
    path = tmp_path / f"events{ending}"
    save_events(events, path)
    raw = pd.read_csv(path, dtype=str, keep_default_na=False) if ending == ".csv" else pd.read_excel(path, dtype=str, keep_default_na=False)
    assert not raw[C.CONTENT][0].startswith(("=", "+", "-", "@"))
    assert load_events(path)[C.CONTENT][0] == cell.replace("\x07", "")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=4))
def test_json_lines_hold_any_text(content: str, spans: list[tuple[int, int]]) -> None:
    events = table(ROW | {C.CONTENT: content, C.CONTENT_SPANS: [list(span) for span in spans]})
    lines = to_json_lines(events).split("\n")
    assert lines[1:] == [""]
    row = json.loads(lines[0])
    assert row[C.CONTENT] == content
    assert row[C.CONTENT_SPANS] == [list(span) for span in spans]
    assert row[C.SAID_START] == "2022-10-17"
    assert row[C.ABOUT_START] is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({C.SAID_END: "2022-02-30"}, "not a day"),
        ({C.SAID_START: "2022-11-01", C.SAID_END: "2022-10-01"}, "ends before it starts"),
        ({C.ACT: "shout"}, "shout"),
        ({C.STANCE: "maybe"}, "maybe"),
        ({C.CONTENT_SPANS: "[[1,"}, "not a list"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(TableError, match=sentence) as error:
        table(ROW | change)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_event_table(tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("fruit,price\napple,1\n", encoding="utf-8")
    (tmp_path / "junk.parquet").write_bytes(b"\x00\x01")
    with pytest.raises(TableError, match="lacks actor, content, said_end"):
        load_events(tmp_path / "prices.csv")
    with pytest.raises(TableError, match="can't be read"):
        load_events(tmp_path / "junk.parquet")
    with pytest.raises(TableError, match="isn't there"):
        load_events(tmp_path / "missing.csv")
    with pytest.raises(TableError, match="another ending"):
        save_events(empty_events(), tmp_path / "events.txt")
    with pytest.raises(TableError, match=r"can't be written \(no such folder\)"):
        save_events(empty_events(), tmp_path / "no" / "events.csv")


def test_lists_are_lists_however_they_come() -> None:
    events = table(ROW | {C.CONTENT_SPANS: "[[1, 2]]", C.IN_REPLY_TO: '["a"]'})
    assert [events[name][0] for name in LISTS if name in (C.CONTENT_SPANS, C.IN_REPLY_TO)] == [[[1, 2]], ["a"]]
