"""Runs a reader of files in a fresh child process that has little memory, little time, no children and no network.

Whatever becomes of the child (a crash, a limit, a kill), the caller gets one sentence. The packages above a reader are not run in the child:
only what the reader itself imports, so that a start takes a tenth of a second. Who reads many files keeps a process with the reader loaded, which forks
a child for each: that takes a hundredth.
"""
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
import gc
from importlib import import_module
from importlib.machinery import PathFinder
import json
import os
from pathlib import Path
import resource
from selectors import EVENT_READ, DefaultSelector
import signal
import subprocess
import sys
from threading import Lock
import traceback
from types import ModuleType
from typing import IO, Any, Self

from records.errors import BadInput

TOP = str(Path(__file__).resolve().parent.parent)
PROGRAM = f"import sys; sys.path.insert(0, {TOP!r}); from records.bounded import {{0}}; sys.exit({{0}}())"
BUSY = 3
GRACE = 5                                       # seconds after which a process that forks is no longer waited for
SAID, CRAMMED, BROKEN = 3, 4, 5                 # how the child ends when it does not end well
REFUSED = ("socket.", "subprocess.", "os.fork", "os.exec", "os.spawn", "os.posix_spawn", "os.system", "os.remove", "os.rename", "os.kill", "ctypes.")
ENDS_BY_TIME = (-signal.SIGXCPU, -signal.SIGALRM)


@dataclass(frozen=True)
class Limits:
    """What a reading may take: seconds of work (three times as many on a busy machine's clock), MB of address space, MB of result."""
    seconds: int = 20
    memory: int = 384
    result: int = 128

    def for_size(self, content: bytes) -> "Limits":
        """Return limits with room for what a large honest file takes once it is read."""
        size = len(content) >> 20
        return Limits(self.seconds + size, min(self.memory + 14 * size, 1400), self.result + 2 * size)


def run(work: str, content: bytes, name: str, limits: Limits | None = None, more: object = None) -> bytes:
    """Return what the function `work` ("package.module.function") makes of these bytes: it is called with content, name and `more`, plain JSON.

    Raises BadInput with the reader's own sentence, or one that says which limit it met.
    """
    limits = limits or Limits().for_size(content)
    process = _started("child")
    try:
        made, complaint = process.communicate(_told(work, content, name, limits, more), timeout=limits.seconds * BUSY)
    except subprocess.TimeoutExpired:
        raise BadInput(_too_long(name, limits)) from None
    finally:
        _end(process)
    return _come_to(process.returncode, made, complaint, name, limits)


class Readers:
    """Runs readers like `run`, of many files one after the other: each reader's code is loaded once, and a bounded child of its own reads each file."""

    def __init__(self) -> None:
        self._forking: dict[str, subprocess.Popen[bytes]] = {}
        self._guard = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._forking.values():
            _end(process)
        self._forking.clear()

    def run(self, work: str, content: bytes, name: str, limits: Limits | None = None, more: object = None) -> bytes:
        limits = limits or Limits().for_size(content)
        with self._guard:
            process = self._forking.get(work) or self._forking.setdefault(work, _started("forks"))
            try:
                code, made = _asked(process, _told(work, content, name, limits, more), limits.seconds * BUSY + GRACE)
            except (OSError, EOFError):
                _end(self._forking.pop(work))
                return run(work, content, name, limits, more)
        return _come_to(code, *((b"", made) if code == BROKEN else (made, b"")), name, limits)


def _started(program: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-I", "-S", "-c", PROGRAM.format(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,  # noqa: S603 - our own
                            stderr=subprocess.PIPE if program == "child" else subprocess.DEVNULL, env={}, cwd="/", start_new_session=True)


def _told(work: str, content: bytes, name: str, limits: Limits, more: object) -> bytes:
    told = json.dumps({"work": work, "name": name, "more": more, "paths": _paths(), "limits": vars(limits), "size": len(content)}).encode()
    return len(told).to_bytes(4) + told + content


def _asked(process: "subprocess.Popen[bytes]", told: bytes, seconds: float) -> tuple[int, bytes]:
    """What a child of a forking process came to. Raises `OSError` or `EOFError` when that process is no more."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018
    process.stdin.write(told)
    process.stdin.flush()
    with DefaultSelector() as waiting:                        # the plain select() takes no file beyond the thousandth
        waiting.register(process.stdout, EVENT_READ)
        if not waiting.select(seconds):
            raise TimeoutError
    code, size = _read(process.stdout, 4), _read(process.stdout, 4)
    return int.from_bytes(code, signed=True), _read(process.stdout, int.from_bytes(size))


def _read(stream: IO[bytes], size: int) -> bytes:
    read = stream.read(size)
    if len(read) < size:
        raise EOFError
    return read


def _come_to(code: int, made: bytes, complaint: bytes, name: str, limits: Limits) -> bytes:
    if code:
        why = RuntimeError(complaint.decode(errors="replace")[-2000:]) if complaint else None
        raise BadInput(_sentence(code, made, name, limits)) from why
    return made


def shown(name: str) -> str:
    """A file's name as it may stand in a sentence: without its folders, control characters and direction marks, and not long."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in bare if c.isprintable()).strip()[:100]
    return kept or "The file"


def _paths() -> list[str]:
    return [TOP, *(p for p in sys.path if p.endswith(("site-packages", "dist-packages")))]


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the child and whatever it might have started: they are one group. One that ended by itself is gone already."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _sentence(code: int, made: bytes, name: str, limits: Limits) -> str:
    if code == SAID:
        return made.decode(errors="replace")
    if code == CRAMMED:
        return f"{shown(name)} takes more memory to read than a file may ({limits.memory} MB), so it was not read. Split it, or save it in a simpler form."
    if code in ENDS_BY_TIME:
        return _too_long(name, limits)
    return f"{shown(name)} could not be read: it is damaged, or not what it says it is. Open it in the program it came from and save it anew."


def _too_long(name: str, limits: Limits) -> str:
    return f"{shown(name)} takes longer to read than a file may ({limits.seconds} seconds), so it was not read. Split it, or save it in a simpler form."


def child() -> int:
    """Be the child: read what to do and the content, do it within the limits, write what it came to."""
    told = _job(sys.stdin.buffer)
    content = sys.stdin.buffer.read()
    _prepare(told["paths"])
    return _done(_found(told["work"]), content, told)           # our own code comes in before the limits stand, so that it may be kept compiled


def forks() -> int:
    """Be the process that forks: for each file a child that does the same; write how it ended, and what it came to."""
    while True:
        try:
            told = _job(sys.stdin.buffer)
        except EOFError:
            return 0
        content = _read(sys.stdin.buffer, told["size"])
        _prepare(told["paths"])
        work = _found(told["work"])
        code, made = _forked(work, content, told)
        sys.stdout.buffer.write(code.to_bytes(4, signed=True) + len(made).to_bytes(4))
        _write(made, 0)


def _forked(work: Callable[[bytes, str, Any], bytes], content: bytes, told: Mapping[str, Any]) -> tuple[int, bytes]:
    theirs, ours = os.pipe()
    if not (process := os.fork()):
        os.dup2(ours, 1)
        os.close(0)
        os.close(theirs)
        try:
            code = _done(work, content, told)
        except BaseException:  # noqa: BLE001 - whatever it was, it ends here
            code = _write(traceback.format_exc().encode(errors="replace"), BROKEN)
        os._exit(code)
    os.close(ours)
    with open(theirs, "rb") as pipe:  # noqa: PTH123 - no path
        made = pipe.read((told["limits"]["result"] << 20) + 1)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), made


def _job(stream: IO[bytes]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_read(stream, int.from_bytes(_read(stream, 4))))
    return told


def _prepare(paths: list[str]) -> None:
    sys.path[1:] = [*paths, *(p for p in sys.path[1:] if p not in paths)]
    gc.set_threshold(100_000, 50, 50)           # a reader makes many small things and keeps them


def _done(work: Callable[[bytes, str, Any], bytes], content: bytes, told: Mapping[str, Any]) -> int:
    try:
        _bound(**told["limits"])
        _shut()
        made = work(content, told["name"], told["more"])
    except MemoryError:
        return CRAMMED
    except BadInput as bad:
        return _write(str(bad).encode(errors="replace"), SAID)
    return CRAMMED if len(made) > told["limits"]["result"] << 20 else _write(made, 0)


def _write(made: bytes, code: int) -> int:
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return code


def _bound(seconds: int, memory: int, result: int) -> None:
    """Set what the system itself holds: time, memory, files, children, what may be written to disk."""
    del result
    for what, most in ((resource.RLIMIT_AS, memory << 20), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0),
                       (resource.RLIMIT_NOFILE, 64), (resource.RLIMIT_NPROC, 0)):
        with suppress(ValueError, OSError):     # a system that does not know this limit still has the others
            resource.setrlimit(what, (most, most + (what == resource.RLIMIT_CPU)))     # at the hard limit of time it would be killed without a word
    signal.alarm(seconds * BUSY + 1)                 # should the parent die, the child does not stay


def _found(work: str) -> Callable[[bytes, str, Any], bytes]:
    """The function, with the packages above it as bare folders: what stands in their `__init__` is not run."""
    module, _, function = work.rpartition(".")
    parts = module.split(".")
    for depth in range(1, len(parts)):
        package = ".".join(parts[:depth])
        if package in sys.modules:
            continue
        above = sys.modules.get(package.rpartition(".")[0])
        spec = PathFinder.find_spec(package, getattr(above, "__path__", None))
        bare = ModuleType(package)
        bare.__path__ = list(spec.submodule_search_locations or ()) if spec else []
        sys.modules[package] = bare
    found: Callable[[bytes, str, Any], bytes] = getattr(import_module(module), function)
    return found


def _shut() -> None:
    """From now on nothing is opened but the interpreter's own library, nothing started, nobody called."""
    library = (*sys.path, sys.prefix, sys.base_prefix, "/usr/share/zoneinfo")

    def watch(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(REFUSED):
            raise PermissionError(f"a reader may not do this: {event}")
        if event == "open" and not (str(args[0]).startswith(library) and not args[2] & (os.O_WRONLY | os.O_RDWR)):
            raise PermissionError("a reader opens no files")

    sys.addaudithook(watch)
