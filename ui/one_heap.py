"""One heap for all threads: what a worker lets go of, the thread of the windows can use.

glibc gives each thread a heap of its own, and what is free in one of them stays there: with a long
text some megabytes.
"""

from __future__ import annotations

import sys
from functools import lru_cache

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


@lru_cache(maxsize=1)
def one_heap() -> bool:
    """See to it, before the first worker starts; tell whether this C library can."""
    if sys.platform != "linux":
        return False
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not every C library has it
    return mallopt is not None and mallopt(_ARENA_MAX, 1) == 1
