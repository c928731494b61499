"""Paragraphs → labelled speech: transcripts ("MR. KIRBY: …", "Q: …") and headlines ("Trump: No Way", "Plan Would Fail: Report")."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.attribution.frames import WH
from timeline.language import Paragraph, doc_text
from timeline.lexicon import entries
from timeline.spans import Span

# "MR. KIRBY:", "Q:", "SEN. CRUZ (R-TX):", "BLITZER [voice-over]:"
_CAPITALS = re.compile(r"[\"“']?((?:[A-Z][A-Z.’'-]*|[QA])(?:[ ,]+[A-Z][A-Z.’'-]*){0,4}(?:\s*[(\[][^)\]\n]{1,40}[)\]])?)\s*(:)\s+(?=\S)")
# "John Kirby:", "Question:"
_NAME = re.compile(r"[\"“']?((?:[A-Z][\w.’'-]+)(?: (?:[A-Z][\w.’'-]*|of|the|de|al|van|von)){0,4})\s*(:)\s+(?=\S)")
# "Iran's foreign minister: …" in a headline
_HEAD = re.compile(r"((?:[\w.’'&-]+ ){0,6}[\w.’'&)(-]+)\s*(:)\s+(?=\S)")
# "…: report", "… – sources": what a headline ends with
_TAIL = re.compile(r"\s*([:–—-])\s+((?:[\w.’'&]+ ){0,3}[\w.’'&]+)\W*$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Speech after a label; offsets in the article."""

    speaker: Span
    cue: Span
    content: tuple[Span, ...]
    style: str


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("cues_labels") if row["kind"] == kind)


def labelled_speech(paragraphs: Sequence[Paragraph]) -> tuple[list[Labelled], set[int]]:
    """What stands behind labels, and the indices of the paragraphs that are taken up by it.

    A transcript needs two labels in capitals or three names; paragraphs without one go on with the speaker before.
    """
    found: list[Labelled] = []
    taken: set[int] = set()
    capitals = {p.index: m for p in paragraphs if (m := _CAPITALS.match(doc_text(p.doc))) and _is_label(m.group(1))}
    spoken = Counter(m.group(1) for m in capitals.values())
    # A headline's "NATO: …" is no transcript unless the label comes back.
    capitals = {i: m for i, m in capitals.items() if paragraphs[i].kind != "headline" or spoken[m.group(1)] > 1}
    names = {p.index: m for p in paragraphs if p.kind != "headline" and (m := _NAME.match(doc_text(p.doc))) and _is_label(m.group(1))}
    labels = capitals if len(capitals) >= 2 else {}
    if len(names) >= 3 and len(names) > len(capitals):
        labels = names
    if labels:
        found += _transcript(paragraphs, labels, taken)
    for paragraph in paragraphs[:3]:
        if paragraph.index not in taken and (paragraph.kind == "headline" or (paragraph.index == 0 and len(paragraph.doc) < 30)):
            found += _headline(paragraph)
    return found, taken


def _is_label(label: str) -> bool:
    return label.casefold() not in _words("furniture") and len(label) < 60


def _transcript(paragraphs: Sequence[Paragraph], labels: dict[int, re.Match[str]], taken: set[int]) -> list[Labelled]:
    turns: list[tuple[Span, Span, list[Span]]] = []
    last = max(labels)
    for paragraph in paragraphs:
        match = labels.get(paragraph.index)
        text, start = doc_text(paragraph.doc), paragraph.start
        if match:
            taken.add(paragraph.index)
            speaker, cue = ((start + a, start + b) for a, b in (match.span(1), match.span(2)))
            turns.append((speaker, cue, [(start + match.end(), start + len(text.rstrip("\"”' ")))]))
        elif turns and paragraph.index < last:
            taken.add(paragraph.index)
            if not text.lstrip('"“').startswith(("(", "[")):
                turns[-1][2].append((start, start + len(text.rstrip())))
    return [Labelled(speaker, cue, tuple(content), "transcript") for speaker, cue, content in turns if content[0][0] < content[0][1]]


def _headline(paragraph: Paragraph) -> list[Labelled]:
    text, start = doc_text(paragraph.doc).rstrip(), paragraph.start
    end = len(text.rstrip(". "))
    match = _HEAD.match(text)
    topic = match is not None and text[match.end() :].split(" ", 1)[0].casefold() in WH  # "Bribery inquiry: what we know"
    if match and not topic and _is_label(match.group(1)) and match.end() < end and _is_source(paragraph, *match.span(1)):
        spans = match.span(1), match.span(2), (match.end(), end)
        speaker, cue, content = ((a + start, b + start) for a, b in spans)
        return [Labelled(speaker, cue, (content,), "headline")]
    match = _TAIL.search(text)
    if match and match.start() > 12 and _words("tail") & set(match.group(2).casefold().split()):
        spans = match.span(2), match.span(1), (0, match.start())
        speaker, cue, content = ((a + start, b + start) for a, b in spans)
        return [Labelled(speaker, cue, (content,), "headline")]
    return []


def _is_source(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the words before a headline's colon can speak: names or offices, no verb among them, no list of things."""
    tokens = [token for token in paragraph.doc if first <= token.idx < last]
    if not tokens or any(token.tag_ in {"VBZ", "VBD", "VBP", "MD"} and token.i > tokens[0].i for token in tokens):
        return False
    if tokens[0].lower_ in _words("tail"):
        return True
    return any(token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or token.pos_ == "PROPN" for token in tokens)
