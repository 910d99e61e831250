from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "bina.documents"
    label = "documents"
    verbose_name = "Dokumen"
