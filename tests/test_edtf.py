"""Days as EDTF strings."""

from datetime import date

import pytest

from timeline.edtf import edtf


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2022, 10, 24), date(2022, 10, 24), "2022-10-24"),
        (date(2022, 10, 17), date(2022, 10, 23), "2022-10-17/2022-10-23"),
        (None, date(2022, 10, 25), "../2022-10-25"),
        (date(2022, 9, 1), None, "2022-09-01/.."),
        (None, None, ""),
    ],
)
def test_an_interval_of_days(start: date | None, end: date | None, expected: str) -> None:
    assert edtf(start, end) == expected
