# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""An outcome has one word, one sign and one color wherever people are told it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.definition.rules.evidence import HASH_MISMATCH
from osaid_action.findings import Attested, Finding
from osaid_action.model import Outcome
from osaid_action.report import badge, license_pages, markdown, text
from osaid_action.report.phrases import (
    OUTCOMES,
    VERDICTS,
    because,
    clean,
    clean_path,
    declared_by,
    headline,
    on_word,
    picture,
    short_verdict,
    told_attested,
    totals,
    verdict_alone,
    verified,
)
from tests.made import GONE, report

COLUMNS = range(len(OUTCOMES[Outcome.MET]))
GATED = {"parameters.weights.access": "gated"}
UNKNOWN = {"parameters.weights.license": "Own-1.0"}
MADE = {Outcome.MET: {}, Outcome.UNMET: GATED, Outcome.UNDECIDED: UNKNOWN}


@pytest.mark.parametrize("column", COLUMNS)
def test_no_two_outcomes_look_alike(column):
    assert len({words[column] for words in OUTCOMES.values()}) == len(Outcome)


def test_every_verdict_has_its_words():
    assert set(VERDICTS) == {*(outcome.value for outcome in Outcome), "invalid"}


@pytest.mark.parametrize("outcome", Outcome)
def test_a_freedom_is_answered_alike_at_a_terminal_in_a_comment_and_on_a_badge(outcome):
    made, words = report(MADE[outcome]), OUTCOMES[outcome]
    assert made.freedoms["use"].outcome is outcome

    row = next(line for line in markdown.comment(made, None).splitlines() if "**use**" in line)
    shown = "".join(text.render([made], text.Style())).splitlines()
    line = next(line for line in shown if " use it?" in line)
    assert row.startswith(f"| {words.picture}&nbsp;")
    assert f"| {words.answer.replace(' ', '&nbsp;')} |" in row
    assert line.split()[0] == words.symbol
    assert line.partition(" use it?")[2].strip().startswith(words.answer)
    assert badge.message(made, "use")[0].startswith(words.answer)


@pytest.mark.parametrize(
    ("license_", "outcome"),
    [("MIT", Outcome.MET), ("llama2", Outcome.UNMET), ("Own-1.0", Outcome.UNDECIDED)],
)
def test_a_license_is_told_in_the_same_words(license_, outcome):
    page = license_pages.explain(license_)

    assert f"code              {OUTCOMES[outcome].requirement}: " in page
    assert f"use     {OUTCOMES[outcome].grant}" in page


# ------------------------------------------------------------------ what is told together


def test_what_is_attested_is_told_once_with_the_prose_that_it_rests_on():
    points = [Attested("a", "x"), Attested("b"), Attested("a", "y\x1b"), Attested("a", "x")]
    made = report()._replace(attested=tuple(points))

    assert told_attested(made) == ["a: x; y\ufffd", "b"]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (("A lab", "third-party", "2026"), "declared by A lab, a third party, 2026"),
        (("", "third-party", "2026"), "declared by a third party, 2026"),
        (("A lab", "producer", ""), "declared by its producer, A lab"),
        (("", "producer", ""), "declared by its producer"),
        (("A lab", "", "2026"), "declared by A lab, 2026"),
        (("", "", "2026"), "declared on 2026"),
        (("", "", ""), ""),
        (("A\nlab", "", ""), "declared by A lab"),
    ],
)
def test_who_declared_it(declared, expected):
    assert declared_by(report()._replace(declared=declared)) == expected


NO = {"not_released": "No."}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        ({"code.training": NO}, "training code is not released"),
        ({"code.training": GONE}, "training code is not declared"),
        ({"code.training": NO, "code.libraries": GONE},
         "libraries are not declared; training code is not released"),
        ({"code.training": ["train.py", NO]}, "training code is not wholly released"),
        ({"data.sources.0": {"name": "S", "availability": "public"}, "code.training": NO},
         "training code is not released; it is not said where a data set can be got"),
        ({"data.sources.0": {"name": "S", "availability": "unshareable"}},
         "a data set that cannot be had is not explained"),
        ({"data.sources.0": {"name": "S", "not_released": ""}, "code.training": GONE},
         "training code is not declared; data sets are not released"),
        ({"code.libraries": NO}, "libraries are not released"),
        ({"data.sources.0": {"name": "S", "not_released": ""}}, "data sets are not released"),
        ({"parameters.weights.license": "CC-BY-ND-4.0"}, ""),
    ],
)  # fmt: skip
def test_why_one_may_not_study(changes, expected):
    made = report(changes)

    assert because("study", made.freedoms["study"], made) == expected


def test_many_things_that_are_missing_are_counted():
    made = report({"data": GONE})

    told = {name: because(name, made.freedoms[name], made) for name in ("study", "modify")}

    assert told == {
        "study": "6 of the 13 parts that studying needs are not declared",
        "modify": "6 of the 12 parts that modifying needs are not declared",
    }


LIMITS = {"parameters.weights.license": "CC-BY-NC-ND-4.0"}
BASE = {"built_on": [{"name": "B", "relation": "included", "license": "CC-BY-NC-ND-4.0"}]}


@pytest.mark.parametrize(
    ("freedom", "changes", "expected"),
    [
        ("use", LIMITS, "the license CC-BY-NC-ND-4.0 is not for everyone or every purpose"),
        ("modify", LIMITS, "the license CC-BY-NC-ND-4.0 restricts changes"),
        ("share", LIMITS, "the license CC-BY-NC-ND-4.0 restricts sharing"),
        ("share", BASE, "the license CC-BY-NC-ND-4.0 of a model it is built on restricts sharing"),
    ],
)
def test_a_license_is_named_with_what_it_restricts(freedom, changes, expected):
    made = report(changes)

    assert because(freedom, made.freedoms[freedom], made) == expected


# ------------------------------------------------------------------ the verdict

TERMS = {"data.description.scope.license": "CC-BY-NC-4.0"}
UNKNOWN_TERMS = {"data.description.scope.license": "Own-1.0"}
WITHHELD = {"code.training": {"not_released": "No."}}


@pytest.mark.parametrize(
    ("changes", "line", "short"),
    [
        (GATED, "OSAID 1.0 not met: use and study are missing", "not met · weights available"),
        (WITHHELD, "OSAID 1.0 not met: study and modify are missing", "not met · open weights"),
        (LIMITS, "OSAID 1.0 not met: use, modify and share are missing",
         "not met · weights available"),
        ({"parameters": GONE}, "OSAID 1.0 not met: all four freedoms are missing",
         "not met · code available"),
        ({"parameters.weights.license": "CC-BY-ND-4.0"},
         "OSAID 1.0 not met: modify and share are missing",
         "not met · weights available"),
        (WITHHELD | UNKNOWN,
         "OSAID 1.0 not met: study and modify are missing; use and share cannot be told",
         "not met · weights available"),
        (TERMS, "OSAID 1.0 not met: 1 of 13 required parts not met", "not met · open weights"),
        (UNKNOWN, "OSAID 1.0: cannot tell for all four freedoms", "cannot tell"),
        (UNKNOWN_TERMS, "OSAID 1.0: cannot tell for 1 of 13 required parts", "cannot tell"),
        ({"open_ai_system": GONE}, "Invalid declaration: 1 problem to fix", "invalid"),
    ],
)  # fmt: skip
def test_the_verdict_names_what_is_missing_and_counts_no_part_of_the_freedoms(changes, line, short):
    made = report(changes)

    assert (headline(made), short_verdict(made)) == (line, short)


@pytest.mark.parametrize(
    ("changes", "sign", "told"),
    [
        (WITHHELD, "❌", "not met: study and modify are missing · open weights"),
        ({"parameters": GONE}, "❌", "not met: all four freedoms are missing · code available"),
        (UNKNOWN, "❓", "cannot tell for all four freedoms"),
        ({}, "✅", "met, as declared"),
        ({"open_ai_system": GONE}, "⛔", "invalid: 1 problem to fix"),
    ],
)
def test_in_a_table_the_verdict_stands_alone(changes, sign, told):
    made = report(changes)

    assert (picture(made), verdict_alone(made)) == (sign, told)


@pytest.mark.parametrize(("as_declared", "end"), [(False, ""), (True, ", as declared")])
def test_met_says_whether_it_rests_on_the_declaration_alone(as_declared, end):
    made = report()._replace(as_declared=as_declared)

    assert (headline(made), short_verdict(made)) == (f"OSAID 1.0 met{end}", f"met{end}")


def test_errors_are_counted_beside_the_verdict_but_not_what_was_asked_of_the_run():
    asked = report(GATED, required=["use"])
    error = Finding("a", HASH_MISMATCH, "m", "r", "", 1, 1)
    contradicted = asked._replace(findings=(*asked.findings, error))

    assert asked.has_errors
    assert headline(asked) == headline(report(GATED))
    assert headline(contradicted) == f"{headline(report(GATED))} · 1 error"


def test_totals_say_as_declared_too():
    declared = report()._replace(as_declared=True)
    every = [report()._replace(as_declared=False), declared, declared, report(GATED)]

    assert totals(every) == "met: 1 · met, as declared: 2 · not met: 1"
    assert totals([report(UNKNOWN), report({"open_ai_system": GONE})]) == (
        "cannot tell: 1 · invalid: 1"
    )


# ------------------------------------------------------------------ what it rests on


@pytest.mark.parametrize(
    ("freedom", "expected"),
    [
        ("study", "none of the 13 parts that studying needs is declared"),
        ("modify", "none of the 12 parts that modifying needs is declared"),
    ],
)
def test_where_nothing_is_there_it_is_said(freedom, expected):
    made = report({"data": GONE, "code": GONE, "parameters": GONE})

    assert because(freedom, made.freedoms[freedom], made) == expected
    assert verified(made) == "no part is declared"


def test_what_was_looked_at_is_counted():
    assert verified(report({"code": GONE, "data": GONE})) == (
        "0 verified, 0 found of 1 part declared: all are elsewhere, and none was opened"
    )


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([], ""),
        ([Attested("a")], "1 claim that no program can check"),
        ([Attested("a"), Attested("a", "x"), Attested("b")], "2 claims that no program can check"),
    ],
)
def test_claims_are_counted_as_they_are_told(points, said):
    assert on_word(report()._replace(attested=tuple(points))) == said


# ------------------------------------------------------------------ an author's text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain: text", "plain: text"),
        ("a\nb\tc\u00a0d", "a b c d"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\u202etem\u202c", "\ufffdtem\ufffd"),
        ("\u2714\ufe0f a\U000e0100b\u034fc", "\u2714 abc"),
        ("a\u3164b\u115fc\U000e0041d\ufff0", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("\u2800", " "),
        ("\u65e5\u672c\u8a9e e\u0301", "\u65e5\u672c\u8a9e e\u0301"),
    ],
)
def test_an_authors_text_is_shown_without_what_hides_or_commands(text, shown):
    assert clean(text) == shown


@given(st.text() | st.text(alphabet="a \u115f\u3164\ufe0f\u034f\u2800\U000e0041\u17b4\u061c\n"))
def test_a_clean_text_is_in_one_line_and_stays_as_it_is(text):
    shown = clean(text)

    assert shown.isprintable()
    assert not re.search(
        "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]", shown
    )
    assert not re.search("[\U000e0000-\U000e0fff]", shown)
    assert clean(shown) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a/OPEN_AI_SYSTEM.yaml", "a/OPEN_AI_SYSTEM.yaml"),
        (r"C:\models\OPEN_AI_SYSTEM.yaml", r"C:\models\OPEN_AI_SYSTEM.yaml"),
        ("a:3:1: error: x [y]/b", r"a\x3a3\x3a1: error: x [y]/b"),
        ("a: 3/b", r"a\x3a 3/b"),
    ],
)
def test_no_part_of_a_path_reads_as_a_line_and_column(path, shown):
    assert clean_path(path) == shown


@given(st.text(alphabet="ab:/ 1\u0663.\ufe0f"))
def test_a_path_never_has_a_colon_before_a_figure(path):
    assert not re.search(r":\s*\d", clean_path(path))
