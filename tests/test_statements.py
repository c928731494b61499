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


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # A headline that is one infinitive, with a month that has to be placed
        ("Mayor, Governor To Campaign for the Bridge in September", "OSLO — The mayor and the governor met on Monday."),
        # A length of time that runs into the cue
        ("Harbour row", "The 12-year-old said she left. A two-week saying war followed, and hours after saying so he left."),
    ],
)
def test_odd_sentences_are_read(title: str, text: str) -> None:
    article = Article("odd", f"{title}.\n\n{text}", title, date(2024, 5, 14))
    assert all(statement.attribution for parsed in parse_articles([article]) for statement in find_statements(parsed))
