"""npm's axe-core: what is wrong with a page for whoever reads it with other means, by the rules of WCAG. Installed by its lock file."""
from pathlib import Path
import shutil
import subprocess

from playwright.sync_api import Page

from tests.fakes.aimock import NODE, NPM

HERE = Path(__file__).parent
RUN = """(only) => axe.run({ resultTypes: ["violations"], ...(only.length ? { runOnly: only } : {}) })
    .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`))"""


def installed(folder: Path) -> Path:
    """The script, installed into this folder exactly as the lock file says."""
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    subprocess.run([NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True, timeout=300)  # noqa: S603
    return folder / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, *only: str) -> list[str]:
    """Each rule that the page breaks, with where; of all rules, or of only some."""
    found: list[str] = page.evaluate(RUN, list(only))
    return found
