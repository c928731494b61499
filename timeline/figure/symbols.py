"""One shape per act, the same in the chart, its legend and the page's filter."""

from dataclasses import dataclass
from typing import Final

from timeline.labels import ActLabel


@dataclass(frozen=True, slots=True)
class Symbol:
    """`marker`: plotly's name; `verb`: what the actor did, for cards and lists; `outline`: an SVG path in a box from −1 to 1.

    `swell`: how much larger it is drawn, so that all shapes look equally large;
    `lined` shapes are strokes: they have no inside and take their colour from the marker's line.
    """

    marker: str
    verb: str
    outline: str
    swell: float = 1.0
    lined: bool = False


SYMBOLS: Final[dict[ActLabel, Symbol]] = {
    "allege": Symbol("triangle-up", "alleges", "M0,-1L0.95,0.75H-0.95Z", 1.14),
    "deny": Symbol("x", "denies", "M0,-0.45L0.55,-1L1,-0.55L0.45,0L1,0.55L0.55,1L0,0.45L-0.55,1L-1,0.55L-0.45,0L-1,-0.55L-0.55,-1Z", 1.06),
    "reject": Symbol("triangle-down", "rejects", "M0,1L0.95,-0.75H-0.95Z", 1.14),
    "confirm": Symbol("circle", "confirms", "M0.95,0A0.95,0.95 0 1 1 -0.95,0A0.95,0.95 0 1 1 0.95,0Z"),
    "offer": Symbol("diamond", "offers", "M0,-1.05L0.95,0L0,1.05L-0.95,0Z", 1.12),
    "demand": Symbol("square", "demands", "M-0.82,-0.82H0.82V0.82H-0.82Z", 0.94),
    "promise": Symbol("triangle-right", "promises", "M1,0L-0.75,0.95V-0.95Z", 1.14),
    "threaten": Symbol(
        "star",
        "threatens",
        "M0,-1.05L0.27,-0.35L1,-0.32L0.43,0.14L0.62,0.86L0,0.45L-0.62,0.86L-0.43,0.14L-1,-0.32L-0.27,-0.35Z",
        1.2,
    ),
    "criticize": Symbol("hourglass", "criticizes", "M-0.85,-0.9H0.85L-0.85,0.9H0.85Z", 1.0),
    "endorse": Symbol("cross", "endorses", "M-0.35,-1H0.35V-0.35H1V0.35H0.35V1H-0.35V0.35H-1V-0.35H-0.35Z", 1.08),
    "decline": Symbol("line-ew", "declines to say", "M-1,-0.22H1V0.22H-1Z", lined=True),
    "state": Symbol("line-ns", "states", "M-0.22,-1H0.22V1H-0.22Z", lined=True),
}
