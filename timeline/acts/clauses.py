"""The clauses of a content: predicate, subject, negation, modality, and how much each weighs in the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from spacy.tokens import Token

from timeline.acts.negations import is_infinitive, is_negated, is_withheld
from timeline.acts.speakers import Speaker
from timeline.acts.subjects import SUBJECTS, Person, is_principal, may_be_claim, person_of, subject_of, surely
from timeline.acts.words import Word, base, kinds_of, kinds_of_token, words_of

_MODALS = frozenset({"will", "would", "shall", "must", "should", "may", "might", "could", "can", "need", "ought"})
_CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_REFUTING = frozenset({"deny", "reject", "refute", "dispute", "dismiss", "accuse", "doubt", "disprove", "denial"})
_SAYING = frozenset("say claim allege suggest imply insinuate think believe assume insist tell write report assert contend argue".split())
_WEIGHTS = {"advcl": 0.55, "relcl": 0.5, "acl": 0.5, "pcomp": 0.5, "csubj": 0.6, "csubjpass": 0.6, "parataxis": 0.9}
_TRANSPARENT = frozenset("think believe feel know note suspect hope mean guess convince be seem make appear fact".split())
"""Verbs whose complement is the speaker's own assertion: "I think that …"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate of a content with its own words (those of clauses below it left out).

    `verbs` are the predicate and the infinitives that it governs ("trying", "to pressure"); `claim` says that the subject can be
    something that is true or false, `unwanted` that it is thought not to be so ("I don't think it should"), `asked` that it is asked,
    `refuted` that a clause above says that it is not so; `sure` that "self" is beyond doubt, `likely` that
    it is so in general: "the minister said he", and not "the woman said he"; `reported` that somebody else says or believes it;
    `before_but` that what follows "but" outweighs it; `principal` that the subject is whom the speaker represents.
    """

    head: Token
    words: tuple[Word, ...]
    subject: Token | None
    person: Person
    claim: bool
    negated: bool
    modal: str
    conditional: bool
    weight: float
    quoted: bool
    verbs: tuple[Token, ...]
    unwanted: bool
    asked: bool
    refuted: bool
    sure: bool
    likely: bool
    reported: bool = False
    before_but: bool = False
    principal: bool = False

    @property
    def predicate(self) -> str:
        """The predicate's dictionary form."""
        return base(self.head)

    @property
    def tells_which(self) -> bool:
        """Whether it tells which thing is meant: "billed for operations that never took place" denies nothing.

        "The report describes a meeting that never took place" does.
        """
        noun = self.head.head
        if self.weight == 1.0 or self.head.dep_ != "relcl" or noun.pos_ != "NOUN" or "claim" in kinds_of_token(noun):
            return False
        subjects = (c for t in noun.ancestors for c in t.children if c.dep_ == "nsubj" and c.i < noun.i)
        return not any("claim" in kinds_of_token(c) for c in subjects)

    @property
    def noun_subject(self) -> bool:
        """Whether the subject is a noun and no pronoun."""
        return self.subject is not None and self.subject.pos_ in ("NOUN", "PROPN")


def clauses_of(tokens: Sequence[Token], speaker: Speaker, direct: bool) -> list[Clause]:
    """The clauses of a content's tokens in one paragraph, those higher up in the sentence first."""
    if not tokens:
        return []
    inside = {t.i for t in tokens}
    doc = tokens[0].doc
    owners: dict[int, int] = {}
    members: dict[int, list[Token]] = {}
    quoted = _quoted(tokens, direct)
    for token in tokens:
        members.setdefault(_owner(token, inside, owners), []).append(token)
    weights: dict[int, float] = {}
    denied: set[int] = set()
    refuted: set[int] = set()
    by_head: dict[int, Clause] = {}
    asked = _asked(tokens)
    claims_named = any("claim" in kinds_of_token(t) for t in tokens if t.pos_ == "NOUN")
    found = []
    for i in sorted(members, key=lambda i: (_depth(doc[i], inside), i)):
        weights[i] = _weight(doc[i], inside, owners, weights)
        above = owners.get(doc[i].head.i)
        if above is not None and above != i and _refuted(doc[i], by_head[above]):
            refuted.add(i)
        clause = _clause(doc[i], members[i], speaker, quoted, weights[i], claims_named, above in denied, i in asked, i in refuted)
        if _reported(doc[i], by_head.get(above) if above is not None and above != i else None):
            clause = replace(clause, reported=True)
        if clause.negated and clause.predicate in ("think", "believe", "see", "feel"):
            denied.add(i)
        by_head[i] = clause
        found.append(clause)
    return _weighed_by_but(found, tokens)


def _weighed_by_but(clauses: Sequence[Clause], tokens: Sequence[Token]) -> list[Clause]:
    """The clauses, those marked that stand before a "but" which joins two clauses of weight: what follows it is the point."""
    sentence = dict(zip((t.i for t in tokens), accumulate(bool(t.is_sent_start) for t in tokens), strict=True))
    last: dict[int, int] = {}
    for clause in clauses:
        if clause.weight >= 0.9:
            last[sentence[clause.head.i]] = max(clause.head.i, last.get(sentence[clause.head.i], -1))
    points: dict[int, int] = {}
    for token in tokens:
        joins = token.lower_ in ("but", "yet") and token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX")
        if joins and token.i < last.get(sentence[token.i], -1):
            points[sentence[token.i]] = token.i
    return [replace(c, before_but=True) if c.head.i < points.get(sentence[c.head.i], -1) else c for c in clauses]


def _refuted(head: Token, above: Clause) -> bool:
    """Whether the clause above takes back what this one says: "it is not true that we …", "the claim that we … is a lie"."""
    if above.refuted:
        return True
    if head.dep_ in ("conj", "parataxis", "advcl"):
        return False
    if "claim" in kinds_of_token(head.head) and head.dep_ in ("acl", "relcl"):
        return True
    return above.negated or any(w.base in _REFUTING or "false" in kinds_of(w) for w in above.words)


def _reported(head: Token, above: Clause | None) -> bool:
    """Whether others are said to say so: "my enemies say I stole it", "to suggest that we did", "we did, according to her"."""
    if any(c.lower_ == "according" for c in head.children):
        return True
    if above is None:
        return False
    if head.dep_ == "ccomp" and base(above.head) in _SAYING:
        return above.person != "self"
    return above.reported and head.dep_ in ("conj", "advcl", "acl", "relcl", "pcomp")


def _is_clause(token: Token) -> bool:
    if token.dep_ in _CLAUSE_DEPS:
        return True
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX")


def _owner(token: Token, inside: set[int], owners: dict[int, int]) -> int:
    path: list[int] = []
    while token.i not in owners and token.head.i != token.i and token.head.i in inside and not _is_clause(token):
        path.append(token.i)
        token = token.head
    top = owners.setdefault(token.i, token.i)
    owners.update(dict.fromkeys(path, top))
    return top


def _quoted(tokens: Sequence[Token], direct: bool) -> set[int]:
    """The tokens between quotation marks; all of a direct quotation."""
    found, inside = set(), direct
    for token in tokens:
        if token.text in ('"', "“", "”", "``", "''"):
            inside = direct or {"“": True, "``": True, "”": False, "''": False}.get(token.text, not inside)
        elif inside:
            found.add(token.i)
    return found


def _asked(tokens: Sequence[Token]) -> set[int]:
    """The tokens of sentences that end in a question mark."""
    found: set[int] = set()
    start = 0
    for at, token in enumerate(tokens):
        if at and any(t.is_sent_start for t in token.doc[tokens[at - 1].i + 1 : token.i + 1]):
            start = at  # the sentence before ended in what was left out: "“It is,” she said. “Why?”"
        if token.is_sent_end or token.text in (".", "?", "!"):
            if token.text == "?":
                found.update(t.i for t in tokens[start : at + 1])
            start = at + 1
    return found


def _depth(token: Token, inside: set[int]) -> int:
    depth = 0
    while token.head.i != token.i and token.head.i in inside:
        token, depth = token.head, depth + 1
    return depth


def _weight(head: Token, inside: set[int], owners: dict[int, int], weights: dict[int, float]) -> float:
    if head.head.i == head.i or head.head.i not in inside:
        return 1.0
    above = weights.get(owners[head.head.i], 1.0)
    if head.dep_ == "ccomp":
        return above if base(head.head) in _TRANSPARENT or head.head.pos_ in ("ADJ", "AUX") else above * 0.6
    if head.dep_ in ("relcl", "acl") and head.head.dep_ == "attr":
        return above * 0.85
    return above * _WEIGHTS.get(head.dep_, 1.0)


def _verbs(head: Token) -> tuple[Token, ...]:
    found, todo = [], [head]
    while todo:
        token = todo.pop(0)
        found.append(token)
        todo += [c for c in token.children if c.dep_ == "xcomp"]
    return tuple(found)


def _clause(
    head: Token,
    members: list[Token],
    speaker: Speaker,
    quotation: set[int],
    weight: float,
    claims_named: bool,
    denied: bool,
    asked: bool,
    refuted: bool,
) -> Clause:
    subject, verbs = subject_of(head), _verbs(head)
    quoted = head.i in quotation
    children = [*head.children]
    modal = next((m for c in children if c.dep_ == "aux" and (m := base(c)) in _MODALS), "")
    if not modal and head.dep_ == "conj":
        modal = (
            next((m for c in head.head.children if c.dep_ == "aux" and (m := base(c)) in _MODALS), "")
            if not any(c.dep_ in SUBJECTS for c in children)
            else ""
        )
    marked = [*children, *head.head.children] if head.dep_ == "conj" else children
    conditional = any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in marked)
    conditional = conditional or (head.dep_ == "advcl" and any(c.dep_ == "advmod" and c.lower_ == "long" for c in children))
    conditional = conditional or (head.dep_ == "advcl" and subject is not None and _inverted(children, subject))
    claim = may_be_claim(subject) or (claims_named and subject is not None and subject.lower_ == "they")
    person = person_of(subject, speaker, subject.i in quotation if subject is not None else quoted)
    of_cue = subject is None and _depends_on_cue(head, weight)
    if of_cue or (subject is None and quoted and _clipped(head)):
        person = "self"
    return Clause(
        head,
        tuple(words_of(members)),
        subject,
        person,
        claim,
        is_negated(head, verbs, subject) ^ is_withheld(head),
        modal,
        conditional,
        weight,
        quoted,
        verbs,
        denied,
        asked,
        refuted,
        surely(subject, person, speaker),
        person == "self" and (speaker.named or speaker.official or (subject is not None and subject.lower_ not in ("he", "she", "they"))),
        principal=is_principal(subject, speaker),
    )


def _inverted(children: Sequence[Token], subject: Token) -> bool:
    """ "Should the talks fail, …", "had they asked, …": a condition without "if"."""
    return any(c.dep_ == "aux" and c.lower_ in ("should", "had", "were") and c.i < subject.i for c in children)


def _depends_on_cue(head: Token, weight: float) -> bool:
    """Whether it is the infinitive of the cue's own verb: in "voted | to censure him" the voters censure; not in "told him | to go"."""
    above = head.head
    return is_infinitive(head) and weight == 1.0 and head.dep_ == "xcomp" and not any(c.dep_ in ("dobj", "dative") for c in above.children)


def _clipped(head: Token) -> bool:
    """ "Never borrowed a dime": a sentence of the speaker's about himself that leaves "I" out."""
    never = any(c.lower_ == "never" and c.i == head.i - 1 for c in head.children)
    return never and head.dep_ == "ROOT" and head.tag_ in ("VBD", "VBN")


def has_condition(head: Token) -> bool:
    """Whether an if-clause depends on a verb."""
    return any(c.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ in ("if", "unless") for g in c.children) for c in head.children)
