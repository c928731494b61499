"""Parsed, Attributions → Propositions: what each content says, reduced to weighted words, names and a clause fit for a label."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from timeline.attribution import Attribution
from timeline.blocks import BlockKind
from timeline.language import Paragraph, Parsed, lemma
from timeline.lexicon import entries
from timeline.spans import Span

_CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "neither", "nor", "none", "nothing", "nobody", "without"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a content says, kept without the parse so that a dossier of many articles stays small.

    `terms` are the content's words (dictionary form, synonyms under one head word) with the weight that they carry in this
    article, `cue_terms` and `around` those of the cue and of the rest of the sentence;
    `names` and `nouns` are the proper and common nouns among them. `anaphor` is the noun or pronoun by which the
    content points back ("allegation", "it"), empty where it stands for itself. `clause` is a label candidate ("Iran supplied drones
    to Russia"), `clause_rank` how good a one (0 = none, 3 = a finite clause with a named subject).
    """

    terms: tuple[tuple[str, float], ...] = ()
    cue_terms: tuple[tuple[str, float], ...] = ()
    around: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    anaphor: str = ""
    negations: int = 0
    clause: str = ""
    clause_rank: int = 0
    sentence: int = 0
    paragraph: int = 0
    kind: BlockKind = "body"
    words: int = 0


@cache
def _synonyms() -> dict[str, str]:
    """Word → the head word that stands for it; capitals and adjectives of countries stand for the country."""
    found = {row["word"]: row["head"] for row in entries("synonyms")}
    for row in entries("countries"):
        for column in ("name", "adjectives", "capitals", "aliases"):
            for name in row[column].split("|"):
                if name and " " not in name:
                    found.setdefault(name.lower(), row["name"].lower())
    return found


@cache
def _stop_terms() -> frozenset[str]:
    return frozenset(row["word"] for row in entries("claims_stop"))


def term(token: Token) -> str:
    """The token's dictionary form under the head word of its synonyms ("deliver" → "supply"); empty for words that carry no matter."""
    if token.pos_ not in _CONTENT_POS or token.is_stop or token.is_punct:
        return ""
    word = lemma(token)
    word = _synonyms().get(word, word)
    return "" if word in _stop_terms() or not any(c.isalnum() for c in word) else word


def _tokens(parsed: Parsed, spans: Iterable[Span]) -> list[tuple[Token, Paragraph]]:
    found = []
    for start, end in spans:
        for paragraph in parsed.paragraphs:
            if paragraph.start < end and start < paragraph.end:
                span = paragraph.doc.char_span(
                    max(start - paragraph.start, 0), min(end - paragraph.start, len(paragraph.doc.text)), alignment_mode="expand"
                )
                found += [(token, paragraph) for token in span or ()]
    return found


def _anaphor(tokens: Sequence[Token]) -> str:
    """The word by which a short content points back: "these allegations" → "allegation", "it" → "it", "that argument" → "argument"."""
    words = [t for t in tokens if (not t.is_punct and not t.is_space and t.lower_ != "that") or t.i == tokens[-1].i]
    if not words:
        return ""
    pointers = {row["word"]: row for row in entries("anaphora")}
    first = words[0]
    if first.lower_ in {"it", "this", "that", "they", "them", "so", "as"} and len(words) <= 3:
        return first.lower_
    for token in words[:6]:
        if token.pos_ == "NOUN" and (word := lemma(token)) in pointers:
            pointing = any(
                c.lower_ in {"the", "this", "that", "these", "those", "such", "any", "all", "its", "his", "her", "their"}
                for c in token.lefts
            )
            complement = any(c.dep_ in {"acl", "relcl"} for c in token.rights) or any(c.lower_ in {"that", "of"} for c in token.rights)
            return word if pointing and not complement else ""
    return ""


def _trimmed(tokens: Sequence[Token], limit: int) -> list[Token]:
    """The first tokens up to the limit, cut where a phrase ends, without stray punctuation at either end."""
    kept = list(tokens)
    if len(kept) > limit:
        cut = limit
        while cut > 4 and kept[cut].dep_ not in {"prep", "cc", "mark", "advcl", "punct", "relcl", "agent"}:
            cut -= 1
        kept = kept[:cut]
    loose = {"prep", "cc", "mark", "punct", "det", "poss", "aux"}
    while kept and (kept[-1].is_punct or kept[-1].is_space or kept[-1].dep_ in loose):
        kept.pop()
    while kept and (kept[0].is_punct or kept[0].is_space):
        kept.pop(0)
    return kept


def _joined(tokens: Sequence[Token]) -> str:
    text = "".join(token.text_with_ws if token.whitespace_ or n + 1 < len(tokens) else token.text for n, token in enumerate(tokens))
    text = " ".join(text.translate(str.maketrans("", "", '"“”„«»')).split()).strip(" ,;:–—-'‘’")
    return text[:1].upper() + text[1:]


def _clause(tokens: Sequence[Token]) -> tuple[str, int]:
    """A label candidate from a content's tokens, and its rank: 3 clause with a named subject, 2 clause, 1 phrase."""
    inside = {(t.doc, t.i) for t in tokens}
    if not tokens:
        return "", 0
    for verb in tokens:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        subjects = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"} and (c.doc, c.i) in inside]
        if not subjects:
            continue
        subject = subjects[0]
        end = max((t.i for t in verb.subtree), default=verb.i)
        part = [t for t in tokens if t.doc is verb.doc and subject.left_edge.i <= t.i <= end and t.lower_ not in _NEGATIONS]
        label = _joined(_trimmed(part, 14))
        named = subject.pos_ in {"PROPN", "NOUN"}
        return (label, 3 if named else 2) if label else ("", 0)
    kept = [t for t in tokens if t.lower_ not in _NEGATIONS]
    while (
        kept and kept[0].lower_ in {"for", "against", "to", "that", "of", "about", "on", "over"} and kept[0].dep_ in {"prep", "mark", "aux"}
    ):
        kept.pop(0)
    return _joined(_trimmed(kept, 12)), 1


def _weighted(words: Iterable[str], weights: dict[str, float]) -> tuple[tuple[str, float], ...]:
    counts = Counter(word for word in words if word)
    return tuple((word, (1 + math.log(n)) * weights.get(word, 1.0)) for word, n in counts.items())


def _sentences(parsed: Parsed) -> Iterator[tuple[Paragraph, list[Token]]]:
    for paragraph in parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            yield paragraph, list(sentence)


def find_propositions(parsed: Parsed, attributions: Sequence[Attribution]) -> list[Proposition]:
    """For each attribution what its content says."""
    sentences = list(_sentences(parsed))
    frequency = Counter(word for _, tokens in sentences for word in {term(t) for t in tokens} if word)
    weights = {word: math.log((len(sentences) + 1) / (n + 0.5)) for word, n in frequency.items()}
    index = {(paragraph.index, token.i): n for n, (paragraph, tokens) in enumerate(sentences) for token in tokens}
    found = []
    for attribution in attributions:
        content = _tokens(parsed, attribution.content_spans)
        cue = _tokens(parsed, attribution.cue_spans)
        if not content and not cue:
            found.append(Proposition())
            continue
        first, paragraph = (content or cue)[0]
        sentence = index.get((paragraph.index, first.i), 0)
        taken = {(p.index, t.i) for t, p in (*content, *cue)}
        around = [t for t in sentences[sentence][1] if (paragraph.index, t.i) not in taken]
        tokens = [t for t, _ in content]
        clause, rank = _clause(tokens)
        found.append(
            Proposition(
                terms=_weighted((term(t) for t in tokens), weights),
                cue_terms=_weighted((term(t) for t, _ in cue), weights),
                around=_weighted((term(t) for t in around), weights),
                names=tuple(dict.fromkeys(term(t) for t in tokens if t.pos_ == "PROPN" and term(t))),
                nouns=tuple(dict.fromkeys(term(t) for t in tokens if t.pos_ == "NOUN" and term(t))),
                anaphor=_anaphor(tokens) if tokens else "",
                negations=sum(t.lower_ in _NEGATIONS for t in tokens),
                clause=clause,
                clause_rank=rank,
                sentence=sentence,
                paragraph=paragraph.index,
                kind=paragraph.kind,
                words=len(tokens),
            )
        )
    return found
