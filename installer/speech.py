"""What the workshop says: a Dutch line and an English one, on standard error."""

import sys


def say(dutch: str, english: str) -> None:
    """Say it in both languages; standard output stays free for results."""
    sys.stderr.write(f"{dutch}\n{english}\n")
    sys.stderr.flush()
