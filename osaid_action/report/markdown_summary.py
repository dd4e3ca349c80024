# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Reports → Markdown for the summary of a job: each declaration, and below it what changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from osaid_action.comparison import UNKNOWN, Change
from osaid_action.findings import Report
from osaid_action.report import escape, markdown_parts, markdown_sections, phrases
from osaid_action.report.changes import THIS, WAS, effect
from osaid_action.report.markdown import ROOT, body
from osaid_action.report.markdown_fit import NOTE, fitted, size
from osaid_action.report.markdown_parts import SPACE, Link, View
from osaid_action.report.markdown_sections import Item, Section
from osaid_action.text import plural

START = "pip install osaid-action && osaid init"
_SITE = "https://github.com/osaid-action/osaid-action"
FORMAT_URL = f"{_SITE}/blob/main/docs/format.md"
EXAMPLE_URL = f"{_SITE}/tree/main/examples/in-repository"


def summary(
    reports: Iterable[tuple[Report, Change | None]],
    *,
    link: Callable[[str, int], str] | None = None,
    run: str = "",
    command: str = "",
    limit: int = 1_000_000,
) -> str:
    """The summary of a job: all declarations at a glance, then each of them, in ``limit`` bytes.

    ``link`` gives the address of a line of a path, ``run`` that of the run where this is not read
    there; ``command`` makes the report again.
    """
    views = [View(report, change, _bound(link, report.path)) for report, change in reports]
    if not views:
        return nothing()
    pieces = (markdown_parts.again(run, command), markdown_parts.footer(views))
    end = "".join(f"\n{piece}\n" for piece in pieces if piece)
    room = limit - size(end)
    parts = list(_one(views[0], room) if len(views) == 1 else _many(views, room))
    return "".join(parts) + end


def nothing(near: str = "") -> str:
    """What is said where nothing is declared: how to begin, or how to call what is ``near``."""
    named = (
        f"{escape.code(near)} is there, which nobody looks for: rename it to "
        "`OPEN_AI_SYSTEM.yaml`.\n\n"
    )
    return (
        f"### OSAID 1.0: nothing is declared here\n\n{named if near else ''}"
        "There is no `OPEN_AI_SYSTEM.yaml`, so nothing can be said of the four freedoms. To begin, "
        f"at the top of the repository:\n\n```sh\n{START}\n```\n\n"
        "It writes the file from what the repository already says, and invents nothing. "
        f"[The format, in ten minutes]({FORMAT_URL}) · [a small model to copy]({EXAMPLE_URL})\n\n"
        "If there is one: is it checked out before this step, and does the input `path` lead to "
        "it?\n"
    )


def comparison(
    reports: Iterable[tuple[Report, Change | None]],
    *,
    link: Callable[[str, int], str] | None = None,
    named: str = "",
    limit: int = 60_000,
) -> str:
    """What goes below a summary once the base is known: what changed since, in ``limit`` bytes.

    Empty where nothing was compared; a line where nothing can be told. ``named`` is whose base it
    is, where there are several.
    """
    views = [View(one, change, _bound(link, one.path)) for one, change in reports if change]
    if not views:
        return ""
    if reasons := not_compared(view.change for view in views):
        told = [view for view in views if view.change and view.change.base_state != UNKNOWN]
        line = f"*{f'{named}: ' if named else ''}{escape.prose(reasons)}*\n"
        return line if not told else _compared(told, named, limit - size(line) - 1) + f"\n{line}"
    return _compared(views, named, limit)


def not_compared(changes: Iterable[Change | None]) -> str:
    """Why what changed cannot be told, in a line; empty where it can."""
    unknown = [change.why for change in changes if change and change.base_state == UNKNOWN]
    if not unknown:
        return ""
    others = len(set(unknown)) - 1
    more = f"; and {plural(others, 'other reason')}" if others else ""
    return f"Not compared with the base: {unknown[0]}{more}."


def _compared(views: Sequence[View], named: str, limit: int) -> str:
    head = f"### Since the base{f' of {named}' if named else ''}\n"
    sections = [
        section._replace(head=f"**{_since(view)}**\n", items=section.items or [Item("", 0)])
        for view in sorted(views, key=_is_no_worse)
        for section in [markdown_sections.changed(view)]
    ]
    return head + "".join(fitted(sections, limit - size(head)))


def _is_no_worse(view: View) -> bool:
    """What is lost comes first, that no number of others keeps it out."""
    return view.change is None or not view.change.is_worse


def _since(view: View) -> str:
    """What a change does to one: ``This change loses Study``, ``Invalid now, valid before``."""
    said = effect(view.change)
    if said.startswith(WAS):
        now = "valid" if view.report.valid else "invalid"
        said = f"{now} now, {said.removeprefix(WAS)}"
    moved = view.change.moved_from if view.change else ""
    where = f", moved from {escape.code(moved)}" if moved else ""
    system = view.change.system_before if view.change else ""
    where += f", another system than {escape.markdown(system, 80)}" if system else ""
    return f"{said[0].upper()}{said[1:]} · {markdown_parts.file_link(view)}{where}"


def render(reports: Iterable[Report], changes: Mapping[str, Change] | None = None) -> Iterator[str]:
    """The summary as a stream; ``changes`` are by the path of the report."""
    yield summary([(report, (changes or {}).get(report.path)) for report in reports])


def _bound(link: Callable[[str, int], str] | None, path: str) -> Link:
    return (lambda line: link(path, line)) if link else None


def _one(view: View, room: int) -> Iterator[str]:
    head = f"### {markdown_parts.headline(view.report, view.change)}\n\n"
    yield head
    yield body(view, room - size(head))


def _many(views: Sequence[View], room: int) -> Iterator[str]:
    overview = _overview(views, room // 3)
    yield overview
    room -= size(overview)
    for number, view in enumerate(views):
        path = escape.markdown(view.report.path)
        title = f"{markdown_parts.headline(view.report, view.change)} · {path}"
        head = f"\n<details{_open(view)}><summary>{title}</summary>\n\n"
        share = room - size(head) - 2 * NOTE
        if share < 10 * NOTE:
            more = plural(len(views) - number, "more declaration")
            yield f"\n*{more}: `osaid check` tells of all.*\n"
            return
        text = f"{head}{body(view, min(share, 60_000))}\n</details>\n"
        room -= size(text)
        yield text


def _open(view: View) -> str:
    """What a reader came for is shown unfolded: what is invalid, and what was lost."""
    change = view.change
    return " open" if not view.report.valid or (change and change.lost) else ""


def _overview(views: Sequence[View], room: int) -> str:
    """The verdicts, each with its file: a row for each, in at most three columns."""
    said = phrases.totals(view.report for view in views)
    titles = ["OSAID 1.0", "declaration", *(["this change"] if _told(views) else [])]
    rows = [Item(_row(view, told=_told(views))) for view in views]
    head = f"### OSAID 1.0: {plural(len(views), 'declaration')}\n\n{said}\n"
    table = f"{head}\n| {' | '.join(titles)} |\n|{'---|' * len(titles)}"
    section = Section(table, rows, "", "declaration", len(rows))
    return "".join(fitted([section], room)).lstrip()


def _told(views: Sequence[View]) -> bool:
    """Whether there is something to compare with."""
    return any(view.change and view.change.base_state != UNKNOWN for view in views)


def _folder(path: str) -> str:
    """The folder of a declaration, which tells one from another; the path of one at the top."""
    folder, _, name = path.rpartition("/")
    return folder if folder and name in ROOT else path


def _row(view: View, *, told: bool) -> str:
    cells = [
        f"{phrases.picture(view.report)}{SPACE}{phrases.verdict_alone(view.report)}",
        markdown_parts.file_link(view, _folder(view.report.path), breaks=True),
        *([effect(view.change).removeprefix(THIS)] if told else []),
    ]
    return f"| {' | '.join(cells)} |"
