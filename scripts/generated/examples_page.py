# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""examples/README.md: the examples as a table."""

from collections.abc import Iterator
from pathlib import Path

from osaid_action.check import check
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules.components import MISSING
from osaid_action.findings import Report
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report.phrases import because, verified
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
# What each of the others is there to show.
MADE_UP = {
    "random-forest": "a classical model; its architecture is a library",
    "quantized": "a GGUF of a model that has a declaration of its own",
    "lora-adapter": "an adapter on a model with limits: nothing the maker can do lifts them",
    "retrieval": "a system around a model that can only be called",
}
REAL = {
    "olmo-2": "nearly all is there, and one part is not",
    "smollm3": "weights and what runs them, with licenses; the rest is not known to us",
    "deepseek-r1": "an open license on a base with limits, both by one owner",
    "gpt-oss": "terms beside an open license",
    "fine-tune": "a fine-tune of a model behind a gate: it stands alone",
    "granite-gguf": "a quantization by the producer; its recipe is not known to us",
    "stable-diffusion": "weights under a RAIL license",
}
MISSING_SHORT = {MISSING[one.id]: one.short for one in REQUIREMENTS}
_SIGNS = {Outcome.MET: "yes", Outcome.UNMET: "**no**", Outcome.UNDECIDED: "?"}

_HEAD = """\
<!--
SPDX-FileCopyrightText: 2026 The osaid-action authors
SPDX-License-Identifier: Apache-2.0
Written by scripts/generate.py.
-->

# Examples

Declarations to read, to start from and to test with. They are readings of what is declared, by us;
the OSI certifies no system, and no line here says that one is certified.

How to read the tables: **yes**, **no** and **?** (cannot tell) answer whether anyone may use,
study, modify and share it, for any purpose. A *label* is a rung of a ladder of ours
(`osaid explain open-weights`). *Looked at* counts the parts whose file or text lies here and was
compared; what is elsewhere is only declared.

## Start from this one

[**Tiny Heron**](in-repository/OPEN_AI_SYSTEM.yaml) is a real model of 729 numbers whose data, code,
weights and licenses lie beside its declaration: copy the folder, run its three scripts, change a
letter of a license and see what `osaid check` says. ([its README](in-repository/README.md))

"""
_TWELVE = """

## The twelve systems that the OSI looked at

The OSI examined these in 2024, while it wrote the definition, and published which of them passed;
it gave no reasons by component. Our declarations are those of a third party, from public records.
On each of the twelve this table lands on the OSI's side: the five that passed are met as declared,
the others are not. Where a detail comes out otherwise, the head of the file says why.

"""
_MIDDLE = """

The MOF class is what the Model Openness Tool computes from its own records; many are old and
incomplete, and the two frameworks ask for different things. 1 is Open Science, 2 is Open Tooling,
3 is Open Model, 0 is unclassified.

## More real systems

By a third party, from few sources: each claim has its `source`, and what we do not know is left
out, which counts as not declared. A maker who knows more comes to more.

"""
_FICTION = """

## Made up, to show one thing each

By a project that does not exist, at addresses that are reserved for examples; what is said of real
models in them is real.

"""


def build() -> dict[str, bytes]:
    """The page, by its path."""
    first = _lines(_more({"in-repository": "every part verified"}))
    rest = (_TWELVE, _lines(_twelve()), _MIDDLE, _lines(_more(REAL)), _FICTION)
    page = "".join([_HEAD, first, *rest, _lines(_more(MADE_UP))])
    return {PAGE: (page + "\n").encode()}


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines)


def _report(name: str) -> Report:
    path = f"examples/{name}/OPEN_AI_SYSTEM.yaml"
    file = DeclarationFile(DiskTree(str(TOP)), path, f"examples/{name}")
    return check((TOP / path).read_bytes(), path, file)


def _twelve() -> Iterator[str]:
    yield f"| system | {' | '.join(FREEDOMS)} | label | what blocks | the OSI's result | MOF |"
    yield f"|---|{'---|' * len(FREEDOMS)}---|---|---|---|"
    for name, (result, mof) in TWELVE.items():
        yield f"{_row(name)} {result} | {mof} |"


def _more(shown: dict[str, str]) -> Iterator[str]:
    yield f"| system | what it shows | {' | '.join(FREEDOMS)} | label | looked at | what blocks |"
    yield f"|---|---|{'---|' * len(FREEDOMS)}---|---|---|"
    for name, what in shown.items():
        first, *cells = _row(name).strip("| ").split(" | ")
        seen = verified(_report(name)).removesuffix(" verified")
        yield f"| {' | '.join([first, what, *cells[:5], seen, *cells[5:]])} |"


def _row(name: str) -> str:
    report = _report(name)
    freedoms = report.freedoms or {}
    cells = " | ".join(_SIGNS[freedoms[freedom].outcome] for freedom in FREEDOMS)
    system = report.system.name if report.system else name
    link = f"[{system}]({name}/OPEN_AI_SYSTEM.yaml)"
    return f"| {link} | {cells} | {report.label} | {_blocks(report)} |"


_TOLD_BELOW = (" not released", " not wholly released", " not declared")


def _blocks(report: Report) -> str:
    said: dict[str, None] = {}
    for freedom, outcome in (report.freedoms or {}).items():
        for reason in because(freedom, outcome, report).split("; "):
            if reason.endswith(_TOLD_BELOW) and "built on" not in reason:
                continue
            words = reason.rsplit(" restricts ", maxsplit=1)
            said[f"{words[0]} restricts it" if len(words) > 1 else reason] = None
    said.pop("", None)
    unsaid = [f.rule for f in report.findings if f.message.endswith("not declared")]
    for title, told in (("not released", False), ("not declared", True)):
        names = [
            x for x in report.findings if x.rule in MISSING_SHORT and (x.rule in unsaid) == told
        ]
        if names:
            said[f"{title}: {', '.join(MISSING_SHORT[x.rule] for x in names)}"] = None
    only = "only terms: " if report.lacks_only_terms else ""
    return only + "; ".join(said) if said else "nothing"
