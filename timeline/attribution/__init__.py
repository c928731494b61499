"""Parsed → Attributions: who is reported to have said what, by which cue, with exact spans."""

from timeline.attribution.attributions import Attribution, Quotation
from timeline.attribution.relations import find_attributions

__all__ = ["Attribution", "Quotation", "find_attributions"]
