"""One statement as the page explains it: its passage with what is what marked, how it was dated, why it is read so, what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from timeline.articles import Article
from timeline.columns import Columns as C
from timeline.dashboard.wording import interval_words, one_line, who
from timeline.figure.lettering import Days
from timeline.spans import Span

Mark = Literal["", "content", "cue", "speaker", "date"]
# Where spans overlap, the later one wins: a date inside a quotation is still seen as a date.
MARKS: Final[tuple[tuple[Mark, str], ...]] = (
    ("content", C.CONTENT_SPANS),
    ("speaker", C.SPEAKER_SPANS),
    ("cue", C.CUE_SPANS),
    ("date", C.SAID_SPANS),
)


PASSAGE_LONGEST: Final = 1500  # characters; a longer one is cut at line breaks


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what it is in the statement ("" = nothing)."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Another statement to jump to, in one line, with the time between the two ("3 days later", "")."""

    statement_id: str
    words: str
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """All that the page says of one statement. `passage` is the paragraph, `before` and `after` the rest of the article."""

    row: pd.Series
    who: str
    said: str
    passage: tuple[Piece, ...]
    before: str
    after: str
    answers: tuple[Link, ...]
    answered_by: tuple[Link, ...]
    together: tuple[Link, ...]


def find_details(events: pd.DataFrame, articles: Mapping[str, Article], statement_id: str, days: Days = "words") -> Details | None:
    """The details of a statement; None if the table has no such id."""
    places = (events[C.STATEMENT_ID] == statement_id).to_numpy().nonzero()[0]
    if not len(places):
        return None
    row = events.iloc[int(places[0])]
    article = articles.get(str(row[C.SOURCE_ID]))
    before, passage, after = passage_of(row, article.text) if article else ("", (Piece(str(row[C.CONTENT]), "content"),), "")
    return Details(
        row,
        who(row),
        interval_words(row[C.SAID_START], row[C.SAID_END], days),
        passage,
        before,
        after,
        _links(row, events[events[C.STATEMENT_ID].isin(_replies(row[C.IN_REPLY_TO]))], days),
        _links(row, events[_answering(events, statement_id)], days),
        _links(row, _same_words(events, row), days),
    )


def passage_of(row: pd.Series, text: str) -> tuple[str, tuple[Piece, ...], str]:
    """The article cut in three: text before, the marked paragraphs that the statement touches, text after."""
    marks = [(mark, _spans(row[column])) for mark, column in MARKS]
    core = [span for mark, spans in marks for span in spans if mark != "date"] or [span for _, spans in marks for span in spans]
    core = [span for span in core if 0 <= span[0] < span[1] <= len(text)]
    if not core:
        return "", (Piece(str(row[C.CONTENT]), "content"),), ""
    start, end = _around(text, min(span[0] for span in core), max(span[1] for span in core))
    return text[:start], tuple(cut_pieces(text, start, end, marks)), text[end:]


def _around(text: str, first: int, last: int) -> tuple[int, int]:
    """The paragraphs that hold a stretch: between blank lines, or between line breaks where those lie too far apart."""
    for gap in ("\n\n", "\n"):
        before, after = text.rfind(gap, 0, first), text.find(gap, last)
        start, end = before + len(gap) if before >= 0 else 0, after if after >= 0 else len(text)
        if end - start <= PASSAGE_LONGEST:
            break
    return start, end


def cut_pieces(text: str, start: int, end: int, marks: Sequence[tuple[Mark, Sequence[Span]]]) -> list[Piece]:
    """text[start:end] in pieces of one mark each, later marks lying over earlier ones; joined they give the text back."""
    over: list[Mark] = [""] * (end - start)
    for mark, spans in marks:
        for first, last in spans:
            for place in range(max(first, start), min(last, end)):
                over[place - start] = mark
    pieces: list[Piece] = []
    begun = 0
    for place in range(1, len(over) + 1):
        if place == len(over) or over[place] != over[begun]:
            pieces.append(Piece(text[start + begun : start + place], over[begun]))
            begun = place
    return pieces


def _spans(value: object) -> list[Span]:
    return [(int(start), int(end)) for start, end in value] if isinstance(value, list | tuple) else []


def _replies(value: object) -> list[str]:
    return list(value) if isinstance(value, list | tuple) else []


def _answering(events: pd.DataFrame, statement_id: str) -> list[bool]:
    return [statement_id in _replies(answered) for answered in events[C.IN_REPLY_TO]]


def _same_words(events: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    """Rows of the same sentence by other actors ("France and Germany called …")."""
    base = str(row[C.STATEMENT_ID]).partition(".")[0]
    same = events[C.STATEMENT_ID].str.startswith(base) & events[C.STATEMENT_ID].str.slice(len(base), len(base) + 1).isin(["", "."])
    others: pd.DataFrame = events[same & (events[C.STATEMENT_ID] != row[C.STATEMENT_ID])]
    return others


def _links(row: pd.Series, others: pd.DataFrame, days: Days) -> tuple[Link, ...]:
    return tuple(Link(str(other[C.STATEMENT_ID]), one_line(other, days), _apart(row, other)) for _, other in others.iterrows())


def _apart(row: pd.Series, other: pd.Series) -> str:
    """The time between two statements: "same day", "3 days earlier", "1–7 days later"; "" where days are open or either may come first."""
    days = [one for each in (row, other) for one in (each[C.SAID_START], each[C.SAID_END])]
    if any(pd.isna(day) for day in days):
        return ""
    least, most = (days[2] - days[1]).days, (days[3] - days[0]).days
    if least == most == 0:
        return "same day"
    if least < 0 < most:
        return ""
    low, high = sorted((abs(least), abs(most)))
    number = f"{low}" if low == high else f"{low}–{high}"
    return f"{number} day{'' if number == '1' else 's'} {'later' if most > 0 else 'earlier'}"
