"""What accounts leave to the worker: their mail."""

from django.core.mail import EmailMessage

from bina.core.queue import huey


@huey.task(name="bina.accounts.send_mail", retries=3, retry_delay=120)
def send_mail(subject: str, body: str, to: str) -> None:
    """Plain text to one address. Sent twice is read twice, nothing worse."""
    EmailMessage(subject=subject, body=body, to=[to]).send()
