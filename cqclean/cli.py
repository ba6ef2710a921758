"""How is a call of `cqclean` written? (With options.py the only module that knows Click.)"""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from cqclean import __version__
from cqclean.files import Problem
from cqclean.options import options
from cqclean.work import TROUBLE

EPILOG = """Exit codes: 0 clean, or cleaned; 1 something to clean, or a text held back; 2 the job could not be done.
Options can be set as CQCLEAN_NAME in the environment and in .cqclean.toml, cqclean.toml or [tool.cqclean] of pyproject.toml."""


class _PipeClosed(Exception):
    """Nobody reads the output any more; Click would answer a BrokenPipeError with exit code 1, which means something else here."""


def run(arguments: Sequence[str]) -> int:
    """Run the command on its arguments; the exit code."""
    try:
        return int(command.main(list(arguments), "cqclean", standalone_mode=False, auto_envvar_prefix="CQCLEAN") or 0)
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except _PipeClosed as error:
        raise BrokenPipeError from error
    except click.ClickException as error:
        error.show()
        return TROUBLE
    except Problem as error:
        print("\n".join(f"cqclean: {line}" for line in str(error).splitlines()), file=sys.stderr)
        return TROUBLE


@click.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, type=click.Path())
@options
@click.version_option(__version__, message="%(prog)s %(version)s")
def command(paths: tuple[str, ...], **asked: Any) -> int:
    """Clean scraped Chinese text: remove what is not the article, restore what filters hid, and show every change.

    Without PATHS, or with -, text is read from standard input and the clean text is written to standard output. With PATHS, files and
    folders, what would change is reported and nothing is written, unless -w or -o is given.
    """
    _refuse_contradictions(paths, asked)
    from cqclean.work.call import call  # what --help need not load

    try:
        return call(paths, asked)
    except BrokenPipeError as error:
        raise _PipeClosed from error


def _refuse_contradictions(paths: Sequence[str], asked: dict[str, Any]) -> None:
    for message in _contradictions(paths, asked):
        raise click.UsageError(message)


_VALUED = ("output", "jsonl", "record", "revert", "explain", "config", "stdin_filename")


def _contradictions(paths: Sequence[str], asked: dict[str, Any]) -> Iterable[str]:
    writes = asked["write"] or asked["output"] is not None
    files = bool(paths) and "-" not in paths
    for name in _VALUED:
        if asked[name] == "":
            yield f"--{name.replace('_', '-')} needs a value"
    if "-" in paths and len(paths) > 1:
        yield "- stands for standard input and can't be mixed with other paths"
    if writes and not files:
        yield "-w and -o need PATHS: from a pipe the clean text goes to standard output"
    if asked["write"] and asked["output"] is not None:
        yield "-w changes the files and -o writes copies: choose one"
    if asked["diff"] and writes:
        yield "--diff only shows: leave out -w and -o, or --diff"
    if asked["diff"] and asked["output_format"] not in (None, "diff"):
        yield f"--diff and --output-format {asked['output_format']}: choose one"
    if asked["record"] and not asked["write"]:
        yield "--record needs -w: only what changes files can be undone"
    if asked["add_report"] and not asked["jsonl"]:
        yield "--add-report needs --jsonl FIELD"
    if asked["jsonl"] and (asked["record"] or asked["diff"]):
        yield "--jsonl goes with neither --record nor --diff"
