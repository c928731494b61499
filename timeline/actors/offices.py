"""Who holds an office: "the president" is one of a country, "the mayor" no deputy mayor, "his first wife" not his wife."""

from collections.abc import Sequence

from timeline.actors.entity import Entity
from timeline.actors.roles import RolePhrase, may_mean, modifiers, roles, stands_for
from timeline.actors.scene import Scene
from timeline.actors.words import Word, country_names, parties, state_names

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
INDEFINITE = frozenset("a an one some any another every each".split())


def apart(text: str, head: str) -> set[str]:
    """The modifiers of a role that make it another office; "ex-official" is a former one."""
    words = {"former" if word == "ex" or word.startswith("ex-") else word for word in (*text.split(), *head.split())}
    return words & (_APART - {"assistant", "lieutenant"} if words & _RANKS else _APART)


def holder_of(scene: Scene, role: RolePhrase, owner: Entity | None, words: Sequence[Word], determiner: str) -> Entity | None:
    """Who is meant by a role that somebody in the article has; None if nobody, or if it may be another.

    `owner` is whose the role is ("its director"), `words` the whole phrase, `determiner` its first word if that is one.
    """
    offset, definite = words[0].start, determiner not in INDEFINITE
    holder = _holder(scene, role, owner, offset, definite)
    if holder is None:
        return None
    if not definite and any(scene.body_start <= start < offset for start in holder.starts):
        return None  # "a judge" is none of those whom the text has named already
    bare = determiner == "the" and len(words) == 2
    if bare and role.head == "president" and (_far(scene, holder, offset) or _of_both_sorts(scene, offset)):
        return None  # the country's, not that of a union named far above; or both have been named
    if _other_body(holder, role, words, offset) or (determiner == "the" and _only_later(scene, holder, role, offset)):
        return None
    return holder


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
    if not role.head.startswith("ex-") and apart(role.text, role.head) != apart(text, head):
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
