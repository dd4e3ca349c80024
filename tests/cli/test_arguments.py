# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was typed, read; and what is said of what cannot be."""

import re

import pytest

from osaid_action import __version__
from tests.cli.calls import one_line_of_trouble


@pytest.mark.parametrize(
    "arguments", [(), ("chekc",), ("check", "--require"), ("explain",), ("schema", "x")]
)
def test_wrong_usage_is_one_line_that_says_where_to_look(call, tmp_path, arguments):
    one_line_of_trouble(call(*arguments, cwd=tmp_path), "--help`")


def test_version(call):
    done = call("--version")

    assert done.returncode == 0
    assert re.fullmatch(
        rf"osaid {re.escape(__version__)} \(OSAID 1\.0, SPDX license list [\d.]+\)\n", done.stdout
    )


def test_help_names_the_commands_and_the_exit_codes(call):
    done = call("--help")

    assert done.returncode == 0
    for word in ("check", "explain", "rules", "licenses", "schema", "Exit codes"):
        assert word in done.stdout
