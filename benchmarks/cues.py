"""Count the cue lexicon on a corpus with marked attributions: writes cues.csv and cues_signs.csv into a folder.

    python -m benchmarks.cues CORPUS.jsonl FOLDER [--limit N]

Only words, complement types and forms are counted; no sentence of the corpus goes into the lists.
"""

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from math import exp, log
from pathlib import Path

from timeline.articles import Article
from timeline.attribution.complements import verb_frames
from timeline.attribution.direct import direct_speech, is_speech, tags, zones
from timeline.attribution.edges import content_spans
from timeline.attribution.formulas import formula_frames
from timeline.attribution.frames import verb_lemma
from timeline.attribution.labels import labelled_speech
from timeline.attribution.nominal import nominal_frames
from timeline.attribution.quotations import find_quotations
from timeline.attribution.signs import enclosing, signs
from timeline.language import Parsed, parse_articles

_TOKEN = re.compile(r"\w+|[^\w\s]")
WORD_WEIGHT, USE_WEIGHT = 10.0, 5.0  # as in timeline.attribution.strengths


@dataclass(frozen=True)
class Use:
    """One use of a possible cue, and whether the corpus marks it as a report with this content."""

    key: tuple[str, str]
    reports: bool
    signs: tuple[str, ...] = ()


def offsets(text: str, spans: object) -> set[int]:
    """Where the words and marks in spans begin."""
    return {m.start() for start, end in spans for m in _TOKEN.finditer(text, start, end)}  # type: ignore[attr-defined]


def uses(parsed: Parsed, golds: list[dict[str, list[list[int]]]]) -> Iterator[Use]:
    """All uses of possible cues in an article."""
    text = parsed.article.text
    marked = [(offsets(text, gold["cue_spans"]), offsets(text, gold["content_spans"])) for gold in golds]

    def reports(head: int, content: set[int], share_of_content: bool = False) -> bool:
        for cue, whole in marked:
            if head in cue and content and whole:
                common = len(content & whole)
                if common >= 0.5 * len(content if share_of_content else content | whole):
                    return True
        return False

    labelled, taken = labelled_speech(parsed.paragraphs)
    for entry in labelled:
        yield Use((":", entry.style), reports(entry.cue[0], offsets(text, entry.content)))
    for paragraph in parsed.paragraphs:
        if paragraph.index in taken:
            continue
        doc, start = paragraph.doc, paragraph.start
        quotations = find_quotations(doc.text)
        zone = zones(doc, quotations)
        frames = list(chain(verb_frames(doc, zone), nominal_frames(doc, zone, everything=True), formula_frames(doc, zone)))
        within = enclosing(len(doc), frames)
        verbs = [token for token in doc if token.pos_ == "VERB" and zone[token.i] < 0 and token.lower_ != "according"]
        direct = {said.verb.i for said in direct_speech(doc, quotations, verbs)[0]}
        for frame in frames:
            if frame.head.i in direct:
                continue  # judged by its quotation alone
            spans = [(a + start, b + start) for a, b in content_spans(doc, frame.content, quotations)]
            if spans:
                yield Use(frame.key, reports(start + frame.head.idx, offsets(text, spans)), signs(frame, within))
        for n, quoted in enumerate(quotations):
            if is_speech(doc.text, quoted):
                inside = offsets(text, [(quoted.start + start, quoted.end + start)])
                for verb in tags(doc.text, quotations, n, verbs):
                    yield Use((verb_lemma(verb), "quote"), reports(start + verb.idx, inside, share_of_content=True))


class Counts:
    """Counts of uses, with the estimates that `timeline.attribution.strengths` makes of them."""

    def __init__(self, found: list[Use]) -> None:
        self.seen = Counter(use.key for use in found)
        self.reports = Counter(use.key for use in found if use.reports)
        whole: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        rare: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for key, n in self.seen.items():
            for total in (whole[key[1]], *([rare[key[1]]] if n <= 3 else [])):
                total[0] += self.reports[key]
                total[1] += n
        self.whole = whole
        self.any = {c: (round(rare[c][0] + 2 * (hits + 0.2) / (n + 5), 2), rare[c][1]) for c, (hits, n) in whole.items()}
        self.words: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for (name, complement), n in self.seen.items():
            self.words[name][0] += self.reports[name, complement]
            self.words[name][1] += n * self.base(complement)

    def base(self, complement: str) -> float:
        """The share of a rare word's uses with this complement that report."""
        hits, n = self.any.get(complement, (0.0, 100))
        return (hits + 0.02) / (n + 4)

    def reliability(self, key: tuple[str, str], own: bool = True) -> float:
        """The estimate for a use; without its own counts if `own` is false."""
        base, hits, n = self.base(key[1]), self.reports[key], self.seen[key]
        all_hits, expected = self.words[key[0]]
        factor = (max(all_hits - hits, 0) + WORD_WEIGHT * base) / (max(expected - n * base, 0) + WORD_WEIGHT * base)
        odds = base / (1 - base) * factor
        prior = min(odds / (1 + odds), 0.95)
        return (hits + USE_WEIGHT * prior) / (n + USE_WEIGHT) if own else prior

    def rows(self) -> list[tuple[str, str, float, float]]:
        """The lines of cues.csv: what changes an estimate by more than a little."""
        kept: list[tuple[str, str, float, float]] = [("*", c, *self.any[c]) for c, (hits, _) in self.whole.items() if hits >= 3]
        names = set()
        for (name, complement), n in self.seen.items():
            if self.whole[complement][0] < 3 or (name != ":" and (len(name) < 2 or not name[0].isalpha())):
                continue
            mine, prior = self.reliability((name, complement)), self.reliability((name, complement), own=False)
            if complement.startswith(("noun", "adjective", "adverb")) and mine < 0.15:
                continue
            if (max(mine, prior) > 0.12 and abs(mine - prior) > 0.04 and n >= 2) or (mine > 0.2 and self.reports[name, complement]):
                kept.append((name, complement, self.reports[name, complement], n))
                names.add(name)
        kept += [
            (name, "*", hits, round(expected, 1)) for name, (hits, expected) in self.words.items() if name in names and expected >= 0.3
        ]
        return sorted(kept)


def sign_rows(halves: tuple[list[Use], list[Use]]) -> list[tuple[str, int, float, int]]:
    """The lines of cues_signs.csv; what the words let expect is estimated on the other half of the articles."""
    weighed: list[tuple[Use, float]] = []
    for mine, other in (halves, halves[::-1]):
        counts = Counts(other)
        weighed += [(use, logit(expected)) for use in mine if use.signs and (expected := counts.reliability(use.key)) >= 0.05]
    weights: dict[str, float] = {}
    totals: dict[str, list[float]] = {}
    # One aspect after the other, each given what the words and all other signs let expect; twice, since they depend on each other.
    for aspect in 2 * [sign.split("=")[0] for sign in weighed[0][0].signs]:
        seen: dict[str, list[float]] = defaultdict(lambda: [0, 0.0, 0])
        for use, base in weighed:
            mine_here = next(sign for sign in use.signs if sign.startswith(f"{aspect}="))
            odds = base + sum(weights.get(sign, 0.0) for sign in use.signs if sign != mine_here)
            total = seen[mine_here]
            total[0] += use.reports
            total[1] += 1 / (1 + exp(-odds))
            total[2] += 1
        for sign, (hits, expected, n) in seen.items():
            if n >= 20:
                mean = 5 * expected / n
                weights[sign] = logit((hits + mean) / (n + 5)) - logit((expected + mean) / (n + 5))
                totals[sign] = [hits, expected, n]
    return sorted((sign, int(hits), round(expected, 1), int(n)) for sign, (hits, expected, n) in totals.items())


def logit(share: float) -> float:
    """The logarithm of the odds."""
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.corpus.open(encoding="utf-8")][: options.limit]
    days = [date.fromisoformat((row.get("pub_date") or "2016-01-01")[:10]) for row in rows]
    articles = [Article(row["doc_id"], row["text"], row.get("title") or "", day) for row, day in zip(rows, days, strict=True)]
    by_article = [list(uses(parsed, row["attributions"])) for parsed, row in zip(parse_articles(articles), rows, strict=True)]
    found = list(chain.from_iterable(by_article))
    halves = list(chain.from_iterable(by_article[::2])), list(chain.from_iterable(by_article[1::2]))
    for name, header, lines in (
        ("cues", ("lemma", "complement", "reports", "seen"), Counts(found).rows()),
        ("cues_signs", ("sign", "reports", "expected", "seen"), sign_rows(halves)),
    ):
        with (options.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(lines)


if __name__ == "__main__":
    main()
