from bina.appraisal.models.evaluasi import Evaluasi
from bina.appraisal.models.periode import Capaian, CapaianOrganisasi, JenisPeriode, PeriodeEvaluasi

__all__ = ["Capaian", "CapaianOrganisasi", "Evaluasi", "JenisPeriode", "PeriodeEvaluasi"]
