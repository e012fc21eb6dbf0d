"""What printers and archives put into a State text: page lines, page marks, release stamps.

Nobody typed them. A page line repeats the record number, so a page of another message is found; a
stamp says under which case a copy was released.

Here: their values. Elsewhere: knowing such lines (`lines`); the rules (`findings`).
"""

from attrs import frozen

from telegram.source import Span, line_bounds
from telegram.syntax import matcher
from telegram.texts.state.lines import SHORT, Piece, PieceKind, line_of


@frozen
class PageLine:
    """A page line or a page mark.

    :Shape:  number: of the page; pages: how many, or None; post: cut to six or ten characters;
             message: the record number; section and total; time: DDHHMMZ; span and the span of the
             number.
    :Source: forms as in public telegrams of 1973-2009.
    """

    number: int | None
    post: str | None
    message: str | None
    section: tuple[int, int] | None
    time: str | None
    pages: int | None
    span: Span
    message_span: Span | None


@frozen
class ReleaseStamp:
    """A release stamp.

    :Shape:  kind: ``case``, ``decision`` or ``review``; date as written; exemptions such as ``B1``.
    :Source: stamps on public releases.
    """

    kind: str
    span: Span
    case: str | None = None
    document: str | None = None
    date: str | None = None
    decision: str | None = None
    exemptions: tuple[str, ...] = ()


def page_lines(source: str, pieces: tuple[Piece, ...]) -> tuple[PageLine, ...]:
    """The page lines among the pieces of a text."""
    found: list[PageLine] = []
    for piece in pieces:
        if piece.kind is not PieceKind.PAGE:
            continue
        for bounds in line_bounds(source, piece.span.start, piece.span.end):
            line = line_of(source, *bounds, SHORT)
            for rule in ("state:page_line", "state:page_mark", "state:page_line_second"):
                match = matcher(rule).fullmatch(line.text)
                if match is None:
                    continue
                said = {k.rpartition("_")[2]: v for k, v in match.groupdict().items()}
                name = "mark_message" if rule == "state:page_mark" else "state_page_message"
                place = line.span(*match.span(name)) if said.get("message") else None
                section = _section(said.get("section"), said.get("total"))
                number = said.get("number") or (said.get("page") or "").partition(".")[0] or None
                found.append(
                    PageLine(
                        int(number) if number else None,
                        said.get("post"),
                        said.get("message"),
                        section,
                        said.get("time"),
                        int(said["pages"]) if said.get("pages") else None,
                        line.whole(),
                        place,
                    )
                )
                break
    return tuple(found)


def _section(number: str | None, total: str | None) -> tuple[int, int] | None:
    return (int(number), int(total)) if number and total else None


def release_stamps(source: str, pieces: tuple[Piece, ...]) -> tuple[ReleaseStamp, ...]:
    """The release stamps among the pieces of a text."""
    found: list[ReleaseStamp] = []
    for piece in pieces:
        if piece.kind is not PieceKind.STAMP:
            continue
        for bounds in line_bounds(source, piece.span.start, piece.span.end):
            line = line_of(source, *bounds, SHORT)
            span = line.whole()
            if (match := matcher("state:release_case").fullmatch(line.text)) is not None:
                number, document, date = match.group("case_number", "case_document", "case_date")
                found.append(ReleaseStamp("case", span, number, document, date))
            elif (match := matcher("state:release_decision").fullmatch(line.text)) is not None:
                words = (match["release_exemptions"] or "").replace(",", " ").replace(";", " ")
                decision = match["release_decision"]
                found.append(
                    ReleaseStamp(
                        "decision", span, decision=decision, exemptions=tuple(words.split())
                    )
                )
            elif (match := matcher("state:release_review").fullmatch(line.text)) is not None:
                found.append(ReleaseStamp("review", span, date=match["review_date"]))
    return tuple(found)
