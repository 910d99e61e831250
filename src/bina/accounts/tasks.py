"""What accounts leave to the worker: their mail."""

from django.core.mail import EmailMessage, EmailMultiAlternatives

from bina.core.queue import huey


@huey.task(name="bina.accounts.send_mail", retries=3, retry_delay=120)
def send_mail(subject: str, body: str, to: str) -> None:
    """Plain text to one address. Sent twice is read twice, nothing worse."""
    EmailMessage(subject=subject, body=body, to=[to]).send()


@huey.task(name="bina.accounts.send_invitation", retries=3, retry_delay=120)
def send_invitation(subject: str, body: str, to: str, ics: str, method: str) -> None:
    """A letter with an invitation (RFC 6047): as a part that calendars act upon, and as a file
    for those who take attachments only."""
    letter = EmailMultiAlternatives(subject=subject, body=body, to=[to])
    letter.attach_alternative(ics, f"text/calendar; method={method}")
    letter.attach("pertemuan.ics", ics, "text/calendar")
    letter.send()
