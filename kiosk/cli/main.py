"""The `kiosk` command: its options, its commands, and what every command does with an error."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli.context import Wanted, tell
from kiosk.domain.errors import KioskError

FAULT = 70
"""Exit status of a fault in the program (EX_SOFTWARE of sysexits.h)."""
COMMANDS = {
    "init": ("kiosk.cli.init", "Make the directory of a real school."),
    "run": ("kiosk.cli.run", "Show the family side, full screen."),
    "staff": ("kiosk.cli.staff", "Open the staff's desk, full screen."),
    "list": ("kiosk.cli.listings", "List what families can use, one a line."),
    "show": ("kiosk.cli.show", "Show one listing as a family reads it."),
    "search": ("kiosk.cli.listings", "Search as the screen does."),
    "open": ("kiosk.cli.opening", "Say whether one listing is open."),
    "add": ("kiosk.cli.add", "Add new listings from a file: all or none."),
    "set": ("kiosk.cli.change", "Change fields of one listing."),
    "delete": ("kiosk.cli.change", "Take one listing away."),
    "undo": ("kiosk.cli.change", "Take one listing back to what it was before its last change."),
    "history": ("kiosk.cli.history", "Say who changed what of one listing."),
    "questions": ("kiosk.cli.questions", "Show or decide what two people changed differently."),
    "backup": ("kiosk.cli.backup", "Write all listings to one file."),
    "restore": ("kiosk.cli.backup", "Take all listings back to a change, a time or a backup."),
    "verify": ("kiosk.cli.change", "Note that one listing was checked today, and by whom."),
    "export": ("kiosk.cli.export", "Write all listings with their history to a stick, for another kiosk."),
    "import": ("kiosk.cli.take_in", "Take in what another kiosk changed, from a stick."),
    "calendar": ("kiosk.cli.calendar", "Show the school year, or change it."),
    "snow-day": ("kiosk.cli.snow_day", "Close for a snow day today."),
    "report": ("kiosk.cli.report", "Say how the directory stands, and how often each listing was opened."),
    "qr": ("kiosk.cli.qr", "Draw a listing's code in the terminal, or as a picture."),
    "passwd": ("kiosk.cli.passwd", "Name who works with the kiosk, and set a PIN for the lobby."),
    "check": ("kiosk.cli.check", "Name everything that is wrong."),
    "doctor": ("kiosk.cli.doctor", "Say whether this machine is fit for the kiosk, and what to mend."),
}
"""Each command's module, read only when the command is used, and its line in `kiosk --help`."""


class Commands(click.Group):
    """The commands, each read when it is used, so that none costs another its start."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """In the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """The list in `kiosk --help`, made without reading the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


def _moment(ctx: click.Context, option: click.Parameter, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no moment. Write it as 2026-12-16T13:59.", ctx, option) from error
    if not 1900 <= moment.year <= 9900:  # the days around it must exist too, in every zone
        raise click.BadParameter(f"{value!r} is too far away.", ctx, option)
    return moment


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="The school's directory (or KIOSK_DATA)."
)
@click.option("--at", callback=_moment, metavar="WHEN", help="Set the clock: ISO 8601, at school without an offset.")
@click.option("--lang", "language", metavar="LANG", help="The language of the answer, such as es.")
@click.version_option(__version__, prog_name="kiosk", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, data: Path | None, at: datetime | None, language: str | None) -> None:
    """A touch kiosk for in-school family resource centers, in a terminal.

    \b
    Example:
      kiosk run
      kiosk --lang es search comida
    """
    ctx.obj = Wanted(data, at, language)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status. An error is one sentence; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a sign shows ? instead of ending the program
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        status = cli.main(args=arguments, prog_name="kiosk", standalone_mode=False)
        if sys.stdout:  # closed from the start, it is not there at all
            sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "kiosk"
        click.echo(f"{error.format_message()} Try: {command} --help", err=True)
        return error.exit_code
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except KioskError as error:
        tell(str(error))
        return error.exit_status
    except (click.Abort, KeyboardInterrupt) as stopped:
        is_sure = stopped.__cause__ is None  # else it was stopped in its work, and not at a question
        then = (
            "Nothing was changed." if is_sure else "A change that was under way may be kept: look before you try again."
        )
        click.echo(f"Stopped. {then}", err=True)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # who read it has enough; say no more
        return 0
    except Exception as error:  # noqa: BLE001  # the last stop before a traceback: log it, say one sentence
        return _fault(error, arguments)


def _fault(error: Exception, arguments: Sequence[str] | None) -> int:
    """Say that the program itself failed; noting it must not fail a second time."""
    where = ""
    with suppress(ImportError, OSError):
        from kiosk.config import find_places
        from kiosk.logs import fault, keep_log

        given = list(sys.argv[1:] if arguments is None else arguments)
        context = cli.make_context("kiosk", given, resilient_parsing=True)
        file = keep_log(find_places(context.params.get("data")).data)
        fault(error)
        where = f" It is noted in {file}." if file else ""
    click.echo(f"The kiosk stopped because of a fault of its own. What was saved is kept.{where}", err=True)
    return FAULT
