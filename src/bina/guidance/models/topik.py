"""The topics of a guidance: what it is about, as the agency's lists name it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from bina.core.audit import Place
from bina.guidance.models.mentor import Bidang
from bina.guidance.models.sesudah import one_case


class TopikKasus(models.Model):
    """One topic of one coaching or mentoring; a case may have several. A mentoring's own field is
    one of them from the day its plan is written."""

    coaching = models.ForeignKey(
        "guidance.Coaching", null=True, on_delete=models.PROTECT, related_name="topik_kasus"
    )
    mentoring = models.ForeignKey(
        "guidance.Mentoring", null=True, on_delete=models.PROTECT, related_name="topik_kasus"
    )
    topik = models.ForeignKey(Bidang, on_delete=models.PROTECT, related_name="kasus")

    class Meta:
        constraints: ClassVar = [
            one_case("topik_kasus_satu_bimbingan"),
            models.UniqueConstraint(
                name="topik_kasus_sekali_per_coaching",
                fields=["coaching", "topik"],
                condition=Q(coaching__isnull=False),
            ),
            models.UniqueConstraint(
                name="topik_kasus_sekali_per_mentoring",
                fields=["mentoring", "topik"],
                condition=Q(mentoring__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coaching_id or self.mentoring_id}: {self.topik_id}"

    @property
    def trail_place(self) -> Place:
        case: Any = self.coaching or self.mentoring
        return case.trail_place
