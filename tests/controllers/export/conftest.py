"""Parts for the tests of what leaves the house."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
