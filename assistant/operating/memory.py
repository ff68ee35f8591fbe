"""What a process that runs for months does about its memory: what it began with is not looked through again, and what is free goes back to the machine."""
import asyncio
from contextlib import suppress
import ctypes
import gc

OFTEN = 3_000, 5, 4                     # new objects until the young are looked through; how often that until the older are, and until all are
SECONDS = 30.0


def settle() -> None:
    """To be called when all is loaded. What suits a command that ends soon let a server keep hundreds of megabytes that nobody needed any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)


async def keep_tidy() -> None:
    """Tidy up twice a minute, until cancelled."""
    while True:
        await asyncio.sleep(SECONDS)
        await asyncio.to_thread(tidy)


def tidy() -> None:
    """Let go of what refers to itself only, and give the C library's free memory back, which it keeps by itself; elsewhere than on glibc that is nothing."""
    gc.collect()
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
