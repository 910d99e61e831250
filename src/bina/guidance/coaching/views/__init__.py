"""Thin views: fetch what the reader may see, ask the service, answer in words."""
