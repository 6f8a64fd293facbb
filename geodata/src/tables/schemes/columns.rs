//! The columns of `cls.csv` and `cpts.csv`.

/// The number of columns of a list, in both tables; those of schemes that are known one by one come
/// after them.
const OF_A_LIST: usize = 9;

/// Those of a list of CLS.
pub(crate) const CLS_COLUMNS: &[&str] = ALL_CLS_COLUMNS.split_at(OF_A_LIST).0;
/// Those of a list of CPTS.
pub(crate) const CPTS_COLUMNS: &[&str] = ALL_CPTS_COLUMNS.split_at(OF_A_LIST).0;

/// All of a table: those of a list, then those of schemes that are known one by one.
pub(crate) const ALL_CLS_COLUMNS: &[&str] = &[
    "id",
    "nom",
    "statut",
    "debut",
    "fin",
    "epci",
    "communes",
    "source",
    "note",
    "arrondissements",
    "en_partie",
    "perimetre",
    "dessine",
    "departements",
    "region",
    "signature",
    "signature_entre",
    "signature_annoncee",
    "etat_du",
    "generation",
    "axes",
    "page",
    "editeur",
    "lue",
    "seconde_page",
    "suite",
    "voir",
    "deduit",
    "reserve",
];
pub(crate) const ALL_CPTS_COLUMNS: &[&str] = &[
    "id",
    "nom",
    "statut",
    "debut",
    "fin",
    "communes",
    "arrondissements",
    "site",
    "source",
    "note",
    "en_partie",
    "perimetre",
    "dessine",
    "departements",
    "region",
    "signature",
    "signature_entre",
    "etat_du",
    "nature",
    "population_annoncee",
    "communes_annoncees",
    "finess",
    "siege_lon",
    "siege_lat",
    "page",
    "editeur",
    "lue",
    "seconde_page",
    "suite",
    "voir",
    "deduit",
    "reserve",
];

/// Those that tables of CPTS did not have at first.
const LATER_CPTS_COLUMNS: [&str; 2] = ["debut", "fin"];

/// The columns that a table of CLS may lack.
pub(in crate::tables) fn optional_cls() -> Vec<&'static str> {
    ALL_CLS_COLUMNS[OF_A_LIST..].to_vec()
}

/// The columns that a table of CPTS may lack.
pub(in crate::tables) fn optional_cpts() -> Vec<&'static str> {
    [&LATER_CPTS_COLUMNS, &ALL_CPTS_COLUMNS[OF_A_LIST..]].concat()
}
