"""Articles of our own in which each statement's actor is noted (tests/speakers/*.txt), and how well the program names them.

    python -m tests.speaker_articles     print the figures and what is wrong

A file is a header (title, date, publisher) and the text with a note {actor|affiliation} behind a word of each cue; several actors are
joined by "; ", `-` is an empty affiliation, `?` one that the article leaves to judgment. Only statements that are found are compared:
whether they are found is measured by the marked articles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from timeline.articles import Article
from timeline.columns import Columns as C
from timeline.pipeline import parse

FOLDER = Path(__file__).parent / "speakers"
_NOTE = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


@dataclass(frozen=True)
class Note:
    """Who is said to speak at a cue that ends at `end`; `affiliation` is None where it isn't judged."""

    end: int
    actors: frozenset[str]
    affiliation: str | None


@dataclass(frozen=True)
class SpeakerArticle:
    article: Article
    notes: list[Note]


def read_speakers(path: Path) -> SpeakerArticle:
    """One article with its notes. Raises ValueError where a brace is left over."""
    header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    about = dict(line.split(": ", 1) for line in header.splitlines())
    text, at, notes = "", 0, []
    for note in _NOTE.finditer(body):
        text, at = text + body[at : note.start()], note.end()
        affiliation = {"?": None, "-": ""}.get(note[2], note[2])
        notes.append(Note(len(text), frozenset(note[1].split("; ")), affiliation))
    text += body[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"{path.name}: a brace outside a note")
    return SpeakerArticle(Article(path.stem, text, about["title"], date.fromisoformat(about["date"]), about["publisher"]), notes)


def speaker_articles() -> list[SpeakerArticle]:
    return [read_speakers(path) for path in sorted(FOLDER.glob("*.txt"))]


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", re.sub(r"[’']", "'", name).casefold())


def compare_speakers(noted: Sequence[SpeakerArticle], events: pd.DataFrame) -> pd.DataFrame:
    """One row a note: source, cue, wanted and got of actors and affiliation, `found`, `actor_right`, `affiliation_right` (None: not judged).

    A name is right only as a whole, articles and case aside.
    """
    compared = []
    for one in noted:
        text, rows = one.article.text, events[events[C.SOURCE_ID] == one.article.source_id].to_dict("records")
        for note in one.notes:
            word = (text.rfind(" ", 0, note.end) + 1, note.end)
            got = [row for row in rows if any(start < word[1] and word[0] < end for start, end in row[C.CUE_SPANS])]
            names = {str(row[C.ACTOR]) for row in got}
            belongs = sorted({str(row[C.AFFILIATION]) for row in got})
            compared.append({
                "source": one.article.source_id, "cue": text[max(0, note.end - 40) : note.end].rpartition("\n")[2], "found": bool(got),
                "wanted": "; ".join(sorted(note.actors)), "got": "; ".join(sorted(names)),
                "actor_right": {_plain(name) for name in note.actors} == {_plain(name) for name in names},
                "wanted_affiliation": note.affiliation, "got_affiliation": "; ".join(belongs),
                "affiliation_right": None if note.affiliation is None else belongs == [note.affiliation],
            })  # fmt: skip
    judged = pd.DataFrame(compared)
    return judged[judged["wanted"] != "?"]


def figures(compared: pd.DataFrame) -> dict[str, float]:
    """Shares from 0 to 1: of the statements found, those with the right actors; of those whose affiliation is judged, the right ones."""
    found = compared[compared["found"]]
    judged = found[found["affiliation_right"].notna()]
    return {"actor": float(found["actor_right"].mean()), "affiliation": float(judged["affiliation_right"].astype(bool).mean())}


def main() -> None:
    noted = speaker_articles()
    compared = compare_speakers(noted, parse([one.article for one in noted]))
    found = compared[compared["found"]]
    print(f"found {len(found)} of {len(compared)}", *(f"{name} {value:.3f}" for name, value in figures(compared).items()))
    for row in found.to_dict("records"):
        if not row["actor_right"]:
            print(f"{row['source']} | {row['cue']} | {row['got']!r}, not {row['wanted']!r}")
        elif row["affiliation_right"] is False:
            print(f"{row['source']} | {row['cue']} | {row['got']!r} for {row['got_affiliation']!r}, not {row['wanted_affiliation']!r}")


if __name__ == "__main__":
    main()
