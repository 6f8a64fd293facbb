//! A person with a hand, who counts steps.

use scenarios::{Key, MapPage, Site, Window};
use std::cell::Cell;

/// The hand that a person uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Mouse,
    Finger,
    Keyboard,
}

/// A person in front of the page.
pub struct Person {
    pub page: MapPage,
    pub hand: Hand,
    steps: Cell<u32>,
}

impl Person {
    pub async fn with(hand: Hand) -> Self {
        let window = if hand == Hand::Finger { Window::Phone } else { Window::Desk };
        let page = MapPage::of(&Site::built(), window).await;
        page.keep_saved_files().await;
        page.reduce_motion().await;
        page.open().await;
        page.map_is_ready().await;
        page.settle().await;
        Self { page, hand, steps: Cell::new(0) }
    }

    /// The steps so far.
    pub fn steps(&self) -> u32 {
        self.steps.get()
    }

    fn count(&self, steps: u32) {
        self.steps.set(self.steps.get() + steps);
    }

    /// Finds what is called so, the first result for a text.
    pub async fn find(&self, text: &str, name: &str) {
        self.seek(text, name).await;
        assert_eq!(self.page.heading().await, name, "{:?}", self.hand);
    }

    /// Chooses the first result for a text, which has that name.
    async fn seek(&self, text: &str, name: &str) {
        match self.hand {
            Hand::Mouse | Hand::Finger => {
                self.page.seek(text).await;
                self.page.choose_result(name).await;
            }
            Hand::Keyboard => {
                self.page.press_key('/').await;
                self.page.type_text(text).await;
                self.page.press_key(Key::Enter).await;
            }
        }
        self.count(3);
    }

    /// Begins to compare what is selected.
    pub async fn compare(&self) {
        match self.hand {
            Hand::Mouse | Hand::Finger => {
                self.page.press_button("Comparer à un autre territoire").await;
            }
            Hand::Keyboard => self.page.press_access_key('m').await,
        }
        self.count(1);
    }

    /// Adds the first result for a name to what is compared.
    pub async fn add(&self, name: &str) {
        self.seek(name, name).await;
    }

    /// Shows the list of what is selected.
    pub async fn show_list(&self) {
        match self.hand {
            Hand::Mouse => self.page.show_tab("Liste").await,
            Hand::Finger => self.page.press_button("Liste").await,
            Hand::Keyboard => self.page.press_access_key('t').await,
        }
        self.count(1);
    }

    /// Leaves in the list the rows without CLS and CPTS.
    pub async fn show_neither(&self) {
        match self.hand {
            Hand::Mouse | Hand::Finger => {
                self.page.choose_rows("Ni CLS ni CPTS").await;
                self.count(2);
            }
            Hand::Keyboard => {
                self.tab_to("Lignes", 6).await;
                self.page.press_key(Key::Down).await;
                self.count(1);
            }
        }
    }

    /// Presses a button of the row of what can be taken along.
    pub async fn take(&self, name: &str, key: char) {
        match self.hand {
            Hand::Mouse | Hand::Finger => self.page.take(name).await,
            Hand::Keyboard => self.page.press_access_key(key).await,
        }
        self.count(1);
    }

    /// Takes the first entry of a choice of that row.
    pub async fn take_first_of(&self, menu: &str, key: char, entry: &str) {
        match self.hand {
            Hand::Mouse | Hand::Finger => self.page.take_from(menu, entry).await,
            Hand::Keyboard => {
                self.page.press_access_key(key).await;
                self.page.press_key(Key::Enter).await;
            }
        }
        self.count(2);
    }

    /// Presses Tab until what has that name has the focus, so many times at the most.
    async fn tab_to(&self, name: &str, most: u32) {
        for _ in 0..most {
            self.count(1);
            if self.page.tab().await.name.starts_with(name) {
                return;
            }
        }
        panic!("{name} is more than {most} Tabs away");
    }
}

/// Plays a task with every hand; the keyboard takes at most one and a half times the steps of the mouse.
pub async fn with_every_hand(task: impl AsyncFn(&Person)) {
    let mut steps = Vec::new();
    for hand in [Hand::Mouse, Hand::Finger, Hand::Keyboard] {
        let person = Person::with(hand).await;
        task(&person).await;
        steps.push(person.steps());
    }
    let [mouse, _, keyboard] = steps[..] else { panic!("three hands: {steps:?}") };
    assert!(2 * keyboard <= 3 * mouse, "{keyboard} steps by keyboard, {mouse} by mouse");
}
