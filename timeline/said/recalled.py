"""Cue, earlier cues with their dates → the one whose document or unnamed speaker is spoken of again."""

import re
from collections.abc import Sequence
from functools import cache

from timeline.language import doc_text
from timeline.said.cues import Cue, Said, occasion_words

_REACH = 3
"""Paragraphs over which "the report" is the one that was brought up."""
# "the aide, Kimberly", "the committee's chairman, Rep. Morris"
_NAMED_NOW = re.compile(r"(?:the|its|his|her)\s+(?:[\w'’-]+\s+){0,2}?([a-z]+),\s+(?-i:[A-Z])", re.I)


@cache
def _documents() -> str:
    return "|".join(sorted(map(re.escape, occasion_words("document")), key=len, reverse=True))


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?:the|that|this|its|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?({_documents()})", re.I)


@cache
def _brought_up(noun: str) -> re.Pattern[str]:
    """ "In a report", "issued a written statement", "a report by the board found"."""
    by = r"(?:in|through|issued|released|filed|sent|published|posted|signed)"
    return re.compile(rf"\b{by}\s+(?:an?|its|his|her|their)\s+(?:[\w-]+\s+){{0,3}}{re.escape(noun)}\b", re.I)


def same_document(cue: Cue, cues: Sequence[Cue | None], said: Sequence[Said]) -> tuple[Said, Cue] | None:
    """ "It said in a complaint filed on Friday … according to the complaint": the document's date is that of all that it says."""
    found = next((match for speaker in _speakers(cue) if (match := _known().fullmatch(speaker))), None)
    if found is None or cue.tense in ("perfect", "pluperfect"):
        return None
    noun = found[1].lower()
    for i in reversed(range(len(said))):
        other = cues[i]
        if other is None:
            continue
        if cue.paragraph.index - other.paragraph.index > _REACH:
            return None
        first = re.compile(rf"(?:an?|its|his|her|their)\s+(?:[\w-]+\s+){{0,3}}{re.escape(noun)}\b", re.I)
        if _brought_up(noun).search(_beside(other)) or any(first.match(speaker) for speaker in _speakers(other)):
            return (said[i], other) if said[i].basis != "publication" else None
    return None


def named_now(cue: Cue, cues: Sequence[Cue | None], said: Sequence[Said]) -> tuple[Said, Cue] | None:
    """ "A former aide told them on Friday … said the aide, Ida Moss": who was unnamed goes on under a name."""
    found = next((match for speaker in _speakers(cue) if (match := _NAMED_NOW.match(speaker))), None)
    if found is None or cue.tense != "past":
        return None
    other = next((cues[i] for i in reversed(range(len(said))) if cues[i]), None)
    if other is None or not 0 <= cue.paragraph.index - other.paragraph.index <= 1:
        return None
    unnamed = re.compile(rf"\b(?:an?|its|their|one)\s+(?:[\w-]+\s+){{0,2}}{re.escape(found[1])}\b", re.I)
    first = None
    for i in reversed(range(len(said))):
        c = cues[i]
        if c is None:
            continue
        if c.paragraph != other.paragraph:
            break
        same = c.token.sent == other.token.sent
        if same and said[i].basis != "publication" and any(unnamed.match(speaker) for speaker in _speakers(c)):
            first = said[i], c
    return first


def _speakers(cue: Cue) -> list[str]:
    text, start = doc_text(cue.paragraph.doc), cue.paragraph.start
    return [text[max(0, a - start) : max(0, b - start)] for a, b in cue.attribution.speaker_spans]


def _beside(cue: Cue) -> str:
    """The cue's sentence without what is said."""
    start, sentence = cue.paragraph.start, cue.token.sent
    text = list(doc_text(cue.paragraph.doc)[sentence.start_char : sentence.end_char])
    for a, b in cue.attribution.content_spans:
        low, high = a - start - sentence.start_char, b - start - sentence.start_char
        text[max(0, low) : max(0, high)] = "|" * len(text[max(0, low) : max(0, high)])
    return "".join(text)
