"""What can a user choose?"""

from typing import NamedTuple

LEVELS = ("safe", "unsafe", "review")
CHOICES = {
    "asterisk": ("keep", "mark", "drop"),
    "script": ("keep", "simplified", "traditional"),
    "punctuation": ("keep", "chinese"),
    "profile": ("auto", "news", "novel", "wechat", "forum", "corpus"),
}


class Settings(NamedTuple):
    """The choices that shape one Cleaner; immutable, hashable and picklable.

    select, ignore: rule ids or kinds; an empty select means all rules. kinds: only these kinds.
    keep: strings that no edit may touch. extend_rules: paths of more rule files.
    unsafe: apply the rules of level "unsafe", too. extend_safe, extend_unsafe: ids of rules moved to that level.
    asterisk: what becomes of a mask that can't be restored with confidence. max_removed: the greatest share of the characters
    that may go before the whole text is held back; force lets it through.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    extend_rules: tuple[str, ...] = ()
    extend_safe: tuple[str, ...] = ()
    extend_unsafe: tuple[str, ...] = ()
    unsafe: bool = False
    asterisk: str = "keep"  # keep | mark | drop
    script: str = "keep"  # keep | simplified | traditional
    punctuation: str = "keep"  # keep | chinese
    profile: str = "auto"
    protected_words: tuple[str, ...] = ()  # words the script conversion leaves as they are
    recurring: frozenset[str] = frozenset()  # folded lines known to recur in other files of the folder (find/folder)
    max_removed: float = 0.8
    force: bool = False

    @property
    def asked(self) -> tuple[str, ...]:
        """The finders that act only on request, of those that are wanted."""
        wanted = {"folder": bool(self.recurring), "script": self.script != "keep", "punctuation": self.punctuation != "keep"}
        return tuple(finder for finder, is_wanted in wanted.items() if is_wanted)
