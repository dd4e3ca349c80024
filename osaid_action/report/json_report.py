# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → JSON; the keys are a contract, `schemas/report-1.schema.json`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from osaid_action import __version__
from osaid_action.comparison import Change
from osaid_action.comparison import as_data as change_data
from osaid_action.definition.requirements import DEFINITION, DISCLAIMER
from osaid_action.licenses.catalogue import spdx_list_version
from osaid_action.model import (
    Attested,
    Finding,
    LicenseClause,
    Report,
    RequirementResult,
    json_pointer,
)

REPORT_VERSION = "1.0"


def as_data(report: Report, change: Change | None = None) -> dict[str, Any]:
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
        "freedoms": None
        if report.freedoms is None
        else {
            name: {"outcome": freedom.outcome.value, "reasons": list(freedom.reasons)}
            for name, freedom in report.freedoms.items()
        },
        "requirements": [_requirement(one) for one in report.requirements],
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
        "clause": {"text": one.clause.text, "url": one.clause.url},
        "line": one.line,
        "locations": list(one.locations),
        "licenses": list(one.licenses),
        "clauses": [_clause(clause) for clause in one.clauses],
        "access": one.access,
        "source": [{"location": o.where, "date": o.date or None} for o in one.sources],
        "notes": list(one.notes),
        "reasons": list(one.reasons),
    }


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


def render(reports: Iterable[Report], changes: Mapping[str, Change] | None = None) -> Iterator[str]:
    """One JSON document, report by report, so that many take no more memory than one.

    ``changes`` are by the path of the report; there when their report comes.
    """
    head = json.dumps({"report_version": REPORT_VERSION, "tool": tool()}, indent=2)
    yield head.removesuffix("\n}") + ',\n  "reports": ['
    before = "\n"
    for report in reports:
        body = json.dumps(as_data(report, (changes or {}).get(report.path)), indent=2).replace(
            "\n", "\n    "
        )
        yield f"{before}    {body}"
        before = ",\n"
    yield "\n  ]\n}\n"


def render_lines(
    reports: Iterable[Report], changes: Mapping[str, Change] | None = None
) -> Iterator[str]:
    """JSON lines: a report a line, each with the version and the tool beside its own keys."""
    head = {"report_version": REPORT_VERSION, "tool": tool()}
    for report in reports:
        data = as_data(report, (changes or {}).get(report.path))
        yield json.dumps({**head, **data}, separators=(",", ":")) + "\n"
