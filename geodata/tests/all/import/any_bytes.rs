//! No bytes make an import panic, or keep it busy for long.

use crate::import::{CONTEXT, request};
use crate::scratch;
use geodata::import::{PartlyCovered, Request, import};
use map::Layer;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Far more than any of these small files takes on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

/// Pieces of lists, one a line of bytes: what is random throughout never reaches the cells.
const LIST: &[u8] = b",\x00;\x00\t\x00\n\x00\r\n\x00\"\x00|\x00 \x00(\x00)\x00\xe9\x00\xc3\xa9\x001014\x0069123\x00\
    Lyon\x00La Garde\x00Saint-Denis\x00Marseille 14e\x00CC du Diois\x0083\x00ACI sign\xe9\x008/3/2024\x00\
    cpts.example\x00CPTS Rhone";

/// Pieces of layers.
const LAYER: &str = "[ ] { } , : \" [4.8,45.7] [4.9,45.7] [4.9,45.8] [45.7,4.8] [842000,6519000] [4.8] \
    null 1e999 [[[4.8,45.7],[4.9,45.7],[4.8,45.7]]] \"type\":\"Polygon\" [179.9,89.9] [-61.5,16.2]";

fn list() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<Vec<u8>> = LIST.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect();
    let piece = prop_oneof![
        8 => prop::sample::select(pieces),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    let header = prop::sample::select(vec![
        "CPTS,Commune,Code INSEE,Site,Statut\n",
        "Titre\r\n\r\nNom du CLS;Communes;EPCI;Date de signature;Fin;Dept\r\n",
        "",
    ]);
    (header, prop::collection::vec(piece, 0..60))
        .prop_map(|(header, pieces)| [header.as_bytes(), &pieces.concat()].concat())
}

/// A layer whose one polygon has any corners, or whose text is in pieces.
fn layer() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&str> = LAYER.split_whitespace().collect();
    let corner = prop_oneof![
        6 => (4.7..5.0, 45.6..45.9_f64).prop_map(|(lon, lat): (f64, f64)| format!("[{lon},{lat}]")),
        1 => prop::sample::select(pieces.clone()).prop_map(ToOwned::to_owned),
    ];
    let corners = prop::collection::vec(corner, 0..9).prop_map(|mut corners| {
        corners.extend(corners.first().cloned());
        format!("[{}]", corners.join(","))
    });
    let rings =
        prop::collection::vec(corners, 1..4).prop_map(|rings| format!("[{}]", rings.join(",")));
    let pieces = prop::collection::vec(prop::sample::select(pieces), 0..30);
    let coordinates = prop_oneof![3 => rings, 1 => pieces.prop_map(|pieces| pieces.concat())];
    let kind = prop::sample::select(vec!["Polygon", "MultiPolygon", "Point"]);
    let codes = prop::sample::select(vec![
        "",
        r#","communes":["69123",1014,null]"#,
        r#","code_insee":"69123 99999""#,
        r#","communes":12,"siren_epci":200046977"#,
        r#","epci":{"code":[]},"arrondissements":"69383""#,
    ]);
    (kind, coordinates, codes).prop_map(|(kind, coordinates, codes)| {
        let geometry = format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#);
        let properties = format!(r#"{{"nom":"CLS Lyon"{codes}}}"#);
        let feature =
            format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#);
        format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#).into_bytes()
    })
}

/// A header, and a commune that no other column of the list names.
const COLUMNS: [(&str, &str, &str); 12] = [
    ("Commune", "Bron", "69029"),
    ("Commune 2", "Vénissieux", "69259"),
    ("Communes", "Villeurbanne", "69266"),
    ("Ville", "Décines-Charpieu", "69275"),
    ("Territoire", "Saint-Priest", "69290"),
    ("Composition", "Meyzieu", "69282"),
    ("Observations", "Rillieux-la-Pape", "69286"),
    ("Arrondissement", "Lyon 3e", "69383"),
    ("", "Vaulx-en-Velin", "69256"),
    ("Code INSEE", "69034", "69034"),
    ("insee 2", "69149", "69149"),
    ("EPCI", "CC du Diois", "26113"),
];

/// A list of one scheme, with some of these columns in any order.
fn scattered() -> impl Strategy<Value = Vec<(&'static str, &'static str, &'static str)>> {
    prop::sample::subsequence(COLUMNS.to_vec(), 1..=COLUMNS.len()).prop_shuffle()
}

fn import_all(bytes: &[u8], name: &str) {
    let file = scratch::empty_folder(name).join("cls.csv");
    std::fs::write(&file, bytes).unwrap();
    let start = Instant::now();
    for layer in [Layer::Cls, Layer::Cpts] {
        let region = Some("93".to_owned());
        let partly_covered = PartlyCovered::Majority;
        let request = Request { layer, region, partly_covered, ..request(&file) };
        let outcome = import(&request, &CONTEXT).unwrap();
        for problem in &outcome.problems {
            assert!(!problem.to_string().is_empty());
        }
        assert!(!outcome.report_lines.is_empty());
    }
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
}

/// A workbook, the position and the new value of a byte, and how many bytes its end lacks.
fn damaged() -> impl Strategy<Value = (&'static str, usize, u8, usize)> {
    let workbooks = prop::sample::select(vec![
        "workbook-of-a-delegation/cls.xlsx",
        "workbook-of-old-excel/cls.xls",
        "workbook-of-open-document/cls.ods",
    ]);
    (workbooks, any::<usize>(), any::<u8>(), prop_oneof![Just(0), any::<usize>()])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn no_bytes_make_an_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        import_all(&bytes, "import-any-bytes");
    }

    #[test]
    fn no_damaged_workbook_makes_an_import_panic((name, at, byte, end) in damaged()) {
        let mut bytes = std::fs::read(scratch::crate_folder("fixtures/import").join(name)).unwrap();
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length - end % (length / 4));
        import_all(&bytes, "import-damaged-workbook");
    }

    #[test]
    fn no_list_makes_an_import_panic(bytes in list()) {
        import_all(&bytes, "import-any-list");
    }

    #[test]
    fn no_commune_of_a_list_is_lost_without_a_word(columns in scattered()) {
        let line = |cells: Vec<&str>| format!("CPTS;{}\n", cells.join(";"));
        let list = line(columns.iter().map(|one| one.0).collect())
            + &line(columns.iter().map(|one| one.1).collect());
        let file = scratch::empty_folder("import-scattered").join("cpts.csv");
        std::fs::write(&file, &list).unwrap();
        let outcome = import(&request(&file), &CONTEXT).unwrap();
        let table = outcome.table.map(|table| String::from_utf8(table).unwrap());
        for (_, _, code) in columns {
            prop_assert!(table.as_ref().is_none_or(|table| table.contains(code)), "{list}{table:?}");
        }
    }

    #[test]
    fn no_layer_makes_an_import_panic(bytes in layer()) {
        import_all(&bytes, "import-any-layer");
    }
}
