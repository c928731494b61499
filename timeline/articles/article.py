"""The Article, and what takes its place where a source cannot be read."""

from dataclasses import dataclass
from datetime import date

from timeline.errors import TimelineError


@dataclass(frozen=True, slots=True)
class Article:
    """One news article.

    `text` is the article as stored: for a plain-text file its decoded characters, unchanged; every span counts in it.
    `published` is the publication date, `published_why` where it was found ("given", "byline: 'October 25 2022'").
    """

    source_id: str
    text: str
    title: str
    published: date
    publisher: str = ""
    url: str = ""
    author: str = ""
    published_why: str = "given"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says of itself, before anything is made up for what it leaves out.

    `published` is a date in its metadata (front matter, HTML tags), with where it stands in `published_why`.
    """

    text: str
    title: str = ""
    published: date | None = None
    published_why: str = ""
    publisher: str = ""
    url: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source of a batch that gave no article: its name, and the error, whose text is one sentence."""

    source: str
    error: TimelineError

    def __str__(self) -> str:
        return str(self.error)
