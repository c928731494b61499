"""The Claims view: each claim with its thread, who stands on which side, who has not answered, and who has changed position."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from timeline.columns import Columns as C
from timeline.threads import position_changes, unanswered

THREAD_MOST = 60  # statements of a claim that the view lists; the table has them all


@dataclass(frozen=True, slots=True)
class ClaimThread:
    """A claim; its rows in the order of saying (at most THREAD_MOST of `total`); the actors by stance; accused who have not answered."""

    claim: str
    rows: pd.DataFrame
    total: int
    affirming: tuple[str, ...]
    refuting: tuple[str, ...]
    neutral: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An actor who took one stance to a claim and later another: the two rows."""

    actor: str
    claim: str
    earlier: pd.Series
    later: pd.Series


def claim_threads(rows: pd.DataFrame, context: pd.DataFrame, most: int = 40) -> list[ClaimThread]:
    """The claims of the rows, most frequent first; rows without a claim are left out.

    Who has not answered is looked up in `context`, all that was known: an answer that the filter hides is still an answer.
    """
    named = rows[rows[C.CLAIM].astype(str) != ""]
    counts = named[C.CLAIM].value_counts()
    counts = counts[counts > 0].head(most)
    waiting = unanswered(context) if len(named) else None
    return [_thread(str(claim), named[named[C.CLAIM] == claim], waiting) for claim in counts.index]


def _thread(claim: str, rows: pd.DataFrame, waiting: pd.DataFrame | None) -> ClaimThread:
    ordered = rows.sort_values([C.SAID_END, C.SAID_START], kind="stable", na_position="last")
    silent: Sequence[str] = ()
    if waiting is not None and len(waiting):
        silent = [str(name) for name in waiting.loc[waiting["claim"].astype(str) == claim, "accused"].drop_duplicates()]
    return ClaimThread(
        claim,
        ordered.head(THREAD_MOST),
        len(ordered),
        _side(ordered, "affirm"),
        _side(ordered, "refute"),
        _side(ordered, "neutral"),
        tuple(silent),
    )


def _side(rows: pd.DataFrame, stance: str) -> tuple[str, ...]:
    """The actors with a stance, in the order in which they took it."""
    return tuple(str(name) for name in rows.loc[rows[C.STANCE] == stance, C.ACTOR].drop_duplicates())


def changes_of_position(rows: pd.DataFrame) -> list[Change]:
    """The changes of position among the rows."""
    found = position_changes(rows)
    by_id = rows.drop_duplicates(C.STATEMENT_ID).set_index(C.STATEMENT_ID, drop=False)
    changes = []
    for actor, claim, earlier, later in zip(found["actor"], found["claim"], found["earlier_id"], found["later_id"], strict=True):
        if earlier in by_id.index and later in by_id.index:
            changes.append(Change(str(actor), str(claim), by_id.loc[earlier], by_id.loc[later]))
    return changes
