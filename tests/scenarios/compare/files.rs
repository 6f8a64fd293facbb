//! Files of a comparison to take along.

use super::TWO;
use scenarios::{MapPage, Paper, Site, Window};

async fn at(address: &str) -> MapPage {
    let page = MapPage::of(&Site::built(), Window::Desk).await;
    page.keep_saved_files().await;
    page.reduce_motion().await;
    page.visit_address(address).await;
    page.settle().await;
    page
}

#[tokio::test]
async fn the_csv_has_what_the_table_shows() {
    let page = at(TWO).await;
    let answers = page.answers_compared().await;

    page.take_from("CSV, au choix", "CSV simple").await;

    let file = page.saved_file().await;
    let name = "sante-des-territoires-comparaison-epci-200046977-epci-200040715.csv";
    assert_eq!(file.name, name);
    let mut lines = file.text.lines();
    assert!(lines.next().unwrap().starts_with("niveau,code,nom"), "{}", file.text);
    let lines: Vec<String> = lines.map(|line| line.replace(['\u{a0}', '\u{202f}'], " ")).collect();
    assert_eq!(lines.len(), 2);
    for (at, line) in lines.iter().enumerate() {
        let people = answers["Habitants"][at].replace(' ', "");
        assert!(line.contains(&format!(",{people},")), "{people} in {line}");
        for question in
            ["Part des habitants dans un CLS actif", "Part des habitants dans une CPTS active"]
        {
            let share: String =
                answers[question][at].chars().filter(char::is_ascii_digit).collect();
            assert!(line.contains(&format!(",{share},")), "{question}: {share} in {line}");
        }
    }
    assert!(lines[1].contains("CLS Ville de Grenoble"), "the names of schemes: {}", lines[1]);
}

#[tokio::test]
async fn a_comparison_is_saved_for_spreadsheets_and_as_outlines_and_printed() {
    let page = at(TWO).await;
    page.take_from("CSV, au choix", "CSV pour tableur").await;
    page.take("GeoJSON").await;
    let files = page.saved_files(2).await;
    assert!(files[0].text.starts_with("\u{feff}Niveau;Code;Nom"), "{}", files[0].text);
    let json: serde_json::Value = serde_json::from_str(&files[1].text).unwrap();
    assert_eq!(json["features"].as_array().unwrap().len(), 2);
    assert!(!json["features"][1]["geometry"].is_null());

    let paper: Paper = page.print().await;
    for part in ["Comparer Métropole de Lyon et Grenoble", "Habitants", "comparer=epci-200046977"]
    {
        assert!(paper.text.contains(part), "{part} in {}", paper.text);
    }
    assert!(!paper.text.contains("Retirer") && !paper.text.contains("Ajouter"), "{}", paper.text);
}
