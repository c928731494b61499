"""The Claims view: each claim with its thread, who stands on which side, who has not answered, and who has changed position."""

from dataclasses import dataclass

import pandas as pd

from timeline.columns import Columns as C
from timeline.labels import BY_PLACE
from timeline.threads import position_changes

THREAD_MOST = 40  # statements of a claim that the view lists; the table has them all
CLAIMS_MOST = 20
CHANGES_MOST = 20


@dataclass(frozen=True, slots=True)
class ClaimThread:
    """A claim; its rows in the order of saying (at most THREAD_MOST); the actors by stance; how many statements there are in `total`.

    `loose`: the rows that only their place in the text ties to the claim; they put nobody on a side.
    `open`: accusations without a recorded answer, as (who is accused, the row), and `as_of`, the day until which one was looked for.
    """

    claim: str
    rows: pd.DataFrame
    loose: pd.DataFrame
    total: int
    affirming: tuple[str, ...]
    refuting: tuple[str, ...]
    neutral: tuple[str, ...]
    open: tuple[tuple[str, pd.Series], ...] = ()
    as_of: pd.Timestamp | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An actor who took one stance to a claim and later another: the two rows."""

    actor: str
    claim: str
    earlier: pd.Series
    later: pd.Series


def claim_threads(rows: pd.DataFrame, waiting: pd.DataFrame, most: int = CLAIMS_MOST) -> list[ClaimThread]:
    """The claims of the rows, most frequent first; rows without a claim are left out.

    `waiting` is what `unanswered` gives for all that was known, not for these rows: an answer that the filter hides is still an answer.
    """
    named = rows[rows[C.CLAIM].astype(str) != ""]
    counts = named[C.CLAIM].value_counts()
    counts = counts[counts > 0].head(most)
    return [_thread(str(claim), named[named[C.CLAIM] == claim], waiting) for claim in counts.index]


def _thread(claim: str, rows: pd.DataFrame, waiting: pd.DataFrame) -> ClaimThread:
    ordered = rows.sort_values([C.SAID_END, C.SAID_START], kind="stable", na_position="last")
    still: list[tuple[str, pd.Series]] = []
    as_of = None
    if len(waiting):
        mine = waiting[waiting["claim"].astype(str) == claim]
        accused = dict(zip(mine["statement_id"], mine["accused"].astype(str), strict=True))
        still = [(accused[row[C.STATEMENT_ID]], row) for _, row in ordered[ordered[C.STATEMENT_ID].isin(accused)].iterrows()]
        as_of = mine["as_of"].max() if len(mine) else None
    loose = ordered[C.CLAIM_WHY] == BY_PLACE
    tied = ordered[~loose]
    affirming, refuting, neutral = (_side(tied, stance) for stance in ("affirm", "refute", "neutral"))
    lists = tied.head(THREAD_MOST), ordered[loose].head(THREAD_MOST)
    return ClaimThread(claim, *lists, len(ordered), affirming, refuting, neutral, tuple(still[:THREAD_MOST]), as_of)


def _side(rows: pd.DataFrame, stance: str) -> tuple[str, ...]:
    """The actors with a stance, in the order in which they took it."""
    return tuple(str(name) for name in rows.loc[rows[C.STANCE] == stance, C.ACTOR].drop_duplicates() if str(name))


def changes_of_position(rows: pd.DataFrame, most: int = CHANGES_MOST) -> tuple[list[Change], int]:
    """The changes of position among the rows, at most so many, those on the most frequent claims first; and how many there are."""
    found = position_changes(rows)
    frequent = rows[C.CLAIM].value_counts()
    order = found["claim"].map({str(claim): -int(number) for claim, number in frequent.items()}).sort_values(kind="stable").index
    shown = found.loc[order[:most]]
    wanted = rows[rows[C.STATEMENT_ID].isin([*shown["earlier_id"], *shown["later_id"]])]
    by_id = {str(row[C.STATEMENT_ID]): row for _, row in wanted.iterrows()}
    pairs = zip(shown["actor"], shown["claim"], shown["earlier_id"], shown["later_id"], strict=True)
    return [Change(str(actor), str(claim), by_id[earlier], by_id[later]) for actor, claim, earlier, later in pairs], len(found)


def number_of_claims(rows: pd.DataFrame) -> int:
    """How many claims the rows have."""
    return sum(1 for claim in rows[C.CLAIM].unique() if str(claim))
