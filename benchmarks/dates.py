"""How fast temporal expressions are found and resolved, apart from the language model: tokens a second, and hostile texts.

    python -m benchmarks.dates [FILE …]

Without files an article written here is repeated. Time is processor time; a token is one of spaCy's.
"""

import sys
import time
from datetime import date
from pathlib import Path

from timeline.articles import Article
from timeline.dates import find_dates
from timeline.language import parse_articles

PUBLISHED = date(2022, 10, 25)
ARTICLE = """Harbour council delays ferry vote until Friday

The harbour council said on Monday that it would not decide on the new ferry line before the end of the week, although the
shipyard had asked for an answer by 21 October. Talks began in early September and were broken off twice last month.

"We met three times in the past two weeks and we shall meet again next Tuesday," the chairwoman told reporters after a session
that lasted more than six hours. The yard, founded in 1952, has built a ship every two years since the late 1980s.

A year ago the council had turned down a similar plan. Two days later its treasurer resigned; the following week the mayor
called for an inquiry, which is due to report in December 2022. Sales in the third quarter fell 4 percent from a year earlier.
"""
HOSTILE = {
    "digits": "1",
    "numbers": "12 ",
    "May": "May ",
    "May Monday": "May Monday ",
    "hyphens": "three-",
    "the end of": "the end of ",
    "clock": "12:30 ",
    "years": "1990-",
    "blank lines": "\n \n",
    "commas": "1,111,",
    "letters in digits": "1a",
}


def tokens_per_second(texts: list[str]) -> float:
    """Tokens read a second, with the parses at hand."""
    articles = [Article(str(i), text, "", PUBLISHED) for i, text in enumerate(texts)]
    parsed = list(parse_articles(articles))
    tokens = sum(len(paragraph.doc) for one in parsed for paragraph in one.paragraphs)
    find_dates("today", PUBLISHED)  # compile the patterns
    start = time.process_time()
    for one in parsed:
        find_dates(one.article.text, one.article.published, one)
    return tokens / (time.process_time() - start)


def hostile_seconds(piece: str, characters: int) -> float:
    """Seconds for a text that repeats a piece."""
    text = piece * (characters // len(piece))
    start = time.process_time()
    find_dates(text, PUBLISHED)
    return time.process_time() - start


def main() -> None:
    """Print both."""
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]] or [ARTICLE] * 100
    print(f"{tokens_per_second(texts):,.0f} tokens/s")
    for name, piece in HOSTILE.items():
        half, whole = hostile_seconds(piece, 500_000), hostile_seconds(piece, 1_000_000)
        print(f"{name:18} 500 kB {half:5.2f} s   1 MB {whole:5.2f} s")


if __name__ == "__main__":
    main()
