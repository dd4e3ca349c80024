# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid check --base` and `osaid badge`, as commands."""

import json
import os
import subprocess

import pytest

from osaid_action.baseline import Baseline
from osaid_action.errors import OsaidError
from osaid_action.repository.tree import DeclarationFile
from testing.github_double.commands import commands
from tests.report.heron import (
    FILES,
    LESS,
    LICENSE,
    MISSPELT,
    NO_TRAINING,
    PATH,
    WHOLE,
    Shelf,
    report_on,
)


@pytest.fixture
def repository(tmp_path):
    """A repository with the whole declaration committed; its folder."""
    top = tmp_path / "repository"
    for name in FILES:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# provenance\n# selection\n# processing\n", encoding="utf-8")
    (top / "LICENSE").write_bytes(LICENSE)
    (top / PATH).write_text(WHOLE, encoding="utf-8")
    git(top, "init", "--quiet", "--initial-branch=main")
    commit(top)
    return top


def git(top, *arguments):
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", top, *named, *arguments], check=True, capture_output=True)


def commit(top):
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message=a")


def change(done):
    """The change in a JSON report."""
    return json.loads(done.stdout)["reports"][0]["change"]


# ------------------------------------------------------------------ --base


def test_what_changed_is_told_after_the_report(osaid, repository):
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    done = osaid("check", "--base", "main", cwd=repository)

    assert done.returncode == 0
    assert done.stdout.endswith(
        f"\nsince main, {PATH}: loses study and modify\n"
        "  the training code: met → not met; license Apache-2.0 → none; "
        "evidence verified → absent\n"
    )


def test_the_evidence_is_that_of_the_revision(osaid, repository):
    git(repository, "rm", "--quiet", "-r", "src/train")

    told = change(osaid("check", "--base", "HEAD", "--format", "json", cwd=repository))

    assert told["freedoms"].keys() == {"study", "modify"}
    assert told["evidence"] == {"code.training": {"before": "verified", "after": "contradicted"}}


def test_json_meets_its_schema(osaid, repository, report_errors):
    (repository / PATH).write_text(LESS, encoding="utf-8")

    whole = osaid("check", "--base", "HEAD", "--format", "json", cwd=repository)
    line = osaid("check", "--base", "HEAD", "--format", "jsonl", cwd=repository)

    assert report_errors(json.loads(whole.stdout)) == []
    assert json.loads(line.stdout)["change"] == change(whole)
    assert change(whole)["base"] == "known"


def test_without_a_base_there_is_no_change(osaid, repository):
    done = osaid("check", "--format", "json", cwd=repository)

    assert "change" not in json.loads(done.stdout)["reports"][0]


def test_a_declaration_below_the_top_is_found_at_the_revision(osaid, repository):
    below = repository / "models" / ".github"
    below.mkdir(parents=True)
    (below / PATH).write_text(NO_TRAINING, encoding="utf-8")
    commit(repository)
    (below / PATH).write_text(LESS, encoding="utf-8")

    told = change(osaid("check", ".github", "--base=HEAD", "--format=json", cwd=below.parent))

    assert told["licenses"] == {"parameters.weights": {"before": "Apache-2.0", "after": "llama3.1"}}


def test_a_new_declaration_is_new(osaid, repository):
    (repository / "b").mkdir()
    (repository / "b" / PATH).write_text(WHOLE, encoding="utf-8")

    told = change(osaid("check", "b", "--base", "HEAD", "--format", "json", cwd=repository))

    assert told["base"] == "new"


def test_another_suffix_is_the_same_declaration(osaid, repository):
    os.rename(repository / PATH, repository / "OPEN_AI_SYSTEM.yml")

    told = change(osaid("check", "--base", "HEAD", "--format", "json", cwd=repository))

    assert told["base"] == "known"


def test_a_base_that_was_invalid_is_invalid(osaid, repository):
    (repository / PATH).write_text(MISSPELT, encoding="utf-8")
    commit(repository)
    (repository / PATH).write_text(WHOLE, encoding="utf-8")

    done = osaid("check", "--base", "HEAD", "--format", "json", cwd=repository)

    assert done.returncode == 0
    assert change(done)["base"] == "invalid"


def test_a_file_can_be_the_base(osaid, repository, tmp_path):
    old = tmp_path / "old.yaml"
    old.write_text(WHOLE, encoding="utf-8")
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    told = change(osaid("check", "--base", old, "--format", "json", cwd=repository))

    assert told["freedoms"].keys() == {"study", "modify"}


def test_a_file_is_compared_with_one_declaration(osaid, repository, tmp_path):
    old = tmp_path / "old.yaml"
    old.write_text(WHOLE, encoding="utf-8")

    done = osaid("check", PATH, f"./{PATH}", "--base", old, cwd=repository)

    assert done.returncode == 2
    assert "a file is compared with one declaration" in done.stderr


@pytest.mark.parametrize(
    ("base", "message"),
    [
        ("nothing", "osaid: nothing: git knows no such commit here"),
        ("--upload-pack=touch pwned", "osaid: '--upload-pack=touch pwned' is no revision"),
        ("", "osaid: '' is no revision"),
        ("src", "osaid: src: git knows no such commit here"),
    ],
)
def test_a_base_that_is_none_stops_the_work(osaid, repository, base, message):
    done = osaid("check", f"--base={base}", cwd=repository)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert not (repository / "pwned").exists()


def test_a_shallow_clone_says_what_to_do(osaid, repository, tmp_path):
    commit_before = "HEAD~1"
    (repository / "x").touch()
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", clone)

    done = osaid("check", "--base", commit_before, cwd=clone)

    assert done.returncode == 2
    assert "shallow" in done.stderr
    assert "fetch-depth: 0" in done.stderr


def test_outside_of_git_it_is_said(osaid, tmp_path):
    (tmp_path / PATH).write_text(WHOLE, encoding="utf-8")

    done = osaid("check", "--base", "main", cwd=tmp_path)

    assert done.returncode == 2
    assert "not a git repository" in done.stderr


# ------------------------------------------------------------------ where the trees come from


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OsaidError("what else is in it cannot be told"), "what else is in it cannot be told"),
        (OSError(), "OSError"),
    ],
)
def test_a_base_that_cannot_be_had_is_no_new_declaration(error, why):
    class Torn(Shelf):
        def kind(self, _):
            raise error

    def fail(_):
        raise error

    home = DeclarationFile(Shelf(FILES), PATH, "")
    for find in (fail, lambda _: Torn(FILES)):
        told = Baseline(find).change(report_on(WHOLE), home)

        assert (told.base_state, told.why) == ("unknown", why)


@pytest.mark.parametrize("error", [None, OsaidError("x"), SystemExit(1)])
def test_each_repository_is_opened_once(error):
    asked = []

    def find(top):
        asked.append(top)
        if error:
            raise error

    baseline = Baseline(find)
    for top in ("a", "b", "a"):
        if error:
            with pytest.raises(type(error)):
                baseline.tree(top)
        else:
            assert baseline.tree(top) is None
    assert asked == ["a", "b"]


def test_without_anything_to_compare_with_there_is_no_change():
    home = DeclarationFile(Shelf(FILES), PATH, "")

    assert Baseline(lambda _: None).change(report_on(WHOLE), home) is None


# ------------------------------------------------------------------ formats


def test_markdown_is_the_summary(osaid, repository):
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    done = osaid("check", "--base", "HEAD", "--format", "markdown", cwd=repository)

    assert done.returncode == 0
    assert done.stdout.startswith(
        "### Open Source AI: 2 of 4 freedoms · this change loses Study and Modify\n"
    )


def test_github_is_commands(osaid, repository):
    (repository / PATH).write_text(MISSPELT, encoding="utf-8")

    done = osaid("check", "--format", "github", cwd=repository)

    assert done.returncode == 1
    assert [(c.name, c.properties["line"]) for c in commands(done.stdout)] == [
        ("error", "5"),
        ("error", "8"),
    ]


# ------------------------------------------------------------------ badge


def test_a_badge_is_written_twice(osaid, repository):
    done = osaid("badge", "--svg", "b.svg", "--endpoint", "b.json", cwd=repository)

    assert (done.returncode, done.stdout) == (0, "open source AI: 4/4 freedoms\n")
    assert json.loads((repository / "b.json").read_text())["color"] == "brightgreen"
    assert (repository / "b.svg").read_text().startswith("<svg ")
    assert sorted(name for name in os.listdir(repository) if name.startswith("b")) == [
        "b.json",
        "b.svg",
    ]


def test_a_badge_can_be_of_one_freedom(osaid, repository):
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    done = osaid("badge", PATH, "--freedom", "study", "--endpoint", "b.json", cwd=repository)

    assert (done.returncode, done.stdout) == (0, "free to study: no\n")
    assert json.loads((repository / "b.json").read_text())["label"] == "free to study"


def test_an_invalid_file_gets_its_badge_and_its_exit_code(osaid, repository):
    (repository / PATH).write_text(MISSPELT, encoding="utf-8")

    done = osaid("badge", "--endpoint", "b.json", cwd=repository)

    assert done.returncode == 1
    assert json.loads((repository / "b.json").read_text())["message"] == "invalid"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "where to? --svg FILE, --endpoint FILE, or both"),
        (("--svg", PATH), "is the declaration"),
        (("--svg", "src"), "not a regular file"),
        (("--svg", "no/such/b.svg"), "cannot be written"),
        (("nothing.yaml", "--svg", "b.svg"), "no such file"),
    ],
)
def test_a_badge_that_cannot_be_written_leaves_nothing(osaid, repository, arguments, message):
    before = sorted(os.listdir(repository))

    done = osaid("badge", *arguments, cwd=repository)

    assert done.returncode == 2
    assert message in done.stderr
    assert sorted(os.listdir(repository)) == before
    assert (repository / PATH).read_text(encoding="utf-8") == WHOLE


def test_a_badge_is_of_one_declaration(osaid, repository):
    (repository / "b").mkdir()
    (repository / "b" / PATH).write_text(WHOLE, encoding="utf-8")

    done = osaid("badge", "--svg", "b.svg", cwd=repository)

    assert done.returncode == 2
    assert "2 declarations in .; name one of them" in done.stderr
