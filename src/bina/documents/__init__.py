"""Official forms: typed data in, PDF out. Knows no stage; others come in by `door`."""
