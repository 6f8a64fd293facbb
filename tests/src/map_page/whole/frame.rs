//! A frame of the page: its height, its caption, and the page around it.

use crate::map_page::{MapPage, plain};
use crate::scripts;
use serde::de::DeserializeOwned;
use std::time::{Duration, Instant};

/// The time in which a frame must show what is waited for.
const TIMEOUT: Duration = Duration::from_secs(20);

impl MapPage {
    /// From the next opening on, notes every height of the first frame of a page.
    pub async fn watch_frame_height(&self) {
        self.before_each_page(scripts::WATCH_FRAME_HEIGHT).await;
    }

    /// Goes to an address.
    pub async fn go_to(&self, address: &str) {
        self.driver().goto(address).await.unwrap();
    }

    /// Goes into the first frame, once its map is there and the caption that goes with it.
    pub async fn enter_frame_with_map(&self) {
        self.enter_frame().await;
        self.run::<()>(scripts::READY, vec![]).await;
        self.element("//*[@aria-live]/*[@class='caption']").await;
        // A frame in a sandbox has a process of its own, which the browser gives none of our scripts.
        self.run::<()>("return window.untilRest?.() ?? null", vec![]).await;
    }

    /// Goes into the first frame, once it has left its empty page.
    pub async fn enter_frame(&self) {
        // What a frame of another origin shows is not for the page around it: then there is something.
        let is_here = "return window.until(() => {
            try {
                return document.querySelector('iframe').contentWindow.location.href !== 'about:blank';
            } catch {
                return true;
            }
        }).then(() => null)";
        self.run::<()>(is_here, vec![]).await;
        self.driver().enter_frame(0).await.unwrap();
    }

    /// Goes back out of the frame.
    pub async fn leave_frame(&self) {
        self.driver().enter_parent_frame().await.unwrap();
    }

    /// Goes one step back in the history of the window.
    pub async fn go_back(&self) {
        self.driver().back().await.unwrap();
    }

    /// The heights that the first frame had since the page was opened, in CSS pixels.
    pub async fn frame_heights(&self) -> Vec<f64> {
        self.run("return window.frameHeights", vec![]).await
    }

    /// Waits until the first frame has that height.
    pub async fn until_frame_is(&self, height: f64) {
        let is_so = "const wanted = arguments[0];
            return window.until(() => Math.abs(window.frameHeights.at(-1) - wanted) <= 2)
                .then(() => null)";
        self.run::<()>(is_so, vec![height.into()]).await;
    }

    /// Shows what the page hides.
    pub async fn unhide(&self) {
        let show = "for (const it of document.querySelectorAll('[hidden]')) it.hidden = false";
        self.run::<()>(show, vec![]).await;
    }

    /// Scrolls the page to its end.
    pub async fn scroll_to_the_end(&self) {
        self.run::<()>("scrollTo(0, document.body.scrollHeight)", vec![]).await;
    }

    /// The lengths that the page or the frame at hand could be scrolled, right and down, in CSS pixels.
    pub async fn overflow(&self) -> [f64; 2] {
        let overflow = "const it = document.scrollingElement;
            return [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]";
        self.run(overflow, vec![]).await
    }

    /// The left edge and the width of the first element for a selector, in CSS pixels.
    pub async fn across(&self, selector: &str) -> [f64; 2] {
        let across = "const it = document.querySelector(arguments[0]).getBoundingClientRect();
            return [it.left, it.width]";
        self.run(across, vec![selector.into()]).await
    }

    /// Presses the first element for a selector, once it is seen.
    pub async fn press_on(&self, selector: &str) {
        let press = "const of = () => document.querySelector(arguments[0]);
            return window.until(() => of()?.checkVisibility()).then(() => { of().click(); return null })";
        self.run::<()>(press, vec![selector.into()]).await;
    }

    /// Waits until the first element for a selector is seen.
    pub async fn until_seen(&self, selector: &str) {
        let is_seen =
            "return window.until(() => document.querySelector(arguments[0])?.checkVisibility())
            .then(() => null)";
        self.run::<()>(is_seen, vec![selector.into()]).await;
    }

    /// The text of the first element for a selector, with plain spaces.
    pub async fn text_of(&self, selector: &str) -> String {
        let text = "return document.querySelector(arguments[0]).innerText";
        plain(&self.run::<String>(text, vec![selector.into()]).await)
    }

    /// The answer of a script in a page of others.
    pub async fn value<T: DeserializeOwned>(&self, script: &str) -> T {
        self.run(script, vec![]).await
    }

    /// The number of frames of the page.
    pub async fn frame_count(&self) -> usize {
        self.run("return document.querySelectorAll('iframe').length", vec![]).await
    }

    /// The parts for a selector that reach out of the frame or under its caption.
    pub async fn reaching_out(&self, selector: &str) -> Vec<String> {
        let parts = "const low = document.querySelector('.caption').getBoundingClientRect().top;
            return [...document.querySelectorAll(arguments[0])]
                .map(it => [it.className, it.getBoundingClientRect()])
                .filter(([, it]) => it.top < 0 || it.left < 0 || it.right > innerWidth || it.bottom > low + 1)
                .map(([name, it]) => `${name} ${it.left} ${it.top} ${it.right} ${it.bottom}`)";
        self.run(parts, vec![selector.into()]).await
    }

    /// Whether the browser trusts the connection of the page or frame at hand.
    pub async fn is_trusted(&self) -> bool {
        self.run("return window.isSecureContext", vec![]).await
    }

    /// The lines of the caption below the map.
    pub async fn caption(&self) -> Vec<String> {
        self.texts("//*[@class='caption']/p").await
    }

    /// The address that the caption leads to, and in which window.
    pub async fn caption_link(&self) -> [String; 2] {
        let link = "const it = document.querySelector('.caption a'); return [it.href, it.target]";
        self.run(link, vec![]).await
    }

    /// Whether the first element for a selector of the style sheet is seen.
    pub async fn is_seen(&self, selector: &str) -> bool {
        let is_seen = "return document.querySelector(arguments[0])?.checkVisibility() ?? false";
        self.run(is_seen, vec![selector.into()]).await
    }

    /// The value of a token of the style sheet.
    pub async fn token(&self, name: &str) -> String {
        let value =
            "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0])";
        self.run(value, vec![name.into()]).await
    }

    /// Waits until a token of the style sheet has that value in the first frame, which may begin again meanwhile.
    pub async fn until_frame_has_token(&self, name: &str, value: &str) {
        let script =
            "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0])";
        let began = Instant::now();
        loop {
            self.driver().enter_frame(0).await.unwrap();
            // A document that goes answers nothing.
            let answer = self.driver().execute(script, vec![name.into()]).await;
            let found = answer.ok().and_then(|found| found.convert::<String>().ok());
            self.driver().enter_parent_frame().await.unwrap();
            if found.as_deref() == Some(value) {
                return;
            }
            assert!(began.elapsed() < TIMEOUT, "{name} is {found:?} in the frame, not {value}");
        }
    }

    /// The notes of the page in `window.noted`, once they are there.
    pub async fn noted(&self) -> String {
        self.run("return window.until(() => window.noted)", vec![]).await
    }

    /// The number of messages that the page noted in `window.heard`.
    pub async fn heard(&self) -> usize {
        self.run("return window.heard.length", vec![]).await
    }

    /// The addresses and titles of the frames, once there are some.
    pub async fn frames_once_there(&self) -> Vec<(String, String)> {
        let frames = "return window.until(() => {
            const all = [...document.querySelectorAll('iframe')].map(it => [it.src, it.title]);
            return all.length > 0 && all;
        })";
        self.run(frames, vec![]).await
    }

    /// The lines to copy, once they have that part.
    pub async fn code_once(&self, part: &str) -> String {
        let code = "const part = arguments[0];
            return window.until(() => {
                const { value } = document.querySelector('textarea');
                return value.includes(part) && value;
            })";
        self.run(code, vec![part.into()]).await
    }

    /// The text of the first field for lines of text.
    pub async fn code(&self) -> String {
        self.run("return document.querySelector('textarea').value", vec![]).await
    }

    /// Chooses the value of a field of the form, as a person who uses the list does.
    pub async fn choose_in_form(&self, field: &str, value: &str) {
        let choose = "const field = document.querySelector(`[name=${arguments[0]}]`);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        self.run::<()>(choose, vec![field.into(), value.into()]).await;
        self.settle().await;
    }

    /// Writes a name into the field of the form that has a list of them, and leaves it.
    pub async fn name_in_form(&self, name: &str) {
        let write = "const field = document.querySelector('[list]');
            field.value = arguments[0];
            for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))";
        self.run::<()>(write, vec![name.into()]).await;
        self.settle().await;
    }
}
