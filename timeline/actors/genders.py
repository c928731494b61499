"""Whether a person is a he or a she: by role, by name, by the pronouns that follow."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from timeline.actors.entity import Entity, Occurrence
from timeline.actors.roles import roles
from timeline.actors.words import given_names

_GENDERED = re.compile(
    r"\b(he|his|him|she|her)\b"
    r"(?:(\s+(?:that|to|for|of|as|on|in|at|with|by|from|and|up|out|off|down|back|over|he|she|it|they|an?|the)\b|\W*$|[,.;])?)",
    re.I,
)
_SUBJECT = re.compile(r"\b(he|she)\b", re.I)
# Before "his" or "her" these make it somebody else's: "Faraday held it up. It bore her initials", "Cole said her client was away"
_ELSEWHERE = re.compile(r"\b(?:said|says|told|that)\b|(?<![A-Z][a-z])(?<![A-Z])[.!?]\s+(?=[A-Z])")
# "Strand, he added, had been told to go": whoever speaks of Strand
_PARENTHESIS = re.compile(r",\s+s?he\s+\w+\s*,", re.I)
_QUOTATION = re.compile(r"[“”\"\n]|''")
# “…,” she said: who has just been named
_TAIL = re.compile(r"[,.?!](?:[”\"]|'') (s?he) \w+")
# Surnames and patronymics that only women or men bear
_FEMININE = re.compile(r"(?:ová|skaya|skaia|ska|dóttir|dottir)$|[oe]vna\b")
_MASCULINE = re.compile(r"[oe]vich\b(?=.)")


def gender_of(entity: Entity) -> str:
    """The gender that a person's roles or names tell; empty if they don't."""
    for _, head, _ in entity.roles:
        if head in roles() and roles()[head].gender:
            return roles()[head].gender
    if " " not in entity.name:
        return ""
    first, *others = entity.name.split()
    known = given_names().get(first.split("-")[0], "")
    if len(others) > 1 and given_names().get(others[0], "") not in ("", known):
        known = given_names()[others[0]]  # "Dale Ann Pruitt"
    return known or ("f" if _FEMININE.search(entity.name) else "m" if _MASCULINE.search(entity.name) else "")


def learn_genders(text: str, occurrences: Sequence[Occurrence], acts: Callable[[Occurrence], bool]) -> None:
    """Persons whose names don't tell: the pronoun that follows the name before anybody else is named does.

    Only where the name is a subject (`acts`): "they chose Cole as her deputy" says nothing of Cole.
    """
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    next_name = next_person = len(text)
    for occurrence in reversed(occurrences):
        entity, (start, end) = occurrence.entity, occurrence.mention.span
        limits = ((next_name, _GENDERED), (next_person, _SUBJECT))
        next_name, next_person = start, start if entity.kind == "person" else next_person
        if entity.kind != "person" or entity.gender or occurrence.mention.possessive:
            continue
        if _PARENTHESIS.match(text, end) or not acts(occurrence):
            continue
        for limit, pronoun in limits:
            sentences = text[end : min(end + 400, limit)].split("\n", 1)[0]
            if tail := _TAIL.search(sentences):
                votes[id(entity)]["m" if tail[1] == "he" else "f"] += 2
                break
            stretch = _QUOTATION.split(sentences[:250], maxsplit=1)[0]
            found = pronoun.search(stretch)
            if found and found[1].lower() not in ("he", "she") and _ELSEWHERE.search(stretch[: found.start()]):
                found = _SUBJECT.search(stretch)
            # "X called him", "X told her that": somebody else
            if found and found[1].lower() != "him" and not (found[1].lower() == "her" and found[2]):
                votes[id(entity)]["m" if found[1].lower() in ("he", "his") else "f"] += 1
            if found:
                break
    for entity in {id(o.entity): o.entity for o in occurrences}.values():
        if tally := votes.get(id(entity)):
            (gender, first), *rest = tally.most_common()
            if not rest or first > 2 * rest[0][1]:
                entity.gender = gender
