"""The printed view: what a picture of the filtered chart says above and below it, and what its file is called."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from timeline.columns import Columns as C
from timeline.dashboard.address import Address
from timeline.dashboard.wording import interval_words, listed, number_words
from timeline.figure import View
from timeline.filters import describe


@dataclass(frozen=True, slots=True)
class Size:
    """Width in pixels at scale 1 (the height follows from the lanes) and the scale."""

    words: str
    width: int
    scale: int


SIZES: Final[dict[str, Size]] = {
    "article": Size("Article", 1200, 2),
    "slide": Size("Slide", 1600, 2),
    "poster": Size("Poster", 2400, 4),
}


def printed_view(
    rows: pd.DataFrame,
    title: str,
    address: Address,
    claims: tuple[str, ...],
    window: tuple[date | None, date | None],
    size: Size,
    made: date | None = None,
) -> View:
    """The view of the picture: today's filter and window, drawn light, with title and caption."""
    return View(
        colour=address.colour,
        start=window[0],
        end=window[1],
        width=size.width,
        order=address.order,
        actors=address.top,
        folded=address.folded,
        claim=address.focus,
        claims=claims,
        days=address.days,
        printed=True,
        title=title,
        caption=caption(rows, address, window, made),
    )


def caption(rows: pd.DataFrame, address: Address, window: tuple[date | None, date | None] = (None, None), made: date | None = None) -> str:
    """Filter, days in view, sources, data hash and the day on which the picture was made: what a reader needs to find the data again."""
    articles = rows[C.SOURCE_ID].nunique()
    outlets = [str(name) for name in rows[C.PUBLISHER].value_counts().index if str(name)] if len(rows) else []
    outlets = [name for name in outlets if (rows[C.PUBLISHER].astype(str) == name).any()][:12]
    chosen = describe(address.wanted)
    lines = [f"Shown: {number_words(len(rows), 'statement')}, {chosen or 'no filter'}."]
    if window[0] and window[1]:
        lines.append(f"In view: {interval_words(*window, address.days)}.")
    if address.focus:
        lines.append(f"In colour: {address.focus}.")
    if articles:
        lines.append(f"Sources: {number_words(articles, 'article')}{' from ' + listed(outlets, 8) if outlets else ''}.")
    drawn = f", drawn on {interval_words(made, made, address.days)}" if made else ""
    return " ".join(lines) + f" Data {data_hash(rows)}{drawn}."


def data_hash(rows: pd.DataFrame) -> str:
    """Eight hexadecimal digits that stand for the rows shown: the same statements, dates, acts and stances give the same ones."""
    shown = rows[[C.STATEMENT_ID, C.ACTOR, C.SAID_EDTF, C.ACT, C.CLAIM, C.STANCE]].astype("str")
    digest = hashlib.sha256(pd.util.hash_pandas_object(shown, index=False).to_numpy().tobytes())
    return digest.hexdigest()[:8]


def file_stem(title: str, address: Address) -> str:
    """A file name without ending, from title and filter: letters, digits and hyphens, at most 80 characters."""
    words = f"{title} {describe(address.wanted)}"
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-")[:80].strip("-") or "timeline"
