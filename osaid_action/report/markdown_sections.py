# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment tells one by one, in Markdown: changes, what is in the way, requirements."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from osaid_action.definition.requirements import BY_ID
from osaid_action.findings import Finding, Report, RequirementResult
from osaid_action.model import Outcome
from osaid_action.report import changes, escape
from osaid_action.report.grouping import Group, grouped
from osaid_action.report.markdown_parts import RULES_URL, SPACE, View, line_links
from osaid_action.report.phrases import OUTCOMES, told_attested, verified
from osaid_action.text import join_words, plural

_SEEN, _TOLD = 240, 1200
_FEW = 3
_TOGETHER = 4  # problems told with one remedy
_MOST = 50  # things told of in one section
_END = "\n</details>"


class Item(NamedTuple):
    """One item of a list, and how many things it tells of."""

    text: str
    weight: int = 1


class Section(NamedTuple):
    """A part that can be cut short: its beginning, what it lists, its end."""

    head: str
    items: Sequence[Item]
    foot: str
    noun: str  # for one of what is left out
    total: int  # of things to tell, also of those that no item was made for


# ------------------------------------------------------------------ what changed


def changed(view: View) -> Section:
    """What the change does to single things: one line for each."""
    told = changes.changed(view.change, escape.code, "**{}**".format)
    items = [Item(f"- {name}: {' · '.join(turns)}") for name, turns in told]
    return Section("**What this change does**\n", items, "", "change", len(items))


# ------------------------------------------------------------------ what is in the way


def in_the_way(view: View) -> list[Section]:
    """What blocks the rest: what is new with this change first, then what was so before."""
    findings = view.report.blocking
    if view.before is None or view.change is None:
        against = any(finding.severity != "note" for finding in findings)
        title = "What is in the way" if against else "What cannot be told"
        return [_problems(f"**{title}**\n", findings, view)]
    new = [finding for finding in findings if finding.id in view.change.new_findings]
    old = [finding for finding in findings if finding.id not in view.change.new_findings]
    back = (*view.change.lost, *view.change.doubted)
    title = f"To get {changes.named(back)} back" if back else "In the way since this change"
    return [_problems(f"**{title}**\n", new, view), _as_before(old, view)]


def _as_before(findings: Sequence[Finding], view: View) -> Section:
    """What no reviewer of the change has to deal with, folded when it is long."""
    section = _problems("**In the way, as before**\n", findings, view)
    if section.total <= _FEW:
        return section
    title = f"{plural(section.total, 'point')} in the way, as before"
    return section._replace(head=_fold(title), foot=_END)


def _problems(head: str, findings: Sequence[Finding], view: View) -> Section:
    """An item for each problem, or for a few in a row with one remedy."""
    groups = grouped(findings)
    items, same = [], list[Group]()
    for group, following in zip_longest(groups[:_MOST], groups[1:_MOST]):
        same.append(group)
        is_last = following is None or _way_out(following) != _way_out(group)
        if is_last or len(same) == _TOGETHER:
            text = "  \n  ".join([*_told(same, view), _way_out(group), _sources(same)])
            items.append(Item(f"- {text}", len(same)))
            same = []
    return Section(head, items, "", "point", len(groups))


def _told(groups: Sequence[Group], view: View) -> Iterator[str]:
    """Problems, each with what hangs on it; where that is the same, the last one has it for all."""
    prices = [_price({f.id for f in one.findings}, one.first, view.report) for one in groups]
    for number, (group, price) in enumerate(zip(groups, prices, strict=True), 1):
        is_last = number == len(groups) or prices[number] != price
        yield _problem(group, view, price if is_last else "")


def _problem(group: Group, view: View, price: str) -> str:
    where = f"**{line_links(group.lines, view.link, 'Line')}**"
    return f"{where}: {escape.prose(group.message, _TOLD)}{price}"


def _price(members: set[str], first: Finding, report: Report) -> str:
    """What hangs on it, as the end of a sentence."""
    freedoms = report.freedoms or {}
    touched = [n for n, f in freedoms.items() if members & set(f.reasons)]
    if touched:
        names = join_words(touched)
        untold = all(freedoms[name].outcome is Outcome.UNDECIDED for name in touched)
        if first.severity == "note" and not untold:  # others cost these freedoms already
            return f" · **it alone would leave {names} untold**"
        verb = "are" if len(touched) > 1 else "is"
        return f" · **so {names} {'cannot be told' if untold else f'{verb} not met'}**"
    required = any(members & set(one.reasons) for one in report.requirements)
    said = "cannot be told" if first.severity == "note" else "is not met"
    return f" · so this part {said}; no freedom hangs on it" if required else ""


def _way_out(group: Group) -> str:
    return f"→ {escape.prose(group.first.remedy)}"


def _sources(groups: Sequence[Group]) -> str:
    """The clauses behind problems, and the pages on their rules."""
    rules = dict.fromkeys(rule for group in groups for rule in group.rules)
    clauses = dict.fromkeys(rule.clause for rule in rules if rule.clause.text)
    told = _few(
        [escape.link(escape.prose(clause.text), clause.url) for clause in clauses], "clauses"
    )
    told += _few([escape.link(rule.id, f"{RULES_URL}#{rule.id}") for rule in rules], "rules")
    return f"<sub>{' · '.join(told)}</sub>"


def _few(told: list[str], noun: str) -> list[str]:
    more = len(told) - _FEW
    return [*told[:_FEW], f"{more} more {noun}"] if more > 1 else told


def errors(view: View) -> Section:
    """What is wrong with an invalid file."""
    return _problems("", view.report.findings, view)._replace(noun="problem")


# ------------------------------------------------------------------ folded away


def requirements(view: View) -> Section:
    """Every requirement with its clause, license and evidence."""
    every = view.report.requirements
    outcomes = [one.outcome for one in every]
    said = [f"{outcomes.count(Outcome.MET)} met"]
    said += [f"{n} not met" for n in [outcomes.count(Outcome.UNMET)] if n]
    said += [f"{n} cannot be told" for n in [outcomes.count(Outcome.UNDECIDED)] if n]
    title = f"{plural(len(every), 'required part')}: {', '.join(said)} · {verified(view.report)}"
    items = [Item(_requirement(one, view)) for one in every]
    return Section(_fold(title), items, _END, "requirement", len(items))


def _requirement(one: RequirementResult, view: View) -> str:
    """An item of a list: a table of so much would not fit a phone."""
    name = f"**{BY_ID[one.id].name}**"
    if one.line is not None:
        name += f" ({line_links([one.line], view.link)})"
    asked = escape.prose(one.clause.text.removeprefix("OSAID 1.0, "))
    told = " · ".join(filter(None, [name, _terms(one), _looked(one)]))
    clause = f"<sub>{escape.link(asked, one.clause.url)}</sub>"
    return f"- {OUTCOMES[one.outcome].picture}{SPACE}{told}  \n  {clause}"


def _terms(one: RequirementResult) -> str:
    """Its licenses with the places of their clauses, and how one gets at it."""
    told = [changes.licenses(one.license, escape.code)] if one.license else []
    counting = one.clauses if one.outcome is not Outcome.MET else ()
    sections = dict.fromkeys(clause.section for clause in counting if clause.section)
    told += [escape.prose(", ".join(sections), _SEEN)] if sections else []
    told += [f"access: {one.access}"] if one.access not in (None, "open") else []
    return "; ".join(told)


def _looked(one: RequirementResult) -> str:
    """Its evidence, what was seen, where it lies and where that is said."""
    state = "does not apply" if one.outcome is Outcome.MET else "absent"
    seen = escape.prose("; ".join(one.notes), _SEEN)
    told = [f"{one.evidence or state}: {seen}" if seen else one.evidence or state]
    unseen = [location for location in one.locations if location not in "; ".join(one.notes)]
    told += [escape.code(location) for location in unseen[:_FEW]]
    told += [plural(len(unseen) - _FEW, "more place")] if len(unseen) > _FEW else []
    for origin in one.sources[:_FEW]:
        about = ", ".join(filter(None, (origin.where, origin.date)))
        told.append(f"source: {escape.prose(about, _SEEN)}")
    return " · ".join(told)


def remarks(view: View) -> Section:
    """What decides nothing and is good to know."""
    groups = grouped(view.report.remarks)
    items = [
        Item(
            f"- {line_links(group.lines, view.link, 'Line')}: {escape.prose(group.message)} "
            f"→ {escape.prose(group.first.remedy)}"
        )
        for group in groups[:_MOST]
    ]
    them = "it" if len(groups) == 1 else "them"
    title = f"{plural(len(groups), 'remark')}: no result hangs on {them}"
    return Section(_fold(title), items, _END, "remark", len(groups))


def attested(view: View) -> Section:
    """What is declared and no program can check."""
    items = [Item(f"- {escape.prose(point)}") for point in told_attested(view.report)]
    title = f"{plural(len(items), 'claim')} on the author's word, that no program can check"
    return Section(_fold(title), items, _END, "claim", len(items))


def _fold(title: str) -> str:
    return f"<details><summary>{title}</summary>\n"
