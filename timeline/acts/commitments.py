"""What the speaker will do, and what is to come of it: promises, refusals, threats."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.acts.clauses import Clause, has_condition
from timeline.acts.cues import complement_fits
from timeline.acts.findings import Finding
from timeline.acts.labels import ActLabel
from timeline.acts.naming import words_after
from timeline.acts.words import base, kinds_of, kinds_of_token

_SUPPORT = frozenset({"support", "accept", "agree", "endorse", "back", "allow", "permit", "tolerate", "condone", "approve"})
_NAMING = frozenset({"be", "call", "describe", "say", "term"})
_BACKING = frozenset({"support", "back", "endorse", "vote"})
_PLANNING = frozenset({"plan", "intend"})
_ENACTING = frozenset({"sign", "veto"})
_HEARD = frozenset({"case", "complaint", "appeal", "argument", "lawsuit", "petition", "testimony"})
_IF = frozenset({"if", "unless"})
_AWAY = frozenset({"pull", "leave", "quit", "withdraw", "close", "resign", "stop", "cut", "shut", "suspend", "halt", "move", "relocate"})
_AGAINST = frozenset({"block", "walk", "strike", "sue", "boycott", "retaliate", "punish", "attack", "fight"})
_CONCESSIONS = frozenset(
    "open release free lift return withdraw stop halt cease step lower drop share help talk meet recognize sign pull".split()
)
_LEADING = frozenset("lead result cause trigger spark bring put mean have face suffer pay open invite provoke".split())


def commitment(clause: Clause) -> Iterator[Finding]:
    """What the speaker will do: "we will appeal", "he would publish it", "we are going to sue"."""
    if clause.person != "self" and not clause.principal:
        return
    if clause.predicate == "be" and not clause.negated and not clause.modal:
        opposed = next((c for c in clause.head.children if c.dep_ == "prep" and c.lower_ == "against"), None)
        if opposed is not None and any("demand" in kinds_of_token(c) for c in opposed.children):
            yield Finding("reject", 1.0, "be against", clause.head, opposed)  # "we are against the plan", not "against the war"
        return
    if clause.negated and clause.modal in ("can", "could", "would") and base(clause.head) in _SUPPORT and clause.weight > 0.5:
        yield Finding("reject", 1.0, f"cannot {base(clause.head)}", clause.head, clause.head)
        return
    staying = clause.negated and clause.head.tag_ == "VBG" and not clause.modal and not any(c.tag_ == "VBD" for c in clause.head.children)
    if staying and "assent" in kinds_of_token(clause.head):  # "we aren't selling"
        yield Finding("reject", 1.1, f"not {base(clause.head)}ing", clause.head, clause.head)
        return
    planned = clause.predicate in _PLANNING and clause.head.tag_ in ("VBZ", "VBP") and not clause.negated
    going = len(clause.verbs) > 1 and (planned or (clause.predicate == "go" and clause.head.tag_ == "VBG"))
    if not going and clause.modal not in ("will", "shall", "would"):
        return
    bargain = _bargain(clause)
    if bargain is not None:
        yield Finding(bargain, 1.1, f"{clause.modal} {base(clause.head)} if", clause.head, clause.head)
        return
    signing = clause.modal == "would" and not clause.quoted and base(clause.head) in _ENACTING  # "would sign the bill if it came to him"
    if clause.modal == "would" and (clause.quoted or has_condition(clause.head)) and not signing and not _once_elected(clause):
        return
    children = [*clause.head.children]
    if any(c.dep_ == "auxpass" for c in children):
        return
    if any((c.tag_ in ("WRB", "WP", "WDT") and c.dep_ != "mark") or (c.dep_ == "aux" and base(c) == "have") for c in children):
        return
    verb = clause.verbs[1] if going else clause.head
    names, form = kinds_of_token(verb), base(verb)
    if ("refusal" in names and not clause.negated) or ("assent" in names and clause.negated):
        yield Finding("reject", 1.4, f"will {'not ' * clause.negated}{form}", verb, verb)
    elif "hostile" in names and not clause.negated:
        yield Finding("threaten", 1.2, f"will {form}", verb, verb)
    elif clause.negated and form not in _NAMING and _takes_object(verb) and complement_fits(words_after(clause, verb), "demand"):
        yield Finding("reject", 1.2, f"will not {form} demand", verb, verb)
    elif form in _BACKING and not clause.negated and (_takes_object(verb) or form == "vote") and not _is_against(verb):
        yield Finding("endorse", 1.1, f"will {form}", verb, verb)
    elif form == "vote" and (clause.negated or _is_against(verb)):
        yield Finding("reject", 1.1, f"will {'not ' * clause.negated}vote", verb, verb)
    elif ("uncommitted" not in names or _is_task(verb)) and not (clause.negated and names & {"refusal", "disowning"}):
        yield Finding("promise", 1.0, f"will {'not ' * clause.negated}{form}", verb, clause.verbs[-1])


def _once_elected(clause: Clause) -> bool:
    """Whether all that it depends on is the speaker's election: "if elected he would reopen the mine"."""
    conditions = [c for c in clause.head.children if c.dep_ == "advcl" and any(g.lower_ in _IF for g in c.children)]
    return not clause.quoted and bool(conditions) and all(base(c) in ("elect", "win", "reelect") for c in conditions)


def _is_against(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "against" for c in verb.children)


def _is_task(verb: Token) -> bool:
    """Whether a verb that mostly promises nothing does: "will ask for a stay", "will look into it", "will hear the case"."""
    below = {c.dep_: c for c in verb.children}
    match base(verb):
        case "ask":
            return ("dobj" in below and "xcomp" in below) or ("prep" in below and below["prep"].lower_ == "for")
        case "look":
            return "prep" in below and below["prep"].lower_ in ("at", "into")
        case "hear":
            return "dobj" in below and base(below["dobj"]) in _HEARD
    return False


def _takes_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "prt") for c in verb.children)


def _bargain(clause: Clause) -> ActLabel | None:
    """What is made to depend on others: "we will walk out unless they pay" threatens, "if they cease fire, we'll open the road" offers."""
    condition = next((c for c in clause.head.children if c.dep_ == "advcl" and any(g.lower_ in _IF for g in c.children)), None)
    if condition is None or clause.negated or clause.modal not in ("will", "shall", "would"):
        return None
    verb = base(clause.head)
    others = next((g for g in condition.children if g.dep_ in ("nsubj", "nsubjpass")), None)
    theirs = others is not None and others.lower_ not in ("i", "we")
    if base(condition) in ("elect", "win"):  # "if elected, he would leave such things to the generals"
        return None
    if verb in _AGAINST or (verb in _AWAY and (clause.modal == "would" or any(g.lower_ == "unless" for g in condition.children))):
        return None if clause.modal == "would" and clause.quoted else "threaten"
    backshifted = (
        clause.modal == "would" and not clause.quoted and verb not in _ENACTING
    )  # "they would free the pilots if the bombing stopped"
    return "offer" if theirs and verb in _CONCESSIONS and (backshifted or clause.modal != "would") else None


def consequence(clause: Clause) -> Iterator[Finding]:
    """Harm that is to come: "this could lead to fraud", "they will pay", "you are at risk of being sued"."""
    if clause.person == "self" and clause.modal not in ("will", "could"):
        return
    if clause.modal not in ("will", "would", "could", "may", "might", "can", "shall") or clause.negated or clause.refuted:
        return
    leading = clause.predicate in _LEADING
    subject = {t.i for t in clause.subject.subtree} if clause.subject is not None else set()
    found = (w for w in clause.words if "consequence" in kinds_of(w) and w.token.i not in subject)
    bad = next((w for w in found if leading or w.token.i == clause.head.i), None)
    lost = bad is not None and bad.base == "lose" and (clause.subject is None or clause.subject.lower_ != "you")
    priced = bad is not None and bad.base in ("cost", "pay") and any(c.dep_ == "dobj" for c in bad.token.children)
    if "refusal" in kinds_of_token(clause.head) and clause.modal in ("will", "would"):
        yield Finding("reject", 1.1, f"{clause.modal} {base(clause.head)}", clause.head, clause.head)  # "the president would veto it"
    elif bad is not None and not priced and not lost:  # "the plan would cost $3 million" is a sum
        yield Finding("threaten", 0.9 if leading else 0.6, f"{clause.modal} … {bad.base}", clause.head, bad.token)
