"""Articles → the event table: all stages in a row.

The stages are imported when the first article is read: they take a second, which a page over a table that is there can do without.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pandas as pd

from timeline.articles import Article
from timeline.events import assemble
from timeline.threads import link_answers

if TYPE_CHECKING:
    from timeline.actors import Actor
    from timeline.statements import Statement


def parse(
    articles: Article | Iterable[Article],
    progress: Callable[[Article], object] | None = None,
    pinned: Mapping[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """The event table of one article or of many, which then share actors and claims (see `Columns`).

    Rows come in the order of the articles and of their text. `progress` is called after each article. `pinned` are claims that an
    analyst has named, each with words or example sentences (see `claims.read_pins`).
    """
    read = _read([articles] if isinstance(articles, Article) else articles, progress)
    return tabulate([statement for _, statements in read for statement in statements], pinned)


@dataclass(frozen=True)
class Reader:
    """As `parse`, but remembers the statements of the articles it has read, so that a further article alone has to be parsed."""

    pinned: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _statements: dict[Article, "list[Statement]"] = field(default_factory=dict, repr=False)

    def __call__(self, articles: Iterable[Article], progress: Callable[[Article], object] | None = None) -> pd.DataFrame:
        """The event table of all these articles together."""
        wanted = list(articles)
        self._statements.update(_read((article for article in dict.fromkeys(wanted) if article not in self._statements), progress))
        return tabulate([statement for article in wanted for statement in self._statements[article]], self.pinned)


def _read(articles: Iterable[Article], progress: Callable[[Article], object] | None) -> "Iterator[tuple[Article, list[Statement]]]":
    from timeline.language import parse_articles
    from timeline.statements import find_statements

    for parsed in parse_articles(articles):
        yield parsed.article, find_statements(parsed)
        if progress:
            progress(parsed.article)


def tabulate(statements: "list[Statement]", pinned: Mapping[str, Sequence[str]] | None = None) -> pd.DataFrame:
    """The event table of statements of any number of articles: one name per actor, claims, answers."""
    from timeline.claims import find_claims
    from timeline.identities import merge_identities

    articles: dict[str, set[Actor]] = defaultdict(set)
    for statement in statements:
        articles[statement.article.source_id].update(statement.actors)
    canonical = merge_identities((actor for statement in statements for actor in statement.actors), articles=articles.values())
    statements = list(_told_apart(statements))
    statements = [statement.by(tuple(dict.fromkeys(canonical[actor] for actor in statement.actors))) for statement in statements]
    return link_answers(assemble(statements, find_claims(statements, pinned)))


def _told_apart(statements: "Iterable[Statement]") -> "Iterator[Statement]":
    """Articles with the very same text (agency copy in two papers) would share ids; the later ones get a number behind theirs."""
    seen: Counter[str] = Counter()
    for statement in statements:
        seen[statement.statement_id] += 1
        number = seen[statement.statement_id]
        yield statement if number == 1 else replace(statement, statement_id=f"{statement.statement_id}-{number}")
