# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a run tells of itself; most of it is tested with the run."""

import pytest

from osaid_action.action import run_log
from osaid_action.comparison import Removed
from osaid_action.report.removed import annotations
from testing.github_double.commands import commands


@pytest.mark.parametrize("annotate", [True, False])
def test_what_is_gone_is_told_at_its_place_or_by_a_line(capsys, annotate):
    run_log.gone(annotations([Removed("a/x.yaml")], required=True), annotate=annotate)

    (one,) = commands(capsys.readouterr().out)
    assert one.name == "error"
    assert one.properties.get("file") == ("a/x.yaml" if annotate else None)
    assert one.data.startswith("" if annotate else "a/x.yaml: the base's declaration is gone")
