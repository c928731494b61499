"""What is known while an article's speakers are traced one after the other: who has spoken, who has been described, what is quoted."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import islice

from timeline.actors.cast import Cast
from timeline.actors.describe import affiliation_in, describe, is_document
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.pronouns import Earlier, antecedent, pronouns
from timeline.actors.roles import RolePhrase, roles
from timeline.actors.speakers import Phrase, is_somebody
from timeline.actors.words import Word, collectives, singular, split_words
from timeline.attribution import Attribution
from timeline.language import Parsed
from timeline.spans import Span, inside, overlap

# The entities that a phrase means (several for "they"), what told so, and how far to trust it.
Found = tuple[tuple[Entity, ...], str, float]
POSSESSIVE_PRONOUNS = frozenset(("his", "her", "its", "their"))
_MEMORY = 40  # statements looked back upon
_PERSONAL = frozenset("client family other party".split())
_SURE = 0.7  # of the owner of "its spokesman"
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
QUANTIFIERS = frozenset("many some several most both few other all two three four five six dozens hundreds".split())
# "a number of senators" are many
_AMOUNTS = frozenset("number majority lot handful dozen couple percent percentage half quarter third series".split())


class Scene:
    """One article's cast and attributions, and the speakers found so far."""

    def __init__(self, parsed: Parsed, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.parsed, self.cast, self.attributions = parsed, cast, attributions
        self.text = parsed.article.text
        self._earlier: list[Earlier] = []
        self._described: dict[str, Entity] = {}
        self._contents = sorted((span, index) for index, a in enumerate(attributions) for span in a.content_spans)
        self._quotations = sorted({span for a in attributions if a.quotation == "direct" for span in a.content_spans})
        opening = [p for p in parsed.paragraphs if p.kind in ("headline", "standfirst", "body")]
        # Headline, standfirst and first paragraph may speak of "a judge" whom the article names afterwards.
        self.body_start = next((p.start for p in parsed.paragraphs if p.kind == "body"), 0)
        self.lede_end = opening[min(2, len(opening) - 1)].end if opening else 0

    def remember(self, statement: Earlier) -> None:
        """Keep who made a statement."""
        insort(self._earlier, statement, key=lambda e: e.offset)

    def forget(self, statement: Earlier) -> None:
        """Take back what was remembered for the time being."""
        at = bisect_left(self._earlier, statement.offset, key=lambda e: e.offset)
        while self._earlier[at] is not statement:
            at += 1
        del self._earlier[at]

    def heard(self, offset: int) -> list[Earlier]:
        """The last statements before an offset, in the order of the text."""
        end = bisect_left(self._earlier, offset, key=lambda e: e.offset)
        return self._earlier[max(0, end - _MEMORY) : end]

    @property
    def described(self) -> list[Entity]:
        """Those without a name who were described last."""
        return list(islice(reversed(self._described.values()), 5 * _MEMORY))[::-1]

    def quoted(self, span: Span) -> bool:
        """Whether a span lies in a direct quotation."""
        index = bisect_right(self._quotations, (span[0], 1 << 60))
        return inside(span, self._quotations[max(0, index - 4) : index])

    def contents_around(self, span: Span) -> list[int]:
        """Indexes of the attributions whose content holds a span."""
        index = bisect_right(self._contents, ((span[0], 1 << 60), 0))
        return [i for content, i in self._contents[max(0, index - 8) : index] if overlap(content, span)]

    def is_subject(self, occurrence: Occurrence, itself: bool = False) -> bool:
        """Whether a mention is a clause's subject, by `itself` or as its apposition or owner ("Oz's advice earned him a hearing")."""
        root = self.cast.head_of(occurrence.mention.full)
        if root is None:
            return False
        if root.dep_ == "poss" and singular(root.head.lower_) in roles():
            return False  # "Oz's lawyer told him"
        return (root.head if root.dep_ in ("appos", "poss") and not itself else root).dep_ in _SUBJECTS

    def antecedent(self, word: str, offset: int) -> tuple[tuple[Entity, ...], float]:
        """Whom a pronoun (in lower case) at an offset means, with a confidence; () if nobody."""
        return antecedent(self.cast, offset, pronouns()[word], self.heard(offset), self.quoted, self.is_subject)

    def possessor(self, pronoun: Word) -> Entity | None:
        """Whom "his", "its" or "their" means by the scores of all antecedents."""
        found, confidence = self.antecedent(pronoun.lower, pronoun.start)
        # "Its" and "their" may be a common noun's: "its whip" is better than another body's whip.
        unsure = pronoun.lower in ("its", "their") and confidence < _SURE
        return found[0] if found and not unsure else None

    def owner_named(self, role: RolePhrase) -> Entity | None:
        """Whose lawyer, aide or spokesman it is: "Pagliano's lawyer"."""
        owner = self.cast.named(role.owner) if role.owner else None
        # A minister or judge belongs to a place or body, whatever the parser takes its name for.
        if owner is not None and owner.kind == "person" and roles()[role.head].domain not in _PERSONAL:
            return None
        return owner

    def describe(self, phrase: Phrase, owner: Entity | None = None) -> Entity:
        """Somebody whom the text leaves unnamed, under the words that it uses; the same words are the same one."""
        name = describe(self.cast, phrase, owner.name if owner else "")
        if (again := self._described.get(name.lower())) is not None:
            again.starts.append(phrase.span[0])
            return again
        words = split_words(phrase.text, phrase.span[0])
        document = is_document(phrase)
        affiliation = "" if document else affiliation_in(words)
        entity = Entity(
            name,
            "unnamed",
            gender="n" if document or (singular(phrase.head.lower_) in collectives() and not is_somebody(phrase)) else "",
            plural=phrase.head.tag_ in ("NNS", "NNPS") or phrase.head.lower_ in _AMOUNTS or bool(words and words[0].lower in QUANTIFIERS),
            starts=[phrase.span[0]],
            affiliations=[affiliation] if affiliation else [],
        )
        self._described[name.lower()] = entity
        return entity

    def called(self, name: str, phrase: Phrase) -> Entity:
        """Somebody without a name under a word of ours ("interviewer"), the same each time."""
        return self._described.setdefault(name, Entity(name, "unnamed", starts=[phrase.span[0]]))

    def body_named(self, name: str, phrase: Phrase) -> Entity:
        """A body under a name of our making ("Hillary Clinton campaign"), the same each time."""
        return self._described.setdefault(name.lower(), Entity(name, "organization", starts=[phrase.span[0]]))
