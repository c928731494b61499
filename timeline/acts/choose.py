"""Cue and content → one act: the cue proposes, the content's findings outweigh it or not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Token

from timeline.acts.clauses import Clause, clauses_of
from timeline.acts.content import findings
from timeline.acts.cues import CueMatch, complement_fits, match_cue
from timeline.acts.denials import denial_kind
from timeline.acts.findings import Finding
from timeline.acts.labels import TIE_ORDER, Act, ActLabel
from timeline.acts.naming import evaluations
from timeline.acts.passages import Located, place
from timeline.acts.speakers import Speaker, is_office
from timeline.acts.words import NEGATIONS, Word, kinds_of, words_of

_FLOOR = 0.5
"""Findings that together weigh less leave the act "state"."""
_SAMENESS = 0.3
"""How much a further finding of the same act adds."""


def choose(cue: Sequence[Located], content: Sequence[Located], speaker: Speaker, direct: bool) -> Act:
    """The act of one attribution from its cue's and content's tokens."""
    clauses = [c for group in _by_paragraph(content) for c in clauses_of([t for _, t in group], speaker, direct)]
    cue_words, words = words_of((t for _, t in cue), loose=True), words_of(t for _, t in content)
    match_words = words_of(_linking(cue, content)) + words
    match = match_cue(cue_words, match_words)
    located = [*cue, *content]
    if match is None or (match.phrase.weight < 1 and not match.negated and match.phrase.act in ("state", "confirm", "allege")):
        match = _named(words) or match
    if match is None and any(w.base in NEGATIONS for w in cue_words):
        return Act("state", "not said", None, "", 0.4)
    if match is None:
        return _weigh(None, clauses, words, located, speaker)
    span = place(located, match.first.token, match.last.token)
    if match.negated:
        return _negated(match, span)
    if match.phrase.act is None:
        return _evaluate(match, clauses, words, located, speaker)
    override = _overridden(match, clauses, words)
    if override is not None:
        return Act(override, f"{match.phrase.text} … {override}", span, "", 0.7)
    if match.phrase.fixed:
        kind = denial_kind(match.phrase.denial, clauses, words) if match.phrase.act == "deny" else match.phrase.denial
        return Act(match.phrase.act, match.phrase.text, span, kind, 0.9)
    if match.phrase.text == "claim" and match.phrase.act == "allege" and not _against_somebody(clauses, words, speaker):
        return _weigh(None, clauses, words, located, speaker)
    if match.phrase.act == "threaten" and match.first.base in ("warn", "warning") and not _to_come(clauses, words):
        return _weigh(None, clauses, words, located, speaker)  # "warned that the plan was a fuse": nothing is said to follow
    if match.phrase.act == "reject" and match.first.base in ("oppose", "opposed") and _is_topic(words):
        return Act("criticize", match.phrase.text, span, "", 0.6)  # "opposes abortion": nothing was asked
    informs = match.phrase.act == "confirm" and match.phrase.weight < 1 and not _awkward(clauses, words)
    return _weigh(None if informs else match, clauses, words, located, speaker)


def _linking(cue: Sequence[Located], content: Sequence[Located]) -> list[Token]:
    """The cue's prepositions and particles that spans leave between cue and content: the "for" of "called | for | a probe"."""
    if not cue or not content:
        return []
    first, cue_ids = content[0][1], {t.i for _, t in cue}
    if cue[-1][1].doc is not first.doc:
        return []
    above = {first.i, *(t.i for t in first.ancestors)}
    children = (c for _, t in cue for c in t.children if t.pos_ in ("VERB", "NOUN", "ADJ"))
    found = [c for c in children if max(cue_ids) < c.i < first.i and (c.dep_ == "prt" or (c.dep_ == "prep" and c.i in above))]
    before = first.nbor(-1) if first.i else first
    loose = before.dep_ == "mark" or (before.dep_ == "prep" and before not in found and not any(True for _ in before.children))
    if before.lower_ == "for" and loose and max(cue_ids) < before.i:
        found.append(before)  # "called | for | the log to be published"
    return sorted(found, key=lambda t: t.i)


def _named(words: Sequence[Word]) -> CueMatch | None:
    """The act that the content's own first noun names: "reiterated | its demand that …", "issued | a flat denial of …"."""
    if not complement_fits(words, "np"):
        return None
    for at, word in enumerate(words[:4]):
        token = word.token
        if token.pos_ == "NOUN" and "act_noun" in kinds_of(word) and token.dep_ in ("dobj", "pobj", "nsubjpass", "ROOT", "attr"):
            found = match_cue(words[at : at + 1], words[at + 1 :])
            strong = found is not None and found.phrase.weight >= 1.8 and found.phrase.act not in (None, "state")
            return found if strong and any(c.dep_ == "poss" or c.lower_ in ("a", "an", "the") for c in token.children) else None
        if token.pos_ not in ("DET", "ADJ", "PRON", "ADV"):
            return None
    return None


def _by_paragraph(content: Sequence[Located]) -> list[list[Located]]:
    return [list(group) for _, group in groupby(content, key=lambda pair: pair[0].index)]


def _negated(match: CueMatch, span: tuple[int, int] | None) -> Act:
    """A cue that is said not to have been done: "did not deny" is no denial, "would not confirm" no answer."""
    act, rule = match.phrase.act, f"not {match.phrase.text}"
    if act == "deny":
        return Act("state", rule, span, "non-denial", 0.6)
    if act == "confirm":
        return Act("decline", rule, span, "non-denial", 0.6)
    if act in ("endorse", "promise", "offer"):
        return Act("criticize" if act == "endorse" else "reject", rule, span, "", 0.4)
    return Act("decline" if act in ("criticize", "allege", "decline") else "state", rule, span, "", 0.4)


def _overridden(match: CueMatch, clauses: Sequence[Clause], words: Sequence[Word]) -> ActLabel | None:
    """What a cue turns into by its complement: a promised or threatened veto rejects, an admission of nothing admits nothing."""
    act = match.phrase.act
    first = [w for w in match.after[:6] if w.base not in ("a", "an", "the", "to", "that", "not")][:1]
    if act in ("promise", "threaten") and first and "refusal" in kinds_of(first[0]):
        return "reject"
    if act == "promise" and first and "hostile" in kinds_of(first[0]) and first[0].base not in _CONCEDED:
        return "threaten"
    if act == "confirm" and words and words[0].base in ("no", "nothing", "neither"):
        return "state"
    if act == "confirm" and match.first.base == "regret" and not _own(clauses, words):
        return "criticize"  # "regretted the council's haste"
    return None


def _own(clauses: Sequence[Clause], words: Sequence[Word]) -> bool:
    """Whether what is regretted is the speaker's own: "regretted his remark", "regrets that it had fired"."""
    return any(clause.person == "self" for clause in clauses[:2]) or any(
        w.token.dep_ == "poss" and w.token.tag_ == "PRP$" for w in words[:6]
    )


_CONCEDED = frozenset({"withdraw", "pull", "suspend", "cancel", "shut", "quit", "revoke"})
"""Of these one cannot tell a promise from a threat by the word: "promised to withdraw"."""
_CALLING = frozenset({"call", "describe", "label", "brand", "dub", "term", "liken", "compare"})
_TURNS = frozenset({"but", "though", "although", "while", "however", "yet"})
_OTHERS = frozenset({"he", "she", "they", "him", "her", "them"})
_SHARES = frozenset({"%", "percent", "majority", "half", "share", "proportion", "fraction"})
_AWKWARD = frozenset({"harm", "bad", "wrongdoing", "wrongthing", "consequence"})


def _is_topic(words: Sequence[Word]) -> bool:
    """Whether what is opposed is a matter in general, "abortion", and not somebody's plan, "the unsealing"."""
    if not words or complement_fits(words, "demand"):
        return False
    nouns = [w.token for w in words if w.token.pos_ in ("NOUN", "PROPN") and w.token.dep_ in ("dobj", "pobj", "ROOT", "conj")][:1]
    return all(not any(c.dep_ in ("det", "poss") for c in noun.children) and noun.pos_ == "NOUN" for noun in nouns)


def _to_come(clauses: Sequence[Clause], words: Sequence[Word]) -> bool:
    """Whether what is warned of is to come: "would", "could", a consequence, or an infinitive that tells what not to do."""
    if any(clause.modal or clause.conditional for clause in clauses):
        return True
    return any("consequence" in kinds_of(w) or w.base == "not" for w in words) or not any(c.head.pos_ in ("VERB", "AUX") for c in clauses)


def _awkward(clauses: Sequence[Clause], words: Sequence[Word]) -> bool:
    """Whether what is confirmed can be held against the speaker or is disputed, and no mere information ("that flights had resumed")."""
    if any(clause.modal in ("will", "shall", "would") for clause in clauses[:1]):
        return False
    return any(clause.person == "self" for clause in clauses[:2]) or any(not kinds_of(w).isdisjoint(_AWKWARD) for w in words)


def _against_somebody(clauses: Sequence[Clause], words: Sequence[Word], speaker: Speaker) -> bool:
    """Whether what is claimed is about somebody else, and not about oneself or the future ("claims that it will sell more")."""
    if any(clause.person == "self" or clause.modal in ("will", "shall", "would", "can") for clause in clauses[:2]):
        return False
    named = (
        w.token
        for w in words
        if w.token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
        or w.base in _OTHERS
        or (is_office(w.base) and w.token.dep_ != "compound")
        or "armed" in kinds_of(w)
    )
    return any(token.lower_ not in speaker.names for token in named)


def _evaluate(match: CueMatch, clauses: Sequence[Clause], words: Sequence[Word], located: Sequence[Located], speaker: Speaker) -> Act:
    """ "Called the claims baseless": the evaluative words decide; without any the content is weighed like any other."""
    if any(w.base in _SHARES for w in words[:4]):  # "rated 32% of the claims false" is a count
        return Act("state", match.phrase.text, place(located, match.first.token, match.last.token), "", 0.6)
    found = list(evaluations(words, match.first.base))
    if found:
        return _decide(None, found, clauses, words, located)
    act = _weigh(None, clauses, words, located, speaker)
    if act.label == "state" and any(t.is_quote for _, t in located) and match.first.base in _CALLING:
        # "called the measure “a poll tax with a camera”": who puts it in words of his own mostly finds fault
        return Act("criticize", f"{match.phrase.text} “…”", place(located, match.first.token, match.last.token), "", 0.45)
    return act


def _weigh(match: CueMatch | None, clauses: Sequence[Clause], words: Sequence[Word], located: Sequence[Located], speaker: Speaker) -> Act:
    found = [*findings(clauses, words), *_held(match, clauses)]
    if speaker.study:
        found = [f if f.act == "demand" else f.scaled(0.4) for f in found]
    return _decide(match, found, clauses, words, located)


def _held(match: CueMatch | None, clauses: Sequence[Clause]) -> Iterator[Finding]:
    """ "Insisted that no rule had been broken", "maintains he never met her": what is held so firmly is held against somebody."""
    if match is None or "held" not in kinds_of(match.first):
        return
    first = next((clause for clause in clauses if not clause.head.is_punct), None)
    if first is not None and first.negated and not first.modal and not first.conditional:
        yield Finding("deny", 1.2, f"{match.phrase.text} … not", match.first.token, first.head)


def _turned(words: Sequence[Word], token: Token) -> bool:
    """Whether a "but" stands between the beginning and a word."""
    return any(w.base in _TURNS for w in words if w.token.doc is not token.doc or w.token.i < token.i)


def _decide(
    match: CueMatch | None, found: Sequence[Finding], clauses: Sequence[Clause], words: Sequence[Word], located: Sequence[Located]
) -> Act:
    totals: dict[ActLabel, float] = {}
    best: dict[ActLabel, Finding] = {}
    for finding in sorted(found, key=lambda f: -f.weight):
        totals[finding.act] = totals[finding.act] + _SAMENESS * finding.weight if finding.act in totals else finding.weight
        best.setdefault(finding.act, finding)
    totals.pop("state", None)
    phrase = match.phrase if match is not None else None
    floor = _FLOOR
    if phrase is not None and phrase.act is not None:
        if phrase.act == "state":
            floor += phrase.weight if phrase.weight >= 1 else 0.0  # a weak one gives way
        else:
            totals[phrase.act] = max(phrase.weight, totals.get(phrase.act, 0.0)) + _SAMENESS * min(
                phrase.weight, totals.get(phrase.act, 0.0)
            )
    if phrase is not None and phrase.act == "confirm" and "deny" in best:
        if not _turned(words, best["deny"].first):
            del totals["deny"], best["deny"]  # "acknowledged that there was no such case": what is owned is no denial
        elif best["deny"].weight >= 1.2:
            totals["deny"] = max(totals["deny"], totals["confirm"])  # "acknowledged the claims but called them baseless"
    ranked = sorted(totals, key=lambda act: (-totals[act], TIE_ORDER.index(act)))
    if not ranked or totals[ranked[0]] < floor:
        span = place(located, match.first.token, match.last.token) if match is not None else None
        return Act("state", phrase.text if phrase is not None else "nothing else", span, "", 0.6)
    label = ranked[0]
    margin = totals[label] - (totals[ranked[1]] if len(ranked) > 1 else floor)
    confidence = round(min(0.9, 0.5 + 0.25 * margin), 2)
    by_cue = phrase is not None and phrase.act == label and (label not in best or phrase.weight >= best[label].weight)
    if by_cue and match is not None and phrase is not None:
        act = Act(label, phrase.text, place(located, match.first.token, match.last.token), phrase.denial, confidence)
    else:
        finding = best[label]
        act = Act(label, finding.rule, place(located, finding.first, finding.last), finding.denial, confidence)
    if label == "deny" and "confirm" in best:  # "we made mistakes, but we broke no law"
        return replace(act, denial="partial")
    if label == "deny":
        return replace(act, denial=denial_kind(act.denial, clauses, words))
    return act if label in ("decline", "confirm") else replace(act, denial="")
