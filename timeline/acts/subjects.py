"""A clause's subject, and whether it is the speaker."""

from typing import Literal

from spacy.tokens import Token

from timeline.acts.speakers import Speaker, is_office
from timeline.acts.words import base, kinds_of_token

Person = Literal["self", "other", "none"]
_EXTRAPOSED = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FIRST = frozenset({"i", "we", "me", "us", "myself", "ourselves"})
_CLAIM_PRONOUNS = frozenset(
    {"it", "this", "that", "these", "those", "all", "none", "part", "much", "some", "most", "everything", "nothing", "what"}
)
_OWN_BODIES = frozenset(
    "government ministry company country campaign administration army police agency bank firm airline club team museum hospital school "
    "university court chamber council party board office committee league church clinic".split()
)


def subject_of(head: Token) -> Token | None:
    token = head
    for _ in range(6):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return token.head if child.lower_ in ("who", "that", "which") and token.dep_ == "relcl" else child
        if token.dep_ == "acl":
            return token.head
        if token.dep_ not in ("conj", "xcomp") or token.head.i == token.i:
            return None
        if token.dep_ == "xcomp":  # "told the firm to pay": the firm pays
            told = next((c for c in token.head.children if c.dep_ in ("dobj", "dative") and c.i < token.i), None)
            if told is not None:
                return told
        token = token.head
    return None


def person_of(subject: Token | None, speaker: Speaker, quoted: bool) -> Person:
    if subject is None:
        return "none"
    word = subject.lower_
    possessives = {c.lower_ for c in subject.children if c.dep_ == "poss"}
    if word in _FIRST or (not possessives.isdisjoint(("my", "our")) and "self_noun" in kinds_of_token(subject)):
        return "self"
    if subject.pos_ in ("PROPN", "NOUN") and speaker.speaks_for(subject) and not possessives:
        return "self"
    who = subject.dep_ == "attr" and next((c for c in subject.head.children if c.dep_ == "nsubj"), None)
    if who:  # "I am the one who lied"
        return person_of(who, speaker, quoted)
    bare = not any(c.dep_ in ("amod", "compound", "poss", "prep", "conj", "relcl") for c in subject.children)
    if quoted:
        return "other"
    if word in ("he", "she", "they", "it") and speaker.may_be(word) and not stands_for_a_clause(subject):
        return "self"
    if not possessives.isdisjoint(("his", "her", "its", "their")) and "self_noun" in kinds_of_token(subject):
        return "self"
    return "self" if bare and speaker.spokesman and word in _OWN_BODIES else "other"


def is_principal(subject: Token | None, speaker: Speaker) -> bool:
    """Whether the subject can be the one for whom a spokesman or lawyer speaks: "a spokesman said the senator had not"."""
    return (
        subject is not None
        and speaker.voice
        and is_office(subject.lower_)
        and any(c.lower_ == "the" for c in subject.children)
        and not any(c.dep_ in ("amod", "compound", "poss", "prep", "conj", "relcl") for c in subject.children)
    )


def stands_for_a_clause(subject: Token) -> bool:
    """The "it" of "it is unfair to pay twice", "it was a mistake that they came"."""
    head = subject.head
    if subject.lower_ != "it" or base(head) != "be":
        return False
    said_of = [c for c in head.children if c.dep_ in ("acomp", "attr")]
    below = [c for t in (head, *said_of) for c in t.children if c.i > subject.i and c.dep_ in _EXTRAPOSED]
    return bool(said_of) and any(c.lower_ in ("to", "that", "for", "when", "if") for t in below for c in t.children)


def surely(subject: Token | None, person: Person, speaker: Speaker) -> bool:
    """Whether a subject that is taken for the speaker is so beyond doubt: "he" of a man, "it" of a ministry, "I"."""
    if subject is None or person != "self":
        return False
    word = subject.lower_
    possessive = next((c.lower_ for c in subject.children if c.dep_ == "poss"), "")
    pronoun = {"his": "he", "her": "she", "its": "it", "their": "they"}.get(possessive, word)
    if pronoun in ("he", "she"):
        return pronoun in (speaker.pronoun, speaker.gender)
    if pronoun == "it":
        return speaker.body or speaker.pronoun == "it"
    return speaker.plural if pronoun == "they" else True


def may_be_claim(subject: Token | None) -> bool:
    if subject is None:
        return False
    if subject.lower_ in _CLAIM_PRONOUNS or subject.dep_ in ("csubj", "csubjpass"):
        return True
    of = [g for c in subject.children if c.lower_ == "of" for g in c.children]
    return any("claim" in kinds_of_token(t) for t in (subject, *of) if t.pos_ != "PRON")
