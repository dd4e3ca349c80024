# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a check contradicts is not claimed."""

from osaid_action.scaffold.agreement import without_contradicted
from osaid_action.scaffold.survey import survey
from osaid_action.scaffold.writer import written
from tests.scaffold.trees import checkout, locations, report_on

FILES = {"heron.safetensors": b"", "train.py": "x = 1\n", "README.md": "# Heron\n"}


def test_an_empty_file_of_weights_becomes_a_guess():
    found = survey(checkout(FILES), "heron")
    report = report_on(written(found), FILES)
    assert report.has_errors

    after = without_contradicted(found, report)

    assert locations(after["weights.here"], sure=False) == ["heron.safetensors"]
    assert locations(after["code.training"], sure=True) == ["train.py"]
    assert not report_on(written(after), FILES).has_errors


def test_what_is_not_contradicted_stays():
    files = {"train.py": "x = 1\n"}
    found = survey(checkout(files), "heron")

    assert without_contradicted(found, report_on(written(found), files)) == found
