"""The cue lexicon: how often a verb or noun with a complement of some type reports what somebody said or thought."""

from functools import cache

from spacy.tokens import Token

from timeline.language import lemma
from timeline.lexicon import entries


@cache
def _counts() -> dict[tuple[str, str], tuple[int, int]]:
    return {(row["lemma"], row["complement"]): (int(row["reports"]), int(row["seen"])) for row in entries("cues")}


@cache
def reliability(name: str, complement: str, weight: float = 2.0) -> float:
    """The share of a lemma's uses with this complement that report something, shrunk towards that of rare lemmas (row "*")."""
    counts = _counts()
    reports, seen = counts.get((name, complement), (0, 0))
    if not seen and (name, complement) not in counts and ("*", complement) not in counts:
        return 0.0
    rare_reports, rare_seen = counts.get(("*", complement), (0, 20))
    prior = (rare_reports + 0.2) / (rare_seen + 4)
    return (reports + weight * prior) / (seen + weight)


def strength(verb: Token, complement: str) -> float:
    """The reliability of a verb as it stands."""
    return reliability(lemma(verb), complement)


@cache
def _known() -> frozenset[tuple[str, str]]:
    return frozenset((name, complement.split()[0]) for name, complement in _counts())


def known(name: str, kind: str) -> bool:
    """Whether the lexicon has a "noun …", "adjective …" or "adverb" entry of a word."""
    return (name, kind) in _known()
