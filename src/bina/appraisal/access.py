"""Who may do what with periods, the organisation's rating and evaluations.

An evaluation before its release is seen by its penilai alone (security.md, tier "draft"); after
it by the person, the penilai's superior and the offices of the performance tier. `penilai` is
the one written on the record.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from bina.access import policy
from bina.access.tables import Relation, allow, only_when, table
from bina.appraisal.raters import PIMPINAN_DI_ATAS, pimpinan_di_atas
from bina.appraisal.workflow import Status
from bina.people.models import Unit
from bina.people.offices import agency_roles_today
from bina.people.relations import (
    ATASAN_PENILAI,
    DIRI,
    PENILAI,
    diri,
    office_of_agency,
    office_over_unit,
    penilai,
)

READERS = ("pengelola", "pimpinan_kepegawaian", "pyb", "auditor")
SUBJEK, PENILAI_ANGGOTA = "subjek", "penilai_anggota"
RUNNING = "ditetapkan"


def released(relation: Relation) -> Relation:
    return only_when(relation, "status", Status.DIRILIS.value)


def appraises_members(path: str) -> Relation:
    """Whoever appraises somebody of the unit: they must know what the unit achieved."""

    def reach(user: Any, _on: date) -> Q:
        plans = Q(penempatan__skp__penilai=user.pk, penempatan__skp__status=RUNNING)
        return Q(**{f"{path}__in": Unit.objects.filter(plans).values("pk")})

    def holders(record: Any, _on: date) -> Q:
        people = get_user_model()._default_manager.filter(
            skp_dinilai__penempatan__unit=getattr(record, f"{path}_id"),
            skp_dinilai__status=RUNNING,
        )
        return Q(pk__in=people.values("pk"))

    return Relation(PENILAI_ANGGOTA, reach, holders)


def appraises(user: Any, _request: Any) -> bool:
    """Whether "Penilaian" stands in this person's menu; one query a page, so no more is asked."""
    return user.is_authenticated and policy.reaches_any(
        user, "penilaian.nilai", on=timezone.localdate()
    )


OPENERS = ("pengelola", "pimpinan_kepegawaian")


def opens_periods(user: Any, _request: Any) -> bool:
    """Whether "Periode evaluasi" stands in the menu: read off the offices every page knows."""
    return bool(agency_roles_today(user) & set(OPENERS))


TABLES = [
    # Whom one may rate: the plan names its penilai.
    table(
        "penilaian",
        "planning.Skp",
        [only_when(diri("penilai", PENILAI), "status", RUNNING), diri("pegawai", SUBJEK)],
        {"nilai": allow(PENILAI, never=[SUBJEK])},
    ),
    table(
        "evaluasi",
        "appraisal.Evaluasi",
        [
            diri("penilai", PENILAI),
            diri("pegawai", SUBJEK),
            released(diri("pegawai")),
            released(replace(penilai("penilai"), name=ATASAN_PENILAI)),
            *(released(office_over_unit(one, "unit")) for one in READERS),
        ],
        {
            "lihat": allow(DIRI, PENILAI, ATASAN_PENILAI, *READERS),
            "simpan": allow(PENILAI, never=[SUBJEK]),
            "rilis": allow(PENILAI, never=[SUBJEK]),
            "cetak": allow(DIRI, PENILAI, ATASAN_PENILAI, *READERS),
        },
    ),
    table(
        "capaian_unit",
        "people.Unit",
        [pimpinan_di_atas("pk")],
        {"tetapkan": allow(PIMPINAN_DI_ATAS)},
    ),
    table(
        "capaian",
        "appraisal.CapaianOrganisasi",
        [
            pimpinan_di_atas("unit"),
            appraises_members("unit"),
            *(office_over_unit(one, "unit") for one in READERS),
        ],
        {"lihat": allow(PIMPINAN_DI_ATAS, PENILAI_ANGGOTA, *READERS)},
    ),
    table(
        "periode",
        "people.Instansi",
        [office_of_agency(one, "pk") for one in OPENERS],
        {"buka": allow(*OPENERS)},
    ),
]
