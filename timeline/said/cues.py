"""Attribution → Cue: what the dating of a statement needs to know of its cue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeAlias

from spacy.tokens import Token

from timeline.actors import Actor
from timeline.attribution import Attribution
from timeline.dates import DateMention
from timeline.labels import Basis
from timeline.language import Paragraph, Parsed, doc_text, lemma
from timeline.lexicon import entries

Tense: TypeAlias = Literal["past", "present", "perfect", "pluperfect"]
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_NOTHING = frozenset(
    {"said", "that", "with", "from", "have", "this", "were", "been", "will", "would", "they", "their", "about", "also"}
)


# First letters of words that tell no speaker from another
_SPEAKS_FOR_NOBODY = frozenset("sever many some other forme senio presi minis spoke offic group state natio peopl leade chief".split())


@dataclass(frozen=True, slots=True)
class Said:
    """First and last day on which it can have been said (inclusive, None = open), where that comes from, and of which days it speaks.

    `mention` is the expression that dates it (None for publication); an inherited one stands elsewhere in the article.
    `why` is one readable sentence.
    """

    start: date | None
    end: date | None
    basis: Basis
    mention: DateMention | None
    why: str
    about: DateMention | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """An attribution with what its dating needs: its paragraph, its cue's head word and tense, its speakers' names and the
    governments they speak for, whether they are members of an assembly,
    and whether they are officials of whom the article doesn't say whose."""

    attribution: Attribution
    paragraph: Paragraph
    token: Token
    tense: Tense
    speakers: frozenset[str]
    governments: frozenset[str]
    published: date
    member: bool
    official: bool
    country: bool
    described: str
    """How the text and the actors' roles describe the speakers, in lower case."""


@cache
def occasion_words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("occasions") if row["kind"] == kind)


def find_cue(parsed: Parsed, attribution: Attribution, actors: tuple[Actor, ...]) -> Cue | None:
    paragraph = parsed.paragraph_at(attribution.head)
    if paragraph is None:
        return None
    offset = attribution.head - paragraph.start
    span = paragraph.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        return None
    names = frozenset(actor.name for actor in actors if actor.name)
    described = " ".join([*(parsed.article.text[a:b] for a, b in attribution.speaker_spans), *(actor.role for actor in actors)])
    words = {word.casefold() for word in re.findall(r"\w+", described)}
    member = bool(occasion_words("member") & words) and "police" not in words
    country = bool(actors) and all(actor.kind == "country" for actor in actors)
    governments = frozenset(actor.affiliation or actor.name for actor in actors if actor.kind == "country" or actor.affiliation)
    official = any(actor.role and not actor.affiliation for actor in actors)
    return Cue(
        attribution,
        paragraph,
        span[0],
        tense_of(span[0]),
        names,
        governments,
        parsed.article.published,
        member,
        official,
        country,
        described.lower(),
    )


def verb_of(cue: Token) -> Token:
    """The verb whose tense and adverbs are the cue's: the cue itself, or "made" for the cue noun in "reportedly made the offer"."""
    return cue.head if cue.pos_ == "NOUN" and cue.dep_ == "dobj" and cue.head.pos_ == "VERB" else cue


def tense_of(cue: Token) -> Tense:
    cue = verb_of(cue)
    auxiliaries = {child.lower_ for child in cue.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"has", "have", "'ve", "’ve", "having"}:
        return "perfect"
    if auxiliaries & {"had", "'d", "’d"}:
        return "pluperfect"
    return "present" if cue.tag_ in ("VBZ", "VBP") else "past"


def content_of(cue: Cue) -> str:
    doc, start = cue.paragraph.doc, cue.paragraph.start
    return " ".join(doc_text(doc)[max(0, a - start) : max(0, b - start)] for a, b in cue.attribution.content_spans)


def speaker_words(cue: Cue) -> frozenset[str]:
    """First letters of the longer words that name or describe the speakers, and of the governments they speak for."""
    named = " ".join([cue.described, *cue.speakers, *cue.governments])
    return frozenset(word.casefold()[:5] for word in _WORD.findall(named)) - _SPEAKS_FOR_NOBODY


def content_words(cue: Cue) -> frozenset[str]:
    """First letters of the longer words, so that "Ukrainian" and "Ukraine" count as one."""
    return frozenset(word.casefold()[:5] for word in _WORD.findall(content_of(cue)) if word.casefold() not in _SAYS_NOTHING)


def root_of(mention: DateMention, paragraph: Paragraph) -> Token | None:
    span = paragraph.doc.char_span(mention.span[0] - paragraph.start, mention.span[1] - paragraph.start, alignment_mode="expand")
    return span.root if span is not None else None


def occasions(cue: Cue) -> Iterator[tuple[str, Token, set[str]]]:
    """The occasions and documents that stand with a cue: preposition, noun, and its determiners and adjectives."""
    for preposition in cue.token.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("in", "during", "at", "on", "after"):
            for noun in preposition.children:
                if lemma(noun) in occasion_words("occasion") | occasion_words("document"):
                    yield preposition.lower_, noun, {child.lower_ for child in noun.children if child.dep_ in ("det", "poss", "amod")}
