"""Praise and blame in the words of a content."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.acts.clauses import Clause
from timeline.acts.findings import Finding
from timeline.acts.labels import ActLabel
from timeline.acts.subjects import stands_for_a_clause
from timeline.acts.words import base, kinds_of, kinds_of_token

_CALAMITIES = frozenset({"recession", "depression", "war", "danger", "risk", "loss", "harm", "famine", "crisis", "threat"})
_OWED = frozenset({"share", "stock", "bid", "debt", "note", "bond", "loan", "balance", "warrant", "payment", "bill"})


def evaluation(clause: Clause) -> Iterator[Finding]:
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
        priced = base(clause.head) == "cost" and any(t.ent_type_ == "MONEY" or t.like_num for t in clause.head.subtree)
        suffered = base(clause.head) in ("hurt", "threaten") and any(
            c.dep_ == "auxpass" for c in clause.head.children
        )  # "earnings were hurt by the strike"
        real = not clause.negated and not priced and not suffered and clause.modal not in ("may", "might", "could")
        return "criticize" if "bad_verb" in names and real else None
    if "good_verb" in names and clause.modal not in ("will", "shall", "would"):
        return "criticize" if clause.negated else "endorse"
    return "criticize" if "blame_verb" in names and not clause.negated else None


def _evaluating_word(clause: Clause, token: Token, names: frozenset[str]) -> ActLabel | None:
    """What an adjective, noun or participle does; feelings count only where they are the speaker's."""
    head = token.i == clause.head.i
    participle = token.tag_ in ("VBN", "VBG") and (head or token.dep_ in ("acomp", "amod", "attr", "oprd", "ROOT", "conj"))
    below = {c.dep_ for c in token.children}
    deed = token.tag_ == "VBN" and head and "aux" in below and "auxpass" not in below  # "the news had broken" calls nothing broken
    if token.pos_ not in ("ADJ", "NOUN", "ADV", "INTJ") and (deed or not participle):
        return None
    if token.lower_ in ("sick", "ill") and token.dep_ == "acomp" and not any(c.lower_ == "of" for c in token.children):
        return None
    if _otherwise(token):
        return None
    good = "good" in names
    too = any(c.lower_ == "too" for c in token.children)
    if too and token.pos_ in ("ADJ", "ADV") and not clause.negated and token.lower_ not in ("early", "soon", "close", "late"):
        return "criticize"
    if "feeling" in names:
        impersonal = clause.subject is not None and stands_for_a_clause(clause.subject)
        own = (clause.person == "self" or impersonal) and (head or token.dep_ in ("acomp", "ROOT", "conj", "attr"))
        if not own or token.tag_ == "JJR" or (clause.negated and not good):
            return None
        return "endorse" if good and not clause.negated else "criticize"
    if "bad" in names:
        return "criticize"
    comparative = token.tag_ == "JJR" and token.lower_ != "better"
    if not good or token.pos_ == "ADV" or comparative or (token.pos_ == "NOUN" and "good_adjective" in names):
        return None
    return "criticize" if clause.negated else "endorse"


def _otherwise(token: Token) -> bool:
    """Another sense of the word: "the far-right party", "shares outstanding"."""
    if token.lower_ == "right":
        return token.i > 0 and token.nbor(-1).lower_ in ("-", "far", "alt")
    if token.lower_ in ("great", "good") and token.dep_ in ("amod", "compound") and token.head.lower_ in _CALAMITIES:
        return True  # "the Great Recession", "a great danger"
    return token.lower_ == "outstanding" and (token.head.i < token.i or token.head.lemma_ in _OWED)


def _strength(token: Token, subject: set[int], clause: Clause, bad: bool) -> float:
    predicative = token.dep_ in ("acomp", "attr", "ROOT", "oprd", "dobj", "conj", "ccomp") or token.i == clause.head.i
    attributive = token.dep_ == "amod" and token.head.dep_ in ("attr", "ROOT", "oprd", "dobj")
    manner = token.pos_ == "ADV" and token.dep_ == "advmod" and token.head.i == clause.head.i  # "treated them unfairly"
    strength = 0.85 if predicative else 0.7 if attributive or manner else 0.5
    if token.i in subject:
        strength *= 0.5
    # "I admire him" is no judgement of oneself; "I like working", "I agree that he failed", "what I like" judge nobody.
    own_verb = token.pos_ == "VERB" and token.i == clause.head.i and not clause.modal
    own_verb = own_verb and (clause.negated or any(c.dep_ == "dobj" for c in token.children))
    if clause.person == "self" and not own_verb and not (bad and clause.predicate != "be") and "feeling" not in kinds_of_token(token):
        strength *= 0.5
    superlative = any(c.lower_ in ("so", "such", "more", "this", "as") for c in token.children)  # "never seen anything so bad"
    return strength * (0.35 if clause.negated and bad and not superlative else 1.0)
