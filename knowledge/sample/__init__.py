"""The sample company's documents: where they lie, made by `printing` from the texts in `sources`, and on which shelf each one stands."""
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENTS = HERE / "documents"
