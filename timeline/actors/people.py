"""People called by their role: "the ambassador", "his attorney", "the Iranian officials", "a New York judge" in the opening."""

import re
from collections.abc import Sequence

from timeline.actors.entity import Entity
from timeline.actors.offices import INDEFINITE, apart, holder_of
from timeline.actors.roles import COMMON_WORDS, RolePhrase, parse_role, role_at, roles, stands_for
from timeline.actors.scene import POSSESSIVE_PRONOUNS, Found, Scene
from timeline.actors.speakers import Phrase, phrases
from timeline.actors.words import DETERMINERS, Word, country_names, given_names, parties, places, split_words

# Words for a person that say too little to be looked up by themselves.
_GENERIC = frozenset(
    "official man woman politician lawmaker candidate nominee leader speaker author expert analyst lawyer democrat republican".split()
)
_ANYBODY = frozenset(("man", "woman", "speaker", "democrat", "republican", "politician"))
# Those whom an article about an election is about.
_RUNNING = frozenset("candidate nominee contender front-runner frontrunner hopeful".split())
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTRIES = frozenset(("country", "countries", "nation", "nations", "state", "states", "government", "governments", "power", "powers"))


def role_phrase(words: Sequence[Word], phrase: Phrase) -> RolePhrase | None:
    """The role that the phrase's head noun is; None if it is none."""
    role = parse_role(words, 0, len(words))
    if role is None:
        return None
    at = phrase.paragraph.start + phrase.head.idx
    if words[role.start].start <= at < words[min(role.end, len(words)) - 1].end:
        return role
    return role if any(word.start <= at < word.end and role_at(words, position)[0] for position, word in enumerate(words)) else None


def several_again(scene: Scene, words: Sequence[Word], noun: str) -> Found | None:
    """ "The three countries", "both senators": the speakers of a statement before, if they are as many and of that kind."""
    lower = [word.lower for word in words[:3]]
    count = 2 if lower[0] == "both" else _NUMBERS.get(lower[1], 0) if len(lower) > 2 and lower[0] in ("the", "these", "those", "all") else 0
    kind = "country" if noun in _COUNTRIES else "person" if noun in roles() else ""
    if not count or not kind:
        return None
    for statement in reversed(scene.heard(words[0].start)):
        if len(statement.entities) == count and all(entity.kind == kind for entity in statement.entities):
            return statement.entities, f"group again: {noun}", 0.8
    return None


def by_nationality(scene: Scene, phrase: Phrase, words: Sequence[Word]) -> Found | None:
    """ "The Briton": the only one of that country named before, else who has just spoken where the paragraph names nobody else."""
    place = places().get(words[1].text) if len(words) == 2 and words[0].lower == "the" else None
    if place is None or not place.adjective or words[1].text.endswith("s") or words[1].text + "s" not in places():
        return None
    offset = phrase.span[0]
    people = [o.entity for o in scene.cast.before(offset) if o.entity.kind == "person"]
    known = {id(person): person for person in people if place.name in person.affiliations}
    if len(known) == 1:
        return tuple(known.values()), f"of that country: {words[1].text}", 0.7
    here = {id(o.entity) for o in scene.cast.within((phrase.paragraph.start, offset)) if o.entity.kind == "person"}
    for statement in scene.heard(offset)[-1:]:
        alone = len(statement.entities) == 1 and here == {id(statement.entities[0])}
        if alone and not known and not any(value in country_names() for value in statement.entities[0].affiliations):
            return statement.entities, f"speaker before: {words[1].text}", 0.65
    return (scene.describe(phrase),), "description", 0.6


def by_role(scene: Scene, phrase: Phrase, role: RolePhrase, words: Sequence[Word], index: int, owner: Entity | None) -> Found:
    """Who a phrase with a role noun is; `index` is the attribution's, `owner` whom "his" or "its" in front means."""
    first = words[0].text
    if words[1:] and (first in COMMON_WORDS or first.startswith("Ex-")) and first.lower() not in role.text.split():
        role = role._replace(text=f"{first.lower()} {role.text}")  # "Airport chief", capital only as a sentence's first word
    owner = owner if words[0].lower in POSSESSIVE_PRONOUNS else scene.owner_named(role)
    if owner is not None and not role.affiliation and (country := stands_for(owner.name)) in country_names():
        role = role._replace(affiliation=country)  # "China was silent. Its envoy left"
    determiner = words[0].lower if words and words[0].lower in DETERMINERS | INDEFINITE else ""
    found = _group(scene, role, words, determiner, index) if role.plural else _one(scene, role, owner, words, determiner)
    if found is not None:
        return found
    entity = scene.describe(phrase, owner)
    entity.plural = role.plural
    entity.gender = "" if role.plural else roles()[role.head].gender
    known = scene.cast.named(role.owner) is not None or stands_for(role.owner) != role.owner or role.owner in country_names()
    affiliation = (role.affiliation if known or not role.owner else "") or (owner.name if owner else "")
    if affiliation:
        entity.affiliations.append(affiliation)
    entity.roles.append((role.text if not role.plural else "", role.head, affiliation))
    return (entity,), "description", 0.7


def _one(scene: Scene, role: RolePhrase, owner: Entity | None, words: Sequence[Word], determiner: str) -> Found | None:
    """The one person meant: who has the role, else the speaker before, else (for candidates) whom the article is about."""
    offset = words[0].start
    definite = determiner not in INDEFINITE
    if definite or offset < scene.lede_end:
        holder = holder_of(scene, role, owner, words, determiner)
        if holder is not None:
            _learn(holder, role)
            return (holder,), f"role: {role.text}", 0.85 if definite else 0.75
    member = _member(scene, role, offset) if determiner == "the" and len(words) == 2 else None
    if member is not None:
        return (member,), f"party: {role.head}", 0.75
    if role.head in _GENERIC and determiner in ("the", "this", "that"):
        for statement in reversed(scene.heard(offset)[-2:]):
            candidate, *others = statement.entities
            gender = roles()[role.head].gender
            # Somebody with another role is not "the lawyer".
            free = not candidate.roles or role.head in _ANYBODY
            agrees = free and candidate.kind == "person" and (not gender or candidate.gender in ("", gender))
            belongs = not role.affiliation or not candidate.affiliations or role.affiliation in candidate.affiliations
            alone = all(word.lower != "who" for word in words)  # "the man, who calls himself Abu", isn't who spoke before
            if not others and agrees and belongs and alone:
                return (candidate,), f"role of the speaker before: {role.head}", 0.6
    another = bool(apart(role.text, role.head) - {"former"})  # "a junior minister" is not whoever is named next
    another = another or (role.head in _ANYBODY and determiner in INDEFINITE)  # nor "a man"
    another = another or (determiner == "its" and owner is not None and owner.kind == "organization")  # nor "its secretary"
    unroled = None if another else _without_role(scene, offset, determiner, words)
    if unroled is not None:
        _learn(unroled, role)
        unroled.roles.append((role.text, role.head, role.affiliation))
        return (unroled,), f"person without another role: {role.head}", 0.6
    if determiner == "the" and role.head in _RUNNING:
        known = [o.entity for o in scene.cast.before(offset) if o.entity.kind == "person" and not o.entity.roles and " " in o.entity.name]
        if known:
            most = max(known, key=lambda entity: sum(start < offset for start in entity.starts))
            _learn(most, role)
            return (most,), f"most named: {role.head}", 0.5
    return None


def _member(scene: Scene, role: RolePhrase, offset: int) -> Entity | None:
    """Who "the Democrat" is: the only one of that party named before, else the speaker of the statement before."""
    party = parties().get(role.head.title())
    known = [
        entity
        for entity in scene.cast.around(offset)
        if party in entity.affiliations and entity.kind == "person" and any(start < offset for start in entity.starts)
    ]
    if len(known) > 1:
        heard = scene.heard(offset)[-1:]
        known = [entity for entity in known if any(entity is speaker for statement in heard for speaker in statement.entities)]
    return known[0] if len(known) == 1 else None


def _without_role(scene: Scene, offset: int, determiner: str, words: Sequence[Word]) -> Entity | None:
    """Whom a role means that is never put beside a name: "Iran's foreign minister …" in the opening, "Hossein X said …", "The minister …".

    It is the speaker of the statement before, or in the opening the only subject that is named next, if the text gives that person no
    role of its own.
    """
    if determiner == "the" and len(words) == 2:
        for statement in reversed(scene.heard(offset)[-1:]):
            [*people] = statement.entities
            near = offset - statement.offset < 1500
            if (
                near
                and len(people) == 1
                and people[0].kind == "person"
                and not people[0].roles
                and not people[0].affiliations
                and not _told_otherwise(scene, people[0], offset)
            ):
                return people[0]
        return None
    if offset >= scene.lede_end:
        return None
    following = [o for o in scene.cast.between(offset + 1, scene.lede_end + 700) if o.entity.kind == "person"]
    unroled = {
        id(o.entity): o.entity
        for o in following
        if not o.entity.roles
        and not o.entity.affiliations
        and (o.entity.gender or o.entity.name.split()[0] in given_names())  # not what may be a firm after all
        and scene.is_subject(o, itself=True)
    }
    return next(iter(unroled.values())) if len(unroled) == 1 else None


def _told_otherwise(scene: Scene, person: Entity, offset: int) -> bool:
    """Whether the text says who somebody is in words that are no role: "Ann Cole, who runs a shop, said"."""
    return any(
        o.entity is person and " " in o.mention.name and re.match(r",\s+(?:who|an?|the|\d+)\b", scene.text[o.mention.span[1] :][:12])
        for o in scene.cast.mentions_around(offset)
    )


def _group(scene: Scene, role: RolePhrase, words: Sequence[Word], determiner: str, index: int) -> Found | None:
    if determiner in ("the", "these", "those") and len(words) == 2:
        # "the lawyers" are "Cruz's lawyers" of before
        again = [entity for entity in scene.described if entity.plural and any(head == role.head for _, head, _ in entity.roles)]
        if again:
            return (again[-1],), f"group again: {role.head}", 0.7
    if len(words) == 1 and words[0].start < scene.lede_end:
        group = _group_named_later(scene, role, index)
        if group is not None:
            return (group,), f"group named later: {role.head}", 0.7
    return None


def _group_named_later(scene: Scene, role: RolePhrase, index: int) -> Entity | None:
    """ "Officials" in a headline are the "Iranian officials" who speak in the body, if no other officials do."""
    found: dict[str, Phrase] = {}
    for attribution in scene.attributions[index + 1 :]:
        for phrase in phrases(scene.parsed, scene.cast, attribution.speaker_spans):
            other = parse_role(words := split_words(phrase.text, phrase.span[0]), 0, len(words))
            if other and other.plural and other.head == role.head and other.affiliation and phrase.head.lower_ == words[-1].lower:
                found.setdefault(other.affiliation, phrase)
    if len(found) != 1:
        return None
    [(affiliation, phrase)] = found.items()
    entity = scene.describe(phrase)
    entity.plural = True
    if affiliation not in entity.affiliations:
        entity.affiliations.append(affiliation)
    return entity


def _learn(entity: Entity, role: RolePhrase) -> None:
    """A person called by a role has it."""
    if role.affiliation and not entity.affiliations and stands_for(role.owner) != role.owner:
        entity.affiliations.append(role.affiliation)
        entity.roles.append((role.text, role.head, role.affiliation))
