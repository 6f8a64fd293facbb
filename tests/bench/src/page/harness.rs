//! The pages of all contestants, each in the same layout.

use super::device::Device;
use super::film::Film;
use super::geometry::WindowPoint;
use super::landmark::{LYON, Landmark};
use super::layout::Layout;
use super::taps::first_answered_tap_ms;
use super::visit::Visit;
use crate::contestants::Contestant;
use crate::error::Error;

/// The addresses of the pages, and their layout on each device.
pub struct Harness {
    /// The address of our site.
    pub ours: String,
    /// The address of the peers' site.
    pub peers: String,
    desk: Layout,
    phone: Layout,
}

impl Harness {
    /// Asks our page where its map is on each device: the peers get the same rectangle.
    ///
    /// # Errors
    /// [`Error`] when our page does not open.
    pub fn new(ours: String, peers: String) -> Result<Self, Error> {
        let canvas = |device| Visit::open(&ours, device)?.canvas();
        let (desk, phone) = (Layout::of(canvas(Device::Desk)?), Layout::of(canvas(Device::Phone)?));
        Ok(Self { ours, peers, desk, phone })
    }

    /// The layout of a device.
    pub const fn layout(&self, device: Device) -> &Layout {
        match device {
            Device::Desk => &self.desk,
            Device::Phone => &self.phone,
        }
    }

    /// Opens the page of `contestant` in a new browser.
    ///
    /// # Errors
    /// [`Error`] when it does not become ready.
    pub fn open(&self, contestant: Contestant, device: Device) -> Result<Visit, Error> {
        Visit::open(&self.address(contestant, device), device)
    }

    /// Films the page of `contestant` in a new browser until it is ready.
    ///
    /// # Errors
    /// [`Error`] when it does not become ready.
    pub fn film(&self, contestant: Contestant, device: Device) -> Result<Film, Error> {
        Film::of(&self.address(contestant, device), device)
    }

    /// Milliseconds from the navigation to the first tap on Lyon, on the phone, that an answer follows.
    ///
    /// # Errors
    /// [`Error`] when no tap is answered.
    pub fn first_answered_tap_ms(&self, contestant: Contestant) -> Result<f64, Error> {
        let lyon = self.phone.window_from_landmark(LYON);
        first_answered_tap_ms(&self.address(contestant, Device::Phone), lyon)
    }

    fn address(&self, contestant: Contestant, device: Device) -> String {
        if contestant == Contestant::OURS {
            return self.ours.clone();
        }
        format!("{}{}.html{}", self.peers, contestant.key, self.layout(device).fragment())
    }

    /// The point of the window where a page shows a landmark: a peer now, ours at first.
    ///
    /// # Errors
    /// [`Error`] when a peer does not say.
    pub fn locate(
        &self,
        contestant: Contestant,
        visit: &mut Visit,
        landmark: Landmark,
    ) -> Result<WindowPoint, Error> {
        if contestant.is_peer() {
            let Landmark { lon, lat, .. } = landmark;
            let at = visit.evaluate(&format!("window.bench.screen({lon}, {lat})"))?;
            let [x, y]: [f64; 2] = serde_json::from_value(at)?;
            return Ok(WindowPoint::new(x, y));
        }
        Ok(self.desk.window_from_landmark(landmark))
    }
}
