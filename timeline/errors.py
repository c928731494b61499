"""What can go wrong with the user's input: each error is one sentence saying what was expected and what to do."""


class TimelineError(Exception):
    """Anything that the user can mend; the message is one sentence for the terminal and the page alike."""


class SourceError(TimelineError):
    """A source that cannot be read as an article: missing, empty, binary, too large, without text, not in English."""


class NoDateError(TimelineError):
    """An article whose publication date is neither given nor found; relative dates cannot be resolved without it."""


class TableError(TimelineError):
    """An event table with missing columns, unknown labels or impossible dates."""


class ExportError(TimelineError):
    """A chart or table that cannot be written."""
