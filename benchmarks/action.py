# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Time the action, cold, beside a job that installs check-jsonschema and validates one file.

    python benchmarks/action.py [--runs N]

From a checkout with the dependency group e2e: both jobs run under a real workflow runner, with the
same checkout step; ours goes on until its comment is stored by a double of GitHub's API.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TOP)

from testing.github_double import events  # noqa: E402 - found beside this folder
from testing.github_double.double import Double  # noqa: E402 - the same
from testing.github_double.interpreters import bare_python  # noqa: E402 - the same
from testing.github_double.runner import ACTION, CHECKOUT, Runner, workflow  # noqa: E402 - the same

NAME = "OPEN_AI_SYSTEM.yaml"
WRITER = {"contents": "read", "pull-requests": "write"}
PEER = (
    'python3 -m pip install --quiet --target "$RUNNER_TEMP/peer" check-jsonschema && '
    'PYTHONPATH="$RUNNER_TEMP/peer" python3 -m check_jsonschema --schemafile schema.json '
    f"{NAME}"
)


def main() -> int:
    """Measure, print the medians and the ratio; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="runs of each job (15)")
    runs = parser.parse_args().runs
    with (
        tempfile.TemporaryDirectory() as folder,
        Double(max_requests=5000, max_seconds=3000) as github,
    ):
        ours, theirs = measured(folder, github, runs)
    mine, other = statistics.median(ours), statistics.median(theirs)
    low, _, high = statistics.quantiles(ours, n=4)
    print("| work | median s (quartiles) | against | median s | ratio | target |")
    print("|---|---|---|---|---|---|")
    print(
        f"| the action, cold, to the comment | {mine:.2f} ({low:.2f} to {high:.2f}) "
        f"| a job with check-jsonschema | {other:.2f} | {mine / other:.2f} | ≤ 1 |"
    )
    return 0


def measured(folder: str, github: Double, runs: int) -> tuple[list[float], list[float]]:
    """The wall times in seconds of both jobs, run in turn; one round warms up."""
    acme = github.repository("acme/model")
    with open(os.path.join(TOP, "examples", "llama-2", NAME), encoding="utf-8") as file:
        text = file.read()
    with open(
        os.path.join(TOP, "schemas", "open-ai-system-1.schema.json"), encoding="utf-8"
    ) as file:
        acme.commit({NAME: text, "schema.json": file.read()})
    acme.commit({NAME: text.replace("version:", "x-version:", 1)}, branch="feature")
    pull = acme.pull("feature")
    runner = Runner(folder, github, acme, python=bare_python(folder))
    event, token = events.pull_request(github, pull), github.grant(WRITER)
    jobs = (
        workflow("pull_request", [{"uses": CHECKOUT}, {"uses": ACTION}]),
        workflow("pull_request", [{"uses": CHECKOUT}, {"run": PEER}]),
    )
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(runs + 1):
        for job, found in zip(jobs, times, strict=True):
            acme.comments.clear()
            began = time.perf_counter()
            run = runner.run(event, token=token, workflow=job)
            if run.result != "success" or bool(pull.comments) != (job is jobs[0]):
                raise SystemExit(f"a job did not do what is measured:\n{run.log}")
            if number:
                found.append(time.perf_counter() - began)
    return times


if __name__ == "__main__":
    raise SystemExit(main())
