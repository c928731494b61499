"""Mention, Cue → whether the date is that on which the document came out that says it: "in a guide released in January"."""

import re
from functools import cache

from timeline.dates import DateMention
from timeline.language import doc_text
from timeline.said.cues import Cue, occasion_words

# "released in ", "that the agency put out on ", ", which was published late on ", ", first posted on "
_CAME_OUT = (
    r"(?:released|published|posted|issued|printed|unveiled|circulated|distributed|put\s+out|made\s+public|dated|filed|sent)"
    r"(?:\s+(?:first|late|early|online|here))?(?:\s+(?:on|in|over|by))?(?:\s+the)?\s*$"
)
_FEW_WORDS = r"(?:[\w'’-]+\s+){0,4}"
_NEAR = 160
_OTHER_CLAUSE = re.compile(r"[;:!?“”\"]|\.(?!\d)|\b(?:and|but|while|after|before|as|when|because)\b", re.I)


@cache
def _document_out() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, occasion_words("document")), key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})s?\b([^\n]{{0,90}}?)\b{_CAME_OUT}", re.I)


def came_out(mention: DateMention, cue: Cue) -> bool:
    """ "According to a report by the board published in August", "wrote in a guide released in January".

    The parse often hangs the participle on the wrong noun, so the words decide. The document is the speaker or what it was said in.
    """
    text, start = doc_text(cue.paragraph.doc), cue.paragraph.start
    at, head = mention.span[0] - start, cue.attribution.head - start
    speakers = (rf"{_FEW_WORDS}", [span[0] - start for span in cue.attribution.speaker_spans])
    said_in = (rf"\w+\s+(?:to|in|through)\s+{_FEW_WORDS}", [head])
    for lead, places in (speakers, said_in):
        for place in places:
            if not max(cue.token.sent.start_char, at - _NEAR) <= place < at:
                continue
            found = _document_out().search(text[place:at])
            if found and not _OTHER_CLAUSE.search(found[1]) and re.fullmatch(lead, text[place : place + found.start()]):
                return True
    return False
