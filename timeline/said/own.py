"""Cue, DateMentions → the date that stands with the cue, if there is one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.attribution import Attribution
from timeline.dates import DateMention
from timeline.labels import Basis
from timeline.language import Paragraph, doc_text, lemma
from timeline.said.beside import beside_content
from timeline.said.cues import Cue, Said, occasion_words, root_of
from timeline.said.documents import came_out
from timeline.said.governors import adjacent, done_before, governors, in_clause, is_premodifier, modifies, speaking, under
from timeline.spans import Span, inside

# "On ", "Only ", "But in "
_OPENING = re.compile(
    r"\W*(?:(?:and|but|only|just|earlier|later|late|then)\s+){0,2}(?:(?:on|in|at|during|by|over|since)\s+(?:the\s+)?)?", re.I
)


# "denied it, as he did on ": another saying, whatever the parse makes of "did"
_LIKE_BEFORE = re.compile(
    r"\b(?:as|like|than)\s+(?:\w+\s+){1,3}(?:did|does|had|has|have|was|were)\s+(?:back\s+)?(?:on\s+|in\s+|at\s+)?$", re.I
)

# "for years", "over the past months", "the last few weeks": how long something was said
_THROUGHOUT = re.compile(
    r"\b(?:for|over|throughout|within|in)\s+(?:(?:more|less|at|the|about|almost|nearly|many)\s+(?:than\s+|least\s+)?)?$", re.I
)
_AHEAD = re.compile(r"\b(?:ahead\s+of|before|prior\s+to)\s+(?:the\s+)?$", re.I)
_UNTIL = re.compile(r"\b(?:before|until|since)\b", re.I)
_BOUNDS = frozenset({"after", "before", "since", "until"})
_FROM_THERE = re.compile(r"\s+(?:after|before|earlier|later|into|from|since)\b")
_RECENT = timedelta(days=14)


def starting_in(span: Span, dates: Sequence[DateMention]) -> Sequence[DateMention]:
    """The mentions that begin within a span; `dates` are in the order of the text."""
    first, end = (bisect_left(dates, offset, key=lambda mention: mention.span[0]) for offset in span)
    return dates[first:end]


def own_date(cue: Cue, dates: Sequence[DateMention], attributions: Sequence[Attribution], published: date) -> Said | None:
    sentence = cue.paragraph.span(cue.token.sent)
    candidates = [
        (abs(mention.span[0] - cue.attribution.head), mention)
        for mention in starting_in(sentence, dates)
        if _dates_cue(mention, cue, attributions)
    ]
    for _, mention in sorted(candidates, key=lambda pair: pair[0]):
        said = _resolved(mention, cue, published)
        if said:
            return said
    return _reaction(cue, starting_in(sentence, dates), published)


def _reaction(cue: Cue, dates: Sequence[DateMention], published: date) -> Said | None:
    """ "Having visited the mine on Friday, she said …": said later than that, nobody knows when, so no earlier occasion dates it."""
    for mention in dates:
        token = root_of(mention, cue.paragraph)
        if mention.days_known and token is not None and done_before(token, cue.token):
            return Said(None, published, "publication", None, f"said after what is dated “{mention.text}”, on a day that nothing tells")
    return None


def _resolved(mention: DateMention, cue: Cue, published: date) -> Said | None:
    """The days that a mention leaves for a saying that was reported on `published`; None where it names none or only later ones."""
    first, last = mention.first, mention.last
    if mention.type in ("DURATION", "SET"):  # "for years": it began nobody knows when
        if is_premodifier(root_of(mention, cue.paragraph)) or _is_distance(mention, cue.paragraph):
            return None  # "a daily briefing", "two days after the vote"
        if mention.type == "DURATION" and not _lasting(mention, cue.paragraph):
            return None  # "three hours of testimony", "an hour later"
        first, last = None, published
    elif not mention.days_known or mention.value in ("PRESENT_REF", "FUTURE_REF"):
        return None
    elif mention.type == "TIME" and mention.preposition == "from":
        return None  # "a curfew from midnight"
    elif mention.type == "TIME" and mention.anchor != "publication" and mention.anchor not in cue.token.sent.text:
        return None  # "wrote shortly before midnight": of the day that was spoken of before, perhaps
    elif "before" in _led_by(mention, cue.paragraph) and not _possessive(mention, cue.paragraph):
        return None  # "denied having known of it before 2003"
    elif _led_by(mention, cue.paragraph) & {"after", "from"} and not _possessive(mention, cue.paragraph):
        last = published  # but "after Monday's debate" is Monday
    if first and first > published:
        return None
    last = min(last or published, published)
    basis: Basis = "explicit" if mention.explicit else "relative"
    return Said(first, last, basis, mention, f"{mention.reasoning}; it stands with the cue “{cue.token.text}”")


def _is_distance(mention: DateMention, paragraph: Paragraph) -> bool:
    """ "Two days *after* the vote": how far from another event, not how long."""
    return bool(_FROM_THERE.match(doc_text(paragraph.doc), mention.span[1] - paragraph.start))


def _lasting(mention: DateMention, paragraph: Paragraph) -> bool:
    text, start, end = doc_text(paragraph.doc), mention.span[0] - paragraph.start, mention.span[1] - paragraph.start
    words = mention.text.casefold().split()
    opens = (
        words[0] in ("for", "over", "recent")
        or {"past", "last", "recent"} & set(words[:3])
        or _THROUGHOUT.search(text[max(0, start - 30) : start])
    )
    return bool(opens) and not text[end:].startswith(" of ")


def _possessive(mention: DateMention, paragraph: Paragraph) -> bool:
    end = mention.span[1] - paragraph.start
    return doc_text(paragraph.doc)[end : end + 2] in ("'s", "’s")


def _word_before(span: Span, paragraph: Paragraph) -> str:
    words = doc_text(paragraph.doc)[: span[0] - paragraph.start].rsplit(maxsplit=1)
    return words[-1].casefold() if words else ""


def _led_by(mention: DateMention, paragraph: Paragraph) -> set[str]:
    """The preposition that belongs to a mention, and the word in front of it."""
    return {mention.preposition, _word_before(mention.span, paragraph)}


def _dates_cue(mention: DateMention, cue: Cue, attributions: Sequence[Attribution]) -> bool:
    """Whether a mention in the cue's sentence says when the saying happened, not the matter or something beside it."""
    attribution, paragraph = cue.attribution, cue.paragraph
    head = (attribution.head, attribution.head + 1)
    if any(
        inside(mention.span, other.content_spans) and not inside(head, other.content_spans)
        for other in attributions
        if other != attribution and not _is_asked(other, cue)
    ):
        return False
    text, start, end = doc_text(paragraph.doc), mention.span[0] - paragraph.start, mention.span[1] - paragraph.start
    if _LIKE_BEFORE.search(text[max(0, start - 60) : start]):
        return False
    if mention.type == "DATE" and _word_before(mention.span, paragraph) == "for":
        return False  # "proposed a session for Monday"
    at = attribution.head - paragraph.start
    if ";" in text[min(end, at) : max(start, at)]:
        return False  # "On Monday it had warned of leaks; Petek says that …"
    told = max((stop for _, stop in attribution.content_spans if at < stop - paragraph.start <= start), default=None)
    if told is not None and _UNTIL.search(text[told - paragraph.start : start]):
        return False  # "said that he had called every night | before the blast on 3 January", which the parse parts from what is said
    possessive = _possessive(mention, paragraph)
    token = root_of(mention, paragraph)
    premodifier = is_premodifier(token)
    if token is not None and not possessive and not premodifier and speaking(token, cue.token):
        return True
    if mention.type == "DATE" and not possessive and not premodifier and came_out(mention, cue):
        return True
    if inside(mention.span, attribution.content_spans):
        if _led_by(mention, paragraph) & _BOUNDS:
            return False  # "denied meeting him after March"
        return not possessive and not premodifier and beside_content(mention, cue)
    if possessive and _AHEAD.search(text[max(0, start - 20) : start]):
        return False  # "ahead of Friday's meeting"
    if possessive:  # "called Friday's decision a win": the decision was on Friday
        return modifies(mention, paragraph, occasion_words("occasion") | occasion_words("document")) and under(mention, cue)
    if _fronted(mention, cue):
        return True
    if mention.span[1] <= attribution.head and token is not None and in_clause(token.left_edge, cue.token):
        return False
    trailing = any(mention.span[1] == end for _, end in attribution.speaker_spans)
    if premodifier or (inside(mention.span, attribution.speaker_spans) and not trailing):  # "9/11 widow", "A 2014 study"
        return modifies(mention, paragraph, occasion_words("occasion") | occasion_words("document")) and (
            inside(mention.span, attribution.speaker_spans) or under(mention, cue)
        )
    if cue.tense == "present" and mention.last and cue.published - mention.last > _RECENT:
        return False  # "Democrats cite the vote in 1988"
    return adjacent(mention, cue) or under(mention, cue)


def _is_asked(other: Attribution, cue: Cue) -> bool:
    """ "Asked about that remark on Wednesday, he said": the question's content is no statement of its own."""
    if other.is_statement or other.head > cue.attribution.head:
        return False
    span = cue.paragraph.doc.char_span(other.head - cue.paragraph.start, other.head - cue.paragraph.start + 1, alignment_mode="expand")
    return span is not None and span[0].head == cue.token and lemma(span[0]) in occasion_words("asked")


def _fronted(mention: DateMention, cue: Cue) -> bool:
    """ "On Wednesday Norland's envoy had written …": a date that opens the sentence belongs to its main verb, whatever the parse says."""
    sentence = cue.token.sent
    opening = doc_text(cue.paragraph.doc)[sentence.start_char : mention.span[0] - cue.paragraph.start]
    if not _OPENING.fullmatch(opening):
        return False
    return sentence.root in dict(governors(cue.token))
