"""A synthetic event table of any size, for benchmarks and tests: bursts of accusations, denials within days, and much plain talk."""

import numpy as np
import pandas as pd

from timeline.columns import ALL, CATEGORIES, LISTS, STANCES
from timeline.columns import Columns as C
from timeline.labels import ACTS

COUNTRIES = (
    "Arvania", "Belmark", "Cordova", "Dravia", "Estmere", "Falken", "Gorland", "Hestia", "Illyra", "Jorvik",
    "Karsk", "Lorne", "Mirovia", "Norvale", "Ostrava", "Pellan", "Quill", "Rhodia", "Sarn", "Tavria",
)  # fmt: skip
ROLES = ("foreign minister", "ambassador to the UN", "president", "spokesperson", "defence minister", "envoy", "senior official")
FIRST = ("Ana", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Ines", "Jonas", "Katya", "Leo", "Mina", "Nils")
LAST = ("Adler", "Bereny", "Castell", "Dorn", "Eskola", "Farhadi", "Granger", "Holm", "Ivarsen", "Jansky", "Kovac", "Lindqvist")
VERBS = {
    "allege": "said that {0} had moved weapons across the border",
    "deny": "said the report about {0} was false from beginning to end",
    "reject": "turned down the request that {0} had made",
    "confirm": "acknowledged that a small number had been sent to {0}",
    "offer": "offered {0} a meeting of experts",
    "demand": "called on {0} to let inspectors in",
    "promise": "said that the promise to {0} would be kept",
    "threaten": "warned that {0} would bear the consequences",
    "criticize": "called the conduct of {0} irresponsible",
    "endorse": "praised what {0} had said",
    "decline": "did not answer questions about {0}",
    "state": "explained how the talks with {0} would go on",
}
ACT_SHARES = np.array([16, 11, 6, 3, 5, 12, 4, 4, 9, 5, 3, 22], dtype=float)
STANCE_OF = {"allege": 0, "criticize": 0, "demand": 2, "deny": 1, "reject": 1, "confirm": 0}


def synthetic_events(n: int, actors: int = 200, days: int = 730, claims: int = 40, seed: int = 7) -> pd.DataFrame:
    """An event table of n rows by `actors` actors over `days` days from 1 January 2022, sorted by day; the same seed gives the same table.

    70 % of the rows are said on a day, 18 % within an interval, 12 % on or before the day of publication.
    """
    rng = np.random.default_rng(seed)
    names = np.array([f"{FIRST[i % len(FIRST)]} {LAST[(i * 5 + i // len(FIRST)) % len(LAST)]} {i}" for i in range(actors)])
    country = rng.integers(0, min(len(COUNTRIES), max(1, actors // 4)), actors)
    weights = 1 / (np.arange(actors) + 4.0)
    actor = rng.choice(actors, n, p=weights / weights.sum())
    bursts = np.sort(rng.integers(0, days, max(3, days // 30)))
    near = rng.choice(bursts, n) + rng.exponential(5, n).astype(int)
    day = np.sort(np.where(rng.random(n) < 0.5, near % days, rng.integers(0, days, n)))
    act = rng.choice(len(ACTS), n, p=ACT_SHARES / ACT_SHARES.sum())
    stance = np.array([STANCE_OF.get(label, 2) for label in ACTS])[act]
    claim = np.minimum(rng.geometric(0.12, n) - 1, claims - 1)
    apart = rng.random(n) < 0.3  # statements that share no claim with another
    kind = rng.random(n)
    end = np.datetime64("2022-01-01") + day
    start = end - np.where(kind > 0.82, rng.integers(2, 9, n), 0).astype("timedelta64[D]")
    reported = end + rng.integers(0, 3, n).astype("timedelta64[D]")
    start[kind < 0.12] = np.datetime64("NaT")
    texts = [[VERBS[label].format(place) for place in COUNTRIES] for label in ACTS]
    content = np.array([text for row in texts for text in row], dtype=object)[act * len(COUNTRIES) + rng.integers(0, len(COUNTRIES), n)]
    basis = np.where(kind < 0.12, 3, np.where(kind > 0.82, 1, 0))
    claim_names = np.array([f"{COUNTRIES[i % 20]} supplied weapons to {COUNTRIES[(i * 7 + 3) % 20]} ({i})" for i in range(claims)] + [""])
    codes = {
        C.ACTOR: (actor, names),
        C.ROLE: (np.arange(actors)[actor] % len(ROLES), np.array(ROLES)),
        C.AFFILIATION: (country[actor], np.array(COUNTRIES)),
        C.CLAIM: (np.where(apart, claims, claim), claim_names),
        C.ACT: (act, np.array(ACTS)),
        C.STANCE: (np.where(apart, len(STANCES), stance), np.array([*STANCES, ""])),
        C.SAID_BASIS: (basis, np.array(CATEGORIES[C.SAID_BASIS])),
        C.ACTOR_KIND: (np.zeros(n, dtype=int), np.array(CATEGORIES[C.ACTOR_KIND])),
        C.SOURCE_ID: (day // 3, np.array([f"article-{i}" for i in range(days // 3 + 1)])),
        C.PUBLISHER: (day % 12, np.array([f"Outlet {i}" for i in range(12)])),
        C.TITLE: (day // 3, np.array([f"What was said on day {i}" for i in range(days // 3 + 1)])),
        C.QUOTATION: (rng.integers(0, 3, n), np.array(CATEGORIES[C.QUOTATION])),
        C.DENIAL: (np.zeros(n, dtype=int), np.array(CATEGORIES[C.DENIAL])),
    }
    data: dict[str, object] = {name: pd.Categorical.from_codes(code, labels) for name, (code, labels) in codes.items()}
    data[C.STATEMENT_ID] = np.char.add("s", np.arange(n).astype(str))
    data |= {C.SAID_START: start, C.SAID_END: end, C.REPORTED: reported, C.CONTENT: content}
    data[C.IS_STATEMENT], data[C.CHECKED] = np.ones(n, dtype=bool), np.zeros(n, dtype=bool)
    data[C.CONFIDENCE] = np.round(0.5 + 0.5 * rng.random(n), 2)
    empty = {C.ABOUT_START: pd.NaT, C.ABOUT_END: pd.NaT} | dict.fromkeys(LISTS)
    table = pd.DataFrame({name: data.get(name, empty.get(name, "")) for name in ALL}, index=pd.RangeIndex(n))
    table[[C.ABOUT_START, C.ABOUT_END]] = table[[C.ABOUT_START, C.ABOUT_END]].astype("datetime64[s]")
    return table
