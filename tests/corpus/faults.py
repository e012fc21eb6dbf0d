"""What a message with a fault lacks of what the fault promises, and how many lack anything.

``python -m tests.corpus.faults [COUNT]`` applies every fault to COUNT generated messages (2) of
each kind that it names, and prints the codes with and without a fault.
"""

import sys
from collections.abc import Iterator
from itertools import islice

import telegram
from telegram.faults import Fault, Faulty, faults, faulty, without_fault


def shortcomings(known: Fault, one: Faulty) -> Iterator[str]:
    """Where a broken message is not what its fault promises, judged from its text alone."""
    dialect = one.original.dialect or "auto"
    ways = {"both": (False, True), "as_sent": (True,), "kept": (False,)}[known.judged]
    for as_sent in ways:
        report = telegram.check(one.text, dialect=dialect, as_sent=as_sent)
        before = telegram.check(str(one.original), dialect=dialect, as_sent=as_sent).codes
        spans = {found.span for found in report if found.code == known.code}
        if spans != {one.span}:
            yield f"{known.code} at {spans}, not at {one.span}"
        if more := set(report.codes) - {known.code, *known.also, *before}:
            yield f"{known.code} with {', '.join(sorted(more))}"
        if known.code in before:
            yield f"{known.code} stood there before"


def main(each: int) -> int:
    wrong = made = 0
    for known in faults():
        for dialect, text in known.where:
            found = faulty(known, seed=0, dialect=dialect, text=text)
            try:
                some = list(islice(found, each))
            except ValueError as error:
                some = []
                print(f"{known.code} {dialect} {text}: {error}")
                wrong += 1
            made += len(some)
            for one in some:
                for what in shortcomings(known, one):
                    print(f"{known.code} {dialect} {text}: {what}")
                    wrong += 1
    print(
        f"{len(telegram.rules())} codes: {len(faults())} with a fault, {len(without_fault())} not"
    )
    print(f"{made} messages, {wrong} wrong; also: {sum(bool(f.also) for f in faults())} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if sys.argv[1:] else 2))
