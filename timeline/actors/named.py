"""Names as speakers: the entity whose name, title or apposition holds a phrase's head noun."""

import re
from collections.abc import Sequence
from typing import Final

from timeline.actors.appositions import heads, is_complement, is_firm_called, names_the_served
from timeline.actors.describe import affiliation_in
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.roles import roles, stands_for
from timeline.actors.scene import Scene
from timeline.actors.speakers import Phrase
from timeline.actors.words import places, singular, split_words

# Who speaks for the body of the sentence before: "Halden denied it. “Never,” spokeswoman X said."
_VOICES: Final = frozenset(
    "chief executive|ceo|chairman|chairwoman|spokesman|spokeswoman|spokesperson|chief financial officer|chief operating officer|"
    "chief medical officer|managing director|sporting director|executive director|medical director|general secretary|"
    "press officer".split("|")
)
_BY_AGE: Final = re.compile(r"\b(elder|older|younger) $", re.I)
_LATELY: Final = 3  # statements
_OWNED: Final = (",", "'s", "’s", "s'", "s’")


def named_by(scene: Scene, phrase: Phrase, names: Sequence[Occurrence]) -> Entity | None:
    """The entity whose name, title or apposition holds the phrase's head noun."""
    at = phrase.paragraph.start + phrase.head.idx
    bare = re.sub(r"^(?:the|The)\s+|['’]s?$", "", phrase.text)
    for occurrence in names:
        mention = occurrence.mention
        adjective = mention.name in places() and places()[mention.name].adjective and occurrence.entity.name not in places()
        if scene.text[slice(*mention.span)].rstrip("'’s") == bare.rstrip("'’s") and not adjective:
            return _bearer(scene, occurrence)
    for occurrence in names:
        mention, (start, end) = occurrence.mention, occurrence.mention.full
        whole = start <= phrase.span[0] and end >= phrase.span[1] and mention.full != mention.span
        if whole and occurrence.entity.kind == "person" and not mention.possessive:
            return occurrence.entity
    if bare[:1].isupper() and " " not in bare and (known := scene.cast.named(bare)) is not None and known.kind == "person":
        return known  # "Backer", a surname that is a role noun too
    last = names[-1] if names and not heads(names[0], phrase, at) else None
    ends = last is not None and last.mention.span[1] >= phrase.span[1] and not last.mention.possessive
    behind = phrase.paragraph.start + phrase.head.idx + len(phrase.head)
    between, comma, rest = scene.text[behind : last.mention.span[0]].partition(",") if last is not None else ("", "", "")
    if comma and re.match(r"\s*\w+\s+by\b", rest):
        last = None  # "The commission, led by the magistrate Ann Cole," is not she
    if last is not None and comma and not rest.strip() and names_the_served(scene, between, last):
        return None  # "a spokesman for the mayor, Ann Cole"
    if last is not None and ends and is_firm_called(scene, phrase, last, at):
        return last.entity
    if last is not None and ends and not is_complement(scene, phrase, last) and (last.entity.kind == "person" or last.mention.unsure):
        lead = scene.text[phrase.span[0] : last.mention.span[0]].rstrip()
        if (
            lead.endswith(_OWNED if last.entity.kind == "person" else _OWNED[1:])
            or lead.endswith((" called", " named"))
            or singular(lead.rpartition(" ")[2].lower()) in roles()
        ):
            return last.entity  # "The party's nominee, Trump", "Fox News' Bret Baier", "a widow called Venkamma"
    for occurrence in names:
        other = re.search(r"([\w-]+) and $", scene.text[phrase.span[0] : occurrence.mention.full[0]])
        if other and occurrence.entity.kind == "person" and not occurrence.mention.possessive and other[1].lower() in roles():
            return occurrence.entity  # "Former prosecutor and New York Mayor X, who …"
    for occurrence in names:
        mention = occurrence.mention
        if mention.span[0] <= at < mention.span[1] and not (mention.possessive and mention.span[1] < phrase.span[1]):
            return _bearer(scene, occurrence)
    for occurrence in names:
        mention = occurrence.mention
        if mention.full[0] <= at < mention.full[1] and occurrence.entity.kind == "person" and mention.full != mention.span:
            return occurrence.entity
    return None


def learn_voice(scene: Scene, phrase: Phrase, names: Sequence[Occurrence], named: Entity) -> None:
    """A spokesman without a body speaks for the one that spoke right before in the paragraph."""
    own = [o.mention for o in names if o.entity is named and not o.mention.owner and not o.mention.affiliation]
    if named.affiliations or not {role for mention in own for role in (mention.head, mention.role)} & _VOICES:
        return
    for statement in scene.heard(phrase.span[0])[-1:]:
        [*speakers] = statement.entities
        if len(speakers) == 1 and speakers[0].kind == "organization" and statement.offset >= phrase.paragraph.start:
            named.affiliations.append(stands_for(speakers[0].name))


def learn_office(phrase: Phrase, named: Entity, owner: Entity | None) -> None:
    """Somebody's counterpart has the same office: "His Congolese counterpart, X," after a foreign minister."""
    if owner is None or owner is named or named.roles or not re.search(r"\b(?:counterpart|opposite number)\b", phrase.text):
        return
    country = affiliation_in(split_words(phrase.text))
    named.affiliations += [country] if country and not named.affiliations else []
    named.roles += [(text, head, country) for text, head, _ in owner.roles[:1]]


def _by_age(scene: Scene, surname: str, younger: bool) -> Entity | None:
    """Which of two of one surname is the elder: who is called a father or mother."""
    parents = [e for e in scene.cast.bearers(surname) if any(head in ("father", "mother") for _, head, _ in e.roles)]
    others = [e for e in scene.cast.bearers(surname) if e not in parents]
    meant = others if younger else parents
    return meant[0] if len(parents) == len(others) == 1 else None


def _bearer(scene: Scene, occurrence: Occurrence) -> Entity | None:
    """Who is meant by a surname that two bear: the one named first, but who has just spoken if that one has said nothing yet."""
    mention, entity = occurrence.mention, occurrence.entity
    if " " in mention.name or mention.full != mention.span or entity.kind != "person":
        return entity
    if age := _BY_AGE.search(scene.text[max(0, mention.span[0] - 12) : mention.span[0]]):
        return _by_age(scene, mention.name, age[1].lower() == "younger")
    heard = scene.heard(mention.span[0])
    if not heard:
        return entity
    # "Jonas Keller said no. Keller said …": in full right before
    paragraph = scene.cast.paragraph_at(mention.span[0])
    before = scene.cast.within((heard[-1].offset, heard[-1].offset + 200)) if paragraph and heard[-1].offset >= paragraph.start else []
    in_full = {id(o.entity) for o in before if o.mention.name.endswith(" " + mention.name) and o.mention.span[1] < mention.span[0]}
    if id(entity) not in in_full and any(entity is speaker for statement in heard for speaker in statement.entities):
        others = [other for other in heard[-1].entities if id(other) in in_full]
        return others[0] if len(others) == 1 else entity
    spoken = {id(speaker) for statement in heard[-_LATELY:] for speaker in statement.entities}
    others = [other for other in scene.cast.bearers(mention.name) if id(other) in spoken]
    return others[0] if len(others) == 1 else entity
