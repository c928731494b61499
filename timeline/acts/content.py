"""What a content does, clause by clause: findings of acts with their weight, rule and place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.acts.labels import ActLabel, DenialKind
from timeline.acts.passages import FIRST, Clause
from timeline.acts.words import Word, cues, kinds_of, match_end, phrases
from timeline.language import lemma


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason for an act; `first` and `last` are the tokens where it stands."""

    act: ActLabel
    weight: float
    rule: str
    first: Token
    last: Token
    denial: DenialKind = ""


def findings(clause: Clause) -> Iterator[Finding]:
    """All that one clause gives reason for, weighed by its place in the content."""
    if clause.conditional:
        return
    for rule in (_phrases, _performative, _denial, _deontic, _commitment, _wrongs, _evaluation):
        for found in rule(clause):
            yield Finding(found.act, found.weight * clause.weight, found.rule, found.first, found.last, found.denial)


def _subject_fits(clause: Clause, condition: str) -> bool:
    if condition == "self":
        return clause.person == "self"
    if condition == "other":
        return clause.person != "self"
    return condition != "claim" or clause.claim


def _phrases(clause: Clause) -> Iterator[Finding]:
    """Phrases of acts_phrases.csv: "nothing to do with", "in violation of"."""
    words = clause.words
    for at, word in enumerate(words):
        for phrase in (p for form in word.forms for p in phrases().get(form, ())):
            if phrase.act and _subject_fits(clause, phrase.condition) and (end := match_end(words, at, phrase, 3)) is not None:
                yield Finding(phrase.act, phrase.weight, phrase.text, word.token, words[end - 1].token, phrase.denial)
                break
        else:
            if "not" in word.forms or "never" in word.forms or "no" in word.forms:
                for phrase in phrases().get("no", ()):
                    if phrase.act and _subject_fits(clause, phrase.condition) and (end := match_end(words, at, phrase, 3)) is not None:
                        yield Finding(phrase.act, phrase.weight, phrase.text, word.token, words[end - 1].token, phrase.denial)
                        break


def complement_fits(words: Sequence[Word], condition: str) -> bool:
    """Whether what follows a cue is what its entry asks for (see acts_cues.csv)."""
    if not condition:
        return True
    if condition == "evaluation":
        return any(kinds_of(w) & {"false", "false_of_claim", "illegal", "bad", "good", "wrongdoer", "wrongthing"} for w in words)
    head = next((w for w in words if w.token.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "PRON")), None)
    if head is None:
        return False
    if condition in ("claim", "demand"):
        return any(condition in kinds_of(w) for w in _object_heads(words))
    clausal = any(w.forms[0] in ("that", "to", "whether", "how", "why") for w in words[:2]) or any(
        w.token.dep_ in ("nsubj", "nsubjpass") for w in words[:8]
    )
    return clausal if condition == "clause" else not clausal


def _object_heads(words: Sequence[Word]) -> list[Word]:
    """The nouns of the first noun phrase, its compound parts left out: "a media request to …" → request."""
    heads: list[Word] = []
    for word in words[:14]:
        token = word.token
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "poss", "npadvmod", "amod"):
            if heads and token.dep_ not in ("conj", "appos"):
                break
            heads.append(word)
        elif heads and token.pos_ in ("VERB", "AUX", "SCONJ"):
            break
        elif token.pos_ == "PRON" and token.lower_ in ("it", "this", "that", "these", "those") and not heads and word.forms[0] == "it":
            heads.append(word)
    return heads


def _performative(clause: Clause) -> Iterator[Finding]:
    """The speaker names the act itself: "we reject the allegations", "I call on the Council"."""
    if clause.person != "self" or clause.modal in ("may", "might", "could", "can", "must", "should"):
        return
    for verb in clause.verbs[:2]:
        at = next((i for i, w in enumerate(clause.words) if w.token.i == verb.i), None)
        if at is None or (clause.negated and lemma(verb) not in ("comment", "discuss", "respond")):
            continue
        rest = clause.words
        for phrase in (p for form in rest[at].forms for p in cues().get(form, ())):
            end = match_end(rest, at, phrase, 3)
            if end is None or phrase.act in (None, "state") or phrase.weight < 1 or not complement_fits(rest[end:], phrase.condition):
                continue
            if phrase.act in (
                "offer",
                "promise",
                "threaten",
                "demand",
                "reject",
                "deny",
                "confirm",
                "criticize",
                "endorse",
                "decline",
                "allege",
            ):
                yield Finding(phrase.act, 0.75 * phrase.weight, f"I {phrase.text}", rest[at].token, rest[end - 1].token, phrase.denial)
            break


def _subject_tokens(clause: Clause) -> set[int]:
    return {t.i for t in clause.subject.subtree} if clause.subject is not None else set()


_AGENTLESS = frozenset({"be", "have", "do", "get"})


def _denial(clause: Clause) -> Iterator[Finding]:
    """The matter is not so: "the claim is baseless", "that never happened", "we have not sent any"."""
    subject = _subject_tokens(clause)
    copular = (
        clause.predicate in ("be", "remain", "seem", "look", "sound", "prove")
        or clause.head.pos_ not in ("VERB", "AUX")
        or any(c.dep_ in ("auxpass", "cop") for c in clause.head.children)
    )
    for word in clause.words:
        names = kinds_of(word)
        in_subject = word.token.i in subject
        if word.token.dep_ == "amod" and word.token.head.pos_ in ("NOUN", "PROPN"):
            if (
                names & {"false", "false_of_claim"}
                and any("claim" in kinds_of(w) for w in clause.words if w.token.i == word.token.head.i)
                and not clause.negated
            ):
                weight = 0.8 if "false" in names else 0.5
                yield Finding("deny", weight, f"{word.forms[0]} + claim", word.token, word.token.head, "categorical")
            if "false" not in names:
                continue
        if in_subject or not clause.claim or not copular:
            continue
        noun = clause.subject is not None and clause.subject.pos_ in ("NOUN", "PROPN")
        if "false" in names or ("false_of_claim" in names and noun):
            if not clause.negated:
                yield Finding("deny", 1.5, f"claim is {word.forms[0]}", word.token, word.token, "categorical")
        elif "true" in names and clause.negated:
            yield Finding("deny", 1.5, f"claim is not {word.forms[0]}", word.token, word.token, "categorical")
    if clause.negated and clause.person == "self" and not clause.modal:
        verb = clause.verbs[-1]
        kinds = kinds_of(clause.words[0]) if False else frozenset()
        form = lemma(verb)
        perfect = verb.tag_ in ("VBN", "VBD") or any(c.lower_ in ("did", "had", "have", "has", "'ve", "’ve") for c in clause.head.children)
        mental = any("mental" in k for v in clause.verbs for k in [_kinds(v)]) or form in _AGENTLESS
        if perfect and not mental and not kinds:
            yield Finding("deny", 1.2, f"not + {form}", clause.head, verb, "categorical")


def _kinds(token: Token) -> frozenset[str]:
    return kinds_of(Word(token, (lemma(token), token.lower_)))


def _deontic(clause: Clause) -> Iterator[Finding]:
    """What somebody has to do: "Iran must stop", "we need to act", "Let us debate", "Release the files"."""
    head = clause.head
    have_to = clause.predicate in ("have", "need", "ought", "get") and any(
        v.dep_ == "xcomp" and any(c.lower_ == "to" for c in v.children) for v in clause.verbs[1:]
    )
    deontic = clause.modal in ("must", "should", "ought", "need") or have_to
    perfect = any(c.lower_ in ("have", "'ve", "’ve") and c.dep_ == "aux" for c in head.children)
    if deontic and not perfect:
        alone = clause.subject is not None and clause.subject.lower_ == "i"
        past = have_to and head.tag_ in ("VBD", "VBN")
        if alone or past:
            return
        weight = 0.9 if clause.modal in ("must", "should", "ought") else 0.7
        if clause.person == "self" and clause.negated and clause.modal == "should" and _has_condition(head):
            yield Finding("promise", 1.5, "should not … if", head, head)
            return
        yield Finding("demand", weight, clause.modal or f"{clause.predicate} to", head, head)
    elif clause.subject is None and head.tag_ == "VB" and head.dep_ in ("ROOT", "conj", "ccomp", "parataxis"):
        if not any(c.dep_ in ("aux", "mark") for c in head.children) and clause.predicate not in (
            "thank",
            "look",
            "see",
            "say",
            "let",
            "forget",
            "be",
            "guess",
            "suppose",
        ):
            yield Finding("demand", 0.9 if clause.quoted else 0.5, "imperative", head, head)
        elif clause.predicate == "let" and clause.quoted and not any(c.dep_ in ("aux", "mark") for c in head.children):
            yield Finding("demand", 0.9, "let", head, head)


def _has_condition(head: Token) -> bool:
    return any(c.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ in ("if", "unless") for g in c.children) for c in head.children)


_UNPROMISED = frozenset(
    {
        "be",
        "see",
        "know",
        "have",
        "need",
        "get",
        "win",
        "lose",
        "find",
        "wait",
        "think",
        "remember",
        "like",
        "say",
        "tell",
        "hear",
        "understand",
        "hope",
        "want",
        "love",
        "believe",
        "happen",
        "regret",
        "die",
    }
)


def _commitment(clause: Clause) -> Iterator[Finding]:
    """What the speaker will do: "we will appeal", "he would publish it"."""
    if clause.person != "self":
        return
    going = clause.predicate == "go" and len(clause.verbs) > 1
    if not going and clause.modal not in ("will", "shall", "would"):
        return
    verb = clause.verbs[1] if going and len(clause.verbs) > 1 else clause.head
    if clause.modal == "would" and (clause.quoted or _has_condition(clause.head)) and not going:
        return
    names, form = _kinds(verb), lemma(verb)
    last = clause.verbs[-1]
    if not clause.negated and ("refuse_verb" in names):
        yield Finding("reject", 1.3, f"will {form}", verb, verb)
    elif not clause.negated and "hostile" in names and form not in ("respond", "stop", "fight", "close", "cut"):
        yield Finding("threaten", 1.2, f"will {form}", verb, verb)
    elif form not in _UNPROMISED:
        yield Finding("promise", 1.0, f"will {'not ' * clause.negated}{form}", verb, last)


def _wrongs(clause: Clause) -> Iterator[Finding]:
    """A wrong asserted of somebody else: "they violated the embargo", "he is lying"."""
    if clause.person == "self" or clause.negated or clause.modal in ("would", "could", "might", "may", "should", "must", "can"):
        return
    for verb in clause.verbs:
        if "wrongdoing" in _kinds(verb) and clause.subject is not None and clause.subject.lower_ not in ("it", "this", "that"):
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            future = clause.modal in ("will", "shall")
            yield Finding("allege", 0.4 if passive or future else 1.1, f"{lemma(verb)}", verb, verb)
    subject = _subject_tokens(clause)
    for word in clause.words:
        if word.token.i in subject or word.token.i == clause.head.i:
            continue
        names = kinds_of(word)
        if "wrongdoer" in names and word.token.dep_ in ("attr", "ROOT", "oprd", "conj"):
            yield Finding("allege", 0.6, word.forms[0], word.token, word.token)
        elif (
            "wrongthing" in names
            and word.token.pos_ in ("NOUN", "PROPN")
            and word.token.dep_ in ("dobj", "attr", "ROOT", "oprd", "conj", "pobj")
        ):
            yield Finding("allege", 0.5, word.forms[0], word.token, word.token)


def _evaluation(clause: Clause) -> Iterator[Finding]:
    """Evaluative words, turned round by negation: "a disgrace", "not fair", "an excellent choice"."""
    subject = _subject_tokens(clause)
    for word in clause.words:
        token, names = word.token, kinds_of(word)
        if token.pos_ == "PROPN" or token.lower_ in FIRST:
            continue
        predicative = token.dep_ in ("acomp", "attr", "ROOT", "oprd", "dobj", "conj", "ccomp") or (
            token.dep_ == "amod" and token.head.dep_ in ("attr", "ROOT", "oprd", "dobj")
        )
        scale = (0.5 if token.i in subject else 1.0) * (1.0 if predicative else 0.6)
        is_verb = token.pos_ == "VERB" and token.i in {v.i for v in clause.verbs}
        negated = clause.negated
        if "bad" in names or ("bad_verb" in names and is_verb and clause.person != "self"):
            yield Finding("criticize", (0.3 if negated else 0.9) * scale, word.forms[0], token, token)
        elif "good" in names or ("good_verb" in names and is_verb and clause.person == "self"):
            act: ActLabel = "criticize" if negated else "endorse"
            yield Finding(act, (0.7 if negated else 0.8) * scale, word.forms[0], token, token)
