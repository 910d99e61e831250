"""The trail (jejak): append-only lines, chained by hash (ADR 6)."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

GENESIS = "0" * 64


class JejakQuerySet(models.QuerySet["Jejak"]):
    def for_list(self) -> Self:
        """All a list row shows, newest first, in one query."""
        return self.select_related("pelaku", "tentang").order_by("-pada", "-nomor")

    def about(self, objek: models.Model) -> Self:
        """The lines about one record."""
        return self.filter(objek_jenis=objek._meta.label_lower, objek_id=str(objek.pk))

    def chain(self, rantai: str) -> Self:
        return self.filter(rantai=rantai).order_by("nomor")


class Jejak(models.Model):
    """One line of the trail: who did what to which record, when.

    It names the fields that changed; before and after only for states, dates and numbers
    (security.md). `sidik` is the SHA-256 over every other column and the line before, so that
    a changed byte, a missing line or a fork of the chain shows.
    """

    pk = models.CompositePrimaryKey("rantai", "nomor")
    rantai = models.CharField(max_length=64)
    nomor = models.BigIntegerField()
    pada = models.DateTimeField(db_index=True)
    pelaku = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    tindakan = models.CharField(max_length=80)
    objek_jenis = models.CharField(max_length=80)
    objek_id = models.CharField(max_length=64)
    # Lines are written by the hundred thousand: jejak_per_orang serves the key as well.
    tentang = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    lingkup = models.BigIntegerField(null=True, help_text="Id of the unit the record belongs to")
    isi = models.TextField(help_text="Canonical JSON, kept as text so that every byte counts")
    sebelum = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)

    objects = JejakQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["objek_jenis", "objek_id"], name="jejak_per_objek"),
            models.Index(fields=["tentang", "pada"], name="jejak_per_orang"),
            models.Index(fields=["rantai", "-pada"], name="jejak_terbaru"),
        ]

    def __str__(self) -> str:
        return f"{self.rantai}/{self.nomor} {self.tindakan}"

    @property
    def fakta(self) -> dict[str, Any]:
        return dict(json.loads(self.isi))

    def computed(self) -> str:
        """The fingerprint this line must bear."""
        return fingerprint(
            self.rantai,
            self.nomor,
            moment_of(self.pada),
            self.pelaku_id,
            self.tindakan,
            self.objek_jenis,
            self.objek_id,
            self.tentang_id,
            self.lingkup,
            self.isi,
            self.sebelum,
        )


class UjungRantai(models.Model):
    """The last line of each chain. Writers lock it, so no two lines can follow the same one."""

    rantai = models.CharField(max_length=64, primary_key=True)
    nomor = models.BigIntegerField(default=0)
    sidik = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.rantai}/{self.nomor}"


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(facts: Any) -> str:
    """One way to write the same facts, so that their hash is theirs alone."""
    return _ENCODER.encode(facts)


def fingerprint(*facts: Any) -> str:
    """The hash of a line: over every other column, in the order of the table."""
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def moment_of(pada: datetime) -> str:
    return pada.astimezone(UTC).isoformat(timespec="microseconds")
