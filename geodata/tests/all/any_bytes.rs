//! No bytes make the reading and the checking of tables panic.

use crate::{fixtures, scratch};
use geodata::check;
use geodata::contours::Contours;
use geodata::files::Files;
use geodata::tables::{Examined, Tables};
use proptest::prelude::*;
use std::path::PathBuf;
use std::sync::LazyLock;

static CONTOURS: LazyLock<Contours> =
    LazyLock::new(|| Contours::read(&scratch::crate_folder("contours")).unwrap());

/// Bytes that are nearly a table: what is random throughout never reaches the cells.
fn nearly_a_table() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 24] = [
        b",",
        b";",
        b"\t",
        b"\n",
        b"\r\n",
        b"\"",
        b"|",
        b" ",
        b"(",
        b")",
        b"-",
        b"/",
        b"\xe9",
        "é".as_bytes(),
        b"01014",
        b"1014",
        b"200046977",
        b"Lyon",
        b"CC du ",
        b"Marseille 14e",
        b"actif",
        b"2024-02-30",
        b"liste-cls",
        b"69",
    ];
    let piece = prop_oneof![
        8 => prop::sample::select(&PIECES[..]).prop_map(<[u8]>::to_vec),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    let header = prop::sample::select(vec![
        "id,nom,statut,debut,fin,epci,communes,source,note\n",
        "\u{feff}id;nom;statut;debut;fin;epci;communes;source;note\r\n",
        "",
    ]);
    (header, prop::collection::vec(piece, 0..60))
        .prop_map(|(header, pieces)| [header.as_bytes(), &pieces.concat()].concat())
}

/// The folder of valid tables where `cls.csv` is something else.
fn with_cls(bytes: &[u8], name: &str) -> PathBuf {
    let folder = fixtures::overlaid("tabs", name);
    std::fs::write(folder.join("cls.csv"), bytes).unwrap();
    folder
}

fn check_all(bytes: &[u8], name: &str) {
    let (territories, atoms) = fixtures::territories();
    let folder = with_cls(bytes, name);
    let Examined { tables, problems } =
        Tables::examine(&Files::of_folder(&folder), territories, atoms, None).unwrap();
    let warnings = check::suspicions(&tables, territories, atoms, &CONTOURS, "2024-06-30");
    for problem in problems.iter().chain(&warnings) {
        assert!(!problem.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check_all(&bytes, "any-bytes");
    }

    #[test]
    fn no_table_makes_checking_panic(bytes in nearly_a_table()) {
        check_all(&bytes, "nearly-a-table");
    }
}
