"""A speaker span → its noun phrases: "the UK, France, and Germany" are three, "Gorski, a professor and editor" is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.actors.cast import Cast
from timeline.actors.entity import Occurrence
from timeline.actors.roles import roles
from timeline.actors.tokens import tokens_at
from timeline.actors.words import roles_and_collectives, singular
from timeline.language import Paragraph, Parsed
from timeline.spans import Span

_SEPARATORS = re.compile(r"^(?:[\s,;&/().]|\b(?:and|or|both|other|fellow|the|as well as|along with|together with|alongside)\b)*$", re.I)
# "according to the ministry", "by several people": what some speaker spans begin with
_PREPOSITION = re.compile(r"^\s*(?:according\s+to|by|from|in|via|to|of|with|for|among)\s+", re.I)
_PLURAL_HEAD = re.compile(r"^[^,]*[a-z]s,\s*$")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DATE = rf"(?:{_DAY}(?:,?\s+{_MONTH}\s+\d{{1,2}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+(?:19|20)\d\d)?"
# "On Wednesday Ukraine's ambassador", "17 October 2022 France"; "Iran on Saturday"
_DATE_BEFORE = re.compile(rf"^\W*(?:(?:on|last|late|early)\s+)?{_DATE}\b\W*(?=\w)", re.I)
_DATE_BEHIND = re.compile(rf"\s*,?\s+(?:on|late\s+on|early\s+on|last)\s+{_DATE}\W*$|\s+in\s+(?:19|20)\d\d$", re.I)
# "NEW YORK (Meridian Wire) – Iran"
_DATELINE = re.compile(r"^\W*(?:Mc|Mac|O['’]|St\. )?[A-Z][A-Z .]+(?:,\s+[\w. ]+)?\s*(?:\([^)]*\))?\s*[–—-]+\s+")
_EDGES = " \n\t\r\xa0,;:—–-"
_LINK = re.compile(r"\b(?:and|or|as well as|along with|together with|alongside)\b|&", re.I)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names one speaker. `head` is its head noun; `text` as written."""

    span: Span
    text: str
    head: Token
    paragraph: Paragraph


def phrases(parsed: Parsed, cast: Cast, spans: Sequence[Span]) -> list[Phrase]:
    """The noun phrases of a speaker's spans, one for each speaker; empty if the spans hold no word."""
    text = parsed.article.text
    for whole in sorted(spans, key=lambda s: not cast.within(s)):
        span = _from_name(cast, _undated(text, whole))
        paragraph = cast.paragraph_at(span[0])
        if paragraph is None or not text[slice(*span)].strip():
            continue
        pieces = _enumeration(text, cast, span) or _conjuncts(paragraph, cast, span) or [span]
        found = [phrase for piece in pieces if (phrase := phrase_at(parsed, paragraph, piece)) is not None]
        if found:
            return found
    return []


def _from_name(cast: Cast, span: Span) -> Span:
    """A speaker span that begins inside a name ("Kask" of Ilves-Kask), from that name's beginning."""
    cut = [o.mention.full[0] for o in cast.within((span[0] - 80, span[1])) if o.mention.span[0] < span[0] < o.mention.span[1]]
    return min(cut, default=span[0]), span[1]


def _undated(text: str, span: Span) -> Span:
    """A speaker span without the dateline or date that the attribution left on it."""
    while lead := _DATE_BEFORE.match(text[slice(*span)]) or _DATELINE.match(text[slice(*span)]):
        span = (span[0] + lead.end(), span[1])
    return span[0], span[0] + len(_DATE_BEHIND.sub("", text[slice(*span)]))


def phrase_at(parsed: Parsed, paragraph: Paragraph, span: Span) -> Phrase | None:
    """The noun phrase in a span, its edges freed of punctuation."""
    text = parsed.article.text
    piece = text[slice(*span)]
    if lead := _PREPOSITION.match(piece):
        span = (span[0] + lead.end(), span[1])
        piece = text[slice(*span)]
    left = len(piece) - len(piece.lstrip(_EDGES + "(“\"'‘"))
    right = len(piece.rstrip(_EDGES + ')”"'))
    if left >= right:
        return None
    start, end = span[0] + left, span[0] + right
    tokens = tokens_at(paragraph.doc, start - paragraph.start, end - paragraph.start)
    if not len(tokens):
        return None
    root = tokens.root
    if (
        singular(root.lower_) not in roles_and_collectives() and root.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
    ) or root.dep_ == "case":
        root = next((token for token in tokens if token.pos_ in ("NOUN", "PROPN", "PRON")), root)
        while root.i + 1 < tokens.end and root.nbor().pos_ in ("NOUN", "PROPN"):
            root = root.nbor()
    return Phrase((start, end), text[start:end], root, paragraph)


def is_somebody(phrase: Phrase) -> bool:
    """Whether "who" says that a noun for bodies is a person: "one towing operator, who spoke on condition of anonymity"."""
    return phrase.head.tag_ in ("NN", "NNP") and re.match(r",?\s+who\b", phrase.text[phrase_end(phrase) :]) is not None


def phrase_end(phrase: Phrase) -> int:
    """Where a phrase's head noun ends, counted from the phrase's beginning."""
    return phrase.paragraph.start + phrase.head.idx + len(phrase.head) - phrase.span[0]


def _outermost(occurrences: Sequence[Occurrence], span: Span) -> list[Occurrence]:
    """Occurrences in a span without those that stand inside another one's title or apposition."""
    found: list[Occurrence] = []
    for occurrence in sorted(occurrences, key=lambda o: (o.mention.full[0], -o.mention.full[1])):
        full = occurrence.mention.full
        if full[0] < span[0] - 1 or (found and full[0] < found[-1].mention.full[1]):
            continue
        found.append(occurrence)
    return found


def _enumeration(text: str, cast: Cast, span: Span) -> list[Span]:
    """Pieces of a span that is a list of names and nothing else."""
    names = _outermost(cast.within(span), span)
    if len(names) < 2 or len({id(occurrence.entity) for occurrence in names}) < 2:
        return []
    at, gaps = span[0], []
    for occurrence in names:
        gaps.append(text[at : occurrence.mention.full[0]])
        at = occurrence.mention.full[1]
    gaps.append(text[at : span[1]])
    people = all(occurrence.entity.kind == "person" for occurrence in names)
    if people and _PLURAL_HEAD.match(gaps[0]):
        gaps[0] = ""  # "Two objectors, X and Y,"
    if all(_SEPARATORS.match(gap) for gap in gaps) and any(_LINK.search(gap) for gap in gaps[1:-1]):
        return [occurrence.mention.full for occurrence in names]
    return []


def _two_roles_of_one(paragraph: Paragraph, cast: Cast, span: Span, heads: Sequence[Token]) -> bool:
    """Whether "Moore's pollster and strategist X" names one person; "the minister and Anna Kowalska" are two."""
    first, second = heads
    start = paragraph.start + second.left_edge.idx
    names = [o for o in cast.within(span) if o.entity.kind == "person" and not o.mention.possessive]
    if len(names) != 1 or names[0].mention.span[0] < start or second.left_edge.pos_ in ("DET", "PRON"):
        return False
    bare_name = names[0].mention.full == names[0].mention.span and names[0].mention.span[0] <= start
    return first.lower_ in roles() and not bare_name


def _conjuncts(paragraph: Paragraph, cast: Cast, span: Span) -> list[Span]:
    """Pieces of a span whose head noun has others beside it: "Trump and his aides"."""
    phrase = tokens_at(paragraph.doc, span[0] - paragraph.start, span[1] - paragraph.start)
    if not len(phrase):
        return []
    root = phrase.root
    heads = [
        root,
        *(
            token
            for token in root.conjuncts
            if phrase.start <= token.i < phrase.end and token.i > root.i and token.pos_ in ("NOUN", "PROPN", "PRON")
        ),
    ]
    if len(heads) < 2:
        return []
    # A conjunct inside one name's role or apposition is the same person: "X, a professor at Y and editor of Z".
    for occurrence in cast.within(span):
        full = occurrence.mention.full
        inside = [head for head in heads if full[0] <= paragraph.start + head.idx < full[1]]
        if len(inside) > 1:
            return []
    if len(heads) == 2 and _two_roles_of_one(paragraph, cast, span, heads):
        return []
    starts = [phrase.start, *(min(token.left_edge.i, token.i) for token in heads[1:])]
    ends = []
    for index, head in enumerate(heads):
        limit = starts[index + 1] if index + 1 < len(heads) else phrase.end
        end = limit
        while end > head.i + 1 and (paragraph.doc[end - 1].is_punct or paragraph.doc[end - 1].pos_ == "CCONJ"):
            end -= 1
        ends.append(end)
    tokens = paragraph.doc
    return [
        (paragraph.start + tokens[start].idx, paragraph.start + tokens[end - 1].idx + len(tokens[end - 1]))
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]
