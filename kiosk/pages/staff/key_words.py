"""What keys do, in a few words each: by the action they run, or by screen and action where it differs."""

from __future__ import annotations

from kiosk.pages.staff.key_words_more import more_key_words
from kiosk.pages.staff.parts import StaffAsk
from kiosk.pages.staff.year_keys import year_key_words


def key_words(ask: StaffAsk) -> dict[str, str]:
    """`action`, or `screen:action`, -> words."""
    own = _everywhere(ask) | _going(ask) | _opening(ask) | _writing(ask) | _shelf(ask)
    return own | more_key_words(ask) | year_key_words(ask)


def _everywhere(ask: StaffAsk) -> dict[str, str]:
    say = ask.words.say
    return {
        "leave": say("back, never loses a word"),
        "desk:leave": say("leave the desk"),
        "app.focus_next": say("next part"),
        "app.focus_previous": say("the part before"),
        "open('help')": say("what this means"),
        "open('keys')": say("this page, when not typing"),
        "open('guide')": say("the guide, two pages"),
        "open('commands')": say("any command, by its name"),
        "language": say("English, Español"),
        "repaint": say("draw the screen anew"),
    }


def _going(ask: StaffAsk) -> dict[str, str]:
    """Keys that move over lines."""
    say = ask.words.say
    go, page, ends = say("choose and go"), say("a page up or down"), say("first, last")
    return {
        "move": go,
        "choose": go,
        "turn": page,
        "move(-1000000)": ends,
        "move(1000000)": ends,
        "job": say("go to that thing"),
        "section": say("open that part"),
        "sort": say("sort by that column"),
        "read": say("further"),
    }


def _opening(ask: StaffAsk) -> dict[str, str]:
    """Keys that open a screen."""
    say = ask.words.say
    return {
        "open('form')": say("new listing"),
        "open('list')": say("find, or type 214"),
        "open('shelf')": say("shelf and here today"),
        "open('snow-day')": say("snow day, asks first"),
        "open('calendar')": say("school year"),
        "open('round')": say("Friday round"),
        "open('files')": say("files in and out"),
        "open('settings')": say("settings"),
        "history": say("what changed, and undo"),
        "open('lobby')": say("as families see it now"),
        "preview": say("as families will read it"),
    }


def _writing(ask: StaffAsk) -> dict[str, str]:
    """Keys that change something."""
    say = ask.words.say
    return {
        "save": say("save"),
        "check": say("I checked this today"),
        "undo": say("undo"),
        "discard": say("throw away what is not saved"),
        "select": say("select, or let go"),
        "select_all": say("select all, or let them go"),
        "bulk": say("change one thing of all selected"),
        "copy": say("make one like it"),
        "hear('true')": say("still true: checked today"),
        "hear('not-reached')": say("could not reach: it comes again"),
        "hear('wrong')": say("a help-now number is wrong"),
        "change": say("changed: put it right, then it is checked"),
        "skip": say("another one first"),
        "form": say("look at it in the form"),
        "take('mine')": say("take mine"),
        "take('theirs')": say("take theirs"),
    }


def _shelf(ask: StaffAsk) -> dict[str, str]:
    """Keys of the shelf and of who is here."""
    say = ask.words.say
    return {
        "shelf:thing": say("the next word of that thing"),
        "shelf:role": say("that role is here, or is not"),
        "shelf:choose": say("until when, or the next word"),
        "shelf:next": say("the next word of this line"),
        "shelf:undo": say("take the last word back"),
        "shelf:other_card": say("the other card"),
        "shelf:add": say("a thing or a role more"),
        "shelf:drop": say("take off what was added here"),
    }
