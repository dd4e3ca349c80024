# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A bench on which the action runs in this process: a workspace, an event, an API double."""

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from osaid_action.action.inputs import variable
from osaid_action.action.retry import Limits
from osaid_action.action.run import RunEnvironment, main
from testing.github_double.commands import Command, commands, file_commands

NAME = "OPEN_AI_SYSTEM.yaml"
GOOD = """\
open_ai_system: "1.0"
declared: {by: Acme, role: producer, date: "2026-11-22"}
system: {name: Acme 1B, producer: Acme}
licenses: {code: Apache-2.0, documents: CC-BY-4.0}
data:
  description:
    provenance: {text: "Web pages of Common Crawl and papers of arXiv, up to March 2025."}
    scope: {text: "Two billion tokens of English text, half of it from 2020 on."}
    selection: {text: "Every tenth host was drawn, and of it all pages over 200 words."}
    labeling: {not_applicable: No labels were used.}
    processing: {text: "Near copies were dropped by MinHash, and boilerplate was cut."}
  sources:
    - {name: T, availability: open, location: "https://data.example.org/t", license: CC0-1.0}
code:
  data_processing: {location: "https://code.example.org/prepare", license: MIT}
  training: {location: "https://code.example.org/train", license: MIT, settings: "https://code.example.org/1b.yaml"}
  validation: {location: "https://code.example.org/test", license: MIT}
  libraries: {not_applicable: Everything comes from the package index.}
  inference: {location: "https://code.example.org/run", license: MIT}
  architecture: {location: "https://code.example.org/model", license: MIT}
parameters:
  weights: {location: "https://weights.example.org/1b", license: Apache-2.0, revision: 1a2b3c4}
"""
_TRAINING = 'training: {location: "https://code.example.org/train", license: MIT, settings: "https://code.example.org/1b.yaml"}'
SECRET = GOOD.replace(_TRAINING, "training: {not_released: It is ours.}")
"""Without the training code: study and modify are lost."""
BROKEN = "open_ai_system: 1.0\nlicense: ["
QUICK = Limits(timeout=2, first_pause=0.01, tries=3, waits=0.2, deadline=20)


WORKFLOW = ".github/workflows/osaid.yml"
WRITER = {"contents": "read", "pull-requests": "write", "checks": "write"}


class Result(NamedTuple):
    """What a run left behind."""

    code: int
    log: str
    commands: list[Command]
    outputs: dict[str, str]
    summary: str
    slept: list[float]

    def told(self, level: str) -> list[str]:
        """The messages of a level that are about no line."""
        return [c.data for c in self.commands if c.name == level and "file" not in c.properties]


class Bench:
    """Runs the action again and again, each time in a workspace of its own."""

    def __init__(self, folder, github, repository):
        self.folder, self.github, self.repository = folder, github, repository
        self.runs = 0
        self.token = github.grant(WRITER)

    def run(  # noqa: PLR0913 - all but the event has a default
        self,
        event,
        *,
        token=None,
        inputs=None,
        limits=QUICK,
        clone=True,
        fetch=str,
        layout=None,
        shallow=False,
        **environ,
    ):
        """Run on an event of the double; without ``clone`` the workspace has files alone.

        The token is one that may write, if no other is given. ``fetch`` is what installs the rest.
        ``layout`` says what is checked out where: a repository and a commit by folder.
        """
        self.runs += 1
        token = self.token if token is None else token
        place = self.folder / f"run-{self.runs}"
        for name in ("workspace", "temp/scratch"):
            (place / name).mkdir(parents=True)
        for folder, (repository, sha) in (layout or {"": (self.repository, event.sha)}).items():
            top = place / "workspace" / folder
            self._checkout(top, repository, sha, clone=clone, shallow=shallow)
        (place / "event.json").write_text(json.dumps(event.payload))
        around = {
            "GITHUB_EVENT_NAME": event.name,
            "GITHUB_EVENT_PATH": str(place / "event.json"),
            "GITHUB_REPOSITORY": self.repository.full_name,
            "GITHUB_SHA": event.sha,
            "GITHUB_WORKSPACE": str(place / "workspace"),
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_API_URL": self.github.url,
            "GITHUB_RUN_ID": str(4000 + self.runs),
            "GITHUB_WORKFLOW_REF": f"{self.repository.full_name}/{WORKFLOW}@refs/heads/main",
            "GITHUB_OUTPUT": str(place / "output"),
            "GITHUB_STEP_SUMMARY": str(place / "summary"),
            "RUNNER_TEMP": str(place / "temp"),
            **{variable(name): value for name, value in (inputs or {}).items()},
            **environ,
        }
        self.last = place
        slept = []
        scratch = str(place / "temp" / "scratch")
        code, log = captured(around, RunEnvironment(token, scratch, limits, slept.append, fetch))
        return Result(
            code, log, commands(log), _outputs(place / "output"), _text(place / "summary"), slept
        )

    def _checkout(self, workspace, repository, sha, *, clone, shallow):
        git = repository.git
        workspace.mkdir(parents=True, exist_ok=True)
        files = git.commits[sha].files
        for path, entry in files.items():
            target = workspace / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if entry.mode == "120000":
                os.symlink(entry.data.decode(), target)
            else:
                target.write_bytes(entry.data)
        if clone:
            (workspace / ".git").mkdir()
            only = sha if shallow else ""
            git.write(str(workspace / ".git"), {"refs/heads/main": sha}, only=only)
            address = f"https://github.example/{repository.full_name}"
            (workspace / ".git" / "config").write_text(f'[remote "origin"]\n\turl = {address}\n')


def captured(environ, around):
    """The exit code of the action, and its log."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    with redirect_stdout(out), redirect_stderr(out):
        code = main(environ, around)
        out.flush()
    return code, raw.getvalue().decode()


def _text(path):
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _outputs(path):
    return dict(file_commands(_text(path)))
