# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whatever the file is, the real command ends in 1 or 2, soon, with one clear message."""

import gzip
import io
import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("unmeasured")

STORED = sorted((Path(__file__).parent / "declarations" / "hostile").iterdir())
HEAD = 'open_ai_system: "1.0"\nsystem: {name: x}\n'
_LINE = re.compile(r"(?P<path>.+?):(\d+):(\d+): error: (?P<message>.+) \[(?P<rule>[a-z0-9-]+)\]")


def after_head(text):
    return (HEAD + text).encode()


def zipped():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a", "b" * 1000)
    return archive.getvalue()


BYTES = {
    "empty": {"only a byte order mark": b"\xef\xbb\xbf", "a million line ends": b"\n" * 1_000_000},
    "not-utf-8": {
        "UTF-16": HEAD.encode("utf-16"),
        "UTF-16 big": b"\xfe\xff" + HEAD.encode("utf-16-be"),
        "UTF-32": HEAD.encode("utf-32"),
        "Latin-1": "open_ai_system: café\n".encode("latin-1"),
        "Latin-1 after a mark": b"\xef\xbb\xbf" + "system: café\n".encode("latin-1"),
        "a lone surrogate": HEAD.encode().replace(b"x}", b"\xed\xa0\x80}"),
        "PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "gzip": gzip.compress(HEAD.encode()),
        "zip": zipped() + b"\xff",
    },
    "control-character": {
        "NUL": after_head("x-a: a\0b\n"),
        "UTF-16 without a mark": HEAD.encode("utf-16-le"),
        "ANSI": after_head("x-a: \x1b[31mred\n"),
        "NEL for line ends": HEAD.replace("\n", "\x85").encode(),
        "line separators": HEAD.replace("\n", "\u2028").encode(),
        "ELF": b"\x7fELF\x02\x01\x01" + b"\0" * 9,
        "a second byte order mark": b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD.encode(),
        "NUL in a path": after_head("code: {inference: src\0main.py}\n"),
    },
    "too-large": {
        "5 MB": after_head("x-a: " + "a" * 5_000_000),
        "10,000 digits": after_head("x-a: " + "9" * 10_000),
        "a million digits": after_head("x-a: 0." + "1" * 1_000_000),
        "more nodes than may be": after_head("x-a: [" + "1," * 200_000 + "]"),
    },
    "too-deep": {
        "100,000 brackets": b"[" * 100_000,
        "100,000 mappings": b"{a: " * 100_000,
        "100,000 dashes": b"- " * 100_000,
        "1,000 indents": "".join(" " * n + "a:\n" for n in range(1000)).encode(),
    },
    "key-not-text": {"braces": b"{" * 100_000, "question marks": b"? " * 100_000},
    "anchor": {"a name of 1 MB": after_head("x-a: &" + "k" * 1_000_000 + " 1\n")},
    "alias": {"a name of 1 MB": after_head("x-a: *" + "k" * 1_000_000 + "\n")},
    "tag": {"a name of 1 MB": after_head("x-a: !" + "k" * 1_000_000 + " 1\n")},
    "not-yaml": {
        "a key of 1 MB": after_head("k" * 1_000_000 + ": 1\n"),
        "quotes": b"'" * 1_000_001,
        "colons": b": " * 100_000,
        "commas": b"[" + b"," * 100_000,
    },
    "repeated-key": {"60,000 of them": b"{" + b"a: b, " * 60_000 + b"}"},
    "unknown-key": {"a quoted key of 1 kB": after_head('"' + "k" * 1000 + '": 1\n')},
    "wrong-type": {
        "900 digits for a name": b'open_ai_system: "1.0"\nsystem: {name: ' + b"9" * 900 + b"}"
    },
    "wrong-value": {
        "a version of 1 MB": b'open_ai_system: "' + b"n" * 1_000_000 + b'"\nsystem: {name: x}\n'
    },
    "license-not-an-expression": {
        "MIT OR MIT … for 1 MB": after_head(
            "licenses: {code: " + " OR ".join(["MIT"] * 140_000) + "}"
        ),
        "an id of 1 MB": after_head("licenses: {code: a" + "b" * 1_000_000 + "}"),
        "a LicenseRef of 1 MB": after_head("licenses: {code: LicenseRef-" + "b" * 1_000_000 + "}"),
        "5,000 parentheses": after_head(
            "licenses: {code: " + "(" * 5000 + "MIT" + ")" * 5000 + "}"
        ),
        "900 parentheses": after_head("licenses: {code: " + "(" * 900 + "MIT" + ")" * 900 + "}"),
        "no parentheses closed": after_head("licenses: {code: (((MIT}"),
    },
    "not-a-location": {"words for 1 MB": after_head("code: {inference: " + "a " * 500_000 + "b}")},
    "path-outside": {
        ".. a thousand times": after_head("code: {inference: " + "../" * 1000 + "etc/passwd}"),
        "from the root": after_head("code: {inference: /etc/passwd}"),
        "into .git": after_head("code: {inference: .git/config}"),
    },
    "path-missing": {
        "a name of 100 kB": after_head("code: {inference: " + "a" * 100_000 + "}"),
        "500,000 folders": after_head("code: {inference: docs/" + "a/" * 500_000 + "}"),
        "a backslash": after_head("code: {inference: 'src\\main.py'}"),
    },
}
MADE = [
    pytest.param(data, rule, id=f"{rule}: {what}")
    for rule, cases in BYTES.items()
    for what, data in cases.items()
]

HEAVY = {
    "95,000 unknown keys": "".join(f"k{n}: 1\n" for n in range(95_000)),
    "190,000 wrong parts": "code: {training: [" + "1," * 190_000 + "]}",
    "190,000 wrong sources": "data: {sources: [" + "1," * 190_000 + "]}",
    "190,000 wrong bases": "built_on: [" + "1," * 190_000 + "]",
    "39,000 wrong words": "data:\n sources:\n" + " - {name: a, availability: publik}\n" * 39_000,
    "28,000 licenses that are none": "data:\n sources:\n"
    + " - {name: a, availability: open, license: Apache 2.0}\n" * 28_000,
    "190,000 texts for paths": "code: {inference: [" + "a b," * 190_000 + "]}",
    "190,000 parts": "code: {inference: [" + "a," * 190_000 + "]}",
    "60,000 placeholders": "code: {inference: [" + "{location: TODO}," * 60_000 + "]}",
    "39,000 sources": "data:\n sources:\n" + " - {name: a, availability: public}\n" * 39_000,
    "22,000 missing paths": "data:\n sources:\n"
    + " - {name: a, availability: open, location: x, license: MIT}\n" * 22_000,
    "28,000 unknown licenses": "data:\n sources:\n"
    + "".join(f" - {{name: a, availability: open, license: Own-{n}}}\n" for n in range(28_000)),
    "39,000 bases": "built_on:\n"
    + "".join(f" - {{name: m{n}, relation: merge}}\n" for n in range(39_000)),
    "many weights from many models": "parameters: {weights: ["
    + "{location: w, license: MIT}, " * 2400
    + "]}\nbuilt_on:\n"
    + " - {name: m, relation: merge, license: llama2}\n" * 2400,
    "200 long expressions": "data:\n sources:\n"
    + "".join(
        " - {name: a, availability: open, license: " + "MIT OR " * 250 + f"Own-{n}}}\n"
        for n in range(200)
    ),
    "300,000 lines": "x-a: |\n" + "  a\n" * 300_000,
    "1.9 MB of spaces": "x-a:" + " " * 1_900_000 + "b\n",
    "numbers at the limit": "x-a: [0x" + "f" * 990 + ", 1e" + "9" * 500 + ", -" + "9" * 990 + "]",
    "AND and OR in turn": "licenses: {code: "
    + " AND (MIT OR ISC".join(["MIT"] * 30)
    + ")" * 29
    + "}",
}


def problem_lines(text):
    return [line for line in text.splitlines() if _LINE.fullmatch(line)]


def said_once(done, path, rule):
    """One line says what is wrong, by ``rule``; nothing else does, and nothing is long."""
    lines = problem_lines(done.stdout)
    assert done.returncode == 1, done.stderr[-2000:]
    assert done.stderr == ""
    assert len(lines) == 1, lines
    found = _LINE.fullmatch(lines[0])
    assert (found["path"], found["rule"]) == (str(path), rule)
    assert len(done.stdout) < 6000


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_stored(osaid, path):
    done = osaid("check", path)

    said_once(done, path, path.stem.partition("--")[0])


@pytest.mark.parametrize(("data", "rule"), MADE)
def test_made(osaid, write, data, rule):
    top = write({"OPEN_AI_SYSTEM.yaml": data})

    done = osaid("check", "OPEN_AI_SYSTEM.yaml", cwd=top)

    said_once(done, "OPEN_AI_SYSTEM.yaml", rule)


@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY)
def test_heavy(osaid, write, text):
    """At the limits and yet readable: a report, whatever it says, and not a long one."""
    top = write({"OPEN_AI_SYSTEM.yaml": HEAD + text})

    done = osaid("check", cwd=top)

    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert done.stderr == ""
    assert len(done.stdout) < 60_000


FOLDER = {f"many/f{n}": "x" for n in range(1000)} | {
    "page.md": "".join(f"# A heading, the number {n}\n" for n in range(20_000)),
    "settings.yaml": "a: [" + "1," * 50_000 + "]\n",
    "empty/.gitkeep": "",
    "large.bin": b"\0" * 20_000_000,
}
LOOKED_AT = {
    "names in another case": [f"many/F{n % 1000}" for n in range(4000)],
    "names that are not there": [f"many/g{n}" for n in range(4000)],
    "headings": [f"page.md#none-{n}" for n in range(4000)],
    "a folder again and again": ["many"] * 4000,
    "an empty folder again and again": ["empty"] * 4000,
    "a large file again and again": [
        {"location": "large.bin", "sha256": f"{n:064x}"} for n in range(4000)
    ],
    "settings again and again": {"location": "page.md", "settings": ["settings.yaml"] * 4000},
}


@pytest.mark.parametrize("name", LOOKED_AT)
def test_heavy_to_look_at(osaid, write, name):
    """What is named often is looked at once."""
    declared = {"open_ai_system": "1.0", "system": {"name": "x"}, "code": {}}
    declared["code"]["training"] = LOOKED_AT[name]
    top = write({**FOLDER, "OPEN_AI_SYSTEM.yaml": json.dumps(declared)})

    done = osaid("check", cwd=top)

    assert done.returncode in (0, 1), done.stderr[-2000:]
    assert done.stderr == ""
    assert len(done.stdout) < 60_000


ODD = {
    "CRLF": HEAD.replace("\n", "\r\n"),
    "CR": HEAD.replace("\n", "\r"),
    "a byte order mark": "\ufeff" + HEAD,
    "a directive": "%YAML 1.1\n---\n" + HEAD,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_and_fine(osaid, write, text):
    top = write({"OPEN_AI_SYSTEM.yaml": text.encode()})

    done = osaid("check", cwd=top)

    assert done.returncode == 0, done.stdout


# ------------------------------------------------------------------ no file at all


def a_directory(path):
    path.mkdir()


def a_fifo(path):
    os.mkfifo(path)


def a_link_to_nothing(path):
    path.symlink_to("nothing")


def a_link_to_itself(path):
    path.symlink_to(path.name)


def a_link_to_zeros(path):
    path.symlink_to("/dev/zero")


def a_link_out(path):
    (path.parent.parent / "elsewhere.yaml").write_text(HEAD)
    path.symlink_to("../elsewhere.yaml")


def a_socket(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def nothing(path):
    """Leave the place empty."""


REACHED = {
    a_directory: "no OPEN_AI_SYSTEM.yaml in it.yaml",
    a_fifo: "it.yaml: not a regular file",
    a_link_to_nothing: "it.yaml: a link to nothing",
    a_link_to_itself: "it.yaml: ",
    a_link_to_zeros: "it.yaml: a link that leaves the repository",
    a_link_out: "it.yaml: a link that leaves the repository",
    a_socket: "it.yaml: ",
    nothing: "it.yaml: no such file",
}


@pytest.mark.parametrize(
    ("make", "words"), REACHED.items(), ids=lambda x: getattr(x, "__name__", "")
)
def test_trouble_in_reaching_it_is_one_line(osaid, write, make, words, monkeypatch):
    top = write({})
    monkeypatch.chdir(top)  # the path of a socket is short
    make(Path("it.yaml") if make is a_socket else top / "it.yaml")

    done = osaid("check", "it.yaml", cwd=top)

    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"osaid: {words}")


AS_ANOTHER = """
import contextlib, io, os, sys
from osaid_action.cli.main import main
if os.getuid() == 0:  # a first run imports what nobody may not read
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(sys.argv[1:])
        main(["check", "nowhere"])
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
raise SystemExit(main(sys.argv[1:]))
"""


def as_another(top, *arguments):
    """The command run by somebody whom permissions bind."""
    top.chmod(0o755)
    return subprocess.run(
        [sys.executable, "-c", AS_ANOTHER, *arguments],
        cwd=top,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_no_permission(write):
    top = write({"OPEN_AI_SYSTEM.yaml": HEAD})
    (top / "OPEN_AI_SYSTEM.yaml").chmod(0)

    done = as_another(top, "check", "OPEN_AI_SYSTEM.yaml")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "osaid: OPEN_AI_SYSTEM.yaml: permission denied; check who may read it\n"


@pytest.mark.parametrize(
    "entry",
    [
        "inference: {location: secret, license: MIT, sha256: %s}" % ("0" * 64),
        "training: {location: secret, license: MIT, settings: secret}",
        "inference: {location: 'secret#part', license: MIT}",
        "inference: {location: missing, license: MIT}",
        "inference: {location: here, license: MIT, license_file: secret}",
        "inference: {location: here}",
        "inference: {location: folder/a, license: MIT}",
        "inference: {location: folder, license: MIT}",
    ],
)
def test_no_permission_for_what_is_declared(write, tmp_path, entry):
    text = f"{HEAD}licenses: {{code: MIT}}\ncode:\n  {entry}\n"
    secret = dict.fromkeys(("secret", "LICENSE", ".gitmodules", "pyproject.toml", "README.md"), "x")
    top = write({"OPEN_AI_SYSTEM.yaml": text, "here": "x", "folder/a": "x", **secret})
    for name in (*secret, "folder"):
        (top / name).chmod(0)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        if folder.stat().st_uid == os.getuid():
            folder.chmod(0o755)

    done = as_another(top, "check", "OPEN_AI_SYSTEM.yaml")
    (top / "folder").chmod(0o755)

    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
