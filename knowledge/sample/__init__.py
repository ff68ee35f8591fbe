"""The sample company's handbook: where its documents lie."""
from pathlib import Path

DOCUMENTS = Path(__file__).parent / "documents"
