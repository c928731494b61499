"""What somebody has to do, and what he ought to have done: demands, blame in hindsight, refusals of what is unlawful."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from timeline.acts.clauses import Clause, has_condition
from timeline.acts.findings import Finding
from timeline.acts.speakers import is_office
from timeline.acts.words import base, kinds_of, kinds_of_token

_LUCK = frozenset({"win", "score", "beat", "lose", "get", "receive"})
"""Of these "we should have" regrets bad luck, and no fault."""

_FORESEEN = frozenset({"help", "boost", "exceed", "sound", "serve", "come", "give", "suffice", "concern", "worry"})
"""What things "should" do by themselves: "the news should give us pause"."""

_BEYOND_DOUBT = frozenset({"doubt", "mistake", "question", "surprise", "problem"})


def deontic(clause: Clause) -> Iterator[Finding]:
    """What somebody has to do: "Iran must stop", "we need to act", "Let us debate", "Release the files"."""
    head, children = clause.head, [*clause.head.children]
    have_to = (
        clause.predicate in ("have", "need", "get", "ought")
        and len(clause.verbs) > 1
        and any(c.lower_ == "to" for c in clause.verbs[1].children)
        and not (clause.predicate == "need" and any(c.dep_ == "dobj" and c.i < clause.verbs[1].i for c in children))  # "needs help to win"
    )
    told = any(c.dep_ == "mark" for c in children) or head.dep_ == "ccomp"
    done = have_to and any(c.dep_ == "auxpass" for c in clause.verbs[1].children)
    had_to = have_to and _past(head) and told and clause.person != "self" and (done or "demanded" in kinds_of_token(clause.verbs[1]))
    have_to = have_to and clause.modal not in ("may", "might", "could", "would")
    if clause.modal == "need" and clause.negated:
        return  # "she need not step aside"
    if any(c.tag_ in ("WP", "WRB", "WDT") and c.lower_ not in ("why", "which", "who", "that") for c in children):
        return  # "what they should do", "how it has to end"
    if clause.modal in ("must", "should", "ought", "need") or (
        have_to and not clause.negated and (head.tag_ not in ("VBD", "VBN") or _got(head) or had_to)
    ):
        if any(c.dep_ == "aux" and base(c) == "have" for c in children) and not have_to:
            yield from _hindsight(clause)
            return
        if (
            clause.subject is None
            or clause.subject.lower_ == "i"
            or (
                clause.person == "self"
                and clause.subject.pos_ == "PRON"  # "Germany should …", says a German minister: of others too
                and clause.subject.lower_ not in ("we", "us")
                and not (clause.predicate == "have" and _unwanted(clause))
            )
        ):
            return
        rule = clause.modal or f"{clause.predicate} to"
        if clause.subject.lower_ == "we" and clause.negated and has_condition(head):
            yield Finding("promise", 1.3, f"if … {rule} not", head, head)
        elif _unwanted(clause):
            yield Finding("reject", 1.0, f"not {rule}", head, head)
        elif not _qualifies(clause) and not _guessed(clause):
            yield Finding("demand", 0.9 if clause.modal else 0.7, rule, head, head)
    elif (
        clause.predicate in ("want", "need")
        and clause.person == "self"
        and clause.subject is not None
        and clause.subject.lower_ in ("we", "they")
    ):
        wanted = next((c for c in children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        brought = next((c for c in children if c.dep_ == "ccomp" and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)), None)
        if brought is not None and not clause.negated and not clause.modal and clause.predicate == "want":  # "we want those files opened"
            yield Finding("demand", 0.9, f"want … {base(brought)}", head, brought)
        elif wanted is not None and not clause.negated and not clause.modal and head.tag_ != "VBD":
            yield Finding("demand", 0.6, f"{clause.predicate} {base(wanted)}", head, wanted)
    elif (
        clause.subject is None
        and head.tag_ in ("VB", "VBP")
        and head.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
        and not _governed(children)
        and not _follows_clause(head)
    ):
        next_word = head.nbor().lower_ if head.i + 1 < len(head.doc) else ""
        to_say = (clause.predicate, next_word) in (("let", "me"), ("let", "alone"), ("call", "it"))
        if (
            "phatic" not in kinds_of_token(head)
            and not to_say
            and (head.dep_ != "conj" or (head.head.tag_ in ("VB", "VBP") and not _governed([*head.head.children])))
        ):
            yield Finding("demand", 0.9 if clause.quoted else 0.4, "imperative", head, head)


def _follows_clause(verb: Token) -> bool:
    """Whether a statement stands before what looks like an imperative: "he has shown that he can win, take on our rivals"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(c.dep_ == "ccomp" and c.i < first.i for c in first.children)


def _unwanted(clause: Clause) -> bool:
    """What should not be: "I don't think it should", "the bill should not pass", "she should not have to pay"."""
    if clause.unwanted and clause.modal:
        return True
    if not clause.negated or clause.modal != "should":
        return False
    measure = clause.subject is not None and "demand" in kinds_of_token(clause.subject)
    return clause.claim or measure or (clause.predicate == "have" and len(clause.verbs) > 1)


def _qualifies(clause: Clause) -> bool:
    """ "You have to be eighteen to vote": a condition that holds for everybody."""
    verb = clause.verbs[min(1, len(clause.verbs) - 1)]
    purpose = any(t.lower_ == "to" and t.i > verb.i and t.head.pos_ == "VERB" for t in verb.subtree)
    return clause.subject is not None and clause.subject.lower_ == "you" and base(verb) == "be" and purpose


def _guessed(clause: Clause) -> bool:
    """ "You must be tired", "the results should be known by Friday": what is guessed, and not demanded."""
    complements = [clause.head, *(c for c in clause.head.children if c.dep_ == "acomp")]
    if clause.subject is not None and clause.subject.lower_ == "there" and any(c.lower_ in _BEYOND_DOUBT for c in clause.head.children):
        return True  # "there should be no doubt about that"
    if clause.modal == "should" and clause.predicate in _FORESEEN and clause.subject is not None:
        somebody = (
            clause.subject.ent_type_ or clause.subject.pos_ == "PROPN" or clause.subject.lower_ in ("i", "we", "you", "they", "he", "she")
        )
        return not somebody and not is_office(base(clause.subject))  # "the restructuring should help it save millions"
    return clause.modal in ("must", "should") and any("epistemic" in kinds_of_token(t) for t in complements)


def _hindsight(clause: Clause) -> Iterator[Finding]:
    """ "They should have told us" blames, "I should not have signed" admits."""
    if clause.modal != "should" or clause.subject is None or clause.subject.pos_ not in ("PRON", "PROPN", "NOUN"):
        return
    if clause.person == "self" and any(c.dep_ == "auxpass" for c in clause.head.children):
        yield Finding("criticize", 0.9, "self should have been", clause.head, clause.head)  # "I should have been told"
    elif clause.person == "self" and base(clause.head) in _LUCK:
        return
    elif clause.person == "self":
        yield Finding("confirm", 1.3 if clause.negated else 1.0, "self should have", clause.head, clause.head)
    elif clause.subject.lower_ not in ("it", "this", "that", "there"):
        yield Finding("criticize", 0.9, "should have", clause.head, clause.head)


def ruled_out(clause: Clause) -> Iterator[Finding]:
    """ "There will be no hearing", "there won't be talks": what was asked for will not be."""
    if clause.subject is None or clause.subject.lower_ != "there" or clause.modal not in ("will", "would") or not clause.negated:
        return
    asked = next((c for c in clause.head.children if c.dep_ == "attr" and "demand" in kinds_of_token(c)), None)
    if asked is not None and clause.predicate == "be":
        yield Finding("reject", 1.0, f"there will be no {base(asked)}", clause.head, asked)


def illegality(clause: Clause) -> Iterator[Finding]:
    """A measure or body is refused: "the probe would be illegal", "such a bill is unconstitutional", "it would unlawfully punish them"."""
    if clause.subject is None or clause.negated:
        return
    manner = next((w for w in clause.words if "illegal" in kinds_of(w) and w.token.pos_ == "ADV" and w.token.head.i == clause.head.i), None)
    if manner is not None and clause.modal in ("would", "could") and clause.person != "self":
        yield Finding("reject", 0.9, f"would {manner.token.lower_} {base(clause.head)}", manner.token, clause.head)
    if "demand" not in kinds_of_token(clause.subject):
        return
    against_law = (w for w in clause.words if w.base in ("law", "charter", "constitution", "rule") and w.token.head.lower_ == "against")
    illegal = (w for w in clause.words if "illegal" in kinds_of(w) and w.token.dep_ in ("acomp", "attr", "oprd"))
    found = next(illegal, None) or next(against_law, None)
    if found is not None:
        yield Finding("reject", 1.2, f"{base(clause.subject)} is {found.base}", found.token, found.token)


def _past(head: Token) -> bool:
    """A past tense, also where the tagger takes it for a participle: "the bridge needed to be closed"."""
    return head.tag_ == "VBD" or (head.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in head.children))


def _got(head: Token) -> bool:
    """ "We've got to act": a perfect in form alone."""
    return head.lower_ == "got" and any(c.dep_ == "aux" and base(c) == "have" for c in head.children)


def _governed(children: Sequence[Token]) -> bool:
    return any(c.dep_ in ("aux", "mark", "auxpass", "nsubj", "expl") and c.lower_ not in ("do", "don't") for c in children)
