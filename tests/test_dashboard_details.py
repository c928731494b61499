"""Details: the passage with its marks, and what a statement answers."""

import example_dossier
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.columns import Columns as C
from timeline.dashboard.details import Piece, cut_pieces, find_details, passage_of

EXAMPLE = example_dossier.dossier()


def details(statement_id: str):
    found = find_details(EXAMPLE.events, EXAMPLE.articles, statement_id)
    assert found
    return found


@pytest.mark.parametrize(
    ("statement_id", "mark", "text"),
    [
        ("s18", "content", "the calls for an inquiry"),
        ("s18", "cue", "condemned"),
        ("s18", "speaker", "Nasser Kanaani"),
        ("s18", "date", "last week"),
        ("s19", "cue", "According to"),
        ("s23", "content", "We shoot down at least ten a day"),
    ],
)
def test_the_passage_is_marked(statement_id: str, mark: str, text: str) -> None:
    assert Piece(text, mark) in details(statement_id).passage


@pytest.mark.parametrize("statement_id", list(EXAMPLE.events[C.STATEMENT_ID]))
def test_before_passage_and_after_are_the_article(statement_id: str) -> None:
    found = details(statement_id)
    text = EXAMPLE.articles[str(found.row[C.SOURCE_ID])].text
    assert found.before + "".join(piece.text for piece in found.passage) + found.after == text


def test_a_date_in_another_paragraph_does_not_widen_the_passage() -> None:
    row = details("s04").row
    before, passage, _ = passage_of(row, EXAMPLE.articles[str(row[C.SOURCE_ID])].text)
    assert "closed session" in before
    assert not any(piece.mark == "date" for piece in passage)


def test_an_article_without_blank_lines_is_cut_at_its_line_breaks() -> None:
    row = details("s18").row.copy()
    text = "A line that says nothing of note.\n" * 60 + "Kanaani condemned the calls.\n" + "And more of the same.\n" * 60
    start = text.index("condemned")
    row[C.CONTENT_SPANS], row[C.CUE_SPANS], row[C.SPEAKER_SPANS], row[C.SAID_SPANS] = (
        [[start + 10, start + 19]],
        [[start, start + 9]],
        [],
        [],
    )
    before, passage, after = passage_of(row, text)
    assert "".join(piece.text for piece in passage) == "Kanaani condemned the calls."
    assert before + "Kanaani condemned the calls." + after == text


def test_what_it_answers_and_what_answers_it() -> None:
    assert [link.statement_id for link in details("s03").answers] == ["s01", "s02"]
    assert details("s03").answers[0].apart == "same day"
    assert {link.statement_id for link in details("s09").answered_by} == {"s11", "s17", "s18"}
    assert {link.apart for link in details("s09").answered_by} == {"same day", "3 days later", ""}  # an interval has no exact distance


def test_the_panel_of_an_unknown_statement_is_empty() -> None:
    assert find_details(EXAMPLE.events, EXAMPLE.articles, "nowhere") is None


def test_without_the_article_the_content_is_shown() -> None:
    found = find_details(EXAMPLE.events, {}, "s18")
    assert found
    assert found.passage == (Piece("the calls for an inquiry", "content"),)


def test_spans_outside_the_text_do_no_harm() -> None:
    row = details("s18").row.copy()
    row[C.CONTENT_SPANS], row[C.CUE_SPANS], row[C.SPEAKER_SPANS], row[C.SAID_SPANS] = [[5, 900_000]], [], [[-3, 2]], []
    assert passage_of(row, "short")[1] == (Piece("the calls for an inquiry", "content"),)


spans = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=4)


@given(st.text(min_size=1, max_size=50), spans, spans)
def test_pieces_joined_are_the_text(text: str, contents: list[tuple[int, int]], cues: list[tuple[int, int]]) -> None:
    pieces = cut_pieces(text, 0, len(text), [("content", contents), ("cue", cues)])
    assert "".join(piece.text for piece in pieces) == text
