"""Taking files in and giving them out (T17, T18).

What a file is, its content says, never its name. Pictures are drawn anew, so nothing hidden
in them survives. Files leave only as attachments, through a view of the room that owns them.
"""

import hashlib
import io
import zipfile
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import FileResponse
from PIL import Image, ImageOps, UnidentifiedImageError

from bina.core.file_models import Berkas

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF, CSV, JPEG, PNG = "application/pdf", "text/csv", "image/jpeg", "image/png"
SPREADSHEETS = frozenset({XLSX, CSV})
EVIDENCE = frozenset({PDF, JPEG, PNG, XLSX, DOCX})
ENDINGS = {
    XLSX: (".xlsx",),
    DOCX: (".docx",),
    PDF: (".pdf",),
    CSV: (".csv", ".txt"),
    JPEG: (".jpg", ".jpeg"),
    PNG: (".png",),
}
MOST_PIXELS = 40_000_000
MOST_UNZIPPED = 1024 * 1024 * 1024
MOST_RATIO = 200


class FileRefused(Exception):
    """The file is not taken; the message says why and what to do."""


def accept(
    upload: UploadedFile,
    *,
    oleh: models.Model,
    pada: datetime,
    kinds: frozenset[str],
    limit: int | None = None,
) -> Berkas:
    """Check and store an uploaded file. Raises FileRefused with a message for the person."""
    limit = limit or settings.BINA_BERKAS_MAKSIMUM
    name = _label(upload.name or "berkas")
    if (upload.size or 0) > limit:
        raise FileRefused(
            f"Berkas {name} belum terkirim. Ukurannya {_mb(upload.size or 0)}, batasnya "
            f"{_mb(limit)}. Kecilkan atau kirim sebagai tautan."
        )
    content = upload.read()
    kind = _kind(content, name)
    if kind not in kinds or not name.lower().endswith(ENDINGS[kind]):
        raise FileRefused(
            f"Berkas {name} belum terkirim. Isinya bukan jenis yang diterima di sini: "
            f"{', '.join(sorted(end for one in kinds for end in ENDINGS[one]))}."
        )
    return _store(name, kind, _clean(content, kind, name), oleh, pada)


def respond(berkas: Berkas) -> FileResponse:
    """The file as an attachment; the caller has checked who may have it."""
    response = FileResponse(
        berkas.isi.open("rb"), as_attachment=True, filename=berkas.nama, content_type=berkas.jenis
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response


def _store(name: str, kind: str, content: bytes, oleh: models.Model, pada: datetime) -> Berkas:
    berkas = Berkas(
        nama=name,
        jenis=kind,
        ukuran=len(content),
        sidik=hashlib.sha256(content).hexdigest(),
        oleh_id=oleh.pk,
        dibuat=pada,
    )
    try:
        berkas.isi.save("isi", ContentFile(content), save=False)
    except OSError as full:
        raise FileRefused(
            f"Berkas {name} belum tersimpan karena penyimpanan server bermasalah. Isian lain "
            "tetap ada; coba lagi nanti atau hubungi administrator."
        ) from full
    berkas.save(force_insert=True)
    return berkas


def _label(name: str) -> str:
    """The name a person gave, without folders and control characters, short enough to keep."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(ch for ch in last if ch.isprintable())[-150:].strip() or "berkas"


def _mb(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MB" if size >= 1024 * 1024 else f"{size / 1024:.0f} kB"


def _kind(content: bytes, name: str) -> str | None:
    for magic, kind in ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG)):
        if content.startswith(magic):
            return kind
    if content.startswith(b"%PDF-"):
        return PDF if _is_only_pdf(content) else None
    if content.startswith(b"PK\x03\x04"):
        return _office_kind(content, name)
    return CSV if _is_text(content) else None


def _is_only_pdf(content: bytes) -> bool:
    """It ends as a PDF does, and is no archive as well."""
    return b"%%EOF" in content[-1024:] and not zipfile.is_zipfile(io.BytesIO(content))


def _office_kind(content: bytes, name: str) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bomb(archive, name)
            members = set(archive.namelist())
    except zipfile.BadZipFile:
        return None
    if "[Content_Types].xml" not in members or any(_is_program(one) for one in members):
        return None
    if "xl/workbook.xml" in members:
        return XLSX
    return DOCX if "word/document.xml" in members else None


def _is_program(member: str) -> bool:
    """Macros and controls come as .bin; what a printer remembers does too, and is harmless."""
    return member.endswith(".bin") and "/printerSettings/" not in f"/{member}"


def _refuse_bomb(archive: zipfile.ZipFile, name: str) -> None:
    sizes = [(one.file_size, one.compress_size) for one in archive.infolist()]
    whole, packed = sum(size for size, _ in sizes), sum(packed for _, packed in sizes)
    if whole > MOST_UNZIPPED or whole > MOST_RATIO * max(packed, 1) or len(sizes) > 2000:
        raise FileRefused(
            f"Berkas {name} ditolak: isinya jauh lebih besar daripada ukurannya. Simpan ulang "
            "dari program lembar kerja, lalu unggah lagi."
        )


def _is_text(content: bytes) -> bool:
    start = content[:4096]
    if b"\x00" in start:
        return False
    return not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")  # markup, whatever its name


def _clean(content: bytes, kind: str, name: str) -> bytes:
    if kind not in {JPEG, PNG}:
        return content
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise FileRefused(f"Gambar {name} terlalu besar. Kecilkan, lalu unggah lagi.")
            return _drawn_anew(picture, kind)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as broken:
        raise FileRefused(f"Gambar {name} rusak. Buka dan simpan ulang, lalu unggah.") from broken


def _drawn_anew(picture: Image.Image, kind: str) -> bytes:
    """The points alone: comments, places and profiles in `info` would be copied along."""
    upright = ImageOps.exif_transpose(picture) or picture
    plain_modes = {"RGB"} if kind == JPEG else {"RGB", "RGBA", "L"}
    wanted = "RGB" if kind == JPEG else "RGBA"
    plain = upright if upright.mode in plain_modes else upright.convert(wanted)
    plain.info = {}
    out = io.BytesIO()
    if kind == JPEG:
        plain.save(out, "JPEG", quality=85, optimize=True)
    else:
        plain.save(out, "PNG", optimize=True)
    return out.getvalue()
