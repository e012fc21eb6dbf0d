"""``telegram check``: diagnostics as a compiler prints them, or in forms for other programs.

Here: what is checked, what is shown, what the exit status is. Elsewhere: the forms (`forms`,
`sarif`), the rewriting of files (`fixing`), the rules (`telegram.checks`).
"""

from collections.abc import Iterable, Sequence

from attrs import define, field

from telegram.cli import forms, words
from telegram.cli.fixing import Fixed, fix_bytes, rewrite
from telegram.cli.inputs import File, Inputs, Message
from telegram.cli.terminal import SEVERITY_STYLES, Output, Piece, Progress
from telegram.diagnostics import Report, Severity
from telegram.model import Telegram


def chosen(options: Iterable[str]) -> tuple[str, ...]:
    """The codes, prefixes and names in options such as ``TG4,TG515``.

    :Errors: LookupError for one that no rule has.
    """
    items = [item.strip() for option in options for item in option.split(",")]
    if not items:
        return ()
    from telegram.catalogue import rules

    known = rules()
    wanted: list[str] = []
    for item in items:
        code, name = item.upper(), item.lower()
        if item and any(rule.code.startswith(code) for rule in known):
            wanted.append(code)
        elif any(rule.name == name for rule in known):
            wanted.append(name)
        elif item:
            message = f"no rule has the code, prefix or name {item!r}; telegram explain lists all"
            raise LookupError(message)
    return tuple(wanted)


@define
class _Counts:
    """What was found in a run."""

    files: int = 0
    messages: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    fixable: int = 0
    fixed: int = 0


@define
class Check:
    """One run of ``telegram check``."""

    inputs: Inputs
    output: Output
    form: str = field(default="text", kw_only=True)
    as_sent: bool = field(default=False, kw_only=True)
    strict: bool = field(default=False, kw_only=True)
    select: tuple[str, ...] = field(default=(), kw_only=True)
    ignore: tuple[str, ...] = field(default=(), kw_only=True)
    notes: bool = field(default=False, kw_only=True)
    fix: bool = field(default=False, kw_only=True)
    unsafe: bool = field(default=False, kw_only=True)
    counts: _Counts = field(factory=_Counts, init=False)

    def run(self, files: Sequence[File]) -> int:
        """Check files, and mend them where asked; the exit status."""
        writer = forms.writer(self.form, self.output)
        with Progress(self.output, "Checking", [file.size for file in files]) as progress:
            for file in files:
                before = self.counts.messages
                for message in self._messages(file):
                    report = self.report(message.telegram)
                    self._count(report)
                    writer.add(message, self._shown(report))
                    progress.advance(message.size)
                self.counts.files += self.counts.messages > before
                progress.advance(0, done=True)
        writer.finish()
        if self.form == "text":
            self._summary()
        counts = self.counts
        return int(counts.errors > 0 or (self.strict and counts.warnings > 0))

    def report(self, telegram: Telegram) -> Report:
        """The findings in a telegram that are asked for."""
        from telegram.checks import report_of

        found = report_of(telegram, as_sent=self.as_sent)
        return found.select(self.select, self.ignore) if self.select or self.ignore else found

    def _messages(self, file: File) -> Iterable[Message]:
        if not self.fix:
            return self.inputs.messages(file)
        data = self.inputs.read(file)
        if data is None:
            return ()
        fixed = fix_bytes(self.inputs, file, data, self.report, unsafe=self.unsafe)
        try:
            rewrite(file, data, fixed.data)
        except OSError as error:
            self.inputs.complain(file.name, error)
            fixed = Fixed(data, 0)
        self.counts.fixed += fixed.count
        return self.inputs.messages(file, fixed.data)

    def _shown(self, report: Report) -> Report:
        # Whoever selects codes wants to see them, notes or not.
        if self.notes or self.select:
            return report
        return Report(report.source, tuple(d for d in report if d.severity is not Severity.NOTE))

    def _count(self, report: Report) -> None:
        self.counts.messages += 1
        self.counts.errors += len(report.errors)
        self.counts.warnings += len(report.warnings)
        self.counts.notes += len(report.notes)
        self.counts.fixable += len(report.fixes(unsafe=self.unsafe))

    def _summary(self) -> None:
        counts = self.counts
        if not counts.files:
            return  # no file could be read, which has been said
        pieces: list[Piece | str] = []
        for noun, number in (
            ("error", counts.errors),
            ("warning", counts.warnings),
            ("note", counts.notes),
        ):
            if number:
                pieces += [
                    ", " if pieces else "",
                    (words.count(number, noun), SEVERITY_STYLES[noun]),
                ]
        if counts.notes and not (self.notes or self.select):
            pieces.append(" (not shown; see --notes)")
        pieces = pieces or ["Nothing to report"]
        pieces.append(
            f" in {words.count(counts.messages, 'message')} of {words.count(counts.files, 'file')}"
        )
        if self.fix:
            pieces.append(f"; {words.count(counts.fixed, 'fix', 'fixes')} applied")
        elif counts.fixable:
            pieces.append(f"; {counts.fixable} fixable with --fix")
        self.output.line(*pieces)
