# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → Markdown for GitHub: the comment on a pull request."""

import re

from osaid_action.comparison import Change
from osaid_action.findings import Report
from osaid_action.report import (
    escape,
    markdown_freedoms,
    markdown_parts,
    markdown_sections,
    phrases,
)
from osaid_action.report.markdown_fit import NOTE, fitted, size
from osaid_action.report.markdown_parts import Link, View
from osaid_action.report.markdown_sections import Item, Section
from osaid_action.text import plural

ROOT = ("OPEN_AI_SYSTEM.yaml", "OPEN_AI_SYSTEM.yml")
_RUN = re.compile(
    r"\b[0-9a-f]{40}\b| at `[0-9a-f]{7}`| --base [0-9a-f]{7,40}\b|(?<=/actions/runs/)[0-9]+\b"
)
"""What is another in another run, though nothing else is."""


def comment(  # noqa: PLR0913 - all that a comment depends on
    report: Report,
    change: Change | None,
    *,
    link: Link = None,
    sha: str = "",
    run: str = "",
    command: str = "",
    marker: str = "",
    closing: str = "",
    limit: int = 60_000,
) -> str:
    """The comment on one declaration, at most ``limit`` bytes of UTF-8.

    ``link`` gives the address of a line at the head, ``run`` that of the run and its report;
    ``command`` makes the report again. ``marker`` and ``closing`` are hidden comments that come
    first and last, whatever is left out between them. The text depends on nothing else, so that an
    unchanged state gives an unchanged comment.
    """
    view = View(report, change, link)
    start = f"{marker}\n" if marker else ""
    pieces = (markdown_parts.again(run, command, sha), markdown_parts.footer([view], sha))
    end = "".join(f"\n{piece}\n" for piece in pieces if piece)
    end += f"{closing}\n" if closing else ""
    if is_quiet(report, change):
        where = "" if report.path in ROOT else f" ({escape.code(report.path)})"
        return f"{start}✅ {one_liner(report, change)}{where}\n{end}"
    start += f"### {markdown_parts.headline(report, change)}\n\n"
    return start + body(view, limit - size(start) - size(end)) + end


def is_quiet(report: Report, change: Change | None) -> bool:
    """Whether all is well and as before, so that a line is enough."""
    met = report.verdict == "met" and not report.has_errors
    return met and change is not None and change.base_state == "known" and not change.differs


def one_liner(report: Report, change: Change | None) -> str:
    """The result in a sentence, with nothing in it that an author wrote."""
    return f"{markdown_parts.headline(report, change)}."


def essence(text: str) -> str:
    """A comment without the commit and the run that it speaks of: what to compare two by."""
    return _RUN.sub("", text)


# ------------------------------------------------------------------ the body


def body(view: View, room: int) -> str:
    """All between heading and footer, in at most ``room`` bytes."""
    start = _invalid(view) if view.report.freedoms is None else _valid(view)
    sections = _invalid_sections(view) if view.report.freedoms is None else _valid_sections(view)
    if size(start) > room - NOTE:
        return "*There is no room for the details here; `osaid check` tells them.*\n"
    return start + "".join(fitted(sections, room - size(start)))


def _valid(view: View) -> str:
    pieces = [
        markdown_parts.base_note(view.change),
        markdown_parts.lead(view),
        markdown_freedoms.table(view),
        markdown_parts.rests_on(view.report),
        markdown_parts.required_note(view.report),
    ]
    return "\n\n".join(filter(None, pieces)) + "\n"


def _valid_sections(view: View) -> list[Section]:
    return [
        markdown_sections.changed(view),
        *markdown_sections.in_the_way(view),
        markdown_sections.requirements(view),
        markdown_sections.remarks(view),
        markdown_sections.attested(view),
    ]


def _invalid(view: View) -> str:
    number = len(view.report.findings)
    mended = "it is mended" if number == 1 else "they are mended"
    said = f"There {'is' if number == 1 else 'are'} {plural(number, 'problem')} in "
    told = (
        f"{said}{markdown_parts.file_link(view)}; nothing is said of the freedoms until {mended}."
    )
    return "\n\n".join(filter(None, [markdown_parts.base_note(view.change), told])) + "\n"


def _invalid_sections(view: View) -> list[Section]:
    known = []
    if view.before:
        said = f"{phrases.headline(view.before)}: {markdown_parts.state(view.before)}"
        known = [Item(said)]
    return [
        markdown_sections.errors(view),
        Section("**Before this change**\n", known, "", "line", 1),
    ]
