"""What happens to one file of a run?

Read, decode, clean, and draw what the run shows of it. A task only computes, so it may run in another process; `cqclean.work.run` writes.
"""

import os
from collections.abc import Iterable
from functools import lru_cache

from cqclean.cleaner import Cleaner, Result
from cqclean.files import Problem
from cqclean.files.discover import Found
from cqclean.files.encoding import WIDE, Decoded, decode, encode, is_binary
from cqclean.files.record import lines_of
from cqclean.ruleset.clock import Clock
from cqclean.ruleset.load import RuleError
from cqclean.settings import Settings
from cqclean.show import concise, diff, machine
from cqclean.show.finding import Finding, findings
from cqclean.text.document import Document, Kind
from cqclean.text.edits import hold
from cqclean.work.plan import Outcome, Plan, Tally

MARKDOWN = (".md", ".markdown", ".mdx", ".qmd")
AGAIN = "it would change again after cleaning: left as it is (--no-verify writes it)"
CUT = "it would cut into a kept or protected piece"  # how the cleaner says what is no news: a number inside a web address, say
_CLEANERS_KEPT = 64


def work(plan: Plan, found: Found) -> Outcome:
    """Do one file; whatever goes wrong is its own problem alone."""
    if not found.taken:
        return Outcome(found, problem=found.reason) if found.named else Outcome(found)
    try:
        return _work(plan, found)
    except (Problem, RuleError) as problem:
        return Outcome(found, problem=str(problem))
    except Exception as error:  # a bug in a rule or finder must not stop the other files
        return Outcome(found, problem=f"internal error, please report it: {type(error).__name__}: {error}")


def _work(plan: Plan, found: Found) -> Outcome:
    config = plan.choice.for_path(found.path)
    stamp, data = stamp_of(found.path), load(found.path)
    if is_binary(data, config.encoding):
        return Outcome(found, problem="a binary file") if found.named else Outcome(found, note="a binary file: passed over")
    decoded = decode(data, config.encoding)
    document = Document(decoded.text, kind_of(found.path), found.path)
    settings = config.settings_for(found.path)
    if plan.recurring:
        settings = settings._replace(recurring=plan.recurring)
    clock = Clock() if plan.timed else None
    result, warning = checked(document, settings, config.verify and plan.produce, clock)
    outcome = Outcome(found, shown(plan, found.path, decoded, document, result), tally=tally(result, clock), warning=warning)
    note = _note(plan, outcome, decoded, document, settings, result)
    return _with_data(plan, outcome._replace(note=note, stamp=stamp), data, decoded, result)


def _note(plan: Plan, outcome: Outcome, decoded: Decoded, document: Document, settings: Settings, result: Result) -> str | None:
    """What a reader should know of a file that was done."""
    if result.slow:
        return f"rules that ran out of time were left out: {', '.join(result.slow)}"
    if plan.produce and result.applied and not outcome.writable:
        return "something to clean, but left as it is: markup that could break is written only when it is named or included"
    if plan.format == "diff" and result.applied and decoded.codec.name.startswith(WIDE):
        return f"in {decoded.codec.name}, so patch can't apply its diff"
    return f"taken for {cleaner(settings).taken_for(document, result)}" if plan.verbose else None


def _with_data(plan: Plan, outcome: Outcome, before: bytes, decoded: Decoded, result: Result) -> Outcome:
    """Add the bytes to be written and their record."""
    if not plan.produce:
        return outcome
    if not outcome.writable:
        return outcome._replace(data=before, tally=Tally())
    changed = bool(result.applied)
    after = encode(result.text, decoded.codec) if changed else before
    record = lines_of(outcome.found.path, decoded.codec, (decoded.text, before, after), result.applied) if plan.record and changed else b""
    return outcome._replace(data=after, record=record)


def stamp_of(path: str) -> tuple[int, int] | None:
    """The age and the size of a file, by which it is known whether somebody else has written it meanwhile."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def load(path: str) -> bytes:
    """The bytes of a file, or Problem."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Problem(f"can't be read: {error.strerror}") from error


@lru_cache(_CLEANERS_KEPT)
def cleaner(settings: Settings) -> Cleaner:
    return Cleaner(settings)


def kind_of(path: str | None) -> Kind | None:
    """The kind that a file name gives; None lets the text show what it is."""
    return "markdown" if path and path.lower().endswith(MARKDOWN) else None


def checked(document: Document, settings: Settings, verify: bool = False, clock: Clock | None = None) -> tuple[Result, str | None]:
    """Clean a document, and say why it was left as it is though there was something to clean.

    With `verify` a result that would change again is not taken.
    """
    worker = cleaner(settings)
    result = worker.clean(document, clock)
    if result.held_back:
        return result, f"held back: over {settings.max_removed:.0%} of its characters would go; --force lets it through"
    if verify and not result.stable:
        held = tuple(hold(edit, "the result is not stable") for edit in result.applied)
        return Result(document.text, (), held + result.held, result.slow), AGAIN
    return result, None


def tally(result: Result, clock: Clock | None = None) -> Tally:
    counts = Tally(rules=dict(clock.rules), finders=dict(clock.finders)) if clock else Tally()
    for edits, made in ((result.applied, True), (result.held, False)):
        for edit in edits:
            counts.add(edit, made)
    return counts


def shown(plan: Plan, path: str, decoded: Decoded, document: Document, result: Result) -> tuple[bytes, ...]:
    """The findings of one text in the format of the run."""
    if plan.format == "diff":
        drawn = diff.diff(path, document.text, result.applied, bool(decoded.codec.bom))
        return (_coloured_diff(drawn) if plan.colour else diff.as_bytes(drawn, decoded.codec.name),)
    found = findings(path, document, result.applied, result.held) if plan.format else []
    if plan.format == "concise":
        return (_concise(plan, document, [finding for finding in found if plan.verbose or CUT not in finding.edit.why]),)
    return tuple(machine.items(found, plan.format)) if plan.format else ()


def _concise(plan: Plan, document: Document, found: Iterable[Finding]) -> bytes:
    lines = concise.lines(document, found, plan.verbose)
    if plan.colour:
        from cqclean.show.terminal import coloured

        return coloured(lines).encode()
    return "".join(concise.plain(line) + os.linesep for line in lines).encode()


def _coloured_diff(drawn: Iterable[diff.DiffLine]) -> bytes:
    from cqclean.show.terminal import coloured_diff

    return coloured_diff(drawn).encode()
