"""Statements of a claim → its label: short, affirmative, in the words of the side that raised it."""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.statements import Statement

LONGEST_LABEL = 90
# How much an act is that of the side that raises a matter.
_RAISING = {"allege": 3.0, "demand": 2.0, "offer": 2.0, "confirm": 1.5, "state": 1.0, "threaten": 1.0, "promise": 0.5, "criticize": 0.5}
_WE = re.compile(r"^(?:we|i)\b(?:['’](?:ve|re|m|ll|d))?", re.I)
_OUR = re.compile(r"\b(?:our|his|her|their) (?:own )?(?:country|government|nation)\b", re.I)
_VAGUE = re.compile(r"^(?:he|she|they|it|this|that|these|those|there|such|them|who|which|what|the same)\b", re.I)


def _clause(statement: Statement) -> str:
    """The statement's clause with "we" and "his country" replaced by the one who speaks."""
    clause = statement.proposition.clause
    actor = statement.actors[0] if statement.actors else None
    if actor and (name := actor.affiliation or actor.name):
        clause = _OUR.sub(actor.affiliation or name, _WE.sub(name, clause))
    return clause[:1].upper() + clause[1:]


def _worth(statement: Statement, words: Counter[str], key: str) -> float:
    """How well a statement's clause names the claim: who raises it, how complete, and how much of what the others speak of it holds."""
    proposition, clause = statement.proposition, _clause(statement)
    own = {word for word, _ in proposition.terms}
    worth = _RAISING.get(statement.act.label, 0.0)
    worth += {3: 2.0, 2: 0.5, 1: 0.5, 0: -3.0}[proposition.clause_rank]
    worth += 3.0 * sum(words[word] for word in own) / (sum(words.values()) or 1)
    worth += 1.0 if key and key in own else 0.0
    worth += 1.0 if 15 <= len(clause) <= LONGEST_LABEL else -1.0
    worth -= 2.0 if _VAGUE.match(clause) or proposition.anaphor else 0.0
    worth -= 1.5 if proposition.negations or clause.endswith("?") or clause.casefold().startswith("if ") else 0.0
    worth -= 0.5 if _WE.match(proposition.clause) else 0.0
    return worth


def label(members: Sequence[Statement]) -> str:
    """The label of a claim whose statements are given in order of publication; only the first article decides, so that it lasts."""
    first = [s for s in members if s.article.source_id == members[0].article.source_id]
    words = Counter(word for s in first for word, _ in s.proposition.terms)
    keys = Counter(s.proposition.key for s in first if s.proposition.key)
    key = min(keys, key=lambda k: (-keys[k], k)) if keys else ""
    best = max(enumerate(first), key=lambda item: (_worth(item[1], words, key), -item[0]))[1]
    text = _clause(best) or " ".join(best.content.split())
    if len(text) > LONGEST_LABEL:
        text = text[:LONGEST_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
    return text


def distinct(labels: Sequence[str]) -> list[str]:
    """The labels with numbers on those that stand twice, so that two claims never share one."""
    seen: Counter[str] = Counter()
    result = []
    for text in labels:
        seen[text] += 1
        result.append(text if seen[text] == 1 else f"{text} ({seen[text]})")
    return result
