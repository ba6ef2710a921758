"""What does a call of `cqclean` ask for, and who answers it?"""

import dataclasses
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cqclean import __version__
from cqclean.files import Problem
from cqclean.files.config import KEYS, Choice
from cqclean.files.copies import Copies
from cqclean.ruleset.load import RuleError
from cqclean.show.terminal import progress
from cqclean.work import CHANGES, CLEAN, TROUBLE, answers, stdin
from cqclean.work.plan import Plan
from cqclean.work.run import Run, Streams
from cqclean.work.summary import count, statistics, summary

if TYPE_CHECKING:
    from cqclean.work.lines import Lines

SHORT_HELP = """\
Usage: cqclean [OPTIONS] [PATHS]...

  cqclean < page.txt       clean text from a pipe
  cqclean page.txt docs/   report what would change
  cqclean --diff docs/     show it as a diff
  cqclean -w docs/         change the files in place

cqclean --help shows all options."""


def call(paths: Sequence[str], asked: dict[str, Any]) -> int:
    """Do what the command line asks for, option by option; the exit code. Raises Problem."""
    streams = Streams(sys.stdout.buffer, asked["quiet"], asked["verbose"])
    try:
        code = _dispatch(tuple(dict.fromkeys(map(_tidy, paths))), asked, streams)
    except RuleError as error:
        raise Problem(str(error)) from error
    streams.out.flush()
    return CLEAN if code == CHANGES and asked["exit_zero"] else code


def _dispatch(paths: tuple[str, ...], asked: dict[str, Any], streams: Streams) -> int:
    choice = _choice(asked)
    if asked["list_rules"] or asked["explain"] or asked["test_rules"] or asked["show_config"]:
        return answers.answer(choice, paths, asked, streams)
    if asked["show_files"]:
        return answers.show_files(choice, paths or (".",), streams)
    if asked["revert"]:
        return answers.revert(asked["revert"], paths, streams)
    if paths and paths != ("-",):
        answers.check_settings(choice.for_path(os.path.join(paths[0], "") if os.path.isdir(paths[0]) else paths[0]).settings, streams)
        return _over_files(choice, paths, asked, streams)
    if sys.stdin is None or (sys.stdin.isatty() and not paths):
        print(SHORT_HELP, file=sys.stderr)
        return TROUBLE
    return _over_stdin(choice, asked, streams)


def _over_files(choice: Choice, paths: tuple[str, ...], asked: dict[str, Any], streams: Streams) -> int:
    writes = asked["write"] or asked["output"] is not None
    plan = Plan(
        choice, _format(asked, writes), _coloured(asked), asked["verbose"], writes, asked["record"] is not None, timed=asked["statistics"]
    )
    if asked["folder_evidence"]:
        from cqclean.work.evidence import recurring_lines

        plan = dataclasses.replace(plan, recurring=recurring_lines(choice, paths))
    state = repr((__version__, choice, asked["folder_evidence"]))
    copies = Copies(asked["output"], paths, state, choice.source_for) if asked["output"] else None
    shows_progress = sys.stderr.isatty() and not asked["quiet"] and (writes or not sys.stdout.isatty())
    if asked["jsonl"]:
        return _lines(plan, asked, streams, copies).over(paths)
    with progress(shows_progress) as counter:
        task = Run(plan, streams, asked["write"], copies, asked["record"], asked["jobs"], counter)
        code = task.over(paths)
    _sum_up(task, paths, asked)
    if not task.files and not task.troubles and not asked["force_exclude"] and not task.up_to_date:
        streams.error(f"cqclean: no text to clean in {', '.join(paths)}: {count(task.left_out, 'file')} left out (--show-files says why)")
        return TROUBLE
    return CLEAN if code == CHANGES and writes and not asked["check"] and not task.held_back else code


def _sum_up(task: Run, paths: Sequence[str], asked: dict[str, Any]) -> None:
    for line in summary(task, paths):
        task.streams.say(line)
    if asked["statistics"]:
        for line in statistics(task.tally, task.plan.format):
            task.streams.error(line)


def _lines(plan: Plan, asked: dict[str, Any], streams: Streams, copies: Copies | None = None) -> "Lines":
    from cqclean.work.lines import Lines

    return Lines(plan, asked["jsonl"], asked["add_report"], streams, asked["jobs"], asked["write"], copies)


def _over_stdin(choice: Choice, asked: dict[str, Any], streams: Streams) -> int:
    if not asked["stdin_filename"] and not asked["config"]:
        choice = dataclasses.replace(choice, isolated=True)
    answers.check_settings(choice.for_path(asked["stdin_filename"] or "-").settings, streams)
    if asked["jsonl"]:
        return _lines(Plan(choice, ""), asked, streams).over_stdin()
    plan = Plan(choice, _format(asked, False), _coloured(asked), asked["verbose"], timed=asked["statistics"])
    shows = asked["diff"] or asked["check"] or bool(asked["output_format"])
    return stdin.clean(plan, asked["stdin_filename"], shows, streams)


def _choice(asked: dict[str, Any]) -> Choice:
    """What the command line says for and against config."""
    if asked["config"] and not os.path.isfile(asked["config"]):
        raise Problem(f"{asked['config']}: no such config file")
    given = {name: _joined(value) for name, value in asked.items() if name in _CHOICES}
    overrides = sorted((name, value) for name, value in given.items() if _is_said(name, value))
    return Choice(asked["config"], asked["isolated"], tuple(overrides))


_CHOICES = {key.replace("-", "_") for key in KEYS} | {"force"}
_NEGATABLE = ("unsafe", "verify")  # flags of which "no" is said aloud, too


def _is_said(name: str, value: Any) -> bool:
    """Whether an option stood on the command line or in the environment."""
    return value is not None and value != () and (value is not False or name in _NEGATABLE)


def _joined(value: Any) -> Any:
    """One tuple of names for an option that was given several times."""
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return tuple(name for names in value for name in names)
    return value


def _format(asked: dict[str, Any], writes: bool) -> str:
    """The format of the findings; a run that writes shows none unless asked."""
    if asked["diff"]:
        return "diff"
    return asked["output_format"] or ("" if writes and not asked["verbose"] else "concise")


def _coloured(asked: dict[str, Any]) -> bool:
    if asked["color"] != "auto":
        return bool(asked["color"] == "always")
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))


def _tidy(path: str) -> str:
    """A path as it is shown: without a ./ before it or a / after it."""
    return os.path.normpath(path) if path and ".." not in path.split(os.sep) else path
