"""``telegram convert``: messages of one procedure in another, on standard output.

What became of each fact, and what cannot be refiled, goes to standard error.

Here: what is written and what is said. Elsewhere: the conversion (`telegram.converting`).
"""

import sys
from collections.abc import Sequence
from typing import Any

from telegram.cli.inputs import File, Inputs
from telegram.cli.terminal import plain
from telegram.converting import convert
from telegram.formatting import FormatError


def refile(inputs: Inputs, files: Sequence[File], *, to: str, **options: Any) -> int:
    """Write every message in the other procedure; 1 where one cannot be."""
    refused = False
    for file in files:
        for message in inputs.messages(file):
            place = f"{plain(file.name)}:{message.lines + 1}"
            try:
                found = convert(message.telegram, to=to, **options)
            except FormatError as error:
                refused = True
                for problem in error.problems:
                    print(f"{place}: {plain(problem)}", file=sys.stderr)
                continue
            for entry in found.report:
                print(f"{place}: {plain(str(entry))}", file=sys.stderr)
            for part in found.results:
                sys.stdout.buffer.write(bytes(part))
    return int(refused)
