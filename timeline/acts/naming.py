"""Acts that a content names itself: by a phrase, by a verb whose subject is the speaker, by what somebody is called."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from timeline.acts.clauses import Clause
from timeline.acts.cues import complement_fits, object_heads
from timeline.acts.findings import Finding
from timeline.acts.labels import ActLabel
from timeline.acts.words import Phrase, Word, base, cues, kinds_of, kinds_of_token, matches, phrases

_UNREAL = frozenset({"may", "might", "could", "can", "must", "should", "would", "ought", "need"})
_TOLD = frozenset({"tell", "ask", "promise"})
_ASSERTED = frozenset({"deny", "confirm", "allege"})  # a question asserts none of these
_NEGATIVE = frozenset({"no", "none", "not", "never", "nothing", "nobody", "neither", "without", "innocent", "innocence"})


def _fits(clause: Clause | None, condition: str) -> bool:
    if not condition or clause is None:
        return not condition
    if condition == "self":
        return clause.person == "self"
    if condition == "other":
        return clause.person != "self" and (
            clause.subject is None or clause.subject.lower_ not in ("anyone", "anybody", "whoever", "nobody")
        )
    return clause.claim


def named_by_phrases(clauses: Sequence[Clause], content: Sequence[Word]) -> Iterator[Finding]:
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
            if clause is not None:
                weight *= (0.6 if clause.before_but else 1.0) * (0.3 if clause.asked and phrase.act in _ASSERTED else 1.0)
            if weight and not _undone(phrase, clause):
                yield Finding(phrase.act, weight, phrase.text, content[at].token, content[end - 1].token, phrase.denial)
        at = end


def _key(content: Sequence[Word], start: int, end: int, owners: dict[tuple[Doc, int], Clause]) -> tuple[Doc, int]:
    """The word of a phrase that tells its clause: the verb in it, else its first word."""
    for word in content[start:end]:
        if word.token.pos_ in ("VERB", "AUX") and (word.token.doc, word.token.i) in owners:
            return word.token.doc, word.token.i
    return content[start].token.doc, content[start].token.i


def _undone(phrase: Phrase, clause: Clause | None) -> bool:
    """Whether the clause takes the phrase's act back.

    By a negation of its own ("is not responsible for"), an offer by "must", a declining by the past ("we didn't discuss that").
    """
    if clause is None:
        return False
    if phrase.act == "allege" and (clause.refuted or clause.reported or (phrase.condition == "other" and _not_by(clause))):
        return True
    if phrase.act == "deny" and phrase.condition == "self" and clause.modal and all(clause.modal not in part for part in phrase.pattern):
        return True  # "I can't say that", "that is why I wouldn't do it"
    if phrase.act == "deny" and phrase.condition == "self" and base(clause.head) in _TOLD and _not_by(clause):
        return True  # "we were never told"
    if phrase.act == "deny" and clause.tells_which:
        return True
    if phrase.act == "confirm" and (clause.refuted or clause.reported):
        return True
    if phrase.act == "offer" and (clause.modal in ("must", "should") or clause.predicate in ("have", "need")):
        return True
    if phrase.act == "decline" and clause.quoted and any(c.tag_ == "VBD" and c.dep_ == "aux" for c in clause.head.children):
        return True
    return clause.negated and all(part.isdisjoint(_NEGATIVE) for part in phrase.pattern)


def _not_by(clause: Clause) -> bool:
    """Whether the subject is no doer: "they were told", "the fire destroyed it"."""
    passive = any(c.dep_ == "auxpass" for c in clause.head.children)
    return passive or (clause.subject is not None and "nature" in kinds_of_token(clause.subject))


def performative(clause: Clause) -> Iterator[Finding]:
    """The speaker names the act itself: "we reject the allegations", "I call on the Council", "Tehran has offered to meet"."""
    if (
        clause.predicate in ("plan", "intend")
        or not (clause.person == "self" or _dropped_subject(clause))
        or clause.modal in _UNREAL
        or clause.negated
        or clause.weight <= 0.55
    ):
        return
    pluperfect = any(c.dep_ == "aux" and c.tag_ == "VBD" and base(c) == "have" for c in clause.head.children)
    words = clause.words
    for verb in clause.verbs[:2]:
        at = next((i for i, w in enumerate(words) if w.token.i == verb.i), None)
        if at is None or verb.pos_ != "VERB" or any(c.dep_ == "auxpass" for c in verb.children):
            continue
        for phrase, end in matches(words, at, cues(), 6):
            after = words_after(clause, words[end - 1].token)
            if phrase.act is None:
                yield from evaluations(after, words[at].base)
                return
            if phrase.act == "state" or phrase.weight < 1 or not complement_fits(after, phrase.condition):
                continue
            if (phrase.act == "endorse" and clause.modal in ("will", "shall")) or (
                pluperfect and (phrase.act in ("deny", "confirm", "allege") or clause.head.dep_ == "conj")
            ):
                continue  # "…, and he had denied it", "…, and he had invited them" tell of another occasion
            yield Finding(phrase.act, 0.75 * phrase.weight, f"self: {phrase.text}", words[at].token, words[end - 1].token, phrase.denial)
            return


def _dropped_subject(clause: Clause) -> bool:
    """ "(He said) that was not his view and dismissed it": the second verb's subject is the speaker, whatever the parser says."""
    head, subject = clause.head, clause.subject
    return head.dep_ == "conj" and subject is not None and subject.pos_ == "PRON" and clause.claim and subject.head.i != head.i


def evaluations(words: Sequence[Word], verb: str) -> Iterator[Finding]:
    """What "called …" and its like do by the words after them: "the claims baseless" → deny, "the probe illegal" → reject."""
    if words and words[0].token.lower_.endswith(("self", "selves")):
        return  # "call themselves conservative"
    of_claim, of_allegation = complement_fits(words, "claim"), complement_fits(words, "allegation")
    of_demand = complement_fits(words, "demand")
    negated = any(w.base in ("not", "no", "never", "neither", "nothing") for w in words)
    pronoun = bool(words) and words[0].token.lower_ in ("it", "that", "this", "them", "these", "those")
    objects = {w.token.i for w in object_heads(words)}
    for word in words:
        token, names = word.token, kinds_of(word)
        if (
            (token.i in objects and len(objects) < len(words) and (of_claim or of_demand))
            or token.dep_ == "compound"
            or (token.dep_ == "pobj" and token.head.lower_ not in ("as", "of"))
            or (token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG"))
            or (token.tag_ == "VBG" and token.dep_ == "pcomp")
        ):
            continue
        reasons: list[tuple[ActLabel, float]] = []
        # In "described the probe as illegal" the parser may hang the adjective on "as".
        before_noun = token.dep_ == "amod" and token.head.lower_ != "as"
        attribute = before_noun and "claim" not in kinds_of_token(token.head)
        if "false" in names and not negated and attribute and not of_claim:
            reasons.append(("criticize", 0.6))
        elif not negated and ("false" in names or ("false_of_claim" in names and of_allegation)):
            reasons.append(("deny", 1.5 if of_claim else 1.2 if pronoun else 0.8))
        if token.pos_ == "NOUN" and not negated and ("tale" in names or _told_at_night(token)):
            reasons.append(("deny", 1.1))
        if "true" in names and negated and of_claim:
            reasons.append(("deny", 1.3))
        if "illegal" in names and (not before_noun or "demand" in kinds_of_token(token.head)):
            reasons.append(("reject", 1.2 if of_demand else 0.6))
        if names & {"wrongthing", "wrongdoer"} and token.pos_ in ("NOUN", "PROPN"):
            reasons.append(("allege", 0.85 if "wrongthing" in names else 0.6))
        if "bad" in names:
            reasons.append(("criticize", 0.3 if negated else 0.8))
        if "good" in names:
            reasons.append(("criticize" if negated else "endorse", 0.8))
        for act, weight in reasons:
            yield Finding(act, weight, f"{verb} … {word.base}", token, token)


def _told_at_night(noun: Token) -> bool:
    """ "A ghost story", "fairy stories"."""
    return base(noun) == "story" and any(c.lower_ in ("ghost", "fairy", "bedtime", "spy", "horror", "tall") for c in noun.children)


def words_after(clause: Clause, last: Token) -> list[Word]:
    """What follows a word in the clause's own words and those of its complements."""
    tokens = sorted((t for t in clause.head.subtree if t.i > last.i), key=lambda t: t.i)[:20]
    return [Word(t, (base(t), t.lower_)) for t in tokens if not t.is_punct]
