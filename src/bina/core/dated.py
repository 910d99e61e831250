"""Rows that hold from a day to a day, both included; an open end has no `selesai`."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

M = TypeVar("M", bound=models.Model)


def in_force(on: date, prefix: str = "") -> Q:
    """The condition that a dated row, reached by `prefix`, covers that day."""
    return Q(**{f"{prefix}mulai__lte": on}) & (
        Q(**{f"{prefix}selesai": None}) | Q(**{f"{prefix}selesai__gte": on})
    )


class DatedQuerySet(models.QuerySet[M]):
    def on(self, day: date) -> Self:
        """The rows that hold on that day."""
        return self.filter(in_force(day))


class Dated(models.Model):
    """From a day to a day."""

    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def ordered(name: str) -> models.CheckConstraint:
    """The constraint that a row does not end before it begins."""
    return models.CheckConstraint(name=name, condition=Q(selesai=None) | Q(selesai__gte=F("mulai")))
