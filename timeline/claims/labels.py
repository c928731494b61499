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
_DENIED = 1.5
"""As much for what is denied: "denied that its office leaked the plan" words the matter as those do who raised it."""
_RAISES = frozenset({"allege", "demand", "offer"})
_DENYING = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|(?:dismiss|disput|rebut|refut|reject)\w*)\b", re.I)
_OF_THEMSELVES = frozenset({"deny", "confirm", "promise", "offer", "reject"})
_WE = re.compile(r"^we\b(?:['’](?:ve|re|m|ll|d))?", re.I)
_OUR = re.compile(r"\b(?:our|his|her|their) (?:own )?(?:country|government|nation)\b", re.I)
_HERS = re.compile(r"^(?:his|her|their)\b", re.I)
_ITS = re.compile(r"^(?:its|their)\b", re.I)
_SHE = re.compile(r"^(?:he|she|they)\b", re.I)
_IT = re.compile(r"^(?:it|they)\b", re.I)
_ITS_PEOPLE = re.compile(r"^(some\w+ (?:in|at|from|of|on)) (?:his|her|its|their)\b", re.I)
_SOMEBODY = re.compile(r"^any(one|body|thing)\b", re.I)
_VAGUE = re.compile(
    r"^(?:he|she|they|it|this|that|these|those|there|such|them|him|us|who|which|what|the same|each other|one|both|all)\b", re.I
)
_DIRECT = re.compile(r"\b(?:i|me|my|we|us|our|you|your)\b", re.I)


def _denies(statement: Statement) -> bool:
    """Whether a content is what its speaker denies, not the denial in the speaker's words."""
    denial = statement.act.label in {"deny", "reject"} and not statement.proposition.negations
    return denial and bool(_DENYING.search(statement.cue))


def _clause(statement: Statement) -> str:
    """The statement's clause with "we", "his country" and the like replaced by the one who speaks."""
    clause = statement.proposition.clause
    actor = statement.actors[0] if statement.actors else None
    if actor and (name := actor.affiliation or actor.name):
        clause = _OUR.sub(name, clause)
        if actor.affiliation or actor.kind != "person":
            clause = _WE.sub(name, clause)
    if actor and actor.name and statement.act.label in _OF_THEMSELVES and statement.attribution.quotation != "direct":
        # "denied that he had known", "denied hiding the figures"
        they, theirs = (_SHE, _HERS) if actor.kind == "person" else (_IT, _ITS)
        clause = they.sub(actor.name, theirs.sub(f"{actor.name}'s", clause))
        if _denies(statement) and clause.split(" ")[0].endswith("ing"):
            clause = f"{actor.name} {clause[:1].lower()}{clause[1:]}"
    clause = _SOMEBODY.sub(r"some\1", clause)
    if actor and actor.name and _denies(statement):
        clause = _ITS_PEOPLE.sub(rf"\1 {actor.name}'s", clause)
    return clause[:1].upper() + clause[1:]


def _central(own: set[str], words: Counter[str]) -> float:
    """Cosine of a statement's words with those of all statements of the claim."""
    length = math.sqrt(len(own) * sum(n * n for n in words.values()))
    return sum(words[word] for word in own) / length if length else 0.0


def _worth(statement: Statement, words: Counter[str], key: str) -> float:
    """How well a statement's clause names the claim: who raises it, how complete, and how much of what the others speak of it holds."""
    proposition, clause = statement.proposition, _clause(statement)
    own = {word for word, _ in proposition.terms}
    named = clause != proposition.clause and not _VAGUE.match(clause)
    worth = _DENIED if _denies(statement) else _RAISING.get(statement.act.label, 0.0)
    worth += 2.0 if named and proposition.clause_rank else {3: 2.0, 2: 0.5, 1: -1.0, 0: -3.0}[proposition.clause_rank]
    worth += 4.0 * _central(own, words)
    worth += 1.0 if key and key in own else 0.0
    worth += 1.0 if 15 <= len(clause) <= LONGEST_LABEL else -1.0
    worth -= 2.0 if _VAGUE.match(clause) or (proposition.anaphor and not named) else 0.0
    worth -= 2.5 if proposition.negated else 0.0
    worth -= 1.5 if proposition.negations or clause.endswith("?") or clause.casefold().startswith("if ") else 0.0
    worth -= 1.5 if any(actor.name and actor.name.rpartition(" ")[2] in clause for actor in statement.actors) and not named else 0.0
    worth -= 0.5 if _WE.match(proposition.clause) else 0.0
    worth -= 2.0 if statement.attribution.quotation != "indirect" and _DIRECT.search(clause) else 0.0
    return worth


def worded_by(members: Sequence[Statement]) -> int:
    """Which of a claim's statements, given in order of publication, words its label.

    The first article in which somebody raises the matter in a clause fit for a label decides, and it alone, so that the label lasts
    when later articles are added; if there is none, the first article.
    """
    best, start = 0, 0
    for number, (_, group) in enumerate(groupby(members, key=lambda s: s.article.source_id)):
        article = list(group)
        words = Counter(word for s in article for word, _ in s.proposition.terms)
        keys = Counter(s.proposition.key for s in article if s.proposition.key)
        key = min(keys, key=lambda k: (-keys[k], k)) if keys else ""
        worth = [_worth(s, words, key) for s in article]
        raised = [n for n, s in enumerate(article) if s.act.label in _RAISES and worth[n] >= WELL_WORDED]
        if raised or number == 0:
            best = start + max(raised or range(len(article)), key=lambda n: (worth[n], -n))
        if raised:
            break
        start += len(article)
    return best


def label(best: Statement) -> str:
    """The label of a claim in the words of one statement."""
    text = _clause(best) or " ".join(best.content.split())
    if best.proposition.clause_rank < 2 and text == best.proposition.clause and best.actors and best.actors[0].name:
        who = best.actors[0].name
        text = f"{who[:1].upper()}{who[1:]} on “{text}”"  # a phrase alone ("The money") says nothing
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
