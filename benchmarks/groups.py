"""Which figures are there? Each group yields Figures of one run."""

import multiprocessing
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import texts
from benchmarks.measure import Figure, Times, command, in_turn, ratio
from benchmarks.peers import peers
from cqclean import Cleaner, Settings

PYTHON = sys.executable
CQCLEAN = str(Path(PYTHON).parent / "cqclean")
EMPTY_CLICK = "import click\n@click.command()\ndef main(): pass\nmain()"


def throughput(repeat: int) -> Iterator[Figure]:
    yield from _against_peers("throughput", texts.mixed(), repeat)


def pages(repeat: int) -> Iterator[Figure]:
    yield from _against_peers("pages", texts.pages(), repeat)


def _against_peers(group: str, corpus: list[str], repeat: int) -> Iterator[Figure]:
    clean = Cleaner().clean
    others = peers()
    own, *theirs = in_turn([_over(clean, corpus), *(_over(peer, corpus) for peer in others.values())], repeat)
    for name, times in zip(others, theirs, strict=True):
        yield ratio(group, f"cqclean / {name}", times, own, "times as fast")


def _over(function: Callable[[str], object], corpus: list[str]) -> Callable[[], object]:
    return lambda: [function(text) for text in corpus]


def rules(repeat: int) -> Iterator[Figure]:
    """2,000 rules against 120, all of them span rules with a literal of their own."""
    corpus = texts.mixed(1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        few, many = (Cleaner(Settings(select=("bench",), extend_rules=(_rule_file(folder, n),))) for n in (120, 2000))
        small, large = in_turn([_over(few.clean, corpus), _over(many.clean, corpus)], repeat)
    yield ratio("rules", "2,000 rules / 120 rules", large, small, "times the time")


ENTRY = """[[rule]]
id = "bench-{0}"
kind = "bench"
action = "delete"
level = "safe"
on = "text"
when = ["{1}"]
match = '{1}[0-9]{{3}}'
why = "A rule for measuring."
[rule.examples]
"{1}" = "{1}"
"{1}123" = ""
"""


def _rule_file(folder: str, count: int) -> str:
    """A file of rules that each wait for two characters of their own."""
    path = Path(folder) / f"{count}.toml"
    literals = (chr(0x4E00 + n % 9000) + chr(0x5000 + n * 7 % 9000) for n in range(count))
    path.write_text("".join(ENTRY.format(n, literal) for n, literal in enumerate(literals)), encoding="utf-8")
    return str(path)


def size(repeat: int) -> Iterator[Figure]:
    text = "\n".join(texts.mixed(3_400_000))
    parts = [text[at : at + 34_000] for at in range(0, len(text), 34_000)]
    clean = Cleaner().clean
    whole, pieces = in_turn([lambda: clean(text), _over(clean, parts)], repeat)
    yield ratio("size", "one document of 10 MB / documents of 100 KB", whole, pieces, "times the time a MB")
    long_line = text.replace("\n", "，")
    one, lines = in_turn([lambda: clean(long_line), lambda: clean(text)], repeat)
    yield ratio("size", f"one line of {len(long_line) / 1e6:.1f} M characters / the same in lines", one, lines, "times the time")


def slow_spots(repeat: int) -> Iterator[Figure]:
    """Texts that once took quadratic time: four times the text must take about four times as long."""
    clean = Cleaner().clean
    for name, piece, count in SPOTS:
        long, short = in_turn([_over(clean, [piece * count * 4]), _over(clean, [piece * count])], repeat)
        yield ratio("linear", f"four times as many {name}", long, short, "times the time (4 is linear)")


SPOTS = (
    ("unclosed comments", "# 题 [一](/b)\n<!-- 二\n", 1_000),
    ("line breaks", "\n", 50_000),
    ("lines of a novel", "他推门进来，看见桌上放着一封信，没有署名。\n", 10_000),
    ("adverts on one line", "加微信看蕞好的下载，最新章节请到网站", 3_000),
)


def startup(repeat: int) -> Iterator[Figure]:
    page = texts.pages()[0][:6000].encode()
    things = [[PYTHON, "-c", "pass"], [CQCLEAN], [CQCLEAN], [PYTHON, "-c", EMPTY_CLICK, "--help"], [CQCLEAN, "--help"]]
    data = [b"", b"x\n", page, b"", b""]
    nothing, plain, a_page, click, own_help = in_turn([command(words, d) for words, d in zip(things, data, strict=True)], 4 * repeat)
    yield ratio("startup", "echo x | cqclean / python -c pass", plain, nothing, "times the time")
    yield ratio("startup", "a page of 17 KB / python -c pass", a_page, nothing, "times the time")
    yield ratio("startup", "cqclean --help / an empty Click program", own_help, click, "times the time")


def memory(repeat: int) -> Iterator[Figure]:
    del repeat
    text = "\n".join(texts.mixed(3_400_000))
    used = [_peak(None), _peak(text)]
    above = (used[1] - used[0]) / 1e6
    megabytes = len(text.encode()) / 1e6
    yield Figure("memory", f"peak above idle for a document of {megabytes:.0f} MB", above / megabytes, above / megabytes, "MB a MB")


def _peak(text: str | None) -> int:
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(_clean_and_measure, (text,))


def _clean_and_measure(text: str | None) -> int:
    Cleaner().clean("x")
    if text is not None:
        Cleaner().clean(text)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def parallel(repeat: int) -> Iterator[Figure]:
    corpus = texts.mixed(17_000_000)
    with tempfile.TemporaryDirectory() as folder:
        for n in range(0, len(corpus), 20):
            Path(folder, f"{n:06}.txt").write_text("\n".join(corpus[n : n + 20]), encoding="utf-8")
        run = [CQCLEAN, "--check", "-q", folder, "-j"]
        one, two = in_turn([command([*run, "1"]), command([*run, "2"])], max(1, repeat // 2))
    alone, together = in_turn([_spin, _spin_twice], repeat)
    gain, best = one.median / two.median, 2 * alone.median / together.median
    yield Figure("parallel", "gain of two processes / that of pure computing", gain / best, gain / best, f"({gain:.2f} of {best:.2f})")


def _spin(count: int = 30_000_000) -> None:
    while count:
        count -= 1


def _spin_twice() -> None:
    workers = [multiprocessing.get_context("fork").Process(target=_spin) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


GROUPS: dict[str, Callable[[int], Iterator[Figure]]] = {
    "throughput": throughput, "pages": pages, "rules": rules, "size": size, "linear": slow_spots,
    "startup": startup, "memory": memory, "parallel": parallel,
}  # fmt: skip
MACHINE = f"{os.cpu_count()} cores, Python {sys.version.split()[0]}"
__all__ = ["GROUPS", "MACHINE", "Times"]
