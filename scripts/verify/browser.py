"""Chromium, driven: one browser for all pages of a check."""

import base64
import contextlib
import pathlib
import shutil

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


@contextlib.contextmanager
def chromium():
    options = Options()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--hide-scrollbars"):
        options.add_argument(argument)
    driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
    driver.set_script_timeout(120)
    try:
        yield driver
    finally:
        driver.quit()


def show(driver, page: pathlib.Path, *, media: str = "screen", width: int = 1200,
         opened: bool = True):
    """Opens a page, and its details, as on a screen or on paper of a width in CSS pixels."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 1600, "deviceScaleFactor": 1, "mobile": False})
    driver.get(page.resolve().as_uri())
    if opened:
        driver.execute_script("document.querySelectorAll('details').forEach(e => e.open = true)")


def print_to_pdf(driver, page: pathlib.Path, pdf: pathlib.Path):
    """Prints a page as a reader would: its own paper, closed details as they are."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.get(page.resolve().as_uri())
    printed = driver.execute_cdp_cmd("Page.printToPDF", {
        "preferCSSPageSize": True, "printBackground": True, "generateTaggedPDF": True,
        "generateDocumentOutline": True})
    pdf.write_bytes(base64.b64decode(printed["data"]))
