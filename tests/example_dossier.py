"""A small dossier for the tests of filters and dashboard: articles of our own wording on reported facts, rows with real spans."""

from datetime import date

import pandas as pd

from timeline.articles import Article
from timeline.columns import ALL, CATEGORIES, DAYS, FACETS
from timeline.columns import Columns as C
from timeline.dossier import Dossier

DRONES = "Iran supplied drones to Russia"
RESOLUTION = "The drones violate Resolution 2231"
PROBE = "The UN should investigate the drones"
TALKS = "Ukraine stayed away from expert talks"

ARTICLES = (
    Article(
        "coastal-herald-2022-10-20",
        "Envoys trade accusations over drones\n\n"
        "NEW YORK - Wednesday brought a closed session of the Security Council, and little agreement. "
        "Sergiy Kyslytsya, Ukraine's ambassador to the United Nations, complained in a letter on Wednesday that Iran had broken "
        'a ban on the transfer of such aircraft. "They came from Iran," Kyslytsya wrote.\n\n'
        "Amir Saeed Irwani, his Iranian colleague, told reporters afterwards that these claims were unfounded. "
        '"We reject this disinformation in full," Irwani said.\n\n'
        "Dmitry Polyanskiy, Russia's deputy ambassador, insisted on Wednesday that the drones were made in Russia. "
        "The Secretariat has no mandate to look into them, he added. "
        "Nabila Massrali, a spokeswoman for the European Union, said the bloc had gathered evidence of its own.\n\n"
        "In July, Jake Sullivan, the US national security adviser, warned that Russia was about to receive combat drones from Iran.\n",
        "Envoys trade accusations over drones",
        date(2022, 10, 20),
        "Coastal Herald",
        "https://coastal-herald.example/drones",
    ),
    Article(
        "northern-post-2022-10-22",
        "Europeans want the UN to look at the wreckage\n\n"
        "France, Germany and the United Kingdom called on Friday for an impartial investigation by the United Nations. "
        "Vasily Nebenzya of Russia dismissed the evidence on Friday as fake and refused to let the Secretariat take part. "
        "Nicolas de Riviere, the French ambassador, demanded that Iran end its support for the war.\n\n"
        "The White House claimed on Thursday that Iranian personnel had been in Crimea. "
        "Hossein Amir-Abdollahian, the Iranian foreign minister, told Josep Borrell by telephone on Thursday that arming one side "
        "was not his country's policy and that the charge was baseless.\n",
        "Europeans want the UN to look at the wreckage",
        date(2022, 10, 22),
        "Northern Post",
        "https://northern-post.example/probe",
    ),
    Article(
        "gulf-ledger-2022-10-25",
        "Tehran offers talks\n\n"
        "Iran has offered Ukraine a meeting of military experts, Hossein Amir-Abdollahian said on Monday. "
        '"We would not stay indifferent if it were proven," the minister promised. '
        "In a letter to Antonio Guterres, Irwani called an inquiry illegal and the allegations baseless. "
        "Nasser Kanaani, the spokesman of the foreign ministry, last week condemned the calls for an inquiry. "
        "According to the Washington Post, missiles were to follow.\n",
        "Tehran offers talks",
        date(2022, 10, 25),
        "Gulf Ledger",
        "",
    ),
    Article(
        "morning-line-2022-11-06",
        "Minister concedes a delivery\n\n"
        "Iran delivered a limited number of drones months before the war, Hossein Amir-Abdollahian conceded on Saturday. "
        "What was said about missiles was completely wrong, he told reporters. "
        "Volodymyr Zelensky answered in his evening video that Iran lied even in its admission. "
        '"We shoot down at least ten a day," Zelensky said.\n\n'
        "Robert Malley, the US envoy, said that dozens had been handed over in the summer alone. "
        "Oleg Nikolenko of Ukraine's foreign ministry denied that Kyiv had stayed away from the talks that had been agreed.\n",
        "Minister concedes a delivery",
        date(2022, 11, 6),
        "Morning Line",
        "https://morning-line.example/delivery",
    ),
)

# id, article, actor, kind, role, affiliation, start, end, basis, said text, act, claim, stance, quotation, speaker, cue, content, answers
ROWS = (
    ("s01", 0, "Sergiy Kyslytsya", "person", "ambassador to the UN", "Ukraine", "2022-10-19", "2022-10-19", "relative", "on Wednesday",
     "allege", RESOLUTION, "affirm", "indirect", "Sergiy Kyslytsya", "complained", "Iran had broken a ban on the transfer", ()),
    ("s02", 0, "Sergiy Kyslytsya", "person", "ambassador to the UN", "Ukraine", "2022-10-19", "2022-10-19", "inherited", "on Wednesday",
     "allege", DRONES, "affirm", "direct", "Kyslytsya", "wrote", "They came from Iran", ()),
    ("s03", 0, "Amir Saeed Irwani", "person", "ambassador to the UN", "Iran", "2022-10-19", "2022-10-19", "inherited", "Wednesday",
     "deny", DRONES, "refute", "indirect", "Amir Saeed Irwani", "told", "these claims were unfounded", ("s01", "s02")),
    ("s04", 0, "Amir Saeed Irwani", "person", "ambassador to the UN", "Iran", "2022-10-19", "2022-10-19", "inherited", "Wednesday",
     "deny", DRONES, "refute", "direct", "Irwani", "said", "We reject this disinformation in full", ("s02",)),
    ("s05", 0, "Dmitry Polyanskiy", "person", "deputy ambassador to the UN", "Russia", "2022-10-19", "2022-10-19", "relative",
     "on Wednesday", "deny", DRONES, "refute", "indirect", "Dmitry Polyanskiy", "insisted", "the drones were made in Russia", ("s02",)),
    ("s06", 0, "Dmitry Polyanskiy", "person", "deputy ambassador to the UN", "Russia", "2022-10-19", "2022-10-19", "inherited",
     "on Wednesday", "reject", PROBE, "refute", "indirect", "he", "added", "The Secretariat has no mandate to look into them", ()),
    ("s07", 0, "Nabila Massrali", "person", "spokeswoman", "European Union", None, "2022-10-20", "publication", "",
     "allege", DRONES, "affirm", "indirect", "Nabila Massrali", "said", "the bloc had gathered evidence of its own", ()),
    ("s08", 0, "Jake Sullivan", "person", "national security adviser", "United States", "2022-07-01", "2022-07-31", "explicit", "In July",
     "allege", DRONES, "affirm", "indirect", "Jake Sullivan", "warned", "Russia was about to receive combat drones from Iran", ()),
    ("s09", 1, "France", "country", "", "France", "2022-10-21", "2022-10-21", "relative", "on Friday",
     "demand", PROBE, "affirm", "indirect", "France", "called", "for an impartial investigation by the United Nations", ()),
    ("s09", 1, "Germany", "country", "", "Germany", "2022-10-21", "2022-10-21", "relative", "on Friday",
     "demand", PROBE, "affirm", "indirect", "Germany", "called", "for an impartial investigation by the United Nations", ()),
    ("s09", 1, "United Kingdom", "country", "", "United Kingdom", "2022-10-21", "2022-10-21", "relative", "on Friday",
     "demand", PROBE, "affirm", "indirect", "the United Kingdom", "called", "for an impartial investigation by the United Nations", ()),
    ("s10", 1, "Vasily Nebenzya", "person", "ambassador to the UN", "Russia", "2022-10-21", "2022-10-21", "relative", "on Friday",
     "deny", DRONES, "refute", "indirect", "Vasily Nebenzya", "dismissed", "the evidence on Friday as fake", ("s07",)),
    ("s11", 1, "Vasily Nebenzya", "person", "ambassador to the UN", "Russia", "2022-10-21", "2022-10-21", "relative", "on Friday",
     "reject", PROBE, "refute", "indirect", "Vasily Nebenzya", "refused", "to let the Secretariat take part", ("s09",)),
    ("s12", 1, "Nicolas de Riviere", "person", "ambassador to the UN", "France", None, "2022-10-22", "publication", "",
     "demand", "", "", "indirect", "Nicolas de Riviere", "demanded", "Iran end its support for the war", ()),
    ("s13", 1, "White House", "organization", "", "United States", "2022-10-20", "2022-10-20", "relative", "on Thursday",
     "allege", "", "", "indirect", "The White House", "claimed", "Iranian personnel had been in Crimea", ()),
    ("s14", 1, "Hossein Amir-Abdollahian", "person", "foreign minister", "Iran", "2022-10-20", "2022-10-20", "relative", "on Thursday",
     "deny", DRONES, "refute", "indirect", "Hossein Amir-Abdollahian", "told", "arming one side was not his country's policy", ("s07",)),
    ("s15", 2, "Hossein Amir-Abdollahian", "person", "foreign minister", "Iran", "2022-10-24", "2022-10-24", "relative", "on Monday",
     "offer", TALKS, "neutral", "indirect", "Hossein Amir-Abdollahian", "said", "Iran has offered Ukraine a meeting", ()),
    ("s16", 2, "Hossein Amir-Abdollahian", "person", "foreign minister", "Iran", "2022-10-24", "2022-10-24", "inherited", "on Monday",
     "promise", DRONES, "neutral", "direct", "the minister", "promised", "We would not stay indifferent if it were proven", ()),
    ("s17", 2, "Amir Saeed Irwani", "person", "ambassador to the UN", "Iran", "2022-10-24", "2022-10-24", "inherited", "on Monday",
     "reject", PROBE, "refute", "indirect", "Irwani", "called", "an inquiry illegal and the allegations baseless", ("s09",)),
    ("s18", 2, "Nasser Kanaani", "person", "spokesman", "Iran", "2022-10-17", "2022-10-23", "relative", "last week",
     "criticize", PROBE, "refute", "indirect", "Nasser Kanaani", "condemned", "the calls for an inquiry", ("s09",)),
    ("s19", 2, "The Washington Post", "press", "", "", None, "2022-10-25", "publication", "",
     "allege", DRONES, "affirm", "indirect", "the Washington Post", "According to", "missiles were to follow", ()),
    ("s20", 3, "Hossein Amir-Abdollahian", "person", "foreign minister", "Iran", "2022-11-05", "2022-11-05", "relative", "on Saturday",
     "confirm", DRONES, "affirm", "indirect", "Hossein Amir-Abdollahian", "conceded",
     "Iran delivered a limited number of drones months before the war", ("s07",)),
    ("s21", 3, "Hossein Amir-Abdollahian", "person", "foreign minister", "Iran", "2022-11-05", "2022-11-05", "inherited", "on Saturday",
     "deny", "", "", "indirect", "he", "told", "What was said about missiles was completely wrong", ("s19",)),
    ("s22", 3, "Volodymyr Zelensky", "person", "president", "Ukraine", "2022-11-05", "2022-11-06", "relative", "in his evening video",
     "allege", DRONES, "affirm", "indirect", "Volodymyr Zelensky", "answered", "Iran lied even in its admission", ("s20",)),
    ("s23", 3, "Volodymyr Zelensky", "person", "president", "Ukraine", "2022-11-05", "2022-11-06", "inherited", "in his evening video",
     "allege", DRONES, "affirm", "direct", "Zelensky", "said", "We shoot down at least ten a day", ()),
    ("s24", 3, "Robert Malley", "person", "envoy for Iran", "United States", None, "2022-11-06", "publication", "",
     "allege", DRONES, "affirm", "indirect", "Robert Malley", "said", "dozens had been handed over in the summer alone", ()),
    ("s25", 3, "Oleg Nikolenko", "person", "spokesman", "Ukraine", None, "2022-11-06", "publication", "",
     "deny", TALKS, "refute", "indirect", "Oleg Nikolenko", "denied", "Kyiv had stayed away from the talks that had been agreed", ()),
)  # fmt: skip


def _span(text: str, piece: str, near: int) -> list[list[int]]:
    """The place of `piece` nearest to `near`."""
    places = [place for place in range(len(text)) if text.startswith(piece, place)] if piece else []
    if not places:
        return []
    start = min(places, key=lambda place: abs(place - near))
    return [[start, start + len(piece)]]


def _row(row: tuple) -> dict[str, object]:
    (
        key,
        number,
        actor,
        kind,
        role,
        affiliation,
        start,
        end,
        basis,
        said,
        act,
        claim,
        stance,
        quotation,
        speaker,
        cue,
        content,
        answers,
    ) = row
    article = ARTICLES[number]
    near = article.text.index(content)
    return {
        C.STATEMENT_ID: key, C.ACTOR: actor, C.ACTOR_KIND: kind, C.ROLE: role, C.AFFILIATION: affiliation,
        C.SAID_START: start, C.SAID_END: end, C.SAID_BASIS: basis, C.SAID_TEXT: said,
        C.SAID_EDTF: start if start == end else f"{start or '..'}/{end}",
        C.SAID_WHY: f"{said!r}, published {article.published:%A %d %B %Y}" if said else "no date of its own: on or before publication",
        C.SAID_SPANS: _span(article.text, said, near), C.ABOUT_START: None, C.ABOUT_END: None, C.REPORTED: article.published,
        C.IS_STATEMENT: True, C.ACT: act, C.ACT_RULE: f"cue {cue!r}", C.DENIAL: "categorical" if act == "deny" else "",
        C.CLAIM: claim, C.CLAIM_WHY: "shares “drone”" if claim else "", C.STANCE: stance, C.STANCE_WHY: f"act: {act}" if stance else "",
        C.ADDRESSEE: "", C.MEDIUM: "", C.VIA: "", C.QUOTATION: quotation,
        C.CONTENT: content, C.CUE: cue, C.SPEAKER: speaker,
        C.CONTENT_SPANS: _span(article.text, content, near), C.CUE_SPANS: _span(article.text, cue, near),
        C.SPEAKER_SPANS: _span(article.text, speaker, near), C.IN_REPLY_TO: list(answers), C.CONFIDENCE: 0.9, C.CHECKED: False,
        C.RULE: "say+clause", C.SOURCE_ID: article.source_id, C.TITLE: article.title, C.PUBLISHER: article.publisher, C.URL: article.url,
    }  # fmt: skip


def events(rows: tuple = ROWS) -> pd.DataFrame:
    """The example's event table, typed as the real one."""
    table = pd.DataFrame([_row(row) for row in rows])
    for column in (name for name in ALL if name not in table):
        table[column] = ""
    table = table[list(ALL)]
    for column in DAYS:
        table[column] = pd.to_datetime(table[column]).astype("datetime64[s]")
    for column, labels in CATEGORIES.items():
        table[column] = pd.Categorical(table[column], categories=list(labels))
    for column in FACETS:
        table[column] = table[column].astype("category")
    return table


def dossier() -> Dossier:
    """The example as a dossier."""
    return Dossier("Drones and denials", events(), {article.source_id: article for article in ARTICLES})
