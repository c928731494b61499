"""Event table → which statement answers which, and how long the answer took."""

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import Columns
from timeline.threads.accused import Names, known_names, sides, sides_named, speakers_answered

ANSWERING = ("deny", "reject", "confirm", "decline")
# What calls for an answer: accusations (an admission too, to those who find it a lie) and requests. Others only for want of these.
ACCUSING = ("allege", "criticize", "threaten", "confirm")
REQUESTING = ("demand", "offer")
_EARLIEST = -(2**40)
_PAIR = ("answer", "answered")

Ints = npt.NDArray[np.int64]


def answers_somebody(events: pd.DataFrame) -> pd.Series:
    """Rows that answer somebody: denials, rejections, admissions, refusals, counter-accusations; whatever refutes a claim."""
    answering: pd.Series = (
        events[Columns.ACT].isin(ANSWERING)
        | (events[Columns.DENIAL].astype(str) == "counter-accusation")
        | (events[Columns.STANCE] == "refute")
    )
    return answering & usable(events)


def usable(events: pd.DataFrame) -> pd.Series:
    """Rows that are statements on a claim."""
    rows: pd.Series = events[Columns.IS_STATEMENT] & (events[Columns.CLAIM].astype(str) != "")
    return rows


def _days(values: pd.Series) -> Ints:
    """Days as numbers; a very early one for none."""
    days = values.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), _EARLIEST, days.astype(np.int64))


def _table(events: pd.DataFrame, side: pd.Series) -> pd.DataFrame:
    """What decides who answers whom, as numbers: claim, side, day, the place in the table, that among what was told (the articles by the
    day of publication, each in the order of its text), and whether it may answer what is told later: a denial in the lead does, but an
    admission is rather what the others react to."""
    told = np.empty(len(events), dtype=np.int64)
    articles = pd.factorize(events[Columns.SOURCE_ID].astype(str), sort=True)[0]
    # The order in which the articles were read says nothing.
    told[np.lexsort((np.arange(len(events)), articles, _days(events[Columns.REPORTED])))] = np.arange(len(events))
    return pd.DataFrame(
        {
            "claim": pd.factorize(events[Columns.CLAIM].astype(str))[0],
            "side": pd.factorize(side)[0],
            "day": _days(events[Columns.SAID_END]),
            "at": np.arange(len(events)),
            "told": told,
            "ahead": (events[Columns.ACT] != "confirm").to_numpy(),
        }
    )


def _last_before(answers: pd.DataFrame, asked: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Each answer with the last of the asked rows, equal in `by`, from before it; one from later in the text on its day comes first."""
    if answers.empty or asked.empty:
        return pd.DataFrame({name: pd.Series(dtype=np.int64) for name in _PAIR})
    size = max(int(answers["told"].max()), int(asked["told"].max())) + 1
    left = answers.assign(moment=answers["day"] * size + answers["told"]).sort_values("moment")
    right = asked.assign(moment=asked["day"] * size + asked["told"], answered=asked["at"], asked_day=asked["day"]).sort_values("moment")
    right = right[[*by, "moment", "answered", "asked_day"]]
    before = pd.merge_asof(left, right, on="moment", by=by, allow_exact_matches=False)
    after = pd.merge_asof(left, right, on="moment", by=by, allow_exact_matches=False, direction="forward")
    # On one day the order of the text proves little: what is told next that day beats what was said on earlier days.
    same_day = (after["asked_day"] == after["day"]) & (before["asked_day"] != before["day"]) & after["ahead"]
    chosen = before["answered"].where(~same_day, after["answered"])
    found = pd.DataFrame({"answer": left["at"].to_numpy(), "answered": chosen.to_numpy()}).dropna()
    return found.astype(np.int64)


def _of_another_side(answers: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """As `_last_before` on the same claim, among the rows of other sides than the answer's own."""
    found = []
    # The last row of another side is either the last of all, or the last of those whose side differs from the last one's.
    pending, pool = answers, asked
    for _ in range(4):
        matched = _last_before(pending, pool, ["claim"])
        if matched.empty:
            break
        own = pending.set_index("at")["side"].loc[matched["answer"]].to_numpy()
        other = asked.set_index("at")["side"].loc[matched["answered"]].to_numpy()
        found.append(matched[own != other])
        clashing = matched[own == other]
        if clashing.empty:
            break
        pending = pending[pending["at"].isin(clashing["answer"])]
        # Only rows of sides that don't answer here can still match.
        busy = pending[["claim", "side"]].drop_duplicates()
        pool = pool.merge(busy, on=["claim", "side"], how="left", indicator=True)
        pool = pool[pool["_merge"] == "left_only"].drop(columns="_merge")
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame({name: pd.Series(dtype=np.int64) for name in _PAIR})


def _naming(rows: pd.DataFrame, texts: Iterable[str], codes: dict[str, int], names: Names) -> pd.DataFrame:
    """The rows once for each other side that their text names, in the column `named`."""
    mentioned = sides_named(texts, names)
    known = pd.Series([[codes[side] for side in found if side in codes] for found in mentioned], index=rows.index, dtype=object)
    named = rows.assign(named=known).explode("named").dropna(subset=["named"])
    return named[named["named"] != named["side"]].astype({"named": np.int64})


def pairs(events: pd.DataFrame) -> pd.DataFrame:
    """Which row (position `answer`) answers which (position `answered`).

    First come those that the answer itself names ("the allegations of the three European countries"): the last statement of each on
    the same claim. Otherwise the last statement on the claim, said before it or on the same day, that accuses the answering side by
    name; otherwise the last accusation of another side, the last demand or offer, the last statement that affirms the claim. A
    rejection answers a demand or offer first. All actors of a joint statement are answered.
    """
    side = sides(events)
    table = _table(events, side)
    codes = dict(zip(side, table["side"].tolist(), strict=True))
    names = known_names(events)
    answers = table[answers_somebody(events).to_numpy()]
    raising = usable(events) & ~events[Columns.ACT].isin(("deny", "decline")) & events[Columns.STANCE].isin(("affirm", "neutral"))
    asked = table[raising.to_numpy()]
    accusations = table[(raising & events[Columns.ACT].isin(ACCUSING)).to_numpy()]
    requests = table[(raising & events[Columns.ACT].isin(REQUESTING)).to_numpy()]
    content = events[Columns.CONTENT].astype(str).to_numpy()
    named = _naming(answers, map(speakers_answered, content[answers["at"].to_numpy()]), codes, names)
    against = (
        _naming(accusations, content[accusations["at"].to_numpy()], codes, names).drop(columns="side").rename(columns={"named": "side"})
    )
    refusals = answers["at"].isin(np.flatnonzero((events[Columns.ACT] == "reject").to_numpy()))
    found = [_last_before(named, asked.rename(columns={"side": "named"}), ["claim", "named"])]
    done = set(found[0]["answer"])
    steps: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
        "accused by name": lambda rest: _last_before(rest, against, ["claim", "side"]),
        "accusation": lambda rest: _of_another_side(rest, accusations),
        "request": lambda rest: _of_another_side(rest, requests),
        "any": lambda rest: _of_another_side(rest, asked),
    }
    # A refusal refuses what was asked for; a denial or admission speaks to what was said.
    orders = (
        (answers[refusals], ("request", "accused by name", "accusation", "any")),
        (answers[~refusals], ("accused by name", "accusation", "request", "any")),
    )
    for rows, order in orders:
        for name in order:
            matched = steps[name](rows[~rows["at"].isin(done)])
            found.append(matched)
            done.update(matched["answer"])
    linked = pd.concat(found, ignore_index=True).drop_duplicates(ignore_index=True)
    # One row an actor: the others of a joint statement carry the same id with a number.
    joint = pd.factorize(events[Columns.STATEMENT_ID].astype(str).str.split(".").str[0] + "|" + events[Columns.SOURCE_ID].astype(str))[0]
    groups = pd.DataFrame({"joint": joint, "member": np.arange(len(events))})
    linked = linked.assign(joint=joint[linked["answered"].to_numpy(dtype=np.int64)]).merge(groups, on="joint")
    linked = linked[["answer", "member"]].rename(columns={"member": "answered"}).drop_duplicates()
    ordered: pd.DataFrame = linked[linked["answer"] != linked["answered"]].sort_values(list(_PAIR), ignore_index=True)
    return ordered


def link_answers(events: pd.DataFrame) -> pd.DataFrame:
    """A copy of the event table with `in_reply_to` filled: for each row the statement ids that it answers."""
    linked = events.copy()
    ids = events[Columns.STATEMENT_ID].astype(str).to_numpy()
    replies: list[list[str]] = [[] for _ in range(len(events))]
    found = pairs(events)
    for answer, answered in zip(found["answer"].tolist(), found["answered"].tolist(), strict=True):
        replies[answer].append(ids[answered])
    linked[Columns.IN_REPLY_TO] = pd.Series(replies, index=events.index, dtype=object)
    return linked


def response_times(events: pd.DataFrame) -> pd.DataFrame:
    """The time that each answer took: columns answer_id, answered_id, claim, actor, least_days, most_days (whole days, <NA> = open).

    Both days are intervals, so the time is one too: from the end of the one to the start of the other, and the reverse.
    """
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
