"""What is answered without cleaning anything: rules, config, files, and the way back?"""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cqclean.cleaner import Cleaner
from cqclean.files import Problem, record
from cqclean.files.config import Choice, shown
from cqclean.files.discover import discover
from cqclean.files.write import write
from cqclean.ruleset import selftest
from cqclean.ruleset.load import Ruleset, builtin, load, with_extra
from cqclean.settings import Settings
from cqclean.show.explain import explain, listing, nearest
from cqclean.show.visible import visible
from cqclean.work import CLEAN, TROUBLE
from cqclean.work.run import Streams
from cqclean.work.summary import count

SWITCHED_ON: Mapping[str, Settings] = {  # rules that act only where they are asked for, and how one asks
    "mask-marked": Settings(asterisk="mark"),
    "mask-dropped": Settings(asterisk="drop"),
    "punctuation-chinese": Settings(punctuation="chinese"),
    "script-simplified": Settings(script="simplified"),
    "script-traditional": Settings(script="traditional"),
}


def answer(choice: Choice, paths: Sequence[str], asked: dict[str, Any], streams: Streams) -> int:
    """--list-rules, --explain, --test-rules and --show-config."""
    if asked["test_rules"]:
        return _test_rules(paths, streams)
    config = choice.for_path(os.path.join(paths[0], "") if paths and os.path.isdir(paths[0]) else paths[0] if paths else "-")
    rules = with_extra(config.settings.extend_rules)
    if asked["show_config"]:
        return _print(shown(config), streams)
    if asked["explain"]:
        return _explain(asked["explain"], rules, streams)
    return _print(listing(rules.chosen(config.settings).rules), streams)


def _print(lines: Iterable[str], streams: Streams) -> int:
    for line in lines:
        streams.out.write(line.encode("utf-8", "surrogateescape") + b"\n")
    return CLEAN


def _explain(name: str, rules: Ruleset, streams: Streams) -> int:
    if name in rules.by_id:
        return _print(explain(rules.by_id[name]), streams)
    if name in rules.kinds:
        return _print(listing(rule for rule in rules.rules if rule.kind == name), streams)
    raise Problem(nearest(name, rules))


def _test_rules(paths: Sequence[str], streams: Streams) -> int:
    """Check all rules, or those of the named files."""
    for path in paths:
        if not os.path.isfile(path):
            raise Problem(f"{path}: {'a folder, not a rule file' if os.path.isdir(path) else 'no such rule file'}")
    rules = load(paths) if paths else builtin()
    wrong = list(selftest.check(rules.rules, _runner(tuple(paths)), selftest.keep()))
    _print((visible(str(finding)) for finding in wrong), streams)
    examples = sum(len(rule.examples) for rule in rules.rules)
    streams.say(f"{count(len(rules.rules), 'rule')}, {count(examples, 'example')}, {len(wrong)} wrong")
    return 1 if wrong else CLEAN


def _runner(extra: tuple[str, ...]) -> selftest.Run:
    """Clean with one rule alone, whatever its level, or with all as they are; one that needs a page also takes the page's own lines."""
    by_id = with_extra(extra).by_id

    def run(text: str, rule: str | None) -> str:
        alone = (rule,) if rule else ()
        around = ("structure",) if rule in by_id and by_id[rule].needs == "page" else ()
        asked = SWITCHED_ON.get(rule or "", Settings())
        return Cleaner(asked._replace(select=alone + around, extend_safe=alone, extend_rules=extra, force=True)).clean(text).text

    return run


def check_settings(settings: Settings, streams: Streams) -> None:
    """Load the rules, so that a broken rule file stops the run before it starts; answer names that no rule has."""
    try:
        rules = with_extra(settings.extend_rules)
    except OSError as error:
        raise Problem(f"{error.filename}: can't read the rule file: {error.strerror}") from error
    mistakes = list(rules.unknown((*settings.select, *settings.kinds, *settings.extend_safe, *settings.extend_unsafe)))
    if mistakes:
        raise Problem("\n".join(mistakes))
    for warning in rules.unknown(settings.ignore):
        streams.say(f"cqclean: ignore: {warning}")


def show_files(choice: Choice, paths: Sequence[str], streams: Streams) -> int:
    """--show-files: each file with the reason why it is done or left out."""
    code = CLEAN
    for found in discover(paths, lambda folder: choice.for_folder(folder).filter):
        word = "clean" if found.taken else "error" if found.named else "leave"
        code = TROUBLE if word == "error" else code
        streams.out.write(f"{word}  {visible(found.path)}  ({found.reason})\n".encode())
    return code


def revert(path: str, folders: Sequence[str], streams: Streams) -> int:
    """--revert: undo a run, inside the current folder, the record's folder, or the folders named."""
    roots = [os.path.realpath(root) + os.sep for root in (*folders, os.curdir, os.path.dirname(path) or os.curdir)]
    undone = kept = failed = 0
    for file in record.revert(path, lambda name: os.path.realpath(name).startswith(tuple(roots)), write):
        undone, kept, failed = undone + (file.problem is None), kept + (file.problem == ""), failed + bool(file.problem)
        if file.problem:
            streams.error(f"{visible(file.path)}: {file.problem}")
    streams.say(f"{count(undone, 'file')} restored, {kept:,} as before already, {failed:,} left as they are")
    return TROUBLE if failed else CLEAN
