"""Statement → stance to its claim: from the act, the cue, negation, and what the same speaker and side hold elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from timeline.claims.grouping import alike
from timeline.claims.positions import StanceLabel
from timeline.lexicon import entries
from timeline.propositions import kinds
from timeline.statements import Statement

_BY_ACT: dict[str, StanceLabel] = {
    "allege": "affirm",
    "deny": "refute",
    "reject": "refute",
    "confirm": "affirm",
    "offer": "neutral",
    "demand": "affirm",
    "promise": "affirm",
    "threaten": "affirm",
    "criticize": "affirm",
    "endorse": "affirm",
    "decline": "neutral",
    "state": "affirm",
}
# Acts that say by themselves on which side a speaker is; the others follow what the speaker holds elsewhere.
_FIRM = frozenset({"allege", "deny", "reject", "confirm", "decline", "offer"})
_CONDITIONS = ("if ", "whether ", "unless ")
_SENTENCE_ENDS = (". ", "? ", "! ", "\n")
_NEAR = 2000
"""Characters before and behind an act within which its sentence begins and ends."""

Stance = tuple[StanceLabel, str]


@cache
def _words(where: str, effect: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("stance") if row["where"] == where and row["effect"] == effect)


def _bare(text: str) -> str:
    """Content in lower case without opening marks and "that"."""
    return text.casefold().lstrip("'\"“‘«„ ").removeprefix("that ")


def _own(statement: Statement, key: str) -> Stance:
    """The stance that the statement itself shows, and why; `key` is the thing that the claim is about."""
    act, proposition = statement.act.label, statement.proposition
    cue = {word for word, _ in proposition.cue_terms} | set(statement.cue.casefold().split()) | set(statement.act.rule.casefold().split())
    content = {word for word, _ in proposition.terms}
    text = _bare(statement.content)
    if act == "deny" and cue & _words("cue", "deny"):
        return ("affirm", "negation denied") if proposition.negations % 2 else ("refute", "denial")
    if act == "state" and statement.act.denial == "non-denial":
        return "neutral", "not denied"  # "did not deny", "no longer denies"
    conditional = text.startswith(_CONDITIONS) or (act == "promise" and (" if " in text or " unless " in text))
    if act in {"state", "promise", "demand", "allege", "criticize"} and conditional:
        return "neutral", "condition"
    if proposition.anaphor == "offer" and act in {"confirm", "state", "offer"}:
        return "neutral", "speaks of an offer"
    about_proceeding = kinds().get(key) == "proceeding"
    if act in {"demand", "offer"} and not about_proceeding and _beside_the_act(statement, content & _words("content", "neutral")):
        return "neutral", "asks for a review"
    if act == "state" and (text.rstrip("'\"”’» ").endswith("?") or cue & _words("cue", "neutral")):
        return "neutral", "question"
    if act == "state" and content & _words("content", "undecided"):
        return "neutral", "undecided"
    if act == "state" and proposition.negated:
        return "refute", "negated"
    if act == "state" and len(content) <= 3 and content & _words("content", "false"):
        return "refute", "called false"
    return _BY_ACT[act], f"act: {act}"


def _beside_the_act(statement: Statement, words: set[str]) -> bool:
    """Whether one of the words stands in the sentence that performs the act: "we call for a review", not another sentence's "review"."""
    if not words or statement.act.span is None:
        return bool(words)
    # Only the neighbourhood is searched: a pass over the whole article for each demand would be quadratic.
    text, (start, end) = statement.article.text, statement.act.span
    low, high = max(0, start - _NEAR), end + _NEAR
    before = max(text.rfind(mark, low, start) for mark in _SENTENCE_ENDS)
    after = min((at for mark in _SENTENCE_ENDS if (at := text.find(mark, end, high)) >= 0), default=high)
    sentence = text[max(before + 1, low) : after].casefold()
    return any(word in sentence for word in words)


def _sides(statement: Statement) -> set[str]:
    return {name.casefold() for actor in statement.actors for name in (actor.affiliation, actor.name) if name}


def accused_side(members: Sequence[Statement], claim: str = "") -> str:
    """The side (casefolded) that a claim's accusations name most, other than the accusers' own; for want of such the first one that the
    claim's label names; empty if there is none."""
    named: Counter[str] = Counter()
    for statement in members:
        if statement.act.label == "allege" and statement.proposition.names:
            named.update(name for name in statement.proposition.names[:1] if name not in _sides(statement))
    if named:
        return min(named, key=lambda name: (-named[name], name))
    sides = {side for statement in members for side in _sides(statement)}
    return next((word.casefold() for word in claim.split() if word[0].isupper() and word.casefold() in sides), "")


def _negates_the_accused(statement: Statement, accused: str) -> Stance:
    """ "The drones are Russian and not Iranian" takes the accused out of it; any other negation leaves open which side it is on."""
    after = re.findall(r"\b(?:not|nor)\s+(?:by\s+|from\s+|an?\s+|the\s+)?(\w+)", statement.content.casefold())
    return ("refute", "not the accused") if any(word[:4] == accused[:4] for word in after) else ("neutral", "a negation")


def _denies_the_answer(statement: Statement, accused: str, accusers: set[str]) -> bool:
    """ "Even this is a lie", "dismissed that account": one who accuses elsewhere denies what the accused says of it, not the claim."""
    if statement.act.label != "deny" or not accused or accused in _sides(statement):
        return False
    points_back = bool(statement.proposition.anaphor) or len(statement.proposition.terms) <= 3 or accused in statement.proposition.names
    return points_back and any(actor.name in accusers for actor in statement.actors)


def _of_the_accused(statement: Statement, key: str, relations: frozenset[str]) -> Stance | None:
    """What a statement of the accused side shows that no verb of denial or admission introduces."""
    if statement.act.label not in {"state", "allege", "promise"} or statement.proposition.anaphor:
        return None
    proposition = statement.proposition
    content = {word for word, _ in proposition.terms}
    if not key or not any(alike(word, key) for word in content):
        return None
    text = _bare(statement.content)
    if text.startswith(_CONDITIONS) or " if " in text or content & _words("content", "undecided"):
        return "neutral", "condition"
    if proposition.negations % 2:
        return "refute", "the accused side negates it"
    if content & relations:
        return "affirm", "the accused side says so itself"
    return None


def _on_the_decision(statement: Statement, refused: bool) -> Stance | None:
    """Who praises or blames a refusal ("the ruling", "the veto") sides with it or against it."""
    words = {word for word, _ in statement.proposition.terms}
    if not refused or statement.act.label not in {"endorse", "criticize"} or not words & _words("content", "refusal"):
        return None
    return ("refute", "endorses the refusal") if statement.act.label == "endorse" else ("affirm", "criticizes the refusal")


def stances(members: Sequence[Statement], claim: str = "") -> list[Stance]:
    """For each statement of one claim (`claim` is its label) its stance to it and the rule that gave it."""
    keys = Counter(s.proposition.key for s in members if s.proposition.key)
    key = min(keys, key=lambda k: (-keys[k] * (2 if k in kinds() else 1), k)) if keys else ""
    accusing = [s.proposition for s in members if s.act.label == "allege"]
    verbs = Counter(word for p in accusing for word, _ in p.terms if word not in p.names and not alike(word, key))
    relations = frozenset(word for word, _ in verbs.most_common(4))
    accused = accused_side(members, claim)
    accusers = {actor.name for s in members if s.act.label == "allege" for actor in s.actors if actor.name}
    own: list[Stance] = []
    for statement in members:
        shown = _on_the_decision(statement, any(m.act.label == "reject" for m in members)) or _own(statement, key)
        if accused and accused in _sides(statement):
            # To show a plain statement of the accused as an admission would be the worst error.
            plain = shown == ("affirm", f"act: {statement.act.label}") and statement.act.label in {"state", "promise", "endorse"}
            shown = _of_the_accused(statement, key, relations) or (("neutral", "the accused side, no denial") if plain else shown)
        speaks_of = {*statement.proposition.names, *(word for word, _ in statement.proposition.terms)}
        if shown == ("affirm", "act: state") and accused in speaks_of and statement.proposition.negations % 2:
            shown = _negates_the_accused(statement, accused)
        if shown[0] == "refute" and _denies_the_answer(statement, accused, accusers):
            shown = "affirm", "an accuser calls the answer false"
        own.append(shown)
    firm: dict[str, set[StanceLabel]] = {}
    for statement, (stance, why) in zip(members, own, strict=True):
        if stance in ("affirm", "refute") and (statement.act.label in _FIRM or why.startswith("the accused side ")):
            for actor in statement.actors:
                firm.setdefault(actor.name, set()).add(stance)
    result: list[Stance] = []
    for statement, (stance, why) in zip(members, own, strict=True):
        held = {s for actor in statement.actors for s in firm.get(actor.name, ())}
        soft = why in (f"act: {statement.act.label}", "the accused side, no denial") and statement.act.label not in _FIRM
        follows = soft and held == {"refute"}
        result.append(("refute", "same speaker elsewhere") if follows else (stance, why))
    return result
