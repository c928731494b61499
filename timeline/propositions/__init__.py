"""Parsed, Attributions → Propositions: what each content says, reduced to weighted words, names and a clause fit for a label."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.attribution import Attribution
from timeline.language import Paragraph, Parsed
from timeline.propositions.clauses import clause, is_negated
from timeline.propositions.terms import NEGATIONS, kinds, term
from timeline.propositions.things import anaphor, key_thing, meant_thing
from timeline.spans import Span

__all__ = ["Proposition", "find_propositions", "kinds", "term"]

_AROUND = 60
"""Words before and behind a content that can belong to its sentence; texts without full stops have endless ones."""

_LONGEST = 200
"""Words of a content that are read; a longer one has said by then what it is about."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a content says, kept without the parse so that a dossier of many articles stays small.

    `terms` are the content's words (dictionary form, synonyms under one head word) with the weight that they carry in this
    article, `cue_terms` and `around` those of the cue and of the rest of the sentence; `names` and `nouns` are the proper and common
    nouns among them, `key` is the thing that the main clause is about ("drone", "probe"). `anaphor` is the noun or pronoun by which
    the content points back ("allegation", "it"), empty where it stands for itself. `negations` counts the negating words, `negated`
    says whether the main clause is negated. `clause` is a label candidate ("Iran supplied drones to Russia"), `clause_rank` how good
    a one (0 = none, 3 = a finite clause with a named subject). `sentence` is the sentence's number in the article.
    """

    terms: tuple[tuple[str, float], ...] = ()
    cue_terms: tuple[tuple[str, float], ...] = ()
    around: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    key: str = ""
    anaphor: str = ""
    negations: int = 0
    negated: bool = False
    clause: str = ""
    clause_rank: int = 0
    sentence: int = 0


def _tokens(parsed: Parsed, spans: Iterable[Span]) -> list[tuple[Token, Paragraph]]:
    found = []
    for start, end in spans:
        for paragraph in parsed.paragraphs_in((start, end)):
            first, last = max(start, paragraph.start) - paragraph.start, min(end, paragraph.end) - paragraph.start
            span = paragraph.doc.char_span(first, last, alignment_mode="expand")
            found += [(token, paragraph) for token in span or ()]
    return found


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
        near = range(first.i - _AROUND, content[-1][0].i + _AROUND if content else first.i + _AROUND)
        around = [t for t in sentences[sentence][1] if t.i in near and (paragraph.index, t.i) not in taken]
        tokens = [t for t, _ in content[:_LONGEST]]
        pointer = anaphor(tokens) if tokens else ""
        key = "" if pointer else key_thing(tokens)
        meant = meant_thing(sentences, sentence, tokens) if kinds().get(key) is None else ""
        label, rank = clause(tokens)
        found.append(
            Proposition(
                terms=_weighted((*(term(t) for t in tokens), meant), weights),
                cue_terms=_weighted((term(t) for t, _ in cue), weights),
                around=_weighted((term(t) for t in around), weights),
                names=tuple(dict.fromkeys(term(t) for t in tokens if t.pos_ == "PROPN" and term(t))),
                nouns=tuple(dict.fromkeys(word for word in (*(term(t) for t in tokens if t.pos_ == "NOUN"), meant) if word)),
                key=meant or key,
                anaphor=pointer,
                negated=is_negated(tokens),
                negations=sum(t.lower_ in NEGATIONS for t in tokens),
                clause=label,
                clause_rank=rank,
                sentence=sentence,
            )
        )
    return found
