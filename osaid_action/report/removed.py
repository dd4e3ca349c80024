# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is told of declarations that the base has and that are no more, in each form of a report."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from osaid_action.comparison import Removed
from osaid_action.definition.requirements import DEFINITION_URL, DISCLAIMER
from osaid_action.definition.rules.form import DECLARATION_REMOVED as RULE
from osaid_action.definition.rules.form import SINCE_THE_BASE
from osaid_action.report import changes, escape, markdown_freedoms
from osaid_action.report.annotations import Annotation, shown_path
from osaid_action.report.markdown_parts import again
from osaid_action.report.phrases import ASKED, clean, headline
from osaid_action.text import indented, join_words

_WIDTH = 80
REMEDY = RULE.remedy_for(SINCE_THE_BASE)


def message(removed: Removed) -> str:
    """That a declaration is gone, and what with it, in a clause with nothing that anybody wrote."""
    return f"the base's declaration is gone{_what(removed)}{renamed(removed.near)}"


def _what(removed: Removed) -> str:
    """What went with it."""
    if removed.before is None:
        return "; what it said cannot be read"
    if not removed.before.valid:
        return "; it was invalid"
    if not removed.lost:
        return "; it met no freedom"
    freedoms = f"the freedom{'s' if len(removed.lost) > 1 else ''} to {join_words(removed.lost)}"
    return f", and {freedoms} with it"


def renamed(near: str) -> str:
    """That a file may be it, by a name that has the letters of the right one and no others."""
    if not near:
        return ""
    name = posixpath.basename(near)
    return f"; {name} is there, which nobody looks for: rename it to OPEN_AI_SYSTEM.yaml"


def text(several: Iterable[Removed], *, required: bool) -> Iterator[str]:
    """A line for each and what to do, as for a finding; an error where something is required."""
    for removed in several:
        severity = "error" if required else "warning"
        yield f"{clean(removed.path)}:1:1: {severity}: {message(removed)} [{RULE.id}]\n"
        yield from (f"{line}\n" for line in indented(REMEDY, "  → ", _WIDTH))


def annotations(several: Iterable[Removed], *, required: bool) -> tuple[Annotation, ...]:
    """What a runner is told, at the place where the file was."""
    level = "error" if required else "warning"
    title = f"{RULE.title} [{RULE.id}]"
    return tuple(
        Annotation(level, shown_path(one.path), 1, 1, title, f"{message(one)}\n→ {REMEDY}")
        for one in several
    )


def markdown(several: Sequence[Removed], *, required: bool, named: str = "") -> str:
    """A part of a summary; empty where nothing is gone. ``named`` is whose base it is."""
    if not several:
        return ""
    sign = "❌" if required else "⚠️"
    items = [f"- {sign} {escape.code(one.path)}: {message(one)}" for one in several]
    failed = "**That fails the check, as freedoms are required here.** " if required else ""
    head = f"### Gone since the base{f' of {named}' if named else ''}\n"
    return "\n".join([head, *items, "", f"{failed}→ {REMEDY}", ""])


def comment(  # noqa: PLR0913 - all that it depends on
    removed: Removed,
    *,
    required: bool = False,
    sha: str = "",
    run: str = "",
    marker: str = "",
    closing: str = "",
) -> str:
    """The comment on a declaration that the base has and that is no more; ``run`` is a URL."""
    lost = f" · this change loses {changes.named(removed.lost)}" if removed.lost else ""
    said = f"{escape.code(removed.path)} is gone."
    if removed.before is not None:
        said += f" At the base: {headline(removed.before)}."
    if removed.near:
        said += f" {escape.code(removed.near)} is there, which nobody looks for: rename it."
    if removed.before is not None and removed.before.freedoms:
        said += f"\n\n{ASKED} …\n\n{markdown_freedoms.gone(removed.before)}"
    failed = "**Freedoms are required here. That is why the check fails.**\n\n" if required else ""
    report = f"\n{again(run, '')}\n" if run else ""
    body = f"### Declaration removed{lost}\n\n{said}\n\n{failed}→ {REMEDY}\n{report}"
    return _framed(body, sha, marker, closing)


def farewell(path: str, *, sha: str = "", marker: str = "", closing: str = "") -> str:
    """What stands where a comment stood on a declaration that is no more, and not at the base."""
    body = f"{escape.code(path)} is not there any more; what was said of it here is done with.\n"
    return _framed(body, sha, marker, closing)


def _framed(body: str, sha: str, marker: str, closing: str) -> str:
    at = f" at `{sha[:7]}`" if sha else ""
    foot = (
        f"<sub>Looked for{at}; read against the [Open Source AI Definition (OSAID) 1.0]"
        f"({DEFINITION_URL}) of the Open Source Initiative (OSI). {DISCLAIMER}</sub>\n"
    )
    return f"{marker}\n{body}\n{foot}{closing}\n"
