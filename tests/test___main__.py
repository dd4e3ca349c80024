# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`python -m osaid_action` is the command."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(("arguments", "code"), [(("--version",), 0), (("check", "nowhere"), 2)])
def test_it_is_the_command(tmp_path, arguments, code):
    done = subprocess.run(
        [sys.executable, "-m", "osaid_action", *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == code
    assert (done.stdout or done.stderr).startswith(b"osaid")
