"""Where do texts live, and how do they come and go without losing a byte?"""


class Problem(Exception):
    """The job on one file, or the whole run, can't be done; the message says what, where and what to do (exit code 2)."""
