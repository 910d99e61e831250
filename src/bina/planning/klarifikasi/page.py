"""What the page of the dialogue at planning shows: each result with the words of both sides."""

from dataclasses import dataclass, field
from typing import Any

from bina.planning import pilihan
from bina.planning.klarifikasi.forms import CatatanForm, SepakatForm
from bina.planning.klarifikasi.services import TALKING
from bina.planning.models import Skp
from bina.planning.models.klarifikasi import ButirSepakat, CatatanKlarifikasi, Klarifikasi, Pihak
from bina.planning.reading import plan
from bina.planning.rencana import HasilRencana, Rencana
from bina.planning.sidik import sidik_of


@dataclass(slots=True)
class Baris:
    """A result, what the other side wrote, one's own note to write, and its agreed points."""

    hasil: HasilRencana
    lawan: CatatanKlarifikasi | None
    form: CatatanForm
    sepakat: list[ButirSepakat] = field(default_factory=list)


def context(
    one: Klarifikasi, reader: Any, *, catatan: tuple[int, CatatanForm] | None = None
) -> dict[str, Any]:
    """Everything on the page, in five queries."""
    rencana = plan(one.skp_id)
    mine = Pihak.PEGAWAI if one.skp.pegawai_id == reader.pk else Pihak.PIMPINAN
    points = list(one.sepakat.select_related("oleh"))
    sidik = sidik_of(rencana)
    signed = one.sidik == sidik
    return {
        "klarifikasi": one,
        "skp": one.skp,
        "baris": _rows(one, rencana, mine, points, catatan),
        "sepakat_umum": [each for each in points if each.hasil_id is None],
        "form": SepakatForm(hasil=[(each.id, each.uraian[:80]) for each in rencana.hasil]),
        "sidik": sidik,
        "butir": len(points),
        "saya": mine.value,
        "lawan": one.pimpinan.nama if mine == Pihak.PEGAWAI else one.skp.pegawai.orang.nama,
        "disepakati": one.is_agreed_on(sidik),
        "berubah": bool(one.sidik) and not signed,
        "paraf_pegawai": one.paraf_pegawai_pada if signed else None,
        "paraf_pimpinan": one.paraf_pimpinan_pada if signed else None,
        "sudah_paraf": signed and getattr(one, f"paraf_{mine.value}_pada") is not None,
        "terbuka": one.skp.status in TALKING,
    }


def titles(one: Klarifikasi) -> list[tuple[int, str]]:
    return [(pk, words[:80]) for pk, words in one.skp.hasil_kerja.values_list("pk", "uraian")]


def _rows(
    one: Klarifikasi,
    rencana: Rencana,
    mine: Pihak,
    points: list[ButirSepakat],
    bound: tuple[int, CatatanForm] | None,
) -> list[Baris]:
    notes = {(each.hasil_id, each.pihak): each for each in one.catatan.all()}
    other = Pihak.PIMPINAN if mine == Pihak.PEGAWAI else Pihak.PEGAWAI
    return [
        Baris(
            hasil,
            notes.get((hasil.id, other)),
            bound[1] if bound and bound[0] == hasil.id else _form(notes, hasil.id, mine),
            [each for each in points if each.hasil_id == hasil.id],
        )
        for hasil in rencana.hasil
    ]


def _form(notes: dict[Any, CatatanKlarifikasi], hasil_id: int, mine: Pihak) -> CatatanForm:
    note = notes.get((hasil_id, mine))
    initial = {"isi": note.isi, "suntingan": note.suntingan} if note else {"suntingan": 0}
    return CatatanForm(initial=initial, auto_id=f"id_%s_{hasil_id}")


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Whether the two agreed, as the pages of the draft say it; `cara` is what the agency asks."""

    cara: str
    klarifikasi: Klarifikasi | None
    disepakati: bool

    @property
    def kurang(self) -> bool:
        """Worth a word at submission."""
        return self.cara != "tidak" and not self.disepakati


def standing(skp: Skp, rencana: Rencana) -> Keadaan:
    """No query for a plan read by `for_page`."""
    one = getattr(skp, "klarifikasi", None)
    cara = pilihan.clarification(skp.pegawai.instansi, on=skp.mulai)
    return Keadaan(cara, one, one is not None and one.is_agreed_on(sidik_of(rencana)))
