# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a run is about; settings of pip and uv: where packages go, for which Python, or which."""

from osaid_action.action.context import Context

CONTEXT = Context(
    event="pull_request",
    repository="acme/model",
    home="octocat/model",
    sha="a" * 40,
    before="",
    base_branch="main",
    pull=7,
    is_open=True,
    run=None,
    workspace="/workspace",
    temp="/temp",
    server_url="https://github.example",
    api_url="https://github.example/api/v3",
    run_id=42,
    summary_path="",
    output_path="",
)

DIVERTED = {
    "ABI": "cp39",
    "CONSTRAINT": "x",
    "DRY_RUN": "1",
    "IMPLEMENTATION": "pp",
    "NO_BINARY": ":all:",
    "PLATFORM": "win_amd64",
    "PREFIX": "/",
    "PYTHON": "/usr/bin/python2",
    "PYTHON_VERSION": "2.7",
    "REQUIREMENT": "x",
    "TARGET": "/",
    "USER": "1",
    "SOME_FUTURE_SWITCH": "1",
}
