"""Statements of a claim → its label: short, affirmative, in the words of the side that raised it."""

import re
from collections.abc import Sequence

from timeline.statements import Statement

LONGEST_LABEL = 90
_RAISING = {"allege": 0, "state": 1, "demand": 1, "offer": 1, "threaten": 1, "promise": 1, "confirm": 1, "criticize": 2, "endorse": 2}
_WE = re.compile(r"^(?:we|i|our country)\b(?:['’](?:ve|re|m|ll|d))?", re.I)
_IT = re.compile(r"^(?:he|she|they|it)\b(?:['’](?:s|ve|re|ll|d))?", re.I)


def _clause(statement: Statement) -> str:
    """The statement's clause with "we" replaced by the one who speaks."""
    clause = statement.proposition.clause
    actor = statement.actors[0] if statement.actors else None
    if actor and _WE.match(clause):
        name = actor.affiliation or actor.name
        clause = _WE.sub(name, clause) if name else clause
    return clause


def _worth(statement: Statement, place: int) -> tuple[int, int, int, int]:
    """Sort key: who raised the matter, in how good a clause, and how early."""
    clause = _clause(statement)
    vague = bool(_IT.match(clause)) or bool(statement.proposition.anaphor)
    return (
        3 - (1 if vague and statement.proposition.clause_rank > 1 else statement.proposition.clause_rank),
        _RAISING.get(statement.act.label, 3),
        0 if 15 <= len(clause) <= LONGEST_LABEL else 1,
        place,
    )


def label(members: Sequence[Statement]) -> str:
    """The label of a claim whose statements are given in order of publication."""
    first = members[0].article.source_id
    early = [(n, s) for n, s in enumerate(members) if s.article.source_id == first and s.proposition.clause] or list(enumerate(members))
    _, best = min(early, key=lambda item: _worth(item[1], item[0]))
    text = _clause(best) or best.content
    if len(text) > LONGEST_LABEL:
        text = text[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
    return text


def distinct(labels: Sequence[str]) -> list[str]:
    """The labels with numbers on those that stand twice, so that two claims never share one."""
    seen: dict[str, int] = {}
    result = []
    for text in labels:
        seen[text] = seen.get(text, 0) + 1
        result.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return result
