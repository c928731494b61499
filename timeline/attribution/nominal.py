"""Doc → Frames whose cue is no verb: nouns ("his denial that …"), adjectives ("is confident that …"), adverbs ("allegedly")."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from timeline.attribution.frames import Frame, Range, is_infinitive, starts_with_wh, subtree, verb_lemma, without
from timeline.attribution.speakers import find_speaker, speaker
from timeline.attribution.strengths import known
from timeline.attribution.voices import NOBODY, Speaker
from timeline.language import lemma
from timeline.lexicon import entries

_ISSUING = {"make", "issue", "repeat", "reiterate", "renew", "deliver", "release", "raise", "file", "level", "offer", "voice", "withdraw"}
_BE = {"be", "seem", "feel", "appear", "sound", "remain", "become", "look", "get", "make"}


def nominal_frames(doc: Doc, zone: Sequence[int], everything: bool = False) -> Iterator[Frame]:
    """The frames of all nouns, predicative adjectives and adverbs outside quotation marks that the lexicon lists."""
    for token in doc:
        if zone[token.i] >= 0:
            continue
        match token.pos_:
            case "NOUN" if everything or known(lemma(token), "noun"):
                yield from _of_noun(token)
            case "ADJ" if token.dep_ in {"acomp", "oprd", "attr", "conj", "ccomp"} and (everything or known(token.lower_, "adjective")):
                yield from _of_adjective(token)
            case "ADV" if token.dep_ == "advmod" and (everything or known(token.lower_, "adverb")):
                yield from _of_adverb(token)


@cache
def _others() -> frozenset[str]:
    return frozenset(row["verb"] for row in entries("cues_others"))


def of_others(verb: Token) -> bool:
    """Whether a claim that is this verb's object is another's: "denied the claim that", "faced calls for"."""
    return verb_lemma(verb) in _others()


def _of_noun(noun: Token) -> Iterator[Frame]:
    how, who, holder = _holder(noun)
    name = lemma(noun)
    cue: tuple[int, ...] = (holder.i, noun.i) if holder is not None and noun.i - holder.i <= 4 else (noun.i,)

    def frame(complement: str, parts: tuple[int, ...], *content: Range) -> Frame:
        return Frame(noun, (*cue, *parts), who, content, name, f"noun {how} {complement}")

    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp", "relcl", "xcomp"}:
            if is_infinitive(child):
                yield frame("infinitive", (), subtree(child))
            elif child.left_edge.lower_ == "that":
                yield frame("clause", (), subtree(child))
            elif starts_with_wh(child) and child.dep_ != "relcl":
                yield frame("wh", (), subtree(child))
        elif child.dep_ == "prep" and child.lower_ != "by":
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield frame(child.lower_, (child.i,), subtree(inner))
    if noun.dep_ in {"nsubj", "attr"} and lemma(noun.head) == "be":
        # "The question is whether …", "It is his view that …"
        for child in noun.head.rights:
            if child.dep_ in {"ccomp", "xcomp"} and child.i > noun.i:
                kind = "infinitive" if is_infinitive(child) else "wh" if starts_with_wh(child) else "clause"
                yield frame(f"is {kind}", (noun.head.i,), subtree(child))
    if holder is None:
        return
    if lemma(holder) in _ISSUING:
        # "made the offer": what was said stands elsewhere
        yield Frame(holder, (holder.i,), who, (subtree(noun),), name, "noun made alone")
    # "made clear that": the clause hangs from the verb.
    for child in holder.rights:
        if child.i > noun.i and child.dep_ in {"ccomp", "advcl"} and child.left_edge.lower_ == "that":
            yield frame("clause", (), subtree(child))
        elif child.i > noun.i and child.dep_ == "prep" and child.i == noun.right_edge.i + 1:
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield frame(f"then {child.lower_}", (child.i,), subtree(inner))


def _holder(noun: Token) -> tuple[str, Speaker, Token | None]:
    """Whose claim it is: "his claim", "a claim by the minister", "the minister made a claim"; how, who, and the verb if it is one."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        last = owner.right_edge.i
        until = last if noun.doc[last].tag_ == "POS" else last + 1
        return "owned", Speaker((owner.left_edge.i, until), "owner", owner), None
    by = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in {"by", "from"}), None)
    agent = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    if agent is not None:
        return "owned", speaker(agent, "agent"), None
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and not of_others(verb):
        return "made", find_speaker(verb, any(c.dep_ == "auxpass" for c in verb.children)), verb
    if noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.pos_ == "VERB":
        # "stirred anger with an assertion that …"
        return "bare", find_speaker(verb.head, any(c.dep_ == "auxpass" for c in verb.head.children)), None
    compound = next((child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"), None)
    if compound is not None:
        return "owned", Speaker((compound.left_edge.i, compound.i + 1), "compound", compound), None
    people = next((child for child in noun.lefts if child.dep_ == "amod" and child.ent_type_ == "NORP"), None)
    if people is not None:
        # "Western accusations"
        return "owned", Speaker((people.i, people.i + 1), "compound", people), None
    return "bare", NOBODY, None


def _of_adjective(adjective: Token) -> Iterator[Frame]:
    verb = adjective.head
    if adjective.dep_ == "conj":
        verb = verb.head
    if lemma(verb) not in _BE:
        return
    who = find_speaker(verb, False)
    if who.head is not None and who.head.lower_ in {"it", "that", "there"}:
        who = NOBODY
    cue = tuple(sorted({c.i for c in verb.children if c.dep_ in {"aux", "neg"}} | {verb.i, adjective.i}))

    def frame(complement: str, parts: tuple[int, ...], *content: Range) -> Frame:
        return Frame(adjective, (*cue, *parts), who, content, adjective.lower_, f"adjective {complement}")

    for child in [*adjective.rights, *(c for c in verb.rights if c.i > adjective.i)]:
        if child.dep_ in {"ccomp", "xcomp", "advcl", "acl"}:
            if is_infinitive(child):
                yield frame("infinitive", (), subtree(child))
            elif starts_with_wh(child):
                yield frame("wh", (), subtree(child))
            elif child.dep_ == "ccomp":
                yield frame("clause", (), subtree(child))
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield frame(child.lower_, (child.i,), subtree(inner))


def _of_adverb(adverb: Token) -> Iterator[Frame]:
    verb = adverb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    yield Frame(adverb, (adverb.i,), NOBODY, without(subtree(verb), (adverb.i, adverb.i + 1)), adverb.lower_, "adverb")
