//! Smoke scenarios: the map, a choice, its answer, a layer, the address, each file once.

use crate::engine::Engine;
use crate::visit::Visit;

/// The middle of the map's element, and the heading of the panel.
const MIDDLE: &str =
    "(() => { const it = document.querySelector('[role=application]').getBoundingClientRect();
    return [Math.round(it.left + it.width / 2), Math.round(it.top + it.height / 2)] })()";

async fn a_tap_on_the_map_leads_to_an_answer_and_back(engine: Engine) {
    let visit = Visit::to(engine, "").await;
    visit.map_is_ready().await;
    let before = visit.address().await;
    let (x, y): (i64, i64) = visit.value(MIDDLE).await;
    visit.click(x, y).await;
    visit.until("location.pathname.includes('/territoire/')").await;
    visit.until("/Contrats? locaux? de santé/.test(document.body.innerText)").await;
    visit.back().await;
    visit.until("!location.pathname.includes('/territoire/')").await;
    assert_eq!(visit.address().await, before);
}

async fn an_address_shows_its_answer(engine: Engine) {
    let visit = Visit::to(engine, "territoire/epci-200046977/").await;
    visit.map_is_ready().await;
    visit
        .until("[...document.querySelectorAll('h2')].some(it => it.innerText.includes('Lyon'))")
        .await;
    visit.until("document.body.innerText.includes('CLS')").await;
}

async fn a_layer_switched_off_is_in_the_address(engine: Engine) {
    let visit = Visit::to(engine, "").await;
    visit.map_is_ready().await;
    visit.until("document.querySelectorAll('fieldset input[type=checkbox]').length > 0").await;
    visit.click_on("(//fieldset//input[@type='checkbox'])[1]").await;
    visit.until("location.search.includes('couches=')").await;
}

async fn no_file_is_loaded_twice(engine: Engine) {
    let visit = Visit::to(engine, "").await;
    visit.map_is_ready().await;
    visit.until("document.querySelector('fieldset')").await;
    let names: Vec<String> =
        visit.value("performance.getEntriesByType('resource').map(it => it.name)").await;
    let mut sorted = names.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), names.len(), "{names:#?}");
}

/// The same steps as tests of each engine, under names that say which.
macro_rules! in_both_engines {
    ($($step:ident),+ $(,)?) => {
        mod firefox {
            $(#[tokio::test] async fn $step() { super::$step(super::Engine::Firefox).await; })+
        }
        mod webkit {
            $(#[tokio::test] async fn $step() { super::$step(super::Engine::WebKit).await; })+
        }
    };
}

in_both_engines! {
    a_tap_on_the_map_leads_to_an_answer_and_back,
    an_address_shows_its_answer,
    a_layer_switched_off_is_in_the_address,
    no_file_is_loaded_twice,
}
