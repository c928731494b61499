"""Denials in the negated deeds of the speaker, of the speaker's side and of others."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.acts.clauses import Clause
from timeline.acts.findings import Finding
from timeline.acts.words import base, kinds_of, kinds_of_token

_OURS = frozenset({"our", "us", "my", "here"})
_THEIRS = frozenset({"its", "their", "his", "her"})
_ANYWHERE = frozenset({"home", "work", "school", "peace", "war", "ease", "time"})
_PLACES = frozenset({"in", "at", "near", "on", "inside", "with", "there", "anywhere", "present", "around"})


def own_denials(clause: Clause) -> Iterator[Finding]:
    """The deed was not done, by the speaker or by the one spoken of: "we have not sent any", "the figures were not doctored"."""
    if clause.reported or clause.tells_which:
        return
    yield from _own_denial(clause)
    yield from _own_side(clause)
    yield from _elsewhere(clause)
    yield from _negated_wrong(clause)
    yield from _not_there(clause)
    yield from _nobody(clause)


def _own(clause: Clause) -> bool:
    """Whether the subject is the speaker, or the one for whom the speaker speaks."""
    return clause.principal or (clause.person == "self" and (clause.sure or clause.likely))


def _own_denial(clause: Clause) -> Iterator[Finding]:
    """ "We have not sent any", "I never met him", "the ministry supplied no weapons", "I am not a thief"."""
    if not clause.negated or not _own(clause) or clause.modal:
        return
    verb = clause.verbs[-1]
    kinds = [kinds_of_token(v) for v in clause.verbs]
    if clause.predicate == "be" and len(clause.verbs) == 1:
        for word in clause.words:
            names = kinds_of(word)
            if word.token.dep_ in ("attr", "acomp") and names & {"wrongdoer", "wrongthing", "guilt"}:
                yield Finding("deny", 1.3, f"self is not {word.base}", word.token, word.token, "categorical")
        return
    passive = any(c.dep_ == "auxpass" for c in clause.head.children)
    wrong = any(k & {"wrongdoing", "wrongdoing_to"} for k in kinds)
    if verb.pos_ != "VERB" or (not wrong and (passive or clause.head.tag_ == "VBG")):
        return
    past = clause.head.tag_ in ("VBD", "VBN") or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in clause.head.children)
    perfect = any(c.dep_ == "aux" and base(c) == "have" for c in clause.head.children)
    client = clause.subject is not None and base(clause.subject) == "client"
    never = any(c.lower_ == "never" for c in clause.head.children)
    told = never and "assent" in kinds[-1]  # "I have never disclosed it"; "it has not disclosed the price" denies nothing
    felt = (any("mental" in k for k in kinds) and not told) or any(
        "attitude" in kinds_of_token(c) for c in verb.children if c.dep_ == "dobj"
    )
    if _as_yet(clause) and not wrong:
        return
    if (past or perfect or wrong) and (client or wrong or not felt) and base(verb) not in ("be", "have", "do", "get"):
        yield Finding("deny", 1.3 if wrong or never else 1.0, f"self not {base(verb)}", clause.head, verb, "categorical")


def _own_side(clause: Clause) -> Iterator[Finding]:
    """ "His deputies had used no force", "our ships were never there": what belongs to the speaker did not do it; kin are left out."""
    subject, head = clause.subject, clause.head
    if subject is None or not clause.negated or clause.person == "self" or clause.modal or head.pos_ != "VERB":
        return
    owners = {c.lower_ for c in subject.children if c.dep_ == "poss"}
    owned = owners & {"our", "my"} or (owners & _THEIRS and not clause.quoted)
    passive = any(c.dep_ == "auxpass" for c in head.children)
    withheld = any(c.dep_ == "neg" for v in clause.verbs[1:] for c in v.children)  # "his lawyers told him not to talk"
    if (
        not owned
        or passive
        or withheld
        or kinds_of_token(subject) & {"kin", "claim", "demand"}
        or "mental" in kinds_of_token(head)
        or _as_yet(clause)
    ):
        return
    past = head.tag_ in ("VBD", "VBN") or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in head.children)
    if past:
        yield Finding("deny", 0.8, f"{base(subject)} of ours not {base(head)}", subject, head, "categorical")


def _elsewhere(clause: Clause) -> Iterator[Finding]:
    """ "I was never in that room", "he had not been at the meeting"."""
    if not clause.negated or not _own(clause) or clause.modal or clause.predicate != "be":
        return
    head = clause.head
    never = any(c.lower_ == "never" for c in head.children)
    place = next((c for c in head.children if c.dep_ in ("prep", "advmod", "acomp") and c.lower_ in _PLACES), None)
    past = head.tag_ in ("VBD", "VBN")
    if place is None or any(g.lower_ in _ANYWHERE for g in place.children) or any(c.dep_ == "advcl" for c in head.children):
        return  # "I was never at home", "I wasn't there when she needed me"
    if past and not _as_yet(clause):
        yield Finding("deny", 1.0 if never else 0.6, f"self not {base(place)}", head, place, "categorical")


def _negated_wrong(clause: Clause) -> Iterator[Finding]:
    """ "The figures were not doctored", "the guards did not beat him": a wrong that did not happen, whoever says so."""
    if not clause.negated or clause.person == "self" or clause.modal or clause.refuted or clause.asked or clause.subject is None:
        return
    head = clause.head
    none = any(c.lower_ in ("no", "not") for c in clause.subject.children)
    if none and "tampering" in kinds_of_token(head) and "record" in kinds_of_token(clause.subject):
        yield Finding("deny", 0.9, f"no {base(clause.subject)} {base(head)}", clause.subject, head, "categorical")  # "no vote was changed"
        return
    if none or clause.subject.lower_ in ("nobody", "none", "nothing", "you"):
        return
    past = head.tag_ in ("VBD", "VBN") or any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in head.children)
    passive = any(c.dep_ == "auxpass" for c in head.children)
    names, of = kinds_of_token(head), kinds_of_token(clause.subject)
    tampered = passive and "tampering" in names and bool(of & {"claim", "record"})
    beaten = "violence" in names and "armed" in of and not passive
    if past and head.pos_ == "VERB" and (tampered or beaten or "wrongdoing" in names):
        yield Finding("deny", 0.9, f"not {base(head)}", head, head, "categorical")


def _as_yet(clause: Clause) -> bool:
    """ "Not yet": no denial, since it may still come."""
    return any(w.base in ("yet", "still", "since", "until") for w in clause.words)


def _extraposed(noun: Token) -> bool:
    """Whether "it" stands for what follows: "it is not a crime to be poor"."""
    after = [*noun.children, *noun.head.children]
    return any(c.i > noun.i and c.dep_ in ("xcomp", "ccomp", "csubj", "advcl", "relcl", "acl") for c in after)


def _not_there(clause: Clause) -> Iterator[Finding]:
    """ "There was no affair", "it was not our missile"."""
    if not clause.negated or clause.predicate != "be" or clause.subject is None or clause.modal:
        return
    for token in clause.head.children:
        names = kinds_of_token(token)
        if token.dep_ != "attr":
            continue
        if clause.subject.lower_ == "there" and (names & {"wrongthing", "harm"}):
            yield Finding("deny", 1.0, f"there is no {base(token)}", clause.head, token, "categorical")
        pointed = clause.subject.lower_ in ("it", "that", "this", "these", "those")
        if pointed and names & {"wrongthing", "wrongdoer"} and "false" not in names and not _extraposed(token):
            yield Finding("deny", 0.9, f"that is not {base(token)}", clause.head, token, "categorical")
        if "contested" in names and clause.subject.lower_ != "there" and not _extraposed(token):
            yield Finding("deny", 0.8, f"is not {base(token)}", clause.head, token, "categorical")  # "this is not a combat mission"
        owned = any(c.dep_ == "poss" and c.lower_ in ("our", "my") for c in token.children)
        if base(token) in ("policy", "doing", "practice") and any(c.dep_ == "poss" for c in token.children):
            yield Finding("deny", 1.2, f"not the {base(token)}", clause.head, token, "categorical")
        elif owned and pointed and "own_word" not in names:
            yield Finding("deny", 1.0, f"not our {base(token)}", clause.head, token, "categorical")


def _nobody(clause: Clause) -> Iterator[Finding]:
    """ "Nobody here took a bribe", "no officer lied"; "not one of our trucks left", "nobody on its staff touched them"."""
    subject = clause.subject
    none = subject is not None and (
        subject.lower_ in ("nobody", "none", "nothing") or any(c.lower_ in ("no", "none", "not") for c in subject.children)
    )
    if subject is None or not none or not clause.negated or clause.modal:
        return
    wrong = next(
        (w for w in clause.words if kinds_of(w) & {"wrongdoing", "wrongthing"} and w.token.dep_ in ("ROOT", "ccomp", "dobj", "conj")), None
    )
    if wrong is not None:
        yield Finding("deny", 1.1, f"nobody … {wrong.base}", clause.head, wrong.token, "categorical")
        return
    ours = any(t.lower_ in _OURS or (t.lower_ in _THEIRS and not clause.quoted) for t in subject.subtree)
    passive = any(c.dep_ == "auxpass" for c in clause.head.children)
    deed = clause.head.pos_ == "VERB" and not passive and "mental" not in kinds_of_token(clause.head) and clause.head.tag_ in ("VBD", "VBN")
    if ours and deed and not _as_yet(clause):
        yield Finding("deny", 1.0, f"none of ours {base(clause.head)}", subject, clause.head, "categorical")
