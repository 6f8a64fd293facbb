use super::*;
use crate::{CommuneCode, Status, TerritoryKey};
use fastrand::Rng;

fn center(lat: f64, lon: f64, resolution_m: f64) -> Center {
    Center { lon_lat: LonLat::new(lon, lat), resolution_m }
}

/// The address of a whole URL without host.
fn parsed(url: &str) -> Address {
    let (url, fragment) = url.split_once('#').unwrap_or((url, ""));
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    Address::parse(path, query, fragment)
}

#[test]
fn the_country_as_it_is_first_seen_has_an_empty_url() {
    assert_eq!(Address::default().relative_url(), "");
    assert_eq!(parsed("/"), Address::default());
    assert_eq!(parsed("/carte/index.html?vue=carte"), Address::default());
}

#[test]
fn every_part_of_the_state_is_in_the_url() {
    let address = Address {
        subject: subject("territoire/epci-200046977/#commune-69266"),
        layers: vec![Layer::Cpts, Layer::Cls],
        filter: Filter::parse("actif,inconnu"),
        view: View::Table,
        reading: Reading::ShareOfCpts,
        rows: "lister=communes&nom=Saint-%C3%89".into(),
        compared: "epci-200046977,commune-38421".into(),
        center: Some(center(45.757_81, 4.832, 250.4)),
    };
    let url = "territoire/epci-200046977/?couches=cls,cpts&statut=actif,inconnu&vue=tableau\
               &lister=communes&nom=Saint-%C3%89&fond=part-cpts\
               &comparer=epci-200046977,commune-38421#commune-69266@45.7578,4.8320,250";
    assert_eq!(address.relative_url(), url);
    let back = parsed(&format!("/carte/{url}"));
    assert_eq!(back.layers, [Layer::Cls, Layer::Cpts], "in the order of legends");
    assert_eq!(back.center, Some(center(45.7578, 4.832, 250.0)));
    assert_eq!(back.relative_url(), url);
}

#[test]
fn no_layer_at_all_can_be_linked() {
    let address = Address { layers: Vec::new(), ..Address::default() };
    assert_eq!(address.relative_url(), "?couches=aucune");
    assert_eq!(parsed("/?couches=aucune"), address);
}

#[test]
fn wrong_values_fall_back_and_unknown_parameters_are_dropped() {
    let url = "/territoire/departement-6/?couches=msp&statut=actf&vue=globe&fond=or&utm_source=x\
               #@91,4,250";
    assert_eq!(parsed(url), Address::default());
    assert_eq!(parsed("/?couches=msp,cls&couches=cpts").layers, [Layer::Cls]);
    assert_eq!(parsed("/?fbclid=1&vue=tableau&x").relative_url(), "?vue=tableau");
}

#[test]
fn rows_belong_to_a_view_that_lists_them() {
    assert_eq!(parsed("/?tri=habitants:croissant&nom=a"), Address::default());
    let list = parsed("/?vue=liste&tri=habitants:croissant&nom=a%20b");
    assert_eq!(list.rows, "tri=habitants:croissant&nom=a%20b");
    assert_eq!(list.relative_url(), "?vue=liste&tri=habitants:croissant&nom=a%20b");
}

#[test]
fn what_is_compared_is_kept_as_it_is_written_but_for_what_is_no_key() {
    let read = parsed("/?comparer=epci-9,departement-69,%3Cb%3E,region-84");
    assert_eq!(read.compared, "epci-9,departement-69,b,region-84");
    assert_eq!(read.relative_url(), "?comparer=epci-9,departement-69,b,region-84");
}

#[test]
fn separators_that_a_messenger_encoded_are_read() {
    let plain = parsed("/?couches=cls,cpts&statut=cls:actif#@45.7578,-4.8320,250");
    let encoded = parsed("/?couches=cls%2Ccpts&statut=cls%3aactif#%4045.7578%2C-4.8320%2C250");
    assert_eq!(encoded, plain);
    assert_eq!(plain.center, Some(center(45.7578, -4.832, 250.0)));
}

#[test]
fn anchors_of_the_page_and_impossible_positions_are_no_center() {
    let anchors = ["", "#", "#donnees", "#fiche", "#source-ars", "#@", "#@45.75,4.83"];
    let wrong = [
        "#@45.75,4.83,0",
        "#@45.75,4.83,250,1",
        "#@45.75,180.1,250",
        "#@-90.01,4,250",
        "#@45.75,4.83,2e2",
        "#@45.75,4.83,-5",
        "#@NaN,4.83,250",
        "#@45.,4.83,250",
        "#@.5,4.83,250",
        "#@45.123456789,4,250",
        "#@--45,4,250",
        "#@45,4,99999999999",
    ];
    for fragment in anchors.into_iter().chain(wrong) {
        assert_eq!(Address::parse("/", "", fragment).center, None, "{fragment}");
    }
    assert_eq!(Address::parse("/", "", "#@45,-0.5,20").center, Some(center(45.0, -0.5, 20.0)));
}

#[test]
fn the_root_is_the_folder_that_the_site_lives_in() {
    for (path, root, key) in [
        ("/", "/", None),
        ("/index.html", "/", None),
        ("/carte/", "/carte/", None),
        ("/carte", "/", None),
        ("/territoire/departement-2A/", "/", Some("departement-2A")),
        ("/carte/territoire/departement-69/", "/carte/", Some("departement-69")),
        ("/carte/territoire/departement-69", "/carte/", Some("departement-69")),
        ("/carte/territoire/region-84/index.html", "/carte/", Some("region-84")),
        ("/territoire/territoire/departement-69/", "/territoire/", Some("departement-69")),
        ("/carte/embed/departement-69/", "/carte/", Some("departement-69")),
        ("/embed/territoire/departement-69/", "/embed/", Some("departement-69")),
        ("/carte/dispositif/index.html", "/carte/dispositif/", None),
        ("/territoire/", "/territoire/", None),
        ("/carte/territoire/epci-69/", "/carte/territoire/epci-69/", None),
        ("", "", None),
    ] {
        assert_eq!(crate::root_of(path), root, "{path}");
        let path_of = |key| ["territoire/", key, "/"].concat();
        let expected = key.map(path_of).unwrap_or_default();
        assert_eq!(Address::parse(path, "", "").relative_url(), expected, "{path}");
    }
}

#[test]
fn the_embed_of_a_scheme_is_about_that_scheme() {
    let scheme = SubjectKey::Scheme("cls-lyon".into());
    assert_eq!(subject("embed/cls-lyon/"), Some(scheme));
    assert_eq!(crate::root_of("/carte/embed/cls-lyon/"), "/carte/");
}

/// The subject of a URL.
fn subject(url: &str) -> Option<SubjectKey> {
    parsed(&format!("/{url}")).subject
}

#[test]
fn each_subject_has_its_path_and_its_anchor() {
    let code = CommuneCode::new("69266").unwrap();
    let lyon = || "epci-200046977".parse::<TerritoryKey>().unwrap();
    for (url, key) in [
        ("territoire/region-84/", SubjectKey::Territory("region-84".parse().unwrap())),
        ("territoire/epci-200046977/", SubjectKey::Territory(lyon())),
        (
            "territoire/epci-200046977/#commune-69266",
            SubjectKey::Commune { within: Some(lyon()), code: code.clone() },
        ),
        ("#commune-69266", SubjectKey::Commune { within: None, code: code.clone() }),
        ("dispositif/cls-lyon/", SubjectKey::Scheme("cls-lyon".into())),
        ("#lieu-pass-mobile-lyon", SubjectKey::Venue("pass-mobile-lyon".into())),
    ] {
        assert_eq!(subject(url), Some(key.clone()), "{url}");
        let address = Address { subject: Some(key), ..Address::default() };
        assert_eq!(address.relative_url(), url);
    }
    let commune = Some(SubjectKey::Commune { within: None, code });
    assert_eq!(subject("territoire/commune-69266/"), commune, "a page that there never was");
    assert_eq!(subject("territoire/arrondissement-69266/"), commune);
    assert_eq!(crate::root_of("/carte/territoire/commune-69266/"), "/carte/");
}

#[test]
fn a_view_follows_the_anchor() {
    let url = "territoire/epci-200046977/#commune-69266@45.7700,4.8800,20";
    let address = parsed(&format!("/carte/{url}"));
    assert_eq!(address.center, Some(center(45.77, 4.88, 20.0)));
    assert_eq!(address.relative_url(), url);
    let encoded = parsed("/dispositif/cls-lyon/#%4045.77%2C4.88%2C20");
    assert_eq!(encoded.relative_url(), "dispositif/cls-lyon/#@45.7700,4.8800,20");
}

#[test]
fn unknown_pages_and_anchors_are_ignored() {
    for url in
        ["dispositif/", "dispositif/cls lyon/", "dispositif/a/b/", "#commune-6926", "#lieu-", "#x"]
    {
        assert_eq!(subject(url), None, "{url}");
    }
    let lyon = subject("territoire/epci-200046977/");
    for anchor in ["#fiche", "#commune-", "#commune-6926é", "#source-ars", "#commune-69266x"] {
        assert_eq!(subject(&format!("territoire/epci-200046977/{anchor}")), lyon, "{anchor}");
    }
    assert_eq!(subject("dispositif/cls-lyon/#commune-69266"), subject("dispositif/cls-lyon/"));
}

#[test]
fn every_address_survives_its_url() {
    let mut random = Rng::with_seed(2);
    let keys = [
        "territoire/region-84/",
        "territoire/departement-2B/",
        "territoire/departement-974/",
        "territoire/epci-200046977/",
        "territoire/epci-200046977/#commune-69381",
        "territoire/departement-85/#commune-85113",
        "territoire/commune-2A004/",
        "dispositif/cls-lyon/",
        "#lieu-pass-mobile-lyon",
    ];
    for _ in 0..5_000 {
        let mut units = |limit: usize| (random.usize(..2 * limit + 1) as f64 - limit as f64) / 1e4;
        let lon_lat = LonLat::new(units(1_800_000), units(900_000));
        let resolution_m = (1 + random.usize(..5_000)) as f64;
        let center = (random.usize(..2) == 0).then_some(Center { lon_lat, resolution_m });
        let mut address = Address { center, ..Address::default() };
        address.subject = keys.get(random.usize(..keys.len() + 1)).and_then(|key| subject(key));
        address.layers.retain(|_| random.usize(..2) == 0);
        address.view = [View::Map, View::List, View::Table][random.usize(..3)];
        for _ in 0..random.usize(..6) {
            let (layer, status) = (Layer::ALL[random.usize(..3)], Status::ALL[random.usize(..8)]);
            address.filter = address.filter.toggled(layer, status);
        }
        let url = address.relative_url();
        assert_eq!(parsed(&format!("/carte/{url}")), address, "{url}");
    }
}

#[test]
fn no_text_makes_the_parser_panic_and_what_it_makes_of_it_is_stable() {
    let pieces = "/|territoire/|dispositif/|cls-lyon|commune-|lieu-|69266|departement-|69|2A|epci-|200046977|?|&|=|couches|cls|,|statut|:|actif|vue|\
                  tableau|#|@|45.7578|-|.|%|%2|%2C|%ff|é|\u{1f30d}|\0|9999999999|+| |aucun|aucune";
    let pieces: Vec<&str> = pieces.split('|').collect();
    let mut random = Rng::with_seed(3);
    for _ in 0..20_000 {
        let mut text = || {
            (0..random.usize(..12))
                .map(|_| pieces[random.usize(..pieces.len())])
                .collect::<String>()
        };
        let (path, query, fragment) = (text(), text(), text());
        let address = Address::parse(&path, &query, &fragment);
        let again = parsed(&format!("/{}", address.relative_url()));
        assert_eq!(again.relative_url(), address.relative_url(), "{path} {query} {fragment}");
    }
}

#[test]
fn numbers_that_are_none_are_written_without_panic() {
    for wild in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e300] {
        let address = Address { center: Some(center(wild, wild, wild)), ..Address::default() };
        assert!(address.relative_url().starts_with("#@"));
    }
}
