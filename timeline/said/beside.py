"""Dates inside what is said that stand beside it: "accused Norland on Monday of theft"."""

import re
from functools import cache

from spacy.tokens import Token

from timeline.dates import DateMention
from timeline.language import doc_text
from timeline.said.cues import Cue, occasion_words, root_of
from timeline.spans import inside

# "it on ", "that account "
_SHORT_OBJECT = re.compile(r"(?:it|them|(?:this|that|these|those|the|his|her|its|their)\s+\w+)\s+(?:on\s+|in\s+)?", re.I)
_PREPOSITION = re.compile(r"\s+(?:of|for|as|to|over|with|from|by|at|in|on|about|against|not|that|after|before|during)\b", re.I)
# "“brave” on "
_AFTER_QUOTE = re.compile(r"[”\"][,.]?\s+(?:(?:late|early)\s+)?(?:(?:on|in|over)\s+)?(?:the\s+)?$")


def beside_content(mention: DateMention, cue: Cue) -> bool:
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
