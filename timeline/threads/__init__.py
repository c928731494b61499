"""Event table → threads: which statement answers which, what is still unanswered, and who has changed position."""

from timeline.threads.answers import link_answers, response_times
from timeline.threads.changes import position_changes
from timeline.threads.open_claims import unanswered

__all__ = ["link_answers", "position_changes", "response_times", "unanswered"]
