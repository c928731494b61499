"""Sources → Articles: files, folders, links, standard input and corpora are read into one shape."""

from dataclasses import dataclass
from datetime import date


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
