"""How often a predicate is negated: an odd number of negations turns it round."""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.acts.words import base

_WITHHOLDING = frozenset({"decline", "refuse"})


def is_infinitive(head: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children)


def is_withheld(head: Token) -> bool:
    """Whether it is what the cue says one won't do: "declined on Wednesday | to charge her"."""
    return is_infinitive(head) and head.dep_ == "xcomp" and base(head.head) in _WITHHOLDING


def _negative(token: Token) -> bool:
    # "never once did I", "no longer"
    adverb = token.lower_ in ("once", "ever", "longer") and any(c.lower_ in ("never", "not", "no") for c in token.children)
    return adverb or token.dep_ == "neg" or token.lower_ in ("never", "hardly", "neither", "nor", "no")


def is_negated(head: Token, verbs: Sequence[Token], subject: Token | None) -> bool:
    """An odd number of negations: "did not", "nobody", "there is no", "it was no accident"."""
    count = sum(_negative(c) for v in verbs for c in v.children if c.dep_ in ("neg", "advmod", "preconj", "cc", "det", "intj"))
    if subject is not None:
        count += subject.lower_ in ("nobody", "nothing", "none") or any(
            c.lower_ in ("no", "neither", "nor", "none", "not", "nobody") for c in subject.children
        )
    for verb in verbs:
        complements = [c for c in verb.children if c.dep_ in ("attr", "dobj", "acomp")]
        count += any(
            g.lower_ in ("no", "neither", "never", "not")
            for c in complements
            for g in c.children
            if g.dep_ in ("det", "neg", "advmod", "preconj")
        )
        count += any(c.lower_ in ("nothing", "nobody", "none") for c in verb.children if c.dep_ in ("attr", "dobj", "acomp", "dative"))
        count += any(_none(g) for c in verb.children if c.dep_ in ("prep", "dative", "agent") for g in c.children if g.dep_ == "pobj")
    said_no = any(c.lower_ == "no" and c.dep_ == "intj" for v in verbs for c in v.children)
    return count % 2 == 1 and not (said_no and count == 1)  # "No, I want to stay" wants to stay


def _none(noun: Token) -> bool:
    """The "nobody" of "lied to nobody", "from no one", "in no way"; not the "no time" of "in no time"."""
    if noun.lower_ in ("nobody", "nothing", "none"):
        return True
    return noun.lower_ not in ("time", "doubt") and any(
        c.lower_ in ("no", "neither") and c.dep_ in ("det", "neg", "preconj") for c in noun.children
    )
