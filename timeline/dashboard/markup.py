"""HTML attributes that Python cannot spell as arguments."""

from typing import Any


def attributes(**values: str) -> dict[str, Any]:
    """Attributes with their hyphens: `attributes(aria_label="Close")` gives {"aria-label": "Close"}."""
    return {name.replace("_", "-"): value for name, value in values.items()}
