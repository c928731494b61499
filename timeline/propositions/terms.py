"""Tokens → terms: dictionary forms under the head word of their synonyms, without the fillers of news."""

from functools import cache

from spacy.tokens import Token

from timeline.language import lemma
from timeline.lexicon import country_of, entries

_CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "neither", "nor", "none", "nothing", "nobody", "without"})


@cache
def _synonyms() -> dict[str, str]:
    """Word → the head word that stands for it; capitals and adjectives of countries stand for the country."""
    countries = {word: name.lower() for word, name in country_of().items() if " " not in word}
    return countries | {row["word"]: row["head"] for row in entries("synonyms")}


@cache
def kinds() -> dict[str, str]:
    """Thing → its kind ("drone" → "weapon"), see lexicon/claims_kinds.csv."""
    return {row["word"]: row["kind"] for row in entries("claims_kinds")}


@cache
def allegations() -> frozenset[str]:
    """Nouns of what somebody alleges ("claim", "charge"), see lexicon/anaphora.csv."""
    return frozenset(row["word"] for row in entries("anaphora") if "allege" in row["acts"].split("|"))


@cache
def stop_terms(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("claims_stop") if row["use"] == use)


def term(token: Token) -> str:
    """The token's dictionary form under the head word of its synonyms ("deliver" → "supply"); empty for words that carry no matter."""
    if token.pos_ not in _CONTENT_POS or token.is_stop or token.is_punct:
        return ""
    word = lemma(token)
    word = _synonyms().get(word, word)
    return "" if word in stop_terms("drop") or not any(c.isalnum() for c in word) else word
