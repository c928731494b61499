"""Statements of one article → groups that share a proposition: how alike two statements are, and who belongs together."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from timeline.lexicon import entries
from timeline.statements import Statement

# Weights of a logistic model of "these two statements of an article share a claim"; docs/claims.md says how they were found.
BIAS = -1.8
CONTENT, CONTENT_AND_CUE, SENTENCE = 1.0, 1.5, 0.9
NEAR, SAME_SENTENCE, SAME_SPEAKER_NEAR, SAME_ACT = 1.5, -0.9, 0.5, 0.7
JOIN = 0.20
POINTS_BACK = 0.9
LONGEST = 1000

Weighted = tuple[tuple[str, float], ...]
Matrix = npt.NDArray[np.float64]


@cache
def _antecedents() -> dict[str, frozenset[str]]:
    """Pointing noun → acts of the statements that it can stand for; an empty set = any."""
    return {row["word"]: frozenset(act for act in row["acts"].split("|") if act) for row in entries("anaphora")}


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


def antecedent(position: int, statements: Sequence[Statement]) -> int | None:
    """Which earlier statement a pointing content stands for ("these allegations" → the last accusation before it), if any."""
    word = statements[position].proposition.anaphor
    if not word:
        return None
    acts = _antecedents().get(word, frozenset())
    for earlier in range(position - 1, -1, -1):
        if statements[earlier].attribution.is_statement and (not acts or statements[earlier].act.label in acts):
            return earlier
    return None


def likeness(statements: Sequence[Statement]) -> Matrix:
    """For every two statements of an article the probability that they share a claim."""
    propositions = [statement.proposition for statement in statements]
    size = len(statements)
    place = np.array([p.sentence for p in propositions], dtype=float)
    order = np.arange(size, dtype=float)
    speakers = [tuple(sorted(actor.name for actor in statement.actors)) for statement in statements]
    acts = [statement.act.label for statement in statements]
    same_speaker = np.array([[a == b and bool(a) for b in speakers] for a in speakers], dtype=float)
    same_act = np.array([[a == b for b in acts] for a in acts], dtype=float)
    gap = np.abs(place[:, None] - place[None, :])
    score = (
        BIAS
        + CONTENT * cosines([p.terms for p in propositions])
        + CONTENT_AND_CUE * cosines([p.terms + p.cue_terms for p in propositions])
        + SENTENCE * cosines([p.terms + p.cue_terms + p.around for p in propositions])
        + NEAR * np.exp(-gap / 3)
        + SAME_SENTENCE * (gap == 0)
        + SAME_SPEAKER_NEAR * same_speaker * np.exp(-(np.abs(order[:, None] - order[None, :]) - 1) / 2)
        + SAME_ACT * same_act
    )
    probability = 1 / (1 + np.exp(-score))
    for position in range(size):
        if (earlier := antecedent(position, statements)) is not None:
            probability[position, earlier] = probability[earlier, position] = max(probability[position, earlier], POINTS_BACK)
    return np.asarray(probability)


def group(statements: Sequence[Statement]) -> list[int]:
    """A group number for each statement of an article; statements of one number share a proposition."""
    groups: list[int] = []
    for start in range(0, len(statements), LONGEST):
        part = statements[start : start + LONGEST]
        base = max(groups, default=-1) + 1
        groups += [base + number for number in _group(part)]
    return groups


def _group(statements: Sequence[Statement]) -> list[int]:
    if len(statements) < 2:
        return [0] * len(statements)
    distance = 1 - likeness(statements)
    distance = (distance + distance.T) / 2
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average")
    numbers = fcluster(tree, t=1 - JOIN, criterion="distance")
    first: dict[int, int] = {}
    return [first.setdefault(int(number), len(first)) for number in numbers]
