"""Event table → actors who took one stance to a claim and later another."""

import pandas as pd

from timeline.columns import Columns

COLUMNS = ("actor", "claim", "earlier_id", "later_id", "earlier", "later", "certain")


def position_changes(events: pd.DataFrame) -> pd.DataFrame:
    """Actors who took one stance to a claim and later another: columns actor, claim, earlier_id, later_id, earlier, later, certain.

    Only affirming and refuting count, and only where the later statement's last possible day is the later one. Each change is given
    once, from the last statement of the old stance to the first of the new one; `earlier` and `later` are the stances. `certain` is
    false where the days on which the two can have been said overlap, so that their order is only likely.
    """
    rows = events[
        events[Columns.IS_STATEMENT]
        & events[Columns.STANCE].isin(("affirm", "refute"))
        & (events[Columns.CLAIM].astype(str) != "")
        & (events[Columns.ACTOR].astype(str) != "")
    ]
    table = pd.DataFrame(
        {
            "actor": rows[Columns.ACTOR].astype(str),
            "claim": rows[Columns.CLAIM].astype(str),
            "later_id": rows[Columns.STATEMENT_ID].astype(str),
            "later": rows[Columns.STANCE].astype(str),
            "start": rows[Columns.SAID_START],
            "day": rows[Columns.SAID_END],
        }
    ).sort_values("day", kind="stable")
    before = table.groupby(["actor", "claim"], sort=False)[["later_id", "later", "day"]].shift()
    table = table.assign(earlier_id=before["later_id"], earlier=before["later"], earlier_day=before["day"])
    table["certain"] = (table["earlier_day"] < table["start"]).astype(bool)
    changed = table["earlier"].notna() & (table["earlier"] != table["later"]) & (table["earlier_day"] < table["day"])
    return table.loc[changed, list(COLUMNS)].reset_index(drop=True)
