"""Sentences with [speaker], <cue> and {content} marked → attributions, and their acts: what the tests of acts share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline.acts import Act, classify_acts
from timeline.articles import Article
from timeline.attribution import Attribution
from timeline.language import Paragraph, Parsed, pipeline
from timeline.spans import Span

_MARKS = re.compile(r"[\[\]<>{}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """An example: the expected label ("deny" or "deny/partial"), the sentence without its marks, the spans of each kind."""

    expected: str
    text: str
    spans: dict[str, tuple[Span, ...]]
    known_failure: bool = False

    @property
    def attribution(self) -> Attribution:
        """The marked relation; the cue's head is its first character."""
        content = " ".join(self.text[start:end] for start, end in self.spans["{"]).strip()
        direct = content.startswith("“") and content.endswith("”") and content.count("“") == len(self.spans["{"])
        quotation = "direct" if direct else "mixed" if "“" in content else "indirect"
        head = self.spans["<"][0][0] if self.spans["<"] else -1
        return Attribution(self.spans["["], self.spans["<"], self.spans["{"], head, quotation, True, 1.0, "marked")


def marked(expected: str, sentence: str) -> Marked:
    """One example from a sentence with marks; an expectation that begins with "!" is a known failure."""
    text, spans, opened = "", {"[": [], "<": [], "{": []}, {}
    at = 0
    for mark in _MARKS.finditer(sentence):
        text += sentence[at : mark.start()]
        at = mark.end()
        opening = {"]": "[", ">": "<", "}": "{"}.get(mark[0])
        if opening is None:
            opened[mark[0]] = len(text)
        else:
            spans[opening].append((opened.pop(opening), len(text)))
    text += sentence[at:]
    return Marked(expected.lstrip("!"), text, {k: tuple(v) for k, v in spans.items()}, expected.startswith("!"))


def read_marked(table: str) -> list[Marked]:
    """The examples of a table, one a line: `act | sentence`; `#` begins a comment."""
    lines = (line.strip() for line in table.splitlines())
    pairs = (line.split(" | ", 1) for line in lines if line and not line.startswith("#"))
    return [marked(act.strip(), sentence) for act, sentence in pairs]


def article(text: str) -> Article:
    """An article that is nothing but a sentence."""
    return Article("example", text, "", date(2022, 10, 25))


def classify(examples: Sequence[Marked]) -> list[tuple[Marked, Act]]:
    """Each example with its act; all sentences are parsed together."""
    docs = pipeline().pipe(example.text for example in examples)
    parsed = [Parsed(article(e.text), (Paragraph(0, "body", 0, doc),)) for e, doc in zip(examples, docs, strict=True)]
    return [(e, classify_acts(p, [e.attribution])[0]) for e, p in zip(examples, parsed, strict=True)]
