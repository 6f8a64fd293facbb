//! The keyboard.

use serde::Deserialize;
use thirtyfour::Key;

use crate::map_page::MapPage;
use crate::scripts;

/// The element that has the focus.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Focus {
    /// Its role, or else the name of its element.
    pub role: String,
    /// Its name, or else its text.
    pub name: String,
}

impl MapPage {
    /// Presses a key.
    pub async fn press_key(&self, key: impl Into<char>) {
        let key: char = key.into();
        self.driver().action_chain().send_keys(key.to_string()).perform().await.unwrap();
        self.settle().await;
    }

    /// Presses Ctrl and V.
    pub async fn paste(&self) {
        let keys = self.driver().action_chain().key_down(Key::Control).send_keys("v");
        keys.key_up(Key::Control).perform().await.unwrap();
        self.settle().await;
    }

    /// Presses Alt and a letter: where a page gives an element that access key, the browser goes there.
    pub async fn press_access_key(&self, letter: char) {
        let keys = self.driver().action_chain().key_down(Key::Alt).send_keys(letter.to_string());
        keys.key_up(Key::Alt).perform().await.unwrap();
        self.settle().await;
    }

    /// Gives the focus to the map.
    pub async fn focus_map(&self) {
        self.map_element().await.focus().await.unwrap();
    }

    /// The element that has the focus now.
    pub async fn focus(&self) -> Focus {
        self.run(scripts::FOCUS, vec![]).await
    }

    /// Presses Tab and returns the element that then has the focus.
    pub async fn tab(&self) -> Focus {
        self.press_key(Key::Tab).await;
        self.focus().await
    }
}
