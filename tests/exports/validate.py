"""The open data against its own schemas, with Frictionless, which others wrote.

usage: validate.py datapackage.json

Every CSV of the folder must be in the package and valid: columns, types, patterns that cover whole
values, unique keys, foreign keys, sizes. The twin of a table for spreadsheets must have its rows.
"""

import csv
import sys
from pathlib import Path

from frictionless import Package

MOST_SHOWN = 20


def errors_of(package):
    report = package.validate()
    yield from (f"datapackage.json: {error.message}" for error in report.errors)
    for task in report.tasks:
        yield from (f"{task.place}: {error.message}" for error in task.errors)


def undescribed(folder, package):
    described = {folder / resource.path for resource in package.resources}
    for table in sorted(folder.rglob("*.csv")):
        if not table.name.endswith(".excel.csv") and table not in described:
            yield f"{table}: not in datapackage.json"


def is_same(cell, other):
    """Whether a cell for spreadsheets holds the value `other`: as it is, marked as text, or with a
    decimal comma."""
    marked = '="' + other.replace('"', '""') + '"'
    return cell in (other, marked) or cell.replace(",", ".") == other


def unlike_their_twin(folder):
    for twin in sorted(folder.rglob("*.excel.csv")):
        table = twin.with_name(twin.name.replace(".excel.csv", ".csv"))
        with table.open(encoding="utf-8", newline="") as file:
            expected = list(csv.reader(file))
        with twin.open(encoding="utf-8", newline="") as file:
            text = file.read()
        if not text.startswith("\ufeff"):
            yield f"{twin}: no byte order mark"
        found = list(csv.reader(text.removeprefix("\ufeff").splitlines(True), delimiter=";"))
        for line, (row, other) in enumerate(zip(found, expected), 1):
            if len(row) != len(other) or not all(map(is_same, row, other)):
                yield f"{twin}: row {line} is not that of {table.name}"
        if len(found) != len(expected):
            yield f"{twin}: {len(found)} rows, {len(expected)} in {table.name}"


def main():
    path = Path(sys.argv[1])
    package = Package(str(path))
    errors = [
        *errors_of(package),
        *undescribed(path.parent, package),
        *unlike_their_twin(path.parent),
    ]
    for error in errors[:MOST_SHOWN]:
        print(error, file=sys.stderr)
    if errors:
        sys.exit(f"{len(errors)} errors in the open data of {path.parent}")
    print(f"{len(package.resources)} tables of {path.parent} are valid against their schemas.")


main()
