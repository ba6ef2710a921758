"""How is a long list worked on by several processes, in order and with flat memory?

Workers only read and compute; whoever takes the results writes. So a worker that dies loses no file, and a killed parent leaves
nobody behind who would write on.
"""

import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from typing import TypeVar

from cqclean.files import Problem

Item = TypeVar("Item")
Answer = TypeVar("Answer")

CHUNK = 8  # files a task: one round trip between processes costs about as much as cleaning a short page
AHEAD = 4  # tasks a process may be ahead of the one whose turn it is: bounds the results that wait
SERIAL_BYTES = 1_000_000  # less work than this is done before a second process has started


def in_order(work: Callable[[Item], Answer], items: Iterable[Item], jobs: int) -> Iterator[Answer]:
    """Yield work(item) for each item, in the order of the items."""
    if jobs <= 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(jobs, initializer=_watch_parent) as pool:
        waiting: deque[Future[list[Answer]]] = deque()
        try:
            for chunk in _chunks(items):
                waiting.append(pool.submit(_each, work, chunk))
                if len(waiting) > jobs * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise Problem("a worker process died (out of memory?): the files before this one are done; run again with -j 1") from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def alongside(work: Callable[[Item], Answer], items: Iterable[Item], threads: int) -> Iterator[tuple[Item, Answer]]:
    """Yield (item, work(item)) in the order of the items, with several under way at once: for work that waits for the disk."""
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[tuple[Item, Future[Answer]]] = deque()
        try:
            for item in items:
                waiting.append((item, pool.submit(work, item)))
                if len(waiting) > threads:
                    first, answer = waiting.popleft()
                    yield first, answer.result()
            while waiting:
                first, answer = waiting.popleft()
                yield first, answer.result()
        finally:
            pool.shutdown(cancel_futures=True)


def jobs_for(sizes: Iterable[int], asked: int) -> int:
    """The number of processes: what was asked (0: decide here), and one where a second would not pay.

    `sizes` are the bytes of the first files; it is read only as far as needed.
    """
    if asked:
        return asked
    total = 0
    for size in sizes:
        total += size
        if total > SERIAL_BYTES:
            return available()
    return 1


def available() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, CHUNK)):
        yield chunk


def _each(work: Callable[[Item], Answer], chunk: list[Item]) -> list[Answer]:
    return [work(item) for item in chunk]


def _watch_parent() -> None:
    """Leave Ctrl-C to the parent, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
