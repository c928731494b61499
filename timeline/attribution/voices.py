"""A speaker in tokens, and the pauses that part asides from a sentence."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

NOUNS = {"PROPN", "NOUN", "PRON"}
PAUSES = frozenset({",", "-", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Token positions [start, end) of the speaker, None where the grammar gives none, and how it was found."""

    span: tuple[int, int] | None
    how: str
    head: Token | None = None


NOBODY = Speaker(None, "none")


def pause_before(doc: Doc, at: int) -> int | None:
    """The comma or dash before a token, a closing quotation mark aside: "“…,” | referring to"; None if there is none."""
    last = at - 1 - (at > 1 and doc[at - 1].is_quote)
    return last if last >= 0 and doc[last].text in PAUSES else None
