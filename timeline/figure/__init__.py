"""Event table → plotly Figure: one lane an actor, grouped by affiliation; every mark one statement. Pure: no I/O, no state."""

from timeline.figure.chart import figure
from timeline.figure.view import View

__all__ = ["View", "figure"]
