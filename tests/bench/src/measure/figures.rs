//! One page, measured: on the computer with every gesture, then on the phone.

use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

use super::frames::Frames;
use super::reading::Reading;
use crate::contestants::Contestant;
use crate::error::Error;
use crate::page::{
    Device, Harness, InputEvent, LYON, PARIS, Rect, Visit, ZoomDirection, drag, finger_drag, notch,
    play, sweep, zoom,
};

/// Measured values by name: `drag.cpu_s`, `phone.ready_ms`.
pub type Figures = BTreeMap<String, f64>;

/// The time for which a page is left alone before a gesture and watched after it: work that it puts
/// off until the hand rests is a part of the gesture.
const PAUSE: Duration = Duration::from_millis(600);

/// A gesture, whose events depend on the page as it is by then.
type Gesture<'a> = &'a dyn Fn(&mut Visit) -> Result<Vec<InputEvent>, Error>;

/// Measures a page once on both devices.
///
/// # Errors
/// [`Error`] when the page fails; it then has no figures in this round.
pub fn measure(
    harness: &Harness,
    contestant: Contestant,
    readings: &[(Device, Reading)],
    notch_every: Duration,
) -> Result<Figures, Error> {
    let mut figures = Figures::new();
    measure_desk(harness, contestant, notch_every, &mut figures)?;
    measure_phone(harness, contestant, &mut figures)?;
    if contestant.is_map() {
        measure_beginning(harness, contestant, readings, &mut figures)?;
    }
    Ok(figures)
}

/// Measures the time after which a page shows the country, and after which a tap on it is answered.
fn measure_beginning(
    harness: &Harness,
    contestant: Contestant,
    readings: &[(Device, Reading)],
    figures: &mut Figures,
) -> Result<(), Error> {
    for (device, reading) in readings {
        let name = if *device == Device::Desk { "desk" } else { "phone" };
        let film = harness.film(contestant, *device)?;
        let Some(last) = film.last() else { continue };
        if let Some(first) = film.first_ms(reading.against(contestant, last)) {
            figures.insert(format!("{name}.first_ms"), first);
            figures.insert(format!("{name}.first_bytes"), film.bytes_until(first) as f64);
        }
    }
    let tap = harness.first_answered_tap_ms(contestant)?;
    figures.insert("phone.tap_ms".to_owned(), tap);
    Ok(())
}

fn measure_desk(
    harness: &Harness,
    contestant: Contestant,
    notch_every: Duration,
    figures: &mut Figures,
) -> Result<(), Error> {
    let mut visit = harness.open(contestant, Device::Desk)?;
    note_arrival(&visit, "desk", figures);
    note_memory(&mut visit, "held", figures)?;
    let layout = harness.layout(Device::Desk);
    let map = layout.map;
    turn(&mut visit, map, ZoomDirection::In)?;
    perform(&mut visit, "drag", &[&|_| Ok(drag(map))], figures)?;
    turn(&mut visit, map, ZoomDirection::Out)?;
    // Where the landmark is by then: a page that drops notches does not come back.
    let zoom_at = |visit: &mut Visit, landmark, way| {
        Ok(zoom(harness.locate(contestant, visit, landmark)?, way, notch_every))
    };
    let zooms: [Gesture; 4] = [
        &|visit| zoom_at(visit, LYON, ZoomDirection::In),
        &|visit| zoom_at(visit, LYON, ZoomDirection::Out),
        &|visit| zoom_at(visit, PARIS, ZoomDirection::In),
        &|visit| zoom_at(visit, PARIS, ZoomDirection::Out),
    ];
    perform(&mut visit, "zoom", &zooms, figures)?;
    let mainland = layout.mainland_in_window();
    perform(&mut visit, "sweep", &[&|_| Ok(sweep(mainland))], figures)?;
    note_memory(&mut visit, "after", figures)
}

fn measure_phone(
    harness: &Harness,
    contestant: Contestant,
    figures: &mut Figures,
) -> Result<(), Error> {
    let mut visit = harness.open(contestant, Device::Phone)?;
    note_arrival(&visit, "phone", figures);
    let map = harness.layout(Device::Phone).map;
    turn(&mut visit, map, ZoomDirection::In)?;
    perform(&mut visit, "phone.drag", &[&|_| Ok(finger_drag(map))], figures)
}

/// Notes when a page was ready, and on the computer what it loaded until then.
fn note_arrival(visit: &Visit, name: &str, figures: &mut Figures) {
    let arrival = &visit.arrival;
    figures.insert(format!("{name}.ready_ms"), arrival.ready_ms);
    figures.insert(format!("{name}.shown_ms"), arrival.shown_ms);
    if name == "desk" {
        for (kind, bytes) in &arrival.bytes {
            figures.insert(format!("bytes.{kind}"), *bytes as f64);
        }
        let all: u64 = arrival.bytes.values().sum();
        figures.insert("bytes.all".to_owned(), all as f64);
        figures.insert("bytes.program".to_owned(), (all - arrival.bytes["data"]) as f64);
    }
}

/// Notes the memory of a page.
fn note_memory(visit: &mut Visit, name: &str, figures: &mut Figures) -> Result<(), Error> {
    let memory = visit.memory()?;
    figures.insert(format!("{name}.heap_mb"), memory.heap_mb);
    figures.insert(format!("{name}.process_mb"), memory.process_mb);
    Ok(())
}

/// Turns the wheel by one notch over the middle of the map and waits.
fn turn(visit: &mut Visit, map: Rect, direction: ZoomDirection) -> Result<(), Error> {
    play(visit.cdp(), &notch(map.at(0.5, 0.5), direction))?;
    thread::sleep(PAUSE);
    Ok(())
}

/// Plays gestures one after another and notes what they cost together.
fn perform(
    visit: &mut Visit,
    name: &str,
    gestures: &[Gesture],
    figures: &mut Figures,
) -> Result<(), Error> {
    thread::sleep(PAUSE);
    let before = visit.processor_time()?;
    let mut resolutions = vec![visit.resolution()?];
    visit.watch_frames()?;
    for gesture in gestures {
        let events = gesture(visit)?;
        play(visit.cdp(), &events)?;
        thread::sleep(PAUSE);
        resolutions.push(visit.resolution()?);
    }
    let times = visit.frame_times()?;
    let after = visit.processor_time()?;
    figures.insert(format!("{name}.cpu_s"), after.cpu_s - before.cpu_s);
    figures.insert(format!("{name}.tasks_ms"), after.tasks_ms - before.tasks_ms);
    note_frames(name, &times, figures);
    let nearest = resolutions.iter().copied().flatten().reduce(f64::min);
    if let (Some(first), Some(nearest)) = (resolutions[0], nearest) {
        figures.insert(format!("{name}.nearer"), first / nearest);
    }
    Ok(())
}

fn note_frames(name: &str, times: &[f64], figures: &mut Figures) {
    let Some(frames) = Frames::of(times) else { return };
    figures.insert(format!("{name}.p50_ms"), frames.p50_ms);
    figures.insert(format!("{name}.p95_ms"), frames.p95_ms);
    figures.insert(format!("{name}.longest_ms"), frames.longest_ms);
    figures.insert(format!("{name}.late"), frames.late as f64);
}
