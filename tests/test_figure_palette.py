"""Colours that everybody can tell apart, and words that everybody can read."""

import itertools

import pytest

from timeline.figure.palette import DARK, LIGHT, Theme, claim_order, mix, rgba
from timeline.figure.symbols import SYMBOLS
from timeline.labels import ACTS

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen_by(colour: str, kind: str) -> tuple[float, ...]:
    """A colour as somebody without red, green or blue cones sees it (Machado et al. 2009, on linear light)."""
    matrix = {
        "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
        "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    }[kind]
    light = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    return tuple(max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True))) ** (1 / 2.2) for row in matrix)


@THEMES
def test_words_and_marks_stand_out_from_the_paper(theme: Theme) -> None:
    assert contrast(theme.ink, theme.paper) >= 7
    assert contrast(theme.quiet, theme.paper) >= 4.5
    assert contrast(theme.ink, theme.card) >= 7
    for colour in (*theme.stances.values(), *theme.claims):
        assert contrast(colour, theme.paper) >= 3, colour


@THEMES
@pytest.mark.parametrize("kind", ["protan", "deutan", "tritan"])
def test_stances_differ_for_the_colour_blind(theme: Theme, kind: str) -> None:
    for one, other in itertools.combinations([theme.stances[name] for name in ("affirm", "refute", "neutral")], 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen_by(one, kind), seen_by(other, kind), strict=True)) ** 0.5
        assert apart > 0.2, (one, other)


def test_every_act_has_a_shape_of_its_own() -> None:
    assert set(SYMBOLS) == set(ACTS)
    assert len({symbol.marker for symbol in SYMBOLS.values()}) == len(ACTS)
    assert len({symbol.outline for symbol in SYMBOLS.values()}) == len(ACTS)


def test_mixing() -> None:
    assert rgba("#d55e00", 0.5) == "rgba(213,94,0,0.5)"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#d55e00", "#ffffff", 0) == "#d55e00"


def test_claims_wanted_keep_their_colours_and_the_most_frequent_follow() -> None:
    counts = {"": 90, "a": 1, "b": 5, "c": 5, "d": 2, "e": 1, "f": 1, "g": 1}
    assert claim_order(counts) == ("b", "c", "d", "a", "e", "f")
    assert claim_order(counts, ("g",))[:2] == ("g", "b")
