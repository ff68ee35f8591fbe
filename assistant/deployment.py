"""What `pmo doctor` warns of about the machine: secrets that everybody can read, and records on a file system that cannot lock."""
from collections.abc import Iterable, Sequence
from pathlib import Path
import stat

# On these, locks are slow, missing or a lie; SQLite says so itself.
REMOTE = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.s3fs", "9p", "beegfs", "lustre")
MOUNTS = Path("/proc/self/mounts")


def open_to_all(files: Iterable[Path]) -> Sequence[Path]:
    """Those of these files that everybody on this machine can read."""
    return [file for file in files if file.is_file() and file.stat().st_mode & stat.S_IROTH]


def remote(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of network file system that a folder lies on, "" when it lies on none or that cannot be told."""
    try:
        lines = [line.split() for line in mounts.read_text("utf-8", errors="replace").splitlines()]
    except OSError:
        return ""
    there = folder.absolute()
    under = [(len(at), kind) for _, at, kind, *_ in (line for line in lines if len(line) > 2) if there.is_relative_to(at.replace("\\040", " "))]  # noqa: PLR2004
    kind = max(under, default=(0, ""))[1]
    return kind if kind in REMOTE else ""
