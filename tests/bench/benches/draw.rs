//! The time to draw the map, from the whole country to one town, and how it grows with the details
//! that are loaded.
//!
//! `cargo bench -p bench --bench draw` reads the built site (`make build`). Each view is drawn with
//! no detail, with those that the page draws there, and with all 101 departments loaded, of which
//! the page draws the same: what is loaded must not cost.

#![allow(missing_docs, reason = "criterion's macros write functions without any")]
#![allow(clippy::expect_used, reason = "a benchmark without its data is none")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use map::served::Manifest;
use map::{
    Atlas, Canvas, Detail, Fill, Layer, MapStyle, Model, Palette, Scene, ScreenPoint, Stroke,
    TextStyle, Viewport, departments_in_detail, draw,
};

/// The size of the map on a desk, CSS pixels.
const SIZE: (f64, f64) = (880.0, 748.0);

/// A canvas that counts points.
#[derive(Default)]
struct Counter {
    points: u64,
}

impl Canvas for Counter {
    fn begin(&mut self) {}
    fn move_to(&mut self, _: ScreenPoint) {
        self.points += 1;
    }
    fn line_to(&mut self, _: ScreenPoint) {
        self.points += 1;
    }
    fn close(&mut self) {}
    fn circle(&mut self, _: ScreenPoint, _: f64) {}
    fn fill(&mut self, _: Fill) {}
    fn stroke(&mut self, _: Stroke) {}
    fn text(&mut self, _: &str, _: ScreenPoint, _: TextStyle) {}
}

/// The map files of the built site.
struct MapFiles {
    model: Arc<Model>,
    details: Vec<Arc<Detail>>,
}

impl MapFiles {
    fn read() -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/data");
        let manifest = fs::read(data.join("manifest.json")).expect("`make build` writes dist/");
        let manifest: Manifest = serde_json::from_slice(&manifest).expect("the manifest is ours");
        let bytes = |name: &str| {
            fs::read(data.join(&manifest.fichiers[name].url)).expect("the manifest is true")
        };
        let model = Model::decode(&bytes("carte")).expect("the map can be read");
        let detail = |(index, department): (usize, &map::served::DepartmentRow)| {
            let bytes = bytes(&format!("carte/{}", department.code));
            Arc::new(Detail::decode(&bytes, index, &model).expect("a detail can be read"))
        };
        let details = model.departments.iter().enumerate().map(detail).collect();
        Self { model: Arc::new(model), details }
    }

    /// The atlas that is drawn in `view` when `loaded` is here.
    fn atlas_in(&self, view: &Viewport, loaded: &[Arc<Detail>]) -> Atlas {
        let wanted = departments_in_detail(&self.model, view);
        let is_wanted = |detail: &&Arc<Detail>| wanted.contains(&detail.department);
        let drawn: Vec<_> = loaded.iter().filter(is_wanted).cloned().collect();
        Atlas::new(Arc::clone(&self.model)).with_details(&drawn)
    }

    fn view(&self, key: &str) -> Viewport {
        let territory = key
            .parse()
            .ok()
            .and_then(|key| self.model.territory(&key))
            .expect("a territory of the map");
        Viewport::around(self.model.bounds(territory), SIZE)
    }
}

fn draw_all(criterion: &mut Criterion) {
    let files = MapFiles::read();
    let style = MapStyle {
        layers: Layer::ALL.to_vec(),
        hidden: Vec::new(),
        choropleth: None,
        palette: Palette::LIGHT,
    };
    let views = [
        ("country", Viewport::country(SIZE)),
        ("department", files.view("departement-69")),
        ("intercommunality", files.view("epci-200046977")),
    ];
    let loads = [("nothing loaded", &[][..]), ("all loaded", &files.details)];
    let cases = views.iter().flat_map(|(name, view)| {
        loads.map(|(loaded, details)| (*name, view, loaded, files.atlas_in(view, details)))
    });
    let cases: Vec<_> = cases.collect();
    let mut group = criterion.benchmark_group("scene");
    for (name, _, loaded, atlas) in &cases {
        group.bench_function(BenchmarkId::new(*name, loaded), |bencher| {
            bencher.iter(|| black_box(Scene::new(atlas.clone(), style.clone())));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("draw");
    for (name, view, loaded, atlas) in &cases {
        let scene = Scene::new(atlas.clone(), style.clone());
        let points = points_of(&scene, view);
        group.throughput(Throughput::Elements(points));
        group.bench_function(BenchmarkId::new(*name, loaded), |bencher| {
            bencher.iter(|| black_box(points_of(&scene, view)));
        });
    }
    group.finish();
}

/// Draws a scene and returns the number of its points.
fn points_of(scene: &Scene, view: &Viewport) -> u64 {
    let mut counter = Counter::default();
    draw(scene, view, &mut counter);
    counter.points
}

criterion_group! {
    name = draws;
    config = Criterion::default().sample_size(20);
    targets = draw_all
}
criterion_main!(draws);
