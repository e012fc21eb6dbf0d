"""The LALR parser of a line rule: what it accepts, with captures, and why it refuses."""

from copy import copy
from typing import Any

from lark import Token, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken

from telegram.syntax import Refusal, words_for
from telegram.syntax.grammars import grammar, short

LONGEST_EXPLAINED = 4_000
"""Longest line that is explained; the parser costs about a microsecond a character."""


def parse(rule: str, line: str) -> Tree[Token]:
    """Lark's tree of a line. Raises `lark.exceptions.UnexpectedInput` where the rule refuses it."""
    file, _, name = rule.partition(":")
    return grammar(file).lark.parse(line, start=name)


def explain(rule: str, line: str) -> Refusal | None:
    """Why the rule refuses the line, or None."""
    try:
        parse(rule, line[:LONGEST_EXPLAINED])
    except UnexpectedInput as error:
        names = (
            _accepted(error)
            if isinstance(error, UnexpectedToken)
            else getattr(error, "allowed", None)
        )
        at_end = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        position = len(line) if at_end else (error.pos_in_stream or 0)
        expected = sorted(
            {_words(name) for name in names or () if name not in ("$END", "<END-OF-FILE>")}
        )
        found = line[position:].split(" ", 1)[0] or line[position : position + 1]
        return Refusal(rule, position, tuple(expected), found)
    return None


def _accepted(error: UnexpectedToken) -> set[str]:
    """The terminals that could have stood there.

    Lark's own `accepts` takes a name with a lower-case letter for a rule's, and so leaves out
    imported terminals.
    """
    parser: Any = error.interactive_parser
    found = set()
    for name in parser.choices():
        if name == "$END" or short(name).isupper():
            probe = parser.copy(deepcopy_values=False)
            probe.parser_state.parse_conf = copy(parser.parser_state.parse_conf)
            probe.parser_state.parse_conf.callbacks = {}
            try:
                probe.feed_token(Token(name, ""))
            except UnexpectedToken:
                continue
            found.add(name)
    return found


def _words(name: str) -> str:
    plain = short(name)
    return {"_SP": "a blank", "_SLASH": "an oblique", "_DOUBLE_SLASH": "a double oblique"}.get(
        plain, words_for(plain)
    )


def captures(rule: str, line: str) -> list[tuple[str, str, int]]:
    """The captured terminals of an accepted line, in order: name, text, offset."""
    return [
        (short(token.type).lower(), str(token), token.start_pos or 0)
        for token in parse(rule, line).scan_values(lambda value: isinstance(value, Token))
    ]
