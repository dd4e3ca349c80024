# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The report for a terminal: readable at 80 columns, and nothing in it that could command one."""

import re
from pathlib import Path

import pytest

from osaid_action.check import check
from osaid_action.definition.requirements import BY_ID, DISCLAIMER
from osaid_action.report.phrases import declared_by, headline
from osaid_action.report.text import Style, render
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from tests.made import GONE, report

ROOT = Path(__file__).parents[2]
FINDING = re.compile(r"[^:]+:\d+:\d+: (error|warning|note): .+ \[[a-z0-9-]+( and \d+ more)?\]")


def shown(*reports, **style):
    return "".join(render(reports, Style(**style)))


def example(path):
    """The report on a file of ours, called by its path from the top of the project."""
    folder = ROOT / path
    home = DeclarationFile(DiskTree(str(folder.parent)), folder.name, "")
    return check(folder.read_bytes(), path, home)


EXAMPLES = [f"examples/{name}/OPEN_AI_SYSTEM.yaml" for name in ("olmo", "llama-2", "bloom")]
INVALID = "tests/declarations/bad/unknown-key.yaml"
UNFILLED = "tests/declarations/good/unfilled.yaml"
EVERY_KEY = "tests/declarations/good/every-key.yaml"


@pytest.mark.parametrize("path", [*EXAMPLES, INVALID, UNFILLED, EVERY_KEY])
def test_golden(golden, path):
    name = path.split("/")[-2] if path in EXAMPLES else Path(path).stem

    golden(f"{name}.txt", shown(example(path)))


def test_golden_with_notes(golden):
    golden("olmo-verbose.txt", shown(example(EXAMPLES[0]), notes=True))


def test_golden_of_many(golden):
    golden("many.txt", shown(*map(example, [*EXAMPLES, INVALID]), full=False))


def test_golden_at_a_terminal(golden):
    golden("llama-2-terminal.txt", shown(example(EXAMPLES[1]), color=True, width=80))


@pytest.mark.parametrize("path", [*EXAMPLES, INVALID, UNFILLED, EVERY_KEY])
@pytest.mark.parametrize("notes", [False, True])
@pytest.mark.parametrize("full", [False, True])
def test_at_a_terminal_no_line_is_wider(path, notes, full):
    text = shown(example(path), width=80, notes=notes, full=full)

    wide = [line for line in text.splitlines() if len(line) > 80 and len(line.split()) > 2]
    assert wide == []


def test_for_programs_a_finding_is_one_line():
    text = shown(example(EXAMPLES[1]))

    found = [line for line in text.splitlines() if line.startswith(EXAMPLES[1] + ":")]
    assert len(found) > 5
    assert all(FINDING.fullmatch(line) for line in found)


def test_the_four_freedoms_come_first_and_the_disclaimer_last():
    lines = shown(report({"parameters.weights.access": "gated"})).splitlines()

    rows = [line.split() for line in lines if line[2:3] in "✓✗?" and line.startswith("  ")]
    assert [row[:4] for row in rows] == [
        ["✗", "use", "it?", "no:"],
        ["✗", "study", "it?", "no:"],
        ["✓", "modify", "it?", "yes"],
        ["✓", "share", "it?", "yes"],
    ]
    said = "OSAID 1.0 not met: use and study are missing · label: weights-available"
    assert lines.count(f"  {said}") == lines.count(said) == 1
    assert " ".join(lines).endswith(f"of the Open Source Initiative (OSI). {DISCLAIMER}")


@pytest.mark.parametrize("path", [*EXAMPLES, INVALID, UNFILLED, EVERY_KEY])
@pytest.mark.parametrize("notes", [False, True])
def test_the_verdict_is_on_the_last_screen_with_who_declared_it(path, notes):
    made = example(path)
    screen = shown(made, width=80, notes=notes).splitlines()[-22:]

    assert any(line.strip().startswith(headline(made)) for line in screen)
    assert not made.valid or declared_by(made) in " ".join(screen)
    assert "No legal advice" in " ".join(screen)


def test_with_notes_every_required_part_is_listed_with_where_it_is():
    made = example(EXAMPLES[1])
    text = shown(made, notes=True)

    assert "OSAID 1.0 asks for 13 parts: 2 met, 11 not met" in text
    for one in made.requirements:
        assert re.search(rf"^  [✓✗?] {BY_ID[one.id].short} · ", text, re.MULTILINE)
        for location in one.locations:
            assert f"at {location}" in text
        for clause in one.clauses:
            assert clause.section in text
    assert "llama2 · approval" in text
    assert "source: https://arxiv.org/abs/2307.09288, 2026-11-22" in text


def test_each_problem_has_its_line_and_its_remedy():
    lines = shown(report({"code.inference": GONE})).splitlines()

    (index,) = [n for n, line in enumerate(lines) if line.startswith("OPEN_AI_SYSTEM.yaml:")]
    assert lines[index].endswith("[inference-code-missing]")
    assert lines[index + 1].startswith("  → publish the code that runs the model")


def test_quiet_says_errors_and_one_line_a_file():
    made = report({"code.inference": GONE})
    (line,) = shown(made, quiet=True).splitlines()

    assert line == f"OPEN_AI_SYSTEM.yaml: {headline(made)}"
    assert "(declared by osaid-action authors, a third party, 2026" in shown(
        example(EXAMPLES[0]), quiet=True
    )
    error, remedy, last = shown(example(INVALID), quiet=True).splitlines()
    assert "error: unknown key" in error
    assert remedy.startswith("  → ")
    assert last == f"{INVALID}: Invalid declaration: 1 problem to fix"
    assert len(shown(report(), report(), quiet=True).splitlines()) == 2


def test_many_files_take_a_line_each_below_what_the_signs_mean():
    lines = shown(*map(example, EXAMPLES), full=False).splitlines()

    assert lines[0].startswith("First use, study, modify and share: may anyone, for any purpose?")
    rows = [line for line in lines if line.endswith("/OPEN_AI_SYSTEM.yaml")]
    assert [row.split("  ")[0] for row in rows] == [
        "✓✓✓✓ met, as declared",
        "✗✗✗✗ not met · weights available 0/5",
        "✗✓✗✗ not met · weights available 0/12",
    ]
    assert "3 declarations · met, as declared: 1 · not met: 2" in lines
    assert "3 of them by a third party, not by who made the system." in lines


def test_there_is_color_only_where_it_is_asked_for():
    made = example(EXAMPLES[1])

    assert "\033" not in shown(made)
    colored = shown(made, color=True)
    assert "\033[31m" in colored
    assert re.sub(r"\033\[\d+m", "", colored) == shown(made)


NASTY = {
    "a bidi override": "\u202emoc",
    "an isolate": "\u2066moc\u2069",
    "no width": "a\u200bb",
    "a line separator": "a\u2028b",
    "a paragraph": "a\u2029b",
    "a tag character": "a\U000e0041b",
    "a private one": "a\ue000b",
    "a byte order mark": "\ufeffb",
    "an interlinear mark": "a\ufff9b",
}


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize(
    "place", ["system.name", "system.producer", "declared.by", "code.inference"]
)
def test_nothing_an_author_wrote_commands_or_hides(name, place):
    value = NASTY[name]
    if place == "code.inference":
        value = {"not_released": value}
    made = report({place: value})
    text = shown(made, notes=True)

    assert made.valid
    for character in NASTY[name]:
        assert character.isprintable() or character not in text
    assert text.replace("\n", "").isprintable()


def test_a_line_end_in_a_name_makes_no_line():
    made = report({"system.name": "x\nOPEN_AI_SYSTEM.yaml:1:1: error: forged [tab]"})

    assert not any(line.startswith("OPEN_AI_SYSTEM.yaml:1:1") for line in shown(made).splitlines())


def test_an_escape_in_a_path_is_no_escape():
    made = check(b"", "\033[31mred\udce9.yaml")

    assert "\033" not in shown(made)
    assert shown(made).replace("\n", "").isprintable()


def test_a_long_name_is_cut():
    made = report({"system.name": "x" * 1_000_000, "system.producer": "y" * 1_000_000})

    assert len(shown(made)) < 5000


def test_the_same_said_of_several_things_is_said_once():
    text = shown(report({"licenses.code": GONE}))

    (line,) = [line for line in text.splitlines() if "[license-missing]" in line]
    for name in ("training code", "inference code", "architecture"):
        assert name in line
    assert "(also lines " in line
