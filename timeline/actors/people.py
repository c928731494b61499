"""People called by their role: "the ambassador", "his attorney", "the Iranian officials", "a New York judge" in the opening."""

import re
from collections.abc import Sequence

from timeline.actors.entity import Entity
from timeline.actors.roles import COMMON_WORDS, RolePhrase, may_mean, modifiers, parse_role, role_at, roles, stands_for
from timeline.actors.scene import POSSESSIVE_PRONOUNS, Found, Scene
from timeline.actors.speakers import Phrase, phrases
from timeline.actors.words import DETERMINERS, Word, country_names, given_names, parties, places, split_words, state_names

# Words for a person that say too little to be looked up by themselves.
_GENERIC = frozenset(
    "official man woman politician lawmaker candidate nominee leader speaker author expert analyst lawyer democrat republican".split()
)
_ANYBODY = frozenset(("man", "woman", "speaker", "democrat", "republican", "politician"))
# Those whom an article about an election is about.
_RUNNING = frozenset("candidate nominee contender front-runner frontrunner hopeful".split())
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTRIES = frozenset(("country", "countries", "nation", "nations", "state", "states", "government", "governments", "power", "powers"))
_INDEFINITE = frozenset("a an one some any another every each".split())
# Modifiers that tell nobody apart: a "former ambassador" may be the ambassador of before.
_WEAK = frozenset("senior top longtime ranking".split())
# Modifiers that make it another office: the shadow minister is not the minister, the vice president not the president.
_APART = frozenset("former shadow junior vice deputy assistant lieutenant".split())
# But an assistant professor is called the professor, a lieutenant colonel the colonel.
_RANKS = frozenset("professor colonel general commander".split())
_NEAR = 1200  # characters, about three paragraphs
_ONE_EACH = frozenset(("governor", "attorney general"))
_FIRST = frozenset("first second third last next other top long".split())
_ABROAD = frozenset("ambassador envoy consul ambassadors".split())


def _apart(text: str, head: str) -> set[str]:
    """The modifiers of a role that make it another office; "ex-official" is a former one."""
    words = {"former" if word == "ex" or word.startswith("ex-") else word for word in (*text.split(), *head.split())}
    return words & (_APART - {"assistant", "lieutenant"} if words & _RANKS else _APART)


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
    determiner = words[0].lower if words and words[0].lower in DETERMINERS | _INDEFINITE else ""
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
    definite = determiner not in _INDEFINITE
    if definite or offset < scene.lede_end:
        holder = _holder(scene, role, owner, offset, definite)
        if not definite and holder is not None and any(scene.body_start <= start < offset for start in holder.starts):
            holder = None  # "a judge" is none of those whom the text has named already
        if holder is not None and role.head == "president" and determiner == "the" and len(words) == 2 and _far(scene, holder, offset):
            holder = None  # the country's, not that of a union named far above
        if holder is not None and role.head == "president" and determiner == "the" and len(words) == 2 and _of_both_sorts(scene, offset):
            holder = None  # the country's or the union's: both have been named
        if holder is not None and _other_body(holder, role, words, offset):
            holder = None
        if holder is not None and not (determiner == "the" and _only_later(scene, holder, role, offset)):
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
    apart = bool(_apart(role.text, role.head) - {"former"})  # "a junior minister" is not whoever is named next
    apart = apart or (role.head in _ANYBODY and determiner in _INDEFINITE)  # nor "a man"
    unroled = None if apart else _without_role(scene, offset, determiner, words)
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


def _far(scene: Scene, holder: Entity, offset: int) -> bool:
    """Whether a person of no country was last named some paragraphs before."""
    bodies = [
        *holder.affiliations,
        *(o.mention.owner for o in scene.cast.mentions_around(offset) if o.entity is holder and o.mention.owner),
    ]
    if not bodies or any(value in country_names() for value in bodies):
        return False
    return all(offset - start > _NEAR for start in holder.starts if start < offset)


def _of_both_sorts(scene: Scene, offset: int) -> bool:
    """Whether a president of a country and one of some body have been named before: "President X", "X, president of the guild"."""
    country: set[bool] = set()
    for occurrence in scene.cast.between(offset - 20 * _NEAR, offset):
        mention = occurrence.mention
        if mention.head == "president" and occurrence.entity.kind == "person" and mention.role == "president":
            body = mention.affiliation or mention.owner
            title = mention.full[0] < mention.span[0] and scene.text[mention.full[0] : mention.span[0]].strip() == "President"
            country.add(body in country_names() if body else title)
    return len(country) > 1


def _only_later(scene: Scene, holder: Entity, role: RolePhrase, offset: int) -> bool:
    """Whether the holder is named only afterwards and nothing says that the country is the same: "the Irish sculler"."""
    later = not any(start < offset for start in holder.starts) and (offset >= scene.lede_end or roles()[role.head].domain == "other")
    return later and role.affiliation != "" and role.affiliation not in holder.affiliations


def _other_body(holder: Entity, role: RolePhrase, words: Sequence[Word], offset: int) -> bool:
    """Whether "the head of the federal vaccine program" is none of those named later as a director: neither word nor body agrees."""
    named = bool(role.affiliation or role.owner) or any(start < offset for start in holder.starts)
    of_body = any(word.lower in ("of", "for") and word.gap == " " for word in words[1:])
    return not named and of_body and all(head != role.head for _, head, _ in holder.roles)


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


def _holder(scene: Scene, role: RolePhrase, owner: Entity | None, offset: int, definite: bool) -> Entity | None:
    """The person who has the role by title, apposition or an earlier mention; of several the best fit, then the last named."""
    best: tuple[float, int] = (0.0, 0)
    holder = None
    just_heard = [speaker for statement in scene.heard(offset)[-1:] for speaker in statement.entities]
    for entity in (*scene.cast.around(offset), *scene.described):
        named = entity.kind in ("person", "organization")  # "the regulator" may be a body
        if not entity.roles or entity.plural or not (named or (definite and entity.kind == "unnamed")):
            continue
        fit = max((_role_fit(scene, role, owner, seen) for seen in entity.roles), default=0.0)
        state = next((word for word in (role.affiliation, role.owner) if word in state_names()), "")
        if state and (roles()[role.head].domain == "state" or role.head.title() in parties()):
            # "The Florida senator" is nobody whom the text puts elsewhere or nowhere; "the Utah Republican" is a member from Utah.
            of_party = role.head.title() in parties() and role.affiliation in entity.affiliations
            there = state in entity.states or state in entity.affiliations
            placed = entity.states or any(value in state_names() or value in country_names() for value in entity.affiliations)
            only = role.head in _ONE_EACH and not placed and offset < scene.lede_end and _only_one(scene, entity, role)
            fit = fit if only else 0.0 if not there else 3.0 if of_party else fit + 1.0 if fit else 0.0
        if not fit:
            continue
        before = [start for start in entity.starts if start < offset]
        last = before[-1] if before else -entity.starts[0] if entity.starts else 0
        again = any(entity is speaker for speaker in just_heard)
        rank = (fit + (1.5 if named else 0.0) + (1.0 if before else 0.0) + (2.0 if again else 0.0), last)
        if holder is None or rank > best:
            best, holder = rank, entity
    return holder


def _only_one(scene: Scene, entity: Entity, role: RolePhrase) -> bool:
    """Whether nobody else in the article has held such an office, of which a state has one: "Colorado governor", "Gov. Ann Cole"."""
    holders = [e for e in scene.cast.around(0) if e.kind == "person" and any(head == role.head for _, head, _ in e.roles)]
    return holders == [entity]


def _role_fit(scene: Scene, role: RolePhrase, owner: Entity | None, seen: tuple[str, str, str]) -> float:
    """How well a role in the text fits one that somebody has; 0 if they contradict each other."""
    text, head, affiliation = seen
    if not may_mean(role.head, head):
        return 0.0
    if roles()[role.head].domain == "family" and (set(role.text.split()) ^ set(text.split())) & _FIRST:
        return 0.0  # "his first wife" is not his wife
    if not role.head.startswith("ex-") and _apart(role.text, role.head) != _apart(text, head):
        return 0.0  # the "former president" is not President X, the "junior minister" not Prime Minister Y
    score = 2.0 if role.head == head else 1.0
    mine = set(role.text.split()) - set(role.head.split()) - _WEAK
    theirs = set(text.split()) - set(head.split())
    if mine and theirs and not mine & theirs and role.head == head:
        return 0.0
    score += 1.0 if mine and mine <= theirs else 0.0
    compound = {word for word in mine - _APART - _FIRST if "-" in word or word not in modifiers()}
    if compound and role.head != head and not any(word in theirs or word in affiliation.lower() for word in compound):
        return 0.0  # the "airport chief" is no director of something else, the "tax official" no representative
    wanted = {role.affiliation, owner.name if owner else "", role.owner} - {""}
    if wanted:
        other = scene.cast.named(affiliation) if affiliation else None
        has = {affiliation, other.name if other else "", stands_for(affiliation)} - {""}
        if role.head in _ABROAD and role.affiliation in country_names() and not wanted & has:
            return 0.0  # there are ambassadors of many
        if has and not wanted & has:
            # Only like can contradict like: two countries, two parties, two bodies, two clients; not a state and a court.
            like = (country_names(), state_names(), set(parties().values()))
            body = owner is not None and owner.kind == "organization" and other is not None and other.kind == "organization"
            clash = body or (owner is not None and owner.kind == "person") or any({role.affiliation, affiliation} <= kind for kind in like)
            return 0.0 if clash else score
        if not has and role.head != head and (owner is None or owner.kind != "person"):
            return 0.0  # neither the word nor the body agrees
        score += 1.0 if has else -0.5
    return score
