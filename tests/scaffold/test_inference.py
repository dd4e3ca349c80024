# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What runs a model: by a name alone it is sure only where there is a model."""

import pytest

from tests.scaffold.trees import NETWORK, found, locations

COMMAND = '[project.scripts]\nheron = "heron.batch:main"\nheron-train = "heron.fit:main"\n'


def inference(files, *, sure=True):
    return locations(found(files)["code.inference"], sure=sure)


@pytest.mark.parametrize(
    "more",
    [
        {"train.py": ""},
        {"net/model.py": NETWORK},
        {"heron.safetensors": "x"},
        {"sample.py": "model = Heron.from_pretrained(path)\n"},
        {"sample.py": "torch.load(path)\n"},
    ],
)
def test_a_name_is_sure_where_there_is_a_model(more):
    assert inference({"sample.py": "", **more}) == ["sample.py"]


def test_a_folder_is_sure_where_there_is_a_model():
    assert inference({"inference/run.py": "", "train.py": ""}) == ["inference/"]
    assert inference({"inference/run.py": "load_checkpoint(x)\n"}) == ["inference/"]


@pytest.mark.parametrize("text", ["", "http.server.run()\n", "AutoTokenizer.from_pretrained(x)\n"])
@pytest.mark.parametrize(
    ("path", "place"), [("h/sample.py", "h/sample.py"), ("inference/run.py", "inference/")]
)
def test_without_a_model_a_name_is_a_guess(path, place, text):
    assert inference({path: text}) == []
    assert inference({path: text}, sure=False) == [place]


def test_where_torch_hub_finds_models_is_a_guess():
    assert inference({"hubconf.py": "", "h/hubconf.py": ""}, sure=False) == ["hubconf.py"]


def test_a_command_that_the_readme_types_is_a_guess():
    files = {
        "README.md": "# H\n\n```sh\n$ heron in out\nheron-train x\n```\n",
        "pyproject.toml": COMMAND,
        "heron/batch.py": "",
        "heron/fit.py": "",
    }

    assert inference(files, sure=False) == ["heron/batch.py"]
    assert inference({**files, "README.md": "# H\n"}, sure=False) == []


def test_a_data_set_that_the_readme_imports_runs_nothing():
    files = {"README.md": "# H\n\n```python\nimport meldataset\n```\n", "meldataset.py": ""}

    assert inference(files, sure=False) == []


@pytest.mark.parametrize("name", ["cli.py", "serve.py", "pipeline.py"])
def test_a_name_for_anything_is_one_where_a_model_is_in_it(name):
    assert inference({name: "parser.add_argument('--model')\n", "train.py": ""}) == [name]
    assert inference({name: "print(template())\n", "train.py": ""}) == []
    assert inference({name: "print(template())\n", "train.py": ""}, sure=False) == []


@pytest.mark.parametrize("name", ["save_samples.py", "make_batches.py", "create_sample_batch.py"])
def test_what_makes_samples_for_a_training_runs_nothing(name):
    files = {"README.md": f"# H\n\n    python {name}\n", name: "", "train.py": ""}

    assert inference(files) == []


def test_what_generates_the_data_of_a_training_runs_nothing():
    assert inference({"h/rejection_sampling/generation.py": "", "train.py": ""}) == []


def test_a_folder_that_may_be_one_is_a_guess():
    files = {"h/generate/base.py": "", "h/chat/base.py": ""}

    assert inference(files, sure=False) == []
    assert inference({**files, "train.py": ""}, sure=False) == ["h/chat/", "h/generate/"]


def test_a_detector():
    files = {"README.md": "# H\n\n    python detect.py\n", "detect.py": ""}

    assert inference(files) == ["detect.py"]
    assert inference({"detect.py": ""}, sure=False) == ["detect.py"]


def told(files):
    text = "# H\n\n```sh\n" + "".join(f"python {one}\n" for one in files) + "```\n"
    every = found({"README.md": text} | files)["code.inference"]
    assert not locations(every, sure=True)
    return locations(every, sure=False)


def test_what_the_readme_runs_and_loads_weights_is_a_guess():
    loads = "net.load_state_dict(torch.load(x))\n"

    assert told({"test.py": loads, "wade.py": loads, "plot_x.py": loads}) == ["test.py", "wade.py"]
    assert told({"run.py": "x = 1\n", "heron.py": "x = 1\n"}) == ["heron.py"]
    assert told({"convert_x.py": loads, "tests/test_x.py": loads}) == []


def test_samples_that_are_made():
    every = found({"src/generate_wild_samples.py": ""})["code.inference"]

    assert locations(every, sure=False) == ["src/generate_wild_samples.py"]


def test_a_package_stands_beside_what_is_a_guess():
    text = "# H\n\n```python\nfrom transformers import pipeline\n```\n"
    files = {
        "README.md": text,
        "h/generate_samples.py": "",
        "requirements.txt": "transformers==4.1\n",
    }

    every = found(files)["code.inference"]

    assert locations(every, sure=True) == ["pkg:pypi/transformers@4.1"]
    assert locations(every, sure=False) == ["h/generate_samples.py"]
