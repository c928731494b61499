"""What a content does, clause by clause: demands, commitments, offers, wrongs asserted, praise and blame."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from timeline.acts.clauses import Clause
from timeline.acts.cues import complement_fits
from timeline.acts.denials import denials
from timeline.acts.findings import Finding
from timeline.acts.labels import ActLabel
from timeline.acts.words import Phrase, Word, base, cues, kinds_of, kinds_of_token, matches, phrases

_UNREAL = frozenset({"may", "might", "could", "can", "must", "should", "would", "ought", "need"})


def findings(clauses: Sequence[Clause], content: Sequence[Word]) -> list[Finding]:
    """All reasons that a content gives for one act or another, each weighed by its clause's place."""
    found = [f.scaled(_place(clause, clauses)) for clause in clauses if not clause.conditional for rule in _RULES for f in rule(clause)]
    return found + list(_phrases(clauses, content))


def _place(clause: Clause, clauses: Sequence[Clause]) -> float:
    """The clause's weight; what stands before "but" weighs less than what follows."""
    but = any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in clause.head.children) and any(
        other.head.dep_ == "conj" and other.head.head.i == clause.head.i for other in clauses
    )
    return clause.weight * (0.6 if but else 1.0) * (0.4 if clause.asked else 1.0)


def _fits(clause: Clause | None, condition: str) -> bool:
    if not condition or clause is None:
        return not condition
    if condition == "self":
        return clause.person == "self"
    return clause.person != "self" if condition == "other" else clause.claim


def _phrases(clauses: Sequence[Clause], content: Sequence[Word]) -> Iterator[Finding]:
    """Phrases of acts_phrases.csv: "nothing to do with", "in violation of"; of those at one place the longest."""
    owners = {(w.token.doc, w.token.i): clause for clause in clauses for w in clause.words}
    at = 0
    while at < len(content):
        fitting = ((p, e) for p, e in matches(content, at, phrases(), 3) if _fits(owners.get(_key(content, at, e, owners)), p.condition))
        phrase, end = next(fitting, (None, at + 1))
        clause = owners.get(_key(content, at, end, owners))
        if phrase is not None and phrase.act is not None and not (clause is not None and clause.conditional):
            touched = [owners[k].weight for w in content[at:end] if (k := (w.token.doc, w.token.i)) in owners]
            weight = phrase.weight * max(touched, default=1.0)
            if (clause is not None and (phrase.act == "offer" and clause.modal in ("must", "should"))) or (
                phrase.act == "decline" and _past(clause)
            ):
                weight = 0.0
            if weight and not (_negation_outside(phrase, clause, content[at:end])):
                yield Finding(phrase.act, weight, phrase.text, content[at].token, content[end - 1].token, phrase.denial)
        at = end


def _past(clause: Clause | None) -> bool:
    """ "We didn't discuss that" tells of a talk, "we don't discuss that" declines one."""
    return clause is not None and any(c.tag_ == "VBD" and c.dep_ == "aux" for c in clause.head.children)


def _key(content: Sequence[Word], start: int, end: int, owners: dict[tuple[Doc, int], Clause]) -> tuple[Doc, int]:
    """The word of a phrase that tells its clause: the verb in it, else its first word."""
    for word in content[start:end]:
        if word.token.pos_ in ("VERB", "AUX") and (word.token.doc, word.token.i) in owners:
            return word.token.doc, word.token.i
    return content[start].token.doc, content[start].token.i


def _negation_outside(phrase: Phrase, clause: Clause | None, matched: Sequence[Word]) -> bool:
    """Whether the clause is negated though the phrase has no negation of its own: "is not responsible for"."""
    if clause is None or not clause.negated:
        return False
    return all(
        part.isdisjoint(("no", "not", "never", "nothing", "neither", "without", "innocent", "innocence")) for part in phrase.pattern
    ) and bool(matched)


def performative(clause: Clause) -> Iterator[Finding]:
    """The speaker names the act itself: "we reject the allegations", "I call on the Council", "Tehran has offered to meet"."""
    if not (clause.person == "self" or _dropped_subject(clause)) or clause.modal in _UNREAL or clause.negated or clause.weight < 0.55:
        return
    if any(c.dep_ == "aux" and c.tag_ == "VBD" and base(c) == "have" for c in clause.head.children):
        return  # "he had denied it" tells of another occasion
    words = clause.words
    for verb in clause.verbs[:2]:
        at = next((i for i, w in enumerate(words) if w.token.i == verb.i), None)
        if at is None or verb.pos_ != "VERB" or any(c.dep_ == "auxpass" for c in verb.children):
            continue
        for phrase, end in matches(words, at, cues(), 6):
            after = _after(clause, words[end - 1].token)
            if phrase.act is None:
                yield from evaluations(after, words[at].base)
                return
            if phrase.act == "state" or phrase.weight < 1 or not complement_fits(after, phrase.condition):
                continue
            if phrase.act == "endorse" and clause.modal in ("will", "shall"):
                continue
            yield Finding(phrase.act, 0.75 * phrase.weight, f"self: {phrase.text}", words[at].token, words[end - 1].token, phrase.denial)
            return


def _dropped_subject(clause: Clause) -> bool:
    """ "(He said) that was not his view and dismissed it": the second verb's subject is the speaker, whatever the parser says."""
    head, subject = clause.head, clause.subject
    return head.dep_ == "conj" and subject is not None and subject.pos_ == "PRON" and clause.claim and subject.head.i != head.i


def evaluations(words: Sequence[Word], verb: str) -> Iterator[Finding]:
    """What "called …" and its like do by the words after them: "the claims baseless" → deny, "the probe illegal" → reject."""
    of_claim, of_allegation = complement_fits(words, "claim"), complement_fits(words, "allegation")
    of_demand = complement_fits(words, "demand")
    negated = any(w.base in ("not", "no", "never", "neither", "nothing") for w in words)
    pronoun = bool(words) and words[0].token.lower_ in ("it", "that", "this", "them", "these", "those")
    for word in words:
        token, names = word.token, kinds_of(word)
        if (
            token.dep_ == "compound"
            or (token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG"))
            or (token.tag_ == "VBG" and token.dep_ == "pcomp")
        ):
            continue
        reasons: list[tuple[ActLabel, float]] = []
        attribute = token.dep_ == "amod" and "claim" not in kinds_of_token(token.head)
        if "false" in names and not negated and attribute and not of_claim:
            reasons.append(("criticize", 0.6))
        elif not negated and ("false" in names or ("false_of_claim" in names and of_allegation)):
            reasons.append(("deny", 1.5 if of_claim else 1.2 if pronoun else 0.8))
        if "true" in names and negated and of_claim:
            reasons.append(("deny", 1.3))
        if "illegal" in names:
            reasons.append(("reject", 1.2 if of_demand else 0.6))
        if names & {"wrongthing", "wrongdoer"} and token.pos_ in ("NOUN", "PROPN"):
            reasons.append(("allege", 0.85 if "wrongthing" in names else 0.6))
        if "bad" in names:
            reasons.append(("criticize", 0.3 if negated else 0.8))
        if "good" in names:
            reasons.append(("criticize" if negated else "endorse", 0.8))
        for act, weight in reasons:
            yield Finding(act, weight, f"{verb} … {word.base}", token, token)


def _after(clause: Clause, last: Token) -> list[Word]:
    """What follows a word in the clause's own words and those of its complements."""
    tokens = sorted((t for t in clause.head.subtree if t.i > last.i), key=lambda t: t.i)[:20]
    return [Word(t, (base(t), t.lower_)) for t in tokens if not t.is_punct]


def _deontic(clause: Clause) -> Iterator[Finding]:
    """What somebody has to do: "Iran must stop", "we need to act", "Let us debate", "Release the files"."""
    head, children = clause.head, [*clause.head.children]
    have_to = (
        clause.predicate in ("have", "need", "get", "ought")
        and len(clause.verbs) > 1
        and any(c.lower_ == "to" for c in clause.verbs[1].children)
    )
    have_to = have_to and clause.modal not in ("may", "might", "could", "would")
    if clause.modal in ("must", "should", "ought", "need") or (
        have_to and not clause.negated and (head.tag_ not in ("VBD", "VBN") or _got(head))
    ):
        if any(c.dep_ == "aux" and base(c) == "have" for c in children) and not have_to:
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
        elif clause.unwanted or (clause.negated and clause.modal == "should" and clause.claim):
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
    going = clause.predicate == "go" and clause.head.tag_ == "VBG" and len(clause.verbs) > 1
    if not going and clause.modal not in ("will", "shall", "would"):
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
    elif clause.negated and complement_fits(_after(clause, verb), "demand"):
        yield Finding("reject", 1.2, f"will not {form} demand", verb, verb)
    elif "uncommitted" not in names and not (clause.negated and names & {"refusal", "disowning"}):
        yield Finding("promise", 1.0, f"will {'not ' * clause.negated}{form}", verb, clause.verbs[-1])


def _wrongs(clause: Clause) -> Iterator[Finding]:
    """A wrong asserted of somebody else: "they violated the embargo", "he is lying", "that was fraud"."""
    if clause.person == "self" or clause.negated or clause.modal in _UNREAL:
        return
    concrete = clause.subject is not None and clause.subject.lower_ not in ("it", "this", "that", "what", "nobody", "nothing")
    for verb in clause.verbs:
        if verb.pos_ == "VERB" and concrete and "wrongdoing" in kinds_of_token(verb):
            weak = clause.modal in ("will", "shall") or any(c.dep_ == "auxpass" for c in verb.children)
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
    leading = clause.predicate in (
        "lead",
        "result",
        "cause",
        "trigger",
        "spark",
        "bring",
        "put",
        "mean",
        "have",
        "face",
        "suffer",
        "pay",
        "open",
        "invite",
        "provoke",
    )
    bad = next((w for w in clause.words if "consequence" in kinds_of(w) and (leading or w.token.i == clause.head.i)), None)
    if bad is not None:
        yield Finding("threaten", 0.9 if leading else 0.6, f"{clause.modal} … {bad.base}", clause.head, bad.token)


def _evaluation(clause: Clause) -> Iterator[Finding]:
    """Evaluative words, turned round by negation: "a disgrace", "not fair", "an excellent choice"."""
    subject = {t.i for t in clause.subject.subtree} if clause.subject is not None else set()
    verbs = {v.i for v in clause.verbs}
    for word in clause.words:
        token, names = word.token, kinds_of(word)
        if token.pos_ == "PROPN" or token.dep_ == "compound" or not names:
            continue
        act: ActLabel | None = None
        if token.pos_ == "VERB" and token.i in verbs:
            if "bad_verb" in names and clause.person != "self" and not clause.negated and clause.modal not in ("may", "might", "could"):
                act = "criticize"
            elif "good_verb" in names and clause.person == "self" and clause.modal not in ("will", "shall", "would"):
                act = "criticize" if clause.negated else "endorse"
            elif "blame_verb" in names and clause.person == "self" and not clause.negated:
                act = "criticize"
        if act is None and (
            token.pos_ in ("ADJ", "NOUN", "ADV", "INTJ")
            or (
                token.tag_ in ("VBN", "VBG")
                and (token.dep_ in ("acomp", "amod", "attr", "oprd", "ROOT", "conj") or token.i == clause.head.i)
            )
        ):
            if "feeling" in names:
                if (
                    clause.person == "self"
                    and not clause.negated
                    and (token.dep_ in ("acomp", "ROOT", "conj", "attr") or token.i == clause.head.i)
                ):
                    act = "endorse" if "good" in names and not clause.negated else "criticize"
            elif "bad" in names:
                act = "criticize"
            elif (
                "good" in names
                and token.pos_ != "ADV"
                and (token.tag_ != "JJR" or token.lower_ == "better")
                and not (token.pos_ == "NOUN" and "good_adjective" in names)
            ):
                act = "criticize" if clause.negated else "endorse"
        if act is not None:
            yield Finding(act, _strength(token, subject, clause, "bad" in names), word.base, token, token)


def _strength(token: Token, subject: set[int], clause: Clause, bad: bool) -> float:
    predicative = token.dep_ in ("acomp", "attr", "ROOT", "oprd", "dobj", "conj", "ccomp") or token.i == clause.head.i
    attributive = token.dep_ == "amod" and token.head.dep_ in ("attr", "ROOT", "oprd", "dobj")
    strength = 0.85 if predicative else 0.7 if attributive else 0.5
    if token.i in subject:
        strength *= 0.5
    if clause.person == "self" and not (bad and clause.predicate != "be") and "feeling" not in kinds_of_token(token):
        strength *= 0.5
    return strength * (0.35 if clause.negated and bad else 1.0)


_RULES = (performative, denials, _deontic, _commitment, _wrongs, _consequence, _evaluation)
