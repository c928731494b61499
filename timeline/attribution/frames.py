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
    who = find_speaker(verb, passive)
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
                elif _is_infinitive(child):
                    yield frame("infinitive", *affected, subtree(child))
                elif _starts_with_wh(child):
                    yield frame("wh", *_beside(verb, child))
                elif child.pos_ not in {"VERB", "AUX"} and not any(c.dep_ in {"cop", "nsubj", "mark"} for c in child.children):
                    yield frame("small", *affected, subtree(child))
                else:
                    yield frame("clause" if passive or child.i > verb.i else "clause before", *_beside(verb, child))
            case "xcomp":
                if child.tag_ == "VBG":
                    yield frame("gerund", *affected, subtree(child))
                elif _is_infinitive(child):
                    yield frame("infinitive", *affected, subtree(child))
                else:
                    yield frame("small", *(affected or _subject_of(verb)), subtree(child))
            case "acomp" | "oprd" | "attr":
                yield frame("small", *(affected or _subject_of(verb)), subtree(child))
            case "dobj":
                yield frame("object", subtree(child))
                yield from _with_object(verb, child, children, frame)
            case "prep":
                yield from _prepositional(child, affected, frame)
            case "agent" if affected:
                yield frame("subject", *affected)
            case "advcl" if child.i > verb.i and any(c.lower_ in {"if", "whether"} and c.dep_ == "mark" for c in child.lefts):
                yield frame("wh", subtree(child))
    if passive and affected:
        yield frame("alone", *affected)
    if verb.dep_ in {"parataxis", "advcl"} and verb.head.i != verb.i and verb.head.pos_ in {"VERB", "AUX"}:
        head = verb.head
        # "The talks, he said, had failed": the clause is the head, the cue hangs from it.
        if any(c.dep_ == "nsubj" for c in children) and not any(c.dep_ in {"mark", "dobj", "ccomp", "xcomp"} for c in children):
            yield frame("parenthesis", *without(subtree(head), left))
    if (
        verb.dep_ == "relcl"
        and any(c.dep_ == "nsubj" for c in children)
        and not any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in children)
    ):
        yield frame("relative", (verb.head.left_edge.i, verb.left_edge.i))


def _with_object(verb, thing, children, frame):  # type: ignore[no-untyped-def]
    whole = subtree(thing)
    for child in children:
        if child.i <= thing.i:
            continue
        if child.dep_ in {"oprd", "acomp", "advcl", "xcomp"} and (child.dep_ != "advcl" or any(c.lower_ in _AS for c in child.lefts)):
            yield frame("object small" if not _is_infinitive(child) else "object infinitive", (whole[0], child.right_edge.i + 1))
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


def _is_infinitive(token: Token) -> bool:
    return (
        (token.tag_ == "VB"
        and any(child.tag_ == "TO" for child in token.lefts))
        or (any(child.dep_ in {"aux", "cop", "auxpass"} and child.tag_ == "VB" for child in token.lefts)
        and any(child.tag_ == "TO" for child in token.lefts))
    )


def _starts_with_wh(clause: Token) -> bool:
    return clause.left_edge.lower_ in _WH
