"""The cue lexicon at work: which entry a cue matches, whether its complement fits, whether it is negated."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.acts.words import NEGATIONS, Phrase, Word, base, cues, kinds_of, matches

_EVALUATIVE = frozenset({"false", "false_of_claim", "illegal", "bad", "good", "wrongdoer", "wrongthing"})
_NEGATING_VERBS = frozenset({"avoid", "refuse", "decline", "stop", "fail"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_DEPENDENT = frozenset({"relcl", "advcl", "acl"})
_GOVERNED = 2.5
_REACH = 10
_BEHIND_AS = 10
_SPOKEN_OF = frozenset({"claim", "allegation", "demand", "appeal"})
_GAP = 8


@dataclass(frozen=True, slots=True)
class CueMatch:
    """The entry, its first and last word, the words after it, and whether it is negated ("did not deny")."""

    phrase: Phrase
    first: Word
    last: Word
    after: tuple[Word, ...]
    negated: bool


def match_cue(cue: Sequence[Word], content: Sequence[Word]) -> CueMatch | None:
    """The best entry that begins in the cue; it may end in the content ("declined | to comment"). None if there is none.

    More words are better than fewer, then a firmer act, then one that asks for a complement, then the later one.
    """
    row = [*cue, *content[:_REACH]]
    best, best_score = None, 0.0
    for at in range(len(cue)):
        noun = cue[at].token.pos_ == "NOUN" and "verb_only" in kinds_of(cue[at])
        adverb = cue[at].token.pos_ in ("ADV", "ADP", "PART", "SCONJ") and cue[at].base not in NEGATIONS
        for phrase, end in matches(row, at, cues(), _GAP):
            if noun and phrase.length == 1:
                continue
            if adverb and phrase.length == 1 and not cue[at].token.lower_.endswith("ly"):
                continue
            after = tuple(cue[end:]) + tuple(content) if end < len(cue) else tuple(content[end - len(cue) :])
            score = phrase.length + phrase.weight + (0.5 if phrase.condition else 0.0)
            if phrase.condition == "infinitive":
                fits = _told_to(row[at].token, row[end - 1].token)
            else:
                fits = complement_fits(after, phrase.condition)
            score -= _GOVERNED * _governed(row[at].token, cue[:at])
            if score >= best_score and fits:
                negated = phrase.pattern[0].isdisjoint(NEGATIONS) and (_negated(cue, at) or _negated_outside(row[at].token, cue))
                best, best_score = CueMatch(phrase, row[at], row[end - 1], after, negated), score
    return best


def _governed(token: Token, before: Sequence[Word]) -> bool:
    """Whether the word is the object of a verb of the cue that has an act of its own: the "calls" in "rejected calls for"."""
    above = {token.head.i, token.head.head.i}
    return token.dep_ in ("dobj", "pobj") and any(
        w.token.i in above and any(p.length == 1 and p.weight > 1 for form in w.forms for p in cues().get(form, ())) for w in before
    )


def _told_to(verb: Token, to: Token) -> bool:
    """Whether an infinitive is somebody else's task: "told the agency to act", "wants it to go"; not "wants to go"."""
    task = to.head
    if verb.i not in (task.head.i, task.head.head.i):
        return False
    if task.head.i != verb.i and any(c.dep_ == "mark" for c in task.head.children):
        return False  # "told them that they had been asked not to go"
    subjects = [c for t in (verb, task) for c in t.children if c.dep_ in ("dobj", "dative", "nsubj", "nsubjpass")]
    return any(verb.i < c.i < task.i for c in subjects) or any(c.dep_ == "nsubjpass" for c in verb.children)


def _negated(cue: Sequence[Word], at: int) -> bool:
    before = cue[max(0, at - 4) : at]
    return any(w.base in NEGATIONS or w.base in _NEGATING_VERBS for w in before) and not any(w.base == "only" for w in before)


def _negated_outside(verb: Token, cue: Sequence[Word]) -> bool:
    """Whether the verb has a negation that the cue's span leaves out: the "no" of "no | longer denies"."""
    inside = {w.token.i for w in cue}
    if verb.dep_ == "conj" and verb.head.dep_ == "xcomp" and base(verb.head.head) in _NEGATING_VERBS:
        return True  # "declined to confirm or deny"
    before = [t for c in verb.children if c.dep_ in ("neg", "advmod") for t in (c, *c.children) if t.i < verb.i]
    if verb.pos_ != "VERB" or any(t.lower_ in ("only", "just", "merely", "simply") for t in before):
        return False
    return any(t.i not in inside and (t.dep_ == "neg" or t.lower_ in ("no", "never")) for t in before)


def complement_fits(words: Sequence[Word], condition: str) -> bool:
    """Whether what follows a cue is what its entry asks for (see acts_cues.csv)."""
    if not condition:
        return True
    if condition == "evaluation":
        return any(not kinds_of(w).isdisjoint(_EVALUATIVE) for w in words)
    if (
        condition in ("claim", "demand")
        and len(words) > 1
        and words[0].base in ("that", "this", "these", "those")
        and condition in kinds_of(words[1])
    ):
        return True
    if condition == "illegal":
        return any("illegal" in kinds_of(w) for w in words)
    if (
        words
        and words[0].base in ("that", "whether", "how", "why", "what")
        and words[0].token.dep_ in ("mark", "advmod", "nsubj", "dobj", "attr")
    ):
        return condition == "clause"
    if condition in ("claim", "allegation", "demand", "appeal"):
        return any(condition in kinds_of(w) for w in object_heads(words))
    inside = {w.token.i for w in words}
    clausal = any(w.base in ("that", "to", "whether", "how", "why") for w in words[:2]) or any(
        w.token.dep_ in ("nsubj", "nsubjpass") and w.token.head.i > w.token.i and w.token.head.i in inside for w in words[:8]
    )
    clausal = clausal or any(
        w.token.tag_ in _FINITE and w.token.dep_ not in _DEPENDENT and w.token.head.dep_ not in _DEPENDENT for w in words[:10]
    )
    return clausal if condition == "clause" else bool(words) and not clausal


def object_heads(words: Sequence[Word]) -> list[Word]:
    """The nouns that head the first noun phrase: "a media request to make it public" → request; "these and other claims" → claims;
    that behind "as propaganda" in "dismissed as propaganda claims that …"."""
    if words and words[0].base == "as":
        return [w for w in words[2:_BEHIND_AS] if not kinds_of(w).isdisjoint(_SPOKEN_OF)][:1]
    heads: list[Word] = []
    for word in words[:16]:
        token = word.token
        if token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "VERB" and token.dep_ in ("dobj", "pobj")):
            claims = token.tag_ == "NNS" and "claim" in kinds_of(word)  # "calls drone *claims* disinformation": no compound
            if token.dep_ in ("compound", "nmod", "poss", "npadvmod", "amod") and not claims:
                continue
            if (
                heads
                and token.dep_ not in ("conj", "appos")
                and not (token.dep_ == "pobj" and heads[-1].base in ("series", "number", "set", "kind", "host"))
            ):
                break
            if (
                not heads
                and token.dep_ in ("nsubj", "nsubjpass")
                and token.head.i > token.i
                and any(w.token.i == token.head.i for w in words)
            ):
                return []
            heads.append(word)
        elif (heads and token.pos_ in ("VERB", "AUX", "SCONJ")) or (
            not heads and token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG") and token.dep_ != "compound"
        ):
            break
    return heads
