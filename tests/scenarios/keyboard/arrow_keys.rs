//! Arrow keys on the map lead from neighbour to neighbour.

use map::text::{typographic, view_width};
use map::{Direction, Navigation, ScreenPoint, Territory, ZOOM_STEP, shown_width_m};
use scenarios::{Key, MapPage, SERVED, Window, assert_sees, plain};
use std::collections::{HashSet, VecDeque};

#[tokio::test]
async fn arrows_lead_to_the_neighbour_on_that_side_and_enter_opens_its_answer() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.focus_map().await;
    let departments = SERVED.model.neighbours(Territory::Department(0));

    let mut here = SERVED.department("69");
    for direction in [Direction::West, Direction::North, Direction::East, Direction::South] {
        page.press_key(arrow(direction)).await;
        let next = named(&page.live_text().await);
        assert!(departments.of(here as u32).any(|it| it as usize == next), "{next} touches {here}");
        let [from, to] = [here, next].map(|one| SERVED.model.anchor(Territory::Department(one)));
        let (east, north) = (to.x - from.x, to.y - from.y);
        let ahead = match direction {
            Direction::West => -east,
            Direction::North => north,
            Direction::East => east,
            Direction::South => -north,
        };
        assert!(ahead > 0.0, "{direction:?} of {here} is {next}");
        assert!(page.layer_rects().await.hover.is_some() || next == SERVED.department("69"));
        here = next;
    }
    assert_eq!(page.heading().await, "Rhône", "arrows select nothing");

    page.press_key(Key::Enter).await;
    let name = &SERVED.departments[here].nom;
    assert_eq!(page.heading().await, plain(&typographic(name)));
}

#[tokio::test]
async fn arrows_lead_to_an_inset_and_back_and_the_map_follows() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.focus_map().await;
    let way = way_to_an_inset(SERVED.department("69"));

    for (direction, department) in &way {
        page.press_key(arrow(*direction)).await;
        assert_eq!(
            page.live_text().await,
            plain(&typographic(&SERVED.departments[*department].nom))
        );
        let hover = page.layer_rects().await.hover;
        let size = page.size().await;
        let is_seen = hover.is_some_and(|rect| {
            rect.right > 0.0 && rect.bottom > 0.0 && rect.left < size.0 && rect.top < size.1
        });
        assert!(is_seen, "{} is not in sight: {hover:?}", SERVED.departments[*department].nom);
    }
}

#[tokio::test]
async fn the_first_arrow_starts_in_the_middle_of_the_map() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.focus_map().await;
    let view = page.view_of_country().await;
    let navigation = Navigation::new(&SERVED.model, Territory::Epci(0));
    let middle = navigation.nearest(view.center).unwrap();

    page.press_key(Key::Right).await;

    assert_eq!(page.live_text().await, plain(&typographic(SERVED.model.name(middle))));
    page.press_key(Key::Enter).await;
    assert_eq!(page.heading().await, plain(&typographic(SERVED.model.name(middle))));
}

#[tokio::test]
async fn home_leads_back_to_the_whole_country() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    let country = page.view_of_country().await;
    page.choose("Rhône").await;
    page.focus_map().await;
    assert_sees(&page, &page.view_of("69").await, "after a choice").await;

    page.press_key(Key::Home).await;

    assert_sees(&page, &country, "after Home").await;
    assert_eq!(page.heading().await, "Ce que montre la carte");
    assert_eq!(page.live_text().await, "Toute la France");
}

#[tokio::test]
async fn plus_and_minus_say_how_wide_the_view_has_become() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.focus_map().await;
    let view = page.view_of("69").await;
    let width = |factor: f64| {
        let middle = ScreenPoint::new(view.size.0 / 2.0, view.size.1 / 2.0);
        plain(&view_width(shown_width_m(&view.zoomed(factor, middle))))
    };

    page.press_key('+').await;
    assert_eq!(page.live_text().await, width(ZOOM_STEP));
    page.press_key('-').await;
    assert_eq!(page.live_text().await, width(1.0));
    page.press("Réduire").await;
    assert_eq!(page.live_text().await, width(1.0 / ZOOM_STEP));
}

#[tokio::test]
async fn a_second_enter_leads_to_the_answer() {
    let page = MapPage::visit_without_motion(Window::Desk).await;
    page.choose("Rhône").await;
    page.focus_map().await;
    page.press_key(Key::Left).await;

    page.press_key(Key::Enter).await;
    let chosen = page.heading().await;
    assert_ne!(chosen, "Rhône");
    assert_eq!(page.focus().await.role, "application", "the first only chooses");

    page.press_key(Key::Enter).await;
    let focus = page.focus().await;
    assert_eq!((focus.role.as_str(), plain(&focus.name)), ("h2", chosen));
}

/// The index of the department with that name.
fn named(text: &str) -> usize {
    let mut departments = SERVED.departments.iter();
    let index = departments.position(|one| plain(&typographic(&one.nom)) == text);
    index.unwrap_or_else(|| panic!("« {text} » is no department"))
}

fn arrow(direction: Direction) -> Key {
    match direction {
        Direction::North => Key::Up,
        Direction::East => Key::Right,
        Direction::South => Key::Down,
        Direction::West => Key::Left,
    }
}

/// The shortest way by arrows from a department to one overseas: each arrow, and the department that
/// it leads to.
fn way_to_an_inset(start: usize) -> Vec<(Direction, usize)> {
    let navigation = Navigation::new(&SERVED.model, Territory::Department(0));
    let mut ways = VecDeque::from([(start, Vec::new())]);
    let mut seen = HashSet::from([start]);
    while let Some((here, way)) = ways.pop_front() {
        if SERVED.departments[here].code.starts_with("97") {
            return way;
        }
        for direction in Direction::ALL {
            let next = navigation.towards(Territory::Department(here), direction);
            if let Some(Territory::Department(next)) = next
                && seen.insert(next)
            {
                let mut longer = way.clone();
                longer.push((direction, next));
                ways.push_back((next, longer));
            }
        }
    }
    panic!("no arrows lead overseas")
}
