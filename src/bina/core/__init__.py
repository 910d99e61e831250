"""Machinery every room stands on: workflow, trail, files, jobs. Knows no noun of the domain."""
