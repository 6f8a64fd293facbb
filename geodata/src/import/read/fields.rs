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
         niveaudavancement stade phase etape maturite situation",
    ),
    (
        Field::Start,
        "debut",
        "debut datedebut datededebut dtdebut datesignature datedesignature datesign dtsign \
         signature datedeffet datesignatureaci anneesignature anneedesignature",
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

impl Field {
    /// Its code in `--champ`.
    pub(crate) fn code(self) -> &'static str {
        FIELDS.iter().find(|(field, ..)| *field == self).map_or("", |(_, code, _)| code)
    }
}

/// The words of a column name, joined, without the numbers that change from list to list.
fn words_of(name: &str) -> String {
    let name = normalized(name);
    let words = name.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    words.collect()
}

/// `nom=Libellé du contrat`, as the command line gives it; `site=` keeps a field from being read.
#[derive(Clone, Debug)]
pub(crate) struct Override {
    field: Field,
    column: String,
}

impl Override {
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
    /// Overrides whose column is not there.
    pub missing: Vec<String>,
}

impl Columns {
    /// Recognises `headers`. Overrides go first; then, of several columns for one field, the one
    /// with the surest name.
    pub(crate) fn recognise(headers: &[String], overrides: &[Override]) -> Self {
        let names: Vec<String> = headers.iter().map(|header| words_of(header)).collect();
        let mut columns = Self::default();
        for one in overrides.iter().filter(|one| !one.column.is_empty()) {
            match headers.iter().position(|header| normalized(header) == normalized(&one.column)) {
                Some(index) => columns.known.push((one.field, index)),
                None => columns.missing.push(one.column.clone()),
            }
        }
        for (field, _, synonyms) in FIELDS {
            let is_taken = |index: &usize| columns.known.iter().any(|(_, taken)| taken == index);
            let mut named = synonyms.split_whitespace().filter_map(|synonym| {
                names.iter().position(|name| name == synonym).filter(|index| !is_taken(index))
            });
            let index = named.next();
            if !overrides.iter().any(|one| one.field == field) {
                columns.known.extend(index.map(|index| (field, index)));
            }
        }
        columns.known.sort();
        let is_known = |index: &usize| columns.known.iter().any(|(_, known)| known == index);
        let named = |index: &usize| !headers[*index].is_empty();
        columns.others = (0..headers.len()).filter(named).filter(|one| !is_known(one)).collect();
        columns
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
    fn a_field_that_is_not_one_is_refused_with_a_proposal() {
        let Finding { expected, proposal } = Override::read("statu=Etat").unwrap_err();
        assert!(expected.contains("statut"), "{expected}");
        assert_eq!(proposal.as_deref(), Some("statut=Etat"));
        assert!(Override::read("nom").is_err());
    }
}
