"""Mentions → Cast: the persons and bodies of one article, each with all its names, roles and affiliations."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz, process
from spacy.tokens import Token

from timeline.actors.actor import Mention
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.genders import gender_of, learn_genders
from timeline.actors.mentions import find_mentions
from timeline.actors.organizations import Bodies
from timeline.actors.reader import Reader, capitalised_words
from timeline.actors.short_forms import in_full, kin_in_full
from timeline.actors.tokens import tokens_at
from timeline.actors.words import (
    PARTICLES,
    bare_name,
    given_names,
    is_listed,
    no_names,
    press,
)
from timeline.language import Paragraph, Parsed
from timeline.spans import Span

_REACH = 20_000  # characters; who was named farther away is not called by a role alone
_MANY = 100  # persons of one surname; more are compared no further


class Cast:
    """All entities of an article with their occurrences in the order of the text."""

    def __init__(self, paragraphs: Sequence[Paragraph], occurrences: Sequence[Occurrence], names: frozenset[str] = frozenset()) -> None:
        self.paragraphs = [paragraph for paragraph in paragraphs if len(paragraph.doc)]
        self._paragraph_starts = [paragraph.start for paragraph in self.paragraphs]
        self.names = names
        self.occurrences = sorted(occurrences, key=lambda o: o.mention.span)
        self._starts = [o.mention.span[0] for o in self.occurrences]
        self._short = {o.mention.short: o.entity for o in self.occurrences if o.mention.short}
        self.entities = list({id(o.entity): o.entity for o in self.occurrences}.values())
        self._ids = frozenset(map(id, self.entities))
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            words = _parts(entity.name)
            for word in dict.fromkeys((words[-1], words[0], entity.name, *_tails(words))) if words else ():
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
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        return [o for o in self.occurrences[first:last] if o.mention.span[1] <= span[1] + 2]

    def before(self, offset: int, limit: int = 60) -> list[Occurrence]:
        """The last occurrences that begin before an offset, the nearest first."""
        end = bisect_left(self._starts, offset)
        return self.occurrences[max(0, end - limit) : end][::-1]

    def between(self, start: int, end: int) -> list[Occurrence]:
        """Occurrences that begin in [start, end)."""
        return self.occurrences[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def mentions_around(self, offset: int) -> list[Occurrence]:
        """Occurrences within some hundred paragraphs of an offset: all of them but in very long texts."""
        return self.between(offset - _REACH, offset + _REACH + 1)

    def around(self, offset: int) -> list[Entity]:
        """The entities of `mentions_around`."""
        near = self.mentions_around(offset)
        return self.entities if len(near) == len(self.occurrences) else list({id(o.entity): o.entity for o in near}.values())

    def __contains__(self, entity: Entity) -> bool:
        """Whether the article names an entity, which may have only been described."""
        return id(entity) in self._ids

    def acts(self, occurrence: Occurrence) -> bool:
        """Whether a mention is a clause's subject or an apposition to it."""
        root = self.head_of(occurrence.mention.span)
        while root is not None and root.dep_ == "appos":
            root = root.head
        return root is not None and root.dep_ in ("nsubj", "nsubjpass")

    def head_of(self, span: Span) -> Token | None:
        """The head word of a stretch of text."""
        paragraph = self.paragraph_at(span[0])
        if paragraph is None:
            return None
        tokens = tokens_at(paragraph.doc, span[0] - paragraph.start, span[1] - paragraph.start)
        return tokens.root if len(tokens) else None

    def body(self, name: str) -> Entity | None:
        """The body that is called so in full or for short; None if there is none, or a person is."""
        name = bare_name(name)
        found = self._short.get(name) or next((e for e in self._by_word.get(name, ()) if e.name == name), None)
        return found if found is not None and found.kind in ("organization", "press") else None

    def bearers(self, surname: str) -> list[Entity]:
        """The persons of a surname, some of very many."""
        return [
            entity for entity in self._by_word.get(surname, [])[-_MANY:] if entity.kind == "person" and _parts(entity.name)[-1] == surname
        ]

    def named(self, name: str) -> Entity | None:
        """The entity that a name or surname stands for, the most often mentioned where several share it."""
        parts = _parts(name)
        found = self._by_word.get(bare_name(name)) or self._by_word.get(" ".join(parts)) or self._by_word.get(parts[-1] if parts else "")
        return main_bearer(found) if found else None


def _parts(name: str) -> list[str]:
    """The words of a person's name without "Jr." and the like, particles alike at a sentence's begin and inside: "De la Cruz"."""
    parts = [part for part in name.replace(",", " ").split() if part.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return [part.lower() if part.lower() in PARTICLES else part[0].upper() + part[1:] for part in parts or name.split()]


def _tails(parts: Sequence[str]) -> list[str]:
    """What can be left of a name when the given names go: "van der Meulen", "Montoya y Cruz"."""
    return [" ".join(parts[at:]) for at in range(1, len(parts) - 1)]


def _same_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two full names are one person's: same surname, and first names that agree as far as both give them."""
    if a[-1] != b[-1]:
        return False
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return True
    if short[0] == long[0] or list(long[-len(short) :]) == list(short):
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
    # Who wrote it and where ("CLEVELAND") is nobody that the text speaks of.
    datelines = {p.start for p in parsed.paragraphs if p.kind == "byline" and p.doc.text.isupper()}
    mentions = _by_surname([m for reader in readers if reader.base not in datelines for m in find_mentions(reader, names)])
    mentions = _without_paper(mentions)
    mentions = kin_in_full(parsed.article.text, in_full(parsed.article.text, mentions))
    persons = _persons(mentions)
    surnames: dict[str, list[Entity]] = defaultdict(list)
    forenames: dict[str, list[Entity]] = defaultdict(list)
    inner: dict[str, list[Entity]] = defaultdict(list)  # the first of two surnames: "Ortega" of José María Ortega y Ruiz
    for person in persons.values():
        parts = _parts(person.name)
        for name in (parts[-1], *_tails(parts)):
            _append(surnames[name], person)
        if len(parts) > 1:
            _append(forenames[parts[0]], person)
        for name in parts[1:-1]:
            if len(name) > 2 and name not in given_names() and name not in PARTICLES:
                _append(inner[name], person)
    for mention in mentions:
        if mention.gender and mention.name in persons:
            persons[mention.name].gender = persons[mention.name].gender or mention.gender
    occurrences: list[Occurrence] = []
    bodies = Bodies()
    for mention in [_titled(mention, surnames) for mention in mentions]:
        known = persons.get(mention.name) if mention.kind in ("person", "unknown") else None
        entity = known or _person_by_part(mention, surnames, forenames, inner) or bodies.entity(mention)
        entity.add(mention)
        occurrences.append(Occurrence(mention, entity))
    occurrences += _in_title_case(readers, surnames, forenames)
    for entity in {id(o.entity): o.entity for o in occurrences}.values():
        if entity.kind == "person" and not entity.gender:
            entity.gender = gender_of(entity)
    cast = Cast(parsed.paragraphs, occurrences, names)
    learn_genders(parsed.article.text, cast.occurrences, cast.acts)
    return cast


def _by_surname(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; names that come back by their end alone are persons', whatever spaCy's label: "Bjørn-Erik Sætre … Sætre"."""
    alone = {" ".join(_parts(mention.name)) for mention in mentions}

    def person(mention: Mention) -> bool:
        first, *rest = _parts(mention.name)
        return bool(rest) and first not in alone and any(end in alone for end in (rest[-1], *_tails([first, *rest])))

    people = {mention.name for mention in mentions if mention.kind in ("person", "unknown") and " " not in mention.name}

    def may_be(mention: Mention) -> bool:
        # "Thijs ter Braak"; "Gethin Rowlands" who comes back as Rowlands, a person
        _, *rest = mention.name.split()
        foreign = mention.kind == "country" and (any(word in PARTICLES for word in rest) or (len(rest) == 1 and rest[0] in people))
        return mention.unsure or (foreign and not is_listed(mention.name))

    return [replace(mention, kind="person") if may_be(mention) and person(mention) else mention for mention in mentions]


def _without_paper(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, a surname parted from a paper's name in front of it: "told the Washington Post Cole was ill"."""
    surnames = {last for first, _, last in (mention.name.rpartition(" ") for mention in mentions) if first.split(" ")[0] in given_names()}

    def bare(mention: Mention) -> Mention:
        paper, _, name = mention.name.rpartition(" ")
        if paper not in press() or paper in given_names() or name not in surnames or mention.name in press():
            return mention
        start = mention.span[0] + len(paper) + 1
        return replace(mention, span=(start, mention.span[1]), full=(start, mention.full[1]), name=name, kind="person")

    return [bare(mention) for mention in mentions]


def _append(entities: list[Entity], entity: Entity) -> None:
    if all(entity is not other for other in entities):
        entities.append(entity)


def _persons(mentions: Sequence[Mention]) -> dict[str, Entity]:
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
        same = next((entity for entity in by_surname[parts[-1]][-_MANY:] if _same_person(_parts(entity.name), parts)), None)
        if same is None:
            same = Entity(name, "person")
            by_surname[parts[-1]].append(same)
        found[name] = same
    parts_of_names = {part for entity in found.values() for part in _parts(entity.name)}
    for name in sorted(titled):
        if " " not in name and name not in by_surname and name not in parts_of_names:
            found[name] = Entity(name, "person")
    # Who is named first in full comes first: of several with one surname it is that one's.
    places: dict[str, int] = {}
    for mention in mentions:
        places.setdefault(mention.name, mention.span[0])
    return dict(sorted(found.items(), key=lambda item: places[item[0]]))


def _person_by_part(
    mention: Mention, surnames: dict[str, list[Entity]], forenames: dict[str, list[Entity]], inner: dict[str, list[Entity]]
) -> Entity | None:
    """The person whose surname or first name a single word is."""
    parts = _parts(mention.name)
    named = mention.kind in ("person", "unknown")
    if (named or mention.kind == "organization") and len(parts) > 1 and len(bearers := surnames.get(" ".join(parts), [])) == 1:
        return bearers[0]
    if len(parts) > 2 or (mention.kind in ("organization", "press", "party") and len(parts) > 1):
        return None
    if mention.kind == "press" or (not named and is_listed(mention.name)):
        return None
    candidates = surnames.get(parts[-1]) or []
    if len(parts) == 2:
        return (
            next((entity for entity in candidates[-_MANY:] if _same_person(_parts(entity.name), parts)), None)
            if mention.kind == "person"
            else None
        )
    if mention.gender:
        candidates = [entity for entity in candidates if (entity.gender or gender_of(entity)) in ("", mention.gender)]
    if mention.title and len(candidates) > 1:  # "Dr Marsh" is the one of two whom the text has called so
        candidates = [entity for entity in candidates if mention.title.rstrip(".") in entity.titles] or candidates
    candidates = candidates or forenames.get(parts[0]) or []
    if not candidates and named and len(bearers := inner.get(parts[0], [])) == 1:
        return bearers[0]
    if not candidates and named and len(mention.name) >= 6 and len(surnames) < 1000:
        near = process.extractOne(mention.name, surnames.keys(), scorer=fuzz.ratio, score_cutoff=92)  # a slip of the pen
        candidates = surnames[near[0]] if near and near[0][0] == mention.name[0] else []
    return main_bearer(candidates) if candidates else None


def _titled(mention: Mention, surnames: dict[str, list[Entity]]) -> Mention:
    """A mention; with its title if all who bear the surname are of another gender: "Mrs. Stark" is not Eugene Stark."""
    bearers = surnames.get(mention.name, [])
    other = bearers and all((entity.gender or gender_of(entity)) not in ("", mention.gender) for entity in bearers)
    return replace(mention, name=f"{mention.title} {mention.name}") if mention.gender and other else mention


def main_bearer(entities: Sequence[Entity]) -> Entity:
    """Of several with one surname the one that papers call by it: who is named first; the others keep their first names."""
    return min(entities, key=lambda entity: entity.starts[0] if entity.starts else 1 << 60)


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
