"""Texts and bodies that speak: "Ivana Trump's brief", "a Reuters survey", "her campaign", "the appeals court"."""

import re
from collections.abc import Sequence

from timeline.actors.bodies import find_body
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.scene import Found, Scene
from timeline.actors.speakers import Phrase
from timeline.actors.words import Word, collectives, medium_of, places, singular, split_words

# "a report by the progressive Center …", "an editorial in the Post"; not "an e-mail obtained by the Post"
_AUTHOR_FOLLOWS = re.compile(
    r"(?<!obtained )(?<!seen )(?<!reviewed )(?<!leaked )\b(?:by|from|of|in|at)\s+(?:(?:the|an?)\s+)?(?:[a-z'’-]+\s+){0,2}$"
)
_NAME_ENDS = re.compile(r"\s+(?:of|in|at|for|on|that|which|who)\b|(?!\s+\w)")
_COURT_TEXTS = frozenset("ruling decision verdict opinion order judgment judgement".split())


def by_document(scene: Scene, phrase: Phrase, names: Sequence[Occurrence], words: Sequence[Word], noun: str, owner: Entity | None) -> Found:
    """Who speaks by a text: whose it is, who wrote it, or the same as before."""
    if owner is not None:
        return (owner,), f"document: {noun}", 0.75
    author = _author(scene, phrase, names, words, noun)
    if author is not None:
        return (author.entity,), f"document: {noun}", 0.75
    if words[0].lower in ("the", "this", "that") and len(words) <= 3:
        for statement in reversed(scene.heard(phrase.span[0])):
            if any(_family(singular(word)) == _family(noun) for word in statement.speaker.lower().split()):
                return statement.entities[:1], f"document again: {noun}", 0.65
        if noun in _COURT_TEXTS:
            court = find_body(scene.cast, (), split_words("the court"), "court", phrase.span, scene.lede_end, [])
            if court is not None:
                return (court,), f"document of the court: {noun}", 0.65
    return (scene.describe(phrase),), "description", 0.6


def _author(scene: Scene, phrase: Phrase, names: Sequence[Occurrence], words: Sequence[Word], noun: str) -> Occurrence | None:
    head_at = next((word.end for word in words if singular(word.lower) == noun), phrase.span[1])
    plural = phrase.head.tag_ in ("NNS", "NNPS")
    for occurrence in names:
        mention, kind = occurrence.mention, occurrence.entity.kind
        in_a_title = any(o.mention.full[0] <= mention.span[0] < o.mention.span[0] for o in names if o is not occurrence)
        if in_a_title:
            continue
        if mention.span[0] > head_at:
            lead, rest = scene.text[phrase.span[0] : mention.full[0]].lower(), scene.text[mention.span[1] : phrase.span[1]]
            if not plural and kind != "country" and _NAME_ENDS.match(rest) and _AUTHOR_FOLLOWS.search(lead):
                return occurrence
        elif mention.possessive or (not plural and kind in ("press", "organization", "person") and not _is_adjective(mention.name)):
            return occurrence
    return None


def _family(noun: str) -> str:
    """Which texts can be each other: "the study" may be the survey of before, a letter not; other words are only themselves."""
    medium = medium_of(noun)
    return "research" if medium in ("study", "poll", "report") else medium or noun


def _is_adjective(name: str) -> bool:
    return name in places() and places()[name].adjective


def by_body(scene: Scene, phrase: Phrase, names: Sequence[Occurrence], words: Sequence[Word], noun: str, owner: Entity | None) -> Found:
    """Which body a common noun means; one that has no name keeps its description."""
    speakers = [entity for statement in scene.heard(phrase.span[0]) for entity in statement.entities]
    found = find_body(scene.cast, names, words, noun, phrase.span, scene.lede_end, speakers)
    if found is not None:
        found.kind = "organization" if found.kind == "person" else found.kind  # a firm whose name says nothing
        return (found,), f"body: {noun}", 0.75
    possessor = owner or next((o.entity for o in names if o.entity.kind == "person" and o.mention.span[0] <= words[0].end + 1), None)
    if (
        possessor is None
        and names
        and re.search(rf"\b{noun} of (?:[\w-]+ ){{0,4}}$", scene.text[phrase.span[0] : names[-1].mention.span[0]])
    ):
        possessor = names[-1].entity  # "the campaign of the candidate Ann Cole"
    if possessor is not None and possessor.kind == "person" and collectives()[noun][0] == "party":
        entity = scene.body_named(f"{possessor.name} {'campaign' if noun == 'camp' else noun}", phrase)
        entity.affiliations.append(possessor.name)
        return (entity,), f"body of a person: {noun}", 0.75
    entity = scene.describe(phrase, owner)
    entity.kind = "organization"
    if possessor is not None and possessor.affiliations:
        entity.affiliations.append(possessor.affiliations[0])
    return (entity,), "description", 0.65
