"""Articles of our own, marked up by hand, and how well the program reads them.

    python -m tests.marked_articles [--plain] [--jsonl FILE]     print the figures; or write the articles with their labels as JSON Lines

tests/marked holds articles that are hard on purpose, tests/marked_plain many more in plain news prose; each was labelled by one reader,
so that small differences mean nothing, least of all between `state`, `criticize`, `allege` and `deny` where somebody speaks in images.

A file is a header (title, date, publisher), the text with <sN>speaker</sN>, <cN>cue</cN> and <tN>content</tN> of statement N, a line
`----`, a table with a line for each statement (number | statement or thought: y/n | actors, joined by ; | first day | last day | basis |
act | claim | stance; `-` for none), a line `====` and what the claims' keys stand for.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pandas as pd

from timeline.articles import Article
from timeline.columns import Columns as C
from timeline.pipeline import parse

HARD = Path(__file__).parent / "marked"
PLAIN = Path(__file__).parent / "marked_plain"
_TAG = re.compile(r"<(/?)([sct])(\d+)>")
_KINDS = {"s": "speaker_spans", "c": "cue_spans", "t": "content_spans"}
_TITLES = frozenset("mr mrs ms dr sir the a an president secretary senator sen rep gov general minister".split())

Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Marked:
    """A statement as labelled; spans are offsets into the text without tags, days are ISO dates or empty."""

    speaker_spans: Spans
    cue_spans: Spans
    content_spans: Spans
    is_statement: bool
    actor: list[str]
    said_start: str
    said_end: str
    said_basis: str
    act: str
    claim: str
    stance: str


@dataclass(frozen=True)
class MarkedArticle:
    article: Article
    statements: list[Marked]


def untagged(body: str) -> tuple[str, dict[tuple[str, int], Spans]]:
    """The text without its tags, and the spans of each tag. Raises ValueError where tags cross or stay open."""
    text, at, spans, opened = "", 0, defaultdict(list), []
    for tag in _TAG.finditer(body):
        text, at = text + body[at : tag.start()], tag.end()
        key = (_KINDS[tag[2]], int(tag[3]))
        if not tag[1]:
            opened.append((key, len(text)))
            continue
        name, start = opened.pop()
        if name != key:
            raise ValueError(f"{tag[0]} closes another tag")
        spans[key].append((start, len(text)))
    if opened:
        raise ValueError(f"never closed: {opened}")
    return text + body[at:], dict(spans)


def read_marked(path: Path) -> MarkedArticle:
    """One marked article. Raises ValueError where the file isn't as it should be."""
    header, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    about = dict(line.split(": ", 1) for line in header.splitlines())
    body, table, keys = re.split(r"\n-{4,}\n|\n={4,}\n", rest)
    text, spans = untagged(body)
    claims = {key.strip(): words.strip() for key, words in (line.split("=", 1) for line in keys.strip().splitlines())}
    statements = []
    for line in table.strip().splitlines():
        number, told, actors, start, end, basis, act, claim, stance = (
            "" if cell.strip() == "-" else cell.strip() for cell in line.split("|")
        )
        of = {name: spans.pop((name, int(number)), []) for name in _KINDS.values()}
        names = [name.strip() for name in actors.split(";") if name.strip()]
        statements.append(Marked(**of, is_statement=told == "y", actor=names, said_start=start, said_end=end, said_basis=basis, act=act,
                                 claim=claims[claim] if claim else "", stance=stance))  # fmt: skip
    if spans:
        raise ValueError(f"{path.name}: not in the table: {sorted(spans)}")
    published = date.fromisoformat(about["date"])
    return MarkedArticle(Article(path.stem, text, about["title"], published, about["publisher"]), statements)


def marked_articles(folder: Path = HARD) -> list[MarkedArticle]:
    return [read_marked(path) for path in sorted(folder.glob("*.txt"))]


def _characters(spans: Sequence[Sequence[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", name.casefold())
    return [word for word in words if word not in _TITLES] or words


def same_name(one: str, other: str) -> bool:
    """Whether a name is the other one, or its beginning left out ("Clinton")."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and set(short) <= set(long) and (short[-1] == long[-1] or len(short) == len(long))


def pairs(statements: Sequence[Marked], listed: Sequence[Sequence[dict[str, object]]]) -> Iterator[tuple[int, int]]:
    """Labelled statements with the relations whose contents share at least half of their characters, best first, one to one."""
    wanted = [_characters(statement.content_spans) for statement in statements]
    got = [_characters(rows[0][C.CONTENT_SPANS]) for rows in listed]  # type: ignore[arg-type]
    shares = ((len(a & b) / len(a | b), n, m) for n, a in enumerate(wanted) for m, b in enumerate(got) if a & b)
    taken: tuple[set[int], set[int]] = (set(), set())
    for share, n, m in sorted(shares, key=lambda found: -found[0]):
        if share >= 0.5 and n not in taken[0] and m not in taken[1]:
            taken[0].add(n)
            taken[1].add(m)
            yield n, m


def relations(events: pd.DataFrame, source: str) -> list[list[dict[str, object]]]:
    """An article's statements in the table, each with its rows, one for each actor."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in events[events[C.IS_STATEMENT] & (events[C.SOURCE_ID] == source)].to_dict("records"):
        found[f"{row[C.CONTENT_SPANS]}{row[C.CUE_SPANS]}"].append(row)
    return list(found.values())


def compare(marked: Sequence[MarkedArticle], events: pd.DataFrame) -> pd.DataFrame:
    """One row for each labelled statement (not thought): source, at, wanted and got of each label, `found`, and whether each is right."""
    found = []
    for article, statements in ((one.article, one.statements) for one in marked):
        listed = relations(events, article.source_id)
        matched = dict(pairs(statements, listed))
        for n, statement in enumerate(statements):
            if not statement.is_statement:
                continue
            rows = listed[matched[n]] if n in matched else []
            got = rows[0] if rows else {}
            days = tuple("" if pd.isna(got[day]) else str(got[day])[:10] for day in (C.SAID_START, C.SAID_END)) if rows else ("", "")
            found.append({
                "source": article.source_id, "content": article.text[slice(*(statement.content_spans or statement.cue_spans)[0])],
                "found": bool(rows), "act": statement.act, "got_act": got.get(C.ACT, ""), "claim": statement.claim,
                "got_claim": got.get(C.CLAIM, ""), "days": (statement.said_start, statement.said_end), "got_days": days,
                "actor_right": all(any(same_name(name, str(row[C.ACTOR])) for row in rows) for name in statement.actor),
                "stance": statement.stance, "got_stance": got.get(C.STANCE, ""), "basis": statement.said_basis,
                "got_basis": got.get(C.SAID_BASIS, ""),
            })  # fmt: skip
    return pd.DataFrame(found)


def figures(compared: pd.DataFrame, predicted: int) -> dict[str, float]:
    """Shares from 0 to 1: of the labelled statements found; of those found, what is right; of the pairs that share a claim (F1)."""
    found = compared[compared["found"]]
    right = {
        "actor": found["actor_right"],
        "date": found["days"] == found["got_days"],
        "act": found["act"] == found["got_act"],
        "stance": (found["stance"] == found["got_stance"])[found["stance"] != ""],
    }
    sharing: dict[str, set[tuple[int, int]]] = {"claim": set(), "got_claim": set()}
    for _, rows in compared.groupby("source"):
        for column, members in sharing.items():
            groups = rows[rows[column] != ""].groupby(column).groups.values()
            members |= {pair for group in groups for pair in combinations(sorted(group), 2)}
    both = len(sharing["claim"] & sharing["got_claim"])
    return {
        "recall": float(compared["found"].mean()),
        "precision": len(found) / max(1, predicted),
        **{name: float(share.mean()) for name, share in right.items()},
        "claim_pairs": 2 * both / max(1, sum(map(len, sharing.values()))),
        "row_right": float((right["actor"] & right["date"] & right["act"]).sum() / len(compared)),
    }


def relations_told(marked: Sequence[MarkedArticle], events: pd.DataFrame) -> int:
    """How many relations the table tells of, those left out whose content is a labelled thought."""
    count = 0
    for one in marked:
        listed = relations(events, one.article.source_id)
        count += len(listed) - sum(not one.statements[n].is_statement for n, _ in pairs(one.statements, listed))
    return count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--plain", action="store_true")
    options.add_argument("--jsonl", type=Path)
    chosen = options.parse_args()
    marked = marked_articles(PLAIN if chosen.plain else HARD)
    if chosen.jsonl:
        lines = (
            {"doc_id": one.article.source_id, "title": one.article.title, "pub_date": str(one.article.published), "text": one.article.text,
             "statements": [asdict(statement) for statement in one.statements]}
            for one in marked
        )  # fmt: skip
        chosen.jsonl.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return
    events = parse([one.article for one in marked])
    for name, value in figures(compare(marked, events), relations_told(marked, events)).items():
        print(f"{name:12} {value:.3f}")


if __name__ == "__main__":
    main()
