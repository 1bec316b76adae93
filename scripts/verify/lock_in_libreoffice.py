"""lock_in_libreoffice.py PIPE SOURCE [TARGET PASSWORD]…: has a LibreOffice that listens at PIPE save
the workbook SOURCE as each TARGET, an .xlsx locked with PASSWORD. Its command line offers no lock.

Prints "saved" when all are, then ends LibreOffice. For the system's own Python, which has its bridge.
"""

import os
import pathlib
import sys
import time
import traceback

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException


def named(kind, name, value):
    one = kind()
    one.Name, one.Value = name, value
    return one


def connect(pipe: str, seconds: float):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + seconds
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def save(book, target: str, password: str):
    # The plain property of a password is passed over for this format.
    lock = (named(NamedValue, "CryptoType", "Standard"),
            named(NamedValue, "OOXPassword", password))
    book.storeToURL(pathlib.Path(target).as_uri(), (
        named(PropertyValue, "FilterName", "Calc MS Excel 2007 XML"),
        named(PropertyValue, "EncryptionData",
              uno.Any("[]com.sun.star.beans.NamedValue", lock))))


def main(pipe: str, source: str, *wanted: str):
    office = connect(pipe, 60)
    desktop = office.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", office)
    try:
        book = desktop.loadComponentFromURL(
            pathlib.Path(source).as_uri(), "_blank", 0, (named(PropertyValue, "Hidden", True),))
        for target, password in zip(wanted[::2], wanted[1::2]):
            save(book, target, password)
        book.close(True)
        print("saved", flush=True)
    finally:
        desktop.terminate()


if __name__ == "__main__":
    status = 0
    try:
        main(*sys.argv[1:])
    except Exception:
        traceback.print_exc()
        status = 1
    sys.stderr.flush()
    # At once: Python's own end, beside the threads of a bridge that falls, crashes now and then.
    os._exit(status)
