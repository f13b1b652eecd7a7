"""Pages of mapped files are let go of, and nothing with them."""

from __future__ import annotations

import mmap
from pathlib import Path

from reid_service.gallery.resident import FilePages

PAGES = 2000


def resident_kb(path: Path) -> int:
    """How much of a mapped file this process has in memory."""
    lines = Path("/proc/self/smaps").read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith(str(path)))
    return next(int(line.split()[1]) for line in lines[at:] if line.startswith("Rss:"))


def test_read_and_written_pages_go_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "matrix.dat"
    path.write_bytes(b"a" * PAGES * mmap.PAGESIZE)
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as mapped:
        assert mapped[:].count(b"a") == len(mapped)
        mapped[:1] = b"b"
        before_kb = resident_kb(path)
        FilePages(tmp_path, most_bytes=1 << 40).trim()
        assert resident_kb(path) == before_kb
        FilePages(tmp_path, most_bytes=0).trim()
        assert resident_kb(path) < before_kb / 10
        assert mapped[:2] == b"ba"
    assert path.read_bytes()[:2] == b"ba"
