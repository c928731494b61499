"""What ties each statement to its claim, to be read beside it: words shared, a word that points back, or its place alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from timeline.claims.grouping import goes_on
from timeline.labels import BY_PLACE
from timeline.statements import Statement

PINNED: Final = "a pinned claim's hint"
_SHOWN: Final = 3  # words


def ties(members: Sequence[Statement], pointing: Mapping[int, int], wording: int) -> list[str]:
    """For each of a claim's statements (in the order of the text) what ties it to the others.

    `pointing`: place of a statement that points back ("these allegations") → place of the one that it stands for.
    `wording`: place of the one in whose words the claim's label is.
    """
    words = [dict(statement.proposition.terms) for statement in members]
    spread = Counter(word for own in words for word in own)
    meant = {after: members[before].proposition.anaphor for before, after in pointing.items()}
    following = {place for place, (before, after) in enumerate(pairwise(members), start=1) if goes_on(before, after)}
    found = []
    for place, (statement, own) in enumerate(zip(members, words, strict=True)):
        shared = sorted((word for word in own if spread[word] > 1), key=lambda word: (-own[word] * spread[word], word))[:_SHOWN]
        reasons = ["shares " + ", ".join(f"“{word}”" for word in shared)] if shared else []
        if place in pointing:
            reasons.append(f"points back: “{statement.proposition.anaphor}”")
        if place in meant:
            reasons.append(f"another's “{meant[place]}” stands for it")
        if place == wording:
            reasons.append("the claim is in its words")
        if not reasons and {place, place + 1} & following:
            reasons.append("the same speaker goes on")
        found.append("; ".join(reasons) or BY_PLACE)
    return found
