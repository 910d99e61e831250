"""What one line means for the others: doubles, superiors who must exist, circles.

A refused line can make others wrong that lean on it, so the judgement runs until nothing
changes any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bina.people.imports import snapshot
from bina.people.imports.lines import cycles, named
from bina.people.imports.people_lines import Line
from bina.people.imports.snapshot import Snapshot


def judge(lines: list[Line], snap: Snapshot) -> None:
    """Refuse every line that cannot stand beside the others and beside the database."""
    same_nip(lines)
    whose(lines, snap)
    for line in lines:
        if line.unit and line.unit not in snap.units:
            line.refuse("unit_tak_dikenal", "unit", line.unit)
    same_email(lines)
    settling = Settling(lines, snap)
    settling.lean()
    while settling.break_circles():
        pass


def same_nip(lines: list[Line]) -> None:
    readable = (line for line in lines if line.terbaca)
    for group in _grouped((line.nip, line) for line in readable):
        for line in group:
            others = [str(one.nomor) for one in group if one is not line]
            line.refuse("nip_ganda", "nip", line.nip, baris=named(others))


def same_email(lines: list[Line]) -> None:
    """Two people may not share an address; a line without a readable NIP is nobody yet."""
    named_lines = (line for line in lines if line.email and line.terbaca)
    for group in _grouped((line.email, line) for line in named_lines):
        if len({line.nip for line in group}) == 1:
            continue  # one NIP twice: that has been said already
        for line in group:
            others = [str(one.nomor) for one in group if one is not line]
            line.refuse("email_ganda", "email", str(line.email), baris=named(others))


def _grouped(pairs: Iterable[tuple[str | None, Line]]) -> list[list[Line]]:
    """The lines that share a key, where more than one does."""
    found: dict[str | None, list[Line]] = defaultdict(list)
    for key, line in pairs:
        found[key].append(line)
    return [group for group in found.values() if len(group) > 1]


def whose(lines: list[Line], snap: Snapshot) -> None:
    """Which stored person a line is about; a NIP of another agency is not ours to change."""
    fresh = []
    for line in lines:
        line.known = snap.by_nip.get(line.nip)
        if line.known is None and line.terbaca:
            fresh.append(line)
    accounts = snapshot.accounts(line.nip for line in fresh)
    for line in fresh:
        found = accounts.get(line.nip)
        if found is None:
            continue
        pk, instansi, is_pegawai = found
        if is_pegawai or instansi is None or instansi != snap.instansi:
            line.refuse("nip_instansi_lain", "nip", line.nip)
        line.akun = pk


class Settling:
    """Lines that lean on others: for a superior, or for an e-mail address given up."""

    def __init__(self, lines: list[Line], snap: Snapshot) -> None:
        self.lines, self.snap = lines, snap
        self.by_nip = {line.nip: line for line in lines if line.terbaca and not _doubtful(line)}
        self.below: dict[str, list[Line]] = defaultdict(list)
        self.waiting: dict[str, list[Line]] = defaultdict(list)
        self.key_of = keys(self.by_nip, snap)

    def lean(self) -> None:
        """Judge what each line leans on, and whoever leaned on a line that is refused."""
        for line in self.lines:
            if line.aktif and line.atasan:
                self.below[line.atasan].append(line)
        self._emails()
        refused = [line for line in self.lines if line.alasan]
        refused += [line for line in self.lines if not line.alasan and self._superior(line)]
        self._spread(refused)

    def _spread(self, refused: list[Line]) -> None:
        while refused:
            fallen = refused.pop()
            below = self.below[fallen.nip]
            refused += [one for one in below if not one.alasan and self._superior(one)]
            for line in self.waiting[fallen.nip]:
                if not line.alasan:
                    line.refuse("email_terpakai", "email", str(line.email))
                    refused.append(line)

    def _superior(self, line: Line) -> bool:
        """Refuse the line if its superior will not exist; say whether it was refused."""
        if not (line.aktif and line.atasan):
            return False
        of_file, stored = self.by_nip.get(line.atasan), self.snap.by_nip.get(line.atasan)
        if (of_file and not of_file.alasan) or (stored and stored.aktif):
            return False
        if of_file:
            line.refuse("atasan_ditolak", "atasan", line.atasan, baris=of_file.nomor)
        else:
            kode = "atasan_bukan_aktif" if stored else "atasan_tak_dikenal"
            line.refuse(kode, "atasan", line.atasan)
        return True

    def _emails(self) -> None:
        """An address of somebody else is free only if that person's own line gives it up."""
        wanted = {
            line.email: line
            for line in self.lines
            if line.email
            and self.by_nip.get(line.nip) is line
            and not (line.known and line.known.email == line.email)
        }
        for email, owner in snapshot.owners(wanted).items():
            line = wanted[email]
            giver = self.by_nip.get(self.snap.nip_of.get(owner, ""))
            if owner == line.akun:
                continue
            if giver is None or giver.alasan or giver.email == email:
                line.refuse("email_terpakai", "email", email)
            else:
                self.waiting[giver.nip].append(line)

    def break_circles(self) -> bool:
        """Refuse the lines of every circle; say whether there was one."""
        at = {self.key_of[nip]: line for nip, line in self.by_nip.items() if not line.alasan}
        broken: list[Line] = []
        for circle in list(cycles(effective(at, self.key_of, self.snap))):
            own = [at[key] for key in circle if key in at and key not in self.snap.corrections]
            for line in own:
                self._name_circle(line, [(key, at.get(key)) for key in circle])
            broken += own
        self._spread(broken[:])
        return bool(broken)

    def _name_circle(self, line: Line, circle: list[tuple[int, Line | None]]) -> None:
        start = next(n for n, (_, one) in enumerate(circle) if one is line)
        others = circle[start + 1 :] + circle[:start]
        if len(others) == 1 and others[0][1]:
            baris = others[0][1].nomor
            line.refuse("atasan_saling", "atasan", line.atasan, baris=baris)
        else:
            lewat = named(list(self._words(others)))
            line.refuse("atasan_melingkar", "atasan", line.atasan, lewat=lewat)

    def _words(self, circle: list[tuple[int, Line | None]]) -> Iterator[str]:
        for key, line in circle:
            yield f"baris {line.nomor}" if line else self.snap.name_of(key)


def _doubtful(line: Line) -> bool:
    """Whether two lines claim this NIP: then neither speaks for the person."""
    return any(one["kode"] == "nip_ganda" for one in line.alasan)


def keys(by_nip: Iterable[str], snap: Snapshot) -> dict[str, int]:
    """A number for everybody: the stored one, or a negative one for those yet to come."""
    found = {nip: known.pk for nip, known in snap.by_nip.items()}
    fresh = (nip for nip in by_nip if nip not in found)
    return found | {nip: -number for number, nip in enumerate(fresh, start=1)}


def effective(at: dict[int, Line], key_of: dict[str, int], snap: Snapshot) -> dict[int, int]:
    """Who will be recorded above whom once these lines are taken; a correction stays."""
    graph = {pk: paper.atasan for pk, paper in snap.papers.items() if paper.selesai is None}
    for key, line in at.items():
        if line.aktif and line.atasan and line.atasan in key_of:
            graph[key] = key_of[line.atasan]
        else:
            graph.pop(key, None)
    return graph | snap.corrections
