"""Dutch, for reports that people read."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from controllers import language

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def dutch() -> Iterator[None]:
    """The sentences as people here read them."""
    language.speak("nl")
    yield
    language.speak("en")
