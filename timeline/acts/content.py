"""What a content does, clause by clause."""

from collections.abc import Sequence

from timeline.acts.clauses import Clause
from timeline.acts.commitments import commitment, consequence
from timeline.acts.demands import deontic, illegality, ruled_out
from timeline.acts.denials import admissions, denials
from timeline.acts.evaluations import evaluation
from timeline.acts.findings import Finding
from timeline.acts.naming import named_by_phrases, performative
from timeline.acts.words import Word
from timeline.acts.wrongs import wrongs

_RULES = (performative, denials, admissions, illegality, ruled_out, deontic, commitment, wrongs, consequence, evaluation)


def findings(clauses: Sequence[Clause], content: Sequence[Word]) -> list[Finding]:
    """All reasons that a content gives for one act or another, each weighed by its clause's place."""
    found = [f.scaled(_place(clause)) for clause in clauses if not clause.conditional for rule in _RULES for f in rule(clause)]
    return found + list(named_by_phrases(clauses, content))


def _place(clause: Clause) -> float:
    """The clause's weight; what is asked weighs less, and what stands before "but" less than what follows."""
    return clause.weight * (0.6 if clause.before_but else 1.0) * (0.4 if clause.asked else 1.0)
