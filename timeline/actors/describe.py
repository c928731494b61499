"""Names for those whom the text leaves unnamed: their description, tidied."""

import re
from collections.abc import Sequence

from timeline.actors.cast import Cast
from timeline.actors.roles import stands_for
from timeline.actors.speakers import Phrase
from timeline.actors.tokens import token_at
from timeline.actors.words import Word, collectives, documents, organizations, parties, places, press, region_adjectives, singular

_CUT = re.compile(r"\s*(?:[,;(:]|\s[-–—]{1,2}\s|\b(?:who|whom|whose|which|that|speaking|seeking)\b).*$", re.S)

# Those who are in a country without speaking for it: "a Western diplomat in Tbilisi"
_ABROAD = frozenset("diplomat envoy ambassador consul journalist reporter correspondent analyst tourist refugee observer trader".split())


def describe(cast: Cast, phrase: Phrase, owner: str) -> str:
    """The phrase without article, relative clause and what follows a comma: "the officials, who asked …" → "officials".

    `owner` takes the place of a possessive pronoun: "his aides" → "Donald Trump's aides".
    """
    text = phrase.text
    if is_document(phrase):
        # How a text came about is no part of its name: "polls conducted after the debate"
        made = next(
            (child for child in phrase.head.children if child.dep_ == "acl" and child.tag_ == "VBN" and child.i > phrase.head.i), None
        )
        if made is not None:
            text = text[: max(1, phrase.paragraph.start + made.left_edge.idx - phrase.span[0])]
    keep = max(0, phrase.paragraph.start + phrase.head.idx + len(phrase.head) - phrase.span[0])
    text = re.sub(r"\s+", " ", text[:keep] + _CUT.sub("", text[keep:])).strip()
    text = re.sub(r"(?<=s)['’]$|['’]s$|\s+(?:there|here)$", "", text)
    text = re.sub(r"^(?:the|these|those|this|that)\s+", "", text, flags=re.I)
    if owner:
        owner = re.sub(r"(?<=s)'s$", "'", f"{owner}'s") if not _is_party(phrase) else owner
        text = re.sub(r"^(?:his|her|its|their)\s+", f"{owner} ", text, flags=re.I)
    first, _, rest = text.partition(" ")
    if first in ("A", "An", "One", "Some", "Several", "Many", "Two", "Three", "Most", "All", "Both"):
        return first.lower() + text[len(first) :]
    if first.isupper() and len(first) > 3 and rest.isupper():
        return text.lower()
    known = first in places() or first in parties() or first in organizations() or first in region_adjectives() or first in press()
    sentence_start = phrase.head.sent.start_char + phrase.paragraph.start >= phrase.span[0] - 6
    named = owner or any(o.mention.span[0] == phrase.span[0] for o in cast.within(phrase.span))
    if first[:1].isupper() and not known and not named and (sentence_start) and not any(c.isupper() for c in first[1:]):
        token = token_at(phrase.paragraph.doc, phrase.span[0] + max(0, phrase.text.find(first)) - phrase.paragraph.start)
        if token.pos_ != "PROPN" or singular(first.lower()) in documents() or singular(first.lower()) in collectives():
            text = first.lower() + text[len(first) :]
    return text


def tidy(text: str) -> str:
    """A phrase on one line without "the" in front."""
    return re.sub(r"^(?:the|these|those|this|that)\s+", "", re.sub(r"\s+", " ", text).strip(" .,"), flags=re.I)


def is_document(phrase: Phrase) -> bool:
    """Whether the phrase's head noun is a text."""
    return singular(phrase.head.lower_) in documents()


def _is_party(phrase: Phrase) -> bool:
    """Whether it is a campaign or team, which goes by the bare name: "Hillary Clinton campaign"."""
    noun = singular(phrase.head.lower_)
    return noun in collectives() and collectives()[noun][0] == "party"


def affiliation_in(words: Sequence[Word]) -> str:
    """For whom an unnamed speaker speaks: "Iranian officials" → Iran, "a State Department official" → United States."""
    stranger = any(singular(word.lower) in _ABROAD for word in words)
    for index in range(len(words)):
        if stranger and index and words[index - 1].lower == "in":
            continue
        for end in range(min(len(words), index + 4), index, -1):
            name = " ".join(word.text for word in words[index:end])
            # "Independent experts" are no paper's: one whose name begins with "The" is meant where that stands.
            paper = name in press() and (not press()[name].startswith("The ") or (index > 0 and words[index - 1].lower == "the"))
            if paper or name in places() or name in parties() or name in organizations():
                return stands_for(name)
    return ""
