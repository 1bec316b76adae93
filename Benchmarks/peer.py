"""peer.py READER FILE…: what another reader takes for the same workbooks, every value built."""

import resource
import sys
import time


def openpyxl(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(
        value is not None
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
    )


def calamine(path):
    import python_calamine

    book = python_calamine.load_workbook(path)
    return sum(
        len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()
    )


def fastexcel(path):
    import fastexcel

    book = fastexcel.read_excel(path)
    sheets = [
        book.load_sheet(name, header_row=None, dtypes="string") for name in book.sheet_names
    ]
    return sum(sheet.height * sheet.width for sheet in sheets)


def polars(path):
    import polars

    sheets = polars.read_excel(path, sheet_id=0, has_header=False, raise_if_empty=False)
    return sum(sheet.height * sheet.width for sheet in sheets.values())


READERS = {
    "openpyxl": openpyxl, "python-calamine": calamine, "fastexcel": fastexcel, "polars": polars,
}

if __name__ == "__main__":
    name, paths = sys.argv[1], sys.argv[2:]
    # What it costs to load the reader is not what it costs to read.
    __import__(name.replace("-", "_"))
    wall, used = time.perf_counter(), time.process_time()
    cells = sum(READERS[name](path) for path in paths)
    print(
        f"wall={time.perf_counter() - wall} cpu={time.process_time() - used} "
        f"rssKB={resource.getrusage(resource.RUSAGE_SELF).ru_maxrss} cells={cells}"
    )
