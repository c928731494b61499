"""Statements of a dossier → Claims: the propositions at issue, and each statement's stance to its claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from timeline.claims.grouping import antecedent, group
from timeline.claims.labels import distinct, label, worded_by
from timeline.claims.merging import Group, merge
from timeline.claims.pins import pinned_claims, read_pins
from timeline.claims.positions import Position, StanceLabel
from timeline.claims.stance import stances
from timeline.claims.ties import PINNED, ties
from timeline.statements import Statement

__all__ = ["Position", "StanceLabel", "find_claims", "read_pins"]


def _place(statement: Statement) -> tuple[date, str, int]:
    """Day of publication, source, and where the statement stands in its article."""
    attribution = statement.attribution
    starts = [start for start, _ in (*attribution.content_spans, *attribution.cue_spans)]
    return statement.article.published, statement.article.source_id, min(starts, default=attribution.head)


def find_claims(statements: Sequence[Statement], pinned: Mapping[str, Sequence[str]] | None = None) -> list[Position]:
    """For each statement, over all articles together, its claim and stance.

    `pinned` maps a claim's label to words or example sentences of it; pinned claims win over found ones.
    Statements with `is_statement` false or without a partner get an empty Position.
    """
    positions = [Position()] * len(statements)
    # By publication, then by source and place: a dossier read in another order gives the same claims.
    said = sorted((n for n, s in enumerate(statements) if s.attribution.is_statement), key=lambda n: (*_place(statements[n]), n))
    fixed = pinned_claims([statements[n] for n in said], pinned or {})
    claims: dict[str, list[int]] = {text: [] for text in pinned or {}}
    free = []
    for n, text in zip(said, fixed, strict=True):
        if text:
            claims[text].append(n)
        else:
            free.append(n)
    groups: list[Group] = []
    pointed: dict[int, int] = {}
    for number, (_, members) in enumerate(groupby(free, key=lambda n: statements[n].article.source_id)):
        own = list(members)
        article = [statements[n] for n in own]
        pointed |= {n: own[at] for place, n in enumerate(own) if (at := antecedent(place, article)) is not None}
        numbers = group(article)
        groups += [Group(number, tuple(n for n, g in zip(own, numbers, strict=True) if g == wanted)) for wanted in dict.fromkeys(numbers)]
    found = [members for members in merge(statements, groups) if len(members) > 1]
    wording = [members[worded_by([statements[n] for n in members])] for members in found]
    labels = distinct([*claims, *(label(statements[n]) for n in wording)])
    worded = [*([None] * len(claims)), *wording]
    for text, sharing, first in zip(labels, [*claims.values(), *found], worded, strict=True):
        sides = stances([statements[n] for n in sharing], text if text in (pinned or {}) else "")
        places = {n: place for place, n in enumerate(sharing)}
        pointing = {place: places[pointed[n]] for n, place in places.items() if pointed.get(n) in places}
        why = [PINNED] * len(sharing) if first is None else ties([statements[n] for n in sharing], pointing, places[first])
        for n, tie, (stance, rule) in zip(sharing, why, sides, strict=True):
            positions[n] = Position(text, stance, tie, rule)
    return positions
