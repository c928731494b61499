"""All that the stages find about one article, side by side."""

from datetime import date

import pytest

from timeline.articles import Article
from timeline.language import parse_articles
from timeline.statements import Statement, find_statements


def statements(text: str) -> list[Statement]:
    return find_statements(next(parse_articles([Article("a", text, "", date(2022, 10, 25))])))


@pytest.mark.parametrize(
    ("text", "is_statement"),
    [
        ("The ministry did not respond to a request for comment.", True),
        ("The company did not immediately respond to a request for comment.", True),
        ("The mayor declined to comment.", True),
        ("The mayor did not say that the bridge was safe.", False),
    ],
)
def test_silence_on_request_is_a_statement(text: str, is_statement: bool) -> None:
    assert [found.attribution.is_statement for found in statements(text)][:1] == [is_statement]


def test_ids_depend_on_text_and_spans_alone() -> None:
    text = "Orlova denied the theft on Monday. She called the report a lie."
    first, second = statements(text), statements(text)
    assert [s.statement_id for s in first] == [s.statement_id for s in second]
    assert len({s.statement_id for s in first}) == len(first) >= 2
    assert {s.statement_id for s in statements(text + " ")}.isdisjoint(s.statement_id for s in first)


def test_nothing_said_gives_nothing() -> None:
    assert statements("The bridge is old. It spans the river.") == []
