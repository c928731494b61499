"""From character offsets to the parse's tokens."""

from spacy.tokens import Doc, Span, Token


def tokens_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that a stretch of a Doc's characters touches; edges outside the text are brought inside."""
    if not len(doc):
        return doc[0:0]
    size = doc[-1].idx + len(doc[-1])  # not len(doc.text): spaCy puts the text together anew each time
    start = min(max(0, start), max(0, size - 1))
    found = doc.char_span(start, min(max(start + 1, end), size), alignment_mode="expand")
    return found if found is not None else doc[0:0]


def token_at(doc: Doc, offset: int) -> Token:
    """The token at a character of a Doc (the one before, where a blank stands there)."""
    found = tokens_at(doc, offset, offset + 1)
    return found[0] if len(found) else doc[max(0, len(doc) - 1)]
