"""Who appraises while somebody is away or after they left (ADR 15)."""
