"""What a sheet would change: its rows put together into listings, each checked; whatever is wrong is named by its cell.

Rows with one id are one listing: the first says what it is, the others each add a row of hours or a phone. Columns that
are not in the sheet stay as they are; an empty cell takes away what stands there. `rev` says which revision the row was
written from, so that what somebody else changed since is put together with it and not written over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kiosk.domain.errors import NoSuch
from kiosk.domain.ids import id_from, is_id
from kiosk.domain.kept import Document, Edit, Kept
from kiosk.domain.listing import Listing
from kiosk.domain.paths import with_value
from kiosk.domain.problems import BadListing, Problem
from kiosk.domain.sheet import Cell, Sheet, SheetRow
from kiosk.domain.typed_hours import read_hours
from kiosk.domain.values import dataclass
from kiosk.services.editing import Editing
from kiosk.services.keeper import Keeper
from kiosk.services.sheet_cells import DateOrder, NotRead, order_of, read
from kiosk.services.sheet_columns import Column, column_of
from kiosk.services.sheet_reading import SheetProblem, SheetReading

_KEYS = ("id", "rev", "number")
_LISTS = ("schedules", "schedule_exceptions", "phones", "cost_options", "required_documents")


@dataclass(frozen=True, slots=True)
class _Row:
    """One row as it was read: path -> value, and what was wrong with it."""

    page: str
    source: SheetRow
    id: str
    values: dict[Column, object]
    problems: list[SheetProblem]


class SheetReader:
    """Reads sheets against the listings as they stand."""

    def __init__(self, keeper: Keeper, editing: Editing, region: str, today: date) -> None:
        self._keeper, self._editing = keeper, editing
        self._region, self._today = region, today
        self._notes: list[str] = []
        self._taken: set[str] = set()

    def read(self, sheets: Iterable[Sheet]) -> SheetReading:
        """All pages of a file together."""
        problems: list[SheetProblem] = []
        rows: list[_Row] = []
        for sheet in sheets:
            columns, wrong = self._columns(sheet)
            problems += wrong
            rows += [self._row(sheet, columns, source) for source in sheet.rows]
        edits: list[Edit] = []
        refused: list[tuple[str, SheetRow]] = []
        for group in _together(rows):
            edit, wrong = self._listing(group)
            if edit is None or wrong:
                problems += wrong
                refused += [(row.page, row.source) for row in group]
            else:
                edits.append(edit)
        return SheetReading(
            rows=len(rows), edits=tuple(edits), problems=tuple(problems),
            notes=tuple(dict.fromkeys(self._notes)), refused=tuple(refused),
        )  # fmt: skip

    def _columns(self, sheet: Sheet) -> tuple[list[tuple[Column, DateOrder] | None], list[SheetProblem]]:
        """Each column with the order of its dates; what the header names twice or wrongly is a problem."""
        found: list[tuple[Column, DateOrder] | None] = []
        wrong: list[SheetProblem] = []
        seen: set[str] = set()
        for place, head in enumerate(sheet.header):
            column = column_of(head, sheet.name)
            if column is None:
                if head:
                    wrong.append(SheetProblem(1, "", head, Problem("", "cell-column"), sheet.name))
                found.append(None)
                continue
            if column.path in seen:
                wrong.append(SheetProblem(1, "", head, Problem("", "cell-twice"), sheet.name))
            seen.add(column.path)
            found.append((column, self._order(column, [_cell(row, place) for row in sheet.rows])))
        return found, wrong

    def _order(self, column: Column, cells: Sequence[Cell]) -> DateOrder:
        """One cell proves the order of its column; else the school's country has it, and it is said."""
        proven, could_be_both = order_of(cells) if column.kind == "day" else (None, False)
        if proven is not None:
            return proven
        order: DateOrder = "month-first" if self._region.startswith("US") else "day-first"
        if could_be_both:
            way = "month/day/year" if order == "month-first" else "day/month/year"
            self._notes.append(f"Dates in the column {column.head} are read as {way}, as in {self._region}.")
        return order

    def _row(self, sheet: Sheet, columns: Sequence[tuple[Column, DateOrder] | None], source: SheetRow) -> _Row:
        values: dict[Column, object] = {}
        wrong: list[SheetProblem] = []
        texts = {known[0].path: _cell(source, n) for n, known in enumerate(columns) if known and known[0].path in _KEYS}
        id = _text(texts.get("id"))
        for place, known in enumerate(columns):
            if known is None:
                continue
            column, order = known
            try:
                values[column] = read(column, _cell(source, place), order, self._region)
            except NotRead as error:
                wrong.append(SheetProblem(source.number, id, column.head, error.problem, sheet.name))
        return _Row(sheet.name, source, id or _text(texts.get("number")), values, wrong)

    def _listing(self, group: Sequence[_Row]) -> tuple[Edit | None, list[SheetProblem]]:
        """One listing from its rows."""
        first, wrong = group[0], [problem for row in group for problem in row.problems]
        try:
            doc, rev, standing = self._begin(first)
            for row in group:
                doc, found = self._put(doc, row, is_first=row is first)
                wrong += found
            wrong += self._check(doc, group)
        except BadListing as error:
            wrong += [_problem(first, "", problem) for problem in error.problems]
        except NoSuch:
            wrong.append(_problem(first, "", Problem("", "cell-rev", _rev(first))))
        if wrong:
            whole = Problem("", "cell-listing", str(first.source.number))
            wrong += [_problem(row, "", whole) for row in group[1:]]
            return None, wrong
        return Edit(str(doc["id"]), rev if standing else "", doc), []

    def _begin(self, row: _Row) -> tuple[Document, str, bool]:
        """What the row changes: the listing at its revision, or a new one with an id."""
        named = {column.path: value for column, value in row.values.items() if column.path in _KEYS}
        id, rev, number = (str(named.get(key) or "") for key in _KEYS)
        standing = self._standing(id) or (self._standing(number) if not id else None)
        if standing is not None:
            doc = self._keeper.origin(standing.id, rev) if rev else self._keeper.document(standing)
            self._once(standing.id)
            return doc, rev or standing.rev, True
        new: dict[str, object] = {"id": id if is_id(id) else id_from(id or _name(row), self._taken)}
        if id and not is_id(id):
            new["x_source_id"] = id
        if number:
            new["number"] = int(number)
        self._once(str(new["id"]))
        return new, "", False

    def _once(self, id: str) -> None:
        self._taken.add(id)

    def _standing(self, ref: str) -> Kept | None:
        if not ref:
            return None
        try:
            return self._keeper.get(ref)
        except NoSuch:
            return None

    def _put(self, doc: Document, row: _Row, *, is_first: bool) -> tuple[Document, list[SheetProblem]]:
        """The row's values in their places. A further row of the same listing only adds to its lists."""
        lists: dict[str, dict[int, dict[str, object]]] = {}
        wrong: list[SheetProblem] = []
        for column, value in row.values.items():
            if column.row is not None and column.row[0] in _LISTS:
                name, place, member = column.row
                item = lists.setdefault(name, {}).setdefault(place, {})
                item[member] = value
            elif column.kind == "hours":
                if value is not None:
                    doc, found = self._typed(doc, row, column, str(value))
                    wrong += found
            elif is_first and column.path not in _KEYS:
                doc = with_value(doc, column.path, value)
        for name, items in lists.items():
            doc = with_value(doc, name, _with_items(doc.get(name), items, adds=not is_first) or None)
        return doc, wrong

    def _typed(self, doc: Document, row: _Row, column: Column, text: str) -> tuple[Document, list[SheetProblem]]:
        """Hours as people type them."""
        reading = read_hours(text, self._today)
        if not reading.can_be_taken:
            return doc, [_problem(row, column.head, Problem("", "cell-hours", reading.problems[0].text))]
        hours = Listing(id="x", name={"en": "x"}, schedules=reading.rows, schedule_exceptions=reading.exceptions)
        members = self._keeper.document(Kept(hours, ""))
        for name in ("schedules", "schedule_exceptions"):
            if members.get(name):
                doc = with_value(doc, name, members[name])
        return (with_value(doc, "by_appointment", True) if reading.by_appointment else doc), []

    def _check(self, doc: Document, group: Sequence[_Row]) -> list[SheetProblem]:
        """The one set of rules for form, sheet and command line, each problem at its cell where one holds the place."""
        found = self._editing.problems(doc)
        first = group[0]
        told = []
        for problem in found:
            head = next((column.head for column in first.values if _holds(column.path, problem.field)), problem.field)
            told.append(_problem(first, head, problem))
        return told


def _together(rows: Iterable[_Row]) -> list[list[_Row]]:
    """Rows with the same id, in the order of the first of each; a row without one is alone."""
    groups: dict[object, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.id or id(row), []).append(row)
    return list(groups.values())


def _with_items(standing: object, items: dict[int, dict[str, object]], *, adds: bool) -> list[object]:
    """A list with the sheet's rows in their places; one that is all empty goes, what has no columns stays."""
    rows: list[object] = list(standing) if isinstance(standing, (list, tuple)) else []
    begin = len(rows) if adds else 0
    gone: list[int] = []
    for place in sorted(items):
        members, at = items[place], begin + place
        before = rows[at] if at < len(rows) else {}
        item: Document = dict(before) if isinstance(before, dict) else {}
        for member, value in members.items():
            item = with_value(item, member, value)
        is_empty = all(value is None for value in members.values())
        if at < len(rows):
            rows[at] = item
            gone += [at] if is_empty else []
        elif not is_empty:
            rows.append(item)
    return [row for place, row in enumerate(rows) if place not in gone]


def _holds(path: str, field: str) -> bool:
    return field == path or field.startswith((f"{path}.", f"{path}[")) or path.startswith(f"{field}.")


def _problem(row: _Row, column: str, problem: Problem) -> SheetProblem:
    return SheetProblem(row.source.number, row.id, column, problem, row.page)


def _cell(row: SheetRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    return "" if cell is None else str(cell).strip()


def _rev(row: _Row) -> str:
    return next((str(value) for column, value in row.values.items() if column.path == "rev"), "")


def _name(row: _Row) -> str:
    return next((str(value) for column, value in row.values.items() if column.path.startswith("name.") and value), "")
