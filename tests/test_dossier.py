"""The dossier: articles join, corrections stay, and can be undone."""

from collections.abc import Sequence
from dataclasses import replace

import example_dossier
import pandas as pd
import pytest

from timeline.articles import Article
from timeline.columns import Columns as C
from timeline.dossier import BY_HAND, Correction, Dossier, Renaming, apply_corrections, stack
from timeline.errors import TableError

EXAMPLE = example_dossier.dossier()


def parse(articles: Sequence[Article]) -> pd.DataFrame:
    """The example's rows of the articles at hand."""
    events = example_dossier.events()
    return events[events[C.SOURCE_ID].isin([article.source_id for article in articles])]


def row(dossier: Dossier, statement_id: str) -> pd.Series:
    return dossier.events[dossier.events[C.STATEMENT_ID] == statement_id].iloc[0]


def test_articles_join_and_are_parsed_together() -> None:
    first, second = example_dossier.ARTICLES[:2]
    one = Dossier("Test", parse([first]), {first.source_id: first})
    two = one.with_articles([second], parse)
    assert list(two.articles) == [first.source_id, second.source_id]
    assert len(two.events) == len(parse([first, second]))
    assert len(one.events) == len(parse([first]))  # a dossier is a value


def test_an_article_read_again_replaces_its_earlier_self_and_keeps_corrections() -> None:
    corrected = EXAMPLE.corrected(Correction("s18", C.ACT, "deny"))
    again = corrected.with_articles([replace(example_dossier.ARTICLES[2], title="New title")], parse)
    assert len(again.events) == len(EXAMPLE.events)
    assert row(again, "s18")[C.ACT] == "deny"


def test_rows_without_their_article_stay() -> None:
    table_only = Dossier("Table", parse(example_dossier.ARTICLES[:1]))
    both = table_only.with_articles(example_dossier.ARTICLES[1:2], parse)
    assert set(both.events[C.SOURCE_ID]) == {article.source_id for article in example_dossier.ARTICLES[:2]}


@pytest.mark.parametrize(
    ("column", "value", "also"),
    [
        (C.ACT, "deny", {C.ACT_RULE: BY_HAND, C.CONFIDENCE: 1.0}),
        (C.ACTOR, "Nasser Kan'ani", {C.CONFIDENCE: 1.0}),
        (C.CLAIM, "A claim of its own", {C.CLAIM_WHY: BY_HAND}),
        (C.STANCE, "neutral", {C.STANCE_WHY: BY_HAND}),
        (C.STANCE, "", {}),
        (C.SAID_START, "2022-10-20", {C.SAID_EDTF: "2022-10-20/2022-10-23", C.SAID_WHY: BY_HAND}),
        (C.SAID_START, "", {C.SAID_EDTF: "../2022-10-23"}),
        (C.IS_STATEMENT, "false", {}),
    ],
)
def test_a_correction_sets_its_value(column: str, value: str, also: dict[str, object]) -> None:
    corrected = row(EXAMPLE.corrected(Correction("s18", column, value)), "s18")
    shown = corrected[column]
    assert {"NaT": "", "False": "false"}.get(str(shown), str(shown).removesuffix(" 00:00:00")) == value
    for name, wanted in also.items():
        assert corrected[name] == wanted
    assert corrected[C.CONTENT] == row(EXAMPLE, "s18")[C.CONTENT]


def test_corrections_are_undone_one_by_one() -> None:
    twice = EXAMPLE.corrected(Correction("s18", C.ACT, "deny")).corrected(Correction("s18", C.STANCE, "neutral"))
    once = twice.undone()
    assert (row(once, "s18")[C.ACT], row(once, "s18")[C.STANCE]) == ("deny", "refute")
    pd.testing.assert_frame_equal(once.undone().events, EXAMPLE.events)
    assert EXAMPLE.undone().corrections == ()


def test_corrections_made_at_once_are_undone_at_once() -> None:
    one = EXAMPLE.corrected(Correction("s17", C.ACT, "offer"))
    three = one.corrected(Correction("s18", C.ACT, "deny"), Correction("s18", C.STANCE, "neutral", joined=True))
    assert three.undone().corrections == one.corrections
    assert three.undone().undone().corrections == ()


def test_what_is_found_right_is_checked_and_sure_until_that_is_taken_back() -> None:
    sure = EXAMPLE.corrected(Correction("s18", C.CHECKED, "true"))
    assert (row(sure, "s18")[C.CHECKED], row(sure, "s18")[C.CONFIDENCE]) == (True, 1.0)
    assert sure.events[C.CHECKED].sum() == 1
    again = sure.corrected(Correction("s18", C.CHECKED, "false"))
    assert (row(again, "s18")[C.CHECKED], row(again, "s18")[C.CONFIDENCE]) == (False, row(EXAMPLE, "s18")[C.CONFIDENCE])
    assert row(again.corrected(Correction("s18", C.ACT, "deny")), "s18")[C.CHECKED]  # a correction counts as looked at


def test_a_claim_gets_another_name_in_all_its_rows_and_its_old_one_back() -> None:
    named = EXAMPLE.renamed(example_dossier.TALKS, "  Kyiv missed\nthe talks ")
    before, after = EXAMPLE.events[C.CLAIM].astype(str), named.events[C.CLAIM].astype(str)
    assert list(after) == ["Kyiv missed the talks" if claim == example_dossier.TALKS else claim for claim in before]
    assert not named.events[C.CHECKED].any()  # nobody has looked at each of them
    pd.testing.assert_frame_equal(named.undone().events, EXAMPLE.events)
    assert EXAMPLE.renamed(example_dossier.TALKS, example_dossier.TALKS) is EXAMPLE


def test_the_name_of_another_claim_joins_the_two() -> None:
    joined = EXAMPLE.renamed(example_dossier.TALKS, example_dossier.PROBE).events
    count = EXAMPLE.events[C.CLAIM].value_counts()
    assert joined[C.CLAIM].value_counts()[example_dossier.PROBE] == count[example_dossier.PROBE] + count[example_dossier.TALKS]


def test_a_new_name_stays_with_its_statements_when_the_claim_is_found_under_other_words() -> None:
    named = EXAMPLE.renamed(example_dossier.TALKS, "Kyiv missed the talks")
    reworded = EXAMPLE.parsed.assign(
        **{C.CLAIM: EXAMPLE.parsed[C.CLAIM].cat.rename_categories({example_dossier.TALKS: "Expert talks were missed"})}
    )
    claims = replace(named, parsed=reworded).events[C.CLAIM].astype(str)
    assert "Expert talks were missed" not in set(claims)
    assert "Kyiv missed the talks" in set(claims)
    gone = EXAMPLE.parsed[EXAMPLE.parsed[C.CLAIM] != example_dossier.TALKS]
    assert apply_corrections(gone, [Renaming(example_dossier.TALKS, "x", ("nowhere",))]).equals(gone)


@pytest.mark.parametrize(
    ("claim", "name", "message"), [("", "x", "has the claim"), ("Not there", "x", "Not there"), ("any", " ", "a name")]
)
def test_impossible_names_say_what_is_wrong(claim: str, name: str, message: str) -> None:
    with pytest.raises(TableError, match=message):
        EXAMPLE.renamed(claim, name)


@pytest.mark.parametrize(
    ("correction", "message"),
    [
        (Correction("s18", C.ACT, "shout"), "'shout' is no act; choose one of allege"),
        (Correction("s18", C.CONTENT, "x"), "cannot be corrected"),
        (Correction("s18", C.SAID_END, "soon"), "'soon' is no day; write it as 2022-10-24"),
        (Correction("s18", C.SAID_END, "2022-10-01"), "must not be later"),
        (Correction("s18", C.ACTOR, "  "), "needs a name"),
        (Correction("nowhere", C.ACT, "deny"), "No statement has the id"),
        (Correction("s18", C.CHECKED, "yes"), "write true or false"),
    ],
)
def test_impossible_corrections_say_what_is_wrong(correction: Correction, message: str) -> None:
    with pytest.raises(TableError, match=message):
        EXAMPLE.corrected(correction)


def test_corrections_of_rows_that_are_gone_are_passed_over() -> None:
    events = EXAMPLE.events
    assert apply_corrections(events, [Correction("gone", C.ACT, "deny")]).equals(events)


def test_stacked_tables_keep_their_categories() -> None:
    events = EXAMPLE.events
    stacked = stack(events.iloc[:3], events.iloc[3:6])
    assert len(stacked) == 6
    assert isinstance(stacked[C.ACTOR].dtype, pd.CategoricalDtype)
    assert list(stacked[C.ACTOR]) == list(events[C.ACTOR][:6])
    assert stack(events.iloc[:0], events).equals(events)
