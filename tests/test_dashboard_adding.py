"""Adding articles on the page: dropped files and pasted texts, and what is said about those that fail."""

import base64
import time
from datetime import date

import pytest

from timeline.articles import Article, Failure
from timeline.dashboard.adding import Adding, Progress, is_link, read_dropped, read_pasted, report_words
from timeline.errors import SourceError

TEXT = (
    "Minister rejects the offer\n\nThe minister said on Monday that the offer was not enough and that talks would have to wait.\n\n"
    "Nothing else was agreed at the meeting, which went on for three hours and ended without a word to the press.\n"
)


def data_url(content: bytes) -> str:
    return "data:application/octet-stream;base64," + base64.b64encode(content).decode()


def wait(adding: Adding) -> Progress:
    for _ in range(200):
        if adding.progress.over:
            return adding.progress
        time.sleep(0.01)
    raise AssertionError("still reading")


def test_a_dropped_text_becomes_an_article() -> None:
    (article,) = read_dropped("offer.txt", data_url(TEXT.encode()), date(2023, 1, 5))
    assert isinstance(article, Article)
    assert (article.text, article.published) == (TEXT, date(2023, 1, 5))


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50, b"%PDF-1.4 nothing in it", "\u4e2d\u6587".encode() * 80])
def test_a_bad_file_gives_one_sentence_with_its_name(content: bytes) -> None:
    (failure,) = read_dropped("strange.txt", data_url(content), date(2023, 1, 5))
    assert isinstance(failure, Failure)
    assert "strange.txt" in str(failure)
    assert "\n" not in str(failure)


def test_a_file_that_did_not_arrive_whole() -> None:
    (failure,) = read_dropped("half.txt", "data:text/plain;base64,####", None)
    assert str(failure) == "half.txt did not arrive whole; drop it again."


def test_pasted_text_with_and_without_its_title() -> None:
    (article,) = read_pasted(TEXT, "", date(2023, 1, 5))
    assert isinstance(article, Article)
    assert article.title == "Minister rejects the offer"
    (named,) = read_pasted(TEXT, " My title ", date(2023, 1, 5))
    assert isinstance(named, Article)
    assert named.title == "My title"
    assert named.source_id == article.source_id


@pytest.mark.parametrize(
    ("text", "link"), [(" https://news.example/a?b=1 ", True), ("https://a.example and more", False), ("No link", False)]
)
def test_a_link_alone_is_read_as_one(text: str, link: bool) -> None:
    assert is_link(text) == link


@pytest.mark.parametrize("text", ["", "   \n"])
def test_nothing_pasted(text: str) -> None:
    (failure,) = read_pasted(text, "", None)
    assert "paste an article first" in str(failure)


def test_good_ones_join_though_others_fail() -> None:
    adding = Adding()

    def broken() -> list[Article | Failure]:
        raise RuntimeError("boom")

    sources = [
        ("good.txt", lambda: read_dropped("good.txt", data_url(TEXT.encode()), date(2023, 1, 5))),
        ("bad.txt", lambda: [Failure("bad.txt", SourceError("bad.txt is empty."))]),
        ("broken.txt", broken),
    ]
    assert adding.start(sources, lambda articles: 3 * len(articles))
    progress = wait(adding)
    assert (progress.done, progress.added, progress.statements) == (3, 1, 3)
    assert progress.problems == ("bad.txt is empty.", "broken.txt could not be read (RuntimeError); save it as plain text and try again.")
    assert report_words(progress) == "Added 1 article with 3 new statements."


def test_a_failing_parse_adds_nothing_and_says_so() -> None:
    adding = Adding()

    def join(articles: list[Article]) -> int:
        raise ValueError("no")

    adding.start([("good.txt", lambda: read_dropped("good.txt", data_url(TEXT.encode()), date(2023, 1, 5)))], join)
    progress = wait(adding)
    assert progress.added == 0
    assert progress.problems == ("The articles could not be parsed (ValueError); nothing was added.",)
    assert report_words(progress) == "Nothing was added."


def test_one_reading_at_a_time() -> None:
    adding = Adding(Progress(total=2, done=1, now="Reading x", over=False))
    assert not adding.start([], lambda articles: 0)
    assert report_words(adding.progress) == "Reading x (1 of 2) …"
