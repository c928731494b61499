"""Who said what, when, about which claim, and who has answered whom: news articles in, an event table and a timeline out.

The data's way, a module a stage, each importing from earlier ones only:

    articles     a source → Article (text, title, published, publisher, url)
    blocks       Article → headline, standfirst, byline, caption, body, furniture
    language     → the parse of every paragraph (spaCy)
    dates        → DateMentions: temporal expressions, resolved to days
    attribution  → Attributions: speaker, cue and content spans
    actors, circumstances, said, acts → who that is, to whom, on which days, doing what
    statements   all of that side by side; identities and claims look across articles
    events       → the event table (pandas), one row per actor and statement; threads links answers
    filters, figure, export, dossier, dashboard → what is shown, drawn, written and kept

In Python: `read_article`, `parse`, `find_dates`, `filter_events`, `figure`.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.articles import Article, read_article
    from timeline.dates import DateMention, find_dates
    from timeline.figure import figure
    from timeline.filters import filter_events
    from timeline.pipeline import parse

__all__ = ["Article", "DateMention", "figure", "filter_events", "find_dates", "parse", "read_article"]

_HOME = {
    "Article": "articles",
    "read_article": "articles",
    "DateMention": "dates",
    "find_dates": "dates",
    "parse": "pipeline",
    "filter_events": "filters",
    "figure": "figure",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when first used, so that a stage alone needs no other."""
    if name in _HOME:
        return getattr(import_module(f"timeline.{_HOME[name]}"), name)
    raise AttributeError(f"module 'timeline' has no attribute '{name}'")


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        """Python sets a module that it has loaded as an attribute of its package; `figure` stays the function all the same."""
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
