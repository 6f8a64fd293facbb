//! A comparison in words, as CSV and as JSON.

use super::balance::Balance;
use super::change::{Change, FieldChange, Kind};
use super::comparison::Comparison;
use map::text::number;

/// The columns of the CSV.
const COLUMNS: [&str; 9] = [
    "couche",
    "changement",
    "id",
    "nom",
    "communes_gagnees",
    "habitants_gagnes",
    "communes_perdues",
    "habitants_perdus",
    "champs",
];

impl Kind {
    /// Its name in CSV and JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "nouveau",
            Self::Reopened => "rouvert",
            Self::Closed => "clos",
            Self::Removed => "retire",
            Self::Changed => "modifie",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::New => "Nouveau",
            Self::Reopened => "Rouvert",
            Self::Closed => "Clos",
            Self::Removed => "Retiré de la table",
            Self::Changed => "Modifié",
        }
    }
}

/// The comparison in French, a line per change, then the balances.
pub fn text(comparison: &Comparison) -> String {
    let mut lines: Vec<String> = comparison.changes.iter().map(change).collect();
    let layer = comparison.layer.code().to_uppercase();
    if lines.is_empty() {
        lines.push(format!("{layer}\u{a0}: aucun changement."));
    }
    let whole = [
        (format!("{layer} en cours"), comparison.schemes),
        ("Communes dans leurs périmètres".to_owned(), comparison.communes),
        ("Habitants de ces périmètres".to_owned(), comparison.inhabitants),
    ];
    lines.extend(whole.map(|(what, balance)| format!("{what}\u{a0}: {}.", sum(balance))));
    lines.join("\n")
}

/// « 57 + 2 − 1 = 58 ».
fn sum(Balance { before, gained, lost, after }: Balance) -> String {
    let [before, gained, lost, after] = [before, gained, lost, after].map(figure);
    format!("{before} + {gained} − {lost} = {after}")
}

fn figure(value: u64) -> String {
    number(u32::try_from(value).unwrap_or(u32::MAX))
}

fn change(change: &Change) -> String {
    let mut parts = Vec::new();
    for FieldChange { column, before, after } in &change.fields {
        parts.push(format!("{column} {} → {}", shown(before), shown(after)));
    }
    for (sign, communes, inhabitants) in [
        ('+', &change.gained, change.gained_inhabitants),
        ('−', &change.lost, change.lost_inhabitants),
    ] {
        if !communes.is_empty() {
            let word = if communes.len() == 1 { "commune" } else { "communes" };
            let (count, inhabitants) = (figure(communes.len() as u64), figure(inhabitants));
            parts.push(format!("{sign}\u{a0}{count} {word}, {inhabitants} habitants"));
        }
    }
    let head = format!("{}\u{a0}: {} ({})", change.kind.words(), change.name, change.id);
    match parts.is_empty() {
        true => format!("{head}."),
        false => format!("{head}\u{a0}: {}.", parts.join("\u{a0}; ")),
    }
}

fn shown(text: &str) -> String {
    if text.is_empty() { "(vide)".to_owned() } else { text.to_owned() }
}

/// The changes of several layers as CSV: comma, UTF-8.
///
/// # Errors
/// The error of the writer; text in memory has none to give.
pub fn csv(comparisons: &[Comparison]) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for comparison in comparisons {
        for one in &comparison.changes {
            let codes = |codes: &[map::CommuneCode]| {
                codes.iter().map(map::CommuneCode::as_str).collect::<Vec<_>>().join(" ")
            };
            let fields = one.fields.iter().map(|field| {
                format!("{} {} → {}", field.column, shown(&field.before), shown(&field.after))
            });
            writer.write_record([
                comparison.layer.code(),
                one.kind.code(),
                &one.id,
                &one.name,
                &codes(&one.gained),
                &one.gained_inhabitants.to_string(),
                &codes(&one.lost),
                &one.lost_inhabitants.to_string(),
                &fields.collect::<Vec<_>>().join(" | "),
            ])?;
        }
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The comparisons as JSON: an array, one object a layer.
///
/// # Errors
/// The error of the serializer; text and numbers have none to give.
pub fn json(comparisons: &[Comparison]) -> serde_json::Result<String> {
    serde_json::to_string_pretty(comparisons)
}
