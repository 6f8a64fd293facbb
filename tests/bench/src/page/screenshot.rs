//! A screenshot, pixel by pixel.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::geometry::{Rect, WindowPoint};
use crate::browser::Cdp;
use crate::error::Error;

/// The pixels of a page, at one device pixel per CSS pixel.
#[derive(Clone, PartialEq, Eq)]
pub struct Screenshot {
    file: Vec<u8>,
    width: usize,
    channels: usize,
    samples: Vec<u8>,
}

impl Screenshot {
    /// Takes a screenshot.
    ///
    /// # Errors
    /// [`Error`] when the browser sends none that can be read.
    pub fn of(cdp: &mut Cdp) -> Result<Self, Error> {
        let answer = cdp.call("Page.captureScreenshot", json!({ "format": "png" }))?;
        Self::read(&answer["data"])
    }

    /// Reads a picture as the browser sends it: a PNG file in base 64.
    ///
    /// # Errors
    /// [`Error`] when it cannot be read.
    pub fn read(data: &Value) -> Result<Self, Error> {
        let text = data.as_str().unwrap_or_default();
        let file = STANDARD.decode(text).map_err(|error| Error::Screenshot(error.to_string()))?;
        Self::decode(file).map_err(|error| Error::Screenshot(error.to_string()))
    }

    fn decode(file: Vec<u8>) -> Result<Self, png::DecodingError> {
        let mut reader = png::Decoder::new(Cursor::new(&file)).read_info()?;
        let mut samples = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let info = reader.next_frame(&mut samples)?;
        let (width, channels) = (info.width as usize, info.color_type.samples());
        Ok(Self { file, width, channels, samples })
    }

    /// Writes it as a PNG file.
    ///
    /// # Errors
    /// [`Error`] when it cannot be written.
    pub fn save(&self, path: &Path) -> Result<(), Error> {
        fs::write(path, &self.file).map_err(Error::file(path))
    }

    /// The colour at a point of the window; none outside.
    pub fn color(&self, at: WindowPoint) -> Option<[u8; 3]> {
        let (x, y) = (at.x.floor(), at.y.floor());
        if x < 0.0 || y < 0.0 || x as usize >= self.width {
            return None;
        }
        let start = self.channels * (y as usize * self.width + x as usize);
        self.samples.get(start..start + 3)?.try_into().ok()
    }

    /// The number of pixels of `rect` that differ between two screenshots.
    pub fn differences(&self, other: &Self, rect: Rect) -> usize {
        let columns = rect.left as usize..(rect.left + rect.width) as usize;
        let rows = rect.top as usize..(rect.top + rect.height) as usize;
        let points =
            rows.flat_map(|y| columns.clone().map(move |x| WindowPoint::new(x as f64, y as f64)));
        points.filter(|at| self.color(*at) != other.color(*at)).count()
    }
}
