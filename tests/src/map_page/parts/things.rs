//! Schemes and places as links of the panel, and as outlines and cards on the map.

use map::{Marked, ScreenPoint, Viewport};
use thirtyfour::prelude::*;

use crate::map_page::{MapPage, plain};
use crate::{SERVED, scripts};

/// The card beside the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoverCard {
    /// Its first line, in bold.
    pub title: String,
    /// The other lines that are not empty.
    pub lines: Vec<String>,
}

impl MapPage {
    /// Brings the mouse over a link of the panel.
    pub async fn point_at_link(&self, name: &str) {
        let link = self.link(name).await;
        link.scroll_into_view().await.unwrap();
        self.driver().action_chain().move_to_element_center(&link).perform().await.unwrap();
        self.settle().await;
    }

    /// Clicks, or taps on a telephone, a link of the panel.
    pub async fn follow_link(&self, name: &str) {
        self.link(name).await.click().await.unwrap();
        self.settle().await;
    }

    /// Clicks a link with Ctrl held down, and gives the number of tabs then.
    pub async fn open_link_in_tab(&self, name: &str) -> usize {
        let link = self.link(name).await;
        link.scroll_into_view().await.unwrap();
        let hand = self.driver().action_chain().key_down(Key::Control);
        hand.click_element(&link).key_up(Key::Control).perform().await.unwrap();
        self.settle().await;
        self.driver().windows().await.unwrap().len()
    }

    /// The address to which a link leads, after the root of the site.
    pub async fn target_of_link(&self, name: &str) -> String {
        let href = self.link(name).await.prop("href").await.unwrap().unwrap_or_default();
        href.strip_prefix(self.address()).unwrap_or(&href).to_owned()
    }

    /// The names of the links that the panel marks because they are under the pointer on the map.
    pub async fn links_marked(&self) -> Vec<String> {
        self.texts("//aside[@id='fiche']//a[contains(@class, 'link-here')]").await
    }

    /// Goes with Tab from the button that closes the answer to a link.
    pub async fn tab_to_link(&self, name: &str) {
        let close = self.element("//aside//button[@aria-label='Fermer la fiche']").await;
        close.focus().await.unwrap();
        for _ in 0..MOST_TABS {
            if plain(&self.tab().await.name) == name {
                return;
            }
        }
        panic!("{MOST_TABS} times Tab do not lead to « {name} »");
    }

    /// Opens the page again, as with F5.
    pub async fn reload(&self) {
        self.driver().refresh().await.unwrap();
        self.map_is_ready().await;
    }

    /// The card that shows when a mouse comes to `point`; none where there is none.
    pub async fn card_at(&self, point: ScreenPoint) -> Option<HoverCard> {
        self.point_at(point).await;
        let script = "const card = document.querySelector('.hover-name');
            if (getComputedStyle(card).visibility === 'hidden') return null;
            return [...card.children].map(line => line.textContent)";
        let lines: Option<Vec<String>> = self.run(script, vec![]).await;
        let mut lines = lines?.into_iter().map(|line| plain(&line)).filter(|it| !it.is_empty());
        Some(HoverCard { title: lines.next()?, lines: lines.collect() })
    }

    /// Whether each of `points` of the map lies inside what the hover layer outlines.
    pub async fn are_outlined(&self, points: &[ScreenPoint]) -> Vec<bool> {
        let map = self.map_argument().await;
        self.run(scripts::OUTLINED, vec![map, scripts::pairs(points)]).await
    }

    /// A point of the map where nothing lies over the symbol of what `is_meant`, in `view`.
    pub async fn point_of_symbol(
        &self,
        view: &Viewport,
        is_meant: impl Fn(&Marked) -> bool,
    ) -> ScreenPoint {
        let symbols = SERVED.symbols();
        let (width, height) = (view.size.0 as u32, view.size.1 as u32);
        let grid = (0..height).step_by(2).flat_map(|y| (0..width).step_by(2).map(move |x| (x, y)));
        let points = grid.map(|(x, y)| ScreenPoint::new(f64::from(x), f64::from(y)));
        let hit = |point: &ScreenPoint| {
            symbols.at(view, *point, 0.0).is_some_and(|marked| is_meant(&marked))
        };
        let points: Vec<ScreenPoint> = points.filter(hit).collect();
        let covered = self.indices_covered(&points).await;
        let free = (0..points.len()).filter(|index| !covered.contains(index));
        // Well inside: the first ones lie at its upper edge.
        let free: Vec<usize> = free.collect();
        assert!(!free.is_empty(), "no such symbol in sight");
        points[free[free.len() / 2]]
    }

    /// Whether the heading of the projects lies in the part of the panel that is seen.
    pub async fn sees_projects(&self) -> bool {
        let script = "const panel = document.querySelector('#fiche').getBoundingClientRect();
            const head = document.querySelector('.layer-answer-projets h3').getBoundingClientRect();
            return head.top >= panel.top - 1 && head.bottom <= panel.bottom";
        self.run(script, vec![]).await
    }

    async fn link(&self, name: &str) -> WebElement {
        let text = "normalize-space(translate(., '\u{a0}\u{202f}', '  '))";
        self.element(&format!("//aside[@id='fiche']//a[{text}=\"{name}\"]")).await
    }
}

/// More links than a panel of the scenarios has before the one that is looked for.
const MOST_TABS: usize = 60;
