//! The columns of published lists, whose names change from list to list and from year to year.
//!
//! A name is recognised by its words, whatever joins them, without case, accents or numbers:
//! `NOM_CPTS_2025`, « Nom de la CPTS » and `nomCpts` are one. The synonyms below are those that
//! lists were seen to use or that their publishers' dictionaries name; the stewards' page repeats
//! them.

use crate::names::{nearest_of, normalized};
use crate::problem::Finding;

/// The content of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Name,
    Status,
    Start,
    End,
    Communes,
    CommuneCode,
    Arrondissements,
    Epci,
    Department,
    PostalCode,
    Site,
    /// A column that the steward leaves aside.
    Ignored,
}

/// The fields, their codes in `--champ`, and their synonyms, the surest first.
const FIELDS: [(Field, &str, &str); 11] = [
    (
        Field::Name,
        "nom",
        "nomcpts nomdelacpts nomcls nomducls nomducontrat nomdudispositif nomdispositif libcpts \
         libcls libellecpts libellecls cpts cls denomination intitule raisonsociale libelle nom \
         name",
    ),
    (
        Field::Status,
        "statut",
        "statut statutcpts statutcls status etat etatcpts etatcls etatdavancement avancement \
         niveaudavancement etatavancement niveauavancement stadedavancement stadeavancement \
         avancementcpts avancementcls avancementduprojet niveaudematurite niveaumaturite \
         degredematurite statutactuel statutducontrat statutdelacpts statutducls \
         statutdudispositif stade phase etape maturite situation",
    ),
    (
        Field::Start,
        "debut",
        "debut datedebut datededebut dtdebut datesignature datedesignature datesign dtsign \
         signature datedeffet datesignatureaci datedesignatureaci \
         datedesignaturedelaci datedesignatureducontrat datesignaturecls datedesignatureducls \
         anneesignature anneedesignature",
    ),
    (Field::End, "fin", "fin datefin datedefin dtfin findevalidite echeance datedecheance"),
    (
        Field::Communes,
        "communes",
        "communes listedescommunes communescouvertes commune nomcommune nomdelacommune \
         libellecommune libcom nomcom libgeo ville territoires territoire perimetre",
    ),
    (
        Field::CommuneCode,
        "code_commune",
        "codecommune codeinsee codesinsee insee inseecom codeinseecommune codegeo codgeo depcom \
         codecom",
    ),
    (
        Field::Arrondissements,
        "arrondissements",
        "arrondissements arrondissement arrondissementmunicipal",
    ),
    (Field::Epci, "epci", "epci sirenepci codeepci siren nomepci libepci intercommunalite"),
    (
        Field::Department,
        "departement",
        "departement codedepartement dep dept dpt numdep nomdepartement",
    ),
    (Field::PostalCode, "code_postal", "codepostal cp"),
    (Field::Site, "site", "site siteweb siteinternet adresseweb url lien"),
];

/// The names of columns that say where a territory lies, and give none: they may be left aside.
const LOCATIONS: &str = "region coderegion nomregion libregion libelleregion reg codereg anciennereg \
                      ancienneregion canton codecanton nomcanton pays libelledepartement libdep \
                      nomdep codedep departementcode population popmunicipale superficie surface";

/// The words of columns about a seat or a person, which say nothing of a perimeter.
const SEATS: [&str; 14] = [
    "siege",
    "adresse",
    "contact",
    "coordinat",
    "porteur",
    "referent",
    "president",
    "implantation",
    "correspondant",
    "mail",
    "courriel",
    "telephone",
    "juridique",
    "responsable",
];

/// The content of a column, guessed from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guess {
    Territory,
    Date,
    Status,
    /// A location or a person, whatever its cells hold.
    Harmless,
    /// Nothing that its name tells.
    Unknown,
}

/// The guess for a column of that name.
pub(crate) fn guess(name: &str) -> Guess {
    use Field::{Arrondissements, CommuneCode, Communes, End, Epci, Start, Status};
    let words = words_of(name);
    let names = |field: Field| {
        let known = FIELDS.iter().filter(move |(known, ..)| *known == field);
        known.flat_map(|(_, _, synonyms)| synonyms.split_whitespace())
    };
    let is_of = |fields: &[Field]| fields.iter().any(|one| names(*one).any(|known| known == words));
    let is_location = is_of(&[Field::Department, Field::PostalCode])
        || LOCATIONS.split_whitespace().any(|known| known == words);
    match () {
        () if is_location || SEATS.iter().any(|seat| words.contains(seat)) => Guess::Harmless,
        () if is_of(&[Communes, CommuneCode, Arrondissements, Epci]) => Guess::Territory,
        () if is_of(&[Status]) => Guess::Status,
        () if is_of(&[Start, End]) || words.contains("date") || words.starts_with("dt") => {
            Guess::Date
        }
        () => Guess::Unknown,
    }
}

impl Field {
    /// Whether several columns may give it together: « Commune 1 », « Commune 2 ».
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Communes | Self::CommuneCode | Self::Arrondissements | Self::Epci)
    }

    /// Its code in `--champ`.
    pub(crate) fn code(self) -> &'static str {
        FIELDS.iter().find(|(field, ..)| *field == self).map_or("", |(_, code, _)| code)
    }
}

/// The words of a column name, joined, without the numbers that change from list to list.
fn words_of(name: &str) -> String {
    let name = normalized(name);
    name.split(' ').map(|word| word.trim_end_matches(|char: char| char.is_ascii_digit())).collect()
}

/// `nom=Libellé du contrat`, as the command line gives it; `site=` keeps a field from being read.
#[derive(Clone, Debug)]
pub(crate) struct Override {
    field: Field,
    column: String,
}

impl Override {
    /// Keeps a field, which the table has no column for, from being read.
    pub(crate) fn none(field: Field) -> Self {
        Self { field, column: String::new() }
    }

    /// Leaves a column aside, by its name or as « colonne 4 ».
    pub(crate) fn ignored(column: &str) -> Self {
        Self { field: Field::Ignored, column: column.trim().to_owned() }
    }

    /// The field that it is about.
    pub(super) fn field(&self) -> Field {
        self.field
    }

    /// The column that it names; empty for none.
    pub(super) fn column(&self) -> &str {
        &self.column
    }

    /// Reads one.
    pub(crate) fn read(text: &str) -> Result<Self, Finding> {
        let codes: Vec<&str> = FIELDS.iter().map(|(_, code, _)| *code).collect();
        let expected = format!("CHAMP=COLONNE, où CHAMP est {}", codes.join(", "));
        let Some((code, column)) = text.split_once('=') else { return Err(expected.into()) };
        let code = code.trim();
        match FIELDS.iter().find(|(_, known, _)| *known == code) {
            Some((field, ..)) => Ok(Self { field: *field, column: column.trim().to_owned() }),
            None => {
                let near = nearest_of(code, codes.iter().copied());
                let near = near.map(|near| format!("{near}={}", column.trim()));
                Err(Finding::proposing(expected, near))
            }
        }
    }
}

/// The columns of a file, recognised.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// The fields with the indices of their columns.
    pub known: Vec<(Field, usize)>,
    /// The indices of the columns that nothing is read from.
    pub others: Vec<usize>,
    /// The indices of the columns that the steward leaves aside.
    pub ignored: Vec<usize>,
    /// Overrides whose column is not there.
    pub missing: Vec<String>,
}

/// The name of a column that has none: « colonne 4 ».
pub(super) fn numbered(index: usize) -> String {
    format!("colonne {}", index + 1)
}

impl Columns {
    /// Recognises `headers`. Overrides go first; then, of several columns for one field, the one
    /// with the surest name, or all that have this name where the field is a list.
    pub(crate) fn recognise(headers: &[String], overrides: &[Override]) -> Self {
        let names: Vec<String> = headers.iter().map(|header| words_of(header)).collect();
        let mut columns = Self::default();
        for one in overrides.iter().filter(|one| !one.column.is_empty()) {
            columns.take_override(headers, one);
        }
        for (field, _, synonyms) in FIELDS {
            if overrides.iter().any(|one| one.field == field) {
                continue;
            }
            let named = |synonym: &str| -> Vec<usize> {
                let all = names.iter().enumerate().filter(|(_, name)| *name == synonym);
                all.map(|(index, _)| index).filter(|index| !columns.is_taken(*index)).collect()
            };
            let mut found = synonyms.split_whitespace().map(named).find(|found| !found.is_empty());
            if let Some(found) = found.as_mut().filter(|_| !field.is_list()) {
                found.truncate(1);
            }
            columns.known.extend(found.into_iter().flatten().map(|index| (field, index)));
        }
        columns.known.sort();
        let is_other = |index: &usize| !headers[*index].is_empty() && !columns.is_taken(*index);
        columns.others = (0..headers.len()).filter(is_other).collect();
        columns
    }

    /// Whether a column is read or ignored.
    fn is_taken(&self, index: usize) -> bool {
        self.ignored.contains(&index) || self.known.iter().any(|(_, known)| *known == index)
    }

    fn take_override(&mut self, headers: &[String], one: &Override) {
        let is_meant = |header: &String| normalized(header) == normalized(&one.column);
        let found = (0..headers.len())
            .filter(|index| is_meant(&headers[*index]) || is_meant(&numbered(*index)));
        let found: Vec<usize> = found.collect();
        match (one.field, found.first()) {
            (_, None) => self.missing.push(one.column.clone()),
            (Field::Ignored, Some(_)) => self.ignored.extend(found),
            (field, Some(_)) if field.is_list() => {
                self.known.extend(found.into_iter().map(|index| (field, index)));
            }
            (field, Some(first)) => self.known.push((field, *first)),
        }
    }

    /// The same columns without those of territories: a perimeter that is drawn names none.
    pub(crate) fn without_territories(mut self) -> Self {
        use Field::{Name, Site, Start, Status};
        let is_given = |field: &Field| matches!(field, Name | Status | Start | Field::End | Site);
        let (known, others): (Vec<_>, Vec<_>) =
            self.known.into_iter().partition(|(field, _)| is_given(field));
        self.others.extend(others.into_iter().map(|(_, index)| index));
        self.others.sort_unstable();
        Self { known, ..self }
    }

    /// Whether there is a column for `field`.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.known.iter().any(|(known, _)| *known == field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(headers: &[&str], overrides: &[&str]) -> Vec<(Field, usize)> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        let overrides: Vec<Override> =
            overrides.iter().map(|text| Override::read(text).unwrap()).collect();
        Columns::recognise(&headers, &overrides).known
    }

    #[test]
    fn names_that_change_each_year_are_recognised() {
        let expected = [(Field::Name, 0), (Field::Status, 1), (Field::Start, 2)];
        assert_eq!(known(&["NOM_CLS_2025", "etat_2025", "date_sign"], &[]), expected);
        assert_eq!(known(&["Nom du CLS", "État d’avancement", "Date de signature"], &[]), expected);
    }

    #[test]
    fn of_several_columns_the_surest_name_is_taken() {
        assert_eq!(known(&["Nom", "CPTS"], &[]), [(Field::Name, 1)], "the other may be a person’s");
        assert_eq!(known(&["Nom", "CPTS"], &["nom=Nom"]), [(Field::Name, 0)]);
        assert_eq!(known(&["CPTS", "Site"], &["site="]), [(Field::Name, 0)], "not to be read");
    }

    #[test]
    fn columns_that_are_numbered_or_doubled_are_read_together() {
        let expected = [(Field::Name, 0), (Field::Communes, 1), (Field::Communes, 2)];
        assert_eq!(known(&["CPTS", "Commune 1", "Commune 2"], &[]), expected);
        assert_eq!(known(&["CPTS", "Commune", "Commune"], &[]), expected);
        assert_eq!(
            known(&["CPTS", "Statut", "Statut"], &[]),
            [(Field::Name, 0), (Field::Status, 1)]
        );
    }

    #[test]
    fn the_status_is_known_by_many_names() {
        for name in ["ETAT_AVANCEMENT", "Niveau de maturité", "état d’avancement", "Statut 2025"]
        {
            assert_eq!(
                known(&["CPTS", name], &[]),
                [(Field::Name, 0), (Field::Status, 1)],
                "{name}"
            );
        }
    }

    #[test]
    fn a_column_is_guessed_by_its_name() {
        assert_eq!(guess("Commune 2"), Guess::Territory);
        assert_eq!(guess("Date de mise à jour"), Guess::Date);
        assert_eq!(guess("Phase"), Guess::Status);
        assert_eq!(guess("Commune du siège"), Guess::Harmless);
        assert_eq!(guess("Région"), Guess::Harmless);
        assert_eq!(guess("Observations"), Guess::Unknown);
    }

    #[test]
    fn a_field_that_is_not_one_is_refused_with_a_proposal() {
        let Finding { expected, proposal } = Override::read("statu=Etat").unwrap_err();
        assert!(expected.contains("statut"), "{expected}");
        assert_eq!(proposal.as_deref(), Some("statut=Etat"));
        assert!(Override::read("nom").is_err());
    }
}
