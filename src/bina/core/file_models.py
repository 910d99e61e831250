"""Stored files (berkas): what a person uploaded, under a name nobody can guess."""

import secrets
import uuid

from django.conf import settings
from django.db import models


def random_path(_instance: models.Model, _filename: str) -> str:
    """A place that says nothing about the file; the name people gave it is only a label."""
    name = secrets.token_hex(24)
    return f"{name[:2]}/{name}"


class Berkas(models.Model):
    """One uploaded file, outside the web root. It is served only by the room that owns it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=100, help_text="MIME type, found from the content")
    ukuran = models.PositiveBigIntegerField(help_text="bytes")
    sidik = models.CharField(max_length=64, help_text="SHA-256 of what is stored")
    isi = models.FileField(upload_to=random_path, max_length=100)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dibuat = models.DateTimeField()

    def __str__(self) -> str:
        return self.nama
