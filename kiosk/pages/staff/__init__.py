"""What each screen of the staff's desk says, as plain values in the language of who reads it."""
