"""`new` and `schema`: for those who write packs as text."""

import argparse
from pathlib import Path

from quizapp.cli import output
from quizapp.cli.commands import DONE, Command, wants_json
from quizapp.errors import QuizError
from quizapp.translation import tr

PARTS = ("pack", "facts", "questions")
FIRST_VERSION = "1.0.0"


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (
        Command("new", tr("begin a pack in a new folder"), _add_new_arguments, new),
        Command(
            "schema",
            tr("print the JSON Schema of a pack's files, for editors of text"),
            _add_schema_arguments,
            schema,
        ),
    )


def _add_new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", metavar="PACK", type=Path, help=tr("the folder to make"))
    parser.add_argument("--title", default="", help=tr("what the pack is called"))
    parser.add_argument(
        "--language", default="en", help=tr("the language of its questions (en, de, kk …)")
    )


def _add_schema_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--for",
        dest="part",
        choices=PARTS,
        default="questions",
        help=tr("which files: pack.yaml, facts.yaml, or those of questions"),
    )


def new(arguments: argparse.Namespace) -> int:
    """Make a small sound pack to begin with; nothing is written over."""
    from quizapp.formats.native.entries import check_manifest_entry
    from quizapp.formats.native.template import write_template
    from quizapp.values.slugs import slug

    folder: Path = arguments.pack
    name = folder.resolve().name
    entry = {
        "id": slug(name, "pack"),
        "title": arguments.title or name,
        "version": FIRST_VERSION,
        "language": arguments.language,
    }
    checked = check_manifest_entry(entry)
    if checked.manifest is None:
        raise QuizError(checked.problems[0].message, checked.problems[0].remedy)
    write_template(checked.manifest, folder)
    if wants_json(arguments):
        output.document({"folder": str(folder), "pack": checked.manifest.id})
    else:
        output.line(
            tr("The pack is in {folder}. Change its files as you like.").format(folder=folder)
        )
        output.line(tr("Look for mistakes with: quizapp check {folder}").format(folder=folder))
    return DONE


def schema(arguments: argparse.Namespace) -> int:
    """Print the schema, which is JSON in any case."""
    from quizapp.formats.native.schema import pack_schema

    output.document(pack_schema(arguments.part))
    return DONE
