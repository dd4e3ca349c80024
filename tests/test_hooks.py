# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Our hook at real commits, in repositories as people have them, with both runners of hooks."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from osaid_action.validation.yaml_reader import read
from tests.report.heron import FILES, PATH, WHOLE, Shelf
from tests.test_packaging import tool

pytestmark = pytest.mark.needs_tools

HANG = 60  # seconds
HOOK = read((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_bytes()).data[0]
WHO = {
    f"GIT_{who}_{what}": "a@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}
CONFIG = ".pre-commit-config.yaml"
SYSTEM = {PATH: WHOLE.encode(), **Shelf(FILES).contents}


class User:
    """Somebody in a repository whose commits run our hook."""

    def __init__(self, top, runner, command):
        self.top = top
        entry = HOOK["entry"].replace("osaid", command, 1)
        hook = {**HOOK, "entry": entry, "language": "system"}
        top.mkdir()
        self.put({CONFIG: json.dumps({"repos": [{"repo": "local", "hooks": [hook]}]}).encode()})
        self.git("init", "--quiet", "--initial-branch=main")
        self.run(tool(runner), "install")

    def run(self, *command, check=True, cwd=None):
        named = (key for key in os.environ if not key.startswith("GIT_"))
        environ = {key: os.environ[key] for key in named} | WHO
        return subprocess.run(
            [*map(str, command)],
            cwd=cwd or self.top,
            env=environ,
            check=check,
            capture_output=True,
            text=True,
            timeout=HANG,
        )

    def git(self, *arguments, **more):
        return self.run("git", "-c", "protocol.file.allow=always", *arguments, **more)

    def put(self, files):
        for name, content in files.items():
            path = self.top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def commit(self, *arguments, cwd=None):
        """What the commit prints; empty when it went through."""
        done = self.git("commit", "-m", "x", *arguments, check=False, cwd=cwd)
        return done.stdout + done.stderr if done.returncode else ""


@pytest.fixture(params=["pre-commit", "prek"])
def user(request, tmp_path, command):
    return User(tmp_path / "theirs", request.param, command)


@pytest.fixture
def settled(user):
    """Somebody whose system is committed already."""
    user.put(SYSTEM)
    user.git("add", "--all")
    assert user.commit() == ""
    return user


def test_without_a_declaration_a_commit_goes_through(user):
    user.put({"README.md": b"# x\n"})
    user.git("add", "--all")

    assert user.commit() == ""


def test_what_was_not_added_stops_the_first_commit(user):
    user.put(SYSTEM)
    user.git("add", PATH, CONFIG, "LICENSE")

    stopped = user.commit()

    assert "is on the disk, but git does not have it [path-missing]" in stopped
    assert "`git add` it" in stopped
    user.git("add", "--all")
    assert user.commit() == ""


def test_a_file_that_was_not_added_stops_it(settled):
    settled.put({PATH: SYSTEM[PATH].replace(b"src/model.py", b"src/new.py"), "src/new.py": b"x"})
    settled.git("add", PATH)

    stopped = settled.commit()

    assert stopped.count("src/new.py is on the disk, but git does not have it") == 1
    settled.git("add", "src/new.py")
    assert settled.commit() == ""


def test_ignored_weights_stop_it(settled):
    before = SYSTEM[PATH].decode().partition("parameters:")[0]
    text = before + "parameters:\n  weights: {location: w.bin, license: MIT}\n"
    settled.put({PATH: text.encode(), ".gitignore": b"*.bin\n", "w.bin": b"0"})
    settled.git("add", "--all")

    stopped = settled.commit()

    assert "w.bin is on the disk, but git ignores it" in stopped
    assert "name where it is published" in stopped


def test_what_is_staged_counts_and_what_is_not_does_not(settled):
    settled.put({PATH: SYSTEM[PATH].replace(b"src/model.py", b"src/nowhere.py")})
    settled.put({"other.txt": b"x"})
    settled.git("add", "other.txt")
    assert settled.commit() == ""

    settled.git("add", PATH)
    settled.put({PATH: SYSTEM[PATH]})
    assert "src/nowhere.py is not in the repository" in settled.commit()


def test_a_commit_of_some_files_alone_counts_those(settled):
    settled.put({PATH: SYSTEM[PATH].replace(b"src/model.py", b"src/new.py"), "src/new.py": b"x"})
    settled.git("add", "src/new.py")

    assert "git does not have it" in settled.commit("--only", PATH)
    assert settled.commit("--only", PATH, "src/new.py") == ""


def test_a_deleted_declaration_stops_it_and_a_renamed_one_does_not(settled):
    settled.git("mv", PATH, PATH.replace(".yaml", ".yml"))
    assert settled.commit() == ""

    settled.git("rm", "--quiet", PATH.replace(".yaml", ".yml"))
    stopped = settled.commit()
    assert "the next commit deletes this declaration [declaration-removed]" in stopped
    assert settled.commit("--no-verify") == ""


@pytest.mark.parametrize("name", ["open_ai_system.yaml", ".github/Open-AI-System.yml"])
def test_a_declaration_that_gets_a_near_name_is_told_how_to_call_it(settled, name):
    (settled.top / ".github").mkdir()
    settled.git("mv", PATH, name)

    stopped = " ".join(settled.commit().split())

    told = "is there, which nobody looks for: rename it to OPEN_AI_SYSTEM.yaml"
    assert f"{os.path.basename(name)} {told}" in stopped


def test_a_declaration_that_links_to_what_is_not_added_stops_it(settled):
    settled.git("mv", PATH, "real.yaml")
    (settled.top / PATH).symlink_to("real.yaml")
    settled.git("rm", "--quiet", "--cached", "real.yaml")
    settled.git("add", PATH)
    assert "this is a link to a file that is on the disk, but git does" in settled.commit()

    settled.git("add", "real.yaml")
    assert settled.commit() == ""


def test_a_path_that_goes_away_stops_it(settled):
    settled.git("rm", "--quiet", "src/model.py")

    assert "src/model.py is not in the repository" in settled.commit()


def test_a_license_alone_that_changes_stops_it(settled):
    text = SYSTEM["LICENSE"].decode()
    words = "Permission is hereby granted" if "Permission" in text else "Grant of Copyright License"
    settled.put({"LICENSE": text.replace(words, f"Not for war. {words}", 1).encode()})
    settled.git("add", "LICENSE")

    assert "[license-altered]" in settled.commit()


def test_of_several_the_broken_one_is_named(settled):
    settled.put({f"models/{n}/{PATH}": SYSTEM[PATH] for n in "ab"})
    settled.put({f"models/b/{PATH}": b'open_ai_system: "1.0"\nsystem: {nmae: x}\n'})
    settled.git("add", "--all")

    stopped = settled.commit()

    assert "unknown key `nmae`" in stopped
    assert f"models/b/{PATH}:2" in stopped


def test_in_a_sparse_checkout_what_is_left_out_is_there(settled):
    settled.git("sparse-checkout", "set", "docs")
    settled.put({"docs/more.md": b"x"})
    settled.git("add", "docs/more.md")

    assert not (settled.top / "src").exists()
    assert settled.commit() == ""


def test_in_a_linked_work_tree_and_from_a_folder_below(settled, tmp_path):
    settled.git("worktree", "add", "--quiet", tmp_path / "linked", "-b", "other")
    linked = tmp_path / "linked"
    (linked / "docs" / "new.txt").write_text("x")
    settled.git("add", "--all", cwd=linked)
    assert settled.commit(cwd=linked / "docs") == ""

    settled.git("rm", "--quiet", "src/model.py", cwd=linked)
    assert "src/model.py is not in the repository" in settled.commit(cwd=linked / "docs")


def test_a_submodule_is_not_searched_and_its_files_are_of_another_repository(settled, tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / PATH).write_text("not: ours\n")
    for step in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "x")):
        settled.git(*step, cwd=inner)
    settled.git("submodule", "--quiet", "add", inner, "vendor/inner")

    assert settled.commit() == ""
