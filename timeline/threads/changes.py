"""Event table → actors who took one stance to a claim and later another."""

import pandas as pd

from timeline.columns import Columns
from timeline.labels import BY_PLACE

COLUMNS = ("actor", "claim", "earlier_id", "later_id", "earlier", "later", "certain")


def position_changes(events: pd.DataFrame) -> pd.DataFrame:
    """Actors who took one stance to a claim and later another: columns actor, claim, earlier_id, later_id, earlier, later, certain.

    Only affirming and refuting count, not what only its place in the text ties to the claim, and only where the later statement's
    last possible day is the later one. Each change is given
    once, from the last statement of the old stance (one whose day is known, if there is one) to the first of the new one; `earlier` and
    `later` are the stances. `certain` is false where the days on which the two can have been said overlap, so that their order is only
    likely.
    """
    rows = events[
        events[Columns.IS_STATEMENT]
        & events[Columns.STANCE].isin(("affirm", "refute"))
        & (events[Columns.CLAIM].astype(str) != "")
        & (events[Columns.CLAIM_WHY] != BY_PLACE)
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
    ).sort_values(["actor", "claim", "day"], kind="stable")
    actor_and_claim = ["actor", "claim"]
    first = table["later"] != table.groupby(actor_and_claim, sort=False)["later"].shift()  # of a run of one stance
    table = table.assign(run=first.cumsum(), exact=table["start"] == table["day"])
    last = table.sort_values(["exact", "day"], kind="stable").drop_duplicates("run", keep="last").set_index("run")
    runs = table[first].sort_values("day", kind="stable")
    earlier = last.reindex(table[first].groupby(actor_and_claim, sort=False)["run"].shift().reindex(runs.index))
    runs = runs.assign(
        earlier_id=earlier["later_id"].to_numpy(), earlier=earlier["later"].to_numpy(), earlier_day=earlier["day"].to_numpy()
    )
    runs["certain"] = (runs["earlier_day"] < runs["start"]).astype(bool)
    changed = runs["earlier"].notna() & (runs["earlier_day"] < runs["day"])
    return runs.loc[changed, list(COLUMNS)].reset_index(drop=True)
