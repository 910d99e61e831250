"""Files people might send, good and bad."""

import io
import zipfile
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
CSV = b"nip;nama\n199001012015012001;Ani\n"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def xlsx(**more: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>", **more})


def docx() -> bytes:
    return archive({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})


def picture(kind: str, size: tuple[int, int] = (40, 30), **extra: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **extra)
    return out.getvalue()


def photo() -> bytes:
    """A photograph that says where it was taken, lying on its side."""
    exif = Image.Exif()
    exif[0x010E] = "RUMAH-ANI"  # description
    exif[0x0112] = 6  # turned by a quarter
    return picture("JPEG", exif=exif, comment=b"RUMAH-ANI")


def scan() -> bytes:
    """A PNG with words in its chunks and in its colour profile."""
    words = PngInfo()
    words.add_text("Comment", "RUMAH-ANI")
    return picture("PNG", pnginfo=words, icc_profile=b"RUMAH-ANI" * 20)
