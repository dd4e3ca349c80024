# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The hostile corpus can stand where it says that it can stand."""

import os
import subprocess

import pytest

from osaid_action.validation import yaml_reader
from osaid_action.validation.document import Unreadable
from testing.github_double import hostile


def test_no_name_is_used_twice():
    entries = hostile.CORPUS + hostile.FILE_NAMES + hostile.BRANCHES

    assert len({entry.name for entry in entries}) == len(entries)
    assert len({entry.text for entry in hostile.CORPUS}) == len(hostile.CORPUS)


def test_no_entry_holds_what_no_file_can_hold():
    for entry in hostile.CORPUS:
        assert "\0" not in entry.text
        entry.text.encode()


@pytest.mark.parametrize("entry", hostile.FILE_NAMES, ids=lambda e: e.name)
def test_a_file_name_can_be_a_file_name(tmp_path, entry):
    (tmp_path / entry.text).write_text("x")

    assert os.listdir(tmp_path) == [entry.text]


@pytest.mark.parametrize("entry", hostile.BRANCHES, ids=lambda e: e.name)
def test_a_branch_name_can_be_a_branch_name(entry):
    command = ["git", "check-ref-format", "--branch", entry.text]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def value_or_rule(document):
    try:
        return yaml_reader.read(document).data
    except Unreadable as refused:
        return refused.diagnostic.rule.id


@pytest.mark.parametrize("entry", hostile.CORPUS, ids=lambda e: e.name)
def test_an_entry_reads_back_from_yaml_or_is_refused_for_what_it_holds(entry):
    got = value_or_rule(f"name: {hostile.in_yaml(entry.text)}\n".encode())

    refused = got == "control-character" and not entry.text.isprintable()
    assert refused or got == {"name": entry.text}
