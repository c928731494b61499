"""The cue lexicon: how often a word with a complement of some type reports what somebody said or thought.

`cues.csv` holds counts: (lemma, complement type) → uses that report, uses seen. From them, three shrunken estimates, each the
prior of the next: of the complement type for any word, of the word with whatever complement, of the word with this complement.
`cues_more.csv` adds words by hand.
`cues_signs.csv` holds how the counts move with a frame's form (see `signs`).
"""

from collections.abc import Iterable
from functools import cache
from math import exp, log

from spacy.tokens import Token

from timeline.language import lemma
from timeline.lexicon import entries

SAYS = 0.6
"""A verb that reports more often than this is taken for one of saying."""
_DECLARES = 0.5
_ANY = "*"
_WORD_WEIGHT, _USE_WEIGHT = 10.0, 5.0
"""Uses that a prior counts for."""


@cache
def _uses() -> dict[tuple[str, str], tuple[float, float]]:
    uses: dict[tuple[str, str], tuple[float, float]] = {}
    for row in (*entries("cues"), *entries("cues_more")):
        reports, seen = uses.get((row["lemma"], row["complement"]), (0.0, 0.0))
        uses[row["lemma"], row["complement"]] = reports + float(row["reports"]), seen + float(row["seen"])
    return uses


@cache
def spoken() -> frozenset[str]:
    """The words entered by hand: those of diplomacy, courts and agencies that report sayings."""
    return frozenset(row["lemma"] for row in entries("cues_more"))


@cache
def reliability(name: str, complement: str) -> float:
    """The share of a lemma's uses with a complement of this type that report something, by the counts alone."""
    uses = _uses()
    rare, seen_rare = uses.get((_ANY, complement), (0.0, 100.0))
    base = (rare + 0.02) / (seen_rare + 4)
    reports, seen = uses.get((name, complement), (0.0, 0.0))
    all_reports, expected = uses.get((name, _ANY), (0.0, 0.0))
    others, others_expected = max(all_reports - reports, 0.0), max(expected - seen * base, 0.0)
    odds = base / (1 - base) * (others + _WORD_WEIGHT * base) / (others_expected + _WORD_WEIGHT * base)
    prior = min(odds / (1 + odds), 0.95)
    return (reports + _USE_WEIGHT * prior) / (seen + _USE_WEIGHT)


def strength(verb: Token, complement: str) -> float:
    """The reliability of a verb as it stands."""
    return reliability(lemma(verb), complement)


@cache
def refusals() -> frozenset[str]:
    """Verbs that with "would not" tell of a refusal to speak: the lexicon's "not say", "not comment"."""
    return frozenset(name.removeprefix("not ") for name, _ in _uses() if name.startswith("not "))


def declares(verb: Token) -> bool:
    """Whether a verb in the past and its infinitive say what somebody will or won't do: "refused to discuss it"."""
    return (
        verb.tag_ == "VBD"
        and strength(verb, "infinitive") > _DECLARES
        and any(c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.lefts) for c in verb.rights)
    )


@cache
def _sign_weights() -> dict[str, float]:
    weights = {}
    for row in entries("cues_signs"):
        reports, expected, seen = float(row["reports"]), float(row["expected"]), float(row["seen"])
        mean = 5 * expected / seen
        weights[row["sign"]] = _logit((reports + mean) / (seen + 5)) - _logit((expected + mean) / (seen + 5))
    return weights


def weighed(reliable: float, signs: Iterable[str]) -> float:
    """A reliability moved by the signs of the frame: each multiplies the odds."""
    weights = _sign_weights()
    return 1 / (1 + exp(-_logit(reliable) - sum(weights.get(sign, 0.0) for sign in signs)))


def _logit(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset((name, complement.split()[0]) for name, complement in _uses())


def known(name: str, kind: str) -> bool:
    """Whether the lexicon has a "noun …", "adjective …" or "adverb" entry of a word."""
    return (name, kind) in _known()
