"""Wrongs asserted of somebody else."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.acts.clauses import Clause
from timeline.acts.findings import Finding
from timeline.acts.words import base, kinds_of, kinds_of_token, words_of

_NOBODY = frozenset("it this that what nobody nothing anyone anybody whoever everyone everybody".split())
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "nobody", "everyone", "everybody"})
_DEFINITE = frozenset({"the", "this", "that", "these"})
_KINDS = frozenset("form act kind case campaign pattern piece string series level culture wave product result".split())
_UNREAL = frozenset({"may", "might", "could", "can", "must", "should", "would", "ought", "need"})


def wrongs(clause: Clause) -> Iterator[Finding]:
    """A wrong asserted of somebody else: "they violated the embargo", "he is lying", "that was fraud"."""
    if clause.person == "self" or clause.negated or clause.refuted or clause.reported or clause.modal in _UNREAL or _nobodys(clause):
        return
    concrete = clause.subject is not None and clause.subject.lower_ not in _NOBODY
    for verb in clause.verbs:
        if verb.pos_ == "VERB" and concrete and "wrongdoing" in kinds_of_token(verb):
            passive = any(c.dep_ == "auxpass" for c in verb.children) and not any(c.dep_ == "agent" for c in verb.children)
            weak = clause.modal in ("will", "shall") or passive
            yield Finding("allege", 0.6 if weak else 1.1, base(verb), verb, verb)
        elif verb.pos_ == "VERB" and concrete and "wrongdoing_to" in kinds_of_token(verb) and any(c.dep_ == "dobj" for c in verb.children):
            yield Finding("allege", 0.9, base(verb), verb, verb)
        elif verb.pos_ == "VERB" and "violence" in kinds_of_token(verb) and _armed(clause, verb):
            yield Finding("allege", 0.7, f"forces {base(verb)}", verb, verb)
        elif verb.pos_ == "VERB" and concrete and (manner := _manner(verb)) is not None:
            yield Finding("allege", 0.8, f"{manner.lower_} {base(verb)}", manner, verb)
    subject = {t.i for t in clause.subject.subtree} if clause.subject is not None else set()
    for word in clause.words:
        token, names = word.token, kinds_of(word)
        if (
            concrete
            and "wrongful" in names
            and (token.i == clause.head.i or (token.dep_ in ("acomp", "oprd") and token.head.i == clause.head.i))
        ):
            yield Finding("allege", 1.15, f"is {word.base}", token, token)  # "the judge was biased"
        if token.i in subject or token.i == clause.head.i or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if "wrongdoer" in names and token.dep_ in ("attr", "ROOT", "oprd", "conj"):
            yield Finding("allege", 0.7, word.base, token, token)
        elif "wrongthing" in names and token.dep_ in ("dobj", "attr", "ROOT", "oprd", "conj", "pobj"):
            yield Finding("allege", 0.3 if token.dep_ == "pobj" and not _kind_of(token) else 0.6, word.base, token, token)


def _nobodys(clause: Clause) -> bool:
    """Whether nobody in particular does it: "people who launder money", "anybody who cheats", "the storm robbed us", "stole the show"."""
    subject = clause.subject
    if any("spared" in kinds_of_token(c) for v in clause.verbs for c in v.children if c.dep_ == "dobj"):
        return True
    if subject is None:
        return False
    if subject.lower_ in _ANYBODY or "nature" in kinds_of_token(subject):
        return True
    definite = subject.pos_ == "PROPN" or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in subject.children)
    return clause.head.dep_ == "relcl" and subject.i < clause.head.i and not definite


def _kind_of(noun: Token) -> bool:
    """ "A form of intimidation", "a campaign of terror": the wrong is what is meant."""
    return noun.head.lower_ == "of" and base(noun.head.head) in _KINDS


def _armed(clause: Clause, verb: Token) -> bool:
    """Whether those who do it bear arms or are a state: "soldiers beat them", "Moscow shelled the port", "shot by police"."""
    doer = clause.subject
    if any(c.dep_ == "auxpass" for c in verb.children):
        doer = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    return doer is not None and ("armed" in kinds_of_token(doer) or doer.ent_type_ in ("GPE", "NORP"))


def _manner(verb: Token) -> Token | None:
    """The adverb that makes a deed a wrong: "illegally moved voters", "knowingly sold them"."""
    adverbs = (c for c in verb.children if c.dep_ == "advmod" and c.pos_ == "ADV")
    return next((c for c in adverbs if any(not kinds_of(w).isdisjoint(("illegal", "wrongly")) for w in words_of([c]))), None)
