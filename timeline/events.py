"""Statements → the event table: one row per actor and statement, in the order of the text; checked, loaded and saved."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from timeline.columns import ALL, CATEGORIES, DAYS, FACETS, LISTS, Columns
from timeline.edtf import edtf
from timeline.errors import TableError
from timeline.spans import Span, text_of

if TYPE_CHECKING:  # a table that is only loaded needs none of the stages that read articles
    from timeline.claims import Position
    from timeline.statements import Statement

_FLAGS = {Columns.IS_STATEMENT: True, Columns.CHECKED: False}  # with what stands where a table has nothing
_FLAGS_AND_NUMBERS = (*_FLAGS, Columns.CONFIDENCE)
_NEEDED = (Columns.ACTOR, Columns.CONTENT, Columns.SAID_END)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
FORMATS = (".csv", ".jsonl", ".parquet", ".xlsx")


def _lists(spans: Sequence[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _rows(statement: "Statement", position: "Position") -> list[dict[str, Any]]:
    attribution, article, said = statement.attribution, statement.article, statement.said
    shared = {
        Columns.SAID_START: said.start,
        Columns.SAID_END: said.end,
        Columns.SAID_BASIS: said.basis,
        Columns.SAID_TEXT: said.mention.text if said.mention else "",
        Columns.SAID_EDTF: edtf(said.start, said.end),
        Columns.SAID_WHY: said.why,
        Columns.SAID_SPANS: _lists([said.mention.span]) if said.mention else [],
        Columns.ABOUT_START: said.about.first if said.about else None,
        Columns.ABOUT_END: said.about.last if said.about else None,
        Columns.REPORTED: article.published,
        Columns.IS_STATEMENT: attribution.is_statement,
        Columns.ACT: statement.act.label,
        Columns.ACT_RULE: statement.act.rule,
        Columns.DENIAL: statement.act.denial,
        Columns.CLAIM: position.claim,
        Columns.CLAIM_WHY: position.tie,
        Columns.STANCE: position.stance,
        Columns.STANCE_WHY: position.rule,
        Columns.ADDRESSEE: statement.circumstances.addressee,
        Columns.MEDIUM: statement.circumstances.medium,
        Columns.VIA: statement.circumstances.via,
        Columns.QUOTATION: attribution.quotation,
        Columns.CONTENT: statement.content,
        Columns.CUE: statement.cue,
        Columns.SPEAKER: text_of(article.text, attribution.speaker_spans),
        Columns.CONTENT_SPANS: _lists(attribution.content_spans),
        Columns.CUE_SPANS: _lists(attribution.cue_spans),
        Columns.SPEAKER_SPANS: _lists(attribution.speaker_spans),
        Columns.IN_REPLY_TO: [],
        Columns.RULE: attribution.rule,
        Columns.SOURCE_ID: article.source_id,
        Columns.TITLE: article.title,
        Columns.PUBLISHER: article.publisher,
        Columns.URL: article.url,
    }
    return [
        shared
        | {
            # One id a row, since corrections and answers speak of one actor's statement.
            Columns.STATEMENT_ID: statement.statement_id + (f".{number}" if number > 1 else ""),
            Columns.ACTOR: actor.name,
            Columns.ACTOR_KIND: actor.kind,
            Columns.ROLE: actor.role,
            Columns.AFFILIATION: actor.affiliation,
            Columns.CONFIDENCE: round(attribution.confidence * actor.confidence, 3),
        }
        for number, actor in enumerate(statement.actors, start=1)
    ]


def assemble(statements: Sequence["Statement"], positions: Sequence["Position"]) -> pd.DataFrame:
    """The event table of statements and their positions (same length), one row per actor; see `Columns` for the columns."""
    rows = [row for statement, position in zip(statements, positions, strict=True) for row in _rows(statement, position)]
    return typed(pd.DataFrame(rows, columns=list(ALL)))


def empty_events() -> pd.DataFrame:
    """An event table without rows."""
    return assemble([], [])


def typed(events: pd.DataFrame) -> pd.DataFrame:
    """The table with all columns in their order and types; missing columns get their empty value.

    Raises TableError on labels that no column knows, on days that cannot be, and on intervals that end before they start.
    """
    table = pd.DataFrame(index=events.index)
    for name in ALL:
        values = events[name] if name in events else pd.Series([None] * len(events), index=events.index, dtype=object)
        if name in DAYS:
            table[name] = _days(name, values)
        elif name in LISTS:
            table[name] = values.map(_as_list).astype(object)
        elif name in _FLAGS:
            table[name] = values.map(partial(_as_flag, missing=_FLAGS[name])).astype(bool)
        elif name == Columns.CONFIDENCE:
            table[name] = pd.to_numeric(values, errors="coerce").fillna(1.0).clip(0, 1).astype(float)
        elif name in CATEGORIES:
            table[name] = _categories(name, values)
        else:
            text = values.astype(object).where(values.notna(), "").astype(str)
            table[name] = text.astype("category") if name in FACETS else text
    backwards = table[table[Columns.SAID_START] > table[Columns.SAID_END]]
    if len(backwards):
        raise TableError(f"Row {backwards.index[0]} ends before it starts: said_start must not be later than said_end.")
    return table


def _days(name: str, values: pd.Series) -> pd.Series:
    try:
        days: pd.Series = pd.to_datetime(values, format="ISO8601").dt.normalize().dt.as_unit("s")
    except (ValueError, TypeError, AttributeError):
        bad = next((v for v in values if pd.notna(v) and pd.isna(pd.to_datetime(v, errors="coerce"))), "?")
        raise TableError(f"Column {name} has '{bad}', which is not a day; write days as YYYY-MM-DD.") from None
    return days


def _categories(name: str, values: pd.Series) -> pd.Series:
    text = values.astype(object).where(values.notna(), "").astype(str)
    known = CATEGORIES[name]
    empty = {Columns.ACTOR_KIND: "unnamed", Columns.SAID_BASIS: "publication", Columns.ACT: "state", Columns.QUOTATION: "indirect"}
    text = text.where(text != "", empty.get(name, ""))
    unknown = text[~text.isin(known)]
    if len(unknown):
        raise TableError(f"Column {name} has '{unknown.iloc[0]}', which it doesn't know; use one of {', '.join(filter(None, known))}.")
    return text.astype(pd.CategoricalDtype(list(known)))


def _as_list(value: Any) -> list[Any]:
    """A cell as a list: JSON text from CSV, arrays from Parquet."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value else []
        except json.JSONDecodeError:
            raise TableError(f"'{value[:40]}' is not a list; write spans as [[start, end], …] and replies as [\"id\", …].") from None
    if value is None or isinstance(value, float):
        return []
    return [[int(n) for n in item] if not isinstance(item, str) else item for item in value]


def _as_flag(value: Any, missing: bool) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() not in ("false", "0", "no", *([] if missing else [""]))
    return missing if pd.isna(value) else bool(value)


def require_ending(path: Path) -> None:
    """Raise TableError where no table can be written under this name."""
    if path.suffix.lower() not in FORMATS:
        raise TableError(f"A table is written as {', '.join(FORMATS)}; '{path.name}' has another ending.")


def save_events(events: pd.DataFrame, path: Path | str) -> None:
    """Write the table; the ending says the format: .csv, .jsonl, .parquet or .xlsx.

    Cells that a spreadsheet would run as a formula get an apostrophe in front, which `load_events` takes off again.
    Raises TableError for another ending or where the file can't be written.
    """
    path = Path(path)
    ending = path.suffix.lower()
    require_ending(path)
    try:
        if ending == ".parquet":
            events.to_parquet(path, index=False)
        elif ending == ".jsonl":
            path.write_text(to_json_lines(events), encoding="utf-8")
        elif ending == ".csv":
            # The byte-order mark tells Excel that it is UTF-8.
            _flat(events).to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
        else:
            _flat(events).to_excel(path, index=False, sheet_name="statements", engine="openpyxl", freeze_panes=(1, 0))
    except OSError as error:
        raise TableError(
            f"'{path}' can't be written ({error.strerror or 'no such folder'}); choose a folder that exists and that you may write to."
        ) from None


def to_json_lines(events: pd.DataFrame) -> str:
    """One JSON object a row: days as YYYY-MM-DD or null, spans as lists."""
    plain = events.assign(**{name: _iso(events[name]) for name in DAYS})
    columns = [plain[name].tolist() for name in ALL]
    return "".join(json.dumps(dict(zip(ALL, row, strict=True)), ensure_ascii=False) + "\n" for row in zip(*columns, strict=True))


def _iso(days: pd.Series) -> pd.Series:
    text: pd.Series = days.dt.strftime("%Y-%m-%d").astype(object)
    return text.where(days.notna(), None)


def _flat(events: pd.DataFrame) -> pd.DataFrame:
    """For CSV and spreadsheets: lists as JSON text, days as text, nothing that runs as a formula."""
    flat = {}
    for name in ALL:
        if name in DAYS:
            flat[name] = _iso(events[name]).fillna("")
        elif name in LISTS:
            flat[name] = events[name].map(json.dumps)
        elif name in _FLAGS_AND_NUMBERS:
            flat[name] = events[name]
        else:
            # Control characters have no place in a spreadsheet file.
            text = events[name].astype(str).str.replace(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", regex=True)
            flat[name] = text.where(~text.str.startswith(_FORMULA_STARTS), "'" + text)
    return pd.DataFrame(flat)


def load_events(path: Path | str) -> pd.DataFrame:
    """Read an event table that `save_events` or somebody else wrote; it needs actor, content and said_end.

    Raises TableError where it can't be read, lacks a needed column, or has labels or days that can't be.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise TableError(f"An event table is a {', '.join(FORMATS)} file; '{path.name}' has another ending.")
    try:
        if ending == ".parquet":
            raw = pd.read_parquet(path)
        elif ending == ".jsonl":
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
            raw = pd.DataFrame(rows, columns=None if rows else list(ALL))
        elif ending == ".csv":
            raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        else:
            raw = pd.read_excel(path, dtype=str, keep_default_na=False, engine="openpyxl")
    except FileNotFoundError:
        raise TableError(f"'{path}' isn't there; give the path of an event table ({', '.join(FORMATS)}).") from None
    except Exception as error:  # each reader has its own errors for files that are something else
        raise TableError(f"'{path.name}' can't be read as an event table ({str(error).splitlines()[0][:80]}).") from None
    missing = [name for name in _NEEDED if name not in raw]
    if missing:
        raise TableError(f"'{path.name}' is no event table: it lacks {', '.join(missing)}.")
    if ending in (".csv", ".xlsx"):
        for name in raw.columns:
            text = raw[name].astype(str)
            raw[name] = text.where(~text.str.match(r"'[=+\-@\t\r]"), text.str[1:])
    for name in DAYS:
        if name in raw:
            raw[name] = raw[name].astype(object).where(raw[name].notna() & (raw[name] != ""), None)
    return typed(raw)
