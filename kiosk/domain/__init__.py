"""What things are: pure values and rules. No files, no clock, no screen; time comes in as an argument."""
