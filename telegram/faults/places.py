"""Where a message can be broken: its lines and fields by name.

Names of lines are those of `FormatLine`, such as ``FL5``: the line without its end; ``FL5+`` has
it. Fields are paths of ``message.heading.spans``, and, after ``text.`` or ``ending.``, of those.
``[*]`` stands for every index; ``source`` is the whole, ``text`` FL12, ``class`` its first line.
"""

import re
from collections.abc import Iterator, Mapping

from telegram.lines import FormatLine
from telegram.model import Telegram
from telegram.source import Span

_INDEX = re.compile(r"\[\d+\]")
_FIRST_LINE = re.compile(r"[^\r\n]*")

Places = Mapping[str, tuple[Span, ...]]
"""The spans of each name, in order of place."""


def places(message: Telegram) -> Places:
    """Every place of a message by its name."""
    found: dict[str, list[Span]] = {}
    for name, span in _named(message):
        found.setdefault(name, []).append(span)
    return {name: tuple(sorted(set(spans))) for name, spans in found.items()}


def _named(message: Telegram) -> Iterator[tuple[str, Span]]:
    yield "source", Span(0, len(message.source.text))
    for line in message.lines:
        yield line.format_line.name, line.content
        yield f"{line.format_line.name}+", line.span
    fields = [
        *message.heading.spans.items(),
        *((f"text.{path}", span) for path, span in getattr(message.text, "spans", {}).items()),
        *((f"ending.{path}", span) for path, span in message.ending.spans.items()),
    ]
    for path, span in fields:
        yield path, span
        if "[" in path:
            yield _INDEX.sub("[*]", path), span
    text = [line.span for line in message.lines if line.format_line is FormatLine.FL12]
    if text:
        whole = Span(text[0].start, text[-1].end)
        yield "text", whole
        first = _FIRST_LINE.match(message.source.text, whole.start, whole.end)
        if first is not None:
            yield "class", Span(*first.span())
