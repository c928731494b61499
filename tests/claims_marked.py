"""Marked sentences → Statements: "[Zelensky@Ukraine] <said#allege> {Iran sold drones to Russia}." gives speaker, side, cue, act and content."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from timeline.actors import Actor
from timeline.acts import Act
from timeline.articles import Article
from timeline.attribution import Attribution
from timeline.circumstances import Circumstances
from timeline.language import parse_articles
from timeline.propositions import find_propositions
from timeline.said import Said
from timeline.statements import Statement

_RELATION = re.compile(r"\[(?P<actor>[^\]@]*)(?:@(?P<side>[^\]]*))?\]|<(?P<cue>[^>#]*)(?:#(?P<act>\w+))?>|\{(?P<content>[^}]*)\}")


def _unmarked(text: str) -> tuple[str, list[dict[str, object]]]:
    """The plain text and one dictionary a relation: a speaker, a cue and a content in any order."""
    plain, relations, now, at = "", [], {}, 0
    for found in _RELATION.finditer(text):
        plain += text[at : found.start()]
        at = found.end()
        kind = next(name for name in ("actor", "cue", "content") if found.group(name) is not None)
        if kind in now:
            relations.append(now)
            now = {}
        now[kind] = (len(plain), len(plain) + len(found.group(kind)))
        now.update({name: found.group(name) for name in ("side", "act") if found.group(name)})
        plain += found.group(kind)
    return plain + text[at:], [*relations, now]


@cache
def statements(text: str, day: date = date(2022, 10, 20), source: str = "a", said: bool = True) -> tuple[Statement, ...]:
    """The statements of one marked article."""
    plain, relations = _unmarked(text)
    article = Article(source, plain, "", day)
    parsed = next(parse_articles([article]))
    attributions = [
        Attribution((r["actor"],), (r["cue"],), (r["content"],), r["cue"][0], "indirect", said, 1.0, "marked")  # type: ignore[index]
        for r in relations
    ]
    return tuple(
        Statement(
            f"{source}{number}",
            article,
            attribution,
            (Actor(plain[slice(*r["actor"])], "person", affiliation=r.get("side", "")),),  # type: ignore[misc, arg-type]
            Said(day, day, "explicit", None, ""),
            Act(r.get("act", "state"), "marked"),  # type: ignore[arg-type]
            Circumstances(),
            proposition,
        )
        for number, (r, attribution, proposition) in enumerate(
            zip(relations, attributions, find_propositions(parsed, attributions), strict=True)
        )
    )


def dossier(*articles: str) -> list[Statement]:
    """The statements of marked articles, a day between each and the next."""
    return [s for n, text in enumerate(articles) for s in statements(text, date(2022, 10, 1 + n), f"source{n}")]


def sharing(claims: Sequence[str]) -> list[list[int]]:
    """Positions that share a claim, for each claim, in order."""
    found: dict[str, list[int]] = {}
    for position, claim in enumerate(claims):
        if claim:
            found.setdefault(claim, []).append(position)
    return list(found.values())
