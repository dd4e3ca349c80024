# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""docs/licenses.md: what each license of the catalogue grants, and why."""

from collections import Counter
from collections.abc import Iterator

from osaid_action.licenses.catalogue import (
    all_licenses,
    basis,
    copy_read,
    spdx_list_version,
    stands_for,
)
from osaid_action.licenses.clauses import GRANTS, KINDS, LEAVES_OPEN, RESTRICTS, Clause
from osaid_action.licenses.grant import License
from osaid_action.model import FREEDOMS, Outcome

PAGE = "docs/licenses.md"

HEAD = """\
<!--
SPDX-FileCopyrightText: 2026 The osaid-action authors
SPDX-License-Identifier: Apache-2.0
Written by scripts/generate.py from the license data: change that, not this page.
-->

# What licenses grant

Which of the four freedoms of the Open Source AI Definition a license grants, as this project reads
it. It is a reading and not legal advice. `osaid explain <license>` says the same of any one license
or expression, `osaid licenses` lists them all.

A license id is looked up in this order, and the first that knows it decides:

1. the catalogue below;
2. the open families: any version of `CC-BY` and `CC-BY-SA`, for whatever place (`CC-BY-3.0-DE`),
   is read as 4.0; so are the Creative Commons licenses with `NC` or `ND`, which restrict;
3. SPDX's list, release {version}: an id that the OSI approved or that the Free Software Foundation
   lists as free grants all four freedoms; one that the Foundation lists as non-free restricts use,
   modification and sharing;
4. the Blue Oak Council's list of permissive licenses: all four freedoms, on weaker evidence;
5. nobody: unknown, never free.

Ids match without regard to case, and never by their beginning. In an expression `AND` is the worse
of both, and `WITH` an exception the same as without. `OR` is one alternative, whole: the one that
grants most freedoms, for a licensee takes one license and not the best lines of each; among equals
the one that the OSI approved, then the one that grants use, then modify, then share. A label that
names several texts (`gpl-3.0`, `openrail`) is the worst of them; one that names no one text
(`other`, `modified-mit`) is unknown, and so is what is known with low certainty. An id that nobody
knows is unknown; a `LicenseRef-` that nobody knows is as no license, unless a file shows its text.

What a license grants follows from its clauses: each has a kind, and the kind says what it makes of
the freedoms it touches. Where a license limits use, the clause that passes the limit on to changed
versions and copies restricts modifying and sharing too.

Of data and parameters the definition asks that all four freedoms are granted; of code, that the OSI
approved the license. So an open license that is not on the OSI's list is enough for the former and
not for the latter.

"""

WORDS = {Outcome.MET: "yes", Outcome.UNMET: "**no**", Outcome.UNDECIDED: "?"}

EFFECTS = {
    RESTRICTS: "restricts",
    LEAVES_OPEN: "does not settle use",
    GRANTS: "none: any open license may ask it",
}

KNOWN_BY = {
    "osi": "approved by the OSI",
    "fsf-libre": "free by the Free Software Foundation's word",
    "fsf-nonfree": "non-free by the Free Software Foundation's word",
    "open-family": "open Creative Commons licenses of other versions and places",
    "cc-family": "Creative Commons licenses with NC or ND of other versions and places",
    "blue-oak": "permissive by the Blue Oak Council's word",
    "unknown": "unknown: nobody that we follow says what they grant",
}

BASES = {
    "read": "text read",
    "reported": "text quoted or described by others",
    "recalled": "text not read again",
}


def build() -> dict[str, bytes]:
    """The page, by its path."""
    ours = sorted((x for x in all_licenses() if x.source == "catalogue"), key=_by_id)
    lines = [HEAD.format(version=spdx_list_version()), *_counts(), *_kinds(), *_table(ours)]
    lines += ["## Why\n"]
    for license_ in ours:
        lines += _section(license_)
    return {PAGE: ("\n".join(lines).rstrip() + "\n").encode()}


def _by_id(license_: License) -> str:
    return license_.id.lower()


def _counts() -> Iterator[str]:
    """Count what SPDX's list adds to the catalogue."""
    counts = Counter(license_.source for license_ in all_licenses())
    yield "## How many\n"
    yield f"- {counts['catalogue']} in the catalogue"
    for source, words in KNOWN_BY.items():
        yield f"- {counts[source]} {words}"
    yield ""


def _kinds() -> Iterator[str]:
    yield "## Kinds of clauses\n"
    yield "| kind | what it says | effect on a freedom it touches |"
    yield "| --- | --- | --- |"
    for name, kind in KINDS.items():
        yield f"| {name} | {kind.meaning} | {EFFECTS[kind.effect]} |"
    yield ""


def _table(licenses: list[License]) -> Iterator[str]:
    yield "## The catalogue\n"
    yield "| license | use | study | modify | share | OSI |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for license_ in licenses:
        cells = [WORDS[license_.grants[freedom].outcome] for freedom in FREEDOMS]
        cells.append("yes" if license_.osi is Outcome.MET else "")
        yield f"| [{license_.id}](#{_anchor(license_.id)}) | {' | '.join(cells)} |"
    yield ""


def _anchor(heading: str) -> str:
    return "".join(c for c in heading.lower() if c.isalnum() or c in "-_")


def _section(license_: License) -> Iterator[str]:
    """Say of one license what it limits and how that is known."""
    yield f"### {license_.id}\n"
    yield _about(license_) + "\n"
    members = stands_for(license_.id)
    if members != (license_.id,):
        yield f"- the worst of {', '.join(members)}"
    else:
        yield from map(_clause, license_.clauses)
    if license_.note:
        yield f"- {license_.note}"
    yield ""


def _clause(clause: Clause) -> str:
    place = f" ({clause.section})" if clause.section else ""
    return f"- **{clause.kind}**, {', '.join(clause.freedoms)}{place}: {clause.text}"


def _about(license_: License) -> str:
    name = f"[{license_.name}]({license_.url})" if license_.url else license_.name
    parts = [name.replace("*", "\\*"), license_.steward]
    parts += [f"certainty {license_.certainty}"] if license_.certainty else []
    copy = copy_read(license_.id)
    parts += [BASES.get(basis(license_.id), "") + (f" ({copy})" if copy else "")]
    parts += [f"checked {license_.checked}"]
    also = ", ".join(f"`{alias}`" for alias in license_.aliases)
    return "; ".join(part for part in parts if part) + (f". Also {also}." if also else ".")
