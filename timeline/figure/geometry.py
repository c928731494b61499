"""Where lanes and headings stand, in pixels from the top of the chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.figure.lanes import Lane, Lanes
from timeline.figure.lettering import wrap
from timeline.figure.rows import Ints

HEADING, GROUP_GAP = 25.0, 7.0
NAME, ROLE, HEAD = 12.5, 11.0, 12.5  # sizes of letters
LINE = 14.5


@dataclass(frozen=True, slots=True)
class Words:
    """What stands at the left of a lane: lines of its name, one line of its role."""

    name: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class Geometry:
    """`top`, `bottom` of each lane; `headings`: (y of the middle, group); `total` height; `words` of each lane."""

    top: tuple[float, ...]
    bottom: tuple[float, ...]
    headings: tuple[tuple[float, str], ...]
    total: float
    words: tuple[Words, ...]

    def row_y(self, lane: int, row: int, rows: int, height: float) -> float:
        """The middle of a row of marks in a lane: the rows stand together in the lane's middle."""
        return (self.top[lane] + self.bottom[lane]) / 2 + (row - (rows - 1) / 2) * height


def heads_itself(lane: Lane, lanes: Lanes) -> bool:
    """Whether a lane is its group's only one and has its name, so that a heading would say the same twice."""
    return lane.name == lane.group and sum(other.group == lane.group for other in lanes.lanes) == 1


def whole_name(lane: Lane) -> str:
    """The name in one line; of a folded group with the number of its speakers."""
    return f"{lane.name} · {lane.role}" if lane.folded and lane.role else lane.name


def lane_words(lanes: Lanes, width: float, thin: bool, free: Sequence[float]) -> tuple[Words, ...]:
    """The names wrapped to `width` pixels, in two lines at most, and the roles.

    Thin lanes have no role, unless the marks make them high enough for it: `free` is the height in pixels that they have anyway.
    """
    words = []
    for lane, high in zip(lanes.lanes, free, strict=True):
        name = tuple(wrap(whole_name(lane) if thin else lane.name, width, NAME, lines=2, bold=heads_itself(lane, lanes)))
        no_room = thin and (lane.folded or (len(name) + 1) * LINE + 4 > high)
        role = "" if no_room else next(iter(wrap(lane.role, width, ROLE, lines=1)), "")
        words.append(Words(name, role))
    return tuple(words)


def lay(lanes: Lanes, rows: Ints, words: Sequence[Words], row_height: float, pad: float, least: Sequence[float]) -> Geometry:
    """Lanes below each other, each as high as its marks and its words need and at least as many pixels as `least` says."""
    y, group = 2.0, None
    top: list[float] = []
    bottom: list[float] = []
    headings: list[tuple[float, str]] = []
    for place, lane in enumerate(lanes.lanes):
        if lane.group != group:
            group = lane.group
            y += GROUP_GAP if top else 0
            if not heads_itself(lane, lanes):
                headings.append((y + HEADING / 2, lane.group))
                y += HEADING
        lines = len(words[place].name) + (1 if words[place].role else 0)
        top.append(y)
        y += max(least[place], float(rows[place]) * row_height + 2 * pad, lines * LINE + 6)
        bottom.append(y)
    return Geometry(tuple(top), tuple(bottom), tuple(headings), y + 2, tuple(words))
