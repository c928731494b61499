"""Who answers whom, who has not answered, who has changed position. The rows are ours."""

import time
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.columns import Columns as C
from timeline.events import typed
from timeline.labels import BY_PLACE
from timeline.threads import link_answers, position_changes, response_times, unanswered

DRONES, MISSILES, PROBE = "Iran supplied drones to Russia", "Iran supplied missiles to Russia", "The UN should investigate the drones"
ACCUSE = ("allege", "affirm", "Iran supplied drones")
DENY = ("deny", "refute", "the claims are baseless")


def row(
    statement: str,
    actor: str,
    day: str,
    what: tuple[str, str, str] = ACCUSE,
    claim: str = DRONES,
    source: str = "a",
    **more: object,
) -> dict[str, object]:
    """A row; `actor` is "name@affiliation", `day` a day or "first/last" ("/last" for an open start)."""
    name, _, side = actor.partition("@")
    first, _, last = day.partition("/")
    return {
        C.STATEMENT_ID: statement,
        C.ACTOR: name,
        C.ACTOR_KIND: "person",
        C.AFFILIATION: side,
        C.SAID_START: (first or None),
        C.SAID_END: (last or first),
        C.REPORTED: last or first,
        C.IS_STATEMENT: True,
        C.ACT: what[0],
        C.STANCE: what[1],
        C.CONTENT: what[2],
        C.CLAIM: claim,
        C.SOURCE_ID: source,
    } | more


def table(*rows: dict[str, object]) -> pd.DataFrame:
    return typed(pd.DataFrame(list(rows)))


def replies(*rows: dict[str, object]) -> dict[str, list[str]]:
    linked = link_answers(table(*rows))
    return {key: value for key, value in zip(linked[C.STATEMENT_ID], linked[C.IN_REPLY_TO], strict=True) if value}


class TestLinkAnswers:
    def test_a_denial_answers_the_accusation_before_it(self) -> None:
        assert replies(
            row("1", "Sullivan@United States", "2022-07-11"),
            row("2", "Kyslytsya@Ukraine", "2022-10-19"),
            row("3", "Irwani@Iran", "2022-10-19", DENY),
            row("4", "Malley@United States", "2022-11-05"),
        ) == {"3": ["2"]}

    def test_an_answer_told_before_what_it_answers(self) -> None:
        assert replies(row("1", "Irwani@Iran", "2022-10-19", DENY), row("2", "Kyslytsya@Ukraine", "2022-10-19")) == {"1": ["2"]}

    def test_nothing_answers_what_is_said_later(self) -> None:
        assert replies(row("1", "Irwani@Iran", "2022-10-19", DENY), row("2", "Kyslytsya@Ukraine", "2022-10-20")) == {}

    def test_other_claims_are_not_answered(self) -> None:
        assert replies(row("1", "Kyslytsya@Ukraine", "2022-10-18", claim=MISSILES), row("2", "Irwani@Iran", "2022-10-19", DENY)) == {}

    def test_nobody_answers_their_own_side(self) -> None:
        assert replies(
            row("1", "Paris@France", "2022-10-17"),
            row("2", "Kanaani@Iran", "2022-10-18", ("allege", "affirm", "drones flew")),
            row("3", "Irwani@Iran", "2022-10-19", DENY),
        ) == {"3": ["1"]}

    def test_who_accuses_the_answerer_by_name_comes_first(self) -> None:
        assert replies(
            row("1", "Kyslytsya@Ukraine", "2022-10-17", ("allege", "affirm", "Iran broke the ban")),
            row("2", "Paris@France", "2022-10-18", ("allege", "affirm", "Russia used the drones")),
            row("3", "Irwani@Iran", "2022-10-19", DENY),
            row("4", "Nebenzya@Russia", "2022-10-19", ("deny", "refute", "it is a fake")),
        ) == {"3": ["1"], "4": ["2"]}

    def test_who_is_named_by_the_answer_comes_first(self) -> None:
        assert replies(
            row("1", "Blinken@United States", "2022-10-17"),
            row("2", "Kyslytsya@Ukraine", "2022-10-18"),
            row("3", "Irwani@Iran", "2022-10-19", ("deny", "refute", "the baseless allegations of the US about drones")),
        ) == {"3": ["1"]}

    def test_all_who_are_named(self) -> None:
        assert replies(
            row("1", "Borne@France", "2022-10-17"),
            row("2", "Scholz@Germany", "2022-10-18"),
            row("3", "Kyslytsya@Ukraine", "2022-10-18"),
            row("4", "Irwani@Iran", "2022-10-19", ("deny", "refute", "the claims by France and Germany are unfounded")),
        ) == {"4": ["1", "2"]}

    def test_a_country_that_the_answer_merely_speaks_of_is_not_answered(self) -> None:
        assert replies(
            row("1", "Lavrov@Russia", "2022-10-18", ("state", "affirm", "the drones fly well")),
            row("2", "Kyslytsya@Ukraine", "2022-10-17"),
            row("3", "Irwani@Iran", "2022-10-19", ("confirm", "affirm", "drones went to Russia")),
        ) == {"3": ["2"]}

    def test_accusations_before_mere_statements(self) -> None:
        assert replies(
            row("1", "Kyslytsya@Ukraine", "2022-10-17", ("allege", "affirm", "drones were sold")),
            row("2", "DiCarlo@United Nations", "2022-10-18", ("state", "neutral", "we look into it")),
            row("3", "Irwani@Iran", "2022-10-19", DENY),
        ) == {"3": ["1"]}

    def test_a_refusal_answers_what_was_asked_for(self) -> None:
        assert replies(
            row("1", "Paris@France", "2022-10-20", ("demand", "affirm", "for an inquiry"), PROBE),
            row("2", "Riga@Latvia", "2022-10-21", ("criticize", "affirm", "Russia is in the way"), PROBE),
            row("3", "Nebenzya@Russia", "2022-10-21", ("reject", "refute", "no inquiry"), PROBE),
        ) == {"3": ["1"]}

    def test_an_admission_can_be_called_a_lie(self) -> None:
        assert replies(
            row("1", "Kyslytsya@Ukraine", "2022-10-17"),
            row("2", "Amir-Abdollahian@Iran", "2022-11-05", ("confirm", "affirm", "a few were delivered")),
            row("3", "Zelensky@Ukraine", "2022-11-05", ("deny", "refute", "even this is a lie")),
        ) == {"2": ["1"], "3": ["2"]}

    def test_a_joint_statement_is_answered_as_a_whole(self) -> None:
        demand = ("demand", "affirm", "for an impartial inquiry")
        assert replies(
            row("1", "France@France", "2022-10-21", demand, PROBE),
            row("1.2", "Germany@Germany", "2022-10-21", demand, PROBE),
            row("1.3", "United Kingdom@United Kingdom", "2022-10-21", demand, PROBE),
            row("2", "Kanaani@Iran", "2022-10-22", ("reject", "refute", "the calls are political"), PROBE, "b"),
        ) == {"2": ["1", "1.2", "1.3"]}

    @pytest.mark.parametrize(
        "what", [("reject", "refute", "no"), ("confirm", "affirm", "a few were sent"), ("decline", "neutral", "no comment")]
    )
    def test_kinds_of_answers(self, what: tuple[str, str, str]) -> None:
        assert replies(row("1", "Kyslytsya@Ukraine", "2022-10-18"), row("2", "Irwani@Iran", "2022-10-19", what)) == {"2": ["1"]}

    def test_a_counter_accusation_answers(self) -> None:
        answer = row(
            "2", "Irwani@Iran", "2022-10-19", ("allege", "affirm", "the West wages a campaign"), **{C.DENIAL: "counter-accusation"}
        )
        assert replies(row("1", "Kyslytsya@Ukraine", "2022-10-18"), answer) == {"2": ["1"]}

    def test_an_open_start_is_no_obstacle(self) -> None:
        assert replies(row("1", "Kyslytsya@Ukraine", "/2022-10-19"), row("2", "Irwani@Iran", "/2022-10-20", DENY)) == {"2": ["1"]}

    def test_thoughts_and_rows_without_claim_take_no_part(self) -> None:
        assert replies(row("1", "Kyslytsya@Ukraine", "2022-10-18", claim=""), row("2", "Irwani@Iran", "2022-10-19", DENY, "")) == {}
        assert replies(row("1", "A@Ukraine", "2022-10-18", **{C.IS_STATEMENT: False}), row("2", "B@Iran", "2022-10-19", DENY)) == {}

    def test_the_table_itself_is_left_alone(self) -> None:
        events = table(row("1", "Kyslytsya@Ukraine", "2022-10-18"), row("2", "Irwani@Iran", "2022-10-19", DENY))
        linked = link_answers(events)
        assert not any(events[C.IN_REPLY_TO])
        assert linked.drop(columns=C.IN_REPLY_TO).equals(events.drop(columns=C.IN_REPLY_TO))

    def test_nothing_in_nothing_out(self) -> None:
        assert link_answers(table()).empty
        assert unanswered(table()).empty
        assert position_changes(table()).empty
        assert response_times(table()).empty


class TestResponseTimes:
    def test_days_between(self) -> None:
        linked = link_answers(
            table(row("1", "Kyslytsya@Ukraine", "2022-10-17/2022-10-19"), row("2", "Irwani@Iran", "2022-10-20/2022-10-22", DENY))
        )
        (found,) = response_times(linked).to_dict("records")
        assert (found["answer_id"], found["answered_id"], found["actor"]) == ("2", "1", "Irwani")
        assert (found["least_days"], found["most_days"]) == (1, 5)

    def test_open_ends_give_no_number(self) -> None:
        linked = link_answers(table(row("1", "Kyslytsya@Ukraine", "/2022-10-19"), row("2", "Irwani@Iran", "2022-10-20", DENY)))
        (found,) = response_times(linked).to_dict("records")
        assert found["least_days"] == 1
        assert pd.isna(found["most_days"])


class TestUnanswered:
    def test_silence_of_the_accused(self) -> None:
        found = unanswered(table(row("1", "Kyslytsya@Ukraine", "2022-10-18"), row("2", "Lavrov@Russia", "2022-10-25", DENY, PROBE)))
        (open_one,) = found.to_dict("records")
        assert (open_one["statement_id"], open_one["accuser"], open_one["accused"]) == ("1", "Kyslytsya", "Iran")
        assert open_one["as_of"].date() == date(2022, 10, 25)

    def test_an_answer_from_the_side_counts(self) -> None:
        assert unanswered(table(row("1", "Kyslytsya@Ukraine", "2022-10-18"), row("2", "Irwani@Iran", "2022-10-18", DENY))).empty

    def test_the_answer_of_another_side_does_not(self) -> None:
        found = unanswered(table(row("1", "Kyslytsya@Ukraine", "2022-10-18"), row("2", "Nebenzya@Russia", "2022-10-19", DENY)))
        assert list(found["accused"]) == ["Iran"]

    def test_an_earlier_answer_does_not(self) -> None:
        rows = (row("1", "Irwani@Iran", "2022-10-18", DENY), row("2", "Kyslytsya@Ukraine", "2022-10-19"))
        assert list(unanswered(table(*rows))["statement_id"]) == ["2"]

    @pytest.mark.parametrize(
        ("content", "accused"),
        [
            ("Tehran had armed Moscow", "Iran"),
            ("that the Iranian army had helped", "Iran"),
            ("Irwani lied to the Council", "Iran"),
            ("they had lied", "Iran"),  # the claim's label names it
        ],
    )
    def test_whom_it_accuses(self, content: str, accused: str) -> None:
        rows = (row("1", "Kyslytsya@Ukraine", "2022-10-18", ("allege", "affirm", content)), row("2", "Irwani@Iran", "2022-10-01", DENY))
        assert list(unanswered(table(*rows))["accused"]) == [accused]

    def test_nobody_named_nobody_accused(self) -> None:
        assert unanswered(table(row("1", "Kyslytsya@Ukraine", "2022-10-18", ("allege", "affirm", "somebody lied"), "Somebody lied"))).empty


class TestPositionChanges:
    def test_from_denial_to_admission(self) -> None:
        found = position_changes(
            table(
                row("1", "Amir-Abdollahian@Iran", "2022-10-20", ("deny", "refute", "it is not our policy")),
                row("2", "Irwani@Iran", "2022-10-24", DENY),
                row("3", "Amir-Abdollahian@Iran", "2022-11-05", ("confirm", "affirm", "a limited number was delivered")),
                row("4", "Amir-Abdollahian@Iran", "2022-11-05", ("deny", "refute", "the part about missiles is false"), MISSILES),
            )
        )
        assert found.to_dict("records") == [
            dict(
                zip(
                    ("actor", "claim", "earlier_id", "later_id", "earlier", "later", "certain"),
                    ("Amir-Abdollahian", DRONES, "1", "3", "refute", "affirm", True),
                    strict=True,
                )
            )
        ]

    def test_the_last_of_the_old_and_the_first_of_the_new(self) -> None:
        days = ("2022-10-20", "2022-10-22", "2022-11-05", "2022-11-06")
        what = (DENY, DENY, ("confirm", "affirm", "a few"), ("confirm", "affirm", "a few"))
        found = position_changes(table(*(row(str(n), "A@Iran", day, w) for n, (day, w) in enumerate(zip(days, what, strict=True)))))
        assert [(f["earlier_id"], f["later_id"]) for f in found.to_dict("records")] == [("1", "2")]

    def test_no_change_within_a_day_and_no_certain_one_in_an_open_interval(self) -> None:
        yes = ("confirm", "affirm", "a few")
        assert position_changes(table(row("1", "A@Iran", "2022-10-20", DENY), row("2", "A@Iran", "2022-10-20", yes))).empty
        found = position_changes(table(row("1", "A@Iran", "2022-10-20", DENY), row("2", "A@Iran", "/2022-10-25", yes)))
        assert list(found["certain"]) == [False]

    def test_what_only_its_place_ties_to_the_claim_is_no_change(self) -> None:
        rows = table(row("1", "A@Iran", "2022-10-20", DENY), row("2", "A@Iran", "2022-10-24", ("confirm", "affirm", "a few")))
        assert len(position_changes(rows)) == 1
        assert position_changes(rows.assign(claim_why=["shares “drone”", BY_PLACE])).empty

    def test_neutral_words_are_no_change(self) -> None:
        assert position_changes(
            table(row("1", "A@Iran", "2022-10-20", DENY), row("2", "A@Iran", "2022-10-24", ("offer", "neutral", "talks")))
        ).empty

    def test_two_actors_of_one_side_are_two(self) -> None:
        yes = ("confirm", "affirm", "a few")
        assert position_changes(table(row("1", "A@Iran", "2022-10-20", DENY), row("2", "B@Iran", "2022-11-05", yes))).empty


def many(number: int) -> pd.DataFrame:
    """A made-up table of a given number of rows."""
    draw = np.random.default_rng(5)
    sides = np.array(["Iran", "Russia", "Ukraine", "France", "United States", "Germany"])
    side = draw.choice(sides, number)
    acts = draw.choice(np.array(["allege", "deny", "reject", "demand", "state", "confirm"]), number)
    days = pd.Timestamp("2022-01-01") + pd.to_timedelta(draw.integers(0, 900, number), unit="D")
    return typed(
        pd.DataFrame(
            {
                C.STATEMENT_ID: [f"s{n}" for n in range(number)],
                C.ACTOR: [f"{s} {n % 40}" for n, s in enumerate(side)],
                C.AFFILIATION: side,
                C.ACTOR_KIND: "person",
                C.SAID_START: days,
                C.SAID_END: days,
                C.REPORTED: days,
                C.IS_STATEMENT: True,
                C.ACT: acts,
                C.STANCE: np.where(np.isin(acts, ["deny", "reject"]), "refute", "affirm"),
                C.CLAIM: [f"claim {n}" for n in draw.integers(0, max(1, number // 50), number)],
                C.CONTENT: [f"{s} did it, says number {n}" for n, s in enumerate(draw.choice(sides, number))],
                C.SOURCE_ID: [f"a{n // 20}" for n in range(number)],
            }
        )
    )


def test_a_hundred_thousand_rows() -> None:
    events = many(100_000)
    start = time.perf_counter()
    linked = link_answers(events)
    unanswered(events)
    position_changes(events)
    response_times(linked)
    assert time.perf_counter() - start < 30


@given(st.integers(0, 60), st.randoms())
@settings(max_examples=15, deadline=None)
def test_properties(number: int, draw: object) -> None:
    """An answer has another side than what it answers, the same claim, and is not earlier."""
    events = many(number) if number else table()
    linked = link_answers(events).set_index(C.STATEMENT_ID)
    for _, answer in linked.iterrows():
        for other in answer[C.IN_REPLY_TO]:
            answered = linked.loc[other]
            assert answered[C.CLAIM] == answer[C.CLAIM]
            assert answered[C.AFFILIATION] != answer[C.AFFILIATION]
            assert answered[C.SAID_END] <= answer[C.SAID_END]


@pytest.mark.xfail(strict=True, reason="groups of countries are not taken apart")
def test_a_group_of_countries() -> None:
    assert replies(
        row("1", "Borne@France", "2022-10-17"),
        row("2", "Kyslytsya@Ukraine", "2022-10-18"),
        row("3", "Irwani@Iran", "2022-10-19", ("deny", "refute", "the allegations of the European countries")),
    ) == {"3": ["1"]}
