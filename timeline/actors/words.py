"""Words of a text with their offsets, and what the word lists know about them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.lexicon import entries

# "U.S.", "Amir-Abdollahian", "O'Neill", "N'Djamena", "Al-Qaeda's", "R-Ky", "9/11"
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?<![^\W_])['’]t(?=\s[A-Z])|[^\W_]+(?:[-–'’/&.][^\W_]+)*['’]?")
# "el-Amrani", "dell'Orto", "d’Aubigny": a small particle joined to a capital
_JOINED_PARTICLE = re.compile(r"(?:a[dlnrstz]|ash|e[ls]|dell|d[eiau]?|l[ae]?|bin|ibn|abu|umm|ben|u[dl]|ter|v[ao]n)[-‑'’](?=[^\W\d_])")
_POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’]|['’])$")
PARTICLES = frozenset(
    "de da di do dos das du del della dello degli dal dalla der den van von vom zu zum zur ter ten te 't op af av lo la le les "
    "los las bin ibn bint al el ul ud abu umm ben arap ag y e".split()
)
# What follows a possessive inside a name: "Riders' Union of Selby", "National Women's Law Centre"; not "Texas' Supreme Court"
_OF_MEMBERS = frozenset(
    "Union Association Federation Confederation Guild League Society Trust Club Alliance Forum Collective Cooperative Co-operative "
    "Network Syndicate Coalition Movement Party Congress Rights Institute".split()
)
_MEMBERS = frozenset("Women Men Children People Workers Farmers Teachers King Queen Veterans Consumers".split())
CONNECTORS = frozenset("of for and on & in to the".split())
DETERMINERS = frozenset("the a an this that these those his her its their my our your some any every each no both either several".split())


class Word(NamedTuple):
    """A word. `text` is without possessive 's; `gap` is what stands between the word before and this one."""

    text: str
    start: int
    end: int
    gap: str
    possessive: bool

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        particle = None if self.text[0].isupper() else _JOINED_PARTICLE.match(self.text)
        return self.text[particle.end() if particle else 0].isupper()


def split_words(text: str, base: int = 0) -> list[Word]:
    """The words of a text; offsets count from `base`. The full stop of an abbreviation ("Gov.", "Mr.") belongs to the word."""
    words: list[Word] = []
    at = 0
    for match in _WORD.finditer(text):
        raw, end = match.group(), match.end()
        if text[end : end + 1] == "." and raw + "." in _abbreviations():
            raw, end = raw + ".", end + 1
        cut = _POSSESSIVE.search(raw) if "'" in raw or "’" in raw else None
        bare = raw[: cut.start()] if cut else raw
        if bare:
            words.append(Word(bare, base + match.start(), base + end, text[at : match.start()].replace("\xa0", " "), bool(cut)))
            at = end
    for index, word in enumerate(words[:-1]):
        if word.possessive and word.capital and _inside_a_name(words, index):
            words[index] = word._replace(text=text[word.start - base : word.end - base], possessive=False)
    return words


def _inside_a_name(words: Sequence[Word], index: int) -> bool:
    """Whether a possessive belongs to a body's name ("Riders' Union"), so that it says nothing about whose the body is."""
    word = words[index]
    behind = [other for other in words[index + 1 : index + 4] if other.capital]
    if not behind or behind[0].gap != " ":
        return False
    if word.text in _MEMBERS:
        return any(other.text in _OF_MEMBERS or other.text in organization_words("last") for other in behind)
    before = words[index - 1].text if index and word.gap == " " else ""
    plural = word.text.endswith("s") and word.end - word.start == len(word.text) + 1
    named = is_listed(word.text) or is_listed(f"{before} {word.text}") or before in given_names() or word.text in given_names()
    return plural and not named and any(other.text in _OF_MEMBERS for other in behind[:2])


@cache
def _abbreviations() -> frozenset[str]:
    known = {row["title"] for row in entries("titles")} | {row["abbreviation"] for row in entries("roles")}
    known |= {short for row in entries("states") for short in row["abbreviations"].split("|")} | {"Jr.", "Sr."}
    known |= {row["word"] for row in entries("organization_words")}
    initials = {f"{letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    return frozenset(word for name in known for word in name.split() if word.endswith(".")) | initials


def listed(cell: str) -> list[str]:
    """The entries of a lexicon cell, which are parted by |."""
    return [entry for entry in cell.split("|") if entry]


def bare_name(name: str) -> str:
    """A name without the article, for look-ups: "the White House" → "White House"."""
    return re.sub(r"^(?:the|The)\s+", "", name).strip()


class Place(NamedTuple):
    """A country or a part of one. `seat`: the name is a capital or palace; `adjective`: it is an adjective ("Iranian")."""

    name: str
    seat: bool = False
    adjective: bool = False


@cache
def places() -> dict[str, Place]:
    """Names, capitals and adjectives of countries and of their states → the country or state."""
    found: dict[str, Place] = {}
    for row in entries("states"):
        for short in listed(row["abbreviations"]):
            found.setdefault(short, Place(row["name"]))
        found[row["name"]] = Place(row["name"])
    for row in entries("countries"):
        for capital in listed(row["capitals"]):
            found.setdefault(bare_name(capital), Place(row["name"], seat=True))
        for alias in [row["name"], *listed(row["aliases"])]:
            found[bare_name(alias)] = Place(row["name"])
        for adjective in listed(row["adjectives"]):
            found.setdefault(adjective, Place(row["name"], adjective=True))
            # "Iranians", "the Saudis"; "Chinese" and "British" have no plural of their own
            if adjective.endswith(("an", "i", "k", "n", "s", "e")) and not adjective.endswith(("ese", "S", "US")):
                found.setdefault(adjective + "s", Place(row["name"], adjective=True))
    return found


@cache
def country_names() -> frozenset[str]:
    """The countries' names as the timeline shows them."""
    return frozenset(row["name"] for row in entries("countries"))


@cache
def state_names() -> frozenset[str]:
    """Names of states and provinces."""
    return frozenset(row["name"] for row in entries("states"))


@cache
def parties() -> dict[str, str]:
    """Names and words of parties, and of their members → the party."""
    return {word: row["name"] for row in entries("parties") for word in [row["name"], *listed(row["words"])]}


@cache
def party_letters() -> dict[str, str]:
    """The letter in "R-Utah" → the party."""
    return {row["letter"]: row["name"] for row in entries("parties") if row["letter"]}


@cache
def press() -> dict[str, str]:
    """Names and aliases of papers, agencies and stations → the name to show; without article."""
    return {bare_name(alias): row["name"] for row in entries("press") for alias in [row["name"], *listed(row["aliases"])]}


@cache
def organizations() -> dict[str, tuple[str, str]]:
    """Names and aliases of organisations → (name, affiliation); without article."""
    return {
        bare_name(alias): (row["name"], row["affiliation"])
        for row in entries("organizations")
        for alias in [row["name"], *listed(row["aliases"])]
    }


@cache
def organization_words(place: str) -> frozenset[str]:
    """Words that make a name an organisation's, standing "last" or "first" in it; "firm" for companies, "press" for papers and stations.

    "thing": words that make it the name of no actor at all ("Voting Rights Act").
    """
    places_of = {"last": ("last", "both", "firm", "press")}.get(place, ("both" if place == "first" else place,))
    return frozenset(row["word"] for row in entries("organization_words") if row["place"] in places_of)


@cache
def titles() -> dict[str, str]:
    """Titles before a name → gender."""
    return {row["title"]: row["gender"] for row in entries("titles")}


@cache
def given_names() -> dict[str, str]:
    """Given names → gender ("" = both)."""
    return {row["name"]: row["gender"] for row in entries("given_names")}


@cache
def region_adjectives() -> frozenset[str]:
    """Adjectives of peoples and regions that are no country's ("European")."""
    return frozenset(row["word"] for row in entries("regions"))


@cache
def no_names() -> frozenset[str]:
    """Capitalised words that name nobody."""
    return frozenset(row["word"] for row in entries("not_names"))


@cache
def collectives() -> dict[str, tuple[str, bool]]:
    """Nouns for bodies → (class, whether a name before the noun is the whole name)."""
    return {row["word"]: (row["class"], row["bare"] == "yes") for row in entries("collectives")}


@cache
def _media() -> dict[str, str]:
    return {row["word"]: row["medium"] for row in entries("media")}


def medium_of(noun: str) -> str:
    """The medium that a noun names; empty if none."""
    return _media().get(noun, "")


@cache
def documents() -> frozenset[str]:
    """Nouns for texts that can be said to speak: "the report says"."""
    return frozenset(row["word"] for row in entries("media") if row["document"] == "yes")


@lru_cache(maxsize=1 << 15)
def singular(noun: str) -> str:
    """The singular of a role or collective noun, as far as the lists know it: "officials" → "official"."""
    known = roles_and_collectives()
    if noun in known:
        return noun
    for plural, single in (
        ("women", "woman"),
        ("men", "man"),
        ("people", "person"),
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("wives", "wife"),
    ):
        if noun.endswith(plural) and noun[: -len(plural)] + single in known:
            return noun[: -len(plural)] + single
    # "attorneys general", "members of parliament"
    first, _, rest = noun.partition(" ")
    if rest and first.endswith("s") and f"{first[:-1]} {rest}" in known:
        return f"{first[:-1]} {rest}"
    return noun


@cache
def roles_and_collectives() -> frozenset[str]:
    return frozenset(row["role"] for row in entries("roles")) | frozenset(collectives()) | documents()


def joined(words: Sequence[Word]) -> str:
    """Words as one name, with the hyphens and blanks between them."""
    return "".join((word.gap if position else "") + word.text for position, word in enumerate(words))


def is_listed(name: str) -> bool:
    """Whether a name is a country's, party's, organisation's or paper's in the word lists."""
    bare = bare_name(name)
    return bare in places() or bare in parties() or bare in organizations() or bare in press()
