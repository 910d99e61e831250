"""The made-up year of the demo agency, bulk data for the bench, samples of forms."""
