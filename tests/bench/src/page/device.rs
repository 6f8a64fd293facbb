//! The two machines that pages are looked at with.

use serde_json::{Value, json};

/// A machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A computer, 1280 × 800, one pixel per CSS pixel, with a mouse.
    Desk,
    /// A small telephone, 360 × 740, three pixels per CSS pixel, with a finger; a quarter of this
    /// machine's speed, 1.6 Mbit/s, 150 ms to the server.
    Phone,
}

/// How many times slower the phone's main thread is.
const SLOWDOWN: f64 = 4.0;

/// Bytes a second to and from the phone.
const DOWN: f64 = 1_600_000.0 / 8.0;
const UP: f64 = 750_000.0 / 8.0;

/// Milliseconds from the phone to the server and back.
const LATENCY_MS: f64 = 150.0;

impl Device {
    /// The commands that make the page's window and processor this machine's.
    pub fn commands(self) -> Vec<(&'static str, Value)> {
        let (width, height, ratio) = self.window();
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": ratio,
            "mobile": self == Self::Phone,
        });
        let mut commands = vec![("Emulation.setDeviceMetricsOverride", metrics)];
        if self == Self::Phone {
            commands.push((
                "Emulation.setTouchEmulationEnabled",
                json!({ "enabled": true, "maxTouchPoints": 5 }),
            ));
            commands.push(("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })));
        }
        commands
    }

    /// The commands that make its line this machine's, for the page and for each of its workers.
    pub fn line_commands(self) -> Vec<(&'static str, Value)> {
        let mut commands = vec![
            ("Network.enable", json!({})),
            ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ];
        if self == Self::Phone {
            commands.push((
                "Network.emulateNetworkConditions",
                json!({
                    "offline": false, "latency": LATENCY_MS,
                    "downloadThroughput": DOWN, "uploadThroughput": UP,
                }),
            ));
        }
        commands
    }

    /// Width and height in CSS pixels, and device pixels per CSS pixel.
    pub const fn window(self) -> (u32, u32, f64) {
        match self {
            Self::Desk => (1280, 800, 1.0),
            Self::Phone => (360, 740, 3.0),
        }
    }
}
