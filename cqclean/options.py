"""Which options are there, and what does each mean?"""

import difflib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from cqclean.settings import CHOICES
from cqclean.show import FORMATS

Function = TypeVar("Function", bound=Callable[..., Any])


class Names(click.ParamType):  # type: ignore[type-arg]
    """Names separated by commas; the option may be given more than once, too."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        return value if isinstance(value, tuple) else tuple(name.strip() for name in value.split(",") if name.strip())


class Encodings(Names):
    """Encodings separated by commas, tried in this order."""

    name = "encodings"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        from cqclean.files.encoding import normal_name

        names = super().convert(value, param, ctx)
        try:
            return tuple(normal_name(name) for name in names)
        except LookupError as error:
            self.fail(str(error), param, ctx)


class Word(click.Choice):  # type: ignore[type-arg]
    """One of some words; a wrong one is answered with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            self.fail(f"{value!r} is not one of {', '.join(self.choices)}{nearest(str(value), self.choices)}", param, ctx)
        return str(value)


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a message about a word that is none of the known ones."""
    near = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Complete the last of several ids and kinds in a shell."""
    from cqclean.ruleset.load import builtin

    before, comma, last = incomplete.rpartition(",")
    names = sorted({*builtin().by_id, *builtin().kinds})
    return [f"{before}{comma}{name}" for name in names if name.startswith(last)]


def _names(option: str, text: str, metavar: str) -> Callable[[Function], Function]:
    return click.option(option, type=Names(), multiple=True, metavar=metavar, help=text)


def _rules(option: str, text: str, metavar: str = "ID,…") -> Callable[[Function], Function]:
    return click.option(option, type=Names(), multiple=True, metavar=metavar, help=text, shell_complete=_rule_names)


def _choice(name: str, text: str) -> Callable[[Function], Function]:
    return click.option(f"--{name}", type=Word(CHOICES[name]), help=text)


WHAT = (
    click.option("-w", "--write", is_flag=True, help="Change the files in place."),
    click.option("-o", "--output", metavar="DIR", help="Write cleaned copies below DIR; the tree below each path is kept."),
    click.option("--diff", is_flag=True, help="Show a unified diff; patch -p0 and git apply take it."),
    click.option("--check", is_flag=True, help="Exit 1 if anything would change (with -w: if anything did)."),
    click.option("--jsonl", metavar="FIELD", help="Clean one field of JSON Lines (text, or meta.text); all else stays as it is."),
    click.option("--add-report", is_flag=True, help='With --jsonl: add a member "cqclean" with counts to each object.'),
    click.option("--record", metavar="FILE", help="Write each edit as a JSON line to FILE, so that --revert can undo it (with -w)."),
    click.option("--revert", metavar="RECORD", help="Undo a run from its record, byte for byte."),
    click.option("--explain", metavar="ID", shell_complete=_rule_names, help="Explain a rule: why it exists, before and after, how safe."),
    click.option("--list-rules", is_flag=True, help="List all rules."),
    click.option("--test-rules", is_flag=True, help="Check the examples of all rules, or of the rule files named."),
    click.option("--show-files", is_flag=True, help="List the files with the reason why each is done or left out."),
    click.option("--show-config", is_flag=True, help="Show the choices in force for the first path."),
)
RULES = (
    click.option("--unsafe/--no-unsafe", default=None, help="Make the edits of level unsafe, too."),
    _rules("--kinds", "Only rules of these kinds: nav, contact, …", "KIND,…"),
    _rules("--select", "Only these rules or kinds."),
    _rules("--ignore", "Not these rules or kinds."),
    _names("--keep", "Strings that no edit may touch.", "TEXT,…"),
    _choice("asterisk", "A mask that can't be restored with confidence: keep it (default), mark it as ⟦***⟧, or drop it."),
    _choice("script", "Convert to simplified or traditional characters."),
    _choice("punctuation", "Make the punctuation Chinese."),
    _choice("profile", "Presets for a sort of text."),
    click.option("--max-removed", type=click.FloatRange(0, 1), metavar="SHARE", help="Hold back a text that would lose more (0.8)."),
    click.option("--force", is_flag=True, help="Let a text through that --max-removed holds back."),
    click.option("--verify/--no-verify", default=None, help="Write no file that would change again when cleaned again (default)."),
)
FILES = (
    _names("--include", "Take these files in a folder, too.", "GLOB,…"),
    _names("--exclude", "Leave these files and folders out.", "GLOB,…"),
    click.option("--force-exclude", is_flag=True, default=None, help="Leave excluded files out even when they are named."),
    click.option("--encoding", type=Encodings(), metavar="NAME,…", help="Encodings to try in turn (utf-8,gb18030); a BOM beats them."),
    click.option("--folder-evidence", is_flag=True, help="Read all files first: lines at the ends of three or more of them are a site's."),
    click.option("--stdin-filename", metavar="NAME", help="The name that gives standard input its config and its kind."),
    click.option("--config", metavar="FILE", help="Use this config file for all files."),
    click.option("--isolated", is_flag=True, help="Use no config file."),
    click.option("-j", "--jobs", type=click.IntRange(0, 256), default=0, metavar="N", help="Processes (default: by the size of the work)."),
)
OUTPUT = (
    click.option("--output-format", type=Word(FORMATS), help="How findings are written."),
    click.option("--statistics", is_flag=True, help="Count edits, characters and milliseconds by rule and finder, on standard error."),
    click.option("--color", type=Word(("auto", "always", "never")), default="auto", help="Colours on standard output."),
    click.option("--exit-zero", is_flag=True, help="Exit 0 where there is something to clean."),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors on standard error."),
    click.option("-v", "--verbose", is_flag=True, help="Show every finding by itself, and why."),
)


def options(function: Function) -> Function:
    """Give a command all options, in the order of its help."""
    for option in reversed((*WHAT, *RULES, *FILES, *OUTPUT)):
        function = option(function)
    return function
