"""Is a long list worked on in order, and does it stay in step?"""

import os

import pytest

from cqclean.files import Problem
from cqclean.files.batch import AHEAD, CHUNK, alongside, in_order, jobs_for


def square(number):
    return number * number


def die(number):
    os._exit(9)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_in_order(jobs):
    assert list(in_order(square, range(500), jobs)) == [n * n for n in range(500)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_to_do(jobs):
    assert list(in_order(square, [], jobs)) == []


def test_alongside():
    assert list(alongside(square, range(100), 8)) == [(n, n * n) for n in range(100)]
    with pytest.raises(ZeroDivisionError):
        list(alongside(lambda n: 1 // n, [2, 1, 0], 2))


def test_it_does_not_run_ahead():
    read = 0

    def numbers():
        nonlocal read
        for number in range(100_000):
            read = number
            yield number

    answers = in_order(square, numbers(), 2)
    next(answers)
    assert read < CHUNK * (2 * AHEAD + 3)
    answers.close()


def test_a_worker_that_dies():
    with pytest.raises(Problem, match="a worker process died"):
        list(in_order(die, range(20), 2))


def test_few_bytes_need_one_process():
    assert jobs_for([10] * 50, 0) == 1
    assert jobs_for([10**6] * 5, 0) >= 1
    assert jobs_for([], 3) == 3
