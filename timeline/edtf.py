"""Days as EDTF strings (ISO 8601-2)."""

from datetime import date


def edtf(first: date | None, last: date | None) -> str:
    """An interval of days, both inclusive: `2022-10-24`, `2022-10-17/2022-10-23`, `../2022-10-25`; "" where both ends are open."""
    if first == last:
        return first.isoformat() if first else ""
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
