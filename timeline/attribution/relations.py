"""Parsed → Attributions: the candidates of all patterns, judged by the cue lexicon and written as spans of the article."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from spacy.tokens import Doc, Token

from timeline.attribution.attributions import Attribution, Quotation
from timeline.attribution.complements import verb_frames
from timeline.attribution.direct import Said, direct_speech, last_inside, zones
from timeline.attribution.doubles import Relation, without_doubles
from timeline.attribution.edges import content_spans, merged, speaker_span
from timeline.attribution.formulas import formula_frames
from timeline.attribution.frames import SUBJECTS, Frame, Range, cue_tokens, has_shortened, sentence_of, verb_lemma
from timeline.attribution.labels import labelled_speech
from timeline.attribution.lost_subjects import beside
from timeline.attribution.nominal import nominal_frames
from timeline.attribution.quotations import Quoted, find_quotations
from timeline.attribution.signs import enclosing, signs
from timeline.attribution.speakers import find_speaker
from timeline.attribution.strengths import reliability, spoken, weighed
from timeline.attribution.uttered import is_uttered
from timeline.attribution.voices import Speaker
from timeline.language import FINITE, Paragraph, Parsed, doc_text, headline_lemmas
from timeline.spans import Span, inside, overlap

THRESHOLD = 0.38
_FLOORS = {"small": 0.56, "infinitive": 0.44, "purpose infinitive": 0.48, "noun made alone": 0.7}
"""Complements that report little near the threshold, unless with a word entered by hand: "seems ready", "tried to go"."""
_HEADLINED = 0.2
_HEADLINE_SURE = 0.45
"""The least that the verbs of headlines need in a headline, where they mostly tell of sayings ("Lawmakers *urge* probe"), and then have."""
_QUOTABLE = 0.25
_SURE = 0.6
_MARKED, _DOUBT = 0.97, 0.6
"""Share of quotations with the surest cue that are rightly given to it, and how much of it the weakest cue has, counted on a corpus."""
_GAP = 10
"""Characters between a clause and the quotation that ends it: ", because “…"."""
_STOP = re.compile(r"[.!?:]")
_HOPELESS = 0.05
_JOINING = {"and", "but", "that", "which", "or", "while", "although", "though", "as"}
_WHENEVER = {"when", "while", "as", "after", "before", "asked"}
_FUNCTION = {"ADP", "SCONJ", "CCONJ", "DET", "PART", "PUNCT", "AUX", "SPACE"}
_CLAUSES = {"clause", "clause before", "wh", "tail", "parenthesis"}


def find_attributions(parsed: Parsed) -> list[Attribution]:
    """The attributions of an article in the order of the text; empty where nobody says anything.

    A relation less likely than `THRESHOLD` is not given. Thoughts and plans are given with `is_statement` false.
    """
    text = parsed.article.text
    found: list[Relation] = []
    last: Relation | None = None
    all_quoted: list[Span] = []
    before: Paragraph | None = None
    labelled, taken = labelled_speech(parsed.paragraphs)
    for entry in labelled:
        found.append(
            Relation(
                entry.cue[0], (entry.cue,), (entry.speaker,), list(entry.content), reliability(":", entry.style),
                f":+{entry.style}", ":", entry.style,
            )
        )  # fmt: skip
    for paragraph in parsed.paragraphs:
        if paragraph.index in taken:
            last = None
            continue
        quotations = find_quotations(doc_text(paragraph.doc))
        here, loose = _of_paragraph(paragraph, quotations)
        all_quoted += [(q.start + paragraph.start, q.end + paragraph.start) for q in quotations]
        for quoted in loose:
            # A paragraph of quotation without a cue goes on with what the one before quoted.
            span = (quoted.start + paragraph.start, quoted.end + paragraph.start)
            said_here = [r for r in here if max(end for _, end in r.content) <= span[0] and r.cue[0][0] < span[0]]
            owner = said_here[-1] if said_here else _announced(before, quoted) or (last if _goes_on(paragraph, quoted) else None)
            if owner is not None and owner is not last and owner not in found and not said_here:
                found.append(owner)
                owner.content.clear()
            if owner is not None and owner.quotable:
                owner.content.append(span)
                last = owner
        if (
            not here
            and not quotations
            and paragraph.kind == "body"
            and (owner := _announced(before, None)) is not None
            and owner.confidence > _SURE
        ):
            # "The governor added:" and then a paragraph set off without quotation marks
            span = (paragraph.start, paragraph.start + len(doc_text(paragraph.doc).rstrip()))
            if last is not None and last.token is owner.token:
                last.content.append(span)
            else:
                owner.content.append(span)
                here = [owner]
        before = paragraph
        found += here
        if here:
            last = here[-1]
        elif not loose:
            last = None
    return sorted(
        (_attribution(text, relation, all_quoted) for relation in found),
        key=lambda a: (a.cue_spans[0][0], min(a.content_spans, default=a.cue_spans[0])),
    )


def _goes_on(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether nobody else comes in before a quotation that may go on with the paragraph before: "He paused. “No more.”"."""
    return not any(
        t.dep_ in {"nsubj", "nsubjpass"} and (t.pos_ == "PROPN" or t.ent_type_ in {"PERSON", "ORG", "NORP"})
        for t in paragraph.doc
        if t.idx < quoted.start
    )


def _announced(before: Paragraph | None, quoted: Quoted | None) -> Relation | None:
    """The cue at the end of the paragraph before: "He wrote to the parish:" and then the quotation."""
    if before is None or (quoted is not None and quoted.start) or not doc_text(before.doc).rstrip().endswith(":"):
        return None
    sentence = before.doc[slice(*sentence_of(before.doc[len(before.doc) - 1]))]
    verb = next((t for t in reversed(list(sentence)) if t.pos_ == "VERB" and reliability(verb_lemma(t), "quote") >= _QUOTABLE), None)
    if verb is None:
        return None
    name = verb_lemma(verb)
    who = find_speaker(verb, any(c.dep_ == "auxpass" for c in verb.children))
    return _relation(before, verb, cue_tokens(verb), who, [], quote_confidence(name), f"{name}+quote", name, "quote")


def _of_paragraph(paragraph: Paragraph, quotations: Sequence[Quoted]) -> tuple[list[Relation], list[Quoted]]:
    doc = paragraph.doc
    zone = zones(doc, quotations)
    frames: dict[int, list[Frame]] = {}
    for frame in chain(verb_frames(doc, zone), nominal_frames(doc, zone), formula_frames(doc, zone)):
        if frame.content:
            frames.setdefault(frame.head.i, []).append(frame)
    within = enclosing(len(doc), chain.from_iterable(frames.values()))
    verbs = [token for token in doc if token.pos_ == "VERB" and zone[token.i] < 0 and token.lower_ != "according"]
    said, loose = direct_speech(doc, quotations, verbs)
    found: list[Relation] = []
    direct = set()
    for saying in said:
        verb = saying.verb
        direct.add(verb.i)
        passive = any(c.dep_ == "auxpass" for c in verb.children) and not has_shortened(verb)
        who = find_speaker(verb, passive)
        if passive and who.span is None:
            pass  # "Reyes was asked, “…”": not Reyes's question
        elif who.span is None or zone[who.span[0]] >= 0 or zone[who.span[1] - 1] >= 0:
            ends = {quoted.end for quoted in saying.quotations}
            who = beside(verb, zone, [n for n, quoted in enumerate(quotations) if quoted.end in ends])
        name = verb_lemma(verb)
        if _says_another(doc, frames.get(verb.i, ()), saying):
            # "“…,” but he said that the plan …": the clause is what he said, the quotation another's.
            direct.discard(verb.i)
            continue
        mixed = _clause_around(doc, frames.get(verb.i, ()), saying, quotations)
        if mixed:
            found.append(
                _relation(
                    paragraph, verb, cue_tokens(verb), who, mixed,
                    quote_confidence(name), f"{name}+mixed", name, "quote",
                )
            )  # fmt: skip
            continue
        found.append(
            _relation(
                paragraph, verb, cue_tokens(verb), who, [quoted.span for quoted in saying.quotations],
                quote_confidence(name), f"{name}+quote", name, "quote",
            )
        )  # fmt: skip
    for head, alternatives in frames.items():
        if head in direct:
            continue
        best, confidence = max(((frame, confidence_of(frame, within)) for frame in alternatives), key=lambda entry: entry[1])
        floor = THRESHOLD if best.lemma in spoken() else _FLOORS.get(best.complement, THRESHOLD)
        if paragraph.kind == "headline" and best.lemma in headline_lemmas() and confidence >= _HEADLINED:
            confidence = max(confidence, _HEADLINE_SURE)
        if confidence < floor:
            continue
        spans = content_spans(doc, best.content, quotations)
        if spans and not all(t.pos_ in _FUNCTION for a, b in best.content for t in doc[a:b]):
            found.append(
                _relation(
                    paragraph, best.head, best.cue, best.speaker, spans, confidence,
                    f"{best.lemma}+{best.complement}", best.lemma, best.complement,
                )
            )  # fmt: skip
    found = without_doubles(found)
    for formula in (r for r in found if r.complement == "formula"):
        for tagged in found:
            # "“…?” Haas asked, according to the paper. “…”": the quotations too
            if tagged.complement == "quote" and any(inside(tagged.cue[0], [piece]) for piece in formula.content):
                formula.content += tagged.content
    return found, loose


def quote_confidence(name: str) -> float:
    """How likely a quotation is what this verb's subject said: where marks stand beside a verb, even a weak cue is mostly one."""
    return _MARKED * (_DOUBT + (1 - _DOUBT) * reliability(name, "quote"))


def confidence_of(frame: Frame, within: Sequence[str]) -> float:
    """How likely a frame reports something: what the lexicon says of its words, moved by its form."""
    reliable = reliability(*frame.key)
    if frame.complement == "adverb":
        # "also", "finally" stand beside other cues: what holds of adverbs in general says nothing of "allegedly".
        return reliable
    return weighed(reliable, signs(frame, within)) if reliable > _HOPELESS else 0.0


def _says_another(doc: Doc, frames: Sequence[Frame], saying: Said) -> bool:
    """Whether a verb behind a quotation has a clause of its own: "…," and said that the plan would fail."""
    verb, last = saying.verb, saying.quotations[-1]
    behind = {f.complement for f in frames if f.content[0][0] > verb.i}
    if last.end > verb.idx or not behind & {"clause", "object"}:
        return False
    if "clause" in behind and last_inside(doc_text(doc), last) == ".":
        return True  # "“…, no more.” The network said it would send help."
    following = next((token for token in doc[: verb.i + 1] if token.idx >= last.end and not token.is_punct), verb)
    return following.lower_ in _JOINING


def _clause_around(doc: Doc, frames: Sequence[Frame], saying: Said, quotations: Sequence[Quoted]) -> list[Span]:
    """Where only a part of the clause is quoted ("said it was “a lie”"), the clause with the quotations; else nothing."""
    said = saying.quotations
    clauses = [frame for frame in frames if frame.complement in _CLAUSES]
    if not clauses:
        return []
    best = max(clauses, key=lambda frame: reliability(*frame.key))
    if _rest_is_reporters(doc, best.content, saying):
        return []
    spans = content_spans(doc, best.content, quotations)
    if spans and 0 < said[0].start - spans[-1][1] <= _GAP and not _STOP.search(doc_text(doc), spans[-1][1], said[0].start + 1):
        # "said he was tired, “like you”": the parse broke off before the quotation
        spans = (*spans[:-1], (spans[-1][0], said[0].end))
    if not any(overlap(span, quoted.span) for span in spans for quoted in said):
        return []
    bare = sum(
        1
        for first, last in best.content
        for token in doc[first:last]
        if not token.is_punct and token.lower_ != "that" and not any(q.start <= token.idx < q.end for q in said)
    )
    return [*spans, *(quoted.span for quoted in said)] if bare > 1 else []


def _rest_is_reporters(doc: Doc, content: Sequence[Range], saying: Said) -> bool:
    """Whether nothing of a clause that opens with a quotation is said but the quotation.

    The rest is the speaker ("“We are full,” Jan Haas, a man with a badge, said"), or tells when or what followed: "“Follow us,” she
    said, and the boys came along", "had said, “We shall see,” when asked about it".
    """
    quoted = saying.quotations[0]
    if doc[content[0][0]].idx < quoted.start or last_inside(doc_text(doc), quoted) not in {",", "?", "!"}:
        return False
    rest = [t for a, b in content for t in doc[a:b] if t.idx >= quoted.end and (t.is_quote or not (t.is_punct or t.is_space))]
    if not rest or rest[-1].i < saying.verb.i:
        return bool(rest) and not any(t.tag_ in FINITE for t in rest)
    if rest[0].i < saying.verb.i:
        return False
    followed = len(content) > 1 and any(t.dep_ in SUBJECTS for t in rest) and not any(t.is_quote for t in rest)
    return followed or rest[0].lower_ in _WHENEVER


def _relation(
    paragraph: Paragraph, head: Token, cue: Sequence[int], who: Speaker, content: Iterable[Span], confidence: float,
    rule: str, name: str, complement: str,
) -> Relation:  # fmt: skip
    doc, start = paragraph.doc, paragraph.start
    speaker = [speaker_span(doc, *who.span)] if who.span else []
    return Relation(
        start + head.idx,
        tuple((a + start, b + start) for a, b in _token_spans(doc, cue)),
        tuple((a + start, b + start) for a, b in speaker),
        [(a + start, b + start) for a, b in content],
        confidence,
        rule,
        name,
        complement,
        head,
        reliability(name, "quote") >= _QUOTABLE,
        tuple(doc[slice(*who.span)]) if who.span else (),
    )


def _token_spans(doc: Doc, tokens: Sequence[int]) -> list[Range]:
    return list(merged(doc_text(doc), ((doc[i].idx, doc[i].idx + len(doc[i])) for i in tokens)))


def _attribution(text: str, relation: Relation, quoted: Sequence[Span]) -> Attribution:
    content = merged(text, relation.content)
    return Attribution(
        relation.speaker,
        relation.cue,
        content,
        relation.head,
        _quotation(text, content),
        is_uttered(relation.lemma, relation.complement, relation.token, relation.who, relation.confidence),
        relation.confidence,
        relation.rule,
    )


def _quotation(text: str, content: Sequence[Span]) -> Quotation:
    inside = sum(q.end - q.start for start, end in content for q in find_quotations(text[start:end]))
    whole = sum(end - start for start, end in content)
    return "direct" if inside > 0.93 * whole else "mixed" if inside else "indirect"
