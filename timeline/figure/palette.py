"""The figure's colours and type: one theme for light, one for dark, after Okabe and Ito's colour-blind-safe palette."""

from dataclasses import dataclass
from typing import Final

FONT: Final = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", "Noto Sans", Arial, sans-serif'


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`: `paper` behind all, `ink` for words, `quiet` for lesser words, `card` behind hover cards.

    `rule` and `edge` are the colours of lines in and between groups.
    """

    paper: str
    ink: str
    quiet: str
    rule: str
    edge: str
    card: str
    stances: dict[str, str]
    claims: tuple[str, ...]


# Contrast with the paper: words at least 4.5 : 1, marks at least 3 : 1 (WCAG AA); test_figure_palette.py holds them to it.
LIGHT: Final = Theme(
    paper="#ffffff",
    ink="#1d2126",
    quiet="#626a73",
    rule="#e6e8eb",
    edge="#b9bfc6",
    card="#ffffff",
    stances={"affirm": "#d55e00", "refute": "#0072b2", "neutral": "#5d656e", "": "#8d949c"},
    claims=("#0072b2", "#d55e00", "#00875f", "#b2578f", "#a87400", "#2b8cbe"),
)
DARK: Final = Theme(
    paper="#15181c",
    ink="#e8eaed",
    quiet="#a2aab3",
    rule="#2a2f35",
    edge="#4a525b",
    card="#22272d",
    stances={"affirm": "#ff8a3d", "refute": "#56b4e9", "neutral": "#aab2bb", "": "#79818a"},
    claims=("#56b4e9", "#ff8a3d", "#1fc393", "#dd8fc0", "#e6b422", "#9ad0f0"),
)
STANCE_WORDS: Final = {"affirm": "affirms the claim", "refute": "refutes it", "neutral": "takes no side", "": "no claim"}


def theme(dark: bool) -> Theme:
    """The theme for a dark or a light page."""
    return DARK if dark else LIGHT


def rgba(colour: str, alpha: float) -> str:
    """A colour with an opacity: `rgba("#d55e00", 0.5)` → "rgba(213,94,0,0.5)"."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


def mix(colour: str, other: str, share: float) -> str:
    """A solid colour between two, `share` of it the other: what a transparent `colour` over `other` looks like."""
    pairs = ((int(colour[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(one * (1 - share) + two * share):02x}" for one, two in pairs)


def claim_order(counts: dict[str, int], wanted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The claims that get a colour of their own: those wanted first, then the most frequent, as many as there are colours."""
    frequent = sorted((claim for claim in counts if claim and claim not in wanted), key=lambda claim: (-counts[claim], claim))
    return (*wanted, *frequent)[: len(LIGHT.claims)]
