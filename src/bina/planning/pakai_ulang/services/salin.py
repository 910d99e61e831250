"""Copying results into a draft: from an earlier plan, a colleague's, or a template."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from bina.core import audit
from bina.planning.completeness import same_words
from bina.planning.isi import IsiHasil
from bina.planning.models import HasilKerja, Indikator, Skp, TemplatSkp
from bina.planning.pakai_ulang import content
from bina.planning.reading import plan
from bina.planning.services.drafting import opened


@dataclass(frozen=True, slots=True)
class Disalin:
    """How many results were added, and how many stood in the draft already."""

    jumlah: int
    sudah_ada: int


def results_of(sumber: str, sumber_id: int, *, actor: Any, on: date) -> list[IsiHasil]:
    """The results of a source the actor may read, without persons.

    Raises Skp.DoesNotExist or TemplatSkp.DoesNotExist for one they may not, or that is none.
    """
    if sumber == "templat":
        rows = TemplatSkp.objects.visible_to(actor, on=on).in_use()
        return [content.from_values(one) for one in rows.get(pk=sumber_id).isi]
    readable = Skp.objects.visible_to(actor, on=on).agreed()
    return content.of_plan(plan(readable.get(pk=sumber_id).pk))


@transaction.atomic
def copy_results(
    *,
    skp_id: int,
    sumber: str,
    sumber_id: int,
    pilihan: Collection[int],
    suntingan: int,
    actor: Any,
    pada: datetime,
    on: date,
) -> Disalin:
    """salin_hasil: add the chosen results of a source; one whose words stand there is skipped.

    Raises as `drafting.opened` and `results_of`.
    """
    skp = opened(skp_id, suntingan, actor, on)
    found = results_of(sumber, sumber_id, actor=actor, on=on)
    chosen = [one for number, one in enumerate(found) if number in pilihan]
    added = lay({skp: chosen})[skp]
    skp.suntingan += 1
    skp.save(update_fields=["suntingan"])
    audit.record(
        "skp.salin_hasil",
        pelaku=actor,
        objek=skp,
        pada=pada,
        berubah=["hasil_kerja", "indikator"],
        fakta={"sumber": f"{sumber}:{sumber_id}", "jumlah": added},
    )
    return Disalin(added, len(chosen) - added)


def lay(wanted: Mapping[Skp, Sequence[IsiHasil]]) -> dict[Skp, int]:
    """Add results to drafts at their end, however many drafts, in three queries.

    Gives how many each got: what a draft holds already in the same words is not added again, so
    doing it twice does no harm.
    """
    known, last = _standing(wanted)
    rows: list[tuple[HasilKerja, IsiHasil]] = []
    count = dict.fromkeys(wanted, 0)
    for skp, results in wanted.items():
        for isi in content.fitted(skp, results):
            if same_words(isi.uraian) in known[skp.pk]:
                continue
            known[skp.pk].add(same_words(isi.uraian))
            key = (skp.pk, isi.jenis)
            last[key] = last.get(key, 0) + 1
            rows.append((_row(skp, isi, last[key]), isi))
            count[skp] += 1
    HasilKerja.objects.bulk_create([hasil for hasil, _isi in rows], batch_size=500)
    Indikator.objects.bulk_create(_indicators(rows), batch_size=500)
    return count


def _standing(
    wanted: Mapping[Skp, Any],
) -> tuple[dict[int, set[str]], dict[tuple[int, str], int]]:
    """The words each draft has, and the last place of each kind."""
    known: dict[int, set[str]] = {skp.pk: set() for skp in wanted}
    last: dict[tuple[int, str], int] = {}
    rows = HasilKerja.objects.filter(skp__in=list(known))
    for skp, jenis, urutan, uraian in rows.values_list("skp_id", "jenis", "urutan", "uraian"):
        known[skp].add(same_words(uraian))
        last[skp, jenis] = max(last.get((skp, jenis), 0), urutan)
    return known, last


def _row(skp: Skp, isi: IsiHasil, urutan: int) -> HasilKerja:
    values = asdict(isi)
    values.pop("indikator")
    return HasilKerja(skp=skp, urutan=urutan, **values)


def _indicators(rows: Sequence[tuple[HasilKerja, IsiHasil]]) -> list[Indikator]:
    made = []
    for hasil, isi in rows:
        for number, one in enumerate(isi.indikator, 1):
            values = asdict(one)
            values.pop("id")
            made.append(Indikator(hasil=hasil, urutan=number, **values))
    return made
