"""Cue and content → one act."""

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Token

from timeline.acts.content import Finding, complement_fits, findings
from timeline.acts.labels import TIE_ORDER, Act, ActLabel, DenialKind
from timeline.acts.passages import Clause, Speaker, clauses_of, is_negation
from timeline.acts.words import Phrase, Word, cues, kinds_of, match_end, words_of
from timeline.language import Paragraph
from timeline.spans import Span

Located = tuple[Paragraph, Token]


def choose(cue: Sequence[Located], content: Sequence[Located], speaker: Speaker, direct: bool, head: int) -> Act:
    """The act of one attribution from its cue's and content's tokens; `head` is the offset of the cue's main word."""
    clauses = [c for group in _by_paragraph(content) for c in clauses_of(group, speaker, direct)]
    cue_words, rest = words_of([t for _, t in cue]), _following(cue, content)
    entry, at, end = _cue_entry(cue_words, rest)
    where = _locator(cue, content)
    if entry is not None:
        span = where(cue_words[at].token, (cue_words + rest)[end - 1].token) if at < len(cue_words) else None
        negated = _cue_negated(cue_words, at)
        if negated:
            return _negated_cue(entry, span)
        if entry.act is None:
            return _evaluate(entry, cue_words, rest, clauses, content, where, span)
        if entry.fixed:
            return _act(entry.act, entry.text, span, _denial_kind(entry.act, entry.denial, clauses, rest), 0.9)
    return _weigh(entry, (entry and span) or None, clauses, where, rest)


def _by_paragraph(content: Sequence[Located]) -> list[list[Token]]:
    return [[t for _, t in group] for _, group in groupby(content, key=lambda pair: pair[0].index)]


def _following(cue: Sequence[Located], content: Sequence[Located]) -> list[Word]:
    """The content's first words, which may complete a cue: "declined | to comment"."""
    return words_of([t for _, t in content[:40]])


def _cue_entry(cue_words: list[Word], rest: list[Word]) -> tuple[Phrase | None, int, int]:
    """The longest entry of the cue lexicon that begins in the cue; it may end in the content."""
    row = cue_words + rest[:8]
    best: tuple[Phrase | None, int, int] = (None, 0, 0)
    best_score = 0.0
    for at in range(len(cue_words)):
        forms = cue_words[at].forms
        candidates = [p for form in forms for p in cues().get(form, ())]
        if forms[0] in ("never",):
            candidates += cues().get("not", ())
        for phrase in candidates:
            end = match_end(row, at, phrase, 5)
            if end is None:
                continue
            after = (
                row[end:]
                if end < len(cue_words) and any(w.token.pos_ in ("NOUN", "PROPN", "VERB") for w in cue_words[end:])
                else rest[max(0, end - len(cue_words)) :]
            )
            if not complement_fits(after, phrase.condition):
                continue
            score = sum(bool(w) for w in phrase.pattern) + phrase.weight + (0.5 if phrase.condition else 0)
            if score > best_score:
                best, best_score = (phrase, at, end), score
    return best


def _cue_negated(words: list[Word], at: int) -> bool:
    return any(is_negation(w) or w.forms[0] in ("avoid", "refuse", "decline") for w in words[max(0, at - 4) : at])


def _negated_cue(entry: Phrase, span: Span | None) -> Act:
    rule = f"not {entry.text}"
    if entry.act == "deny":
        return Act("state", rule, span, "non-denial", 0.7)
    if entry.act == "confirm":
        return Act("decline", rule, span, "non-denial", 0.7)
    if entry.act in ("endorse", "promise", "offer"):
        return Act("reject" if entry.act != "endorse" else "criticize", rule, span, "", 0.4)
    if entry.act == "decline":
        return Act("decline", entry.text, span, entry.denial, 0.6)
    return Act("decline" if entry.act in ("criticize", "allege") else "state", rule, span, "", 0.4)


def _locator(cue: Sequence[Located], content: Sequence[Located]):  # type: ignore[no-untyped-def]
    paragraphs = {id(t.doc): p for p, t in [*cue, *content]}

    def where(first: Token, last: Token) -> Span | None:
        paragraph, other = paragraphs.get(id(first.doc)), paragraphs.get(id(last.doc))
        if paragraph is None or other is None:
            return None
        start, end = paragraph.span(first)[0], other.span(last)[1]
        return (start, end) if start < end else paragraph.span(first)

    return where


def _evaluate(entry: Phrase, cue_words, rest, clauses, content, where, span) -> Act:  # type: ignore[no-untyped-def]
    words = words_of([t for _, t in content])
    if not words:
        return Act("state", entry.text, span, "", 0.4)
    object_claim = complement_fits(words, "claim")
    object_demand = complement_fits(words, "demand")
    negated = any(is_negation(w) for w in words)
    scores: dict[ActLabel, tuple[float, str, Span | None]] = {}

    def add(act: ActLabel, weight: float, word: Word) -> None:
        old = scores.get(act)
        scores[act] = (weight + (old[0] * 0.5 if old else 0), f"{entry.text} {word.forms[0]}", where(word.token, word.token))

    for word in words:
        names = kinds_of(word)
        if ("false" in names or ("false_of_claim" in names and object_claim)) and not negated:
            add("deny", 1.5 if object_claim else 0.9, word)
        if "illegal" in names:
            add("reject", 1.2 if object_demand else 0.7, word)
        if "wrongthing" in names or "wrongdoer" in names:
            add("allege", 0.6, word)
        if "bad" in names:
            add("criticize", 0.8, word)
        if "good" in names:
            add("criticize" if negated else "endorse", 0.8, word)
    if not scores:
        return _weigh(None, None, clauses, where, rest)
    act = max(scores, key=lambda a: (scores[a][0], -TIE_ORDER.index(a)))
    weight, rule, place = scores[act]
    return Act(act, rule, place or span, "categorical" if act == "deny" else "", min(0.9, 0.4 + 0.3 * weight))


def _weigh(entry: Phrase | None, span: Span | None, clauses: Sequence[Clause], where, rest: list[Word]) -> Act:  # type: ignore[no-untyped-def]
    found: list[Finding] = [f for clause in clauses for f in findings(clause)]
    totals: dict[ActLabel, float] = {}
    best: dict[ActLabel, Finding] = {}
    for finding in sorted(found, key=lambda f: -f.weight):
        act = finding.act
        totals[act] = totals[act] + 0.3 * finding.weight if act in totals else finding.weight
        best.setdefault(act, finding)
    if entry is not None and entry.act is not None and entry.act != "state":
        totals[entry.act] = totals.get(entry.act, 0.0) * 0.5 + entry.weight
    floor = 0.55
    ranked = sorted(totals, key=lambda a: (-totals[a], TIE_ORDER.index(a)))
    if entry is not None and entry.act == "state":
        floor = 0.55 + 2 * entry.weight
    if not ranked or totals[ranked[0]] < floor:
        if entry is not None and entry.act and entry.weight >= 0.5:
            return _act(entry.act, entry.text, span, "", 0.5)
        return Act("state", entry.text if entry else "nothing else", span, "", 0.6)
    act = ranked[0]
    margin = totals[act] - (totals[ranked[1]] if len(ranked) > 1 else 0)
    confidence = min(0.9, 0.45 + 0.25 * margin)
    if entry is not None and act == entry.act and (act not in best or entry.weight >= best[act].weight):
        return _act(act, entry.text, span, _denial_kind(act, entry.denial, clauses, rest), max(confidence, 0.6))
    finding = best[act]
    return _act(act, finding.rule, where(finding.first, finding.last), _denial_kind(act, finding.denial, clauses, rest), confidence)


def _act(label: ActLabel, rule: str, span: Span | None, denial: DenialKind, confidence: float) -> Act:
    return Act(label, rule, span, denial if label in ("deny", "decline", "state", "confirm") else "", confidence)


_PARTIAL = ("part", "partly", "partially", "entirely", "exaggerated", "overblown")
_CONDITIONAL = ("if", "unless", "knowledge", "recollection", "aware")


def _denial_kind(act: ActLabel, given: DenialKind, clauses: Sequence[Clause], rest: list[Word]) -> DenialKind:
    if act != "deny":
        return given
    if given and given not in ("categorical",):
        return given
    words = [w for c in clauses for w in c.words] or rest
    forms = {f for w in words for f in w.forms}
    if forms & {"campaign", "smear", "discredit", "distract", "propaganda", "witch-hunt", "plot", "hypocrisy"} and any(
        "claim" in kinds_of(w) for w in words
    ):
        return "counter-accusation"
    if forms & set(_PARTIAL):
        return "partial"
    return given or "categorical"
