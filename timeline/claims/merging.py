"""Groups of the articles → claims of the dossier: the same proposition in several articles is one claim.

Articles are taken by the day of publication, and words are weighed by the articles up to that day alone, so that later articles
never change what the earlier ones gave.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from timeline.actors import Actor
from timeline.claims.grouping import Things, alike, differ, things
from timeline.propositions import kinds
from timeline.statements import Statement

SAME_CLAIM = 0.36
SAME_THING = 0.15
ALONE, ENOUGH = 0.36, 0.34
VERB, RAREST = 0.5, 2.5
CANDIDATES_PER_WORD = 50
LOOKED_UP_WORDS = 8
COMPARED = 16
KEPT_WORDS = 200
KEPT_STATEMENTS = 30
MANY = 3
_OF_THEMSELVES = frozenset({"deny", "confirm", "decline"})


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one article that share a proposition: positions in the dossier's list."""

    article: int
    members: tuple[int, ...]


@dataclass(slots=True)
class _Claim:
    """A claim while it is being built: its statements' words, the things that they are about, and the last article that joined it."""

    words: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    things: list[Things] = field(default_factory=list)
    who: set[str] = field(default_factory=set)
    members: list[int] = field(default_factory=list)
    article: int = -1


def _side_word(actor: Actor) -> str:
    """The word by which a content would name an actor: the country or party, or the last word of the name."""
    return (actor.affiliation or actor.name.rpartition(" ")[2]).casefold()


def _all_words(statement: Statement) -> list[str]:
    """The words of a statement's proposition, and the kinds of its things, by which "weapons" meets "drones".

    Who denies or admits is the one spoken of, though the content need not name them ("denied having sold drones").
    """
    proposition = statement.proposition
    words = dict.fromkeys(word for word, _ in proposition.terms + proposition.cue_terms)
    if statement.act.label in _OF_THEMSELVES:
        words.update(dict.fromkeys(word for actor in statement.actors if (word := _side_word(actor))))
    return [*words, *dict.fromkeys(kinds()[word] for word in words if kinds().get(word, "proceeding") != "proceeding")]


def _who(statements: Sequence[Statement], group: Group) -> set[str]:
    """Whom a group's statements name, and who makes them."""
    members = [statements[member] for member in group.members]
    names = {name for statement in members for name in statement.proposition.names}
    return names | {word for statement in members for actor in statement.actors if (word := _side_word(actor))}


def _words(statements: Sequence[Statement], group: Group) -> Counter[str]:
    """In how many statements of a group each word stands."""
    members = [statements[member] for member in group.members]
    # What points back or says nothing in particular would only blur what the group is about.
    members = [s for s in members if s.proposition.key] or members
    return Counter(word for statement in members for word in _all_words(statement))


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    norm = math.sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
    return sum(w * b[word] for word, w in a.items() if word in b) / norm if norm else 0.0


def _main(keys: Counter[str]) -> str:
    """The thing that most of the statements are about; a thing of a known kind counts twice."""
    return min(keys, key=lambda key: (-keys[key] * (2 if key in kinds() else 1), key)) if keys else ""


def _apart(turning: Sequence[Things], claim: _Claim) -> bool:
    """Whether most of a group's statements turn on other things than the claim does."""
    pairs = [differ(first, second) for first in turning for second in claim.things]
    return bool(pairs) and 2 * sum(pairs) > len(pairs)


class _Dossier:
    """The claims so far with an index of their words, so that a new group is compared with few of them."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.claims: list[_Claim] = []
        self.index: defaultdict[str, list[int]] = defaultdict(list)
        self.articles_with: Counter[str] = Counter()
        self.naming: set[str] = set()
        self.names: set[str] = set()
        self.articles = 0

    def weight(self, word: str, count: int) -> float:
        """A word's weight: by its rarity among the articles so far, but not much more for the rarest, since a claim's words recur."""
        rarity = min(math.log(2 + self.articles / max(1, self.articles_with[word])), RAREST)
        return rarity * (1 + math.log(count)) * (1.0 if word in self.naming else VERB)

    def read(self, groups: Sequence[Group]) -> None:
        """Take one article's groups."""
        self.articles += 1
        words = [_words(self.statements, group) for group in groups]
        self.articles_with.update({word for counted in words for word in counted})
        for group in groups:
            for member in group.members:
                proposition = self.statements[member].proposition
                self.naming.update(proposition.names + proposition.nouns)
                self.naming.update(kinds().values())
                self.names.update(proposition.names)
        found = [self._find(group, counted) for group, counted in zip(groups, words, strict=True)]
        for group, counted, number in zip(groups, words, found, strict=True):
            # "Weapons" joins missiles and drones in one article; in the dossier each goes its own way.
            strays = tuple(m for m in group.members if number is not None and self._strays(m, self.claims[number]))
            if strays and len(strays) < len(group.members):
                rest = Group(group.article, tuple(m for m in group.members if m not in strays))
                self._add(rest, _words(self.statements, rest), number)
                apart = Group(group.article, strays)
                self._add(apart, _words(self.statements, apart), None)
            else:
                self._add(group, counted, number)

    def _strays(self, member: int, claim: _Claim) -> bool:
        """Whether a statement turns on another thing than a claim does."""
        proposition = self.statements[member].proposition
        return bool(proposition.key) and _apart([things(proposition)], claim)

    def _find(self, group: Group, words: Counter[str]) -> int | None:
        """The claim of earlier articles that the group belongs to: as a whole, or since enough of its statements do by themselves."""
        members = [self.statements[member] for member in group.members]
        propositions = [statement.proposition for statement in members]
        own = self._weighted(words)
        rarest = sorted(own, key=lambda word: (-own[word], word))[:LOOKED_UP_WORDS]
        overlap: defaultdict[int, float] = defaultdict(float)
        for word in rarest:
            for number in self.index[word][-CANDIDATES_PER_WORD:]:
                overlap[number] += own[word]
        candidates = sorted(overlap, key=lambda number: (-overlap[number], number))[:COMPARED]
        key = _main(Counter(p.key for p in propositions if p.key))
        turning = [things(p) for p in propositions if p.key][:KEPT_STATEMENTS]
        keyed = [(s.proposition.key, self._weighted(Counter(_all_words(s)))) for s in members if s.proposition.key]
        best, score = None, SAME_CLAIM
        who = _who(self.statements, group)
        for number in candidates:
            claim = self.claims[number]
            if len(who) >= MANY and len(claim.who) >= MANY and who.isdisjoint(claim.who):
                continue  # two mayors who back two independent inquiries: two affairs
            shared = [word for word in words if word in claim.words]
            # Names alone make no proposition: Iran and Russia have more than one matter between them.
            if len(shared) < 2 or self.names.issuperset(shared) or _apart(turning, claim):
                continue
            other, main = self._weighted(claim.words), _main(claim.keys)
            likeness = _cosine(own, other) + SAME_THING * alike(key, main)
            by_themselves = sum(_cosine(single, other) + SAME_THING * alike(k, main) > ALONE for k, single in keyed)
            if by_themselves and by_themselves >= ENOUGH * len(keyed):
                likeness += SAME_THING
            if likeness > score:
                best, score = number, likeness
        return best

    def _weighted(self, words: Counter[str]) -> dict[str, float]:
        return {word: self.weight(word, count) for word, count in words.items()}

    def adopt(self) -> None:
        """Give statements that only point back ("the accusations") to the claim that names their speaker's side most."""
        accusing = [n for n, claim in enumerate(self.claims) if any(self.statements[m].act.label == "allege" for m in claim.members)]
        first_day = {n: min(self.statements[m].article.published for m in self.claims[n].members) for n in accusing}
        for number, claim in enumerate(self.claims):
            statement = self.statements[claim.members[0]]
            if len(claim.members) > 1 or not statement.proposition.anaphor or number in first_day:
                continue
            sides = {(actor.affiliation or actor.name).casefold() for actor in statement.actors}
            named = {n: sum(self.claims[n].words[side] for side in sides) for n in accusing if first_day[n] <= statement.article.published}
            best = max(named, key=lambda n: (named[n], -n), default=None)
            if best is not None and named[best]:
                self.claims[best].members.append(claim.members.pop())

    def _add(self, group: Group, words: Counter[str], number: int | None) -> None:
        if number is None:
            number = len(self.claims)
            self.claims.append(_Claim())
        claim = self.claims[number]
        for word in words:
            if word not in claim.words and len(claim.words) < KEPT_WORDS:
                self.index[word].append(number)
        if len(claim.words) < KEPT_WORDS:
            claim.words.update(words)
            propositions = [self.statements[member].proposition for member in group.members]
            claim.keys.update(p.key for p in propositions if p.key)
            claim.things += [things(p) for p in propositions if p.key][: KEPT_STATEMENTS - len(claim.things)]
            claim.who |= _who(self.statements, group)
        claim.members += group.members
        claim.article = group.article


def merge(statements: Sequence[Statement], groups: Sequence[Group]) -> list[list[int]]:
    """Claims as lists of positions, from the groups of articles that are numbered and sorted by the day of publication."""
    dossier = _Dossier(statements)
    for _, of_article in groupby(groups, key=lambda group: group.article):
        dossier.read(list(of_article))
    dossier.adopt()
    return [claim.members for claim in dossier.claims]
