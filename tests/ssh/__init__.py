"""The desk over SSH, as a forced command of a real sshd."""
