"""Sources → Articles: every format, layout and encoding, batches that go on, and what cannot be read in one sentence each."""

import http.server
import io
import json
import sys
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.articles import Article, Failure, read_article, read_bytes, read_sources
from timeline.errors import NoDateError, SourceError, TimelineError

DAY = date(2022, 10, 25)
BODY = (
    "The harbour board said on Monday that it had never promised to keep the old ferry running after the spring.\n\n"
    "“We have not and will not sell the ferry,” its director, Tove Lund, told reporters in the town hall."
)
TEXT = f"Board denies ferry promise\nBy Lena Marsh - October 25 2022\n\n{BODY}\n"
SAMPLES = Path(__file__).parent.parent / "data"


def failure(source: object, **options: Any) -> str:
    """The one sentence with which a source is refused."""
    with pytest.raises(TimelineError) as caught:
        read_article(source, **options)  # type: ignore[arg-type]
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# --- plain text


def test_plain_text_is_kept_unchanged(tmp_path: Path) -> None:
    text = TEXT.replace("\n", "\r\n") + "\r\n \t trailing"
    article = read_article(write(tmp_path, "board.txt", text))
    assert article.text == text
    assert article == Article("board", text, "Board denies ferry promise", DAY, "", "", "Lena Marsh", "byline: 'October 25 2022'")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = TEXT + "Café owners, Zoë’s among them, disagreed – “loudly”.\n"
    assert read_article(write(tmp_path, "board.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_ascii_in_utf16_without_a_mark(tmp_path: Path, encoding: str) -> None:
    text = TEXT.translate({ord(mark): '"' for mark in "“”"})
    assert text.isascii()
    assert read_article(write(tmp_path, "board.txt", text.encode(encoding))).text == text


def test_zeros_between_words_are_no_text(tmp_path: Path) -> None:
    assert "not a text file" in failure(write(tmp_path, "board.txt", TEXT.replace(" ", "\0\0\0").encode()))


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert failure("-") == "Standard input is empty."


def test_a_link_of_another_kind() -> None:
    assert failure("ftp://example.org/a.txt").startswith("ftp://example.org/a.txt is a link of a kind that cannot be opened")


def test_a_broken_byte_costs_one_character(tmp_path: Path) -> None:
    data = (TEXT + "Café owners, Zoë’s among them, disagreed – “loudly”.\n").encode().replace(b"town hall", b"town\xff hall")
    assert "town\ufffd hall" in read_article(write(tmp_path, "board.txt", data)).text


def test_given_date_wins(tmp_path: Path) -> None:
    path = write(tmp_path, "board.txt", TEXT)
    assert read_article(path, "2022-10-26").published == date(2022, 10, 26)
    assert read_article(path, date(2022, 10, 26)).published_why == "given"


def test_given_date_fills_in_for_many(tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.txt", TEXT), write(tmp_path, "b.txt", BODY)]
    for sources in (paths, [tmp_path]):
        found = list(read_sources(sources, "2022-10-26"))
        assert [item.published.day for item in found if isinstance(item, Article)] == [25, 26]


def test_text_itself_is_a_source() -> None:
    article = read_article(TEXT)
    assert (article.text, article.published) == (TEXT, DAY)
    assert article.source_id.startswith("text-")
    assert article.source_id == read_article(TEXT).source_id != read_article(TEXT + "x").source_id


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr(sys, "stdin", Stream)
    article = read_article("-")
    assert (article.source_id, article.text) == ("stdin", TEXT)


@pytest.mark.parametrize(
    ("head", "title", "publisher", "author"),
    [
        ("Board denies promise\nBy Lena Marsh\nThe Courier | 25 October 2022", "Board denies promise", "The Courier", "Lena Marsh"),
        ("Board denies promise\nBy Lena Marsh - The Courier - 25 October 2022", "Board denies promise", "The Courier", "Lena Marsh"),
        ("10 ferries for sale, says board\n25 October 2022", "10 ferries for sale, says board", "", ""),
        ("Who sold the ferry?\n25 October 2022", "Who sold the ferry?", "", ""),
        ("25 October 2022\nBoard denies promise", "Board denies promise", "", ""),
        ("Published: 25 October 2022\n\nBoard denies ferry promise", "Board denies ferry promise", "", ""),
        ("By Lena Marsh, 25 October 2022", "", "", "Lena Marsh"),
        ("Lena Marsh, 25 October 2022", "", "", ""),
        ("OSLO, October 25, 2022 (The Courier) - The board met.", "", "The Courier", ""),
        ("The board met. It said nothing.\n25 October 2022", "", "", ""),
    ],
)
def test_head(head: str, title: str, publisher: str, author: str) -> None:
    article = read_article(f"{head}\n\n{BODY}")
    assert (article.title, article.publisher, article.author) == (title, publisher, author)


# --- Markdown


def test_markdown_is_rendered(tmp_path: Path) -> None:
    source = (
        "---\ntitle: \"Board: 'no promise'\"\ndate: 2022-10-25T08:00:00Z\npublisher: The Courier # the morning edition\n"
        "url: https://courier.example/board\nauthor: Lena Marsh\ntags: [ferry, harbour]\n---\n\n"
        "# Board: 'no promise'\n\n**OSLO** – The *harbour board* said on Monday that it had [never](https://courier.example/never)\n"
        "promised to keep the\nold ferry.\n\n![The ferry](ferry.jpg)\n\n> “We have not,” said its director.\n\n"
        "- one &amp; two\n- the snake_case of it\n\n<!-- the editor's note -->\n\n## What now?\n\nNobody knows.\n"
    )
    article = read_article(write(tmp_path, "board.md", source))
    assert article.text.split("\n\n") == [
        "Board: 'no promise'",
        "OSLO – The harbour board said on Monday that it had never promised to keep the old ferry.",
        "“We have not,” said its director.",
        "one & two",
        "the snake_case of it",
        "What now?",
        "Nobody knows.",
    ]
    assert (article.title, article.published, article.publisher) == ("Board: 'no promise'", DAY, "The Courier")
    assert (article.url, article.author) == ("https://courier.example/board", "Lena Marsh")
    assert article.published_why == "front matter: '2022-10-25T08:00:00Z'"


def test_markdown_without_front_matter(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "board.md", f"# Board denies promise\n\nThe Courier | 25 October 2022\n\n{BODY}"))
    assert (article.title, article.published, article.publisher) == ("Board denies promise", DAY, "The Courier")


def test_markdown_with_an_impossible_date(tmp_path: Path) -> None:
    path = write(tmp_path, "board.md", f"---\ndate: 2022-02-31\n---\n{BODY}")
    assert failure(path) == "board.md: '2022-02-31' is not a day of the calendar."


# --- web pages


PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Board denies promise | The Courier</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article><h1>Board denies promise</h1>{byline}
<p>The harbour board said on Monday that it had never promised to keep the old ferry running after the spring.</p>
<p>“We have not and will not sell the ferry,” its director, Tove Lund, told reporters in Café Zoë.</p>
<aside><p>Sign up for our newsletter and get the news of the harbour every morning.</p></aside>
<p>The ferry first sailed on 3 March 1997 and has crossed the bay four times a day ever since.</p></article></main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ferry sinks in Bergen harbour</a></li></ul></aside>
<footer><p>© 2019 The Courier. All rights reserved.</p></footer></body></html>"""


def page(head: str = "", byline: str = "") -> bytes:
    return PAGE.format(head=head, byline=byline, charset="utf-8").encode()


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta property="article:published_time" content="2022-10-25T09:15:00+00:00">', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-10-25T06:30:00Z"}</script>', ""),
        ("", '<p class="date"><time datetime="2022-10-25">25 October</time></p>'),
        ("", "<p>By Lena Marsh</p><div>Tuesday, <b>25 October</b> 2022</div>"),
        ("", "<div>Published: Oct. 25, 2022 at 9:15 a.m.</div>"),
    ],
)
def test_web_page(head: str, byline: str) -> None:
    (article,) = read_bytes("board.html", page(head, byline))
    assert isinstance(article, Article)
    assert article.published == DAY
    assert article.title == "Board denies promise"
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == "Board denies promise"
    assert "“We have not and will not sell the ferry,” its director, Tove Lund, told reporters in Café Zoë." in paragraphs
    for furniture in ("Home", "newsletter", "Bergen", "All rights"):
        assert furniture not in article.text


def test_web_page_without_a_date() -> None:
    (found,) = read_bytes("board.html", page())
    assert isinstance(found, Failure)
    assert isinstance(found.error, NoDateError)


@pytest.mark.parametrize("written", ["cp1252", "utf-8"])
def test_web_page_in_another_charset(written: str) -> None:
    markup = PAGE.format(head="", byline="<p>25 October 2022</p>", charset="iso-8859-1")
    (article,) = read_bytes("board.html", markup.encode(written))
    assert isinstance(article, Article)
    assert "“We have not and will not sell the ferry,” its director, Tove Lund, told reporters in Café Zoë." in article.text


@pytest.mark.parametrize(
    ("under", "kept"),
    [
        ("<p class=lead>Director speaks of a misunderstanding and blames the press</p>", True),
        ("<p>By Lena Marsh in the town hall of Oslo</p>", False),
        ("<p>Lena Marsh, Tom Odell, Oslo, 25 October 2022</p>", False),
        ("<p>Share</p>", False),
    ],
)
def test_standfirst_outside_the_article(under: str, kept: bool) -> None:
    inner = f"<h1>Board denies promise</h1>{under}<div itemprop='articleBody'><p>{BODY.replace(chr(10) * 2, '</p><p>')}</p></div>"
    markup = f"<html><body><article itemscope itemtype='https://schema.org/NewsArticle'>{inner}</article></body></html>"
    (article,) = read_bytes("board.html", markup.encode(), DAY)
    assert isinstance(article, Article)
    shown = under.partition(">")[2].removesuffix("</p>")
    assert article.text.split("\n\n")[1:] == ([shown] if kept else []) + BODY.split("\n\n")


def test_page_laid_out_in_tables() -> None:
    rows = f"<table><tr><td><a href=/>Home</a></td><td><h1>Board denies promise</h1><p>{BODY.replace(chr(10) * 2, '</p><p>')}</p></td></tr></table>"
    (article,) = read_bytes("board.html", f"<html><body>{rows}</body></html>".encode(), DAY)
    assert isinstance(article, Article)
    assert article.text.split("\n\n")[1:] == BODY.split("\n\n")


def test_page_of_scripts() -> None:
    (found,) = read_bytes("app.html", b"<html><body><div id=root></div><script>start()</script></body></html>")
    assert "holds no article text" in str(found)


# --- links


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = {
                "/board": ("text/html; charset=utf-8", page("", "<p>25 October 2022</p>")),
                "/board.txt": ("text/plain; charset=cp1252", (TEXT + "Café").encode("cp1252")),
                "/large": ("text/plain", b"a" * 20_000_001),
            }.get(self.path, ("", b""))
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def test_link_to_a_page(server: str) -> None:
    article = read_article(f"{server}/board")
    assert (article.source_id, article.url, article.title, article.published) == (
        f"{server}/board",
        f"{server}/board",
        "Board denies promise",
        DAY,
    )


def test_link_to_a_text(server: str) -> None:
    assert read_article(f"{server}/board.txt").text == TEXT + "Café"


def test_links_that_fail(server: str) -> None:
    assert "404" in failure(f"{server}/nothing")
    assert "larger than 20 MB" in failure(f"{server}/large")
    assert "cannot be reached" in failure("http://127.0.0.1:9/board")
    assert "not a link" in failure("https:///board")


# --- corpora


def corpus(*records: object) -> bytes:
    return b"\n".join(json.dumps(record).encode() for record in records)


def test_corpus(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "news.jsonl",
        corpus(
            {
                "id": 7,
                "text": TEXT,
                "date": "2022-10-24",
                "title": "Board",
                "sitename": "The Courier",
                "url": "https://c.example/7",
                "author": "L. M.",
            },
            {"text": BODY, "date": "2022-10-25 10:00:00", "hostname": "courier.example"},
            {"maintext": BODY, "date_publish": "2022-10-25T10:00:00", "source_domain": "courier.example", "authors": ["A", "B"]},
        )
        + b"\n\n",
    )
    first, second, third = read_sources([path], "2022-11-01")
    assert first == Article("7", TEXT, "Board", date(2022, 10, 24), "The Courier", "https://c.example/7", "L. M.", "corpus: '2022-10-24'")
    assert isinstance(second, Article)
    assert (second.source_id, second.published, second.publisher) == ("news-2", DAY, "courier.example")
    assert isinstance(third, Article)
    assert (third.text, third.published, third.author) == (BODY, DAY, "A, B")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "news.jsonl, line 1 is not JSON; a corpus has one article, as a JSON object, on each line."),
        (b"[" * 100_000, "news.jsonl, line 1 is not JSON; a corpus has one article, as a JSON object, on each line."),
        (b"\xff\xfe{}", "news.jsonl, line 1 is not JSON; a corpus has one article, as a JSON object, on each line."),
        (b"[1]", "news.jsonl, line 1 is not a JSON object with the article's text under the key 'text'."),
        (b'{"title": "Board"}', "news.jsonl, line 1 has no text under the key 'text'."),
        (b'{"text": null}', "news.jsonl, line 1 has no text under the key 'text'."),
        (b'{"text": 7}', "news.jsonl, line 1 has no text under the key 'text'."),
        (b'{"text": "", "date": "2022-10-25"}', "news.jsonl, article 1 has no text in it."),
        (
            b'{"id": "a", "text": "The board met."}',
            "news.jsonl, article a states no publication date; give it with --published YYYY-MM-DD.",
        ),
        (b'{"text": "The board met.", "date": "2022-13-01"}', "news.jsonl, line 1: '2022-13-01' is not a day of the calendar."),
        (b'{"text": "The board met.", "date": "soon"}', "news.jsonl, line 1: 'soon' is not a date; write it as YYYY-MM-DD."),
    ],
)
def test_corpus_goes_on_after_a_bad_line(line: bytes, message: str) -> None:
    bad, good = read_bytes("news.jsonl", line + b"\n" + corpus({"text": TEXT}))
    assert str(bad) == message
    assert isinstance(good, Article)


def test_name_of_a_corpus_dates_no_article() -> None:
    found = read_bytes("news-2022-10-25.jsonl", corpus({"text": BODY}, {"text": BODY, "id": "2022-10-24-board"}))
    assert isinstance(found[0], Failure)
    assert isinstance(found[0].error, NoDateError)
    assert isinstance(found[1], Article)
    assert found[1].published_why == "name: '2022-10-24'"


def test_half_a_surrogate_pair_is_replaced() -> None:
    (article,) = read_bytes("news.jsonl", b'{"text": "The board \\ud800 met.", "date": "2022-10-25"}')
    assert isinstance(article, Article)
    assert article.text == "The board \ufffd met."


# --- folders and batches


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/b.TXT", "README.md", ".hidden.txt", ".git/x.txt", "table.csv", "~$c.docx"):
        write(tmp_path, name, TEXT)
    write(tmp_path, "z.jsonl", corpus({"text": TEXT}))
    found = list(read_sources([tmp_path]))
    assert [item.source_id if isinstance(item, Article) else str(item) for item in found] == ["b", "z-1", "b-2", "c"]


def test_batch_goes_on(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", TEXT)
    found = list(read_sources([tmp_path / "none.txt", good, write(tmp_path, "empty.txt", ""), good]))
    assert [type(item) for item in found] == [Failure, Article, Failure, Article]
    assert [item.source for item in found if isinstance(item, Failure)] == ["none.txt", "empty.txt"]
    assert [item.source_id for item in found if isinstance(item, Article)] == ["good", "good-2"]


def test_folder_without_articles(tmp_path: Path) -> None:
    assert "holds no articles" in failure(tmp_path)


def test_several_articles_are_not_one(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT)
    assert "holds 2 articles" in failure(tmp_path)


# --- what cannot be read


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt is empty."),
        ("a.txt", b" \n\t\r\n ", "a.txt is empty."),
        ("a.txt", b"\xef\xbb\xbf", "a.txt is empty."),
        ("a.txt", b"... !!! ---", "a.txt has no text in it."),
        ("a.txt", bytes(range(256)) * 50, "a.txt is not a text file."),
        ("a.txt", b"\x00" * 1000, "a.txt is not a text file."),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "a.txt is an image, not an article."),
        ("a.html", b"\xff\xd8\xff\xe0" + bytes(500), "a.html is an image, not an article."),
        ("a.txt", b"\xd0\xcf\x11\xe0" + bytes(500), "a.txt is an old Office file; save it as .docx."),
        ("a.txt", b"{\\rtf1 Hello}", "a.txt is an RTF file; save it as .docx or .txt."),
        ("a.odt", b"PK\x03\x04" + bytes(500), "a.odt is a document of a kind that cannot be read; save it as .docx or .pdf."),
        ("a.csv", b"actor,act\nIran,deny\n", "a.csv is a table, not an article."),
        ("a.json", b"{}", "a.json is a data file, not an article."),
        ("a.mhtml", b"From: <Saved by a browser>", "a.mhtml is a web archive; save the page as .html."),
        ("a.zip", b"PK\x03\x04" + bytes(500), "a.zip is a ZIP archive; unpack it first."),
        ("a.txt.gz", b"\x1f\x8b" + bytes(500), "a.txt.gz is a compressed file; unpack it first."),
        ("a.txt", b"x" * 20_000_001, "a.txt is larger than 20 MB, too large for one article."),
        ("a.txt", BODY.encode(), "a.txt states no publication date; give it with --published YYYY-MM-DD."),
        (
            "a.txt",
            (
                "Der Hafenvorstand erklärte am Montag, er habe nie versprochen, die alte Fähre nach dem Frühjahr weiter fahren zu lassen. "
                * 2
            ).encode(),
            "a.txt does not look like English but like German; only English is read.",
        ),
        (
            "a.txt",
            ("هیئت مدیره بندر روز دوشنبه اعلام کرد که هرگز قول نداده است کشتی قدیمی را نگه دارد " * 3).encode(),
            "a.txt does not look like English but like Persian; only English is read.",
        ),
    ],
)
def test_unreadable(name: str, data: bytes, message: str) -> None:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Failure)
    assert str(found) == message


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    assert failure(path) == f"There is no file or folder named {path}."
    assert "the name is too long" in failure("x" * 400)
    assert "not the name of a file" in failure("a\x00b.txt")
    assert "A source has no name" in failure("")


def test_short_english_passes() -> None:
    assert read_article("Tehran denies it.\n", DAY).text == "Tehran denies it.\n"


def test_given_date_must_be_one(tmp_path: Path) -> None:
    path = write(tmp_path, "board.txt", TEXT)
    assert "is not a date" in failure(path, published="soon")
    assert "in the future" in failure(path, published=(date.today() + timedelta(days=9)).isoformat())
    (found,) = read_bytes("board.txt", TEXT.encode(), "soon")
    assert isinstance(found, Failure)
    assert isinstance(found.error, SourceError)


def test_upload_names_are_no_paths() -> None:
    (article,) = read_bytes("../../board.txt", TEXT.encode())
    assert isinstance(article, Article)
    assert article.source_id == "board"


ENDINGS = st.sampled_from([".txt", ".md", ".html", ".pdf", ".docx", ".jsonl", ""])
STARTS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><p>", b"---\ndate: 2022-10-25\n---\n", b'{"text": "', b"\xff\xfe", b"\xef\xbb\xbf"]
)


@settings(deadline=None, max_examples=150)
@given(ENDINGS, STARTS, st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_articles_or_sentences(ending: str, start: bytes, rest: bytes) -> None:
    for item in read_bytes(f"a{ending}", start + rest, DAY):
        if isinstance(item, Failure):
            assert str(item).endswith(".")
            assert "\n" not in str(item)
        else:
            assert item.text.strip()
            item.text.encode()


# --- the sample dossier


def test_sample_dossier() -> None:
    articles = list(read_sources([SAMPLES]))
    assert [(item.source_id, item.published.isoformat(), item.publisher) for item in articles if isinstance(item, Article)] == [
        ("2022-10-19-embargo", "2022-10-19", "The Harbour Courier"),
        ("2022-10-20-disinformation", "2022-10-20", "Meridian Wire"),
        ("2022-10-21-not-our-policy", "2022-10-21", "The Lantern Review"),
        ("2022-10-22-letter-to-guterres", "2022-10-22", "Continental Dispatch"),
        ("2022-10-23-groundless", "2022-10-23", "The Levant Ledger"),
        ("2022-10-25-offer-and-letter", "2022-10-25", "The Northgate Post"),
        ("2022-11-06-limited-number", "2022-11-06", "Straits Evening News"),
        ("2023-07-07-no-conclusion", "2023-07-07", "The Harbour Courier"),
    ]
    assert not [item for item in articles if isinstance(item, Failure)]
    for item in articles:
        assert isinstance(item, Article)
        assert not item.published_why.startswith("name")
        assert item.title
