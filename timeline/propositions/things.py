"""A content's tokens → the thing that it is about ("drone", "probe"), and the word by which it points back ("these allegations")."""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.language import Paragraph, lemma
from timeline.lexicon import entries
from timeline.propositions.terms import kinds, stop_terms, term


def _says_what(noun: Token) -> bool:
    """Whether words behind a noun say what it is about: "the claim that …", "the call for a probe"; not "the allegations of the US"."""
    for child in noun.rights:
        if child.dep_ in {"acl", "relcl", "ccomp"} or child.lower_ == "that":
            return True
        if child.dep_ == "prep" and child.lower_ in {"for", "about", "on", "over", "of", "to", "regarding", "concerning"}:
            objects = list(child.rights)
            by_whom = child.lower_ == "of" and any(t.pos_ == "PROPN" or t.ent_type_ or term(t) == "" for o in objects for t in o.subtree)
            if not by_whom:
                return True
    return False


def anaphor(tokens: Sequence[Token]) -> str:
    """The word by which a short content points back: "these allegations" → "allegation", "it" → "it", "that argument" → "argument"."""
    words = [t for t in tokens if (not t.is_punct and not t.is_space and t.lower_ != "that") or t.i == tokens[-1].i]
    if not words:
        return ""
    pointers = {row["word"]: row for row in entries("anaphora")}
    first = words[0]
    if first.lower_ in {"it", "this", "that", "they", "them", "so", "as"} and len(words) <= 3:
        return first.lower_
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in tokens)
    if first.lower_ in {"it", "this", "that", "them", "these", "those"} and first.dep_ not in {"det", "mark"} and not finite:
        return first.lower_
    for token in words[:6]:
        if token.pos_ == "NOUN" and (word := lemma(token)) in pointers:
            pointing = any(
                c.lower_ in {"the", "this", "that", "these", "those", "such", "any", "all", "its", "his", "her", "their"}
                for c in token.lefts
            )
            return word if pointing and not _says_what(token) else ""
    return ""


def _complements(token: Token) -> list[Token]:
    """What stands behind a noun or verb in the order in which it says more: clause, "of"/"about" phrase."""
    clauses = [c for c in token.rights if c.dep_ in {"acl", "relcl", "ccomp", "xcomp"}]
    objects = [o for c in token.rights if c.dep_ == "prep" for o in c.rights if o.dep_ in {"pobj", "pcomp"}]
    return clauses + objects


def key_thing(tokens: Sequence[Token]) -> str:
    """The term of what a content is about: its head noun, or what its main verb bears on.

    "for a UN probe over the accusations" → probe; "to launch an investigation", "to examine the wreckage" → probe; "dozens of
    drones were transferred" → drone; "the allegations about Iran selling drones" → drone, since an allegation is about something else.
    """
    inside = {t.i for t in tokens}
    named = [word for t in tokens if (word := term(t)) in kinds() or word in kinds().values()]
    roots = [
        t
        for t in tokens
        if (t.head.i not in inside or t.head == t) and t.pos_ in {"NOUN", "PROPN", "VERB", "AUX", "ADP", "ADJ", "NUM", "PART"}
    ]
    for root in roots:
        if key := _key_of(root, 0):
            return (
                key
                if kinds().get(key) == "proceeding" or not (things := [w for w in named if kinds().get(w) != "proceeding"])
                else things[0]
            )
    return next((term(t) for t in tokens if t.pos_ in {"NOUN", "PROPN"} and term(t)), "")


def _key_of(token: Token, depth: int) -> str:
    if depth > 5:
        return ""
    if token.dep_ == "prep" or token.pos_ in {"ADP", "PART"}:
        return next((key for o in token.rights if (key := _key_of(o, depth + 1))), "")
    if token.pos_ in {"VERB", "AUX"}:
        if kinds().get(term(token)) == "proceeding":
            return term(token)
        order: tuple[str, ...] = ("dobj", "attr", "xcomp", "ccomp", "nsubjpass", "prep", "acomp", "nsubj")
        if lemma(token) == "be":
            order = ("nsubj", "csubj", "attr", "prep", "acomp", "ccomp", "xcomp")
        if any(c.dep_ == "dobj" and (c.pos_ == "PRON" or not term(c)) for c in token.rights):
            order = tuple(dep for dep in order if dep != "nsubj")
        children = sorted((c for c in token.children if c.dep_ in order), key=lambda c: order.index(c.dep_))
        return next((key for c in children if (key := _key_of(c, depth + 1))), "") or term(token)
    if token.pos_ in {"NOUN", "NUM", "PROPN"}:
        vague = not term(token) or lemma(token) in stop_terms("pass")
        if vague:
            return next((key for c in _complements(token) if (key := _key_of(c, depth + 1))), "")
        return term(token)
    return ""


def meant_thing(sentences: Sequence[tuple[Paragraph, list[Token]]], sentence: int, tokens: Sequence[Token]) -> str:
    """The thing that "them" or "it" in a content stands for: the last thing (of lexicon/claims_kinds.csv) spoken of before it, if any."""
    pronoun = next((t for t in tokens if t.lower_ in {"it", "them", "these", "those"} and t.dep_ in {"dobj", "pobj", "nsubjpass"}), None)
    if pronoun is None or kinds().get(term(pronoun.head)) == "proceeding":
        return ""
    for back in range(sentence, max(-1, sentence - 4), -1):
        for token in reversed(sentences[back][1]):
            before = back < sentence or token.i < pronoun.i
            if before and token.pos_ == "NOUN" and (word := term(token)) in kinds() and kinds()[word] != "proceeding":
                plural = token.tag_ == "NNS"
                if plural == (pronoun.lower_ != "it"):
                    return word
    return ""
