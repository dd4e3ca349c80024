# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid init`: what is written where, what never is written over, what is said in the end."""

import os
import pty
import select
import signal
import subprocess

import pytest

from tests.cli.calls import NAME, one_line_of_trouble

FILES = {"README.md": "# Heron\n\nHeron is a model.\n", "train.py": "import torch\n"}


def test_it_writes_a_declaration_that_is_valid_and_says_what_is_left(call, write):
    top = write(FILES)

    done = call("init", "--yes", cwd=top)

    assert (done.returncode, done.stdout) == (0, "")
    assert f"{NAME} is written" in done.stderr
    assert "of 13 filled in" in done.stderr
    assert "`osaid check` says of it now" in done.stderr
    assert "name: Heron" in (top / NAME).read_text()
    assert call("check", cwd=top).returncode == 0


def test_what_is_not_added_to_git_yet_is_found_and_told(call, write):
    top = write(FILES)
    subprocess.run(["git", "-C", top, "init", "--quiet"], check=True)

    done = call("init", "--yes", cwd=top)

    assert "osaid: looked at 2 files, 2 of them not added to git yet: `git add`" in done.stderr
    assert "- location: train.py" in (top / NAME).read_text()
    assert call("check", cwd=top).returncode == 0


@pytest.mark.parametrize("there", [NAME, "OPEN_AI_SYSTEM.yml", f".github/{NAME}"])
def test_what_is_there_is_not_written_over(call, write, there):
    top = write({**FILES, there: "mine"})

    done = call("init", "--yes", cwd=top)

    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (top / there).read_text() == "mine"
    assert call("init", "--yes", "--force", cwd=top).returncode == 0
    assert "Heron" in (top / NAME).read_text()


def test_it_can_be_printed_or_written_elsewhere(call, write):
    top = write(FILES)

    printed = call("init", "--yes", "-o", "-", cwd=top)
    written = call("init", "--yes", "-o", "docs.yaml", cwd=top)

    assert printed.stdout == (top / "docs.yaml").read_text()
    assert (printed.returncode, written.returncode) == (0, 0)
    assert not (top / NAME).exists()


def test_a_link_is_not_followed(call, write):
    top = write(FILES)
    os.symlink("README.md", top / "link.yaml")

    done = call("init", "--yes", "--force", "-o", "link.yaml", cwd=top)

    one_line_of_trouble(done, "is a link; name the file itself")
    assert (top / "README.md").read_text() == FILES["README.md"]


@pytest.mark.parametrize(
    ("path", "told"), [("nowhere", "is not there"), ("README.md", "is a file")]
)
def test_it_takes_a_folder(call, write, path, told):
    one_line_of_trouble(call("init", path, cwd=write(FILES)), told)


def test_a_card_alone_is_enough(call, write):
    top = write({"card.md": "---\nlicense: mit\n---\n# Egret 2B\n", **FILES})

    done = call("init", "--yes", "-o", "-", "--from-model-card", "card.md", cwd=top)

    assert done.returncode == 0
    assert "Egret 2B" in done.stdout
    assert "Heron" not in done.stdout


GPT = "---\nlicense: mit\n---\n# GPT-2\n\n## Data\n\nIt was scraped.\n"


@pytest.mark.parametrize(
    ("card", "named"),
    [("../else/card.md", False), ("vendor/card.md", True)],
)
def test_a_card_is_called_as_it_is_and_what_is_written_is_valid(call, write, git, card, named):
    here = write({"else/card.md": GPT, "repo/vendor/card.md": GPT, "repo/README.md": "# Heron\n"})
    top = here / "repo"
    git(top, "init", "--quiet")
    git(top, "add", ".")

    done = call("init", "--yes", "--from-model-card", card, "-o", "vendor/gpt2.yaml", cwd=top)
    text = (top / "vendor/gpt2.yaml").read_text()

    assert done.returncode == 0
    assert f"name: GPT-2  # {card}:4" in text
    assert "README.md" not in text
    assert ("model_card: card.md" in text, "model_card" in text) == (named, named)
    assert call("check", "vendor/gpt2.yaml", cwd=top).returncode == 0


def test_a_card_with_a_whole_path_is_called_by_its_name(call, write):
    top = write({"else/card.md": GPT, "repo/README.md": "# Heron\n"})

    done = call("init", "--yes", "-o-", "--from-model-card", top / "else/card.md", cwd=top / "repo")

    assert "name: GPT-2  # card.md:4" in done.stdout
    assert str(top) not in done.stdout


@pytest.mark.parametrize("output", ["vendor/heron.yaml", f".github/{NAME}", "heron.yaml"])
def test_paths_begin_where_the_file_stands(call, write, git, output):
    top = write({**FILES, "vendor/x": "x", ".github/x": "x"})
    git(top, "init", "--quiet")
    git(top, "add", ".")

    done = call("init", "--yes", "-o", output, cwd=top)

    assert done.returncode == 0
    assert "train.py" in (top / output).read_text()
    assert call("check", output, cwd=top).returncode == 0


# ------------------------------------------------------------------ at a terminal

TWO = "https://huggingface.co/grey/heron-1b https://huggingface.co/grey/heron-7b\n"
ASKED = {
    **FILES,
    "README.md": f"# Heron\n\n{TWO}",
    "CITATION.cff": "repository-code: https://github.com/grey/heron\n",
}


class Terminal:
    """The real command at a pseudo-terminal."""

    def __init__(self, command, folder, *arguments):
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [command, "init", *arguments], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        self.shown = ""

    def until(self, words):
        """Wait until the words are shown, or it ends."""
        while words not in self.shown and select.select([self.ours], [], [], 10)[0]:
            try:
                piece = os.read(self.ours, 4096).decode("utf-8", "replace")
            except OSError:  # how Linux says that the other side is gone
                break
            if not piece:
                break
            self.shown += piece

    def answer(self, words, typed):
        """Type something when the words are shown; what was shown before counts no more."""
        self.until(words)
        assert words in self.shown
        self.shown = ""
        os.write(self.ours, typed)

    def end(self):
        """The exit code."""
        self.until("\0")
        code = self.process.wait(timeout=60)
        os.close(self.ours)
        return code


def test_answers_at_a_terminal(command, write):
    top = write(ASKED)
    terminal = Terminal(command, top)

    terminal.answer("called? [Heron]", b"\n")
    terminal.answer("makes it? [grey]", b"Wading Institute\n")
    terminal.answer("A number", b"7\n")
    terminal.answer("none of the answers: type 1, 2, no, or -", b"2\n")
    terminal.answer("license", b"no license at all!\n")
    terminal.answer("none of the answers: type an SPDX id", b"mit\n")

    assert terminal.end() == 0
    text = (top / NAME).read_text()
    assert "  producer: Wading Institute  # said at the terminal" in text
    assert '    location: "https://huggingface.co/grey/heron-7b"' in text
    assert "    license: mit  # said at the terminal" in text


@pytest.mark.parametrize("stop", ["interrupt", "end"])
def test_who_stops_leaves_nothing_behind(command, write, stop):
    top = write(ASKED)
    before = sorted(os.listdir(top))
    terminal = Terminal(command, top)

    terminal.answer("called?", b"\n")
    terminal.until("makes it?")
    if stop == "interrupt":
        terminal.process.send_signal(signal.SIGINT)
    else:
        os.write(terminal.ours, b"\x04")  # how a terminal says that nothing more comes

    assert terminal.end() == {"interrupt": 130, "end": 2}[stop]
    assert "Traceback" not in terminal.shown
    assert sorted(os.listdir(top)) == before


def test_nothing_is_asked_where_nobody_sits(osaid, write):
    top = write(ASKED)

    done = osaid("init", cwd=top)

    assert done.returncode == 0
    assert "?" not in done.stderr


# ------------------------------------------------------------------ what strangers wrote

REPEATED = ["[", "![", "<h1 ", "# A\n", "```\n", "python ", "a. B", "- a\n", "under ", "\n"]
LINKED = "* [https://github.com/a/b](https://github.com/a/b) trained with "


@pytest.mark.parametrize("text", [*REPEATED, LINKED])
def test_long_texts_take_no_long_time(osaid, write, text):
    long = (text * (256 * 1024))[: 256 * 1024]
    names = ["README.md", "MODEL_CARD.md", "pyproject.toml", "CITATION.cff", "mergekit.yaml"]
    top = write(dict.fromkeys([*names, "adapter_config.json", "train.py", "sub/README.md"], long))

    assert osaid("init", "--yes", cwd=top).returncode == 0  # within the time of the guard


def test_check_never_contradicts_what_was_written(call, write):
    top = write({**FILES, "heron.safetensors": "", "README.md": "# Heron\n"})

    call("init", "--yes", cwd=top)

    assert "    #location: heron.safetensors" in (top / NAME).read_text()
    assert call("check", cwd=top).returncode == 0
