"""Doc → Frames: every verb with its speaker and each complement that could be what was said, thought or wanted.

Nothing is judged here: how far a verb with such a complement reports anything is the lexicon's matter (see `strengths`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.attribution.speakers import Speaker, find_speaker
from timeline.language import lemma

Range = tuple[int, int]
"""Half-open token positions in a Doc."""

_WH = {"what", "how", "why", "who", "whom", "where", "when", "whether", "if", "which"}
_FINITE = {"VBZ", "VBD", "VBP", "MD"}
_NAMING = {"call", "label", "brand", "dub", "term", "deem", "declare", "name"}
_CUE_PARTS = {"aux", "auxpass", "neg", "prt"}
_AS = {"as"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A possible relation in tokens of one Doc: `key` is lemma and complement type, what the lexicon is keyed by."""

    head: Token
    cue: tuple[int, ...]
    speaker: Speaker
    content: tuple[Range, ...]
    lemma: str
    complement: str

    @property
    def key(self) -> tuple[str, str]:
        """Lemma and complement type."""
        return self.lemma, self.complement


def verb_lemma(verb: Token) -> str:
    """The verb with its particle: "pointed out" → "point out"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    return f"{lemma(verb)} {particle}" if particle else lemma(verb)


def cue_tokens(verb: Token) -> tuple[int, ...]:
    """The verb with the auxiliaries, negation, particle and adverbs that stand beside it: "has not yet said"."""
    parts = [child.i for child in verb.children if child.dep_ in _CUE_PARTS]
    parts += [child.i for child in verb.lefts if child.dep_ == "advmod" and child.i == verb.i - 1 and child.tag_ == "RB"]
    return tuple(sorted([*parts, verb.i]))


def subtree(token: Token) -> Range:
    """The stretch from the leftmost to the rightmost token below this one."""
    return token.left_edge.i, token.right_edge.i + 1


def without(whole: Range, *holes: Range) -> tuple[Range, ...]:
    """What is left of a stretch when others are cut out: a clause broken by "he said"."""
    pieces = [whole]
    for start, end in holes:
        pieces = [
            piece
            for a, b in pieces
            for piece in (((a, min(b, start)), (max(a, end), b)) if start < b and end > a else ((a, b),))
            if piece[0] < piece[1]
        ]
    return tuple(pieces)


def verb_frames(doc: Doc, zone: Sequence[int]) -> Iterator[Frame]:
    """The frames of all verbs in the order of the text; those in quotation marks (`zone` ≥ 0) are the quoted speaker's own."""
    for token in doc:
        if zone[token.i] >= 0:
            continue
        if (token.pos_ == "VERB" and token.tag_ != "MD") or (token.tag_ == "VBG" and token.pos_ != "AUX"):
            yield from frames_of(token)


def frames_of(verb: Token) -> Iterator[Frame]:
    """One frame for each complement, and for each joint one ("called it a lie", "accused him of lying")."""
    name, cue = verb_lemma(verb), cue_tokens(verb)
    children = list(verb.children)
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in children)
    voice = "passive " if passive else ""
    who = find_speaker(verb, passive or verb.dep_ == "acl" and any(child.dep_ == "agent" for child in children))
    left = subtree(verb)

    def frame(complement: str, *content: Range) -> Frame:
        return Frame(verb, cue, who, content, name, voice + complement)

    subject = next((child for child in children if child.dep_ in {"nsubjpass", "csubjpass"}), None)
    affected: tuple[Range, ...] = (subtree(subject),) if subject is not None and subject.tag_ != "EX" else ()
    if not affected and not passive and verb.dep_ == "acl" and verb.tag_ == "VBN":
        # "claims made by", "a man known as": the noun is what the participle says something of.
        voice = "participle "
    if subject is not None and subject.lower_ == "it":
        affected = ()
    for child in children:
        match child.dep_:
            case "ccomp":
                if (
                    child.tag_ == "VBG"
                    and not any(c.dep_ in {"aux", "mark"} for c in child.lefts)
                    and not any(c.dep_.startswith("nsubj") for c in child.lefts)
                ):
                    yield frame("gerund", *affected, *without(subtree(child)))
                elif is_infinitive(child):
                    yield frame("infinitive", *affected, subtree(child))
                elif starts_with_wh(child):
                    yield frame("wh", *_beside(verb, child))
                elif child.pos_ not in {"VERB", "AUX"} and not any(c.dep_ in {"cop", "nsubj", "mark"} for c in child.children):
                    yield frame("small", *affected, subtree(child))
                else:
                    yield frame("clause" if passive or child.i > verb.i else "clause before", *_beside(verb, child))
            case "xcomp":
                if child.tag_ == "VBG":
                    yield frame("gerund", *affected, subtree(child))
                elif is_infinitive(child):
                    yield frame("infinitive", *affected, subtree(child))
                else:
                    yield frame("small", *(affected or _subject_of(verb)), subtree(child))
            case "acomp" | "oprd" | "attr":
                yield frame("small", *(affected or _subject_of(verb)), subtree(child))
            case "dobj":
                yield frame("object", subtree(child))
                if name in _NAMING and verb.right_edge.i > child.right_edge.i and child.i > verb.i:
                    yield frame("object wide", (child.left_edge.i, verb.right_edge.i + 1))
                yield from _with_object(verb, child, children, frame)
            case "prep":
                yield from _prepositional(child, affected, frame)
            case "agent" if affected:
                yield frame("subject", *affected)
            case "advcl" if child.left_edge.lower_ == "like" and child.i > verb.i:
                yield frame("like", subtree(child))
            case "advcl" if child.i > verb.i and any(c.lower_ in {"if", "whether"} and c.dep_ == "mark" for c in child.lefts):
                yield frame("wh", subtree(child))
    if passive and affected:
        yield frame("alone", *affected)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and who.how == "agent":
        # "a call echoed by Japan"
        yield frame("of noun", (verb.head.left_edge.i, verb.left_edge.i))
    yield from _inserted(verb, children, frame)


def _inserted(verb, children, frame):  # type: ignore[no-untyped-def]
    subject = min((child for child in children if child.dep_ == "nsubj"), key=lambda child: abs(child.i - verb.i), default=None)
    if subject is None or any(c.dep_ in {"ccomp", "xcomp"} for c in children):
        return
    head, doc = verb.head, verb.doc
    first = min(subject.left_edge.i, verb.i)
    comma = first > 0 and (doc[first - 1].text == "," or first > 1 and doc[first - 1].is_quote and doc[first - 2].text == ",")
    if verb.dep_ == "relcl":
        if not any(c.dep_ == "dobj" for c in children):
            yield frame("relative", (head.left_edge.i, verb.left_edge.i))
    elif head.i != verb.i and any(c.dep_ == "mark" and c.lower_ == "as" for c in children):
        # "As the paper reported, the talks failed."
        yield frame("as parenthesis", *without(subtree(head), subtree(verb)))
    elif comma and first - verb.sent.start > 3 and not any(t.tag_ in _FINITE for t in doc[max(verb.i, subject.i) + 1 : verb.sent.end]):
        # "The talks had failed, a spokesman told the agency": at the end, whatever the parser makes of it.
        yield frame("tail", (verb.sent.start, first))
    elif head.i != verb.i and verb.dep_ in {"parataxis", "advcl", "ccomp", "dep"} and not any(c.dep_ == "mark" for c in children):
        # "The talks, he said, had failed": the clause is the head, the cue hangs from it.
        yield frame("parenthesis", *without(subtree(head), subtree(verb)))
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    before = doc[subject.left_edge.i - 1] if subject.left_edge.i > 0 else None
    if following is not None and before is not None and before.lower_ in _WH | {"that"} and following.tag_ in _FINITE:
        # "what she said is a growing demand"
        yield frame("insertion", (before.i, before.i + 1), (following.i, verb.sent.end))


def _with_object(verb, thing, children, frame):  # type: ignore[no-untyped-def]
    whole = subtree(thing)
    for child in children:
        if child.i <= thing.i:
            continue
        if child.dep_ in {"oprd", "acomp", "advcl", "xcomp"} and (child.dep_ != "advcl" or any(c.lower_ in _AS for c in child.lefts)):
            yield frame("object small" if not is_infinitive(child) else "object infinitive", (whole[0], child.right_edge.i + 1))
        elif child.dep_ == "prep":
            yield frame(f"object {child.lower_}", (whole[0], child.right_edge.i + 1))
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield frame(f"object then {child.lower_}", subtree(inner))


def _prepositional(prep, affected, frame):  # type: ignore[no-untyped-def]
    for inner in prep.children:
        if inner.dep_ == "pobj":
            yield frame(f"{prep.lower_}", *affected, subtree(inner))
        elif inner.dep_ == "pcomp":
            yield frame(f"{prep.lower_} clause", *affected, subtree(inner))
        elif inner.dep_ == "prep":
            for innermost in inner.children:
                if innermost.dep_ in {"pobj", "pcomp"}:
                    yield frame(f"{prep.lower_} {inner.lower_}", *affected, subtree(innermost))
    if affected or prep.lower_ == "as":
        yield frame(f"{prep.lower_} whole", *affected, subtree(prep))


def _beside(verb: Token, clause: Token) -> tuple[Range, ...]:
    return without(subtree(clause), (verb.i, verb.i + 1))


def _subject_of(verb: Token) -> tuple[Range, ...]:
    return tuple(subtree(child) for child in verb.lefts if child.dep_ == "nsubj")


def is_infinitive(token: Token) -> bool:
    return (token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.lefts)) or (
        any(child.dep_ in {"aux", "cop", "auxpass"} and child.tag_ == "VB" for child in token.lefts)
        and any(child.tag_ == "TO" for child in token.lefts)
    )


def starts_with_wh(clause: Token) -> bool:
    return clause.left_edge.lower_ in _WH
