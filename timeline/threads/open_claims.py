"""Event table → accusations that nobody has answered yet."""

import pandas as pd

from timeline.columns import Columns
from timeline.threads.accused import known_names, sides, sides_named
from timeline.threads.answers import answers_somebody, usable

COLUMNS = ("statement_id", "claim", "accuser", "accused", "said_end", "as_of")


def unanswered(events: pd.DataFrame) -> pd.DataFrame:
    """Accusations whose accused actor has no recorded answer: columns statement_id, claim, accuser, accused, said_end, as_of.

    The accused is the first side that the accusation names other than the accuser's own, else the one that the claim's label names.
    An answer is a denial, rejection, admission or refusal of that side on the same claim, or any statement that refutes it, from
    the accusation's day on. `as_of` is the latest day of publication in the table: "no recorded response as of 25 October".
    """
    side = sides(events)
    claim = events[Columns.CLAIM].astype(str)
    accusing = events[usable(events) & (events[Columns.ACT] == "allege") & (events[Columns.STANCE] != "refute")]
    names = known_names(events)
    own = side[accusing.index]
    in_content = sides_named(accusing[Columns.CONTENT].astype(str), names)
    in_label = sides_named(claim[accusing.index], names)
    accused = [
        next((name for name in (*content, *label) if name != mine), "")
        for content, label, mine in zip(in_content, in_label, own, strict=True)
    ]
    accusations = pd.DataFrame(
        {
            "statement_id": accusing[Columns.STATEMENT_ID].astype(str),
            "claim": claim[accusing.index],
            "accuser": accusing[Columns.ACTOR].astype(str),
            "accused": pd.Series(accused, index=accusing.index, dtype=str),
            "said_end": accusing[Columns.SAID_END],
            "as_of": events[Columns.REPORTED].max(),
        }
    )
    accusations = accusations[accusations["accused"] != ""]
    answering = answers_somebody(events)
    last = (
        pd.DataFrame({"claim": claim, "accused": side, "answered": events[Columns.SAID_END]})[answering]
        .groupby(["claim", "accused"], as_index=False)["answered"]
        .max()
    )
    merged = accusations.merge(last, on=["claim", "accused"], how="left")
    open_ones = merged[~(merged["answered"] >= merged["said_end"])]
    return open_ones[list(COLUMNS)].reset_index(drop=True)
