from django.urls import path

from bina.planning.views import changes, drafting, masa, penilai, review, saya, skp

app_name = "planning"
urlpatterns = [
    path("", saya.saya, name="saya"),
    path("mulai/", saya.mulai, name="mulai"),
    path("tinjauan/", saya.tinjauan, name="tinjauan"),
    path("masa/", masa.masa, name="masa"),
    path("masa/<nomor:pk>/", masa.rinci, name="masa_rinci"),
    path("pengganti/", penilai.pengganti, name="pengganti"),
    path("pengganti/<nomor:pk>/cabut/", penilai.cabut_pengganti, name="cabut_pengganti"),
    path("serah-terima/", penilai.serah_terima, name="serah_terima"),
    path("<nomor:pk>/", skp.skp, name="skp"),
    path("<nomor:pk>/susun/", drafting.susun, name="susun"),
    path("<nomor:pk>/hasil/baru/", drafting.hasil_baru, name="hasil_baru"),
    path("<nomor:pk>/hasil/<nomor:hasil_pk>/", drafting.hasil, name="hasil"),
    path("<nomor:pk>/hasil/<nomor:hasil_pk>/hapus/", drafting.hapus_hasil, name="hapus_hasil"),
    path("<nomor:pk>/hasil/<nomor:hasil_pk>/pindah/", drafting.pindah_hasil, name="pindah_hasil"),
    path("<nomor:pk>/perilaku/", drafting.perilaku, name="perilaku"),
    path("<nomor:pk>/lampiran/", drafting.lampiran, name="lampiran"),
    path("<nomor:pk>/ajukan/", review.ajukan, name="ajukan"),
    path("<nomor:pk>/tinjau/", review.tinjau, name="tinjau"),
    path("<nomor:pk>/ekspektasi/", review.ekspektasi, name="ekspektasi"),
    path("<nomor:pk>/langkah/<slug:nama>/", skp.langkah, name="langkah"),
    path("<nomor:pk>/dokumen/<slug:jenis>/", skp.dokumen, name="dokumen"),
    path("<nomor:pk>/bandingkan/", skp.bandingkan, name="bandingkan"),
    path("<nomor:pk>/perubahan/", changes.susun_perubahan, name="susun_perubahan"),
    path("<nomor:pk>/usul/", changes.usulkan, name="usulkan"),
    path("usul/<nomor:pk>/", changes.usul, name="usul"),
    path("usul/<nomor:pk>/<slug:nama>/", changes.putus_usul, name="putus_usul"),
]
