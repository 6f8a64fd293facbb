//! The two machines of the benchmark: a computer and a telephone.

use serde_json::{Value, json};

use crate::browser::Command;

/// A machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A computer, 1280 × 800, one pixel per CSS pixel, with a mouse.
    Desk,
    /// A small telephone, 360 × 740, three pixels per CSS pixel, with a finger; a quarter of this
    /// machine's speed, 1.6 Mbit/s, 150 ms to the server.
    Phone,
}

/// The factor by which the phone's main thread is slower.
const SLOWDOWN: f64 = 4.0;

/// Bytes a second to the phone.
const DOWN: f64 = 1_600_000.0 / 8.0;

/// Bytes a second from the phone.
const UP: f64 = 750_000.0 / 8.0;

/// Milliseconds from the phone to the server and back.
const LATENCY_MS: f64 = 150.0;

impl Device {
    /// The size of its window, CSS pixels.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Desk => (1280, 800),
            Self::Phone => (360, 740),
        }
    }

    /// The commands that make the page's window and processor this machine's.
    pub fn commands(self) -> Vec<Command> {
        const WINDOW: &str = "Emulation.setDeviceMetricsOverride";
        match self {
            Self::Desk => {
                let metrics = json!({
                    "width": 1280, "height": 800, "deviceScaleFactor": 1.0, "mobile": false,
                });
                vec![command(WINDOW, metrics)]
            }
            Self::Phone => vec![
                command(
                    WINDOW,
                    json!({
                        "width": 360, "height": 740, "deviceScaleFactor": 3.0, "mobile": true,
                    }),
                ),
                command(
                    "Emulation.setTouchEmulationEnabled",
                    json!({ "enabled": true, "maxTouchPoints": 5 }),
                ),
                command("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })),
            ],
        }
    }

    /// The commands that make its line this machine's, for the page and for each of its workers.
    pub fn line_commands(self) -> Vec<Command> {
        let mut commands = vec![
            command("Network.enable", json!({})),
            command("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        ];
        if self == Self::Phone {
            let conditions = json!({
                "offline": false, "latency": LATENCY_MS,
                "downloadThroughput": DOWN, "uploadThroughput": UP,
            });
            commands.push(command("Network.emulateNetworkConditions", conditions));
        }
        commands
    }
}

const fn command(method: &'static str, params: Value) -> Command {
    Command { method, params }
}
