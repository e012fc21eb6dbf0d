"""How the tests run: Hypothesis profiles, and where modules shared by tests are found.

``ci`` is the default: the same examples in every run, no deadline, so that a failure is a change in
the code. ``HYPOTHESIS_PROFILE=dev`` searches further, at random.
"""

import os
import sys
from pathlib import Path

from hypothesis import settings

ROOT = Path(__file__).parents[1]
# At the end: where the package is installed, the installed one is tested.
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

settings.register_profile("ci", max_examples=60, derandomize=True, deadline=None, database=None)
settings.register_profile("dev", max_examples=1_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
