"""How well statements are gathered into claims and put on a side, on hand-labelled articles.

    python -m benchmarks.claims LABELLED.jsonl [--own-acts]

Each line is an article with `doc_id`, `text`, `pub_date` and `statements`: content_spans, cue_spans, speaker_spans (or source_spans),
is_statement, actor, act, claim, stance. The labelled spans, actors and acts are taken as given (with --own-acts the program classifies the
acts itself), so that only claims and stances are measured. Printed are the F1 of pairs of statements of one article that share a claim,
the same for one claim an article, and the share of right stances; then the time for the whole as one dossier.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from timeline.actors import Actor
from timeline.acts import Act, classify_acts
from timeline.articles import Article
from timeline.attribution import Attribution
from timeline.circumstances import Circumstances
from timeline.claims import Position, find_claims
from timeline.language import Parsed, parse_articles
from timeline.propositions import find_propositions
from timeline.said import Said
from timeline.spans import Span
from timeline.statements import Statement

Labels = list[dict[str, Any]]


def _spans(row: dict[str, Any], name: str) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in row.get(name) or ())


def _statements(parsed: Parsed, labels: Labels, own_acts: bool) -> list[Statement]:
    attributions = [
        Attribution(
            _spans(row, "speaker_spans") or _spans(row, "source_spans"),
            _spans(row, "cue_spans"),
            _spans(row, "content_spans"),
            (_spans(row, "cue_spans") or _spans(row, "content_spans"))[0][0],
            "indirect",
            row["is_statement"],
            1.0,
            "labelled",
        )
        for row in labels
    ]
    acts = classify_acts(parsed, attributions) if own_acts else [Act(row["act"], "labelled") for row in labels]
    said = Said(None, parsed.article.published, "publication", None, "")
    return [
        Statement(
            str(n),
            parsed.article,
            attribution,
            tuple(Actor(name, "person") for name in row["actor"] or [""]),
            said,
            act,
            Circumstances(),
            p,
        )
        for n, (row, attribution, act, p) in enumerate(
            zip(labels, attributions, acts, find_propositions(parsed, attributions), strict=True)
        )
    ]


def _pairs(claims: Sequence[str]) -> set[tuple[int, int]]:
    return {(a, b) for a, b in combinations(range(len(claims)), 2) if claims[a] and claims[a] == claims[b]}


def measure(
    articles: Sequence[tuple[Labels, list[Statement]]], find: Callable[[list[Statement]], list[Position]]
) -> tuple[float, float, float]:
    """Precision and recall of the pairs that share a claim, and the share of right stances."""
    right = found = wanted = sides = right_sides = 0
    for labels, statements in articles:
        positions = find(statements)
        told = [n for n, row in enumerate(labels) if row["is_statement"]]
        gold, mine = _pairs([labels[n]["claim"] for n in told]), _pairs([positions[n].claim for n in told])
        right, found, wanted = right + len(gold & mine), found + len(mine), wanted + len(gold)
        labelled = [n for n in told if labels[n]["stance"]]
        sides += len(labelled)
        right_sides += sum(positions[n].stance == labels[n]["stance"] for n in labelled)
    return right / max(1, found), right / max(1, wanted), right_sides / max(1, sides)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("labelled", type=Path)
    options.add_argument("--own-acts", action="store_true")
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.labelled.read_text(encoding="utf-8").splitlines()]
    read = parse_articles(Article(r["doc_id"], r["text"], r.get("title") or "", date.fromisoformat(r["pub_date"][:10])) for r in rows)
    articles = [(r["statements"], _statements(parsed, r["statements"], chosen.own_acts)) for r, parsed in zip(rows, read, strict=True)]
    for name, find in (("found", find_claims), ("one claim an article", lambda s: [Position("x", "affirm")] * len(s))):
        precision, recall, stance = measure(articles, find)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"{name:22} pairs: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}   stance {stance:.3f}")
    together = [s for _, statements in articles for s in statements]
    start = time.perf_counter()
    find_claims(together)
    print(f"{len(together)} statements as one dossier: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
