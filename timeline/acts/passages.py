"""Spans → tokens, and the clauses of a content: predicate, subject, negation, modality and how much each weighs."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from timeline.acts.words import NEGATIONS, Word, kinds_of, words_of
from timeline.language import Paragraph, Parsed, lemma
from timeline.spans import Span

Person = Literal["self", "other", "none"]
FIRST = frozenset({"i", "we", "me", "us", "myself", "ourselves"})
_MODALS = frozenset({"will", "would", "shall", "must", "should", "may", "might", "could", "can", "need", "ought"})
_CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_WEIGHTS = {"advcl": 0.55, "relcl": 0.5, "acl": 0.5, "pcomp": 0.5, "csubj": 0.6, "csubjpass": 0.6, "parataxis": 0.9}
_THOUGHTS = frozenset(
    "think believe feel know say add note suspect hope mean guess convince sure confident clear obvious fact show".split()
)
_OPEN, _CLOSE = frozenset("“‘«"), frozenset("”’»")


class Reader:
    """Finds the tokens of an article's spans quickly."""

    def __init__(self, parsed: Parsed) -> None:
        self.paragraphs = parsed.paragraphs
        self._starts = [paragraph.start for paragraph in parsed.paragraphs]
        self._offsets: dict[int, list[int]] = {}

    def paragraph(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a character of the article."""
        at = bisect_right(self._starts, offset) - 1
        return self.paragraphs[at] if at >= 0 and offset < self.paragraphs[at].end else None

    def tokens(self, spans: Sequence[Span]) -> list[tuple[Paragraph, Token]]:
        """The tokens of the spans with their paragraphs, in the order of the text."""
        found: list[tuple[Paragraph, Token]] = []
        for start, end in sorted(spans):
            at = max(0, bisect_right(self._starts, start) - 1)
            while at < len(self.paragraphs) and self._starts[at] < end:
                paragraph = self.paragraphs[at]
                offsets = self._offsets.setdefault(at, [token.idx for token in paragraph.doc])
                first = max(0, bisect_right(offsets, start - paragraph.start) - 1)
                last = bisect_left(offsets, end - paragraph.start)
                found += [(paragraph, t) for t in paragraph.doc[first:last] if t.idx + len(t) > start - paragraph.start]
                at += 1
        return found


@dataclass(frozen=True, slots=True)
class Speaker:
    """What the text calls the speaker, as far as pronouns in the content can refer to it."""

    pronoun: str = ""
    names: frozenset[str] = frozenset()
    plural: bool = False
    person: bool = False

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Speaker":
        """The speaker of some tokens: "the three ambassadors" is plural, "Nadia Petrov" a person."""
        lowered = [t.lower_ for t in tokens]
        pronoun = next((w for w in lowered if w in ("he", "she", "they", "it", "i", "we")), "") if len(tokens) <= 2 else ""
        heads = [t for t in tokens if t.head not in tokens or t.head is t]
        return cls(
            pronoun,
            frozenset(w for t, w in zip(tokens, lowered, strict=True) if t.pos_ in ("PROPN", "NOUN") for w in [w]),
            any(
                t.tag_ in ("NNS", "NNPS") or t.lower_ in ("many", "some", "both", "they") or any(c.dep_ == "conj" for c in t.children)
                for t in heads
            ),
            any(t.ent_type_ == "PERSON" for t in tokens) or pronoun in ("he", "she"),
        )

    def may_be(self, pronoun: str) -> bool:
        """Whether a third-person pronoun of an indirect content can stand for the speaker."""
        if self.pronoun in ("he", "she", "they", "it"):
            return pronoun == self.pronoun
        if pronoun in ("he", "she"):
            return not self.plural
        if pronoun == "they":
            return self.plural or not self.person
        return pronoun == "it" and not self.person and not self.plural


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate of a content with its own words (those of clauses below it left out)."""

    head: Token
    words: tuple[Word, ...]
    subject: Token | None
    person: Person
    claim: bool
    negated: bool
    modal: str
    conditional: bool
    weight: float
    quoted: bool
    verbs: tuple[Token, ...] = field(default=())

    @property
    def predicate(self) -> str:
        """The dictionary form of the predicate's verb."""
        return lemma(self.head)


def _is_clause(token: Token) -> bool:
    if token.dep_ in _CLAUSE_DEPS:
        return True
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.pos_ in ("VERB", "AUX")


def clauses_of(tokens: Sequence[Token], speaker: Speaker, direct: bool) -> list[Clause]:
    """The clauses of a content (tokens of one paragraph), main ones first in weight."""
    inside = {t.i for t in tokens}
    owners: dict[int, int] = {}

    def owner(token: Token) -> int:
        path: list[int] = []
        while token.i not in owners and not (token.head.i == token.i or token.head.i not in inside or _is_clause(token)):
            path.append(token.i)
            token = token.head
        top = owners.setdefault(token.i, token.i)
        owners.update(dict.fromkeys(path, top))
        return top

    members: dict[int, list[Token]] = {}
    quoted, inside_quote = {}, direct
    for token in tokens:
        if not direct and token.text == '"':
            inside_quote = not inside_quote
        elif token.text in _OPEN and token.text != "‘":
            inside_quote = True
        elif token.text in _CLOSE and token.text != "’":
            inside_quote = direct
        quoted[token.i] = inside_quote
        members.setdefault(owner(token), []).append(token)
    doc = tokens[0].doc
    weights: dict[int, float] = {}
    found = []
    for i in sorted(members, key=lambda i: _depth(doc[i], inside)):
        head = doc[i]
        weight = _weight(head, inside, owners, weights)
        weights[i] = weight
        found.append(_clause(head, members[i], inside, speaker, quoted[i], weight))
    return found


def _depth(token: Token, inside: set[int]) -> int:
    depth = 0
    while token.head.i != token.i and token.head.i in inside:
        token, depth = token.head, depth + 1
    return depth


def _weight(head: Token, inside: set[int], owners: dict[int, int], weights: dict[int, float]) -> float:
    if head.head.i == head.i or head.head.i not in inside:
        return 1.0
    above = weights.get(owners[head.head.i], 1.0)
    if head.dep_ == "ccomp":
        return above * (1.0 if lemma(head.head) in _THOUGHTS or head.head.pos_ in ("ADJ", "AUX") else 0.6)
    if head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in head.children):
        return above * 0.2
    return above * _WEIGHTS.get(head.dep_, 1.0)


def _verbs(head: Token) -> tuple[Token, ...]:
    """The predicate with the infinitives that it governs: "is trying to pressure" → trying, pressure."""
    found, todo = [], [head]
    while todo:
        token = todo.pop(0)
        found.append(token)
        todo += [c for c in token.children if c.dep_ == "xcomp"]
    return tuple(found)


def _clause(head: Token, members: list[Token], inside: set[int], speaker: Speaker, quoted: bool, weight: float) -> Clause:
    subject = _subject(head)
    verbs = _verbs(head)
    auxiliaries = [c for c in head.children if c.dep_ in ("aux", "auxpass", "neg", "advmod", "det", "preconj")]
    negated = any(_negative(c) for c in auxiliaries)
    if not negated and subject is not None:
        negated = subject.lower_ in ("nobody", "nothing", "none") or any(
            c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") for c in subject.children
        )
    if not negated:
        negated = any(_negative(c) for v in verbs[1:] for c in v.children if c.dep_ in ("neg", "advmod")) or _negated_complement(head)
    modal = next((m for c in auxiliaries if (m := words_of([c])[0].forms[0] if words_of([c]) else "") in _MODALS), "")
    conditional = any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether", "lest") for c in head.children)
    return Clause(
        head,
        tuple(words_of(members)),
        subject,
        _person(subject, speaker, quoted),
        _may_be_claim(subject),
        negated,
        modal,
        conditional,
        weight,
        quoted,
        verbs,
    )


def _negative(token: Token) -> bool:
    return token.dep_ == "neg" or token.lower_ in ("never", "hardly", "neither", "nor", "no")


def _negated_complement(head: Token) -> bool:
    """ "There is no threat", "it was no accident": the verb's own complement bears the negation."""
    return any(
        c.dep_ in ("attr", "dobj", "acomp")
        and any(g.lower_ in ("no", "neither") and g.dep_ in ("det", "neg", "advmod") for g in c.children)
        for c in head.children
    )


def _subject(head: Token) -> Token | None:
    token = head
    for _ in range(6):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                if child.lower_ in ("who", "that", "which") and token.dep_ == "relcl":
                    return token.head
                return child
        if token.dep_ == "acl":
            return token.head
        if token.dep_ in ("conj", "xcomp") and token.head.i != token.i:
            token = token.head
            continue
        return None
    return None


def _person(subject: Token | None, speaker: Speaker, quoted: bool) -> Person:
    if subject is None:
        return "none"
    word = subject.lower_
    if word in FIRST:
        return "self"
    if any(c.dep_ == "poss" and c.lower_ in ("my", "our") for c in subject.children):
        return "self"
    if not quoted:
        if word in ("he", "she", "they", "it") and speaker.may_be(word):
            return "self"
        if any(c.dep_ == "poss" and c.lower_ in ("his", "her", "its", "their") for c in subject.children) and "self_noun" in kinds_of(
            words_of([subject])[0]
        ):
            return "self"
        if subject.pos_ in ("PROPN", "NOUN") and word in speaker.names:
            return "self"
    return "other"


def _may_be_claim(subject: Token | None) -> bool:
    if subject is None:
        return False
    if subject.lower_ in ("it", "this", "that", "these", "those", "all", "none", "part", "much", "some", "most"):
        return True
    return subject.pos_ != "PRON" and any("claim" in kinds_of(w) for w in words_of([subject]))


def is_negation(word: Word) -> bool:
    """Whether a word negates: "no", "never", "without"."""
    return word.forms[0] in NEGATIONS
