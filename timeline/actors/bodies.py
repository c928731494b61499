"""Bodies called by a common noun: "the court", "the panel", "the website", "a federal appeals court"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.actors.cast import Cast
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.roles import stands_for
from timeline.actors.words import (
    Word,
    bare_name,
    collectives,
    country_names,
    given_names,
    is_listed,
    organization_words,
    places,
    singular,
    split_words,
    state_names,
)
from timeline.language import doc_text
from timeline.spans import Span

# Nouns that stand for bodies of other names; all others must be a word of the name ("the council": Valdora City Council).
_SOCIETIES = (
    "Project",
    "Trust",
    "Network",
    "Campaign",
    "Initiative",
    "Society",
    "Federation",
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
_MONEY = ("Fund", "Partners", "Capital", "Holdings", "Ventures", "Investments")
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
    "watchdog": ("Commission", "Authority", "Watch", "Inspectorate", "Integrity", "Monitor", "Ombudsman"),
    "charity": _SOCIETIES,
    "agency": ("Commission", "Administration", "Bureau", "Authority", "Protection", "Enforcement", "Inspectorate"),
    "union": ("Federation", "Brotherhood", "Workers", "Teamsters", "Guild", "Alliance"),
    "fund": _MONEY,
    "bank": ("Bank", "Bancorp", "Banco"),
    "lender": ("Bank", "Bancorp", "Banco"),
    "airline": ("Airlines", "Airways", "Aviation"),
    "carrier": ("Airlines", "Airways", "Aviation"),
    "hospital": ("Hospital", "Infirmary", "Clinic", "Medical"),
    "school": ("School", "Academy", "College"),
    "university": ("University", "College", "Institute"),
    "church": ("Church", "Diocese", "Archdiocese", "Cathedral"),
    "company": _FIRMS,
    "firm": _FIRMS,
    "corporation": _FIRMS,
}
# Nouns for bodies of so different names that only one in the whole article is sure
_MANY_SORTS = frozenset(("agency", "union"))
_ANY_FIRM = frozenset("company firm corporation operator contractor supplier subsidiary startup start-up retailer".split())
_LINKS = frozenset("of to for from with by in at on".split())
_NEAR = 700  # characters, about two paragraphs
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
    words, names = _without_apposition(words, names, noun)
    head_at = next((word.start for word in words if singular(word.lower) == noun.rsplit(maxsplit=1)[-1]), words[-1].start)
    in_front = [o for o in names if o.mention.span[1] <= head_at]
    if in_front and bare:
        if in_front[-1].entity.kind == "person":
            in_front[-1].entity.kind = "organization"  # "the Gannett newspaper chain": no person after all
        return in_front[-1].entity
    if kind in ("court", "legislature"):
        # "a three-judge panel of the Court of Appeals"
        behind = [o for o in names if o.mention.span[0] > head_at and o.entity.kind == "organization"]
        links = [word.lower for word in words if behind and head_at < word.start < behind[0].mention.span[0] and word.lower in _LINKS]
        if links and links[-1] == "of":  # not "a panel of experts reporting to the Security Council"
            return behind[0].entity
    if noun == "side" and names:
        place = places().get(names[-1].mention.name)
        if place is not None:
            return next((e for e in cast.entities if e.name == place.name), Entity(place.name, "country", affiliations=[place.name]))
    lower = {word.lower for word in words}
    definite = words[0].lower in _DEFINITE
    if (definite and len(words) == 2) or (len(words) == 1 and span[0] < lede_end):
        called = _called(cast, noun, span[0], definite)
        if called is not None:
            return called
    if any(name.mention.name in places() and not places()[name.mention.name].adjective for name in names) and kind == "state":
        return None
    if not definite and (span[0] >= lede_end or "of" in lower):
        return None  # "a panel of professors" is no committee
    proper = {bare_name(o.mention.name) for o in names}
    modifiers = {word for word in lower if word not in ("a", "an", "the", noun)} - {name.lower() for name in proper}
    firms = definite and kind == "company" and not modifiers
    candidates = [
        entity
        for entity in cast.around(span[0])
        if (_fits(entity, noun, kind) or (firms and _is_firm(entity, speakers)))
        and all(name in entity.name and name != entity.name for name in proper)
    ]
    before = [entity for entity in candidates if any(start < span[0] for start in entity.starts)]
    if definite:
        if before:
            if noun in _MANY_SORTS and not modifiers:
                named = [entity for entity in before if singular(entity.name.split()[-1].lower()) == noun] or before
                return named[0] if len(named) == 1 and not _others_since(cast, named[0], span[0]) else None
            recent = [entity for entity in reversed(speakers) if any(entity is other for other in before)]
            matching = [e for e in before if any(modifier in e.name.lower() for modifier in modifiers)]
            if modifiers and matching:
                return max(matching, key=lambda e: max(s for s in e.starts if s < span[0]))
            if modifiers - {"same", "whole", "full"} and kind in ("court", "group", "company") and not matching:
                return None
            if kind == "company":
                named = before if noun in _ANY_FIRM else [entity for entity in before if _fits(entity, noun, kind)]
                if not named:
                    return before[0] if len(before) == 1 else None  # "the carmaker" is the only firm that has been named
                paragraph = cast.paragraph_at(span[0])
                return _firm_meant(named, recent, speakers, span[0], paragraph.start if paragraph else span[0])
            return recent[0] if recent else max(before, key=lambda e: max(s for s in e.starts if s < span[0]))
        sure = len(candidates) == 1 if kind == "company" else bool(candidates)
        return candidates[0] if sure and span[0] < lede_end else None
    later = [entity for entity in candidates if entity.starts]
    if kind == "group" and modifiers:
        later = [entity for entity in later if _shared_words(entity, modifiers)]  # "Rights group" is no fisheries association
    return min(later, key=lambda e: (-_shared_words(e, modifiers | {name.lower() for name in proper}), e.starts[0])) if later else None


def learn_employers(cast: Cast, lede_end: int) -> None:
    """Give those their affiliation who are named beside their body: "the company's chief executive, X", "Banco Sur's Y"."""
    for occurrence in cast.occurrences:
        mention, person = occurrence.mention, occurrence.entity
        owner = mention.owner or next((word for word in mention.role.split()[:-1] if word in collectives()), "")  # "union president X"
        if not owner or mention.affiliation or person.kind != "person":
            continue
        if owner[0].isupper():
            body = cast.body(owner)
        else:
            noun = singular(owner.rpartition(" ")[2])
            words = split_words(f"the {owner}")
            body = find_body(cast, (), words, noun, mention.full, lede_end, ()) if noun in collectives() else None
        if body is not None and body.kind == "organization" and body.name not in person.affiliations:
            person.affiliations.append(stands_for(body.name))


def _others_since(cast: Cast, body: Entity, offset: int) -> bool:
    """Whether another body has been named in an offset's paragraph since `body` was."""
    paragraph = cast.paragraph_at(offset)
    last = max(start for start in body.starts if start < offset)
    since = max(last + 1, paragraph.start if paragraph else 0)
    return any(o.entity is not body and o.entity.kind == "organization" for o in cast.within((since, offset)))


def _called(cast: Cast, noun: str, offset: int, definite: bool) -> Entity | None:
    """The only body that is put right behind the noun in the text: "the insurer", of "Health insurer CareHaven"; headlines look ahead."""
    found: dict[int, Entity] = {}
    for occurrence in cast.mentions_around(offset):
        start = occurrence.mention.span[0]
        if occurrence.entity.kind != "organization" or (definite and start > offset):
            continue
        paragraph = cast.paragraph_at(start)
        before = doc_text(paragraph.doc)[max(0, start - paragraph.start - len(noun) - 1) : start - paragraph.start] if paragraph else ""
        if before.lower() == f"{noun} ":
            found[id(occurrence.entity)] = occurrence.entity
    return next(iter(found.values())) if len(found) == 1 else None


def _without_apposition(words: Sequence[Word], names: Sequence[Occurrence], noun: str) -> tuple[Sequence[Word], Sequence[Occurrence]]:
    """The phrase up to an apposition behind its noun: "the institute, known as IMR,"."""
    head = next((index for index, word in enumerate(words) if singular(word.lower) == noun.rpartition(" ")[2]), 0)
    end = next((index for index in range(head + 1, len(words)) if re.search(r"[,(]", words[index].gap)), len(words))
    return words[:end], [name for name in names if end == len(words) or name.mention.span[0] < words[end].start]


def _firm_meant(
    firms: Sequence[Entity], recent: Sequence[Entity], speakers: Sequence[Entity], offset: int, paragraph: int
) -> Entity | None:
    """Which of several firms "the company" is: the only one named in the paragraph or nearby, else who spoke last; None if unsure."""
    for since in (paragraph, offset - _NEAR):
        near = [firm for firm in firms if any(since <= start < offset for start in firm.starts)]
        if len(near) == 1:
            return near[0]
        if near:
            return recent[0] if recent and recent[0] is speakers[-1] else None
    return firms[0] if len(firms) == 1 else None


def _is_firm(entity: Entity, speakers: Sequence[Entity]) -> bool:
    """Whether a body can be "the company": by its name's last word, or as a speaker whose name says nothing else."""
    words = entity.name.split()
    person = len(words) > 1 or entity.gender or entity.roles or words[0] in given_names()
    if entity.kind not in ("organization", "person") or (entity.kind == "person" and person):
        return False  # one word that nothing calls a person may be a firm
    if entity.sorts and not any(collectives()[sort][0] == "company" for sort in entity.sorts):
        return False  # "the union Vega" is no airline
    if words[-1] in organization_words("firm") or "&" in words:
        return True
    other = any(word in organization_words("last") or word in organization_words("first") for word in words)
    return not other and not is_listed(entity.name) and any(entity is speaker for speaker in speakers)


def _shared_words(entity: Entity, modifiers: set[str]) -> int:
    name = entity.name.lower().replace("-", " ")
    return sum(modifier.replace("-", " ") in name for modifier in modifiers)


def _fits(entity: Entity, noun: str, kind: str) -> bool:
    if kind == "press":
        return entity.kind == "press"
    if noun == "state":
        return entity.name in state_names() and entity.kind == "country"
    if noun in ("country", "kingdom"):
        return entity.name in country_names() and entity.kind == "country"
    if entity.kind != "organization":
        return False
    if noun in entity.sorts:
        return True
    name = [singular(word.lower()) for word in entity.name.split()]
    head = next((before for before, word in pairwise(name) if word in ("of", "for")), name[-1])
    if kind == "company" and collectives().get(head, (kind, False))[0] != "company":
        return False  # "the carrier" is no Commission for Aviation Regulation
    other = name[-1] in collectives() and name[-1] != noun.rsplit(maxsplit=1)[-1]
    if noun.rsplit(maxsplit=1)[-1] in name and not other:
        return True  # "the charity" is no Charity Commission
    if kind == "group" and stands_for(entity.name) != entity.name:
        return False  # "the group" is no council of the United Nations
    return any(word in entity.name.split() for word in _IN_NAMES.get(noun, ()))
