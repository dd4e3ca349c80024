# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Times `osaid check` on repositories that are made to take long, with the memory at its peak.

    python benchmarks/bombs.py            # all of them
    python benchmarks/bombs.py toml json  # some
    python benchmarks/bombs.py --git      # in a repository of git's, all of it added

Each is to take under 2 s and 300 MB. None of it decides a verdict: what is looked at is counted
(`osaid_action/evidence/budget.py`), and tests count it.
"""

import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable

from osaid_action.license_text.verify import known_texts

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEXTS = os.path.join(ROOT, "osaid_action", "license_text", "data")
GUARD = 45  # seconds
_HEAD = 'open_ai_system: "1.0"\nsystem: {name: Bomb}\n'

Files = dict[str, str | bytes]


def main(given: list[str]) -> None:
    """Measure the bombs that are named, or all."""
    in_git, chosen = "--git" in given, [one for one in given if one != "--git"]
    print("| bomb | seconds | of a processor | MB | exit |\n|---|---|---|---|---|")
    for name, make in BOMBS.items():
        if not chosen or name in chosen:
            folder = tempfile.mkdtemp()
            write(folder, make())
            if in_git:
                for done in ("init --quiet", "add --all"):
                    git = ["git", "-C", folder, "-c", "core.longPaths=true", *done.split()]
                    subprocess.run(git, check=True)
            seconds, busy, most, code = measured(folder)
            subprocess.run(["rm", "-rf", folder], check=True)  # noqa: S607 - shutil has too small a stack
            print(f"| {name} | {seconds:.2f} | {busy:.2f} | {most} | {code} |", flush=True)


def write(folder: str, files: Files) -> None:
    """Write files below a folder; `os.makedirs` has a stack too small for the deep ones."""
    for name, content in files.items():
        *above, last = name.split("/")
        here = folder
        for step in above:
            here = f"{here}/{step}"
            if not os.path.isdir(here):
                os.mkdir(here)
        with open(f"{here}/{last}", "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)


def measured(folder: str) -> tuple[float, float, int, int]:
    """Seconds, those of them at work, memory at its peak in MB, exit code of a check of a folder.

    Raises ValueError where no report comes out: a command that fails at once is quick, too.
    """
    command = [sys.executable, "-I", "-c", _WATCH, folder, str(GUARD)]
    told = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    seconds, busy, most, code, reports = told.split()
    if int(code) >= 0 and reports != "1":
        raise ValueError(f"{folder}: no report, exit code {code}")
    return float(seconds), float(busy), int(most), int(code)


_WATCH = """
import json, resource, subprocess, sys, time
program = "from osaid_action.cli.entry import run; run()"
command = [sys.executable, "-I", "-c", program, "check", "--format", "json", sys.argv[1]]
start, code, reports = time.perf_counter(), -1, 0
try:
    done = subprocess.run(command, stdout=-1, stderr=-3, timeout=float(sys.argv[2]))
    code, seconds = done.returncode, time.perf_counter() - start
    reports = len(json.loads(done.stdout or "{}").get("reports", ()))
except subprocess.TimeoutExpired:
    seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, code, reports)
"""
"""A small process: one that is forked from a large one counts its memory."""


# ------------------------------------------------------------------ the bombs


def code(location: str, more: str = "") -> str:
    """A declaration of code at a place."""
    return f"{_HEAD}code:\n  training: {{location: {location}, license: Apache-2.0{more}}}\n"


def apache(old: str = "", new: str = "") -> str:
    """The text of Apache-2.0 that the repository has, with a word changed."""
    with open(os.path.join(ROOT, "LICENSE"), encoding="utf-8") as file:
        return file.read().replace(old, new, 1)


ALTERED = ("reproduction, and distribution", "reproduction, and private distribution")


def toml() -> Files:
    """A table whose keys go deep."""
    return {
        "OPEN_AI_SYSTEM.yaml": code("a.py"),
        "a.py": "x",
        "LICENSE": apache(),
        "pyproject.toml": ".".join("a" * 32000) + "=1\n",
    }


def toml_settings() -> Files:
    """Settings with many dotted keys."""
    many = "\n".join(".".join("b" * 60) + f".c{n}=1" for n in range(6000))
    return {
        "OPEN_AI_SYSTEM.yaml": code("a.py", ", settings: [c.toml, d.toml]"),
        "a.py": "x",
        "c.toml": ".".join("a" * 500_000) + "=1\n",
        "d.toml": many,
    }


def json_text() -> Files:
    """JSON that goes deep, and JSON that is long."""
    return {
        "OPEN_AI_SYSTEM.yaml": code("a.py", ", settings: [c.json, d.json]"),
        "a.py": "x",
        "package.json": "[" * 250_000,
        "c.json": "[" + ",".join(["[]"] * 340_000) + "]",
        "d.json": "[" * 1_000_000,
    }


def citation() -> Files:
    """A citation that goes deep, and files of packages that take a pattern long."""
    return {
        "OPEN_AI_SYSTEM.yaml": code("a.py"),
        "a.py": "x",
        "LICENSE": apache(),
        "CITATION.cff": "a: " + "[" * 120_000,
        "setup.cfg": "license =" + " " * 250_000 + "x\n",
        "setup.py": 'license="' * 25_000,
    }


def card() -> Files:
    """Front matter of many keys, beside a card that goes deep."""
    many = "---\n" + "".join(f"k{n}: [a, b]\n" for n in range(20_000)) + "---\n"
    deep = "---\nbase_model: " + "[" * 200_000 + "\n---\n"
    weights = "parameters: {weights: {location: w/, license: MIT}}\n"
    return {
        "OPEN_AI_SYSTEM.yaml": f"{_HEAD}{weights}documents: {{model_card: w/README.md}}\n",
        "LICENSE": apache(),
        "README.md": many,
        "w/README.md": deep,
        "w/m.bin": "x",
    }


def sources() -> Files:
    """Thousands of data sets with one license file."""
    each = "".join(
        f"    - {{name: s{n}, availability: open, location: d.txt, license: Apache-2.0,"
        " license_file: L.txt}\n"
        for n in range(3000)
    )
    return {
        "OPEN_AI_SYSTEM.yaml": f"{_HEAD}data:\n  sources:\n{each}",
        "d.txt": "x",
        "L.txt": apache(*ALTERED),
    }


def licenses() -> Files:
    """Thirty license files and as many ids."""
    ids = sorted(one for one in known_texts() if "-" in one)[:30]
    expression = " OR ".join(ids)
    files: Files = {
        f"LICENSE-{n}": apache(*ALTERED).replace("Work", f"Work{n}", n) for n in range(30)
    }
    text = f"{_HEAD}code:\n  training: {{location: a.py, license: {expression}}}\n"
    return {"OPEN_AI_SYSTEM.yaml": text, "a.py": "x", **files}


def expression() -> Files:
    """An expression of hundreds of ids."""
    ids = sorted(known_texts())[:300]
    text = f"{_HEAD}code:\n  training: {{location: a.py, license: {' OR '.join(ids)}}}\n"
    return {"OPEN_AI_SYSTEM.yaml": text, "a.py": "x", "LICENSE": apache(*ALTERED)}


def safetensors() -> Files:
    """A header of tens of megabytes, and one of as much as is read."""
    tensor = '"t%d":{"dtype":"F32","shape":[1],"data_offsets":[%d,%d]}'
    header = "{" + ",".join(tensor % (n, 4 * n, 4 * n + 4) for n in range(480_000)) + "}"
    data = struct.pack("<Q", len(header)) + header.encode() + b"\0" * 4 * 480_000
    fits = "{" + ",".join(tensor % (n, 4 * n, 4 * n + 4) for n in range(68_000)) + "}"
    fitting = struct.pack("<Q", len(fits)) + fits.encode() + b"\0" * 4 * 68_000
    parts = ", ".join(f"{{location: w/m{n}.safetensors, license: Apache-2.0}}" for n in range(6))
    return {
        "OPEN_AI_SYSTEM.yaml": f"{_HEAD}parameters:\n  weights: [{parts}]\n",
        "LICENSE": apache(),
        **{f"w/m{n}.safetensors": data for n in range(3)},
        **{f"w/m{n}.safetensors": fitting for n in range(3, 6)},
    }


def gguf() -> Files:
    """An array of millions of texts."""
    start = b"GGUF" + struct.pack("<IQQ", 3, 0, 1)
    array = struct.pack("<Q", 1) + b"k" + struct.pack("<IIQ", 9, 8, 3_000_000)
    data = start + array + struct.pack("<Q", 1) * 3_000_000
    return {
        "OPEN_AI_SYSTEM.yaml": _HEAD + "parameters:\n  weights: {location: m.gguf, license: MIT}\n",
        "m.gguf": data,
    }


def onnx() -> Files:
    """A graph of hundreds of thousands of small parts, and one of a long name."""
    part = b"\x0a\x00" * 2_000_000
    graph = b"\x3a" + _varint(len(part)) + part
    name = b"\x12" + _varint(15_000_000) + b"a" * 15_000_000
    return {
        "OPEN_AI_SYSTEM.yaml": _HEAD + "parameters:\n  weights: {location: w/, license: MIT}\n",
        "LICENSE": apache(),
        "w/a.onnx": b"\x08\x07" + graph,
        "w/b.onnx": b"\x08\x07" + name,
    }


def _varint(number: int) -> bytes:
    parts = [number >> shift & 0x7F for shift in range(0, max(number.bit_length(), 1), 7)]
    return bytes([*(part | 0x80 for part in parts[:-1]), parts[-1]])


def deep() -> Files:
    """A thousand folders in each other."""
    folder = "/".join(["d"] * 1000)
    return {
        "OPEN_AI_SYSTEM.yaml": code("d/"),
        "LICENSE": apache(),
        f"{folder}/x": "x",
    }


def wide() -> Files:
    """A hundred thousand files in a folder."""
    files: Files = {f"data/f{n:06}": "" for n in range(100_000)}
    each = "".join(f"    - {{location: data/f{n:06}}}\n" for n in range(200))
    text = (
        f"{_HEAD}code:\n  training: {{location: data/, license: Apache-2.0}}\n  libraries:\n{each}"
    )
    return {"OPEN_AI_SYSTEM.yaml": text, "LICENSE": apache(), **files}


def folders() -> Files:
    """Many folders of many license files, each with code of its own."""
    text = apache(*ALTERED)
    files: Files = {f"p{n}/LICENSE": text.replace("Work", f"Work{n}") for n in range(1000)}
    files |= {f"p{n}/a.py": "x" for n in range(1000)}
    each = "".join(f"    - {{location: p{n}/a.py, license: Apache-2.0}}\n" for n in range(1000))
    return {"OPEN_AI_SYSTEM.yaml": f"{_HEAD}code:\n  libraries:\n{each}", **files}


def notices() -> Files:
    """Many notices that nearly limit, at every word."""
    files: Files = {f"p{n}/NOTICE": f"{n} " + "may not use use " * 8000 for n in range(40)}
    files |= {
        f"p{n}/{name}": text
        for n in range(40)
        for name, text in (("a.py", "x"), ("LICENSE", apache()))
    }
    each = "".join(f"    - {{location: p{n}/a.py, license: Apache-2.0}}\n" for n in range(40))
    text = f"{_HEAD}code:\n  libraries:\n{each}"
    return {"OPEN_AI_SYSTEM.yaml": text, **files}


def reading() -> Files:
    """Many files that are parsed, each as large as one may be."""
    pairs = "".join(f"k{n}: 1\n" for n in range(90_000))
    files: Files = {f"s{n}.yaml": pairs + " " * n for n in range(64)}
    each = ", ".join(files)
    return {"OPEN_AI_SYSTEM.yaml": code("a.py", f", settings: [{each}]"), "a.py": "x", **files}


def shards() -> Files:
    """Many files of weights, the header of each as large as one may be."""
    tensor = '"t%d":{"dtype":"F32","shape":[1],"data_offsets":[%d,%d]}'
    header = "{" + ",".join(tensor % (n, 4 * n, 4 * n + 4) for n in range(68_000)) + "}"
    data = struct.pack("<Q", len(header)) + header.encode() + b"\0" * 4 * 68_000
    return {
        "OPEN_AI_SYSTEM.yaml": f"{_HEAD}parameters: {{weights: {{location: w/, license: MIT}}}}\n",
        "LICENSE": apache(),
        **{f"w/m{n}.safetensors": data for n in range(16)},
    }


BOMBS: dict[str, Callable[[], Files]] = {
    "toml": toml,
    "toml-settings": toml_settings,
    "json": json_text,
    "citation": citation,
    "card": card,
    "sources": sources,
    "licenses": licenses,
    "expression": expression,
    "safetensors": safetensors,
    "gguf": gguf,
    "onnx": onnx,
    "deep": deep,
    "wide": wide,
    "folders": folders,
    "notices": notices,
    "reading": reading,
    "shards": shards,
}

if __name__ == "__main__":
    main(sys.argv[1:])
