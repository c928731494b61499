"""Event table → threads: which statement answers which, what is still unanswered, and who has changed position."""

import pandas as pd


def link_answers(events: pd.DataFrame) -> pd.DataFrame:
    """A copy of the event table with `in_reply_to` filled: for each row the statement ids that it answers."""
    raise NotImplementedError


def unanswered(events: pd.DataFrame) -> pd.DataFrame:
    """Accusations whose accused actor has no recorded answer: columns statement_id, claim, accuser, accused, said_end."""
    raise NotImplementedError


def position_changes(events: pd.DataFrame) -> pd.DataFrame:
    """Actors who took one stance to a claim and later another: columns actor, claim, earlier_id, later_id, earlier, later."""
    raise NotImplementedError
