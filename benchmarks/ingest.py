"""`python -m benchmarks.ingest FOLDER`: reads every file of a folder, one JSON line each: {"file", "sections", "refused": null or why}."""
import json
from pathlib import Path
import sys

from knowledge import formats
from records.bounded import Readers
from records.errors import BadInput


def main(folder: Path) -> None:
    with Readers() as readers:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            print(json.dumps({"file": str(path.relative_to(folder)), **told(path, readers)}, ensure_ascii=False), flush=True)


def told(path: Path, readers: Readers) -> dict[str, object]:
    try:
        return {"sections": len(formats.read(path.read_bytes(), path.name, readers.run).sections), "refused": None}
    except (BadInput, OSError) as why:
        return {"sections": 0, "refused": str(why)}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
