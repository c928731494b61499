"""Event table → plotly Figure: one lane an actor, grouped by affiliation; every mark one statement. Pure: no I/O, no state."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class View:
    """How to draw an event table.

    `start`, `end`: visible days, None = all; `width`, `height` in pixels, height None = as the lanes need;
    `order`: of the actors in a group; `folded`: affiliations drawn as one lane; `claim`: this claim in colour, the rest receding;
    `selected`: statement id to ring; `printed`: for a picture: marks labelled or numbered with a list below, `title` and `caption` drawn.
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


def figure(events: pd.DataFrame, view: View | None = None) -> go.Figure:
    """The timeline of the rows given (filter first). Each mark's customdata begins with its statement_id."""
    raise NotImplementedError
