"""cqclean makes scraped Chinese text readable again.

>>> import cqclean
>>> cqclean.clean("这是蕞好的办法。")
'这是最好的办法。'
"""

TYPE_CHECKING = False  # as `typing` has it, which takes longer to import than a short text to clean
if TYPE_CHECKING:
    from typing import Any

    from cqclean.cleaner import Cleaner, Result, clean
    from cqclean.settings import Settings
    from cqclean.text.edits import Edit

__version__ = "0.1.0"
__all__ = ["Cleaner", "Edit", "Result", "Settings", "clean"]

_HOMES = {"Cleaner": "cleaner", "Result": "cleaner", "clean": "cleaner", "Settings": "settings", "Edit": "text.edits"}


def __getattr__(name: str) -> "Any":
    """Import a public name on first use, so that `cqclean --help` need not load the engine (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cqclean' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"cqclean.{_HOMES[name]}"), name)
