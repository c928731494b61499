"""Filters: what passes, what is counted beside each choice, and how a filter reads."""

from datetime import date

import example_dossier
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.columns import Columns as C
from timeline.filters import Filter, all_facet_counts, describe, facet_counts, filter_events, with_word_index, word_terms
from timeline.labels import ACTS

EVENTS = example_dossier.events()


def ids(wanted: Filter, events: pd.DataFrame = EVENTS) -> set[str]:
    return set(filter_events(events, wanted)[C.STATEMENT_ID])


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(chosen={C.ACT: ("confirm",)}), {"s20"}),
        (Filter(chosen={C.ACT: ("confirm", "offer")}), {"s15", "s20"}),
        (Filter(chosen={C.ACT: ("deny",), C.AFFILIATION: ("Iran",)}), {"s03", "s04", "s14", "s21"}),
        (Filter(chosen={C.ACT: ("deny",)}, excluded={C.AFFILIATION: ("Iran", "Russia")}), {"s25"}),
        (Filter(chosen={C.CLAIM: ("",)}), {"s12", "s13", "s21"}),
        (Filter(chosen={C.AFFILIATION: ("",)}), {"s19"}),
        (Filter(chosen={C.ACTOR: ("Nobody",)}), set()),
        # days: an exact one, an interval that reaches in, one with an open start by its last day, where its mark stands
        (Filter(until=date(2022, 7, 15)), {"s08"}),
        (Filter(since=date(2022, 11, 6)), {"s22", "s23", "s24", "s25"}),
        (Filter(since=date(2022, 10, 23), until=date(2022, 10, 23), chosen={C.AFFILIATION: ("Iran",)}), {"s18"}),
        (Filter(since=date(2022, 10, 23), until=date(2022, 10, 23)), {"s18"}),
        # words: all of them, in content, speaker, actor or claim; phrases, either, without
        (Filter(words="missiles"), {"s19", "s21"}),
        (Filter(words="MISSILES wrong"), {"s21"}),
        (Filter(words='"limited number"'), {"s20"}),
        (Filter(words="missiles OR inquiry"), {"s17", "s18", "s19", "s21"}),
        (Filter(words="inquiry -illegal"), {"s18"}),
        (Filter(words="kanaani"), {"s18"}),
        (Filter(words="(.*"), set()),
        # replay: only what had been published by then
        (Filter(known_on=date(2022, 10, 22), chosen={C.ACT: ("reject",)}), {"s06", "s11"}),
        (Filter(known_on=date(2022, 10, 19)), set()),
        (Filter(min_confidence=0.95), set()),
    ],
)
def test_rows_that_pass(wanted: Filter, expected: set[str]) -> None:
    assert ids(wanted) == expected


def test_thoughts_are_left_out_unless_wanted() -> None:
    events = EVENTS.copy()
    events.loc[0, C.IS_STATEMENT] = False
    assert "s01" not in ids(Filter(), events)
    assert "s01" in ids(Filter(thoughts=True), events)


def test_counts_leave_the_own_column_out() -> None:
    wanted = Filter(chosen={C.ACT: ("confirm",), C.AFFILIATION: ("Iran",)})
    acts = facet_counts(EVENTS, wanted, C.ACT)
    assert (acts["confirm"], acts["deny"], acts["demand"]) == (1, 4, 0)
    assert facet_counts(EVENTS, wanted, C.AFFILIATION)["Iran"] == 1
    assert list(acts) == sorted(acts, reverse=True)


def test_counts_of_many_columns_agree_with_single_ones() -> None:
    wanted = Filter(chosen={C.ACT: ("deny", "reject")}, words="drones")
    together = all_facet_counts(EVENTS, wanted, (C.ACT, C.ACTOR, C.CLAIM))
    for column, counts in together.items():
        pd.testing.assert_series_equal(counts, facet_counts(EVENTS, wanted, column))


def test_columns_of_plain_text_are_filtered_and_counted_too() -> None:
    plain = EVENTS.astype({C.ACT: "str", C.ACTOR: "str"})
    wanted = Filter(chosen={C.ACT: ("deny",)}, words="irwani")
    assert ids(wanted, plain) == ids(wanted)
    assert facet_counts(plain, Filter(), C.ACTOR)["White House"] == 1


@pytest.mark.parametrize("words", ["missiles", "MISSILES wrong", '"limited number"', "kanaani", "inquiry -illegal", "white OR kyiv"])
def test_the_word_index_finds_the_same(words: str) -> None:
    assert ids(Filter(words=words), with_word_index(EVENTS)) == ids(Filter(words=words))


def test_an_empty_table_gives_an_empty_result() -> None:
    empty = EVENTS.iloc[:0]
    assert filter_events(empty, Filter(chosen={C.ACT: ("deny",)}, words="x", since=date(2022, 1, 1))).empty
    assert facet_counts(empty, Filter(), C.ACT).sum() == 0


@given(st.lists(st.sampled_from(ACTS), max_size=4), st.lists(st.sampled_from(ACTS), max_size=4))
def test_chosen_and_excluded_follow_their_definition(chosen: list[str], excluded: list[str]) -> None:
    wanted = Filter(chosen={C.ACT: tuple(chosen)}, excluded={C.ACT: tuple(excluded)})
    acts = EVENTS[C.ACT].astype(str)
    expected = (acts.isin(chosen) if chosen else np.ones(len(acts), dtype=bool)) & ~acts.isin(excluded)
    assert list(filter_events(EVENTS, wanted).index) == list(EVENTS.index[expected])


@given(st.text(alphabet='ab "-OR\u202e\U0001f600', max_size=30))
def test_any_search_can_be_typed(words: str) -> None:
    for _, alternatives in word_terms(words):
        assert alternatives
        assert all(alternatives)
    filter_events(EVENTS, Filter(words=words))


def test_a_filter_in_words() -> None:
    wanted = Filter(
        chosen={C.ACT: ("deny", "reject")},
        excluded={C.AFFILIATION: ("Iran",)},
        since=date(2022, 10, 17),
        words="drone",
        known_on=date(2022, 11, 1),
    )
    assert describe(wanted) == "act: deny or reject; not affiliation: Iran; from 2022-10-17; as known on 2022-11-01; words: drone"
    assert describe(Filter()) == ""
