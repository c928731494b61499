"""Denials and admissions in a content, and which kind of denial one is. Precision before recall: in doubt nothing is found."""

from collections.abc import Iterator, Sequence

from timeline.acts.clauses import Clause
from timeline.acts.findings import Finding
from timeline.acts.labels import DenialKind
from timeline.acts.own_denials import own_denials
from timeline.acts.words import NEGATIONS, Word, base, kinds_of, kinds_of_token

_COPULAS = frozenset({"be", "remain", "seem", "look", "sound", "prove", "appear", "become", "ring"})
_NEGATED_CLAIMS = frozenset({"denial", "rejection", "rebuttal", "disavowal", "alibi"})
_MOTIVES = frozenset(
    {"stem", "aim", "come", "arise", "emanate", "serve", "belong", "design", "intend", "motivate", "drive", "be", "seek", "fuel"}
)


def denials(clause: Clause) -> Iterator[Finding]:
    """The matter is not so: "the claim is baseless", "we have not sent any", "it is not true", "I am no thief"."""
    yield from _false_claims(clause)
    yield from _false_noun_phrases(clause)
    yield from _forged(clause)
    yield from own_denials(clause)
    yield from _who_says_so(clause)
    yield from _motives(clause)
    yield from _exclaimed(clause)


def _copular(clause: Clause) -> bool:
    passive = any(c.dep_ in ("auxpass", "cop") for c in clause.head.children)
    return clause.predicate in _COPULAS or clause.head.pos_ not in ("VERB", "AUX") or passive


def _false_claims(clause: Clause) -> Iterator[Finding]:
    """ "The reports are completely false", "none of it is true", "that is a lie"."""
    if not clause.claim or not _copular(clause) or clause.modal in ("may", "might", "could", "would", "should") or clause.subject is None:
        return
    subject = {t.i for t in clause.subject.subtree}
    owners = {c.lower_ for c in clause.subject.children if c.dep_ == "poss"}
    predicative = [w for w in clause.words if w.token.i not in subject and w.token.dep_ not in ("pobj", "npadvmod", "poss", "compound")]
    opposite = base(clause.subject) in _NEGATED_CLAIMS
    for word in predicative:
        names = kinds_of(word)
        if (
            word.token.dep_ == "amod"
            and word.token.head.i not in subject
            and "claim" not in kinds_of_token(word.token.head)
            and "false" not in names
        ):
            continue
        if word.token.dep_ == "amod" and "claim" not in kinds_of_token(word.token.head):
            continue
        if "false" in names or ("false_of_claim" in names and clause.noun_subject and "allegation" in kinds_of_token(clause.subject)):
            if not clause.negated:
                if owners & {"our", "my", "its"} and not opposite:
                    yield Finding("confirm", 1.4, f"own claim is {word.base}", word.token, word.token, "walk-back")
                    return
                yield Finding("allege" if opposite else "deny", 1.6, f"claim is {word.base}", word.token, word.token, "categorical")
                return
        elif (
            "true" in names
            and word.token.pos_ != "ADV"  # "that is not really how we work"
            and not any(c.lower_ == "politically" for c in word.token.children)
            and clause.negated
            and (clause.subject.lower_ != "there" or word.base in ("truth", "merit", "basis", "substance"))
        ):
            yield Finding("allege" if opposite else "deny", 1.5, f"claim is not {word.base}", word.token, word.token, "categorical")
            return


def _false_noun_phrases(clause: Clause) -> Iterator[Finding]:
    """ "These baseless allegations", "fabricated charges against us"."""
    if clause.negated:
        return
    for word in clause.words:
        names, head = kinds_of(word), word.token.head
        kinds = kinds_of_token(head)
        if word.token.dep_ != "amod" or head.pos_ != "NOUN" or base(head) in _NEGATED_CLAIMS:
            continue
        if ("false" in names and "claim" in kinds) or ("false_of_claim" in names and "allegation" in kinds):
            yield Finding("deny", 0.8 if "false" in names else 0.5, f"{word.base} {base(head)}", word.token, head, "categorical")


def _exclaimed(clause: Clause) -> Iterator[Finding]:
    """ "Nonsense", "Utter rubbish!", "Untrue": a word of falsehood that is all there is of a sentence."""
    head = clause.head
    if clause.subject is not None or clause.negated or head.dep_ not in ("ROOT", "ccomp", "intj", "dep") or head.pos_ in ("VERB", "AUX"):
        return
    alone = all(c.is_punct or c.dep_ in ("amod", "advmod", "intj") for c in head.children)
    if alone and len(clause.words) <= 4 and "false" in kinds_of_token(head):
        yield Finding("deny", 1.3, f"“{head.lower_}”", head, head, "categorical")


def _forged(clause: Clause) -> Iterator[Finding]:
    """ "The tape has been spliced": what is shown as proof was made up, and nobody is named who did it."""
    subject, head = clause.subject, clause.head
    if (
        subject is None
        or clause.negated
        or clause.modal
        or "exhibit" not in kinds_of_token(subject)
        or "forged" not in kinds_of_token(head)
    ):
        return
    if any(c.dep_ == "auxpass" for c in head.children) and not any(c.dep_ == "agent" for c in head.children):
        yield Finding("deny", 1.1, f"{base(subject)} {base(head)}", subject, head, "categorical")


_SAYERS = frozenset({"anyone", "anybody", "those", "people", "whoever", "everyone"})


def _who_says_so(clause: Clause) -> Iterator[Finding]:
    """ "Anyone who says that we ran away is wrong"."""
    subject = clause.subject
    if subject is None or subject.lower_ not in _SAYERS or clause.negated or not _copular(clause):
        return
    saying = any(
        c.dep_ == "relcl" and base(c) in ("say", "claim", "suggest", "think", "believe", "tell", "allege") for c in subject.children
    )
    wrong = next((w for w in clause.words if w.base in ("wrong", "mistaken", "lying", "lie", "misinformed", "fool")), None)
    if saying and wrong is not None:
        yield Finding("deny", 1.3, f"who says so is {wrong.base}", wrong.token, wrong.token, "categorical")


_OF_WHAT = frozenset({"prep", "ccomp", "xcomp", "advcl"})


def admissions(clause: Clause) -> Iterator[Finding]:
    """The speaker owns to something: "we failed them", "yes, I took it"."""
    if clause.person != "self" or clause.negated or clause.modal or clause.refuted or clause.asked or clause.reported or not clause.sure:
        return
    if any(w.base in NEGATIONS for w in clause.words):
        return  # wherever it stands: "never once did I lie"
    head = clause.head
    past = head.tag_ == "VBD" or any(c.dep_ == "aux" and base(c) in ("have", "do") for c in head.children)
    if past and any("own_failure" in kinds_of_token(v) for v in clause.verbs[:1]):
        yield Finding("confirm", 1.1, f"self {base(head)}", head, head)
    elif past and clause.quoted and any(c.dep_ == "intj" and c.lower_ == "yes" for c in head.children):
        yield Finding("confirm", 1.1, "yes, self", head, head)
    elif any(c.lower_ == "sorry" and not any(g.dep_ in _OF_WHAT for g in c.children) for c in head.children):
        yield Finding("confirm", 1.2, "self sorry", head, head)
    elif past and "confessed" in kinds_of_token(head) and head.pos_ == "VERB" and not any(c.dep_ == "auxpass" for c in head.children):
        yield Finding("confirm", 1.1, f"self {base(head)}", head, head)


def _motives(clause: Clause) -> Iterator[Finding]:
    """An allegation is put down to a motive: "the accusations stem from a campaign to discredit us"."""
    if clause.subject is None or clause.negated or clause.predicate not in _MOTIVES:
        return
    if base(clause.subject) not in ("allegation", "accusation", "claim", "charge", "report", "story", "rumor", "suggestion"):
        return
    below = [t for t in clause.head.subtree if t.i > clause.head.i]
    found = next((t for t in below if "motive" in kinds_of_token(t)), None)
    if found is not None:
        yield Finding("deny", 1.3, f"claim from {base(found)}", clause.head, found, "counter-accusation")


_PARTIAL = frozenset({"partly", "partially", "entirely", "exaggerated", "overblown", "exaggerate", "wholly", "context"})
_LIMITED = frozenset({"knowingly", "knowing", "intentionally", "deliberately", "wittingly"})


def _a_part(content: Sequence[Word]) -> bool:
    """ "The part about missiles", "in part", "parts of the story"; not "part of a campaign", "no part in"."""
    bases = [word.base for word in content]
    for at, word in enumerate(bases):
        if word == "part":
            before, after = bases[at - 1] if at else "", bases[at + 1] if at + 1 < len(bases) else ""
            if (
                after in ("about", "concerning", "on", "where", "that")
                or before in ("in", "that")
                or (after == "of" and bases[at + 2 : at + 3] == ["the"])
            ):
                return True
    return False


def denial_kind(given: DenialKind, clauses: Sequence[Clause], content: Sequence[Word]) -> DenialKind:
    """Which kind of denial it is, from the entry that gave it and the words of the content.

    counter-accusation: puts the claim down to a motive; partial: denies a part or a degree; conditional: under an "if" or to one's
    knowledge; else what the entry says, or categorical.
    """
    if given in ("walk-back", "counter-accusation", "non-denial", "partial"):
        return given
    forms = {word.base for word in content}
    named = any("claim" in kinds_of(w) or w.token.lower_ in ("it", "them", "they", "this", "these") for w in content)
    if named and any("motive" in kinds_of(w) for w in content):
        return "counter-accusation"
    if not forms.isdisjoint(_PARTIAL) or _a_part(content) or ("some" in forms and "not" in forms and "all" in forms):
        return "partial"
    # "Not to my knowledge", "no recollection of it"; not "his recollection is wrong"
    to_my_knowledge = ("knowledge" in forms and "no" not in forms) or (
        "recollection" in forms and not forms.isdisjoint(("my", "our", "no"))
    )
    if to_my_knowledge or not forms.isdisjoint(_LIMITED) or any(clause.conditional for clause in clauses):
        return "conditional"
    return given or "categorical"
