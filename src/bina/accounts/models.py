"""Orang: a person with an account. A NIP is optional: a regent has none."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from bina.core.audit import WITHOUT_AGENCY, Place


class OrangManager(BaseUserManager["Orang"]):
    def get_by_natural_key(self, username: str | None) -> "Orang":
        return self.get(nip=username)

    def create_user(self, *, nama: str, password: str | None = None, **fields: Any) -> "Orang":
        """An account; without a password nobody can sign in to it until one is set."""
        orang = self.model(nama=nama, **fields)
        orang.email = orang.email.lower() if orang.email else None
        orang.set_password(password)
        orang.save(using=self._db)
        return orang


class Orang(AbstractBaseUser):
    """A person with an account: civil servant, regent, outside coach or counsellor.

    `instansi` is the agency the person belongs to; somebody from outside may belong to none.
    `versi_sesi` is part of every session's hash: raising it ends all sessions (T21).
    """

    nip = models.CharField("NIP", max_length=18, null=True, blank=True, unique=True)
    email = models.EmailField(null=True, blank=True, unique=True)
    nama = models.CharField(max_length=200)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=60, blank=True)
    instansi = models.ForeignKey(
        "people.Instansi", null=True, blank=True, on_delete=models.PROTECT, related_name="orang"
    )
    is_active = models.BooleanField(default=True)
    versi_sesi = models.PositiveIntegerField(default=0)
    dibuat = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OrangManager] = OrangManager()

    USERNAME_FIELD = "nip"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="orang_nip_18_angka", condition=Q(nip=None) | Q(nip__regex=r"^[0-9]{18}$")
            ),
            models.CheckConstraint(name="orang_bernama", condition=~Q(nama="")),
            models.CheckConstraint(
                name="orang_email_huruf_kecil",
                condition=Q(email=None) | Q(email=Lower("email")),
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def nama_lengkap(self) -> str:
        """The name with its degrees, as letters and forms print it."""
        before = f"{self.gelar_depan} " if self.gelar_depan else ""
        after = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{before}{self.nama}{after}"

    @property
    def trail_place(self) -> Place:
        """What happens to an account is written into the chain of the person's agency."""
        chain = f"instansi:{self.instansi_id}" if self.instansi_id else WITHOUT_AGENCY
        return Place(chain, tentang_id=self.pk)

    def get_full_name(self) -> str:
        return self.nama_lengkap

    def get_short_name(self) -> str:
        return self.nama

    def get_session_auth_hash(self) -> str:
        return self._session_hash(None)

    def get_session_auth_fallback_hash(self) -> Any:
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret)

    def _session_hash(self, secret: str | bytes | None) -> str:
        value = f"{self.password}:{self.versi_sesi}"
        return salted_hmac(
            "bina.accounts.sesi", value, secret=secret, algorithm="sha256"
        ).hexdigest()
