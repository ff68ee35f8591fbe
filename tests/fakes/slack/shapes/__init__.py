"""What Slack itself says its methods take: npm's @slack/web-api and @slack/types, by their lock file; TypeScript is asked about recorded calls."""
from collections.abc import Iterable
import json
from pathlib import Path
import shutil
import subprocess
from typing import Any

from tests.fakes.aimock import NODE, NPM

HERE = Path(__file__).parent
CHECKS = {"noEmit": True, "strict": True, "skipLibCheck": True, "moduleResolution": "node", "target": "es2022", "types": [], "pretty": False}


def installed(folder: Path) -> Path:
    """A folder with the packages, exactly as the lock file says."""
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    subprocess.run([NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True, timeout=300)  # noqa: S603
    return folder


def complaints(folder: Path, calls: Iterable[tuple[str, Any]]) -> list[tuple[int, str]]:
    """What TypeScript says of calls, each a method with its arguments; each complaint with the number of the call it is about."""
    made = list(calls)
    names = [_type(method) for method, _ in made]
    lines = [f"import type {{ {', '.join(sorted(set(names)))} }} from '@slack/web-api';"]
    lines += [f"export const call{n}: {name} = {json.dumps(args)};" for n, (name, (_, args)) in enumerate(zip(names, made, strict=True))]
    (folder / "calls.ts").write_text("\n".join(lines), "utf-8")
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": CHECKS, "files": ["calls.ts"]}), "utf-8")
    tsc = folder / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run([NODE, tsc, "-p", "tsconfig.json"], cwd=folder, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603
    if done.returncode and not done.stdout.startswith("calls.ts("):
        raise RuntimeError(done.stdout)
    return [(number := int(line[len("calls.ts("):].split(",")[0]) - 2, f"{made[number][0]}: {line}") for line in done.stdout.splitlines()
            if line.startswith("calls.ts(")]


def _type(method: str) -> str:
    """The name of a method's arguments: `chat.postMessage` takes `ChatPostMessageArguments`."""
    return "".join(part[:1].upper() + part[1:] for part in method.split(".")) + "Arguments"
