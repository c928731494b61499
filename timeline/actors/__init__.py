"""Speakers → Actors: who "he", "the ambassador" and "Tehran" are, with role and affiliation.

A cast of all persons and bodies that the article names is drawn up first (mentions.py, cast.py); then every speaker is traced to
one of them, or keeps its description (resolve.py; named.py for names, referring.py for pronouns).
"""

from collections.abc import Sequence

from timeline.actors.actor import Actor, ActorKind
from timeline.actors.cast import Cast, build_cast
from timeline.actors.entity import Entity
from timeline.actors.resolve import Resolver
from timeline.actors.roles import roles, stands_for
from timeline.actors.words import country_names, places, state_names, titles
from timeline.attribution import Attribution
from timeline.language import Parsed

__all__ = ["Actor", "ActorKind", "identify_actors"]

_NOBODY = Actor("", "unnamed", rule="no speaker")


def identify_actors(parsed: Parsed, attributions: Sequence[Attribution]) -> list[tuple[Actor, ...]]:
    """For each attribution its actors: one, or several for "France and Germany said"; always at least one.

    An attribution without speaker (a passive, "allegedly") has one Actor with an empty name.
    """
    if not attributions:
        return []
    cast = build_cast(parsed)
    resolver = Resolver(parsed, cast, attributions)
    order = sorted(range(len(attributions)), key=lambda i: (attributions[i].speaker_spans or attributions[i].cue_spans or ((0, 0),))[0])
    for index in order:
        resolver.speakers(index)
    found = []
    for index in range(len(attributions)):
        actors: dict[str, Actor] = {}
        for entities, rule, confidence in resolver.speakers(index):
            for entity in entities:
                actor = _actor(cast, entity, rule, confidence)
                actors.setdefault(actor.name, actor)
        found.append(tuple(actors.values()) or (_NOBODY,))
    return found


def _actor(cast: Cast, entity: Entity, rule: str, confidence: float) -> Actor:
    role = next((text for text, _, _ in entity.roles if text), "")
    return Actor(entity.name, entity.kind, role, _affiliation(cast, entity), rule, round(confidence, 2))


def _affiliation(cast: Cast, entity: Entity) -> str:
    """For whom an entity speaks. A spokesman or lawyer speaks for a person, a deputy for whom that person does, a neighbour for nobody."""
    name = _named_affiliation(cast, entity)
    served = cast.named(name) if name else None
    if served is None or served.kind != "person" or served is entity:
        return name
    domains = {roles()[head].domain for _, head, _ in entity.roles if head in roles()}
    if "client" in domains or not domains:
        return name
    above = "" if domains <= {"other", "family"} else _named_affiliation(cast, served)
    return above if above != entity.name else ""


def _named_affiliation(cast: Cast, entity: Entity) -> str:
    """Its country, else party, else organisation, or the person whom it serves."""
    if entity.kind == "country" or (entity.kind == "organization" and not entity.affiliations):
        if "Court" in entity.name.split():
            return ""  # courts speak for themselves
        stands = stands_for(entity.name)
        return stands if stands != entity.name or stands in country_names() or stands in state_names() else ""
    values = entity.affiliations
    if not values:
        return ""
    best = next((value for value in values if value in country_names()), values[0])
    if (
        " " not in best
        and stands_for(best) == best
        and best not in country_names()
        and cast.named(best) is None
        and cast.body(best) is None
    ):
        return ""  # a word that the article never uses as a name
    if best in places():
        return places()[best].name
    if (body := cast.body(best)) is not None and body is not entity and stands_for(best) == best:
        return body.name
    bare = " ".join(word for word in best.split() if word not in titles())
    other = cast.named(bare) if " " not in bare else None
    return other.name if other is not None and other.kind == "person" and other is not entity else best
