"""Reports: sections, charts and formats."""
