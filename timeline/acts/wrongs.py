"""Wrongs asserted of somebody else."""

from collections.abc import Iterator

from timeline.acts.clauses import Clause
from timeline.acts.findings import Finding
from timeline.acts.words import base, kinds_of, kinds_of_token

_NOBODY = frozenset("it this that what nobody nothing anyone anybody whoever everyone everybody".split())
_UNREAL = frozenset({"may", "might", "could", "can", "must", "should", "would", "ought", "need"})


def wrongs(clause: Clause) -> Iterator[Finding]:
    """A wrong asserted of somebody else: "they violated the embargo", "he is lying", "that was fraud"."""
    if clause.person == "self" or clause.negated or clause.refuted or clause.modal in _UNREAL:
        return
    concrete = clause.subject is not None and clause.subject.lower_ not in _NOBODY
    for verb in clause.verbs:
        if verb.pos_ == "VERB" and concrete and "wrongdoing" in kinds_of_token(verb):
            passive = any(c.dep_ == "auxpass" for c in verb.children) and not any(c.dep_ == "agent" for c in verb.children)
            weak = clause.modal in ("will", "shall") or passive
            yield Finding("allege", 0.6 if weak else 1.1, base(verb), verb, verb)
        elif (
            verb.pos_ == "VERB"
            and "violence" in kinds_of_token(verb)
            and _armed(clause)
            and not any(c.dep_ == "auxpass" for c in verb.children)
        ):
            yield Finding("allege", 0.7, f"forces {base(verb)}", verb, verb)
    subject = {t.i for t in clause.subject.subtree} if clause.subject is not None else set()
    for word in clause.words:
        token, names = word.token, kinds_of(word)
        if token.i in subject or token.i == clause.head.i or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if "wrongdoer" in names and token.dep_ in ("attr", "ROOT", "oprd", "conj"):
            yield Finding("allege", 0.7, word.base, token, token)
        elif "wrongthing" in names and token.dep_ in ("dobj", "attr", "ROOT", "oprd", "conj", "pobj"):
            yield Finding("allege", 0.3 if token.dep_ == "pobj" else 0.6, word.base, token, token)


def _armed(clause: Clause) -> bool:
    """Whether the subject bears arms or is a state: "soldiers beat them", "Moscow shelled the port"."""
    subject = clause.subject
    return subject is not None and ("armed" in kinds_of_token(subject) or subject.ent_type_ in ("GPE", "NORP"))
