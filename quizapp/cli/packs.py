"""`packs`, `import` and `export`: what there is to learn, more of it, and giving it away."""

import argparse
import string
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quizapp.cli import output
from quizapp.cli.commands import (
    DONE,
    Command,
    UsageError,
    file_path,
    install_bundled,
    no_arguments,
    now,
    open_workspace,
    wants_json,
)
from quizapp.errors import QuizError
from quizapp.translation import tr, tr_n

if TYPE_CHECKING:
    from quizapp.services.authoring_values import ImportPreview
    from quizapp.services.values import PackSummary

ENDING = ".quizpack"


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (
        Command("packs", tr("list the packs of the library"), no_arguments, run),
        Command("import", tr("put packs into the library"), _add_import, import_packs),
        Command("export", tr("write a pack of the library to a file"), _add_export, export_pack),
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PACK",
        nargs="+",
        type=Path,
        help=tr("a pack: a .quizpack file or a folder"),
    )
    parser.add_argument(
        "--as", metavar="ID", default="", dest="as_id", help=tr("put it in under another id")
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=tr("put it in place of another pack that has the same id"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=tr("say what would change, and change nothing")
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", metavar="PACK", help=tr("the id of a pack"))
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=file_path,
        required=True,
        help=tr("the file to write, or a new folder"),
    )
    parser.add_argument(
        "--format",
        choices=("quizpack", "folder"),
        default="",
        help=tr("by default what the name of OUT ends in"),
    )
    parser.add_argument(
        "--version",
        metavar="V",
        type=_version,
        default="",
        dest="pack_version",
        help=tr("the version to write"),
    )


def _version(text: str) -> str:
    if not any(char in string.digits for char in text):
        raise argparse.ArgumentTypeError(
            tr("“{text}” is no version: it needs a digit, as in 1.2.0").format(text=text)
        )
    return text


def run(arguments: argparse.Namespace) -> int:
    """List the packs, the bundled ones included."""
    with open_workspace(arguments, create=True) as workspace:
        install_bundled(workspace)
        packs = workspace.library.packs()
    if wants_json(arguments):
        output.document(packs)
    else:
        for pack in packs:
            _print(pack)
    return DONE


def import_packs(arguments: argparse.Namespace) -> int:
    """Put in each pack, or bring it to that version; learners keep their records."""
    if arguments.as_id and len(arguments.paths) > 1:
        raise UsageError(tr("--as goes with one pack only."))
    done = []
    with open_workspace(arguments, create=True) as workspace:
        for path in arguments.paths:
            preview = workspace.sharing.preview(path, as_id=arguments.as_id)
            _check_relation(preview, replaces=arguments.replace)
            if arguments.dry_run:
                done.append(_told(path, preview, _would_change(preview), arguments))
                continue
            counts = workspace.sharing.import_pack(
                path, now(), files_hash=preview.files_hash, as_id=arguments.as_id
            )
            done.append(_told(path, preview, msgspec.structs.asdict(counts), arguments))
    if wants_json(arguments):
        output.document(done)
    return DONE


def _check_relation(preview: "ImportPreview", *, replaces: bool) -> None:
    """Warn of an older version; `QuizError` for another pack that has the same id."""
    if preview.relation == "other" and not replaces:
        raise QuizError(
            tr("The library has another pack with the id “{id}”: {title}.").format(
                id=preview.id, title=preview.present_title
            ),
            tr("Put this one in with --as under another id, or with --replace in its place."),
        )
    if preview.relation == "older":
        output.note(
            tr("{title}: version {version} is older than the library's {present}.").format(
                title=preview.title, version=preview.version, present=preview.present
            )
        )


def _would_change(preview: "ImportPreview") -> dict[str, int]:
    return {
        "new": len(preview.new),
        "changed": len(preview.changed),
        "unchanged": preview.unchanged,
        "retired": len(preview.gone),
    }


def _told(
    path: Path, preview: "ImportPreview", counts: dict[str, int], arguments: argparse.Namespace
) -> dict[str, object]:
    if not wants_json(arguments):
        words = tr("{new} new, {changed} changed, {unchanged} unchanged, {retired} retired")
        output.line(f"{path}: {words.format(**counts)}")
    return {"path": str(path), "pack": preview.id, "relation": preview.relation, **counts}


def export_pack(arguments: argparse.Namespace) -> int:
    """Write a pack, its media and what its questions rest on."""
    target: Path = arguments.output
    ends_so = target.suffix.lower() == ENDING
    if (arguments.format == "quizpack") != ends_so and arguments.format:
        raise UsageError(
            tr("The name of a pack's file ends in {ending}, that of a folder does not.").format(
                ending=ENDING
            )
        )
    with open_workspace(arguments, create=True) as workspace:
        install_bundled(workspace)
        number = next(
            (each.number for each in workspace.catalogue.packs() if each.id == arguments.pack), None
        )
        if number is None:
            raise QuizError(
                tr("There is no pack with the id “{id}”.").format(id=arguments.pack),
                tr("See which there are with: quizapp packs"),
            )
        workspace.sharing.export(number, target, version=arguments.pack_version)
    if wants_json(arguments):
        output.document({"pack": arguments.pack, "path": str(target)})
    else:
        output.line(tr("Written to {file}.").format(file=target))
    return DONE


def _print(pack: "PackSummary") -> None:
    output.line(f"{pack.id}  {pack.version}  {pack.title}")
    questions = tr_n("{n} question", "{n} questions", pack.questions)
    facts = tr_n("{n} fact", "{n} facts", pack.facts)
    output.line(f"    {questions}, {facts}")
    for name, counts in ((tr("topics"), pack.topics), (tr("types"), pack.types)):
        output.line(f"    {name}: " + ", ".join(f"{key} {n}" for key, n in counts.items()))
