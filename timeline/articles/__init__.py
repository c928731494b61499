"""Sources → Articles: files, folders, links, standard input, uploads and corpora are read into one shape."""

from timeline.articles.article import Article, Failure
from timeline.articles.batch import Batch
from timeline.articles.publication import parse_day
from timeline.articles.sources import SUFFIXES, read_article, read_bytes, read_sources

__all__ = ["SUFFIXES", "Article", "Batch", "Failure", "parse_day", "read_article", "read_bytes", "read_sources"]
