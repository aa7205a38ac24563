"""The screens that families see, one file each."""
