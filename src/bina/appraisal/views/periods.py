"""The periods of the agency, for its performance managers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from bina.access import policy
from bina.appraisal.forms import TahunForm
from bina.appraisal.models import PeriodeEvaluasi
from bina.appraisal.services import periods as services
from bina.appraisal.services.refused import Refused
from bina.appraisal.views.guard import GET_AND_POST
from bina.people.models import Instansi
from bina.ui.seen import clock, unseen_is_404


@GET_AND_POST
@unseen_is_404
def periode(request: HttpRequest) -> HttpResponse:
    """All periods of the agency; a year's four quarters are opened here."""
    now, on = clock()
    user = request.user
    seen = Instansi.objects.visible_to(user, on=on)
    instansi = seen.get(pk=getattr(user, "instansi_id", None) or 0)
    policy.require(user, "periode.buka", instansi, on=on)
    form = TahunForm(request.POST or None, initial={"tahun": on.year})
    if request.method == "POST" and form.is_valid():
        tahun = form.cleaned_data["tahun"]
        try:
            services.open_year(instansi_id=instansi.pk, tahun=tahun, actor=user, pada=now, on=on)
        except Refused as why:
            form.add_error(why.field or None, str(why))
        else:
            told = _(
                "Periode %(tahun)s dibuka. Para penilai melihatnya pada bulan terakhir triwulan."
            )
            messages.success(request, told % {"tahun": tahun})
            return redirect("appraisal:periode")
    rows = PeriodeEvaluasi.objects.of(instansi.pk)
    context = {"form": form, "baris": rows, "hari": on, "page_menu": "periode"}
    return render(request, "appraisal/periode.html", context)
