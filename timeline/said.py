"""Attributions, DateMentions → Said: on which days each statement can have been made, and of which days it speaks.

What dates the cue dates the statement; what stands inside the content dates the matter; a statement without a date of its own
inherits that of the occasion it plainly belongs to, else all that is known is that it was said by the day of publication.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from spacy.tokens import Token

from timeline.actors import Actor
from timeline.attribution import Attribution
from timeline.dates import DateMention
from timeline.language import Paragraph, Parsed, lemma
from timeline.lexicon import entries
from timeline.spans import Span, inside

Basis = Literal["explicit", "relative", "inherited", "publication"]
Tense = Literal["past", "present", "perfect", "pluperfect"]

_SAME_OCCASION = 6
"""Paragraphs over which a speaker's statements of recent days count as one occasion."""
_RECENT = timedelta(days=14)
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Said:
    """First and last day on which it can have been said (inclusive, None = open), where that comes from, and of which days it speaks.

    `mention` is the expression that dates it (None for publication); an inherited one stands elsewhere in the article.
    `why` is one readable sentence.
    """

    start: date | None
    end: date | None
    basis: Basis
    mention: DateMention | None
    why: str
    about: DateMention | None = None


@dataclass(frozen=True, slots=True)
class _Cue:
    """An attribution with what its dating needs: its paragraph, its cue's head word and tense, its speakers' names."""

    attribution: Attribution
    paragraph: Paragraph
    token: Token
    tense: Tense
    speakers: frozenset[str]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("occasions") if row["kind"] == kind)


def date_statements(
    parsed: Parsed, attributions: Sequence[Attribution], actors: Sequence[tuple[Actor, ...]], dates: Sequence[DateMention]
) -> list[Said]:
    """For each attribution (with its actors, same order) when it was said; `dates` are the article's, in the order of the text."""
    published = parsed.article.published
    unknown = Said(None, published, "publication", None, f"nothing dates it, so it was said on or before publication, {_day(published)}")
    cues = [_cue(parsed, attribution, who) for attribution, who in zip(attributions, actors, strict=True)]
    own = [_own_date(cue, dates, attributions, published) if cue else None for cue in cues]
    said = _inherit(cues, own, unknown, published)
    return [_with_matter(result, attribution, dates, parsed.article.text) for result, attribution in zip(said, attributions, strict=True)]


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def _cue(parsed: Parsed, attribution: Attribution, actors: tuple[Actor, ...]) -> _Cue | None:
    paragraph = parsed.paragraph_at(attribution.head)
    if paragraph is None:
        return None
    offset = attribution.head - paragraph.start
    span = paragraph.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        return None
    return _Cue(attribution, paragraph, span[0], _tense(span[0]), frozenset(actor.name for actor in actors if actor.name))


def _tense(cue: Token) -> Tense:
    auxiliaries = {child.lower_ for child in cue.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"has", "have", "'ve", "’ve", "having"}:
        return "perfect"
    if auxiliaries & {"had", "'d", "’d"}:
        return "pluperfect"
    return "present" if cue.tag_ in ("VBZ", "VBP") else "past"


# A date of its own


def _own_date(cue: _Cue, dates: Sequence[DateMention], attributions: Sequence[Attribution], published: date) -> Said | None:
    sentence = cue.paragraph.span(cue.token.sent)
    first = bisect_left(dates, sentence[0], key=lambda mention: mention.span[0])
    candidates: list[tuple[int, DateMention]] = []
    for mention in dates[first:]:
        if mention.span[0] >= sentence[1]:
            break
        if _dates_cue(mention, cue, attributions):
            candidates.append((abs(mention.span[0] - cue.attribution.head), mention))
    for _, mention in sorted(candidates, key=lambda pair: pair[0]):
        said = _resolved(mention, cue, published)
        if said:
            return said
    return None


def _resolved(mention: DateMention, cue: _Cue, published: date) -> Said | None:
    """The days that a mention leaves for a saying that was reported on `published`; None where it names none or only later ones."""
    before = _word_before(mention.span, cue.paragraph)
    first, last = mention.first, mention.last
    if mention.type in ("DURATION", "SET"):
        first, last = None, published
    elif not mention.days_known:
        return None
    elif before in ("since", "from"):
        last = published
    elif before in ("until", "till", "by"):
        first = None
    elif before == "before":
        first, last = None, first - timedelta(days=1) if first else last
    elif before == "after":
        last = published
    if first and first > published:
        return None
    last = min(last or published, published)
    basis: Basis = "explicit" if mention.explicit else "relative"
    return Said(first, last, basis, mention, f"{mention.reasoning}; it stands with the cue “{cue.token.text}”")


def _word_before(span: Span, paragraph: Paragraph) -> str:
    words = paragraph.doc.text[: span[0] - paragraph.start].split()
    return words[-1].casefold() if words else ""


def _dates_cue(mention: DateMention, cue: _Cue, attributions: Sequence[Attribution]) -> bool:
    """Whether a mention in the cue's sentence says when the saying happened, not the matter or something beside it."""
    attribution, paragraph = cue.attribution, cue.paragraph
    if inside(mention.span, attribution.content_spans):
        return False
    head = (attribution.head, attribution.head + 1)
    if any(inside(mention.span, other.content_spans) and not inside(head, other.content_spans) for other in attributions):
        return False
    after = paragraph.doc.text[mention.span[1] - paragraph.start :][:2]
    if after in ("'s", "’s"):  # "called Friday's decision a win": the decision was on Friday
        return _modifies(mention, paragraph, _words("occasion") | _words("document")) and _under(mention, cue)
    if any(inside(mention.span, [span]) for span in attribution.speaker_spans):
        return _modifies(mention, paragraph, _words("occasion") | _words("document"))
    return _adjacent(mention, cue) or _under(mention, cue)


def _root(mention: DateMention, paragraph: Paragraph) -> Token | None:
    span = paragraph.doc.char_span(mention.span[0] - paragraph.start, mention.span[1] - paragraph.start, alignment_mode="expand")
    return span.root if span is not None else None


def _modifies(mention: DateMention, paragraph: Paragraph, nouns: frozenset[str]) -> bool:
    """ "A 2014 study", "its July summit", "a report of last week": the mention modifies a noun of saying."""
    token = _root(mention, paragraph)
    for _ in range(4):
        if token is None or token.head == token:
            return False
        token = token.head
        if lemma(token) in nouns:
            return True
        if token.pos_ == "VERB":
            return lemma(token) in _words("carrier") and lemma(token.head) in nouns
    return False


def _adjacent(mention: DateMention, cue: _Cue) -> bool:
    """ "said on Monday", "told reporters Monday", "Irwani on Monday called": between date and cue no verb, quotation or clause."""
    doc, at = cue.paragraph.doc, mention.span[0] - cue.paragraph.start
    span = doc.char_span(at, mention.span[1] - cue.paragraph.start, alignment_mode="expand")
    if span is None:
        return False
    between = doc[cue.token.i + 1 : span.start] if span.start > cue.token.i else doc[span.end : cue.token.i]
    if span.start < cue.token.i and not any(t.dep_ in ("nsubj", "nsubjpass") and t.i < span.start for t in cue.token.children):
        return False
    return len(between) <= 5 and not any(
        t.pos_ in ("VERB", "SCONJ", "CCONJ") or t.is_quote or t.text in (",", ":", ";", "that", "who", "which") for t in between
    )


def _under(mention: DateMention, cue: _Cue) -> bool:
    """Whether the parse hangs the mention on the cue or on a verb that says when the cue happened."""
    token = _root(mention, cue.paragraph)
    if token is None:
        return False
    occasions = _words("occasion") | _words("document")
    governors = dict(_governors(cue.token))
    while True:
        if token in governors:
            return governors[token] or mention.span[0] < cue.paragraph.start + token.idx
        verb = token.pos_ == "VERB" and token.dep_ not in ("aux", "auxpass", "amod", "compound")
        if verb and not (token.dep_ in ("acl", "relcl") and lemma(token) in _words("carrier") and lemma(token.head) in occasions):
            return False
        if token.dep_ in ("appos", "relcl") and not verb:
            return False
        if token.head == token:
            return False
        token = token.head


def _governors(cue: Token) -> Iterator[tuple[Token, bool]]:
    """The words whose date is the cue's: itself, "went on" in "went on to say", "met" in "met him, saying".

    Each with whether a date anywhere under it counts, or only one before it ("On Monday he called … and described …").
    """
    anywhere = True
    token = cue
    for _ in range(6):
        yield token, anywhere
        head = token.head
        if head == token:
            return
        if token.dep_ == "conj":
            anywhere = False
        elif token.dep_ in ("xcomp", "aux", "auxpass", "prt", "pcomp", "prep") or (token.dep_ in ("advcl", "acl") and token.tag_ == "VBG"):
            pass
        elif not (token.pos_ == "NOUN" and token.dep_ == "dobj" and lemma(head) in _words("support")):
            return
        token = head


# A date of the same occasion


def _inherit(cues: Sequence[_Cue | None], own: Sequence[Said | None], unknown: Said, published: date) -> list[Said]:
    said: list[Said] = []
    latest: dict[str, int] = {}  # speaker → index of the latest statement
    for i, (cue, mine) in enumerate(zip(cues, own, strict=True)):
        result = mine or unknown
        if cue and not mine:
            earlier = max((latest[name] for name in cue.speakers if name in latest), default=None)
            source = _earlier_occasion(cue, cues, said, earlier, published) if earlier is not None else None
            if source is None:
                source = _later_date(cue, cues[i + 1 :], own[i + 1 :])
            if source:
                result = _inherited(*source)
        said.append(result)
        # What is told at second hand ("reportedly") is an aside, not the occasion that what follows belongs to.
        if cue and not any(child.lower_ in ("reportedly", "allegedly", "earlier", "previously") for child in cue.token.children):
            latest |= dict.fromkeys(cue.speakers, i)
    return _restated(cues, said)


def _inherited(source: Said, cue: _Cue) -> Said:
    why = (
        source.why
        if source.basis == "inherited"
        else f"same occasion as “{cue.token.text}” in paragraph {cue.paragraph.index + 1}: {source.why}"
    )
    return Said(source.start, source.end, "inherited", source.mention, why)


def _earlier_occasion(
    cue: _Cue, cues: Sequence[_Cue | None], said: Sequence[Said], earlier: int, published: date
) -> tuple[Said, _Cue] | None:
    """The speaker's latest statement, if it is dated and this one plainly goes on with it."""
    previous, source = cues[earlier], said[earlier]
    if previous is None or source.basis == "publication" or cue.tense == "pluperfect":
        return None
    gap = cue.paragraph.index - previous.paragraph.index
    exact_and_recent = source.start == source.end and source.end is not None and published - source.end <= _RECENT
    reach = _SAME_OCCASION if exact_and_recent else 1
    if _new_occasion(cue) or cue.tense == "present":
        reach = 1
    elif cue.tense == "perfect":
        reach = 0
    return (source, previous) if gap <= reach else None


def _new_occasion(cue: _Cue) -> bool:
    """ "said in an interview", "during a rally": an occasion not spoken of before."""
    for preposition in cue.token.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("in", "during", "at", "on"):
            for noun in preposition.children:
                article = next((child.lower_ for child in noun.children if child.dep_ == "det"), "")
                if lemma(noun) in _words("occasion") | _words("document") and article in ("a", "an", "another"):
                    return True
    return False


def _later_date(cue: _Cue, cues: Sequence[_Cue | None], own: Sequence[Said | None]) -> tuple[Said, _Cue] | None:
    """ "He has also commented on it. On Wednesday he told a crowd …": the speaker's next statement, in the next sentences, is dated."""
    if cue.tense != "perfect":
        return None
    for other, date_of_other in zip(cues[:2], own[:2], strict=True):
        if other and other.speakers & cue.speakers and other.paragraph.index - cue.paragraph.index <= 1 and date_of_other:
            return date_of_other, other
    return None


def _restated(cues: Sequence[_Cue | None], said: list[Said]) -> list[Said]:
    """Headline, standfirst and lead take the date of the body's statement that they restate, where they have none."""
    body = [i for i, cue in enumerate(cues) if cue and cue.paragraph.kind == "body"]
    first = cues[body[0]].paragraph.index if body else 0  # type: ignore[union-attr]
    for i, cue in enumerate(cues):
        if cue is None or said[i].basis != "publication" or cue.tense == "pluperfect":
            continue
        heading = cue.paragraph.kind in ("headline", "standfirst")
        if not heading and not (cue.paragraph.kind == "body" and cue.paragraph.index <= first + 1):
            continue
        words = _content_words(cue)
        best: tuple[int, int] | None = None
        for j in body:
            other = cues[j]
            if j <= i or other is None or other.tense == "pluperfect" or other.paragraph.index == cue.paragraph.index:
                continue
            shared = len(words & _content_words(other))
            same = bool(cue.speakers & other.speakers)
            if shared >= (2 if same else 4) and (same or heading) and (best is None or shared > best[0]):
                best = shared, j
        if best and said[best[1]].basis != "publication":
            said[i] = _inherited(said[best[1]], cues[best[1]])  # type: ignore[arg-type]
    return said


def _content_words(cue: _Cue) -> frozenset[str]:
    """First letters of the longer words, so that "Ukrainian" and "Ukraine" count as one; names of the speaker count too."""
    doc, start = cue.paragraph.doc, cue.paragraph.start
    text = " ".join(doc.text[max(0, a - start) : max(0, b - start)] for a, b in cue.attribution.content_spans)
    return frozenset(word.casefold()[:5] for word in _WORD.findall(text)) - {
        "said",
        "that",
        "with",
        "from",
        "have",
        "this",
        "were",
        "been",
        "will",
        "would",
    }


# The matter's date


def _with_matter(said: Said, attribution: Attribution, dates: Sequence[DateMention], text: str) -> Said:
    """Adds the first date inside the content. In a direct quotation "today" is the speaker's, so only calendar dates count there."""
    for start, end in attribution.content_spans:
        first = bisect_left(dates, start, key=lambda mention: mention.span[0])
        for mention in dates[first:]:
            if mention.span[1] > end:
                break
            if mention.type == "DATE" and mention.days_known and (mention.explicit or attribution.quotation == "indirect"):
                return Said(said.start, said.end, said.basis, said.mention, said.why, mention)
    return said
