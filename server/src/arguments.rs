//! Reading the arguments and the environment. The messages and the frame of the help, which clap has
//! in English, are written in French here.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::Write as _;

use clap::builder::{PossibleValue, Resettable};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};

use crate::options::Options;

/// The parts of the help, in their order.
const TEMPLATE: &str =
    "{about-with-newline}\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}\n";

/// A reason not to run.
#[derive(Debug)]
pub enum Refusal {
    /// The help or the version was asked for. This is its text.
    Information(String),
    /// An argument or a variable is wrong. This is a French sentence about it.
    Usage(String),
}

impl Options {
    /// Reads `arguments`, of which the first is the name of the program, and the variables of the
    /// environment. An empty variable counts as absent.
    ///
    /// # Errors
    /// When an argument or a variable is wrong, or asks for the help.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Refusal> {
        let matches = command().try_get_matches_from(arguments);
        matches.and_then(|matches| Self::from_arg_matches(&matches)).map_err(|error| {
            match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                    Refusal::Information(error.to_string())
                }
                _ => Refusal::Usage(sentence(&error)),
            }
        })
    }
}

fn command() -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    french(Options::command())
        .arg(version.help("Affiche la version").help_heading("Options\u{a0}"))
        .override_usage("server [OPTIONS] [COMMANDE]")
        .subcommand_help_heading("Commandes\u{a0}")
        .mut_subcommands(french)
}

fn french(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .mut_args(described)
        .help_template(TEMPLATE)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(help.help("Affiche cette aide").help_heading("Options\u{a0}"))
}

/// Appends the possible values, the default and the variable of an option to its help.
fn described(arg: Arg) -> Arg {
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_value = arg.get_action().takes_values();
    let values = arg.get_possible_values();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let defaults: Vec<_> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    // Writing to a String cannot fail.
    if takes_value && !names.is_empty() {
        _ = write!(help, " [valeurs\u{a0}: {}]", names.join(", "));
    }
    if takes_value && !defaults.is_empty() {
        _ = write!(help, " [défaut\u{a0}: {}]", defaults.join(","));
    }
    let variable = arg.get_env().map(|name| name.to_string_lossy().into_owned());
    if let Some(name) = &variable {
        _ = write!(help, " [variable\u{a0}: {name}]");
    }
    let is_empty =
        variable.is_some_and(|name| std::env::var_os(name).is_some_and(|value| value.is_empty()));
    let arg = arg.help(help).help_heading("Options\u{a0}");
    let arg = if takes_value {
        arg.hide_env(true).hide_default_value(true).hide_possible_values(true)
    } else {
        arg.hide_env(true)
    };
    if is_empty { arg.env(Resettable::Reset) } else { arg }
}

/// Returns a French sentence that says what was expected and what was found.
fn sentence(error: &clap::Error) -> String {
    let text = |kind| context(error, kind);
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let expected = text(ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("il manque la valeur de {arg}."),
        ErrorKind::InvalidValue => {
            format!("{arg} ne peut valoir {value}\u{a0}; attendu\u{a0}: {expected}.")
        }
        ErrorKind::ValueValidation => {
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            format!("{arg} ne peut valoir {value}\u{a0}; {reason}.")
        }
        ErrorKind::UnknownArgument => {
            let near = text(ContextKind::SuggestedArg);
            let near = if near.is_empty() { near } else { format!("\u{a0}; peut-être {near}") };
            format!("l’argument {arg} est inconnu{near}.")
        }
        ErrorKind::InvalidSubcommand => {
            let found = text(ContextKind::InvalidSubcommand);
            format!("la commande {found} est inconnue\u{a0}; attendu\u{a0}: pack.")
        }
        ErrorKind::MissingRequiredArgument => format!("il manque {arg}."),
        ErrorKind::ArgumentConflict => format!("{arg} est donné deux fois."),
        ErrorKind::InvalidUtf8 => "un argument n’est pas en UTF-8.".to_owned(),
        _ => "les arguments ne sont pas ceux que le programme attend.".to_owned(),
    }
}

/// Returns a part of an error in quotes; several are a list.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    let quote = |text: &str| format!("«\u{a0}{text}\u{a0}»");
    match error.get(kind) {
        Some(ContextValue::String(text))
            if !text.is_empty()
                || kind == ContextKind::InvalidValue
                    && error.kind() == ErrorKind::ValueValidation =>
        {
            quote(text)
        }
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
