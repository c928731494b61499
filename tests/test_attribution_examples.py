"""Speaker, cue and content of the marked sentences, with a floor for each phenomenon; nothing where nobody says anything."""

import re
from datetime import date

import pytest
from attribution_marked import examples

from timeline.articles import Article
from timeline.attribution import Attribution, find_attributions
from timeline.language import parse_articles

FLOORS = {
    "direct": 1.0,
    "broken": 1.0,
    "paragraphs": 1.0,
    "sentence border": 1.0,
    "inverted": 1.0,
    "indirect": 1.0,
    "questions": 0.8,
    "mixed": 1.0,
    "parenthetical": 1.0,
    "according to": 1.0,
    "infinitive": 1.0,
    "object infinitive": 1.0,
    "object": 1.0,
    "prepositions": 0.85,
    "passive": 1.0,
    "participles": 1.0,
    "several speakers": 1.0,
    "several cues": 1.0,
    "nested": 1.0,
    "nominal": 0.75,
    "adverbs": 1.0,
    "reported before": 1.0,
    "media": 1.0,
    "diplomacy": 0.6,
    "thoughts": 1.0,
    "unreal": 1.0,
    "headlines": 1.0,
    "transcripts": 1.0,
    "odd marks": 1.0,
    "relative": 0.7,
    "refusals": 1.0,
    "called for": 1.0,
    "dated": 1.0,
    "meanwhile": 1.0,
    "scolded": 1.0,
    "edges": 0.8,
    "questions asked": 1.0,
    "outer speaker": 1.0,
    "called names": 1.0,
    "answers": 1.0,
    "findings": 1.0,
    "hung lower": 1.0,
    "whose gerund": 1.0,
}
"""Of the relations of a phenomenon, how many must be found with the right speaker and as a statement or not."""


Example = tuple[str, str, list[dict[str, object]], list[Attribution]]


def words(text: str, spans: object) -> set[int]:
    return {m.start() for start, end in spans for m in re.compile(r"\w+").finditer(text, start, end)}  # type: ignore[attr-defined]


def likeness(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def right(text: str, gold: dict[str, object], found: Attribution) -> bool:
    content = likeness(words(text, gold["content"]), words(text, found.content_spans)) >= 0.5
    speakers = words(text, gold["speaker"]), words(text, found.speaker_spans)
    return content and (bool(speakers[0] & speakers[1]) or not any(speakers)) and gold["is_statement"] == found.is_statement


@pytest.fixture(scope="module")
def parsed() -> list[Example]:
    marked = examples()
    titles = [text if phenomenon == "headlines" else "" for phenomenon, text, _ in marked]
    articles = [Article(str(n), text, title, date(2024, 5, 14)) for n, ((_, text, _), title) in enumerate(zip(marked, titles, strict=True))]
    return [(*example, find_attributions(p)) for example, p in zip(marked, parse_articles(articles), strict=True)]


def test_there_are_enough_examples() -> None:
    marked = examples()
    assert len(marked) >= 250
    assert sum(not relations for _, _, relations in marked) >= 60
    assert {phenomenon for phenomenon, _, relations in marked if relations} == set(FLOORS)


@pytest.mark.parametrize("phenomenon", FLOORS)
def test_relations_of(parsed: list[Example], phenomenon: str) -> None:
    wanted = [(text, gold, found) for name, text, golds, found in parsed if name == phenomenon for gold in golds]
    missed = [(text, gold) for text, gold, found in wanted if not any(right(text, gold, one) for one in found)]
    assert 1 - len(missed) / len(wanted) >= FLOORS[phenomenon], missed


def test_most_contents_are_exact(parsed: list[Example]) -> None:
    wanted = [(text, gold, found) for _, text, golds, found in parsed for gold in golds]
    exact = sum(any(words(text, gold["content"]) == words(text, one.content_spans) for one in found) for text, gold, found in wanted)
    assert exact / len(wanted) >= 0.87


def test_nothing_is_found_where_nobody_says_anything(parsed: list[Example]) -> None:
    assert [(text, one.rule) for name, text, _, found in parsed if name == "nothing" for one in found if one.is_statement] == []


def test_spans_lie_in_the_text_and_cues_hold_their_heads(parsed: list[Example]) -> None:
    for _, text, _, found in parsed:
        for one in found:
            spans = (*one.speaker_spans, *one.cue_spans, *one.content_spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)
            assert any(start <= one.head < end for start, end in one.cue_spans)
            assert 0 < one.confidence < 1
