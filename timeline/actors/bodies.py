"""Bodies called by a common noun: "the court", "the panel", "the website", "a federal appeals court"."""

from collections.abc import Sequence

from timeline.actors.cast import Cast
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.words import Word, bare_name, collectives, country_names, places, singular, state_names
from timeline.spans import Span

# Nouns that stand for bodies of other names; all others must be a word of the name ("the council": Valdora City Council).
_SOCIETIES = (
    "Group",
    "Organization",
    "Coalition",
    "Association",
    "Union",
    "Foundation",
    "Institute",
    "Center",
    "Council",
    "Watch",
    "Alliance",
)
_FIRMS = ("Inc", "Corp", "Company", "Group", "Motors", "Co")
_COURTS = ("Court", "Tribunal", "Circuit")
_IN_NAMES: dict[str, tuple[str, ...]] = {
    "court": _COURTS,
    "appeals court": _COURTS,
    "panel": ("Committee", "Subcommittee", "Commission"),
    "parliament": ("Parliament", "Knesset", "Duma", "Bundestag", "Rada", "Majlis"),
    "legislature": ("Assembly", "Senate", "Congress"),
    "chamber": ("Senate", "House"),
    "police": ("Police", "Sheriff"),
    "group": _SOCIETIES,
    "organization": _SOCIETIES,
    "organisation": _SOCIETIES,
    "watchdog": _SOCIETIES,
    "charity": _SOCIETIES,
    "company": _FIRMS,
    "firm": _FIRMS,
    "corporation": _FIRMS,
}
_DEFINITE = frozenset(("the", "this", "that", "its"))


def find_body(
    cast: Cast,
    names: Sequence[Occurrence],
    words: Sequence[Word],
    noun: str,
    span: Span,
    lede_end: int,
    speakers: Sequence[Entity],
) -> Entity | None:
    """The named body that a common noun means here, or None.

    `names` are the names inside the phrase, `speakers` those of the statements before. In the opening paragraphs an indefinite
    phrase ("a federal appeals court") may mean a body that is named only later.
    """
    kind, bare = collectives()[noun]
    head_at = next((word.start for word in words if singular(word.lower) == noun.rsplit(maxsplit=1)[-1]), words[-1].start)
    in_front = [o for o in names if o.mention.span[1] <= head_at]
    if in_front and bare:
        if in_front[-1].entity.kind == "person":
            in_front[-1].entity.kind = "organization"  # "the Gannett newspaper chain": no person after all
        return in_front[-1].entity
    if kind in ("court", "legislature"):
        # "a three-judge panel of the Court of Appeals"
        behind = [o for o in names if o.mention.span[0] > head_at and o.entity.kind == "organization"]
        if behind and any(word.lower == "of" and head_at < word.start < behind[0].mention.span[0] for word in words):
            return behind[0].entity
    if noun == "side" and names:
        place = places().get(names[-1].mention.name)
        if place is not None:
            return next((e for e in cast.entities if e.name == place.name), Entity(place.name, "country", affiliations=[place.name]))
    lower = {word.lower for word in words}
    definite = words[0].lower in _DEFINITE
    if any(name.mention.name in places() and not places()[name.mention.name].adjective for name in names) and kind == "state":
        return None
    if not definite and span[0] >= lede_end:
        return None
    proper = {bare_name(o.mention.name) for o in names}
    modifiers = {word for word in lower if word not in ("a", "an", "the", noun)} - {name.lower() for name in proper}
    candidates = [
        entity
        for entity in cast.entities
        if _fits(entity, noun, kind) and all(name in entity.name and name != entity.name for name in proper)
    ]
    before = [entity for entity in candidates if any(start < span[0] for start in entity.starts)]
    if definite:
        if before:
            recent = [entity for entity in reversed(speakers) if any(entity is other for other in before)]
            matching = [e for e in before if any(modifier in e.name.lower() for modifier in modifiers)]
            if modifiers and matching:
                return max(matching, key=lambda e: max(s for s in e.starts if s < span[0]))
            if modifiers - {"same", "whole", "full"} and kind in ("court", "group", "company") and not matching:
                return None
            return recent[0] if recent else max(before, key=lambda e: max(s for s in e.starts if s < span[0]))
        return candidates[0] if candidates and span[0] < lede_end else None
    later = [entity for entity in candidates if entity.starts]
    return min(later, key=lambda e: (-_shared_words(e, modifiers | {name.lower() for name in proper}), e.starts[0])) if later else None


def _shared_words(entity: Entity, modifiers: set[str]) -> int:
    return sum(modifier in entity.name.lower() for modifier in modifiers)


def _fits(entity: Entity, noun: str, kind: str) -> bool:
    if kind == "press":
        return entity.kind == "press"
    if noun == "state":
        return entity.name in state_names() and entity.kind == "country"
    if noun in ("country", "kingdom"):
        return entity.name in country_names() and entity.kind == "country"
    if entity.kind != "organization":
        return False
    last = [singular(word.lower()) for word in entity.name.split()]
    if noun.rsplit(maxsplit=1)[-1] in last:
        return True
    return any(word in entity.name.split() for word in _IN_NAMES.get(noun, ()))
