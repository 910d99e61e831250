"""Made-up agencies of any size, the same every time: for the bench and for load tests."""
