"""What the reader wants to see of an event table."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from timeline.errors import ExportError
from timeline.figure.lettering import Days

NARROWEST: Final = 100
LOWEST: Final = 10
"""Pixels: a printed picture has wide margins, plotly draws nothing lower."""


@dataclass(frozen=True, slots=True)
class View:
    """How to draw an event table.

    `start`, `end`: visible days, None = all; `width`, `height` in pixels, height None = as the lanes need;
    `order`: of the actors in a group; `folded`: affiliations drawn as one lane; `claim`: this claim in colour, the rest receding;
    `selected`: statement id to ring; `printed`: for a picture: marks labelled or numbered with a list below, `title` and `caption` drawn.

    `actors`: an order by hand, those named come first; `claims`: the claims that get a colour, most important first (default: the most
    frequent); `legend`: draw plotly's legend of acts and colours (a picture always has one); `arrows`: from answers to what they answer,
    for the chosen claim and the selected statement; `lanes`: at most so many, the least frequent actors share one lane a group;
    `breaks`: cut long quiet stretches out of the axis, if no bands are needed;
    `detail`: at most so many single marks, denser stretches are drawn as counted bands;
    `days`: how days are written, in words, as in German or as in ISO 8601.

    Raises ExportError where the chart would be narrower than 100 or lower than 10 pixels.
    """

    colour: Literal["stance", "claim"] = "stance"
    dark: bool = False
    start: date | None = None
    end: date | None = None
    width: int = 1200
    height: int | None = None
    order: Literal["first", "number", "name"] = "first"
    folded: frozenset[str] = frozenset()
    claim: str = ""
    selected: str = ""
    printed: bool = False
    title: str = ""
    caption: str = ""
    actors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    legend: bool = False
    arrows: bool = True
    lanes: int = 40
    detail: int = 450
    breaks: bool = True
    days: Days = "words"

    def __post_init__(self) -> None:
        if self.width < NARROWEST or (self.height is not None and self.height < LOWEST):
            size = f"{self.width} × {self.height}" if self.height is not None else f"{self.width}"
            raise ExportError(f"A chart of {size} pixels cannot be drawn; give {NARROWEST} × {LOWEST} or more.")
