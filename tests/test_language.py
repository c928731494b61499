"""Parsing paragraph by paragraph: offsets, cutting of long ones, lemmas, headlines in title case."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import Article
from timeline.language import LONGEST_PARAGRAPH, Parsed, cut, lemma, parse_articles, pipeline


def parse(text: str, title: str = "") -> Parsed:
    return next(iter(parse_articles([Article("a", text, title, date(2024, 5, 14))])))


def test_paragraphs_keep_their_place() -> None:
    text = "The pumps failed at noon.\n\n  The valley was under water by four.\n\n"
    parsed = parse(text)
    assert [text[p.start : p.end] for p in parsed.paragraphs] == ["The pumps failed at noon.", "The valley was under water by four."]
    for paragraph in parsed.paragraphs:
        assert paragraph.doc.text == text[paragraph.start : paragraph.end]
        for token in paragraph.doc:
            start, end = paragraph.span(token)
            assert text[start:end] == token.text


def test_paragraph_at_an_offset() -> None:
    text = "One pump failed.\n\nTwo pumps worked."
    parsed = parse(text)
    assert parsed.paragraph_at(0) is parsed.paragraphs[0]
    assert parsed.paragraph_at(text.index("\n")) is None
    assert parsed.paragraph_at(text.index("Two")) is parsed.paragraphs[1]
    assert parsed.paragraph_at(len(text)) is None
    assert parsed.paragraph_at(-1) is None


def test_articles_come_back_in_order() -> None:
    articles = [Article(str(n), f"Pump {n} failed.", "", date(2024, 5, 14)) for n in range(5)]
    assert [parsed.article.source_id for parsed in parse_articles(articles)] == ["0", "1", "2", "3", "4"]


def test_an_empty_article_has_no_paragraphs() -> None:
    assert parse("").paragraphs == ()
    assert list(parse_articles([])) == []


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "The pumps in the valley failed at noon. " * 300
    pieces = list(cut(text, (0, len(text.rstrip()))))
    assert len(pieces) > 1
    assert all(text[start:end].startswith("The") and text[start:end].endswith("noon.") for start, end in pieces)
    assert " ".join(text[start:end] for start, end in pieces) == text.rstrip()


@given(st.text(alphabet="ab. \nX", max_size=400), st.integers(min_value=4, max_value=40))
def test_pieces_are_short_and_lose_no_letter(text: str, longest: int) -> None:
    pieces = list(cut(text, (0, len(text)), longest))
    assert all(0 < end - start <= longest for start, end in pieces)
    assert "".join("".join(text[start:end] for start, end in pieces).split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(pieces))


def test_cutting_keeps_documents_parsable() -> None:
    parsed = parse("x" * (3 * LONGEST_PARAGRAPH))
    assert sum(len(p.doc.text) for p in parsed.paragraphs) == 3 * LONGEST_PARAGRAPH


@pytest.mark.parametrize(
    ("sentence", "word", "base"),
    [
        ("He said no.", "said", "say"),
        ("She denies it.", "denies", "deny"),
        ("They are hoping for rain.", "hoping", "hope"),
        ("They need rain.", "need", "need"),
        ("They want to pass the law.", "pass", "pass"),
        ("He must express regret.", "express", "express"),
        ("It is cold.", "is", "be"),
        ("They have gone.", "have", "have"),
        ("He lied to the court.", "lied", "lie"),
        ("The ministers met.", "ministers", "minister"),
    ],
)
def test_lemmas(sentence: str, word: str, base: str) -> None:
    assert lemma(next(token for token in pipeline()(sentence) if token.text == word)) == base


def test_a_title_case_headline_is_parsed_in_sentence_case() -> None:
    text = "Minister Slams Builder Over Broken Dam.\n\nThe minister was angry with the builder about the broken dam in Tartu."
    headline = parse(text, "Minister Slams Builder Over Broken Dam").paragraphs[0]
    assert headline.kind == "headline"
    assert headline.doc.text == "Minister Slams Builder Over Broken Dam."
    assert next(token for token in headline.doc if token.text == "Slams").pos_ == "VERB"


@pytest.mark.parametrize(
    ("sentence", "starts"),
    [
        ("Oslo denied it; Bonn, which had asked, accused Rome of lying.", ["Oslo", "Bonn"]),
        ("Funds wrote to him on Monday; one of them threatened to sue; he laughed.", ["Funds", "one", "he"]),
        ("“We deny it; we always have,” she said.", ["“"]),
        ('She said: "We deny it; we always have."', ["She"]),
        ("He said that it was late; that nobody came.", ["He"]),
        ("Those present were Ann Cole, a lawyer; Bo Lind, a judge.", ["Those"]),
    ],
)
def test_full_clauses_beside_a_semicolon_are_sentences(sentence: str, starts: list[str]) -> None:
    assert [sent[0].text for sent in pipeline()(sentence).sents] == starts
