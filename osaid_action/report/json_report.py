# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → JSON; the keys are a contract, `schemas/report-1.schema.json`."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from osaid_action import __version__
from osaid_action.comparison import Change, Removed, removed_as_data
from osaid_action.comparison import as_data as change_data
from osaid_action.definition.requirements import DEFINITION, DISCLAIMER
from osaid_action.findings import Attested, Finding, LicenseClause, Loan, Report, RequirementResult
from osaid_action.licenses.catalogue import find, spdx_list_version
from osaid_action.model import Origin, json_pointer

REPORT_VERSION = "1.0"


def _no_commit(report: Report) -> str:  # noqa: ARG001 - the shape of what `Run` asks
    return ""


class Run(NamedTuple):
    """When something was checked, and of which commit a declaration is; empty for not known."""

    checked: str = ""  # in UTC, as RFC 3339 has it
    commit: Callable[[Report], str] = _no_commit


UNKNOWN = Run()


def as_data(report: Report, change: Change | None = None, run: Run = UNKNOWN) -> dict[str, Any]:
    """One report as plain values; with what changed, where it was compared."""
    keys = ("name", "kind", "version", "producer", "repository")
    return {
        "path": report.path,
        "valid": report.valid,
        "verdict": report.verdict,
        "label": report.label,
        "definition": DEFINITION,
        "system": {key: getattr(report.system, key, None) or None for key in keys},
        "declared": {
            key: told or None
            for key, told in zip(("by", "role", "date"), report.declared, strict=True)
        },
        "subject": {
            "sha256": hashlib.sha256(report.content).hexdigest(),
            "commit": run.commit(report) or None,
            "checked": run.checked or None,
        },
        "disclaimer": DISCLAIMER,
        "freedoms": None
        if report.freedoms is None
        else {
            name: {"outcome": freedom.outcome.value, "reasons": list(freedom.reasons)}
            for name, freedom in report.freedoms.items()
        },
        "requirements": [_requirement(one) for one in report.requirements],
        "built_on": [_loan(one) for one in report.built_on],
        "license_readings": _readings(report),
        "evidence": report.evidence,
        "as_declared": report.as_declared,
        "findings": [_finding(one) for one in report.findings],
        "attested": [_attested(one) for one in report.attested],
        "mof": None,
        **({"change": change_data(change)} if change else {}),
    }


def _finding(finding: Finding) -> dict[str, str | int]:
    return {
        "id": finding.id,
        "rule": finding.rule.id,
        "severity": finding.severity,
        "message": finding.message,
        "remedy": finding.remedy,
        "pointer": finding.pointer,
        "line": finding.line,
        "column": finding.column,
    }


def _attested(one: Attested) -> dict[str, str | None]:
    """What is attested, the prose that it rests on, and where that stands."""
    return {"what": one.what, "text": one.text or None, "pointer": json_pointer(one.path)}


def _requirement(one: RequirementResult) -> dict[str, Any]:
    return {
        "id": one.id,
        "group": one.group,
        "outcome": one.outcome.value,
        "evidence": one.evidence,
        "clause": {
            "section": one.clause.section,
            "text": one.clause.text,
            "url": one.clause.url,
        },
        "line": one.line,
        "locations": list(one.locations),
        "licenses": list(one.licenses),
        "clauses": [_clause(clause) for clause in one.clauses],
        "access": one.access,
        "source": [_origin(origin) for origin in one.sources],
        "notes": list(one.notes),
        "reasons": list(one.reasons),
    }


def _origin(origin: Origin) -> dict[str, str | None]:
    return {"location": origin.where, "date": origin.date or None}


def _loan(one: Loan) -> dict[str, Any]:
    """A model that it is built on, as declared, and what it lends."""
    model = one.model
    lends = {freedom: outcome.value for freedom, outcome in (one.lends or {}).items()}
    return {
        "name": model.name,
        "relation": model.relation,
        "lends": lends or None,
        "verdict": one.verdict,
        "location": model.location or None,
        "license": model.license or None,
        "access": model.access,
        "source": _origin(model.source) if model.source else None,
        "reasons": list(one.reasons),
    }


_OPERATORS = {"AND", "OR", "WITH"}


def _readings(report: Report) -> list[dict[str, str | None]]:
    """Which reading of each license counted: of whose, and when it was checked last."""
    every = [id_ for one in report.requirements for id_ in one.licenses]
    every += [one.model.license for one in report.built_on]
    words = dict.fromkeys(word for text in every for word in re.findall(r"[^\s()]+", text))
    known = {word: find(word) for word in words if word not in _OPERATORS}
    found = {license_.id: license_ for license_ in known.values() if license_}
    return [
        {
            "id": license_.id,
            "name": license_.name or None,
            "known_from": license_.source,
            "checked": license_.checked or None,
            "url": license_.url or None,
        }
        for license_ in found.values()
    ]


def _clause(clause: LicenseClause) -> dict[str, Any]:
    return {
        "license": clause.license,
        "kind": clause.kind,
        "freedoms": list(clause.freedoms),
        "section": clause.section,
        "text": clause.text,
    }


def tool() -> dict[str, str]:
    """Which tool speaks, and with which list of licenses."""
    return {
        "name": "osaid-action",
        "version": __version__,
        "spdx_list": spdx_list_version(),
        "disclaimer": DISCLAIMER,
    }


def render(
    reports: Iterable[Report],
    changes: Mapping[str, Change] | None = None,
    run: Run = UNKNOWN,
    removed: Sequence[Removed] | None = None,
) -> Iterator[str]:
    """One JSON document, report by report, so that many take no more memory than one.

    ``changes`` are by the path of the report; there when their report comes. ``removed`` are told
    where a base was looked at, none too.
    """
    head = json.dumps({"report_version": REPORT_VERSION, "tool": tool()}, indent=2)
    yield head.removesuffix("\n}") + ',\n  "reports": ['
    before = "\n"
    for report in reports:
        data = as_data(report, (changes or {}).get(report.path), run)
        body = json.dumps(data, indent=2).replace("\n", "\n    ")
        yield f"{before}    {body}"
        before = ",\n"
    if removed is not None:
        told = json.dumps([removed_as_data(one) for one in removed], indent=2)
        yield '\n  ],\n  "removed": ' + told.replace("\n", "\n  ") + "\n}\n"
    else:
        yield "\n  ]\n}\n"


def render_lines(
    reports: Iterable[Report],
    changes: Mapping[str, Change] | None = None,
    run: Run = UNKNOWN,
    removed: Sequence[Removed] | None = None,
) -> Iterator[str]:
    """JSON lines: a report a line, each with the version and the tool beside its own keys.

    One more line tells what was ``removed``, where something was.
    """
    head = {"report_version": REPORT_VERSION, "tool": tool()}
    for report in reports:
        data = as_data(report, (changes or {}).get(report.path), run)
        yield json.dumps({**head, **data}, separators=(",", ":")) + "\n"
    if removed:
        told = [removed_as_data(one) for one in removed]
        yield json.dumps({**head, "removed": told}, separators=(",", ":")) + "\n"
