# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid badge`: one declaration, one or two files, one line."""

import json
import os

import pytest

from tests.report.heron import MISSPELT, NO_TRAINING, PATH, WHOLE


def test_a_badge_is_written_twice(call, system):
    done = call("badge", "--svg", "b.svg", "--endpoint", "b.json", cwd=system)

    assert (done.returncode, done.stdout) == (0, "OSAID 1.0: met, as declared\n")
    assert json.loads((system / "b.json").read_text())["color"] == "#5b9a3c"
    assert (system / "b.svg").read_text().startswith("<svg ")
    assert sorted(name for name in os.listdir(system) if name.startswith("b")) == [
        "b.json",
        "b.svg",
    ]


def test_a_dash_is_standard_output_and_no_file(call, system):
    svg, data = call("badge", "--svg=-", cwd=system), call("badge", "--endpoint=-", cwd=system)

    assert svg.stdout.startswith("<svg ")
    assert svg.stdout.endswith("</svg>\n")
    assert json.loads(data.stdout)["label"] == "OSAID 1.0"
    printed = call("check", "-o", "-", "--format=json", cwd=system).stdout
    assert json.loads(printed)["reports"][0]["verdict"] == "met"
    assert not (system / "-").exists()


def test_a_badge_can_be_of_one_freedom(call, system):
    (system / PATH).write_text(NO_TRAINING, encoding="utf-8")

    done = call("badge", PATH, "--freedom", "study", "--endpoint", "b.json", cwd=system)

    assert (done.returncode, done.stdout) == (0, "freedom to study: no\n")
    assert json.loads((system / "b.json").read_text())["label"] == "freedom to study"


def test_an_invalid_file_gets_its_badge_and_its_exit_code(call, system):
    (system / PATH).write_text(MISSPELT, encoding="utf-8")

    done = call("badge", "--endpoint", "b.json", cwd=system)

    assert done.returncode == 1
    assert json.loads((system / "b.json").read_text())["message"] == "invalid"
    assert f"{PATH} is invalid: line " in done.stderr


def test_of_an_invalid_file_that_is_said_before_all_else(call, system):
    (system / PATH).write_text(MISSPELT, encoding="utf-8")

    first, second = call("badge", cwd=system).stderr.splitlines()

    assert "`osaid check` says what to fix" in first
    assert "`osaid badge --svg osaid.svg`" in second


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "where to? Type `osaid badge --svg osaid.svg`; --endpoint FILE writes JSON"),
        (("--freedom", "use", PATH), f"`osaid badge {PATH} --freedom use --svg osaid.svg`"),
        (("--svg", "b", "--endpoint", "b"), "name two files"),
        (("--svg=-", "--endpoint=-"), "name two files"),
        (("--svg", PATH), "is the declaration"),
        (("--svg", "src"), "not a regular file"),
        (("--svg", "no/such/b.svg"), "cannot be written"),
        (("nothing.yaml", "--svg", "b.svg"), "no such file"),
    ],
)
def test_a_badge_that_cannot_be_written_leaves_nothing(call, system, arguments, message):
    before = sorted(os.listdir(system))

    done = call("badge", *arguments, cwd=system)

    assert done.returncode == 2
    assert message in done.stderr
    assert sorted(os.listdir(system)) == before
    assert (system / PATH).read_text(encoding="utf-8") == WHOLE


def test_a_badge_is_of_one_declaration(call, system):
    (system / "b").mkdir()
    (system / "b" / PATH).write_text(WHOLE, encoding="utf-8")

    done = call("badge", "--svg", "b.svg", cwd=system)

    assert done.returncode == 2
    assert "2 declarations in .; name one of them" in done.stderr


def test_one_file_alone_can_be_asked_for(call, system):
    assert call("badge", "--svg", "b.svg", cwd=system).returncode == 0
    assert (system / "b.svg").read_text().startswith("<svg ")
    assert call("badge", PATH, "--endpoint", "b.json", cwd=system).returncode == 0
    assert json.loads((system / "b.json").read_text())["message"] == "met, as declared"


def test_both_files_are_of_the_freedom_that_is_asked_for(call, system):
    (system / PATH).write_text(NO_TRAINING, encoding="utf-8")

    call("badge", "--freedom=use", "--svg=b.svg", "--endpoint=b.json", cwd=system)

    assert json.loads((system / "b.json").read_text())["label"] == "freedom to use"
    assert "freedom to use: yes" in (system / "b.svg").read_text()


def test_a_badge_without_evidence_is_of_the_file_alone(call, system):
    (system / "src/model.py").unlink()

    seen = call("badge", "--svg", "b.svg", cwd=system)
    alone = call("badge", "--svg", "b.svg", "--no-evidence", cwd=system)

    assert [done.returncode for done in (seen, alone)] == [1, 0]
    assert alone.stdout == "OSAID 1.0: met, as declared\n"


def test_without_a_declaration_there_is_no_badge(call, tmp_path):
    done = call("badge", "--svg", "b.svg", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "no OPEN_AI_SYSTEM.yaml here" in done.stderr
    assert not (tmp_path / "b.svg").exists()


@pytest.mark.parametrize("other", ["b.svg", "./b.svg", "../repo/b.svg", "link"])
def test_two_badges_do_not_go_to_one_file(call, system, other):
    os.symlink("b.svg", system / "link")

    done = call("badge", "--svg", "b.svg", "--endpoint", other, cwd=system)

    assert done.returncode == 2
    assert done.stderr == "osaid: --svg and --endpoint both go to b.svg; name two files\n"
    assert not (system / "b.svg").exists()


@pytest.mark.parametrize("arguments", [("--svg", "b.svg"), ("--svg", "b", "--endpoint", "./b")])
def test_in_a_folder_that_is_gone_nothing_can_be_written(call, system, monkeypatch, arguments):
    (system / "gone").mkdir()
    monkeypatch.chdir(system / "gone")
    (system / "gone").rmdir()

    done = call("badge", system / PATH, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written: No such file or directory" in done.stderr
