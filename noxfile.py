# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The tasks of whoever works on the project; `nox` runs the quick ones, `nox --list` names all.

They run in the environment that CONTRIBUTING.md sets up, which is locked: nothing is installed.
"""

from pathlib import Path

import nox

FILES_OF = {
    "actions": "action.yml",
    "workflows": ".github/workflows/*.yml",
    "issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "issue-config": ".github/ISSUE_TEMPLATE/config.yml",
}
"""By the schema that check-jsonschema brings along: the files that follow it."""

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "test", "docs"]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, licenses, the action and the workflows."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("reuse", "lint", "--lines")
    workflows = "action.yml", ".github/workflows"
    session.run("zizmor", "--persona=auditor", "--strict-collection", "--offline", *workflows)
    session.run("actionlint")
    for schema, pattern in FILES_OF.items():
        files = sorted(map(str, Path().glob(pattern)))
        session.run("check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", *files)


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.run("mypy")


@nox.session
def test(session: nox.Session) -> None:
    """The plain tests; `nox -s test -- tests/cli -k words` runs some."""
    session.run("pytest", "--numprocesses", "auto", *session.posargs)


@nox.session
def near_misses(session: nox.Session) -> None:
    """Fourteen thousand texts that are nearly a license: some minutes, every week in CI."""
    tests = "tests/license_text/test_generated_near_misses.py"
    session.run("pytest", tests, *session.posargs, env={"OSAID_NEAR_MISSES": "150"})


@nox.session
def search(session: nox.Session) -> None:
    """The property tests with new examples, a thousand each: some minutes, every week in CI."""
    drawn = "--hypothesis-profile", "search", "-m", "hypothesis"
    session.run("pytest", "--numprocesses", "auto", *drawn, *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Branch coverage of all tests, those that need tools too: half an hour, every week in CI."""
    everything = "needs_tools or not needs_tools"
    spread = "--numprocesses", "auto", "--dist", "loadfile"
    session.run("pytest", *spread, "-m", everything, "--cov", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Files that are made from others are current, and the changelog can be made."""
    session.run("python", "scripts/generate.py", "--check")
    session.run("towncrier", "build", "--draft", "--version", "0.0.0", silent=True)
