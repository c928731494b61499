"""Cue, DateMentions → the date that stands with the cue, if there is one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from timeline.attribution import Attribution
from timeline.dates import DateMention
from timeline.labels import Basis
from timeline.language import Paragraph, doc_text, has_having, lemma
from timeline.said.cues import Cue, Said, occasion_words, root_of
from timeline.said.documents import came_out
from timeline.spans import Span, inside

# "On ", "Only ", "But in "
_OPENING = re.compile(
    r"\W*(?:(?:and|but|only|just|earlier|later|late|then)\s+){0,2}(?:(?:on|in|at|during|by|over|since)\s+(?:the\s+)?)?", re.I
)

# "it on ", "that account "
_SHORT_OBJECT = re.compile(r"(?:it|them|(?:this|that|these|those|the|his|her|its|their)\s+\w+)\s+(?:on\s+|in\s+)?", re.I)

# "denied it, as he did on ": another saying, whatever the parse makes of "did"
_LIKE_BEFORE = re.compile(
    r"\b(?:as|like|than)\s+(?:\w+\s+){1,3}(?:did|does|had|has|have|was|were)\s+(?:back\s+)?(?:on\s+|in\s+|at\s+)?$", re.I
)

# "for years", "over the past months", "the last few weeks": how long something was said
_THROUGHOUT = re.compile(
    r"\b(?:for|over|throughout|within|in)\s+(?:(?:more|less|at|the|about|almost|nearly|many)\s+(?:than\s+|least\s+)?)?$", re.I
)
_PREPOSITION = re.compile(r"\s+(?:of|for|as|to|over|with|from|by|at|in|on|about|against|not|that|after|before|during)\b", re.I)
# "“brave” on "
_AFTER_QUOTE = re.compile(r"[”\"][,.]?\s+(?:(?:late|early)\s+)?(?:(?:on|in|over)\s+)?(?:the\s+)?$")
_FROM_THERE = re.compile(r"\s+(?:after|before|earlier|later|into|from|since)\b")
_RECENT = timedelta(days=14)
_WHEN = ("pobj", "npadvmod", "prep", "advmod", "amod", "det", "nummod", "compound", "dobj", "appos")


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
        if mention.days_known and token is not None and _done_before(token, cue.token):
            return Said(None, published, "publication", None, f"said after what is dated “{mention.text}”, on a day that nothing tells")
    return None


def _resolved(mention: DateMention, cue: Cue, published: date) -> Said | None:
    """The days that a mention leaves for a saying that was reported on `published`; None where it names none or only later ones."""
    first, last = mention.first, mention.last
    if mention.type in ("DURATION", "SET"):  # "for years": it began nobody knows when
        if _is_premodifier(root_of(mention, cue.paragraph)) or _is_distance(mention, cue.paragraph):
            return None  # "a daily briefing", "two days after the vote"
        if mention.type == "DURATION" and not _lasting(mention, cue.paragraph):
            return None  # "three hours of testimony", "an hour later"
        first, last = None, published
    elif not mention.days_known or mention.value in ("PRESENT_REF", "FUTURE_REF"):
        return None
    elif mention.type == "TIME" and mention.anchor != "publication" and mention.anchor not in cue.token.sent.text:
        return None  # "wrote shortly before midnight": of the day that was spoken of before, perhaps
    elif {mention.preposition, _word_before(mention.span, cue.paragraph)} & {"after", "from"} and not _possessive(mention, cue.paragraph):
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
    possessive = _possessive(mention, paragraph)
    token = root_of(mention, paragraph)
    premodifier = _is_premodifier(token)
    if token is not None and not possessive and not premodifier and _speaking(token, cue.token):
        return True
    if mention.type == "DATE" and not possessive and not premodifier and came_out(mention, cue):
        return True
    if inside(mention.span, attribution.content_spans):
        return not possessive and not premodifier and _beside_content(mention, cue)
    if possessive:  # "called Friday's decision a win": the decision was on Friday
        return _modifies(mention, paragraph, occasion_words("occasion") | occasion_words("document")) and _under(mention, cue)
    if _fronted(mention, cue):
        return True
    if mention.span[1] <= attribution.head and not premodifier and token is not None and _in_clause(token.left_edge, cue.token):
        return False
    trailing = any(mention.span[1] == end for _, end in attribution.speaker_spans)
    if premodifier or (inside(mention.span, attribution.speaker_spans) and not trailing):  # "9/11 widow", "A 2014 study"
        return _modifies(mention, paragraph, occasion_words("occasion") | occasion_words("document")) and (
            inside(mention.span, attribution.speaker_spans) or _under(mention, cue)
        )
    if cue.tense == "present" and mention.last and cue.published - mention.last > _RECENT:
        return False  # "Democrats cite the vote in 1988"
    return _adjacent(mention, cue) or _under(mention, cue)


def _is_asked(other: Attribution, cue: Cue) -> bool:
    """ "Asked about that remark on Wednesday, he said": the question's content is no statement of its own."""
    if other.is_statement or other.head > cue.attribution.head:
        return False
    span = cue.paragraph.doc.char_span(other.head - cue.paragraph.start, other.head - cue.paragraph.start + 1, alignment_mode="expand")
    return span is not None and span[0].head == cue.token and lemma(span[0]) in occasion_words("asked")


def _is_premodifier(token: Token | None) -> bool:
    return token is not None and token.dep_ in ("compound", "amod", "nummod", "nmod", "poss") and token.head.i > token.i


def _fronted(mention: DateMention, cue: Cue) -> bool:
    """ "On Wednesday Norland's envoy had written …": a date that opens the sentence belongs to its main verb, whatever the parse says."""
    sentence = cue.token.sent
    opening = doc_text(cue.paragraph.doc)[sentence.start_char : mention.span[0] - cue.paragraph.start]
    if not _OPENING.fullmatch(opening):
        return False
    return sentence.root in dict(_governors(cue.token))


def _beside_content(mention: DateMention, cue: Cue) -> bool:
    """ "accused Norland on Monday of theft", "rejected it on the same day": the content holds the date but has no verb that it could
    date, and few words stand before it; "noted that last year he left" has one."""
    doc, start = cue.paragraph.doc, cue.paragraph.start
    begin, end = next((span for span in cue.attribution.content_spans if inside(mention.span, [span])), mention.span)
    content = doc.char_span(max(0, begin - start), end - start, alignment_mode="expand")
    if content is None:
        return False
    left, right = doc_text(doc)[begin - start : mention.span[0] - start], doc_text(doc)[mention.span[1] - start : end - start]
    if _SHORT_OBJECT.fullmatch(left) and not re.search(r"\w", right):
        return True
    if re.match(r"\s+[^\W\d_]", right) and not _PREPOSITION.match(right):
        return False  # "Ending Sunday voting hurts"
    before = [token for token in content if start + token.idx < mention.span[0]]
    if not re.search(r"\w", right) and _at_occasion().search(left) and not any(_finite(token) for token in before):
        return True  # "defended the plan at a meeting in Port Halen on Friday"
    if before and before[-1].lower_ == "of":
        return False  # "pointed to a tweet of 21 August"
    if _AFTER_QUOTE.search(left) and not re.search(r"\w", right) and not any(_finite(token) for token in before):
        return cue.token.dep_ == "ROOT"  # "welcomed the move as “brave” on Friday"
    if not 1 <= len(before) <= 6 or any(
        _finite(token) or token.is_quote or (token.lower_ == "that" and token.dep_ == "mark") for token in before
    ):
        return False
    token = root_of(mention, cue.paragraph)
    while token is not None and token.dep_ in ("pobj", "npadvmod", "prep", "det", "amod", "nummod", "compound") and token.head != token:
        if token.head == cue.token:
            return True
        token = token.head
    named = any(token.pos_ == "NOUN" and any(child.lower_ in ("a", "an") for child in token.children) for token in before)
    return len(before) <= 3 and not named and not any(_finite(token) for token in content)  # "offered him a date in the spring"


@cache
def _at_occasion() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, occasion_words("occasion")), key=len, reverse=True))
    return re.compile(
        rf"\b(?:at|in|during)\s+(?:an?|his|her|its|their)\s+(?:[\w-]+\s+){{0,3}}(?:{nouns})\s+(?:(?:in|at|near|outside|with)\s+[^,;:“”\"]{{1,40}}\s+)?(?:on\s+)?$",
        re.I,
    )


def _finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _modifies(mention: DateMention, paragraph: Paragraph, nouns: frozenset[str]) -> bool:
    """ "A 2014 study", "its July summit", "a report of last week": the mention modifies a noun of saying."""
    token = root_of(mention, paragraph)
    premodifier = _is_premodifier(token)
    for _ in range(4):
        if token is None or token.head == token or (premodifier and not _is_premodifier(token)):
            return False  # "a study of 2021 ballots"
        token = token.head
        if lemma(token) in nouns:
            return True
        if token.pos_ == "VERB":
            return lemma(token) in occasion_words("carrier") and lemma(token.head) in nouns
    return False


def _adjacent(mention: DateMention, cue: Cue) -> bool:
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


def _in_clause(first: Token, cue: Token) -> bool:
    """ "Two clerks who fled last month told": the words before the date, back to a comma, are a clause about the speaker."""
    for token in reversed(first.doc[first.sent.start : first.i]):
        if token.text in (",", "—", "–"):
            return False
        if token.tag_ in ("WP", "WDT"):
            return cue not in (token.head, *token.head.subtree)
    return False


def _under(mention: DateMention, cue: Cue) -> bool:
    """Whether the parse hangs the mention on the cue or on a verb that says when the cue happened."""
    token = root_of(mention, cue.paragraph)
    if token is None:
        return False
    occasions = occasion_words("occasion") | occasion_words("document")
    governors = dict(_governors(cue.token))
    while True:
        if token in governors:
            at = cue.paragraph.start
            return governors[token] or mention.span[0] < at + token.idx or (mention.span[0] < at + cue.token.idx and _goes_on(cue.token))
        if token.lower_ == "dated" and token.head in governors:  # "In his letter, dated 19 October, he said"
            return True
        if _meanwhile(token) and token.head == cue.token:  # "said as he left the ministry on Monday"
            return True
        verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")
        if verb and not (token.dep_ in ("acl", "relcl") and lemma(token) in occasion_words("carrier") and lemma(token.head) in occasions):
            return False
        if token.dep_ in ("appos", "relcl") and not verb:
            return False
        if token.head == token:
            return False
        token = token.head


def _goes_on(cue: Token) -> bool:
    """ "Summoned the envoy on Friday and demanded": the verb has the first one's subject or a pronoun, and is no part of what is said."""
    if cue.tag_ == "VBG":
        return True  # "split on Friday, with Oke calling it … and Petek warning"
    subjects = [child for child in cue.children if child.dep_ in ("nsubj", "nsubjpass")]
    return cue.dep_ not in ("ccomp", "conj") or (cue.head.dep_ != "ccomp" and all(subject.pos_ == "PRON" for subject in subjects))


def _meanwhile(token: Token) -> bool:
    """ "As he left", "when asked": a clause that says what went on while something was said; not "as he did", "as he had"."""
    if token.dep_ != "advcl" or token.tag_ not in ("VBD", "VBN", "VBG") or lemma(token) in ("do", "be", "have", "say"):
        return False
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in ("as", "when", "while") for child in token.children)


def _carrier(token: Token) -> Token:
    """The word, mostly a verb, below which a date stands with nothing but nouns and prepositions between."""
    while token.dep_ in _WHEN and token.head != token:
        token = token.head
    return token


def _done_before(token: Token, cue: Token) -> bool:
    """ "Having visited the mine on Friday", "after visiting it on Friday"."""
    token = _carrier(token)
    return (token.dep_ == "advcl" and token.head == cue and has_having(token)) or (
        token.dep_ == "pcomp" and token.head.lower_ in ("after", "since", "following") and token.head.head == cue
    )


def _speaking(token: Token, cue: Token) -> bool:
    """ "Speaking in parliament on Monday, she said", "asked on Friday", "in opening the case on 4 May": a participle that is the saying."""
    own = token
    while own.dep_ in ("pobj", "npadvmod", "prep") and own.head.pos_ in ("ADP", "VERB"):
        own = own.head
    if own.tag_ == "VBG" and own.dep_ == "advcl" and own.head == cue and own.i > cue.i:
        return True  # "said, holding it up for photographers on Monday"
    token = _carrier(token)
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in ("in", "on", "while", "when"):
        return token.head.head == cue and lemma(token) in occasion_words("speaking")
    kind = {"VBG": "speaking", "VBN": "asked", "VBD": "asked"}.get(token.tag_)
    if kind is None or lemma(token) not in occasion_words(kind) or token.dep_ not in ("advcl", "acl"):
        return False
    if kind == "asked" and any(child.dep_ in ("nsubj", "aux") for child in token.children):
        return False
    return token.head == cue or (token.head.head == cue and token.head.dep_ == "nsubj")


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
            if token.tag_ in ("VBZ", "VBP") and head.tag_ == "VBD":
                return  # "On 9 May it conceded …, but it maintains that …"
            anywhere = False
        elif token.dep_ == "pcomp" and head.lower_ in ("for", "of", "over", "about", "after", "since", "despite"):
            return  # "apologized on Monday for saying that": the deed is an earlier one
        elif token.dep_ in ("xcomp", "aux", "auxpass", "prt", "pcomp", "prep") or (token.dep_ in ("advcl", "acl") and token.tag_ == "VBG"):
            pass
        elif token.dep_ == "advcl" and token.tag_ == "VB" and lemma(head) in ("go", "continue"):
            pass  # "went on Friday to say"
        elif token.dep_ == "relcl" and any(child.lower_ == "when" for child in token.children):
            pass  # "on Tuesday, when he said that"
        elif not (token.pos_ == "NOUN" and token.dep_ == "dobj" and lemma(head) in occasion_words("support")):
            return
        token = head
