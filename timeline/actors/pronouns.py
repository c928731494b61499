"""Pronouns: which person or body before them "he", "they" and "it" are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline.actors.cast import Cast
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.words import country_names, parties, places
from timeline.lexicon import entries
from timeline.spans import Span

Number = Literal["one", "many", "body", "self", "selves", "relative"]


_CONTINUES = 3.4  # for the speaker of the statement before: reports go on with the same speaker
_FLEETING = 1.0
_GENDER = 1.0  # for a name that says the pronoun's gender, against one that leaves it open


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks of the one it stands for: number and gender."""

    number: Number
    gender: str


@cache
def pronouns() -> dict[str, Pronoun]:
    """Pronouns in lower case → what they ask for."""
    return {row["pronoun"]: Pronoun(row["number"], row["gender"]) for row in entries("pronouns")}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A statement that has been given its speakers: where its speaker stands, who they are, and the words for them."""

    offset: int
    entities: tuple[Entity, ...]
    speaker: str = ""


def fits(entity: Entity, pronoun: Pronoun) -> bool:
    """Whether number and gender let the pronoun stand for the entity."""
    if pronoun.number == "one":
        person = entity.kind == "person" or (entity.kind == "unnamed" and not entity.plural)
        return person and entity.gender in ("", pronoun.gender)
    if entity.kind == "organization" and entity.name in parties() and not entity.plural and entity.name not in parties().values():
        return False  # "Republican" in "Republican voters"
    if entity.kind == "country" and not _is_government(entity.name):
        return False  # towns, states, and adjectives that only name a country
    if pronoun.number == "body":
        return entity.kind in ("organization", "country", "press") and not entity.plural
    if pronoun.number == "many":
        return entity.plural or entity.kind in ("organization", "press")
    return True


def _is_government(name: str) -> bool:
    return name in places() and not places()[name].adjective and (places()[name].seat or places()[name].name in country_names())


def antecedent(
    cast: Cast,
    offset: int,
    pronoun: Pronoun,
    earlier: Sequence[Earlier],
    quoted: Callable[[Span], bool],
    is_subject: Callable[[Occurrence], bool],
) -> tuple[tuple[Entity, ...], float]:
    """The best antecedent of a pronoun at `offset` with a confidence; () if nobody fits.

    The speaker of the statement before and the subjects of the sentences before are the likeliest; names inside quotations are not.
    """
    here = cast.paragraph_at(offset)
    paragraph = here.index if here else 0
    scores: dict[int, float] = {}
    groups: dict[int, tuple[Entity, ...]] = {}

    def consider(entities: tuple[Entity, ...], score: float) -> None:
        key = id(entities[0])
        if score > scores.get(key, -99.0):
            scores[key] = score
            groups[key] = entities

    recent = cast.before(offset)
    # A paragraph that names somebody who fits has mostly begun a new topic.
    begun = here is not None and any(
        o.mention.span[0] >= here.start and fits(o.entity, pronoun) and not quoted(o.mention.span) for o in recent
    )
    for back, statement in enumerate(reversed(earlier[-4:])):
        if not statement.entities:
            continue
        place = cast.paragraph_at(statement.offset)
        distance = paragraph - (place.index if place else 0)
        base = _CONTINUES - 0.7 * back - 0.6 * max(0, distance) - (1.2 if begun and distance else 0.0)
        if pronoun.number != "many" and len(statement.entities) > 1:
            base -= 1.5
        if pronoun.number == "many" and len(statement.entities) > 1:
            consider(statement.entities, base)
            continue
        for entity in statement.entities:
            if fits(entity, pronoun):
                # Who is only described comes back right afterwards or not at all.
                consider(
                    (entity,),
                    base
                    - (_FLEETING if entity.kind == "unnamed" and (back or distance) else 0.0)
                    + (_GENDER if entity.gender and entity.gender == pronoun.gender else 0.0),
                )
    seen = 0
    for occurrence in recent:
        entity = occurrence.entity
        place = cast.paragraph_at(occurrence.mention.span[0])
        distance = paragraph - (place.index if place else 0)
        if distance > 3:
            break
        if not fits(entity, pronoun):
            continue
        score = 2.0 - 0.9 * distance - 0.15 * seen
        if occurrence.mention.possessive:
            score += 0.5 if is_subject(occurrence) else -0.8  # "Oz's advice earned him a hearing, where he …"
        elif is_subject(occurrence):
            score += 1.2
        if quoted(occurrence.mention.span):
            score -= 2.0
        if entity.gender and entity.gender == pronoun.gender:
            score += _GENDER
        if pronoun.number == "many" and not entity.plural:
            score -= 1.2
        consider((entity,), score)
        seen += 1
    if not scores:
        return (), 0.0
    ranked = sorted(scores, key=lambda key: -scores[key])
    margin = scores[ranked[0]] - (scores[ranked[1]] if len(ranked) > 1 else -1.0)
    return groups[ranked[0]], min(0.95, 0.6 + 0.2 * margin)
