"""The act classifier's word lists, and how phrases of them are found in a row of words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Token

from timeline.acts.labels import ActLabel, DenialKind
from timeline.language import lemma
from timeline.lexicon import entries

NEGATIONS = frozenset({"not", "never", "no", "nobody", "nothing", "neither", "nor", "none", "without", "cannot", "hardly"})
_PLAIN = {
    **dict.fromkeys(("n't", "n’t", "nt"), "not"),
    **dict.fromkeys(("'ll", "’ll", "wo"), "will"),
    **dict.fromkeys(("'d", "’d"), "would"),
    **dict.fromkeys(("'m", "’m", "'re", "’re", "is", "are", "was", "were", "been", "being", "am", "be"), "be"),
    **dict.fromkeys(("'ve", "’ve", "has", "had", "having", "have"), "have"),
    **dict.fromkeys(("did", "does", "do", "doing", "done"), "do"),
    "ca": "can",
    "rumours": "rumor",
    "rumour": "rumor",
}
_SKIPPED = frozenset({"-", "–", '"', "“", "”", "'", "‘", "’", "''", "``", "*", "(", ")"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token with the forms under which the lists may know it: its dictionary form first, then as written."""

    token: Token
    forms: tuple[str, ...]

    @property
    def base(self) -> str:
        """The dictionary form."""
        return self.forms[0]


def base(token: Token) -> str:
    """The dictionary form that the lists use: "weren't" is "be" and "not", 'll is "will"."""
    lower = token.lower_
    if lower in ("'s", "’s"):
        return "be" if token.pos_ in ("AUX", "VERB") else "'s"
    return _PLAIN.get(lower) or lemma(token)


def words_of(tokens: Iterable[Token], loose: bool = False) -> list[Word]:
    """Tokens → words, hyphens and quotation marks left out.

    `loose`: any word may be a verb's form, whatever its tag; so are capitalised ones always (headlines: "Rejects").
    """
    found = []
    for token in tokens:
        lower = token.lower_
        if lower in _SKIPPED or token.is_space:
            continue
        forms = {base(token): None, lower: None}
        if loose or token.pos_ == "PROPN" or token.tag_ in ("VBD", "VBN"):
            forms |= dict.fromkeys(_verb_forms(lower))
        elif token.pos_ == "ADV" and lower.endswith("ly"):
            forms |= dict.fromkeys(_adjectives(lower))
        found.append(Word(token, tuple(forms)))
    return found


@cache
def _verb_forms(lower: str) -> tuple[str, ...]:
    """What a word may be the inflected form of: "denies" → deny, "accused" → accuse; only listed words."""
    stems = [lower.removesuffix("s"), lower.removesuffix("es"), lower.removesuffix("d"), lower.removesuffix("ed")]
    if lower.endswith("ing"):
        stems += [lower[:-3], lower[:-3] + "e"]
    if lower.endswith(("ies", "ied")):
        stems.append(lower[:-3] + "y")
    return tuple(stem for stem in stems if stem != lower and stem in cues() and stem not in NEGATIONS)  # "noted" is no "not"


@cache
def _adjectives(lower: str) -> tuple[str, ...]:
    """ "unfairly" → unfair, "terribly" → terrible, "angrily" → angry; only listed words."""
    stems = (lower[:-2], lower[:-1] + "e", lower[:-2] + "le", lower[:-3] + "y", lower.removesuffix("ally"))
    return tuple(stem for stem in stems if stem in kinds())


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Word → the kinds under which acts_words.csv lists it."""
    found: dict[str, set[str]] = {}
    for row in entries("acts_words"):
        for form in {row["word"], row["word"].replace("-", "")}:
            found.setdefault(form, set()).add(row["kind"])
    return {word: frozenset(names) for word, names in found.items()}


_NONE: frozenset[str] = frozenset()


def kinds_of(word: Word) -> frozenset[str]:
    """The kinds of a word, under any of its forms; of a hyphenated compound where the word is its first part."""
    table = kinds()
    found = _NONE.union(*(table.get(form, _NONE) for form in word.forms))
    token = word.token
    if not token.whitespace_ and token.i + 2 < len(token.doc) and token.nbor().lower_ in ("-", "–"):
        found |= table.get(f"{token.lower_}-{token.nbor(2).lower_}", _NONE)
    if token.i >= 2 and token.nbor(-1).lower_ in ("-", "–") and not token.nbor(-1).whitespace_:
        found |= table.get(f"{token.nbor(-2).lower_}-{token.lower_}", _NONE)
    return found


def kinds_of_token(token: Token) -> frozenset[str]:
    """The kinds of a token's dictionary form and of the form as written."""
    return kinds_of(Word(token, (base(token), token.lower_)))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of acts_cues.csv or acts_phrases.csv; `pattern` holds the alternatives of each word, an empty one being a gap.

    `act` is None where the complement decides ("called it illegal"). `length` counts the words.
    """

    text: str
    pattern: tuple[frozenset[str], ...]
    condition: str
    act: ActLabel | None
    weight: float
    denial: DenialKind
    fixed: bool
    length: int


_STRENGTHS = {"fixed": 3.0, "strong": 1.8, "weak": 0.5}


def _phrase(text: str, condition: str, row: Mapping[str, str], weight: float) -> Phrase:
    parts = text.replace("-", " ").split()
    pattern = tuple(frozenset() if part == "*" else frozenset(part.split("|")) for part in parts)
    act = None if row["act"] == "evaluate" else cast("ActLabel", row["act"])
    length = sum(bool(p) for p in pattern)
    return Phrase(text, pattern, condition, act, weight, cast("DenialKind", row["denial"]), row.get("strength") == "fixed", length)


Index = Mapping[str, tuple[Phrase, ...]]


def _by_first_word(phrases: Iterable[Phrase]) -> Index:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: p.length, reverse=True):
        for word in phrase.pattern[0]:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def cues() -> Index:
    """First word → the cues that begin with it, longest first."""
    return _by_first_word(_phrase(r["cue"], r["complement"], r, _STRENGTHS[r["strength"]]) for r in entries("acts_cues"))


@cache
def phrases() -> Index:
    """First word → the phrases of contents that begin with it, longest first."""
    return _by_first_word(_phrase(r["phrase"], r["subject"], r, float(r["weight"])) for r in entries("acts_phrases"))


def matches(words: Sequence[Word], at: int, index: Index, gap: int) -> Iterator[tuple[Phrase, int]]:
    """The phrases that begin at a word, longest first, each with the index after its last word.

    A `*` spans up to `gap` words: ("make", *, "offer") in "made the first offer". `no` and `not` match any negation.
    """
    keys = dict.fromkeys(words[at].forms)
    if words[at].base in NEGATIONS:
        keys |= {"not": None, "no": None}
    for phrase in (p for key in keys for p in index.get(key, ())):
        end = _match(words, at, phrase.pattern, gap)
        if end is not None:
            yield phrase, end


def _match(words: Sequence[Word], at: int, pattern: tuple[frozenset[str], ...], gap: int) -> int | None:
    if not pattern:
        return at
    first, rest = pattern[0], pattern[1:]
    if not first:
        return next((end for skip in range(gap + 1) if (end := _match(words, at + skip, rest, gap)) is not None), None)
    if at >= len(words):
        return None
    if words[at].base in NEGATIONS and not first.isdisjoint(("no", "not")):
        end = _match(words, at + 1, rest, gap)
        any_follows = end is None and at + 1 < len(words) and words[at + 1].base == "any"
        return _match(words, at + 2, rest, gap) if any_follows else end
    if not first.isdisjoint(words[at].forms):
        return _match(words, at + 1, rest, gap)
    return None
