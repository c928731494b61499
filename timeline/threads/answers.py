"""Event table → which statement answers which, and how long the answer took."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import Columns
from timeline.threads.accused import known_names, sides, sides_named

ANSWERING = ("deny", "reject", "confirm", "decline")
_OPEN = np.iinfo(np.int64).min

Ints = npt.NDArray[np.int64]


def _answers(events: pd.DataFrame) -> pd.Series:
    """Rows that answer somebody: denials, rejections, admissions, refusals, counter-accusations; whatever refutes a claim."""
    return events[Columns.ACT].isin(ANSWERING) | (events[Columns.DENIAL] == "counter-accusation") | (events[Columns.STANCE] == "refute")


def _raises(events: pd.DataFrame) -> pd.Series:
    """Rows that can be answered: they take the claim's side, or ask or offer something about it."""
    return ~events[Columns.ACT].isin(("deny", "decline", "confirm")) & events[Columns.STANCE].isin(("affirm", "neutral"))


def _days(values: pd.Series) -> Ints:
    """Days as numbers; the smallest number for none."""
    days = values.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), _OPEN, days.astype(np.int64))


def pairs(events: pd.DataFrame) -> pd.DataFrame:
    """Which row (position `answer`) answers which (position `answered`).

    An answer is linked to the latest statement of another side on the same claim that was said before it or on the same day;
    of the same day in the same article the order of the text decides, the next one before it else the first one after it. Where
    the answer names those it answers ("the allegations of the three European countries"), their latest statements are linked.
    """
    table = pd.DataFrame(
        {
            "claim": pd.factorize(events[Columns.CLAIM].astype(str))[0],
            "side": pd.factorize(sides(events))[0],
            "actor": pd.factorize(events[Columns.ACTOR].astype(str))[0],
            "day": _days(events[Columns.SAID_END]),
            "source": pd.factorize(events[Columns.SOURCE_ID].astype(str))[0],
            "at": np.arange(len(events)),
        }
    )
    usable = (events[Columns.CLAIM].astype(str) != "").to_numpy() & events[Columns.IS_STATEMENT].to_numpy()
    asked = table[usable & _raises(events).to_numpy()]
    answers = table[usable & _answers(events).to_numpy()]
    found = [_latest(answers, asked), _named(events, answers, asked)]
    linked = pd.concat(found, ignore_index=True).drop_duplicates(["answer", "answered"])
    # An explicit mention wins over the guess that the last word spoken is the one answered.
    named = linked.groupby("answer")["explicit"].transform("max").to_numpy(dtype=bool)
    linked = linked[~named | linked["explicit"].to_numpy(dtype=bool)]
    ordered: pd.DataFrame = linked.sort_values(["answer", "answered"], ignore_index=True)
    return ordered


def _latest(answers: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """Each answer with the last statement of another side on its claim before it, or else the first one after it that day."""
    empty = pd.DataFrame({"answer": [], "answered": [], "explicit": []}).astype({"answer": int, "answered": int, "explicit": bool})
    if answers.empty or asked.empty:
        return empty
    asked = asked.sort_values(["claim", "day", "at"], ignore_index=True)
    claim, day, at, side = (asked[name].to_numpy() for name in ("claim", "day", "at", "side"))
    # For each place the last earlier place of the same claim that another side holds.
    new_run = np.r_[True, (claim[1:] != claim[:-1]) | (side[1:] != side[:-1])]
    run_start = np.maximum.accumulate(np.where(new_run, np.arange(len(asked)), 0))
    other_before = np.where((run_start > 0) & (claim[run_start - 1] == claim), run_start - 1, -1)
    keys = pd.MultiIndex.from_arrays([claim, day, at])
    wanted = pd.MultiIndex.from_arrays([answers["claim"], answers["day"], answers["at"]])
    order = keys.append(wanted)
    rank = _ranks(order)
    place = np.searchsorted(rank[: len(keys)], rank[len(keys) :]) - 1
    own_claim, own_side, own_day = (answers[name].to_numpy() for name in ("claim", "side", "day"))
    before = np.where((place >= 0) & (claim[place] == own_claim), place, -1)
    before = np.where((before >= 0) & (side[before] == own_side), other_before[before], before)
    after = np.clip(place + 1, 0, len(asked) - 1)
    same_day = (claim[after] == own_claim) & (day[after] == own_day) & (side[after] != own_side)
    same_day &= asked["source"].to_numpy()[after] == answers["source"].to_numpy()
    # A headline's order: "X denies … Y had said the same day": what follows on the same day beats what stood there on earlier days.
    chosen = np.where((before < 0) & same_day, after, before)
    kept = chosen >= 0
    return pd.DataFrame({"answer": answers["at"].to_numpy()[kept], "answered": at[chosen[kept]], "explicit": False})


def _ranks(index: pd.MultiIndex) -> Ints:
    """The rank of each key among all, equal keys by their order."""
    order = np.lexsort([index.get_level_values(level).to_numpy() for level in (2, 1, 0)])
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _named(events: pd.DataFrame, answers: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """Each answer with the latest earlier statement of every side that its content names."""
    texts = events[Columns.CONTENT].astype(str).to_numpy()[answers["at"].to_numpy()]
    of_side = dict(zip(sides(events), pd.factorize(sides(events))[0], strict=True))
    mentioned = sides_named(texts, known_names(events)) if len(answers) else []
    known = pd.Series([[of_side[side] for side in found if side in of_side] for found in mentioned], index=answers.index, dtype=object)
    rows = answers.assign(named=known).explode("named").dropna()
    rows = rows[rows["named"] != rows["side"]].astype({"named": np.int64})
    if rows.empty or asked.empty:
        return pd.DataFrame({"answer": [], "answered": [], "explicit": []}).astype({"answer": int, "answered": int, "explicit": bool})
    matched = pd.merge_asof(
        rows.sort_values(["day", "at"]),
        asked.rename(columns={"at": "answered", "side": "named"}).sort_values(["day", "answered"])[["claim", "named", "day", "answered"]],
        on="day",
        by=["claim", "named"],
    ).dropna(subset=["answered"])
    return pd.DataFrame({"answer": matched["at"], "answered": matched["answered"].astype(int), "explicit": True})


def link_answers(events: pd.DataFrame) -> pd.DataFrame:
    """A copy of the event table with `in_reply_to` filled: for each row the statement ids that it answers."""
    linked = events.copy()
    ids = events[Columns.STATEMENT_ID].astype(str).to_numpy()
    replies: list[list[str]] = [[] for _ in range(len(events))]
    found = pairs(events)
    for answer, answered in zip(found["answer"], found["answered"], strict=True):
        replies[answer].append(ids[answered])
    linked[Columns.IN_REPLY_TO] = pd.Series(replies, index=events.index, dtype=object)
    return linked


def response_times(events: pd.DataFrame) -> pd.DataFrame:
    """The time that each answer took: columns answer_id, answered_id, claim, actor, least_days, most_days (whole days, <NA> = open)."""
    links = events[[Columns.STATEMENT_ID, Columns.CLAIM, Columns.ACTOR, Columns.SAID_START, Columns.SAID_END, Columns.IN_REPLY_TO]]
    links = links.explode(Columns.IN_REPLY_TO).dropna(subset=[Columns.IN_REPLY_TO])
    asked = events[[Columns.STATEMENT_ID, Columns.SAID_START, Columns.SAID_END]].drop_duplicates(Columns.STATEMENT_ID)
    both = links.merge(asked, left_on=Columns.IN_REPLY_TO, right_on=Columns.STATEMENT_ID, suffixes=("", "_asked"))
    least = (both[Columns.SAID_START] - both[f"{Columns.SAID_END}_asked"]).dt.days.clip(lower=0)
    most = (both[Columns.SAID_END] - both[f"{Columns.SAID_START}_asked"]).dt.days.clip(lower=0)
    return pd.DataFrame(
        {
            "answer_id": both[Columns.STATEMENT_ID],
            "answered_id": both[Columns.IN_REPLY_TO],
            "claim": both[Columns.CLAIM].astype(str),
            "actor": both[Columns.ACTOR].astype(str),
            "least_days": least.astype("Int64"),
            "most_days": most.astype("Int64"),
        }
    ).reset_index(drop=True)
