# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid check`: which files, which exit code, and what changed since a base."""

import io
import json
import os
import subprocess
import sys

import pytest

from osaid_action.check import check
from osaid_action.cli.main import main
from osaid_action.repository.git_tree import GitTree
from tests.cli.calls import (
    CONTRADICTED,
    INVALID,
    MET,
    NAME,
    UNKNOWN,
    UNMET,
    change,
    one_line_of_trouble,
    paths,
)
from tests.made import dumped, whole
from tests.report.heron import LESS, MISSPELT, NO_TRAINING, PATH, WHOLE

# ------------------------------------------------------------------ which files


@pytest.mark.parametrize("arguments", [(), (".",), (NAME,), (f"./{NAME}",)])
def test_a_file_a_folder_or_where_one_stands(call, write, arguments):
    done = call("check", *arguments, cwd=write({NAME: MET}))

    assert done.returncode == 0
    assert done.stdout.startswith(arguments[0] if arguments[:1] == (f"./{NAME}",) else NAME)
    assert done.stderr == ""


def test_folders_are_searched_in_order_and_hidden_ones_left_out(call, write):
    files = [
        NAME, f".github/{NAME}", "a/OPEN_AI_SYSTEM.yml", f"a/b/{NAME}", f"z/{NAME}",
        f".hidden/{NAME}", f".git/{NAME}", f"a/.venv/{NAME}", "a/open_ai_system.yaml",
        f"a/x{NAME}",
    ]  # fmt: skip
    done = call("check", "--format", "json", cwd=write(dict.fromkeys(files, MET)))

    found = [NAME, f".github/{NAME}", "a/OPEN_AI_SYSTEM.yml", f"a/b/{NAME}", f"z/{NAME}"]
    assert paths(done) == found


def test_the_path_is_shown_as_it_was_typed(call, write):
    top = write({f"a/{NAME}": MET})

    assert paths(call("check", "a", "--format", "json", cwd=top)) == [f"a/{NAME}"]
    assert paths(call("check", "./a", "--format", "json", cwd=top)) == [f"./a/{NAME}"]
    assert paths(call("check", f"{top}/a", "--format", "json")) == [f"{top}/a/{NAME}"]
    assert paths(call("check", "..", "--format", "json", cwd=top / "a")) == [f"../a/{NAME}"]


def test_a_path_that_is_given_twice_is_checked_once(call, write):
    done = call("check", NAME, ".", NAME, "--format", "json", cwd=write({NAME: MET}))

    assert paths(done) == [NAME]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([f"./{NAME}", ".", NAME], [f"./{NAME}", f"a/{NAME}"]),
        ([f"a/{NAME}", ".", "a", "./a"], [f"a/{NAME}", NAME]),
        (["a", f"a/../{NAME}", f"a/../a/{NAME}"], [f"a/{NAME}", f"a/../{NAME}"]),
    ],
)
def test_one_that_is_typed_otherwise_is_the_same(call, write, typed, expected):
    done = call("check", *typed, "--format", "json", cwd=write({NAME: MET, f"a/{NAME}": MET}))

    assert paths(done) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("../inner", f"alias/{NAME}"), ("../../elsewhere", f"alias/{NAME}"), (".", f"alias/{NAME}")],
    ids=["in this repository", "in another", "around itself"],
)
@pytest.mark.parametrize("is_file", [True, False], ids=["a file", "the folder"])
def test_a_link_to_a_folder_that_is_named_is_that_folder(  # noqa: PLR0913, PLR0917
    call, commit, git, write, tmp_path, target, expected, is_file
):
    top = write({NAME: MET, f"inner/{NAME}": MET, f"docs/{NAME}": MET, "inner/a.md": "x"})
    (top / ".git").rmdir()
    git(top, "init", "--quiet")
    commit(top)
    write({NAME: MET}, tmp_path / "elsewhere")
    (top / "docs" / "alias").symlink_to(target)

    named = f"alias/{NAME}" if is_file else "alias"
    done = call("check", named, "--format", "json", cwd=top / "docs")

    assert paths(done) == [expected]
    assert not any(
        "not-added" in f["rule"] for f in json.loads(done.stdout)["reports"][0]["findings"]
    )


@pytest.mark.parametrize("named", [".", "bare.git"])
def test_a_bare_repository_has_no_files(call, git, tmp_path, named):
    git(tmp_path, "init", "--quiet", "--bare", "bare.git")

    done = call("check", named, cwd=tmp_path if named != "." else tmp_path / "bare.git")

    one_line_of_trouble(done, "a repository without files; check out its files first")


def test_a_report_does_not_take_the_place_of_what_is_compared_with(call, write):
    top = write({NAME: MET, "old.yaml": MET})

    done = call("check", NAME, "--base", "old.yaml", "-o", "old.yaml", cwd=top)

    one_line_of_trouble(done, "old.yaml: is a declaration that is read")
    assert (top / "old.yaml").read_bytes() == MET


@pytest.mark.parametrize("named", ["vendor", "./vendor/"])
def test_a_submodule_that_is_not_checked_out_is_not_the_repository_around_it(
    call, write, git, named
):
    top = write({NAME: MET, "vendor/.gitkeep": ""})
    (top / ".git").rmdir()
    git(top, "init", "--quiet")
    git(top, "update-index", "--add", "--cacheinfo", f"160000,{'a' * 40},vendor")
    (top / "vendor" / ".gitkeep").unlink()

    one_line_of_trouble(call("check", named, cwd=top), "a submodule that is not checked out")


def test_a_declaration_can_have_any_name(call, write):
    done = call("check", "mine.yml", cwd=write({"mine.yml": MET}))

    assert done.returncode == 0


def test_nothing_there_suggests_how_to_begin(call, write):
    top = write({"README.md": "x", "empty/x": "x"})

    one_line_of_trouble(call("check", cwd=top), "no OPEN_AI_SYSTEM.yaml here")
    one_line_of_trouble(call("check", "empty", cwd=top), "no OPEN_AI_SYSTEM.yaml in empty")


def test_a_folder_without_one_is_a_warning_where_others_were_found(call, write):
    top = write({f"a/{NAME}": MET, "empty/x": "x", "bare/x": "x"})
    done = call("check", "empty", "a", "bare", cwd=top)

    assert done.returncode == 0
    lines = done.stderr.splitlines()
    assert [line.partition(";")[0] for line in lines] == [
        f"osaid: warning: no {NAME} in {folder}" for folder in ("empty", "bare")
    ]
    quiet = call("check", "empty", "a", "--if-missing", "ignore", cwd=top)
    assert (quiet.returncode, "warning" in quiet.stderr) == (0, False)
    none = call("check", "empty", "bare", cwd=top)
    assert (none.returncode, len(none.stderr.splitlines())) == (2, 2)
    assert call("check", "empty", "gone.yaml", "a", cwd=top).returncode == 2


def test_a_missing_path(call, tmp_path):
    one_line_of_trouble(call("check", "gone.yaml", cwd=tmp_path), "gone.yaml: no such file")
    one_line_of_trouble(call("check", "", cwd=tmp_path), "no such file")


def test_paths_are_relative_to_the_declaration_and_bound_by_the_repository(call, write):
    entry = {"location": "../lib/run.py", "license": "MIT"}
    text = dumped(whole({"code.inference": entry}))
    top = write({f"a/{NAME}": text, "lib/run.py": "x", f"b/.git/{NAME}": "", f"b/{NAME}": text})

    assert call("check", "a", cwd=top).returncode == 0
    assert call("check", cwd=top / "a").returncode == 0
    outside = call("check", "b", cwd=top)
    assert outside.returncode == 1
    assert "[path-outside]" in outside.stdout


# ------------------------------------------------------------------ exit codes


CODES = [
    (MET, (), 0),
    (UNMET, (), 0),
    (UNKNOWN, (), 0),
    (INVALID, (), 1),
    (INVALID, ("--format", "json"), 1),
    (MET, ("--format", "jsonl"), 0),
    (CONTRADICTED, (), 1),
    (CONTRADICTED, ("--no-evidence",), 0),
    (MET, ("--require", "all"), 0),
    (UNMET, ("--require", "all"), 1),
    (UNMET, ("--require", "use,share"), 0),
    (UNMET, ("--require", "share, STUDY"), 1),
    (UNKNOWN, ("--require", "use"), 1),
    (UNMET, ("--require", "all", "--exit-zero"), 0),
    (INVALID, ("--exit-zero",), 0),
    (CONTRADICTED, ("--exit-zero",), 0),
    (None, (), 2),
    (None, ("--exit-zero",), 2),
    (MET, ("--require", "freedom"), 2),
    (MET, ("--require", ""), 2),
    (MET, ("--format", "xml"), 2),
    (MET, ("--wrong",), 2),
    (MET, ("-q", "-v"), 2),
]


@pytest.mark.parametrize(("data", "arguments", "code"), CODES)
def test_exit_codes(call, write, data, arguments, code):
    top = write({} if data is None else {NAME: data})

    done = call("check", *arguments, cwd=top)

    assert done.returncode == code, done.stderr
    assert bool(done.stderr) is (code == 2)
    assert "Traceback" not in done.stderr


def test_of_several_the_highest_code_and_every_other_report(call, write):
    top = write({"a.yaml": MET, "b.yaml": INVALID, "c.yaml": UNMET})

    worst = call("check", "a.yaml", "b.yaml", "gone.yaml", "c.yaml", "--format", "json", cwd=top)
    bad = call("check", "a.yaml", "b.yaml", "c.yaml", "--format", "json", cwd=top)

    assert (worst.returncode, bad.returncode) == (2, 1)
    assert paths(worst) == paths(bad) == ["a.yaml", "b.yaml", "c.yaml"]
    assert worst.stderr == "osaid: gone.yaml: no such file; check the path\n"


def test_when_none_can_be_read_json_is_still_json(call, tmp_path):
    done = call("check", "gone.yaml", "--format", "json", cwd=tmp_path)

    assert done.returncode == 2
    assert json.loads(done.stdout)["reports"] == []


# ------------------------------------------------------------------ what changed


def test_what_changed_is_told_after_the_report(call, repository):
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    done = call("check", "--base", "main", cwd=repository)

    assert done.returncode == 0
    assert done.stdout.endswith(
        f"\nsince main, {PATH}: loses study and modify\n"
        "  the training code: met → not met; license Apache-2.0 → none; "
        "evidence verified → absent\n"
    )


def test_the_evidence_is_that_of_the_revision(call, repository, git):
    git(repository, "rm", "--quiet", "-r", "src/train")

    told = change(call("check", "--base", "HEAD", "--format", "json", cwd=repository))

    assert told["freedoms"].keys() == {"study", "modify"}
    assert told["evidence"] == {"code.training": {"before": "verified", "after": "contradicted"}}


def test_without_a_base_there_is_no_change(call, repository):
    done = call("check", "--format", "json", cwd=repository)

    assert "change" not in json.loads(done.stdout)["reports"][0]


def test_a_declaration_below_the_top_is_found_at_the_revision(call, repository, commit):
    below = repository / "models" / ".github"
    below.mkdir(parents=True)
    (below / PATH).write_text(NO_TRAINING, encoding="utf-8")
    commit(repository)
    (below / PATH).write_text(LESS, encoding="utf-8")

    told = change(call("check", ".github", "--base=HEAD", "--format=json", cwd=below.parent))

    assert told["licenses"] == {"parameters.weights": {"before": "Apache-2.0", "after": "llama3.1"}}


def test_a_new_declaration_is_new(call, repository):
    (repository / "b").mkdir()
    (repository / "b" / PATH).write_text(WHOLE, encoding="utf-8")

    told = change(call("check", "b", "--base", "HEAD", "--format", "json", cwd=repository))

    assert told["base"] == "new"


def test_another_suffix_is_the_same_declaration(call, repository):
    os.rename(repository / PATH, repository / "OPEN_AI_SYSTEM.yml")

    told = change(call("check", "--base", "HEAD", "--format", "json", cwd=repository))

    assert told["base"] == "known"


def test_a_base_that_was_invalid_is_invalid(call, repository, commit):
    (repository / PATH).write_text(MISSPELT, encoding="utf-8")
    commit(repository)
    (repository / PATH).write_text(WHOLE, encoding="utf-8")

    done = call("check", "--base", "HEAD", "--format", "json", cwd=repository)

    assert done.returncode == 0
    assert change(done)["base"] == "invalid"


def test_a_file_can_be_the_base(call, repository, tmp_path):
    old = tmp_path / "old.yaml"
    old.write_text(WHOLE, encoding="utf-8")
    (repository / PATH).write_text(NO_TRAINING, encoding="utf-8")

    told = change(call("check", "--base", old, "--format", "json", cwd=repository))

    assert told["freedoms"].keys() == {"study", "modify"}


def test_a_file_is_compared_with_one_declaration(call, repository, tmp_path):
    old = tmp_path / "old.yaml"
    old.write_text(WHOLE, encoding="utf-8")

    done = call("check", PATH, "other.yaml", "--base", old, cwd=repository)

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
def test_a_base_that_is_none_stops_the_work(call, repository, base, message):
    done = call("check", f"--base={base}", cwd=repository)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(message)
    assert done.stderr.count("\n") == 1
    assert not (repository / "pwned").exists()


def test_a_shallow_clone_says_what_to_do(call, repository, tmp_path, git, commit):
    commit_before = "HEAD~1"
    (repository / "x").touch()
    commit(repository)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", clone)

    done = call("check", "--base", commit_before, cwd=clone)

    assert done.returncode == 2
    assert "shallow" in done.stderr
    assert "fetch-depth: 0" in done.stderr


def test_before_the_first_commit_it_is_told_what_to_add(call, system, git):
    git(system, "init", "--quiet")

    done = call("check", cwd=system)

    assert done.stdout.count("not added to git") == 1
    assert "`git add OPEN_AI_SYSTEM.yaml " in done.stdout


def test_outside_of_git_it_is_said(call, tmp_path):
    (tmp_path / PATH).write_text(WHOLE, encoding="utf-8")

    done = call("check", "--base", "main", cwd=tmp_path)

    assert done.returncode == 2
    assert "not a git repository" in done.stderr


# ------------------------------------------------------------------ what is looked at


def test_evidence_and_none_are_not_asked_for_together(call, write):
    done = call("check", "--online", "--no-evidence", cwd=write({NAME: MET}))

    one_line_of_trouble(done, "leave one out")


@pytest.fixture
def asked(monkeypatch):
    """The names of the systems that the network was asked about; it shows nothing."""
    names = []

    def ask(declaration, _, progress):
        names.append(declaration.system.name)
        if progress is not None:
            progress(1, 2)
            progress(2, 2)
        return {}

    monkeypatch.setattr("osaid_action.evidence.online.ask", ask)
    return names


@pytest.mark.parametrize(("options", "names"), [((), []), (("--online",), ["Model", "Model"])])
def test_the_network_is_asked_about_each_file_and_only_when_wanted(
    call, write, asked, options, names
):
    done = call("check", "a.yaml", "b.yaml", *options, cwd=write({"a.yaml": MET, "b.yaml": MET}))

    assert (done.returncode, done.stderr, asked) == (0, "", names)


@pytest.mark.usefixtures("asked")
def test_at_a_terminal_one_sees_how_far_it_is(monkeypatch, write):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.chdir(write({NAME: MET}))
    monkeypatch.setattr(sys, "stderr", Terminal())

    assert main(["check", "--online"]) == 0
    assert sys.stderr.getvalue() == "\rasked 1 of 2\rasked 2 of 2\n"


@pytest.mark.parametrize("options", [(), ("--base", "HEAD")])
def test_without_evidence_the_file_alone_is_looked_at(call, repository, git, options):
    (repository / "src/model.py").unlink()
    git(repository, "add", "--all")

    seen, alone = (
        call("check", "--format", "json", *options, *more, cwd=repository)
        for more in ((), ("--no-evidence",))
    )

    assert (seen.returncode, alone.returncode) == (1, 0)
    if options:
        assert change(alone)["evidence"] == {}


def test_of_both_revisions_the_file_alone_is_looked_at(call, repository, commit, git):
    (repository / "src/model.py").unlink()
    commit(repository)
    (repository / "src/model.py").write_text("x = 1\n")
    git(repository, "add", "--all")

    seen, alone = (
        call("check", "--format", "json", "--base", "HEAD", *more, cwd=repository)
        for more in ((), ("--no-evidence",))
    )

    assert change(seen)["evidence"].keys() == {"code.architecture"}
    assert change(alone)["evidence"] == {}


# ------------------------------------------------------------------ a bug


def test_a_bug_on_one_file_does_not_lose_the_others(call, write, monkeypatch):
    def broken(data, name, *_, **__):
        if name == "b.yaml":
            raise ZeroDivisionError
        return check(data, name)

    monkeypatch.setattr("osaid_action.cli.check.check", broken)
    top = write(dict.fromkeys(("a.yaml", "b.yaml", "c.yaml"), MET))

    done = call("check", "a.yaml", "b.yaml", "gone.yaml", "c.yaml", "--format=json", cwd=top)

    assert done.returncode == 3
    assert paths(done) == ["a.yaml", "c.yaml"]
    assert "ZeroDivisionError" in done.stderr
    assert done.stderr.endswith("osaid: gone.yaml: no such file; check the path\n")


@pytest.mark.parametrize("error", [None, ZeroDivisionError])
def test_git_is_ended_with_the_work(call, repository, monkeypatch, error):
    closed = []
    real = GitTree.close
    monkeypatch.setattr(GitTree, "close", lambda tree: closed.append(real(tree)))
    if error:
        monkeypatch.setattr("osaid_action.cli.check.Output", raising(error))

    done = call("check", "--base", "HEAD", cwd=repository)

    assert (done.returncode, closed) == (3 if error else 0, [None])


def raising(error):
    def fail(*_):
        raise error

    return fail


# ------------------------------------------------------------------ a helping word


@pytest.mark.parametrize(
    "name", ["open_ai_system.yaml", "OPEN-AI-SYSTEM.yaml", "Open_AI_System.yml"]
)
def test_a_declaration_under_a_near_name_is_told(call, write, name):
    done = call("check", cwd=write({name: MET}))

    one_line_of_trouble(done, f"but {name}: rename it to OPEN_AI_SYSTEM.yaml")


def test_a_declaration_that_was_passed_over_is_told_with_the_reason(call, write, git):
    top = write({NAME: MET, ".gitignore": NAME})
    os.mkdir(write({}, top.parent / "other") / NAME)

    done = call("check", cwd=top.parent / "other")
    one_line_of_trouble(done, f"but {NAME}, which is not a regular file")
    one_line_of_trouble(call("check", "--exclude", NAME, cwd=top), "but what --exclude leaves out")
    (top / ".git").rmdir()
    git(top, "init", "--quiet")
    one_line_of_trouble(
        call("check", cwd=top),
        f"but one that git ignores: `git add --force {NAME}`, or name the file to check it",
    )


def test_a_folder_that_may_not_be_read_is_no_folder_without_a_declaration(call, write, monkeypatch):
    top = write({"m/a": "x", NAME: MET})
    monkeypatch.setattr(os, "access", lambda path, _: path != "m")

    done = call("check", "m", ".", "--if-missing=ignore", "-q", cwd=top)

    assert (done.returncode, "OSAID 1.0 met" in done.stdout) == (2, True)
    assert done.stderr == "osaid: m: permission denied; check who may read it\n"


def test_in_a_folder_without_one_the_declaration_at_the_top_counts(call, write):
    top = write({NAME: MET, "src/train.py": "pass"})

    done = call("check", "--format", "json", cwd=top / "src")

    assert [one["path"] for one in json.loads(done.stdout)["reports"]] == [f"../{NAME}"]


@pytest.mark.parametrize("word", [NAME, "docs", "no-such.yaml"])
def test_a_path_that_stands_where_a_command_should_is_understood(call, write, word):
    done = call(word, cwd=write({NAME: MET, "docs/a.md": "a"}))

    one_line_of_trouble(done, f"is no command, but a path; did you mean `osaid check {word}`?")


def test_online_without_a_network_says_so_once(call, write, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    done = call("check", "--online", "-q", cwd=write({NAME: MET}))

    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert len(done.stderr.splitlines()) == 1
    assert "URLs answered: is there a network? The report rests on the repository" in done.stderr


# ------------------------------------------------------------------ standard input


@pytest.fixture
def typed(command):
    """Runs the real command in a folder with a text on standard input."""

    def run(folder, text, *arguments):
        return subprocess.run(
            [command, *arguments],
            cwd=folder,
            input=text,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run


def test_a_declaration_on_standard_input(typed, system):
    done = typed(system, MET, "check", "-", "--format", "json")

    (report,) = json.loads(done.stdout)["reports"]
    assert (done.returncode, report["path"], report["valid"]) == (0, NAME, True)


def test_its_name_says_where_its_paths_begin(typed, system):
    declared = dumped(whole({"code.training": "train.py"}))
    (system / "sub").mkdir()
    (system / "sub" / "train.py").write_text("")

    there = typed(system, declared, "check", "--stdin-name", f"sub/{NAME}", "-")
    here = typed(system, declared, "check", "-")

    assert b"sub/train.py is not" not in there.stdout
    assert there.stdout.startswith(f"sub/{NAME}".encode())
    assert b"train.py" in here.stdout


@pytest.mark.parametrize("text", [b"", b"a: b\n", b"\xff\xfe", b"["])
def test_what_is_no_declaration_on_standard_input(typed, system, text):
    assert typed(system, text, "check", "-").returncode == 1


def test_a_folder_is_no_name_for_standard_input(typed, system):
    done = typed(system, MET, "check", "-", "--stdin-name", ".")

    assert done.returncode == 2
    assert done.stderr.startswith(b"osaid: standard input:")


# ------------------------------------------------------------------ what is gone since a base


@pytest.fixture
def two(repository, commit):
    """A repository with a declaration at the top and another in a folder, both committed."""
    (repository / "a").mkdir()
    (repository / "a" / PATH).write_bytes(MET + b"# another\n")
    commit(repository)
    return repository


def gone(done):
    return [one["path"] for one in json.loads(done.stdout)["removed"]]


@pytest.mark.parametrize(
    ("more", "code"), [((), 0), (("--require", "use"), 1), (("--require=use", "--exit-zero"), 0)]
)
def test_a_declaration_that_is_gone_is_lost_and_fails_what_is_required(call, two, git, more, code):
    git(two, "rm", "--quiet", f"a/{PATH}")
    word = "error" if "--require" in "".join(more) else "warning"

    told = call("check", "--base", "HEAD", *more, cwd=two)

    assert told.returncode == code
    assert f"a/{PATH}:1:1: {word}: the base's declaration is gone" in told.stdout
    assert gone(call("check", "--base", "HEAD", "--format=json", cwd=two)) == [f"a/{PATH}"]
    line = call("check", "--base", "HEAD", "--format=jsonl", cwd=two).stdout.splitlines()[-1]
    assert json.loads(line)["removed"][0]["verdict"] == "met"
    for form, start in (("markdown", "### Gone since the base"), ("github", "::warning file=a/")):
        assert start in call("check", "--base", "HEAD", "--format", form, cwd=two).stdout


def test_what_is_left_out_or_lies_elsewhere_is_not_gone(call, two, git):
    git(two, "rm", "--quiet", f"a/{PATH}")

    for more in (("--exclude=a",), (PATH,)):
        told = call("check", *more, "--base=HEAD", "--format=json", "--require=use", cwd=two)
        assert (told.returncode, gone(told)) == (0, [])


def test_of_a_folder_all_that_it_had_may_be_gone(call, two, git):
    git(two, "rm", "--quiet", f"a/{PATH}")
    (two / "a" / "b").mkdir(parents=True)

    told = call("check", "a", "--base=HEAD", "--if-missing=ignore", "--require=use", cwd=two)

    assert told.returncode == 1
    assert f"a/{PATH}:1:1: error" in told.stdout
    assert call("check", "a", "--base=HEAD", cwd=two).returncode == 0  # that at the top is taken


def test_one_that_was_moved_is_followed(call, two, git):
    (two / "b").mkdir()
    (two / "a" / PATH).rename(two / "b" / PATH)
    (two / "b" / PATH).write_bytes(UNMET)
    git(two, "add", "--all")

    done = call("check", "b", ".", "--base=HEAD", "--format=json", cwd=two)
    told = {one["path"]: one["change"] for one in json.loads(done.stdout)["reports"]}

    assert gone(done) == []
    assert told[f"b/{PATH}"]["moved_from"] == f"a/{PATH}"
    assert told[f"b/{PATH}"]["freedoms"]["study"]["before"] == "met"
    assert told[PATH]["moved_from"] is None
    text = call("check", "--base=HEAD", cwd=two).stdout
    assert f"b/{PATH}: loses study and modify; moved from a/{PATH}" in text
    marked = call("check", "--base=HEAD", "--format=markdown", cwd=two).stdout
    assert f"Moved here from `a/{PATH}`." in marked


def test_without_a_base_nothing_is_gone(call, two, git):
    git(two, "rm", "--quiet", f"a/{PATH}")

    assert "removed" not in json.loads(call("check", "--format=json", cwd=two).stdout)


def test_without_evidence_git_is_not_asked(command, write, tmp_path):
    top = write({NAME: MET})
    subprocess.run(["git", "init", "--quiet"], cwd=top, check=True)
    log, tools = tmp_path / "asked", tmp_path / "tools"
    tools.mkdir()
    (tools / "git").write_text(f'#!/bin/sh\necho "$@" >> {log}\nexit 1\n')
    (tools / "git").chmod(0o755)
    environ = {**os.environ, "PATH": str(tools)}

    for more in ([], ["--no-evidence"]):
        log.unlink(missing_ok=True)
        asked = [command, "check", NAME, *more]
        subprocess.run(asked, cwd=top, env=environ, check=False, capture_output=True, timeout=60)
        assert log.exists() is not bool(more)


def test_a_clone_that_lacks_its_trees_costs_what_is_gone(call, two, monkeypatch):
    def fail(*_):
        raise OSError("its content is not in this clone")

    monkeypatch.setattr("osaid_action.cli.files.below", fail)
    done = call("check", PATH, "--base=HEAD", "--require=use", "--format=json", cwd=two)
    assert (done.returncode, done.stderr) == (0, "")

    monkeypatch.setattr("osaid_action.baseline.resolve", fail)
    monkeypatch.setattr("osaid_action.cli.files.below", lambda *_: [f"a/{PATH}"])
    done = call("check", "a", "--base=HEAD", "--format=json", cwd=two)

    assert "what is gone cannot be told: its content is not in this clone" in done.stderr
    assert change(done)["base"] == "unknown"


def test_a_new_file_that_cannot_be_read_costs_no_other(call, two, git):
    git(two, "rm", "--quiet", f"a/{PATH}")
    (two / "b").mkdir()
    (two / "b" / PATH).symlink_to("/etc/passwd")

    done = call("check", "--base=HEAD", "--format=json", cwd=two)

    assert done.returncode == 2
    assert PATH in paths(done)
