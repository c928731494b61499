"""What a content does, clause by clause: demands, commitments, offers, wrongs asserted, praise and blame."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from timeline.acts.clauses import Clause
from timeline.acts.cues import complement_fits
from timeline.acts.denials import admissions, denials
from timeline.acts.findings import Finding
from timeline.acts.labels import ActLabel
from timeline.acts.naming import named_by_phrases, performative, words_after
from timeline.acts.words import Word, base, kinds_of, kinds_of_token

_NOBODY = frozenset("it this that what nobody nothing anyone anybody whoever everyone everybody".split())
_SUPPORT = frozenset({"support", "accept", "agree", "endorse", "back", "allow", "permit", "tolerate", "condone", "approve"})
_LEADING = frozenset("lead result cause trigger spark bring put mean have face suffer pay open invite provoke".split())
_UNREAL = frozenset({"may", "might", "could", "can", "must", "should", "would", "ought", "need"})


def findings(clauses: Sequence[Clause], content: Sequence[Word]) -> list[Finding]:
    """All reasons that a content gives for one act or another, each weighed by its clause's place."""
    found = [f.scaled(_place(clause, clauses)) for clause in clauses if not clause.conditional for rule in _RULES for f in rule(clause)]
    return found + list(named_by_phrases(clauses, content))


def _place(clause: Clause, clauses: Sequence[Clause]) -> float:
    """The clause's weight; what stands before "but" weighs less than what follows."""
    but = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in clause.head.children) and any(
        other.head.dep_ == "conj" and other.head.head.i == clause.head.i for other in clauses
    )
    return clause.weight * (0.6 if but else 1.0) * (0.4 if clause.asked else 1.0)


def _deontic(clause: Clause) -> Iterator[Finding]:
    """What somebody has to do: "Iran must stop", "we need to act", "Let us debate", "Release the files"."""
    head, children = clause.head, [*clause.head.children]
    have_to = (
        clause.predicate in ("have", "need", "get", "ought")
        and len(clause.verbs) > 1
        and any(c.lower_ == "to" for c in clause.verbs[1].children)
    )
    told = any(c.dep_ == "mark" for c in children) or head.dep_ == "ccomp"
    had_to = have_to and head.tag_ == "VBD" and told and "demanded" in kinds_of_token(clause.verbs[1]) and clause.person != "self"
    have_to = have_to and clause.modal not in ("may", "might", "could", "would")
    if clause.modal in ("must", "should", "ought", "need") or (
        have_to and not clause.negated and (head.tag_ not in ("VBD", "VBN") or _got(head) or had_to)
    ):
        if any(c.dep_ == "aux" and base(c) == "have" for c in children) and not have_to:
            yield from _hindsight(clause)
            return
        if (
            clause.subject is None
            or clause.subject.lower_ == "i"
            or (clause.person == "self" and clause.subject.lower_ not in ("we", "us"))
        ):
            return
        rule = clause.modal or f"{clause.predicate} to"
        if clause.subject.lower_ == "we" and clause.negated and _has_condition(head):
            yield Finding("promise", 1.3, f"if … {rule} not", head, head)
        elif (clause.unwanted and clause.modal) or (clause.negated and clause.modal == "should" and clause.claim):
            yield Finding("reject", 1.0, f"not {rule}", head, head)
        else:
            yield Finding("demand", 0.9 if clause.modal else 0.7, rule, head, head)
    elif (
        clause.predicate in ("want", "need")
        and clause.person == "self"
        and clause.subject is not None
        and clause.subject.lower_ in ("we", "they")
    ):
        wanted = next((c for c in children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        if wanted is not None and not clause.negated and not clause.modal and head.tag_ != "VBD":
            yield Finding("demand", 0.6, f"{clause.predicate} {base(wanted)}", head, wanted)
    elif (
        clause.subject is None
        and head.tag_ in ("VB", "VBP")
        and head.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
        and not _governed(children)
    ):
        to_say = clause.predicate == "let" and any(c.lower_ == "me" for t in children for c in (t, *t.children))
        if (
            "phatic" not in kinds_of_token(head)
            and not to_say
            and (head.dep_ != "conj" or (head.head.tag_ in ("VB", "VBP") and not _governed([*head.head.children])))
        ):
            yield Finding("demand", 0.9 if clause.quoted else 0.4, "imperative", head, head)


def _hindsight(clause: Clause) -> Iterator[Finding]:
    """ "They should have told us" blames, "I should not have signed" admits."""
    if clause.modal != "should" or clause.subject is None or clause.subject.pos_ not in ("PRON", "PROPN", "NOUN"):
        return
    if clause.person == "self":
        yield Finding("confirm", 1.3 if clause.negated else 1.0, "self should have", clause.head, clause.head)
    elif clause.subject.lower_ not in ("it", "this", "that", "there"):
        yield Finding("criticize", 0.9, "should have", clause.head, clause.head)


def _illegality(clause: Clause) -> Iterator[Finding]:
    """A measure or body is refused: "the probe would be illegal", "such a bill is unconstitutional"."""
    if clause.subject is None or clause.negated or "demand" not in kinds_of_token(clause.subject):
        return
    against_law = (w for w in clause.words if w.base in ("law", "charter", "constitution", "rule") and w.token.head.lower_ == "against")
    illegal = (w for w in clause.words if "illegal" in kinds_of(w) and w.token.dep_ in ("acomp", "attr", "oprd"))
    found = next(illegal, None) or next(against_law, None)
    if found is not None:
        yield Finding("reject", 1.2, f"{base(clause.subject)} is {found.base}", found.token, found.token)


def _got(head: Token) -> bool:
    """ "We've got to act": a perfect in form alone."""
    return head.lower_ == "got" and any(c.dep_ == "aux" and base(c) == "have" for c in head.children)


def _governed(children: Sequence[Token]) -> bool:
    return any(c.dep_ in ("aux", "mark", "auxpass", "nsubj", "expl") and c.lower_ not in ("do", "don't") for c in children)


def _has_condition(head: Token) -> bool:
    return any(c.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ in ("if", "unless") for g in c.children) for c in head.children)


def _commitment(clause: Clause) -> Iterator[Finding]:
    """What the speaker will do: "we will appeal", "he would publish it", "we are going to sue"."""
    if clause.person != "self":
        return
    if clause.negated and clause.modal in ("can", "could", "would") and base(clause.head) in _SUPPORT and clause.weight > 0.5:
        yield Finding("reject", 1.0, f"cannot {base(clause.head)}", clause.head, clause.head)
        return
    going = clause.predicate == "go" and clause.head.tag_ == "VBG" and len(clause.verbs) > 1
    if not going and clause.modal not in ("will", "shall", "would"):
        return
    going_away = base(clause.head) in ("pull", "leave", "quit", "walk", "withdraw", "close", "sue", "resign")
    if clause.modal == "would" and _has_condition(clause.head) and going_away and not clause.quoted:
        yield Finding("threaten", 1.0, f"would {base(clause.head)} if", clause.head, clause.head)
        return
    if clause.modal == "would" and (clause.quoted or _has_condition(clause.head)):
        return
    children = [*clause.head.children]
    if any(c.dep_ == "auxpass" for c in children):
        return
    if any(c.tag_ in ("WRB", "WP", "WDT") or (c.dep_ == "aux" and base(c) == "have") for c in children):
        return
    verb = clause.verbs[1] if going else clause.head
    names, form = kinds_of_token(verb), base(verb)
    if ("refusal" in names and not clause.negated) or ("assent" in names and clause.negated):
        yield Finding("reject", 1.4, f"will {'not ' * clause.negated}{form}", verb, verb)
    elif "hostile" in names and not clause.negated:
        yield Finding("threaten", 1.2, f"will {form}", verb, verb)
    elif clause.negated and form != "be" and complement_fits(words_after(clause, verb), "demand"):
        yield Finding("reject", 1.2, f"will not {form} demand", verb, verb)
    elif "uncommitted" not in names and not (clause.negated and names & {"refusal", "disowning"}):
        yield Finding("promise", 1.0, f"will {'not ' * clause.negated}{form}", verb, clause.verbs[-1])


def _wrongs(clause: Clause) -> Iterator[Finding]:
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


def _consequence(clause: Clause) -> Iterator[Finding]:
    """Harm that is to come: "this could lead to fraud", "they will pay", "you are at risk of being sued"."""
    if clause.person == "self" and clause.modal not in ("will", "could"):
        return
    if clause.modal not in ("will", "would", "could", "may", "might", "can", "shall") or clause.negated:
        return
    leading = clause.predicate in _LEADING
    bad = next((w for w in clause.words if "consequence" in kinds_of(w) and (leading or w.token.i == clause.head.i)), None)
    if bad is not None:
        yield Finding("threaten", 0.9 if leading else 0.6, f"{clause.modal} … {bad.base}", clause.head, bad.token)


def _evaluation(clause: Clause) -> Iterator[Finding]:
    """Evaluative words, turned round by negation: "a disgrace", "not fair", "an excellent choice"."""
    subject = {t.i for t in clause.subject.subtree} if clause.subject is not None else set()
    verbs = {v.i for v in clause.verbs}
    for word in clause.words:
        token, names = word.token, kinds_of(word)
        if (not names and token.pos_ not in ("ADJ", "ADV")) or token.pos_ == "PROPN" or token.dep_ == "compound":
            continue
        act = (_evaluating_verb(clause, names) if token.pos_ == "VERB" and token.i in verbs else None) or _evaluating_word(
            clause, token, names
        )
        if act is not None:
            yield Finding(act, _strength(token, subject, clause, "bad" in names), word.base, token, token)


def _evaluating_verb(clause: Clause, names: frozenset[str]) -> ActLabel | None:
    """ "They botched it" criticizes, "I admire him" endorses, "I deplore it" criticizes."""
    if clause.person != "self":
        return "criticize" if "bad_verb" in names and not clause.negated and clause.modal not in ("may", "might", "could") else None
    if "good_verb" in names and clause.modal not in ("will", "shall", "would"):
        return "criticize" if clause.negated else "endorse"
    return "criticize" if "blame_verb" in names and not clause.negated else None


def _evaluating_word(clause: Clause, token: Token, names: frozenset[str]) -> ActLabel | None:
    """What an adjective, noun or participle does; feelings count only where they are the speaker's."""
    head = token.i == clause.head.i
    participle = token.tag_ in ("VBN", "VBG") and (head or token.dep_ in ("acomp", "amod", "attr", "oprd", "ROOT", "conj"))
    if token.pos_ not in ("ADJ", "NOUN", "ADV", "INTJ") and not participle:
        return None
    good = "good" in names
    too = any(c.lower_ == "too" for c in token.children)
    if too and token.pos_ in ("ADJ", "ADV") and not clause.negated and token.lower_ not in ("early", "soon", "close", "late"):
        return "criticize"
    if "feeling" in names:
        own = clause.person == "self" and (head or token.dep_ in ("acomp", "ROOT", "conj", "attr"))
        if not own or (clause.negated and not good):
            return None
        return "endorse" if good and not clause.negated else "criticize"
    if "bad" in names:
        return "criticize"
    comparative = token.tag_ == "JJR" and token.lower_ != "better"
    if not good or token.pos_ == "ADV" or comparative or (token.pos_ == "NOUN" and "good_adjective" in names):
        return None
    return "criticize" if clause.negated else "endorse"


def _strength(token: Token, subject: set[int], clause: Clause, bad: bool) -> float:
    predicative = token.dep_ in ("acomp", "attr", "ROOT", "oprd", "dobj", "conj", "ccomp") or token.i == clause.head.i
    attributive = token.dep_ == "amod" and token.head.dep_ in ("attr", "ROOT", "oprd", "dobj")
    manner = token.pos_ == "ADV" and token.dep_ == "advmod" and token.head.i == clause.head.i  # "treated them unfairly"
    strength = 0.85 if predicative else 0.7 if attributive or manner else 0.5
    if token.i in subject:
        strength *= 0.5
    if clause.person == "self" and not (bad and clause.predicate != "be") and "feeling" not in kinds_of_token(token):
        strength *= 0.5
    superlative = any(c.lower_ in ("so", "such", "more", "this", "as") for c in token.children)  # "never seen anything so bad"
    return strength * (0.35 if clause.negated and bad and not superlative else 1.0)


_RULES = (performative, denials, admissions, _illegality, _deontic, _commitment, _wrongs, _consequence, _evaluation)
