# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Time the command beside check-jsonschema, which only validates, in one run on one machine.

    python benchmarks/run.py [--runs N] [--many N] [--json FILE]

Both are installed into fresh environments of the same Python; commands alternate, so that what
else the machine does falls on both; what is reported is the median, the spread (from the first to
the third quartile) and the ratio of the medians.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import NamedTuple

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEER = "check-jsonschema"
SCHEMA = os.path.join(TOP, "schemas", "open-ai-system-1.schema.json")
EXAMPLES = os.path.join(TOP, "examples")
SOURCES = (10, 100, 1000, 10_000)


class Row(NamedTuple):
    """A line of the table: what was measured, against what, in milliseconds."""

    work: str
    ours: float
    spread: tuple[float, float]
    against: str
    theirs: float
    ratio: float
    target: float | None


class Tools(NamedTuple):
    """The commands that are measured."""

    python: str
    osaid: str
    peer: str


def main() -> int:
    """Measure, print the table, write JSON when asked; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="runs of each command (15)")
    parser.add_argument(
        "--many", type=int, default=1000, help="declarations in the bulk run (1000)"
    )
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        tools = install(work)
        rows = [*single(tools, work, chosen.runs), *bulk(tools, work, chosen.many, chosen.runs)]
        figures = {
            "machine": machine(tools),
            "runs": chosen.runs,
            "rows": [row._asdict() for row in rows],
            "memory_mib": memory(tools, work, chosen.many),
            "sources_ms": linear(tools, work, chosen.runs),
        }
    report(figures, rows)
    if chosen.json:
        with open(chosen.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=2)
            file.write("\n")
    return 0


def install(work: str) -> Tools:
    """Two fresh environments, with bytecode compiled as pip does."""
    folders = {}
    for name, what in (("ours", TOP), ("peer", PEER)):
        folder = folders[name] = os.path.join(work, name)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = os.path.join(folder, "bin", "pip")
        subprocess.run([pip, "install", "--quiet", what], check=True)
    ours = os.path.join(folders["ours"], "bin")
    peer = os.path.join(folders["peer"], "bin", PEER)
    return Tools(os.path.join(ours, "python"), os.path.join(ours, "osaid"), peer)


def machine(tools: Tools) -> dict[str, str]:
    """What the figures were measured on."""
    asked = [(tools.python, "--version"), (tools.osaid, "--version"), (tools.peer, "--version")]
    said = [subprocess.check_output(command, text=True) for command in asked]
    return {
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": said[0].strip(),
        "osaid": said[1].strip(),
        "peer": said[2].strip(),
    }


# ------------------------------------------------------------------ measuring


def alternating(runs: int, *commands: list[str]) -> list[list[float]]:
    """The wall times in milliseconds of each command, run in turn; one round warms up."""
    times: list[list[float]] = [[] for _ in commands]
    for number in range(runs + 1):
        for command, found in zip(commands, times, strict=True):
            began = time.perf_counter()
            subprocess.run(command, capture_output=True, cwd=TOP, check=False)
            if number:
                found.append((time.perf_counter() - began) * 1000)
    return times


def row(
    work: str, against: str, target: float | None, ours: list[float], theirs: list[float]
) -> Row:
    """A line of the table from the times of two commands."""
    low, _, high = statistics.quantiles(ours, n=4)
    mine, other = statistics.median(ours), statistics.median(theirs)
    return Row(work, mine, (low, high), against, other, mine / other, target)


def single(tools: Tools, work: str, runs: int) -> Iterator[Row]:
    """One declaration, as at a commit: valid, and with one error."""
    good = declaration_with_evidence(work)
    bad = os.path.join(work, "bad.yaml")
    with open(good, encoding="utf-8") as file:
        text = file.read().replace("producer:", "prodcuer:", 1)
    with open(bad, "w", encoding="utf-8") as file:
        file.write(text)
    peer = [tools.peer, "--schemafile", SCHEMA]
    mine, other, bare = alternating(
        runs, [tools.osaid, "check", good], [*peer, good], [tools.python, "-c", "pass"]
    )
    yield row("one valid declaration, with evidence", PEER, 0.35, mine, other)
    yield row("the same", "python -c pass", 5, mine, bare)
    mine, other = alternating(runs, [tools.osaid, "check", bad], [*peer, bad])
    yield row("the same with one schema error", PEER, 0.6, mine, other)


def bulk(tools: Tools, work: str, many: int, runs: int) -> Iterator[Row]:
    """Many declarations in one call."""
    files = varied(os.path.join(work, f"many-{many}"), many)
    mine, other = alternating(
        max(3, runs // 3),
        [tools.osaid, "check", "--format", "json", *files],
        [tools.peer, "--schemafile", SCHEMA, *files],
    )
    yield row(f"{many:,} declarations in one call, JSON", PEER, 0.5, mine, other)


def memory(tools: Tools, work: str, many: int) -> dict[str, float]:
    """The peak memory in MiB of bulk runs as JSON lines: of the run, and of ten times as many."""
    found = {}
    for number in (many, many * 10):
        folder = os.path.join(work, f"many-{number}")
        varied(folder, number)
        command = [tools.osaid, "check", "--format", "jsonl", "-o", os.devnull, folder]
        found[f"{number:,}"] = peak(command)
    return found


def peak(command: list[str]) -> float:
    """The largest resident set of one command, in MiB."""
    process = subprocess.Popen(command, cwd=TOP)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def linear(tools: Tools, work: str, runs: int) -> dict[str, float]:
    """The time in milliseconds for one declaration with ever more data sources."""
    files = [with_sources(work, number) for number in SOURCES]
    commands = [[tools.osaid, "check", file] for file in files]
    times = alternating(max(3, runs // 3), *commands)
    medians = [statistics.median(found) for found in times]
    return {f"{number:,}": median for number, median in zip(SOURCES, medians, strict=True)}


# ------------------------------------------------------------------ what is measured


def declaration_with_evidence(work: str) -> str:
    """A repository with a declaration whose paths and LICENSE are looked at."""
    folder = os.path.join(work, "repository")
    for path, text in REPOSITORY.items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(TOP, "LICENSE"), encoding="utf-8") as file:
        text = file.read()
    with open(os.path.join(folder, "LICENSE"), "w", encoding="utf-8") as file:
        file.write(text)
    os.makedirs(os.path.join(folder, ".git"), exist_ok=True)
    return os.path.join(folder, "OPEN_AI_SYSTEM.yaml")


REPOSITORY = {
    "OPEN_AI_SYSTEM.yaml": """\
open_ai_system: "1.0"
system:
  name: Example 1B
  producer: Example
licenses: {code: Apache-2.0, documents: CC-BY-4.0}
data:
  description:
    provenance: docs/data.md#provenance
    scope: {text: 10 B tokens of English encyclopedia text.}
    selection: docs/data.md#selection
    labeling: {not_applicable: No labels were used.}
    processing: docs/data.md#processing
  sources:
    - {name: Example, availability: open, location: "https://example.org/c", license: CC-BY-SA-4.0}
code:
  data_processing: src/data.py
  training: {location: src/train.py, settings: configs/1b.yaml}
  validation: src/validate.py
  libraries: src/tokenizer.py
  inference: src/generate.py
  architecture: src/model.py
parameters:
  weights: {location: "https://example.org/w", license: Apache-2.0, revision: v1}
""",
    "docs/data.md": "# Provenance\n\n…\n\n# Selection\n\n…\n\n# Processing\n\n…\n",
    "configs/1b.yaml": "layers: 12\nlearning_rate: 0.0003\n",
    **{
        f"src/{name}.py": f'"""{name}"""\n'
        for name in ("data", "train", "validate", "tokenizer", "generate", "model")
    },
}


def varied(folder: str, number: int) -> list[str]:
    """``number`` declarations in folders of their own: the examples, each with its own version."""
    texts = []
    for name in sorted(os.listdir(EXAMPLES)):
        path = os.path.join(EXAMPLES, name, "OPEN_AI_SYSTEM.yaml")
        if os.path.isfile(path) and name != "quantized":  # whose base lies beside it
            with open(path, encoding="utf-8") as file:
                texts.append(file.read())
    files = []
    for count in range(number):
        path = os.path.join(folder, f"{count:05}", "OPEN_AI_SYSTEM.yaml")
        files.append(path)
        if not os.path.exists(path):
            os.makedirs(os.path.dirname(path))
            text = texts[count % len(texts)].replace("  name: ", f"  name: {count} ", 1)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    return files


def with_sources(work: str, number: int) -> str:
    """A declaration with ``number`` data sources."""
    path = os.path.join(work, f"sources-{number}.yaml")
    line = (
        "    - {{name: Set {0}, availability: open, "
        'location: "https://x.example/{0}", license: MIT}}'
    )
    with open(path, "w", encoding="utf-8") as file:
        file.write('open_ai_system: "1.0"\nsystem: {name: Many}\ndata:\n  sources:\n')
        file.writelines(line.format(count) + "\n" for count in range(number))
    return path


# ------------------------------------------------------------------ telling


def report(figures: dict[str, object], rows: list[Row]) -> None:
    """Print the tables as Markdown."""
    print("\n".join(f"{value}" for value in dict(figures["machine"]).values()))  # type: ignore[call-overload]
    print()
    print("| work | median ms (quartiles) | against | median ms | ratio | target |")
    print("|---|---|---|---|---|---|")
    for one in rows:
        low, high = one.spread
        target = "" if one.target is None else f"≤ {one.target:g}"
        print(
            f"| {one.work} | {one.ours:.0f} ({low:.0f} to {high:.0f}) | {one.against} "
            f"| {one.theirs:.0f} | {one.ratio:.2f} | {target} |"
        )
    for title, key, unit in (
        ("peak memory, JSON lines, by declarations", "memory_mib", "MiB"),
        ("one declaration, by data sources", "sources_ms", "ms"),
    ):
        found = dict(figures[key])  # type: ignore[call-overload]
        print(f"\n{title}: " + ", ".join(f"{k}: {v:.0f} {unit}" for k, v in found.items()))


if __name__ == "__main__":
    raise SystemExit(main())
