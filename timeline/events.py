"""Statements → the event table: one row per actor and statement, in the order of the text."""

import pandas as pd


def assemble() -> pd.DataFrame:
    raise NotImplementedError
