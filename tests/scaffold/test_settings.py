# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Settings: files of configuration, only where something trains."""

from osaid_action.scaffold.settings import folded
from tests.scaffold.trees import checkout, found, locations, scaffold

FILES = {
    "train.py": "",
    "config/base.yaml": "",
    "config/eval_base.yaml": "",
    "conf/7b/a.yaml": "",
    "conf/7b/b.yaml": "",
}


def test_settings_beside_what_trains():
    settings = found(FILES)["code.settings"]

    assert locations(settings, sure=True) == ["conf/", "config/base.yaml"]


def test_no_settings_where_nothing_trains():
    files = {path: text for path, text in FILES.items() if path != "train.py"}

    assert not found(files)["code.settings"]


def test_a_config_in_the_folder_of_what_trains():
    files = {"tuning/tune.py": "", "tuning/config.yml": "", "web/config.yml": ""}

    assert locations(found(files)["code.settings"], sure=True) == ["tuning/config.yml"]


COMMAND = """\
```sh
python train.py \\
  --config setup/big.json --out x.json
python other.py b.json
```
"""


def test_a_config_that_the_readme_gives_to_what_trains_is_a_guess():
    files = {"README.md": COMMAND, "train.py": "", "setup/big.json": "", "b.json": ""}
    settings = found(files)["code.settings"]

    assert locations(settings, sure=True) == []
    assert locations(settings, sure=False) == ["setup/big.json"]
    assert settings[0].seen == "README.md:3"


def test_data_that_the_readme_gives_to_what_trains_is_none():
    files = {"README.md": COMMAND.replace("big.json", "heron_data.json"), "train.py": ""}
    files["setup/heron_data.json"] = ""

    assert not found(files)["code.settings"]


def test_an_example_that_the_readme_gives_to_what_trains_is_one_too():
    files = {"README.md": COMMAND.replace("setup/", "examples/"), "train.py": ""}
    files["examples/big.json"] = ""

    assert locations(found(files)["code.settings"], sure=False) == ["examples/big.json"]


def test_hyperparameters_are_and_the_settings_of_a_judge_are_not():
    files = {"train.py": "", "data/hyps/low.yaml": "", "data/a.md": "", "configs/judge/a.yaml": ""}

    assert locations(found(files)["code.settings"], sure=True) == ["data/hyps/"]


def test_the_classes_of_settings_in_a_package_are_none():
    files = {"train.py": "", "h/config/__init__.py": "", "h/config/args.py": ""}

    assert not found(files)["code.settings"]
    assert not found({"train.py": "", "configs/args.py": "class Args:\n"})["code.settings"]
    assert found({"train.py": "", "configs/args.py": "size = 3\n"})["code.settings"]


def test_options_are():
    files = {"train.py": "", "options/a.yml": ""}

    assert locations(found(files)["code.settings"], sure=True) == ["options/"]


def test_it_stands_beside_what_is_sure():
    files = {"README.md": COMMAND, "train.py": "", "setup/big.json": "", "config/a.yaml": ""}
    settings = found(files)["code.settings"]

    assert locations(settings, sure=True) == ["config/"]
    assert locations(settings, sure=False) == ["setup/big.json"]
    assert "        #- setup/big.json  # README.md:3" in scaffold(files)


def test_a_launch_script_may_hold_the_settings():
    files = {"run.sh": "python train.py --lr 1\n", "other.py": ""}

    assert locations(found(files)["code.settings"], sure=False) == ["run.sh"]


def test_a_folder_stands_for_all_that_is_in_it():
    looked = checkout({"c/x/a": "", "c/x/b": "", "c/y": "", "d/z": ""})

    assert folded(looked, ["c/x/a", "c/x/b", "d/z"]) == ["c/x/", "d/"]


def test_what_is_evaluated_alone_trains_nothing():
    files = {"train_reeds.py": "", "eval_reeds.py": "", "eval_caps.py": ""}
    configs = {"configs/reeds.yaml": "", "configs/caps.yaml": ""}

    settings = found(files | configs)["code.settings"]

    assert locations(settings, sure=True) == ["configs/reeds.yaml"]
