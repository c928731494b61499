"""Our marked articles from text to event table: floors for what is found and right, and what must never happen."""

from pathlib import Path

import pandas as pd
import pytest
from marked_articles import HARD, PLAIN, MarkedArticle, compare, figures, marked_articles, relations_told, same_name, untagged

from timeline.pipeline import parse

# Lowering one is a deliberate act.
FLOORS = {
    "recall": {HARD: 0.70, PLAIN: 0.90},
    "precision": {HARD: 0.83, PLAIN: 0.90},
    "actor": {HARD: 0.83, PLAIN: 0.88},
    "date": {HARD: 0.71, PLAIN: 0.83},
    "act": {HARD: 0.45, PLAIN: 0.42},
    "stance": {HARD: 0.60, PLAIN: 0.57},
    "claim_pairs": {HARD: 0.33, PLAIN: 0.43},
    "row_right": {HARD: 0.20, PLAIN: 0.28},
}
MOST_WRONG_DAYS = {HARD: 0.12, PLAIN: 0.07}
"""Of the days given, how many may differ from those labelled."""
OPPOSITES = {("deny", "confirm"), ("confirm", "deny")}


@pytest.fixture(scope="module", params=[HARD, PLAIN], ids=["hard", "plain"])
def folder(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def marked(folder: Path) -> list[MarkedArticle]:
    return marked_articles(folder)


@pytest.fixture(scope="module")
def events(marked: list[MarkedArticle]) -> pd.DataFrame:
    return parse([one.article for one in marked])


@pytest.fixture(scope="module")
def compared(marked: list[MarkedArticle], events: pd.DataFrame) -> pd.DataFrame:
    return compare(marked, events)


@pytest.mark.parametrize("what", FLOORS)
def test_quality(what: str, folder: Path, marked: list[MarkedArticle], events: pd.DataFrame, compared: pd.DataFrame) -> None:
    assert figures(compared, relations_told(marked, events))[what] >= FLOORS[what][folder]


def test_no_denial_is_shown_as_an_admission_or_the_reverse(compared: pd.DataFrame) -> None:
    shown = set(zip(compared["act"], compared["got_act"], strict=True))
    assert not shown & OPPOSITES, compared[
        [pair in OPPOSITES for pair in zip(compared["act"], compared["got_act"], strict=True)]
    ].to_string()


def test_few_days_are_wrong_rather_than_unknown(folder: Path, compared: pd.DataFrame) -> None:
    dated = compared[compared["found"] & (compared["got_basis"] != "publication")]
    wrong = dated[dated["days"] != dated["got_days"]]
    assert len(wrong) <= MOST_WRONG_DAYS[folder] * len(dated), wrong[["source", "content", "days", "got_days"]].to_string()


def test_a_denial_found_is_one(compared: pd.DataFrame) -> None:
    shown = compared[compared["got_act"] == "deny"]
    assert (shown["act"] == "deny").mean() >= 0.8


def test_the_mark_up_is_read() -> None:
    assert untagged("<s1>Ada</s1> <c1>said</c1> <t1>it <t2>rained</t2></t1>.") == (
        "Ada said it rained.",
        {("speaker_spans", 1): [(0, 3)], ("cue_spans", 1): [(4, 8)], ("content_spans", 2): [(12, 18)], ("content_spans", 1): [(9, 18)]},
    )
    with pytest.raises(ValueError, match="closes another"):
        untagged("<s1>Ada <c1>said</s1></c1>")
    assert same_name("Mayor Ada Hall", "Hall") and not same_name("Ada Hall", "Ada Brook")
