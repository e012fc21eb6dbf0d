"""Measure speed and memory, and print the ratios: ``python -m tests.bench.run [heading] [text]
[startup] [hostile] [--most MB]``.

Nothing here asserts. Ways that are compared are interleaved in one run, and a ratio is the median
of the ratios of the rounds, so that a busy machine disturbs both sides alike.
"""

import argparse
import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import telegram
from telegram.model import Heading
from tests.bench import handwritten, lalr
from tests.bench.hostile import FAMILIES, WAYS, cost

SEED = Path(__file__).parents[1] / "corpus" / "state" / "seed-08sansalvador1029.txt"
TEXT = SEED.read_text("utf-8").partition("UNCLAS")[0]
FIELDS = (
    "transmission",
    "routing",
    "station",
    "security",
    "precedence",
    "dtg",
    "instructions",
    "originator",
    "action",
    "info",
    "exempt",
    "accounting",
    "original",
    "pilot",
)


def fields(heading: Heading) -> list[object]:
    """Every field of a heading, read."""
    return [getattr(heading, name) for name in FIELDS]


def written(heading: Heading) -> list[str]:
    """The text of every value of a heading."""
    values: list[object] = [
        heading.transmission,
        heading.routing,
        heading.station,
        heading.security,
    ]
    values += [heading.precedence, heading.dtg, *heading.instructions, heading.originator]
    return [str(value) for value in [*values, *heading.action, *heading.info, *heading.exempt]]


def numbered(number: int) -> str:
    """The telegram under other numbers and times: as the next ones of a circuit are."""
    time = f"{number // 60 % 24:02}{number % 60:02}"
    text = TEXT.replace("XYZ0020", f"XYZ{number % 10000:04}").replace(
        "#1029", f"#{number % 10000:04}"
    )
    return (
        text.replace("2412134", f"241{time}")
        .replace("282134Z", f"28{time}Z")
        .replace(" 0010", f" {number:04}")
    )


def renamed(number: int) -> str:
    """The telegram under other numbers, times and names: no address line recurs."""
    name = "".join(chr(65 + number // 26**place % 26) for place in range(3))
    text = numbered(number)
    for word in ("SAN SALVADOR\n", "WASHDC", "CENTRAL", "FBI", "JUSTICE"):
        text = text.replace(word, f"{name} {word}")
    return text


WORKLOADS = {
    "one telegram, again and again": [TEXT] * 400,
    "telegrams of one circuit": [numbered(n) for n in range(1, 4_000)],
    "telegrams of which no line recurs": [renamed(n) for n in range(1, 16_000)],
}


def microseconds(way: Callable[[str], object], texts: list[str]) -> float:
    started = process_time()
    for text in texts:
        way(text)
    return (process_time() - started) / len(texts) * 1e6


def chunks(texts: list[str], size: int) -> Iterator[list[str]]:
    """The texts in turn, `size` at a time, from the start again when they are used up."""
    at = 0
    while True:
        yield (texts * 2)[at : at + size] if at + size > len(texts) else texts[at : at + size]
        at = (at + size) % len(texts)


def compare(
    ways: dict[str, Callable[[str], object]], texts: list[str], rounds: int = 60, size: int = 200
) -> None:
    """Print each way's median time, and the median of its ratios to the first way."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        microseconds(way, texts[:20])
    source = chunks(texts, size)
    order = list(ways)
    for turn in range(rounds):
        # Each way reads texts of its own, so that none finds what another has learnt.
        for name in order[turn % len(order) :] + order[: turn % len(order)]:
            now = next(source)
            times[name].append(microseconds(ways[name], now[:20] if name == "lalr" else now))
    first = times[order[0]]
    for name, found in times.items():
        ratios = [one / other for one, other in zip(found, first, strict=True)]
        print(f"  {name:<28} {median(found):>9.2f} us {median(ratios):>8.3f}")


def heading() -> None:
    """The cost of reading a heading, beside other ways to do it."""
    parsed, by_hand, by_lark = (
        telegram.parse(TEXT, dialect="acp127-us").heading,
        handwritten.read(TEXT)[1],
        lalr.read(TEXT)[1],
    )
    assert fields(parsed) == fields(by_hand) == fields(by_lark), "the ways must read the same"
    ways: dict[str, Callable[[str], object]] = {
        "hand-written": lambda text: fields(handwritten.read(text)[1]),
        "telegram": lambda text: fields(telegram.parse(text, dialect="acp127-us").heading),
        "telegram, dialect auto": lambda text: fields(telegram.parse(text).heading),
        "lalr": lambda text: fields(lalr.read(text)[1]),
        "splitlines": lambda text: text.splitlines(),
    }
    for collected in (False, True):
        for name, texts in WORKLOADS.items():
            print(
                f"\nheading of {len(TEXT)} characters: {name};"
                f" garbage collection {'on' if collected else 'off'}"
            )
            print(f"  {'':<28} {'median':>12} {'ratio':>8}")
            gc.collect()
            (gc.enable if collected else gc.disable)()
            compare(ways, texts)
            gc.enable()
    print("\nwriting: str() of every value of a heading")
    compare(
        {
            "parse": lambda text: telegram.parse(text, dialect="acp127-us").heading,
            "str": lambda text: written(parsed),
            "hand-written parse": lambda text: handwritten.read(text),
        },
        [TEXT] * 400,
    )


def hostile(most: int, names: list[str], ways: list[str]) -> None:
    """Time and memory at doubling sizes."""
    print(
        f"\n{'family':<32} {'way':<9} {'size':>10} {'seconds':>9} {'ns/byte':>8} {'x time':>7}"
        f" {'peak/byte':>10} {'x mem':>6}"
    )
    for name in names or FAMILIES:
        for way in ways or WAYS:
            last: tuple[float, int] | None = None
            size = most // 32
            while size <= most:
                text = FAMILIES[name](size)
                seconds, peak = cost(WAYS[way], text)
                grown = f"{seconds / last[0]:>7.2f}" if last else " " * 7
                more = f"{peak / last[1]:>6.2f}" if last else " " * 6
                bad = last and seconds > 0.02 and (seconds / last[0] > 2.5 or peak / last[1] > 2.2)
                print(
                    f"{name:<32} {way:<9} {len(text):>10} {seconds:>9.3f}"
                    f" {seconds / len(text) * 1e9:>8.1f} {grown} {peak / len(text):>10.2f}"
                    f" {more}{'  <<<' if bad else ''}",
                    flush=True,
                )
                last = (seconds, max(peak, 1))
                if seconds > 20:
                    print(f"{name:<32} {way:<9} stopped: too slow")
                    break
                size *= 2


def startup(rounds: int = 20) -> None:
    """Whole processes."""
    programs = {
        "import attrs, re, json": "import attrs, re, json",
        "import telegram": "import telegram",
        "from telegram import parse": "from telegram import parse",
        "first heading": f"import telegram; telegram.parse({TEXT!r}, dialect='acp127-us').heading",
        "nothing": "pass",
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            started = perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            times[name].append((perf_counter() - started) * 1e3)
    first = min(times["import attrs, re, json"])
    print(f"\nstart-up of whole processes, of {rounds} each")
    print(f"  {'':<28} {'median':>10} {'least':>10} {'ratio':>8}")
    for name, found in times.items():
        print(
            f"  {name:<28} {median(found):>7.1f} ms {min(found):>7.1f} ms"
            f" {min(found) / first:>8.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "parts", nargs="*", help="heading, text, startup, hostile; all when none is given"
    )
    parser.add_argument("--most", type=float, default=10, metavar="MB", help="largest hostile text")
    parser.add_argument("--family", action="append", default=[], help="only these hostile families")
    parser.add_argument(
        "--way", action="append", default=[], choices=list(WAYS), help="only these ways of reading"
    )
    chosen = parser.parse_args()
    parts = chosen.parts or ["heading", "text", "startup", "hostile"]
    if "heading" in parts:
        heading()
    if "text" in parts:
        from tests.bench.texts import texts

        texts()
    if "startup" in parts:
        startup()
    if "hostile" in parts:
        hostile(int(chosen.most * 1_000_000), chosen.family, chosen.way)


if __name__ == "__main__":
    main()
