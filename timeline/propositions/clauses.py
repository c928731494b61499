"""A content's tokens → a label candidate: its main clause without asides, affirmative, cut where a phrase ends."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from timeline.language import has_having, lemma
from timeline.propositions.terms import NEGATIONS, allegations

_LOOSE_ENDS = frozenset({"prep", "cc", "mark", "punct", "det", "poss", "aux", "amod", "nummod", "agent"})
_CUT_BEFORE = frozenset({"prep", "cc", "mark", "advcl", "punct", "relcl", "agent"})
_LABEL_WORDS = 14
_NEAR = 10
"""Words within which a content names the claim that it is about."""


def _said_aside(token: Token, root: Token | None) -> bool:
    """The main verb's negation, days and their prepositions ("on Monday"): a label says the matter without them."""
    if root is not None:
        of_subject = token.head.head == root and token.head.dep_ in {"nsubj", "nsubjpass"}
        if token.lower_ in NEGATIONS and token.dep_ in {"neg", "det", "cc", "preconj"} and (token.head == root or of_subject):
            return True
        if (
            token.lower_ in {"do", "does", "did"}
            and token.dep_ == "aux"
            and token.head == root
            and any(c.dep_ == "neg" for c in root.children)
        ):
            return True
    if token.ent_type_ in {"DATE", "TIME"} or token.lower_ == "ever":
        return True
    objects = [c for c in token.rights if c.dep_ == "pobj"]
    return token.dep_ == "prep" and bool(objects) and all(c.ent_type_ in {"DATE", "TIME"} for c in objects)


def _instead(token: Token) -> str:
    """ "A" for the "no" of "no form was refused", which would be no sentence without it."""
    return "a" if token.lower_ == "no" and token.dep_ == "det" and token.head.tag_ == "NN" and token.head.dep_.startswith("nsubj") else ""


def _phrase(tokens: Sequence[Token], root: Token | None = None) -> str:
    """Tokens as a label: without asides and the negation of `root`, cut where a phrase ends, without loose ends."""
    kept = [t for t in tokens if not t.is_space and (_instead(t) or not _said_aside(t, root))]
    relative = next((n for n, t in enumerate(kept) if n > 3 and t.tag_ in {"WDT", "WP", "WP$"} and t.head.dep_ == "relcl"), len(kept))
    kept = kept[:relative]
    if len(kept) > _LABEL_WORDS:
        cut = _LABEL_WORDS
        while cut > 4 and kept[cut].dep_ not in _CUT_BEFORE:
            cut -= 1
        kept = kept[:cut]
    while kept and (kept[-1].is_punct or kept[-1].dep_ in _LOOSE_ENDS):
        kept.pop()
    while kept and kept[0].is_punct:
        kept.pop(0)
    text = "".join(
        (_instead(t) or t.text) + (" " if t.whitespace_ or (n + 1 < len(kept) and kept[n + 1].i != t.i + 1) else "")
        for n, t in enumerate(kept)
    )
    text = " ".join(text.translate(str.maketrans("", "", '"“”„«»')).split()).strip(" ,;:–—-'‘’")
    text = re.sub(r" (?=[,;])", "", text)  # where something was left out before the comma
    return text[:1].upper() + text[1:]


def is_negated(tokens: Sequence[Token]) -> bool:
    """Whether the main clause itself is negated: "the law doesn't require it", "nobody has proved it"."""
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.pos_ in {"VERB", "AUX"} and (t.head.i not in inside or t.head == t)), None)
    if root is None:
        return False
    subjects = [c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    words = (
        [c for c in root.children if c.dep_ == "neg"]
        + subjects
        + [d for s in subjects for d in s.lefts if d.dep_ in {"det", "neg", "preconj"}]
    )
    return sum(t.lower_ in NEGATIONS for t in words) % 2 == 1


def _infinitive(verb: Token) -> bool:
    """Whether a verb is a plain "to launch …", its "to" the first word of its phrase."""
    return verb.tag_ == "VB" and verb.left_edge.lower_ == "to"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _alleged(tokens: Sequence[Token]) -> list[Token]:
    """The clause of a claim that a content names: "rejected <a claim that it had ignored the warning>"; empty where there is none."""
    inside = {t.i for t in tokens}
    for noun in tokens[:_NEAR]:
        if noun.pos_ != "NOUN" or lemma(noun) not in allegations():
            continue
        for below in noun.rights:
            subject = any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"} for c in below.lefts)
            if below.dep_ in {"acl", "ccomp", "relcl"} and subject and below.i in inside:
                return [t for t in below.subtree if t.i in inside and not (t.dep_ == "mark" and t.head == below)]
    return []


def _with_subject(root: Token, subject: Token, tokens: Sequence[Token]) -> str:
    """A clause from its subject on; "that", "and" and adverbs before it are left out. What is to be done, should be."""
    below = {t.i for t in root.subtree}
    part = [t for t in tokens if t.i in below and t.i >= subject.left_edge.i]
    to = next((c for c in root.lefts if c.tag_ == "TO"), None)
    if to is None and not (root.tag_ == "VB" and not any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "VB" for c in root.lefts)):
        return _phrase(part, root)
    # "called for <the log to be published>", "demanded <that he resign>"
    until = to.i if to is not None else subject.right_edge.i
    who = [t for t in part if t.i <= subject.right_edge.i]
    return f"{_phrase(who)} should {_lowered(_phrase([t for t in part if t.i > until], root))}"


def clause(tokens: Sequence[Token]) -> tuple[str, int]:
    """A label candidate from a content's tokens, and its rank: 3 clause with a named subject, 2 with a pronoun or misread, 1 phrase.

    Only the main clause counts, or that of the claim which the content names. "Iran of supplying drones" (accused of) gives
    "Iran supplying drones".
    """
    if alleged := _alleged(tokens):
        return clause(alleged)
    inside = {t.i for t in tokens}
    for root in (t for t in tokens if t.head.i not in inside or t.head == t):
        if root.pos_ in {"VERB", "AUX"}:
            subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i in inside), None)
            if subject is not None:
                return _with_subject(root, subject, tokens), 3 if subject.pos_ in {"PROPN", "NOUN"} else 2
        if root.pos_ in {"NOUN", "PROPN"}:
            # "Iran on Monday of violating …": the day may have caught the "of".
            doing = next((t for t in tokens if t.dep_ == "pcomp" and t.head.lower_ in {"of", "for"} and _is_gerund(t)), None)
            if doing is not None:
                own = [t for t in tokens if t.i <= root.i and t.i >= root.left_edge.i]
                return f"{_phrase(own)} {_done(_phrase([t for t in tokens if t.i >= doing.left_edge.i]))}", 3
            asked = next((t for t in tokens if t.i > root.i and t.pos_ == "VERB" and t.head.i not in inside and _infinitive(t)), None)
            if asked is not None:  # "urged the Council to look into it"
                who, to_do = [t for t in tokens if t.i < asked.left_edge.i], [t for t in asked.subtree if t.i > asked.left_edge.i]
                return f"{_phrase(who)} should {_lowered(_phrase(to_do))}", 3
            phrase = _phrase([t for t in root.subtree if t.i in inside])
            return phrase, _whole([t for t in root.subtree if t.i in inside]) or int(" " in phrase)
    kept = list(tokens)
    while kept and kept[0].dep_ in {"prep", "mark", "aux"}:
        kept.pop(0)
    return _phrase(kept), _whole(kept) or 1


def _whole(tokens: Sequence[Token]) -> int:
    """2 where a finite verb with its subject stands there, hung on another word by the parse, else 0."""
    return 2 * any(
        t.tag_ in {"VBZ", "VBD", "VBP", "MD"}
        and t.dep_ not in {"relcl", "acl"}
        and any(c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"} for c in (*t.lefts, *t.head.lefts))
        for t in tokens
    )


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" or has_having(verb)


def _done(text: str) -> str:
    """ "Having known" → "had known" behind a subject; other gerunds stay."""
    text = _lowered(text)
    return f"had{text.removeprefix('having')}" if text.startswith("having ") else text
