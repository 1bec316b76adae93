"""Files of tens of megabytes that are small in what they say: each once took a program minutes."""

import pathlib
import struct

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
END, FREE, NOBODY = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
HEAD = (b"From: a@example.org\r\nTo: b@example.org\r\nDate: Fri, 10 Jul 2026 09:00:00 +0000\r\n"
        b"MIME-Version: 1.0\r\n")


def crowded(entries: int) -> bytes:
    """A compound file of sectors of 4,096 bytes that is nothing but its directory."""
    names = [b"".join([
        name.encode("utf-16-le").ljust(64, b"\0"), struct.pack("<HBB", 2 * len(name) + 2, kind, 1),
        struct.pack("<III", NOBODY, NOBODY, within), bytes(36), struct.pack("<III", END, 0, 0)])
        for name, kind, within in [("Root Entry", 5, 1), ("__properties_version1.0", 2, NOBODY)]]
    directory = names[0] + names[1] * (entries - 1)
    sectors = -(-len(directory) // 4096)
    tables = -(-sectors // 1023)
    chain = [0xFFFFFFFD] * tables + [tables + n + 1 for n in range(sectors - 1)] + [END]
    chain += [FREE] * (1024 * tables - len(chain))
    header = COMPOUND + struct.pack("<HHHHH", 0x3E, 4, 0xFFFE, 12, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", sectors, tables, tables, 0, 4096, END, 0, END, 0, 0)
    header += struct.pack("<108I", *(range(1, tables)), *[FREE] * (109 - tables))
    return (header.ljust(4096, b"\0") + struct.pack(f"<{len(chain)}I", *chain)
            + directory.ljust(4096 * sectors, b"\0"))


def large_cases(folder: pathlib.Path):
    """Makes the files; each with its name, how it must end, and its rule code."""
    folder.mkdir(parents=True)
    sought = "DRMEncryptedX".encode("utf-16-le")
    contents = {
        ("large/names.xls", "W110"): COMPOUND + sought * (60_000_000 // len(sought)),
        ("large/directory.msg", "W131"): crowded(200_000),
        ("large/zeros.xlsx", "W102"): bytes(60_000_000),
        ("large/subject.eml", "W134"): HEAD + b"Subject: " + b"=?" * 10_000_000 + b"\r\n\r\nhi\r\n",
        ("large/folded.eml", "W134"): HEAD + b"Subject: x\r\n" + b" y\r\n" * 5_000_000 + b"\r\nhi\r\n",
        ("large/header.eml", "W134"): HEAD + b"X: y\r\n" * 3_000_000 + b"\r\nhi\r\n",
    }
    for (name, code), content in contents.items():
        path = folder / pathlib.Path(name).name
        path.write_bytes(content)
        yield {"file": name, "outcome": "refuse", "code": code}, path
