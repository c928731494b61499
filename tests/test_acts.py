"""What an act says besides its label: the word that gave it, the kind of denial; and that odd spans do no harm."""

import time

import pytest
from acts_marked import article, classify, marked
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import Actor
from timeline.acts import ACTS, Act, classify_acts
from timeline.acts.labels import TIE_ORDER
from timeline.acts.words import cues, kinds, phrases
from timeline.attribution import Attribution
from timeline.language import Parsed, parse_articles
from timeline.lexicon import entries

KINDS = [
    ("categorical", "[The bank] <denied> {the charge}."),
    ("categorical", "{“We have not and will not sell arms,”} [the firm] <said>."),
    ("categorical", "{“It is a lie,”} [the judge] <said>."),
    ("partial", "[The editor] <denied> {part of the story}."),
    ("partial", "{“The part about the missiles is false,”} [the minister] <said>."),
    ("partial", "[The agency] <said> {the reports were exaggerated}."),
    ("partial", "{“We made mistakes, but we broke no law,”} [the minister] <said>."),
    ("conditional", "{“To my knowledge we have not sold any,”} [the dealer] <said>."),
    ("conditional", "[The general] <denied> {knowingly shelling the clinic}."),
    ("counter-accusation", "[He] <said> {the accusations stem from a campaign to discredit the army}."),
    ("counter-accusation", "[She] <dismissed> {the allegations as a smear by her rivals}."),
    ("walk-back", "[The senator] <retracted> {his charge}."),
    ("walk-back", "[The witness] <walked back> {her claim}."),
    ("non-denial", "[The palace] <did not deny> {the report}."),
    ("non-denial", "[The palace] <would neither confirm nor deny> {the report}."),
    ("non-denial", "{“We do not discuss operations,”} [the colonel] <said>."),
    ("", "[The mayor] <promised> {a new bridge}."),
    ("", "[The mayor] <accused> {the contractor of fraud}."),
    ("", "[The court] <rejected> {the appeal}."),
]


def act_of(sentence: str) -> Act:
    return classify([marked("", sentence)])[0][1]


@pytest.mark.parametrize(("kind", "sentence"), KINDS)
def test_kind_of_denial(kind: str, sentence: str) -> None:
    assert act_of(sentence).denial == kind


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("[The bank] <has denied> {the charge}.", "denied"),
        ("[The envoy] <called> {the claims “baseless”}.", "baseless"),
        ("[Paris] <called> {for an inquiry}.", "called for"),
        ("{“You must leave,”} [she] <said>.", "leave"),
        ("[The spokesman] <declined> {to comment}.", "declined to comment"),
        ("{“They had nothing to do with it,”} [he] <said>.", "nothing to do with"),
    ],
)
def test_span_is_where_the_words_stand(sentence: str, words: str) -> None:
    example = marked("", sentence)
    [(_, act)] = classify([example])
    assert act.span is not None
    assert example.text[act.span[0] : act.span[1]] == words
    assert act.rule


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("reject", "A court <rejected> the appeal, <saying> the law was clear."),
        ("criticize", "The poet <attacked> the prize, <saying> its judges read nothing."),
        ("state", "The clerk <sat> at his desk, <saying> the law was clear."),
    ],
)
def test_a_dependent_saying_does_what_its_governor_does(expected: str, sentence: str) -> None:
    text = sentence.replace("<", "").replace(">", "")
    first, second = (part.split(">")[0] for part in sentence.split("<")[1:])
    comma = text.index(",")
    starts = text.index(first), text.index(second)
    [parsed] = parse_articles([article(text)])

    def relation(cue: str, start: int, content: tuple[int, int]) -> Attribution:
        return Attribution(((0, start - 1),), ((start, start + len(cue)),), (content,), start, "indirect", True, 1.0, "test")

    governor = relation(first, starts[0], (starts[0] + len(first) + 1, comma))
    dependent = relation(second, starts[1], (starts[1] + len(second) + 1, len(text) - 1))
    pair = [governor, dependent] if expected != "state" else [dependent]
    assert classify_acts(parsed, pair)[-1].label == expected


TEXT = "The bank denied the charge.\n\n“We have done nothing wrong,” its chairman said in a letter.\n\nCritics called that “a lie”."


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    [found] = parse_articles([article(TEXT)])
    return found


_spans = st.lists(st.tuples(st.integers(-5, len(TEXT) + 20), st.integers(-5, len(TEXT) + 20)), max_size=3).map(tuple)


@given(speaker=_spans, cue=_spans, content=_spans, head=st.integers(-10, 300), quotation=st.sampled_from(["direct", "indirect", "mixed"]))
@settings(max_examples=150, deadline=None)
def test_any_spans_give_an_act(parsed: Parsed, speaker, cue, content, head, quotation) -> None:  # type: ignore[no-untyped-def]
    [act] = classify_acts(parsed, [Attribution(speaker, cue, content, head, quotation, True, 0.5, "any")])
    assert act.label in ACTS
    assert 0 <= act.confidence <= 1
    assert act.span is None or 0 <= act.span[0] < act.span[1] <= len(TEXT)


def test_nothing_gives_nothing(parsed: Parsed) -> None:
    assert classify_acts(parsed, []) == []
    assert classify_acts(parsed, [Attribution((), (), (), -1, "indirect", True, 1.0, "none")])[0].label == "state"


def test_same_input_same_acts(parsed: Parsed) -> None:
    attribution = Attribution(((0, 8),), ((9, 15),), ((16, 26),), 9, "indirect", True, 1.0, "twice")
    assert classify_acts(parsed, [attribution] * 2) == classify_acts(parsed, [attribution]) * 2


def test_time_grows_with_the_number_of_attributions_alone() -> None:
    def seconds(paragraphs: int) -> float:
        text = "\n\n".join(["The bank denied the charge that it had laundered money for the cartel."] * paragraphs)
        [long] = parse_articles([article(text)])
        relations = [
            Attribution(
                ((p.start, p.start + 8),), ((p.start + 9, p.start + 15),), ((p.start + 16, p.end - 1),), 0, "indirect", True, 1.0, ""
            )
            for p in long.paragraphs
        ]
        began = time.process_time()
        acts = classify_acts(long, relations)
        assert {a.label for a in acts} == {"deny"}
        return time.process_time() - began

    seconds(10)
    assert min(seconds(320) for _ in range(3)) < 16 * max(seconds(40), 0.01)  # the least: others may use the machine


def test_word_lists_are_sound() -> None:
    assert cues()
    assert phrases()
    assert kinds()
    assert sorted(TIE_ORDER) == sorted(ACTS)
    denials = {"", "categorical", "partial", "conditional", "non-denial", "counter-accusation", "walk-back"}
    for name, text in (("acts_cues", "cue"), ("acts_phrases", "phrase")):
        for row in entries(name):
            assert row["act"] in (*ACTS, "evaluate"), row
            assert row["denial"] in denials, row
            assert all("-" not in part or "|" not in part for part in row[text].split()), f"no hyphen among alternatives: {row}"
            assert row[text] == row[text].lower(), row
    assert {row["complement"] for row in entries("acts_cues")} <= {
        "", "claim", "allegation", "demand", "appeal", "clause", "np", "evaluation", "illegal", "infinitive"
    }  # fmt: skip
    assert {row["subject"] for row in entries("acts_phrases")} <= {"", "self", "other", "claim"}
    pairs = [(row["word"], row["kind"]) for row in entries("acts_words")]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("expected", "actor", "sentence"),
    [
        ("deny", Actor("Ana Ruiz", "person", "spokeswoman", "Meridian Oil"), "[Ruiz] <said> {Meridian had not paid anyone}."),
        ("state", Actor("Ana Ruiz", "person", "historian", "Leeds"), "[Ruiz] <said> {Meridian had not paid anyone}."),
        ("deny", Actor("Ana Ruiz", "person", "foreign minister", "Peru"), "[Ruiz] <said> {Peru had not sent any ship}."),
        ("state", Actor("Ana Ruiz", "person", "foreign minister", "Chile"), "[Ruiz] <said> {Peru had not sent any ship}."),
        ("confirm", Actor("Paul Mercer", "person"), "[Mercer] <said> {he had lied to the jury}."),
        ("allege", Actor("Joan Mercer", "person"), "[Mercer] <said> {he had lied to the jury}."),
        ("deny", Actor("Joan Mercer", "person"), "[Mercer] <said> {she had lied to nobody}."),
        ("promise", Actor("Ruth Clinton", "person"), "[Clinton] <said> {she would publish the accounts}."),
        ("state", Actor("Ruth Clinton", "person"), "[Clinton] <said> {he would publish the accounts}."),
    ],
)
def test_what_is_known_of_the_speaker_tells_whose_deed_it_is(expected: str, actor: Actor, sentence: str) -> None:
    example = marked(expected, sentence)
    [parsed] = parse_articles([article(example.text)])
    assert classify_acts(parsed, [example.attribution], [(actor,)])[0].label == expected


@pytest.mark.parametrize(("expected", "name"), [("allege", "Paul Dorsey"), ("confirm", "Paul Mercer")])
def test_a_pronoun_is_the_one_for_whom_it_stands_and_not_the_last_one_named(expected: str, name: str) -> None:
    first = "Mercer said the trial had been long. "
    example = marked(expected, first + "[He] <said> {that Mercer had lied to the jury}.")
    [parsed] = parse_articles([article(example.text)])
    before = Attribution(((0, 6),), ((7, 11),), ((12, 35),), 7, "indirect", True, 1.0, "test")
    actors = [(Actor("Paul Mercer", "person"),), (Actor(name, "person"),)]
    assert classify_acts(parsed, [before, example.attribution], actors)[1].label == expected
