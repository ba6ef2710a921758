"""Where does `cqclean` begin? With the fast path of a plain pipe, or else with the command line."""

import os
import sys

BROKEN_PIPE = 141  # what a shell reports of a program that ended because nobody read its output
INTERRUPTED = 130


def main() -> None:
    """Run the command and leave with its exit code."""
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at exit
        code = BROKEN_PIPE
    except KeyboardInterrupt:
        print("\ninterrupted" + (": every file is whole, old or new; the same command goes on" if sys.argv[1:] else ""), file=sys.stderr)
        code = INTERRUPTED
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    from cqclean.work.pipe import is_plain, plain

    if is_plain(arguments, list(os.environ)):
        return plain(sys.stdin.buffer, sys.stdout.buffer, sys.stderr)
    from cqclean.cli import run

    return run(arguments)


if __name__ == "__main__":
    main()
