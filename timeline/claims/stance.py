"""Statement → stance to its claim: from the act, the cue, negation, and what the same speaker holds elsewhere."""

from collections.abc import Sequence
from functools import cache

from timeline.claims.positions import StanceLabel
from timeline.lexicon import entries
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
_FIRM = frozenset({"allege", "deny", "reject", "confirm", "decline", "offer"})
_CONDITIONS = ("if ", "whether ", "unless ")


@cache
def _words(where: str, effect: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("stance") if row["where"] == where and row["effect"] == effect)


def _own(statement: Statement, asks_for_probe: bool) -> tuple[StanceLabel, str]:
    """The stance that the statement itself shows, and why."""
    act, proposition = statement.act.label, statement.proposition
    cue = {word.casefold() for word in statement.cue.split()} | {word for word, _ in proposition.cue_terms}
    content = {word for word, _ in proposition.terms}
    denying = any(word in cue or any(c.startswith(word.rstrip("ey")) for c in cue) for word in _words("cue", "deny"))
    if denying and act in {"deny", "confirm", "state", "allege"}:
        return ("affirm", "negated denial") if proposition.negations % 2 else ("refute", "denial")
    text = statement.content.casefold()
    if act in {"state", "promise", "demand"} and text.lstrip("'\"“‘").startswith(_CONDITIONS):
        return "neutral", "condition"
    if act in {"demand", "offer"} and not asks_for_probe and content & _words("content", "neutral"):
        return "neutral", "asks for a review"
    if act == "state" and (text.rstrip("'\"”’ ").endswith("?") or cue & _words("cue", "neutral")):
        return "neutral", "question"
    return _BY_ACT[act], f"act: {act}"


def stances(members: Sequence[Statement], label: str) -> list[tuple[StanceLabel, str]]:
    """For each statement of one claim its stance to it and the rule that gave it."""
    about_probe = any(word in label.casefold() for word in ("probe", "investigat", "inquiry"))
    own = [_own(statement, about_probe) for statement in members]
    firm: dict[str, set[StanceLabel]] = {}
    for statement, (stance, _) in zip(members, own, strict=True):
        if statement.act.label in _FIRM and stance in ("affirm", "refute"):
            for actor in statement.actors:
                firm.setdefault(actor.name, set()).add(stance)
    result: list[tuple[StanceLabel, str]] = []
    for statement, (stance, why) in zip(members, own, strict=True):
        held = {s for actor in statement.actors for s in firm.get(actor.name, ())}
        follows = statement.act.label not in _FIRM and stance == "affirm" and held == {"refute"}
        result.append(("refute", "same speaker elsewhere") if follows else (stance, why))
    return result
