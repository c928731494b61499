"""The command line: `python -m timeline parse|dates|export`.

Exit status 0 on success, 1 with one sentence on standard error on bad input, 2 on wrong usage.
"""

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Never

from timeline.columns import CATEGORIES, STANCES
from timeline.columns import Columns as C
from timeline.errors import ExportError, TimelineError

if TYPE_CHECKING:
    import pandas as pd
    from tqdm import tqdm

    from timeline.articles import Failure


def day(text: str) -> date:
    """An ISO date from the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day; write YYYY-MM-DD") from None


def build_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="python -m timeline", description="Who said what, when, about which claim, and who has answered whom."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    sources = argparse.ArgumentParser(add_help=False)
    sources.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help=".txt, .md, .html, .pdf or .docx file, folder, link, - for standard input, or corpus .jsonl",
    )
    sources.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="publication date (YYYY-MM-DD): of one source, or of those in a batch that don't say theirs",
    )

    parse = commands.add_parser("parse", parents=[sources], help="read articles, write the event table")
    parse.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="a .csv, .jsonl, .parquet or .xlsx file; without it, a table to read"
    )
    parse.add_argument("--dossier", type=Path, metavar="FILE", help="a dossier to add the articles to (made if it isn't there)")
    parse.add_argument("--claims", type=Path, metavar="FILE", help="a CSV file that names claims: columns claim and hint")

    dates = commands.add_parser("dates", parents=[sources], help="find and resolve temporal expressions")
    dates.add_argument("-o", "--output", type=Path, metavar="OUT.jsonl", help="JSON Lines file; without it, standard output")

    export = commands.add_parser("export", help="write a chart or a table")
    export.add_argument("path", type=Path, metavar="PATH", help="a dossier, a folder of articles, an event table or a corpus")
    export.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE",
        help=".png, .svg, .pdf or .html for a chart; .csv, .xlsx, .jsonl or .parquet for a table",
    )
    export.add_argument("--published", type=day, metavar="DATE", help="publication date of articles that don't say it")
    for name, what in (("actor", C.ACTOR), ("claim", C.CLAIM)):
        export.add_argument(
            f"--{name}", action="append", default=[], dest=what, metavar=name.upper(), help=f"only this {name} (may be repeated)"
        )
    export.add_argument("--act", action="append", default=[], choices=CATEGORIES[C.ACT], help="only this act (may be repeated)")
    export.add_argument("--stance", action="append", default=[], choices=STANCES, help="only this stance (may be repeated)")
    export.add_argument("--checked", action="store_true", help="only what a person has checked or corrected")
    export.add_argument(
        "--from", type=day, dest="since", metavar="DATE", help="only statements that can have been made on or after this day"
    )
    export.add_argument(
        "--until",
        type=day,
        metavar="DATE",
        help="only statements that can have been made on or before this day (without a date: reported by it)",
    )
    export.add_argument("--width", type=int, default=1200, help="pixels (default 1200)")
    export.add_argument("--height", type=int, help="pixels (default: as the lanes need)")
    export.add_argument("--scale", type=float, default=2.0, help="pixels of the file per pixel of the layout (default 2)")
    return parser


def status(failures: "Sequence[Failure]") -> int:
    """0, or 1 with a sentence for each source that failed."""
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


@contextmanager
def _progress(what: str) -> Iterator["tqdm[Never]"]:
    """A progress bar on a terminal, silence elsewhere."""
    from tqdm import tqdm

    with tqdm(desc=what, unit=" articles", file=sys.stderr, disable=sys.stderr is None or not sys.stderr.isatty(), leave=False) as bar:
        yield bar


def run_parse(options: argparse.Namespace) -> int:
    """`parse`: articles → event table."""
    from timeline.articles import Batch
    from timeline.claims import read_pins
    from timeline.events import require_ending, save_events
    from timeline.pipeline import parse

    if options.output:
        require_ending(options.output)  # before anything is read
    pinned = read_pins(options.claims) if options.claims else None
    batch = Batch(options.sources, options.published)
    with _progress("Reading") as bar:
        if options.dossier:
            from timeline.dossier import Dossier
            from timeline.shelf import load_dossier, save_dossier

            old = load_dossier(options.dossier) if options.dossier.exists() else Dossier(options.dossier.stem, parse([]))
            old = old if pinned is None else replace(old, pinned=pinned)
            dossier = old.with_articles(batch, lambda articles: parse(articles, lambda _: bar.update(), old.pinned))
            save_dossier(dossier, options.dossier)
            events = dossier.events
        else:
            events = parse(batch, lambda _: bar.update(), pinned)
    if options.output:
        save_events(events, options.output)
    elif (not options.dossier or (sys.stdout is not None and sys.stdout.isatty())) and not (events.empty and batch.failures):
        write_out(readable(events, shutil.get_terminal_size((140, 24)).columns) + "\n")
    return status(batch.failures)


def readable(events: "pd.DataFrame", width: int) -> str:
    """The statements as a table to read: date, actor, act, claim and content, a line each, thoughts and plans left out."""
    rows = events[events[C.IS_STATEMENT]]
    if rows.empty:
        return "No statements found."
    room = max(20, width - 24 - 27 - 11 - 9)
    lines = [f"{'said':23} {'actor':26} {'act':10} {'stance':8} content"]
    for said, actor, act, stance, content in zip(
        rows[C.SAID_EDTF], rows[C.ACTOR].astype(str), rows[C.ACT].astype(str), rows[C.STANCE].astype(str), rows[C.CONTENT], strict=True
    ):
        flat = " ".join(content.split())
        shown = flat if len(flat) <= room else flat[: room - 1] + "…"
        lines.append(f"{said:23} {actor[:26] or '(not named)':26} {act:10} {stance:8} {shown}")
    return "\n".join(lines)


def run_dates(options: argparse.Namespace) -> int:
    """`dates`: articles → temporal expressions."""
    from timeline.articles import Batch
    from timeline.dates import find_dates
    from timeline.language import parse_articles

    if options.output and options.output.suffix.lower() != ".jsonl":
        raise TimelineError(f"Temporal expressions are written as .jsonl; '{options.output.name}' has another ending.")
    batch = Batch(options.sources, options.published)
    lines = []
    with _progress("Reading") as bar:
        for parsed in parse_articles(batch):
            article = parsed.article
            timexes = [
                {"start": m.span[0], "end": m.span[1], "text": m.text, "type": m.type, "value": m.value}
                | ({"mod": m.mod} if m.mod else {})
                | {"edtf": m.edtf, "why": m.reasoning}
                for m in find_dates(article.text, article.published, parsed)
            ]
            lines.append(json.dumps({"id": article.source_id, "timexes": timexes}, ensure_ascii=False))
            bar.update()
    text = "".join(line + "\n" for line in lines)
    if options.output:
        try:
            options.output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise TimelineError(f"'{options.output}' can't be written ({error.strerror}); choose a folder that exists.") from None
    else:
        write_out(text)
    return status(batch.failures)


def run_export(options: argparse.Namespace) -> int:
    """`export`: a dossier, articles or a table → a chart or a table in a file."""
    from timeline.events import FORMATS as TABLES
    from timeline.events import save_events
    from timeline.export import FORMATS as CHARTS
    from timeline.export import export_figure
    from timeline.figure import View, figure
    from timeline.filters import Filter, describe, filter_events, names_like
    from timeline.shelf import open_path

    ending = options.to.suffix.lower()
    if ending not in (*CHARTS, *TABLES):
        raise ExportError(f"{options.to.name} should end in one of {', '.join(CHARTS)} for a chart, {', '.join(TABLES)} for a table.")
    with _progress("Reading") as bar:
        opened = open_path(options.path, options.published, lambda _: bar.update())
    events = opened.dossier.events
    chosen = {name: names_like(events[name], values) for name in (C.ACTOR, C.CLAIM) if (values := getattr(options, name))}
    chosen |= {name: tuple(values) for name in (C.ACT, C.STANCE) if (values := getattr(options, name))}
    chosen |= {C.CHECKED: ("yes",)} if options.checked else {}
    wanted = Filter(chosen=chosen, since=options.since, until=options.until)
    events = filter_events(events, wanted)
    if ending in TABLES:
        save_events(events, options.to)
    else:
        view = View(width=options.width, height=options.height, printed=True, title=opened.dossier.title, caption=describe(wanted))
        export_figure(figure(events, view), options.to, options.width, options.height, options.scale)
    return status(opened.failures)


def write_out(text: str) -> None:
    """Text on standard output, all of it.

    Raises TimelineError where that is closed or full, BrokenPipeError where nobody reads it any more.
    """
    if sys.stdout is None:
        raise TimelineError("Standard output is closed; give a file with -o.")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is still in the buffer would fail again when Python ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise TimelineError(f"Standard output can't be written ({error.strerror}); give a file with -o.") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    options = build_parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no "…" shows "?"
    run = {"parse": run_parse, "dates": run_dates, "export": run_export}[options.command]
    try:
        return run(options)
    except TimelineError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
