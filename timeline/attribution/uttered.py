"""Relations → whether anything was said: thoughts, plans, hypotheticals and negated sayings are no statements."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from timeline.attribution.speakers import is_inserted_question
from timeline.attribution.strengths import spoken
from timeline.language import has_having, lemma
from timeline.lexicon import entries

_UNREAL = {"would", "could", "might", "may", "should", "must", "can", "shall", "ca", "'d", "’d"}
# "went on to say", "continued to insist", "took to Twitter to say": the saying took place.
_REALIZING = {
    "go", "continue", "come", "proceed", "take", "return", "begin", "start", "appear", "write", "use", "speak", "say", "call", "hear",
    "see",
}  # fmt: skip
# "was able to tout", "was quick to point out": so too
_ABLE = {"able", "quick", "swift", "careful", "forced", "obliged", "compelled"}
# "avoided condemning", "denied saying": it did not, or says so
_AVOIDING = {"deny", "avoid", "refuse", "decline", "stop", "dodge", "resist", "forgo", "skip", "consider", "without"}
# "expressed concern about", "voiced doubts": what is felt is said
_VOICING = {"express", "voice", "raise", "air", "state", "convey", "declare", "share"}
# "over claims that he ordered it": whether he did is what is disputed
_CLAIMS = {"claim", "allegation", "accusation", "charge", "suspicion", "suggestion", "rumour", "rumor", "speculation", "insinuation"}
_CLAUSAL = {"noun bare clause", "noun bare infinitive", "noun bare wh"}
_INSTEAD = {"without", "against"}
_SHORT = {"short", "instead", "far"}
_NAMED = {"name", "identify", "quote"}
_SURE = 0.42
_NOBODY = {"nobody", "none", "neither", "nothing", "no", "few"}


def _is_alleged(verb: Token) -> bool:
    """Whether others only claim that it was said: "over claims that he ordered them to leave"."""
    noun = verb.head
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)
    return that and verb.dep_ in {"acl", "ccomp", "relcl"} and noun.pos_ == "NOUN" and lemma(noun) in _CLAIMS


def _is_left_out(name: str, complement: str, head: Token) -> bool:
    """What was not said after all: "stopped short of calling for it", "made no mention of it"; and that one won't be named."""
    if head.tag_ == "VBG" and head.dep_ == "pcomp":
        before = head.head
        return before.lower_ in _INSTEAD or (before.lower_ == "of" and head.doc[before.i - 1].lower_ in _SHORT)
    if complement.startswith("noun made"):
        noun = head if head.pos_ == "NOUN" else next((c for c in head.rights if c.dep_ == "dobj"), head)
        return any(c.dep_ == "det" and c.lower_ == "no" for c in noun.lefts)
    asked = next((c for c in head.rights if c.dep_ == "xcomp"), None)
    anonymous = asked is not None and lemma(asked) in _NAMED and any(c.dep_ == "neg" for c in asked.lefts)
    return name in {"ask", "request", "insist"} and anonymous


def _is_question(verb: Token) -> bool:
    """Whether it is asked whether anything was said: "Did he promise it?", "Why has she never denied it?"."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    before = subject is not None and any(child.dep_ in {"aux", "auxpass"} and child.i < subject.i for child in verb.lefts)
    return before and verb.dep_ == "ROOT" and any(child.text == "?" for child in verb.rights)


@cache
def _silent() -> frozenset[str]:
    return frozenset(row["lemma"] for row in entries("cues_silent"))


def is_uttered(name: str, complement: str, head: Token | None, speaker: Iterable[Token] = (), confidence: float = 1.0) -> bool:
    """Whether a cue reports an utterance: no thought, not negated, not hypothetical, not only intended.

    An unsure cue must be one of the words entered by hand: "blocked the bill" is rather conduct than saying.
    """
    speaker = tuple(speaker)
    if confidence < _SURE and name not in spoken():
        return False
    if complement.startswith("noun bare") and complement not in _CLAUSAL and not speaker:
        return False  # "a dispute about powers" tells that there is one, not what anybody said
    text = name in {"read", "conclude"} and complement in {"quote", "clause"}  # "the sign reads: …", "the report concludes that …"
    voiced = head is not None and head.dep_ == "dobj" and complement.startswith("noun made") and lemma(head.head) in _VOICING
    if not (text or voiced) and (name in _silent() or name.split(" ", maxsplit=1)[0] in _silent()):
        return False
    if head is None:
        return True
    if _is_alleged(head) or is_inserted_question(head) or _is_left_out(name, complement, head):
        return False
    if name.startswith("not "):
        return True  # "would not say"
    children = list(head.children)
    if _is_question(head) or (name in {"ask", "press"} and head.dep_ in {"advcl", "acl"} and (head.tag_ == "VBN" or not speaker)):
        return False  # "Asked whether she would go, she said …": the reporter's question
    # Not of what she said: "“Absolutely not,” she replied"
    children = [c for c in children if not any(t.is_quote for t in head.doc[c.i : head.i])]
    if any(child.dep_ == "neg" or child.lower_ in {"never", "hardly"} for child in children):
        return False
    auxiliaries = {child.lower_ for child in children if child.dep_ == "aux"}
    if auxiliaries & _UNREAL or any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in children):
        return False
    if next((token.lower_ for token in speaker), "") in _NOBODY:
        return False
    if (head.tag_ == "VBG" or has_having(head)) and head.dep_ in {"xcomp", "pcomp", "dobj", "ccomp"} and lemma(head.head) in _AVOIDING:
        return False
    if head.dep_ == "xcomp" and head.head.lower_ in _ABLE and not any(c.dep_ == "neg" for c in head.head.head.children):
        return True
    if "to" in auxiliaries:
        return head.dep_ not in {"xcomp", "acl", "advcl", "ccomp"} or (head.dep_ == "xcomp" and lemma(head.head) in _REALIZING)
    return True
