"""What the sample dossier must tell at a glance: accusations, denials, the call for a probe, and the minister who changed his position."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from timeline.articles import read_sources
from timeline.columns import Columns as C
from timeline.pipeline import parse
from timeline.threads import position_changes

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="module")
def events() -> pd.DataFrame:
    return parse(article for article in read_sources([str(DATA)]))


def holding(events: pd.DataFrame, words: str, **wanted: str) -> pd.DataFrame:
    """Rows whose content holds the words, narrowed by columns."""
    rows = events[events[C.CONTENT].str.contains(words, case=False) & events[C.IS_STATEMENT]]
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    return rows


@pytest.fixture(scope="module")
def drones(events: pd.DataFrame) -> str:
    """The claim that most accusations make."""
    return str(events.loc[events[C.ACT] == "allege", C.CLAIM].astype(str).replace("", pd.NA).dropna().mode()[0])


def test_the_claim_is_named_after_the_accusation(drones: str) -> None:
    assert "Iran" in drones
    assert "drones" in drones or "Russia" in drones


def test_denials_of_the_drones_share_the_claim(events: pd.DataFrame, drones: str) -> None:
    denials = events[(events[C.ACT] == "deny") & (events[C.AFFILIATION] == "Iran")]
    assert (denials[C.CLAIM] == drones).mean() >= 0.6


def test_missiles_are_another_matter(events: pd.DataFrame, drones: str) -> None:
    missiles = holding(events, "the part about missiles")
    assert len(missiles)
    assert not (missiles[C.CLAIM] == drones).any()


def test_the_call_for_a_probe_is_a_claim_of_its_own(events: pd.DataFrame, drones: str) -> None:
    probe = holding(events, r"impartial (?:UN )?investigation|impartial inquiry")
    assert len(probe) >= 2
    assert not (probe[C.CLAIM] == drones).any()


def test_each_denial_answers_what_another_side_said_before(events: pd.DataFrame, drones: str) -> None:
    by_id = events.set_index(C.STATEMENT_ID)
    denials = events[(events[C.ACT] == "deny") & (events[C.CLAIM] == drones) & (events[C.AFFILIATION] == "Iran")]
    assert len(denials) >= 4
    for _, denial in denials.iterrows():
        assert denial[C.IN_REPLY_TO], denial[C.CONTENT]
        for answered in denial[C.IN_REPLY_TO]:
            other = by_id.loc[answered]
            assert other[C.AFFILIATION] != "Iran"
            assert other[C.SAID_END] <= denial[C.SAID_END]


def test_the_minister_changed_his_position(events: pd.DataFrame, drones: str) -> None:
    changes = position_changes(events)
    minister = changes[changes["actor"].str.contains("abdollahian", case=False) & (changes["claim"] == drones)]
    assert len(minister) == 1
    change = minister.iloc[0]
    assert (change["earlier"], change["later"]) == ("refute", "affirm")
    by_id = events.set_index(C.STATEMENT_ID)
    assert by_id.loc[change["later_id"], C.SAID_END].date() == date(2022, 11, 5)
    assert by_id.loc[change["earlier_id"], C.SAID_END].date() < date(2022, 11, 1)


def test_nobody_else_is_shown_to_have_changed(events: pd.DataFrame) -> None:
    changes = position_changes(events)
    others = changes[~changes["actor"].str.contains("abdollahian", case=False)]
    assert set(others["actor"]) <= {"Iran"}
