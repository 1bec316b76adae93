"""An .xlsx package as its parts, their content types and their relationships."""

import pathlib
import posixpath
import zipfile

from lxml import etree

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class Package:
    """The entries of one file, by name as the archive spells it, in the archive's order."""

    def __init__(self, path: pathlib.Path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.entries = {info.filename: info for info in archive.infolist()}
            self.repeated = len(archive.infolist()) - len(self.entries)
            self.parts = {name: archive.read(name) for name in self.entries}

    def find(self, part: str) -> str | None:
        """The entry that is a part: without the leading slash, case and backslashes aside."""
        wanted = part.lstrip("/").lower()
        return next((n for n in self.parts if n.replace("\\", "/").lower() == wanted), None)

    def xml(self, part: str) -> etree._Element:
        return etree.fromstring(self.parts[self.find(part)])

    def relationships(self, part: str) -> list[tuple[str, str, str]]:
        """(Id, last word of the type, part meant) of each internal relationship of a part."""
        folder, name = posixpath.split(part)
        entry = self.find(posixpath.join(folder, "_rels", name + ".rels"))
        if entry is None:
            return []
        found = []
        for element in etree.fromstring(self.parts[entry]).iter(RELATIONSHIPS + "Relationship"):
            if element.get("TargetMode") == "External":
                continue
            target = element.get("Target").replace("\\", "/")
            meant = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((element.get("Id"), element.get("Type").rsplit("/", 1)[-1], meant))
        return found

    @property
    def workbook(self) -> str:
        return next(meant for _, kind, meant in self.relationships("") if kind == "officeDocument")

    @property
    def styles(self) -> str | None:
        kinds = self.relationships(self.workbook)
        return next((meant for _, kind, meant in kinds if kind == "styles"), None)

    def sheets(self) -> list[dict[str, str]]:
        """Name, sheetId, state and part of each sheet, in order."""
        parts = {id: meant for id, _, meant in self.relationships(self.workbook)}
        found = []
        for element in self.xml(self.workbook).iter("{*}sheet"):
            id = next(v for k, v in element.items() if etree.QName(k).localname == "id")
            found.append({"name": element.get("name"), "sheetId": element.get("sheetId"),
                          "state": element.get("state", "visible"), "part": parts.get(id, "")})
        return found
