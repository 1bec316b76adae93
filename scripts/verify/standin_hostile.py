"""standin_hostile.py FOLDER: a shared folder with few hostile files, to try hostile.py on."""

import io
import json
import pathlib
import sys
import tarfile
import zipfile

import standins


def main(folder: pathlib.Path):
    place = folder / "hostile"
    place.mkdir(parents=True)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in standins.returned().items():
            archive.writestr(name, part)
    contents = {"control_ok.xlsx": stream.getvalue(), "empty_file.xlsx": b"",
                "one_byte.xlsx": b"P"}
    with tarfile.open(place / "files.tar.gz", "w:gz") as archive:
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    cases = [{"file": "control_ok.xlsx", "outcome": "read"},
             {"file": "empty_file.xlsx", "outcome": "refuse"},
             {"file": "one_byte.xlsx", "outcome": "refuse"},
             {"file": "fs/ lead.xlsx", "outcome": "read"},
             {"file": "fs/fifo.xlsx", "outcome": "skip"}]
    (place / "manifest.json").write_text(json.dumps({"files": cases}))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
