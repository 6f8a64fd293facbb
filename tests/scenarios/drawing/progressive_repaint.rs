//! A slow machine paints over several frames, so that nobody waits.

use scenarios::{MapPage, Site, Window};

/// The factor by which it is slower than this machine.
const SLOW: u32 = 6;

#[tokio::test]
async fn a_slow_machine_paints_a_raster_over_several_frames_and_shows_it_when_it_is_whole() {
    let page = MapPage::of(&Site::built(), Window::Phone).await;
    page.watch_painting().await;
    page.reduce_motion().await;
    page.open().await;
    page.map_is_ready().await;
    page.slow_processor(SLOW).await;
    page.canvases_painted().await;
    page.watch_edges().await;

    page.choose("Rhône").await;

    let bare = page.edges_seen().await.bare;
    assert!(bare.is_empty(), "not painted in some frame: {bare:?}");
    let canvases = page.canvases_painted().await;
    let rasters: Vec<_> = canvases.iter().filter(|frames| frames.len() > 1).collect();
    assert!(!rasters.is_empty(), "no canvas was painted in strips: {canvases:?}");
    for frames in rasters {
        assert!(frames.first() < frames.last(), "all in one frame: {frames:?}");
    }
}
