"""Doc → Frames of fixed phrases: "according to X", "per X", "in X's words"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from timeline.attribution.frames import Frame, Range, sentence_of, subtree, without
from timeline.attribution.speakers import speaker
from timeline.attribution.voices import Speaker
from timeline.language import FINITE

_SHORT = 8
_MIND = {"view", "opinion", "words", "telling", "account", "eyes", "mind", "estimation", "judgment", "assessment"}
_CLAUSES = {"ccomp", "advcl", "relcl", "conj", "pcomp", "acl", "parataxis"}
_DASHES = {"-", "--", "–", "—"}
_TURNS = {"but", "although", "though", "while", "despite", "compared", "more"}


def formula_frames(doc: Doc, zone: Sequence[int]) -> Iterator[Frame]:
    """Frames whose cue is a preposition; the content is the clause that it stands in."""
    for token in doc:
        if zone[token.i] >= 0:
            continue
        if token.lower_ == "according" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "to":
            who = _after(doc[token.i + 1])
            if who is not None and who.span is not None:
                whole = (token.i, who.span[1])
                yield Frame(token, (token.i, token.i + 1), who, _clause(token, whole), "according to", "formula")
        elif token.lower_ == "per" and token.dep_ == "prep" and token.i + 1 < len(doc):
            who = _after(token)
            if who is not None and who.span is not None and who.head is not None and who.head.pos_ == "PROPN":
                yield Frame(token, (token.i,), who, _clause(token, (token.i, who.span[1])), "per", "formula")
        elif token.lower_ in _MIND and token.dep_ == "pobj" and token.head.lower_ in {"in", "by", "to"}:
            owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
            if owner is not None:
                last = owner.right_edge.i
                who = Speaker((owner.left_edge.i, last if doc[last].tag_ == "POS" else last + 1), "owner", owner)
                whole = (token.head.i, token.i + 1)
                yield Frame(token, (token.head.i, token.i), who, _clause(token.head, whole), f"in {token.lower_}", "formula")


def _after(preposition: Token) -> Speaker | None:
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is None:
        following = preposition.doc[preposition.i + 1]
        noun = following if following.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if noun is None:
        return None
    # What follows after a comma is the article's, not the source's name, unless an apposition or "released on 20 May".
    until = noun.right_edge.i + 1
    for child in noun.rights:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            continue
        if child.dep_ in {"relcl", "acl", "cc", "advcl"} and child.left_edge.i > 0 and noun.doc[child.left_edge.i - 1].text == ",":
            until = min(until, child.left_edge.i - 1)
    # "At the heart of it, according to Jan Haas, an envoy, was a plan": the clause goes on behind the name.
    until = next((i for i in range(noun.i + 1, until - 1) if noun.doc[i].text == "," and noun.doc[i + 1].tag_ in FINITE), until)
    return speaker(noun, "formula", _with_rest(noun, until))


def _with_rest(noun: Token, until: int) -> int:
    """Where a source with a clause of its own ends: at the pause, where the parse broke off ("two aides who came but | did not sign")."""
    clause = any(c.dep_ == "relcl" and c.right_edge.i < until for c in noun.rights)
    doc = noun.doc
    opens = noun.head.i < 2 or doc[noun.head.i - 1].is_sent_start
    if opens and not clause:
        # "According to a poll out on Monday, …"
        pause = next((i for i in range(until, min(until + _SHORT, len(doc))) if doc[i].is_punct or doc[i].tag_ in FINITE), until)
        return pause if doc[pause : pause + 1].text == "," else until
    if not clause and doc[noun.head.i - 2].text != ",":
        return until
    doc, end = noun.doc, sentence_of(noun)[1]
    pause = next((i for i in range(until, end) if doc[i].is_punct), end)
    return pause if pause >= end - 1 else until


def _is_aside(doc: Doc, hole: Range, last: int) -> bool:
    """Whether what follows the phrase is the reporter's: "…, according to the fund – a record", "…, but it may change"."""
    after = hole[1]
    if after + 2 >= last or doc[hole[0] - 1].text in _DASHES:
        return False
    return doc[after].text in _DASHES or (doc[after].text == "," and doc[after + 1].lower_ in _TURNS)


def _tells_of_source(doc: Doc, hole: Range, last: int) -> bool:
    """Whether all that follows the phrase is a clause about the source: "…, according to Jan Haas, who wrote it"."""
    after = hole[1]
    return after + 1 < last and doc[after].text == "," and doc[after + 1].tag_ in {"WP", "WDT", "WP$"}


def _clause(token: Token, hole: Range) -> tuple[Range, ...]:
    """The clause around a phrase without the phrase: the sentence where the phrase begins or ends it."""
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    sentence = first, last = sentence_of(token)
    if hole[0] - first > 1 and (_is_aside(token.doc, hole, last) or _tells_of_source(token.doc, hole, last)):
        last = hole[1]
        sentence = first, last
    colon = max((t.i for t in token.doc[first : hole[0]] if t.text == ":"), default=first)
    if colon > first and not any(t.is_quote for t in token.doc[first : hole[0]]):
        first = colon + 1  # "It is full: half of it was paid, according to the firm"
        sentence = first, last
    while last - 1 > first and token.doc[last - 1].is_punct:
        last -= 1
    at_edge = hole[0] - first <= 1 or hole[1] >= last
    if verb is None or verb.dep_ not in _CLAUSES or (at_edge and verb.dep_ not in {"relcl"}):
        return without(sentence, hole)
    return without(subtree(verb), hole)
