"""Statements of one article → groups that share a proposition: how alike two statements are, and who belongs together."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations, combinations_with_replacement

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from timeline.lexicon import entries
from timeline.propositions import Proposition, kinds
from timeline.statements import Statement

# A logistic model of "these two statements of an article share a claim"; docs/claims.md says how its weights were found.
BIAS = -2.73
WORDS = 2.23  # cosine of the words of content and cue
SENTENCE = 1.0  # cosine of the words of the whole sentences
NEAR = 2.14  # falls off with the sentences between
QUOTE_GOES_ON = 1.76  # the same speaker's next statement, in quotation marks
PROPOSALS = 0.67  # both are about what should be done, not about what is
NOUN, NAME = 0.47, 0.55  # each of the first two common nouns and proper nouns shared
SAME_THING = 0.5  # the main clauses are about the same thing
APART = 3.0  # the distance of different things of one kind: drones and missiles, a matter and a probe into it
POINTS_BACK = 0.9  # "these allegations", "it"
JOIN = 0.2  # two groups become one where their statements share a claim with this probability on average
LONGEST = 1000  # statements compared with each other
REACH = 200  # statements within which a word points to another

_ABOUT_A_PROPOSAL = frozenset({"demand", "reject", "endorse", "offer", "promise", "criticize"})
_OPENING_QUOTES = "\"“'‘«„"

Weighted = tuple[tuple[str, float], ...]
Matrix = npt.NDArray[np.float64]
Things = dict[str, frozenset[str]]


@cache
def _antecedents() -> dict[str, tuple[str, ...]]:
    """Pointing noun → acts of the statements that it can stand for, the likeliest first; none = any."""
    return {row["word"]: tuple(act for act in row["acts"].split("|") if act) for row in entries("anaphora")}


def cosines(vectors: Sequence[Weighted]) -> Matrix:
    """Cosine similarity of every two term vectors."""
    columns = {word: n for n, word in enumerate(dict.fromkeys(word for vector in vectors for word, _ in vector))}
    table = np.zeros((len(vectors), max(1, len(columns))))
    for row, vector in enumerate(vectors):
        for word, weight in vector:
            table[row, columns[word]] += max(weight, 0.05)
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(norms == 0, 1.0, norms)
    return np.asarray(table @ table.T)


def _sides(statement: Statement) -> set[str]:
    return {name for actor in statement.actors for name in (actor.name, actor.affiliation) if name}


def antecedent(position: int, statements: Sequence[Statement]) -> int | None:
    """Which earlier statement a pointing content stands for ("these allegations" → the last accusation before it), if any."""
    word = statements[position].proposition.anaphor
    if not word:
        return None
    speakers = _sides(statements[position])
    earlier = [n for n in range(position - 1, max(-1, position - REACH), -1) if statements[n].attribution.is_statement]
    for act in _antecedents().get(word) or ("",):
        for n in earlier:
            own = speakers & _sides(statements[n])
            # Nobody denies their own allegation; what they offer or plan may well be their own.
            if statements[n].act.label == act and not (own and act in {"allege", "criticize", "demand", "threaten"}):
                return n
            if not act:
                return n
    # News often tells the denial first.
    wanted = _antecedents().get(word, ())[:1]
    later = range(position + 1, min(len(statements), position + REACH))
    return next((n for n in later if statements[n].act.label in wanted and statements[n].attribution.is_statement), None)


@cache
def _kind_names() -> frozenset[str]:
    return frozenset(kinds().values())


def things(proposition: Proposition) -> Things:
    """Kind → the things of that kind that a proposition turns on: one proceeding if that is what it is about, else all things named."""
    if kinds().get(proposition.key) == "proceeding":
        return {"proceeding": frozenset({proposition.key})}
    found: dict[str, set[str]] = {}
    for word in (*proposition.nouns, proposition.key):
        kind = kinds().get(word)
        if kind and kind != "proceeding":
            found.setdefault(kind, set()).add(word)
        elif word in _kind_names():
            found.setdefault(word, set()).add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def alike(a: str, b: str) -> bool:
    """Whether two things are the same, or one is the name of the other's kind ("weapon", "drone")."""
    return bool(a) and (a == b or kinds().get(a) == b or kinds().get(b) == a)


def apart(a: Proposition, b: Proposition) -> bool:
    """Whether two propositions turn on different things of one kind."""
    return differ(things(a), things(b))


def differ(first: Things, second: Things) -> bool:
    """As `apart`, of things found before."""
    if first and second and ("proceeding" in first) != ("proceeding" in second):
        return True
    return any(not first[kind] & second[kind] and kind not in first[kind] | second[kind] for kind in first.keys() & second.keys())


def _shared(sets: Sequence[tuple[str, ...]]) -> Matrix:
    """How many words every two sets share, two at most."""
    columns = {word: n for n, word in enumerate(dict.fromkeys(word for words in sets for word in words))}
    table = np.zeros((len(sets), max(1, len(columns))))
    for row, words in enumerate(sets):
        table[row, [columns[word] for word in words]] = 1
    return np.asarray(np.minimum(table @ table.T, 2))


def goes_on(before: Statement, after: Statement) -> bool:
    """Whether a statement is the next quotation of the speaker before."""
    speakers = {actor.name for actor in before.actors if actor.name}
    return after.content.lstrip()[:1] in _OPENING_QUOTES and any(actor.name in speakers for actor in after.actors)


def likeness(statements: Sequence[Statement]) -> Matrix:
    """For every two statements of an article the probability that they share a claim."""
    propositions = [statement.proposition for statement in statements]
    size = len(statements)
    place = np.array([p.sentence for p in propositions], dtype=float)
    proposal = np.array([statement.act.label in _ABOUT_A_PROPOSAL for statement in statements], dtype=float)
    score = (
        BIAS
        + WORDS * cosines([p.terms + p.cue_terms for p in propositions])
        + SENTENCE * cosines([p.terms + p.cue_terms + p.around for p in propositions])
        + NEAR * np.exp(-np.abs(place[:, None] - place[None, :]) / 8)
        + PROPOSALS * np.outer(proposal, proposal)
        + NOUN * _shared([p.nouns for p in propositions])
        + NAME * _shared([p.names for p in propositions])
    )
    by_key: dict[str, list[int]] = {}
    for position, proposition in enumerate(propositions):
        by_key.setdefault(proposition.key, []).append(position)
    for one, other in combinations_with_replacement(by_key, 2):
        if alike(one, other):
            both = np.ix_(by_key[one], by_key[other])
            score[both] += SAME_THING
            if one != other:
                score[both[1].T, both[0].T] += SAME_THING
    for position in range(size):
        if position and goes_on(statements[position - 1], statements[position]):
            score[position, position - 1] += QUOTE_GOES_ON
            score[position - 1, position] += QUOTE_GOES_ON
        if (earlier := antecedent(position, statements)) is not None:
            score[position, earlier] += POINTS_BACK
            score[earlier, position] += POINTS_BACK
    return np.asarray(1 / (1 + np.exp(-score)))


def points_outside(position: int, statements: Sequence[Statement]) -> bool:
    """Whether a statement speaks of an accusation ("the allegations") that its own article doesn't report."""
    acts = _antecedents().get(statements[position].proposition.anaphor, ())
    return acts[:1] == ("allege",) and antecedent(position, statements) is None


def group(statements: Sequence[Statement]) -> list[int]:
    """A group number for each statement of an article; statements of one number share a proposition."""
    groups: list[int] = []
    for start in range(0, len(statements), LONGEST):
        part = statements[start : start + LONGEST]
        base = max(groups, default=-1) + 1
        groups += [base + number for number in _group(part)]
    alone = [n for n in range(len(statements)) if points_outside(n, statements)]
    for number, position in enumerate(alone, start=max(groups, default=-1) + 1):
        groups[position] = number
    return groups


def _group(statements: Sequence[Statement]) -> list[int]:
    if len(statements) < 2:
        return [0] * len(statements)
    distance = 1 - likeness(statements)
    turning = [(n, found) for n, statement in enumerate(statements) if (found := things(statement.proposition))]
    for (a, one), (b, other) in combinations(turning, 2):
        if differ(one, other):
            distance[a, b] = distance[b, a] = APART
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average")
    numbers = fcluster(tree, t=1 - JOIN, criterion="distance")
    numbered: dict[int, int] = {}
    return [numbered.setdefault(int(number), len(numbered)) for number in numbers]
