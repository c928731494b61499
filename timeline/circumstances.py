"""Attributions → Circumstances: to whom, by which medium, and through whom it was said.

Read from the sentence around the cue, without what is inside the content: "In a letter to X, he said that the call to Y …".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from timeline.actors.cast import Cast, build_cast
from timeline.actors.describe import tidy
from timeline.actors.tokens import token_at
from timeline.attribution import Attribution
from timeline.language import Paragraph, Parsed, lemma
from timeline.lexicon import entries
from timeline.spans import Span, inside

# Words that may stand between preposition and medium: "in his first televised interview"
_BEFORE = r"(?:(?:an?|the|his|her|its|their|this|that|one|two|several|\w+['’]s)\s+)?(?:[\w.-]+\s+){0,3}?"
# "Reuters", "UN Secretary-General António Guterres", "the Security Council", "his Polish counterpart"
_WHOM = (
    r"((?:the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+)?[^\s,.;:|\"“”()]+"
    r"(?:\s+(?!(?:on|in|at|during|that|after|before|by|about|and|as|from|who|which|over|with|where|when|to|he|she|it|they|we|said|says|has|had|is|was|were|will)\b)[^\s,;:|\"“”()]+){0,9})"
)
_TOLD = frozenset("tell inform remind assure brief notify ask warn advise".split())
_SPOKE_TO = re.compile(
    rf"\b(?:speaking|spoke|talking|talked|speaks|said|wrote|writing|complained|explained|testified)\s+(?:to|with|before)\s+{_WHOM}", re.I
)
_VIA_BEFORE = re.compile(
    r"\b(?:according\s+to|quoted\s+by|cited\s+by|reported\s+by|carried\s+by|as\s+told\s+to|published\s+by|via)\s+(?:the\s+)?$", re.I
)
_VIA_AFTER = re.compile(r"^\s*(?:has\s+|have\s+)?(?:quoted|cited|reported|reports|quotes|cites)\b", re.I)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`addressee` ("António Guterres"), `medium` (a word of lexicon/media.csv: letter, phone call, interview, …), `via` ("Tasnim")."""

    addressee: str = ""
    medium: str = ""
    via: str = ""


@cache
def _media() -> dict[str, str]:
    return {row["word"]: row["medium"] for row in entries("media")}


@cache
def _media_words() -> frozenset[str]:
    """Last words of media and their plurals, to pass over most sentences quickly."""
    last = {word.split()[-1] for word in _media()}
    return frozenset(last | {f"{word}s" for word in last})


@cache
def _media_verbs() -> dict[str, str]:
    return {row["verb"]: row["medium"] for row in entries("media_verbs")}


@cache
def _in_medium() -> re.Pattern[str]:
    """ "in a letter to X", "during a phone call with X", "on Telegram"."""
    words = "|".join(re.escape(word) for word in sorted(_media(), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:in|during|at|on|via|through)\s+{_BEFORE}|by\s+)({words})s?\b(?:\s+(?:to|with|before|addressed\s+to)\s+{_WHOM})?", re.I
    )


def find_circumstances(parsed: Parsed, attributions: Sequence[Attribution]) -> list[Circumstances]:
    """For each attribution its circumstances, empty strings where the text gives none."""
    if not attributions:
        return []
    cast = build_cast(parsed)
    by_content = sorted(((span[0], index) for index, a in enumerate(attributions) for span in a.content_spans))
    found = []
    for attribution in attributions:
        # Those whose content begins shortly before the cue may report this statement.
        at = bisect_right(by_content, (attribution.head, len(attributions)))
        around = [attributions[index] for _, index in by_content[max(0, at - 6) : at]]
        found.append(_circumstances(parsed, cast, attribution, around))
    return found


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence of a cue. `text` has its content blanked out, `start` is its offset in the article, `head` the cue's in it."""

    paragraph: Paragraph
    cue: Token
    text: str
    start: int
    head: int


def _frame(paragraph: Paragraph, attribution: Attribution) -> Frame:
    cue = token_at(paragraph.doc, attribution.head - paragraph.start)
    sentence = cue.sent
    start, text = paragraph.start + sentence.start_char, sentence.text
    for first, last in attribution.content_spans:
        low, high = max(0, first - start), min(len(text), last - start)
        if low < high:
            text = text[:low] + "|" * (high - low) + text[high:]
    return Frame(paragraph, cue, text, start, attribution.head - start)


def _circumstances(parsed: Parsed, cast: Cast, attribution: Attribution, around: Sequence[Attribution]) -> Circumstances:
    paragraph = cast.paragraph_at(attribution.head)
    if paragraph is None:
        return Circumstances()
    frame = _frame(paragraph, attribution)
    verb = lemma(frame.cue)
    addressee, medium = _by_medium(cast, frame)
    medium = medium or _media_verbs().get(verb, "")
    if not medium and frame.cue.pos_ == "NOUN":
        medium = _media().get(frame.cue.lower_, "")
    told = _object(parsed, cast, frame, attribution) if verb in _TOLD else ""
    spoken = _SPOKE_TO.search(frame.text) if not told else None
    if spoken and "|" not in spoken[1]:
        told = _who(cast, spoken[1], frame.start + spoken.start(1))
        if spoken[0].lower().startswith("writ") or spoken[0].lower().startswith("wrote"):
            medium = medium or "letter"
    last = told.lower().split()[-2:]
    noun = next((name for name in (" ".join(last), *last[-1:]) if name in _media()), "")
    if noun:
        told, medium = "", medium or _media()[noun]  # "told a news conference"
    if told and not medium and (body := cast.named(told)) is not None and body.kind == "press":
        medium = "interview"
    return Circumstances(told or addressee, medium, _via(cast, frame, attribution, around))


def _by_medium(cast: Cast, frame: Frame) -> tuple[str, str]:
    """Addressee and medium of the phrase that belongs to the cue: "In a letter to X, he said", "said during a phone call with Y"."""
    if not _media_words().intersection(re.findall(r"[\w-]+", frame.text.lower())):
        return "", ""
    for match in sorted(_in_medium().finditer(frame.text), key=lambda m: abs(m.start() - frame.head)):
        if "|" not in match[0] and _belongs(frame, match.start()):
            whom = _who(cast, match[2], frame.start + match.start(2)) if match[2] else ""
            return whom, _media()[match[1].lower()]
    return "", ""


def _belongs(frame: Frame, at: int) -> bool:
    """Whether a prepositional phrase goes with the cue: it opens the sentence, follows the cue, or hangs on it in the parse."""
    between = frame.text[min(at, frame.head) : max(at, frame.head)]
    if not frame.text[:at].strip(" \n\"'“‘") or (at > frame.head and len(between.split()) <= 3):
        return True
    preposition = token_at(frame.paragraph.doc, frame.start + at - frame.paragraph.start)
    governor = preposition.head
    while governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head
    verbal = next((token for token in frame.cue.ancestors if token.pos_ in ("VERB", "AUX")), None)
    return governor.i == frame.cue.i or (
        verbal is not None and governor.i == verbal.i and frame.cue.dep_ in ("xcomp", "dobj", "conj", "pcomp")
    )


def _who(cast: Cast, text: str, at: int) -> str:
    """The addressee's name: of a person or body that the article names, else as written."""
    names = cast.within((at, at + len(text.rstrip())))
    people = [o for o in names if o.entity.kind == "person" and not o.mention.possessive]
    if people:
        return people[0].entity.name
    whole = bool(names) and " of " not in text[: max(0, names[-1].mention.full[0] - at)]  # not "members of the Council"
    if whole and names[-1].mention.span[1] >= at + len(text.rstrip()) - 2 and not names[-1].mention.possessive:
        return names[-1].entity.name
    words = tidy(text)
    return "" if words.lower() in ("him", "her", "them", "it", "me", "us", "you", "people") else words


def _object(parsed: Parsed, cast: Cast, frame: Frame, attribution: Attribution) -> str:
    """Whom a verb of telling has as its object: "told reporters"."""
    paragraph, verb = frame.paragraph, frame.cue
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "iobj") and child.i > verb.i:
            last = child.right_edge
            for token in child.subtree:
                if token.i > child.i and token.dep_ in ("relcl", "prep", "acl", "punct", "appos"):
                    last = paragraph.doc[token.left_edge.i - 1]
                    break
            span: Span = (paragraph.start + child.left_edge.idx, paragraph.start + last.idx + len(last))
            if span[0] < span[1] and not inside(span, attribution.content_spans):
                return _who(cast, parsed.article.text[slice(*span)], span[0])
    return ""


def _via(cast: Cast, frame: Frame, attribution: Attribution, around: Sequence[Attribution]) -> str:
    """The carrier: "…, he said, according to Tasnim", "IRNA quoted him as saying"."""
    own = {id(o.entity) for span in attribution.speaker_spans for o in cast.within(span)}
    for occurrence in cast.within((frame.start, frame.start + len(frame.text))):
        if occurrence.entity.kind != "press" or id(occurrence.entity) in own:
            continue
        first, last = (edge - frame.start for edge in occurrence.mention.span)
        if _VIA_BEFORE.search(frame.text[:first]) or _VIA_AFTER.search(frame.text[last:]):
            return occurrence.entity.name
    for other in around:
        if other is attribution or not inside((attribution.head, attribution.head + 1), other.content_spans):
            continue
        for occurrence in (o for span in other.speaker_spans for o in cast.within(span)):
            if occurrence.entity.kind == "press" and id(occurrence.entity) not in own:
                return occurrence.entity.name
    return ""
