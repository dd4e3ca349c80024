# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where a report goes, and what is said when it cannot."""

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from osaid_action.cli.output import (
    CannotWriteError,
    Output,
    complain,
    confess,
    write_at_once,
)
from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from tests.cli.calls import MET, NAME, UNMET, one_line_of_trouble


def run_shell(command, text, cwd):
    """Run a line of shell with the real command as $0."""
    given = {"cwd": cwd, "capture_output": True, "encoding": "utf-8", "timeout": 60}
    return subprocess.run(["bash", "-c", text, command], check=False, **given)


def timeless(text):
    return re.sub(r'("checked": ?)"[^"]*"', r"\1null", text)


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_output_goes_to_a_file(call, write, form):
    top = write({NAME: UNMET, "old": "something longer" * 1000})
    printed = call("check", "--format", form, cwd=top).stdout

    done = call("check", "--format", form, "-o", "old", cwd=top)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert timeless((top / "old").read_text(encoding="utf-8")) == timeless(printed)


@pytest.mark.parametrize("path", ["no/such/folder/x", ".", "/dev/full"])
def test_output_that_cannot_be_written(call, write, path):
    top = write({NAME: MET})

    one_line_of_trouble(call("check", "-o", path, cwd=top), f"{path}: cannot be written")


@pytest.mark.parametrize("path", [NAME, f"./{NAME}", "link", "hard"])
def test_output_is_not_written_over_what_is_checked(call, write, path):
    top = write({NAME: MET, "link": Path(NAME)})
    os.link(top / NAME, top / "hard")

    done = call("check", NAME, "-o", path, cwd=top)

    assert done.returncode == 2
    assert (top / NAME).read_bytes() == MET


# ------------------------------------------------------------------ standard output


class Stream:
    """A standard output on which something fails."""

    def __init__(self, error, at):
        self.error, self.at, self.flushed = error, at, 0

    def write(self, _):
        if self.at == "write":
            raise self.error

    def flush(self):
        self.flushed += 1
        if self.at == "flush":
            raise self.error


@pytest.mark.parametrize("at", ["write", "flush"])
@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), BrokenPipeError, "Broken pipe"),
        (OSError(errno.ENOSPC, "No space left"), CannotWriteError, "^No space left$"),
    ],
)
def test_a_standard_output_that_takes_no_more(monkeypatch, at, error, raised, words):
    monkeypatch.setattr(sys, "stdout", Stream(error, at))

    with pytest.raises(raised, match=words), Output(None, []) as out:
        out.write("x")


def test_what_was_printed_is_flushed_and_the_stream_stays_open(capsys):
    with Output(None, ["x"]) as out:
        out.write("a")
        out.write("b\n")
    sys.stdout.write("c\n")

    assert capsys.readouterr().out == "ab\nc\n"


def test_a_file_has_the_same_line_ends_everywhere_and_is_utf_8(tmp_path):
    with Output(str(tmp_path / "x"), []) as out:
        out.write("é\n\n")

    assert (tmp_path / "x").read_bytes() == b"\xc3\xa9\n\n"


# ------------------------------------------------------------------ a file at once


def folder(top):
    return sorted(path.name for path in top.iterdir())


def test_a_file_is_written_at_once_in_the_place_of_another(tmp_path):
    (tmp_path / "x").write_text("before")
    (tmp_path / "declaration").touch()

    write_at_once(str(tmp_path / "x"), "é\n", [str(tmp_path / "declaration"), "gone"])

    assert (tmp_path / "x").read_bytes() == b"\xc3\xa9\n"
    assert folder(tmp_path) == ["declaration", "x"]


def test_a_link_to_a_file_stays_one(tmp_path):
    (tmp_path / "x").touch()
    (tmp_path / "link").symlink_to("x")

    write_at_once(str(tmp_path / "link"), "text", [])

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "x").read_text() == "text"


REFUSED = {
    "d": "d: is the declaration; write the badge elsewhere",
    "hard": "hard: is the declaration; write the badge elsewhere",
    "folder": "folder: not a regular file; nothing is written there",
    "pipe": "pipe: not a regular file; nothing is written there",
    "dangling": "dangling: not a regular file; nothing is written there",
    "gone/x": "gone/x: cannot be written: No such file or directory",
    "taken": "taken: cannot be written: File exists",
}


@pytest.mark.parametrize("path", REFUSED)
def test_what_cannot_be_written_at_once_is_left_as_it_was(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    Path("d").write_text("declared")
    os.link("d", "hard")
    Path("folder").mkdir()
    os.mkfifo("pipe")
    Path("dangling").symlink_to("nowhere")
    Path(f"taken.{os.getpid()}.new").write_text("of somebody else")
    before = folder(tmp_path)

    with pytest.raises(OsaidError) as raised:
        write_at_once(path, "text", ["other", "d"])

    assert str(raised.value) == REFUSED[path]
    assert folder(tmp_path) == before
    assert Path("d").read_text() == "declared"


# ------------------------------------------------------------------ complaints


def test_a_complaint_is_one_line_after_what_was_printed(capsys, monkeypatch):
    stream = Stream(None, "")
    monkeypatch.setattr(sys, "stdout", stream)

    assert complain("a\nb\x1b[31m") is ExitCode.USAGE
    told = capsys.readouterr().err
    assert told.startswith("osaid: a")
    assert (told.count("\n"), "\x1b" in told, stream.flushed) == (1, False, 1)


def test_a_bug_is_told_below_its_traceback_after_what_was_printed(capsys, monkeypatch):
    stream = Stream(None, "")
    monkeypatch.setattr(sys, "stdout", stream)

    try:
        int("x")
    except ValueError:
        assert confess() is ExitCode.BUG
    *_, raised, said = capsys.readouterr().err.splitlines()
    assert raised.startswith("ValueError: invalid literal")
    assert said.startswith("osaid: this is a bug of ours, not of your file; please report it")
    assert stream.flushed == 1


# ------------------------------------------------------------------ whole or not at all


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_a_report_that_is_cut_off_leaves_the_file_as_it_was(tmp_path, error):
    (tmp_path / "old").write_text("before")

    def cut_off():
        with Output(str(tmp_path / "old"), ()) as out:
            out.write("half of ")
            raise error

    with pytest.raises(error):
        cut_off()

    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("old", "before")]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "old").write_text("before")
    (tmp_path / "link").symlink_to("old")

    with Output(str(tmp_path / "link"), ()) as out:
        out.write("after")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "old").read_text() == "after"


def test_a_pipe_without_a_reader_is_not_waited_for(call, write):
    top = write({NAME: MET})
    os.mkfifo(top / "pipe")

    one_line_of_trouble(
        call("check", "-o", "pipe", cwd=top), "pipe: cannot be written: nobody reads"
    )


def test_a_pipe_with_a_reader_and_a_device_get_it_all(call, write):
    top = write({NAME: MET})
    os.mkfifo(top / "pipe")
    reader = os.open(top / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    printed = call("check", cwd=top).stdout

    done = call("check", "-o", "pipe", cwd=top)

    assert (done.returncode, os.read(reader, 65536).decode()) == (0, printed)
    os.close(reader)
    assert call("check", "-o", os.devnull, cwd=top).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"), [(("nowhere",), 2), ((NAME,), 0), (("--format", "x"), 2)]
)
def test_what_nobody_can_hear_changes_no_exit_code(command, write, arguments, code):
    top = write({NAME: MET})
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [command, "check", *arguments], cwd=top, stderr=full, check=False, timeout=60
        )

    assert done.returncode == code


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limit on the size of files")
@pytest.mark.parametrize("arguments", ["check --format json -o out", "init --yes --force -o out"])
@pytest.mark.parametrize("before", [{}, {"out": "old"}])
def test_a_disk_that_is_full_leaves_nothing_half(command, write, arguments, before):
    top = write({NAME: UNMET, **before})

    done = run_shell(command, f'ulimit -f 1; "$0" {arguments}', top)

    assert (done.returncode, done.stderr) == (2, "osaid: out: cannot be written: File too large\n")
    assert sorted(path.name for path in top.iterdir()) == sorted([".git", NAME, *before])
    assert all((top / name).read_text() == text for name, text in before.items())


def test_an_interrupt_leaves_nothing_half(command, write):
    top = write({})
    pipe, kept = subprocess.PIPE, {"cwd": top, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([command, "check", "-", "-o", "out"], stdin=pipe, **kept) as running:
        for _ in range(1000):  # it has begun when there is a draft
            if any(path.suffix == ".new" for path in top.iterdir()):
                break
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        said = running.communicate()[1]

    assert (running.returncode, said) == (130, "")
    assert [path.name for path in top.iterdir()] == [".git"]
