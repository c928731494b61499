"""Where the time of `parse` goes: tokens a second of every stage, on a corpus of articles.

usage: python -m benchmarks.parse CORPUS.jsonl [LIMIT]
"""

import sys
import time
from collections.abc import Callable
from typing import Any

from timeline.actors import identify_actors
from timeline.acts import classify_acts
from timeline.articles import Article, read_sources
from timeline.attribution import find_attributions
from timeline.circumstances import find_circumstances
from timeline.dates import find_dates
from timeline.language import parse_articles, pipeline
from timeline.pipeline import tabulate
from timeline.said import date_statements
from timeline.statements import find_statements


def main() -> None:
    articles = [result for result in read_sources([sys.argv[1]]) if isinstance(result, Article)]
    articles = articles[: int(sys.argv[2])] if len(sys.argv) > 2 else articles
    pipeline()
    list(parse_articles(articles[:1]))  # what is made at first use
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[..., Any], *arguments: Any) -> Any:
        begin = time.perf_counter()
        result = work(*arguments)
        seconds[stage] = seconds.get(stage, 0.0) + time.perf_counter() - begin
        return result

    parsed = timed("language (spaCy)", lambda: list(parse_articles(articles)))
    tokens = sum(len(paragraph.doc) for article in parsed for paragraph in article.paragraphs)
    for article in parsed:
        attributions = timed("attribution", find_attributions, article)
        actors = timed("actors", identify_actors, article, attributions)
        dates = timed("dates", find_dates, article.article.text, article.article.published, article)
        timed("said", date_statements, article, attributions, actors, dates)
        timed("acts", classify_acts, article, attributions)
        timed("circumstances", find_circumstances, article, attributions)
    statements = [statement for article in parsed for statement in find_statements(article)]
    timed("identities, claims, events, threads", tabulate, statements)
    spacy = seconds["language (spaCy)"]
    print(f"{len(articles)} articles, {tokens} tokens, {len(statements)} statements")
    for stage, spent in seconds.items():
        print(f"{stage:38}{spent:8.2f} s{tokens / spent:12,.0f} tokens/s{spent / spacy:8.1%} of spaCy's time")
    total = sum(seconds.values())
    print(f"{'all':38}{total:8.2f} s{tokens / total:12,.0f} tokens/s{(total - spacy) / total:8.1%} of it beside spaCy")


if __name__ == "__main__":
    main()
