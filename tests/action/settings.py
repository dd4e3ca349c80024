# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Settings of pip and uv that say where packages go, for which Python, or which."""

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
