"""Statements of a claim → its label: short, affirmative, in the words of the side that raised it."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from timeline.statements import Statement

LONGEST_LABEL = 90
WELL_WORDED = 5.5
# How much an act is that of the side that raises a matter.
_RAISING = {"allege": 2.0, "demand": 2.0, "offer": 2.0, "confirm": 1.5, "state": 1.0, "threaten": 1.0, "promise": 0.5, "criticize": 0.5}
_RAISES = frozenset({"allege", "demand", "offer"})
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


def _central(own: set[str], words: Counter[str]) -> float:
    """Cosine of a statement's words with those of all statements of the claim."""
    length = math.sqrt(len(own) * sum(n * n for n in words.values()))
    return sum(words[word] for word in own) / length if length else 0.0


def _worth(statement: Statement, words: Counter[str], key: str) -> float:
    """How well a statement's clause names the claim: who raises it, how complete, and how much of what the others speak of it holds."""
    proposition, clause = statement.proposition, _clause(statement)
    own = {word for word, _ in proposition.terms}
    worth = _RAISING.get(statement.act.label, 0.0)
    worth += {3: 2.0, 2: 0.5, 1: 0.5, 0: -3.0}[proposition.clause_rank]
    worth += 4.0 * _central(own, words)
    worth += 1.0 if key and key in own else 0.0
    worth += 1.0 if 15 <= len(clause) <= LONGEST_LABEL else -1.0
    worth -= 2.0 if _VAGUE.match(clause) or proposition.anaphor else 0.0
    worth -= 1.5 if proposition.negations or clause.endswith("?") or clause.casefold().startswith("if ") else 0.0
    worth -= 1.5 if any(actor.name and actor.name.rpartition(" ")[2] in clause for actor in statement.actors) else 0.0
    worth -= 0.5 if _WE.match(proposition.clause) else 0.0
    return worth


def label(members: Sequence[Statement]) -> str:
    """The label of a claim whose statements are given in order of publication.

    The first article in which somebody raises the matter in a clause fit for a label decides, and it alone, so that the label lasts
    when later articles are added; if there is none, the first article.
    """
    best = members[0]
    for number, (_, group) in enumerate(groupby(members, key=lambda s: s.article.source_id)):
        article = list(group)
        words = Counter(word for s in article for word, _ in s.proposition.terms)
        keys = Counter(s.proposition.key for s in article if s.proposition.key)
        key = min(keys, key=lambda k: (-keys[k], k)) if keys else ""
        worth = [_worth(s, words, key) for s in article]
        raised = [n for n, s in enumerate(article) if s.act.label in _RAISES and worth[n] >= WELL_WORDED]
        if raised or number == 0:
            best = article[max(raised or range(len(article)), key=lambda n: (worth[n], -n))]
        if raised:
            break
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
