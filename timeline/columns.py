"""The event table's columns, categories and types: the one place where their names stand."""

from typing import Final, get_args

from timeline.labels import ACTS, ActorKind, Basis, DenialKind, Quotation


class Columns:
    """Names of the event table's columns (one row per actor and statement), in their order; docs/event-table.md says what they hold."""

    STATEMENT_ID: Final = "statement_id"
    ACTOR: Final = "actor"
    ACTOR_KIND: Final = "actor_kind"
    ROLE: Final = "role"
    AFFILIATION: Final = "affiliation"
    SAID_START: Final = "said_start"
    SAID_END: Final = "said_end"
    SAID_BASIS: Final = "said_basis"
    SAID_TEXT: Final = "said_text"
    SAID_EDTF: Final = "said_edtf"
    SAID_WHY: Final = "said_why"
    SAID_SPANS: Final = "said_spans"
    ABOUT_START: Final = "about_start"
    ABOUT_END: Final = "about_end"
    REPORTED: Final = "reported"
    IS_STATEMENT: Final = "is_statement"
    ACT: Final = "act"
    ACT_RULE: Final = "act_rule"
    DENIAL: Final = "denial"
    CLAIM: Final = "claim"
    CLAIM_WHY: Final = "claim_why"
    STANCE: Final = "stance"
    STANCE_WHY: Final = "stance_why"
    ADDRESSEE: Final = "addressee"
    MEDIUM: Final = "medium"
    VIA: Final = "via"
    QUOTATION: Final = "quotation"
    CONTENT: Final = "content"
    CUE: Final = "cue"
    SPEAKER: Final = "speaker"
    CONTENT_SPANS: Final = "content_spans"
    CUE_SPANS: Final = "cue_spans"
    SPEAKER_SPANS: Final = "speaker_spans"
    IN_REPLY_TO: Final = "in_reply_to"
    CONFIDENCE: Final = "confidence"
    CHECKED: Final = "checked"
    RULE: Final = "rule"
    SOURCE_ID: Final = "source_id"
    TITLE: Final = "title"
    PUBLISHER: Final = "publisher"
    URL: Final = "url"


ALL: Final[tuple[str, ...]] = tuple(value for name, value in vars(Columns).items() if name.isupper())
DAYS: Final = (Columns.SAID_START, Columns.SAID_END, Columns.ABOUT_START, Columns.ABOUT_END, Columns.REPORTED)
SPAN_LISTS: Final = (Columns.CONTENT_SPANS, Columns.CUE_SPANS, Columns.SPEAKER_SPANS, Columns.SAID_SPANS)
LISTS: Final = (*SPAN_LISTS, Columns.IN_REPLY_TO)
STANCES: Final = ("affirm", "refute", "neutral")

# Closed sets of labels, kept as categories in this order; "" stands for "none" where a column may have none.
CATEGORIES: Final[dict[str, tuple[str, ...]]] = {
    Columns.ACTOR_KIND: get_args(ActorKind),
    Columns.SAID_BASIS: get_args(Basis),
    Columns.ACT: ACTS,
    Columns.DENIAL: get_args(DenialKind),
    Columns.STANCE: (*STANCES, ""),
    Columns.QUOTATION: get_args(Quotation),
}
# Open sets with many repeated values, kept as categories for speed.
FACETS: Final = (
    Columns.ACTOR,
    Columns.ROLE,
    Columns.AFFILIATION,
    Columns.CLAIM,
    Columns.CLAIM_WHY,
    Columns.SOURCE_ID,
    Columns.TITLE,
    Columns.PUBLISHER,
)
