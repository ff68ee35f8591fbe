"""JSON: every block with the receipt of each figure, for other programs."""
from dataclasses import replace

from pydantic import TypeAdapter

from reports.formats.base import Format, Report

_report = TypeAdapter(Report)


def json(report: Report) -> bytes:
    return _report.dump_json(replace(report, blocks=report.unpaged), indent=1, exclude={"brand", "longer"}) + b"\n"


JSON = Format("json", "application/json", json)
