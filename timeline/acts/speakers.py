"""Who speaks, as far as the subjects of a content can refer to him or her: "he", "the ministry", "Tehran"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from timeline.actors import Actor
from timeline.acts.words import base
from timeline.lexicon import country_of, entries

_PRONOUNS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "they": "they", "their": "they"} | {
    word: word for word in ("i", "we", "it")
}
_STUDIES = frozenset({"study", "survey", "poll", "research", "analysis", "datum", "data", "report", "figure", "statistic"})
_HEADS = frozenset(
    "spokesman spokeswoman spokesperson official representative chairman chairwoman chair director president head minister secretary "
    "commander manager owner founder chief executive ceo leader premier chancellor dean rector".split()
)
_VOICES = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "press", "communications", "lawyer", "attorney", "counsel"}
)
_ATTRIBUTIVE = frozenset({"poss", "compound", "nmod", "amod", "pobj"})  # "Okafor's campaign" is no person
_MANY = frozenset({"many", "most", "some", "several", "both", "few", "all", "others", "half", "dozens", "hundreds", "thousands"})
_TITLES = {"mr": "he", "mr.": "he", "sir": "he", "lord": "he", "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she", "miss": "she"}


@cache
def _office_words() -> frozenset[str]:
    """Nouns for those who speak for a body: minister, spokesman, ministry."""
    return frozenset(row["role"] for row in entries("roles") if row["domain"] in ("state", "client", "party", "organization")) | frozenset(
        row["word"] for row in entries("collectives") if row["class"] != "press"
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in entries("collectives"))


@cache
def _gendered() -> dict[str, str]:
    """Given names and roles of one gender, in lower case → he or she."""
    rows = [(row["name"], row["gender"]) for row in entries("given_names")] + [(row["role"], row["gender"]) for row in entries("roles")]
    return {word.lower(): {"m": "he", "f": "she"}[gender] for word, gender in rows if gender in ("m", "f")} | _TITLES


def _gender(tokens: Sequence[Token]) -> str:
    """The pronoun that a title, a given name or a role calls for; empty where none tells ("Senator Okafor")."""
    found = {_gendered()[t.lower_] for t in tokens if t.lower_ in _gendered() and (t.pos_ == "NOUN" or t.text[:1].isupper())}
    return found.pop() if len(found) == 1 else ""


def _several(token: Token) -> bool:
    """Whether a noun is a plural; a surname in -s ("Sanders", "Jones") is none, whatever its tag."""
    return token.tag_ == "NNS" or (token.tag_ == "NNPS" and token.ent_type_ != "PERSON")


def is_office(word: str) -> bool:
    """Whether a noun names a body or one who speaks for it: ministry, minister, spokeswoman."""
    return word in _office_words()


@dataclass(frozen=True, slots=True)
class Speaker:
    """What the text calls the speaker.

    `official`: speaks for a body or a country, `body`: is one; `study`: is a study or poll; `gender`: "he", "she" or unknown; `voice`: a
    spokesman or lawyer of whom no more is said.
    """

    pronoun: str = ""
    names: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    plural: bool = False
    person: bool = False
    official: bool = False
    study: bool = False
    body: bool = False
    gender: str = ""
    spokesman: bool = False
    named: bool = False
    voice: bool = False

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Speaker":
        """The speaker of some tokens: "the three ambassadors" is plural, "Nadia Petrov" a person."""
        lowered = [t.lower_ for t in tokens]
        inside = {(t.doc, t.i) for t in tokens}
        heads = [t for t in tokens if t.head.i == t.i or (t.doc, t.head.i) not in inside]
        pronoun = next((_PRONOUNS[t.lower_] for t in heads if t.lower_ in _PRONOUNS), "") if len(tokens) <= 3 else ""
        bases = {base(t) for t in tokens}
        return cls(
            pronoun,
            frozenset(w for t, w in zip(tokens, lowered, strict=True) if t.pos_ in ("PROPN", "NOUN") and len(w) > 1),
            frozenset(country_of()[w] for w in lowered if w in country_of()),
            any(_several(t) or t.lower_ in _MANY or any(c.dep_ == "conj" for c in t.children) for t in heads) or pronoun == "they",
            any(t.ent_type_ == "PERSON" and t.dep_ not in _ATTRIBUTIVE for t in tokens) or pronoun in ("he", "she"),
            not bases.isdisjoint(_office_words()) or any(w in country_of() for w in lowered),
            not {base(t) for t in heads}.isdisjoint(_STUDIES),
            any(base(t) in _bodies() or t.lower_ in country_of() for t in heads),
            _gender(tokens),
            not bases.isdisjoint(_HEADS),
            any(t.pos_ == "PROPN" for t in heads),
            not bases.isdisjoint(_VOICES) and not any(t.pos_ == "PROPN" for t in tokens) and sum(t.pos_ == "NOUN" for t in tokens) == 1,
        )

    def known_as(self, other: "Speaker") -> "Speaker":
        """A speaker who is a pronoun, with what is known of the one to whom it refers."""
        return replace(
            self, names=other.names, countries=other.countries, official=other.official, spokesman=other.spokesman, named=other.named
        )

    def also(self, actors: Sequence[Actor]) -> "Speaker":
        """The same with what the article says elsewhere: the gender, and for whom a minister, spokeswoman or lawyer speaks."""
        if len(actors) != 1 or actors[0].kind != "person":
            return self
        name, role = actors[0].name.lower().split(), actors[0].role.lower().split()
        found = {_gendered()[word] for word in name[:1] if word in _gendered()}
        # "Clinton" alone has a man's name; Hillary Clinton's is a woman's.
        gender = found.pop() if found and not self.pronoun and (len(name) > 1 or not self.gender) else self.gender
        if self.pronoun and actors[0].name[:1].isupper():  # whom "he" means has been found already
            return replace(self, names=frozenset(name), named=True)
        country = country_of().get(actors[0].affiliation.lower())
        if country is not None and not _office_words().isdisjoint(role):
            return replace(self, gender=gender, official=True, countries=self.countries | {country})
        if _VOICES.isdisjoint(role):
            return replace(self, gender=gender)
        client = (word for word in actors[0].affiliation.lower().split() if len(word) > 3)
        return replace(self, gender=gender, names=self.names.union(client), official=True, spokesman=True)

    def may_be(self, pronoun: str) -> bool:
        """Whether a third-person pronoun of an indirect content can stand for the speaker."""
        if self.pronoun in ("he", "she", "they", "it"):
            return pronoun == self.pronoun
        if pronoun in ("he", "she"):
            return not self.plural and not self.body and self.gender in ("", pronoun)
        if pronoun == "they":
            return self.plural or not self.person
        return pronoun == "it" and not self.person and not self.plural

    def speaks_for(self, noun: Token) -> bool:
        """Whether the noun names the body for which the speaker speaks: "Tehran" of "the Iranian minister"."""
        word = noun.lower_
        if word in self.names:
            return True
        country = country_of().get(word)
        if country is None or not self.official:
            return False
        return country in self.countries or not self.countries
