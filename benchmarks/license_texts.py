# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Time the verifier of license texts beside two packages that identify them, on the same texts.

    pip install licenseclassifier spdx-matcher
    python benchmarks/license_texts.py [--runs N]

Each text is a license with a copyright line in front, as files have it. All three are warm, and
take turns, so that what else the machine does falls on each; what is reported is the median of the
processor's time. They answer different questions: ours follows each word of the license that is
declared, and `identify`, as theirs, finds out which it is.
"""

import argparse
import statistics
import time
from collections.abc import Callable

from osaid_action.license_text import template
from osaid_action.license_text.verify import identify, verify

IDS = """
MIT Apache-2.0 BSD-3-Clause BSD-2-Clause ISC GPL-3.0-only GPL-2.0-only LGPL-2.1-only AGPL-3.0-only
MPL-2.0 CC-BY-4.0 CC0-1.0 Zlib BSL-1.0 Unlicense NCSA
"""


def main() -> int:
    """Measure and print the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="runs on each text (7)")
    runs = parser.parse_args().runs
    tools = {"verify": verify_one, "identify": lambda text, _: identify(text), **peers()}
    times: dict[str, list[float]] = {name: [] for name in tools}
    print(f"| text | characters | {' | '.join(f'{name} ms' for name in tools)} |")
    print("|---|---" + "|---" * len(tools) + "|")
    for id_ in IDS.split():
        text = f"Copyright (c) 2024 Acme Robotics\n\n{template.text(template.keys()[id_.lower()])}"
        found = measured(tools, text, id_, runs)
        for name, value in found.items():
            times[name].append(value)
        print(f"| {id_} | {len(text):,} | {' | '.join(f'{x:.2f}' for x in found.values())} |")
    medians = [statistics.median(one) for one in times.values()]
    sums = [sum(one) for one in times.values()]
    print(f"| median | | {' | '.join(f'{x:.2f}' for x in medians)} |")
    print(f"| all | | {' | '.join(f'{x:.1f}' for x in sums)} |")
    print(f"| to verify | | {' | '.join(f'{x / sums[0]:.1f}' for x in sums)} |")
    return 0


def verify_one(text: str, id_: str) -> object:
    """Ours, which knows what is declared."""
    return verify(text, [id_])


def peers() -> dict[str, Callable[[str, str], object]]:
    """The other packages, as far as they are installed."""
    found: dict[str, Callable[[str, str], object]] = {}
    try:
        from licenseclassifier import identify_license  # noqa: PLC0415 - may not be there

        found["licenseclassifier"] = lambda text, _: identify_license(text)
    except ImportError:
        pass
    try:
        from spdx_matcher import analyse_license_text  # noqa: PLC0415 - may not be there

        found["spdx-matcher"] = lambda text, _: analyse_license_text(text)
    except ImportError:
        pass
    return found


def measured(
    tools: dict[str, Callable[[str, str], object]], text: str, id_: str, runs: int
) -> dict[str, float]:
    """The median time in milliseconds of each tool on one text; one round warms up."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    for number in range(runs + 1):
        for name, tool in tools.items():
            began = time.process_time()
            tool(text, id_)
            if number:
                times[name].append((time.process_time() - began) * 1000)
    return {name: statistics.median(one) for name, one in times.items()}


if __name__ == "__main__":
    raise SystemExit(main())
