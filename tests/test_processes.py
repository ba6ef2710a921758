"""Does a cleaner work in every kind of process that a framework may start, threads running or not?"""

import multiprocessing
import pickle
import threading
from concurrent.futures import ProcessPoolExecutor

import pytest

import cqclean
from cqclean import Cleaner, Settings

DIRTY, CLEAN = "这种浮标蕞高可用十四个月。", "这种浮标最高可用十四个月。"
PATIENCE = 60  # seconds; a lock caught by a fork would be waited for without end


def _cleaned(cleaner: Cleaner) -> str:
    return cleaner.clean(DIRTY).text


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_used_cleaner_works_in_another_process(method: str) -> None:
    cleaner = Cleaner(Settings(keep=("蕞高峰",)))
    cleaner.clean(DIRTY)
    with ProcessPoolExecutor(1, multiprocessing.get_context(method)) as pool:
        assert pool.submit(_cleaned, cleaner).result(PATIENCE) == CLEAN
        assert pool.submit(cqclean.clean, DIRTY).result(PATIENCE) == CLEAN


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system has no fork")
def test_a_fork_amid_cleaning_threads_catches_no_lock() -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            cqclean.clean(DIRTY)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(5):
            child = multiprocessing.get_context("fork").Process(target=cqclean.clean, args=(DIRTY,))
            child.start()
            child.join(PATIENCE)
            assert child.exitcode == 0
    finally:
        stop.set()


def test_a_pickle_is_its_settings_alone() -> None:
    cleaner = Cleaner()
    cleaner.clean(DIRTY)
    assert len(pickle.dumps(cleaner)) < 1000  # bytes; the rules are megabytes
    assert pickle.loads(pickle.dumps(cqclean.clean)) is cqclean.clean
