# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → Markdown for GitHub: the comment on a pull request, and the summary of a job."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from osaid_action.comparison import UNKNOWN, Change
from osaid_action.findings import Report
from osaid_action.model import FREEDOMS
from osaid_action.report import escape, markdown_parts, markdown_sections, phrases
from osaid_action.report.changes import THIS, effect
from osaid_action.report.markdown_parts import Link, View
from osaid_action.report.markdown_sections import Item, Section
from osaid_action.report.phrases import OUTCOMES
from osaid_action.text import plural

_NOTE = 200  # bytes kept for the line that tells what is left out
_ROOT = ("OPEN_AI_SYSTEM.yaml", "OPEN_AI_SYSTEM.yml")
_SHA = re.compile(r"\b[0-9a-f]{40}\b| at `[0-9a-f]{7}`")


def comment(  # noqa: PLR0913 - all that a comment depends on
    report: Report,
    change: Change | None,
    *,
    link: Link = None,
    sha: str = "",
    marker: str = "",
    closing: str = "",
    limit: int = 60_000,
) -> str:
    """The comment on one declaration, at most ``limit`` bytes of UTF-8.

    ``link`` gives the address of a line at the head; ``marker`` and ``closing`` are hidden comments
    that come first and last, whatever is left out between them. The text depends on nothing else,
    so that an unchanged state gives an unchanged comment.
    """
    view = View(report, change, link)
    start = f"{marker}\n" if marker else ""
    end = f"\n{markdown_parts.footer([view], sha)}\n" + (f"{closing}\n" if closing else "")
    if is_quiet(report, change):
        where = "" if report.path in _ROOT else f" ({escape.code(report.path)})"
        return f"{start}✅ {one_liner(report, change)}{where}\n{end}"
    start += f"### {markdown_parts.headline(report, change)}\n\n"
    return start + _body(view, limit - _size(start) - _size(end)) + end


def is_quiet(report: Report, change: Change | None) -> bool:
    """Whether all is well and as before, so that a line is enough."""
    met = report.verdict == "met" and not report.has_errors
    return met and change is not None and change.base_state == "known" and not change.differs


def one_liner(report: Report, change: Change | None) -> str:
    """The result in a sentence, with nothing in it that an author wrote."""
    return f"{markdown_parts.headline(report, change)}."


def essence(body: str) -> str:
    """A comment without the commit that it speaks of: what to compare two comments by."""
    return _SHA.sub("", body)


# ------------------------------------------------------------------ the body


def _body(view: View, room: int) -> str:
    """All between heading and footer, in at most ``room`` bytes."""
    start = _invalid(view) if view.report.freedoms is None else _valid(view)
    sections = _invalid_sections(view) if view.report.freedoms is None else _valid_sections(view)
    if _size(start) > room - _NOTE:
        return "*There is no room for the details here; `osaid check` tells them.*\n"
    return start + "".join(_fitted(sections, room - _size(start)))


def _valid(view: View) -> str:
    pieces = [
        markdown_parts.lead(view),
        markdown_parts.freedoms_table(view),
        markdown_parts.rests_on(view.report),
        markdown_parts.required_note(view.report),
        markdown_parts.base_note(view.change),
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
    return (
        f"{said}{markdown_parts.file_link(view)}; nothing is said of the freedoms until {mended}.\n"
    )


def _invalid_sections(view: View) -> list[Section]:
    known = []
    if view.before:
        said = f"{phrases.headline(view.before)}: {markdown_parts.state(view.before)}"
        known = [Item(said)]
    return [
        markdown_sections.errors(view),
        Section("**Before this change**\n", known, "", "lines", 1),
    ]


def _fitted(sections: Iterable[Section], room: int) -> Iterator[str]:
    """The sections one after the other, each cut short where the room ends, and saying so."""
    room -= _NOTE
    for section in sections:
        if not section.items:
            continue
        left = room - _size(section.head) - _size(section.foot) - _NOTE
        kept = []
        for item in section.items:
            left -= _size(item.text) + 1
            if left < 0:
                break
            kept.append(item)
        if not kept and room < 2 * _NOTE:
            yield "\n*The rest is left out here; `osaid check` tells it.*\n"
            return
        text = _joined(section, kept)
        room -= _size(text)
        yield text


def _joined(section: Section, kept: Sequence[Item]) -> str:
    more = section.total - sum(item.weight for item in kept)
    note = f"\n\n*{more} more {section.noun} are left out here; `osaid check` tells them all.*"
    if not kept:
        return f"{note}\n"
    items = "\n".join(item.text for item in kept)
    return f"\n{section.head}\n{items}{note if more else ''}\n{section.foot}".rstrip("\n") + "\n"


def _size(text: str) -> int:
    """Bytes: GitHub counts characters for comments, of which there are never more."""
    return len(text.encode())


# ------------------------------------------------------------------ many declarations


def summary(
    reports: Iterable[tuple[Report, Change | None]],
    *,
    link: Callable[[str, int], str] | None = None,
    limit: int = 1_000_000,
) -> str:
    """The summary of a job: all declarations at a glance, then each of them, in ``limit`` bytes.

    ``link`` gives the address of a line of a path.
    """
    views = [View(report, change, _bound(link, report.path)) for report, change in reports]
    if not views:
        return (
            "### OSAID 1.0: no declaration\n\nThere is no `OPEN_AI_SYSTEM.yaml`: "
            "`osaid init` writes one from what the repository already says.\n"
        )
    end = f"\n{markdown_parts.footer(views)}"
    room = limit - _size(end) - 1
    parts = list(_one(views[0], room) if len(views) == 1 else _many(views, room))
    return "".join(parts) + end + "\n"


def comparison(
    reports: Iterable[tuple[Report, Change | None]],
    *,
    link: Callable[[str, int], str] | None = None,
    limit: int = 60_000,
) -> str:
    """What goes below a summary once the base is known: what changed since, in ``limit`` bytes.

    Empty where nothing was compared; a line where nothing can be told.
    """
    views = [View(one, change, _bound(link, one.path)) for one, change in reports if change]
    if not views:
        return ""
    if reasons := not_compared(view.change for view in views):
        told = [view for view in views if view.change and view.change.base_state != UNKNOWN]
        line = f"*{escape.prose(reasons)}*\n"
        return line if not told else _compared(told, limit - _size(line) - 1) + f"\n{line}"
    return _compared(views, limit)


def not_compared(changes: Iterable[Change | None]) -> str:
    """Why what changed cannot be told, in a line; empty where it can."""
    unknown = [change.why for change in changes if change and change.base_state == UNKNOWN]
    if not unknown:
        return ""
    others = len(set(unknown)) - 1
    more = f"; and {plural(others, 'other reason')}" if others else ""
    return f"Not compared with the base: {unknown[0]}{more}."


def _compared(views: Sequence[View], limit: int) -> str:
    head = "### Since the base\n"
    sections = [
        section._replace(head=f"**{_since(view)}**\n", items=section.items or [Item("", 0)])
        for view in views
        for section in [markdown_sections.changed(view)]
    ]
    return head + "".join(_fitted(sections, limit - _size(head)))


def _since(view: View) -> str:
    said = effect(view.change) or "other things changed"
    moved = view.change.moved_from if view.change else ""
    where = f", moved from {escape.code(moved)}" if moved else ""
    return f"{said[0].upper()}{said[1:]} · {markdown_parts.file_link(view)}{where}"


def render(reports: Iterable[Report], changes: Mapping[str, Change] | None = None) -> Iterator[str]:
    """The summary as a stream; ``changes`` are by the path of the report."""
    yield summary([(report, (changes or {}).get(report.path)) for report in reports])


def _bound(link: Callable[[str, int], str] | None, path: str) -> Link:
    return (lambda line: link(path, line)) if link else None


def _one(view: View, room: int) -> Iterator[str]:
    head = f"### {markdown_parts.headline(view.report, view.change)}\n\n"
    yield head
    yield _body(view, room - _size(head))


def _many(views: Sequence[View], room: int) -> Iterator[str]:
    overview = _overview(views, room // 3)
    yield overview
    room -= _size(overview)
    for number, view in enumerate(views):
        path = escape.markdown(view.report.path)
        title = f"{markdown_parts.headline(view.report, view.change)} · {path}"
        head = f"\n<details{_open(view)}><summary>{title}</summary>\n\n"
        share = room - _size(head) - 2 * _NOTE
        if share < 10 * _NOTE:
            yield f"\n*{len(views) - number} declarations more; `osaid check` tells of them.*\n"
            return
        text = f"{head}{_body(view, min(share, 60_000))}\n</details>\n"
        room -= _size(text)
        yield text


def _open(view: View) -> str:
    """What a reader came for is shown unfolded: what is invalid, and what was lost."""
    change = view.change
    return " open" if not view.report.valid or (change and change.lost) else ""


def _overview(views: Sequence[View], room: int) -> str:
    said = phrases.totals(view.report for view in views)
    head = f"### OSAID 1.0: {plural(len(views), 'declaration')}\n\n{said}\n\n{phrases.ASKED} …\n"
    questions = [f"{name}?" for name in FREEDOMS]
    changed = ["this change"] if _told(views) else []
    titles = [*questions, "OSAID 1.0", *changed, "declaration"]
    lines = [":-:"] * len(FREEDOMS) + ["---"] * (len(titles) - len(FREEDOMS))
    table = f"{head}\n| {' | '.join(titles)} |\n| {' | '.join(lines)} |"
    rows = [Item(_row(view, told=_told(views))) for view in views]
    section = Section(table, rows, "", "declarations", len(rows))
    return "".join(_fitted([section], room)).lstrip()


def _told(views: Sequence[View]) -> bool:
    """Whether there is something to compare with."""
    return any(view.change and view.change.base_state != "unknown" for view in views)


def _folder(path: str) -> str:
    """The folder of a declaration, which tells one from another; the path of one at the top."""
    folder, _, name = path.rpartition("/")
    return folder if folder and name in _ROOT else path


def _row(view: View, *, told: bool) -> str:
    report = view.report
    cells = [""] * len(FREEDOMS)
    label = "**invalid**"
    if report.freedoms is not None:
        cells = [OUTCOMES[report.freedoms[name].outcome].picture for name in FREEDOMS]
        label = phrases.short_verdict(report).replace(" ", "&nbsp;")
    cells.append(label)
    if told:
        cells.append(effect(view.change).removeprefix(THIS))
    cells.append(markdown_parts.file_link(view, _folder(report.path)))
    return f"| {' | '.join(cells)} |"
