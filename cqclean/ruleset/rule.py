"""What is a rule, and where does it act?"""

from typing import NamedTuple

ACTIONS = ("replace", "delete", "drop-line", "drop-block", "restore", "convert")
FINDERS = (
    "structure",
    "promotion",
    "colophon",
    "echo",
    "masks",
    "script",
    "folder",
    "contacts",
    "calls",
    "asides",
    "farm",
    "prompts",
    "pitch",
    "gaps",
    "swaps",
    "spelled",
    "glosses",
    "misread",
    "padded",
    "entities",
    "fullwidth",
    "glyphs",
    "lookalikes",
    "punctuation",
)


class Example(NamedTuple):
    """A text before and after its rule; the same twice must stay as it is."""

    before: str
    after: str

    @property
    def stays(self) -> bool:
        return self.before == self.after


class Rule(NamedTuple):
    """One entry of a rule file, checked. README and CONTRIBUTING describe each key.

    when: literals in folded form, one of which must occur. match: a pattern of the `regex` module, "" where a finder decides.
    on: "folded" or "text", the copy it matches. only: "disguised" limits it to matches that differ from their folded form.
    place: "head" or "tail" limits it to the first or last lines. needs: "page" limits it to texts taken for a scraped page.
    unless: names of guards of rules/contact.toml, any of which keeps the match (finder "contacts").
    often: the rule is safe where it fires once in so many characters or oftener; in a longer text a lone match may be the author's
    slip and is unsafe.
    lines: how many lines one match may span. reach: the greatest width of a match in code points.
    """

    id: str
    kind: str
    action: str
    level: str
    why: str
    when: tuple[str, ...] = ()
    match: str = ""
    with_: str = ""
    examples: tuple[Example, ...] = ()
    where: str = ""
    on: str = "folded"
    only: str = ""
    place: str = ""
    needs: str = ""
    unless: tuple[str, ...] = ()
    often: int = 0
    lines: int = 1
    reach: int = 120
    finder: str = ""
    confidence: float = 0.99

    @property
    def drops(self) -> bool:
        return self.action in ("drop-line", "drop-block")


for _method in ("__hash__", "__eq__", "__ne__"):
    setattr(Rule, _method, getattr(object, _method))  # by identity: hits are counted by rule
