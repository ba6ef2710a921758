"""What happens to a text on standard input when there is something to choose?"""

import sys

from cqclean.files import Problem
from cqclean.files.encoding import encode
from cqclean.ruleset.clock import Clock
from cqclean.text.document import Document
from cqclean.work import CHANGES, CLEAN, TROUBLE
from cqclean.work.pipe import NAME, decoded_input
from cqclean.work.plan import Plan
from cqclean.work.run import Items, Streams
from cqclean.work.summary import count, statistics
from cqclean.work.task import checked, cleaner, kind_of, shown, tally


def clean(plan: Plan, name: str | None, shows: bool, streams: Streams) -> int:
    """Write the clean text, or with `shows` the findings; the exit code."""
    config = plan.choice.for_path(name or "-")
    try:
        decoded = decoded_input(sys.stdin.buffer.read(), config.encoding)
        document = Document(decoded.text, kind_of(name), name)
        settings = config.settings_for(name or "-")
        clock = Clock() if plan.timed else None
        result, warning = checked(document, settings, clock=clock)
        data = encode(result.text, decoded.codec)
    except Problem as problem:
        streams.error(f"{NAME}: {problem}")
        return TROUBLE
    if shows:
        with Items(plan.format, streams.out, settings.extend_rules) as items:
            items.add(shown(plan, name or "-", decoded, document, result))
    else:
        streams.out.write(data)
        for found in shown(plan, name or "-", decoded, document, result) if streams.verbose else ():
            streams.say(found.decode().rstrip("\n"))
    if warning:
        streams.say(f"{NAME}: {warning}")
    for line in statistics(tally(result, clock), plan.format) if plan.timed else ():
        streams.error(line)
    if streams.verbose:
        streams.say(f"{NAME}: taken for {cleaner(settings).taken_for(document, result)}")
        streams.say(f"{NAME}: {count(len(result.applied), 'change')} made, {len(result.held):,} held")
    return CHANGES if warning or (shows and result.applied) else CLEAN
