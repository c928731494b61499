"""Groups of the articles → claims of the dossier: the same proposition in several articles is one claim.

Articles are taken by the day of publication, and words are weighed by the articles up to that day alone, so that later articles
never change what the earlier ones gave.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from timeline.statements import Statement

SAME_CLAIM = 0.42
CANDIDATES_PER_WORD = 50
LOOKED_UP_WORDS = 8
KEPT_WORDS = 200


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one article that share a proposition: positions in the dossier's list."""

    article: int
    members: tuple[int, ...]


@dataclass(slots=True)
class _Claim:
    """A claim while it is being built: the words and common nouns of its statements, and the last article that joined it."""

    words: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    members: list[int] = field(default_factory=list)
    article: int = -1


def _words(statements: Sequence[Statement], group: Group) -> Counter[str]:
    """In how many statements of a group each word stands."""
    propositions = [statements[member].proposition for member in group.members]
    return Counter(word for p in propositions for word in dict(p.terms + p.cue_terms))


def _cosine(a: Counter[str], b: Counter[str], idf: dict[str, float]) -> float:
    def weight(words: Counter[str], word: str) -> float:
        return (1 + math.log(words[word])) * idf[word]

    dot = sum(weight(a, word) * weight(b, word) for word in a if word in b)
    norm = math.sqrt(sum(weight(a, word) ** 2 for word in a)) * math.sqrt(sum(weight(b, word) ** 2 for word in b))
    return dot / norm if norm else 0.0


class _Dossier:
    """The claims so far with an index of their words, so that a new group is compared with few of them."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.claims: list[_Claim] = []
        self.index: defaultdict[str, list[int]] = defaultdict(list)
        self.articles_with: Counter[str] = Counter()
        self.articles = 0

    def idf(self, word: str) -> float:
        return math.log(1 + self.articles / max(1, self.articles_with[word]))

    def read(self, groups: Sequence[Group]) -> None:
        """Take one article's groups."""
        self.articles += 1
        words = [_words(self.statements, group) for group in groups]
        self.articles_with.update({word for counted in words for word in counted})
        found = [self._find(group, counted) for group, counted in zip(groups, words, strict=True)]
        for group, counted, number in zip(groups, words, found, strict=True):
            self._add(group, counted, number)

    def _find(self, group: Group, words: Counter[str]) -> int | None:
        """The claim of earlier articles that the group belongs to."""
        rarest = sorted(words, key=lambda word: (-self.idf(word), word))[:LOOKED_UP_WORDS]
        candidates = dict.fromkeys(number for word in rarest for number in self.index[word][-CANDIDATES_PER_WORD:])
        nouns = {noun for member in group.members for noun in self.statements[member].proposition.nouns}
        best, score = None, SAME_CLAIM
        for number in candidates:
            claim = self.claims[number]
            shared = [word for word in words if word in claim.words]
            if len(shared) < 2 or not nouns.intersection(claim.nouns):
                continue
            idf = {word: self.idf(word) for word in (*words, *claim.words)}
            if (likeness := _cosine(words, claim.words, idf)) > score:
                best, score = number, likeness
        return best

    def _add(self, group: Group, words: Counter[str], number: int | None) -> None:
        # Two groups of one article stay apart: their own article told them apart with more to go by.
        if number is None or self.claims[number].article == group.article:
            number = len(self.claims)
            self.claims.append(_Claim())
        claim = self.claims[number]
        for word in words:
            if word not in claim.words and len(claim.words) < KEPT_WORDS:
                self.index[word].append(number)
        if len(claim.words) < KEPT_WORDS:
            claim.words.update(words)
            claim.nouns.update(noun for member in group.members for noun in self.statements[member].proposition.nouns)
        claim.members += group.members
        claim.article = group.article


def merge(statements: Sequence[Statement], groups: Sequence[Group]) -> list[list[int]]:
    """Claims as lists of positions, from the groups of articles that are numbered and sorted by the day of publication."""
    dossier = _Dossier(statements)
    for _, of_article in groupby(groups, key=lambda group: group.article):
        dossier.read(list(of_article))
    return [claim.members for claim in dossier.claims]
