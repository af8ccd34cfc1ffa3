"""The `amends` command. One file a command group; each is imported only when it is called, so `--help` stays quick."""

from __future__ import annotations

import importlib

import click

from amends import __version__

COMMANDS = {
    "init": ("init", "Ask a few questions and write the business profile."),
    "serve": ("serve", "Run the API, and the built fix log for preview."),
    "triage": ("triage", "Say what kind of review each line is."),
    "match": ("match", "Say which known issues each review may be about."),
    "draft": ("draft", "Suggest replies to each review."),
    "lint": ("lint", "Check a reply against the rules."),
    "rules": ("rules", "List the rules, or explain one."),
    "playbook": ("playbook", "List what the articles ask for and what carries it."),
    "platforms": ("platforms", "List what is known of each platform's reply rules."),
    "adapters": ("adapters", "List the page readers, read a saved page, share a reader with the team."),
    "issues": ("issues", "Issues: add, list, show, link, change state, export, import."),
    "site": ("site", "Build, check or preview the fix log."),
    "followups": ("followups", "List the follow-ups owed to reviewers."),
    "training": ("training", "Examples for training staff, naming nobody."),
    "staff": ("staff", "Add, list or revoke staff; make a pairing code."),
    "new": ("new", "Write the skeleton of a rule, page adapter, platform or importer."),
    "doctor": ("doctor", "Say what is set up, what is not, and how to mend it."),
}
"""Command name → (module of this package that holds `command`, one line of help)."""


class LazyGroup(click.Group):
    """A group that imports a command's module when that command is asked for; rich help would import them all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _help = COMMANDS[name]
        command: click.Command = importlib.import_module(f"amends.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_) for name, (_module, help_) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="amends")
def main() -> None:
    """Answer customer reviews well, and in public."""
