"""Actors of many articles → one canonical actor for all the spellings of a name.

Names are looked up by normalised keys, never compared pair by pair, so that the work grows with the number of actors alone
and the result doesn't depend on their order.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from timeline.actors import Actor, ActorKind
from timeline.actors.words import bare_name, listed, organizations, places, press
from timeline.lexicon import entries

_MANY = 200  # forms of one given name and surname; more are compared no further
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_ARTICLES = frozenset("al el bin ibn ben de da di do dos du del della der den van von la le ter zu".split())
# Spellings that come and go with the transliteration: Zelensky/Zelenskyy/Zelenskiy, Irwani/Irvani, Khomeini/Homeini.
_FOLDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"kh", "h"),
        (r"tz", "ts"),
        (r"ou|oo", "u"),
        (r"ij|iy|yi|y|j(?=[aeiou])", "i"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(slots=True, eq=False)
class _Person:
    """A person's name taken apart; `given` and `surname` are folded. `compound`: two words of the name are read as one surname."""

    name: str
    given: tuple[str, ...]
    surname: str
    compound: bool = False


@dataclass(slots=True)
class _Clusters:
    """Union-find over names, which never joins what an analyst has declared different."""

    apart: Mapping[str, frozenset[str]]
    parent: dict[str, str] = field(default_factory=dict)
    guarded: dict[str, set[str]] = field(default_factory=dict)

    def find(self, name: str) -> str:
        root = name
        while (above := self.parent.get(root, root)) != root:
            root = above
        while (above := self.parent.get(name, name)) != root:
            self.parent[name] = root
            name = above
        return root

    def join(self, one: str, other: str) -> None:
        a, b = sorted((self.find(one), self.find(other)))
        if a == b:
            return
        mine, theirs = self._guarded(a), self._guarded(b)
        if any(self.apart[name] & theirs for name in mine):
            return
        self.parent[b] = a
        if mine or theirs:
            self.guarded[a] = mine | theirs

    def _guarded(self, root: str) -> set[str]:
        """Names in a cluster that must be kept apart from others."""
        return self.guarded.get(root) or ({plain(root)} if plain(root) in self.apart else set())


@cache
def plain(name: str) -> str:
    """A name in lower case without accents, article and punctuation: "The U.S. Senate" → "us senate"."""
    text = unicodedata.normalize("NFKD", bare_name(name)).casefold()
    text = "".join(character for character in text if not unicodedata.combining(character)).replace("&", " and ")
    return re.sub(r"[^\w]+", " ", re.sub(r"['’.]", "", text)).strip()


@cache
def fold(word: str) -> str:
    """A word under which the spellings of one name fall together: "Zelenskyy", "Zelensky" → "zelenski"."""
    text = re.sub(r"\W", "", plain(word))
    for pattern, replacement in _FOLDS:
        text = pattern.sub(replacement, text)
    return text


@cache
def _given_variants() -> dict[str, str]:
    return {fold(name): fold(listed(row["variants"])[0]) for row in entries("name_variants") for name in listed(row["variants"])}


def merge_identities(
    actors: Iterable[Actor], aliases: Sequence[Mapping[str, str]] | None = None, articles: Iterable[Collection[Actor]] = ()
) -> dict[Actor, Actor]:
    """Each actor → the canonical actor that stands for it in the whole dossier (fullest name, known role, kind and affiliation).

    An actor that comes several times weighs as much more: the most frequent of the full spellings names all. `aliases` are rows of
    relation ("same" or "different"), name and other; without them those of lexicon/aliases.csv hold. `articles` are the actors of each
    article: two spellings that one article has side by side are two persons (Harriet Bloom, Harriet Blum), unless they differ by
    hyphens, accents, doubled letters or y for i alone. Unnamed speakers are one where
    description and affiliation are the same. The result doesn't depend on the order of the actors.
    """
    counts = Counter(actors)
    relations = entries("aliases") if aliases is None else aliases
    apart: dict[str, set[str]] = defaultdict(set)
    preferred: dict[str, str] = {}
    for row in relations:
        name, other = plain(row["name"]), plain(row["other"])
        if row["relation"] == "different":
            apart[name].add(other)
            apart[other].add(name)
        else:
            preferred[other] = name
    for one, other in _side_by_side(articles):
        apart[one].add(other)
        apart[other].add(one)
    clusters = _Clusters({name: frozenset(others) for name, others in apart.items()})
    keys = {actor: _key(actor) for actor in counts}
    _join_aliases(clusters, keys.values(), preferred)
    _join_persons(clusters, counts, keys)
    members: dict[str, list[Actor]] = defaultdict(list)
    for actor in counts:
        members[clusters.find(keys[actor])].append(actor)
    canonical = {}
    for group in members.values():
        chosen = _canonical(group, counts, preferred)
        for actor in group:
            canonical[actor] = chosen
    return canonical


def _side_by_side(articles: Iterable[Collection[Actor]]) -> Iterator[tuple[str, str]]:
    """The names of two persons in one article that would fall together although they are spelt in two ways."""
    for article in articles:
        alike: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for name in {actor.name for actor in article if actor.kind == "person" and " " in actor.name}:
            if (person := _person(name)) is not None:
                alike[person.surname, *person.given].add(name)
        for names in alike.values():
            for one, other in combinations(sorted(names), 2):
                if _spelling(one) != _spelling(other):
                    yield plain(bare_name(one)), plain(bare_name(other))


def _spelling(name: str) -> str:
    """A surname without what changes within one article too: "Zelenskyy" and "Zelensky", not "Bloom" and "Blum"."""
    return re.sub(r"(?!oo)(.)\1+", r"\1", re.sub(r"ij|iy|yi|y", "i", re.sub(r"\W", "", plain(name.split(maxsplit=1)[-1]))))


def _key(actor: Actor) -> str:
    """The name by which an actor is one with others without any further look: names as listed, descriptions with their affiliation."""
    bare = bare_name(actor.name)
    if not bare:
        return ""
    if actor.kind == "unnamed":
        return f"{plain(actor.name)} / {plain(actor.affiliation)}"
    if actor.kind != "person":
        if bare in press():
            return plain(press()[bare])
        if bare in organizations():
            return plain(organizations()[bare][0])
        if bare in places() and not places()[bare].seat:
            return plain(places()[bare].name)
    return plain(bare)


def _join_aliases(clusters: _Clusters, keys: Iterable[str], preferred: Mapping[str, str]) -> None:
    known = set(keys)
    for other, name in sorted(preferred.items()):
        if other in known or name in known:
            clusters.join(name, other)


def _person(name: str) -> _Person | None:
    words = [word for word in name.split() if word.strip(".,").casefold() not in _SUFFIXES]
    if not words:
        return None
    last = len(words) - 1
    while last > 1 and words[last - 1].casefold() in _ARTICLES:
        last -= 1
    surname = "".join(re.sub(r"^(?:al|el)[-‑ ]", "", word, flags=re.I) for word in words[last:] if word.casefold() not in _ARTICLES)
    given = tuple(
        _given_variants().get(fold(part), fold(part)) for word in words[:last] for part in re.split(r"[.\s]+", word) if fold(part)
    )
    return _Person(name, given, fold(surname) or fold(words[-1]))


def _surnames(person: _Person) -> set[str]:
    """Keys of a surname: as it is, and with one inner vowel left out ("Iravani", "Irwani")."""
    return {person.surname} if person.compound else {person.surname, *_shorter(person.surname)}


def _shorter(surname: str) -> set[str]:
    if len(surname) < 6:
        return set()
    return {surname[:at] + surname[at + 1 :] for at in range(1, len(surname) - 1) if surname[at] in "aeiou"}


def _join_persons(clusters: _Clusters, counts: Mapping[Actor, int], keys: Mapping[Actor, str]) -> None:
    """Join persons by surname and given names: same or nearly same surname, and no given names that contradict each other."""
    names = sorted(
        {keys[actor]: actor.name for actor in sorted(counts, key=lambda a: a.name) if actor.kind == "person" and actor.name}.items()
    )
    persons = [(key, person) for key, name in names if (person := _person(name)) is not None]
    persons += [
        (key, _Person(person.name, person.given[:-1], person.given[-1] + person.surname, True)) for key, person in persons if person.given
    ]  # "Hossein Amir Abdollahian" may be Hossein Amir-Abdollahian
    written: dict[tuple[str, str], list[tuple[str, _Person]]] = defaultdict(list)
    for key, person in persons:
        for given in person.given:
            written[person.surname, given].append((key, person))
    longer: dict[tuple[str, str], list[tuple[str, _Person]]] = defaultdict(list)
    for key, person in persons:
        for surname in _surnames(person) - {person.surname}:
            for given in person.given:
                if (surname, given) in written:
                    longer[surname, given].append((key, person))
    for spelling, group in written.items():
        _join_group(clusters, group + longer[spelling])
    _join_initials(clusters, persons)
    _join_surnames(clusters, persons)


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether given names can be one person's: "Amir Saeed" and "Saeed", "George" and "George W.", not "George H. W." and "George W."."""
    short, long = sorted((one, other), key=len)
    if not short:
        return True
    for start in range(len(long) - len(short) + 1):
        part = long[start : start + len(short)]
        if all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(short, part, strict=True)):
            return any(len(a) > 1 and a == b for a, b in zip(short, part, strict=True)) or start == 0
    return False


def _join_group(clusters: _Clusters, group: Sequence[tuple[str, _Person]]) -> None:
    """Join those who share a surname and a given name; a name that fits two who contradict each other joins neither."""
    variants: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, person in group:
        variants[person.given].append(key)
    for same in variants.values():
        for key in same[1:]:
            clusters.join(same[0], key)
    if len(variants) > _MANY:
        return  # too common a name to say who is who
    givens = sorted(variants, key=lambda given: (-len(given), given))
    fullest = [given for given in givens if not any(len(other) > len(given) and _agree(given, other) for other in givens)]
    for given in givens:
        if given in fullest:
            continue
        fits = [other for other in fullest if _agree(given, other)]
        if len(fits) == 1:
            clusters.join(variants[fits[0]][0], variants[given][0])


def _join_initials(clusters: _Clusters, persons: Sequence[tuple[str, _Person]]) -> None:
    """ "J. Kerry" is John Kerry where only one Kerry's name begins with J."""
    initials: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, person in persons:
        if person.given and len(person.given[0]) > 1:
            initials[person.surname, person.given[0][0]].add(clusters.find(key))
    for key, person in persons:
        if person.given and len(person.given[0]) == 1:
            found = {clusters.find(root) for root in initials.get((person.surname, person.given[0]), ())}
            if len(found) == 1:
                clusters.join(found.pop(), key)


def _join_surnames(clusters: _Clusters, persons: Sequence[tuple[str, _Person]]) -> None:
    """A surname alone is the only one who bears it; with two or more bearers it stays by itself."""
    bearers: dict[str, set[str]] = defaultdict(set)
    alone: dict[str, list[str]] = defaultdict(list)
    longer: dict[str, list[str]] = defaultdict(list)
    single: set[str] = set()
    for key, person in persons:
        if person.given:
            bearers[person.surname].add(key)
        else:
            alone[person.surname].append(key)
            if not person.compound:
                single.add(person.surname)
        for surname in _surnames(person) - {person.surname}:
            longer[surname].append(key)
    given_of = {key: person.given for key, person in reversed(persons)}
    for surname, keys in alone.items():
        for key in keys[1:]:
            clusters.join(keys[0], key)
        shorter = sorted(_shorter(surname)) if surname in single else []
        near = [surname, *(other for other in shorter if other in bearers or other in single)]
        around = {key for other in near for key in bearers.get(other, ())} | {key for key in longer.get(surname, ()) if given_of[key]}
        found = {clusters.find(key) for key in around}
        if len(found) == 1:
            clusters.join(found.pop(), keys[0])
        elif not found:
            for other in near[1:]:
                for key in alone.get(other, ()):
                    clusters.join(keys[0], key)


def _canonical(group: Sequence[Actor], counts: Mapping[Actor, int], preferred: Mapping[str, str]) -> Actor:
    """The actor that stands for a group: the most frequent full spelling, with role, kind and affiliation as most often given."""
    names: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    affiliations: Counter[str] = Counter()
    kinds: dict[ActorKind, int] = dict.fromkeys((actor.kind for actor in group), 0)
    for actor in group:
        weight = counts[actor]
        names[actor.name] += weight
        kinds[actor.kind] += weight
        if actor.role:
            roles[actor.role] += weight
        if actor.affiliation:
            affiliations[actor.affiliation] += weight
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    if len(group) == 1:
        return group[0]
    shown = {preferred[key] for actor in group if (key := plain(actor.name)) in preferred}

    def rank(name: str) -> tuple[bool, bool, int, int, int, bool, str]:
        surname_only = kind == "person" and " " not in name
        return (plain(name) not in shown, surname_only, -names[name], -len(name), name.count(" "), name.isascii(), name)

    name = min(names, key=rank)
    bare = bare_name(name)
    if kind != "person" and bare in places() and not places()[bare].seat and len(names) > 1:
        name = places()[bare].name
    elif kind not in ("person", "unnamed") and bare in organizations() and len(names) > 1:
        name = organizations()[bare][0]
    spellings = len(names)
    rule = f"one of {spellings} spellings" if spellings > 1 else group[0].rule if len({a.rule for a in group}) == 1 else "several mentions"
    return Actor(name, kind, _most(roles), _most(affiliations), rule, min(actor.confidence for actor in group))


def _most(counter: Counter[str]) -> str:
    """The most frequent key, the first in the alphabet of equal ones; "" if there is none."""
    return min(counter, key=lambda key: (-counter[key], key)) if counter else ""
