"""``telegram format``: canonical text of messages on standard output.

Here: what is written and what is refused. Elsewhere: the text (`telegram.formatting`).
"""

import sys
from collections.abc import Sequence

from telegram.cli.inputs import File, Inputs
from telegram.cli.refusing import Refusals
from telegram.cli.terminal import plain
from telegram.formatting import Code, FormatError, format, format_sections


def write_canonical(
    inputs: Inputs,
    files: Sequence[File],
    *,
    code: Code | None,
    transliterate: bool,
    wire: bool,
    sections: bool,
) -> int:
    """Write every message anew; 1 where one cannot be, which is then said on standard error."""
    refusals = Refusals(transliterate)
    for file in files:
        for message in inputs.messages(file):
            try:
                if sections:
                    parts = format_sections(
                        message.telegram, code=code, transliterate=transliterate, wire=wire
                    )
                else:
                    parts = (
                        format(message.telegram, code=code, transliterate=transliterate, wire=wire),
                    )
            except FormatError as error:
                refusals.add(f"{plain(file.name)}:{message.lines + 1}", error)
                continue
            for part in parts:
                sys.stdout.buffer.write(part.encode("utf-8"))
    return refusals.close()
