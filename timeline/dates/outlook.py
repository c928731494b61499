"""Whether the words around an expression look ahead or back: by the parse where there is one, else by cue words."""

import re
from collections.abc import Callable

from spacy.tokens import Token

from timeline.dates.words import Words
from timeline.language import Parsed

# Verbs and adjectives whose complement lies ahead: "is scheduled for Friday", "plans to meet in June", "due on 3 May".
_AHEAD = frozenset(
    "scheduled plan plans planned planning expect expects expected due set slated intend intends intended hope hopes hoped hoping want wants"
    " aims aim agreed upcoming forthcoming prepare prepares preparing ready effective payable expire expires maturing mature matures vow vows"
    " vowed promise promised promises pledged supposed going about seek seeks seeking likely poised deadline".split()
)
_FUTURE = frozenset("will shall wo 'll ’ll".split())
_MODAL = frozenset("would could should may might must can".split())
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"”'’])|\n\s*\n")


def outlook(words: Words, parsed: Parsed | None) -> Callable[[int], int]:
    """A function from an offset to 1 (looks ahead), -1 (looks back) or 0 (can't be told)."""
    paragraphs = {p.start: p for p in parsed.paragraphs} if parsed else {}
    starts = sorted(paragraphs)

    def look(offset: int) -> int:
        if parsed is not None:
            from bisect import bisect_right

            at = bisect_right(starts, offset) - 1
            if at >= 0 and offset < paragraphs[starts[at]].end:
                paragraph = paragraphs[starts[at]]
                local = offset - paragraph.start
                span = paragraph.doc.char_span(local, local + 1, alignment_mode="expand")
                if span:
                    return _by_parse(span[0])
        return _by_cues(words, offset)

    return look


def _by_parse(token: Token) -> int:
    """Climb to the governing verb and read its tense."""
    node = token
    for _ in range(12):
        if node.lower_ in _AHEAD and node.pos_ not in ("VERB", "AUX"):
            return 1
        if node.pos_ in ("VERB", "AUX"):
            return _tense(node)
        if node.head is node:
            break
        node = node.head
    return 0


def _tense(verb: Token) -> int:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lowers = {child.lower_ for child in auxiliaries}
    if lowers & _FUTURE:
        return 1
    if verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "'s", "’s", "'re", "am", "be") for c in auxiliaries):
        return 1
    if "to" in lowers and not lowers & {"have"}:
        head = verb.head
        if head is not verb and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            if head.lower_ in _AHEAD:
                return 1
            if head.lower_ in ("is", "are") or head.lower_ in ("failed", "used", "had", "managed", "began", "continued", "helped"):
                return 1 if head.lower_ in ("is", "are") else -1
            return _tense(head) if head.pos_ in ("VERB", "AUX") and head.tag_ in ("VBD",) and head.lower_ not in _AHEAD else 1
        return 1
    if lowers & {"have", "has", "had", "'ve", "’ve", "was", "were", "did"} and verb.lower_ not in _AHEAD:
        return -1
    if verb.lower_ in _AHEAD:
        return 1
    if lowers & _MODAL:
        return 1
    if verb.tag_ in ("VBD", "VBN"):
        return -1
    if verb.tag_ in ("VBZ", "VBP", "VB"):
        return 1 if verb.lower_ not in ("is", "are", "says", "has", "have", "say", "'s") else 0
    if verb.head is not verb and verb.tag_ == "VBG":
        head = verb.head
        while head.head is not head and head.pos_ not in ("VERB", "AUX"):
            head = head.head
        return _tense(head) if head.pos_ in ("VERB", "AUX") and head is not verb and head.tag_ != "VBG" else 0
    return 0


def _by_cues(words: Words, offset: int) -> int:
    """The nearest cue to the left within the sentence, else to the right."""
    here = words.at(offset)
    for step in range(1, 15):
        word = words.lower(here - step)
        if not word or word in ".!?" or "\n" in word:
            break
        if found := _cue(word, words.lower(here - step - 1)):
            return found
    for step in range(1, 12):
        word = words.lower(here + step)
        if not word or word in ".!?" or "\n" in word:
            break
        if found := _cue(word, words.lower(here + step - 1)):
            return found
    return 0


def _cue(word: str, previous: str) -> int:
    if word in _FUTURE or word in _AHEAD or word in _MODAL:
        return 1
    if word in ("was", "were", "had", "has", "did") or (len(word) > 4 and word.endswith("ed") and previous not in ("be", "is", "are")):
        return -1
    if word in ("said", "told", "met", "took", "came", "won", "lost", "made", "began", "went", "rose", "fell", "held"):
        return -1
    return 0
