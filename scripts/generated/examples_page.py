# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""examples/README.md: the examples as a table."""

from collections.abc import Iterator
from pathlib import Path

from osaid_action.check import check
from osaid_action.model import FREEDOMS, Outcome, Report
from osaid_action.report.phrases import because, missing
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree

TOP = Path(__file__).parents[2]
PAGE = "examples/README.md"

# What the OSI published in its FAQ on OSAID 1.0, and the MOF class that the Model Openness Tool
# computes from its own record of the system (its commit 8b5d30e, 2026-05-11; 0 is unclassified).
TWELVE = {
    "pythia": ("passed", "1"),
    "olmo": ("passed", "1"),
    "amber": ("passed", "1"),
    "crystalcoder": ("passed", "0"),
    "t5": ("passed", "0"),
    "bloom": ("would probably pass with other terms", "0"),
    "starcoder2": ("would probably pass with other terms", "0 (StarCoder 1)"),
    "falcon": ("would probably pass with other terms", "0"),
    "llama-2": ("does not pass", "0"),
    "grok-1": ("does not pass", "0"),
    "phi-2": ("does not pass", "0"),
    "mixtral": ("does not pass", "0"),
}
_SIGNS = {Outcome.MET: "yes", Outcome.UNMET: "**no**", Outcome.UNDECIDED: "?"}

_HEAD = """\
<!--
SPDX-FileCopyrightText: 2026 The osaid-action authors
SPDX-License-Identifier: Apache-2.0
Written by scripts/generate.py.
-->

# Examples

Declarations to read, to start from and to test with. All but the fictional ones describe real
systems, written by us from the public record as a third party; a claim that decides a verdict
carries its `source`. They are readings of what is declared. The OSI certifies no system.

## The twelve systems that the OSI looked at

The OSI examined these in 2024, while it wrote the definition, and published which of them passed;
it gave no reasons by component. Where a file comes out otherwise, its head says why.

"""
_MIDDLE = """

The MOF class is what the Model Openness Tool computes from its own records; many are old and
incomplete, and the two frameworks ask for different things. 1 is Open Science, 3 is Open Model.

## More

"""


def build() -> dict[str, bytes]:
    """The page, by its path."""
    others = sorted(set(_folders()) - set(TWELVE))
    page = _HEAD + "\n".join(_twelve()) + _MIDDLE + "\n".join(_more(others)) + "\n"
    return {PAGE: page.encode()}


def _folders() -> list[str]:
    return [path.name for path in (TOP / "examples").iterdir() if path.is_dir()]


def _report(name: str) -> Report:
    path = f"examples/{name}/OPEN_AI_SYSTEM.yaml"
    file = DeclarationFile(DiskTree(str(TOP)), path, f"examples/{name}")
    return check((TOP / path).read_bytes(), path, file)


def _twelve() -> Iterator[str]:
    yield f"| system | {' | '.join(FREEDOMS)} | label | what blocks | the OSI's result | MOF |"
    yield f"|---|{'---|' * len(FREEDOMS)}---|---|---|---|"
    for name, (result, mof) in TWELVE.items():
        yield f"{_row(name)} {result} | {mof} |"


def _more(names: list[str]) -> Iterator[str]:
    yield f"| system | {' | '.join(FREEDOMS)} | label | what blocks |"
    yield f"|---|{'---|' * len(FREEDOMS)}---|---|"
    yield from (_row(name) for name in names)


def _row(name: str) -> str:
    report = _report(name)
    freedoms = report.freedoms or {}
    cells = " | ".join(_SIGNS[freedoms[freedom].outcome] for freedom in FREEDOMS)
    system = report.system.name if report.system else name
    link = f"[{system}]({name}/OPEN_AI_SYSTEM.yaml)"
    return f"| {link} | {cells} | {report.label} | {_blocks(report)} |"


def _blocks(report: Report) -> str:
    said: dict[str, None] = {}
    for freedom, outcome in (report.freedoms or {}).items():
        for reason in because(freedom, outcome, report).split("; "):
            if reason.endswith(" not released") and "built on" not in reason:
                continue
            words = reason.rsplit(" restricts ", maxsplit=1)
            said[f"{words[0]} restricts it" if len(words) > 1 else reason] = None
    said.pop("", None)
    if names := missing(report):
        said[f"not released: {', '.join(names)}"] = None
    only = "only terms: " if report.lacks_only_terms else ""
    return only + "; ".join(said) if said else "nothing"
