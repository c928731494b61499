"""A content's tokens → a label candidate: its main clause without asides, affirmative, cut where a phrase ends."""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.propositions.terms import NEGATIONS

_LOOSE_ENDS = frozenset({"prep", "cc", "mark", "punct", "det", "poss", "aux", "amod", "nummod", "agent"})
_CUT_BEFORE = frozenset({"prep", "cc", "mark", "advcl", "punct", "relcl", "agent"})
_LABEL_WORDS = 14


def _said_aside(token: Token) -> bool:
    """Negations, days and their prepositions ("on Monday"): a label says the matter without them."""
    if token.lower_ in NEGATIONS and token.dep_ in {"neg", "det", "cc", "preconj"}:
        return True
    if token.lower_ in {"do", "does", "did"} and token.dep_ == "aux" and any(c.dep_ == "neg" for c in token.head.children):
        return True
    if token.ent_type_ in {"DATE", "TIME"}:
        return True
    objects = [c for c in token.rights if c.dep_ == "pobj"]
    return token.dep_ == "prep" and bool(objects) and all(c.ent_type_ in {"DATE", "TIME"} for c in objects)


def _phrase(tokens: Sequence[Token]) -> str:
    """Tokens as a label: without asides, cut where a phrase ends, without loose ends."""
    kept = [t for t in tokens if not _said_aside(t) and not t.is_space]
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
    text = "".join(t.text + (" " if t.whitespace_ or (n + 1 < len(kept) and kept[n + 1].i != t.i + 1) else "") for n, t in enumerate(kept))
    text = " ".join(text.translate(str.maketrans("", "", '"“”„«»')).split()).strip(" ,;:–—-'‘’")
    return text[:1].upper() + text[1:]


def is_negated(tokens: Sequence[Token]) -> bool:
    """Whether the main clause itself is negated: "the law doesn't require it", "nobody has proved it"."""
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.pos_ in {"VERB", "AUX"} and (t.head.i not in inside or t.head is t)), None)
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


def clause(tokens: Sequence[Token]) -> tuple[str, int]:
    """A label candidate from a content's tokens, and its rank: 3 clause with a named subject, 2 with a pronoun, 1 phrase.

    Only the main clause counts. "Iran of supplying drones" (accused of) gives "Iran supplying drones".
    """
    inside = {t.i for t in tokens}
    for root in (t for t in tokens if t.head.i not in inside or t.head is t):
        if root.pos_ in {"VERB", "AUX"}:
            subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i in inside), None)
            if subject is not None:
                # A clause starts with its subject; "that", "and" and adverbs before it are left out.
                part = [t for t in tokens if t.i in {x.i for x in root.subtree} and t.i >= subject.left_edge.i]
                return _phrase(part), 3 if subject.pos_ in {"PROPN", "NOUN"} else 2
        if root.pos_ in {"NOUN", "PROPN"}:
            # "Iran on Monday of violating …": the day may have caught the "of".
            doing = next((t for t in tokens if t.dep_ == "pcomp" and t.tag_ == "VBG" and t.head.lower_ in {"of", "for"}), None)
            if doing is not None:
                own = [t for t in tokens if t.i <= root.i and t.i >= root.left_edge.i]
                return _phrase([*own, *(t for t in doing.subtree if t.i in inside)]), 3
            asked = next((t for t in tokens if t.i > root.i and t.pos_ == "VERB" and t.head.i not in inside and _infinitive(t)), None)
            if asked is not None:  # "urged the Council to look into it"
                who, to_do = [t for t in tokens if t.i < asked.left_edge.i], [t for t in asked.subtree if t.i > asked.left_edge.i]
                return f"{_phrase(who)} should {_lowered(_phrase(to_do))}", 3
            phrase = _phrase([t for t in root.subtree if t.i in inside])
            return phrase, int(" " in phrase)
    kept = list(tokens)
    while kept and kept[0].dep_ in {"prep", "mark", "aux"}:
        kept.pop(0)
    return _phrase(kept), 1
