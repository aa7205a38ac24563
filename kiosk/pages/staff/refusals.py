"""What the desk says when something was not done: a sentence for each code that an error can bring (`coded`).

The command line says more: it names the system's own reason, and the command that helps. Here it is what a person can
do at the desk.
"""

from __future__ import annotations

from kiosk.domain.problems import told

REFUSALS = {
    "answered": told("The question of “{id}” is answered already. Nothing was changed. Look at the listing."),
    "bad-name": told("“{name}” is no name here. Write one that ends in .kiosk, .csv, .xlsx or .json."),
    "deleted": told("“{id}” is deleted. Nothing was changed. Bring it back first."),
    "deleted-then": told("It was deleted then. Nothing was changed. Choose an older line."),
    "disk-fault": told("The disk did not take it. Nothing was kept. Ask for help, then try again."),
    "disk-full": told("The disk is full. Nothing was kept. Make room on it, then try again."),
    "file-not-read": told("{file} cannot be read. Nothing was changed. Look at its name."),
    "file-too-large": told("{file} is too large. Nothing was changed. Choose another one."),
    "gone-here": told("“{name}” is not there any more. Nothing was changed."),
    "here-already": told("It is there already. Nothing was changed."),
    "in-settings": told("The settings name it. Nothing was changed. Take it off in the settings."),
    "in-the-way": told("{file} is something else. Nothing was written. Choose another name."),
    "lost": told("The listings here cannot be read. Nothing was changed. Ask for help."),
    "may-look": told("“{who}” may look, and not change anything. Nothing was changed. Ask an admin."),
    "may-not-manage": told("“{who}” may not change the settings. Nothing was changed. Ask an admin."),
    "mine-or-theirs": told("The whole listing cannot be as before. Nothing was changed. Take mine or theirs."),
    "name-length": told("The name has 1 to {n} letters. Nothing was changed. Write another one."),
    "network-drive": told("The listings are on a network drive. Nothing was changed. Copy them to this computer."),
    "no-backup": told("{file} is damaged, or no backup. Nothing was changed. Choose another one."),
    "no-bundle": told("The file is damaged, or not from a kiosk. Nothing was changed. Write it again there."),
    "no-calendar-file": told("This is no calendar file (.ics), or not all of it. Nothing was changed."),
    "no-file": told("There is no file {file}. Nothing was changed. Look at its name."),
    "no-folder": told("There is no folder {file}. Nothing was changed. Look at its name."),
    "no-listing": told("There is no listing “{id}” any more. Nothing was changed. Look at the list."),
    "no-place": told("Write a place, like ~/school.kiosk."),
    "no-right": told("This account may not change the files here. Nothing was changed. Ask for help."),
    "no-right-there": told("This account may not write in {file}. Nothing was written. Choose another place."),
    "no-right-to-read": told("This account may not read the listings. Ask for help."),
    "no-room": told("There is room for {n}. Nothing was changed. Take one off first."),
    "no-until": told("Say until when, like 4 PM. Nothing was changed."),
    "no-year": told("There is no school year yet. Nothing was changed. Begin one first."),
    "not-a-file": told("{file} is no file. Nothing was changed. Choose a file."),
    "not-as-written": told("{file} does not read as it was written. Take another stick."),
    "not-here": told("Say first that they are here. Nothing was changed."),
    "not-kept": told("What was before is not kept any more. Nothing was changed."),
    "not-ours": told("{file} is not from a kiosk. Nothing was changed. Choose another one."),
    "not-read": told("The listings cannot be read just now. Nothing was changed. Try again."),
    "not-written": told("{file} cannot be written. Nothing was changed. Look at its folder."),
    "nothing-before": told("There is nothing to go back to. Nothing was changed."),
    "nothing-to-undo": told("There is nothing to undo here. Nothing was changed."),
    "over-by-then": told("{time} is over by then. Nothing was changed. Say a later time."),
    "round-done": told("The round is done. Nothing was changed."),
    "same": told("That changes nothing. All is as it was."),
    "set-elsewhere": told("Somebody else set {key} to {value} meanwhile. Enter again puts yours in its place."),
    "set-since": told("Somebody changed the same since. Nothing was changed. Set it by hand."),
    "too-many": told("That is too many. Nothing was changed. Choose {n} at most."),
}
"""A code -> its sentence, with places for what it is about."""
