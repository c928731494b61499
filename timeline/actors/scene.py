"""What is known while an article's speakers are traced one after the other: who has spoken, who has been described, what is quoted."""

from collections.abc import Sequence

from timeline.actors.cast import Cast, Entity, Occurrence
from timeline.actors.describe import affiliation_in, describe, is_document
from timeline.actors.pronouns import Earlier, antecedent, pronouns
from timeline.actors.roles import RolePhrase, roles
from timeline.actors.speakers import Phrase
from timeline.actors.tokens import tokens_at
from timeline.actors.words import Word, collectives, singular, split_words
from timeline.attribution import Attribution
from timeline.language import Parsed

# The entities that a phrase means (several for "they"), what told so, and how far to trust it.
Found = tuple[tuple[Entity, ...], str, float]
POSSESSIVE_PRONOUNS = frozenset(("his", "her", "its", "their"))
_PERSONAL = frozenset("client family other party".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_QUANTIFIERS = frozenset("many some several most both few".split())


class Scene:
    """One article's cast and attributions, and the speakers found so far."""

    def __init__(self, parsed: Parsed, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.parsed, self.cast, self.attributions = parsed, cast, attributions
        self.text = parsed.article.text
        self.earlier: list[Earlier] = []
        self.described: list[Entity] = []
        self.quoted = [span for a in attributions if a.quotation == "direct" for span in a.content_spans]
        opening = [p for p in parsed.paragraphs if p.kind in ("headline", "standfirst", "body")]
        # Headline, standfirst and first paragraph may speak of "a judge" whom the article names afterwards.
        self.lede_end = opening[min(2, len(opening) - 1)].end if opening else 0

    def heard(self, offset: int) -> list[Earlier]:
        """The statements before an offset, in the order of the text."""
        return sorted((e for e in self.earlier if e.offset < offset), key=lambda e: e.offset)

    def is_subject(self, occurrence: Occurrence) -> bool:
        """Whether a mention is a clause's subject."""
        paragraph = self.cast.paragraph_at(occurrence.mention.span[0])
        if paragraph is None:
            return False
        start, end = occurrence.mention.full
        tokens = tokens_at(paragraph.doc, start - paragraph.start, end - paragraph.start)
        return len(tokens) > 0 and tokens.root.dep_ in _SUBJECTS

    def antecedent(self, word: str, offset: int) -> tuple[tuple[Entity, ...], float]:
        """Whom a pronoun (in lower case) at an offset means, with a confidence; () if nobody."""
        return antecedent(self.cast, offset, pronouns()[word], self.heard(offset), self.quoted, self.is_subject)

    def owner(self, words: Sequence[Word], role: RolePhrase | None = None) -> Entity | None:
        """Whose lawyer, campaign or letter it is: "his attorney", "Pagliano's lawyer"."""
        if words and words[0].lower in POSSESSIVE_PRONOUNS:
            found, _ = self.antecedent(words[0].lower, words[0].start)
            return found[0] if found else None
        owner = self.cast.named(role.owner) if role and role.owner else None
        # A minister or judge belongs to a place or body, whatever the parser takes its name for.
        if role and owner is not None and owner.kind == "person" and roles()[role.head].domain not in _PERSONAL:
            return None
        return owner

    def describe(self, phrase: Phrase, owner: Entity | None = None) -> Entity:
        """Somebody whom the text leaves unnamed, under the words that it uses; the same words are the same one."""
        name = describe(self.cast, phrase, owner.name if owner else "")
        for entity in self.described:
            if entity.name.lower() == name.lower():
                entity.starts.append(phrase.span[0])
                return entity
        words = split_words(phrase.text, phrase.span[0])
        document = is_document(phrase)
        affiliation = "" if document else affiliation_in(words)
        entity = Entity(
            name,
            "unnamed",
            gender="n" if document or singular(phrase.head.lower_) in collectives() else "",
            plural=phrase.head.tag_ in ("NNS", "NNPS") or bool(words and words[0].lower in _QUANTIFIERS),
            starts=[phrase.span[0]],
            affiliations=[affiliation] if affiliation else [],
        )
        self.described.append(entity)
        return entity

    def body_named(self, name: str, phrase: Phrase) -> Entity:
        """A body under a name of our making ("Hillary Clinton campaign"), the same each time."""
        for entity in self.described:
            if entity.name == name:
                return entity
        entity = Entity(name, "organization", starts=[phrase.span[0]])
        self.described.append(entity)
        return entity
