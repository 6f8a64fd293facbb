//! A smoke test of the benchmark on our page, in a real browser: a few seconds, in `make scenarios`.

use std::path::Path;
use std::{env, thread, time::Duration};

use crate::contestants::{self, Contestant};
use crate::measure::Reading;
use crate::page::{
    Device, Film, Layout, Screenshot, Visit, ZoomDirection, notch, play, short_drag,
};

#[test]
#[ignore = "needs the built site and Chromium: make scenarios"]
fn our_page_is_opened_driven_and_measured() {
    let path = |name, default: &str| {
        let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join(default).into_os_string();
        env::var_os(name).unwrap_or_else(default)
    };
    let site = path("SITE_ROOT", "../../dist");
    let program = path("SERVER_BIN", "../../target/release/server");
    let server = launch::serve(program.as_ref(), site.as_ref()).unwrap();

    let film = Film::of(server.address(), Device::Desk).unwrap();
    let mut visit = Visit::open(server.address(), Device::Desk).unwrap();

    let arrival = visit.arrival.clone();
    assert!(arrival.ready_ms > 0.0 && arrival.shown_ms >= arrival.ready_ms, "{arrival:?}");
    for kind in ["html", "js", "wasm", "css", "data"] {
        assert!(arrival.bytes[kind] > 0, "bytes of {kind}: {arrival:?}");
    }
    let map = visit.canvas().unwrap();
    let reading = Reading::of(&contestants::drawn_model(site.as_ref()).unwrap(), &Layout::of(map));
    let first_ms = film.first_ms(reading.against(Contestant::OURS, film.last().unwrap())).unwrap();
    println!("first picture after {first_ms:.0} ms, map ready after {:.0}", arrival.ready_ms);
    assert!(film.len() > 1 && first_ms > 0.0, "{} pictures, {first_ms}", film.len());
    assert!(map.width > 400.0 && map.height > 400.0, "{map:?}");
    let memory = visit.memory().unwrap();
    assert!(memory.heap_mb > 1.0 && memory.process_mb > memory.heap_mb, "{memory:?}");

    play(visit.cdp(), &notch(map.at(0.5, 0.5), ZoomDirection::In)).unwrap();
    let still = rested(&mut visit);
    let before = visit.processor_time().unwrap();
    visit.watch_frames().unwrap();
    play(visit.cdp(), &short_drag(map).events).unwrap();
    let times = visit.frame_times().unwrap();
    let after = visit.processor_time().unwrap();

    assert!(after.cpu_s > before.cpu_s && after.tasks_ms > before.tasks_ms, "{after:?}");
    assert!(times.len() > 10 && times.is_sorted(), "{} frames", times.len());
    let moved = rested(&mut visit);
    assert!(still.differences(&moved, map) > 10_000, "the drag moves the map");
}

fn rested(visit: &mut Visit) -> Screenshot {
    // The harness knows nothing of a page that could tell it when it has come to rest.
    thread::sleep(Duration::from_millis(600));
    Screenshot::of(visit.cdp()).unwrap()
}
