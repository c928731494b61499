"""How the parse hangs a date on a cue: through the words that govern it, or not."""

from collections.abc import Iterator

from spacy.tokens import Token

from timeline.dates import DateMention
from timeline.language import Paragraph, has_having, lemma
from timeline.said.cues import Cue, occasion_words, root_of

_WHEN = ("pobj", "npadvmod", "prep", "advmod", "amod", "det", "nummod", "compound", "dobj", "appos")


def is_premodifier(token: Token | None) -> bool:
    return token is not None and token.dep_ in ("compound", "amod", "nummod", "nmod", "poss") and token.head.i > token.i


def modifies(mention: DateMention, paragraph: Paragraph, nouns: frozenset[str]) -> bool:
    """ "A 2014 study", "its July summit", "a report of last week": the mention modifies a noun of saying."""
    token = root_of(mention, paragraph)
    premodifier = is_premodifier(token)
    for _ in range(4):
        if token is None or token.head == token or (premodifier and not is_premodifier(token)):
            return False  # "a study of 2021 ballots"
        token = token.head
        if lemma(token) in nouns:
            return True
        if token.pos_ == "VERB":
            return lemma(token) in occasion_words("carrier") and lemma(token.head) in nouns
    return False


def adjacent(mention: DateMention, cue: Cue) -> bool:
    """ "said on Monday", "told reporters Monday", "Irwani on Monday called": between date and cue no verb, quotation or clause."""
    doc, at = cue.paragraph.doc, mention.span[0] - cue.paragraph.start
    span = doc.char_span(at, mention.span[1] - cue.paragraph.start, alignment_mode="expand")
    if span is None:
        return False
    between = doc[cue.token.i + 1 : span.start] if span.start > cue.token.i else doc[span.end : cue.token.i]
    if span.start < cue.token.i and not any(t.dep_ in ("nsubj", "nsubjpass") and t.i < span.start for t in cue.token.children):
        return False
    return len(between) <= 5 and not any(
        t.pos_ in ("VERB", "SCONJ", "CCONJ") or t.is_quote or t.text in (",", ":", ";", "that", "who", "which") for t in between
    )


def in_clause(first: Token, cue: Token) -> bool:
    """ "Two clerks who fled last month told": the words before the date, back to a comma, are a clause about the speaker."""
    for token in reversed(first.doc[first.sent.start : first.i]):
        if token.text in (",", "—", "–"):
            return False
        if token.tag_ in ("WP", "WDT"):
            return cue not in (token.head, *token.head.subtree)
    return False


def under(mention: DateMention, cue: Cue) -> bool:
    """Whether the parse hangs the mention on the cue or on a verb that says when the cue happened."""
    token = root_of(mention, cue.paragraph)
    if token is None:
        return False
    occasions = occasion_words("occasion") | occasion_words("document")
    above = dict(governors(cue.token))
    while True:
        if token in above:
            at = cue.paragraph.start
            return above[token] or mention.span[0] < at + token.idx or (mention.span[0] < at + cue.token.idx and _goes_on(cue.token))
        if token.lower_ == "dated" and token.head in above:  # "In his letter, dated 19 October, he said"
            return True
        if _meanwhile(token) and token.head == cue.token:  # "said as he left the ministry on Monday"
            return True
        verb = token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")
        if verb and not (token.dep_ in ("acl", "relcl") and lemma(token) in occasion_words("carrier") and lemma(token.head) in occasions):
            return False
        if token.dep_ in ("appos", "relcl") and not verb:
            return False
        if token.head == token:
            return False
        token = token.head


def _goes_on(cue: Token) -> bool:
    """ "Summoned the envoy on Friday and demanded": the verb has the first one's subject or a pronoun, and is no part of what is said."""
    if cue.tag_ == "VBG":
        return True  # "split on Friday, with Oke calling it … and Petek warning"
    subjects = [child for child in cue.children if child.dep_ in ("nsubj", "nsubjpass")]
    return cue.dep_ not in ("ccomp", "conj") or (cue.head.dep_ != "ccomp" and all(subject.pos_ == "PRON" for subject in subjects))


def _meanwhile(token: Token) -> bool:
    """ "As he left", "when asked": a clause that says what went on while something was said; not "as he did", "as he had"."""
    if token.dep_ != "advcl" or token.tag_ not in ("VBD", "VBN", "VBG") or lemma(token) in ("do", "be", "have", "say"):
        return False
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in ("as", "when", "while") for child in token.children)


def _carrier(token: Token) -> Token:
    """The word, mostly a verb, below which a date stands with nothing but nouns and prepositions between."""
    while token.dep_ in _WHEN and token.head != token:
        token = token.head
    return token


def done_before(token: Token, cue: Token) -> bool:
    """ "Having visited the mine on Friday", "after visiting it on Friday"."""
    token = _carrier(token)
    return (token.dep_ == "advcl" and token.head == cue and has_having(token)) or (
        token.dep_ == "pcomp" and token.head.lower_ in ("after", "since", "following") and token.head.head == cue
    )


def speaking(token: Token, cue: Token) -> bool:
    """ "Speaking in parliament on Monday, she said", "asked on Friday", "in opening the case on 4 May": a participle that is the saying."""
    own = token
    while own.dep_ in ("pobj", "npadvmod", "prep") and own.head.pos_ in ("ADP", "VERB"):
        own = own.head
    if own.tag_ == "VBG" and own.dep_ == "advcl" and own.head == cue and own.i > cue.i:
        return True  # "said, holding it up for photographers on Monday"
    token = _carrier(token)
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in ("in", "on", "while", "when"):
        return token.head.head == cue and lemma(token) in occasion_words("speaking")
    kind = {"VBG": "speaking", "VBN": "asked", "VBD": "asked"}.get(token.tag_)
    if kind is None or lemma(token) not in occasion_words(kind) or token.dep_ not in ("advcl", "acl"):
        return False
    if kind == "asked" and any(child.dep_ in ("nsubj", "aux") for child in token.children):
        return False
    return token.head == cue or (token.head.head == cue and token.head.dep_ == "nsubj")


def governors(cue: Token) -> Iterator[tuple[Token, bool]]:
    """The words whose date is the cue's: itself, "went on" in "went on to say", "met" in "met him, saying".

    Each with whether a date anywhere under it counts, or only one before it ("On Monday he called … and described …").
    """
    anywhere = True
    token = cue
    for _ in range(6):
        yield token, anywhere
        head = token.head
        if head == token:
            return
        if token.dep_ == "conj":
            if token.tag_ in ("VBZ", "VBP") and head.tag_ == "VBD":
                return  # "On 9 May it conceded …, but it maintains that …"
            anywhere = False
        elif token.dep_ == "pcomp" and head.lower_ in ("for", "of", "over", "about", "after", "since", "despite"):
            return  # "apologized on Monday for saying that": the deed is an earlier one
        elif token.dep_ in ("xcomp", "aux", "auxpass", "prt", "pcomp", "prep") or (token.dep_ in ("advcl", "acl") and token.tag_ == "VBG"):
            pass
        elif token.dep_ == "advcl" and token.tag_ == "VB" and lemma(head) in ("go", "continue"):
            pass  # "went on Friday to say"
        elif token.dep_ == "relcl" and any(child.lower_ == "when" for child in token.children):
            pass  # "on Tuesday, when he said that"
        elif not (token.pos_ == "NOUN" and token.dep_ == "dobj" and lemma(head) in occasion_words("support")):
            return
        token = head
