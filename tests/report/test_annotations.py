# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Annotations: where they point, how many there are, and that a runner reads them as meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.check import check
from osaid_action.definition.rules.form import UNKNOWN_KEY
from osaid_action.findings import Finding, Report
from osaid_action.report.annotations import Annotation, annotations, commands, render, verdict_line
from testing.github_double import hostile
from testing.github_double.commands import commands as read
from tests.report.heron import LESS, MISSPELT, PATH, UNKNOWN_LICENSE, WHOLE, report_on

HEAD = 'open_ai_system: "1.0"\nsystem: {name: a}\n'


def report_with(*severities, path=PATH, message="something is so"):
    """An invalid report with a finding of each severity, line by line."""
    findings = [
        Finding(f"{n}", UNKNOWN_KEY._replace(severity=severity), message, "change it", "", n, 2)
        for n, severity in enumerate(severities, 1)
    ]
    return Report(path, valid=False, verdict="invalid", findings=tuple(findings))


def test_a_problem_is_told_at_its_place():
    (annotation, *_) = annotations([report_on(LESS)])

    assert annotation == Annotation(
        "warning",
        PATH,
        23,
        3,
        "The training code: not released [training-code-missing]",
        "the training code: not released (reason given: “The code of the trainer belongs to a "
        "partner.”)\n"
        "→ publish it under an OSI-approved license; if you cannot, leave it as it is: it is "
        "honest, and costs no more than leaving it out",
    )


def test_levels_come_in_order_over_all_files():
    several = annotations([report_on(LESS, "a/OPEN_AI_SYSTEM.yaml"), report_on(MISSPELT)])

    assert [one.level for one in several] == ["error"] * 2 + ["warning"] * 3 + ["notice"]
    assert several[0].path == PATH
    assert several[2].path == "a/OPEN_AI_SYSTEM.yaml"


def test_one_license_is_told_once_at_a_line_whatever_freedoms_it_takes():
    entry = "{location: https://x.example/w, license: llama2}"
    text = f"{HEAD}parameters:\n  weights: {entry}\ncode:\n  inference: {entry}\n"

    several = annotations([check(text.encode(), PATH)], 50)
    told = [one for one in several if "restricts" in one.title]

    assert [(one.line, one.title) for one in told] == [
        (line, "A license restricts the freedom to use [license-restricts-use and 2 more]")
        for line in (4, 6)
    ]
    for one, thing in zip(told, ("weights", "inference code"), strict=True):
        taken = "restricts the freedoms to use, modify and share"
        assert one.message.startswith(f"the license llama2 (of the {thing}) {taken}")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("not_released: It is ours.", "The training code: not released"),
        ("", "The training code: not declared"),
    ],
)
def test_a_title_says_how_a_part_is_missing(said, title):
    text = HEAD + (f"code:\n  training: {{{said}}}\n" if said else "")

    titles = [one.title for one in annotations([check(text.encode(), PATH)], 50)]

    assert f"{title} [training-code-missing]" in titles


def test_where_all_is_met_there_is_nothing_to_tell():
    made = report_on(WHOLE)

    assert (made.verdict, len(made.remarks)) == ("met", 1)
    assert annotations([made]) == ()
    assert not read("".join(render([made])))


def test_a_warning_is_told_though_all_is_met():
    more = "      description: English pages of 2025, as crawled.\n      withdrawn: '2026-01-01'\n"
    made = report_on(WHOLE.replace("      revision: CC", f"{more}      revision: CC"))

    assert made.verdict == "met"
    assert [one.level for one in annotations([made])] == ["warning"]


IGNORED = LESS.replace("CC-BY-4.0}", "CC-BY-4.0}  # osaid: ignore[license-not-on-osi-list]")


def test_a_remark_that_is_silenced_is_not_annotated():
    before, after = annotations([report_on(LESS)]), annotations([report_on(IGNORED)])

    assert [one.level for one in before if one not in after] == ["notice"]
    assert [one for one in after if one.level == "notice"] == []


def test_the_reason_of_an_outcome_cannot_be_silenced():
    silenced = LESS.replace("partner.}", "partner.}  # osaid: ignore[training-code-missing]")

    assert annotations([report_on(silenced)])[0] == annotations([report_on(LESS)])[0]


def test_what_decides_nothing_is_a_notice():
    notice = annotations([report_on(LESS)])[-1]

    assert notice.level == "notice"
    assert (
        notice.title
        == "A license is open in substance, not on the OSI's list [license-not-on-osi-list]"
    )
    assert notice.line == 8


def test_a_single_remark_is_told_as_it_is():
    (notice,) = annotations([report_with("note")])

    assert (notice.level, notice.line) == ("notice", 1)
    assert notice.message == "something is so\n→ change it"


def test_what_leaves_a_freedom_open_is_a_notice_of_its_own():
    several = annotations([report_on(UNKNOWN_LICENSE)])

    assert several[0].title == "The terms of a license are not known [license-unknown]"
    assert several[0].line == 33


def test_ten_of_a_level_are_shown_as_they_are():
    several = annotations([report_with(*["error"] * 10)])

    assert [one.line for one in several] == list(range(1, 11))


def test_of_more_the_tenth_tells_of_the_rest():
    *nine, last = annotations([report_with(*["error"] * 25, *["warning"] * 11)])[:10]

    assert [one.line for one in nine] == list(range(1, 10))
    assert last.line == 10
    assert last.title == "16 more errors; the job summary has them all"
    assert last.message.count("\n") == 15
    assert f"{PATH}:25: " in last.message


@pytest.mark.parametrize("limit", [1, 3, 50])
def test_the_limit_holds_for_each_level(limit):
    reports = [report_with(*["error", "warning"] * 30), report_with(*["error"] * 30)]

    levels = [one.level for one in annotations(reports, limit)]

    assert levels == ["error"] * min(limit, 60) + ["warning"] * min(limit, 30)


# ------------------------------------------------------------------ as the runner reads them


def as_read(several):
    """The annotations that a runner makes of our commands."""
    told = read("\n".join(commands(several)))
    assert [one.line for one in told] == list(range(1, len(several) + 1))
    return tuple(
        Annotation(
            one.name,
            one.properties["file"],
            int(one.properties["line"]),
            int(one.properties["col"]),
            one.properties["title"],
            one.data,
        )
        for one in told
    )


@pytest.mark.parametrize("entry", hostile.CORPUS, ids=lambda e: e.name)
def test_commands_are_read_back_exactly(entry):
    several = annotations([report_with("error", "warning", message=entry.text)])

    assert as_read(several) == several
    assert all(len(one.message) <= 2000 and len(one.title) <= 255 for one in several)


@pytest.mark.parametrize("entry", hostile.FILE_NAMES, ids=lambda e: e.name)
def test_a_file_name_is_read_back_or_at_least_harmless(entry):
    several = annotations([report_with("error", path=f"a/{entry.text}")])

    assert as_read(several) == several


@given(st.text(), st.text(min_size=1))
def test_any_command_is_read_back_exactly(message, path):
    several = annotations([report_with("warning", message=message, path=f"x{path}x")])

    assert as_read(several) == several


@pytest.mark.parametrize("entry", hostile.CORPUS + hostile.FILE_NAMES, ids=lambda e: e.name)
def test_a_log_has_our_commands_and_no_others(entry):
    report = report_with("error", "note", "note", path=entry.text, message=entry.text)

    log = "".join(render([report]))

    assert [command.name for command in read(log)] == ["error", "notice"]
    assert log.count("\n") == 3
    assert log.isprintable() or set(filter(lambda c: not c.isprintable(), log)) == {"\n"}


BY = "declared by its producer, Acme Research, 2026-11-20"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            WHOLE,
            f"OSAID 1.0 met, as declared · label: open-source-ai · {BY}",
        ),
        (
            LESS,
            f"OSAID 1.0 not met: all four freedoms are missing · label: weights-available · {BY}",
        ),
        (MISSPELT, "Invalid declaration: 2 problems to fix"),
    ],
)
def test_a_log_ends_with_the_verdict(text, line):
    report = report_on(text)

    assert verdict_line(report) == f"{line} · {PATH}"
    assert "".join(render([report])).endswith(f"{line} · {PATH}\n")
