"""Blocks: varied layouts, each paragraph with its kind."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import Article, read_article
from timeline.blocks import find_blocks

LEAD = "The harbour board said on Monday that it had never promised to keep the old ferry running after the spring, whatever was written."
QUOTE = "“We have not and will not sell the ferry,” its director, Tove Lund, told reporters in the town hall."


def kinds(text: str, title: str = "", **about: str) -> list[tuple[str, str]]:
    """Kind and first four words of each block."""
    article = Article("a", text, title, date(2022, 10, 25), **about)
    return [(block.kind, " ".join(text[slice(*block.span)].split()[:4])) for block in find_blocks(article)]


def body(*texts: str) -> list[tuple[str, str]]:
    return [("body", " ".join(text.split()[:4])) for text in texts]


HEADS = [
    ("Board denies promise", "headline"),
    ("Board denies promise\nBy Lena Marsh", "headline byline"),
    ("Board denies promise\n\nBy Lena Marsh\n\nOctober 25, 2022", "headline byline byline"),
    ("Board denies promise\nDirector speaks of a misunderstanding\nBy News Desk - October 25 2022", "headline standfirst byline"),
    ("Board denies promise\nThe director speaks of a misunderstanding.\nBy Lena Marsh", "headline standfirst byline"),
    ("Board denies promise; \nThe director speaks of a misunderstanding.", "headline standfirst"),
    ("Board denies promise\nPublished: 25 October 2022, 10:30 GMT", "headline byline"),
    ("Board denies promise\nThe Courier | 25 October 2022", "headline byline"),
    ("BOARD DENIES PROMISE\nBY LENA MARSH AND TOM ODELL, Staff Writers", "headline byline"),
    ("Did the board promise?\n25 October 2022", "headline byline"),
    ("Board denies promise\n\nPhoto: Lena Marsh", "headline caption"),
    ("Board denies promise\n\nFILE – This undated photograph shows the ferry. (Photo credit: Harbour Board via AP)", "headline caption"),
    ("Board denies promise\n\nThe ferry in 2019. (AP Photo/Lena Marsh)", "headline caption"),
    ("Board denies promise\n\nThe old ferry leaves the harbour on a calm day. Lena Marsh/Getty Images", "headline caption"),
    ("25 October 2022\nBoard denies promise", "byline headline"),
    ("Board denies promise\n\nOSLO, Norway (AP) --", "headline byline"),
    ("Board denies promise\n\n25 October 2022\n\n10:30 GMT", "headline byline byline"),
    ("Share\nTweet\nBoard denies promise\nBy Lena Marsh", "furniture furniture headline byline"),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\n \t\n\n"])
def test_head(head: str, expected: str, between: str) -> None:
    if between == "\n" and expected == "headline standfirst":
        expected = "headline body"  # without blank lines nothing tells a standfirst from the lead
    text = between.join([head, LEAD, QUOTE])
    found = kinds(text)
    assert [kind for kind, _ in found] == [*expected.split(), "body", "body"]


def test_title_tells_the_headline() -> None:
    text = f"World\n\nBoard: no promise was made.\n\n{LEAD}"
    assert [kind for kind, _ in kinds(text, "Board: no promise was made")] == ["furniture", "headline", "body"]


def test_text_without_its_title_begins_with_the_body() -> None:
    assert kinds(f"{LEAD}\n\n{QUOTE}", "Board denies promise") == body(LEAD, QUOTE)


def test_names_of_author_and_publisher_are_bylines() -> None:
    text = f"Board denies promise\n\nLena Marsh\n\nThe Courier\n\n{LEAD}"
    found = kinds(text, "Board denies promise", author="Lena Marsh", publisher="The Courier")
    assert [kind for kind, _ in found] == ["headline", "byline", "byline", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "By Monday the ferry had sunk, and nobody knew why.",
        "By winning the vote, Tove Lund kept her office.",
        "“From day one we told the truth,” she said.",
        "Video of the ferry was shown in court on Monday.",
        "Photographs of the ferry were shown in court.",
        "File a complaint, she told them, and wait.",
        "Comments by the director made matters worse on Monday.",
        "Related parties must be named, the judge said.",
        "Share prices fell on Monday, the board said.",
        "Print media were kept out of the hall, the union said.",
        "Most popular among the ferries is the old one, she said.",
        "Q. Did you promise it? A. We did not.",
        "2 hours ago the ferry sank, the harbour master said.",
        "12 of them said no.",
        "More from the ferry company's books was read out in court, and the director denied that she had known of it before the sale.",
    ],
)
def test_prose_that_looks_like_something_else(text: str) -> None:
    assert kinds(f"{LEAD}\n\n{text}\n\n{QUOTE}") == body(LEAD, text, QUOTE)


@pytest.mark.parametrize(
    "line",
    [
        "Most Popular",
        "ADVERTISEMENT",
        "Read more: Ferry sinks in Bergen",
        "Sign up for our newsletter",
        "© 2022 The Courier",
        "(c) The Courier 2022",
        "Tags: ferry, harbour",
        "Don’t miss",
        "[Read more]",
        "Image source, Getty Images",
        "This story has been updated.",
        "2 hours ago",
        "5 min read",
        "12 comments",
        "https://courier.example/board",
        "@courier @lund",
        "lena.marsh@courier.example",
    ],
)
def test_furniture_line(line: str) -> None:
    assert [kind for kind, _ in kinds(f"{LEAD}\n\n{line}\n\n{QUOTE}")] == ["body", "furniture", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Lena Marsh; editing by Tom Odell",
        "(Additional reporting by Tom Odell in Oslo)",
        "Tom Odell in Oslo contributed to this report.",
        "With files from the Associated Press",
    ],
)
def test_credits(line: str) -> None:
    assert [kind for kind, _ in kinds(f"{LEAD}\n\n{line}")] == ["body", "byline"]


def test_teasers_go_with_their_heading() -> None:
    text = f"{LEAD}\n\nMost Popular\nFerry sinks in Bergen\nMayor denies everything, aide says\nTen bridges to see"
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", "furniture", "furniture", "furniture"]


def test_prose_after_a_box_of_teasers_is_read() -> None:
    text = f"{LEAD}\n\nRelated stories\n\nFerry sinks in Bergen\n\nMayor says no\n\n{QUOTE}"
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", "furniture", "furniture", "body"]


def test_comments_are_not_the_article() -> None:
    text = f"{LEAD}\n\n{QUOTE}\n\nComments\n\nHarbourcat said: “They all lie, and the board lies best. I was there.”\n\nI agree."
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "furniture", "furniture", "furniture"]


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    text = """Board denies ferry promise

OSLO - The harbour board said on Monday that it had never promised to
keep the old ferry running after the spring. It denied that its
director had told the Mayor anything else.

"We have not and will not sell the ferry," its director, Tove Lund,
told reporters in the town hall. The mayor, who was standing next to
her, said nothing.

The Union of Seamen called for
an inquiry.
"""
    found = kinds(text)
    assert [kind for kind, _ in found] == ["headline", "byline", "body", "body", "body"]
    assert found[4] == ("body", "The Union of Seamen")


def test_paragraphs_on_single_lines() -> None:
    lines = [LEAD, QUOTE, "The mayor said nothing.", "Nobody else did."]
    assert kinds("\n".join(["Board denies promise", *lines])) == [("headline", "Board denies promise"), *body(*lines)]


def test_transcript() -> None:
    lines = ["Q: Did you promise to keep the ferry?", "LUND: We did not.", "Q: Will you sell it?", "LUND: We will not, and I have said so."]
    assert [kind for kind, _ in kinds(f"{LEAD}\n\n" + "\n".join(lines))] == ["body"] * 5


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "– ", "> ", "▪ "])
def test_bullets_are_left_out(bullet: str) -> None:
    assert kinds(f"{LEAD}\n\n{bullet}{QUOTE}") == body(LEAD, QUOTE)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_line_ends(line_end: str) -> None:
    assert kinds(line_end.join([LEAD, "", QUOTE, "Nobody else spoke."])) == body(LEAD, QUOTE, "Nobody else spoke.")


def test_sample_with_broken_lines() -> None:
    text = read_article(Path(__file__).parent.parent / "data" / "2022-10-23-groundless.txt").text
    found = kinds(text, "Tehran turns down call for UN inquiry into drones", publisher="The Levant Ledger")
    assert [kind for kind, _ in found[:5]] == ["headline", "byline", "byline", "byline", "body"]
    assert len(found) == 11


@pytest.mark.parametrize(
    ("place", "dash", "rest"),
    [
        ("OSLO", " — ", "The board said no."),
        ("HALEN, Oct. 20 (Ledger)", " - ", "Norland denied it."),
        ("HALEN, Norland (Ledger)", " _ ", "The board said no."),
        ("Oslo (Ledger)", " – ", "“No,” the board said."),
    ],
)
def test_datelines(place: str, dash: str, rest: str) -> None:
    assert kinds(place + dash + rest) == [("byline", place), ("body", rest)]


def test_a_dateline_right_under_the_headline_opens_the_body() -> None:
    article = Article("a", f"Ferry sinks\nHALEN, Nov 3, 2023 (Ledger) — {LEAD}\n\n{LEAD}", "", date(2023, 11, 3))
    assert [block.kind for block in find_blocks(article)] == ["headline", "byline", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "NATO - the alliance of thirty - said no.",
        "LUND: No way - he left.",
        "The mayor (a miser) - Mr Odell - said no.",
        "EU to act – or not, he said.",
    ],
)
def test_no_datelines(line: str) -> None:
    assert kinds(line) == body(line)


@given(
    st.lists(st.sampled_from([LEAD, QUOTE, "Most Popular", "By Lena Marsh", "Ferry sinks", "", " ", "• a", "Photo: AP"]), max_size=12),
    st.sampled_from("\n\r"),
)
def test_blocks_cover_all_words_in_order(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    blocks = find_blocks(Article("a", text, "", date(2022, 10, 25)))
    end = 0
    for block in blocks:
        assert end <= block.span[0] < block.span[1]
        assert not any(character.isalnum() for character in text[end : block.span[0]])
        piece = text[slice(*block.span)]
        assert piece == piece.strip()
        end = block.span[1]
    assert not any(character.isalnum() for character in text[end:])


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 2_000_000 + "x",
        "the man said it. " * 120_000,
        "a" * 2_000_000,
        " " * 2_000_000,
        '"' * 500_000,
        "By A\n" * 200_000,
        "-" * 2_000_000,
        "> " * 1_000_000,
        "((" * 500_000,
        "Photo (" * 200_000,
    ],
    ids=["line ends", "one line", "one word", "blanks", "quotes", "bylines", "dashes", "quoted", "brackets", "photos"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.process_time()
    find_blocks(Article("a", text, "", date(2022, 10, 25)))
    assert time.process_time() - start < 10
