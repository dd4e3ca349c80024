# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Scripts by what is in them and by who runs them."""

import pytest

from osaid_action.scaffold.scripts import NETWORK, folders_named, is_below, run_by, started_by
from tests.scaffold.trees import checkout


@pytest.mark.parametrize(
    ("line", "is_network"),
    [
        ("class A(nn.Module):", True),
        ("class A(PreTrainedModel):", True),
        ("class A(BasePreTrainedModel, B):", True),
        ("class HeronLlama(LlamaForCausalLM, Meta):", True),
        ("class A(Module_):", False),
        ("# class A(nn.Module)", False),
    ],
)
def test_networks(line, is_network):
    assert bool(NETWORK.search(line)) is is_network


@pytest.mark.parametrize(
    "command",
    [
        "python a/x.py --y",
        "$ python3 a/x.py",
        "torchrun --n 2 a/x.py",
        "python -m a.x",
        "CUDA=0 python a/x.py",
    ],
)
def test_scripts_that_a_readme_runs(command):
    looked = checkout({"README.md": f"```\n{command}\n```\n", "a/x.py": ""})

    assert list(run_by(looked, "README.md")) == [("a/x.py", 2)]


def test_scripts_outside_are_none():
    looked = checkout(
        {"README.md": "python ../x.py\npython /x.py\npython tests/x.py\n", "tests/x.py": ""}
    )

    assert list(run_by(looked, "README.md")) == []


def test_folders():
    assert is_below("a/Conf/b.py", "conf")
    assert folders_named(["a/data/x", "a/data/data/y", "z"], "data") == {
        "a/data": ["a/data/x", "a/data/data/y"]
    }


def test_scripts_that_a_shell_script_starts_from_the_top_or_its_own_folder():
    looked = checkout({"jobs/go.sh": "python a.py\npython top.py\n", "jobs/a.py": "", "top.py": ""})

    assert list(started_by(looked, "jobs/go.sh")) == [("jobs/a.py", 1), ("top.py", 2)]
