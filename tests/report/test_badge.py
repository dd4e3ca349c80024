# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The badge: its words and color, its drawing, and the JSON that shields takes."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from generated import badge_widths

from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.rules.evidence import HASH_MISMATCH
from osaid_action.findings import Finding, Freedom, Report
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report import badge
from tests.report.heron import LESS, MISSPELT, NO_TRAINING, UNKNOWN_LICENSE, WHOLE, report_on

ROOT = Path(__file__).parents[2]

SVG = "{http://www.w3.org/2000/svg}"
KEYS = {"schemaVersion", "label", "message", "color", "labelColor", "isError", "style"}
BY_LETTER = {"y": Outcome.MET, "n": Outcome.UNMET, "?": Outcome.UNDECIDED}


def report_that(letters, verdict, *findings, label="closed", as_declared=False):
    """A report whose freedoms are as the letters say."""
    freedoms = {
        name: Freedom(BY_LETTER[letter], ()) for name, letter in zip(FREEDOMS, letters, strict=True)
    }
    made = Report("a", valid=True, verdict=verdict, freedoms=freedoms, findings=findings)
    return made._replace(label=label, as_declared=as_declared)


@pytest.mark.parametrize(
    ("letters", "verdict", "label", "message"),
    [
        ("yyyy", "met", "open-source-ai", ("met", "green")),
        ("ynny", "unmet", "open-weights", ("not met: study, modify", "blue")),
        ("yyyn", "unmet", "weights-available", ("not met: share", "blue")),
        ("yyyy", "unmet", "open-weights", ("not met: a required part", "blue")),
        ("????", "unmet", "closed", ("not met: a required part", "blue")),
        ("nnnn", "unmet", "weights-available", ("not met", "blue")),
        ("nn?n", "unmet", "code-available", ("not met: use, study, share", "blue")),
        ("????", "undecided", "open-weights", ("cannot tell", "grey")),
        ("yy??", "undecided", "open-weights", ("cannot tell", "grey")),
        ("yyyy", "undecided", "open-weights", ("cannot tell", "grey")),
    ],
)
def test_message(letters, verdict, label, message):
    assert badge.message(report_that(letters, verdict, label=label)) == message


def test_met_as_declared_is_told_from_met():
    declared = report_that("yyyy", "met", as_declared=True)

    assert badge.message(declared) == ("met, as declared", "light green")
    assert badge.message(declared, "use") == ("yes, as declared", "light green")


@pytest.mark.parametrize("label", LABELS[:-2])
@pytest.mark.parametrize("letters", ["yyyy", "yyyn", "ynny", "y???", "nnnn"])
def test_what_is_not_met_has_one_color_and_begins_with_no(letters, label):
    said, color = badge.message(report_that(letters, "unmet", label=label))

    assert said.startswith("not met")
    assert color == "blue"
    assert not {*said} & {*"0123456789/"}  # no fraction of openness


def test_what_is_there_alone_is_never_said():
    for label in LABELS[:-2]:
        text = badge.render(report_that("ynny", "unmet", label=label))
        assert not {"open", "weights", "available", "use"} & set(re.findall(r"\w+", text))


def test_a_third_partys_word_is_told_as_that():
    for report in (report_on(WHOLE), report_on(NO_TRAINING)):
        others = report._replace(declared=("Somebody", "third-party", ""))
        for freedom in (None, "use"):
            mine, theirs = badge.render(report, freedom), badge.render(others, freedom)
            assert "third party" not in mine
            assert theirs.count(" (declared by a third party)") == 2  # title and label
            assert "Somebody" not in theirs


def test_badges_of_several_widths_may_stand_in_one_page():
    found = [badge.svg("a", "b" * number, "red") for number in (1, 9)]

    one, other = (set(re.findall(r'<clipPath id="(.+?)"', text)) for text in found)
    assert one != other
    for text in found:
        assert set(re.findall(r"url\(#(.+?)\)", text)) <= set(re.findall(r'id="(.+?)"', text))


def test_an_invalid_file_says_so():
    report = report_on(MISSPELT)

    assert badge.message(report) == ("invalid", "red")
    assert badge.message(report, "use") == ("invalid", "red")


def test_green_is_for_what_has_no_errors():
    error = Finding("a", HASH_MISMATCH, "m", "r", "", 1, 1)

    assert badge.message(report_that("yyyy", "met", error)) == ("has errors", "red")


@pytest.mark.parametrize(
    ("freedom", "message"),
    [
        ("use", ("yes, as declared", "light green")),
        ("study", ("no", "blue")),
        ("modify", ("cannot tell", "grey")),
    ],
)
def test_message_of_one_freedom(freedom, message):
    assert badge.message(report_that("yn?y", "unmet"), freedom) == message


def test_a_freedom_is_a_plain_yes_where_all_was_found():
    assert badge.message(report_that("yyyy", "met"), "share") == ("yes", "green")


# ------------------------------------------------------------------ the JSON


@pytest.mark.parametrize("text", [WHOLE, NO_TRAINING, LESS, MISSPELT, UNKNOWN_LICENSE])
@pytest.mark.parametrize("freedom", [None, *FREEDOMS])
def test_the_endpoint_has_what_shields_takes(text, freedom):
    data = json.loads(badge.endpoint(report_on(text), freedom))

    assert data.keys() <= KEYS
    assert data["schemaVersion"] == 1
    assert data["label"] == (f"freedom to {freedom}" if freedom else "OSAID 1.0")
    assert data["message"]
    assert data["color"] in {"#2e8540", "#5b9a3c", "#56708c", "#8a8a8a", "#d33f3f"}


# ------------------------------------------------------------------ the drawing


@pytest.mark.parametrize(
    ("name", "text"), [("met", WHOLE), ("some", NO_TRAINING), ("invalid", MISSPELT)]
)
def test_svg(golden, name, text):
    golden(f"badge/{name}.svg", badge.render(report_on(text)))


@pytest.mark.parametrize(
    ("label", "message", "widths"),
    [  # as badge-maker 6.0.0 draws them
        ("open source AI", "4/4 freedoms", (178, 83, 75)),
        ("open source AI", "2/4: use, share", (188, 83, 85)),
        ("open source AI", "0/4", (122, 83, 19)),
        ("open source AI", "cannot tell", (162, 83, 59)),
        ("free to modify", "no", (112, 79, 13)),
    ],
)
def test_text_is_measured_as_shields_measures_it(label, message, widths):
    root = ET.fromstring(badge.svg(label, message, "green"))  # noqa: S314 - our own

    lengths = [int(text.get("textLength")) / 10 for text in root.iter(f"{SVG}text")]

    assert int(root.get("width")) == widths[0]
    assert set(lengths[:3]) == {widths[1]}
    assert set(lengths[3:]) == {widths[2]}


def test_the_drawing_is_told_to_those_who_do_not_see_it():
    root = ET.fromstring(badge.svg("a", "b", "red"))  # noqa: S314 - our own

    assert root.get("role") == "img"
    assert root.get("aria-label") == root.find(f"{SVG}title").text == "a: b"
    read_aloud = [g for g in root.iter(f"{SVG}g") if g.get("aria-hidden") == "true"]
    assert len(read_aloud) == 2  # the shadows are not


def test_the_drawing_fetches_and_runs_nothing():
    text = badge.svg("a", "b", "red")

    assert text.count("http") == 1  # the namespace
    assert not {"<script", "<image", "href", "onload"} & set(text.split())


def test_any_text_is_well_formed():
    root = ET.fromstring(badge.svg('<a>&"', "é\N{PARTY POPPER}", '"/>'))  # noqa: S314 - our own

    assert root.find(f"{SVG}title").text == '<a>&": é\N{PARTY POPPER}'


@pytest.mark.parametrize("color", badge.COLORS.values())
def test_white_can_be_read_on_every_color(color):
    red, green, blue = (int(color.code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    luminance = sum(part * one for part, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    assert 1.05 / (luminance + 0.05) > 3.3  # WCAG asks 3 of large text and of signs


@pytest.mark.needs_tools
def test_the_widths_are_those_of_the_package():
    assert {badge_widths.FILE: (ROOT / badge_widths.FILE).read_bytes()} == badge_widths.build()
