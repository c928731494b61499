"""Our articles with the actor of each statement, from text to event table: floors, and that a wrong name is rarer than none."""

import pandas as pd
import pytest
from speaker_articles import compare_speakers, figures, read_speakers, speaker_articles

from timeline.pipeline import parse

# Lowering one is a deliberate act.
FLOORS = {"actor": 0.97, "affiliation": 0.90}


@pytest.fixture(scope="module")
def compared() -> pd.DataFrame:
    noted = speaker_articles()
    return compare_speakers(noted, parse([one.article for one in noted]))


@pytest.mark.parametrize("what", FLOORS)
def test_quality(what: str, compared: pd.DataFrame) -> None:
    assert figures(compared)[what] >= FLOORS[what], compared[compared["found"] & ~compared["actor_right"]].to_string()


def test_statements_are_rarely_put_into_somebody_elses_mouth(compared: pd.DataFrame) -> None:
    wrong = compared[compared["found"] & ~compared["actor_right"]]
    names = set(compared["wanted"])
    assert wrong["got"].isin(names).sum() <= 0.03 * len(compared), wrong.to_string()


def test_a_brace_left_over_is_an_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "one.txt"
    path.write_text("title: T\ndate: 2024-01-02\npublisher: P\n\nAda Hall said{Ada Hall|-} no. {}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="brace"):
        read_speakers(path)
