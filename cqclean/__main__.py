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
        _keep()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at exit
        code = BROKEN_PIPE
    except KeyboardInterrupt:
        print("\ninterrupted" + (": every file is whole, old or new; the same command goes on" if sys.argv[1:] else ""), file=sys.stderr)
        code = INTERRUPTED
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if _is_plain(arguments, list(os.environ)):
        from cqclean.work.pipe import plain

        return plain(sys.stdin.buffer, sys.stdout.buffer, sys.stderr)
    from cqclean.cli import run

    return run(arguments)


def _keep() -> None:
    """Keep what was compiled, if anything was, for the next call."""
    if "cqclean.text.programs" in sys.modules:
        from cqclean.text import programs

        programs.keep()


def _is_plain(arguments: list[str], environment: list[str]) -> bool:
    """Whether a call has nothing to choose: no option, no path, no choice in the environment, and a pipe to read."""
    chosen = any(name.startswith(("CQCLEAN_", "_CQCLEAN_")) for name in environment)
    return arguments in ([], ["-"]) and not chosen and sys.stdin is not None and not sys.stdin.isatty()


if __name__ == "__main__":
    main()
