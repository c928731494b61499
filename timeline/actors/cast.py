"""Mentions → Cast: the persons and bodies of one article, each with all its names, roles and affiliations."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz import fuzz, process

from timeline.actors.actor import ActorKind, Mention
from timeline.actors.mentions import as_actor_kind, find_mentions
from timeline.actors.reader import Reader, capitalised_words
from timeline.actors.roles import roles
from timeline.actors.words import (
    bare_name,
    given_names,
    is_listed,
    no_names,
    organization_words,
    organizations,
    parties,
    places,
    press,
)
from timeline.language import Paragraph, Parsed
from timeline.spans import Span

_GENDERED = re.compile(r"\b(he|his|him|she|her)\b", re.I)


@dataclass(slots=True, eq=False)
class Entity:
    """A person or body, or somebody without a name who is described ("a senior official").

    `roles` holds (role with modifiers, bare role noun, affiliation) as they stand in the text; `starts` the offsets of its mentions.
    """

    name: str
    kind: ActorKind
    gender: str = ""
    plural: bool = False
    roles: list[tuple[str, str, str]] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Take in what one mention says."""
        self.starts.append(mention.span[0])
        if mention.role:
            self.roles.append((mention.role, mention.head, mention.affiliation))
        if mention.affiliation:
            self.affiliations.append(mention.affiliation)
        if mention.gender:
            self.gender = self.gender or mention.gender


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """A mention and who it is."""

    mention: Mention
    entity: Entity


class Cast:
    """All entities of an article with their occurrences in the order of the text."""

    def __init__(self, paragraphs: Sequence[Paragraph], occurrences: Sequence[Occurrence], names: frozenset[str] = frozenset()) -> None:
        self.paragraphs = [paragraph for paragraph in paragraphs if len(paragraph.doc)]
        self._paragraph_starts = [paragraph.start for paragraph in self.paragraphs]
        self.names = names
        self.occurrences = sorted(occurrences, key=lambda o: o.mention.span)
        self._starts = [o.mention.span[0] for o in self.occurrences]
        self.entities = list({id(o.entity): o.entity for o in self.occurrences}.values())
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            words = _parts(entity.name)
            for word in dict.fromkeys((words[-1], words[0], entity.name)) if words else ():
                self._by_word[word].append(entity)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a character of the article."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        if index < 0:
            return None
        found = self.paragraphs[index]
        last = found.doc[-1]
        return found if offset < found.start + last.idx + len(last) else None

    def within(self, span: Span) -> list[Occurrence]:
        """Occurrences whose name lies in a span."""
        first = bisect_left(self._starts, span[0])
        found = []
        for occurrence in self.occurrences[first:]:
            if occurrence.mention.span[0] >= span[1]:
                break
            if occurrence.mention.span[1] <= span[1] + 2:
                found.append(occurrence)
        return found

    def before(self, offset: int, limit: int = 60) -> list[Occurrence]:
        """The last occurrences that begin before an offset, the nearest first."""
        end = bisect_left(self._starts, offset)
        return self.occurrences[max(0, end - limit) : end][::-1]

    def named(self, name: str) -> Entity | None:
        """The entity that a name or surname stands for, the most often mentioned where several share it."""
        found = self._by_word.get(bare_name(name)) or self._by_word.get(_parts(name)[-1] if _parts(name) else "")
        return main_bearer(found) if found else None


def _parts(name: str) -> list[str]:
    """The words of a person's name without "Jr." and the like."""
    parts = [part for part in name.replace(",", " ").split() if part.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return parts or name.split()


def _same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are one person's: same surname, and first names that agree as far as both give them."""
    if a[-1] != b[-1]:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return True
    if short[0] == long[0]:
        return True
    first, other = short[0].rstrip("."), long[0].rstrip(".")
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return set(short) <= set(long)


@lru_cache(maxsize=1)  # actors and circumstances ask for the same article's cast one after the other
def build_cast(parsed: Parsed) -> Cast:
    """Find who is named in an article and which mentions mean the same one."""
    readers = [Reader(paragraph) for paragraph in parsed.paragraphs]
    names = capitalised_words(readers)
    mentions = [mention for reader in readers for mention in find_mentions(reader, names)]
    persons = _persons(mentions)
    surnames: dict[str, list[Entity]] = defaultdict(list)
    forenames: dict[str, list[Entity]] = defaultdict(list)
    for person in persons.values():
        parts = _parts(person.name)
        _append(surnames[parts[-1]], person)
        if len(parts) > 1:
            _append(forenames[parts[0]], person)
    occurrences: list[Occurrence] = []
    bodies: dict[tuple[str, str], Entity] = {}
    for mention in mentions:
        known = persons.get(mention.name) if mention.kind in ("person", "unknown") else None
        entity = known or _person_by_part(mention, surnames, forenames) or _body(mention, bodies)
        entity.add(mention)
        occurrences.append(Occurrence(mention, entity))
    occurrences += _in_title_case(readers, surnames, forenames)
    for entity in {id(o.entity): o.entity for o in occurrences}.values():
        if entity.kind == "person" and not entity.gender:
            entity.gender = _gender(entity)
    cast = Cast(parsed.paragraphs, occurrences, names)
    _genders_by_pronouns(parsed, cast)
    return cast


def _genders_by_pronouns(parsed: Parsed, cast: Cast) -> None:
    """Persons whose names don't tell: the pronoun that follows the name before anybody else is named does."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for occurrence, following in zip_longest(cast.occurrences, cast.occurrences[1:]):
        entity = occurrence.entity
        if entity.kind != "person" or entity.gender:
            continue
        end = occurrence.mention.span[1]
        limit = min(end + 250, following.mention.span[0] if following else end + 250)
        stretch = re.split(r"[“”\"\n]", parsed.article.text[end:limit], maxsplit=1)[0]
        if found := _GENDERED.search(stretch):
            votes[id(entity)]["m" if found[1][0].lower() == "h" and found[1].lower() != "her" else "f"] += 1
    for entity in cast.entities:
        if tally := votes.get(id(entity)):
            (gender, first), *rest = tally.most_common()
            if not rest or first > 2 * rest[0][1]:
                entity.gender = gender


def _append(entities: list[Entity], entity: Entity) -> None:
    if all(entity is not other for other in entities):
        entities.append(entity)


def _gender(entity: Entity) -> str:
    for _, head, _ in entity.roles:
        if head in roles() and roles()[head].gender:
            return roles()[head].gender
    return given_names().get(_parts(entity.name)[0].split("-")[0], "") if len(_parts(entity.name)) > 1 else ""


def _persons(mentions: Iterable[Mention]) -> dict[str, Entity]:
    """Full names of persons, as written → one Entity for all forms of a name; the fullest form names it."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    titled: set[str] = set()
    for mention in mentions:
        kinds[mention.name][mention.kind] += 1
        if mention.kind == "person" and (mention.role or mention.full[0] < mention.span[0] or " " in mention.name):
            titled.add(mention.name)
    found: dict[str, Entity] = {}
    full = [name for name in kinds if " " in name and (name in titled or kinds[name].most_common(1)[0][0] == "person")]
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    for name in sorted(full, key=lambda name: -len(_parts(name))):
        parts = _parts(name)
        same = next((entity for entity in by_surname[parts[-1]] if _same_person(_parts(entity.name), parts)), None)
        if same is None:
            same = Entity(name, "person")
            by_surname[parts[-1]].append(same)
        found[name] = same
    for name in titled:
        if " " not in name and name not in by_surname and not any(name in _parts(entity.name) for entity in found.values()):
            found[name] = Entity(name, "person")
    return found


def _person_by_part(mention: Mention, surnames: dict[str, list[Entity]], forenames: dict[str, list[Entity]]) -> Entity | None:
    """The person whose surname or first name a single word is."""
    parts = _parts(mention.name)
    if len(parts) > 2 or (mention.kind in ("organization", "press", "party") and len(parts) > 1):
        return None
    if mention.kind == "press" or (mention.kind not in ("person", "unknown") and is_listed(mention.name)):
        return None
    candidates = surnames.get(parts[-1]) or []
    if len(parts) == 2:
        return (
            next((entity for entity in candidates if _same_person(_parts(entity.name), parts)), None) if mention.kind == "person" else None
        )
    if mention.gender:
        candidates = [entity for entity in candidates if _gender(entity) in ("", mention.gender)] or candidates
    candidates = candidates or forenames.get(parts[0]) or []
    if not candidates and mention.kind in ("person", "unknown") and len(mention.name) >= 6:
        near = process.extractOne(mention.name, surnames.keys(), scorer=fuzz.ratio, score_cutoff=92)  # a slip of the pen
        candidates = surnames[near[0]] if near and near[0][0] == mention.name[0] else []
    return main_bearer(candidates) if candidates else None


def main_bearer(entities: Sequence[Entity]) -> Entity:
    """Of several with one surname the one that papers call by it: who is named first; the others keep their first names."""
    return min(entities, key=lambda entity: entity.starts[0] if entity.starts else 1 << 60)


def _body(mention: Mention, bodies: dict[tuple[str, str], Entity]) -> Entity:
    """The entity of an organisation, country, paper or party, or of somebody known by one word alone."""
    bare = bare_name(mention.name)
    kind = as_actor_kind(mention.kind)
    key: tuple[str, str] = (kind, bare)
    name = bare
    if bare in press():
        key, name = ("press", press()[bare]), press()[bare]
    elif bare in parties() and mention.kind == "party":
        key, name = ("party", bare), bare
    elif bare in organizations() and kind == "organization":
        key = ("organization", organizations()[bare][0])
    elif bare in places():
        place = places()[bare]
        # A capital speaks as itself; "US" and "United States" are one.
        key = ("seat", bare) if place.seat else ("adjective" if place.adjective else "country", place.name)
    elif kind in ("organization", "press") and (existing := _shortened(bare, bodies)) is not None:
        return existing
    if key not in bodies:
        other = next((entity for (_, known), entity in bodies.items() if known == bare), None)
        if other is not None and bare not in places():
            return other
        bodies[key] = Entity(name, kind, plural=mention.kind == "party" and bare.endswith("s"))
    entity = bodies[key]
    if bare in places() and not places()[bare].seat and not places()[bare].adjective:
        if bare == places()[bare].name:
            entity.name = bare  # "Iran" rather than "Islamic Republic"
    elif len(bare) > len(entity.name) and kind != "press" and bare not in places():
        entity.name = bare
    return entity


def _shortened(name: str, bodies: dict[tuple[str, str], Entity]) -> Entity | None:
    """A body known already by a longer name: "the Times" for the Tampa Bay Times, "OANA" by its initials."""
    if name.isupper() and 2 < len(name) <= 7:
        for entity in bodies.values():
            if entity.kind in ("organization", "press") and _initials(entity.name) == name:
                return entity
    if " " not in name and name in organization_words("last"):
        for entity in reversed(list(bodies.values())):
            if entity.kind in ("organization", "press") and entity.name.endswith(" " + name):
                return entity
    return None


def _initials(name: str) -> str:
    return "".join(part[0] for word in name.split() for part in word.split("-") if part and part[0].isupper())


def _in_title_case(readers: Sequence[Reader], surnames: dict[str, list[Entity]], forenames: dict[str, list[Entity]]) -> list[Occurrence]:
    """Persons of the body found again in headlines whose every word is capitalised."""
    found: list[Occurrence] = []
    for reader in readers:
        if not reader.title_case:
            continue
        words = reader.words
        for index, word in enumerate(words):
            text = word.text.title() if word.text.isupper() else word.text
            before = words[index - 1] if index and word.gap == " " else None
            if (
                before is not None
                and text not in surnames
                and before.text in given_names()
                and reader.label(word) == reader.label(before) == "PERSON"
            ):
                surnames[text] = [Entity(f"{before.text} {text}", "person")]
                forenames[before.text] = surnames[text]
            if text in surnames and text not in no_names():
                first = before if before is not None and before.text in forenames else word
                same = [entity for entity in surnames[text] if entity.name.startswith(first.text)]
                entity = same[0] if same and first is not word else main_bearer(surnames[text])
                span = (first.start, word.end)
                entity.starts.append(span[0])
                found.append(Occurrence(Mention(span, span, entity.name, "person", possessive=word.possessive), entity))
    return found
