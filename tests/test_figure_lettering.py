"""Words in the picture: safe, wrapped, cut; days in words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.lettering import card_lines, cut, day_words, fit, plain, safe, text_width, wrap

DAYS = [
    ("2022-10-24", "2022-10-24", 0, "24 October 2022", "24 Oct"),
    ("2022-10-17", "2022-10-23", 0, "17–23 October 2022", "17–23 Oct"),
    ("2022-09-30", "2022-10-03", 0, "30 September – 3 October 2022", "30 Sep – 3 Oct"),
    ("2021-12-30", "2022-01-02", 0, "30 December 2021 – 2 January 2022", "30 Dec – 2 Jan"),
    ("2022-10-01", "2022-10-31", 0, "October 2022", "Oct 2022"),
    ("2022-10-01", "2022-10-30", 0, "1–30 October 2022", "1–30 Oct"),
    ("2024-02-01", "2024-02-29", 0, "February 2024", "Feb 2024"),
    ("2022-10-25", "2022-10-25", -1, "on or before 25 October 2022", "≤ 25 Oct"),
    ("2022-10-25", "2022-10-25", 1, "on or after 25 October 2022", "≥ 25 Oct"),
]


@pytest.mark.parametrize(("first", "last", "side", "words", "short"), DAYS)
def test_day_words(first: str, last: str, side: int, words: str, short: str) -> None:
    assert day_words(np.datetime64(first), np.datetime64(last), side) == words
    assert day_words(np.datetime64(first), np.datetime64(last), side, short=True) == short


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<b>bold</b> & <a href='x'>", "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href='x'&gt;"),
        ("&lt;", "&amp;lt;"),
        ("50%{x} of %{customdata[0]}, 5 %", "50&#37;{x} of &#37;{customdata[0]}, 5 %"),
        ("plain", "plain"),
    ],
)
def test_safe(text: str, seen: str) -> None:
    assert safe(text) == seen


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (float("nan"), ""), ("  a \n b\t", "a b"), ("user\u202egnp.exe", "usergnp.exe"), ("a\u200fb\x07", "ab"), (7, "7")],
)
def test_plain(value: object, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("short", 10, "short"),
        ("a limited number of drones", 20, "a limited number of…"),
        ("one, two, three", 10, "one, two…"),
        ("unbreakablewordofmanyletters", 10, "unbreakab…"),
    ],
)
def test_cut(text: str, letters: int, short: str) -> None:
    assert cut(text, letters) == short


@given(st.text(max_size=300), st.integers(20, 400), st.integers(1, 4))
def test_wrapped_lines_are_never_too_wide(text: str, width: int, lines: int) -> None:
    done = wrap(plain(text), width, 12, lines)
    assert len(done) <= lines
    assert all(text_width(line, 12) <= width for line in done)


@given(st.text(max_size=80), st.integers(10, 400))
def test_fitted_text_fits_and_whole_text_stays_whole(text: str, width: int) -> None:
    short = fit(text, width, 12)
    assert text_width(short, 12) <= width
    assert short == text or text_width(text, 12) > width


def test_a_card_has_few_lines_of_a_readable_length() -> None:
    lines = card_lines("a word <i>and</i> another " * 60).split("<br>")
    assert len(lines) == 7
    assert all(len(line.replace("&lt;", "<").replace("&gt;", ">")) <= 75 for line in lines)
    assert lines[-1].endswith("…")


def test_a_name_of_ten_thousand_letters_is_cut_quickly() -> None:
    assert len(wrap("x" * 10_000, 180, 12, 2)) <= 2


@pytest.mark.parametrize(("wider", "narrower"), [("無人機", "abc"), ("🚀", "W"), ("Ш", "i"), ("mm", "m"), ("é́́", "i")])
def test_widths_of_letters(wider: str, narrower: str) -> None:
    assert text_width(wider, 12) > text_width(narrower, 12)
    assert text_width("é", 12) == pytest.approx(text_width("e", 12))
