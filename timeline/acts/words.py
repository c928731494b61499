"""The act classifier's word lists, and how phrases of them are found in a row of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Token

from timeline.acts.labels import ActLabel, DenialKind
from timeline.language import lemma
from timeline.lexicon import entries

NEGATIONS = frozenset({"not", "never", "no", "nobody", "nothing", "neither", "nor", "none", "hardly", "without", "cannot"})
_CONTRACTIONS = {
    "n't": "not",
    "n’t": "not",
    "nt": "not",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
    "ca": "can",
    "wo": "will",
}
_BE = {
    "'m": "be",
    "’m": "be",
    "'re": "be",
    "’re": "be",
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "am": "be",
    "be": "be",
}
_SKIPPED = frozenset({"-", "–", '"', "“", "”", "'", "‘", "’", "''", "``", "*"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token with the forms under which the lists may know it: its dictionary form first, then as written."""

    token: Token
    forms: tuple[str, ...]


@cache
def _plain(lower: str) -> str:
    return _CONTRACTIONS.get(lower) or _BE.get(lower) or lower


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """Tokens → words; hyphens and quotation marks are left out, and "'s" is "be" where it is a verb."""
    found = []
    for token in tokens:
        lower = token.lower_
        if lower in _SKIPPED or token.is_space:
            continue
        if lower in ("'s", "’s"):
            found.append(Word(token, ("be" if token.pos_ in ("AUX", "VERB") else "'s",)))
            continue
        plain = _plain(lower)
        base = plain if plain != lower else lemma(token)
        found.append(Word(token, (base,) if base == lower else (base, lower)))
    return found


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Word → the kinds under which acts_words.csv lists it."""
    found: dict[str, set[str]] = {}
    for row in entries("acts_words"):
        for form in {row["word"], row["word"].replace("-", "")}:
            found.setdefault(form, set()).add(row["kind"])
    return {word: frozenset(names) for word, names in found.items()}


def kinds_of(word: Word) -> frozenset[str]:
    """The kinds of a word, under any of its forms; of a hyphenated compound where the word is its first part."""
    table = kinds()
    found = frozenset().union(*(table.get(form, frozenset()) for form in word.forms))
    token = word.token
    if token.i + 2 < len(token.doc) and token.nbor().lower_ in ("-", "–") and token.whitespace_ == "":
        found |= table.get(f"{token.lower_}-{token.nbor(2).lower_}", frozenset())
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of acts_cues.csv or acts_phrases.csv; `pattern` holds the alternatives of each word, an empty one being a gap."""

    text: str
    pattern: tuple[frozenset[str], ...]
    condition: str
    act: ActLabel | None
    """None: the complement decides."""
    weight: float
    denial: DenialKind
    fixed: bool = False


_STRENGTHS = {"fixed": 3.0, "strong": 1.8, "weak": 0.5}


def _pattern(text: str) -> tuple[frozenset[str], ...]:
    parts = text.replace("-", " ").split()
    return tuple(frozenset() if part == "*" else frozenset(filter(None, part.split("|"))) for part in parts)


def _phrase(text: str, condition: str, row: dict[str, str], weight: float) -> Phrase:
    act = None if row["act"] == "evaluate" else cast("ActLabel", row["act"])
    return Phrase(text, _pattern(text), condition, act, weight, cast("DenialKind", row["denial"]), row.get("strength") == "fixed")


def _by_first_word(phrases: Sequence[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: sum(bool(w) for w in p.pattern), reverse=True):
        for word in phrase.pattern[0]:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def cues() -> dict[str, tuple[Phrase, ...]]:
    """First word → the cues that begin with it, longest first."""
    return _by_first_word([_phrase(r["cue"], r["complement"], r, _STRENGTHS[r["strength"]]) for r in entries("acts_cues")])


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """First word → the phrases of contents that begin with it, longest first."""
    return _by_first_word(
        [_phrase(r["phrase"], r["subject"], r, float(r["weight"])) for r in entries("acts_phrases") if float(r["weight"])]
    )


def match_end(words: Sequence[Word], start: int, phrase: Phrase, gap: int) -> int | None:
    """Index after the last word of a phrase that begins at `start`; None if it isn't there.

    A `*` spans up to `gap` words: ("make", *, "offer") in "made the first offer".
    """
    return _match(words, start, phrase.pattern, gap)


def _match(words: Sequence[Word], at: int, pattern: tuple[frozenset[str], ...], gap: int) -> int | None:
    if not pattern:
        return at
    first, rest = pattern[0], pattern[1:]
    if not first:
        return next((end for skip in range(gap + 1) if (end := _match(words, at + skip, rest, gap)) is not None), None)
    if at >= len(words):
        return None
    forms = words[at].forms
    if any(form in first for form in forms) or ("no" in first and forms[0] in NEGATIONS):
        return _match(words, at + 1, rest, gap)
    return None
