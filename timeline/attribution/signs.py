"""Frames → signs: what in a frame's form, whatever its words, makes a report likelier or less likely."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from timeline.attribution.frames import Frame, sentence_of, tells_of_noun
from timeline.attribution.strengths import reliability
from timeline.language import FINITE

_MODAL = {"would", "could", "might", "may", "should", "must", "can", "will", "shall", "'ll", "’ll", "ca", "wo"}


_REPORTS = 0.4
_FAR = 9


def enclosing(size: int, frames: Iterable[Frame]) -> Sequence[str]:
    """For each of `size` tokens the complement of the surest report in whose content it stands, "no" outside all contents.

    "He said that she *wanted* to stay": the inner verb is rather part of what is said than a report of its own.
    """
    found, how_sure = ["no"] * size, [0.0] * size
    for frame in frames:
        sure = reliability(*frame.key)
        if sure < _REPORTS:
            continue
        for first, last in frame.content:
            for i in range(first, last):
                if sure > how_sure[i] and i != frame.head.i:
                    found[i], how_sure[i] = frame.complement, sure
    return found


def signs(frame: Frame, within: Sequence[str]) -> tuple[str, ...]:
    """Its signs, each "aspect=value": the speaker's kind, the verb's form, its place in the sentence, the content's length.

    `within` says for each token in whose content it stands (see `enclosing`).
    """
    head = frame.head
    kind = _kind(frame.complement)
    first, last = sentence_of(head)
    gap = max(-_FAR, min(_FAR, frame.content[0][0] - head.i)) if frame.content else 0
    return (
        f"speaker={_speaker(frame)}",
        f"form={_form(head)}",
        f"place={_place(head)}",
        f"length={_length(frame)}",
        f"content={_content(frame)}",
        f"after={_after(frame)}",
        f"hangs={kind} {head.dep_}",
        # "what she claims is a ship" stands in what another says by its very form
        f"inside={'insertion' if frame.complement == 'insertion' else kind} {within[head.i]}",
        f"complement={frame.complement}",
        f"gap={kind} {gap}",
        f"sentence={(last - first) // 8}",
        f"behind={_behind(frame)}",
    )


def _speaker(frame: Frame) -> str:
    noun = frame.speaker.head
    if noun is None:
        return "none"
    how = "" if frame.speaker.how in {"subject", "owner", "agent", "formula"} else "far "
    word = noun.lower_
    if noun.pos_ == "PRON" or word in {"who", "that", "which"}:
        if word in {"i", "we", "me", "us", "my", "our"}:
            return "I"
        if word == "you":
            return "you"
        if word in {"he", "she", "him", "her", "his"}:
            return how + "he"
        if word in {"they", "them", "their"}:
            return how + "they"
        if word in {"who", "that", "which"}:
            return word
        if word in {"it", "this", "these", "what"}:
            return "it"
        return how + "pronoun"
    if noun.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}:
        # Countries speak as organisations do: domestic news, on which the signs are counted, has few of them.
        return how + ("org" if noun.ent_type_ == "GPE" else noun.ent_type_.lower())
    if noun.pos_ == "PROPN":
        return how + "name"
    return how + ("noun plural" if noun.tag_ == "NNS" else "noun")


def _form(head: Token) -> str:
    if head.pos_ not in {"VERB", "AUX"}:
        return head.pos_
    auxiliaries = {child.lower_ for child in head.lefts if child.dep_ in {"aux", "auxpass"}}
    negated = "not " if any(child.dep_ == "neg" for child in head.children) else ""
    if "to" in auxiliaries:
        return negated + "to"
    if "do" in auxiliaries or "does" in auxiliaries or "did" in auxiliaries:
        return negated + "do"
    modal = sorted(auxiliaries & _MODAL)
    if modal:
        return negated + ("will" if modal[0] in {"will", "'ll", "’ll"} else "modal")
    return negated + head.tag_


def _place(head: Token) -> str:
    return head.dep_ if head.dep_ in {"ROOT", "conj", "advcl", "xcomp", "acl", "relcl", "pcomp", "ccomp", "amod", "csubj"} else "other"


def _length(frame: Frame) -> str:
    """The content's length by kind of complement: a bare object of one word reports little, a clause is long."""
    tokens = sum(end - start for start, end in frame.content)
    return f"{_kind(frame.complement)} {next((str(limit) for limit in (1, 2, 4, 8, 16, 32) if tokens <= limit), 'long')}"


def _kind(complement: str) -> str:
    first = complement.split(" ", maxsplit=1)[0]
    if first in {"noun", "adjective", "adverb", "passive"}:
        return first
    if complement in {"clause", "clause before", "wh", "tail", "parenthesis", "as parenthesis", "insertion"}:
        return "clause"
    if "infinitive" in complement or complement == "gerund":
        return "infinitive"
    return "object" if first in {"object", "small"} else "preposition"


def _after(frame: Frame) -> str:
    """What follows the content: a full stop, a comma, another word."""
    doc, end = frame.head.doc, frame.content[-1][1] if frame.content else frame.head.i + 1
    following = "end" if end >= len(doc) else doc[end].text if doc[end].is_punct else doc[end].pos_
    return f"{_kind(frame.complement)} {following}"


def _behind(frame: Frame) -> str:
    """What follows a cue that stands behind its content: "…, he said." – but "…, he said it would"."""
    if frame.complement not in {"clause before", "parenthesis"}:
        return "other"
    doc, speaker = frame.head.doc, frame.speaker.span
    at = max(frame.head.i + 1, speaker[1] if speaker else 0)
    end = sentence_of(frame.head)[1]
    before = min(frame.head.i, speaker[0] if speaker else frame.head.i) - 1
    if before < 0 or doc[before].text != ",":
        return f"{frame.complement} no comma"
    pause = next((token.i for token in doc[at:end] if token.is_punct), end)
    if any(token.tag_ in FINITE and not tells_of_noun(token, at - 1) for token in doc[at:pause]):
        return f"{frame.complement} clause"
    following = "end" if at >= end else doc[at].text if doc[at].is_punct else "phrase"
    return f"{frame.complement} {following}"


def _content(frame: Frame) -> str:
    """What the content begins with, as far as it matters: a pronoun ("said it") reports little."""
    first = frame.head.doc[frame.content[0][0]] if frame.content else frame.head
    if first.is_quote:
        return "quote"
    if first.lower_ in {"it", "this", "them", "him", "her", "me", "us", "you", "himself", "themselves", "anything", "something", "nothing"}:
        return "pronoun"
    if first.lower_ in {"that", "to", "how", "why", "what", "whether", "if"}:
        return first.lower_
    if first.is_title and first.pos_ == "PROPN":
        return "name"
    return first.pos_
