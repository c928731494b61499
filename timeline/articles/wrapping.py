"""Lines that were broken to a column's width, as agencies and e-mail do, told from lines that end paragraphs."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 40, 100
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_OPENS_A_PARAGRAPH = re.compile(r"by\s+[A-Z]|[-*•–—]\s|published\b|posted\b|updated\b", re.I)


def column_width(chunks: Iterable[Sequence[str]]) -> int | None:
    """The width to which a text's lines are broken; None where every line end ends a paragraph.

    `chunks` are the stretches between blank lines, as stripped lines.
    """
    breaks = [pair for lines in chunks for pair in pairwise(lines)]
    narrow = [(line, following) for line, following in breaks if len(line) <= _WIDEST]
    width = max((len(line) for line, _ in narrow), default=0)
    if width < _NARROWEST or len(narrow) < 0.7 * len(breaks):
        return None
    # Prose goes on in lower case after most breaks; headlines, bylines, captions and list items don't.
    goes_on = sum(following[:1].islower() for _, following in narrow)
    full = sum(_is_full(line, following, width) for line, following in narrow)
    return width if goes_on >= 0.3 * len(breaks) and full >= 0.5 * len(breaks) else None


def goes_on(line: str, following: str, width: int | None) -> bool:
    """Whether a paragraph goes on after a line end, in a text whose lines are broken to `width`."""
    if width is None or len(line) > width or _OPENS_A_PARAGRAPH.match(following):
        return False
    return _is_full(line, following, width) or (following[:1].islower() and not _SENTENCE_END.search(line))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 4
