"""A line handed up: what kind of thing, from which table, under which pseudonym. No person."""

from typing import ClassVar

from django.db import models


class Serahan(models.Model):
    jenis = models.CharField(max_length=40)
    dari = models.CharField(max_length=60)
    kode = models.UUIDField()
    dibuat = models.DateTimeField()
    diterima_pada = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="serahan_sekali", fields=["jenis", "dari", "kode"])
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.kode}"
