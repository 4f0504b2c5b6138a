"""What the actions do, one class for each menu; each knows its window and nothing else."""
